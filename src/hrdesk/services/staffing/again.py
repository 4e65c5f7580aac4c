"""An import that was taken back, made again as it was: without its file, and only where nobody touched its records since.

What is needed for it holds people's data that the file of the office must not keep, so it lives as long as the program
runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import organization as frame
from hrdesk.models.history import HeldPosition
from hrdesk.services.register.office_rows import renumber_units
from hrdesk.services.register.states import State, chunks, different, named, state_of, write_state

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from hrdesk.services.staffing.undo import Journal

_Rows: TypeAlias = tuple[dict[str, Any], ...]
_Table: TypeAlias = type[frame.OrgUnit] | type[frame.PositionLine]


@dataclass(frozen=True, slots=True)
class Left:
    """What an import left in the register."""

    state: State
    units: _Rows
    lines: _Rows


@dataclass(frozen=True, slots=True)
class UndoneImport:
    made_at: datetime
    source: str
    summary: str
    payload: str  # the journal, which fits again when it is made again
    left: Left
    now: State  # as taking it back left the same records


def left_by(session: Session, journal: Journal) -> Left:
    archived = [row for some in chunks(journal.held) for row in session.scalars(_holders(some))]  # of posts that changed
    return Left(
        state_of(session, {*journal.people, *archived}, journal.positions),
        _rows(session, frame.OrgUnit, journal.units),
        _rows(session, frame.PositionLine, journal.lines),
    )


def make_again(session: Session, undone: UndoneImport) -> None:
    """Raises UserError, with the transaction to be rolled back, when something is not as the undoing left it."""
    left, now = undone.left, undone.now
    found = state_of(session, {*left.state.people, *now.people}, {*left.state.posts, *now.posts})
    if found != now:
        raise _refused(named(different(now, found) or different(found, now)))
    try:
        for table, rows in ((frame.OrgUnit, left.units), (frame.PositionLine, left.lines)):
            _put_back(session, table, rows)
        write_state(session, now, left.state)
        renumber_units(session)
    except IntegrityError as error:
        raise _refused("มีบุคคล ส่วนราชการ หรือสายงานเดียวกันอยู่แล้ว") from error


def _put_back(session: Session, table: _Table, rows: _Rows) -> None:
    """Upper units first, as they were made. Those in use stayed; nobody may have made others of them."""
    for row in rows:
        there = session.scalar(select(table.name).where(table.id == row["id"]))
        if there is None:
            session.execute(insert(table), [row])
        elif there != row["name"]:
            raise _refused(there)


def _holders(held: list[int]) -> Select[int]:
    return select(HeldPosition.staff_id).where(HeldPosition.id.in_(held))


def _rows(session: Session, table: _Table, ids: list[int]) -> _Rows:
    columns = table.__table__.columns
    found = {row["id"]: dict(row) for row in session.execute(select(*columns).where(columns["id"].in_(ids))).mappings()}
    return tuple(found[number] for number in ids if number in found)


def _refused(said: str) -> UserError:
    return UserError(
        f"นำเข้าอีกครั้งไม่ได้ เพราะมีการแก้ไขภายหลัง ({said}) ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณานำเข้าจากแฟ้มเดิมแล้วตรวจทานใหม่"
    )
