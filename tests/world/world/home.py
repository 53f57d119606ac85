# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own network: a computer behind a router. What is broken in the network is broken at the router,
so the computer sees what a person's computer would see: silence, a refusal, an address translated."""

import os
from pathlib import Path

from . import addresses, delay, middle, nameserver, namespaces

BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")
# Where programs read whom to trust; a sandbox has a place of its own.
stores = [BUNDLE]
_HOSTS = "127.0.0.1 localhost\n::1 localhost\n"
_SWITCH = "passwd: files\ngroup: files\nhosts: files dns\n"
_RULES = """define portal4 = {portal[0]}
define portal6 = {portal[1]}
define name_server = {name_server[0]}
define proxy4 = {proxy[0]}
define proxy6 = {proxy[1]}
table inet home {{
  chain backward {{
    iifname "street" jump incoming
  }}
  chain incoming {{
{backward}
    accept
  }}
  chain forward {{
    type filter hook forward priority filter
    jump backward
{forward}
  }}
  chain redirected {{
    type nat hook prerouting priority dstnat
{redirect}
  }}
  chain translated {{
    type nat hook postrouting priority srcnat
    oifname "street" meta nfproto ipv4 masquerade
  }}
}}
"""


def _build_slow_street(number, internet, round_trip):
    """The same over a line with a round trip of so many milliseconds."""
    side = addresses.street(number)
    line = f"home{number}"
    near = delay.open_end("street")
    namespaces.run("ip", "-batch", "-", text=f"""link set street up
address add {side['router4']}/32 dev street
route add default dev street
address add {side['router6']}/64 dev street nodad
route add ::/0 dev street
""")
    router = namespaces.this_network()
    namespaces.enter_network(internet)
    far = delay.open_end(line)
    namespaces.run("ip", "-batch", "-", text=f"""link set {line} up
route add {side['router4']}/32 dev {line}
address add {side['backbone6']}/64 dev {line} nodad
route add {side['home_network6']} dev {line}
""")
    namespaces.enter_network(router)
    delay.start(near, far, round_trip)


def _build_street(number, internet):
    """The router's side towards the Internet, made from inside the router's network namespace."""
    side = addresses.street(number)
    line = f"home{number}"
    namespaces.run("ip", "link", "add", "street", "type", "veth", "peer", "name", line, "netns", "1")
    namespaces.run("ip", "-batch", "-", text=f"""link set street up
address add {side['router4']}/32 dev street
route add {addresses.BACKBONE} dev street
route add default via {addresses.BACKBONE}
address add {side['router6']}/64 dev street nodad
""")
    router = namespaces.this_network()
    namespaces.enter_network(internet)
    namespaces.run("ip", "-batch", "-", text=f"""link set {line} up
route add {side['router4']}/32 dev {line}
address add {side['backbone6']}/64 dev {line} nodad
route add {side['home_network6']} via {side['router6']}
""")
    namespaces.await_link(line)
    namespaces.enter_network(router)
    namespaces.await_link("street")
    namespaces.run("ip", "route", "add", "default", "via", side["backbone6"])


def _build_home(number, faults, router):
    """The computer's side; ends in the computer's network namespace."""
    side = addresses.street(number)
    computer = namespaces.new_network()
    if faults.offline:
        return
    _quick_ipv6()
    link = "tun0" if faults.tunnel else "eth0"
    if faults.tunnel:
        near = delay.open_end(link)
        namespaces.enter_network(router)
        delay.start(near, delay.open_end("home"), 0)
    else:
        namespaces.run("ip", "link", "add", link, "type", "veth", "peer", "name", "home", "netns",
                       f"/proc/{os.getpid()}/fd/{router}")
        namespaces.enter_network(router)
    families = faults.ipv4 * [(f"{addresses.HOME_ROUTER}/24", f"{addresses.HOME}/24", addresses.HOME_ROUTER)]
    families += faults.ipv6 * [(f"{side['home_router6']}/64", f"{side['home6']}/64", side["home_router6"])]
    namespaces.run("ip", "-batch", "-", text="link set home up\n" + "".join(
        f"address add {inside} dev home{' nodad' if ':' in inside else ''}\n" for inside, _, _ in families))
    namespaces.enter_network(computer)
    namespaces.run("ip", "-batch", "-", text=f"link set {link} up\n" + "".join(
        f"address add {own} dev {link}{' nodad' if ':' in own else ''}\nroute add default via {gateway}\n"
        for _, own, gateway in families))
    for network, end in ((router, "home"), (computer, link)):
        namespaces.enter_network(network)
        namespaces.await_link(end)


def _quick_ipv6():
    """Addresses work at once: no search for duplicates, no waiting for router advertisements."""
    for scope in ("all", "default"):
        namespaces.write_sysctl(f"net/ipv6/conf/{scope}/accept_dad", 0)
        namespaces.write_sysctl(f"net/ipv6/conf/{scope}/accept_ra", 0)


def _furnish(directory, faults, bundle):
    """The computer's files that say whom to ask and whom to trust."""
    directory.mkdir(parents=True)
    servers = nameserver.MODES.get(faults.name_server, addresses.NAME_SERVER)
    resolver = "" if faults.offline else f"nameserver {servers[0 if faults.ipv4 else 1]}\n"
    files = {"resolv.conf": resolver, "hosts": _HOSTS, "nsswitch.conf": _SWITCH}
    namespaces.new_mounts()
    for name, text in files.items():
        (directory / name).write_text(text)
        namespaces.bind(directory / name, Path("/etc", name).resolve(strict=True))
    for store in stores:
        namespaces.bind(bundle, store.resolve(strict=True))
    # Services of the computer the tests run on know another network than this one.
    for service in ("/run/dbus", "/run/nscd", "/run/systemd/resolve"):
        if Path(service).is_dir():
            namespaces.hide(service)


def trust_in_runtime(installation):
    """Whom to trust is asked of the runtime where the product is a Flatpak."""
    place = Path(installation, "runtime/org.gnome.Platform")
    stores.append(next(place.glob("*/*/active/files")) / "etc/ssl/certs/ca-certificates.crt")


def move_in(number, faults, directory, authority):
    """Move this process, which has one thread, to the computer of home NUMBER with these FAULTS."""
    number = (number - 1) % addresses.HOMES + 1
    internet = namespaces.this_network()
    router = namespaces.new_network()
    for name in ("net/ipv4/ip_forward", "net/ipv6/conf/all/forwarding"):
        namespaces.write_sysctl(name, 1)
    _quick_ipv6()
    if faults.delay:
        _build_slow_street(number, internet, faults.delay)
    else:
        _build_street(number, internet)
    redirect = faults.redirect
    if faults.intercept:
        middle.intercept(authority)
        ports = ", ".join(map(str, middle.INTERCEPTED_PORTS))
        redirect += f"iifname \"home\" tcp dport {{ {ports} }} redirect to :{middle.INTERCEPTOR_PORT}"
    namespaces.run("nft", "-f", "-", text=_RULES.format(
        portal=addresses.PORTAL, name_server=addresses.NAME_SERVER,
        proxy=middle.PROXY, forward=faults.forward, backward=faults.backward, redirect=redirect))
    _build_home(number, faults, router)
    _furnish(directory, faults, authority.intercepted_bundle if faults.intercept == "trusted" else authority.bundle)
    os.close(internet)
