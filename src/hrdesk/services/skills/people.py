"""The staff as skills see them, and what was judged of them: read in a few queries, for five people or five hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from hrdesk.domain.competency import Levels, OwnCompetency, Person, Standings, required_of, required_own
from hrdesk.domain.needs import Profile
from hrdesk.domain.skill_terms import Rater, SkillKind
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.domain.unit_names import distinct_names
from hrdesk.models.competency import Assessment, CompetencyExpectation, StaffSkillGroup
from hrdesk.models.competency import OwnCompetency as OwnRow
from hrdesk.models.organization import OrgUnit, Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.services.register.staff_list import full_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Requirement, Standing
    from hrdesk.services.skills.frameworks import Setting

Said = Mapping[int, Mapping[str, Mapping[str, Levels]]]  # by person, framework and code


def people(session: Session, framework: str, unit: int | None = None, only: Iterable[int] | None = None) -> tuple[Person, ...]:
    """Who works here now, political office holders left out: the framework is not about them. By unit, then name."""
    query = _staff().where(Staff.left_on.is_(None), Staff.personnel_type != PersonnelType.POLITICAL)
    if unit is not None:
        query = query.where(Position.unit_id.in_(units_below(session, unit)))
    wanted = None if only is None else frozenset(only)
    return tuple(person for person in _people(session, framework, query) if wanted is None or person.id in wanted)


def everybody(session: Session, framework: str) -> tuple[Person, ...]:
    """Whoever is in the register, in their post of today: who has left, too, and political office holders."""
    return tuple(_people(session, framework, _staff()))


def _staff() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Staff.id, Staff.title, Staff.first_name, Staff.last_name, Staff.personnel_type, Staff.start_date,
            Position.title, Position.level, Position.line_id, PositionLine.position_type, OrgUnit.id, OrgUnit.name,
        )
        .outerjoin(Position, Staff.position_id == Position.id)
        .outerjoin(PositionLine, Position.line_id == PositionLine.id)
        .outerjoin(OrgUnit, Position.unit_id == OrgUnit.id)
        .order_by(OrgUnit.place.nulls_last(), Staff.sort_key, Staff.id)
    )  # fmt: skip


def _people(session: Session, framework: str, query: Select[*tuple[Any, ...]]) -> Iterator[Person]:
    groups = _groups(session, framework)
    units = session.execute(select(OrgUnit.id, OrgUnit.name, OrgUnit.parent_id))
    lines = distinct_names({row: (name, above) for row, name, above in units})
    for number, title, first, last, kind, start, post, level, line, position_type, unit_id, unit_name in session.execute(query):
        yield Person(
            id=number,
            name=full_name((title, first, last)),
            personnel_type=kind,
            position=post or "",
            position_type=position_type or PositionType.NONE,
            level=level or Level.NONE,
            line=line,
            unit_id=unit_id,
            unit=unit_name or "",
            start_date=start,
            groups=groups.get(number, ()),
            unit_line=lines.get(unit_id, ""),
        )


def _groups(session: Session, framework: str) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    rows = session.execute(
        select(StaffSkillGroup.staff_id, StaffSkillGroup.group_code)
        .where(StaffSkillGroup.framework == framework)
        .order_by(StaffSkillGroup.staff_id, StaffSkillGroup.group_code)
    )
    for staff_id, group in rows:
        found[staff_id] = (*found.get(staff_id, ()), group)
    return found


def units_below(session: Session, unit: int) -> frozenset[int]:
    """The unit and all that belong to it."""
    children: dict[int | None, list[int]] = defaultdict(list)
    for number, parent in session.execute(select(OrgUnit.id, OrgUnit.parent_id)):
        children[parent].append(number)
    found = [unit]
    for each in found:  # which grows meanwhile
        found += children[each]
    return frozenset(found)


def own_competencies(session: Session) -> tuple[OwnCompetency, ...]:
    expected: dict[int, dict[tuple[PositionType, Level], int]] = defaultdict(dict)
    for row in session.scalars(select(CompetencyExpectation)):
        expected[row.competency_id][row.position_type, row.level] = row.expected
    return tuple(
        OwnCompetency(row.id, row.kind, row.code, row.name, row.description, row.line_id, expected.get(row.id, {}))
        for row in session.scalars(select(OwnRow).order_by(OwnRow.place, OwnRow.id))
    )


def said_of(
    session: Session, frameworks: Iterable[str], staff: Iterable[int] | None = None, day: date | None = None
) -> Said:
    """What counts today, or counted on a day that is past, for everybody or for a few.

    The raters are brought side by side in the query, and equal levels are one value: half a million small objects of
    an office of thousands cost more in memory that is touched again and again than in work.
    """
    by_rater = (func.max(case((Assessment.rater == rater, Assessment.level))) for rater in Rater)
    query = select(Assessment.staff_id, Assessment.framework, Assessment.code, *by_rater).where(
        Assessment.archived_at.is_(None) if day is None else _counted_on(day), Assessment.framework.in_(tuple(frameworks))
    )
    if staff is not None:
        query = query.where(Assessment.staff_id.in_(tuple(staff)))
    found: dict[int, dict[str, dict[str, Levels]]] = defaultdict(lambda: defaultdict(dict))
    known: dict[tuple[int | None, ...], Levels] = {}
    codes: dict[str, str] = {}
    rows = session.execute(query.group_by(Assessment.staff_id, Assessment.framework, Assessment.code))
    for person, framework, code, *levels in rows:
        said = tuple(levels)
        found[person][framework][codes.setdefault(code, code)] = known.get(said) or known.setdefault(said, Levels(*said))
    return found


def _counted_on(day: date) -> ColumnElement[bool]:
    """The last that was said of days up to this one, unless it was taken back; what a later day replaced counted then."""
    last = (
        select(func.max(Assessment.id))
        .where(Assessment.assessed_on <= day)
        .group_by(Assessment.staff_id, Assessment.framework, Assessment.code, Assessment.rater)
    )
    later = aliased(Assessment)
    same = (getattr(later, name) == getattr(Assessment, name) for name in ("staff_id", "framework", "code", "rater"))
    replaced = exists().where(later.assessed_on > day, later.recorded_at == Assessment.archived_at, *same)
    return and_(Assessment.id.in_(last), or_(Assessment.archived_at.is_(None), replaced))


def profiles(
    listed: Iterable[Person], setting: Setting, own: Iterable[OwnCompetency], said: Said
) -> tuple[Profile, ...]:
    """Each person before everything asked: what the present stage asks, the office's own, what the next stage adds."""
    asked = _Asked(setting, tuple(own))
    found = []
    unjudged: dict[int, tuple[Standing, ...]] = {}  # by what is asked: thousands of people of whom nothing was said yet
    for person in listed:
        sets, judged = asked.of(person), said.get(person.id, {})
        if judged or id(sets) not in unjudged:
            standings = tuple(each.of(judged.get(each.requirement.framework, {})) for each in sets)
            if not judged:
                unjudged[id(sets)] = standings
        else:
            standings = unjudged[id(sets)]
        found.append(Profile(person, standings))
    return tuple(found)


class _Asked:
    """What is asked of people, worked out once for all who have the same groups and the same sort of post."""

    def __init__(self, setting: Setting, own: tuple[OwnCompetency, ...]) -> None:
        self._setting, self._own = setting, own
        self._before: dict[Requirement, Standings] = {}
        self._sets: dict[tuple[object, ...], tuple[Standings, ...]] = {}

    def of(self, person: Person) -> tuple[Standings, ...]:
        sort = (person.groups, person.position_type, person.level, person.line)
        if sort not in self._sets:
            asked = required_of(self._setting.framework, self._setting.stage, person.groups)
            now, later = (tuple(each for each in asked if each.future is future) for future in (False, True))
            whole = (*now, *required_own(person, self._own), *later)
            self._sets[sort] = tuple(map(self._standings, whole))
        return self._sets[sort]

    def _standings(self, asked: Requirement) -> Standings:
        if asked not in self._before:
            criteria = self._setting.framework.criteria_of(asked.code) if asked.kind is SkillKind.UNIT else ()
            self._before[asked] = Standings(asked, criteria)
        return self._before[asked]
