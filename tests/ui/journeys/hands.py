# SPDX-License-Identifier: GPL-3.0-or-later
"""The same way by keyboard alone, and as a screen reader's user goes it; the other journeys use the mouse."""

from gi.repository import GLib

from ui import accessibility, steps
from ui.journey import journey
from ui.patience import until
from ui.wayland import Wayland

_TITLE = "The server’s certificate has expired"
_REPLY = "550 5.1.1 <bruno@example.net>: User unknown"
_EXPIRED = {"scenario": "expired-certificate"}


def _check_and_copy(desktop):
    account = desktop.scenario.account
    window = desktop.open()
    window.go_to("Check everything")
    window.key("Return")
    window.page(steps.ACCOUNT)
    window.go_to("Email Address")
    window.type(account.address)
    window.go_to("Password")
    window.type(account.password)
    window.go_to("Server Settings")
    window.key("Return")
    window.page("Server Settings")
    window.go_to("Server")
    window.type("imap.birkenhain.example")
    window.key("alt+Left")
    window.page(steps.ACCOUNT)
    window.go_to("Check")
    window.key("space")
    steps.result(window)
    until(lambda: window.focused() is not None and window.focused().name == _TITLE, "the focus is on the verdict")
    window.go_to("Copy Report…")
    window.key("Return")
    window.find("dialog", "Report")
    window.go_to("Hide Personal Details")
    window.key("space")
    until(lambda: account.address in window.value("Text of the report"), "the preview shows the address")
    window.go_to("Copy")
    window.key("Return")
    window.says("Report copied")
    assert account.address in desktop.clipboard(), "the report is not on the clipboard"


@journey("By keyboard alone, from the start to the copied report", **_EXPIRED)
def keyboard(desktop):
    _check_and_copy(desktop)


@journey("On a desktop of Wayland, from the start to the copied report; then what was copied elsewhere is explained",
         session=Wayland, **_EXPIRED)
def wayland(desktop):
    _check_and_copy(desktop)
    window = desktop.window
    desktop.remember("wayland-report")
    window.key("Escape")
    window.gone("dialog", "Report")
    desktop.copy(_REPLY)
    window.key("alt+Left")
    window.page(steps.ACCOUNT)
    window.key("alt+Left")
    window.go_to("Explain a message or an error")
    window.key("Return")
    window.page("Explain a Message")
    window.key("ctrl+v")
    until(lambda: window.value("Message or error") == _REPLY, "the text is pasted")
    window.key("ctrl+Return")
    window.page("What It Means")
    window.find("heading", "There is no such mailbox")
    desktop.remember("wayland-explanation")


@journey("By the keys for those who know them: copy, check again, preferences, help", **_EXPIRED)
def shortcuts(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.key("ctrl+shift+c")
    window.says("Report copied")
    assert _TITLE in desktop.clipboard()
    window.key("ctrl+comma")
    window.find("dialog", "Preferences")
    accessibility.walk(window)
    desktop.show("preferences")
    window.key("Escape")
    window.gone("dialog", "Preferences")
    window.key("F5")
    window.heard(_TITLE, times=2)
    steps.result(window)
    window.key("ctrl+question")
    window.says("Check again", "Copy report")
    window.key("Escape")
    window.key("ctrl+q")
    assert window.ended() == 0
    desktop.window = None


@journey("As a screen reader's user: by what is announced, and the actions of what is there", **_EXPIRED)
def screen_reader(desktop):
    window = desktop.open()
    reader = window.reader

    def act(node):
        assert reader.actions(node), f"there is no action for “{node.name}”"
        reader.act(node)

    def write(name, text):
        entry = window.entry(name)
        reader.call(entry.place, "org.a11y.atspi.EditableText", "InsertText",
                    GLib.Variant("(isi)", (0, text, len(text))))
        until(lambda: window.value(name) == text, f"“{text}” stands in “{name}”")

    # Rows of lists have no action of their own in GTK: a screen reader's user presses Return there.
    window.go_to("Check everything")
    window.key("Return")
    window.page(steps.ACCOUNT)
    write("Email Address", desktop.scenario.account.address)
    window.go_to("Server Settings")
    window.key("Return")
    window.page("Server Settings")
    write("Server", "imap.birkenhain.example")
    act(window.button("Back"))
    window.page(steps.ACCOUNT)
    act(window.button("Check"))
    steps.result(window)
    window.heard("test passed")
    window.heard(_TITLE)
    until(lambda: window.focused() is not None and window.focused().name == _TITLE, "the focus is on the verdict")
    # No colour alone: each test that did not pass says so in words.
    window.says("Failed: The server’s certificate has expired")
    act(window.button("Copy Report…"))
    window.find("dialog", "Report")
    act(window.button("Copy"))
    window.heard("Report copied")
