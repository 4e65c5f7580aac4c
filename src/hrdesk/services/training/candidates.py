"""Who might take part, with the post held today: chosen by target group, line, level and unit, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.training import Post
from hrdesk.domain.unit_names import bureau_of
from hrdesk.models.curriculum import TargetPersonnelType, TargetPositionType
from hrdesk.models.organization import OrgUnit, Position, PositionLine
from hrdesk.models.staff import Staff
from hrdesk.models.year_project import YearProjectReach, YearProjectTarget
from hrdesk.services.plan.reach_rows import reach_of
from hrdesk.services.register.staff_list import full_name
from hrdesk.services.skills.people import units_below
from hrdesk.services.training.values import Candidate, CandidateQuery
from hrdesk.thai.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Select
    from sqlalchemy.orm import Session


def candidates(session: Session, query: CandidateQuery) -> tuple[Candidate, ...]:
    """People of the register in the order of names, leavers left out."""
    chosen = _people().where(Staff.left_on.is_(None)).order_by(Staff.sort_key, Staff.id)
    if query.targets:
        chosen = chosen.where(_within(query.targets))
    if query.project is not None:
        chosen = chosen.where(_meant(session, query.project))
    if query.line is not None:
        chosen = chosen.where(Position.line_id == query.line)
    if query.level is not None:
        chosen = chosen.where(Position.level == query.level)
    if query.unit is not None:
        chosen = chosen.where(Position.unit_id.in_(units_below(session, query.unit)))
    if key := search_key(query.text):
        chosen = chosen.where(Staff.search_key.contains(key, autoescape=True))
    return _read(session, chosen)


def posts_of(session: Session, staff_ids: Iterable[int]) -> dict[int, Post]:
    """What each of these people is today."""
    wanted = list(staff_ids)
    found = {}
    for start in range(0, len(wanted), 500):
        some = _people().where(Staff.id.in_(wanted[start : start + 500]))
        found.update({one.staff: one.post for one in _read(session, some)})
    return found


def _people() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Staff.id, Staff.title, Staff.first_name, Staff.last_name, Staff.personnel_type, Position.title,
            Position.level, PositionLine.position_type, Position.unit_id,
        )
        .outerjoin(Position, Staff.position_id == Position.id)
        .outerjoin(PositionLine, Position.line_id == PositionLine.id)
    )  # fmt: skip


def _within(targets: tuple[int, ...]) -> ColumnElement[bool]:
    """A target group covers people by their personnel type or by the type of their post (TargetGroup.covers)."""
    personnel = select(TargetPersonnelType.personnel_type).where(TargetPersonnelType.target_id.in_(targets))
    position = select(TargetPositionType.position_type).where(TargetPositionType.target_id.in_(targets))
    return or_(Staff.personnel_type.in_(personnel), PositionLine.position_type.in_(position))


def _meant(session: Session, project_id: int) -> ColumnElement[bool]:
    """Any of the project's target groups, or of the levels, lines, units and people it names besides (Reacher)."""
    targets = session.scalars(select(YearProjectTarget.ref).where(YearProjectTarget.year_project_id == project_id))
    rows = session.scalars(select(YearProjectReach).where(YearProjectReach.year_project_id == project_id))
    reaches = [reach_of(row) for row in rows]
    conditions = [_within(tuple(targets))]
    for reach in reaches:
        if reach.kind is ReachKind.LEVEL:
            conditions.append(Position.level == reach.level)
        elif reach.kind is ReachKind.LINE:
            conditions.append(Position.line_id == reach.ref)
        elif reach.kind is ReachKind.UNIT:
            conditions.append(Position.unit_id.in_(units_below(session, reach.ref)))
        else:
            conditions.append(Staff.id == reach.ref)
    return or_(*conditions)


def _read(session: Session, chosen: Select[*tuple[Any, ...]]) -> tuple[Candidate, ...]:
    units = {row_id: (name, parent) for row_id, name, parent in session.execute(select(OrgUnit.id, OrgUnit.name, OrgUnit.parent_id))}
    found = []
    for staff, title, first, last, personnel, position, level, kind, unit in session.execute(chosen).all():
        post = Post(personnel_type=personnel)
        if position is not None:
            name = units[unit][0] if unit in units else ""
            post = Post(position, level, personnel, kind, name, bureau_of(units, unit))
        found.append(Candidate(staff, full_name((title, first, last)), post))
    return tuple(found)
