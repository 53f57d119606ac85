# SPDX-License-Identifier: GPL-3.0-or-later
"""Help articles, where there is no help viewer that has them."""

from ui.journey import journey

INDEX = "Mail Checkup Help"
FIRST = "No problem was found"
SECOND = "The mail program has the trouble"


def read(window, title):
    """Wait for the article of this TITLE: one begins to read it, rather than to follow its first link."""
    window.find("heading", title)
    window.find(name=title, state="focused")


def follow_first_link(window, title):
    """With the keyboard, from what is read to the article of this TITLE."""
    window.key("Tab")
    window.find("list item", title, state="focused")
    window.key("Return")
    read(window, title)


@journey("Help: from one article to the next, and back")
def articles(desktop):
    window = desktop.open()
    window.key("F1")
    read(window, INDEX)
    window.find("heading", "Signing in")
    follow_first_link(window, FIRST)
    window.find("label", "1.")
    window.says("If you checked without a password, check once more with it.")
    follow_first_link(window, SECOND)
    window.key("alt+Left")
    window.find("heading", FIRST)
    window.find("list item", SECOND, state="focused")
    window.press("All Articles")
    window.find("heading", INDEX)
    window.key("F1")
    window.key("Escape")
    window.gone("heading", INDEX)
    window.find("heading", "What Is Wrong With Your Email?")
