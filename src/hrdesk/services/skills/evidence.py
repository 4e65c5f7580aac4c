"""Training that was passed, as evidence for what its course serves. Derived, never copied: a mended result mends it.

Classes of this office say their course; training elsewhere is of a course where the history bears its very title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from hrdesk.domain.training_terms import ClassStatus, Result
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.competency import CourseUnit
from hrdesk.models.curriculum import Course
from hrdesk.models.history import TrainingRecord
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject, YearProjectCourse
from hrdesk.thai.dates import short_date

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Key


@dataclass(frozen=True, slots=True)
class Evidence:
    """A training passed; `on` is its last day, None while nobody wrote it down."""

    course: str
    title: str
    on: date | None

    @property
    def text(self) -> str:
        when = f" ({short_date(self.on)})" if self.on else ""
        return f"{self.course}: {self.title}{when}" if self.title else f"{self.course}{when}"


def evidence_of(session: Session, staff_id: int, key: Key) -> tuple[Evidence, ...]:
    """The latest first."""
    serves = (CourseUnit.framework == key[0], CourseUnit.code == key[1])
    own = _passed(
        select(Course.title, TrainingClass.title, YearProject.title, TrainingClass.number, TrainingClass.ends_on)
    ).where(Participant.staff_id == staff_id, *serves)
    found = [
        Evidence(course, f"{title or project} รุ่นที่ {number}", on)
        for course, title, project, number, on in session.execute(own)
    ]
    elsewhere = _elsewhere(select(Course.title, TrainingRecord.organizer, TrainingRecord.ends_on))
    rows = session.execute(elsewhere.where(TrainingRecord.staff_id == staff_id, *serves))
    found += (Evidence(course, organizer, on) for course, organizer, on in rows)
    return tuple(sorted(found, key=lambda each: each.on or date.min, reverse=True))


def trained(session: Session, staff: Iterable[int] | None = None) -> dict[int, frozenset[Key]]:
    """By person, every key that a training passed serves."""
    wanted = None if staff is None else tuple(staff)
    found: dict[int, set[Key]] = defaultdict(set)
    for who, query in (
        (Participant.staff_id, _passed(select(Participant.staff_id, CourseUnit.framework, CourseUnit.code))),
        (TrainingRecord.staff_id, _elsewhere(select(TrainingRecord.staff_id, CourseUnit.framework, CourseUnit.code))),
    ):
        rows = session.execute(query if wanted is None else query.where(who.in_(wanted)))
        for person, framework, code in rows:
            found[person].add((framework, code))
    return {person: frozenset(keys) for person, keys in found.items()}


def _elsewhere(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Joined from the history's own entries, those without a class here, to the units of the course they name."""
    return (
        query.select_from(TrainingRecord)
        .join(Course, Course.title == TrainingRecord.course)
        .join(CourseUnit, CourseUnit.course_id == Course.id)
        .where(TrainingRecord.participant_id.is_(None), TrainingRecord.result == Result.PASSED)
        .distinct()
    )


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
