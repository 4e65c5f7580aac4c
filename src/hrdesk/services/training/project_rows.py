"""Projects of the year to rows and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import selectinload

from hrdesk.domain.training_terms import ProposalPart
from hrdesk.domain.year_project import FundUse, Indicator, ProjectCost, YearProject, jointly
from hrdesk.models import year_project as tables
from hrdesk.models.curriculum import Organizer
from hrdesk.models.project import Project, ProjectOrganizer
from hrdesk.services.plan.reach_rows import reach_columns, reach_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

_SAME = (
    "year", "title", "outside_reason", "status", "status_reason", "responsible", "venue", "starts_on", "ends_on",
    "people", "lecture", "other", "memo_number", "memo_date", "approved_on", "problems", "suggestions",
)  # fmt: skip
_PARTS = ("organizers", "methods", "targets", "reaches", "courses", "costs", "funds", "indicators", "texts")
WHOLE = tuple(selectinload(getattr(tables.YearProject, name)) for name in _PARTS)


def read_project(row: tables.YearProject) -> YearProject:
    """Reads the parts too: load many rows with WHOLE."""
    return YearProject(
        id=row.id,
        plan_project=row.plan_project_id,
        organizers=tuple(part.ref for part in row.organizers),
        methods=tuple(part.ref for part in row.methods),
        targets=tuple(part.ref for part in row.targets),
        reaches=tuple(reach_of(part) for part in row.reaches),
        courses=tuple(part.ref for part in row.courses),
        costs=tuple(ProjectCost(c.item, c.unit_price, c.quantity, c.unit, c.times) for c in row.costs),
        funds=tuple(FundUse(f.fund_id, f.planned, f.used) for f in row.funds),
        indicators=tuple(Indicator(i.kind, i.name, i.target, i.unit, i.result) for i in row.indicators),
        texts={text.part: text.text for text in sorted(row.texts, key=lambda t: _ORDER[t.part])},
        **{name: getattr(row, name) for name in _SAME},
    )


def organizer_names(session: Session, year: int | None = None) -> dict[int, str]:
    """Who carries the projects out, as one name, by project: of one year or of all."""
    part = tables.YearProjectOrganizer
    chosen = (
        select(part.year_project_id, Organizer.name)
        .join(Organizer, part.ref == Organizer.id)
        .order_by(part.year_project_id, part.place)
    )
    if year is not None:
        chosen = chosen.join(tables.YearProject, part.year_project_id == tables.YearProject.id)
        chosen = chosen.where(tables.YearProject.year == year)
    return _named(session.execute(chosen))


def planned_organizers(session: Session, plan_id: int) -> dict[int, str]:
    """The same of a plan's projects, as the plan has them."""
    return _named(
        session.execute(
            select(ProjectOrganizer.project_id, Organizer.name)
            .join(Organizer, ProjectOrganizer.ref == Organizer.id)
            .join(Project, ProjectOrganizer.project_id == Project.id)
            .where(Project.plan_id == plan_id)
            .order_by(ProjectOrganizer.project_id, ProjectOrganizer.place)
        )
    )


def _named(rows: Iterable[Any]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for owner, name in rows:
        found.setdefault(owner, []).append(name)
    return {owner: jointly(names) for owner, names in found.items()}


_ORDER = {part: place for place, part in enumerate(ProposalPart)}


def write_project(session: Session, project: YearProject) -> int:
    """Insert (id 0) at the end of its year, or update; returns the id."""
    row = session.get(tables.YearProject, project.id) if project.id else None
    if row is None:
        last = select(func.max(tables.YearProject.place)).where(tables.YearProject.year == project.year)
        row = tables.YearProject(place=(session.scalar(last) or 0) + 1)
    for name in _SAME:
        setattr(row, name, getattr(project, name))
    row.plan_project_id = project.plan_project
    session.add(row)
    session.flush()
    _write_parts(session, row.id, project)
    return row.id


def _write_parts(session: Session, project_id: int, project: YearProject) -> None:
    for table, chosen, column in (
        (tables.YearProjectOrganizer, project.organizers, "ref"),
        (tables.YearProjectMethod, project.methods, "ref"),
        (tables.YearProjectTarget, project.targets, "ref"),
        (tables.YearProjectCourse, project.courses, "ref"),
    ):
        _replace(session, table, project_id, ({column: one} for one in dict.fromkeys(chosen)))
    reaches = (reach_columns(one) for one in dict.fromkeys(project.reaches))
    _replace(session, tables.YearProjectReach, project_id, reaches)
    costs = (
        {"item": c.item, "unit_price": c.unit_price, "quantity": c.quantity, "unit": c.unit, "times": c.times}
        for c in project.costs
    )
    _replace(session, tables.YearProjectCost, project_id, costs)
    funds = ({"fund_id": f.fund, "planned": f.planned, "used": f.used} for f in project.funds)
    _replace(session, tables.YearProjectFund, project_id, funds)
    indicators = (
        {"kind": i.kind, "name": i.name, "target": i.target, "unit": i.unit, "result": i.result}
        for i in project.indicators
    )
    _replace(session, tables.YearProjectIndicator, project_id, indicators)
    written = tables.YearProjectText
    session.execute(delete(written).where(written.year_project_id == project_id))
    texts = [{"year_project_id": project_id, "part": part, "text": text} for part, text in project.texts.items() if text]
    if texts:
        session.execute(insert(written), texts)


def _replace(session: Session, table: type[Any], project_id: int, rows: Iterable[dict[str, Any]]) -> None:
    session.execute(delete(table).where(table.year_project_id == project_id))
    placed = [{"year_project_id": project_id, "place": place, **row} for place, row in enumerate(rows)]
    if placed:
        session.execute(insert(table), placed)
