"""People, those who left included."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.terms import PersonnelType
from hrdesk.models.base import Base, Id, Key, Line, Prose

if TYPE_CHECKING:
    from hrdesk.models.organization import Position  # noqa: TC004 - found by name, the import would go in a circle


class Staff(Base):
    __tablename__ = "staff"

    id: Mapped[Id]
    title: Mapped[Line]
    first_name: Mapped[Line]
    last_name: Mapped[Line]
    sort_key: Mapped[Key]
    search_key: Mapped[Key]
    national_id: Mapped[str | None] = mapped_column(String(13), unique=True)  # None while not known
    birth_date: Mapped[date | None]
    personnel_type: Mapped[PersonnelType]
    # Unique: one holder for each post. RESTRICT: a post is vacated on purpose, never by deleting it.
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id", ondelete="RESTRICT"), unique=True)
    start_date: Mapped[date | None]
    education: Mapped[Line]
    note: Mapped[Prose]
    left_on: Mapped[date | None]
    left_reason: Mapped[Line]

    position: Mapped[Position | None] = relationship(back_populates="holder")
