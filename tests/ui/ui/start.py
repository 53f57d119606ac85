# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to start Mail Checkup: as it was built here, or as a Flatpak in its sandbox."""

import os
import subprocess
from pathlib import Path

from world import home, namespaces

_ID = "org.mailcheckup.MailCheckup"
_RUNTIME = Path("/run/user", str(os.getuid()))


class Built:
    """The program in the folder it was built in."""
    is_sandboxed = False
    services = ()
    told = None

    def __init__(self, path):
        self.path = Path(path)
        self.command = (str(path),)
        self.rerun = ("--app", str(path))

    @property
    def build(self):
        """The folder that it was built in."""
        return self.path.resolve().parents[2]

    def environment(self):
        return {"GSETTINGS_SCHEMA_DIR": str(self.build / "data"), "GSETTINGS_BACKEND": "keyfile",
                "ADW_DISABLE_PORTAL": "1"}

    def settings(self, person):
        """Where the program's own settings lie in the home of PERSON."""
        return person / ".config"

    def prepare(self, desktop):
        """What the desktop has to have beside the program."""

    def windows(self, process):
        """How xdotool finds its windows."""
        return "--pid", str(process.pid)


class Sandboxed:
    """The Flatpak that FLATPAK_USER_DIR has, on the runtime in FLATPAK_SYSTEM_DIR."""
    is_sandboxed = True
    # What a desktop with Flatpak starts when somebody asks for it.
    services = ("org.freedesktop.Flatpak", "org.freedesktop.impl.portal.PermissionStore",
                "org.freedesktop.impl.portal.desktop.gtk", "org.freedesktop.portal.Desktop",
                "org.freedesktop.portal.Documents", "org.freedesktop.portal.Flatpak")
    # Its calls come through a proxy, so it is known by what it says of itself.
    told = "mail-checkup"
    rerun = ("--flatpak",)

    def __init__(self):
        # For a journey to take away: see flatpak-run(1).
        self.options = []
        home.trust_in_runtime(os.environ["FLATPAK_SYSTEM_DIR"])

    @property
    def command(self):
        # Outside, the desktop keeps its settings in a file; inside, the program keeps its own as it does at home.
        return "flatpak", "run", "--user", "--unset-env=GSETTINGS_BACKEND", *self.options, _ID

    def environment(self):
        names = ("FLATPAK_SYSTEM_DIR", "FLATPAK_USER_DIR")
        exports = f"{os.environ['FLATPAK_USER_DIR']}/exports/share"
        return {"XDG_DATA_DIRS": f"{exports}:/usr/local/share:/usr/share", "GDK_DISABLE": "gl,vulkan",
                "GSETTINGS_BACKEND": "keyfile", "XDG_RUNTIME_DIR": str(_RUNTIME),
                **{name: os.environ[name] for name in names}}

    def settings(self, person):
        return person / ".var/app" / _ID / "config"

    def data(self, person):
        """Where the program's own data lie in the home of PERSON."""
        return person / ".var/app" / _ID / "data"

    def prepare(self, desktop):
        # Portals name files by a path that is the same inside and outside, where everybody has this folder.
        _RUNTIME.mkdir(parents=True, exist_ok=True)
        namespaces.bind(desktop.runtime, _RUNTIME)
        desktop.furnish(".config/xdg-desktop-portal/portals.conf",
                        "[preferred]\ndefault=gtk\norg.freedesktop.impl.portal.Secret=gnome-keyring\n")

    def windows(self, process):
        return "--class", f"^({_ID}|mail-checkup)$"


def installed():
    """Whether the Flatpak is there."""
    return subprocess.run(["flatpak", "info", "--user", _ID], capture_output=True, check=False).returncode == 0
