# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop is told while the person does something else."""

from gi.repository import Gio, GLib

from ui import steps
from ui.journey import journey
from ui.patience import until

_INTERFACE = Gio.DBusNodeInfo.new_for_xml("""<node><interface name="org.freedesktop.Notifications">
  <method name="Notify">
    <arg type="s"/><arg type="u"/><arg type="s"/><arg type="s"/><arg type="s"/><arg type="as"/><arg type="a{sv}"/>
    <arg type="i"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>""").interfaces[0]
_PATH = "/org/freedesktop/Notifications"


class Shell:
    """The part of a desktop that shows notifications."""

    def __init__(self, bus):
        self.bus = bus
        self.shown = {}
        bus.register_object_with_closures2(_PATH, _INTERFACE, self._on_call, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.freedesktop.Notifications", 0)), None, Gio.DBusCallFlags.NONE, -1, None)

    def _on_call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "Notify":
            number = 7
            self.shown[number] = arguments[3]
            invocation.return_value(GLib.Variant("(u)", (number,)))
        else:
            self.shown.pop(arguments[0], None)
            invocation.return_value(None)

    def titles(self):
        while GLib.MainContext.default().iteration(False):
            pass
        return list(self.shown.values())

    def click(self):
        """As a person does; a desktop then takes it away."""
        self.shown.clear()
        self.bus.emit_signal(None, _PATH, _INTERFACE.name, "ActionInvoked", GLib.Variant("(us)", (7, "default")))


def _check_out_of_sight(desktop):
    """The window, away, and the shell that tells of the end of its checkup."""
    window = desktop.open()
    shell = Shell(window.reader.session)
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    # Begun as a screen reader can, so that it does not end before the window is gone.
    button = window.button("Check")
    number = desktop.run("xdotool", "getactivewindow").decode().strip()
    desktop.run("xdotool", "windowminimize", "--sync", number)
    until(lambda: not window.all("frame", state="active"), "the window knows that it is out of sight")
    window.reader.act(button)
    until(shell.titles, "a notification is shown")
    return window, shell, number


@journey("A checkup ends while the window is out of sight: a notification leads back to it", scenario="offline")
def notification_clicked(desktop):
    window, shell, _ = _check_out_of_sight(desktop)
    title, = shell.titles()
    shell.click()
    desktop.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Mail Checkup$", limit=20)
    window.page("What We Found")
    window.says(title)


@journey("The person comes back to the window: the notification goes away", scenario="offline")
def notification_seen(desktop):
    _, shell, number = _check_out_of_sight(desktop)
    desktop.run("xdotool", "windowactivate", number)
    until(lambda: not shell.titles(), "the notification goes away")


@journey("A checkup ends in sight: nothing else tells of it", scenario="offline")
def notification_not_needed(desktop):
    window = desktop.open()
    shell = Shell(window.reader.session)
    steps.choose(window)
    steps.give_account(window, desktop.scenario.account.address)
    steps.check(window)
    window.page("What We Found")
    assert not shell.titles()
