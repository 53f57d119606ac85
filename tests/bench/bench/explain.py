# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast bounces are read, beside what mailing lists use for it: the same files in the same order, one run a program."""

import os
import statistics
import subprocess
import tempfile
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


# What grows faster than its length would hang; it takes sixteen times as long as the fourth of it when it grows with the square.
_GROWTH_LIMIT = 6
_HEAD = "From: MAILER-DAEMON@mx.example.org\nTo: anna@example.org\nSubject: Undelivered Mail Returned to Sender\n"
_STATUS = (_HEAD + "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
           "Reporting-MTA: dns; mx.example.org\n\nFinal-Recipient: rfc822; ben@example.net\nAction: failed\nStatus: 5.0.0\n"
           "Diagnostic-Code: smtp; ")
_SHAPES = (  # before, what is there often, how often, after
    ("", "550\n", 32000, ""),
    ("", "h\n", 60000, ""),
    ("", "“", 40000, ""),
    (_STATUS, "550 ", 32000, "\n--b--\n"),
    (_STATUS + "\n--b\n\n", "a\n\n", 40000, "--b--\n"),
    ("Hello\n", "\n---------- Forwarded message ---------\nFrom: Ben <ben@example.net>\nSubject: Hi\n", 3000, ""),
    ("From MAILER-DAEMON Thu Jan  1 00:00:00 1970\nSubject: Hi\n\n", "\n\nFrom \n", 40000, ""),
    (_HEAD + "Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", 4000, ""),
    (_HEAD + "X-Long: a\n", " b\n", 80000, "\nThis is the mail system at host mx.example.org.\n"),
)


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


def _growth(cli, folder):
    """Of all shapes the worst ratio: the time of four times as much by the time of it."""
    worst = 0
    for before, often, count, after in _SHAPES:
        seconds = []
        for times in (1, 4):
            path = Path(folder, "input")
            path.write_text(before + often * count * times + after, encoding="utf-8")
            # Whether it is recognised is not the question.
            command = ["sh", "-c", '"$@" || :', "-", *_commands(cli)["mail-checkup-cli"]]
            seconds.append(min(_run(command, [str(path)])[0] for _ in range(3)))
        worst = max(worst, seconds[1] / seconds[0])
    return worst


def measure(tell, cli):
    files = sorted(map(str, CORPUS.glob("*.eml")))
    if not files:
        raise RuntimeError(f"there are no messages in {CORPUS}")
    _compare(cli, files, tell)
    ratios = _compare(cli, files * TIMES, tell)
    with tempfile.TemporaryDirectory() as folder:
        growth = _growth(cli, folder)
    return [Figure("explain", ratios["Sisimai"], LIMIT, "times as fast as Sisimai", at_least=True),
            Figure("explain-growth", growth, _GROWTH_LIMIT, "times as long for four times as much")]
