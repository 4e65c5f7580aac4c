"""The plan of the next period, copied forward from the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import MonitoringRound, PlanDraft, PlanProject
from hrdesk.domain.terms import PlanStatus


def next_plan(draft: PlanDraft, budget_law: str) -> PlanDraft:
    """Everything moved on by the length of the period: a new draft with no ids, its budget law by its right name."""
    by = draft.period.count
    return replace(
        draft,
        id=0,
        period=PlanPeriod(draft.period.first + by, by),
        status=PlanStatus.DRAFT,
        budget_law=budget_law,
        projects=tuple(_later(project, by) for project in draft.projects),
        accepted=(),  # what was let pass in one plan is asked about again in the next
        rounds=tuple(MonitoringRound(r.year + by, r.number, r.due and _later_day(r.due, by)) for r in draft.rounds),
    )


def _later(project: PlanProject, by: int) -> PlanProject:
    return replace(
        project,
        id=0,
        years=tuple(year + by for year in project.years),
        budgets=tuple(replace(budget, year=budget.year + by) for budget in project.budgets),
    )


def _later_day(day: date, by: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + by, day=28 if leap_day else day.day)
