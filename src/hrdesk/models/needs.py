"""Surveyed needs and the evidence of a fiscal year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from hrdesk.domain.plan_terms import Evidence, NeedSource
from hrdesk.domain.terms import PersonnelType
from hrdesk.models.base import Base, Id, Line, Place, Prose


class NeedsSurvey(Base):
    __tablename__ = "needs_survey"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # Buddhist-era fiscal year
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    sent: Mapped[int]
    returned: Mapped[int]
    summary: Mapped[Prose]


class SurveyCount(Base):
    """Forms that went out to a kind of personnel of a unit, and those that came back."""

    __tablename__ = "survey_count"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # of the survey
    place: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)
    personnel_type: Mapped[PersonnelType]
    sent: Mapped[int]
    returned: Mapped[int]


class TrainingNeed(Base):
    __tablename__ = "training_need"

    id: Mapped[Id]
    year: Mapped[int] = mapped_column(index=True)
    topic: Mapped[Prose]
    people: Mapped[int]
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id", ondelete="RESTRICT"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)
    source: Mapped[NeedSource]
    note: Mapped[Prose]
    place: Mapped[Place]


class EvidenceRecord(Base):
    """What the officer has in hand for the assessment of a fiscal year."""

    __tablename__ = "evidence_record"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[Evidence] = mapped_column(primary_key=True)
    document: Mapped[Line]  # number and kind of the signed paper, or the page of the budget law
    dated: Mapped[date | None]
    note: Mapped[Prose]
