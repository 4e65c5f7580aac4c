"""The few figures the first page can show at once, read past SQLAlchemy, whose import takes longer than the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.models.cipher import connect

if TYPE_CHECKING:
    from pathlib import Path

_OFFICE = """
SELECT kind, name,
       (SELECT count(*) FROM position),
       (SELECT count(position_id) FROM staff),
       (SELECT count(*) FROM course)
FROM organization"""
_NEWEST_PLAN = """
SELECT id, first_year, year_count, status, (SELECT count(*) FROM project WHERE plan_id = plan.id)
FROM plan ORDER BY first_year DESC, id DESC LIMIT 1"""
_BUDGETS = """
SELECT project_budget.year, sum(project_budget.amount)
FROM project JOIN project_budget ON project_budget.project_id = project.id
WHERE project.plan_id = ? GROUP BY project_budget.year"""


class PlanRow(NamedTuple):
    first_year: int  # Buddhist-era fiscal year
    year_count: int
    status: str
    projects: int
    budgets: dict[int, int]  # satang of each fiscal year that has some


class FirstRows(NamedTuple):
    kind: str
    name: str
    positions: int
    holders: int
    courses: int
    plan: PlanRow | None  # the newest


def read_first_rows(path: Path) -> FirstRows | None:
    """None where anything is amiss: `Database.open` comes next and says what. Changes nothing and waits for nobody.

    A file whose journal must be rolled back first is left to it too: SQLite refuses that to a reader.
    """
    try:
        with closing(connect(path, "ro", timeout=0)) as connection:
            office = connection.execute(_OFFICE).fetchone()
            return FirstRows._make((*office, _newest_plan(connection))) if office else None
    except (sqlite3.Error, OSError):
        return None


def _newest_plan(connection: sqlite3.Connection) -> PlanRow | None:
    row = connection.execute(_NEWEST_PLAN).fetchone()
    return PlanRow._make((*row[1:], dict(connection.execute(_BUDGETS, row[:1]).fetchall()))) if row else None
