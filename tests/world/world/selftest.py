# SPDX-License-Identifier: GPL-3.0-or-later
"""The world looked at with Python's own mail clients: is everything broken that should be, and nothing else?"""

import os
import socket
import subprocess
import time
import urllib.request

from . import ban, comparison, home, peers, runner
from .internet import Internet

# What the peer should say in a scenario's home, as a part of its words.
EXPECTED = {
    "banned": "Connection refused",
    "clock-a-year-ahead": "signed in",
    "delegation-broken": "Temporary failure in name resolution",
    "distant-network": "signed in",
    "ipv6-only": "signed in",
    "large-packets-vanish": "timed out",
    "name-server-fails-for-one": "Temporary failure in name resolution",
    "names-filtered": "Connection refused",
    "names-forged": "Connection refused",
    "no-internet": "Temporary failure in name resolution",
    "proxy-required": "No route to host",
    "revoked-certificate": "signed in",
    "server-unreachable": "timed out",
    "tls-intercepted": "unable to get local issuer certificate",
    "tls-intercepted-trusted": "signed in",
    "account-locked": "CONTACTADMIN",
    "client-certificate": "EOF",
    "cut-in-handshake": "EOF occurred",
    "gmail-app-password": "Application-specific password required",
    "gmail-token-all-well": "signed in",
    "gmail-token-expired": "Invalid credentials",
    "gmail-smtp-app-password": "534, b'5.7.9 Application-specific",
    "imap-port-for-pop3": "* OK",
    "microsoft-mailbox-not-connected": "authenticated but not connected",
    "microsoft-passwords-off": "AUTH=XOAUTH2 only",
    "microsoft-pop3-passwords-off": "Logon failure",
    "microsoft-smtp-tenant": "disabled for the Tenant",
    "pop3-all-well": "signed in",
    "pop3-all-well-starttls": "signed in",
    "pop3-in-use": "IN-USE",
    "preauth": "command STARTTLS illegal in state AUTH",
    "sha-1-signature": "CA signature digest algorithm too weak",
    "smtp-all-well": "may send",
    "smtp-all-well-starttls": "may send",
    "smtp-cram-md5-only": "may send",
    "smtp-expired-certificate": "certificate has expired",
    "smtp-from-not-owned": "not owned by user moritz@",
    "smtp-no-sign-in-on-25": "SMTP AUTH extension not supported",
    "smtp-ports-blocked": "timed out",
    "smtp-relay-denied": "Relay access denied",
    "smtp-server-down": "Connection refused",
    "smtp-starttls-where-tls-was-set": "wrong version number",
    "smtp-wrong-port": "Connection refused",
    "tls-too-old": "EOF occurred in violation of protocol",
    "weak-key": "EE certificate key too weak",
    "web-server-on-the-tls-port": "wrong version number",
    "all-well": "signed in, 0 %",
    "all-well-international-name": "signed in",
    "all-well-srv": "SRV 0 1 993 imap.ahornweg.example.",
    "all-well-starttls": "signed in",
    "all-well-user-name": "signed in",
    "all-well-without-ipv6": "signed in",
    "captive-portal": "portal; [Errno 113] No route to host",
    "certificate-of-another-name": "Hostname mismatch",
    "broken-letters": "AUTHENTICATIONFAILED",
    "cram-md5-only": "signed in",
    "deceptive-words": "All is well",
    "endless-line": "got more than 1000000 bytes",
    "expired-certificate": "certificate has expired",
    "host-name-does-not-exist": "Name or service not known",
    "incomplete-chain": "unable to get local issuer certificate",
    "ipv6-broken": "IPv6 timed out; signed in",
    "login-only": "AUTH=LOGIN only",
    "mailbox-full": "signed in, 100 %",
    "mailbox-nearly-full": "signed in, 95 %",
    "name-server-down": "Temporary failure in name resolution",
    "not-yet-valid-certificate": "certificate is not yet valid",
    "offline": "Temporary failure in name resolution",
    "pop3-port-for-imap": "+OK",
    "port-blocked": "timed out",
    "port-rejected": "Connection refused",
    "scram-sha-256-only": "AUTH=SCRAM-SHA-256 only",
    "self-signed-certificate": "self-signed certificate (",
    "server-down": "Connection refused",
    "settings-not-found": "no SRV",
    "server-unavailable": "Maintenance",
    "silent-server": "timed out",
    "starttls-missing": "TLS not supported",
    "starttls-refused": "Couldn't establish TLS session",
    "starttls-where-tls-was-set": "wrong version number",
    "untrusted-issuer": "self-signed certificate in certificate chain",
    "wrong-password": "AUTHENTICATIONFAILED",
    "vpn-all-well": "signed in",
    "vpn-blocks-mail": "timed out",
    "wrong-password-everywhere": "authentication failed",
    "wrong-port": "Connection refused",
}


def _look_up(domain):
    answer = subprocess.run(["kdig", "+short", f"_imaps._tcp.{domain}", "SRV"], text=True, capture_output=True)
    return f"SRV {answer.stdout.strip()}" if answer.stdout.strip() else "no SRV"


def _probe(answer):
    """What a plain-HTTP request for the comparison page meets, when that is not the page."""
    points = comparison.read()
    try:
        with urllib.request.urlopen(f"http://{points.probe_host}{points.probe_path}", timeout=peers.PATIENCE) as page:
            return answer if page.read().decode().strip() == points.probe_answer else f"portal; {answer}"
    except OSError:
        return answer if "resolution" in answer or "route" in answer else f"portal; {answer}"


def _try_ipv6(host):
    try:
        socket.create_connection((socket.getaddrinfo(host, 993, socket.AF_INET6)[0][4][0], 993), peers.PATIENCE).close()
    except OSError as error:
        return f"IPv6 {error}; "
    return "IPv6 connected; "


def _experience(scenario):
    """What this account's owner would be told by an ordinary mail program."""
    os.environ["RES_OPTIONS"] = "timeout:1 attempts:1"
    if not scenario.call.incoming:
        return _look_up(scenario.account.domain)
    setting = scenario.call.outgoing or scenario.call.incoming
    before = _try_ipv6(peers.place(setting)[1]) if scenario.name == "ipv6-broken" else ""
    try:
        return before + peers.sign_in(scenario, setting)
    except peers.ERRORS as error:
        if error.args == (None,):
            return "+OK"
        return before + str(error)


def run(scenarios, jobs):
    """Look at every scenario that has an entry in the table; return the exit status."""
    scenarios = [scenario for scenario in scenarios if scenario.name in EXPECTED]
    world = Internet(scenarios)
    world.start()

    def play(scenario):
        started = time.monotonic()
        home.move_in(scenarios.index(scenario) + 1, scenario.network, runner.HOMES / scenario.name,
                     world.authority)
        if scenario.network.guesses:
            ban.provoke(scenario, world.addresses[scenario.server.host])
        met = _probe(_experience(scenario))
        expected = EXPECTED[scenario.name]
        reasons = [] if expected in met else [f"met “{met}”, expected “{expected}”"]
        return {"reasons": reasons, "details": [], "seconds": time.monotonic() - started}

    return runner.tell_all(scenarios, play, jobs, ["tests/world/run", "--self-test"])
