# SPDX-License-Identifier: GPL-3.0-or-later
"""A file manager for journeys: a small window from which the files, or the text, of its arguments are dragged."""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def _content(things):
    if all(Path(thing).is_absolute() for thing in things):
        return Gdk.FileList.new_from_list([Gio.File.new_for_path(thing) for thing in things])
    return things[0]


def main(title, size, *things):
    Gtk.init()
    loop = GLib.MainLoop()
    source = Gtk.DragSource(content=Gdk.ContentProvider.new_for_value(_content(things)))
    source.connect("drag-end", lambda *_: loop.quit())
    handle = Gtk.Label(label=title, hexpand=True, vexpand=True)
    handle.add_controller(source)
    Gtk.Window(title=title, child=handle, default_width=int(size), default_height=int(size)).present()
    loop.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
