"""A plan draft to rows and back. Rows are kept and filled anew where they can be, so that ids stay."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from hrdesk.domain.plan import PlanDraft, PlanProject, project_key
from hrdesk.models import plan as tables
from hrdesk.models import plan_parts as more
from hrdesk.models import project as parts
from hrdesk.models.given_up import last_id
from hrdesk.services.plan.reach_rows import reach_columns
from hrdesk.services.plan.reading import plan_gone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy.orm import Session

_PLAN_FIELDS = (
    "status",
    "budget_law",
    "covers_all_positions",
    "committee_announcement_date",
    "committee_announcement_clauses",
)
_PROJECT_FIELDS = ("title", "listed", "no_budget", "monitoring_title", "stated_total")
_CHOICES = (  # attribute of the project, its row class
    ("methods", parts.ProjectMethod),
    ("organizers", parts.ProjectOrganizer),
    ("targets", parts.ProjectTarget),
    ("evaluations", parts.ProjectEvaluation),
    ("courses", parts.ProjectCourse),
)
Row = TypeVar("Row")
_PROJECT = selectinload(tables.Plan.projects)
WHOLE = (
    *(_PROJECT.selectinload(getattr(parts.Project, name)) for name, _ in _CHOICES),
    _PROJECT.selectinload(parts.Project.years),
    _PROJECT.selectinload(parts.Project.budgets),
    _PROJECT.selectinload(parts.Project.costs),
    _PROJECT.selectinload(parts.Project.reaches),
    _PROJECT.selectinload(parts.Project.links),
    _PROJECT.selectinload(parts.Project.indicators),
    selectinload(tables.Plan.committee),
    selectinload(tables.Plan.responsible).selectinload(tables.Responsible.duties),
    selectinload(tables.Plan.rounds),
    selectinload(tables.Plan.chapters),
    selectinload(tables.Plan.indicators),
    selectinload(tables.Plan.strategies),
    selectinload(tables.Plan.swot),
    selectinload(tables.Plan.optional),
    selectinload(tables.Plan.accepted),
)
_INDICATOR = ("name", "quantity", "unit")
_ACCEPTED = ("code", "field", "text", "reason", "accepted_on")


def take_plan(session: Session, plan_id: int) -> tables.Plan:
    """The plan with all its parts. UserError when it is gone."""
    row = session.scalars(select(tables.Plan).where(tables.Plan.id == plan_id).options(*WHOLE)).one_or_none()
    if row is None:
        raise plan_gone()
    return row


def save_plan(session: Session, draft: PlanDraft, row: tables.Plan | None = None, above: int = 0) -> int:
    """Write the draft over `row`, or as a new plan; returns the plan's id. New projects get ids beyond `above`."""
    row = row or tables.Plan()
    row.first_year, row.year_count = draft.period.first, draft.period.count
    for name in _PLAN_FIELDS:
        setattr(row, name, getattr(draft, name))
    row.updated_at = datetime.now(UTC)
    _write_parts(row, draft)
    _keep_rows(session, row, draft.projects, above)
    _write_projects(row, draft.projects)
    session.add(row)
    session.flush()
    _name_by_id(row, draft)
    return row.id


def _name_by_id(row: tables.Plan, draft: PlanDraft) -> None:
    """What was accepted of the third project, `project:#3`, is now of the project with that id."""
    pairs = enumerate(zip(draft.projects, row.projects, strict=True), start=1)
    keys = {project_key(project, number): f"project:{stored.id}" for number, (project, stored) in pairs}
    for accepted in row.accepted:
        key, dot, attribute = accepted.field.partition(".")
        accepted.field = f"{keys.get(key, key)}{dot}{attribute}"


def _sized(rows: list[Row], count: int, make: Callable[[], Row]) -> list[Row]:
    """`rows` shortened or lengthened to `count`; what it loses, the session deletes."""
    del rows[count:]
    rows.extend(make() for _ in range(count - len(rows)))
    return rows


def _fill(rows: list[Row], values: Sequence[object], make: Callable[[], Row], names: Iterable[str]) -> None:
    """One row for each value, at its place, with the attributes `names` copied."""
    for place, (row, value) in enumerate(zip(_sized(rows, len(values), make), values, strict=True)):
        row.place = place  # type: ignore[attr-defined]
        for name in names:
            setattr(row, name, getattr(value, name))


def _write_parts(row: tables.Plan, draft: PlanDraft) -> None:
    _fill(row.committee, draft.committee, tables.CommitteeMember, ("position", "role", "committee", "name", "staff"))
    _fill(row.rounds, draft.rounds, tables.MonitoringRound, ("year", "number", "due"))
    _fill(row.responsible, draft.responsible, tables.Responsible, ("title", "note"))
    for owner, value in zip(row.responsible, draft.responsible, strict=True):
        for place, duty in enumerate(_sized(owner.duties, len(value.duties), tables.ResponsibleDuty)):
            duty.place, duty.text = place, value.duties[place]
    chapters = _sized(row.chapters, len(draft.chapters), tables.PlanChapter)
    for place, (chapter, (key, text)) in enumerate(zip(chapters, draft.chapters.items(), strict=True)):
        chapter.place, chapter.key, chapter.text = place, key, text
    _fill(row.indicators, draft.indicators, more.PlanIndicator, _INDICATOR)
    _fill(row.strategies, draft.strategies, more.PlanStrategy, ("code", "name"))
    _fill(row.swot, draft.swot, more.SwotEntry, ("kind", "text"))
    _fill(row.accepted, draft.accepted, more.AcceptedWarning, _ACCEPTED)
    for place, option in enumerate(_sized(row.optional, len(draft.optional), more.PlanOption)):
        option.place, option.part = place, draft.optional[place]


def _keep_rows(session: Session, row: tables.Plan, projects: Sequence[PlanProject], above: int) -> None:
    """Projects keep their rows by id, and come back under the id they had; a second one of an id is a new project."""
    known = {project.id: project for project in row.projects}
    strange = {p.id for p in projects if p.id > 0} - known.keys()
    taken = set(session.scalars(select(parts.Project.id).where(parts.Project.id.in_(strange)))) if strange else set()
    free = strange - taken
    last = max(last_id(session, parts.Project), above, *free, 0)
    rows = []
    for project in projects:
        kept = known.pop(project.id, None)
        if kept is None and project.id in free:
            free.remove(project.id)
            kept = parts.Project(id=project.id)
        elif kept is None:
            kept = parts.Project(id=(last := last + 1))
        rows.append(kept)
    row.projects = rows


def _write_projects(row: tables.Plan, projects: Sequence[PlanProject]) -> None:
    for place, (target, project) in enumerate(zip(row.projects, projects, strict=True)):
        target.place = place
        for name in _PROJECT_FIELDS:
            setattr(target, name, getattr(project, name))
        for name, make in _CHOICES:
            chosen = tuple(dict.fromkeys(getattr(project, name)))
            for at, choice in enumerate(_sized(getattr(target, name), len(chosen), make)):
                choice.place, choice.ref = at, chosen[at]
        for at, year in enumerate(_sized(target.years, len(project.years), parts.ProjectYear)):
            year.place, year.year = at, project.years[at]
        for at, budget in enumerate(_sized(target.budgets, len(project.budgets), parts.ProjectBudget)):
            value = project.budgets[at]
            budget.place, budget.year, budget.amount, budget.fund_id = at, value.year, value.amount, value.fund
        _fill(target.costs, project.costs, parts.ProjectCost, ("item", "unit_price", "quantity", "times", "stated"))
        _fill(target.links, project.links, parts.ProjectLink, ("kind", "code"))
        _fill(target.indicators, project.indicators, parts.ProjectIndicator, _INDICATOR)
        for at, reach in enumerate(_sized(target.reaches, len(project.reaches), parts.ProjectReach)):
            reach.place = at
            for name, value in reach_columns(project.reaches[at]).items():
                setattr(reach, name, value)
