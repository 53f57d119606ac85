# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of Mail Checkup as a person handles it: with the mouse, the keyboard or a screen reader."""

import re
import subprocess
import time

from gi.repository import GLib

from .patience import LIMIT, Impatience, until
from .reader import Reader

_ENTRIES = ("text", "entry", "password text")
# What is smaller is not clicked in its middle.
_SMALL = 80
# How much lower than GTK says a thing may lie.
_LOST = 24
_BUTTONS = ("button", "push button", "toggle button")


def _fits(value, wanted):
    return wanted is None or (wanted.search(value) if isinstance(wanted, re.Pattern) else
                              value in wanted if isinstance(wanted, tuple) else value == wanted)


def _comes(condition, limit):
    try:
        return until(condition, "", limit)
    except Impatience:
        return False


def _is_within(node, name):
    while node is not None and not (node.name and _fits(node.name, name)):
        node = node.parent
    return node is not None


class Program:
    """Any program on the desktop, read and handled from outside."""

    def __init__(self, desktop, process=None, name=None, told=None):
        self.desktop = desktop
        self.process = process
        self._first = None
        self.reader = Reader(desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        self.place = self.reader.await_program(process, name, told)

    # Reading

    def _spoken(self, name):
        """NAME in the language of this desktop."""
        if isinstance(name, tuple):
            return tuple(map(self._spoken, name))
        return self.desktop.translate(name) if isinstance(name, str) else name

    def read(self):
        """All that can be seen now."""
        return self.reader.read(self.place)

    def all(self, role=None, name=None, state=None, description=None, within=None):
        """The parts of this role and name that can be seen now; WITHIN is the name of something they are in."""
        name, within = self._spoken(name), self._spoken(within)
        return [node for node in self.read().walk()
                if _fits(node.role, role) and _fits(node.name, name) and _fits(node.description, description) and
                (state is None or state in node.states) and (within is None or _is_within(node, within))]

    def find(self, role=None, name=None, state=None, description=None, within=None, limit=LIMIT):
        """The first part of this role and name, as soon as it can be seen."""
        def look():
            return self.all(role, name, state, description, within)
        wanted = " ".join(str(getattr(value, "pattern", value))
                          for value in (role, name, state, description, within) if value)
        try:
            return until(look, f"“{wanted}” can be seen", limit)[0]
        except Impatience as error:
            raise Impatience(f"{error}\n{self.drawing()}") from None

    def gone(self, role=None, name=None, limit=LIMIT):
        """Wait until there is no such part any more."""
        try:
            until(lambda: not self.all(role, name), f"{role or ''} “{name or ''}” goes away", limit)
        except Impatience as error:
            raise Impatience(f"{error}\n{self.drawing()}") from None

    def words(self):
        """All that can be read, as one text."""
        return "\n".join(text for node in self.read().walk() for text in (node.name, node.description) if text)

    def says(self, *texts, limit=LIMIT):
        """Wait until all these TEXTS can be read."""
        def look():
            words = self.words()
            return all(text in words if isinstance(text, str) else text.search(words) for text in texts)
        try:
            until(look, f"{texts} can be read", limit)
        except Impatience as error:
            raise Impatience(f"{error}\n{self.drawing()}") from None

    def heard(self, text, times=1, limit=LIMIT):
        """Wait until TEXT has been announced to screen readers so many TIMES."""
        try:
            until(lambda: sum(text in announcement for announcement in self.reader.heard()) >= times,
                  f"“{text}” is announced", limit)
        except Impatience as error:
            raise Impatience(f"{error}; heard were {self.reader.announcements}") from None

    def drawing(self):
        """What can be seen, for the log."""
        return "\n".join(self.read().draw())

    def focused(self):
        """What has the focus of the keyboard, or None."""
        return next(iter(self.all(state="focused")), None)

    # Handling

    def _tool(self, *arguments):
        return self.desktop.run("xdotool", *arguments, limit=60).decode()

    def key(self, *keys):
        """Press these keys, one after the other, in the names of xdotool."""
        self.desktop.session.key(*keys)

    def go_to(self, name, key="Tab", limit=60):
        """Press KEY until what has this NAME has the focus; return it."""
        for _ in range(limit):
            node = self.focused()
            if node is not None and _fits(node.name, self._spoken(name)):
                return node
            self.key(key)
        raise AssertionError(f"{key} does not lead to “{name}” in {limit} steps")

    def type(self, text):
        """Type TEXT where the focus is."""
        self.desktop.session.type(text)

    def origin(self, node=None):
        """Where the window of NODE lies on the screen: left, top, width, height."""
        lines = self._tool("getwindowgeometry", "--shell", self._window(node))
        values = dict(line.split("=") for line in lines.split() if "=" in line)
        return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))

    def _numbers(self):
        try:
            return self._tool("search", "--onlyvisible", *self.desktop.app.windows(self.process)).split()
        except RuntimeError:
            return None  # not yet

    def _window(self, node=None):
        """The number of the program's window that NODE is in, or of its first."""
        if node is None and self._first:
            return self._first
        top = node
        while top is not None and top.parent is not None and top.parent.parent is not None:
            top = top.parent
        numbers = until(self._numbers, "the window is on the screen")
        for number in numbers if top is not None and len(numbers) > 1 else ():
            if self._tool("getwindowname", number).strip() == top.name:
                return number
        self._first = self._first or numbers[0]
        return self._first

    def click(self, node, down=0.75, limit=LIMIT):
        """Click on what NODE shows, this far DOWN in it, scrolled to where it can be seen."""
        until(lambda: self.reader.extents(node)[2] > 0, f"“{node.name}” is laid out", limit)
        left, top, *_ = self.origin(node)
        x, y, width, height = self._scroll(node, (left, top), limit)
        # GTK leaves the padding of all around out of account, so that things lie lower and further right than it says.
        x, y = x + (width // 2 if width > _SMALL else width * 3 // 4), y + int(height * down)
        self._tool("mousemove", str(left + x), str(top + y), "click", "1")

    def _scroll(self, node, origin, limit):
        """Turn the wheel until NODE is in sight, or its middle if it is large; return its place."""
        pane = node.parent
        while pane is not None and pane.role != "scroll pane":
            pane = pane.parent
        end = time.monotonic() + limit
        while True:
            place = self.reader.extents(node)
            if pane is None:
                return place
            left, top, width, height = self.reader.extents(pane)
            lowest = place[1] + place[3] + _LOST
            if top <= place[1] and lowest <= top + height or lowest - place[1] > height or time.monotonic() > end:
                return place
            before = place
            self._tool("mousemove", str(origin[0] + left + width // 2), str(origin[1] + top + height // 2),
                       "click", "5" if lowest > top + height else "4")
            # At an end nothing moves any more.
            if not _comes(lambda: self.reader.extents(node) != before, 0.3):
                return self.reader.extents(node)

    def button(self, name, limit=LIMIT, **more):
        """The button of this NAME, once it can be pressed."""
        return self.find(_BUTTONS, name, state="sensitive", limit=limit, **more)

    def press(self, name, **more):
        """Click the button of this NAME."""
        self.click(self.button(name, **more))

    def entry(self, name, **more):
        """The entry of this NAME."""
        return self.find(_ENTRIES, name, **more)

    def fill(self, name, text, **more):
        """Put TEXT into the entry of this NAME, in place of what stands there."""
        entry = self.entry(name, **more)
        self.click(entry)
        until(lambda: self.focused() is not None and self.focused().place == entry.place, f"“{name}” has the focus")
        self.key("ctrl+a")
        if text:
            self.type(text)
        else:
            self.key("BackSpace")

    def value(self, name, **more):
        """What stands in the entry of this NAME."""
        return self.reader.text(self.entry(name, **more))


class Window(Program):
    """The window of Mail Checkup."""

    def await_start(self):
        self.find("heading", "What Is Wrong With Your Email?")

    def page(self, title, limit=LIMIT):
        """Wait until the page of this TITLE is shown."""
        return self.find(name=title, role=("group", "grouping", "panel", "page"), limit=limit)

    def resize(self, width, height):
        """Make the window this large, in the corner of the screen."""
        number = self._window()
        self._tool("windowmove", number, "0", "0", "windowsize", number, str(width), str(height))
        until(lambda: self.origin() == (0, 0, width, height), f"the window becomes {width}×{height}")

    def close(self, limit=10):
        """Close the window as its owner would and wait for the end of the program."""
        self.key("ctrl+w")
        return self.ended(limit)

    def quit(self, limit=10):
        """Close what is open, one after the other, and wait for the end of the program."""
        def look():
            if self.process.poll() is None:
                try:
                    self.desktop.session.focus(self._window)
                    self.key("Escape", "ctrl+w")
                    self.process.wait(0.5)
                except (RuntimeError, subprocess.TimeoutExpired):
                    pass  # it is just going, or there was a dialog
            return self.process.poll() is not None
        until(look, "the program ends", limit)
        return self.process.returncode

    def ended(self, limit=10):
        """Wait for the end of the program and return its exit status."""
        try:
            return self.process.wait(limit)
        except subprocess.TimeoutExpired:
            raise Impatience(f"the program does not end after its window was closed\n{self._remains()}") from None

    def _remains(self):
        try:
            return self.drawing()
        except GLib.Error as error:
            return error.message
