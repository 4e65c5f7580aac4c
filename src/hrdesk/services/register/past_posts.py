"""Posts put into people's histories at the moment they leave them. Part of the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from hrdesk.domain.unit_names import bureau_of
from hrdesk.models import organization as frame
from hrdesk.models.history import HeldPosition
from hrdesk.models.staff import Staff

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy.orm import Session

_CHUNK = 500


def archive_posts(session: Session, staff_ids: Collection[int], on: date) -> list[int]:
    """Keep the present posts of these people as held until `on`; ids of the new entries.

    A post that began on that very day was none yet: mending an entry twice leaves one trace.
    """
    last = session.scalar(select(func.max(HeldPosition.id))) or 0
    listed = sorted(staff_ids)
    rows = [row for start in range(0, len(listed), _CHUNK) for row in _rows(session, listed[start : start + _CHUNK], on)]
    for row in rows:
        last += 1
        row["id"] = last
    if rows:
        session.execute(insert(HeldPosition), rows)
    return [row["id"] for row in rows]


def _rows(session: Session, staff_ids: Collection[int], on: date) -> list[dict[str, Any]]:
    post, unit = frame.Position, frame.OrgUnit
    ended = dict(
        session.execute(
            select(HeldPosition.staff_id, func.max(HeldPosition.ends_on))
            .where(HeldPosition.staff_id.in_(staff_ids))
            .group_by(HeldPosition.staff_id)
        ).all()
    )
    units = {row_id: (name, parent) for row_id, name, parent in session.execute(select(unit.id, unit.name, unit.parent_id))}
    found = session.execute(
        select(Staff.id, Staff.start_date, Staff.personnel_type, post.number, post.title, post.level, post.unit_id)
        .join(post, Staff.position_id == post.id)
        .where(Staff.id.in_(staff_ids))
        .order_by(Staff.id)
    )
    return [
        {
            "staff_id": staff_id, "number": number, "title": title, "level": level, "personnel_type": personnel,
            "unit": units[unit_id][0] if unit_id else "", "bureau": bureau_of(units, unit_id), "starts_on": ended.get(staff_id, start), "ends_on": on,
            "order_number": "", "note": "",
        }
        for staff_id, start, personnel, number, title, level, unit_id in found
        if ended.get(staff_id) != on
    ]  # fmt: skip
