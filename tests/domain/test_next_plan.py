from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.fiscal import FiscalYear, PlanPeriod
from hrdesk.domain.next_plan import next_plan, shift_draft
from hrdesk.domain.plan import MonitoringRound, PlanDraft, PlanProject, YearBudget
from hrdesk.domain.plan_terms import PlanStatus

TRAINING = PlanProject(
    7, "โครงการอบรม", methods=(2,), years=(2564, 2566), budgets=(YearBudget(2564, 100, 1), YearBudget(2566, 300))
)
PLAN = PlanDraft(
    PlanPeriod(2564),
    id=3,
    status=PlanStatus.CLOSED,
    budget_law="ข้อบัญญัติ",
    projects=(TRAINING,),
    rounds=(MonitoringRound(2564, 1, date(2024, 2, 29)), MonitoringRound(2566, 3)),
    chapters={"preface": "คำนำที่แก้ไขแล้ว"},
)


@pytest.mark.parametrize(("step", "day"), [(0, date(2024, 2, 29)), (3, date(2027, 2, 28)), (4, date(2028, 2, 29))])
def test_a_leap_day_stays_one_where_the_year_has_it(step, day):
    assert shift_draft(PLAN, 2564 + step).rounds[0].due == day


def test_everything_moves_on_by_one_period():
    new = next_plan(PLAN, "เทศบัญญัติ")
    assert new.period == PlanPeriod(2567)
    (project,) = new.projects
    assert project.years == (2567, 2569)
    assert project.budgets == (YearBudget(2567, 100, 1), YearBudget(2569, 300))
    assert new.rounds == (MonitoringRound(2567, 1, date(2027, 2, 28)), MonitoringRound(2569, 3))
    assert [new.year_total(year.be) for year in new.period.years] == [100, 0, 300]


def test_it_is_a_new_draft_under_the_right_law():
    new = next_plan(PLAN, "เทศบัญญัติ")
    assert (new.id, new.status, new.budget_law, new.projects[0].id) == (0, PlanStatus.DRAFT, "เทศบัญญัติ", 0)


def test_the_rest_stays():
    new = next_plan(PLAN, "เทศบัญญัติ")
    assert new.chapters == PLAN.chapters
    assert replace(new.projects[0], id=7, years=(), budgets=()) == replace(TRAINING, years=(), budgets=())
    assert next_plan(replace(PLAN, period=PlanPeriod(2564, 1)), "").period == PlanPeriod(2565, 1)


def test_a_round_stays_in_its_fiscal_year():
    plan = replace(PLAN, rounds=tuple(MonitoringRound(2564, n, date(2020 + (n > 1), 12 if n == 1 else 9, 30)) for n in (1, 2)))
    assert all(r.due in FiscalYear(r.year) for r in plan.rounds + next_plan(plan, "").rounds)
