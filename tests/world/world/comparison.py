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
[Operator GMX]
Hosts=imap.gmx.net:143,993;pop.gmx.net:110,995;mail.gmx.net:465,587
Web=www.gmx.net:443
"""


@dataclasses.dataclass
class Comparison:
    probe_host: str
    probe_path: str
    probe_answer: str
    hosts: dict  # name → set of ports


def _places(text):
    for place in filter(None, (part.strip() for part in text.split(";"))):
        name, _, ports = place.rpartition(":")
        yield name, {int(port) for port in ports.split(",")}


def read():
    """The product's comparison points, or a sample while it has none."""
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string(FILE.read_text() if FILE.exists() else _SAMPLE)
    probe = urllib.parse.urlsplit(parser["Probe"]["Uri"])
    hosts = {}
    for section in parser.sections():
        for key in ("Hosts", "Web"):
            for name, ports in _places(parser[section].get(key, "")):
                hosts.setdefault(name, set()).update(ports)
    return Comparison(probe.hostname, probe.path or "/", parser["Probe"]["Answer"], hosts)
