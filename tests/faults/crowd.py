"""Several processes on one file, and processes that die at any time. Needs no tracing."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import time

from faults.operations import NAME, add, names
from hrdesk.errors import UserError
from hrdesk.services import Services


def spawn(work):
    """A child that runs `work(tell)`; gives its process number and the end on which it is heard."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    os.close(reader)
    try:
        work(lambda *told: os.write(writer, json.dumps(told).encode() + b"\n"))
    except BaseException as error:  # noqa: BLE001 - reported to the parent, who counts it
        os.write(writer, json.dumps(["raised", f"{type(error).__name__}: {error}"]).encode() + b"\n")
    finally:
        os._exit(0)


def heard(reader, until=None):
    """What a child tells until it ends, or has told `until` times."""
    pending, found = b"", []
    while until is None or len(found) < until:
        told = os.read(reader, 65536)
        if not told:
            break
        pending += told
        *lines, pending = pending.split(b"\n")
        found += [json.loads(line) for line in lines]
    return found


def crowd(folder, size, rounds, tally):
    """Each opens, saves one person and closes, again and again; whoever is refused tries once more."""

    def work(who):
        def go(tell):
            for number in range(rounds):
                name = f"{who}-{number}"
                while True:
                    try:
                        with Services.open(folder / NAME) as services:
                            add(services, name)
                        tell("ack", name)
                        break
                    except UserError as error:
                        tell("said", str(error))
                        time.sleep(0.01 * (who + 1))

        return go

    children = [spawn(work(who)) for who in range(size)]
    told = []
    for child, reader in children:
        told += heard(reader)
        os.waitpid(child, 0)
        os.close(reader)
    for kind, value in told:
        tally.heard(value if kind == "said" else "", value if kind == "raised" else None)
    tally.injected += sum(kind == "said" for kind, _ in told)
    with Services.open(folder / NAME) as services:
        there = names(services)
    acknowledged = [value for kind, value in told if kind == "ack"]
    if sorted(there) != sorted(acknowledged) or len(acknowledged) != size * rounds:
        tally.lost(f"{len(there)} people are there, {len(acknowledged)} were acknowledged")


def struck_down(folder, times, rng, tally):
    """A program that saves and backs up without end is killed at a random moment, and started again."""
    acknowledged = []

    def work(tell):
        with Services.open(folder / NAME) as services:
            tell("open")
            number = 0
            while True:
                name = f"{os.getpid()}-{number}"
                add(services, name)
                tell("ack", name)
                number += 1
                if number % 5 == 0:
                    services.backup.make()

    for _ in range(times):
        child, reader = spawn(work)
        first = heard(reader, 1)
        select.select([], [], [], rng.random() * 0.2)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        told = [*first, *heard(reader)]
        os.waitpid(child, 0)
        os.close(reader)
        acknowledged += [value[0] for kind, *value in told if kind == "ack"]
        for kind, *value in told:
            if kind == "raised":
                tally.heard("", value[0])
        tally.injected += 1
    with Services.open(folder / NAME) as services:
        there = set(names(services))
        tally.losses += services.database.full_check()
    if missing := set(acknowledged) - there:
        tally.lost(f"{len(missing)} acknowledged saves are not there")
    if len(there) > len(acknowledged) + times:
        tally.lost("more saved than was asked for")
