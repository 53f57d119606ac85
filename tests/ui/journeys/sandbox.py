# SPDX-License-Identifier: GPL-3.0-or-later
"""What only a Flatpak does otherwise: it asks the desktop's portals, or does without."""

import subprocess

from gi.repository import Gio, GLib

from ui import keyring, steps
from ui.journey import journey
from ui.patience import until
from ui.window import Program

_SWITCH = ("switch", "list item", "check box")
_REMEMBER = "Remember in the Keyring"
_STORED = "Password From the Keyring"
_SETTINGS = "org/mailcheckup/MailCheckup"
_ALLOW = "flatpak override --user --share=network org.mailcheckup.MailCheckup"
# Names of processes are cut: this is xdg-desktop-portal-gtk, whose dialogs a person sees.
_PORTAL = "xdg-desktop-por"
_BROWSER = """[Desktop Entry]
Type=Application
Name=Browser
Exec={program} %u
MimeType=x-scheme-handler/https;x-scheme-handler/http;
"""
_NETWORK_PORTAL = """<node><interface name="org.freedesktop.portal.NetworkMonitor">
  <method name="GetStatus"><arg type="a{sv}" direction="out"/></method>
  <method name="GetAvailable"><arg type="b" direction="out"/></method>
  <method name="GetMetered"><arg type="b" direction="out"/></method>
  <method name="GetConnectivity"><arg type="u" direction="out"/></method>
  <method name="CanReach"><arg type="s"/><arg type="u"/><arg type="b" direction="out"/></method>
  <signal name="changed"/>
  <property name="version" type="u" access="read"/>
</interface></node>"""


class NetworkPortal:
    """The portal that tells of the network, which takes its time to answer, and need not be right."""

    def __init__(self, desktop):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._bus = bus = Gio.DBusConnection.new_for_address_sync(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], flags,
                                                                  None, None)
        self._asked = []
        interface = Gio.DBusNodeInfo.new_for_xml(_NETWORK_PORTAL).interfaces[0]
        bus.register_object_with_closures2("/org/freedesktop/portal/desktop", interface, self._on_call,
                                           lambda *_: GLib.Variant("u", 3), None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.freedesktop.portal.Desktop", 0)), None, Gio.DBusCallFlags.NONE, -1, None)

    def _on_call(self, _bus, _sender, _path, _interface, method, _arguments, invocation):
        if method == "GetStatus":
            self._asked.append(invocation)
        else:
            invocation.return_dbus_error("org.freedesktop.DBus.Error.NotSupported", method)

    def asks(self):
        """Whether somebody waits for an answer."""
        while GLib.MainContext.default().iteration(False):
            pass
        return bool(self._asked)

    def say(self, available):
        """Tell whether there is a network, whoever asked, or else have them ask."""
        if not self.asks():
            self._bus.emit_signal(None, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.NetworkMonitor",
                                  "changed", None)
            until(self.asks, "somebody asks again")
        status = {"available": GLib.Variant("b", available), "metered": GLib.Variant("b", False),
                  "connectivity": GLib.Variant("u", 4 if available else 1)}
        while self._asked:
            self._asked.pop().return_value(GLib.Variant("(a{sv})", (status,)))
        self._bus.flush_sync(None)


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


def _checkup_without_keyring(desktop, sentence):
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    window.click(window.find(_SWITCH, _REMEMBER))
    window.says(sentence)
    steps.check(window)
    steps.result(window)
    window.says("No problem found")


@journey("Without a keyring the person is told, and the checkup runs", sandbox=True)
def sandbox_keyring_missing(desktop):
    # The portal does not say why it has no key.
    _checkup_without_keyring(desktop, "The keyring could not be used. The checkup works without it: type the password.")


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


@journey("The report is printed by the portal: to a file outside the sandbox", sandbox=True,
         scenario="expired-certificate")
def sandbox_print(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.key("ctrl+p")
    dialog = Program(desktop, name=_PORTAL)
    dialog.find("table cell", "Print to File")
    until(lambda: dialog.focused() is not None, "the dialog has the focus")
    dialog.key("Tab", "Down", "Return")
    printed = until(lambda: [path for path in desktop.home.rglob("mail-checkup-*.pdf") if path.stat().st_size > 0],
                    "the file is printed")
    text = subprocess.run(["pdftotext", "-layout", printed[0], "-"], capture_output=True, text=True, check=True).stdout
    assert "The server’s certificate has expired" in " ".join(text.split()), text


@journey("A message is opened that lies outside the sandbox, by the portal's file chooser", sandbox=True)
def sandbox_open(desktop):
    desktop.furnish("error.txt", "550 5.1.1 <bruno@example.net>: User unknown\n")
    window = desktop.open()
    window.click(window.find("list item", "Explain a message or an error"))
    window.page("Explain a Message")
    window.key("ctrl+o")
    chooser = Program(desktop, name=_PORTAL)
    chooser.find(name="Open a Message")
    until(lambda: chooser.focused() is not None, "the chooser has the focus")
    chooser.key("alt+Home")
    chooser.find("table cell", "error.txt")
    chooser.key("ctrl+l")
    until(lambda: chooser.focused() is not None and chooser.focused().role == "text", "a path can be typed")
    chooser.key("ctrl+a")
    chooser.type(str(desktop.home / "error.txt"))
    chooser.key("Return")
    window.page("What It Means")
    window.find("heading", "There is no such mailbox")


@journey("Without any portal no file can be opened, and the window says what to do instead", sandbox=True, portals=False)
def sandbox_no_portal_to_open(desktop):
    window = desktop.open()
    window.click(window.find("list item", "Explain a message or an error"))
    window.page("Explain a Message")
    window.key("ctrl+o")
    window.says("No file can be chosen here")


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


@journey("Without the permission for the network the person is told that, and not that the computer is offline",
         sandbox=True)
def sandbox_no_network(desktop):
    desktop.app.options.append("--unshare=network")
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    steps.check(window)
    window.says("No Permission to Use the Network", _ALLOW)
    assert "not connected" not in window.words(), "the computer is taken for offline"
    window.press("Copy Command")
    until(lambda: desktop.clipboard() == _ALLOW, "the command is copied")
    window.gone(name="No Permission to Use the Network")
    window.page(steps.ACCOUNT)


@journey("Without any portal a checkup runs to its end, also while the window is out of sight", sandbox=True,
         portals=False)
def sandbox_no_portals(desktop):
    window = desktop.open()
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    button = window.button("Check")
    number = desktop.run("xdotool", "getactivewindow").decode().strip()
    desktop.run("xdotool", "windowminimize", "--sync", number)
    until(lambda: not window.all("frame", state="active"), "the window knows that it is out of sight")
    window.reader.act(button)
    steps.result(window)
    desktop.run("xdotool", "windowactivate", number)
    until(lambda: window.all("frame", state="active"), "the window is in sight again")
    window.says("No problem found")


@journey("Without any portal, saving and printing say that this desktop has no way, and offer to copy", sandbox=True,
         portals=False, scenario="expired-certificate")
def sandbox_no_portal_to_save(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.key("ctrl+p")
    window.find("alert", "Report Not Printed")
    window.says("This desktop has no print dialog")
    window.key("Escape")
    window.gone("alert")
    window.press("Copy Report…")
    window.find("dialog", "Report")
    window.press("Save…")
    window.find("alert", "Report Not Saved")
    window.says("This desktop has no dialog in which apps like this one can ask where to save")
    window.press("Copy Report", within="Report Not Saved")
    window.says("Report copied")
    assert desktop.clipboard().startswith("# Mail Checkup report")
    assert "The server’s certificate has expired" in desktop.clipboard("text/html")


@journey("Without any portal a website does not open: the person can copy its address", sandbox=True, portals=False,
         scenario="gmail-app-password")
def sandbox_no_portal_to_browse(desktop):
    window = steps.run(desktop, desktop.scenario.account.password)
    window.press("Open App Passwords: step 3")
    window.says("The website could not be opened")
    window.press("Copy Address")
    until(lambda: desktop.clipboard() == "https://myaccount.google.com/apppasswords", "the address is copied")
    window.key("F10", "Up", "Return")
    window.says("The Mail Checkup authors")
    window.click(window.find(("list item", "link", "button"), "Website"))
    window.find("alert", "The Website Could Not Be Opened")
    window.says("https://mailcheckup.org/")
    window.press("Copy Address")
    until(lambda: desktop.clipboard() == "https://mailcheckup.org/", "the address is copied")
    window.key("Escape")


@journey("Without any portal a password cannot be kept, and the checkup uses it all the same", sandbox=True,
         portals=False, services=keyring.SERVICES)
def sandbox_no_portal_for_passwords(desktop):
    keyring.Keyring(desktop)
    _checkup_without_keyring(desktop, "No keyring is running on this computer, so no password can be kept.")


@journey("The portal says late, or wrongly, that there is no network: the tests go on", sandbox=True, portals=False,
         scenario="silent-server")
def sandbox_network_portal(desktop):
    portal = NetworkPortal(desktop)
    window = desktop.open()
    until(portal.asks, "the program asks the portal")
    steps.choose(window)
    steps.fill_in(window, desktop.scenario, desktop.scenario.account.password)
    steps.check(window)
    window.says("Now: Server’s greeting")
    portal.say(True)
    portal.say(False)
    steps.result(window)
    words = window.words()
    for text in ("The network connection changed", "This computer is not connected"):
        assert text not in words, f"“{text}”"
    window.says("silent-server")
    portal.say(True)
    assert "The network connection is back" not in window.words()
