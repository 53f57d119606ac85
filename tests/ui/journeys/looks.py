# SPDX-License-Identifier: GPL-3.0-or-later
"""Other languages, other sizes."""

import re

from ui import accessibility, steps
from ui.journey import journey

_WIDEST = 360
_CLOSE = {"role": "button", "description": re.compile("Close|סגיר")}


def _fits(window, width=_WIDEST):
    """See that the window can be this narrow: what needs more room would make it wider."""
    window.resize(width, 640)
    accessibility.inspect(window)


@journey("On the smallest screen: everything fits, nothing is cut off", scenario="offline")
def narrow(desktop):
    window = desktop.open()
    window.resize(360, 294)
    desktop.remember("symptom-smallest", desktop.settled())
    steps.choose(window, "Mail is slow")
    steps.give_account(window, desktop.scenario.account.address)
    desktop.remember("account-smallest", desktop.settled())
    steps.check(window)
    steps.result(window)
    desktop.remember("result-smallest", desktop.settled())


@journey("Words twice as long: the window grows no wider, every sentence is translated", scenario="offline",
         language="long")
def long_words(desktop):
    window = desktop.open(ready=lambda window: window.find("heading"))
    _fits(window)
    plain = re.compile(r"\b(the|and|with|mail|check)\b", re.IGNORECASE)
    left = [node.name for node in window.read().walk() if plain.search(node.name)]
    assert not [name for name in left if name not in ("mail-checkup",)], f"not translated: {left}"
    desktop.show("long-symptom")
    window.click(window.all("list item")[0])
    window.gone("heading")
    _fits(window)
    desktop.show("long-account")


def _place(window, wanted):
    """How far from the left edge a part is."""
    return window.reader.extents(window.find(**wanted))[0]


@journey("From right to left: the window is turned round", scenario="offline", language="hebrew")
def right_to_left(desktop):
    window = desktop.open(ready=lambda window: window.find("heading"))
    assert _place(window, _CLOSE) < 100, "the button that closes the window is not on the left"
    desktop.show("hebrew-symptom")
    window.click(window.all("list item")[0])
    window.gone("heading")
    accessibility.inspect(window)
    desktop.show("hebrew-account")


@journey("A locale that is not installed: the window speaks English", scenario="offline",
         environment={"LC_ALL": "xx_XX"})
def wrong_locale(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.check(window)
    steps.result(window)
    window.says("not connected")
