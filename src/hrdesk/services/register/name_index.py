"""Every name, post and number of the register as one string in memory: searching it costs a twentieth of a scan.

Kept in memory and not in the file, so that nothing of a person stays on the disk in an index after the person is
erased, and a restored, migrated or imported file needs no index of its own (docs/decisions/search.md).
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.models.engine import fetch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

_ROW_END = "\n"  # search keys hold no white space, of which both signs are
_POST = "\x1f"
_PEOPLE = "SELECT id, position_id, search_key FROM staff WHERE left_on IS NULL"
_POSTS = "SELECT id, search_key FROM position"
# Each off its index alone: reading people in the order of names would fetch every row from another place.
_NAME_ORDER = "SELECT id FROM staff ORDER BY sort_key, id"
_NUMBER_ORDER = "SELECT id FROM position ORDER BY number_key, id"


class Found(NamedTuple):
    """A row of the register; 0 for none."""

    staff: int
    post: int


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The rows of the register in the order of names, people before vacant posts; those who left are not in it."""

    _text: str
    _starts: Sequence[int]  # where each row begins in the text
    _staff: Sequence[int]
    _posts: Sequence[int]

    def places(self, key: str) -> list[int]:
        """Where rows that hold the key are, in order; `row` tells which they are. The key is a `search_key`."""
        found, find = [], self._text.find
        place = find(key)
        while place >= 0:
            found.append(place)
            place = find(key, find(_ROW_END, place))
        return found

    def row(self, place: int) -> Found:
        number = bisect_right(self._starts, place) - 1
        return Found(self._staff[number], self._posts[number])


def read_names(connection: Connection) -> NameIndex:
    people: dict[int, tuple[int | None, str]] = {staff: (post, key) for staff, post, key in fetch(connection, _PEOPLE)}
    posts: dict[int, str] = dict(fetch(connection, _POSTS))
    starts, staff_ids, post_ids, keys = array("q"), array("q"), array("q"), list[str]()
    for staff, post, key in _rows(people, posts, connection):
        staff_ids.append(staff)
        post_ids.append(post)
        keys.append(key)
    end = 0
    for key in keys:
        starts.append(end)
        end += len(key)
    return NameIndex("".join(keys), starts, staff_ids, post_ids)


def _rows(
    people: dict[int, tuple[int | None, str]], posts: dict[int, str], connection: Connection
) -> Iterable[tuple[int, int, str]]:
    """Staff, post and text of each row; empties `posts`."""
    for (staff,) in fetch(connection, _NAME_ORDER):
        if staff in people:
            post, key = people[staff]
            yield staff, post or 0, f"{key}{_POST}{posts.pop(post, '') if post else ''}{_ROW_END}"
    for (post,) in fetch(connection, _NUMBER_ORDER):
        if post in posts:
            yield 0, post, f"{_POST}{posts[post]}{_ROW_END}"
