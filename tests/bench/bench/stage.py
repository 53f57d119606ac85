# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything is measured: one account with which nothing is wrong, seen from a home of the practice world."""

import json
import threading
import time

from world import home, namespaces, parallel, scenario
from world.internet import Internet
from world.product import Product

SCENARIO = "smtp-all-well"
PATIENCE = 120


class Stage:
    """A world with servers for one account. Each measurement has a home of its own, as far from them as it asks."""

    def __init__(self, cli):
        self.account = scenario.load_all([SCENARIO])[0]
        self.product = Product(cli)
        self.world = Internet([self.account])
        self.world.start()
        self._homes = 0

    @property
    def hosts(self):
        """The incoming and the outgoing host."""
        return [call.split(":")[1] for call in (self.account.call.incoming, self.account.call.outgoing)]

    @property
    def password(self):
        """As it is given on standard input."""
        return f"{self.account.password}\n".encode()

    @property
    def directory(self):
        return namespaces.WORK / "homes" / f"bench-{self._homes}"

    def at_home(self, work, delay=0):
        """Do WORK in a new home with a round trip of DELAY milliseconds; return its answer, which JSON must carry."""
        self._homes += 1

        def live(_):
            home.move_in(self._homes, scenario.Network(delay=delay), self.directory, self.world.authority)
            return {"answer": work()}

        _, answer = next(parallel.each(live, [None], 1))
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["answer"]

    def run(self, command, words=b"", closes=True, patience=PATIENCE):
        """Run COMMAND with WORDS as its input, which ends there if it CLOSES, or else when the output ends.

        Return how long it took, its status and its output."""
        began = time.monotonic()
        process = self.product.start(command, self.directory, self.account)
        alarm = threading.Timer(patience, process.kill)
        alarm.start()
        output = b""
        if not closes:
            process.stdin.write(words)
            process.stdin.flush()
            output = process.stdout.read()
        more, errors = process.communicate(words if closes else None)
        alarm.cancel()
        return time.monotonic() - began, process.returncode, (output + more + errors).decode(errors="replace")

    def check(self, *options):
        """One checkup of the account by the command line program; return how long it took and its report."""
        command = self.product.command(self.account, "--format", "json", *options)
        seconds, status, output = self.run(command, self.password)
        if status != 0:
            raise RuntimeError(f"the checkup ended with {status}: {output[-2000:]}")
        return seconds, json.loads(output)
