# SPDX-License-Identifier: GPL-3.0-or-later
"""The second page and the one behind it: mistakes, typed and pasted."""

from ui import accessibility, steps
from ui.journey import journey
from ui.patience import until

_ADDRESS = "Email Address"
_SERVERS = "Server Settings"
_SPACES = "An email address contains no spaces."
_INCOMING = "Incoming Mail"


def _row(window, title):
    """What the rows of this TITLE say below it."""
    return [label.name for row in window.all("list item", title) for label in row.walk() if label.role == "label"][1:]


@journey("A mistake in the address is told when typing on cannot make it right, and a likely one is asked about")
def address_mistakes(desktop):
    window = desktop.open()
    steps.choose(window)
    window.type("anna@lindenpost")
    assert "looks like" not in window.words(), "somebody who still types is told off"
    window.type(" x")
    window.heard(_SPACES)
    window.find("text", _ADDRESS, description=_SPACES, state="invalid_entry")
    assert not window.all("button", "Check", state="sensitive")

    window.fill(_ADDRESS, "anna")
    window.key("Return")
    window.says("The @ sign is missing.")

    window.fill(_ADDRESS, "anna@gmial.com")
    window.heard("Did you mean anna@gmail.com?")
    accessibility.walk(window)
    desktop.show("account-suggestion")
    window.press("Use This Address")
    until(lambda: window.value(_ADDRESS) == "anna@gmail.com", "the address is corrected")
    window.gone("button", "Use This Address")
    window.says("Gmail may want an app password")
    window.button("Check")


@journey("A password that was copied with more than itself")
def pasted_password(desktop):
    window = desktop.open()
    steps.choose(window)
    desktop.copy("Rhabarber-7\nfor your mail program")
    window.fill("Password", "")
    window.key("ctrl+v")
    window.press("Show Password")
    until(lambda: window.value("Password") == "Rhabarber-7", "only the first line is taken")

    desktop.copy("x" * 2000)
    window.fill("Password", "")
    window.key("ctrl+v")
    window.says("This is too long for a password.")
    window.fill(_ADDRESS, "hanna@lindenpost.example")
    assert not window.all("button", "Check", state="sensitive")


@journey("A server that was pasted with its port, corrected, and found automatically again")
def pasted_server(desktop):
    window = desktop.open()
    steps.choose(window)
    window.click(window.find("list item", _SERVERS))
    window.page(_SERVERS)

    desktop.copy(" imap://mail.lindenpost.example:143/ ")
    window.fill("Server", "", within=_INCOMING)
    window.key("ctrl+v")
    until(lambda: window.value("Server", within=_INCOMING), "the text is there")
    window.key("Tab")
    until(lambda: window.value("Server", within=_INCOMING) == "mail.lindenpost.example", "the name is taken out")
    assert window.value("Port", within=_INCOMING) == "143"
    window.find("label", "STARTTLS", within=_INCOMING)
    window.key("space", "Down", "Return")
    until(lambda: window.value("Port", within=_INCOMING) == "110", "the port is the usual one of POP3")

    window.fill("Port", "70000", within=_INCOMING)
    window.key("Tab")
    window.says("The port is a number from 1 to 65535.")
    accessibility.walk(window)
    desktop.show("server")
    steps.back(window, steps.ACCOUNT)
    assert _row(window, _SERVERS) == ["There is a mistake in the settings"]

    window.click(window.find("list item", _SERVERS))
    window.page(_SERVERS)
    window.fill("Port", "1110", within=_INCOMING)
    steps.back(window, steps.ACCOUNT)
    assert _row(window, _SERVERS) == ["mail.lindenpost.example, sending not tested"]

    window.click(window.find("list item", _SERVERS))
    window.page(_SERVERS)
    window.press("Reset to Automatic")
    steps.back(window, steps.ACCOUNT)
    assert _row(window, _SERVERS) == ["Found automatically"]


@journey("Another sign-in name for sending is used for sending only", scenario="smtp-all-well")
def outgoing_name(desktop):
    scenario = desktop.scenario
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, scenario, scenario.account.password)
    window.click(window.find("list item", _SERVERS))
    window.page(_SERVERS)
    window.fill("Sign-In Name, If Different", "relay-7", within="Outgoing Mail")
    steps.back(window, steps.ACCOUNT)
    steps.check(window)
    steps.result(window)
    window.says("your outgoing mail server (smtp.lindenpost.example)", "Compare relay-7 with the sign-in name")
