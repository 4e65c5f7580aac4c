"""Individual development plans, and the guide that turns a gap into ways to close it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus, LearningWay
from hrdesk.models.base import Base, Id, Line, Moment, Place, Prose
from hrdesk.models.competency import Code


class GuideEntry(Base):
    """One way of the office's own; where it has some for a code, the shipped ones for it do not count."""

    __tablename__ = "guide_entry"

    id: Mapped[Id]
    framework: Mapped[Code]
    code: Mapped[Code]
    way: Mapped[LearningWay]
    activity: Mapped[Prose]
    indicator: Mapped[Line]
    months: Mapped[int]
    place: Mapped[Place]


class Idp(Base):
    """One person's plan of one fiscal year. Post and unit are those held when it was made."""

    __tablename__ = "idp"
    __table_args__ = (UniqueConstraint("staff_id", "year"),)

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), index=True)
    year: Mapped[int]  # BE
    framework: Mapped[Code]
    stage: Mapped[Code]
    status: Mapped[IdpStatus]
    position: Mapped[Line]
    level: Mapped[Line]
    unit: Mapped[Line]
    goal: Mapped[Prose]
    superior_name: Mapped[Line]
    superior_position: Mapped[Line]
    superior_agreed_on: Mapped[date | None]
    upper_name: Mapped[Line]  # the superior's superior
    upper_position: Mapped[Line]
    upper_agreed_on: Mapped[date | None]
    result: Mapped[Prose]
    closed_on: Mapped[date | None]
    updated_at: Mapped[Moment]

    items: Mapped[list[IdpItem]] = relationship(
        back_populates="idp", cascade="all, delete-orphan", passive_deletes=True, order_by="IdpItem.place"
    )


class IdpItem(Base):
    __tablename__ = "idp_item"

    idp_id: Mapped[int] = mapped_column(ForeignKey("idp.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    goal: Mapped[Line]
    framework: Mapped[Code]
    code: Mapped[Code]
    name: Mapped[Line]
    expected: Mapped[int]
    self_level: Mapped[int | None]
    superior_level: Mapped[int | None]
    agreed_level: Mapped[int | None]
    future: Mapped[bool]  # asked by the next stage of the organisation only
    way: Mapped[LearningWay]
    activity: Mapped[Prose]
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id", ondelete="RESTRICT"), index=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    indicator: Mapped[Line]
    status: Mapped[IdpItemStatus]
    evidence: Mapped[Prose]
    result: Mapped[Prose]

    idp: Mapped[Idp] = relationship(back_populates="items")
