# SPDX-License-Identifier: GPL-3.0-or-later
"""The mail hosts of the world: one Dovecot for each set of sign-in methods, each host on addresses of its own."""

import base64
import itertools
import os
import pwd

MAIL_USER = "mail"

_CONFIGURATION = """dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = {directory}/run
state_dir = {directory}/state
log_path = {log}
auth_verbose = yes
protocols = imap pop3
listen = {addresses}
auth_mechanisms = {mechanisms}
# By default a guesser waits for two seconds; tests need not.
auth_failure_delay = 0
first_valid_uid = 1
mail_uid = {uid}
mail_gid = {gid}
mail_driver = maildir
mail_home = {mail}/%{{user}}
mail_path = ~/Maildir
mail_plugins = quota
protocol imap {{
  mail_plugins = quota imap_quota
}}
quota "Mailbox" {{
  driver = count
}}
quota_storage_size = 1G
quota_storage_grace = 0
passdb passwd-file {{
  passwd_file_path = {users}
}}
userdb passwd-file {{
  passwd_file_path = {users}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Drafts {{
    auto = subscribe
    special_use = \\Drafts
  }}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Spam {{
    auto = subscribe
    special_use = \\Junk
  }}
  mailbox Trash {{
    auto = subscribe
    special_use = \\Trash
  }}
}}
service anvil {{
  # Clients that guess are slowed down by scenarios that say so, not by their neighbours.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  # Postfix asks here who may send.
  unix_listener auth-client {{
    mode = 0666
  }}
}}
ssl = yes
ssl_server_key_file = {key}
ssl_server_cert_file = {chain}
"""
_HOST = """local {address} {{
  ssl_server_cert_file = {chain}
}}
"""
_MESSAGE = """From: Paula Example <paula@lindenpost.example>
To: {address}
Subject: Photographs, part {number}
Message-ID: <photographs-{number}@lindenpost.example>
Date: Mon, 05 Jan 2026 10:{minute:02d}:00 +0000
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

"""
_MESSAGE_SIZE = 50_000


def _user_line(account):
    password = base64.b64encode(account.password.encode()).decode()
    extra = f"userdb_quota_storage_size={account.quota}B" if account.quota else ""
    return f"{account.login}:{{PLAIN.b64}}{password}::::::{extra}\n"


def _fill(account, directory, owner):
    """Put real messages into the mailbox until the wanted part of its quota is used."""
    inbox = directory / account.login / "Maildir"
    for folder in ("cur", "new", "tmp"):
        (inbox / folder).mkdir(parents=True)
    wanted = int((account.quota or 0) * account.used) or 2_000
    for number in itertools.count(1):
        if wanted <= 0:
            break
        head = _MESSAGE.format(address=account.address, number=number, minute=number % 60).replace("\n", "\r\n")
        size = max(min(wanted, _MESSAGE_SIZE), len(head) + 2)
        body = ("x" * 70 + "\r\n") * (size // 72 + 1)
        text = (head + body)[:size - 2] + "\r\n"
        (inbox / "cur" / f"{1767607200 + number}.M{number}.world,S={size},W={size}:2,S").write_bytes(text.encode())
        wanted -= size
    for path in (directory / account.login, *(directory / account.login).rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid)


def make_mailboxes(directory, accounts):
    """Create the mailboxes and return the file with their passwords."""
    owner = pwd.getpwnam(MAIL_USER)
    mail = directory / "mail"
    mail.mkdir()
    os.chown(mail, owner.pw_uid, owner.pw_gid)
    for account in accounts:
        _fill(account, mail, owner)
    users = directory / "users"
    users.write_text("".join(_user_line(account) for account in accounts))
    users.chmod(0o644)
    return users


def configure(directory, hosts, users, key, log):
    """Write one configuration for each set of sign-in methods, name the set; HOSTS are (server, addresses, chain)."""
    owner = pwd.getpwnam(MAIL_USER)
    configurations = []
    hosts = sorted(hosts, key=lambda host: host[0].mechanisms)
    for number, (mechanisms, group) in enumerate(itertools.groupby(hosts, key=lambda host: host[0].mechanisms)):
        group = list(group)
        own = directory / f"dovecot-{number}"
        own.mkdir()
        text = _CONFIGURATION.format(directory=own, log=log / f"{own.name}.log", mail=users.parent / "mail",
                                     users=users, uid=owner.pw_uid, gid=owner.pw_gid, key=key,
                                     mechanisms=" ".join(mechanisms),
                                     addresses=" ".join(address for host in group for address in host[1]),
                                     chain=group[0][2])
        text += "".join(_HOST.format(address=address, chain=host[2]) for host in group for address in host[1])
        configuration = own / "dovecot.conf"
        configuration.write_text(text)
        configurations.append((configuration, mechanisms))
    return configurations
