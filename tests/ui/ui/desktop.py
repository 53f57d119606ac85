# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's desktop in a home of the practice world: a screen nobody sees, a session bus, settings, the window."""

import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from world import namespaces

from . import console, screen
from .patience import START_LIMIT, until
from .x11 import X11

END_LIMIT = 10
SIZE = (1280, 1024)
_SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
_FONT, _FONT_SIZE = "gtk-font-name=Cantarell {}", 11
_SIZES = {"wide": (1024, 768), "narrow": (360, 640)}
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
# What the bus may start by itself; a keyring is there only where a journey has one.
_SERVICES = Path("/usr/share/dbus-1/services")
_ALWAYS = ("org.a11y.Bus",)
KEYRING = ("org.freedesktop.secrets", "org.gnome.keyring.SystemPrompter", "org.gnome.keyring")


class Desktop:
    """Made in the process that has moved into its home; everything it starts ends with it."""

    def __init__(self, app, directory, environment=None, services=(), animations=False, gallery=None, translate=None,
                 read_only=False, portals=True, session=X11):
        self.app = app                # how Mail Checkup is started
        self.directory = directory
        self.home = directory / "person"
        self.runtime = directory / "run"
        self.console = directory / "window.log"
        self.processes = []
        self.window = None
        self.scenario = None          # of the practice world: whose account, and what is broken
        self.translate = translate or str
        self._gallery = gallery
        self._services = services
        self._animations = animations
        self._read_only = read_only
        self._portals = portals
        self.session = session(self, SIZE)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "TMPDIR": str(directory / "tmp"),
            "XDG_RUNTIME_DIR": str(self.runtime), "XDG_CURRENT_DESKTOP": "GNOME",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.runtime}/bus", "LC_ALL": "C.UTF-8",
            "GSK_RENDERER": "cairo", "GTK_A11Y": "atspi", "G_DEBUG": "fatal-criticals",
            **self.session.environment, **app.environment(), **(environment or {})}

    def furnish(self, path, text):
        """Put a file into the person's home."""
        return self.write(f"person/{path}", text)

    def start(self):
        """Switch the desktop on, without the window."""
        for folder in (self.home, self.runtime, self.directory / "tmp"):
            folder.mkdir(mode=0o700)
        self._write_settings()
        self.app.prepare(self)
        if self._read_only:
            namespaces.run("mount", "--bind", str(self.home), str(self.home))
            namespaces.run("mount", "-o", "remount,bind,ro", str(self.home))
        namespaces.adopt_orphans()
        self.session.start()
        self._start_bus()
        self.session.await_manager()

    def write(self, name, text):
        """Put a file beside the person's home; return its path."""
        path = self.directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return str(path)

    def _write_settings(self):
        animations = int(self._animations)
        settings = self.app.settings(self.home).relative_to(self.directory)
        self.write(f"{settings}/gtk-4.0/settings.ini", f"[Settings]\ngtk-enable-animations={animations}\n"
                   f"{_FONT.format(_FONT_SIZE)}\ngtk-cursor-blink=0\ngtk-decoration-layout=appmenu:close\n")
        # The frame of screens without a compositor: GNOME has none, and AT-SPI's places do not count it.
        self.write(f"{settings}/gtk-4.0/gtk.css", ".solid-csd { padding: 0; border: none; box-shadow: none; }\n")
        self.choose("org/gnome/desktop/interface", "cursor-blink", "false")

    def choose(self, folder, key, value):
        """Set KEY of the settings in FOLDER, as the desktop's own settings would; running windows notice."""
        path = self.home / ".config/glib-2.0/settings/keyfile"
        path.parent.mkdir(parents=True, exist_ok=True)
        groups = _read_groups(path.read_text() if path.exists() else "")
        groups.setdefault(folder, {})[key] = value
        fresh = path.with_suffix(".new")
        fresh.write_text("".join(f"[{group}]\n" + "".join(f"{name}={text}\n" for name, text in keys.items()) + "\n"
                                 for group, keys in groups.items()))
        fresh.rename(path)

    def chosen(self, folder, key):
        """What KEY is set to in this home, or None."""
        path = self.app.settings(self.home) / "glib-2.0/settings/keyfile"
        return _read_groups(path.read_text() if path.exists() else "").get(folder, {}).get(key)

    def _start_bus(self):
        services = self.directory / "services"
        services.mkdir()
        for name in (*_ALWAYS, *(self.app.services if self._portals else ()), *self._services):
            (services / f"{name}.service").symlink_to(_SERVICES / f"{name}.service")
        configuration = self.write("bus.conf", _BUS.format(socket=self.runtime / "bus", services=services))
        self.launch("dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile")
        until(lambda: _answers(self.runtime / "bus"), "the session bus starts", START_LIMIT)

    # Programs

    def launch(self, *command, keep=(), words=None, log=None, environment=None):
        """Start a program of the desktop; its output is kept beside the home."""
        output = open(self.directory / (log or f"{Path(command[0]).name}.log"), "ab")
        process = subprocess.Popen(command, env={**self.environment, **(environment or {})}, cwd=self.home,
                                   stdin=subprocess.PIPE if words is not None else subprocess.DEVNULL,
                                   stdout=output, stderr=output, pass_fds=keep,
                                   preexec_fn=namespaces.die_with_parent)
        output.close()
        if words is not None:
            process.stdin.write(words)
            process.stdin.close()
        self.processes.append(process)
        return process

    def run(self, *command, words=None, limit=10):
        """Run a tool in this desktop and return what it printed."""
        done = subprocess.run(command, env=self.environment, cwd=self.home, input=words, capture_output=True,
                              timeout=limit, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command[:3])}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def open(self, *arguments, environment=None):
        """Start Mail Checkup and return its window, once it can be seen."""
        from .window import Window  # needs the bus
        process = self.launch(*self.app.command, *arguments, log=self.console.name, environment=environment)
        self.window = Window(self, process, told=self.app.told)
        self.window.await_start()
        return self.window

    def end(self):
        """Close the window, if it is still there, and see that the program ends well."""
        if self.window is not None:
            status = self.window.quit()
            assert status == 0, f"the program ended with status {status}"
            self.window = None

    def stop(self):
        """End everything that was started here, also what the bus started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            end = time.monotonic() + END_LIMIT
            while (children := namespaces.children()) and time.monotonic() < end:
                for child in children:
                    os.kill(child, number)
                    _collect(child, end)

    # What can be seen

    def clipboard(self, kind=None):
        """What was copied, as plain text or as text of this KIND; empty when there is none."""
        return self.session.clipboard(kind).decode()

    def copy(self, text):
        """Put TEXT on the clipboard, as another program would."""
        self.session.copy(text)
        until(lambda: self.clipboard() == text, "the text is on the clipboard")

    def picture(self):
        """What the screen shows now."""
        return self.session.picture()

    def remember(self, name, picture=None):
        """Keep a picture, of the whole screen if none is given, where pictures are kept."""
        picture = picture or (self.picture() if self._gallery else None)
        if self._gallery and picture:
            self._gallery.mkdir(parents=True, exist_ok=True)
            picture.save(self._gallery / f"{name}.png", optimize=True)

    def witness(self, name, read):
        """Keep what can be seen and what was READ; return lines that say where."""
        self.remember(name)
        if self._gallery and read:
            (self._gallery / f"{name}.txt").write_text("\n".join(read) + "\n")
        yield f"what could be seen then: {self._gallery}/{name}.png{' and .txt' if read else ''}"

    def enlarge(self, factor):
        """Have all text this much larger; before the window opens."""
        path = self.app.settings(self.home) / "gtk-4.0/settings.ini"
        path.write_text(path.read_text().replace(_FONT.format(_FONT_SIZE), _FONT.format(_FONT_SIZE * factor)))

    def prefer(self, scheme):
        """Have windows in the light or the dark style."""
        self.choose("org/gnome/desktop/interface", "color-scheme", f"'{_SCHEMES[scheme]}'")

    def show(self, name, sizes=tuple(_SIZES), schemes=tuple(_SCHEMES)):
        """Keep pictures of what the window shows, in light and dark, at several sizes."""
        before = self.window.origin()
        for scheme in schemes:
            self.prefer(scheme)
            for size in sizes:
                self.window.resize(*_SIZES[size])
                self.remember(f"{name}-{size}-{scheme}", self.settled(scheme))
        self.prefer("light")
        self.window.resize(*before[2:])
        self.settled("light")

    def settled(self, scheme=None):
        """What the window shows, once that does not change any more."""
        pictures = []

        def look():
            left, top, width, height = self.window.origin()
            pictures.append(self.picture().crop((left, top, left + width, top + height)))
            fits = scheme is None or (screen.brightness(pictures[-1]) > 127) == (scheme == "light")
            if not fits and len(pictures) % 20 == 0:
                # Of two changes soon after each other a program may notice one.
                self.prefer(scheme)
            return fits and len(pictures) > 2 and screen.same(pictures[-1], pictures[-2]) and \
                screen.same(pictures[-2], pictures[-3])
        # The pointer is out of the way.
        self.run("xdotool", "mousemove", *map(str, SIZE))
        until(look, f"the window is drawn, and keeps still ({scheme})")
        return pictures[-1]

    def complaints(self):
        """What the window wrote on its console that it should not have."""
        return console.judge(self.console.read_text(errors="replace") if self.console.exists() else "")


def _answers(path):
    """Whether somebody listens at the socket."""
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(path)) == 0


def _collect(child, end):
    """Wait a while for the end of a process."""
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0] == child:
            return
        time.sleep(0.01)


def _read_groups(text):
    groups, keys = {}, {}
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[(.*)\]", line):
            keys = groups.setdefault(heading[1], {})
        elif "=" in line:
            name, _, value = line.partition("=")
            keys[name] = value
    return groups
