# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the journey: preferences, shortcuts, about."""

from ui import accessibility, keyring, steps
from ui.journey import journey
from ui.patience import until

_SETTINGS = "org/mailcheckup/MailCheckup"


def _close(window):
    """One page or dialog after the other."""
    until(lambda: window.key("Escape") or not window.all("dialog"), "the dialog goes away")


@journey("Preferences: who is asked is listed by name, and a choice is kept")
def preferences(desktop):
    window = desktop.open()
    window.key("ctrl+comma")
    window.says("Services Asked for Comparison", "never sent your email address or your password")
    accessibility.inspect(window)
    desktop.show("preferences")
    window.click(window.find(name="What Is Contacted"))
    window.says("Quad9", "dns.quad9.net, 9.9.9.9, 2620:fe::9", "nmcheck.gnome.org", "imap.fastmail.com")
    accessibility.inspect(window)
    for name, key in (("Ask Other Services", "third-party"), ("Hide Personal Details", "hide-personal")):
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


def _ask_to_forget(window):
    window.key("ctrl+comma")
    window.press("Forget Passwords and Accounts…")
    window.says("Your mail accounts and messages stay as they are")


@journey("Preferences: everything that is kept is forgotten at once, after a question", scenario="all-well-srv",
         services=keyring.SERVICES)
def forget_everything(desktop):
    chest = keyring.Keyring(desktop)
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.password)
    window.click(window.find(("switch", "list item", "check box"), "Remember in the Keyring"))
    steps.check(window)
    steps.result(window)
    address = desktop.scenario.account.address
    until(chest.items, "the password is kept")
    list_of_accounts = desktop.home / ".local/share/mail-checkup/accounts.ini"
    assert address in list_of_accounts.read_text()

    _ask_to_forget(window)
    accessibility.inspect(window)
    desktop.remember("forget", desktop.settled())
    window.press("Cancel")
    assert chest.items() and address in list_of_accounts.read_text()

    window.press("Forget Passwords and Accounts…")
    window.press("Forget")
    window.says("Passwords and accounts forgotten")
    assert not chest.items()
    assert not list_of_accounts.exists() or address not in list_of_accounts.read_text()
    _close(window)


@journey("Preferences: where there is no keyring, forgetting is no fault")
def forget_nothing(desktop):
    window = desktop.open()
    _ask_to_forget(window)
    window.press("Forget")
    window.says("Passwords and accounts forgotten")
    _close(window)


@journey("Keyboard shortcuts are listed, those of the program itself")
def shortcuts_listed(desktop):
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
    sandbox = "Flatpak, runtime/org.gnome.Platform/" if desktop.app.is_sandboxed else "none\n"
    for line in ("Mail Checkup: 0.1.0\n", f"Sandbox: {sandbox}", "Desktop: GNOME\n", "Keyring: not running\n"):
        assert line in copied, f"“{line.strip()}” is not in:\n{copied}"
    assert str(desktop.home) not in copied
    _close(window)
