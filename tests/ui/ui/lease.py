# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that takes its time, as on a network share that does not answer."""

import contextlib
import fcntl
import os
import signal


@contextlib.contextmanager
def held(path):
    """Whoever opens the file at PATH waits until this ends (fcntl(2), “Leases”), at most for 45 seconds."""
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)
    file = os.open(path, os.O_RDONLY)
    try:
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        yield
    finally:
        os.close(file)
        signal.signal(signal.SIGIO, before)
