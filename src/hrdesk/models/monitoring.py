"""How a year is followed up: evaluation schedule, monitoring rounds, annual report, evidence."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.models.base import Base, Id, Line, Moment, Prose

_PARTS = "all, delete-orphan"


class EvaluationSchedule(Base):
    """How one project of a plan is evaluated in one fiscal year."""

    __tablename__ = "evaluation_schedule"
    __table_args__ = (UniqueConstraint("project_id", "year"),)

    id: Mapped[Id]
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]  # Buddhist-era fiscal year
    evaluator: Mapped[Line]
    due: Mapped[date | None]
    follow_months: Mapped[int]
    note: Mapped[Prose]

    methods: Mapped[list[ScheduleMethod]] = relationship(
        back_populates="schedule", order_by="ScheduleMethod.place", cascade=_PARTS, passive_deletes=True
    )


class ScheduleMethod(Base):
    __tablename__ = "evaluation_schedule_method"

    schedule_id: Mapped[int] = mapped_column(
        ForeignKey("evaluation_schedule.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("evaluation_method.id", ondelete="RESTRICT"), index=True)

    schedule: Mapped[EvaluationSchedule] = relationship(back_populates="methods")


class ScheduleDraft(Base):
    """A schedule being edited by the wizard, as JSON, until it is finished or given up: one of each year of a plan."""

    __tablename__ = "schedule_draft"

    id: Mapped[Id]
    page: Mapped[Line]
    payload: Mapped[Prose]
    updated_at: Mapped[Moment]


class MonitoringReport(Base):
    """One round of a year. `frozen` holds the figures of a closed round as JSON; empty while it is open."""

    __tablename__ = "monitoring_report"
    __table_args__ = (UniqueConstraint("plan_id", "year", "number"),)

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    number: Mapped[int]
    as_at: Mapped[date | None]
    status: Mapped[RoundStatus]
    closed_on: Mapped[date | None]
    findings: Mapped[Prose]
    recommendations: Mapped[Prose]
    frozen: Mapped[Prose]

    explanations: Mapped[list[MonitoringExplanation]] = relationship(
        back_populates="report", order_by="MonitoringExplanation.key", cascade=_PARTS, passive_deletes=True
    )


class MonitoringExplanation(Base):
    """Why something planned is not done; `key` names the open item, such as project:12."""

    __tablename__ = "monitoring_explanation"

    report_id: Mapped[int] = mapped_column(
        ForeignKey("monitoring_report.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[Line] = mapped_column(primary_key=True)
    text: Mapped[Prose]

    report: Mapped[MonitoringReport] = relationship(back_populates="explanations")


class AnnualReport(Base):
    """The officer's texts of one year's result report."""

    __tablename__ = "annual_report"
    __table_args__ = (UniqueConstraint("plan_id", "year"),)

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    summary: Mapped[Prose]
    problems: Mapped[Prose]
    suggestions: Mapped[Prose]


class Evidence(Base):
    """หลักฐาน: a paper or file that proves the year's work, and where it is kept."""

    __tablename__ = "evidence"

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    year: Mapped[int]
    place: Mapped[int]
    title: Mapped[Prose]
    reference: Mapped[Line]  # number of the paper
    dated: Mapped[date | None]
    kept_at: Mapped[Line]
