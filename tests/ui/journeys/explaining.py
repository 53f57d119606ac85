# SPDX-License-Identifier: GPL-3.0-or-later
"""What came back, pasted or opened, in plain words."""

from ui import accessibility
from ui.journey import journey

_EXPLAIN = "Explain a message or an error"
_REPLY = "550 5.7.26 This mail is unauthenticated, which poses a security risk to the sender and Gmail users"
_TITLE = "The message could not prove that it is from you"


def _begin(desktop):
    window = desktop.open()
    window.click(window.find("list item", _EXPLAIN))
    window.page("Explain a Message")
    return window


def _paste(desktop, window, text):
    desktop.copy(text)
    window.click(window.entry("Message or error"))
    window.key("ctrl+a", "ctrl+v")
    window.press("Explain")
    window.page("What It Means")


@journey("An error text is pasted: what it means, what to do, and a text to send on")
def explain_reply(desktop):
    window = _begin(desktop)
    accessibility.inspect(window)
    desktop.show("explain")
    _paste(desktop, window, _REPLY)
    window.find("heading", _TITLE)
    window.heard(_TITLE)
    window.says("Step 1", "A Text to Send", _REPLY)
    accessibility.inspect(window)
    desktop.show("explanation")
    window.press("Copy Text")
    assert _REPLY in desktop.clipboard(), "the text to send lacks the server's words"
    window.press("Copy Explanation")
    window.says("Explanation copied")
    assert _TITLE in desktop.clipboard()
    assert _TITLE in desktop.clipboard("text/html")


@journey("Something else is pasted: the window says what to paste instead; then markup, which is only text")
def explain_other(desktop):
    window = _begin(desktop)
    _paste(desktop, window, "The weather is fine today.\n")
    assert not window.all("heading", _TITLE)
    window.key("alt+Left")
    window.page("Explain a Message")
    _paste(desktop, window, "550 5.1.1 <b>nobody</b> & <a href='https://evil.example'>here</a>: User unknown")
    window.says("<b>nobody</b>")
    assert not window.all("link"), "a link in a server's words can be clicked"
