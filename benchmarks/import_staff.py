"""A staffing list of 20,000 rows × 25 columns through the import wizard, from the file to the list of people.

Reading and review are held against openpyxl's read_only mode, which alone gives the cells to a program that would do it
by hand; storing against `executemany` of the same posts and people with ready keys, with the pragmas and indexes of
hrdesk, a backup made first as hrdesk makes one.
"""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

from fictional_list import staffing_list
from fictional_people import staff_database
from interleave import Spent, Times, interleave, judge, measured, run_child, show_growth, skip

from hrdesk.domain.terms import OrganizationKind
from hrdesk.models.plain import PRAGMAS
from hrdesk.services import Services

ROWS = 20_000
ROUNDS = 3
STEPS = {"read": "the file read, columns shown", "review": "rows read, compared, review shown", "import": "imported, people listed"}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _peers(folder)
        sizes = (ROWS // 100, ROWS // 10, ROWS)
        spent: dict[str, list[float]] = {step: [] for step in STEPS}
        for rows in sizes:
            said = _wizard(folder, staffing_list(folder / "list.xlsx", rows), rows)
            for step in STEPS:
                spent[step].append(said[step]["spent"][1])
        for step, title in STEPS.items():
            show_growth(title, sizes, spent[step])


def _peers(folder: Path) -> None:
    listed, stored = staffing_list(folder / "list.xlsx", ROWS), staff_database(folder / "stored.db", ROWS)
    said: list[dict[str, Any]] = []

    def wizard(*steps: str) -> Spent:
        if steps[0] == "read":
            said.append(_wizard(folder, listed, ROWS))
        return Spent(*(sum(said[-1][step]["spent"][clock] for step in steps) for clock in (0, 1)))

    contestants = {"hrdesk: the file read": lambda: wizard("read"), "raw executemany after a backup": lambda: _raw(folder, stored)}
    if importlib.util.find_spec("openpyxl"):
        contestants["openpyxl read_only, cells alone"] = lambda: _openpyxl(listed)
    else:
        skip("openpyxl", "pip install openpyxl")
    times = interleave(contestants, ROUNDS, warm=0)
    for name, steps in (("hrdesk: until the review is shown", ("read", "review")), ("hrdesk: imported, people listed", ("import",))):
        for clock, kept in enumerate((times.seconds, times.processor)):
            kept[name] = [sum(one[step]["spent"][clock] for step in steps) for one in said]  # type: ignore[index]
    _show(times, said[-1])


def _show(times: Times, last: dict[str, Any]) -> None:
    floor = "raw executemany after a backup"
    times.show(f"{ROWS:,} rows × 25 from the file into the register", floor)
    if (peer := "openpyxl read_only, cells alone") in times.seconds:
        times.judge("hrdesk: the file read", peer, 0.15)
        times.judge("hrdesk: until the review is shown", peer, 0.5)
    for step, title in STEPS.items():
        told, growth = last[step]["told"], last[step]["growth"]
        print(f"  {title}: told {told} times how far it is, at most {growth or 0:.0f} MB more than before")
    judge("cancelled half-way, until the wizard answers", last["cancel"]["seconds"], 1, "s")
    print(f"  posts and people left behind by it: {last['cancel']['left']}")


def _wizard(folder: Path, listed: Path, rows: int) -> dict[str, Any]:
    shutil.rmtree(folder / "office", ignore_errors=True)
    (folder / "office").mkdir()
    Services.create(folder / "office" / "office.db", OrganizationKind.SUBDISTRICT, "ดอนสมมุติ").close()
    said = run_child("import_wizard", folder / "office" / "office.db", listed).said
    if said["rows"] != rows or said["cancel"]["left"]:
        sys.exit(f"{said['rows']} rows of {rows} imported, {said['cancel']['left']} left by the cancelled one")
    return said


def _openpyxl(path: Path) -> None:
    from openpyxl import load_workbook

    for _row in load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        pass


def _raw(folder: Path, stored: Path) -> Spent:
    """The posts and people of a finished office into an empty one; only the copying out of the former is not counted."""
    path = folder / "raw.db"
    path.unlink(missing_ok=True)
    Services.create(path, OrganizationKind.SUBDISTRICT, "ดอนสมมุติ").close()
    with sqlite3.connect(stored) as source:
        tables = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in ("position_line", "org_unit", "position", "staff")}
    source.close()

    def store() -> None:
        raw = sqlite3.connect(path, isolation_level=None)
        for pragma, value in PRAGMAS.items():
            raw.execute(f"PRAGMA {pragma} = {value}")
        with sqlite3.connect(folder / "backup.db") as backup:
            raw.backup(backup)
        backup.close()
        raw.execute("BEGIN IMMEDIATE")
        for name, rows in tables.items():
            raw.execute(f"DELETE FROM {name}")
            raw.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        raw.execute("COMMIT")
        raw.close()

    return measured(store)


if __name__ == "__main__":
    main()
