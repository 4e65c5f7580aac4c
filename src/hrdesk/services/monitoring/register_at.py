"""The register as at a day, as far as its histories tell: who belonged to the office, and in which post."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from hrdesk.domain.terms import position_type_of
from hrdesk.domain.training import Post
from hrdesk.domain.unit_names import bureau_of
from hrdesk.models.history import HeldPosition
from hrdesk.models.organization import OrgUnit
from hrdesk.models.staff import Staff
from hrdesk.services.training.candidates import posts_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session


def register_at(session: Session, day: date) -> dict[int, Post]:
    """By staff id. A post left since is the one that the history keeps; otherwise today's stands."""
    there = (
        select(Staff.id)
        .where(or_(Staff.left_on.is_(None), Staff.left_on > day))
        .where(or_(Staff.start_date.is_(None), Staff.start_date <= day))
    )
    found = posts_of(session, session.scalars(there))
    held = (
        select(HeldPosition)
        .where(HeldPosition.ends_on > day)
        .where(or_(HeldPosition.starts_on.is_(None), HeldPosition.starts_on <= day))
        .order_by(HeldPosition.starts_on.nulls_first(), HeldPosition.id)
    )
    known = _bureaus_by_name(session)
    for row in session.scalars(held):
        if row.staff_id in found:
            bureau = row.bureau or known.get(row.unit, row.unit)
            kind = position_type_of(row.level)
            found[row.staff_id] = Post(row.title, row.level, row.personnel_type, kind, row.unit, bureau)
    return found


def _bureaus_by_name(session: Session) -> dict[str, str]:
    """The topmost unit above each unit of today, for posts of which none was written down; not of names that several bear."""
    units = {row_id: (name, parent) for row_id, name, parent in session.execute(select(OrgUnit.id, OrgUnit.name, OrgUnit.parent_id))}
    times = Counter(name for name, _ in units.values())
    return {name: bureau_of(units, unit) for unit, (name, _) in units.items() if times[name] == 1}
