# SPDX-License-Identifier: GPL-3.0-or-later
"""The comparison points the product knows, read from its own file so that the world answers at each of them."""

import configparser
import dataclasses
import urllib.parse
from pathlib import Path

FILE = Path(__file__).resolve().parents[3] / "data" / "comparison.ini"
_SAMPLE = """
[Probe]
Uri=http://nmcheck.gnome.org/check_network_status.txt
Answer=NetworkManager is online
[Resolver Quad9]
Uri=https://dns.quad9.net/dns-query
Addresses=9.9.9.9;2620:fe::9
[Operator GMX]
Hosts=imap.gmx.net:143,993;pop.gmx.net:110,995;mail.gmx.net:465,587
Web=www.gmx.net:443
"""


@dataclasses.dataclass
class Comparison:
    probe_host: str
    probe_path: str
    probe_answer: str
    hosts: dict      # name → set of ports
    resolvers: dict  # name → addresses, which are literal since they are asked when names cannot be


def _list(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def _ports(section):
    """Each host of an operator with the ports it serves."""
    for place in _list(section.get("Hosts", "")) + _list(section.get("Web", "")):
        name, _, ports = place.rpartition(":")
        yield name, {int(port) for port in ports.split(",")}


def read():
    """The product's comparison points, or a sample while it has none."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string(FILE.read_text(encoding="utf-8") if FILE.exists() else _SAMPLE)
    probe = urllib.parse.urlsplit(parser["Probe"]["Uri"])
    hosts, resolvers = {}, {}
    for title in parser.sections():
        section = parser[title]
        for name, ports in _ports(section):
            hosts.setdefault(name, set()).update(ports)
        if title.startswith("Resolver "):
            resolvers[urllib.parse.urlsplit(section["Uri"]).hostname] = tuple(_list(section["Addresses"]))
    return Comparison(probe.hostname, probe.path or "/", parser["Probe"]["Answer"], hosts, resolvers)
