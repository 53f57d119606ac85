# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario: what is broken, whose account it is, how the product is called and the cause it should name first."""

import dataclasses
import tomllib
from pathlib import Path

from .scripted import Reply

DIRECTORY = Path(__file__).resolve().parents[1] / "scenarios"
MAIL_PORTS = (110, 143, 993, 995)
SHARED_HOST = "imap.lindenpost.example"


class ScenarioError(Exception):
    """A scenario file that cannot be used; the text says which and why."""


@dataclasses.dataclass(frozen=True)
class Account:
    """The mailbox as it really is; without a password there is none."""
    address: str
    password: str | None = None
    user: str | None = None
    quota: int | None = None      # bytes the mailbox may hold
    used: float = 0.0             # the part of the quota that messages fill

    @property
    def login(self):
        return self.user or self.address

    @property
    def domain(self):
        return self.address.rpartition("@")[2] if "@" in self.address else ""


@dataclasses.dataclass(frozen=True)
class Server:
    """A mail host with an address of its own, served by Dovecot, or by a script where it has replies of its own."""
    host: str = SHARED_HOST
    certificate: str = "good"
    names: tuple = ()             # names in the certificate, when they are not the host's
    ports: tuple = MAIL_PORTS     # the others refuse
    mechanisms: tuple = ("plain", "login", "cram-md5", "scram-sha-1", "scram-sha-256")
    reply: tuple = ()


@dataclasses.dataclass(frozen=True)
class Network:
    """What is wrong with the person's own network; nftables text is read by the home's router."""
    forward: str = ""             # rules for what leaves the home
    redirect: str = ""            # address translation of what leaves the home
    ipv6: bool = True
    offline: bool = False


@dataclasses.dataclass(frozen=True)
class Call:
    """How the product is called."""
    incoming: str | None = None
    password: str | None = None   # when it is not the mailbox's
    no_password: bool = False
    symptom: str | None = None
    answers: tuple = ()
    arguments: tuple = ()
    timeout: int = 20
    verbose: bool = True          # also run once for the text report with transcripts
    memory: int | None = None     # megabytes the product may need at most


@dataclasses.dataclass(frozen=True)
class Expectation:
    check: str
    outcome: str | None = None
    code: str | None = None


@dataclasses.dataclass(frozen=True)
class Zone:
    """Records of a domain, as lines of a zone file relative to it."""
    domain: str
    records: str = ""


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    cause: str
    account: Account
    server: Server = Server()
    network: Network = Network()
    call: Call = Call()
    zone: tuple = ()
    expect: tuple = ()
    also: tuple = ()              # further problems or notices that should be named, in this order
    status: int | None = None
    complete: bool | None = None

    @property
    def expected_status(self):
        if self.status is not None:
            return self.status
        return 0 if self.cause == "healthy" else 1

    @property
    def password(self):
        """The password the product is given, if any."""
        if self.call.no_password:
            return None
        return self.call.password if self.call.password is not None else self.account.password

    @property
    def has_network_fault(self):
        return self.network != Network()


_PARTS = {"account": Account, "server": Server, "network": Network, "call": Call}
_LISTS = {"expect": Expectation, "zone": Zone}


def _make(kind, table, where):
    known = {field.name for field in dataclasses.fields(kind)}
    for key in table:
        if key not in known:
            raise ScenarioError(f"{where}: “{key}” is not a key here; there are {', '.join(sorted(known))}")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise ScenarioError(f"{where}: {error}") from error


def load(path):
    """Read one scenario file."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"{path.name}: {error}") from error
    if replies := table.get("server", {}).get("reply"):
        table["server"]["reply"] = [_make(Reply, reply, f"{path.name} [[server.reply]]") for reply in replies]
    for key, kind in _PARTS.items():
        if key in table:
            table[key] = _make(kind, table[key], f"{path.name} [{key}]")
    for key, kind in _LISTS.items():
        table[key] = [_make(kind, entry, f"{path.name} [[{key}]]") for entry in table.get(key, ())]
    return _make(Scenario, {"name": path.stem, **table}, path.name)


def load_all(names=()):
    """The scenarios of these names, or all; in the order of their names."""
    files = {path.stem: path for path in sorted(DIRECTORY.glob("*.toml"))}
    for name in names:
        if name not in files:
            raise ScenarioError(f"there is no scenario “{name}”; --list shows them")
    return [load(path) for stem, path in files.items() if not names or stem in names]


def servers(scenarios):
    """Every mail host the scenarios need, once; the shared one always."""
    hosts = {SHARED_HOST: Server()}
    for scenario in scenarios:
        server = scenario.server
        if hosts.setdefault(server.host, server) != server:
            raise ScenarioError(f"{scenario.name}: another scenario describes {server.host} differently")
    return list(hosts.values())


def mailboxes(scenarios):
    """Every mailbox the scenarios need, once."""
    boxes = {}
    for scenario in scenarios:
        account = scenario.account
        if account.password is not None and boxes.setdefault(account.login, account) != account:
            raise ScenarioError(f"{scenario.name}: another scenario describes {account.login}'s mailbox differently")
    return list(boxes.values())
