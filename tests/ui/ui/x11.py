# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of X11 on a screen nobody sees: Xvfb, openbox, and the tools that move and read it."""

import os
import random
import select
from pathlib import Path

from world import namespaces

from . import screen
from .patience import START_LIMIT, Impatience, until

# Any number will do, but other screens that start now must not have it: they compile keymaps under this name in /tmp.
_DISPLAYS = range(1000, 50000)
_SOCKETS = Path("/tmp/.X11-unix")
_PLAIN = "UTF8_STRING"
_WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""


class X11:
    """The screen, the keyboard and the clipboard of DESKTOP."""

    def __init__(self, desktop, size):
        self._desktop = desktop
        self._size = size
        self._display = f":{random.choice(_DISPLAYS)}"
        self._picture = desktop.directory / "Xvfb_screen0"
        self.environment = {"DISPLAY": self._display, "GDK_BACKEND": "x11"}

    def start(self):
        """Switch the screen on."""
        _SOCKETS.mkdir(mode=0o1777, exist_ok=True)
        namespaces.hide(_SOCKETS)
        reading, writing = os.pipe()
        self._desktop.launch("Xvfb", self._display, "-nolock", "-nolisten", "tcp", "-noreset", "-fbdir",
                             str(self._picture.parent), "-screen", "0", f"{self._size[0]}x{self._size[1]}x24",
                             "-displayfd", str(writing), keep=(writing,))
        os.close(writing)
        with open(reading, "rb") as number:
            if not select.select([number], [], [], START_LIMIT)[0] or not number.readline():
                raise Impatience("no screen: Xvfb does not start")
        self._desktop.launch("openbox", "--config-file", self._desktop.write("openbox.xml", _WINDOW_MANAGER),
                             "--sm-disable")

    def await_manager(self):
        """A window that comes before the manager is ready is sometimes never shown."""
        until(self._has_manager, "the window manager starts", START_LIMIT)

    def _has_manager(self):
        try:
            return self._desktop.run("xdotool", "get_num_desktops")
        except RuntimeError:
            return None  # not yet

    def key(self, *keys):
        """Press these keys, one after the other, in the names of xdotool."""
        self._desktop.run("xdotool", "key", "--delay", "8", *keys, limit=60)

    def type(self, text):
        """Type TEXT where the focus is."""
        self._desktop.run("xdotool", "type", "--delay", "4", text, limit=60)

    def focus(self, find_window):
        """Give the focus to the window whose number FIND_WINDOW returns."""
        self._desktop.run("xdotool", "windowfocus", find_window(), limit=60)

    def clipboard(self, kind=None):
        """What was copied, as bytes: plain text, or of this KIND; empty when there is none."""
        try:
            return self._desktop.run("xclip", "-out", "-selection", "clipboard", "-target", kind or _PLAIN)
        except RuntimeError:
            return b""

    def copy(self, text):
        """Put TEXT on the clipboard, as another program would."""
        self._desktop.launch("xclip", "-in", "-quiet", "-selection", "clipboard", "-target", _PLAIN,
                             words=text.encode())

    def picture(self):
        """What the screen shows now, or None as long as it is off."""
        return screen.read(self._picture) if self._picture.exists() else None
