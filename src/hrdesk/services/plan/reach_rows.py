"""Whom a project is meant for besides the target groups, to the columns of its row and back: for plans and years alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind

if TYPE_CHECKING:
    from hrdesk.domain.terms import Level
    from hrdesk.models.project import ProjectReach
    from hrdesk.models.year_project import YearProjectReach

_REFERENCES = {ReachKind.LINE: "line_id", ReachKind.UNIT: "unit_id", ReachKind.PERSON: "staff_id"}


def reach_columns(reach: Reach) -> dict[str, Any]:
    references = {name: reach.ref if reach.kind is kind else None for kind, name in _REFERENCES.items()}
    return {"kind": reach.kind, "level": reach.level, **references}


def reach_of(row: ProjectReach | YearProjectReach) -> Reach:
    return reach_from(row.kind, row.level, row.line_id, row.unit_id, row.staff_id)


def reach_from(kind: ReachKind, level: Level, line: int | None, unit: int | None, staff: int | None) -> Reach:
    ref = {ReachKind.LINE: line, ReachKind.UNIT: unit, ReachKind.PERSON: staff}.get(kind)
    return Reach(kind, ref or 0, level)
