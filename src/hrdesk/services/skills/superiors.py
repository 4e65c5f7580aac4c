"""Superiors as the register has them: signatories, heads of units, the chief officer and the head of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.signing import head_title
from hrdesk.domain.superiors import NOBODY, Ranks, Superior
from hrdesk.domain.terms import PositionType
from hrdesk.lazy_dataclass import replace
from hrdesk.models.organization import Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.services.register.reading import read_all, read_organization, read_signatories
from hrdesk.services.register.staff_list import full_name

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Person
    from hrdesk.domain.idp import IdpRecord


def read_ranks(session: Session) -> Ranks:
    """Of today. Where nobody is entered as head of a unit, who holds the post of that name is, else its first director."""
    office = read_organization(session)
    units = {unit.id: (unit.name, unit.parent) for unit in read_all(session, OrgUnit)}
    query = (
        select(Position.unit_id, Position.title, Staff.id, Staff.title, Staff.first_name, Staff.last_name)
        .join(Staff, Staff.position_id == Position.id)
        .join(PositionLine, Position.line_id == PositionLine.id)
        .where(PositionLine.position_type == PositionType.DIRECTOR, Staff.left_on.is_(None))
        .order_by(Position.id)
    )
    heads: dict[int, Superior] = {}
    for unit, post, staff, *name in session.execute(query):
        if unit is None:
            continue
        if unit not in heads or (named_after(post, units[unit][0]) and not named_after(heads[unit].position, units[unit][0])):
            heads[unit] = Superior(full_name(name), post, staff)
    return Ranks(
        units=units,
        signatories=read_signatories(session),
        chief=Superior(office.chief_name, office.chief_of_office),
        head=Superior(office.head_name, office.head_of_office),
        heads=heads,
    )


def named_after(post: str, unit: str) -> bool:
    return post.startswith(head_title(unit))


def superiors_of(ranks: Ranks, person: Person) -> tuple[Superior, ...]:
    return ranks.of(person.id, person.name, person.unit_id, person.position_type)


def with_superiors(plan: IdpRecord, above: tuple[Superior, ...]) -> IdpRecord:
    """The two nearest proposed, to be changed at will; what is missing stays empty."""
    first, second = (*above, NOBODY, NOBODY)[:2]
    return replace(
        plan, superior_name=first.name, superior_position=first.position, upper_name=second.name, upper_position=second.position
    )
