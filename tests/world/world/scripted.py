# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that say what they are told to: a provider's own words, or bytes no honest server sends.

Each knows enough IMAP or SMTP to be taken for a healthy server; replies of a scenario replace single answers."""

import asyncio
import dataclasses
import itertools
import os
import re
import ssl

from . import namespaces

PLAIN_IMAP = "IMAP4rev1 STARTTLS LOGINDISABLED"
SECURE_IMAP = "IMAP4rev1 SASL-IR AUTH=PLAIN ID NAMESPACE QUOTA"
_TLS_PORTS = (465, 993)
_SMTP_PORTS = (25, 465, 587)
_IDLE_LIMIT = 60
_BLOCK, _PAUSE = 65536, 0.002  # what never ends comes at about 30 MB a second
_TOKEN = {"imap": 1, "smtp": 0}   # which word of a line is the command


@dataclasses.dataclass(frozen=True)
class Reply:
    """What is said TO a command, a regular expression; the empty one is the greeting. {tag} is the command's tag."""
    to: str
    say: str = ""
    hex: str = ""                 # bytes that are no text, said before SAY
    repeat: int = 1               # below zero: for ever
    then: str = ""                # "tls", "close", or "hang": say nothing any more
    when: str = ""                # "plain" or "secure": only then

    def suits(self, command, encrypted):
        state = "secure" if encrypted else "plain"
        return re.fullmatch(self.to, command, re.IGNORECASE) and self.when in ("", state)


DEFAULTS = {
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
    "smtp": (
        Reply("", "220 mail ESMTP\r\n"),
        Reply("EHLO", "250-mail\r\n250-SIZE 52428800\r\n250 STARTTLS\r\n", when="plain"),
        Reply("EHLO", "250-mail\r\n250-SIZE 52428800\r\n250 AUTH PLAIN LOGIN\r\n", when="secure"),
        Reply("STARTTLS", "220 2.0.0 Go ahead\r\n", then="tls", when="plain"),
        Reply("QUIT", "221 2.0.0 Bye\r\n", then="close"),
        Reply(".*", "502 5.5.1 Not here\r\n"),
    ),
}


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a scripted server answers, and with what."""
    host: str
    address: str
    port: int
    chain: str
    replies: tuple = ()


class _Conversation:
    def __init__(self, place, context, heard):
        self.protocol = "smtp" if place.port in _SMTP_PORTS else "imap"
        self.replies = (*place.replies, *DEFAULTS[self.protocol])
        self.context = context
        self.heard = heard
        self.encrypted = place.port in _TLS_PORTS

    async def hold(self, reader, writer):
        self.reader, self.writer = reader, writer
        going = await self._say("", "")
        while going and (line := await self._read_line()):
            words = line.decode("latin-1").split()
            place = _TOKEN[self.protocol]
            command = words[place].upper() if len(words) > place else "?"
            if command == "AUTHENTICATE" and len(words) < 4:
                await self._invite()
                await self._read_line()
            while literal := re.search(r"\{(\d+)(\+?)\}$", words[-1] if words else ""):
                if not literal[2]:
                    await self._invite()
                self._note(await reader.readexactly(int(literal[1])))
                words = (await self._read_line()).decode("latin-1").split()
            going = await self._say(command, line.split()[0].decode("latin-1") if line.split() else "*")

    def _note(self, what):
        if not self.encrypted:
            self.heard.write(what)
            self.heard.flush()

    async def _read_line(self):
        line = await asyncio.wait_for(self.reader.readline(), _IDLE_LIMIT)
        self._note(line)
        return line

    async def _invite(self):
        self.writer.write(b"+ \r\n")
        await self.writer.drain()

    async def _say(self, command, tag):
        reply = next(reply for reply in self.replies if reply.suits(command, self.encrypted))
        words = bytes.fromhex(reply.hex) + reply.say.replace("{tag}", tag).encode()
        while reply.repeat < 0:
            self.writer.write(words * (_BLOCK // len(words) + 1))
            await self.writer.drain()
            await asyncio.sleep(_PAUSE)
        self.writer.write(words * reply.repeat)
        await self.writer.drain()
        if reply.then == "tls":
            await self.writer.start_tls(self.context)
            self.encrypted = True
        elif reply.then == "hang":
            await self.reader.read(-1)
        return reply.then not in ("close", "hang")


async def _serve(places, key, log):
    for place in places:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(place.chain, key)
        heard = open(heard_in_the_clear(log, place.host), "ab")

        async def answer(reader, writer, place=place, context=context, heard=heard):
            try:
                await _Conversation(place, context, heard).hold(reader, writer)
            except (OSError, ssl.SSLError, TimeoutError, ValueError, EOFError):
                pass
            finally:
                writer.close()

        await asyncio.start_server(answer, place.address, place.port,
                                   ssl=context if place.port in _TLS_PORTS else None)
    await asyncio.Event().wait()


def heard_in_the_clear(log, host):
    """The file with everything a scripted server was told without encryption: never a password."""
    return log / f"{host}.clear"


def start(places, key, log):
    """Answer at PLACES, each host in a process of its own, since some keep theirs busy."""
    for _, own in itertools.groupby(places, key=lambda place: place.host):
        own = list(own)
        if os.fork() == 0:
            namespaces.die_with_parent()
            os.setpgid(0, 0)
            try:
                asyncio.run(_serve(own, key, log))
            finally:
                os._exit(1)
