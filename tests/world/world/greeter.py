# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins for the submission ports of mail operators: polite enough to compare with, and nothing more."""

import asyncio
import os
import ssl

from . import namespaces

_TLS_PORTS = (465,)


def _tls(chain, key):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context


async def _converse(reader, writer, host, context, encrypted):
    writer.write(f"220 {host} ESMTP\r\n".encode())
    while line := await asyncio.wait_for(reader.readline(), 60):
        verb = line.split()[0].upper() if line.split() else b""
        if verb == b"EHLO":
            extension = "AUTH PLAIN LOGIN" if encrypted else "STARTTLS"
            writer.write(f"250-{host}\r\n250-SIZE 52428800\r\n250 {extension}\r\n".encode())
        elif verb == b"STARTTLS" and not encrypted:
            writer.write(b"220 2.0.0 Go ahead\r\n")
            await writer.drain()
            await writer.start_tls(context)
            encrypted = True
        elif verb == b"QUIT":
            writer.write(b"221 2.0.0 Bye\r\n")
            break
        else:
            writer.write(b"502 5.5.1 Not here\r\n")
    await writer.drain()


async def _serve(places, key):
    for host, address, port, chain in places:
        context = _tls(chain, key)
        encrypted = port in _TLS_PORTS

        async def answer(reader, writer, host=host, context=context, encrypted=encrypted):
            try:
                await _converse(reader, writer, host, context, encrypted)
            except (OSError, ssl.SSLError, TimeoutError, ValueError):
                pass
            finally:
                writer.close()

        await asyncio.start_server(answer, address, port, ssl=context if encrypted else None)
    await asyncio.Event().wait()


def start(places, key):
    """Answer at PLACES, which are (host, address, port, chain), in a process of its own."""
    child = os.fork()
    if child == 0:
        namespaces.die_with_parent()
        try:
            asyncio.run(_serve(places, key))
        finally:
            os._exit(1)
    return child
