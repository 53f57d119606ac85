# SPDX-License-Identifier: GPL-3.0-or-later
"""What a journey is, which there are, and how one is made."""

import dataclasses
import importlib
import time
import traceback
from pathlib import Path

from world import ban, home, internet, runner, scenario

from . import locales, patience
from .desktop import Desktop
from .x11 import X11

_DIRECTORY = Path(__file__).resolve().parents[1] / "journeys"
_all = {}
# Journeys made in the sandbox too; others would show the same there, or need the program where it was built.
_SHARED = ("about", "wayland", "all-well", "back-and-forth", "close-while-checking", "expired-certificate", "leave", "network-lost",
           "notification-clicked", "notification-not-needed", "notification-seen", "offline", "preferences",
           "wrong-password")


@dataclasses.dataclass(frozen=True)
class Journey:
    """A way through the window; its function does what a person does and fails where that person would be stuck."""
    name: str
    title: str
    make: object
    scenario: str = "all-well"
    environment: dict = dataclasses.field(default_factory=dict)
    services: tuple = ()
    animations: bool = False      # as long as they run nothing can be clicked, so most journeys go without
    language: str = ""            # one of locales.py
    read_only: bool = False       # nothing can be written to the home
    sandbox: bool = False         # only where the program runs as a Flatpak
    portals: bool = True          # the desktop has portals for Flatpaks
    session: type = X11           # or Wayland


def journey(title, **more):
    """Declares a journey: its function gets the desktop, with everything but the window started."""
    def declare(function):
        name = function.__name__.replace("_", "-")
        assert name not in _all, f"there are two journeys “{name}”"
        _all[name] = Journey(name, title, function, **more)
        return function
    return declare


def load_all(names=(), sandboxed=False):
    """The journeys of these names, or all there are for this way to start the program."""
    for path in sorted(_DIRECTORY.glob("*.py")):
        importlib.import_module(f"journeys.{path.stem}")
    for name in names:
        if name not in _all:
            raise scenario.ScenarioError(f"there is no journey “{name}”; --list shows them")
    return [entry for name, entry in _all.items()
            if (name in names if names else entry.sandbox == sandboxed or (sandboxed and name in _SHARED))]


def run_all(journeys, app, jobs, keep, rerun, gallery):
    """Make JOURNEYS side by side, over one Internet, and report each; return the exit status."""
    scenarios = {name: scenario.load_all([name])[0] for name in sorted({entry.scenario for entry in journeys})}
    world = internet.Internet(list(scenarios.values()))
    world.start()
    numbers = {entry.name: number for number, entry in enumerate(journeys, start=1)}

    def play(entry):
        return _play(entry, scenarios[entry.scenario], world, numbers[entry.name], app, gallery)

    return runner.tell_all(journeys, play, jobs, rerun, keep)


def _play(entry, known, world, number, app, gallery):
    started = time.monotonic()
    directory = runner.HOMES / entry.name
    home.move_in(number, known.network, directory, world.authority)
    if known.network.guesses:
        ban.provoke(known, world.addresses[known.server.host])
    desktop = Desktop(app, directory, {**entry.environment, **_language(entry, app, directory)},
                      entry.services, entry.animations, gallery, locales.translator(entry.language), entry.read_only,
                      entry.portals, entry.session)
    desktop.scenario = known
    reasons, details = [], []
    try:
        desktop.start()
        entry.make(desktop)
        desktop.end()
    except (AssertionError, patience.Impatience) as error:
        first, *rest = str(error).splitlines() or [traceback.format_exc(limit=-1).strip()]
        reasons.append(first)
        details = [*_where(error), *desktop.witness(f"failed-{entry.name}", rest)]
    except Exception:
        reasons.append("the journey itself broke")
        details = [*traceback.format_exc().splitlines(), *desktop.witness(f"failed-{entry.name}", ())]
    finally:
        desktop.stop()
    reasons += [f"on the console: {line}" for line in desktop.complaints()]
    return {"reasons": reasons, "details": details, "seconds": time.monotonic() - started}


def _language(entry, app, directory):
    return locales.speak(entry.language, app.path, directory) if entry.language else {}


def _where(error):
    """The line of the journey that failed."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if Path(frame.filename).parent == _DIRECTORY:
            return [f"{Path(frame.filename).name}:{frame.lineno}: {frame.line}"]
    return []
