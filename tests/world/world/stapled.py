# SPDX-License-Identifier: GPL-3.0-or-later
"""TLS with a stapled OCSP answer, which neither Dovecot nor Python can send: OpenSSL's own server stands before a
scripted one, one for each connection."""

import asyncio
import socket

_START_LIMIT = 5


async def _relay(reader, writer):
    try:
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


async def _connect(port):
    for _ in range(_START_LIMIT * 100):
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
    raise TimeoutError


async def open_plain(reader, writer, chain, key, staple):
    """Speak TLS with the client of READER and WRITER; return the process, whose pipes carry what is inside."""
    port = _free_port()
    server = await asyncio.create_subprocess_exec(
        "openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-naccept", "1", "-quiet", "-cert", chain,
        "-cert_chain", chain, "-key", key, "-status_file", staple,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL)
    inner_reader, inner_writer = await _connect(port)
    for flow in (_relay(reader, inner_writer), _relay(inner_reader, writer)):
        asyncio.ensure_future(flow)
    return server
