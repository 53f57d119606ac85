#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option of the program stands in the man page, and in the completion what is available; nothing else does.

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


def available(lines):
    return "\n".join(line for line in lines.splitlines() if "(not available yet)" not in line)


def available_options(*words):
    return set(re.findall(r"^  (?:-., )?--([a-z-]+)", available(help_text(*words)), re.M)) - {"help"}


def complete(*words):
    """What bash offers for the last word; it takes words apart at “=” and “:” before."""
    previous, current = words[-2:]
    listed = " ".join(f"'{word}'" for word in words)
    script = f"""source {SOURCE}/data/completions/mail-checkup-cli
mail-checkup-cli() {{ '{CLI}' "$@"; }}
COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}
_mail_checkup_cli '{CLI}' '{current}' '{previous}'; printf '%s\\n' "${{COMPREPLY[@]}}" """
    answer = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True).stdout
    return set(answer.split())


def completed(command):
    """The options that bash offers after COMMAND and a dash."""
    return {word.removeprefix("--") for word in complete("mail-checkup-cli", command, "--")} - {"help"}


def commands():
    return set(re.findall(r"^  ([a-z]+) ", available(help_text().split("Commands:")[1]), re.M))


def commands_completed():
    return {word for word in complete("mail-checkup-cli", "") if not word.startswith("-")}


CALL = ("mail-checkup-cli", "check", "anna@example.org")
WORDS = {
    (*CALL, "--format", "m"): {"markdown"},
    (*CALL, "--format", "="): {"text", "markdown", "html", "json"},
    (*CALL, "--format", "=", "h"): {"html"},
    (*CALL, "--format=j"): {"--format=json"},
    (*CALL, "--symptom", "=", "b"): {"bounced"},
    ("mail-checkup-cli", "causes", "--format", "m"): set(),
    ("mail-checkup-cli", "article", "--format", "h"): {"html"},
    ("mail-checkup-cli", "article", "wrong-p"): {"wrong-password"},
    (*CALL, "--answer", "webmail"): {"webmail-works="},
    (*CALL, "--answer", "webmail-works", "="): {"yes", "no", "no-page", "unknown"},
    (*CALL, "--answer", "webmail-works", "=", "y"): {"yes"},
    (*CALL, "--answer", "=", "webmail-works", "=", "no-"): {"no-page"},
    (*CALL, "--answer", "webmail-works", "=", "yes", "--sym"): {"--symptom"},
    (*CALL, "--incoming", "i"): {"imap:"},
    (*CALL, "--incoming", "imap", ":"): set(),
    (*CALL, "--incoming", "imap", ":", "imap.example.org"): set(),
    (*CALL, "--outgoing", "=", ""): {"smtp:"},
    (*CALL, "--user", ""): set(),
}


def words_completed_otherwise():
    return {f"{' '.join(words[3:])}: {' '.join(sorted(complete(*words)))}" for words, expected in WORDS.items()
            if complete(*words) != expected}


def man_page_marks():
    """Options that the help marks as not available, and those that the man page does."""
    in_man = set(re.findall(r"^\.It Fl -([a-z-]+)[^\n]*\n(?:[^.][^\n]*\n)*?Not available yet\.", MAN, re.M))
    return in_man ^ (options_in_help("check") - available_options("check"))


def files_with_strings():
    in_code = re.compile(r"\b(?:N?_|n?gettext|C_) ?\(")
    code = [path for suffix in ("c", "blp") for path in (SOURCE / "src").rglob(f"*.{suffix}") if in_code.search(path.read_text())]
    code += (SOURCE / "src").rglob("*.ui")
    data = [path for suffix in ("desktop.in", "gschema.xml", "metainfo.xml.in") for path in (SOURCE / "data").glob(f"*.{suffix}")]
    return {str(path.relative_to(SOURCE)) for path in code + data}


def files_for_translators():
    lines = (SOURCE / "po/POTFILES.in").read_text().splitlines()
    return {line for line in lines if line and not line.startswith("#")}


CHECKS = {
    "man page has each option of check": lambda: options_in_help("check")
    - {option.replace("\\-", "-") for option in re.findall(r"^\.It Fl -([a-z-]+)", MAN, re.M)},
    "man page has no other option": lambda: set(re.findall(r"^\.It Fl -([a-z-]+)", MAN, re.M)) - options_in_help("check"),
    "completion has the options of check": lambda: available_options("check") ^ completed("check"),
    "man page has each option of explain": lambda: options_in_help("explain")
    - {option.replace("\\-", "-") for option in re.findall(r"^\.It Cm --([a-z-]+)", MAN, re.M)},
    "completion has the options of explain": lambda: available_options("explain") ^ completed("explain"),
    "completion has the options of causes": lambda: available_options("causes") ^ completed("causes"),
    "completion has the options of article": lambda: available_options("article") ^ completed("article"),
    "completion has the options of questions": lambda: available_options("questions") ^ completed("questions"),
    "completion has the commands": lambda: commands() ^ commands_completed(),
    "completion of words that bash takes apart": words_completed_otherwise,
    "man page marks what is not available": man_page_marks,
    "POTFILES.in lists the files with strings": lambda: files_with_strings() ^ files_for_translators(),
}

print(f"1..{len(CHECKS)}")
failed = False
for number, (title, difference) in enumerate(CHECKS.items(), 1):
    odd = sorted(difference())
    failed |= bool(odd)
    print(f"{'not ok' if odd else 'ok'} {number} - {title}" + (f" # {' '.join(odd)}" if odd else ""))
sys.exit(failed)
