# SPDX-License-Identifier: GPL-3.0-or-later
"""Who lives where: every address of the world is one that RFC 5737 and RFC 3849 keep for documentation."""

import ipaddress
import itertools

# Fixed, since resolv.conf and routers name them.
NAME_SERVER = ("198.51.100.53", "2001:db8:53::53")
PORTAL = ("198.51.100.80", "2001:db8:53::80")

# A home: private addresses behind the router for IPv4, a network of its own for IPv6.
HOME = "192.168.1.2"
HOME_ROUTER = "192.168.1.1"
BACKBONE = "203.0.113.254"
HOMES = 253


def hosts():
    """Pairs of an IPv4 and an IPv6 address for one server after the other."""
    networks = itertools.chain(ipaddress.ip_network("192.0.2.0/24").hosts(),
                               itertools.islice(ipaddress.ip_network("198.51.100.0/24").hosts(), 100, None))
    for number, address in enumerate(networks, start=1):
        yield str(address), f"2001:db8:1::{number:x}"


def street(number):
    """The addresses on both sides of a home's router."""
    return {"router4": f"203.0.113.{number}",
            "backbone6": f"2001:db8:f:{number:x}::1", "router6": f"2001:db8:f:{number:x}::2",
            "home_router6": f"2001:db8:c:{number:x}::1", "home6": f"2001:db8:c:{number:x}::2",
            "home_network6": f"2001:db8:c:{number:x}::/64"}
