# SPDX-License-Identifier: GPL-3.0-or-later
"""Calling the product as a person would, and judging what it said."""

import dataclasses
import json
import os
import re
import resource
import shlex
import subprocess
from pathlib import Path

from . import addresses, hosts, safety
from .names import ascii_name

# Beyond its own --timeout the product may take this long to report what it knows.
GRACE = 5
_DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclasses.dataclass
class Product:
    """How to start the command line program under test."""
    cli: str
    wrap: tuple = ()
    environment: dict = dataclasses.field(default_factory=dict)
    is_sandboxed: bool = False    # a Flatpak, which gets neither this computer's clock library nor its trust store
    patience: int = 1             # how much slower than a normal build it may be; above 1, memory is not judged

    @property
    def is_instrumented(self):
        """Whether sanitizers or valgrind watch it, which bear no false clock."""
        return bool(self.wrap) or b"__asan_init" in Path(self.cli).read_bytes()

    def command(self, scenario, *output):
        call = scenario.call
        command = [*self.wrap, self.cli, "check", scenario.account.address]
        if call.incoming:
            command += ["--incoming", call.incoming]
        if call.outgoing:
            command += ["--outgoing", call.outgoing]
        if scenario.account.user:
            command += ["--user", scenario.account.user]
        if call.symptom:
            command += ["--symptom", call.symptom]
        for answer in call.answers:
            command += ["--answer", answer]
        command.append("--no-password" if scenario.password is None else
                       "--token-stdin" if call.token else "--password-stdin")
        return [*command, "--timeout", str(call.timeout * self.patience), *call.arguments, *output]

    def start(self, command, home, scenario):
        home.mkdir(parents=True, exist_ok=True)
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
                       "LC_ALL": "C.UTF-8", "G_DEBUG": "fatal-criticals", "GSETTINGS_BACKEND": "memory",
                       **self.environment, **surroundings(scenario)}
        return subprocess.Popen(command, cwd=home, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)


def clock_library():
    """Where libfaketime lies, or None."""
    return next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)


def surroundings(scenario):
    """What the person's desktop and clock put into the environment."""
    environment = dict(setting.split("=", 1) for setting in scenario.call.environment)
    if scenario.clock:
        # How long something takes is measured by another clock, which runs as ever.
        environment |= {"LD_PRELOAD": str(clock_library()), "FAKETIME": scenario.clock,
                        "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    return environment


@dataclasses.dataclass
class Run:
    """One call and its result."""
    command: list
    status: int | None
    output: bytes
    errors: bytes


def call(product, scenario, directory):
    """Call the product for its JSON and, where wanted, at the same time for its text; both runs are kept on disk."""
    variants = {"json": ("--format", "json")}
    if scenario.call.verbose and not product.wrap:
        variants["text"] = ("--format", "text", "--verbose")
    started = {}
    for name, output in variants.items():
        command = product.command(scenario, *output)
        process = product.start(command, directory / f"home-{name}", scenario)
        try:
            process.stdin.write(((scenario.password or "") + "\n").encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        process.stdin = None
        started[name] = command, process
    runs = {}
    for name, (command, process) in started.items():
        limit = scenario.call.timeout * product.patience + GRACE * product.patience
        try:
            output, errors = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            process.returncode = None
        runs[name] = Run(command, process.returncode, output, errors)
        Path(directory, f"output.{name}").write_bytes(output)
        Path(directory, f"errors.{name}").write_bytes(errors)
    return runs


def _personal(scenario, number, server_addresses):
    """What a report hides unless it is asked not to."""
    yield scenario.account.address
    if scenario.account.user:
        yield scenario.account.user
    if scenario.account.domain and not scenario.server.provider:
        yield scenario.account.domain
        yield ascii_name(scenario.account.domain)
    for server in hosts.of(scenario):
        if server.host in f"{scenario.call.incoming} {scenario.call.outgoing}" and not server.provider:
            yield server.host
    yield addresses.HOME
    yield addresses.street(number)["router4"]
    yield addresses.street(number)["home6"]
    yield from server_addresses


def _strings(value):
    """Every text in a value read from JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _judge_characters(name, said):
    """Foreign text is shown, never obeyed: no terminal reads it as a command, no eye in another order."""
    try:
        text = said.decode()
    except UnicodeDecodeError as error:
        yield f"the {name} run's output is not UTF-8: {error.reason} at byte {error.start}"
        return
    if name == "json":
        try:
            text += "".join(_strings(json.loads(text)))
        except ValueError:
            pass
    if found := _DANGEROUS.search(text):
        yield f"the {name} run's output holds the character U+{ord(found[0]):04X}"


def judge_words(scenario, runs, directory, where=None):
    """What nobody may see or hear; the runs left files in DIRECTORY.

    WHERE is the number of the home and the addresses of the mail servers."""
    yield from safety.judge(scenario, len(runs), directory)
    for name, run in runs.items():
        said = run.output + run.errors
        yield from _judge_characters(name, said)
        if any(secret in said for secret in safety.secrets(scenario)):
            yield f"the {name} run shows the password"
        for personal in sorted(set(_personal(scenario, *where))) if where else ():
            if re.search(rb"(?<!\d)" + re.escape(personal.encode()) + rb"(?!\w)", said):
                yield f"the {name} run shows “{personal}”, which is personal and to be hidden"


def _judge_runs(scenario, product, runs):
    for name, run in runs.items():
        if run.status is None:
            yield f"the {name} run did not end within its --timeout"
        elif run.status != scenario.expected_status:
            yield f"the {name} run's exit status is {run.status}, not {scenario.expected_status}"
        if run.errors and not product.wrap:
            yield f"the {name} run wrote on standard error: {run.errors.decode(errors='replace').strip()[:600]}"
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    if scenario.call.memory and used > scenario.call.memory and product.patience == 1:
        yield f"the product took {used} MB of memory, more than {scenario.call.memory} MB"


def _judge_report(scenario, report):
    causes = [entry.get("cause") for entry in report.get("diagnosis", ())]
    if causes[:1] != [scenario.cause]:
        yield f"expected {scenario.cause} first, got {', '.join(map(str, causes)) or 'no cause'}"
    elif causes[1:] != list(scenario.also):
        wanted, got = (", ".join(names) or "nothing" for names in (scenario.also, causes[1:]))
        yield f"expected {wanted} beside {scenario.cause}, got {got}"
    if scenario.complete is not None and report.get("complete") is not scenario.complete:
        yield f"“complete” is {report.get('complete')}, not {scenario.complete}"
    findings = {finding.get("check"): finding for finding in report.get("findings", ())}
    for wanted in scenario.expect:
        finding = findings.get(wanted.check)
        if finding is None:
            yield f"no finding of {wanted.check}; there are {', '.join(findings) or 'none'}"
            continue
        for key in ("outcome", "code"):
            value = getattr(wanted, key)
            if value is not None and finding.get(key) != value:
                yield f"{wanted.check}: {key} is {finding.get(key)}, not {value}"


def _tell(report):
    """What a reader of the log wants to see first of a report that is not the expected one."""
    for entry in report.get("diagnosis", ()):
        yield f"diagnosis: {entry.get('cause')} ({entry.get('confidence')}) {entry.get('title')}" \
              f" because {', '.join(entry.get('because') or ()) or 'of nothing'}"
    for finding in report.get("findings", ()):
        if finding.get("outcome") in ("fail", "warning"):
            yield f"{finding.get('outcome')}: {finding.get('check')} {finding.get('code')}: {finding.get('summary')}"


def judge(scenario, where, product, runs, directory):
    """The reasons why this scenario does not pass, and what helps to understand them.

    WHERE is the number of the home and the addresses of the mail server."""
    reasons = [*_judge_runs(scenario, product, runs), *judge_words(scenario, runs, directory, where)]
    details = []
    try:
        report = json.loads(runs["json"].output)
        if not isinstance(report, dict):
            raise ValueError("not an object")
    except ValueError as error:
        reasons.append(f"the JSON cannot be read: {error}")
    else:
        reasons += _judge_report(scenario, report)
        details += _tell(report)
    details.append(f"command: {shlex.join(runs['json'].command)}")
    return reasons, details if reasons else []
