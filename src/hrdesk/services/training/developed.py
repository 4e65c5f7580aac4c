"""Who counts as developed in a fiscal year: one rule for coverage, skills and every paper that tells of it.

Whoever passed a class that is over, or training elsewhere that the history tells of, counts in the fiscal year of its last
day. Where no last day is written the first stands for it; a class without days counts in the year of its project.
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

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def developed(session: Session, year: int, as_at: date) -> dict[int, Post | None]:
    """By staff id, with the post that the last of their classes froze; None for who was trained elsewhere only."""
    fiscal = FiscalYear(year)
    by = min(as_at, fiscal.last_day)
    elsewhere = select(TrainingRecord.staff_id).where(
        TrainingRecord.participant_id.is_(None),
        TrainingRecord.result == Result.PASSED,
        func.coalesce(TrainingRecord.ends_on, TrainingRecord.starts_on).between(fiscal.start, by),
    )
    found: dict[int, Post | None] = dict.fromkeys(session.scalars(elsewhere))
    last = func.coalesce(TrainingClass.ends_on, TrainingClass.starts_on)
    passed = (
        select(Participant)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .where(Participant.result == Result.PASSED, TrainingClass.status == ClassStatus.COMPLETED)
        .where(or_(last.between(fiscal.start, by), and_(last.is_(None), YearProject.year == year)))
        .order_by(last.nulls_first(), Participant.id)
    )
    for row in session.scalars(passed):
        found[row.staff_id] = Post(row.position, row.level, row.personnel_type, row.position_type, row.unit, row.bureau)
    return found
