# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true of every page, whoever looks at it, and however."""

import re

from .patience import until

# What a person can do something with.
# (Items of menus are left out: GTK 4.18 tells their names in none of GNOME's programs.)
CONTROLS = ("button", "push button", "toggle button", "check box", "switch", "text", "entry", "password text",
            "combo box", "spin button", "slider", "link", "list item", "radio button", "tab", "table cell")
# What Tab must come to; rows and items of lists are reached by arrows.
_STOPS = ("button", "push button", "toggle button", "check box", "switch", "text", "entry", "password text",
          "combo box", "spin button", "slider", "link")
# The window's own, moved by the keys of the desktop.
_TITLE_BUTTONS = ("Minimize", "Maximize", "Restore", "Close")
_MNEMONIC = re.compile(r"(^|\s)_\w|\w_\w")
_LONGEST_CYCLE = 120


def faults(tree):
    """What is wrong with the parts of a page, as sentences."""
    for node in tree.walk():
        if node.role in CONTROLS and "focusable" in node.states and not node.name.strip() and not _holds_row(node):
            yield f"a {node.role} has no name; it is in {_around(node)}"
        if node.role in ("image", "icon") and not (node.name or node.description):
            yield f"a picture has neither a name nor the role of an ornament; it is in {_around(node)}"
        if node.role in CONTROLS and _MNEMONIC.search(node.name):
            yield f"“{node.name}” shows a mark for a key"
        if node.role == "progress bar" and not node.name:
            yield "a progress bar has no name"


def _holds_row(node):
    """Whether this only holds what has the name: libadwaita's rows that expand, and the choice in a row of choices."""
    return node.role == "list item" and any(one.role in ("list item", "label") and one.name for one in node.walk())


def _around(node):
    while node is not None and not node.name:
        node = node.parent
    return f"“{node.name}”" if node else "the window"


def inspect(window):
    """Look at what the window shows now."""
    tree = window.read()
    found = sorted(set(faults(tree)))
    assert not found, "; ".join(found) + "\n" + "\n".join(tree.draw())
    return tree


def _can_be_used(node):
    """Whether neither the part nor the row it is in is switched off."""
    while node is not None and node.parent is not None:
        if "sensitive" not in node.states:
            return False
        node = node.parent
    return True


def stops(window):
    """Press Tab until the focus is back where it was first; return where it came to."""
    window.key("Tab")
    first = until(window.focused, "Tab moves the focus somewhere", 5)
    came_to = [first]
    for _ in range(_LONGEST_CYCLE):
        before = came_to[-1]
        window.key("Tab")
        node = window.focused()
        if node is None or node.place == before.place:
            raise AssertionError(f"the focus stays on {before.role} “{before.name}”")
        if node.place == first.place:
            return came_to
        if node.place in [one.place for one in came_to]:
            raise AssertionError(f"the focus goes round without coming back to {first.role} “{first.name}”, from "
                                 f"{node.role} “{node.name}”")
        came_to.append(node)
    raise AssertionError(f"the focus does not come back to {first.role} “{first.name}”")


def walk(window):
    """Look at the page, go through it with Tab, and see that Tab comes to everything."""
    inspect(window)
    came_to = stops(window)
    tree = window.read()
    # A dialog keeps the focus to itself.
    top = next((node for node in reversed([*tree.walk()]) if node.role == "dialog"), tree)
    missed = [node for node in top.walk() if node.role in _STOPS and "focusable" in node.states and _can_be_used(node)
              and node.name not in _TITLE_BUTTONS and not any(one.inside(node) or node.inside(one) for one in came_to)]
    assert not missed, "Tab never comes to " + ", ".join(f"{node.role} “{node.name}”" for node in missed)
    return came_to
