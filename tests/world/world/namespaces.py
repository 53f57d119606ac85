# SPDX-License-Identifier: GPL-3.0-or-later
"""The kernel's walls around a world: what is made inside is not seen outside and dies with its first process."""

import ctypes
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
import time
import traceback
from pathlib import Path

MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 0x2, 0x4, 0x1000, 0x4000, 0x40000
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36
SIOCGIFFLAGS, IFF_RUNNING = 0x8913, 0x40
LINK_LIMIT = 5
CANNOT_RUN = 3

# Everything a world writes lies here, on a tmpfs of its own: two worlds share the name and nothing else.
WORK = Path("/run/mail-checkup-world")

_libc = ctypes.CDLL(None, use_errno=True)


class NoNamespaces(Exception):
    """This machine, or this user, cannot make the namespaces a world needs."""


def _mount(source, target, kind, flags, data=None):
    encoded = [None if value is None else os.fsencode(value) for value in (source, target, kind, data)]
    if _libc.mount(encoded[0], encoded[1], encoded[2], flags, encoded[3]) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error), os.fspath(target))


def bind(source, target):
    """Show SOURCE in place of TARGET, in this mount namespace only."""
    _mount(source, target, None, MS_BIND)


def hide(directory):
    """Put an empty directory over DIRECTORY, in this mount namespace only."""
    _mount("tmpfs", directory, "tmpfs", MS_NOSUID | MS_NODEV, "mode=755")


def new_mounts():
    """Leave the shared mount table, so that later mounts are this process's own."""
    os.unshare(os.CLONE_NEWNS)
    _mount(None, "/", None, MS_REC | MS_PRIVATE)


def new_network():
    """Enter a network namespace of one's own with a working loopback; return a descriptor to come back by."""
    os.unshare(os.CLONE_NEWNET)
    run("ip", "link", "set", "lo", "up")
    return this_network()


def this_network():
    return os.open("/proc/self/ns/net", os.O_RDONLY)


def enter_network(descriptor):
    os.setns(descriptor, os.CLONE_NEWNET)


def run(*command, text=None):
    """Run a tool of the system; its own words become the error."""
    done = subprocess.run(command, input=text, text=True, capture_output=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout


def await_link(name):
    """Wait until the kernel has noticed that both ends of a link are up; before that it drops what is sent."""
    end = time.monotonic() + LINK_LIMIT
    request = struct.pack("16sh14x", name.encode(), 0)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as anything:
        while not struct.unpack("16sh14x", fcntl.ioctl(anything, SIOCGIFFLAGS, request))[1] & IFF_RUNNING:
            if time.monotonic() > end:
                raise RuntimeError(f"the link {name} does not come up")
            time.sleep(0.002)


def write_sysctl(name, value):
    Path("/proc/sys", name).write_text(f"{value}\n")


def die_with_parent():
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans():
    """Become the parent of what this process's children leave behind."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1)


def children():
    """The ids of this process's own children."""
    return [int(number) for number in Path("/proc/self/task", str(os.getpid()), "children").read_text().split()]


def _prepare():
    """First deeds of the first process: its own /proc, /run/… and network."""
    new_mounts()
    _mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV)
    try:
        WORK.mkdir(exist_ok=True)
    except OSError:
        hide("/run")
        WORK.mkdir()
    hide(WORK)
    new_network()


def _first_process(main):
    die_with_parent()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _prepare()
    except (OSError, RuntimeError) as error:
        print(f"tests/world/run: cannot make a world here: {error}", file=sys.stderr)
        return CANNOT_RUN
    return main()


def sealed(main):
    """Run MAIN as the first process of new namespaces; whatever it started ends with it, however it ends."""
    try:
        os.unshare(os.CLONE_NEWPID | os.CLONE_NEWIPC | os.CLONE_NEWUTS | os.CLONE_NEWNS)
    except OSError as error:
        raise NoNamespaces(error.strerror) from error

    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = _first_process(main)
        except KeyboardInterrupt:
            status = 130
        except Exception:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    # A terminal sends SIGINT to both; the first process answers it, this one waits for that.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: os.kill(child, signal.SIGKILL))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) if not os.WIFSIGNALED(status) else 128 + os.WTERMSIG(status)
