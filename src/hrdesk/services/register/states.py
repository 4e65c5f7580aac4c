"""The people and posts of the register at one moment, and putting another moment's in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, delete, func, select

from hrdesk.domain.person_history import HeldPosition
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.services.register.many_rows import (
    people_with,
    person_columns,
    position_columns,
    posts_with,
    store,
    vacate,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.staff import PersonRecord, PositionRecord

_CHUNK = 500  # ids in one statement
_HELD = tuple(HeldPosition.__dataclass_fields__)
_NAMED = 3  # examples in a refusal
HISTORY = "ประวัติการดำรงตำแหน่ง"
OTHERS = "ข้อมูลอื่นที่อ้างถึงรายการเหล่านี้"


class Referred(UserError):  # noqa: N818 - what it is, not that it went wrong
    """Something else refers to a row that would go."""

    def __init__(self) -> None:
        super().__init__(f"ลบรายการไม่ได้ เพราะมี{OTHERS} ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณานำออกจากข้อมูลเหล่านั้นก่อน")


@dataclass(frozen=True, slots=True)
class State:
    """The touched records at one moment, by id; who or what is missing was not there."""

    people: Mapping[int, PersonRecord]
    posts: Mapping[int, PositionRecord]
    held: Mapping[int, HeldPosition]  # the former posts of these people


def _held_table() -> type[Any]:
    """Its tables are many: the first page does without them."""
    from hrdesk.models.history import HeldPosition as Held  # noqa: PLC0415

    return Held


def state_of(session: Session, people: Iterable[int], posts: Iterable[int]) -> State:
    table = _held_table()
    persons = [person for some in chunks(people) for person in people_with(session, some)]
    frames = [post for some in chunks(posts) for post in posts_with(session, some)]
    held = [
        HeldPosition(*row)
        for some in chunks(people)
        for row in session.execute(select(*(getattr(table, name) for name in _HELD)).where(table.staff_id.in_(some)))
    ]
    return State({one.id: one for one in persons}, {one.id: one for one in frames}, {one.id: one for one in held})


def write_state(session: Session, was: State, will: State) -> None:
    """People are without posts for the moment, so that two may change places and a post may come or go."""
    vacate(session, list(was.people))
    delete_rows(session, _held_table(), was.held.keys() - will.held.keys())
    delete_free(session, Staff, was.people.keys() - will.people.keys())
    posts = [position_columns(one) for one in will.posts.values()]
    store(session, frame.Position, _new(posts, was.posts), _changed(posts, was.posts))
    people = [person_columns(one) for one in will.people.values()]
    store(session, Staff, _new(people, was.people), _changed(people, was.people))
    delete_free(session, frame.Position, was.posts.keys() - will.posts.keys())
    held = [{name: getattr(one, name) for name in _HELD} for one in will.held.values()]
    store(session, _held_table(), _new(held, was.held), _changed(held, was.held))
    session.flush()


def _new(rows: list[dict[str, object]], was: Mapping[int, object]) -> list[dict[str, object]]:
    return [row for row in rows if row["id"] not in was]


def _changed(rows: list[dict[str, object]], was: Mapping[int, object]) -> list[dict[str, object]]:
    return [row for row in rows if row["id"] in was]


def delete_rows(session: Session, table: type[Any], ids: Iterable[int]) -> None:
    for some in chunks(ids):
        session.execute(delete(table).where(table.id.in_(some)))


def delete_free(session: Session, table: type[Staff | frame.Position], ids: Iterable[int]) -> None:
    """UserError when anything refers to one of the rows: a deletion would silently take it along."""
    listed = sorted(ids)
    if not listed:
        return
    column = table.__table__.c.id
    for other in table.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column is column and _counted(session, key.parent, listed):
                raise Referred
    delete_rows(session, table, listed)


def _counted(session: Session, column: Column[int], ids: list[int]) -> int:
    return sum(
        session.scalar(select(func.count()).select_from(column.table).where(column.in_(some))) or 0
        for some in chunks(ids)
    )


def different(was: State, found: State) -> list[str]:
    """Names of the people and posts of `was` that are other ones now."""
    names = [one.name for number, one in was.people.items() if found.people.get(number) != one]
    return names + [one.title for number, one in was.posts.items() if found.posts.get(number) != one]


def named(names: Sequence[str]) -> str:
    """A few of them, and how many more."""
    said = ", ".join(dict.fromkeys(names[:_NAMED])) or HISTORY
    return f"{said} และอีก {len(names) - _NAMED} รายการ" if len(names) > _NAMED else said


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    listed = sorted(ids)
    return (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))
