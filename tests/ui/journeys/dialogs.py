# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the journey: preferences, shortcuts, about."""

from ui import accessibility
from ui.journey import journey
from ui.patience import until

_SETTINGS = "org/mailcheckup/MailCheckup"


@journey("Preferences: who is asked is listed by name, and a choice is kept")
def preferences(desktop):
    window = desktop.open()
    window.key("ctrl+comma")
    window.says("Services Asked for Comparison", "never sent your email address or your password")
    accessibility.inspect(window)
    desktop.show("preferences")
    window.click(window.find(name="What is contacted"))
    window.says("Quad9", "dns.quad9.net, 9.9.9.9, 2620:fe::9", "nmcheck.gnome.org", "imap.fastmail.com")
    accessibility.inspect(window)
    for name, key in (("Ask other services", "third-party"), ("Hide personal details", "hide-personal")):
        row = window.find(("switch", "list item", "check box"), name)
        assert desktop.chosen(_SETTINGS, key) is None
        window.click(row)
        until(lambda: desktop.chosen(_SETTINGS, key) == "false", f"“{name}” is off, and kept")
    window.key("Escape")
    window.gone(name="Preferences")


@journey("Preferences on the smallest screen")
def preferences_narrow(desktop):
    window = desktop.open()
    window.resize(360, 294)
    window.key("ctrl+comma")
    window.says("Services Asked for Comparison")
    desktop.remember("preferences-smallest", desktop.settled())
    window.key("Escape")
    window.gone(name="Preferences")


@journey("Keyboard shortcuts are listed, those of the program itself")
def shortcuts(desktop):
    window = desktop.open()
    window.key("ctrl+question")
    window.says("Check again", "Copy report", "Save report", "Print report", "Preferences", "Go back", "Quit")
    desktop.remember("shortcuts", desktop.settled())
    window.key("Escape")
    window.gone(name="Copy report")


@journey("About: what helps with a fault can be copied, and says nothing of the person")
def about(desktop):
    window = desktop.open()
    window.key("F10", "Up", "Return")
    window.says("The Mail Checkup authors", "0.1.0")
    accessibility.inspect(window)
    desktop.show("about")
    window.click(window.find(name="Troubleshooting"))
    window.click(window.find(name="Debugging Information"))
    window.press("Copy Text")
    copied = until(desktop.clipboard, "something is copied")
    for line in ("Mail Checkup: 0.1.0", "Sandbox: none", "Desktop: GNOME", "Keyring: not running"):
        assert line in copied.splitlines(), f"“{line}” is not in:\n{copied}"
    assert str(desktop.home) not in copied
    until(lambda: window.key("Escape") or not window.all("dialog"), "each page of the dialog goes back")
