"""Many people and posts as rows, written past the session's objects: there may be tens of thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.progress import tell
from hrdesk.services.register.office_rows import write_person, write_position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

_PERSON = tuple(PersonRecord.__dataclass_fields__)
_POSITION = tuple(PositionRecord.__dataclass_fields__)
_CHUNK = 500  # ids in one statement
_ROWS = 2000  # stored between two words of how far it is


def vacate(session: Session, ids: Sequence[int]) -> None:
    """Nobody of these holds a post for the moment, so that two may change places."""
    for start in range(0, len(ids), _CHUNK):
        session.execute(update(Staff).where(Staff.id.in_(ids[start : start + _CHUNK])).values(position_id=None))


def people_with(session: Session, ids: Sequence[int]) -> list[PersonRecord]:
    return [PersonRecord(*row) for row in session.execute(select(*person_fields()).where(Staff.id.in_(ids)))]


def posts_with(session: Session, ids: Sequence[int]) -> list[PositionRecord]:
    return [PositionRecord(*row) for row in session.execute(select(*position_fields()).where(frame.Position.id.in_(ids)))]


def position_fields() -> tuple[Any, ...]:
    return tuple(getattr(frame.Position, name) for name in _POSITION)


def person_fields() -> tuple[Any, ...]:
    return tuple(
        func.coalesce(Staff.national_id, "") if name == "national_id" else getattr(Staff, name) for name in _PERSON
    )


def store(session: Session, table: Any, new: Sequence[dict[str, Any]], changed: Sequence[dict[str, Any]]) -> None:
    for statement, rows in ((insert(table), new), (update(table), changed)):
        for start in range(0, len(rows), _ROWS):
            tell(start, len(rows))
            session.execute(statement, list(rows[start : start + _ROWS]))


def person_columns(record: PersonRecord) -> dict[str, Any]:
    row = Staff(id=record.id)
    write_person(row, record)
    return {column.name: getattr(row, column.name) for column in Staff.__table__.columns}


def position_columns(record: PositionRecord) -> dict[str, Any]:
    row = frame.Position(id=record.id)
    write_position(row, record)
    return {column.name: getattr(row, column.name) for column in frame.Position.__table__.columns}
