# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept from one run to the next: accounts, and passwords in a real keyring."""

from ui import accessibility, keyring, steps
from ui.journey import journey
from ui.patience import until

_REMEMBER = "Remember in the Keyring"
_STORED = "Password From the Keyring"


def _remember(window):
    window.click(window.find("check box", _REMEMBER))
    window.find("check box", _REMEMBER, state="checked")


def _keep(desktop, password):
    """A checkup that keeps the password; the window is closed afterwards."""
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, password)
    _remember(window)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    return window


def _choose_account(desktop, window):
    window.click(window.find("list item", desktop.scenario.account.address))


@journey("A password is kept once the server took it, and used by the next run", scenario="all-well",
         services=keyring.SERVICES)
def password_kept(desktop):
    safe = keyring.Keyring(desktop)
    window = _keep(desktop, desktop.scenario.account.password)
    until(lambda: len(safe.items()) == 1, "the password is in the keyring")
    assert safe.items()[0]["address"] == desktop.scenario.account.address
    window.close()

    window = desktop.open()
    steps.choose(window)
    _choose_account(desktop, window)
    window.entry(_STORED)
    assert window.value(_STORED) == "", "the password is shown"
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    assert "Sign-in was not tested" not in window.words()


@journey("A wrong password is not kept", scenario="wrong-password", services=keyring.SERVICES)
def wrong_password_not_kept(desktop):
    safe = keyring.Keyring(desktop)
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.call.password)
    _remember(window)
    steps.check(window)
    steps.result(window)
    window.says("The password is not accepted")
    assert safe.items() == []


@journey("A kept password that has changed is replaced once the server took the new one", scenario="all-well",
         services=keyring.SERVICES)
def password_replaced(desktop):
    account = desktop.scenario.account
    safe = keyring.Keyring(desktop)
    safe.put("Vorgestern-1", address=account.address)
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario)
    window.fill(_STORED, account.password)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    until(lambda: account.password in safe.passwords(), "the new password is in the keyring")
    window.close()

    window = desktop.open()
    steps.choose(window)
    _choose_account(desktop, window)
    window.entry(_STORED)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    assert "Sign-in was not tested" not in window.words()


@journey("A kept password is forgotten on request, unless that is undone", scenario="all-well",
         services=keyring.SERVICES)
def password_forgotten(desktop):
    safe = keyring.Keyring(desktop)
    window = _keep(desktop, desktop.scenario.account.password)
    until(lambda: len(safe.items()) == 1, "the password is in the keyring")
    window.close()

    window = desktop.open()
    steps.choose(window)
    _choose_account(desktop, window)
    window.entry(_STORED)
    window.click(window.find("check box", _REMEMBER))
    window.entry("Password")
    window.press("Undo")
    window.entry(_STORED)
    window.find("check box", _REMEMBER, state="checked")
    assert len(safe.items()) == 1

    window.click(window.find("check box", _REMEMBER))
    window.entry("Password")
    window.close()
    until(lambda: safe.items() == [], "the password is forgotten, though the window was closed")


@journey("A locked keyring is asked for; the checkup runs without it, too", scenario="all-well",
         services=keyring.SERVICES)
def keyring_dismissed(desktop):
    safe = keyring.Keyring(desktop)
    window = _keep(desktop, desktop.scenario.account.password)
    until(lambda: len(safe.items()) == 1, "the password is in the keyring")
    window.close()
    safe.lock()

    window = desktop.open()
    steps.choose(window)
    _choose_account(desktop, window)
    prompt = safe.prompt()
    prompt.find("button", "Cancel")
    prompt.key("Escape")
    window.says("The keyring is still locked.")
    steps.check(window)
    steps.result(window)
    window.says("Sign-in was not tested")


@journey("An account used before: taken again, and removed", scenario="offline")
def account_removed(desktop):
    address = desktop.scenario.account.address
    window = desktop.open()
    steps.choose(window)
    assert not window.all(name="Used Before")
    steps.fill_in(window, desktop.scenario)
    steps.check(window)
    steps.result(window)
    window.close()

    window = desktop.open()
    steps.choose(window)
    _choose_account(desktop, window)
    assert window.value("Email Address") == address
    accessibility.walk(window)
    desktop.show("account-used-before")
    window.press(f"Remove {address}")
    window.gone(name="Used Before")
    window.press("Undo")
    window.find(name="Used Before")
    window.press(f"Remove {address}")
    window.gone(name="Used Before")
    window.close()

    window = desktop.open()
    steps.choose(window)
    assert not window.all(name="Used Before")


@journey("A locked keyring is asked for when the address was typed, before the checkup begins", scenario="all-well",
         services=keyring.SERVICES)
def keyring_typed(desktop):
    safe = keyring.Keyring(desktop)
    window = _keep(desktop, desktop.scenario.account.password)
    until(lambda: len(safe.items()) == 1, "the password is in the keyring")
    window.close()
    safe.lock()

    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario)
    steps.check(window)
    prompt = safe.prompt()
    prompt.find("button", "Cancel")
    prompt.key("Escape")
    window.says("The keyring is still locked.")
    window.page(steps.ACCOUNT)
    window.press("Try Again")
    prompt = safe.prompt()
    prompt.find("button", "Cancel")
    prompt.type(keyring.PASSWORD.decode())
    prompt.key("Return")
    window.entry(_STORED)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    assert "Sign-in was not tested" not in window.words()


@journey("Without a keyring the person is told, and the checkup runs", scenario="all-well")
def keyring_missing(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    assert "keyring is running" not in window.words()
    _remember(window)
    window.says("No keyring is running on this computer")
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
