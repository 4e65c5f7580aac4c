"""The register a page at a time: filtered, sorted and cut in SQL, on stored keys.

The list is two streams one after the other, each in an order that an index already has: sorted by name, people
and then vacant posts; otherwise posts with their holders and then people without a post. So a page costs its
rows, not the whole list's sorting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, outerjoin, select, true

from hrdesk.domain.staff import is_national_id, normalise_national_id
from hrdesk.domain.terms import Level
from hrdesk.models.organization import OrgUnit, Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.services.values import StaffPage, StaffQuery, StaffRow
from hrdesk.thai.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row
    from sqlalchemy.orm import InstrumentedAttribute, Session


ORDERS = {
    "name": (Staff.sort_key, Staff.id),
    "number": (Position.number_key, Position.id),
    "title": (Position.title_key, Position.id),
    "unit": (OrgUnit.place, Position.number_key, Position.id),
}
_COLUMNS = (
    Position.id,
    Staff.id,
    Position.number,
    Position.title,
    PositionLine.name,
    PositionLine.personnel_type,
    Staff.personnel_type,
    Position.level,
    OrgUnit.name,
    Staff.title,
    Staff.first_name,
    Staff.last_name,
)


_PEOPLE, _POSTS = (
    outerjoin(first, second, Staff.position_id == Position.id)
    .outerjoin(PositionLine, Position.line_id == PositionLine.id)
    .outerjoin(OrgUnit, Position.unit_id == OrgUnit.id)
    for first, second in ((Staff, Position), (Position, Staff))
)


@dataclass(frozen=True, slots=True)
class Stream:
    """A part of the list: what leads in it (people bring their posts, or posts their holders), which, in what order.

    `alone` says that `where` asks nothing of the tables that are brought along.
    """

    leads: type[Staff | Position]
    where: ColumnElement[bool]
    order: tuple[ColumnElement[Any], ...]
    alone: bool = True

    def rows(self, filters: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
        joined = _PEOPLE if self.leads is Staff else _POSTS
        return select(*_COLUMNS).select_from(joined).where(self.where, *filters).order_by(*self.order)

    def count(self, filters: Sequence[ColumnElement[bool]]) -> Select[int]:
        """SQLite does not leave out joins that change nothing: at 200,000 rows they are most of the time."""
        if self.alone and not filters:
            return select(func.count()).select_from(self.leads).where(self.where)
        joined = _PEOPLE if self.leads is Staff else _POSTS
        return select(func.count()).select_from(joined).where(self.where, *filters)


def staff_page(session: Session, query: StaffQuery) -> StaffPage:
    filters = _filters(session, query)
    # In the order of numbers the same rows are counted off indexes, without looking each post's holder up.
    total = sum(_count(session, stream, filters) for stream in streams(replace(query, sort="number")))
    wanted = min(query.limit, total - query.offset)
    rows: list[StaffRow] = []
    before = 0  # rows of the streams that have ended
    for stream in streams(query):
        room, skip = wanted - len(rows), max(query.offset - before, 0)
        if room <= 0:
            break
        found = session.execute(stream.rows(filters).offset(skip).limit(room)).all()
        rows += map(_row, found)
        before += skip + len(found) if found or not skip else _count(session, stream, filters)
    return StaffPage(tuple(rows), total)


def _count(session: Session, stream: Stream, filters: Sequence[ColumnElement[bool]]) -> int:
    return session.scalars(stream.count(filters)).one()


def streams(query: StaffQuery) -> tuple[Stream, ...]:
    order = tuple(_sorted(key, descending=query.descending) for key in ORDERS[query.sort])
    by_name, by_number = (tuple(key.asc() for key in ORDERS[name]) for name in ("name", "number"))
    if query.left:
        return (Stream(Staff, Staff.left_on.is_not(None), order if query.sort == "name" else by_name),)
    if query.sort == "name":
        vacant = Stream(Position, Staff.id.is_(None), by_number, alone=False)
        return Stream(Staff, Staff.left_on.is_(None), order), vacant
    homeless = and_(Staff.left_on.is_(None), Staff.position_id.is_(None))
    return Stream(Position, true(), order), Stream(Staff, homeless, by_name)


def _sorted(key: InstrumentedAttribute[Any], *, descending: bool) -> ColumnElement[Any]:
    turned = key.desc() if descending else key.asc()
    return turned.nulls_last() if key is OrgUnit.place else turned  # posts without a unit come last


def _filters(session: Session, query: StaffQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if key := search_key(query.text):
        ways = [Staff.search_key.contains(key, autoescape=True), Position.search_key.contains(key, autoescape=True)]
        if is_national_id(number := normalise_national_id(query.text)):
            ways.append(Staff.national_id == number)
        found.append(or_(*ways))
    if query.unit is not None:
        found.append(Position.unit_id.in_(_below(session, query.unit)))
    if query.personnel_type is not None:
        kind = func.coalesce(Staff.personnel_type, PositionLine.personnel_type)
        found.append(kind == query.personnel_type)
    if query.position_type is not None:
        found.append(PositionLine.position_type == query.position_type)
    if query.vacant is not None:
        found.append(Staff.id.is_(None) if query.vacant else Staff.id.is_not(None))
    return found


def _below(session: Session, unit: int) -> set[int]:
    """The unit with every unit under it."""
    children: dict[int | None, list[int]] = {}
    for unit_id, parent in session.execute(select(OrgUnit.id, OrgUnit.parent_id)):
        children.setdefault(parent, []).append(unit_id)
    found: set[int] = set()
    waiting = [unit]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += children.get(here, ())
    return found


def _row(row: Row[*tuple[Any, ...]]) -> StaffRow:
    post, person, number, title, line, line_type, own_type, level, unit, *name = row
    return StaffRow(
        position_id=post,
        staff_id=person,
        number=number or "",
        position_title=title or "",
        line=line or "",
        personnel_type=own_type or line_type,
        level=level or Level.NONE,
        unit=unit or "",
        name=full_name(name),
    )


def full_name(parts: Iterable[str | None]) -> str:
    """Title, first and last name as printed; empty where there is nobody."""
    title, first, last = (part or "" for part in parts)
    return f"{title}{first} {last}".strip()
