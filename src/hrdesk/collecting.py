"""The search for garbage, put off while much is made that stays."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURN = Lock()
_WANTED: list[int] = []  # of all who are at work, in whatever thread
_USUAL: list[tuple[int, int, int]] = []


@contextmanager
def seldom_collected(new_objects: int) -> Iterator[None]:
    """Collect when so many new objects have been made; the largest number wins, and the last to end puts it back."""
    with _TURN:
        if not _WANTED:
            _USUAL[:] = [gc.get_threshold()]
        _WANTED.append(new_objects)
        gc.set_threshold(max(_WANTED), *_USUAL[0][1:])
    try:
        yield
    finally:
        with _TURN:
            _WANTED.remove(new_objects)
            gc.set_threshold(max(_WANTED, default=_USUAL[0][0]), *_USUAL[0][1:])


def let_go() -> None:
    """Before a process ends, whose memory the system takes back whole: Python would search it all for garbage, twice."""
    gc.freeze()
