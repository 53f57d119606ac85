# SPDX-License-Identifier: GPL-3.0-or-later
"""The sending hosts of the world: one Postfix, each host on addresses of its own, sign-in by Dovecot's SASL.

The master process is started directly, since the ordinary start spends two seconds on checks of its folders."""

import grp
import os
import pwd

PORTS = (25, 465, 587)
MASTER = "/usr/lib/postfix/sbin/master"
_FOLDERS = ("active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "pid", "private",
            "saved", "trace")
_SHARED_FOLDERS = ("maildrop", "public")
_MAIN = """compatibility_level = 3.10
queue_directory = {spool}
data_directory = {data}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = {log}
maillog_file_prefixes = {log}
inet_protocols = all
myhostname = mail.example
mydestination =
relay_domains =
mynetworks =
alias_maps =
local_recipient_maps =
default_transport = discard
local_transport = discard
# Nothing here has a name that Postfix could look up: it lives in no home.
smtpd_peername_lookup = no
smtpd_banner = $myhostname ESMTP
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_loglevel = 1
smtpd_sasl_type = dovecot
smtpd_sasl_security_options = noanonymous
smtpd_sender_login_maps = texthash:{senders}
smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_soft_error_limit = 100
smtpd_hard_error_limit = 200
smtpd_client_connection_count_limit = 0
"""
_INTERNAL = """postlog   unix-dgram n  -       n       -       1       postlogd
tlsmgr    unix  -       -       n       1000?   1       tlsmgr
anvil     unix  -       -       n       -       1       anvil
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       300     1       qmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
proxymap  unix  -       -       n       -       -       proxymap
discard   unix  -       -       n       -       -       discard
"""


def _service(server, address, port, chain, key, sasl):
    place = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    options = [f"myhostname={server.host}", f"smtpd_tls_chain_files={key},{chain}",
               f"message_size_limit={server.size_limit}"]
    if port != 25:
        options += ["smtpd_sasl_auth_enable=yes", f"smtpd_sasl_path={sasl}"]
    if port == 465:
        options.append("smtpd_tls_wrappermode=yes")
    if not server.relays:
        options.append("smtpd_relay_restrictions=reject_unauth_destination")
    return f"{place} inet n - n - - smtpd\n" + "".join(f"  -o {option}\n" for option in options)


def configure(directory, hosts, accounts, key, log):
    """Write the configuration; HOSTS are (server, addresses, chain, SASL socket). Return its folder."""
    owner, group = pwd.getpwnam("postfix"), grp.getgrnam("postdrop").gr_gid
    directory.mkdir()
    spool, data, configuration = directory / "spool", directory / "data", directory / "etc"
    for folder in (spool, data, configuration):
        folder.mkdir()
    for name in (*_FOLDERS, *_SHARED_FOLDERS):
        (spool / name).mkdir()
        if name != "pid":
            os.chown(spool / name, owner.pw_uid, group if name in _SHARED_FOLDERS else -1)
            (spool / name).chmod({"maildrop": 0o1730, "public": 0o2710}.get(name, 0o700))
    os.chown(data, owner.pw_uid, -1)
    senders = configuration / "senders"
    senders.write_text("".join(
        f"{account.address} {account.login if account.sends else 'somebody-else'}\n" for account in accounts))
    (configuration / "main.cf").write_text(_MAIN.format(spool=spool, data=data, senders=senders,
                                                        log=log / "postfix.log"))
    services = [_service(server, address, port, chain, key, sasl) for server, pair, chain, sasl in hosts
                for address in pair for port in sorted(set(server.ports) & set(PORTS))]
    (configuration / "master.cf").write_text(_INTERNAL + "".join(services))
    return configuration
