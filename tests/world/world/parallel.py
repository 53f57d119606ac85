# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks side by side, each in a process of its own, since a process can live in one network only."""

import json
import os
import selectors
import sys
import traceback

from . import namespaces


def _child(work, task, pipe):
    namespaces.die_with_parent()
    try:
        answer = work(task)
    except KeyboardInterrupt:
        os._exit(130)
    except BaseException:
        answer = {"error": traceback.format_exc()}
    with open(pipe, "w", encoding="utf-8") as stream:
        json.dump(answer, stream)
    os._exit(0)


def _start(work, task):
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(work, task, writing)
    os.close(writing)
    return child, reading


def each(work, tasks, jobs):
    """Yield (task, answer of WORK) as they finish, at most JOBS at once. An answer is anything JSON can carry."""
    waiting = list(reversed(tasks))
    with selectors.DefaultSelector() as selector:
        running = 0
        while waiting or running:
            while waiting and running < jobs:
                task = waiting.pop()
                child, pipe = _start(work, task)
                selector.register(pipe, selectors.EVENT_READ, (task, child, bytearray()))
                running += 1
            for key, _ in selector.select():
                task, child, received = key.data
                part = os.read(key.fd, 65536)
                received += part
                if part:
                    continue
                selector.unregister(key.fd)
                os.close(key.fd)
                os.waitpid(child, 0)
                running -= 1
                yield task, json.loads(received) if received else {"error": "the task ended without a word"}


def alone(work):
    """Do WORK in a process of its own and return its exit status."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        namespaces.die_with_parent()
        try:
            os._exit(work())
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
