"""The office at a glance, before its services are there; nothing of it is used for work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.terms import WORDINGS, OrganizationKind, PlanStatus
from hrdesk.models.first_look import read_first_rows

if TYPE_CHECKING:
    from datetime import datetime
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


def is_locked(path: Path) -> bool:
    """Whether a password keeps the window of this database; then nothing of it is shown before it is typed."""
    return b'"password":' in _settings_of(path)


def _settings_of(path: Path) -> bytes:
    try:
        return path.with_name(f"{path.name}.settings.json").read_bytes()
    except OSError:
        return b""


def was_here(path: Path) -> bool:
    """Whether a database of that name was ever backed up here: if it is missing now, it was lost, not never made."""
    return any(path.with_name(f"{path.name}-backups").glob("*.db"))


def newest_backup(path: Path) -> datetime | None:
    """When the last one was made, by its manifest alone."""
    from hrdesk.models.manifest import backups_in, folder_of  # noqa: PLC0415

    return next((one.manifest.created for one in backups_in(folder_of(path), path.name)), None)


def _look(rows: FirstRows) -> FirstLook:
    office = WORDINGS[OrganizationKind(rows.kind)].kind_name + rows.name
    return FirstLook(office, rows.positions, rows.holders, rows.courses, _plan(rows.plan) if rows.plan else None)


def _plan(row: PlanRow) -> PlanLook:
    period = PlanPeriod(row.first_year, row.year_count)
    totals = tuple(row.budgets.get(year.be, 0) for year in period.years)
    return PlanLook(period, PlanStatus(row.status), row.projects, totals)
