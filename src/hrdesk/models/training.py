"""Classes (รุ่น) of the year's projects: when, who, and who was there. Parts go with their class."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.domain.training_terms import ClassStatus, HalfDay, Result
from hrdesk.models import year_project  # noqa: F401 - referred to by name
from hrdesk.models.base import Base, Hundredths, Id, Line, Prose

_PARTS = "all, delete-orphan"


class TrainingRules(Base):
    """The office's own rules, one row; without it the standard ones hold."""

    __tablename__ = "training_rules"

    id: Mapped[Id]
    attendance_percent: Mapped[int]
    pass_percent: Mapped[int]
    follow_up_months: Mapped[int]


class ClassSession(Base):
    """A half-day on which the class meets: a column of its attendance."""

    __tablename__ = "class_session"

    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    half: Mapped[HalfDay] = mapped_column(primary_key=True)


class ClassTrainer(Base):
    __tablename__ = "class_trainer"

    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Line]
    position: Mapped[Line]
    topic: Mapped[Line]


class TrainingClass(Base):
    __tablename__ = "training_class"

    id: Mapped[Id]
    # RESTRICT: a project goes only when its classes have been deleted, which asks.
    year_project_id: Mapped[int] = mapped_column(ForeignKey("year_project.id", ondelete="RESTRICT"), index=True)
    number: Mapped[int]  # รุ่นที่
    title: Mapped[Prose]  # empty: the project's
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id", ondelete="RESTRICT"), index=True)
    status: Mapped[ClassStatus]
    status_reason: Mapped[Prose]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    venue: Mapped[Line]
    lecture: Mapped[Hundredths]  # hours
    other: Mapped[Hundredths]  # hours
    letter_number: Mapped[Line]  # of the invitation, where another office holds the class
    letter_date: Mapped[date | None]
    attendance_percent: Mapped[int]  # the rule it was held under
    note: Mapped[Prose]

    sessions: Mapped[list[ClassSession]] = relationship(
        order_by=(ClassSession.day, ClassSession.half), cascade=_PARTS, passive_deletes=True
    )
    trainers: Mapped[list[ClassTrainer]] = relationship(
        order_by=ClassTrainer.place, cascade=_PARTS, passive_deletes=True
    )


class Participant(Base):
    """Someone in a class, with the post and unit of that time."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("class_id", "staff_id"),)

    id: Mapped[Id]
    class_id: Mapped[int] = mapped_column(ForeignKey("training_class.id", ondelete="CASCADE"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), index=True)
    position: Mapped[Line]
    level: Mapped[Level]
    personnel_type: Mapped[PersonnelType]
    position_type: Mapped[PositionType]
    unit: Mapped[Line]
    bureau: Mapped[Line]  # the topmost unit above, or the unit itself
    result: Mapped[Result]
    order_number: Mapped[Line]
    order_date: Mapped[date | None]
    certificate_number: Mapped[Line]
    note: Mapped[Prose]


class Attendance(Base):
    """One half-day of one participant; without a row nothing is known of it.

    The key leads with the participant and the row is the key's, so that counting a year's marks reads one tree in
    its order and sorts nothing.
    """

    __tablename__ = "attendance"
    __table_args__ = ({"sqlite_with_rowid": False},)

    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    half: Mapped[HalfDay] = mapped_column(primary_key=True)
    present: Mapped[bool]
