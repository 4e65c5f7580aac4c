"""The staff as skills saw them on a day that is past: who belonged to the office then, in the post of that day.

Groups of the framework are those of today: nobody writes down since when somebody belongs to one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.terms import PersonnelType
from hrdesk.lazy_dataclass import replace
from hrdesk.models.organization import OrgUnit, PositionLine
from hrdesk.services.monitoring.register_at import register_at
from hrdesk.services.skills.people import everybody

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Person
    from hrdesk.domain.training import Post


def people_at(session: Session, framework: str, day: date) -> tuple[Person, ...]:
    """Political office holders left out. By the units of the day in today's order; in each, whoever moved since comes as today."""
    posts = register_at(session, day)
    lines = {name: line for line, name in session.execute(select(PositionLine.id, PositionLine.name))}
    units: dict[str, list[int]] = {}
    for number, name in session.execute(select(OrgUnit.id, OrgUnit.name).order_by(OrgUnit.place)):
        units.setdefault(name, []).append(number)
    places = {name: place for place, name in enumerate(units)}
    found = [_then(person, posts[person.id], lines, units) for person in everybody(session, framework) if person.id in posts]
    staff = (person for person in found if person.personnel_type is not PersonnelType.POLITICAL)
    return tuple(sorted(staff, key=lambda person: places.get(person.unit, len(places))))


def _then(person: Person, post: Post, lines: dict[str, int], units: dict[str, list[int]]) -> Person:
    """The person in that post; one held since is known with its line and the unit of its name by their ids."""
    same = (post.position, post.unit) == (person.position, person.unit)
    line = person.line if post.position == person.position else lines.get(post.position)
    now = units.get(post.unit, [])
    return replace(
        person,
        personnel_type=post.personnel_type,
        position=post.position,
        position_type=post.position_type,
        level=post.level,
        line=line,
        unit=post.unit,
        unit_id=person.unit_id if same else now[0] if len(now) == 1 else None,
        unit_line=person.unit_line if same else "",
    )
