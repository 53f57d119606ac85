# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded attacks on STARTTLS, as their authors wrote them, made into what a scripted server says."""

import re

from . import ron
from .scenario import Account, Call, Scenario, Server
from .scripts import Reply

# Where attacks try to lead a program.
TRAPS = ("attacker.example.org", "example.org")
TRAP_PORTS = (143, 993)
_PORTS = {"imap": (143, 993), "pop3": (110, 995), "smtp": (587, 465)}
_WORDS = {"Imap4Rev1": "IMAP4rev1", "LoginReferrals": "LOGIN-REFERRALS", "MailboxReferrals": "MAILBOX-REFERRALS",
          "PreAuth": "PREAUTH"}
_STARTTLS = {"imap": ("STARTTLS", "{tag} OK begin TLS now.\r\n"), "pop3": ("STLS", "+OK begin TLS now.\r\n"),
             "smtp": ("STARTTLS", "220 begin TLS now.\r\n")}
_ATTACKED = ("response_after_greeting", "starttls_response", "stls_response", "response_after_tls")


def _word(value):
    """How a capability, code or mechanism is written on the wire."""
    if isinstance(value, str):
        return value
    inner = [_word(part) for part in [*value.parts, *value.values()]]
    if value.name in ("Other", "CapabilityOther", "AuthMechanismOther", "Atom", "Text", "Tag"):
        return inner[0]
    if value.name == "Auth":
        return f"AUTH={inner[0]}"
    if value.name in ("Compress", "Capability", "Referral"):
        return value.name.upper() + ("=" if value.name == "Compress" else " ") + " ".join(inner)
    if value.name == "NonEmptyVec":
        return " ".join(_word(part) for part in value.parts[0])
    return _WORDS.get(value.name, value.name.upper())


def _tagged(text):
    return text.replace("<tag>", "{tag}")


def _status(value):
    """A response such as No(tag: …, code: …, text: …) or a greeting."""
    kind = _word(value["kind"]) if "kind" in value else value.name.upper()
    tag = _word(value["tag"]) if value.get("tag") else "*"
    code = f"[{_word(value['code'])}] " if value.get("code") else ""
    return _tagged(f"{tag} {kind} {code}{_word(value['text'])}\r\n")


def _imap(attack):
    greeting = _status(attack["greeting"]) if "greeting" in attack else "* OK IMAP server ready.\r\n"
    yield Reply("", greeting + attack.get("response_after_greeting", ""))
    for command in ("login", "authenticate"):
        if f"override_{command}" in attack:
            yield Reply(command.upper(), _status(attack[f"override_{command}"]))
    for command in attack.get("hide_commands", ()):
        yield Reply(command.upper(), "{tag} BAD unknown command\r\n")
    for key, when in (("ignore_commands", "plain"), ("ignore_commands_tls", "secure")):
        for command in attack.get(key, ()):
            yield Reply(command.upper(), when=when)
    for when, key in (("plain", "caps"), ("secure", "caps_tls")):
        yield Reply("CAPABILITY", " ".join(["* CAPABILITY", *map(_word, attack[key])]) + "\r\n{tag} OK done\r\n",
                    when=when)
    # A server that lies in wait takes what it is given.
    yield Reply("LOGIN|AUTHENTICATE", "{tag} OK done\r\n")


def _pop3(attack):
    yield Reply("", attack["greeting"])
    for when, key in (("plain", "capa"), ("secure", "capa_tls")):
        yield Reply("CAPA", "".join(f"{line}\r\n" for line in ["+OK", *attack[key], "."]), when=when)
    yield Reply("USER|PASS|AUTH|APOP", "+OK\r\n")


def _smtp(attack):
    yield Reply("", attack.get("greeting", "220 SMTP server ready.\r\n"))
    for when, key in (("plain", "capabilities"), ("secure", "capabilities_tls")):
        lines = ["fake", *(_smtp_word(value) for value in attack[key])]
        yield Reply("EHLO", "".join(f"250{'-' if line is not lines[-1] else ' '}{line}\r\n" for line in lines),
                    when=when)
    yield Reply("AUTH", "235 2.7.0 Done\r\n")


def _smtp_word(value):
    return " ".join(["AUTH", *map(_word, value.parts[0])]) if value.name == "Auth" else _word(value)


def replies(protocol, attack):
    """What a server says that carries out ATTACK, a value read from its file."""
    for command, text in attack.get("override_response", {}).items():
        yield Reply("" if command == "greeting" else command.upper(), _tagged(text))
    command, answer = _STARTTLS[protocol]
    goes_on = attack.get("starttls_transition", attack.get("stls_make_transition", True))
    if command.lower() not in attack.get("hide_commands", ()):
        said = attack.get("starttls_response", attack.get("stls_response", answer))
        yield Reply(command, _tagged(said), then="tls" if goes_on else "", when="plain",
                    after=attack.get("response_after_tls", ""))
    yield from {"imap": _imap, "pop3": _pop3, "smtp": _smtp}[protocol](attack)


def injected(attack):
    """Words that only the attacker says; nobody may take them for the mailbox's."""
    texts = " ".join(attack.get(key) or "" for key in _ATTACKED)
    return {word for word in re.findall(r"[\w.]{5,}", texts) if re.search(r"\d{5}|[a-z][A-Z0-9]|Injected|suffix", word)}


def load(directory):
    """One scenario for each attack below DIRECTORY, with the attack it plays."""
    count = 0
    for path in sorted(directory.rglob("*.ron")):
        protocol = path.relative_to(directory).parts[0]
        for number, attack in enumerate(ron.variants(path.read_text(encoding="utf-8"))):
            name = str(path.relative_to(directory).with_suffix("")) + (f" ({number})" if number else "")
            count += 1
            yield _scenario(name, protocol, attack, f"attack-{count}.example"), attack


def _scenario(name, protocol, attack, domain):
    port = _PORTS[protocol][1 if attack.get("implicit_tls") else 0]
    place = f"{protocol}:mail.{domain}:{port}/{'tls' if attack.get('implicit_tls') else 'starttls'}"
    server = Server(f"mail.{domain}", ports=(port,), reply=tuple(replies(protocol, attack)))
    account = Account(f"nina@{domain}", "Windlicht-" + str(100 + len(name)))
    if protocol == "smtp":
        return Scenario(name, "", "", account, outgoing=server,
                        call=Call(incoming="imap:imap.lindenpost.example", outgoing=place, verbose=False, timeout=40))
    return Scenario(name, "", "", account, server, call=Call(incoming=place, verbose=False, timeout=40))
