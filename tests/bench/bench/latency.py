# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a whole checkup takes, as a multiple of the time that light would need: the round trips of its longest
chain of dependent steps (chain.py says what counts) times the line's round trip. Beside waits without need the ratio
holds starting the program, all computing, and what the servers take to think."""

import resource
import statistics

from . import chain
from .capture import Capture
from .figure import Figure

ROUND_TRIP = 50                   # milliseconds
RUNS = 15
LIMIT = 1.25


def _computing():
    """Seconds that the programs run so far have computed, on all processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _measure(stage):
    rows = []
    for _ in range(RUNS):
        computed = _computing()
        capture = Capture()
        seconds, report = stage.check("--verbose")
        found = chain.flows(capture.end(), ROUND_TRIP / 1000)
        longest = chain.longest(found, report, *stage.hosts)
        rows.append({"seconds": seconds, "inside": report["duration_ms"] / 1000,
                     "computed": _computing() - computed, "length": longest.length,
                     "story": longest.story, "ratio": seconds * 1000 / (longest.length * ROUND_TRIP),
                     "flows": _describe(found),
                     "timeline": [(finding["check"], finding["started_ms"], finding["duration_ms"])
                                  for finding in report["findings"]]})
    return rows


def _describe(found):
    began = found[0].began
    return [f"{(flow.began - began) * 1000:6.0f} to {(flow.ended - began) * 1000:4.0f} ms  "
            f"{flow.turns:2} turns  {flow.host} ({flow.address}) port {flow.port}" for flow in found]


def measure(stage, tell):
    rows = stage.at_home(lambda: _measure(stage), delay=ROUND_TRIP)
    ratio = statistics.median(row["ratio"] for row in rows)
    middle = min(rows, key=lambda row: abs(row["ratio"] - ratio))
    tell(f"latency: {RUNS} checkups over a line of {ROUND_TRIP} ms; ratios {min(row['ratio'] for row in rows):.2f} to "
         f"{max(row['ratio'] for row in rows):.2f}, median {ratio:.2f}")
    tell(f"    the one in the middle: {middle['seconds'] * 1000:.0f} ms, of them {middle['inside'] * 1000:.0f} ms from "
         f"the first check to the last and {middle['computed'] * 1000:.0f} ms of computing, for {middle['length']} "
         f"round trips: {middle['story']}")
    for line in middle["flows"]:
        tell(f"    {line}")
    for check, started, duration in middle["timeline"]:
        if duration:
            tell(f"    {started:6} to {started + duration:4} ms  {check}")
    return Figure("latency", ratio, LIMIT, "times the round trips of the longest chain")
