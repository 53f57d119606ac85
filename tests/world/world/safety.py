# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a password reached somebody it must not reach: seen where it arrives, not in what the product says."""

import base64
import re

from . import hosts, namespaces, scripted

_TRIES = 2   # refused sign-ins that a run may cost

def secrets(scenario):
    """Every form in which a password could slip out."""
    passwords = {scenario.account.password, scenario.call.password} - {None, ""}
    for password in passwords:
        yield password.encode()
        yield base64.b64encode(password.encode())
        for name in {scenario.account.login, scenario.account.address}:
            for authority in ("", name):
                yield base64.b64encode(f"{authority}\0{name}\0{password}".encode())


def _refused(scenario, log):
    """How often Dovecot, for itself and for Postfix, has refused this account."""
    refusal = re.compile(rf"auth\({re.escape(scenario.account.login)},.*(?:mismatch|unknown user)", re.IGNORECASE)
    return sum(len(refusal.findall(file.read_text(errors="replace"))) for file in log.glob("dovecot-*.log"))


def judge(scenario, runs, directory):
    """What went wrong in so many RUNS, which left their files below DIRECTORY, in words."""
    log = namespaces.WORK / "log"
    if not scenario.network.guesses and (refused := _refused(scenario, log)) > _TRIES * runs:
        yield f"{refused} sign-ins were refused in {runs} runs: more than two in a run can lock the account"
    for file in directory.glob("home-*/**/*"):
        if file.is_file() and any(secret in file.read_bytes() for secret in secrets(scenario)):
            yield f"{file.relative_to(directory)} holds the password"
    for server in hosts.of(scenario):
        heard = scripted.overheard(log, server.host)
        if heard.exists() and any(secret in heard.read_bytes() for secret in secrets(scenario)):
            yield f"{server.host} heard the password without encryption, or under TLS that nobody should trust"
    if scenario.network.intercept or (scenario.server.certificate != "good" and not scenario.server.is_scripted):
        signed_in = f"user=<{scenario.account.login}>".encode()
        if any(signed_in in file.read_bytes() for file in log.glob("dovecot-*.log")):
            yield "a sign-in was tried on a connection that is not verified"
