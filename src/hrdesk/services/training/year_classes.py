"""To which fiscal year a class belongs: docs/decisions/0011-classes-over-the-end-of-a-year.md.

What a class brought counts in the year of its last day, but in none before its project's. Where no last day is written the
first stands for it; a class without days counts in the year of its project. Its money is its project's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.training_terms import ClassStatus
from hrdesk.models.training import TrainingClass
from hrdesk.models.year_project import YearProject

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

last_day = func.coalesce(TrainingClass.ends_on, TrainingClass.starts_on)
_first_day = func.coalesce(TrainingClass.starts_on, TrainingClass.ends_on)


def over_in(year: int, by: date) -> ColumnElement[bool]:
    """Classes, joined with their projects, that count in the year and whose last day is not after `by`, a day of it."""
    own = and_(YearProject.year == year, or_(last_day.is_(None), last_day <= by))
    return or_(own, and_(YearProject.year < year, last_day.between(FiscalYear(year).start, by)))


def carried_into(year: int) -> ColumnElement[bool]:
    """Classes of an earlier year's projects that go on in the year, or are held in it; what was called off goes on nowhere."""
    fiscal = FiscalYear(year)
    goes_on = and_(last_day >= fiscal.start, _first_day <= fiscal.last_day)
    return and_(YearProject.year < year, TrainingClass.status != ClassStatus.CANCELLED, goes_on)


def listed_in(year: int) -> ColumnElement[bool]:
    """All that a paper of the year lists: its own classes, and those carried into it."""
    return or_(YearProject.year == year, carried_into(year))


def years_carried_into(session: Session) -> list[int]:
    """Years of the last days of classes that went on beyond the year of their project."""
    days = (
        select(last_day, YearProject.year)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(last_day.is_not(None), TrainingClass.status != ClassStatus.CANCELLED)
    )
    found = {(FiscalYear.of(day).be, year) for day, year in session.execute(days)}
    return sorted({ended for ended, year in found if ended > year})
