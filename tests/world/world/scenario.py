# SPDX-License-Identifier: GPL-3.0-or-later
"""A scenario: what is broken, whose account it is, how the product is called and the cause it should name first."""

import dataclasses
import tomllib
from pathlib import Path

from .scripts import Reply

DIRECTORY = Path(__file__).resolve().parents[1] / "scenarios"
MAIL_PORTS = (110, 143, 993, 995)
SENDING_PORTS = (25, 465, 587)
CERTIFICATES = ("good", "expired", "not-yet-valid", "wrong-host", "self-signed", "untrusted", "incomplete", "weak-key",
                "sha-1", "revoked", "forged", "forged-expired")
SHARED_HOST = "imap.lindenpost.example"
SHARED_SENDING_HOST = "smtp.lindenpost.example"


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
    sends: bool = True            # its owner may write under its address

    @property
    def login(self):
        return self.user or self.address

    @property
    def domain(self):
        return self.address.rpartition("@")[2] if "@" in self.address else ""


@dataclasses.dataclass(frozen=True)
class Server:
    """A mail host with an address of its own, served by Dovecot and Postfix, or by a script with replies of its own."""
    host: str = SHARED_HOST
    certificate: str = "good"
    names: tuple = ()             # names in the certificate, when they are not the host's
    ports: tuple = MAIL_PORTS     # the others refuse
    mechanisms: tuple = ("plain", "login", "cram-md5", "scram-sha-1", "scram-sha-256")
    reply: tuple = ()
    provider: str = ""            # in providers.toml: what its servers say beside these replies
    tls: str = ""                 # "none", "1.0", "client-certificate" or "cut", spoken by a script
    unreachable: bool = False     # whatever is sent there is lost
    web: bool = False             # port 443 answers too
    software: str = ""            # "nginx": a web server listens on the mail ports
    size_limit: int = 52428800    # bytes of a message that Postfix takes
    relays: bool = True           # Postfix sends for those who signed in

    @property
    def is_scripted(self):
        return bool(self.reply or self.tls or self.provider or self.certificate in ("weak-key", "sha-1", "revoked"))


@dataclasses.dataclass(frozen=True)
class Network:
    """What is wrong with the person's own network; nftables text is read by the home's router."""
    forward: str = ""             # rules for what leaves the home
    backward: str = ""            # rules for what comes to the home
    redirect: str = ""            # address translation of what leaves the home
    ipv4: bool = True
    ipv6: bool = True
    offline: bool = False
    name_server: str = ""         # what it does to the server's name, a mode in nameserver.py
    intercept: str = ""           # TLS is opened and signed anew: "untrusted" or "trusted" by the computer
    tunnel: bool = False          # the computer's way out is tun0, as with a VPN
    delay: int = 0                # milliseconds of a round trip to the Internet
    guesses: int = 0              # wrong sign-ins to the server from this home shortly before


@dataclasses.dataclass(frozen=True)
class Call:
    """How the product is called."""
    incoming: str | None = None
    outgoing: str | None = None
    password: str | None = None   # when it is not the mailbox's
    no_password: bool = False
    token: bool = False           # the password is an access token
    symptom: str | None = None
    answers: tuple = ()
    arguments: tuple = ()
    timeout: int = 20
    verbose: bool = True          # also run once for the text report with transcripts
    memory: int | None = None     # megabytes the product may need at most
    environment: tuple = ()       # NAME=VALUE, what the desktop sets


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
    broken: bool = False          # its name servers cannot load it


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    title: str
    cause: str
    account: Account
    server: Server = Server()
    outgoing: Server | None = None
    network: Network = Network()
    call: Call = Call()
    zone: tuple = ()
    expect: tuple = ()
    also: tuple = ()              # further problems or notices that should be named, in this order
    status: int | None = None
    complete: bool | None = None
    awaits: str = ""              # what the product cannot do yet; until then it is skipped
    clock: str = ""               # how wrong the computer's clock is, such as "-1y"

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


_PARTS = {"account": Account, "server": Server, "outgoing": Server, "network": Network, "call": Call}
_LISTS = {"expect": Expectation, "zone": Zone}


def make(kind, table, where):
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
    for part in ("server", "outgoing"):
        if replies := table.get(part, {}).get("reply"):
            table[part]["reply"] = [make(Reply, reply, f"{path.name} [[{part}.reply]]") for reply in replies]
    if "outgoing" in table:
        table["outgoing"] = {"host": SHARED_SENDING_HOST, "ports": SENDING_PORTS, **table["outgoing"]}
    for key, kind in _PARTS.items():
        if key in table:
            table[key] = make(kind, table[key], f"{path.name} [{key}]")
        if kind is Server and key in table and table[key].certificate not in CERTIFICATES:
            raise ScenarioError(f"{path.name} [{key}]: a certificate is one of {', '.join(CERTIFICATES)}")
    for key, kind in _LISTS.items():
        table[key] = [make(kind, entry, f"{path.name} [[{key}]]") for entry in table.get(key, ())]
    return make(Scenario, {"name": path.stem, **table}, path.name)


def load_all(names=()):
    """The scenarios of these names, or all; in the order of their names."""
    files = {path.stem: path for path in sorted(DIRECTORY.glob("*.toml"))}
    for name in names:
        if name not in files:
            raise ScenarioError(f"there is no scenario “{name}”; --list shows them")
    return [load(path) for stem, path in files.items() if not names or stem in names]
