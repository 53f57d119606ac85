# SPDX-License-Identifier: GPL-3.0-or-later
"""The world looked at with Python's own mail client: is everything broken that should be, and nothing else?"""

import imaplib
import os
import socket
import ssl
import subprocess
import time
import urllib.request

from . import comparison, home, runner
from .internet import Internet

PATIENCE = 2

# What the peer should say in a scenario's home, as a part of its words.
EXPECTED = {
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
    "wrong-port": "Connection refused",
}


def _place(scenario):
    """Host, port and whether STARTTLS is wanted, of an --incoming."""
    place, _, security = scenario.call.incoming.partition("/")
    parts = place.split(":")
    return parts[1].encode("idna").decode(), int(parts[2]) if len(parts) > 2 else 993, security == "starttls"


def _sign_in(scenario):
    host, port, upgrade = _place(scenario)
    context = ssl.create_default_context(cafile=str(home.BUNDLE))
    if upgrade:
        client = imaplib.IMAP4(host, port, timeout=PATIENCE)
        client.starttls(context)
    else:
        client = imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=PATIENCE)
    offered = [word for word in client.capabilities if word.startswith("AUTH=")]
    user = scenario.account.login
    if "AUTH=PLAIN" in offered:
        client.authenticate("PLAIN", lambda _: f"\0{user}\0{scenario.password}".encode())
    elif "AUTH=CRAM-MD5" in offered:
        client.login_cram_md5(user, scenario.password)
    else:
        return " ".join(offered) + " only"
    client.select("INBOX")
    used, limit = client.getquotaroot("INBOX")[1][1][0].rstrip(b")").split()[-2:]
    return f"signed in, {int(used) * 100 // int(limit)} %"


def _look_up(domain):
    answer = subprocess.run(["kdig", "+short", f"_imaps._tcp.{domain}", "SRV"], text=True, capture_output=True)
    return f"SRV {answer.stdout.strip()}" if answer.stdout.strip() else "no SRV"


def _probe(answer):
    """What a plain-HTTP request for the comparison page meets, when that is not the page."""
    points = comparison.read()
    try:
        with urllib.request.urlopen(f"http://{points.probe_host}{points.probe_path}", timeout=PATIENCE) as page:
            return answer if page.read().decode().strip() == points.probe_answer else f"portal; {answer}"
    except OSError:
        return answer if "resolution" in answer or "route" in answer else f"portal; {answer}"


def _try_ipv6(host):
    try:
        socket.create_connection((socket.getaddrinfo(host, 993, socket.AF_INET6)[0][4][0], 993), PATIENCE).close()
    except OSError as error:
        return f"IPv6 {error}; "
    return "IPv6 connected; "


def _experience(scenario):
    """What this account's owner would be told by an ordinary mail program."""
    os.environ["RES_OPTIONS"] = "timeout:1 attempts:1"
    if not scenario.call.incoming:
        return _look_up(scenario.account.domain)
    before = _try_ipv6(_place(scenario)[0]) if scenario.name == "ipv6-broken" else ""
    try:
        return before + _sign_in(scenario)
    except (OSError, imaplib.IMAP4.error) as error:
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
                     world.authority.bundle)
        met = _probe(_experience(scenario))
        expected = EXPECTED[scenario.name]
        reasons = [] if expected in met else [f"met “{met}”, expected “{expected}”"]
        return {"reasons": reasons, "details": [], "seconds": time.monotonic() - started}

    return runner.tell_all(scenarios, play, jobs, ["tests/world/run", "--self-test"])
