# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords: how often one is sent, and to whom."""

from ui import steps
from ui.journey import journey

_ONCE_MORE = "F5"


@journey("Checking again and again with a wrong password never says that all is well", scenario="wrong-password")
def refused_again(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    for _ in range(3):
        window.says("The password is not accepted")
        window.key(_ONCE_MORE)
        window.gone(name=steps.RESULT)
        steps.result(window)
    window.says("The password is not accepted", "The password was sent twice without success")
