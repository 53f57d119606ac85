# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripted servers say: replies as a scenario writes them, and those of a healthy server below them."""

import dataclasses
import re

PLAIN_IMAP = "IMAP4rev1 STARTTLS LOGINDISABLED"
SECURE_IMAP = "IMAP4rev1 SASL-IR AUTH=PLAIN ID NAMESPACE QUOTA"
PORTS = {"imap": (143, 993), "pop3": (110, 995), "smtp": (25, 465, 587, 2525)}
TLS_PORTS = (465, 993, 995)
COMMAND_AT = {"imap": 1, "pop3": 0, "smtp": 0}  # which word of a line is the command
# What is answered to one person and not to another.
_OWN = ("AUTHENTICATE", "LOGIN", "AUTH", "USER", "PASS", "SELECT", "EXAMINE", "STAT", "UIDL", "MAIL", "RCPT")


@dataclasses.dataclass(frozen=True)
class Reply:
    """What is said TO a command, a regular expression; the empty one is the greeting. {tag} is the command's tag."""
    to: str
    say: str = ""
    hex: str = ""                 # bytes that are no text, said before SAY
    repeat: int = 1               # below zero: for ever
    then: str = ""                # "tls", "close", "reset", or "hang": say nothing any more
    when: str = ""                # "plain" or "secure": only then
    protocol: str = ""            # "imap", "pop3" or "smtp": only there
    user: str = ""                # only to the one who signs in by this name
    ask: str = ""                 # said first; one line is read before the rest
    after: str = ""               # said once the encryption that THEN starts is there
    pause: float = 0              # seconds of silence before

    def suits(self, command, encrypted, user=""):
        state = "secure" if encrypted else "plain"
        return (re.fullmatch(self.to, command, re.IGNORECASE) and self.when in ("", state)
                and self.user.casefold() in ("", user.casefold()))

    @property
    def is_personal(self):
        return any(re.fullmatch(self.to, command, re.IGNORECASE) for command in _OWN)


def protocol_of(port):
    return next((name for name, ports in PORTS.items() if port in ports), "imap")


def replies(protocol, own=()):
    """A scenario's OWN replies that concern PROTOCOL, before those of a healthy server."""
    return (*(reply for reply in own if reply.protocol in ("", protocol)), *_HEALTHY[protocol])


_HEALTHY = {
    "imap": (
        Reply("", "* OK Ready\r\n"),
        Reply("CAPABILITY", f"* CAPABILITY {PLAIN_IMAP}\r\n{{tag}} OK Done\r\n", when="plain"),
        Reply("CAPABILITY", f"* CAPABILITY {SECURE_IMAP}\r\n{{tag}} OK Done\r\n", when="secure"),
        Reply("STARTTLS", "{tag} OK Begin\r\n", then="tls", when="plain"),
        Reply("AUTHENTICATE|LOGIN", "{tag} OK Signed in\r\n", when="secure"),
        Reply("AUTHENTICATE|LOGIN", "{tag} NO [PRIVACYREQUIRED] Encrypt first\r\n"),
        Reply("ID", "* ID NIL\r\n{tag} OK Done\r\n"),
        Reply("NAMESPACE", '* NAMESPACE (("" "/")) NIL NIL\r\n{tag} OK Done\r\n'),
        Reply("LIST", '* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK Done\r\n'),
        Reply("SELECT|EXAMINE", "* FLAGS (\\Seen)\r\n* 1 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 1] Valid\r\n"
                                "* OK [UIDNEXT 2] Next\r\n{tag} OK [READ-WRITE] Done\r\n"),
        Reply("GETQUOTAROOT", '* QUOTAROOT INBOX ""\r\n* QUOTA "" (STORAGE 10 1000)\r\n{tag} OK Done\r\n'),
        Reply("NOOP", "{tag} OK Done\r\n"),
        Reply("LOGOUT", "* BYE Bye\r\n{tag} OK Done\r\n", then="close"),
        Reply(".*", "{tag} BAD Unknown command\r\n"),
    ),
    "pop3": (
        Reply("", "+OK Ready\r\n"),
        Reply("CAPA", "+OK Here\r\nSTLS\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\n.\r\n", when="plain"),
        Reply("CAPA", "+OK Here\r\nUSER\r\nSASL PLAIN\r\nUIDL\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\n.\r\n"),
        Reply("STLS", "+OK Begin\r\n", then="tls", when="plain"),
        Reply("USER|PASS|AUTH|APOP", "-ERR Encrypt first\r\n", when="plain"),
        Reply("USER", "+OK Go on\r\n"),
        Reply("PASS|AUTH", "+OK Signed in\r\n"),
        Reply("STAT", "+OK 1 120\r\n"),
        Reply("UIDL", "+OK Here\r\n1 first\r\n.\r\n"),
        Reply("LIST", "+OK Here\r\n1 120\r\n.\r\n"),
        Reply("NOOP|RSET", "+OK Done\r\n"),
        Reply("QUIT", "+OK Bye\r\n", then="close"),
        Reply(".*", "-ERR Unknown command\r\n"),
    ),
    "smtp": (
        Reply("", "220 mail ESMTP\r\n"),
        Reply("EHLO", "250-mail\r\n250-SIZE 52428800\r\n250-ENHANCEDSTATUSCODES\r\n250 STARTTLS\r\n", when="plain"),
        Reply("EHLO", "250-mail\r\n250-SIZE 52428800\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN LOGIN\r\n"),
        Reply("HELO", "250 mail\r\n"),
        Reply("STARTTLS", "220 2.0.0 Go ahead\r\n", then="tls", when="plain"),
        Reply("AUTH", "538 5.7.11 Encrypt first\r\n", when="plain"),
        Reply("AUTH", "235 2.7.0 Signed in\r\n"),
        Reply("MAIL|RCPT|RSET|NOOP", "250 2.0.0 Done\r\n"),
        Reply("QUIT", "221 2.0.0 Bye\r\n", then="close"),
        Reply(".*", "502 5.5.1 Not here\r\n"),
    ),
}
