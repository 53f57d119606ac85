# SPDX-License-Identifier: GPL-3.0-or-later
"""What can stand between a person and the Internet: a box that opens TLS and signs it anew, a proxy for the web."""

import asyncio
import os
import socket
import ssl
import struct

from . import addresses, namespaces

INTERCEPTOR_PORT = 4430
INTERCEPTED_PORTS = (443, 465, 993, 995)
PROXY = ("198.51.100.81", "2001:db8:53::81")
PROXY_PORT = 3128
_ORIGINAL_DESTINATION = 80   # of both kinds of addresses


def _destination(connection):
    """Where a redirected connection wanted to go."""
    if connection.family == socket.AF_INET:
        port, address = struct.unpack("!2xH4s8x", connection.getsockopt(socket.SOL_IP, _ORIGINAL_DESTINATION, 16))
        return socket.inet_ntop(socket.AF_INET, address), port
    port, address = struct.unpack("!2xH4x16s4x", connection.getsockopt(socket.IPPROTO_IPV6, _ORIGINAL_DESTINATION, 28))
    return socket.inet_ntop(socket.AF_INET6, address), port


async def relay(one, other):
    """Pass bytes both ways between two (reader, writer) pairs until both have ended."""
    async def pass_on(reader, writer):
        try:
            while part := await reader.read(65536):
                writer.write(part)
                await writer.drain()
        except (OSError, ssl.SSLError):
            pass
        finally:
            writer.close()
    await asyncio.gather(pass_on(one[0], other[1]), pass_on(other[0], one[1]))


def _context(authority):
    """Shows every client the certificate it asks for, signed by the interceptor."""
    made = {}

    def choose(connection, name, _):
        if name and name not in made:
            made[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            made[name].load_cert_chain(authority.chain(name, "intercepted"), authority.key)
        if name:
            connection.context = made[name]

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.chain("gateway.local", "intercepted"), authority.key)
    context.sni_callback = choose
    return context


async def _intercept(listeners, authority):
    blind = ssl.create_default_context()
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE

    async def serve(reader, writer):
        try:
            address, port = _destination(writer.get_extra_info("socket"))
            await relay((reader, writer), await asyncio.open_connection(address, port, ssl=blind))
        except (OSError, ssl.SSLError):
            writer.close()

    for listener in listeners:
        await asyncio.start_server(serve, sock=listener, ssl=_context(authority))
    await asyncio.Event().wait()


async def _serve_proxy(reader, writer):
    """CONNECT, and GET of a whole address, as RFC 9110 has them."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        method, target, _ = head.split(b"\r\n")[0].decode("latin-1").split(" ")
        if method == "CONNECT":
            host, _, port = target.rpartition(":")
            other = await asyncio.open_connection(host.strip("[]"), int(port))
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            host, _, path = target.removeprefix("http://").partition("/")
            other = await asyncio.open_connection(host, 80)
            other[1].write(head.replace(target.encode(), b"/" + path.encode(), 1))
        await relay((reader, writer), other)
    except (OSError, EOFError, ValueError):
        writer.close()


async def _proxy(listeners):
    for listener in listeners:
        await asyncio.start_server(_serve_proxy, sock=listener)
    await asyncio.Event().wait()


def _listen(places, port):
    """Sockets that take connections from now on, whenever they are answered."""
    return [socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET)
            for address in places]


def _start(work, *about):
    if os.fork() == 0:
        namespaces.die_with_parent()
        try:
            asyncio.run(work(*about))
        finally:
            os._exit(1)
    for listener in about[0]:
        listener.close()


def intercept(authority):
    """Open every TLS connection that is redirected to this network namespace."""
    _start(_intercept, _listen(("0.0.0.0", "::"), INTERCEPTOR_PORT), authority)


def start_proxy():
    """Serve the web to those who ask for it at the proxy's address."""
    _start(_proxy, _listen(PROXY, PROXY_PORT))
