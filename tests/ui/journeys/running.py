# SPDX-License-Identifier: GPL-3.0-or-later
"""While the tests run."""

import time

from ui import accessibility, cable, steps
from ui.journey import journey

# The server takes the connection and says nothing, so that a checkup takes a while.
_SLOW = "silent-server"
_OFFLINE = "Is your mail program set to work offline?"
_WEBMAIL = "Can you sign in to your mailbox on your provider’s website?"


def _begin(desktop, symptom=steps.EVERYTHING):
    window = desktop.open()
    steps.choose(window, symptom)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    steps.check(window)
    window.page(steps.CHECKING)
    return window


@journey("Stopping shows what was found so far", scenario=_SLOW)
def stop(desktop):
    window = _begin(desktop, "The mail program cannot connect")
    window.says("Checking ruth@silent-server.example", "Now: ")
    window.find("heading", _WEBMAIL)
    accessibility.walk(window)
    desktop.show("checking")
    window.press("Stop")
    steps.result(window, limit=5)
    window.says("This checkup was stopped before it was over")


@journey("Going back while tests run asks nothing and ends them", scenario=_SLOW)
def leave(desktop):
    window = _begin(desktop)
    window.press("Back")
    window.page(steps.ACCOUNT)
    assert window.value("Email Address") == desktop.scenario.account.address


@journey("The window closed while tests run: the program ends at once", scenario=_SLOW)
def close_while_checking(desktop):
    window = _begin(desktop)
    started = time.monotonic()
    assert window.close() == 0
    assert time.monotonic() - started < 2, "it went on for a while"
    desktop.window = None


@journey("An answer changes the verdict, without another run; it can be taken back", scenario="all-well")
def answer(desktop):
    window = steps.run(desktop, desktop.scenario.account.password, "The mail program cannot connect")
    window.says("No problem found")
    tested = len(window.reader.heard())
    window.find("heading", _OFFLINE)
    window.press("Yes", within=_OFFLINE)
    window.find("heading", "The mail program is set to work offline")
    window.gone("heading", "No problem found")
    assert not any("passed" in said for said in window.reader.heard()[tested:]), "it was tested again"
    window.click(window.find("list item", "Your Answers"))
    window.press(f"Change the answer to “{_OFFLINE}”")
    window.press("No", within=_OFFLINE)
    window.find("heading", "No problem found")


@journey("Questions while tests run: one at a time, one is skipped, what is measured is not asked", scenario=_SLOW)
def questions(desktop):
    window = _begin(desktop, "The mail program cannot connect")
    window.find("heading", _WEBMAIL)
    window.heard(_WEBMAIL)
    assert len(window.all("button", "Skip")) == 1, "there is more than one question"
    window.press("Skip")
    window.gone("heading", _WEBMAIL)
    window.button("Skip")
    window.press("Not sure")
    steps.result(window)
    window.says("silent-server")


@journey("The network is lost while tests run, and comes back: the person is offered another check", scenario=_SLOW)
def network_lost(desktop):
    line = cable.Cable()
    window = _begin(desktop)
    window.says("Now: Server’s greeting")
    line.pull()
    steps.result(window, limit=10)
    window.says("The network connection changed during the tests")
    # Nobody is blamed for what the pulled cable did.
    window.find("heading", "No problem found so far")
    line.plug_in()
    window.says("The network connection is back")
    line.pull()
    window.key("F5")
    window.heard("This computer is not connected")
    steps.result(window)
