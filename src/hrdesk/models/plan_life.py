"""What happens to a plan: numbered papers, stages, announced editions, meetings."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.plan_terms import DocumentKind, PlanStatus, Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.models.base import Base, Id, Line, Moment, Prose

_PARTS = "all, delete-orphan"


class IssuedDocument(Base):
    """RESTRICT: a number once given is on record; `services.planning` lets go of the plan before deleting it."""

    __tablename__ = "issued_document"

    id: Mapped[Id]
    kind: Mapped[DocumentKind]
    year: Mapped[int] = mapped_column(index=True)  # Buddhist-era calendar year
    number: Mapped[Line]
    dated: Mapped[date]
    subject: Mapped[Prose]
    form: Mapped[str] = mapped_column(String(64))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id", ondelete="RESTRICT"), index=True)


class PlanEvent(Base):
    __tablename__ = "plan_event"

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    status: Mapped[PlanStatus]
    happened_on: Mapped[date]
    resolution: Mapped[Prose]
    note: Mapped[Prose]
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("issued_document.id", ondelete="RESTRICT"), index=True
    )
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id", ondelete="RESTRICT"), index=True)
    recorded_at: Mapped[Moment]

    document: Mapped[IssuedDocument | None] = relationship()


class PlanEdition(Base):
    """An announced plan whole, as JSON of `domain.life.FrozenPlan`; never changed."""

    __tablename__ = "plan_edition"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    announced_on: Mapped[date]
    taken_at: Mapped[Moment]
    reason: Mapped[Prose]
    resolution: Mapped[Prose]
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("issued_document.id", ondelete="RESTRICT"), index=True
    )
    content: Mapped[Prose]

    document: Mapped[IssuedDocument | None] = relationship()


class Meeting(Base):
    __tablename__ = "meeting"

    id: Mapped[Id]
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"), index=True)
    committee: Mapped[CommitteeKind]
    number: Mapped[int]
    held_on: Mapped[date | None]
    starts: Mapped[Line]
    ends: Mapped[Line]
    place: Mapped[Line]
    subject: Mapped[Prose]
    recorder: Mapped[Line]
    reviewer: Mapped[Line]

    agenda: Mapped[list[MeetingItem]] = relationship(
        back_populates="meeting", order_by="MeetingItem.place", cascade=_PARTS, passive_deletes=True
    )
    attendees: Mapped[list[MeetingAttendee]] = relationship(
        back_populates="meeting", order_by="MeetingAttendee.place", cascade=_PARTS, passive_deletes=True
    )


class MeetingPart:
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)


class MeetingItem(MeetingPart, Base):
    __tablename__ = "meeting_item"

    title: Mapped[Prose]
    detail: Mapped[Prose]
    discussion: Mapped[Prose]
    resolution: Mapped[Prose]

    meeting: Mapped[Meeting] = relationship(back_populates="agenda")


class MeetingAttendee(MeetingPart, Base):
    """Names and posts as on the day, whatever the register says later."""

    __tablename__ = "meeting_attendee"

    name: Mapped[Line]
    position: Mapped[Line]
    role: Mapped[CommitteeRole | None]
    presence: Mapped[Presence]
    substitute: Mapped[Line]

    meeting: Mapped[Meeting] = relationship(back_populates="attendees")
