# SPDX-License-Identifier: GPL-3.0-or-later
"""Running scenarios over one standing Internet, and telling how they went."""

import os
import shlex
import shutil
import sys
import tempfile
import time
from pathlib import Path

from . import ban, home, hosts, namespaces, parallel, product
from .internet import Internet

HOMES = namespaces.WORK / "homes"


def run_all(scenarios, under_test, jobs, keep, rerun, awaited=False):
    """Run SCENARIOS; return the exit status. RERUN is the command that runs one of them again, without its name.

    What the product cannot do yet is skipped, unless it is AWAITED all the same."""
    skipped = [(scenario, reason) for scenario in scenarios if (reason := _obstacle(scenario, under_test, awaited))]
    for scenario, reason in skipped:
        print(f"# skipped: {scenario.name} {reason}")
    scenarios = [scenario for scenario in scenarios if not any(scenario is other for other, _ in skipped)]
    world = Internet(scenarios)
    world.start()
    numbers = {scenario.name: number for number, scenario in enumerate(scenarios, start=1)}

    def play(scenario):
        started = time.monotonic()
        number = numbers[scenario.name]
        directory = HOMES / scenario.name
        home.move_in(number, scenario.network, directory, world.authority)
        if scenario.network.guesses:
            ban.provoke(scenario, world.addresses[scenario.server.host])
        runs = product.call(under_test, scenario, directory)
        reasons, details = product.judge(scenario, (number, _where(world, scenario)), under_test, runs,
                                         directory)
        return {"reasons": reasons, "details": details, "seconds": time.monotonic() - started}

    return tell_all(scenarios, play, jobs, rerun, keep, len(skipped))


def _obstacle(scenario, under_test, awaited):
    """Why a scenario cannot be run with this product, if so."""
    if scenario.awaits and not awaited:
        return f"awaits {scenario.awaits}"
    if scenario.clock and under_test.is_sandboxed:
        return "needs a false clock, which does not reach into a sandbox"
    if scenario.clock and under_test.is_instrumented:
        return "needs a false clock, under which instrumented builds hang"
    if scenario.network.guesses and not shutil.which("fail2ban-server"):
        return "needs fail2ban, which is not installed here"
    if (scenario.network.delay or scenario.network.tunnel) and not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "needs /dev/net/tun, which is not here"
    if scenario.clock and product.clock_library() is None:
        return "needs libfaketime, which is not installed here"
    return ""


def _where(world, scenario):
    """The addresses of the scenario's own hosts."""
    return [address for server in hosts.of(scenario) for address in world.addresses[server.host]]


def tell_all(scenarios, play, jobs, rerun, keep=False, skipped=0):
    """Play SCENARIOS side by side and report each as it ends; return the exit status."""
    failed = 0
    for count, (scenario, answer) in enumerate(parallel.each(play, scenarios, jobs), start=1):
        failed += not _tell(count, scenario, answer, rerun)
    if failed or keep:
        print(f"outputs and logs of the servers: {_keep()}")
    more = f", {skipped} skipped" if skipped else ""
    print(f"{len(scenarios) - failed} passed, {failed} failed{more}", flush=True)
    return 1 if failed else 0


def _tell(count, scenario, answer, rerun):
    """One line for a scenario that passed, some more for one that did not."""
    if "error" in answer:
        answer = {"reasons": ["the world itself failed"], "details": answer["error"].splitlines(), "seconds": 0}
    passed = not answer["reasons"]
    print(f"{'ok' if passed else 'not ok'} {count} - {scenario.name} ({answer['seconds']:.1f} s)")
    for reason in answer["reasons"]:
        print(f"    {reason}")
    for detail in answer["details"]:
        print(f"      {detail}")
    if not passed:
        print(f"      again: {shlex.join([*rerun, scenario.name])}")
    sys.stdout.flush()
    return passed


def _keep():
    """Copy what would vanish with the world to a place that stays."""
    place = Path(tempfile.mkdtemp(prefix="mail-checkup-world-"))
    for name in ("log", "homes"):
        if (namespaces.WORK / name).is_dir():
            shutil.copytree(namespaces.WORK / name, place / name, symlinks=True, ignore_dangling_symlinks=True,
                            ignore=lambda folder, names: [n for n in names if not _copyable(Path(folder, n))])
    return place


def _copyable(path):
    return path.is_file() or path.is_dir()
