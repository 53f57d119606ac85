#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told is valid and says the same everywhere; each icon is there and drawn as it should be. Prints TAP."""

import json
import pathlib
import re
import subprocess
import sys
from xml.etree import ElementTree

BUILT, SOURCE, ID, VERSION = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
DATA = SOURCE / "data"
OWN = DATA / "icons/symbolic/scalable/actions"
THEME = pathlib.Path("/usr/share/icons/Adwaita")
IN_LIBADWAITA = {"adw-external-link-symbolic"}
IN_RUNTIME = {"gio-2.0", "gio-unix-2.0", "glib-2.0", "gnutls", "gtk4", "json-glib-1.0", "libadwaita-1", "libdex-1",
              "libsecret-1", "libsoup-3.0", "libxml-2.0"}
MODULES = {"libcares": "c-ares", "libgsasl": "gsasl", "gmime-3.0": "gmime"}
SYMBOLIC_FILL = "#2e3436"


def complaints(*command):
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [line for line in (run.stdout + run.stderr).splitlines() if line]


def desktop_file_is_valid():
    return complaints("desktop-file-validate", str(BUILT / f"{ID}.desktop"))


def metainfo_is_valid():
    # The id is fixed and follows its D-Bus name; everything else counts.
    lines = complaints("appstreamcli", "validate", "--pedantic", "--no-net",
                       "--override=cid-contains-uppercase-letter=info", str(BUILT / f"{ID}.metainfo.xml"))
    return [line for line in lines if line.startswith(("P:", "W:", "E:"))]


def metainfo(path):
    return ElementTree.parse(BUILT / f"{ID}.metainfo.xml").findall(path)


def other_version():
    newest = metainfo("releases/release")[0].get("version")
    return [] if newest == VERSION else [newest]


def other_news():
    """NEWS has a heading "VERSION, DATE" for each release, in the same order."""
    told = re.findall(r"^(\d+\.\d+\.\d+), (\d{4}-\d\d-\d\d)\n=+$", (SOURCE / "NEWS").read_text(), re.M)
    released = [(release.get("version"), release.get("date")) for release in metainfo("releases/release")]
    return [] if told == released else [f"NEWS: {told}", f"metainfo: {released}"]


def key(file, name):
    return re.findall(rf"^{name}=(.*)$", (BUILT / f"{ID}.{file}").read_text(), re.M)


def flatpak():
    return json.loads((SOURCE / f"flatpak/{ID}.json").read_text())


def other_permissions():
    """What a person grants by installing the Flatpak: a window, and the network. More is a decision, not an accident."""
    return set(flatpak()["finish-args"]) ^ {"--share=network", "--share=ipc", "--socket=wayland",
                                            "--socket=fallback-x11", "--device=dri"}


def loose_archives():
    """Each archive of the Flatpak is a release, fetched safely and known by its digest."""
    sources = [source for module in flatpak()["modules"] for source in module["sources"] if "url" in source]
    return [source["url"] for source in sources
            if not source["url"].startswith("https://") or not re.fullmatch("[0-9a-f]{64}", source.get("sha256", ""))]


def libraries_left_out():
    """What the GNOME runtime lacks is a module of the Flatpak."""
    used = re.findall(r"dependency\('([^']+)'", (SOURCE / "meson.build").read_text())
    names = [module["name"] for module in flatpak()["modules"]]
    return [library for library in used if library not in IN_RUNTIME and MODULES.get(library) not in names]


def other_ids():
    said = {
        "id of the metainfo": metainfo("id")[0].text,
        "launchable": metainfo("launchable")[0].text.removesuffix(".desktop"),
        "D-Bus name of the metainfo": metainfo("provides/dbus")[0].text,
        "icon": key("desktop", "Icon")[0],
        "D-Bus name": key("service", "Name")[0],
        "Flatpak": flatpak()["id"],
        "settings": ElementTree.parse(DATA / f"{ID}.gschema.xml").find("schema").get("id"),
    }
    return [f"{what}: {value}" for what, value in said.items() if value != ID]


def other_programs():
    started = [call.split()[0].rpartition("/")[2] for call in key("desktop", "Exec") + key("service", "Exec")]
    return [name for name in started if name not in [binary.text for binary in metainfo("provides/binary")]]


def odd_icon(path, size):
    root = ElementTree.parse(path).getroot()
    if (root.get("width"), root.get("height"), root.get("viewBox")) != (str(size), str(size), f"0 0 {size} {size}"):
        return f"{path.name}: not {size} by {size}"
    shown = subprocess.run(["rsvg-convert", "--format=png", path], capture_output=True, check=False)
    if shown.returncode or shown.stderr:
        return f"{path.name}: {shown.stderr.decode()}"
    return None


def odd_symbolic(path):
    """GTK gives a symbolic icon the colour of the text beside it: that reaches filled shapes alone."""
    shapes = [child for child in ElementTree.parse(path).getroot().iter() if child.tag.endswith("path")]
    if not shapes or any(shape.get("fill") != SYMBOLIC_FILL or shape.get("stroke") for shape in shapes):
        return f"{path.name}: not drawn in {SYMBOLIC_FILL}, filled"
    return odd_icon(path, 16)


def odd_icons():
    hicolor = DATA / "icons/hicolor"
    symbolic = [*OWN.glob("*.svg"), hicolor / f"symbolic/apps/{ID}-symbolic.svg"]
    found = [odd_symbolic(path) for path in symbolic] + [odd_icon(hicolor / f"scalable/apps/{ID}.svg", 128)]
    return [line for line in found if line]


def icons_left_out():
    bundled = set(re.findall(r">(icons/[^<]*)<", (DATA / "mail-checkup-desktop.gresource.xml").read_text()))
    return {str(path.relative_to(DATA)) for path in (DATA / "icons").rglob("*.svg")} ^ bundled


def icons_that_nobody_has():
    text = "\n".join(path.read_text() for suffix in ("c", "blp") for path in (SOURCE / "src/app").rglob(f"*.{suffix}"))
    used = set(re.findall(r'"([a-z0-9-]+-symbolic)"', text))
    known = {path.stem for folder in (OWN, THEME) for path in folder.rglob("*-symbolic.svg")} | IN_LIBADWAITA
    return (used - known) if THEME.exists() else {name for name in used - known if name.startswith("mc-")}


def symptoms():
    table = re.search(r"symptoms\[\] = \{(.*?)\};", (SOURCE / "src/base/mc-enums.c").read_text(), re.S).group(1)
    return set(re.findall(r'\{ "([a-z-]+)"', table))


def symptoms_kept():
    choices = ElementTree.parse(DATA / f"{ID}.gschema.xml").findall(".//key[@name='last-symptom']/choices/choice")
    return symptoms() ^ {choice.get("value") for choice in choices}


CHECKS = {
    "desktop file is valid": desktop_file_is_valid,
    "metainfo is valid, pedantically": metainfo_is_valid,
    "newest release is this version": other_version,
    "NEWS tells of each release": other_news,
    "one id everywhere": other_ids,
    "the Flatpak asks for no other permissions": other_permissions,
    "the Flatpak's archives are pinned": loose_archives,
    "the Flatpak has each library": libraries_left_out,
    "what is started is what is provided": other_programs,
    "icons have their size and colours": odd_icons,
    "icons are in the program": icons_left_out,
    "icons that the window names are there": icons_that_nobody_has,
    "settings know each symptom": symptoms_kept,
    "each symptom has an icon": lambda: {name for name in symptoms() if not (OWN / f"mc-{name}-symbolic.svg").exists()},
}

print(f"1..{len(CHECKS)}")
failed = False
for number, (title, difference) in enumerate(CHECKS.items(), 1):
    odd = sorted(difference())
    failed |= bool(odd)
    print(f"{'not ok' if odd else 'ok'} {number} - {title}" + (f" # {' '.join(odd)}" if odd else ""))
sys.exit(failed)
