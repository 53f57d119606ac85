# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded attacks played to the product: does it keep the password to itself, and its own counsel?"""

import json

from . import attacks, home, namespaces, parallel, product, runner, scripted
from .internet import Internet
from .scenario import Server

# Where a report quotes what a server said; everything else speaks for the product itself.
_QUOTES = ("reply", "transcript", "greeting", "text", "error", "alert")


def _own_words(value):
    """Texts of a report that are no quotation."""
    if isinstance(value, dict):
        if value.get("name") in _QUOTES:
            return
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _own_words(part)
    elif value is not None:
        yield str(value)


def _believed(report, attack):
    words = " ".join(_own_words([report.get("findings"), report.get("diagnosis")]))
    return sorted(word for word in attacks.injected(attack) if word in words)


def _judge(scenario, attack, runs, directory):
    """The product's verdict, whether the password was heard, and what it took from the attacker."""
    run = runs["json"]
    try:
        report = json.loads(run.output)
        causes = [entry["cause"] for entry in report["diagnosis"]]
    except (ValueError, KeyError, TypeError):
        return {"verdict": f"none (exit status {run.status})", "sent": False, "believed": [], "reasons": ["no report"]}
    reasons = list(product.judge_words(scenario, runs, directory))
    sent = any("heard the password" in reason for reason in reasons)
    trapped = [trap for trap in attacks.TRAPS
               if scripted.overheard(namespaces.WORK / "log", trap).read_bytes()]
    believed = _believed(report, attack) + [f"led to {trap}" for trap in trapped]
    if run.status not in (0, 1):
        reasons.append(f"exit status {run.status}")
    if causes[:1] == ["unknown"]:
        reasons.append("no clear verdict")
    if believed:
        reasons.append("injected data believed")
    return {"verdict": ", ".join(causes), "sent": sent, "believed": believed, "reasons": reasons}


def run(directory, under_test, jobs):
    """Play all attacks below DIRECTORY, show a table, return the exit status."""
    if not directory.is_dir():
        print(f"# skipped: the recorded attacks are not here ({directory})\n0 passed, 0 failed, 1 skipped")
        return 0
    played = {scenario.name: (scenario, attack) for scenario, attack in attacks.load(directory)}
    scenarios = [scenario for scenario, _ in played.values()]
    world = Internet(scenarios, [Server(trap, ports=attacks.TRAP_PORTS, tls="none") for trap in attacks.TRAPS])
    world.start()
    for trap in attacks.TRAPS:
        scripted.overheard(namespaces.WORK / "log", trap).write_bytes(b"")
    numbers = {scenario.name: number for number, scenario in enumerate(scenarios, start=1)}

    def play(scenario):
        directory = runner.HOMES / scenario.name.replace("/", "-")
        home.move_in(numbers[scenario.name], scenario.network, directory, world.authority)
        runs = product.call(under_test, scenario, directory)
        return _judge(scenario, played[scenario.name][1], runs, directory)

    answers = {scenario.name: answer for scenario, answer in parallel.each(play, scenarios, jobs)}
    return _tell(scenarios, answers)


def _tell(scenarios, answers):
    rows = [("attack", "verdict", "password sent in the clear", "injected data believed")]
    failed = []
    for scenario in scenarios:
        answer = answers[scenario.name]
        if "error" in answer:
            answer = {"verdict": "the world failed", "sent": False, "believed": [], "reasons": [answer["error"]]}
        rows.append((scenario.name, answer["verdict"], "YES" if answer["sent"] else "no",
                     ", ".join(answer["believed"]) or "no"))
        if answer["reasons"]:
            failed.append((scenario.name, answer["reasons"]))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)) + "  " + row[3])
    for name, reasons in failed:
        print(f"not ok - {name}: {'; '.join(reasons)}")
    print(f"{len(scenarios) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0
