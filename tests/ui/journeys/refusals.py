# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords: how often one is sent, and to whom."""

from ui import cable, steps
from ui.journey import journey
from ui.patience import until

_ANOTHER = "berta@lindenpost-mail.example"
_TRUST = "Do you trust what looks into your secure connections here?"


def _count_windows(desktop):
    return len(desktop.run("xdotool", "search", "--onlyvisible", "--pid", str(desktop.window.process.pid)).split())


@journey("Checking again and again with a wrong password never says that all is well", scenario="wrong-password")
def refused_again(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    for times in range(1, 4):
        window.says("The password is not accepted")
        window.heard("The password is not accepted", times=times)
        window.key("F5")
    window.heard("The password is not accepted", times=4)
    steps.result(window)
    window.says("The password is not accepted", "The password was sent twice without success")


@journey("Checking again from the account page uses what was corrected there", scenario="wrong-password")
def check_again_corrected(desktop):
    window = steps.run(desktop, desktop.scenario.call.password)
    window.says("The password is not accepted")
    steps.back(window, steps.ACCOUNT)
    steps.give_password(window, desktop.scenario.account.password)
    window.key("F5")
    steps.result(window)
    window.says("No problem found")


@journey("A password that one provider took is not sent to another", scenario="all-well")
def password_of_another(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says("No problem found")
    steps.back(window, steps.ACCOUNT)
    steps.give_account(window, _ANOTHER)
    steps.check(window)
    window.says("Enter the password of this account")
    assert not window.value("Password")
    steps.check(window)
    steps.result(window)
    window.says("no password was given")


@journey("An address from outside comes without what was typed for another", scenario="offline")
def address_from_outside(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.give_servers(window, incoming="imap:imap.lindenpost.example")
    steps.give_password(window, "Sonnenblume-1")
    assert desktop.launch(*desktop.app.command, desktop.scenario.account.address).wait(10) == 0
    assert desktop.launch(*desktop.app.command, _ANOTHER).wait(10) == 0
    until(lambda: window.value("Email Address") == _ANOTHER, "the address is there")
    assert not window.value("Password")
    window.says("Found automatically")


@journey("The same window comes back, also while the shortcuts are in front of it", scenario="offline")
def one_window(desktop):
    window = desktop.open()
    steps.choose(window)
    window.key("ctrl+question")
    until(lambda: _count_windows(desktop) == 2, "the shortcuts are shown")
    assert desktop.launch(*desktop.app.command, _ANOTHER).wait(10) == 0
    until(lambda: window.value("Email Address") == _ANOTHER, "the address is there")
    assert _count_windows(desktop) == 2
    assert desktop.run("gdbus", "call", "--session", "--dest", "org.mailcheckup.MailCheckup", "--object-path",
                       "/org/mailcheckup/MailCheckup", "--method", "org.gtk.Actions.Activate", "quit", "[]", "{}")
    assert window.ended() == 0
    desktop.window = None


@journey("Whoever is trusted to read along in one network is not trusted in the next", scenario="tls-intercepted-trusted")
def another_network(desktop):
    line = cable.Cable()
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says(_TRUST)
    window.press("Yes")
    window.says("Check again to use this answer")
    window.key("F5")
    window.gone(name=steps.RESULT)
    steps.result(window)
    window.gone("heading", _TRUST)
    line.pull()
    line.plug_in()
    window.gone(name="Your Answers")
    window.key("F5")
    window.gone(name=steps.RESULT)
    steps.result(window)
    window.find("heading", _TRUST)
