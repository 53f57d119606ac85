# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of the world: a root, registries, domains and reverse zones, all served by one Knot DNS."""

import collections
import ipaddress

NAME_SERVER = "ns.registry.example."
_HEAD = """$ORIGIN {origin}
$TTL 300
@ SOA {server} hostmaster.registry.example. 2026010101 3600 600 86400 60
@ NS {server}
"""
_CONFIGURATION = """server:
  rundir: {directory}
  listen: [{addresses}]
database:
  storage: {directory}
log:
- target: stderr
  any: info
template:
- id: default
  storage: {directory}
  zonefile-sync: -1
  journal-content: none
  semantic-checks: off
zone:
{zones}
"""


def ascii_name(name):
    """The form of a host or domain name that travels in DNS."""
    return name if name.isascii() else name.encode("idna").decode()


def domain_of(name):
    """The registered domain a name lies in; in this world every registry is one label long."""
    return ".".join(ascii_name(name).rstrip(".").split(".")[-2:])


class Names:
    """Collects records and writes them as zones, with the delegations above them."""

    def __init__(self):
        self.zones = collections.defaultdict(list)
        self.zones["."] = []
        self.broken = set()           # zones that cannot be loaded: whoever asks is told of a failure

    def add_domain(self, domain):
        """A registered domain, even if nothing else is known of it."""
        domain = ascii_name(domain).rstrip(".") + "."
        registry = domain.rstrip(".").rpartition(".")[2] + "."
        self._delegate(".", registry)
        self._delegate(registry, domain)

    def _delegate(self, parent, child):
        line = f"{child} NS {NAME_SERVER}"
        self.zones[child]
        if line not in self.zones[parent]:
            self.zones[parent].append(line)

    def add_host(self, name, addresses):
        """A host's addresses, forward and backward."""
        name = ascii_name(name)
        self.add_domain(domain_of(name))
        for address in map(ipaddress.ip_address, addresses):
            kind = "A" if address.version == 4 else "AAAA"
            self.zones[domain_of(name) + "."].append(f"{name}. {kind} {address}")
            pointer = address.reverse_pointer + "."
            zone = pointer.split(".", 1 if address.version == 4 else 20)[-1]
            self.add_domain(zone)
            self.zones[zone].append(f"{pointer} PTR {name}.")

    def add_records(self, domain, records):
        """Lines of a zone file, relative to DOMAIN."""
        self.add_domain(domain)
        self.zones[ascii_name(domain) + "."].extend(line.strip() for line in records.strip().splitlines())

    def write(self, directory, own, addresses):
        """Write the zones, served under the name server's OWN and all other ADDRESSES; return Knot's configuration."""
        directory.mkdir()
        self.add_host(NAME_SERVER.rstrip("."), own)
        zones = []
        for origin, records in sorted(self.zones.items()):
            file = directory / f"{origin.strip('.') or 'root'}.zone"
            if origin not in self.broken:
                file.write_text(_HEAD.format(origin=origin, server=NAME_SERVER) + "\n".join(records) + "\n")
            zones.append(f'- domain: "{origin}"\n  file: "{file.name}"')
        configuration = directory / "knot.conf"
        listen = ", ".join(f"{address}@53" for address in addresses)
        configuration.write_text(_CONFIGURATION.format(directory=directory, addresses=listen, zones="\n".join(zones)))
        return configuration
