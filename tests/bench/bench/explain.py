# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast bounces are read, beside what mailing lists use for it: the same files, each program once over all of them."""

import os
import statistics
import subprocess
from pathlib import Path

from .figure import Figure

ROUNDS = 5
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


def measure(tell, cli):
    files = sorted(map(str, CORPUS.glob("*.eml")))
    if not files:
        raise RuntimeError(f"there are no messages in {CORPUS}")
    seconds, found = {}, {}
    for _ in range(ROUNDS):
        for name, command in _commands(cli).items():
            spent, output = _run(command, files)
            seconds.setdefault(name, []).append(spent)
            found[name] = _count(name, output)
    median = {name: statistics.median(spent) for name, spent in seconds.items()}
    tell(f"explain: {len(files)} messages, processor time of {ROUNDS} rounds")
    for name, spent in median.items():
        tell(f"    {name:16}: {spent * 1000:6.0f} ms, {found[name]} recipients")
    tell(f"    flufl.bounce takes {median['flufl.bounce'] / median['mail-checkup-cli']:.1f} times as long, and gives addresses alone")
    return Figure("explain", median["Sisimai"] / median["mail-checkup-cli"], LIMIT, "times as fast as Sisimai", at_least=True)
