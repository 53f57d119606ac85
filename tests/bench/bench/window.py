# SPDX-License-Identifier: GPL-3.0-or-later
"""The window beside GNOME's own text editor, on the same desktop, and its longest frame.

Both programs start in turns, each alone on the screen. The first frame is there when the screen that nobody sees shows
anything; memory is looked at when the program has come to rest."""

import mmap
import os
import re
import shutil
import statistics
import sys
import time
from pathlib import Path

from .figure import Figure

PEER = "gnome-text-editor"
RUNS = 9
LIMIT = 1.0
SETTLE = 2.5
PATIENCE = 30
ROUNDS = 20
FRAME = 16_000                    # microseconds
_PAUSE = 0.001
_STEP = 16                        # every so many lines of the screen are looked at
_POINTER = 20                     # lines at the bottom where the pointer is parked


class _Glass:
    """The screen as it was before, and whether it is still so."""

    def __init__(self, desktop):
        picture = desktop.picture()
        with open(desktop.directory / "Xvfb_screen0", "rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        width, height = picture.width * 4, picture.height
        start = len(self._memory) - width * height
        self._lines = [slice(start + line * width, start + (line + 1) * width)
                       for line in range(0, height - _POINTER, _STEP)]
        self._before = [self._memory[line] for line in self._lines]

    def is_empty(self):
        return all(self._memory[line] == before for line, before in zip(self._lines, self._before))

    def wait(self, empty):
        end = time.monotonic() + PATIENCE
        while self.is_empty() != empty:
            if time.monotonic() > end:
                raise RuntimeError("the window does not " + ("go" if empty else "come"))
            time.sleep(_PAUSE)


def _resident(process):
    """KiB of a process in memory."""
    text = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    return int(re.search(r"^Rss: +(\d+) kB", text, re.M)[1])


def _start(desktop, glass, program):
    """How long PROGRAM takes to its first frame, in seconds, and what it holds then, in KiB."""
    began = time.monotonic()
    process = desktop.launch(program)
    glass.wait(empty=False)
    seconds = time.monotonic() - began
    time.sleep(SETTLE)
    resident = _resident(process)
    process.terminate()
    process.wait()
    glass.wait(empty=True)
    return seconds, resident


def _starts(desktop, programs):
    desktop.run("xdotool", "mousemove", "10000", "10000")
    glass = _Glass(desktop)
    times = {program: [] for program in programs}
    for _ in range(RUNS + 1):
        for program in programs:
            times[program].append(_start(desktop, glass, program))
    # The first of each fills the caches of disk and fonts.
    return [times[program][1:] for program in programs]


def _frames(desktop, program):
    output = desktop.run(program, str(ROUNDS), limit=ROUNDS * PATIENCE)
    return [[int(number) for number in line.split()] for line in output.decode().splitlines()]


def _measure(stage, app, frame):
    from ui.desktop import Desktop  # its libraries are wanted here alone
    desktop = Desktop(app, stage.directory, {"G_DEBUG": ""})
    try:
        desktop.start()
        return {"starts": _starts(desktop, [app, PEER]), "frames": _frames(desktop, frame)}
    finally:
        desktop.stop()


def measure(stage, tell, app, frame):
    if not shutil.which(PEER):
        raise RuntimeError(f"{PEER} is not installed")
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "ui"))
    answer = stage.at_home(lambda: _measure(stage, app, frame))
    own, peer = ([statistics.median(values) for values in zip(*runs)] for runs in answer["starts"])
    work, wall = (statistics.median(values) for values in zip(*answer["frames"]))
    tell(f"window: {RUNS} starts of each in turns; medians to the first frame and of resident memory:")
    for name, (seconds, resident) in ((os.path.basename(app), own), (PEER, peer)):
        tell(f"    {seconds * 1000:7.0f} ms {resident / 1024:7.1f} MiB  {name}")
    tell(f"    sixty checks change at once, {ROUNDS} times: the longest frame took {work / 1000:.1f} ms of work, "
         f"{wall / 1000:.1f} ms by the clock, in the median; {max(row[0] for row in answer['frames']) / 1000:.1f} ms "
         "of work at most")
    return [Figure("window-start", own[0] / peer[0], LIMIT, f"times the time of {PEER} to the first frame"),
            Figure("window-memory", own[1] / peer[1], LIMIT, f"times the resident memory of {PEER}"),
            Figure("window-frame", work / FRAME, LIMIT, "times 16 ms for the longest frame while sixty checks change")]
