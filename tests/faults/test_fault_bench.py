"""The short run of the fault bench, and proof that the bench would see what it looks for."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the bench limits and stops processes as only POSIX can", allow_module_level=True)

from faults import bench, operations, tracing
from faults.bench import SHORT, Bench
from hrdesk.errors import UserError
from hrdesk.models import backup, files

ROOT = Path(__file__).resolve().parents[2]
traced = pytest.mark.skipif(not tracing.SUPPORTED, reason="calls are traced on Linux x86-64")
ACTS = {operation.name: operation for operation in operations.OPERATIONS}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the bench forks")
def test_the_short_run_loses_nothing_and_says_everything_clearly():
    run = subprocess.run([sys.executable, "-m", "tests.faults"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    total = next(line for line in run.stdout.splitlines() if line.startswith("all")).split()
    assert int(total[1]) >= (200 if tracing.SUPPORTED else 40)
    assert total[2:] == ["0", "0"]


def losses_of(operation, tmp_path, kinds):
    """What a bench finds wrong with an operation under some of the faults."""
    made = Bench(replace(SHORT, steps=16, cuts=40), seed=1)
    made.folder = tmp_path.resolve()
    (tmp_path / "before").mkdir()
    operation.prepare(tmp_path / "before")
    work = made._fresh()
    before = bench.snapshot(work)
    recorded = tracing.run(operation.act, work, tracing.Fault("record"))
    assert recorded.finished, recorded
    if kinds == "power":
        return made._power(operation, before, recorded.events, random.Random(1))
    return made._steps(operation, kinds, recorded, random.Random(1))


def acknowledging_too_early(folder, acknowledge):
    with operations.Services.open(folder / operations.NAME) as services:
        for number in (1, 2):
            acknowledge(number)
            operations.add(services, f"คนที่{number}")


@traced
def test_a_save_acknowledged_before_it_is_committed_is_found(tmp_path):
    found = losses_of(replace(ACTS["save"], act=acknowledging_too_early), tmp_path, "kill")
    assert found.injected == 16
    assert any("after 1 acknowledged" in loss for loss in found.losses)


@traced
def test_a_backup_that_is_not_synced_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "sync", lambda _path: None)
    assert losses_of(ACTS["backup"], tmp_path, "power").losses


@traced
def test_a_backup_written_under_its_own_name_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "_PART", "")
    monkeypatch.setattr(backup, "_clear_parts", lambda _folder: None)
    operation = replace(ACTS["backup"], act=two_without_thinning)
    assert losses_of(operation, tmp_path, "kill").losses


def two_without_thinning(folder, acknowledge):
    for _ in range(2):
        acknowledge(backup.make(folder / operations.NAME, operations.Reason.MANUAL).manifest.serial)


def raising(_folder, _acknowledge):
    raise ValueError("a mistake of the program")


def told(_folder, _acknowledge):
    raise UserError("x")


@traced
def test_what_the_officer_would_see_is_judged(tmp_path):
    assert tracing.run(raising, tmp_path).raised == "ValueError: a mistake of the program"
    assert tracing.run(told, tmp_path).said == "x"
    tally = bench.Tally("", "")
    for said in ("Errno 5", "อ่านแฟ้มไม่ได้", "อ่านแฟ้มไม่ได้ กรุณาลองใหม่ (Errno 5)", "อ่านแฟ้มไม่ได้\nกรุณาลองใหม่\n"):
        tally.heard(said, None)
    assert len(tally.unclear) == 4
    tally.heard("อ่านแฟ้มไม่ได้ กรุณาลองใหม่\n", None)
    assert len(tally.unclear) == 4


def three_writes(folder, acknowledge):
    for number in range(1, 4):
        path = folder / f"file{number}"
        with path.open("wb", buffering=0) as file:
            file.write(b"x" * 2000)
            os.fsync(file.fileno())
        files.sync(folder)
        acknowledge(number)


@traced
def test_each_call_is_struck_just_before_it_happens(tmp_path):
    assert tracing.run(three_writes, tmp_path).steps == ["create", "write", "sync", "sync"] * 3
    for at, there, last in ((1, 0, 0), (2, 1, 0), (5, 1, 1), (12, 3, 2)):
        for path in tmp_path.iterdir():
            path.unlink()
        struck = tracing.run(three_writes, tmp_path, tracing.Fault("kill", at))
        assert (len(list(tmp_path.iterdir())), struck.last, struck.finished) == (there, last, False)
    full = tracing.run(three_writes, tmp_path, tracing.Fault("full", 2))
    assert full.raised.startswith("OSError: [Errno 28]")


@traced
def test_a_power_cut_keeps_what_was_synced_and_may_lose_the_rest(tmp_path):
    work = tmp_path.resolve() / "work"
    work.mkdir()
    events = tracing.run(three_writes, work, tracing.Fault("record")).events
    rng, seen = random.Random(1), set()
    for moment in range(len(events) + 1):
        for attempt in range(30):
            disk = bench.Disk({})
            for step in events[:moment]:
                disk.happen(step)
            left = tmp_path / f"{moment}-{attempt}"
            left.mkdir()
            kept = disk.cut(left, rng).last
            for number in range(1, kept + 1):
                assert (left / f"file{number}").read_bytes() == b"x" * 2000
            seen |= {len(path.read_bytes()) for path in left.iterdir()}
    assert seen >= {0, 2000}
    assert seen - {0, 2000}  # torn between sectors
