"""Projects carried out in a fiscal year, from the plan or outside it. Parts go with their project."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.terms import Level
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart, YearProjectStatus
from hrdesk.models.base import Base, Hundredths, Id, Line, Money, Place, Prose

_PARTS = "all, delete-orphan"


class YearProjectPart:
    """A part known by its place in the project."""

    year_project_id: Mapped[int] = mapped_column(ForeignKey("year_project.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)


class YearProjectText(Base):
    """What the officer wrote under a heading of the proposal."""

    __tablename__ = "year_project_text"

    year_project_id: Mapped[int] = mapped_column(ForeignKey("year_project.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[ProposalPart] = mapped_column(primary_key=True)
    text: Mapped[Prose]


class YearProjectCost(YearProjectPart, Base):
    __tablename__ = "year_project_cost"

    item: Mapped[Prose]
    unit_price: Mapped[Money]
    quantity: Mapped[int]
    unit: Mapped[Line]  # คน
    times: Mapped[int]


class YearProjectFund(YearProjectPart, Base):
    """Money of one source: set aside, and spent so far."""

    __tablename__ = "year_project_fund"

    fund_id: Mapped[int | None] = mapped_column(ForeignKey("fund_source.id", ondelete="RESTRICT"), index=True)
    planned: Mapped[Money]
    used: Mapped[Money]


class YearProjectIndicator(YearProjectPart, Base):
    __tablename__ = "year_project_indicator"

    kind: Mapped[IndicatorKind]
    name: Mapped[Prose]
    target: Mapped[Line]
    unit: Mapped[Line]
    result: Mapped[Line]


class YearProjectMethod(YearProjectPart, Base):
    __tablename__ = "year_project_method"

    ref: Mapped[int] = mapped_column("method_id", ForeignKey("method.id", ondelete="RESTRICT"), index=True)


class YearProjectOrganizer(YearProjectPart, Base):
    __tablename__ = "year_project_organizer"

    ref: Mapped[int] = mapped_column("organizer_id", ForeignKey("organizer.id", ondelete="RESTRICT"), index=True)


class YearProjectTarget(YearProjectPart, Base):
    __tablename__ = "year_project_target"

    ref: Mapped[int] = mapped_column("target_id", ForeignKey("target_group.id", ondelete="RESTRICT"), index=True)


class YearProjectReach(YearProjectPart, Base):
    """A level, or one of a line, a unit and a person: whom the project is meant for besides the target groups."""

    __tablename__ = "year_project_reach"

    kind: Mapped[ReachKind]
    level: Mapped[Level]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("position_line.id", ondelete="RESTRICT"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), index=True)


class YearProjectCourse(YearProjectPart, Base):
    __tablename__ = "year_project_course"

    ref: Mapped[int] = mapped_column("course_id", ForeignKey("course.id", ondelete="RESTRICT"), index=True)


class YearProject(Base):
    __tablename__ = "year_project"

    id: Mapped[Id]
    year: Mapped[int] = mapped_column(index=True)  # Buddhist-era fiscal year
    place: Mapped[Place]
    title: Mapped[Prose]
    # RESTRICT: what has been carried out keeps its place in the plan. None: outside the plan.
    plan_project_id: Mapped[int | None] = mapped_column(ForeignKey("project.id", ondelete="RESTRICT"), index=True)
    outside_reason: Mapped[Prose]
    status: Mapped[YearProjectStatus]
    status_reason: Mapped[Prose]
    responsible: Mapped[Line]
    venue: Mapped[Line]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    people: Mapped[int]  # how many are meant to take part
    lecture: Mapped[Hundredths]  # hours
    other: Mapped[Hundredths]  # hours of practice, discussion, study visits
    memo_number: Mapped[Line]
    memo_date: Mapped[date | None]
    approved_on: Mapped[date | None]
    problems: Mapped[Prose]  # met while carrying it out
    suggestions: Mapped[Prose]

    methods: Mapped[list[YearProjectMethod]] = relationship(
        order_by=YearProjectMethod.place, cascade=_PARTS, passive_deletes=True
    )
    organizers: Mapped[list[YearProjectOrganizer]] = relationship(
        order_by=YearProjectOrganizer.place, cascade=_PARTS, passive_deletes=True
    )
    targets: Mapped[list[YearProjectTarget]] = relationship(
        order_by=YearProjectTarget.place, cascade=_PARTS, passive_deletes=True
    )
    reaches: Mapped[list[YearProjectReach]] = relationship(
        order_by=YearProjectReach.place, cascade=_PARTS, passive_deletes=True
    )
    courses: Mapped[list[YearProjectCourse]] = relationship(
        order_by=YearProjectCourse.place, cascade=_PARTS, passive_deletes=True
    )
    costs: Mapped[list[YearProjectCost]] = relationship(
        order_by=YearProjectCost.place, cascade=_PARTS, passive_deletes=True
    )
    funds: Mapped[list[YearProjectFund]] = relationship(
        order_by=YearProjectFund.place, cascade=_PARTS, passive_deletes=True
    )
    indicators: Mapped[list[YearProjectIndicator]] = relationship(
        order_by=YearProjectIndicator.place, cascade=_PARTS, passive_deletes=True
    )
    texts: Mapped[list[YearProjectText]] = relationship(
        order_by=YearProjectText.part, cascade=_PARTS, passive_deletes=True
    )
