"""A plan moved to other years, and the plan of the next period copied forward from the last one."""

from __future__ import annotations

from hrdesk.domain.fiscal import PlanPeriod, years_later
from hrdesk.domain.plan import PlanDraft, PlanProject
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.lazy_dataclass import replace


def next_plan(draft: PlanDraft, budget_law: str) -> PlanDraft:
    """Everything moved on by the length of the period: a new draft with no ids, its budget law by its right name."""
    moved = shift_draft(draft, draft.period.first + draft.period.count)
    return replace(
        moved,
        id=0,
        status=PlanStatus.DRAFT,
        budget_law=budget_law,
        projects=tuple(replace(project, id=0) for project in moved.projects),
        copied={},
        accepted=(),  # what was let pass in one plan is asked about again in the next
    )


def shift_draft(draft: PlanDraft, first: int) -> PlanDraft:
    """The same plan from another first year: years, budgets and rounds move with it."""
    step = first - draft.period.first
    rounds = (replace(one, year=one.year + step, due=one.due and years_later(one.due, step)) for one in draft.rounds)
    return replace(
        draft,
        period=PlanPeriod(first, draft.period.count),
        projects=tuple(shift_project(project, step) for project in draft.projects),
        rounds=tuple(rounds),
    )


def shift_project(project: PlanProject, step: int) -> PlanProject:
    """The same project `step` years later."""
    return replace(
        project,
        years=tuple(year + step for year in project.years),
        budgets=tuple(replace(budget, year=budget.year + step) for budget in project.budgets),
    )
