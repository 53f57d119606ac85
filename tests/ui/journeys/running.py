# SPDX-License-Identifier: GPL-3.0-or-later
"""While the tests run."""

import time

from ui import accessibility, steps
from ui.journey import journey

# The name servers say nothing, so that a checkup takes a while.
_SLOW = "name-server-down"


def _begin(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.check(window)
    window.page(steps.CHECKING)
    return window


@journey("Stopping shows what was found so far", scenario=_SLOW)
def stop(desktop):
    window = _begin(desktop)
    accessibility.walk(window)
    desktop.show("checking")
    window.press("Stop")
    steps.result(window, limit=5)


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
