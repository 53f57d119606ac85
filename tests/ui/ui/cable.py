# SPDX-License-Identifier: GPL-3.0-or-later
"""The cable between the computer and its router, to be pulled out and put back."""

import json

from world import namespaces

_LINK = "eth0"


def _ask(*arguments):
    return json.loads(namespaces.run("ip", "-json", *arguments) or "[]")


class Cable:
    """The cable of the home this process lives in."""

    def __init__(self):
        self._addresses = [f"{entry['local']}/{entry['prefixlen']}" for link in _ask("address", "show", "dev", _LINK)
                           for entry in link["addr_info"] if entry["scope"] == "global"]
        self._routes = [route["gateway"] for family in ("-4", "-6")
                        for route in _ask(family, "route", "show", "default")]

    def pull(self):
        """Lose the network."""
        namespaces.run("ip", "link", "set", _LINK, "down")

    def plug_in(self):
        """Have it back, as a network manager would bring it up."""
        namespaces.run("ip", "link", "set", _LINK, "up")
        namespaces.run("ip", "-batch", "-", text="".join(
            [f"address replace {address} dev {_LINK}{' nodad' if ':' in address else ''}\n"
             for address in self._addresses] + [f"route replace default via {gateway}\n" for gateway in self._routes]))
