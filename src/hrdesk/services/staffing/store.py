"""The register as the comparison sees it, and a comparison's outcome written into it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.domain.staff import PersonRecord, PositionRecord, stands_elsewhere
from hrdesk.lazy_dataclass import replace
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.progress import part
from hrdesk.services.records import save
from hrdesk.services.register.many_rows import (
    people_with,
    person_columns,
    person_fields,
    position_columns,
    position_fields,
    store,
    vacate,
)
from hrdesk.services.register.office_rows import renumber_units
from hrdesk.services.register.past_posts import archive_posts
from hrdesk.services.register.reading import read_all
from hrdesk.services.staffing.compare import Register, Status
from hrdesk.services.staffing.undo import Journal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from hrdesk.services.staffing.compare import Preview, RowResult

_CHUNK = 500  # ids in one statement


def load_register(session: Session) -> Register:
    """Columns, not objects: there may be tens of thousands."""
    people = session.execute(select(*person_fields()).order_by(Staff.id))
    positions = session.execute(
        select(*position_fields()).order_by(frame.Position.number_key, frame.Position.id)
    )
    return Register(
        positions=tuple(PositionRecord(*row) for row in positions),
        people=tuple(PersonRecord(*row) for row in people),
        units=read_all(session, OrgUnit),
        lines=read_all(session, PositionLine),
    )


def write_preview(session: Session, preview: Preview) -> Journal:
    """Store what differs; returns what is needed to take it back. The caller's transaction makes it one action."""
    journal = Journal()
    lines = {line.id: save(session, replace(line, id=0)) for line in preview.new_lines}
    units: dict[int, int] = {}
    for unit in preview.new_units:  # upper ones first
        parent = units.get(unit.parent, unit.parent) if unit.parent is not None else None
        units[unit.id] = save(session, OrgUnit(0, unit.name, parent))
    if units:
        renumber_units(session)
    journal.lines, journal.units = list(lines.values()), list(units.values())
    rows = [row for row in preview.rows if row.status is not Status.SAME]
    journal.held = archive_posts(session, _leaving(session, rows), datetime.now().astimezone().date())
    with part(0.0, 0.5):
        posts = _write_positions(session, rows, lines, units, journal)
    with part(0.5, 1.0):
        _write_people(session, rows, posts, journal)
    return journal


def _leaving(session: Session, rows: Iterable[RowResult]) -> set[int]:
    """Who will have another post than now, the same one changed, or be another kind of personnel in it."""
    found: set[int] = set()
    changed: list[int] = []
    for row in rows:
        if row.replaced is not None:
            found.add(row.replaced)
        before, after = row.known_person, row.person
        if before and after and before.position_id is not None and stands_elsewhere(before, after):
            found.add(before.id)
        was, will = row.known_position, row.position
        if was and will and (was.title, was.level, was.unit_id) != (will.title, will.level, will.unit_id):
            changed.append(was.id)
    for start in range(0, len(changed), _CHUNK):
        some = changed[start : start + _CHUNK]
        found.update(session.scalars(select(Staff.id).where(Staff.position_id.in_(some))))
    return found


def _write_positions(
    session: Session, rows: Iterable[RowResult], lines: Mapping[int, int], units: Mapping[int, int], journal: Journal
) -> dict[int, int]:
    """Ids of the posts by the identity of their rows."""
    last = session.scalar(select(func.max(frame.Position.id))) or 0
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    ids: dict[int, int] = {}
    for row in rows:
        if row.position is None:
            continue
        unit = row.position.unit_id
        record = replace(
            row.position,
            line_id=lines.get(row.position.line_id, row.position.line_id),
            unit_id=units.get(unit, unit) if unit is not None else None,
        )
        if record == row.known_position:
            ids[id(row)] = record.id
            continue
        if not record.id:
            last += 1
            record = replace(record, id=last)
        ids[id(row)] = record.id
        (changed if row.known_position else new).append(position_columns(record))
        journal.position(row.known_position, record)
    store(session, frame.Position, new, changed)
    return ids


def _write_people(session: Session, rows: Iterable[RowResult], posts: Mapping[int, int], journal: Journal) -> None:
    last = session.scalar(select(func.max(Staff.id))) or 0
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    kept: set[int] = set()
    for row in rows:
        if row.person is None:
            continue
        record = replace(row.person, position_id=posts[id(row)]) if row.person.position_id == 0 else row.person
        if record == row.known_person:
            kept.add(record.id)
            continue
        if not record.id:
            last += 1
            record = replace(record, id=last)
        kept.add(record.id)
        (changed if row.known_person else new).append(person_columns(record))
        journal.person(row.known_person, record)
    leaving = {row.replaced for row in rows if row.replaced is not None} - kept
    for start in range(0, len(leaving), _CHUNK):
        for before in people_with(session, sorted(leaving)[start : start + _CHUNK]):
            journal.person(before, replace(before, position_id=None))
    vacate(session, [*leaving, *(values["id"] for values in changed)])
    store(session, Staff, new, changed)
