# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of Wayland on a screen nobody sees: sway, without anything of X11. There is a keyboard but no mouse."""

import io

from PIL import Image

from .patience import START_LIMIT, until

_SOCKET = "wayland-1"
_SWAY = """output HEADLESS-1 resolution {}x{}
default_border none
xwayland disable
"""


class Wayland:
    """The screen, the keyboard and the clipboard of DESKTOP."""

    def __init__(self, desktop, size):
        self._desktop = desktop
        self._size = size
        self.environment = {"WAYLAND_DISPLAY": _SOCKET}

    def start(self):
        """Switch the screen on."""
        configuration = self._desktop.write("sway.conf", _SWAY.format(*self._size))
        self._desktop.launch("sway", "--config", configuration, environment={
            "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"})

    def await_manager(self):
        """Wait until there is a screen, and a keyboard that stays."""
        until(self._is_on, "the compositor starts", START_LIMIT)
        # A keyboard of wtype is gone when that ends, and a window without any has no focus.
        self._desktop.launch("wtype", "-s", str(2 ** 31 - 1))

    def _is_on(self):
        return (self._desktop.runtime / _SOCKET).exists() and self.picture() is not None

    def key(self, *keys):
        """Press these keys, one after the other, in the names of xdotool."""
        for chord in keys:
            *held, last = chord.split("+")
            self._desktop.run("wtype", *(word for name in held for word in ("-M", name)), "-k", last,
                              *(word for name in held for word in ("-m", name)))

    def type(self, text):
        """Type TEXT where the focus is."""
        self._desktop.run("wtype", "--", text, limit=60)

    def focus(self, find_window):
        """What is open last has it."""

    def clipboard(self, kind=None):
        """What was copied, as bytes: plain text, or of this KIND; empty when there is none."""
        try:
            return self._desktop.run("wl-paste", "--no-newline", "--type", kind or "text")
        except RuntimeError:
            return b""

    def copy(self, text):
        """Put TEXT on the clipboard, as another program would."""
        self._desktop.launch("wl-copy", "--foreground", words=text.encode())

    def picture(self):
        """What the screen shows now, or None as long as it is off."""
        try:
            return Image.open(io.BytesIO(self._desktop.run("grim", "-"))).convert("RGB")
        except RuntimeError:
            return None
