# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start to the verdict."""

from ui import steps
from ui.journey import journey


_EXPIRED = "The server’s certificate has expired"


@journey("Nothing is wrong: the window says so, and what was tested", scenario="all-well")
def all_well(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says("No problem found")


@journey("A wrong password, then the right one", scenario="wrong-password")
def wrong_password(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    window.says("The password is not accepted")
    steps.back(window, steps.ACCOUNT)
    assert window.value("Email Address") == desktop.scenario.account.address, "the address is forgotten"
    steps.give_password(window, desktop.scenario.account.password)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")


@journey("The server's certificate has expired", scenario="expired-certificate")
def expired_certificate(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says(_EXPIRED)


@journey("Offline: the window says so at once", scenario="offline")
def offline(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.check(window)
    steps.result(window)
    window.says("not connected")


@journey("The window remembers what was typed when one goes back")
def back_and_forth(desktop):
    window = desktop.open()
    steps.choose(window, "No mail arrives")
    steps.give_account(window, "clara@birkenhain.example")
    # Not with the mouse: libadwaita shows the button's menu when the page returns within half a second.
    window.key("alt+Left")
    window.find("heading", "What Is Wrong With Your Email?")
    steps.choose(window, "Mail is slow")
    assert window.value("Email Address") == "clara@birkenhain.example"
