# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a Flatpak does otherwise: it asks the desktop's portals, or does without."""

import re

from ui import keyring, steps
from ui.journey import journey
from ui.patience import until
from ui.window import Program

_SWITCH = ("switch", "list item", "check box")
_REMEMBER = "Remember in the Keyring"
_STORED = "Password From the Keyring"
_SETTINGS = "org/mailcheckup/MailCheckup"
# Names of processes are cut: this is xdg-desktop-portal-gtk, whose dialogs a person sees.
_PORTAL = "xdg-desktop-por"
_BROWSER = """[Desktop Entry]
Type=Application
Name=Browser
Exec={program} %u
MimeType=x-scheme-handler/https;x-scheme-handler/http;
"""


@journey("A password goes into the sandbox's own keyring, and the next run uses it", sandbox=True,
         services=keyring.SERVICES)
def sandbox_password(desktop):
    keyring.Keyring(desktop)
    password = desktop.scenario.account.password
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, password)
    window.click(window.find(_SWITCH, _REMEMBER))
    window.find(_SWITCH, _REMEMBER, state="checked")
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    kept = desktop.app.data(desktop.home) / "keyrings/default.keyring"
    until(kept.exists, "the password is kept")
    assert password.encode() not in kept.read_bytes(), "the password can be read in the file"
    window.close()

    window = desktop.open()
    steps.choose(window)
    window.click(window.find("list item", desktop.scenario.account.address))
    window.entry(_STORED)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")
    assert "Sign-in was not tested" not in window.words(), "the kept password was not used"


@journey("Without a keyring the person is told, and the checkup runs", sandbox=True)
def sandbox_keyring_missing(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    window.click(window.find(_SWITCH, _REMEMBER))
    window.says("The checkup works without it")
    steps.check(window)
    steps.result(window)
    window.says("No problem found")


@journey("The report is saved where the person chooses, outside the sandbox", sandbox=True,
         scenario="expired-certificate")
def sandbox_save(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.press("Copy Report…")
    window.find("dialog", "Report")
    window.press("Save…")
    chooser = Program(desktop, name=_PORTAL)
    chooser.find(name="Save Report")
    until(lambda: chooser.focused() is not None and chooser.focused().role == "text", "the name can be typed")
    chooser.key("ctrl+a")
    chooser.type("for-the-support-desk.txt")
    chooser.key("Return")
    path = desktop.home / "for-the-support-desk.txt"
    until(lambda: path.exists() and path.stat().st_size > 0, "the report is saved")
    assert "The server’s certificate has expired" in path.read_text()
    window.says("Report saved as “for-the-support-desk.txt”")


@journey("A message is opened that lies outside the sandbox, by the portal's file chooser", sandbox=True)
def sandbox_open(desktop):
    desktop.furnish("error.txt", "550 5.1.1 <bruno@example.net>: User unknown\n")
    window = desktop.open()
    window.click(window.find("list item", "Explain a message or an error"))
    window.page("Explain a Message")
    window.key("ctrl+o")
    chooser = Program(desktop, name=_PORTAL)
    chooser.find(name="Open a Message")
    chooser.click(chooser.find("list item", "Open your personal folder"), down=0.5)
    chooser.click(chooser.find("table row", re.compile("^error.txt ")), down=0.5)
    chooser.press("Open")
    window.page("What It Means")
    window.find("heading", "There is no such mailbox")


@journey("The report is copied, for programs outside the sandbox", sandbox=True, scenario="expired-certificate")
def sandbox_copy(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.press("Copy Report…")
    window.find("dialog", "Report")
    window.press("Copy")
    window.says("Report copied")
    assert desktop.clipboard().startswith("# Mail Checkup report")
    assert "The server’s certificate has expired" in desktop.clipboard("text/html")


@journey("A link opens in the person's browser, outside the sandbox", sandbox=True)
def sandbox_link(desktop):
    visited = desktop.home / "visited"
    browser = desktop.furnish("browser", f'#!/bin/sh\necho "$1" >>{visited}\n')
    desktop.run("chmod", "+x", browser)
    desktop.furnish(".local/share/applications/browser.desktop", _BROWSER.format(program=browser))
    desktop.furnish(".config/mimeapps.list", "[Default Applications]\nx-scheme-handler/https=browser.desktop\n")
    window = desktop.open()
    window.key("F10", "Up", "Return")
    window.says("The Mail Checkup authors")
    window.click(window.find(("list item", "link", "button"), "Website"))
    until(visited.exists, "the browser is started")
    assert visited.read_text() == "https://mailcheckup.org/\n"
    window.key("Escape")


@journey("Help opens in the runtime's help viewer, with our pages", sandbox=True)
def sandbox_help(desktop):
    window = desktop.open()
    window.key("F1")
    Program(desktop, told="yelp")
    viewer = Program(desktop, told="yelp")
    # Its title is that of the index.
    viewer.find("label", "Mail Checkup")
    viewer.key("ctrl+w")


@journey("Without a help viewer the articles are shown in the window", sandbox=True)
def sandbox_help_missing(desktop):
    desktop.app.options.append("--env=XDG_DATA_DIRS=/app/share")
    window = desktop.open()
    window.key("F1")
    window.find("heading", "Mail Checkup Help")
    window.key("Escape")


@journey("What is chosen in Preferences is still chosen in the next run", sandbox=True)
def sandbox_settings(desktop):
    for expected in (None, "false"):
        window = desktop.open()
        window.key("ctrl+comma")
        row = window.find(_SWITCH, "Ask Other Services")
        assert desktop.chosen(_SETTINGS, "third-party") == expected
        assert ("checked" in row.states) == (expected is None), "the switch shows something else"
        if expected is None:
            window.click(row)
            until(lambda: desktop.chosen(_SETTINGS, "third-party") == "false", "the choice is kept")
        window.key("Escape")
        window.gone(name="Preferences")
        window.close()
    desktop.window = None


@journey("Without the permission for the network the window says that there is none", sandbox=True)
def sandbox_no_network(desktop):
    desktop.app.options.append("--unshare=network")
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says("This computer is not connected")


@journey("Without any portal a checkup runs to its end", sandbox=True)
def sandbox_no_portals(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.says("No problem found")
