"""The office at a glance, before its services are there; nothing of it is used for work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import WORDINGS, OrganizationKind
from hrdesk.models.first_look import read_first_rows

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.domain.plan import Satang
    from hrdesk.models.first_look import FirstRows, PlanRow


class PlanLook(NamedTuple):
    period: PlanPeriod
    status: PlanStatus
    projects: int
    totals: tuple[Satang, ...]  # of each year of the period


class FirstLook(NamedTuple):
    office: str  # full name
    positions: int
    people: int  # who hold one
    courses: int
    plan: PlanLook | None  # the newest


def first_look(path: Path) -> FirstLook | None:
    """None where anything is amiss, or there is no file: opening it says what."""
    rows = read_first_rows(path)
    try:
        return _look(rows) if rows else None
    except (KeyError, TypeError, ValueError):  # values that only a damaged file holds
        return None


def _look(rows: FirstRows) -> FirstLook:
    office = WORDINGS[OrganizationKind(rows.kind)].kind_name + rows.name
    return FirstLook(office, rows.positions, rows.holders, rows.courses, _plan(rows.plan) if rows.plan else None)


def _plan(row: PlanRow) -> PlanLook:
    period = PlanPeriod(row.first_year, row.year_count)
    totals = tuple(row.budgets.get(year.be, 0) for year in period.years)
    return PlanLook(period, PlanStatus(row.status), row.projects, totals)
