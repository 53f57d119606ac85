# SPDX-License-Identifier: GPL-3.0-or-later
"""The same account looked at as a person who knows the tools would, one after another, over the same line.

They look at less than a checkup does (no comparison with other places, one address family, no quota, no permission
to send), and the time a person takes to type and read is not counted."""

import re
import shutil
import statistics

from .figure import Figure
from .latency import ROUND_TRIP

RUNS = 3
LIMIT = 5


def _swaks(stage, host):
    """Sign in to send. The password comes in a file only the world can see, as it would from a person's ~/.swaksrc."""
    settings = stage.directory / "swaksrc"
    settings.write_text(f"--auth-password {stage.account.password}\n")
    return ["swaks", "--config", str(settings), "--server", host, "--port", "465", "--tls-on-connect", "--tls-verify",
            "--auth", "PLAIN", "--auth-user", stage.account.account.login, "--quit-after", "AUTH"], b"", \
        r"235 .*\n(.*\n)*.*221 "


def _imap(stage, host):
    """Sign in to read: greeting, LOGIN, LOGOUT, typed without waiting."""
    account = stage.account.account
    return ["gnutls-cli", "--port", "993", host], \
        f"a LOGIN {account.login} {account.password}\r\nb LOGOUT\r\n".encode(), r"a OK .*\n(.*\n)*b OK "


def _dig(name, kind, answer):
    return ["dig", "+noall", "+comments", "+answer", name, kind], b"", answer


def _testssl(host):
    return ["testssl", "--quiet", "--color", "0", "--warnings", "off", "-p", "-S", f"{host}:993"], b"", \
        r"TLS 1\.3 .*offered[\s\S]*Common Name"


def _peers(stage):
    incoming, outgoing = stage.hosts
    domain = stage.account.account.domain
    return {
        f"dig {incoming} A": _dig(incoming, "A", r"\bA\t"),
        f"dig {incoming} AAAA": _dig(incoming, "AAAA", r"\bAAAA\t"),
        f"dig {outgoing} A": _dig(outgoing, "A", r"\bA\t"),
        f"dig {outgoing} AAAA": _dig(outgoing, "AAAA", r"\bAAAA\t"),
        f"dig {domain} MX": _dig(domain, "MX", "NOERROR"),
        f"dig _imaps._tcp.{domain} SRV": _dig(f"_imaps._tcp.{domain}", "SRV", "status: N"),
        f"gnutls-cli {incoming}:993": _imap(stage, incoming),
        f"swaks {outgoing}:465": _swaks(stage, outgoing),
        f"testssl {incoming}:993": _testssl(incoming),
    }


def _measure(stage):
    times = {name: [] for name in ("mail-checkup-cli", *_peers(stage))}
    for _ in range(RUNS):
        times["mail-checkup-cli"].append(stage.check()[0])
        for name, (command, words, success) in _peers(stage).items():
            seconds, _, output = stage.run(command, words, closes=not words)
            if not re.search(success, output):
                raise RuntimeError(f"{name} did not do what it is for:\n{output[-3000:]}")
            times[name].append(seconds)
    return times


def _faster(own, peers):
    """How many times faster OWN rounds were than all of PEERS in a row, in the median of the rounds."""
    return statistics.median(sum(values) / seconds for seconds, *values in zip(own, *peers.values()))


def measure(stage, tell):
    missing = [tool for tool in ("dig", "gnutls-cli", "swaks", "testssl") if not shutil.which(tool)]
    if missing:
        raise RuntimeError(f"{', '.join(missing)} not installed")
    times = stage.at_home(lambda: _measure(stage), delay=ROUND_TRIP)
    tell(f"peer: {RUNS} rounds over a line of {ROUND_TRIP} ms; medians:")
    for name, values in times.items():
        tell(f"    {statistics.median(values):7.2f} s  {name}")
    own = times.pop("mail-checkup-cli")
    ratio = _faster(own, times)
    scan = next(name for name in times if name.startswith("testssl"))
    tell(f"    without {scan}: {_faster(own, {name: times[name] for name in times if name != scan}):.2f} times faster")
    return Figure("peer", ratio, LIMIT, "times faster than swaks, gnutls-cli, dig and testssl in a row", at_least=True)
