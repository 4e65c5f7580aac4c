"""What a person has behind them: posts held, education, training. Gone with the person, never overwritten."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hrdesk.domain.terms import Level, MethodKind, PersonnelType
from hrdesk.domain.training_terms import Result
from hrdesk.models import training  # noqa: F401 - referred to by name
from hrdesk.models.base import Base, Hundredths, Id, Line, Prose


class HeldPosition(Base):
    """A post as it was while held. In words: the frame may have changed since."""

    __tablename__ = "held_position"

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    number: Mapped[Line]
    title: Mapped[Line]
    level: Mapped[Level]
    personnel_type: Mapped[PersonnelType]
    unit: Mapped[Line]
    bureau: Mapped[Line] = mapped_column(default="")  # the topmost unit above it; empty where nobody wrote it down
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]  # the first day no longer in the post
    order_number: Mapped[Line]
    note: Mapped[Prose]


class EducationRecord(Base):
    __tablename__ = "education_record"

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    degree: Mapped[Line]
    field: Mapped[Line]
    institution: Mapped[Line]
    year: Mapped[int | None]  # of graduation, Buddhist era


class TrainingRecord(Base):
    """One training in a person's life, this office's classes and all before: DPIS's PER_TRAINING."""

    __tablename__ = "training_record"

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    # Of a class of this office; unique, so that completing it again updates the record.
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), unique=True)
    kind: Mapped[MethodKind]
    course: Mapped[Prose]
    project: Mapped[Prose]
    class_number: Mapped[Line]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    organizer: Mapped[Line]
    venue: Mapped[Line]
    country: Mapped[Line]
    fund: Mapped[Line]
    days: Mapped[Hundredths | None]
    hours: Mapped[Hundredths | None]
    result: Mapped[Result]
    score: Mapped[Hundredths | None]
    degree: Mapped[Line]  # what was conferred
    objective: Mapped[Prose]
    letter_number: Mapped[Line]
    letter_date: Mapped[date | None]
    order_number: Mapped[Line]
    order_date: Mapped[date | None]
    certificate_number: Mapped[Line]
    position: Mapped[Line]  # held at the time
    unit: Mapped[Line]
    note: Mapped[Prose]
