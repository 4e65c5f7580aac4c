"""Who counts as developed in a fiscal year: one rule for coverage, skills and every paper that tells of it.

Whoever passed a class that is over counts in the year of the class (`year_classes`); training elsewhere, which the history
tells of, in the fiscal year of its last day. Where no last day is written the first stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.training import Post
from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.models.history import TrainingRecord
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services.training.year_classes import last_day, over_in

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session


def developed(session: Session, year: int, as_at: date) -> dict[int, Post | None]:
    """By staff id, with the post that the last of their classes froze; None for who was trained elsewhere only."""
    by = min(as_at, FiscalYear(year).last_day)
    elsewhere = select(TrainingRecord.staff_id).where(TrainingRecord.result == Result.PASSED, _elsewhere_in(year, by))
    found: dict[int, Post | None] = dict.fromkeys(session.scalars(elsewhere))
    passed = (
        select(Participant)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(Participant.result == Result.PASSED, TrainingClass.status == ClassStatus.COMPLETED)
        .where(over_in(year, by))
        .order_by(last_day.nulls_first(), Participant.id)
    )
    for row in session.scalars(passed):
        found[row.staff_id] = Post(row.position, row.level, row.personnel_type, row.position_type, row.unit, row.bureau)
    return found


def trained_in(year: int, by: date) -> ColumnElement[bool]:
    """Entries of the training history that count in the year, whatever their result."""
    here = (
        select(Participant.id)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(over_in(year, by))
    )
    return or_(TrainingRecord.participant_id.in_(here), _elsewhere_in(year, by))


def _elsewhere_in(year: int, by: date) -> ColumnElement[bool]:
    last = func.coalesce(TrainingRecord.ends_on, TrainingRecord.starts_on)
    return and_(TrainingRecord.participant_id.is_(None), last.between(FiscalYear(year).start, by))
