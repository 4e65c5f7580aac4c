"""Training that was passed, as evidence for what its course serves. Derived, never copied: a mended result mends it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.models.competency import CourseUnit
from hrdesk.models.curriculum import Course
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject, YearProjectCourse
from hrdesk.thai.dates import short_date

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Key


@dataclass(frozen=True, slots=True)
class Evidence:
    """A class passed; `on` is its last day, None while nobody wrote it down."""

    course: str
    title: str
    number: int
    on: date | None

    @property
    def text(self) -> str:
        when = f" ({short_date(self.on)})" if self.on else ""
        return f"{self.course}: {self.title} รุ่นที่ {self.number}{when}"


def evidence_of(session: Session, staff_id: int, key: Key) -> tuple[Evidence, ...]:
    """The latest first."""
    query = _passed(
        select(Course.title, TrainingClass.title, YearProject.title, TrainingClass.number, TrainingClass.ends_on)
    ).where(Participant.staff_id == staff_id, CourseUnit.framework == key[0], CourseUnit.code == key[1])
    rows = session.execute(query.order_by(TrainingClass.ends_on.desc(), TrainingClass.id))
    return tuple(Evidence(course, title or project, number, on) for course, title, project, number, on in rows)


def trained(session: Session, staff: Iterable[int] | None = None) -> dict[int, frozenset[Key]]:
    """By person, every key that a class passed serves."""
    query = _passed(select(Participant.staff_id, CourseUnit.framework, CourseUnit.code)).distinct()
    if staff is not None:
        query = query.where(Participant.staff_id.in_(tuple(staff)))
    found: dict[int, set[Key]] = defaultdict(set)
    for person, framework, code in session.execute(query):
        found[person].add((framework, code))
    return {person: frozenset(keys) for person, keys in found.items()}


def developed(session: Session, first: date, last: date) -> frozenset[int]:
    """People who passed a class that ended within these days, both included, whatever its course."""
    query = (
        select(Participant.staff_id)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .where(
            Participant.result == Result.PASSED,
            TrainingClass.status == ClassStatus.COMPLETED,
            TrainingClass.ends_on.between(first, last),
        )
    )
    return frozenset(session.scalars(query))


def _passed(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Joined from participants over their class to the units of its course; without one, of the project's courses."""
    of_class = and_(TrainingClass.course_id.is_not(None), CourseUnit.course_id == TrainingClass.course_id)
    of_project = and_(TrainingClass.course_id.is_(None), CourseUnit.course_id == YearProjectCourse.ref)
    return (
        query.select_from(Participant)
        .join(TrainingClass, Participant.class_id == TrainingClass.id)
        .join(YearProject, TrainingClass.year_project_id == YearProject.id)
        .outerjoin(YearProjectCourse, YearProjectCourse.year_project_id == YearProject.id)
        .join(CourseUnit, or_(of_class, of_project))
        .join(Course, CourseUnit.course_id == Course.id)
        .where(Participant.result == Result.PASSED, TrainingClass.status == ClassStatus.COMPLETED)
        .distinct()
    )
