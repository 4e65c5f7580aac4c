"""How far long work is: told where it is done, heard by whoever waits, with no window and no argument in between.

`tell` costs next to nothing where nobody listens, so whatever may take a second tells. It is also where work that
was stopped ends: inside a transaction that undoes it, before a file has its name.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
Listener: TypeAlias = "Callable[[int, int], None]"  # how much is done, of how much; raises to stop the work
WHOLE = 1000


class Stopped(UserError):  # noqa: N818 - not a fault: the officer asked for it
    """Raised out of `tell`; what was begun is undone."""

    def __init__(self) -> None:
        super().__init__("หยุดงานตามที่สั่งแล้ว ข้อมูลในโปรแกรมเหมือนเดิม ไม่มีสิ่งใดถูกเปลี่ยนแปลงครึ่ง ๆ กลาง ๆ")


class Cancelled(Exception):  # noqa: N818 - not an error: the officer asked for it
    """As `Stopped`, where nobody waits for the answer any more."""


@dataclass(frozen=True, slots=True)
class _Ear:
    listener: Listener
    begin: float  # the part of the whole that `tell` tells of now
    end: float


_ear: ContextVar[_Ear | None] = ContextVar("ear", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Within it, on this thread, the listener is told in thousandths of the whole."""
    token = _ear.set(_Ear(listener, 0.0, 1.0))
    try:
        yield
    finally:
        _ear.reset(token)


@contextmanager
def part(begin: float, end: float) -> Iterator[None]:
    """Within it, what is told is that part of the work around it: `part(0.5, 1)` is the second half."""
    ear = _ear.get()
    if ear is None:
        yield
        return
    long = ear.end - ear.begin
    token = _ear.set(_Ear(ear.listener, ear.begin + long * begin, ear.begin + long * end))
    try:
        tell(0, 1)
        yield
    finally:
        _ear.reset(token)


def tell(done: int, of: int) -> None:
    ear = _ear.get()
    if ear is not None and of > 0:
        share = ear.begin + (ear.end - ear.begin) * min(1.0, done / of)
        ear.listener(round(WHOLE * share), WHOLE)


def counted(items: Sequence[T], every: int = 50) -> Iterator[T]:
    """The items, telling how many have been taken."""
    for number, item in enumerate(items):
        if number % every == 0:
            tell(number, len(items))
        yield item
