# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what has to come, never for a time to pass."""

import time

LIMIT = 15
START_LIMIT = 20
_PAUSE = 0.04
# How much slower than expected a busy machine may be.
factor = 1


class Impatience(AssertionError):
    """What was waited for did not come; the text says what."""


def until(condition, what, limit=LIMIT):
    """Return what CONDITION returns as soon as that is true; WHAT says what is waited for."""
    end = time.monotonic() + limit * factor
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Impatience(f"waited {limit * factor} s in vain: {what}")
        time.sleep(_PAUSE)
