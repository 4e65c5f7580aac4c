"""The register a page at a time: filtered, sorted and cut in SQL, on stored keys.

The list is two streams one after the other, each in an order that an index already has: sorted by name, people
and then vacant posts; otherwise posts with their holders and then people without a post. So a page costs its
rows, not the whole list's sorting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, Select, func, or_, select

from hrdesk.domain.staff import is_national_id, normalise_national_id
from hrdesk.domain.terms import Level
from hrdesk.models.organization import OrgUnit, Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.services.values import StaffPage, StaffQuery, StaffRow
from hrdesk.thai.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row
    from sqlalchemy.orm import InstrumentedAttribute, Session

    Selected: TypeAlias = Select[*tuple[Any, ...]]

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


def staff_page(session: Session, query: StaffQuery) -> StaffPage:
    rows: list[StaffRow] = []
    total = 0
    where = _filters(session, query)
    for stream in _streams(query):
        wanted = stream.where(*where)
        skip = max(query.offset - total, 0)
        room = query.limit - len(rows)
        count = session.scalar(wanted.with_only_columns(func.count(), maintain_column_froms=True).order_by(None))
        if room > 0 and skip < (count or 0):
            rows += map(_row, session.execute(wanted.offset(skip).limit(room)))
        total += count or 0
    return StaffPage(tuple(rows), total)


def _streams(query: StaffQuery) -> tuple[Selected, ...]:
    order = [_sorted(key, descending=query.descending) for key in ORDERS[query.sort]]
    # Posts lead and bring their holders, or people lead and bring their posts.
    people = _joined(select(*_COLUMNS).select_from(Staff).outerjoin(Position, Staff.position_id == Position.id))
    posts = _joined(select(*_COLUMNS).select_from(Position).outerjoin(Staff, Staff.position_id == Position.id))
    by_name, by_number = ORDERS["name"], ORDERS["number"]
    if query.left:
        return (people.where(Staff.left_on.is_not(None)).order_by(*(order if query.sort == "name" else by_name)),)
    present = people.where(Staff.left_on.is_(None))
    vacant = posts.where(Staff.id.is_(None))
    homeless = present.where(Staff.position_id.is_(None))
    if query.sort == "name":
        return present.order_by(*order), vacant.order_by(*by_number)
    return posts.order_by(*order), homeless.order_by(*by_name)


def _sorted(key: InstrumentedAttribute[Any], *, descending: bool) -> ColumnElement[Any]:
    turned = key.desc() if descending else key.asc()
    return turned.nulls_last() if key is OrgUnit.place else turned  # posts without a unit come last


def _joined(streams: Selected) -> Selected:
    return streams.outerjoin(PositionLine, Position.line_id == PositionLine.id).outerjoin(
        OrgUnit, Position.unit_id == OrgUnit.id
    )


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
