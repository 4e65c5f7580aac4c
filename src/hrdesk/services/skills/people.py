"""The staff as skills see them, and what was judged of them: read in a few queries, for five people or five hundred."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.competency import Levels, OwnCompetency, Person, required_own, required_units, standing
from hrdesk.domain.needs import Profile
from hrdesk.domain.skill_terms import Rater
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.models.competency import Assessment, CompetencyExpectation, StaffSkillGroup
from hrdesk.models.competency import OwnCompetency as OwnRow
from hrdesk.models.organization import OrgUnit, Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.services.register.staff_list import full_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Key, Requirement
    from hrdesk.services.skills.frameworks import Setting

Said = dict[int, dict["Key", Levels]]  # by person


def people(session: Session, framework: str, unit: int | None = None, only: Iterable[int] | None = None) -> tuple[Person, ...]:
    """Who works here now, political office holders left out: the framework is not about them. By unit, then name."""
    groups = _groups(session, framework)
    query = (
        select(
            Staff.id, Staff.title, Staff.first_name, Staff.last_name, Staff.personnel_type, Staff.start_date,
            Position.title, Position.level, Position.line_id, PositionLine.position_type, OrgUnit.id, OrgUnit.name,
        )
        .outerjoin(Position, Staff.position_id == Position.id)
        .outerjoin(PositionLine, Position.line_id == PositionLine.id)
        .outerjoin(OrgUnit, Position.unit_id == OrgUnit.id)
        .where(Staff.left_on.is_(None), Staff.personnel_type != PersonnelType.POLITICAL)
        .order_by(OrgUnit.place.nulls_last(), Staff.sort_key, Staff.id)
    )  # fmt: skip
    if unit is not None:
        query = query.where(Position.unit_id.in_(units_below(session, unit)))
    wanted = None if only is None else frozenset(only)
    return tuple(
        Person(
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
        )
        for number, title, first, last, kind, start, post, level, line, position_type, unit_id, unit_name in session.execute(query)
        if wanted is None or number in wanted
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


def said_of(session: Session, frameworks: Iterable[str], staff: Iterable[int] | None = None) -> Said:
    """What counts today, for everybody or for a few."""
    query = select(Assessment.staff_id, Assessment.framework, Assessment.code, Assessment.rater, Assessment.level).where(
        Assessment.archived_at.is_(None), Assessment.framework.in_(tuple(frameworks))
    )
    if staff is not None:
        query = query.where(Assessment.staff_id.in_(tuple(staff)))
    levels: dict[int, dict[Key, dict[Rater, int]]] = defaultdict(lambda: defaultdict(dict))
    for person, framework, code, rater, level in session.execute(query):
        levels[person][framework, code][rater] = level
    return {
        person: {key: Levels(*(by.get(rater) for rater in Rater)) for key, by in keys.items()}
        for person, keys in levels.items()
    }


def profiles(listed: Iterable[Person], setting: Setting, own: Iterable[OwnCompetency], said: Mapping[int, Mapping[Key, Levels]]) -> tuple[Profile, ...]:
    """Each person before everything asked: units of the present stage, the office's own, units of the next stage."""
    own = tuple(own)
    criteria = {unit.code: setting.framework.criteria_of(unit.code) for unit in setting.framework.units}
    by_groups: dict[tuple[str, ...], tuple[Requirement, ...]] = {}
    found = []
    for person in listed:
        if person.groups not in by_groups:
            by_groups[person.groups] = required_units(setting.framework, setting.stage, person.groups)
        units = by_groups[person.groups]
        asked = (
            *(each for each in units if not each.future),
            *required_own(person, own),
            *(each for each in units if each.future),
        )
        judged: dict[str, dict[str, Levels]] = defaultdict(dict)
        for (framework, code), levels in said.get(person.id, {}).items():
            judged[framework][code] = levels
        standings = (
            standing(each, criteria[each.code] if each.is_unit else (), judged[each.framework]) for each in asked
        )
        found.append(Profile(person, tuple(standings)))
    return tuple(found)
