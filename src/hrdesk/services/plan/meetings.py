"""Meetings of a plan's committees, kept whether or not the plan is frozen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from hrdesk.domain.meeting import AgendaItem, Attendee, Meeting, new_meeting
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import plan_life as tables
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.plan.reading import read_plan
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.terms import CommitteeKind
    from hrdesk.models.database import Database

_WHOLE = (selectinload(tables.Meeting.agenda), selectinload(tables.Meeting.attendees))
_LINES = ("starts", "ends", "place", "subject", "recorder", "reviewer")
_ITEM = ("title", "detail", "discussion", "resolution")
_ATTENDEE = ("name", "position", "role", "presence", "substitute")
Row = TypeVar("Row", tables.MeetingItem, tables.MeetingAttendee)


@dataclass(frozen=True, slots=True)
class MeetingsService:
    database: Database

    def held(self, plan_id: int) -> tuple[Meeting, ...]:
        """By committee and number."""
        row = tables.Meeting
        query = select(row).where(row.plan_id == plan_id).options(*_WHOLE).order_by(row.committee, row.number, row.id)
        with self.database.read() as session:
            return tuple(_meeting(one) for one in session.scalars(query))

    def load(self, meeting_id: int) -> Meeting:
        with self.database.read() as session:
            return _meeting(_found(session, meeting_id))

    def blank(self, plan_id: int, committee: CommitteeKind) -> Meeting:
        """The committee's next meeting, with the customary agenda and its members, not yet stored."""
        with self.database.rows() as rows:
            draft = read_plan(rows, plan_id)
        return new_meeting(draft, committee, self.held(plan_id))

    def save(self, meeting: Meeting) -> tuple[int, Area]:
        """InvalidRecord when another meeting of the committee bears its number."""
        with self.database.begin() as session:
            row = _found(session, meeting.id) if meeting.id else tables.Meeting()
            _demand_own_number(session, meeting)
            row.plan_id, row.committee = meeting.plan, meeting.committee
            row.number, row.held_on = meeting.number, meeting.held_on
            for name in _LINES:
                setattr(row, name, clean(getattr(meeting, name)))
            _fill(row.agenda, meeting.agenda, tables.MeetingItem, _ITEM)
            _fill(row.attendees, meeting.attendees, tables.MeetingAttendee, _ATTENDEE)
            session.add(row)
            session.flush()
            return row.id, Area.PLAN

    def delete(self, meeting_id: int) -> tuple[Deleted, Area]:
        """UserError when a stage of the plan names the meeting."""
        try:
            with self.database.begin() as session:
                row = _found(session, meeting_id)
                name = f"การประชุม{term(row.committee)} ครั้งที่ {row.number}"
                return take_out(session, tables.Meeting, [meeting_id], name), Area.PLAN
        except IntegrityError as error:
            raise UserError(
                "ลบการประชุมนี้ไม่ได้ เพราะประวัติของแผนอ้างถึงมติของการประชุมนี้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ขั้นตอนของแผนที่อ้างถึงก่อน"
            ) from error

    def put_back(self, deleted: Deleted) -> tuple[int, Area]:
        """A deleted meeting as it was. UserError when its plan is gone, or another one bears its number by now."""
        with self.database.begin() as session:
            bring_back(session, deleted)
            (meeting_id,) = (row["id"] for row in deleted.of(tables.Meeting))
            _demand_own_number(session, _meeting(_found(session, meeting_id)))
            return meeting_id, Area.PLAN


def _found(session: Session, meeting_id: int) -> tables.Meeting:
    row = session.get(tables.Meeting, meeting_id, options=_WHOLE)
    if row is None:
        raise UserError("ไม่พบการประชุมนี้ อาจถูกลบไปแล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาเลือกการประชุมใหม่")
    return row


def _demand_own_number(session: Session, meeting: Meeting) -> None:
    row = tables.Meeting
    same = select(row.id).where(
        row.plan_id == meeting.plan, row.committee == meeting.committee, row.number == meeting.number,
        row.id != meeting.id,
    )  # fmt: skip
    if session.scalars(same).first() is not None:
        text = f"คณะกรรมการชุดนี้มีการประชุมครั้งที่ {meeting.number} แล้ว กรุณาใช้เลขอื่น"
        raise InvalidRecord((Problem("meeting.number", text),))


def _fill(rows: list[Row], values: Sequence[object], make: type[Row], names: Sequence[str]) -> None:
    del rows[len(values) :]
    rows.extend(make() for _ in range(len(values) - len(rows)))
    for place, (row, value) in enumerate(zip(rows, values, strict=True)):
        row.place = place
        for name in names:
            setattr(row, name, getattr(value, name))


def _meeting(row: tables.Meeting) -> Meeting:
    return Meeting(
        id=row.id,
        plan=row.plan_id,
        committee=row.committee,
        number=row.number,
        held_on=row.held_on,
        agenda=tuple(AgendaItem(i.title, i.detail, i.discussion, i.resolution) for i in row.agenda),
        attendees=tuple(Attendee(a.name, a.position, a.role, a.presence, a.substitute) for a in row.attendees),
        **{name: getattr(row, name) for name in _LINES},
    )
