# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of RFC 1035 as is needed to see who asked for which name, and what addresses the answer holds."""

import ipaddress
import struct

_A, _AAAA = 1, 28


def _name(message, at):
    """The name at an offset, and the offset behind it."""
    labels, end = [], None
    while length := message[at]:
        if length >= 0xC0:
            end = end or at + 2
            at = struct.unpack_from("!H", message, at)[0] & 0x3FFF
            continue
        labels.append(message[at + 1:at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(labels).lower(), end or at + 1


def question(message):
    """The id and the name that a message is about."""
    return struct.unpack_from("!H", message)[0], _name(message, 12)[0]


def addresses(message):
    """The addresses in the answer section of a message."""
    questions, answers = struct.unpack_from("!HH", message, 4)
    at = 12
    for _ in range(questions):
        at = _name(message, at)[1] + 4
    found = []
    for _ in range(answers):
        at = _name(message, at)[1]
        kind, _, _, length = struct.unpack_from("!HHIH", message, at)
        at += 10
        if kind in (_A, _AAAA):
            found.append(str(ipaddress.ip_address(message[at:at + length])))
        at += length
    return found
