# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's own mail clients: what an ordinary program tells its user in a scenario's home."""

import imaplib
import poplib
import smtplib
import ssl

from . import home

PATIENCE = 2
ERRORS = (OSError, imaplib.IMAP4.error, poplib.error_proto, smtplib.SMTPException)
_PORTS = {"imap": 993, "pop3": 995, "smtp": 465}
_PLAIN_PORTS = (25, 110, 143, 587)


def place(setting):
    """Protocol, host, port and whether STARTTLS is wanted, of an --incoming or --outgoing."""
    where, _, security = setting.partition("/")
    protocol, host, *port = where.split(":")
    port = int(port[0]) if port else _PORTS[protocol]
    return protocol, host.encode("idna").decode(), port, (security or port in _PLAIN_PORTS) and security != "tls"


def sign_in(scenario, setting):
    """Sign in where SETTING says; return what that came to, or raise one of ERRORS."""
    protocol, host, port, upgrade = place(setting)
    context = ssl.create_default_context(cafile=str(home.BUNDLE))
    return {"imap": _imap, "pop3": _pop3, "smtp": _smtp}[protocol](scenario, host, port, upgrade, context)


def _imap(scenario, host, port, upgrade, context):
    if upgrade:
        client = imaplib.IMAP4(host, port, timeout=PATIENCE)
        client.starttls(context)
    else:
        client = imaplib.IMAP4_SSL(host, port, ssl_context=context, timeout=PATIENCE)
    offered = [word for word in client.capabilities if word.startswith("AUTH=")]
    user = scenario.account.login
    if scenario.call.token:
        client.authenticate("XOAUTH2", lambda asked: b"" if asked else
                            f"user={user}\x01auth=Bearer {scenario.password}\x01\x01".encode())
    elif "AUTH=PLAIN" in offered:
        client.authenticate("PLAIN", lambda _: f"\0{user}\0{scenario.password}".encode())
    elif "AUTH=CRAM-MD5" in offered:
        client.login_cram_md5(user, scenario.password)
    else:
        return " ".join(offered) + " only"
    state, answer = client.select("INBOX")
    if state != "OK":
        return f"{state} {answer[0].decode()}"
    used, limit = client.getquotaroot("INBOX")[1][1][0].rstrip(b")").split()[-2:]
    return f"signed in, {int(used) * 100 // int(limit)} %"


def _pop3(scenario, host, port, upgrade, context):
    if upgrade:
        client = poplib.POP3(host, port, timeout=PATIENCE)
        client.stls(context)
    else:
        client = poplib.POP3_SSL(host, port, timeout=PATIENCE, context=context)
    if "USER" in client.capa():
        client.user(scenario.account.login)
        client.pass_(scenario.password)
    else:
        client.apop(scenario.account.login, scenario.password)
    return f"signed in, {client.stat()[0]} messages"


def _smtp(scenario, host, port, upgrade, context):
    if upgrade:
        client = smtplib.SMTP(host, port, timeout=PATIENCE)
        client.starttls(context=context)
    else:
        client = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
    client.login(scenario.account.login, scenario.password)
    for command, argument in (("MAIL", "FROM"), ("RCPT", "TO")):
        code, text = client.docmd(command, f"{argument}:<{scenario.account.address}>")
        if code >= 400:
            return f"{command} refused: {code} {text.decode()}"
    client.rset()
    return "may send"
