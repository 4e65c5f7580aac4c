"""Storing 20,000 people in one transaction, and one person after another, against raw sqlite3 in the same schema.

Raw means executemany with the same pragmas and the same indexes. Keys for sorting and searching are ready for both.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fictional_people import INSERT_STAFF, STAFF_COLUMNS, staff_rows
from interleave import Spent, interleave, judge, measured, show_growth
from memory import forget_peak, peak_mb, resident_mb
from sqlalchemy import insert

from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.terms import OrganizationKind, PersonnelType
from hrdesk.models.plain import PRAGMAS
from hrdesk.models.staff import Staff
from hrdesk.services import Services

PEOPLE = 20_000
CHUNK = 10_000
ROUNDS = 7
SAVES = 20


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "office.db")
        Services.create(path, OrganizationKind.SUBDISTRICT, "ดอนสมมุติ").close()
        with Services.open(path) as services:
            raw = sqlite3.connect(path, isolation_level=None)
            for pragma, value in PRAGMAS.items():
                raw.execute(f"PRAGMA {pragma} = {value}")
            _many(services, raw)
            _singly(services, raw)
            raw.close()


def _many(services: Services, raw: sqlite3.Connection) -> None:
    rows = staff_rows(PEOPLE, holding=False)
    growth = _growth(lambda: _core(services, rows), raw)  # first, while this process is small
    contestants = {
        "raw executemany (floor)": lambda: _raw(raw, rows),
        "Core insert by chunks": lambda: _core(services, rows),
        "objects, add_all": lambda: _objects(services, rows),
    }
    cleared = {title: _on_empty(raw, work) for title, work in contestants.items()}
    times = interleave(cleared, ROUNDS)
    times.show(f"storing {PEOPLE:,} people", "raw executemany (floor)")
    times.judge("Core insert by chunks", "raw executemany (floor)", 1.8)
    if growth is not None:
        judge("memory growth of it", growth, 30, "MB")
    sizes = (PEOPLE // 100, PEOPLE // 10, PEOPLE)
    works = [_on_empty(raw, lambda size=size: _core(services, rows[:size])) for size in sizes]
    spent = [interleave({"core": work}, 5).processor_median("core") for work in works]
    show_growth("people stored", sizes, spent)


def _on_empty(raw: sqlite3.Connection, work: Callable[[], None]) -> Callable[[], Spent]:
    """The work alone is timed, on a table that is empty each time."""

    def run() -> Spent:
        raw.execute("DELETE FROM staff")
        return measured(work)

    return run


def _raw(raw: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(INSERT_STAFF, rows)
    raw.execute("COMMIT")


def _core(services: Services, rows: list[tuple[object, ...]]) -> None:
    with services.database.begin() as session:
        for start in range(0, len(rows), CHUNK):
            chunk = [_named(row) for row in rows[start : start + CHUNK]]
            session.connection().execute(insert(Staff.__table__), chunk)


def _objects(services: Services, rows: list[tuple[object, ...]]) -> None:
    with services.database.begin() as session:
        session.add_all([Staff(**_named(row)) for row in rows])


def _named(row: tuple[object, ...]) -> dict[str, object]:
    named = dict(zip(STAFF_COLUMNS, row, strict=True))
    named["personnel_type"] = PersonnelType(named["personnel_type"])
    return named


def _growth(work: Callable[[], None], raw: sqlite3.Connection) -> float | None:
    raw.execute("DELETE FROM staff")
    forget_peak()
    before = resident_mb()
    work()
    after = peak_mb()
    return None if before is None or after is None else after - before


def _singly(services: Services, raw: sqlite3.Connection) -> None:
    raw.execute("DELETE FROM staff")
    rows = iter(staff_rows(SAVES * 4 * (ROUNDS + 2), holding=False))
    blank = PersonRecord(0, "", "", "")

    def by_service() -> None:
        for _ in range(SAVES):
            row = dict(zip(STAFF_COLUMNS, next(rows), strict=True))
            names = {key: row[key] for key in ("title", "first_name", "last_name", "national_id")}
            services.register.save_person(replace(blank, **names))

    def by_hand() -> None:
        for _ in range(SAVES):
            _raw(raw, [(None, *next(rows)[1:])])

    times = interleave({"raw, a transaction each (floor)": by_hand, "save_person": by_service}, ROUNDS)
    times.show(f"saving {SAVES} people one by one, each on the disk before the next", "raw, a transaction each (floor)")


if __name__ == "__main__":
    main()
