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
    introduction = None
    if accounts:
        introduction = _list_accounts if command else _list_calls
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


# A few of each kind: what a person would try first.
_SHOWN = ("all-well", "all-well-srv", "wrong-password", "expired-certificate", "certificate-of-another-name",
          "starttls-where-tls-was-set", "host-name-does-not-exist", "wrong-port", "mailbox-full", "pop3-all-well",
          "smtp-all-well", "smtp-from-not-owned", "gmail-app-password", "microsoft-passwords-off", "deceptive-words")


def _shown(scenarios):
    named = {one.name: one for one in scenarios}
    return [named[name] for name in _SHOWN if name in named]


def _list_calls(scenarios):
    """Accounts to try, each with the call to copy; the rest is for those who look closer."""
    print("\nThe practice world is running. Accounts to try (type the password when it is asked for):\n")
    for scenario in _shown(scenarios):
        call = ["mail-checkup-cli check", scenario.account.address]
        call += [f"--incoming {scenario.call.incoming}"] if scenario.call.incoming else []
        call += [f"--outgoing {scenario.call.outgoing}"] if scenario.call.outgoing else []
        print(f"  {scenario.title} (password: {scenario.password})\n    {' '.join(call)} --password-stdin")
    print(f"\nAll {len(scenarios)} scenarios, broken networks among them: “tests/world/run --list”; to enter one:"
          "\n“tests/world/run --shell NAME”. “exit” ends the world.\n", flush=True)


def _list_accounts(scenarios):
    """Accounts to try, with what is typed into a window."""
    print("\nThe practice world is running. Accounts to try:")
    for scenario in _shown(scenarios):
        print(f"\n  {scenario.title}\n    {scenario.account.address}  password: {scenario.password}")
        for server in filter(None, (scenario.call.incoming, scenario.call.outgoing)):
            print(f"    {_in_words(server)}")
    print("\nThe world ends when the window is closed.\n", flush=True)


def _in_words(server):
    """“imap:mail.example.org:143/starttls” as it is entered: “server: mail.example.org, IMAP, port 143, STARTTLS”."""
    protocol, rest = server.split(":", 1)
    rest, _, security = rest.partition("/")
    host, _, port = rest.partition(":")
    words = [host, protocol.upper()]
    words += [f"port {port}"] if port else []
    words += [security.upper()] if security else []
    return f"server: {', '.join(words)}"
