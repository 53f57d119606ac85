# SPDX-License-Identifier: GPL-3.0-or-later
"""Name servers that do not simply tell the truth, and DNS over HTTPS that does; the truth is Knot's."""

import asyncio
import base64
import os
import re
import socket
import ssl

from . import addresses, namespaces

MODES = {"forging": ("198.51.100.54", "2001:db8:53::54"), "filtering": ("198.51.100.55", "2001:db8:53::55"),
         "failing": ("198.51.100.56", "2001:db8:53::56"), "hiding": ("198.51.100.57", "2001:db8:53::57"),
         "blocking": ("198.51.100.58", "2001:db8:53::58"), "validating": ("198.51.100.59", "2001:db8:53::59"),
         "diverting": ("198.51.100.60", "2001:db8:53::60")}
_ANOTHER = "imap.lindenpost.example"
_NOWHERE = ("0.0.0.0", "::")
_A, _AAAA = 1, 28
_LIMIT = 5
_NO_NAME, _FAILURE = 3, 2
_UNCHECKED = 0x10                 # CD, in the fourth byte: whoever asks does without signatures
_BLOCKED = bytes.fromhex("00 0029 04d0 00000000 0006 000f 0002 000f")  # EDNS with the extended error 15, RFC 8914


def _question(query):
    """The name and type asked for, and where the question ends."""
    labels, place = [], 12
    while length := query[place]:
        labels.append(query[place + 1:place + 1 + length].decode("latin-1").lower())
        place += 1 + length
    return ".".join(labels), int.from_bytes(query[place + 1:place + 3]), place + 5


def _answer(query, end, code=0, address=None, more=b""):
    """A reply to QUERY with this result code, or this ADDRESS; MORE is one additional record."""
    records = b""
    if address:
        packed = socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)
        kind = _AAAA if ":" in address else _A
        records = b"\xc0\x0c" + kind.to_bytes(2) + b"\x00\x01\x00\x00\x00\x3c" + len(packed).to_bytes(2) + packed
    flags = (0x8180 | code).to_bytes(2)
    counts = b"\x00\x01" + (b"\x00\x01" if records else b"\x00\x00") + b"\x00\x00" + bool(more).to_bytes(2)
    return query[:2] + flags + counts + query[12:end] + records + more


async def _truth(query):
    """What Knot says."""
    reader, writer = await asyncio.open_connection(addresses.NAME_SERVER[0], 53)
    try:
        writer.write(len(query).to_bytes(2) + query)
        return await asyncio.wait_for(_read_message(reader), _LIMIT)
    finally:
        writer.close()


async def _address(name, kind):
    """The address of a host, of this KIND."""
    labels = b"".join(len(label).to_bytes() + label.encode() for label in name.split("."))
    query = b"\0\0\1\0\0\1" + bytes(6) + labels + b"\0" + kind.to_bytes(2) + b"\0\1"
    data = (await _truth(query))[len(query) + 12:]
    return socket.inet_ntop(socket.AF_INET if kind == _A else socket.AF_INET6, data[:4 if kind == _A else 16])


async def _read_message(reader):
    return await reader.readexactly(int.from_bytes(await reader.readexactly(2)))


async def _reply(mode, victims, query):
    name, kind, end = _question(query)
    place = {_A: 0, _AAAA: 1}.get(kind)
    if name in victims:
        if mode == "failing":
            return _answer(query, end, _FAILURE)
        if mode in ("hiding", "blocking"):
            return _answer(query, end, _NO_NAME, more=_BLOCKED if mode == "blocking" else b"")
        if mode == "validating":
            return await _truth(query) if query[3] & _UNCHECKED else _answer(query, end, _FAILURE)
        if mode == "diverting" and place is not None:
            return _answer(query, end, address=await _address(_ANOTHER, kind))
        elsewhere = _NOWHERE if mode == "filtering" else addresses.PORTAL
        return _answer(query, end, address=elsewhere[place] if place is not None else None)
    truth = await _truth(query)
    if mode == "forging" and truth[3] & 15 == _NO_NAME and place is not None:
        return _answer(query, end, address=addresses.PORTAL[place])
    return truth


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, mode, victims):
        self.about = mode, victims

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, address):
        asyncio.ensure_future(self._answer(data, address))

    async def _answer(self, data, address):
        self.transport.sendto(await _reply(*self.about, data), address)


def _stream(mode, victims):
    async def serve(reader, writer):
        try:
            while True:
                reply = await _reply(mode, victims, await _read_message(reader))
                writer.write(len(reply).to_bytes(2) + reply)
        except (OSError, EOFError, TimeoutError):
            writer.close()
    return serve


def _https(victims):
    """RFC 8484 over HTTP/1.1, as much as a client needs; the signatures of VICTIMS do not fit."""
    async def serve(reader, writer):
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                fields = dict(line.lower().split(": ", 1) for line in head.decode("latin-1").split("\r\n")[1:] if line)
                query = await reader.readexactly(int(fields.get("content-length", 0)))
                if asked := re.match(rb"GET \S*[?&]dns=([\w-]+)", head):
                    query = base64.urlsafe_b64decode(asked[1] + b"==")
                body = await _reply("validating", victims, query) if query else b""
                status = "200 OK" if body else "400 Bad Request"
                writer.write(f"HTTP/1.1 {status}\r\nContent-Type: application/dns-message\r\n"
                             f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        except (OSError, EOFError, TimeoutError, ValueError):
            writer.close()
    return serve


async def _run(victims, resolvers, key):
    loop = asyncio.get_running_loop()
    for mode, pair in MODES.items():
        for address in pair:
            await loop.create_datagram_endpoint(lambda mode=mode: _Datagrams(mode, victims.get(mode, ())),
                                                local_addr=(address, 53))
            await asyncio.start_server(_stream(mode, victims.get(mode, ())), address, 53)
    for chain, pair in resolvers:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain, key)
        for address in pair:
            await asyncio.start_server(_https(victims.get("validating", ())), address, 443, ssl=context)
    await asyncio.Event().wait()


def start(victims, resolvers, key):
    """Serve names: VICTIMS are the names each mode lies about, RESOLVERS (chain, addresses) speak HTTPS."""
    if os.fork() == 0:
        namespaces.die_with_parent()
        os.setpgid(0, 0)
        try:
            asyncio.run(_run(victims, resolvers, key))
        finally:
            os._exit(1)
