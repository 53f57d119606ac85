# SPDX-License-Identifier: GPL-3.0-or-later
"""Which mail hosts and mailboxes a set of scenarios needs, each of them once."""

import dataclasses
import functools
import tomllib
from pathlib import Path

from . import scripts
from .scenario import SENDING_PORTS, SHARED_HOST, SHARED_SENDING_HOST, ScenarioError, Server, make

PROVIDERS = Path(__file__).resolve().parents[1] / "providers.toml"


@functools.cache
def _providers():
    """The servers of each provider, with what they say to everybody."""
    table = tomllib.loads(PROVIDERS.read_text(encoding="utf-8"))
    for name, entries in table.items():
        for entry in entries:
            entry["reply"] = [make(scripts.Reply, reply, f"{PROVIDERS.name} {name}")
                              for reply in entry.get("reply", ())]
        table[name] = [make(Server, {**entry, "provider": name}, f"{PROVIDERS.name} {name}") for entry in entries]
    return table


def _bind(reply, scenario):
    """What one account is told, its neighbours at the same provider are not."""
    if not reply.is_personal:
        raise ScenarioError(f"{scenario.name}: what {reply.to or 'the greeting'} is told at a provider is told to "
                            f"everybody, and belongs in {PROVIDERS.name}")
    return dataclasses.replace(reply, user=scenario.account.login)


def of(scenario):
    """The hosts of one scenario."""
    described = [scenario.server]
    if scenario.outgoing is not None:
        described.append(scenario.outgoing)
    elif SHARED_SENDING_HOST in (scenario.call.outgoing or ""):
        described.append(Server(SHARED_SENDING_HOST, ports=SENDING_PORTS))
    for server in described:
        if not server.provider:
            yield server
            continue
        if server.provider not in _providers():
            raise ScenarioError(f"{scenario.name}: {PROVIDERS.name} does not know “{server.provider}”")
        own = tuple(_bind(reply, scenario) for reply in server.reply)
        for host in _providers()[server.provider]:
            yield dataclasses.replace(host, reply=(*own, *host.reply))


def servers(scenarios):
    """Every mail host the scenarios need, once; the shared one always."""
    hosts = {SHARED_HOST: Server()}
    for scenario in scenarios:
        for server in of(scenario):
            known = hosts.setdefault(server.host, server)
            if known == server:
                continue
            if not server.provider or known.provider != server.provider:
                raise ScenarioError(f"{scenario.name}: another scenario describes {server.host} differently")
            new = tuple(reply for reply in server.reply if reply not in known.reply)
            hosts[server.host] = dataclasses.replace(known, reply=(*new, *known.reply))
    return list(hosts.values())


def mailboxes(scenarios):
    """Every mailbox the scenarios need, once."""
    boxes = {}
    for scenario in scenarios:
        account = scenario.account
        if account.password is not None and boxes.setdefault(account.login, account) != account:
            raise ScenarioError(f"{scenario.name}: another scenario describes {account.login}'s mailbox differently")
    return list(boxes.values())
