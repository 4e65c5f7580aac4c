"""Undoing one import in the database, or refusing to where its records were changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.staff import PositionRecord
from hrdesk.errors import UserError
from hrdesk.models import organization as frame
from hrdesk.models.history import HeldPosition
from hrdesk.models.staff import Staff
from hrdesk.services.register.many_rows import (
    people_with,
    person_columns,
    position_columns,
    posts_with,
    store,
    vacate,
)
from hrdesk.services.register.office_rows import renumber_units
from hrdesk.services.register.states import OTHERS, Referred, chunks, delete_free, delete_rows, named
from hrdesk.services.staffing.undo import Journal, digest, person_of, position_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.staff import PersonRecord
    from hrdesk.services.staffing.undo import Touched


def take_back(session: Session, journal: Journal) -> None:
    """Raises UserError, with the transaction to be rolled back, when a record is not as the import left it."""
    people = {person.id: person for some in chunks(journal.people) for person in people_with(session, some)}
    posts = {post.id: post for some in chunks(journal.positions) for post in posts_with(session, some)}
    changed = [*_changed(journal.people, people), *_changed(journal.positions, posts)]
    if changed:
        raise _refused(changed)
    try:
        _restore(session, journal)
    except (IntegrityError, Referred) as error:
        raise _refused([OTHERS]) from error


def _restore(session: Session, journal: Journal) -> None:
    vacate(session, list(journal.people))
    delete_rows(session, HeldPosition, journal.held)
    delete_free(session, Staff, [number for number, (before, _) in journal.people.items() if before is None])
    store(session, frame.Position, [], [position_columns(position_of(b)) for b, _ in journal.positions.values() if b])
    store(session, Staff, [], [person_columns(person_of(b)) for b, _ in journal.people.values() if b])
    delete_free(session, frame.Position, [number for number, (before, _) in journal.positions.items() if before is None])
    for unit in reversed(journal.units):  # lower ones first; what is used by now stays
        if not _used(session, unit, frame.Position.unit_id, frame.OrgUnit.parent_id):
            delete_rows(session, frame.OrgUnit, [unit])
    for line in journal.lines:
        if not _used(session, line, frame.Position.line_id):
            delete_rows(session, frame.PositionLine, [line])
    session.flush()
    renumber_units(session)


def _used(session: Session, row_id: int, *columns: object) -> bool:
    return any(session.scalar(select(func.count()).where(column == row_id)) for column in columns)  # type: ignore[arg-type]


def _changed(touched: Touched, now: dict[int, PersonRecord] | dict[int, PositionRecord]) -> Iterable[str]:
    for number, (_, after) in touched.items():
        record = now.get(number)
        if record is None:
            yield "รายการที่ถูกลบไปแล้ว"
        elif digest(record) != after:
            yield record.title if isinstance(record, PositionRecord) else record.name


def _refused(changed: Sequence[str]) -> UserError:
    return UserError(
        f"ยกเลิกการนำเข้าครั้งนี้ไม่ได้ เพราะมีการแก้ไขภายหลัง ({named(changed)}) ข้อมูลไม่ถูกเปลี่ยนแปลง"
        " หากต้องการย้อนทั้งหมด กรุณานำชุดสำรองก่อนการนำเข้ามาใช้"
    )
