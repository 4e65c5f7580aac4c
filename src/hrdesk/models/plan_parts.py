"""Parts of a plan that came with its committees' work: what it aims at, what it rests on, what was let pass."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.plan_terms import OptionalPart, SwotKind
from hrdesk.models.base import Base, Line, Prose

if TYPE_CHECKING:
    from hrdesk.models.plan import Plan  # noqa: TC004 - found by name, the import would go in a circle


class PlanPart:
    """Columns of a part that is known by its place in the plan."""

    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)


class PlanIndicator(PlanPart, Base):
    __tablename__ = "plan_indicator"

    name: Mapped[Prose]
    quantity: Mapped[Line]
    unit: Mapped[Line]
    plan: Mapped[Plan] = relationship(back_populates="indicators")


class PlanStrategy(PlanPart, Base):
    """A strategy of the office's own, as this plan was linked to it."""

    __tablename__ = "plan_strategy"

    code: Mapped[str] = mapped_column(String(64))
    name: Mapped[Prose]
    plan: Mapped[Plan] = relationship(back_populates="strategies")


class SwotEntry(PlanPart, Base):
    __tablename__ = "swot_entry"

    kind: Mapped[SwotKind]
    text: Mapped[Prose]
    plan: Mapped[Plan] = relationship(back_populates="swot")


class PlanOption(PlanPart, Base):
    """A part of the book that this plan prints besides the statutory ones."""

    __tablename__ = "plan_option"

    part: Mapped[OptionalPart]
    plan: Mapped[Plan] = relationship(back_populates="optional")


class AcceptedWarning(PlanPart, Base):
    """`code`, `field` and `text` are those of the Problem."""

    __tablename__ = "accepted_warning"

    code: Mapped[str] = mapped_column(String(64))
    field: Mapped[Line]
    text: Mapped[Prose]
    reason: Mapped[Prose]
    accepted_on: Mapped[date]
    plan: Mapped[Plan] = relationship(back_populates="accepted")
