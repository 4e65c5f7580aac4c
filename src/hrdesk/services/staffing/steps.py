"""How far a long piece of work is: told every few hundred rows to whoever wants to know, who may stop it by raising."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

Report: TypeAlias = Callable[[int, int], None]  # done, of
T = TypeVar("T")
EVERY = 250


def no_report(_done: int, _of: int) -> None:
    """Nobody wants to know."""


def counted(items: Sequence[T], report: Report) -> Iterator[T]:
    for number, item in enumerate(items):
        if number % EVERY == 0:
            report(number, len(items))
        yield item
