"""A plan with its parts. Parts go with their whole (CASCADE); what they refer to stays (RESTRICT).

Parts are keyed by their place in the whole, so that a plan read back is the plan that was saved, in its order.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.models.base import Base, Id, Line, Moment, Place, Prose
from hrdesk.models.plan_parts import (
    AcceptedWarning,
    PlanIndicator,
    PlanOption,
    PlanPart,
    PlanStrategy,
    SwotEntry,
)
from hrdesk.models.project import Project

_PARTS = "all, delete-orphan"


class Plan(Base):
    __tablename__ = "plan"

    id: Mapped[Id]
    first_year: Mapped[int] = mapped_column(index=True)  # Buddhist-era fiscal year
    year_count: Mapped[int]
    status: Mapped[PlanStatus]
    budget_law: Mapped[Line]
    covers_all_positions: Mapped[bool]
    committee_announcement_date: Mapped[date | None]
    committee_announcement_clauses: Mapped[Prose]
    updated_at: Mapped[Moment]

    projects: Mapped[list[Project]] = relationship(
        back_populates="plan", order_by=Project.place, cascade=_PARTS, passive_deletes=True
    )
    committee: Mapped[list[CommitteeMember]] = relationship(
        back_populates="plan", order_by="CommitteeMember.place", cascade=_PARTS, passive_deletes=True
    )
    responsible: Mapped[list[Responsible]] = relationship(
        back_populates="plan", order_by="Responsible.place", cascade=_PARTS, passive_deletes=True
    )
    rounds: Mapped[list[MonitoringRound]] = relationship(
        back_populates="plan", order_by="MonitoringRound.place", cascade=_PARTS, passive_deletes=True
    )
    chapters: Mapped[list[PlanChapter]] = relationship(
        back_populates="plan", order_by="PlanChapter.place", cascade=_PARTS, passive_deletes=True
    )
    indicators: Mapped[list[PlanIndicator]] = relationship(
        back_populates="plan", order_by=PlanIndicator.place, cascade=_PARTS, passive_deletes=True
    )
    strategies: Mapped[list[PlanStrategy]] = relationship(
        back_populates="plan", order_by=PlanStrategy.place, cascade=_PARTS, passive_deletes=True
    )
    swot: Mapped[list[SwotEntry]] = relationship(
        back_populates="plan", order_by=SwotEntry.place, cascade=_PARTS, passive_deletes=True
    )
    optional: Mapped[list[PlanOption]] = relationship(
        back_populates="plan", order_by=PlanOption.place, cascade=_PARTS, passive_deletes=True
    )
    accepted: Mapped[list[AcceptedWarning]] = relationship(
        back_populates="plan", order_by=AcceptedWarning.place, cascade=_PARTS, passive_deletes=True
    )


class PlanChapter(PlanPart, Base):
    """A chapter's text as the officer changed it; unchanged chapters are not stored."""

    __tablename__ = "plan_chapter"

    key: Mapped[str] = mapped_column(String(100))
    text: Mapped[Prose]

    plan: Mapped[Plan] = relationship(back_populates="chapters")


class CommitteeMember(PlanPart, Base):
    __tablename__ = "committee_member"

    position: Mapped[Line]
    role: Mapped[CommitteeRole]
    committee: Mapped[CommitteeKind]
    name: Mapped[Line]
    staff: Mapped[int | None] = mapped_column("staff_id", ForeignKey("staff.id", ondelete="RESTRICT"), index=True)

    plan: Mapped[Plan] = relationship(back_populates="committee")


class MonitoringRound(PlanPart, Base):
    __tablename__ = "monitoring_round"

    year: Mapped[int]
    number: Mapped[int]
    due: Mapped[date | None]

    plan: Mapped[Plan] = relationship(back_populates="rounds")


class Responsible(Base):
    __tablename__ = "responsible"

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    place: Mapped[Place]
    title: Mapped[Prose]
    note: Mapped[Prose]

    plan: Mapped[Plan] = relationship(back_populates="responsible")
    duties: Mapped[list[ResponsibleDuty]] = relationship(
        back_populates="responsible", order_by="ResponsibleDuty.place", cascade=_PARTS, passive_deletes=True
    )


class ResponsibleDuty(Base):
    __tablename__ = "responsible_duty"

    responsible_id: Mapped[int] = mapped_column(
        ForeignKey("responsible.id", ondelete="CASCADE"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[Prose]

    responsible: Mapped[Responsible] = relationship(back_populates="duties")


class WizardDraft(Base):
    """The one plan being edited by the wizard, as JSON, until it is finished or given up."""

    __tablename__ = "wizard_draft"

    id: Mapped[Id]
    page: Mapped[Line]
    payload: Mapped[Prose]
    updated_at: Mapped[Moment]
