"""Every name, post and number of the register as one string in memory, and every national ID as another.

Searching them costs a twentieth of a scan.

Kept in memory and not in the file, so that nothing of a person stays on the disk in an index after the person is
erased, and a restored, migrated or imported file needs no index of its own (docs/decisions/0005-search-in-memory.md).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.domain.staff import NATIONAL_ID_DIGITS, national_id_part
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.engine import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

_ROW_END = "\n"  # search keys hold no white space, of which both signs are
_POST = "\x1f"
_NO_FIGURE = re.compile(f"[^0-9{_ROW_END}]+")
_FEW = 64
_ID_WIDTH = NATIONAL_ID_DIGITS + 1  # of each row in the string of IDs, whose number so tells the row
_PEOPLE = "SELECT id, position_id, search_key, coalesce(national_id, '') FROM staff WHERE left_on IS NULL"
_POSTS = "SELECT id, search_key FROM position"
# Each off its index alone: reading people in the order of names would fetch every row from another place.
_NAME_ORDER = "SELECT id FROM staff ORDER BY sort_key, id"
_NUMBER_ORDER = "SELECT id FROM position ORDER BY number_key, id"


class Found(NamedTuple):
    """A row of the register; 0 for none."""

    staff: int
    post: int


@dataclass(frozen=True)
class NameIndex:
    """The rows of the register in the order of names, people before vacant posts; those who left are not in it."""

    _text: str
    _starts: Sequence[int]  # where each row begins in the text
    _staff: Sequence[int]
    _posts: Sequence[int]
    _ids: str  # the national ID of each row, filled up with spaces

    @cached_property
    def _figures(self) -> tuple[str, Sequence[int]]:
        """The digits of each row, and where each row begins: a third of the text at half the width of Thai letters."""
        figures = _NO_FIGURE.sub(" ", self._text)
        starts, place = array("q"), 0
        while place < len(figures):
            starts.append(place)
            place = figures.find(_ROW_END, place) + 1
        return figures, starts

    def places(self, key: str) -> list[int]:
        """Where rows that hold the key are, in order; `row` tells which they are. The key is a `search_key`."""
        digits = national_id_part(key)
        if not digits:
            return _found(self._text, key)
        text, starts = self._figures if digits == key else (self._text, self._starts)
        rows = {bisect_right(starts, place) - 1 for place in _found(text, key)} | set(self._with_id(digits))
        return [self._starts[number] for number in sorted(rows)]

    def _with_id(self, digits: str) -> Iterator[int]:
        place = self._ids.find(digits)
        while place >= 0:
            yield place // _ID_WIDTH
            place = self._ids.find(digits, place - place % _ID_WIDTH + _ID_WIDTH)

    def row(self, place: int) -> Found:
        number = bisect_right(self._starts, place) - 1
        return Found(self._staff[number], self._posts[number])


def _found(text: str, key: str) -> list[int]:
    """One place in each row that holds the key."""
    found: list[int] = []
    find = text.find
    place = find(key)
    while place >= 0 and len(found) < _FEW:
        found.append(place)
        place = find(key, find(_ROW_END, place))
    if place >= 0:  # a post that thousands hold: each is found without coming back here
        rest = re.compile(f"{re.escape(key)}[^{_ROW_END}]*")
        found += [one.start() for one in rest.finditer(text, place)]
    return found


def read_names(connection: Connection) -> NameIndex:
    people: dict[int, tuple[int | None, str, str]] = {staff: (post, *keys) for staff, post, *keys in fetch(connection, _PEOPLE)}
    posts: dict[int, str] = dict(fetch(connection, _POSTS))
    starts, staff_ids, post_ids, keys, ids = array("q"), array("q"), array("q"), list[str](), list[str]()
    for staff, post, key, national_id in _rows(people, posts, connection):
        staff_ids.append(staff)
        post_ids.append(post)
        keys.append(key)
        ids.append(national_id.ljust(_ID_WIDTH))
    end = 0
    for key in keys:
        starts.append(end)
        end += len(key)
    return NameIndex("".join(keys), starts, staff_ids, post_ids, "".join(ids))


def _rows(
    people: dict[int, tuple[int | None, str, str]], posts: dict[int, str], connection: Connection
) -> Iterable[tuple[int, int, str, str]]:
    """Staff, post, text and national ID of each row; empties `posts`."""
    for (staff,) in fetch(connection, _NAME_ORDER):
        if staff in people:
            post, key, national_id = people[staff]
            yield staff, post or 0, f"{key}{_POST}{posts.pop(post, '') if post else ''}{_ROW_END}", national_id
    for (post,) in fetch(connection, _NUMBER_ORDER):
        if post in posts:
            yield 0, post, f"{_POST}{posts[post]}{_ROW_END}", ""
