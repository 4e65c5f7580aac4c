"""How many people of the office were developed in the year: by unit, kind of staff and target group."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.office import Position
from hrdesk.domain.terms import Level, PersonnelType, PositionType, term
from hrdesk.domain.unit_names import NO_UNIT
from hrdesk.domain.year_figures import Coverage
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.organization import OrgUnit
from hrdesk.services.monitoring.register_at import register_at
from hrdesk.services.register.reading import read_catalogue, read_organization
from hrdesk.services.training.developed import developed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

NO_GROUP = "นอกกลุ่มเป้าหมาย"


@dataclass(frozen=True, slots=True)
class _Person:
    developed: bool
    bureau: str  # the topmost unit above the post's
    personnel_type: PersonnelType
    position_type: PositionType


def read_coverage(
    session: Session, year: int, as_at: date
) -> tuple[Coverage, tuple[Coverage, ...], tuple[Coverage, ...], tuple[Coverage, ...]]:
    """Everybody; by unit, kind of staff and target group.

    Each counts once: who passed a class in the post that the class froze, so that no later move takes the result along;
    anybody else, who was trained elsewhere too, in the post held on the day.
    """
    people = _people(session, year, as_at)
    wording = read_organization(session).wording
    bureaus = [unit.name for unit in session.scalars(select(OrgUnit).order_by(OrgUnit.place)) if unit.parent_id is None]
    gone = sorted({person.bureau for person in people} - {*bureaus, NO_UNIT})  # units that are no more
    by_unit = _counted(people, lambda person: (person.bureau,), [*bureaus, *gone, NO_UNIT])

    def kind_word(kind: PersonnelType) -> str:
        return wording.staff if kind is PersonnelType.REGULAR else term(kind)

    by_type = _counted(people, lambda p: (kind_word(p.personnel_type),), [kind_word(kind) for kind in PersonnelType])
    targets = read_catalogue(session).targets

    def groups(person: _Person) -> Sequence[str]:
        post = Position(0, "", "", "", person.personnel_type, person.position_type, Level.NONE, "")
        return [target.name for target in targets if target.covers(post)] or [NO_GROUP]

    by_group = _counted(people, groups, [*(target.name for target in targets), NO_GROUP])
    whole = Coverage("", len(people), sum(person.developed for person in people))
    return whole, by_unit, by_type, by_group


def _counted(
    people: Iterable[_Person], names: Callable[[_Person], Iterable[str]], order: Iterable[str]
) -> tuple[Coverage, ...]:
    """In the order given; names without people are left out."""
    everybody: Counter[str] = Counter()
    developed: Counter[str] = Counter()
    for person in people:
        for name in names(person):
            everybody[name] += 1
            developed[name] += person.developed
    return tuple(Coverage(name, everybody[name], developed[name]) for name in dict.fromkeys(order) if everybody[name])


def _people(session: Session, year: int, as_at: date) -> list[_Person]:
    """Who belongs to the office on the day: those of a class in the post of the last one, the others in that of the day."""
    passed = developed(session, year, as_at)
    found = []
    for staff, post in register_at(session, as_at).items():
        counted = passed.get(staff) or post
        bureau = counted.bureau or counted.unit or NO_UNIT
        found.append(_Person(staff in passed, bureau, counted.personnel_type, counted.position_type))
    return found
