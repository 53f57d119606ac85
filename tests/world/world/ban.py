# SPDX-License-Identifier: GPL-3.0-or-later
"""fail2ban, which shuts a network out of a server's mail ports after failed sign-ins, and the guesses that make it."""

import imaplib
import socket
import ssl
import time

from .scenario import MAIL_PORTS, SENDING_PORTS

_LIMIT = 20
_MARK = 25
# The distribution's own filter does not know the words of Dovecot 2.4 yet.
_FILTER = """[Definition]
failregex = -login: Info: Login aborted: .*\\(auth failed, .* rip=<HOST>, lip=(?:{guarded}),
datepattern = {{^LN-BEG}}
"""
_JAIL = """[guesses]
enabled = true
filter = guesses
logpath = {log}/dovecot-*.log
backend = polling
usedns = no
ignoreself = false
maxretry = 6
findtime = 600
bantime = 600
action = nftables[name=guesses, type=custom, rule_match-custom="meta mark {mark} tcp dport \\{{ {ports} \\}}"]
"""
_MAIN = """[Definition]
loglevel = INFO
logtarget = {log}/fail2ban.log
socket = {directory}/socket
pidfile = {directory}/pid
dbfile = None
"""
_NFTABLES = "/etc/fail2ban/action.d/nftables.conf"


def marks(addresses):
    """Rules that tell connections to a guarded host from others, so that a ban holds for this host alone."""
    return [f"{'ip6' if ':' in address else 'ip'} daddr {address} meta mark set {_MARK}" for address in addresses]


def configure(directory, addresses, log):
    """Write fail2ban's configuration for the host with these ADDRESSES; return the command that starts it."""
    for folder in ("action.d", "filter.d"):
        (directory / folder).mkdir(parents=True)
    (directory / "action.d" / "nftables.conf").symlink_to(_NFTABLES)
    guarded = "|".join(address.replace(".", r"\.") for address in addresses)
    (directory / "filter.d" / "guesses.conf").write_text(_FILTER.format(guarded=guarded))
    ports = ", ".join(map(str, sorted((*MAIL_PORTS, *SENDING_PORTS))))
    (directory / "jail.conf").write_text(_JAIL.format(log=log, mark=_MARK, ports=ports))
    (directory / "fail2ban.conf").write_text(_MAIN.format(directory=directory, log=log))
    return ("fail2ban-server", "-f", "-c", str(directory), "-s", str(directory / "socket"), "-p",
            str(directory / "pid"))


def provoke(scenario, addresses):
    """Guess passwords at all ADDRESSES of the server until it shuts this network out."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    for address in addresses:
        for number in range(scenario.network.guesses):
            try:
                client = imaplib.IMAP4_SSL(address, 993, ssl_context=context, timeout=_LIMIT)
                client.login(scenario.account.login, f"guess-{number}")
            except imaplib.IMAP4.error:
                client.shutdown()
            except OSError:
                break   # banned already
    end = time.monotonic() + _LIMIT
    while any(_answers(address) for address in addresses):
        if time.monotonic() > end:
            raise RuntimeError("fail2ban did not ban")
        time.sleep(0.1)


def _answers(address):
    try:
        socket.create_connection((address, 993), 1).close()
    except OSError:
        return False
    return True
