# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging things onto the window, from one of another program."""

from pathlib import Path

from .patience import until

_SOURCE = Path(__file__).resolve().parent / "drag_source.py"
_TITLE, _SIZE = "Things to Drag", 120
_PLACE = (1100, 850)
_STEPS = 10


def carry(desktop, window, target, *things, look=None):
    """Drag THINGS, paths of files or one text, from a window beside the program's, and drop them on TARGET.

    With LOOK a picture of this name is kept of how that looks before they are dropped."""
    desktop.run("xdotool", "mouseup", "1")
    process = desktop.launch("python3", str(_SOURCE), _TITLE, str(_SIZE), *map(str, things), log="drag.log")
    number = desktop.run("xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{_TITLE}$").split()[0].decode()
    desktop.run("xdotool", "windowmove", "--sync", number, str(_PLACE[0]), str(_PLACE[1]))
    left, top, *_ = window.origin()
    x, y, width, height = window.reader.extents(target)
    start = (_PLACE[0] + _SIZE // 2, _PLACE[1] + _SIZE // 2)
    end = (left + x + width // 2, top + y + height // 2)
    desktop.run("xdotool", "mousemove", *map(str, start), "mousedown", "1")
    # A drag begins once the pointer has gone a little way, and goes on as it moves.
    for step in range(1, _STEPS + 1):
        desktop.run("xdotool", "mousemove", *(str(a + (b - a) * step // _STEPS) for a, b in zip(start, end)),
                    "sleep", "0.05")
    if look:
        desktop.remember(look)
    desktop.run("xdotool", "mouseup", "1")
    until(lambda: process.poll() is not None, "what was dragged is taken")
