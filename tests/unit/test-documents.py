#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option and command of the program stands in the man page and in the completion, and nothing else does.

Also: every file with strings for people is listed for translators. Prints TAP."""

import pathlib
import re
import subprocess
import sys

CLI, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
MAN = (SOURCE / "data/man/mail-checkup-cli.1").read_text()
COMPLETION = (SOURCE / "data/completions/mail-checkup-cli").read_text()


def help_text(*words):
    return subprocess.run([CLI, *words, "--help"], capture_output=True, text=True, check=True).stdout


def options_in_help(*words):
    return set(re.findall(r"--([a-z-]+)", help_text(*words))) - {"help", "help-all", "help-gapplication"}


def completed(function_word):
    """The options that bash offers after COMMAND and a dash."""
    script = f"""source {SOURCE}/data/completions/mail-checkup-cli
COMP_WORDS=(mail-checkup-cli {function_word} --); COMP_CWORD=2
_mail_checkup_cli mail-checkup-cli -- {function_word}; printf '%s\\n' "${{COMPREPLY[@]}}" """
    answer = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout
    return {word.removeprefix("--") for word in answer.split()} - {"help"}


def commands():
    return set(re.findall(r"^  ([a-z]+) ", help_text().split("Commands:")[1], re.M))


def commands_completed():
    words = re.search(r"commands='([^']+)'", COMPLETION).group(1)
    return set(words.split())


def files_with_strings():
    pattern = re.compile(r"\b(?:N?_|n?gettext|C_) ?\(")
    return {str(path.relative_to(SOURCE)) for path in (SOURCE / "src").rglob("*.c") if pattern.search(path.read_text())}


def files_for_translators():
    lines = (SOURCE / "po/POTFILES.in").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


CHECKS = {
    "man page has each option of check": lambda: options_in_help("check")
    - {option.replace("\\-", "-") for option in re.findall(r"^\.It Fl -([a-z-]+)", MAN, re.M)},
    "man page has no other option": lambda: set(re.findall(r"^\.It Fl -([a-z-]+)", MAN, re.M)) - options_in_help("check"),
    "completion has the options of check": lambda: options_in_help("check") ^ completed("check"),
    "completion has the options of causes": lambda: options_in_help("causes") ^ completed("causes"),
    "completion has the commands": lambda: commands() ^ commands_completed(),
    "POTFILES.in lists the files with strings": lambda: files_with_strings() ^ files_for_translators(),
}

print(f"1..{len(CHECKS)}")
failed = False
for number, (title, difference) in enumerate(CHECKS.items(), 1):
    odd = sorted(difference())
    failed |= bool(odd)
    print(f"{'not ok' if odd else 'ok'} {number} - {title}" + (f" # {' '.join(odd)}" if odd else ""))
sys.exit(failed)
