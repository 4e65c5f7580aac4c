"""Changes of the register that can be taken back and made again, the latest first, as long as the program runs.

A change knows the people and posts it touched as they were and as they became. It is taken back only while they are as
it left them, so that nobody's later work is lost, whichever page made it.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy.exc import IntegrityError

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.area import Area
from hrdesk.services.register.states import OTHERS, Referred, State, different, named, state_of, write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database
    from hrdesk.services.staffing.again import UndoneImport

KEPT = 100  # changes


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
        self.was = state_of(session, self.people, self.posts)

    def end(self, session: Session, text: str, people: Iterable[int] = (), posts: Iterable[int] = ()) -> None:
        """With what was made meanwhile; `text` says in the officer's words what was done."""
        session.flush()
        self.people.update(people)
        self.posts.update(posts)
        self.text, self.is_now = text, state_of(session, self.people, self.posts)


@dataclass(frozen=True, slots=True)
class _Recorded:
    text: str
    was: State
    is_now: State


@dataclass(frozen=True, slots=True)
class _Foreign:
    """Taken back and made again by its own service, which may do so by itself: see `RegisterChanges.drop`."""

    text: str
    key: int
    back: Callable[[], Area]
    again: Callable[[], Area]


_Step: TypeAlias = "_Recorded | _Foreign"


class RegisterChanges:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self.imports: dict[int, UndoneImport] = {}  # taken back, by number: they can be made again

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
        self.imports.clear()

    @contextmanager
    def watch(self) -> Iterator[Watch]:
        """Around the transaction: what it changed is kept when it was committed and did change something."""
        found = Watch()
        yield found
        if found.was is not None and found.is_now is not None and found.was != found.is_now:
            self._keep(_Recorded(found.text, found.was, found.is_now))

    def note(self, text: str, key: int, back: Callable[[], Area], again: Callable[[], Area]) -> None:
        """A change that another service can take back and make again; `key` is its number there."""
        self._keep(_Foreign(text, key, back, again))

    def drop(self, key: int) -> None:
        """It was taken back or made again elsewhere: a step that would do so once more is none."""
        for steps in (self._done, self._undone):
            steps[:] = [step for step in steps if not isinstance(step, _Foreign) or step.key != key]

    def _keep(self, step: _Step) -> None:
        self._undone.clear()
        self._done = [*self._done[-KEPT + 1 :], step]

    def undo(self) -> tuple[str, Area]:
        """What was taken back, in words. UserError when its records were changed since; then it is given up."""
        if not self._done:
            return "", Area(0)
        with _moved(self._done, self._undone) as step:
            area = step.back() if isinstance(step, _Foreign) else self._put(step.is_now, step.was)
        return step.text, area

    def redo(self) -> tuple[str, Area]:
        if not self._undone:
            return "", Area(0)
        with _moved(self._undone, self._done) as step:
            area = step.again() if isinstance(step, _Foreign) else self._put(step.was, step.is_now)
        return step.text, area

    def _put(self, was: State, will: State) -> Area:
        try:
            with self._database.begin() as session:
                found = state_of(session, {*was.people, *will.people}, {*was.posts, *will.posts})
                if found != was:
                    raise _refused(different(was, found))
                write_state(session, was, will)
        except (IntegrityError, Referred) as error:
            raise _refused([OTHERS]) from error
        return Area.STAFF


@contextmanager
def _moved(source: list[_Step], target: list[_Step]) -> Iterator[_Step]:
    """The last step, over to the other list when it was done; back in its place when the machine failed, as a full disk."""
    step = source.pop()
    try:
        yield step
    except UserError:  # it cannot be done any more
        raise
    except Exception:
        source.append(step)
        raise
    target.append(step)


def _refused(names: list[str]) -> UserError:
    return UserError(
        f"เลิกทำหรือทำซ้ำไม่ได้ เพราะมีการแก้ไขภายหลัง ({named(names)})"
        " ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาแก้ไขรายการนั้นโดยตรง"
    )
