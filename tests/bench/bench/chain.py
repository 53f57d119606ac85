# SPDX-License-Identifier: GPL-3.0-or-later
"""The longest chain of dependent steps of a checkup, in round trips, counted from what passed its network device.

What is counted, strictly, so that waiting without need shows in the ratio and not in the chain:

* A *turn* is one round trip of one flow. For TCP the first is SYN and SYN/ACK. Another begins when the client sends
  payload after an answer to the turn before; a packet of the server is an answer when it came at least nine tenths of
  the line's round trip after that turn began, since one that came sooner was under way already. The TLS 1.3 handshake
  is a turn; the client's last words in it and a mail server's greeting are the next one. What is not answered while
  the program runs, such as closing, is no turn, and what a server takes to think is none either.
* Looking up a name is one turn, however often and for whatever it was asked, even if the program did so in a row.
* Of all the ways in which one flow could wait for another only two are believed to be needed: a flow goes to an
  address, so it comes after the look-up that brought that address; and the outgoing sign-in comes after the answer to
  the incoming one, since a password that was refused once is not to be tried at a second server.

The longest chain is the longest path through turns along these two and along each flow. Which turn of a flow is the
sign-in cannot be seen in encrypted packets; it is taken from the dialogue in the program's own report."""

import dataclasses
import itertools
import re

from . import capture, dns

_SAYS = re.compile(r"\s*\d+\sms ([CS]): ")
# Before the first command over TLS from the start: connection, handshake, greeting.
_BEFORE_COMMANDS = 3


@dataclasses.dataclass
class Flow:
    """A TCP connection: whom it went to, when it began, how many turns it took."""
    host: str
    port: int
    address: str
    began: float
    ended: float
    turns: int
    looked_up: int                # turns before it: 1 when the address came from a look-up

    @property
    def depth(self):
        return self.looked_up + self.turns


def _names(packets):
    """Which name the answers of name servers give to each address, and when."""
    names = {}
    for packet in packets:
        if packet.protocol == "udp" and packet.remote_port == 53 and not packet.is_sent:
            _, name = dns.question(packet.payload)
            for address in dns.addresses(packet.payload):
                names.setdefault(address, name)
    return names


def _count(packets, round_trip):
    """The turns of one TCP flow that were answered, and when the last was."""
    turns, asked, answered, ended = 0, None, True, packets[0].time
    for packet in packets:
        says = packet.payload or packet.flags & capture.SYN
        if not says:
            continue
        if packet.is_sent and answered:
            asked, answered = packet.time, False
        elif not packet.is_sent and asked is not None and packet.time - asked >= 0.9 * round_trip:
            turns, answered = turns + (not answered), True
            ended = packet.time
    return turns, ended


def flows(packets, round_trip):
    """All TCP connections, in the order of their beginnings."""
    names = _names(packets)
    groups = {}
    for packet in packets:
        if packet.protocol == "tcp":
            groups.setdefault(packet.flow, []).append(packet)
    found = []
    for (_, address, port, _), group in groups.items():
        if not group[0].flags & capture.SYN:
            continue   # the rest of a connection that was begun before
        turns, ended = _count(group, round_trip)
        found.append(Flow(names.get(address, address), port, address, group[0].time, ended, turns,
                          int(address in names)))
    return sorted(found, key=lambda flow: flow.began)


def sign_in_turn(report, check):
    """The number of the turn that brings the answer to the sign-in, counted from the connection."""
    lines = next(finding["transcript"] for finding in report["findings"] if finding["check"] == check)
    speakers = [said[1] for said in map(_SAYS.match, lines) if said]
    return _BEFORE_COMMANDS + sum(speaker == "C" for speaker, _ in itertools.groupby(speakers))


@dataclasses.dataclass
class Chain:
    length: int
    story: str


def longest(found, report, incoming_host, outgoing_host):
    """The longest chain, and how it comes about."""
    incoming, outgoing = (max((flow for flow in found if flow.host == host), key=lambda flow: flow.turns)
                          for host in (incoming_host, outgoing_host))
    signed_in = sign_in_turn(report, "incoming.login")
    signs_in = sign_in_turn(report, "outgoing.login")
    after = incoming.looked_up + signed_in + outgoing.turns - signs_in + 1
    chains = [Chain(flow.depth, f"look-up {flow.looked_up} + {flow.turns} turns with {flow.host} port {flow.port}")
              for flow in found]
    chains.append(Chain(after, f"look-up {incoming.looked_up} + {signed_in} turns with {incoming.host} to the answer "
                               f"to the sign-in + {after - incoming.looked_up - signed_in} turns with {outgoing.host} "
                               f"from the sign-in on"))
    return max(chains, key=lambda chain: chain.length)
