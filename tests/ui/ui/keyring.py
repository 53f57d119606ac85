# SPDX-License-Identifier: GPL-3.0-or-later
"""A real gnome-keyring on the journey's session bus."""

from gi.repository import Gio, GLib

from .desktop import KEYRING
from .patience import until
from .window import Program

PASSWORD = b"Schatulle-3"
_NAME = "org.freedesktop.secrets"
_SERVICE = "org.freedesktop.Secret.Service"
_ROOT = "/org/freedesktop/secrets"
_LOGIN = f"{_ROOT}/collection/login"
_PROMPTER = "gcr-prompter"

SERVICES = KEYRING


class Keyring:
    """Started unlocked, as after signing in to the computer."""

    def __init__(self, desktop):
        self._desktop = desktop
        desktop.launch("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets", words=PASSWORD)
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._bus = Gio.DBusConnection.new_for_address_sync(desktop.environment["DBUS_SESSION_BUS_ADDRESS"], flags,
                                                            None, None)
        until(self._is_there, "the keyring is there")

    def _call(self, path, interface, method, arguments, name=_NAME):
        return self._bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000,
                                   None).unpack()

    def _is_there(self):
        names, = self._call("/org/freedesktop/DBus", "org.freedesktop.DBus", "ListNames", None,
                            "org.freedesktop.DBus")
        return _NAME in names and _LOGIN in self._property(_ROOT, _SERVICE, "Collections")

    def _property(self, path, interface, name):
        return self._call(path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]

    def lock(self):
        """Lock it, as after a while away."""
        self._call(_ROOT, _SERVICE, "Lock", GLib.Variant("(ao)", ([_LOGIN],)))
        assert self._property(_LOGIN, "org.freedesktop.Secret.Collection", "Locked")

    def items(self):
        """What it holds, as attributes; the secrets stay where they are."""
        paths = self._property(_LOGIN, "org.freedesktop.Secret.Collection", "Items")
        return [self._property(path, "org.freedesktop.Secret.Item", "Attributes") for path in paths]

    def _session(self):
        """Secrets as they are, over a bus that only the journey has."""
        return self._call(_ROOT, _SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))[1]

    def put(self, password, **attributes):
        """Keep PASSWORD, as an earlier run of the program did."""
        item = "org.freedesktop.Secret.Item"
        about = {"xdg:schema": "org.mailcheckup.MailCheckup.Password", **attributes}
        properties = {f"{item}.Label": GLib.Variant("s", "Mail password"),
                      f"{item}.Attributes": GLib.Variant("a{ss}", about)}
        secret = (self._session(), b"", password.encode(), "text/plain")
        self._call(_LOGIN, "org.freedesktop.Secret.Collection", "CreateItem",
                   GLib.Variant("(a{sv}(oayays)b)", (properties, secret, True)))

    def passwords(self):
        """The secrets it holds."""
        paths = self._property(_LOGIN, "org.freedesktop.Secret.Collection", "Items")
        secrets, = self._call(_ROOT, _SERVICE, "GetSecrets", GLib.Variant("(aoo)", (paths, self._session())))
        return [bytes(secret[2]).decode() for secret in secrets.values()]

    def prompt(self):
        """The window that asks for the keyring's password, once it is there."""
        return Program(self._desktop, name=_PROMPTER)
