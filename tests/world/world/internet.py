# SPDX-License-Identifier: GPL-3.0-or-later
"""The standing Internet: composed from what scenarios and comparison points need, started once, shared by all homes."""

import itertools
import os
import shutil
import socket
import subprocess
import time

from . import (addresses, ban, comparison, dovecot, hosts, middle, nameserver, namespaces, postfix, scripted,
               scripts, web)
from .authority import AUTHORITY_HOST, INTERMEDIATE_PATH, Authority
from .names import Names, ascii_name
from .scenario import MAIL_PORTS, Server

PORTAL_HOST = "login.hotelwifi.example"
START_LIMIT = 20
_WEB_PORTS = {80, 443}
_SCRIPTED_PORTS = {port for ports in scripts.PORTS.values() for port in ports}
_PORTAL_PAGE = "<!doctype html><title>Hotel WiFi</title><p>Enter your room number to use the network.\n"


class Internet:
    """Everything beyond a person's own router. It lives in the network namespace of the process that makes it."""

    def __init__(self, scenarios, more=()):
        self.directory = namespaces.WORK
        self.log = self.directory / "log"
        self.log.mkdir()
        self.log.chmod(0o777)
        self.authority = Authority(self.directory / "authority")
        self.names = Names()
        self.sites = []
        self.mail = []        # (server, addresses, chain) for Dovecot and Postfix
        self.scripted = []    # places of scripted servers
        self.addresses = {}   # host → IPv4 and IPv6 address
        self.processes = {}
        self._free = addresses.hosts()
        self._name_servers = [*addresses.NAME_SERVER]
        self._all_addresses = [*addresses.NAME_SERVER, addresses.BACKBONE, *middle.PROXY,
                               *itertools.chain(*nameserver.MODES.values())]
        self.resolvers = []   # (chain, addresses) that speak DNS over HTTPS
        self.victims = {}     # mode of a name server → the names it lies about
        self.guarded = []     # addresses of hosts that fail2ban watches
        self.lost = []        # addresses where nobody is
        self._compose(scenarios, more)

    def start(self):
        """Give the addresses to this network, start the servers and wait until all of them answer."""
        self._settle()
        knot = self.names.write(self.directory / "knot", addresses.NAME_SERVER, self._name_servers)
        users = dovecot.make_mailboxes(self.directory, self._mailboxes)
        key = self.authority.key
        self._launch("knot", "knotd", "-c", str(knot))
        sockets = {}
        for configuration, mechanisms in dovecot.configure(self.directory, self.mail, users, key, self.log):
            self._launch(configuration.parent.name, "dovecot", "-F", "-c", str(configuration))
            sockets[mechanisms] = configuration.parent / "run" / "auth-client"
        senders = [(server, pair, chain, sockets[server.mechanisms]) for server, pair, chain in self.mail
                   if set(server.ports) & set(postfix.PORTS)]
        if senders:
            self._launch("postfix", postfix.MASTER, "-d", "-c", str(postfix.configure(
                self.directory / "postfix", senders, self._mailboxes, key, self.log)))
        nginx = web.configure(self.directory / "web", self.sites, key, self.log)
        self._launch("nginx", "nginx", "-c", str(nginx))
        scripted.start(self.scripted, key, self.log)
        nameserver.start(self.victims, self.resolvers, key)
        middle.start_proxy()
        if self.guarded and shutil.which("fail2ban-server"):
            self._launch("fail2ban", *ban.configure(self.directory / "fail2ban", self.guarded, self.log))
        self._wait()

    # What there is

    def _compose(self, scenarios, more):
        self._mailboxes = hosts.mailboxes(scenarios)
        for server in (*hosts.servers(scenarios), *more):
            self._add_mail_host(server)
        self._add_comparison(comparison.read())
        self._add_site(AUTHORITY_HOST, pages={INTERMEDIATE_PATH: self.authority.intermediate_der.read_bytes()})
        self._add_portal()
        for scenario in scenarios:
            if scenario.account.domain:
                self.names.add_domain(scenario.account.domain)
            if scenario.network.name_server:
                self.victims.setdefault(scenario.network.name_server, set()).add(ascii_name(scenario.server.host))
            if scenario.network.guesses:
                self.guarded += self.addresses[scenario.server.host]
            for zone in scenario.zone:
                self.names.add_records(zone.domain, zone.records)
                if zone.broken:
                    self.names.broken.add(ascii_name(zone.domain) + ".")

    def _new_addresses(self, host):
        pair = next(self._free)
        self._all_addresses += pair
        self.names.add_host(host, pair)
        self.addresses[host] = pair
        return pair

    def _add_mail_host(self, server):
        chain = self.authority.chain(ascii_name(server.host), server.certificate, server.names)
        pair = self._new_addresses(server.host)
        if server.unreachable:
            self.lost += pair
        elif server.software == "nginx":
            self.sites.append(web.Site(server.host, pair, chain, listen_http=False, ports=server.ports))
        elif server.is_scripted:
            self._add_scripted(server.host, pair, set(server.ports) & _SCRIPTED_PORTS, chain, server.reply, server.tls,
                               self.authority.key_of(server.certificate),
                               server.certificate in ("good", "weak-key") and server.tls in ("", "client-certificate"),
                               self.authority.revocation(chain) if server.certificate == "revoked" else "")
        else:
            self.mail.append((server, pair, chain))
        if server.web:
            self.sites.append(web.Site(server.host, pair, chain, {"/index.html": f"{server.host}\n"}))

    def _add_scripted(self, host, pair, ports, chain, replies=(), tls="", key="", trusted=True,
                      staple=""):
        self.scripted += [scripted.Place(host, address, port, chain, replies, tls, key, trusted, staple)
                          for port in sorted(ports) for address in pair]

    def _add_site(self, host, **about):
        self.sites.append(web.Site(host, self._new_addresses(host), **about))

    def _add_portal(self):
        """A hotel's sign-in page; homes behind it are sent here by their router."""
        self._all_addresses += addresses.PORTAL
        self.names.add_host(PORTAL_HOST, addresses.PORTAL)
        self.sites.append(web.Site(PORTAL_HOST, addresses.PORTAL, chain=self.authority.chain(PORTAL_HOST),
                                   pages={"/welcome.html": _PORTAL_PAGE},
                                   redirect=f"https://{PORTAL_HOST}/welcome.html"))

    def _add_comparison(self, points):
        self._add_site(points.probe_host, pages={points.probe_path: points.probe_answer + "\n"})
        for host, place in points.resolvers.items():
            self._all_addresses += place
            self._name_servers += place
            self.names.add_host(host, place)
            self.resolvers.append((self.authority.chain(host, addresses=place), place))
        for host, ports in points.hosts.items():
            known = host in self.addresses
            chain = self.authority.chain(host)
            pair = self.addresses[host] if known else self._new_addresses(host)
            if ports & set(MAIL_PORTS) and not known:
                self.mail.append((Server(host, ports=tuple(sorted(ports & set(MAIL_PORTS)))), pair, chain))
            if ports & _WEB_PORTS:
                self.sites.append(web.Site(host, pair, chain, {"/index.html": f"{host}\n"}, listen_http=80 in ports))
            taken = {place.port for place in self.scripted if place.host == host}
            self._add_scripted(host, pair, ports - set(MAIL_PORTS) - _WEB_PORTS - taken, chain)

    # Bringing it up

    def _settle(self):
        for name in ("net/ipv4/ip_forward", "net/ipv6/conf/all/forwarding"):
            namespaces.write_sysctl(name, 1)
        for scope in ("all", "default"):
            namespaces.write_sysctl(f"net/ipv6/conf/{scope}/accept_dad", 0)
        namespaces.run("ip", "-batch", "-", text="".join(
            f"address add {address} dev lo{' nodad' if ':' in address else ''}\n" for address in self._all_addresses))
        closed = [f"{'ip6' if ':' in address else 'ip'} daddr {address} tcp dport {port} reject with tcp reset"
                  for server, pair, _ in self.mail for address in pair
                  for port in MAIL_PORTS if port not in server.ports]
        closed += [f"{'ip6' if ':' in address else 'ip'} daddr {address} drop" for address in self.lost]
        closed += ban.marks(self.guarded)
        namespaces.run("nft", "-f", "-", text="table inet world {\n  chain input {\n"
                       "    type filter hook input priority -5\n" + "\n".join(closed) + "\n  }\n}\n")

    def _launch(self, name, *command):
        # In a process group of its own: an interrupt typed at a terminal is meant for the product.
        output = open(self.log / f"{name}.out", "wb")
        self.processes[name] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                                preexec_fn=namespaces.die_with_parent, process_group=0,
                                                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})

    def _wait(self):
        places = [(pair[0], server.ports[0]) for server, pair, _ in self.mail if server.ports]
        places += [(site.addresses[0], 80 if site.listen_http else (site.ports or (443,))[0]) for site in self.sites]
        places += [(place.address, place.port) for place in self.scripted]
        places += [(pair[0], 53) for pair in (addresses.NAME_SERVER, *nameserver.MODES.values())]
        places += [(pair[0], 443) for _, pair in self.resolvers]
        end = time.monotonic() + START_LIMIT
        while places:
            for name, process in self.processes.items():
                if process.poll() is not None:
                    raise RuntimeError(f"{name} ended: {(self.log / f'{name}.out').read_text().strip()[-2000:]}")
            if time.monotonic() > end:
                raise RuntimeError(f"nothing answers at {places[0][0]} port {places[0][1]}")
            places = [place for place in places if not _answers(*place)]
            if places:
                time.sleep(0.02)


def _answers(address, port):
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as connection:
        connection.settimeout(1)
        return connection.connect_ex((address, port)) == 0
