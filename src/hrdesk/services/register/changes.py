"""Changes of the register that can be taken back and made again, the latest first, as long as the program runs.

A change knows the people and posts it touched as they were and as they became. It is taken back only while they are as
it left them, so that nobody's later work is lost, whichever page made it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Column, delete, func, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.person_history import HeldPosition
from hrdesk.domain.staff import PersonRecord, PositionRecord
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
    vacate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database

KEPT = 100  # changes
_CHUNK = 500  # ids in one statement
_NAMED = 3  # examples in a refusal
_HELD = tuple(HeldPosition.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class State:
    """The touched records at one moment, by id; who or what is missing was not there."""

    people: Mapping[int, PersonRecord]
    posts: Mapping[int, PositionRecord]
    held: Mapping[int, HeldPosition]  # the former posts of these people


@dataclass(slots=True)
class Watch:
    """What one change touches, told by the service while it writes."""

    text: str = ""
    people: set[int] = field(default_factory=set)
    posts: set[int] = field(default_factory=set)
    was: State | None = None
    is_now: State | None = None

    def begin(self, session: Session, people: Iterable[int | None] = (), posts: Iterable[int | None] = ()) -> None:
        self.people.update(number for number in people if number)
        self.posts.update(number for number in posts if number)
        self.was = _state(session, self.people, self.posts)

    def end(self, session: Session, text: str, people: Iterable[int] = (), posts: Iterable[int] = ()) -> None:
        """With what was made meanwhile; `text` says in the officer's words what was done."""
        session.flush()
        self.people.update(people)
        self.posts.update(posts)
        self.text, self.is_now = text, _state(session, self.people, self.posts)


@dataclass(frozen=True, slots=True)
class _Recorded:
    text: str
    was: State
    is_now: State


@dataclass(frozen=True, slots=True)
class _Foreign:
    """Taken back by its own service, and not made again."""

    text: str
    back: Callable[[], Area]


_Step: TypeAlias = "_Recorded | _Foreign"


class RegisterChanges:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._done: list[_Step] = []
        self._undone: list[_Recorded] = []

    @property
    def undo_text(self) -> str:
        """What would be taken back next; empty when there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        return self._undone[-1].text if self._undone else ""

    def clear(self) -> None:
        """The rows may be other ones now, or must not be remembered."""
        self._done.clear()
        self._undone.clear()

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        """Around the transaction: what it changed is kept when it was committed and did change something."""
        found = Watch()
        yield found
        if found.was is not None and found.is_now is not None and found.was != found.is_now:
            self._keep(_Recorded(found.text, found.was, found.is_now))

    def note(self, text: str, back: Callable[[], Area]) -> None:
        """A change that another service can take back."""
        self._keep(_Foreign(text, back))

    def _keep(self, step: _Step) -> None:
        self._undone.clear()
        self._done = [*self._done[-KEPT + 1 :], step]

    def undo(self) -> tuple[str, Area]:
        """What was taken back, in words. UserError when its records were changed since; then it is given up."""
        if not self._done:
            return "", Area(0)
        step = self._done.pop()
        if isinstance(step, _Foreign):
            self._undone.clear()
            return step.text, step.back()
        self._put(step.is_now, step.was)
        self._undone.append(step)
        return step.text, Area.STAFF

    def redo(self) -> tuple[str, Area]:
        if not self._undone:
            return "", Area(0)
        step = self._undone.pop()
        self._put(step.was, step.is_now)
        self._done.append(step)
        return step.text, Area.STAFF

    def _put(self, was: State, will: State) -> None:
        try:
            with self._database.begin() as session:
                found = _state(session, {*was.people, *will.people}, {*was.posts, *will.posts})
                if found != was:
                    raise _refused(_different(was, found))
                _write(session, was, will)
        except IntegrityError as error:
            raise _refused(["ข้อมูลอื่นที่อ้างถึงรายการเหล่านี้"]) from error


def _held_table() -> type[Any]:
    """Its tables are many: the first page does without them."""
    from hrdesk.models.history import HeldPosition as Held  # noqa: PLC0415

    return Held


def _state(session: Session, people: Iterable[int], posts: Iterable[int]) -> State:
    table = _held_table()
    persons = [person for some in _chunks(people) for person in people_with(session, some)]
    frames = [post for some in _chunks(posts) for post in posts_with(session, some)]
    held = [
        HeldPosition(*row)
        for some in _chunks(people)
        for row in session.execute(select(*(getattr(table, name) for name in _HELD)).where(table.staff_id.in_(some)))
    ]
    return State({one.id: one for one in persons}, {one.id: one for one in frames}, {one.id: one for one in held})


def _write(session: Session, was: State, will: State) -> None:
    """People are without posts for the moment, so that two may change places and a post may come or go."""
    vacate(session, list(was.people))
    _delete(session, _held_table(), was.held.keys() - will.held.keys())
    _delete_free(session, Staff, was.people.keys() - will.people.keys())
    posts = [position_columns(one) for one in will.posts.values()]
    store(session, frame.Position, _new(posts, was.posts), _changed(posts, was.posts))
    people = [person_columns(one) for one in will.people.values()]
    store(session, Staff, _new(people, was.people), _changed(people, was.people))
    _delete_free(session, frame.Position, was.posts.keys() - will.posts.keys())
    held = [{name: getattr(one, name) for name in _HELD} for one in will.held.values()]
    store(session, _held_table(), _new(held, was.held), _changed(held, was.held))
    session.flush()


def _new(rows: list[dict[str, object]], was: Mapping[int, object]) -> list[dict[str, object]]:
    return [row for row in rows if row["id"] not in was]


def _changed(rows: list[dict[str, object]], was: Mapping[int, object]) -> list[dict[str, object]]:
    return [row for row in rows if row["id"] in was]


def _delete(session: Session, table: type[Any], ids: Iterable[int]) -> None:
    for some in _chunks(ids):
        session.execute(delete(table).where(table.id.in_(some)))


def _delete_free(session: Session, table: type[Staff | frame.Position], ids: Iterable[int]) -> None:
    """UserError when anything refers to one of the rows: a deletion would silently take it along."""
    listed = sorted(ids)
    if not listed:
        return
    column = table.__table__.c.id
    for other in table.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column is column and _counted(session, key.parent, listed):
                raise _refused(["ข้อมูลอื่นที่อ้างถึงรายการเหล่านี้"])
    _delete(session, table, listed)


def _counted(session: Session, column: Column[int], ids: list[int]) -> int:
    return sum(
        session.scalar(select(func.count()).select_from(column.table).where(column.in_(some))) or 0
        for some in _chunks(ids)
    )


def _different(was: State, found: State) -> list[str]:
    names = [one.name for number, one in was.people.items() if found.people.get(number) != one]
    names += [one.title for number, one in was.posts.items() if found.posts.get(number) != one]
    return names or ["ประวัติการดำรงตำแหน่ง"]


def _refused(names: list[str]) -> UserError:
    more = f" และอีก {len(names) - _NAMED} รายการ" if len(names) > _NAMED else ""
    return UserError(
        f"เลิกทำหรือทำซ้ำไม่ได้ เพราะมีการแก้ไขภายหลัง ({', '.join(names[:_NAMED])}{more})"
        " ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขรายการนั้นโดยตรง"
    )


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    listed = sorted(ids)
    return (listed[start : start + _CHUNK] for start in range(0, len(listed), _CHUNK))
