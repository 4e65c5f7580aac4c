"""Faults by the thousand, counted: how many were injected, what was lost, what was said unclearly."""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from ciphered import ENCRYPTED
from faults import crowd, damage, soak, spoilt_lists
from faults.care import MORE
from faults.operations import OPERATIONS
from faults.powercut import Disk, snapshot
from faults.tracing import STRIKES, SUPPORTED, Fault, run

TECHNICAL = re.compile(r"Traceback|Errno|sqlalche|Exception|\bNone\b|0x[0-9a-f]{4}", re.IGNORECASE)
THAI = re.compile("[ก-๙]{4}")
KINDS = {"kill": "SIGKILL", "full": "disk full", "full-once": "disk full once", "sync": "fsync fails"}


@dataclass(frozen=True)
class Dose:
    """How much of everything. `steps` is how many of an operation's calls are struck, None for every one."""

    steps: int | None
    cuts: int  # power cuts per operation
    damages: int  # per kind
    kills: int  # at random times
    rounds: int  # of each process of the crowd
    lists: int | None  # spoilt lists, None for all
    edits: int  # of the soak
    heavy: bool  # with the operations that take a second or more each


SHORT = Dose(steps=3, cuts=8, damages=5, kills=4, rounds=2, lists=6, edits=80, heavy=False)
LONG = Dose(steps=None, cuts=400, damages=100, kills=100, rounds=40, lists=None, edits=10_000, heavy=True)
ALL = (*OPERATIONS, *MORE)
HEAVY = {"forget", "encrypt", "password", "begin"}  # a second for each fault: each kind of fault is a part of its own
MANY_WRITES = {"forget", "encrypt"}  # thousands
FEWER_WRITES = 4  # of those, every n-th write is struck, and every other call
KEYED = {"encrypt", "password", "begin"}  # with keys of their own: not where all is encrypted with one
POWER = "power"


@dataclass
class Tally:
    operation: str
    fault: str
    injected: int = 0
    losses: list = field(default_factory=list)
    unclear: list = field(default_factory=list)
    messages: Counter = field(default_factory=Counter)

    def lost(self, what):
        self.losses.append(what)

    def heard(self, said, raised):
        """A message for the officer, or an exception that would have been shown as a traceback."""
        if raised:
            self.unclear.append(raised)
        if said:
            told = " ".join(re.sub(r"/\S+/", "…/", said).split())
            self.messages[re.sub(r"\d+", "0", told)] += 1
            if not THAI.search(told) or "กรุณา" not in told or TECHNICAL.search(told) or said.rstrip().count("\n"):
                self.unclear.append(told)


class Bench:
    def __init__(self, dose: Dose, seed: int, place: Path | None = None):
        self.dose, self.seed, self.place = dose, seed, place

    def jobs(self):
        """Names of independent parts; each is run by `do`, in any process."""
        names = [one.name for one in ALL if (self.dose.heavy or one.name not in HEAVY) and not (ENCRYPTED and one.name in KEYED)]
        parts = [(name, kind) for name in names for kind in ((*KINDS, POWER) if name in HEAVY else ("",))]
        traced = [("traced", *part) for part in parts] if SUPPORTED else []
        return [*traced, *(("damage", kind) for kind in damage.DAMAGES), ("crowd", ""), ("struck", ""), ("lists", ""), ("soak", "")]

    def do(self, job) -> list[Tally]:
        kind, what, *part = job
        rng = random.Random(f"{self.seed} {job}")
        with tempfile.TemporaryDirectory(prefix="faults-", dir=self.place) as folder:
            self.folder = Path(folder).resolve()
            (self.folder / "before").mkdir()
            if kind == "damage":
                return self._damages(what, rng)
            if kind in {"crowd", "struck"}:
                return [self._crowd(kind, rng)]
            if kind in {"lists", "soak"}:
                return [self._in_process(kind, rng)]
            return self._traced(next(one for one in ALL if one.name == what), rng, *filter(None, part))

    def _traced(self, operation, rng, *kinds):
        """By these kinds of faults, or all."""
        operation.prepare(self.folder / "before")
        work = self._fresh()
        before = snapshot(work)
        recorded = run(operation.act, work, Fault("record"))
        if not recorded.finished:
            raise RuntimeError(f"{operation.name} fails without any fault: {recorded}")
        found = [self._steps(operation, kind, recorded, rng) for kind in KINDS if kind in (kinds or KINDS)]
        if not kinds or POWER in kinds:
            found.append(self._power(operation, before, recorded.events, rng))
        return found

    def _fresh(self):
        work = self.folder / "work"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(self.folder / "before", work)
        return work

    def _steps(self, operation, kind, recorded, rng):
        tally = Tally(operation.name, KINDS[kind])
        meets = STRIKES[kind]
        chosen = [at for at, name in enumerate(recorded.steps, start=1) if meets is None or name in meets]
        if operation.name in MANY_WRITES:
            writes = [at for at in chosen if recorded.steps[at - 1] == "write"]
            chosen = sorted({*chosen} - {*writes} | {*writes[::FEWER_WRITES]})
        if self.dose.steps is not None:
            chosen = sorted(rng.sample(chosen, min(self.dose.steps, len(chosen))))
        for at in chosen:
            work = self._fresh()
            outcome = run(operation.act, work, Fault(kind, at))
            if not outcome.injected:
                continue
            tally.injected += 1
            tally.heard(outcome.said, outcome.raised)
            if kind != "kill" and not (outcome.finished or outcome.said or outcome.raised):
                tally.lost(f"step {at}: ended without a word")
            self._judge(operation, work, outcome, tally, f"step {at}")
        return tally

    def _power(self, operation, before, recorded, rng):
        tally = Tally(operation.name, "power cut")
        work = self._fresh()
        moments = sorted(rng.choices(range(len(recorded) + 1), k=self.dose.cuts))
        disk, happened = Disk(before), 0
        for moment in moments:
            for step in recorded[happened:moment]:
                disk.happen(step)
            happened = moment
            shutil.rmtree(work)
            work.mkdir()
            outcome = disk.cut(work, rng)
            tally.injected += 1
            self._judge(operation, work, outcome, tally, f"cut after {moment} of {len(recorded)}")
        return tally

    def _judge(self, operation, work, outcome, tally, where):
        try:
            losses = operation.judge(work, outcome)
        except Exception as error:  # noqa: BLE001 - what the next start would have met
            losses = [f"{type(error).__name__}: {error}"]
        tally.losses += [f"{where}: {loss}" for loss in losses]

    def _damages(self, kind, rng):
        pristine = damage.prepare(self.folder / "before")
        database, backup = Tally("open, recover", kind), Tally("verify, restore", kind)
        for _ in range(self.dose.damages):
            database.injected += 1
            damage.harm_database(self._fresh(), kind, rng, database)
        work = self._fresh()
        for _ in range(self.dose.damages):
            backup.injected += 1
            damage.harm_backup(work, kind, rng, backup, pristine)
        return [database, backup]

    def _in_process(self, kind, rng):
        work = self._fresh()
        if kind == "lists":
            tally = Tally("import", "spoilt lists")
            spoilt_lists.read_all(work, rng, self.dose.lists, tally)
        else:
            tally = Tally("edit, look", "long day")
            soak.soak(work, self.dose.edits, tally)
        return tally

    def _crowd(self, kind, rng):
        damage.prepare(self.folder / "before")
        if kind == "crowd":
            tally = Tally("save", "3 processes")
            crowd.crowd(self._fresh(), 3, self.dose.rounds, tally)
        else:
            tally = Tally("save, backup", "SIGKILL at any time")
            crowd.struck_down(self._fresh(), self.dose.kills, rng, tally)
        return tally


def row(tally):
    return _row(tally.operation, tally.fault, tally.injected, len(tally.losses), len(tally.unclear))


def total(tallies):
    sums = ((t.injected, len(t.losses), len(t.unclear)) for t in tallies)
    return _row("all", "", *(sum(column) for column in zip(*sums, strict=True)))


def _row(operation, fault, injected, lost, unclear):
    return f"{operation:<16} {fault:<20} {injected:>8} {lost:>5} {unclear:>8}"


HEADING = _row("operation", "fault", "injected", "lost", "unclear")
