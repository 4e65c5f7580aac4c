"""Projects of a plan and what is chosen for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.plan_terms import LinkKind, ReachKind
from hrdesk.domain.terms import Level
from hrdesk.models.base import Base, Id, Line, Money, Place, Prose

if TYPE_CHECKING:
    from hrdesk.models.plan import Plan  # noqa: TC004 - found by name, the import would go in a circle

_PARTS = "all, delete-orphan"


class ProjectPart:
    """A part known by its place in the project."""

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)


class ProjectMethod(ProjectPart, Base):
    __tablename__ = "project_method"

    ref: Mapped[int] = mapped_column("method_id", ForeignKey("method.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="methods")


class ProjectOrganizer(ProjectPart, Base):
    __tablename__ = "project_organizer"

    ref: Mapped[int] = mapped_column("organizer_id", ForeignKey("organizer.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="organizers")


class ProjectTarget(ProjectPart, Base):
    __tablename__ = "project_target"

    ref: Mapped[int] = mapped_column("target_id", ForeignKey("target_group.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="targets")


class ProjectEvaluation(ProjectPart, Base):
    __tablename__ = "project_evaluation"

    ref: Mapped[int] = mapped_column(
        "evaluation_id", ForeignKey("evaluation_method.id", ondelete="RESTRICT"), index=True
    )
    project: Mapped[Project] = relationship(back_populates="evaluations")


class ProjectCourse(ProjectPart, Base):
    __tablename__ = "project_course"

    ref: Mapped[int] = mapped_column("course_id", ForeignKey("course.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="courses")


class ProjectYear(ProjectPart, Base):
    __tablename__ = "project_year"

    year: Mapped[int]  # Buddhist-era fiscal year
    project: Mapped[Project] = relationship(back_populates="years")


class ProjectBudget(ProjectPart, Base):
    __tablename__ = "project_budget"

    year: Mapped[int]
    amount: Mapped[Money]
    fund_id: Mapped[int | None] = mapped_column(ForeignKey("fund_source.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="budgets")


class ProjectCost(ProjectPart, Base):
    __tablename__ = "project_cost"

    item: Mapped[Prose]
    unit_price: Mapped[Money]
    quantity: Mapped[int]
    times: Mapped[int]
    stated: Mapped[Money | None]
    project: Mapped[Project] = relationship(back_populates="costs")


class ProjectReach(ProjectPart, Base):
    """A level, or one of a line, a unit and a person."""

    __tablename__ = "project_reach"

    kind: Mapped[ReachKind]
    level: Mapped[Level]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("position_line.id", ondelete="RESTRICT"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id", ondelete="RESTRICT"), index=True)
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), index=True)
    project: Mapped[Project] = relationship(back_populates="reaches")


class ProjectLink(ProjectPart, Base):
    """What the project serves, by the code of a guideline's entry or of the plan's own strategy."""

    __tablename__ = "project_link"

    kind: Mapped[LinkKind]
    code: Mapped[str] = mapped_column(String(64))
    project: Mapped[Project] = relationship(back_populates="links")


class ProjectIndicator(ProjectPart, Base):
    __tablename__ = "project_indicator"

    name: Mapped[Prose]
    quantity: Mapped[Line]
    unit: Mapped[Line]
    project: Mapped[Project] = relationship(back_populates="indicators")


class Project(Base):
    __tablename__ = "project"

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    place: Mapped[Place]
    title: Mapped[Prose]
    listed: Mapped[bool]
    no_budget: Mapped[bool]
    monitoring_title: Mapped[Prose]
    stated_total: Mapped[Money | None]

    plan: Mapped[Plan] = relationship(back_populates="projects")
    methods: Mapped[list[ProjectMethod]] = relationship(
        back_populates="project", order_by=ProjectMethod.place, cascade=_PARTS, passive_deletes=True
    )
    organizers: Mapped[list[ProjectOrganizer]] = relationship(
        back_populates="project", order_by=ProjectOrganizer.place, cascade=_PARTS, passive_deletes=True
    )
    targets: Mapped[list[ProjectTarget]] = relationship(
        back_populates="project", order_by=ProjectTarget.place, cascade=_PARTS, passive_deletes=True
    )
    evaluations: Mapped[list[ProjectEvaluation]] = relationship(
        back_populates="project", order_by=ProjectEvaluation.place, cascade=_PARTS, passive_deletes=True
    )
    courses: Mapped[list[ProjectCourse]] = relationship(
        back_populates="project", order_by=ProjectCourse.place, cascade=_PARTS, passive_deletes=True
    )
    years: Mapped[list[ProjectYear]] = relationship(
        back_populates="project", order_by=ProjectYear.place, cascade=_PARTS, passive_deletes=True
    )
    budgets: Mapped[list[ProjectBudget]] = relationship(
        back_populates="project", order_by=ProjectBudget.place, cascade=_PARTS, passive_deletes=True
    )
    costs: Mapped[list[ProjectCost]] = relationship(
        back_populates="project", order_by=ProjectCost.place, cascade=_PARTS, passive_deletes=True
    )
    reaches: Mapped[list[ProjectReach]] = relationship(
        back_populates="project", order_by=ProjectReach.place, cascade=_PARTS, passive_deletes=True
    )
    links: Mapped[list[ProjectLink]] = relationship(
        back_populates="project", order_by=ProjectLink.place, cascade=_PARTS, passive_deletes=True
    )
    indicators: Mapped[list[ProjectIndicator]] = relationship(
        back_populates="project", order_by=ProjectIndicator.place, cascade=_PARTS, passive_deletes=True
    )
