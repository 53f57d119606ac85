# SPDX-License-Identifier: GPL-3.0-or-later
"""A line that takes its time: two TUN devices, and a process that carries each packet over after a while."""

import collections
import fcntl
import os
import select
import struct
import time

from . import namespaces

_TUNSETIFF = 0x400454CA
_TUN_WITHOUT_HEADER = 0x1001
_PACKET = 65536


def open_end(name):
    """Make a TUN device of this NAME in the present network namespace; it lives as long as the descriptor."""
    descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(descriptor, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _TUN_WITHOUT_HEADER))
    return descriptor


def start(one, other, round_trip):
    """Carry packets between both ends, half of ROUND_TRIP milliseconds each way, until the parent ends."""
    if os.fork() == 0:
        namespaces.die_with_parent()
        _hurry()
        try:
            _carry(one, other, round_trip / 2000)
        finally:
            os._exit(1)
    os.close(one)
    os.close(other)


def _hurry():
    """A line is not slower because computers are busy."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except OSError:
        pass   # in a user namespace


def _carry(one, other, seconds):
    opposite = {one: other, other: one}
    waiting = {one: collections.deque(), other: collections.deque()}   # by the end they go to
    while True:
        due = [queue[0][0] for queue in waiting.values() if queue]
        timeout = max(0, min(due) - time.monotonic()) if due else None
        for end in select.select([one, other], [], [], timeout)[0]:
            try:
                while packet := os.read(end, _PACKET):
                    waiting[opposite[end]].append((time.monotonic() + seconds, packet))
            except BlockingIOError:
                pass
        for end, queue in waiting.items():
            while queue and queue[0][0] <= time.monotonic():
                try:
                    os.write(end, queue.popleft()[1])
                except OSError:
                    pass   # lost, as on any line
