"""Attendance of 1,000,000 half-days as the reports count it, by class, against PostgreSQL on the same tables.

PostgreSQL answers the plain join, with its standard settings and the same indexes, its client's start not counted.
Without it the floor is the plain join by raw sqlite3.
"""

from __future__ import annotations

import csv
import gc
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from fictional_people import staff_database
from interleave import Contestant, Spent, interleave, measured, show_growth, skip
from memory import forget_peak, peak_mb, resident_mb
from postgres import Postgres, binaries

from hrdesk.domain.training_terms import HalfDay
from hrdesk.models.plain import PRAGMAS
from hrdesk.services import Services
from hrdesk.services.monitoring.year_figures import read_marks
from hrdesk.services.training.attendance import write_marks

YEAR = 2567
PEOPLE, IN_CLASS, HALF_DAYS = 1_000, 100, 20
CLASSES = (5, 50, 500)  # 10,000, 100,000 and 1,000,000 half-days
ROUNDS = 7
POSTGRES = 1.5
STORED = 1.5
_PLAIN = """
    SELECT p.class_id, count(*), sum(CASE WHEN a.present THEN 1 ELSE 0 END)
    FROM attendance a JOIN participant p ON p.id = a.participant_id
    JOIN training_class c ON c.id = p.class_id JOIN year_project y ON y.id = c.year_project_id
    WHERE y.year = 2567 GROUP BY p.class_id"""
_TABLES = """
    CREATE TABLE year_project (id integer PRIMARY KEY, year integer NOT NULL);
    CREATE TABLE training_class (id integer PRIMARY KEY, year_project_id integer NOT NULL REFERENCES year_project);
    CREATE TABLE participant (id integer PRIMARY KEY, class_id integer NOT NULL REFERENCES training_class);
    CREATE TABLE attendance (participant_id integer NOT NULL REFERENCES participant, day date NOT NULL,
        half varchar(32) NOT NULL, present boolean NOT NULL, PRIMARY KEY (participant_id, day, half));
    CREATE INDEX ON year_project (year); CREATE INDEX ON training_class (year_project_id);
    CREATE INDEX ON participant (class_id);"""
_COPIED = {
    "year_project": "id, year", "training_class": "id, year_project_id", "participant": "id, class_id",
    "attendance": "participant_id, day, half, present",
}  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, spent = Path(name), []
        for classes in CLASSES:
            path = attendance_database(folder / f"{classes}.db", classes)
            spent.append(_compare(path, classes, folder if classes == CLASSES[-1] else None))
        _store(path)
        show_growth("counting attendance", [n * IN_CLASS * HALF_DAYS for n in CLASSES], spent)


def _compare(path: Path, classes: int, folder: Path | None) -> float:
    """Processor seconds of hrdesk; PostgreSQL is asked at the largest size, where a folder is given for it."""
    found = binaries() if folder else None
    server = Postgres(folder / "postgres", found) if folder and found else None
    with Services.open(path) as services, sqlite3.connect(path) as raw:
        work: dict[str, Contestant] = {
            "plain join, sqlite3": lambda: done(raw.execute(_PLAIN).fetchall()),
            "hrdesk": lambda: done(_count(services)),
        }
        assert {row[0]: row[1:] for row in raw.execute(_PLAIN)} == _count(services)
        if server:
            work["PostgreSQL"] = lambda: server.timed(_PLAIN)
        try:
            if server:
                _fill(server, raw, path.parent)
            times = interleave(work, ROUNDS)
        finally:
            if server:
                server.stop()
        floor = "PostgreSQL" if server else "plain join, sqlite3"
        times.show(f"{classes * IN_CLASS * HALF_DAYS:,} half-days of {classes} classes", floor)
        if server:
            times.judge("hrdesk", floor, POSTGRES)
        elif folder:
            skip("PostgreSQL", "apt install postgresql")
            times.judge("hrdesk", floor, 1.0)
    raw.close()
    return times.processor_median("hrdesk")


def _store(path: Path) -> None:
    """All half-days anew, as marked by hand, against raw executemany with the same pragmas and the rows made before."""
    halves = [(date(2024, 1, 1) + timedelta(days=n // 2), tuple(HalfDay)[n % 2]) for n in range(HALF_DAYS)]
    people = CLASSES[-1] * IN_CLASS
    rows = [(one, day.isoformat(), half.value, True) for one in range(1, people + 1) for day, half in halves]
    with Services.open(path) as services, closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma, value in PRAGMAS.items():
            raw.execute(f"PRAGMA {pragma} = {value}")

        def floor() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany("INSERT INTO attendance (participant_id, day, half, present) VALUES (?, ?, ?, ?)", rows)
            raw.execute("COMMIT")

        def own() -> None:
            with services.database.begin() as session:
                write_marks(session, (((one, day, half), True) for one in range(1, people + 1) for day, half in halves))

        def clear() -> None:
            with services.database.begin() as session:
                session.connection().exec_driver_sql("DELETE FROM attendance")

        def emptied(work: Callable[[], None], clear: Callable[[], object]) -> Callable[[], Spent]:
            def run() -> Spent:
                clear()  # by the connection that writes next: the other one's would find its pages cold
                return measured(work)

            return run

        gc.freeze()  # as the program does after its start: the collector shall not walk the floor's million rows
        emptied(own, clear)()
        before = resident_mb()
        forget_peak()
        emptied(own, clear)()
        by_hand = emptied(floor, lambda: raw.execute("DELETE FROM attendance"))
        times = interleave({"raw executemany (floor)": by_hand, "hrdesk": emptied(own, clear)}, ROUNDS)
        times.show(f"storing {len(rows):,} half-days", "raw executemany (floor)")
        times.judge("hrdesk", "raw executemany (floor)", STORED)
        if before is not None:
            print(f"  memory growth of it: {peak_mb() - before:.0f} MB")


def done(_answer: object) -> None:
    """The clock is the caller's."""


def _count(services: Services) -> dict[int, tuple[int, int]]:
    with services.database.read() as session:
        return read_marks(session, YEAR)


def _fill(server: Postgres, raw: sqlite3.Connection, folder: Path) -> None:
    server.psql(_TABLES)
    for table, columns in _COPIED.items():
        source = folder / f"{table}.csv"
        with source.open("w", newline="") as file:
            csv.writer(file).writerows(raw.execute(f"SELECT {columns} FROM {table}"))
        server.psql(f"\\copy {table} ({columns}) FROM '{source}' CSV\n")
    server.psql("ANALYZE;")


def attendance_database(path: Path, classes: int) -> Path:
    """An office of fictional people, `classes` classes of 2567 with 100 of them each for ten days."""
    staff_database(path, PEOPLE)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN")
    staff = [row[0] for row in raw.execute("SELECT id FROM staff ORDER BY id")]
    _insert(raw, "year_project", ({"id": 1, "year": YEAR},))
    _insert(raw, "training_class", ({"id": n, "year_project_id": 1, "number": n} for n in range(1, classes + 1)))
    people = (
        {"id": (n - 1) * IN_CLASS + place + 1, "class_id": n, "staff_id": staff[(n * 7 + place) % len(staff)]}
        for n in range(1, classes + 1)
        for place in range(IN_CLASS)
    )
    _insert(raw, "participant", people)
    first = date(2024, 1, 1)
    halves = [(str(first + timedelta(days=n // 2)), ("am", "pm")[n % 2]) for n in range(HALF_DAYS)]
    rows = (
        (one, day, half, (one * 31 + place * 17) % 10 != 0)
        for one in range(1, classes * IN_CLASS + 1)
        for place, (day, half) in enumerate(halves)
    )
    raw.executemany("INSERT INTO attendance (participant_id, day, half, present) VALUES (?, ?, ?, ?)", rows)
    raw.execute("COMMIT")
    raw.close()
    return path


_WORDS = {"status": "planned", "result": "pending", "level": "none", "personnel_type": "regular", "position_type": "none"}


def _insert(raw: sqlite3.Connection, table: str, rows) -> None:
    """What is not given stays empty, 0 or the first word of its list."""
    columns = [(name, kind, needed) for _, name, kind, needed, *_ in raw.execute(f"PRAGMA table_info({table})")]
    usual = {name: _WORDS.get(name, "" if "CHAR" in kind or kind == "TEXT" else 0) for name, kind, needed in columns if needed}
    names = list(usual)
    marks = ", ".join("?" for _ in names)
    filled = ([{**usual, **row}[name] for name in names] for row in rows)
    raw.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", filled)


if __name__ == "__main__":
    main()
