# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that most journeys have in common, in the words of the window."""

EVERYTHING = "Check everything"
ACCOUNT = "Your Account"
CHECKING = "Checking"
RESULT = "What We Found"


def choose(window, symptom=EVERYTHING):
    """On the first page: say what is wrong."""
    window.click(window.find("list item", symptom))
    window.page(ACCOUNT)


def give_account(window, address):
    """On the second page: say whose mail it is."""
    window.fill("Email Address", address)


def check(window):
    """On the second page: begin."""
    window.press("Check")


def result(window, limit=60):
    """Wait for the last page."""
    window.page(RESULT, limit=limit)
