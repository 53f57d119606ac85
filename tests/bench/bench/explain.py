# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast bounces are read, beside what mailing lists use for it: the same files in the same order, one run a program."""

import os
import statistics
import subprocess
from pathlib import Path

from .figure import Figure

ROUNDS = 5
# So many messages that reading them counts, and not how quickly a program starts: that is told beside it.
TIMES = 10
LIMIT = 10
CORPUS = Path(__file__).resolve().parents[3].parent / "shared/corpora/bounces/mail"
_SISIMAI = "my $n = 0; for (@ARGV) { my $r = Sisimai->rise($_, delivered => 1, vacation => 1); $n += @$r if $r } print $n"
_FLUFL = """import email, sys
from flufl.bounce import all_failures
found = 0
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        found += sum(map(len, all_failures(email.message_from_binary_file(file))))
print(found)"""


def _commands(cli):
    return {"mail-checkup-cli": [cli, "explain", "--format", "json"],
            "Sisimai": ["perl", "-MSisimai", "-e", _SISIMAI],
            "flufl.bounce": ["python3", "-c", _FLUFL]}


def _run(command, files):
    """Seconds of processor time, from start to exit: other work on the machine does not show in it."""
    with subprocess.Popen([*command, *files], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        output = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, output


def _count(name, output):
    return output.count('"recipient":') if name == "mail-checkup-cli" else int(output)


def _compare(cli, files, tell):
    """How many times our time the others take, over the files: a ratio a round, as a machine's speed changes between rounds."""
    rounds, found = [], {}
    for _ in range(ROUNDS):
        seconds = {}
        for name, command in _commands(cli).items():
            seconds[name], output = _run(command, files)
            found[name] = _count(name, output)
        rounds.append(seconds)
    ratios = {name: statistics.median(seconds[name] / seconds["mail-checkup-cli"] for seconds in rounds) for name in found}
    tell(f"explain: {len(files)} messages, processor time from start to exit, medians of {ROUNDS} rounds")
    for name in found:
        spent = statistics.median(seconds[name] for seconds in rounds)
        tell(f"    {name:16}: {spent * 1000:6.0f} ms, {found[name]} recipients, {ratios[name]:4.1f} times ours")
    return ratios


def measure(tell, cli):
    files = sorted(map(str, CORPUS.glob("*.eml")))
    if not files:
        raise RuntimeError(f"there are no messages in {CORPUS}")
    _compare(cli, files, tell)
    ratios = _compare(cli, files * TIMES, tell)
    return Figure("explain", ratios["Sisimai"], LIMIT, "times as fast as Sisimai", at_least=True)
