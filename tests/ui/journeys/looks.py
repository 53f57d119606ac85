# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page in every look: light, dark, wide, narrow, with large text, in other languages."""

import re

from ui import accessibility, steps
from ui.journey import journey

_EXPIRED = {"scenario": "expired-certificate"}
_NARROW = (360, 640)
_SMALLEST = (360, 294)
_CLOSE = {"role": "button", "description": re.compile("Close|סגיר")}
_ENGLISH = re.compile(r"\b(the|and|with|your|mail|check)\b", re.IGNORECASE)
# What is no text of the window: the program's name on the bus, and what GTK and libadwaita say.
_NOT_OURS = ("mail-checkup", "Close the window")


@journey("Every page: nothing without a name, no trap for the focus, pictures in light and dark, wide and narrow",
         **_EXPIRED)
def pages(desktop):
    def look(window, name):
        desktop.show(name)
        accessibility.walk(window)

    steps.visit(desktop, look)


@journey("Every page on the smallest screen: nothing makes the window larger", **_EXPIRED)
def smallest(desktop):
    def look(window, name):
        window.resize(*_SMALLEST)
        desktop.remember(f"{name}-smallest", desktop.settled())
        accessibility.walk(window)

    steps.visit(desktop, look)


@journey("Every page with text half as large again, on a small screen", **_EXPIRED)
def large_text(desktop):
    desktop.enlarge(1.5)

    def look(window, name):
        window.resize(*_NARROW)
        accessibility.inspect(window)
        desktop.remember(f"{name}-large-text", desktop.settled())

    steps.visit(desktop, look)


@journey("Every page in high contrast", **_EXPIRED)
def high_contrast(desktop):
    desktop.choose("org/gnome/desktop/a11y/interface", "high-contrast", "true")

    def look(window, name):
        desktop.remember(f"{name}-high-contrast", desktop.settled())
        accessibility.inspect(window)

    steps.visit(desktop, look)


@journey("Words twice as long: the window grows no wider, and every sentence is translated", language="long", **_EXPIRED)
def long_words(desktop):
    def look(window, name):
        window.resize(*_NARROW)
        accessibility.inspect(window)
        left = [node.name for node in window.read().walk()
                if _ENGLISH.search(node.name) and node.name not in _NOT_OURS]
        assert not left, f"not translated: {left}"
        desktop.show(f"long-{name}", schemes=("light",))

    steps.visit(desktop, look)


@journey("From right to left: every page is turned round", language="hebrew", **_EXPIRED)
def right_to_left(desktop):
    def look(window, name):
        accessibility.inspect(window)
        assert window.reader.extents(window.find(**_CLOSE))[0] < 100, "the button that closes the window is not left"
        desktop.show(f"hebrew-{name}", schemes=("light",))

    steps.visit(desktop, look)


@journey("A locale that is not installed: the window speaks English", scenario="offline",
         environment={"LC_ALL": "xx_XX"})
def wrong_locale(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.check(window)
    steps.result(window)
    window.says("not connected")
