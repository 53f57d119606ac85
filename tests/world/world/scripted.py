# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that say what they are told to: a provider's own words, or bytes no honest server sends.

Each knows enough IMAP, POP3 or SMTP to be taken for a healthy server; replies of a scenario replace single answers."""

import asyncio
import base64
import binascii
import dataclasses
import itertools
import os
import re
import socket
import ssl
import struct

from . import namespaces, scripts, stapled

_IDLE_LIMIT = 60
_BLOCK, _PAUSE = 65536, 0.002  # what never ends comes at about 30 MB a second
_INVITATION = {"imap": b"+ %s\r\n", "pop3": b"+ %s\r\n", "smtp": b"334 %s\r\n"}
_AT_ONCE = struct.pack("ii", 1, 0)


@dataclasses.dataclass(frozen=True)
class Place:
    """Where a scripted server answers, and with what."""
    host: str
    address: str
    port: int
    chain: str
    replies: tuple = ()
    tls: str = ""                 # "", or how it is spoken: see the README's [server]
    key: str = ""                 # the certificate's, when it is not the world's
    trusted: bool = True          # the certificate and the TLS version deserve it
    staple: str = ""              # the OCSP answer sent along on ports with TLS

    @property
    def never_ends(self):
        return any(reply.repeat < 0 for reply in self.replies)

    @property
    def is_stapled(self):
        return bool(self.staple) and self.port in scripts.TLS_PORTS


class Conversation:
    """One client's talk with a scripted server."""

    def __init__(self, place, context, heard):
        self.protocol = scripts.protocol_of(place.port)
        self.replies = scripts.replies(self.protocol, place.replies)
        self.context = context
        self.heard = heard
        self.encrypted = place.port in scripts.TLS_PORTS and place.tls != "none"
        self.trusted = place.trusted
        self.user = ""

    async def hold(self, reader, writer):
        self.reader, self.writer = reader, writer
        going = await self._say("", "")
        while going and (line := await self._read_line()):
            words = line.decode("latin-1").split()
            place = scripts.COMMAND_AT[self.protocol]
            command = words[place].upper() if len(words) > place else "?"
            if command in ("AUTHENTICATE", "AUTH"):
                await self._sign_in(words[place + 1:])
            elif self.protocol == "imap":
                words = await self._read_literals(words)
            if command in ("LOGIN", "USER") and len(words) > place + 1:
                self.user = words[place + 1].strip('"')
            going = await self._say(command, words[0] if words else "*")

    async def _sign_in(self, words):
        """Ask for what is not there yet; the name is remembered, the password is not looked at."""
        mechanism = words[0].upper() if words else ""
        if mechanism == "LOGIN":
            answers = [words[1] if len(words) > 1 else await self._ask(b"VXNlcm5hbWU6"),
                       await self._ask(b"UGFzc3dvcmQ6")]
            self.user = _decoded(answers[0])
        elif mechanism:
            answer = _decoded(words[1] if len(words) > 1 else await self._ask(b""))
            named = re.search("user=([^\x01]*)|a=([^,]*),", answer) if mechanism != "PLAIN" else None
            self.user = named[1] or named[2] if named else (answer.split("\0") + [""])[1]

    async def _ask(self, what):
        self.writer.write(_INVITATION[self.protocol] % what)
        await self.writer.drain()
        return (await self._read_line()).decode("latin-1").strip()

    async def _read_literals(self, words):
        while literal := re.search(r"\{(\d+)(\+?)\}$", words[-1] if words else ""):
            if not literal[2]:
                self.writer.write(b"+ \r\n")
                await self.writer.drain()
            text = await self.reader.readexactly(int(literal[1]))
            self._note(text)
            words = [*words[:-1], text.decode("latin-1"), *(await self._read_line()).decode("latin-1").split()]
        return words

    def _note(self, what):
        if not (self.encrypted and self.trusted):
            self.heard.write(what)
            self.heard.flush()

    async def _read_line(self):
        line = await asyncio.wait_for(self.reader.readline(), _IDLE_LIMIT)
        self._note(line)
        return line

    async def _say(self, command, tag):
        reply = next(reply for reply in self.replies if reply.suits(command, self.encrypted, self.user))
        if reply.ask:
            self.writer.write(reply.ask.encode())
            await self.writer.drain()
            await self._read_line()
        await asyncio.sleep(reply.pause)
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
            self.writer.write(reply.after.encode())
        elif reply.then == "hang":
            await self.reader.read(-1)
        elif reply.then == "reset":
            self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        return reply.then not in ("close", "hang", "reset")


def _decoded(text):
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _context(place, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    # What is weak on purpose must not be refused by the server's own library.
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.load_cert_chain(place.chain, place.key or key)
    if place.tls == "1.0":
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    elif place.tls == "client-certificate":
        context.load_verify_locations(place.chain)
        context.verify_mode = ssl.CERT_REQUIRED
    return context


async def _serve(places, key, log):
    for place in places:
        context = _context(place, key)
        heard = open(overheard(log, place.host), "ab")

        async def answer(reader, writer, place=place, context=context, heard=heard):
            try:
                if place.tls == "cut" and place.port in scripts.TLS_PORTS:
                    await reader.read(64)
                elif place.is_stapled:
                    server = await stapled.open_plain(reader, writer, place.chain, place.key or key, place.staple)
                    await Conversation(place, context, heard).hold(server.stdout, server.stdin)
                    server.terminate()
                else:
                    await Conversation(place, context, heard).hold(reader, writer)
            except (OSError, ssl.SSLError, TimeoutError, ValueError, EOFError):
                pass
            finally:
                writer.close()

        at_once = place.port in scripts.TLS_PORTS and place.tls not in ("none", "cut") and not place.is_stapled
        await asyncio.start_server(answer, place.address, place.port, ssl=context if at_once else None)
    await asyncio.Event().wait()


def overheard(log, host):
    """The file with everything a scripted server was told while nobody should trust it: never a password."""
    return log / f"{host}.overheard"


def start(places, key, log):
    """Answer at PLACES, in one process; hosts that keep theirs busy have one of their own."""
    places = sorted(places, key=lambda place: place.host)
    crowds = [[place for place in places if not place.never_ends]]
    busy = [place for place in places if place.never_ends]
    crowds += [list(own) for _, own in itertools.groupby(busy, key=lambda place: place.host)]
    for crowd in crowds:
        if crowd and os.fork() == 0:
            namespaces.die_with_parent()
            os.setpgid(0, 0)
            try:
                asyncio.run(_serve(crowd, key, log))
            finally:
                os._exit(1)
