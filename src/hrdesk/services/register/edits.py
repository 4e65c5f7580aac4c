"""Many rows of the register changed in one action, taken back as one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.backup import Reason
from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.errors import UserError
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.services.area import Area
from hrdesk.services.register.many_rows import (
    people_with,
    person_columns,
    position_columns,
    posts_with,
    store,
)
from hrdesk.services.register.past_posts import archive_posts
from hrdesk.services.register.reading import read_all
from hrdesk.services.staffing.edits import EditedRow, Known, RowEdit, edited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.staff import PersonRecord
    from hrdesk.models.database import Database
    from hrdesk.services.register.changes import RegisterChanges
    from hrdesk.services.safety.backup import BackupService

MANY = 20  # rows from which on a backup is made first
_CHUNK = 500


class RegisterEdits:
    def __init__(self, database: Database, changes: RegisterChanges, backup: BackupService) -> None:
        self._database, self._changes, self._backup = database, changes, backup

    def review(self, edits: Sequence[RowEdit]) -> tuple[EditedRow, ...]:
        """What each row would become, in the order of the edits; nothing is written."""
        with self._database.read() as session:
            return edited(edits, _known(session, edits), datetime.now().astimezone().date())

    def apply(self, edits: Sequence[RowEdit], text: str) -> tuple[int, Area]:
        """Store the rows that change and have no problem; `text` names the action where it is taken back.

        UserError when there is none. Returns how many were changed.
        """
        if sum(row.is_change for row in self.review(edits)) >= MANY:
            self._backup.before(Reason.BEFORE_BULK)
        today = datetime.now().astimezone().date()
        with self._changes.watch() as change, self._database.begin() as session:
            rows = [row for row in edited(edits, _known(session, edits), today) if row.is_change]
            if not rows:
                raise UserError("ไม่มีแถวที่เปลี่ยนได้ ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาตรวจค่าที่ระบุ")
            posts = [row.position for row in rows if row.position]
            people = [row.person for row in rows if row.person]
            holders = dict(_holders(session, [post.id for post in posts]))
            change.begin(session, [*holders, *(person.id for person in people)], [post.id for post in posts])
            _refuse_taken(session, people_ids={p.id: p.national_id for p in people if p.national_id})
            was = {post.id: post for some in _chunks([post.id for post in posts]) for post in posts_with(session, some)}
            moved = {p.id for p in posts if (was[p.id].title, was[p.id].level, was[p.id].unit_id) != (p.title, p.level, p.unit_id)}
            leaving = {person for person, post in holders.items() if post in moved}
            archive_posts(session, leaving | _of_another_kind(session, people), today)
            store(session, frame.Position, [], [position_columns(post) for post in posts])
            store(session, Staff, [], [person_columns(person) for person in people])
            change.end(session, f"{text} {len(rows):,} แถว")
        return len(rows), Area.STAFF


def _known(session: Session, edits: Iterable[RowEdit]) -> Known:
    listed = list(edits)
    posts = [post for some in _chunks(e.position_id for e in listed) for post in posts_with(session, some)]
    people = [person for some in _chunks(e.staff_id for e in listed) for person in people_with(session, some)]
    return Known(
        {post.id: post for post in posts}, {person.id: person for person in people},
        read_all(session, OrgUnit), read_all(session, PositionLine),
    )  # fmt: skip


def _holders(session: Session, posts: Iterable[int]) -> Iterator[tuple[int, int | None]]:
    """Person and post."""
    for some in _chunks(posts):
        found = session.execute(select(Staff.id, Staff.position_id).where(Staff.position_id.in_(some)))
        yield from ((person, post) for person, post in found)


def _of_another_kind(session: Session, people: Sequence[PersonRecord]) -> set[int]:
    """Who is to be another kind of personnel than now."""
    wanted = {person.id: person.personnel_type for person in people}
    return {
        staff
        for some in _chunks(wanted)
        for staff, now in session.execute(select(Staff.id, Staff.personnel_type).where(Staff.id.in_(some)))
        if now is not wanted[staff]
    }


def _refuse_taken(session: Session, people_ids: dict[int, str]) -> None:
    """UserError when a national ID is somebody else's, or twice in the block."""
    if len(set(people_ids.values())) < len(people_ids):
        raise UserError("มีเลขประจำตัวประชาชนซ้ำกันในข้อมูลที่วาง ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขแล้ววางใหม่")
    for number, digits in people_ids.items():
        other = session.scalar(select(Staff.first_name).where(Staff.national_id == digits, Staff.id != number))
        if other is not None:
            raise UserError(f"เลขประจำตัวประชาชนที่ระบุเป็นของ{other}อยู่แล้ว ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขแล้วลองใหม่")


def _chunks(ids: Iterable[int | None]) -> Iterator[list[int]]:
    listed = sorted({number for number in ids if number})
    return (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))
