# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader gets to know of a window, asked of AT-SPI by its D-Bus calls.

A whole window is read at once: the calls for all its parts are under way together, so that a look takes a few
hundredths of a second, and what is found belongs together."""

import dataclasses
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from .patience import until  # noqa: E402

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = ("org.a11y.atspi.Registry", _ROOT)
_NULL = "/org/a11y/atspi/null"
_CALL_LIMIT = 5000
_DEPTH = 60
_STATES = [(1 << int(getattr(Atspi.StateType, name)), name.lower()) for name in (
    "ACTIVE", "CHECKED", "PRESSED", "EDITABLE", "ENABLED", "EXPANDABLE", "EXPANDED", "FOCUSABLE", "FOCUSED", "MODAL",
    "SELECTED", "SENSITIVE", "SHOWING", "VISIBLE", "INVALID_ENTRY", "READ_ONLY", "HAS_POPUP", "MULTI_LINE")]
_BOXES = ("panel", "grouping", "filler")


@dataclasses.dataclass(repr=False)
class Node:
    """One part of a window, as it was when it was read."""
    place: tuple                  # bus name and object path
    role: str = ""
    name: str = ""
    description: str = ""
    states: frozenset = frozenset()
    children: list = dataclasses.field(default_factory=list)
    parent: "Node | None" = None

    def walk(self):
        """This node and all below, as they are read."""
        yield self
        for child in self.children:
            yield from child.walk()

    def inside(self, other):
        """Whether this is OTHER or a part of it."""
        node = self
        while node is not None and node.place != other.place:
            node = node.parent
        return node is not None

    def draw(self, depth=0):
        """The tree as lines of text, for the log."""
        shown = " ".join(sorted(self.states & {"focused", "checked", "pressed", "expanded", "selected", "editable",
                                                "focusable", "invalid_entry"}))
        muted = "" if "sensitive" in self.states else " (insensitive)"
        if self.role in _BOXES and not self.name and not shown.strip():
            for child in self.children:
                yield from child.draw(depth)
            return
        text = f"{'  ' * depth}{self.role} “{self.name[:160]}”{muted}"
        yield f"{text} {'— ' + self.description[:160] if self.description else ''} [{shown}]"
        for child in self.children:
            yield from child.draw(depth + 1)


class Reader:
    """A connection to the accessibility bus of this desktop."""

    def __init__(self, session_address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.session = Gio.DBusConnection.new_for_address_sync(session_address, flags, None, None)
        address, = self.session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                          Gio.DBusCallFlags.NONE, _CALL_LIMIT, None).unpack()
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.announcements = []
        self._listen()

    def _listen(self):
        """Ask for what is announced, as a screen reader does."""
        self.bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
                                  Gio.DBusSignalFlags.NONE, self._on_announcement)
        self.call((_REGISTRY[0], "/org/a11y/atspi/registry"), "org.a11y.atspi.Registry", "RegisterEvent",
                  GLib.Variant("(s)", ("object:announcement",)))

    def _on_announcement(self, _bus, _sender, _path, _interface, _signal, parameters):
        self.announcements.append(parameters.unpack()[3])

    def heard(self):
        """What has been announced until now."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.announcements

    # Calls

    def call(self, place, interface, method, arguments=None):
        """One call to a part of a window; returns what it answers, or raises GLib.Error."""
        return self.bus.call_sync(place[0], place[1], interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                  _CALL_LIMIT, None).unpack()

    def property(self, place, interface, name):
        """One property of a part of a window."""
        return self.call(place, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (interface, name)))[0]

    def _all(self, calls):
        """The answers to CALLS, which are under way at the same time; None for what failed."""
        answers = [None] * len(calls)
        open_calls = len(calls)

        def done(bus, result, number):
            nonlocal open_calls
            open_calls -= 1
            try:
                answers[number] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for number, (place, interface, method, arguments) in enumerate(calls):
            self.bus.call(place[0], place[1], interface, method, arguments, None, Gio.DBusCallFlags.NONE, _CALL_LIMIT,
                          None, done, number)
        while open_calls:
            GLib.MainContext.default().iteration(True)
        return answers

    # Reading

    def programs(self):
        """The programs that can be read, as places with their process ids."""
        places = [tuple(place) for place in self.call(_REGISTRY, _ACCESSIBLE, "GetChildren")[0]]
        ids = self._all([(("org.freedesktop.DBus", "/org/freedesktop/DBus"), "org.freedesktop.DBus",
                          "GetConnectionUnixProcessID", GLib.Variant("(s)", (place[0],))) for place in places])
        return [(place, number[0]) for place, number in zip(places, ids) if number]

    def read(self, place):
        """All that can be seen of what is at PLACE."""
        top = Node(place)
        level = [top]
        for _ in range(_DEPTH):
            properties = GLib.Variant("(s)", (_ACCESSIBLE,))
            calls = []
            for node in level:
                calls += [(node.place, "org.freedesktop.DBus.Properties", "GetAll", properties),
                          (node.place, _ACCESSIBLE, "GetRole", None), (node.place, _ACCESSIBLE, "GetState", None),
                          (node.place, _ACCESSIBLE, "GetChildren", None)]
            answers = self._all(calls)
            below = []
            for number, node in enumerate(level):
                about, role, states, children = answers[4 * number:4 * number + 4]
                if None in (about, role, states, children):
                    continue
                node.name, node.description = about[0].get("Name", ""), about[0].get("Description", "")
                node.role = Atspi.role_get_name(role[0])
                bits = states[0][0] | states[0][1] << 32
                node.states = frozenset(name for bit, name in _STATES if bits & bit)
                if node is not top and node.parent is not top and "showing" not in node.states:
                    continue
                node.children = [Node(tuple(child), parent=node) for child in children[0] if child[1] != _NULL]
                below += node.children
            level = below
            if not level:
                break
        _keep_seen(top)
        return top

    def text(self, node):
        """What stands in an entry or a text."""
        return self.call(node.place, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    def extents(self, node):
        """Where a part lies in its window: left, top, width, height."""
        return self.call(node.place, "org.a11y.atspi.Component", "GetExtents",
                         GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),)))[0]

    def focus(self, node):
        """Move the focus there, as a screen reader can."""
        return self.call(node.place, "org.a11y.atspi.Component", "GrabFocus")[0]

    def interfaces(self, node):
        return self.call(node.place, _ACCESSIBLE, "GetInterfaces")[0]

    def attributes(self, node):
        return self.call(node.place, _ACCESSIBLE, "GetAttributes")[0]

    def actions(self, node):
        """The names of what a screen reader can do with it."""
        if "org.a11y.atspi.Action" not in self.interfaces(node):
            return []
        return [action[0] for action in self.call(node.place, "org.a11y.atspi.Action", "GetActions")[0]]

    def act(self, node, number=0):
        """Do one of these actions."""
        return self.call(node.place, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (number,)))[0]

    def details(self, node):
        """What else a screen reader reads with NODE: the names of what describes it."""
        relations = dict(self.call(node.place, _ACCESSIBLE, "GetRelationSet")[0])
        return [self.property(place, _ACCESSIBLE, "Name")
                for place in relations.get(int(Atspi.RelationType.DESCRIBED_BY), ())]

    def _says_it_is(self, place, told):
        return self._all([(place, "org.freedesktop.DBus.Properties", "Get",
                           GLib.Variant("(ss)", (_ACCESSIBLE, "Name")))])[0] == (told,)

    def await_program(self, process=None, name=None, told=None):
        """The place of the program that PROCESS runs, or that has this NAME, or that says that it is TOLD."""
        def look():
            if process and process.poll() is not None:
                raise AssertionError(f"the window ended by itself with status {process.returncode}")
            return next((place for place, number in self.programs()
                         if (self._says_it_is(place, told) if told else
                             number == process.pid if process else _program(number) == name)), None)
        return until(look, f"{name or 'the window'} tells the accessibility bus that it is there")


def _program(number):
    try:
        return Path(f"/proc/{number}/comm").read_text().strip()
    except OSError:
        return None


def _keep_seen(node):
    """Leave out what cannot be seen."""
    node.children = [child for child in node.children
                     if "showing" in child.states or (node.parent is None and child.children)]
    for child in node.children:
        _keep_seen(child)
