#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Flathub's published rules for a Flatpak, each under the name flatpak-builder-lint gives it. Prints TAP.

Usage: test-flathub.py BUILT-DATA SOURCE-ROOT ID         the rules for the manifest and what is in the sources
       test-flathub.py --built FOLDER SOURCE-ROOT ID     the rules for what flatpak-builder made; a closing line follows

The rules stand at https://docs.flathub.org/docs/for-app-authors/linter; flatpak/README.md names those that need the web.
"""

import configparser
import gzip
import json
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

IS_BUILT = sys.argv[1] == "--built"
FOLDER, SOURCE, ID = Path(sys.argv[2] if IS_BUILT else sys.argv[1]), Path(sys.argv[-2]), sys.argv[-1]
MANIFEST = SOURCE / f"flatpak/{ID}.json"
# More than D-Bus names or folders of our own would be a decision, not an accident.
BUS_ARGUMENTS = ("own-name", "talk-name", "system-own-name", "system-talk-name", "no-talk-name", "system-no-talk-name",
                 "a11y-own-name")
LOW_QUALITY = {"GTK", "Qt", "KDE", "GNOME", "Motif", "Java", "Application", "XFCE", "DDE"}
# What Flathub finds more important, or less, than AppStream itself does.
SEVERITIES = {"all-categories-ignored": "error", "category-invalid": "error", "cid-desktopapp-is-not-rdns": "error",
              "cid-domain-not-lowercase": "info", "cid-has-number-prefix": "error",
              "cid-missing-affiliation-gnome": "error", "cid-rdns-contains-hyphen": "error",
              "content-rating-missing": "error", "desktop-app-launchable-omitted": "error",
              "desktop-file-not-found": "error", "developer-id-missing": "error", "invalid-child-tag-name": "error",
              "metainfo-filename-cid-mismatch": "error", "metainfo-legacy-path": "error",
              "name-has-dot-suffix": "error", "releases-info-missing": "error", "unknown-tag": "error"}
MACHINES = {0x3E: "x86_64", 0xB7: "aarch64", 0xF3: "riscv64"}


class CannotTell(Exception):
    """A tool is missing; the text says which."""


def run(*command):
    if not shutil.which(command[0]):
        raise CannotTell(f"{command[0]} is not installed here")
    return subprocess.run(command, capture_output=True, text=True, check=False)


def manifest():
    return json.loads(MANIFEST.read_text())


def arguments(name):
    """The values that the manifest grants under this NAME, such as "share"."""
    return {value for argument in manifest()["finish-args"]
            for key, _, value in [argument.removeprefix("--").partition("=")] if key == name}


def modules():
    def walk(found):
        for module in found:
            yield module
            yield from walk(module.get("modules", ()))
    return list(walk(manifest()["modules"]))


def sources(*kinds):
    return [(module["name"], source) for module in modules() for source in module["sources"]
            if source["type"] in kinds]


def options(*systems):
    return [(module["name"], option) for module in modules() if module.get("buildsystem", "autotools") in systems
            for option in module.get("config-opts", ())]


def share(path):
    """A folder of what is installed."""
    return FOLDER / "files/share" / path


def desktop_file():
    return share(f"applications/{ID}.desktop") if IS_BUILT else FOLDER / f"{ID}.desktop"


def metainfo_file():
    return share(f"metainfo/{ID}.metainfo.xml") if IS_BUILT else FOLDER / f"{ID}.metainfo.xml"


def desktop(key):
    found = re.findall(rf"^{key}=(.*)$", desktop_file().read_text(), re.M)
    return found[0] if found else None


def metainfo(path):
    return [(element.text or "").strip() for element in ElementTree.parse(metainfo_file()).findall(path)]


def catalogue(path="."):
    """Parts of what appstreamcli made for Flathub's shop, by path within the one component."""
    text = gzip.decompress(share(f"app-info/xmls/{ID}.xml.gz").read_bytes())
    return ElementTree.fromstring(text).findall(f"component/{path}")


def validation():
    """Errors and warnings both count at Flathub."""
    severities = ",".join(f"{name}={severity}" for name, severity in SEVERITIES.items())
    # The id is fixed and follows its D-Bus name.
    lines = run("appstreamcli", "validate", "--no-net", "--pedantic",
                f"--override={severities},cid-contains-uppercase-letter=info", str(metainfo_file()))
    return [line for line in (lines.stdout + lines.stderr).splitlines() if line.startswith(("E:", "W:", "P:"))]


def builder_warnings():
    shown = run("flatpak-builder", "--show-manifest", str(MANIFEST))
    return [line for line in shown.stderr.splitlines() if line.strip()]


def exported_icons(folder, suffixes):
    return [path.name for path in share("icons/hicolor").glob(folder) if not path.name.endswith(suffixes)]


def programs():
    """Each program and library with the machine it is for."""
    for folder in ("bin", "lib"):
        for path in (FOLDER / "files" / folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                head = path.read_bytes()[:20]
                if head[:4] == b"\x7fELF":
                    yield path.name, MACHINES.get(struct.unpack("<H", head[18:20])[0])


def metadata(group, key):
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read(FOLDER / "metadata")
    return parser.get(group, key, fallback="")


def granted(key):
    """What the built application may do; with fallback-x11 Flatpak grants x11 to its own older versions."""
    values = set(filter(None, metadata("Context", key).split(";")))
    return values - {"x11"} if "fallback-x11" in values else values


def unlicensed():
    return [module["name"] for module in json.loads((FOLDER / "files/manifest.json").read_text())["modules"]
            if not any(path.name.lower().startswith(("licen", "copying", "copyright"))
                       for path in share(f"licenses/{ID}/{module['name']}").glob("*"))]


def when(broken, what="so it is"):
    """What a rule says that looks at one fact."""
    return [what] if broken else []


SOURCE_RULES = {
    "appid-not-defined": lambda: when(not manifest().get("id")),
    "appid-filename-mismatch": lambda: when(manifest()["id"] != MANIFEST.stem, MANIFEST.name),
    "appid-length-more-than-255-chars": lambda: when(len(ID) > 255),
    "appid-less-than-3-components": lambda: when(ID.count(".") < 2),
    "appid-too-many-components-for-app": lambda: when(ID.count(".") > 4),
    "appid-component-wrong-syntax": lambda: [part for part in ID.split(".")
                                             if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", part)],
    "appid-ends-with-lowercase-desktop": lambda: when(ID.endswith(".desktop")),
    "appid-uses-code-hosting-domain": lambda: when(ID.split(".")[1] in ("github", "gitlab", "codeberg")),
    "toplevel-no-command": lambda: when(not manifest().get("command")),
    "toplevel-command-is-path": lambda: when("/" in manifest()["command"]),
    "toplevel-no-modules": lambda: when(not manifest().get("modules")),
    "toplevel-unnecessary-branch": lambda: [key for key in ("branch", "default-branch") if key in manifest()],
    "toplevel-cleanup-debug": lambda: when("/lib/debug" in manifest().get("cleanup", ())),
    "manifest-unknown-properties": builder_warnings,
    "manifest-toplevel-build-network-access": lambda: when(
        "--share=network" in manifest().get("build-options", {}).get("build-args", ())),
    "finish-args-not-defined": lambda: when(not manifest().get("finish-args")),
    "finish-args-arbitrary-dbus-access": lambda: arguments("socket") & {"session-bus", "system-bus"},
    "finish-args-contains-both-x11-and-fallback": lambda: when({"x11", "fallback-x11"} <= arguments("socket")),
    "finish-args-contains-both-x11-and-wayland": lambda: when({"x11", "wayland"} <= arguments("socket")),
    "finish-args-fallback-x11-without-wayland": lambda: when(
        "fallback-x11" in arguments("socket") and "wayland" not in arguments("socket")),
    "finish-args-only-wayland": lambda: when(not arguments("socket") & {"x11", "fallback-x11"}),
    "finish-args-x11-without-ipc": lambda: when("ipc" not in arguments("share")),
    "finish-args-has-socket-gpg-agent, ssh-auth": lambda: arguments("socket") & {"gpg-agent", "ssh-auth"},
    "finish-args-has-nosocket, nodevice, unshare": lambda: [
        name for name in ("nosocket", "nodevice", "unshare", "nofilesystem") if arguments(name)],
    "finish-args-has-dev-input, dev-usb": lambda: arguments("device") & {"input", "usb", "all"},
    # No folder: so none of home, host, autostart, XDG folders, reserved or other people's paths.
    "finish-args-*-filesystem-access": lambda: arguments("filesystem"),
    # No name: so no wildcard, no portal, no name of the desktop's own.
    "finish-args-*-own-name, *-talk-name": lambda: [name for name in BUS_ARGUMENTS if arguments(name)],
    "module-*-source-dest-filename-is-path": lambda: [
        name for name, source in sources("archive", "file", "git") if "/" in source.get("dest-filename", "")],
    "module-*-source-md5-deprecated, sha1-deprecated": lambda: [
        name for name, source in sources("archive", "file") if {"md5", "sha1"} & set(source)],
    "module-*-source-git-*": lambda: [name for name, _ in sources("git")],
    "module-*-autotools-redundant-prefix, non-release-build": lambda: [
        name for name, option in options("autotools") if option.startswith(("--prefix=", "--enable-debug"))],
    "module-*-buildsystem-is-plain-cmake": lambda: [
        module["name"] for module in modules() if module.get("buildsystem") == "cmake"],
    "module-*-cmake-*": lambda: [name for name, option in options("cmake", "cmake-ninja")
                                 if option.startswith(("-DCMAKE_INSTALL_PREFIX", "-DCMAKE_BUILD_TYPE"))],
    "missing-installed-license-module": lambda: [
        module["name"] for module in modules()
        if not any(f"share/licenses/$FLATPAK_ID/{module['name']} " in line for line in module.get("post-install", ()))],
    # There is none, so nothing in it is wrong.
    "flathub-json-*": lambda: [path.name for path in MANIFEST.parent.glob("flathub.json")],
    "external-gitmodule-url-found": lambda: [path.name for path in SOURCE.glob(".gitmodules")],
}
DATA_RULES = {
    "appstream-failed-validation": validation,
    "appstream-metainfo-missing": lambda: when(not metainfo_file().exists()),
    "appstream-id-mismatch-flatpak-id": lambda: when(metainfo("id") != [ID]),
    "appstream-missing-developer-name": lambda: when(not any(metainfo("developer/name"))),
    "appstream-missing-project-license": lambda: when(not any(metainfo("project_license"))),
    "appstream-name-too-long": lambda: [name for name in metainfo("name") if len(name) > 20],
    "appstream-summary-too-long": lambda: [text for text in metainfo("summary")[:1] if len(text) > 35],
    "appstream-summary-ends-in-dot": lambda: [text for text in metainfo("summary") if text.endswith(".")],
    "appstream-screenshot-missing-caption": lambda: when(
        len(metainfo("screenshots/screenshot")) != len(list(filter(None, metainfo("screenshots/screenshot/caption"))))),
    "appstream-unsupported-component-type, metainfo-missing-component-type": lambda: when(
        ElementTree.parse(metainfo_file()).getroot().get("type") != "desktop-application"),
    "metainfo-missing-component-tag": lambda: when(ElementTree.parse(metainfo_file()).getroot().tag != "component"),
    "metainfo-missing-launchable-tag": lambda: when(not metainfo("launchable[@type='desktop-id']")),
    "metainfo-launchable-tag-wrong-value": lambda: when(metainfo("launchable") != [f"{ID}.desktop"]),
    "metainfo-missing-screenshots": lambda: when(not any(metainfo("screenshots/screenshot/image"))),
    "metainfo-svg-screenshots": lambda: [address for address in metainfo("screenshots/screenshot/image")
                                         if address.endswith((".svg", ".svgz"))],
    "desktop-file-not-installed": lambda: when(not desktop_file().exists()),
    "desktop-file-failed-validation": lambda: run("desktop-file-validate", str(desktop_file())).stdout.splitlines(),
    "desktop-file-exec-key-absent": lambda: when(not desktop("Exec")),
    "desktop-file-exec-has-flatpak-run": lambda: when("flatpak run" in desktop("Exec")),
    "desktop-file-icon-key-absent, empty, wrong-value": lambda: when(desktop("Icon") != ID, desktop("Icon")),
    "desktop-file-is-hidden, is-nodisplay": lambda: [key for key in ("Hidden", "NoDisplay") if desktop(key) == "true"],
    "desktop-file-low-quality-category": lambda: when(
        set(filter(None, desktop("Categories").split(";"))) <= LOW_QUALITY),
}
BUILT_RULES = {
    **DATA_RULES,
    "appid-not-defined (metadata)": lambda: when(metadata("Application", "name") != ID),
    "finish-args (metadata)": lambda: [
        f"{key}={metadata('Context', key)}"
        for key, name in (("shared", "share"), ("sockets", "socket"), ("devices", "device"), ("filesystems", "filesystem"))
        if granted(key) != arguments(name)],
    "appstream-missing-appinfo-file": lambda: when(not share(f"app-info/xmls/{ID}.xml.gz").exists()),
    "appstream-multiple-components": lambda: when(len(catalogue()) != 1),
    "appstream-missing-categories": lambda: when(not catalogue("categories/category")),
    "appstream-missing-icon-key": lambda: when(not catalogue("icon")),
    "appstream-icon-key-no-type": lambda: when(not all(icon.get("type") for icon in catalogue("icon"))),
    "appstream-remote-icon-not-mirrored": lambda: when(catalogue("icon[@type='remote']")),
    "appstream-missing-icon-file": lambda: when(
        not share(f"app-info/icons/flatpak/128x128/{ID}.png").exists()),
    "appstream-launchable-file-missing": lambda: [
        element.text for element in catalogue("launchable") if not share(f"applications/{element.text}").exists()],
    "desktop-file-icon-not-installed, no-exportable-icon-installed": lambda: when(
        not list(share("icons/hicolor").glob(f"*/apps/{ID}.*"))),
    "non-svg-icon-in-scalable-folder": lambda: exported_icons("scalable/apps/*", (".svg", ".svgz")),
    "non-png-icon-in-hicolor-size-folder": lambda: exported_icons("[0-9]*/apps/*", (".png",)),
    "missing-installed-license-module": unlicensed,
    "elf-arch-multiple-found, not-found": lambda: {
        f"{name}: {machine}" for name, machine in programs()
        if machine != metadata("Application", "runtime").split("/")[1]},
    "toplevel-command (installed)": lambda: when(not (FOLDER / "files/bin" / manifest()["command"]).exists()),
}


def main():
    rules = BUILT_RULES if IS_BUILT else {**SOURCE_RULES, **DATA_RULES}
    counts = {"ok": 0, "not ok": 0, "skip": 0}
    print(f"1..{len(rules)}")
    for number, (name, look) in enumerate(rules.items(), 1):
        try:
            odd = sorted(map(str, look()))
            said = "not ok" if odd else "ok"
            rest = f" # {' '.join(odd)}" if odd else ""
            counts[said] += 1
        except CannotTell as error:
            said, rest = "ok", f" # SKIP {error}"
            counts["skip"] += 1
        print(f"{said} {number} - {name}{rest}")
    if IS_BUILT:
        skipped = f", {counts['skip']} skipped" if counts["skip"] else ""
        print(f"{counts['ok']} passed, {counts['not ok']} failed{skipped}")
    return counts["not ok"] > 0


sys.exit(main())
