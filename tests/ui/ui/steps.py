# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that most journeys have in common, in the words of the window."""

EVERYTHING = "Check everything"
ACCOUNT = "Your Account"
CHECKING = "Checking"
RESULT = "What We Found"
EXPLAIN = "Explain a Message"
EXPLANATION = "What It Means"
# No word of it belongs to the window.
_REPLY = "550 5.7.26 Unauthenticated sender"


def choose(window, symptom=EVERYTHING):
    """On the first page: say what is wrong."""
    window.click(window.find("list item", symptom))
    window.page(ACCOUNT)


def give_account(window, address):
    """On the second page: say whose mail it is."""
    window.fill("Email Address", address)


def give_password(window, password):
    """On the second page: say how to sign in."""
    window.fill("Password", password)


def give_servers(window, incoming=None, outgoing=None):
    """On the second page: say which servers, each in the way of the command line."""
    window.click(window.find("list item", "Server Settings"))
    window.page("Server Settings")
    for group, server in (("Incoming Mail", incoming), ("Outgoing Mail", outgoing)):
        if server:
            host, _, port = server.partition(":")[2].partition(":")
            window.fill("Server", host, within=group)
            if port:
                window.fill("Port", port, within=group)
    back(window, ACCOUNT)


def back(window, page):
    """One page back. By a key: when a page returns within half a second, libadwaita shows the menu of its Back button."""
    window.key("Escape")
    window.page(page)


def fill_in(window, scenario, password=None):
    """On the second page: all that the owner of this account knows."""
    give_account(window, scenario.account.address)
    if scenario.call.incoming or scenario.call.outgoing:
        give_servers(window, scenario.call.incoming, scenario.call.outgoing)
    if password is not None:
        give_password(window, password)


def run(desktop, password=None, symptom=EVERYTHING):
    """From the start to the last page; return the window."""
    window = desktop.open()
    choose(window, symptom)
    fill_in(window, desktop.scenario, password)
    check(window)
    result(window)
    return window


def visit(desktop, look):
    """Go over all pages to the report, and have a LOOK at each: it gets the window and a name for the page."""
    window = desktop.open()
    look(window, "symptom")
    window.click(window.find("list item", "Explain a message or an error"))
    window.page(EXPLAIN)
    look(window, "explain-page")
    desktop.copy(_REPLY)
    window.press("Paste")
    window.press("Explain")
    window.page(EXPLANATION)
    look(window, "explanation-page")
    back(window, EXPLAIN)
    back(window, "Mail Checkup")
    choose(window)
    look(window, "account")
    window.click(window.find("list item", "Server Settings"))
    window.page("Server Settings")
    look(window, "server")
    back(window, ACCOUNT)
    fill_in(window, desktop.scenario, desktop.scenario.account.password)
    check(window)
    result(window)
    look(window, "result")
    window.press("Copy Report…")
    window.find("dialog", "Report")
    look(window, "report")


def check(window):
    """On the second page: begin."""
    window.press("Check")


def result(window, limit=60):
    """Wait for the last page."""
    window.page(RESULT, limit=limit)
