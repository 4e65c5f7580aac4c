"""The office, its frame and its people as rows, with the keys that sorting and searching are stored under."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.staff import name_key, number_key
from hrdesk.models import organization as frame
from hrdesk.models.staff import Staff
from hrdesk.thai.text import search_key, sort_key

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.office import Organization
    from hrdesk.domain.staff import PersonRecord, PositionRecord


def write_organization(session: Session, organization: Organization) -> None:
    row = session.scalars(select(frame.Organization)).first() or frame.Organization()
    for f in fields(organization):
        setattr(row, f.name, getattr(organization, f.name))
    session.add(row)


def write_person(row: Staff, person: PersonRecord) -> None:
    for f in fields(person):
        if f.name not in ("id", "national_id"):
            setattr(row, f.name, getattr(person, f.name))
    row.national_id = person.national_id or None
    row.sort_key = name_key(person.first_name, person.last_name)
    row.search_key = search_key(person.name)


def write_position(row: frame.Position, position: PositionRecord) -> None:
    for f in fields(position):
        if f.name != "id":
            setattr(row, f.name, getattr(position, f.name))
    row.number_key = number_key(position.number)
    row.title_key = sort_key(position.title)
    row.search_key = search_key(f"{position.number} {position.title}")


def renumber_units(session: Session) -> bool:
    """Give every unit its place in the tree's order; False when some are not reached from the top (a circle)."""
    below: dict[int | None, list[frame.OrgUnit]] = {}
    for unit in session.scalars(select(frame.OrgUnit).order_by(frame.OrgUnit.place, frame.OrgUnit.id)):
        below.setdefault(unit.parent_id, []).append(unit)
    waiting = below.pop(None, [])[::-1]
    place = 0
    while waiting:
        unit = waiting.pop()
        unit.place, place = place, place + 1
        waiting += below.pop(unit.id, [])[::-1]
    return not below
