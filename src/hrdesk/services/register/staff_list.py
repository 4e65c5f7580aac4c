"""The register a page at a time: filtered, sorted and cut in SQL, on stored keys.

The list is two streams one after the other, each in an order that an index already has: sorted by name, people
and then vacant posts; otherwise posts with their holders and then people without a post. So a page costs its
rows, not the whole list's sorting. The statements are plain text, because the list is read at every keystroke
and putting them together from objects took longer than running them.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Any

from hrdesk.domain.staff import national_id_part
from hrdesk.domain.terms import Level, PersonnelType
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.engine import fetch
from hrdesk.services.values import StaffDetails, StaffPage, StaffQuery, StaffRow
from hrdesk.thai import text
from hrdesk.thai.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from hrdesk.services.register.name_index import NameIndex

FEW = 2000  # rows found that are better fetched one by one than met on the way through an index
ORDERS = {
    "name": ("staff.sort_key", "staff.id"),
    "number": ("position.number_key", "position.id"),
    "title": ("position.title_key", "position.id"),
    "unit": ("org_unit.place", "position.number_key", "position.id"),
}
_COLUMNS = (
    "SELECT position.id, staff.id, coalesce(position.number, ''), coalesce(position.title, ''),"
    " coalesce(position_line.name, ''), coalesce(staff.personnel_type, position_line.personnel_type), position.level,"
    " coalesce(org_unit.name, ''), coalesce(trim(staff.title || staff.first_name || ' ' || staff.last_name), '')"
)
_DETAILS = ", staff.birth_date, staff.start_date, coalesce(staff.education, ''), coalesce(staff.note, '')"
_JOINED = (
    " LEFT JOIN position_line ON position_line.id = position.line_id"
    " LEFT JOIN org_unit ON org_unit.id = position.unit_id"
)
_FROM = {
    "staff": f" FROM staff LEFT JOIN position ON position.id = staff.position_id{_JOINED}",
    "position": f" FROM position LEFT JOIN staff ON staff.position_id = position.id{_JOINED}",
}
_BELOW = (
    "position.unit_id IN (WITH RECURSIVE below(id) AS (SELECT :unit UNION"
    " SELECT org_unit.id FROM org_unit JOIN below ON org_unit.parent_id = below.id) SELECT id FROM below)"
)
_HOLDS = "staff.search_key LIKE :key ESCAPE '/' OR position.search_key LIKE :key ESCAPE '/'"
_PERSONNEL = {kind.value: kind for kind in PersonnelType}
_LEVELS: dict[str | None, Level] = {level.value: level for level in Level} | {None: Level.NONE}


@dataclass(frozen=True, slots=True)
class Stream:
    """A part of the list: what leads in it (people bring their posts, or posts their holders), which, in what order.

    `alone` says that `where` asks nothing of the tables that are brought along.
    """

    leads: str  # staff or position
    where: str
    order: str
    alone: bool = True

    def rows(self, filters: Sequence[str], *, details: bool = False) -> str:
        return f"{_columns(details=details)}{_FROM[self.leads]}{_where(self.where, *filters)} ORDER BY {self.order}"

    def count(self, filters: Sequence[str]) -> str:
        """SQLite does not leave out joins that change nothing: at 200,000 rows they are most of the time."""
        source = f" FROM {self.leads}" if self.alone and not filters else _FROM[self.leads]
        return f"SELECT count(*){source}{_where(self.where, *filters)}"


def _columns(*, details: bool) -> str:
    return f"{_COLUMNS}{_DETAILS}" if details else _COLUMNS


def _where(*conditions: str) -> str:
    asked = [f"({condition})" for condition in conditions if condition]
    return f" WHERE {' AND '.join(asked)}" if asked else ""


@dataclass(slots=True)
class Question:
    """What is asked of both streams, in SQL, with its values."""

    filters: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    among: dict[str, list[int]] | None = None  # ids of whatever leads a stream; None for all
    total: int | None = None  # if it is known beforehand

    def ask(self, condition: str, **values: Any) -> None:
        self.filters.append(condition)
        self.values |= values

    def conditions(self, stream: Stream) -> tuple[str, ...]:
        return (*self.filters, _in(stream.leads, self.among[stream.leads])) if self.among else tuple(self.filters)


def staff_page(connection: Connection, query: StaffQuery, names: NameIndex | None = None) -> StaffPage:
    """`names` is looked in for the text; without it the stored keys are scanned."""
    question = Question()
    _narrow(question, query)
    key = search_key(query.text)
    if key and (query.left or names is None):
        _ask_text(question, key)
    elif key and names is not None:
        hits = names.places(key)
        if not question.filters:
            question.total = len(hits)
            if query.sort == "name" and not query.descending:
                return _looked_up(connection, query, names, hits)
        if len(hits) <= FEW:
            found = [names.row(hit) for hit in hits]
            question.among = {"staff": [row.staff for row in found], "position": [row.post for row in found]}
        else:
            _ask_text(question, key)
    return _page(connection, query, question)


def _ask_text(question: Question, key: str) -> None:
    number = national_id_part(key)
    question.ask(f"{_HOLDS} OR staff.national_id LIKE :number" if number else _HOLDS, key=_like(key), number=_like(number))


def _narrow(question: Question, query: StaffQuery) -> None:
    if query.unit is not None:
        question.ask(_BELOW, unit=query.unit)
    if query.personnel_type is not None:
        kind = "coalesce(staff.personnel_type, position_line.personnel_type) = :personnel_type"
        question.ask(kind, personnel_type=query.personnel_type.value)
    if query.position_type is not None:
        question.ask("position_line.position_type = :position_type", position_type=query.position_type.value)
    if query.level is not None:
        question.ask("position.level = :level", level=query.level.value)
    if query.line is not None:
        question.ask("position.line_id = :line", line=query.line)
    if query.vacant is not None:
        question.ask("staff.id IS NULL" if query.vacant else "staff.id IS NOT NULL")


def _like(key: str) -> str:
    return "%" + key.replace("/", "//").replace("%", "/%").replace("_", "/_") + "%"


def _page(connection: Connection, query: StaffQuery, question: Question) -> StaffPage:
    def count(stream: Stream) -> int:
        return int(fetch(connection, stream.count(question.conditions(stream)), question.values)[0][0])

    # In the order of numbers the same rows are counted off indexes, without looking each post's holder up.
    total = question.total
    if total is None:
        total = sum(count(stream) for stream in streams(replace(query, sort="number")))
    wanted = min(query.limit, total - query.offset)
    rows: list[StaffRow] = []
    before = 0  # rows of the streams that have ended
    for stream in streams(query):
        room, skip = wanted - len(rows), max(query.offset - before, 0)
        if room <= 0:
            break
        sql = f"{stream.rows(question.conditions(stream), details=query.details)} LIMIT :room OFFSET :skip"
        found = fetch(connection, sql, question.values | {"room": room, "skip": skip})
        rows += map(_row, found)
        before += skip + len(found) if found or not skip else count(stream)
    return StaffPage(tuple(rows), total)


def _looked_up(connection: Connection, query: StaffQuery, names: NameIndex, hits: Sequence[int]) -> StaffPage:
    """In the order of the index, which is that of names."""
    page = [names.row(hit) for hit in hits[query.offset : query.offset + query.limit]]
    people, vacant = [row.staff for row in page if row.staff], [row.post for row in page if not row.staff]
    found: dict[tuple[int | None, int | None], StaffRow] = {}
    for leads, ids in (("staff", people), ("position", vacant)):
        if ids:
            rows = fetch(connection, f"{_columns(details=query.details)}{_FROM[leads]} WHERE {_in(leads, ids)}")
            found |= {(row.staff_id, row.position_id): row for row in map(_row, rows)}
    return StaffPage(tuple(found[row.staff or None, row.post or None] for row in page), len(hits))


def _in(leads: str, ids: Iterable[int]) -> str:
    return f"{leads}.id IN ({', '.join(map(str, ids))})"


def streams(query: StaffQuery) -> tuple[Stream, ...]:
    order = ", ".join(_sorted(key, descending=query.descending) for key in ORDERS[query.sort])
    by_name, by_number = ", ".join(ORDERS["name"]), ", ".join(ORDERS["number"])
    if query.left:
        return (Stream("staff", "staff.left_on IS NOT NULL", order if query.sort == "name" else by_name),)
    if query.sort == "name":
        vacant = Stream("position", "staff.id IS NULL", by_number, alone=False)
        return Stream("staff", "staff.left_on IS NULL", order), vacant
    homeless = "staff.left_on IS NULL AND staff.position_id IS NULL"
    return Stream("position", "", order), Stream("staff", homeless, by_name)


def _sorted(key: str, *, descending: bool) -> str:
    turned = f"{key} DESC" if descending else key
    return f"{turned} NULLS LAST" if key == "org_unit.place" else turned  # posts without a unit come last


def _row(row: Sequence[Any]) -> StaffRow:
    post, person, number, title, line, kind, level, unit, name, *details = row
    return StaffRow(post, person, number, title, line, _PERSONNEL[kind], _LEVELS[level], unit, name, _details(details))


def _details(said: Sequence[Any]) -> StaffDetails | None:
    if not said:
        return None
    born, start, education, note = said
    return StaffDetails(_day(born), _day(start), education, note)


def _day(said: str | date | None) -> date | None:
    """SQLite keeps ISO text; a statement in plain words gives it as it is."""
    return date.fromisoformat(said) if isinstance(said, str) else said


def full_name(parts: Iterable[str | None]) -> str:
    """Title, first and last name as printed; empty where there is nobody."""
    title, first, last = (part or "" for part in parts)
    return text.full_name(title, first, last)
