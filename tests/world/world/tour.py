# SPDX-License-Identifier: GPL-3.0-or-later
"""Visiting the world: a shell in one of its homes, a list of accounts to try, the report of one scenario."""

import os
import signal
import subprocess

from . import ban, home, namespaces, parallel, product
from .internet import Internet
from .scenario import Network

VISITOR = 200


def visit(scenarios, command, network=Network(), accounts=False):
    """Run COMMAND, or a shell, in a home with the faults of NETWORK; return its exit status."""
    introduction = _list_accounts if accounts else None
    return _live(scenarios, network, command or [os.environ.get("SHELL", "/bin/sh")], introduction)


def show(scenarios, scenario, under_test, more):
    """Let the product tell about SCENARIO as it would tell its owner; return its exit status."""
    password = None if scenario.password is None else (scenario.password + "\n").encode()
    return _live(scenarios, scenario.network, under_test.command(scenario, *more), words=password, scenario=scenario)


def _live(scenarios, network, command, introduction=None, words=None, scenario=None):
    world = Internet(scenarios)
    world.start()
    if introduction:
        introduction(scenarios)
    directory = namespaces.WORK / "homes" / "visitor"

    def live():
        home.move_in(VISITOR, network, directory, world.authority)
        if network.guesses and scenario:
            ban.provoke(scenario, world.addresses[scenario.server.host])
        return _run(command, directory, words, product.surroundings(scenario) if scenario else {})

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return parallel.alone(live)


def _run(command, directory, words, surroundings):
    # What is tried here must not end up among a person's own accounts and history.
    own = {f"XDG_{kind}_HOME": str(directory / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    try:
        process = subprocess.Popen(command, env={**os.environ, **own, **surroundings},
                                   stdin=subprocess.PIPE if words else None,
                                   preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    except OSError as error:
        print(f"tests/world/run: {command[0]}: {error.strerror}")
        return 127
    process.communicate(words)
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def _list_accounts(scenarios):
    """What can be seen with an account alone, without a fault in the network."""
    rows = [("Address", "Password", "Incoming server", "What is wrong")]
    for scenario in sorted(scenarios, key=lambda scenario: scenario.cause != "healthy"):
        if not scenario.has_network_fault and not scenario.clock and scenario.password is not None:
            server = scenario.call.incoming or "(found by itself)"
            if scenario.call.outgoing:
                server += f" --outgoing {scenario.call.outgoing}"
            if scenario.account.user:
                server += f" --user {scenario.account.user}"
            rows.append((scenario.account.address, scenario.password, server, scenario.title))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    print("\nThe practice world is running. Accounts to try:\n")
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)) + "  " + row[3])
    broken = [scenario.name for scenario in scenarios if scenario.has_network_fault]
    print(f"\nBroken networks, to enter by “tests/world/run --shell NAME”: {', '.join(broken)}\n", flush=True)
