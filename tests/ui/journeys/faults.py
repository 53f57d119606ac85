# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input, and a computer that is not well."""

from ui import steps
from ui.journey import journey
from ui.patience import until

_MEGABYTE = 1 << 20
_SERVERS = "Server Settings"


def _paste(window, name, within=None):
    """Paste what is on the clipboard into an entry, and see that the window is still there for the person."""
    window.fill(name, "", within=within)
    window.key("ctrl+v")
    until(lambda: window.value(name, within=within), f"the text is in “{name}”", 30)
    window.key("ctrl+a", "BackSpace")


@journey("A megabyte pasted into every entry: the window stays as it is")
def huge_paste(desktop):
    desktop.copy("mail.example " * (_MEGABYTE // 13))
    window = desktop.open()
    steps.choose(window)
    size = window.origin()
    for name in ("Email Address", "Password"):
        _paste(window, name)
    window.click(window.find("list item", _SERVERS))
    window.page(_SERVERS)
    for group, user in (("Incoming Mail", "Sign-In Name, If Not the Address"),
                        ("Outgoing Mail", "Sign-In Name, If Different")):
        window.fill("Server", "mail.lindenpost.example", within=group)
        for name in ("Port", user, "Server"):
            _paste(window, name, group)
    assert window.origin() == size, "the window became larger"
    steps.back(window, steps.ACCOUNT)


@journey("A megabyte as the address: an answer all the same", scenario="offline")
def huge_address(desktop):
    desktop.copy("a" * _MEGABYTE)
    window = desktop.open()
    steps.choose(window)
    window.fill("Email Address", "")
    window.key("ctrl+v")
    window.says("An address looks like")
    assert not window.all("button", "Check", state="sensitive"), "there is nothing to check"


@journey("An address with spaces around it and a name before it", scenario="offline")
def address_in_disguise(desktop):
    window = desktop.open()
    steps.choose(window)
    desktop.copy("  Benno Fuchs <benno@lindenpost.example> ")
    window.fill("Email Address", "")
    window.key("ctrl+v")
    steps.check(window)
    steps.result(window)
    window.says("This computer is not connected")


@journey("A home that nothing can be written to: all but remembering works", scenario="all-well-srv", read_only=True)
def read_only_home(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says("No problem found")
    window.press("Copy Report…")
    window.click(window.find("check box", "Hide Personal Details"))
    until(lambda: desktop.scenario.account.address in window.value("Text of the report"), "personal details are shown")
