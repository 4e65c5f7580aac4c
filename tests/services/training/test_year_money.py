"""Money and projects of a year: what comes from the plan, which plan rules, and sums that never disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.domain.plan import CostLine, YearBudget
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.domain.year_project import Budget, FundUse, ProjectCost, YearProject, check_year_project
from hrdesk.errors import Severity, UserError
from hrdesk.models.plan import Plan
from hrdesk.services import InvalidRecord, Services
from hrdesk.services.training.year_projects import of_plan
from training_office import training_office

YEAR, OTHER = 2566, 2580
BAHT = 100
PLAIN = YearProject(0, OTHER, "โครงการทดลอง", outside_reason="มติ")


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        yield services


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Services.open(training_office(tmp_path_factory.mktemp("money"))) as services:
        yield services


def told(project):
    return [(problem.field.removeprefix("year_project."), problem.severity) for problem in check_year_project(project)]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({}, []),
        ({"title": ""}, [("title", Severity.ERROR)]),
        ({"outside_reason": ""}, [("outside_reason", Severity.WARNING)]),
        ({"outside_reason": "", "plan_project": 7}, []),
        ({"status": YearProjectStatus.CANCELLED}, [("status_reason", Severity.ERROR)]),
        ({"status": YearProjectStatus.POSTPONED, "status_reason": "งบไม่พอ"}, []),
        ({"starts_on": date(2037, 1, 2), "ends_on": date(2037, 1, 1)}, [("ends_on", Severity.ERROR)]),
        ({"starts_on": date(2037, 1, 2), "ends_on": date(2037, 1, 2)}, []),
        ({"ends_on": date(2037, 1, 1)}, []),
        ({"costs": (ProjectCost("", 100),), "funds": (FundUse(1, 100),)}, [("costs", Severity.ERROR)]),
        ({"costs": (ProjectCost("ก", -100),), "funds": (FundUse(1, 0),)}, [("costs", Severity.ERROR), ("costs", Severity.WARNING)]),
        ({"costs": (ProjectCost("ก", 100, 3, times=2),), "funds": (FundUse(1, 600),)}, []),
        ({"costs": (ProjectCost("ก", 100, 3, times=2),), "funds": (FundUse(1, 599),)}, [("costs", Severity.WARNING)]),
        ({"funds": (FundUse(1, 100), FundUse(2, 100))}, []),
        ({"funds": (FundUse(1, 100), FundUse(1, 100))}, [("funds", Severity.ERROR)]),
        ({"funds": (FundUse(None, 100), FundUse(None, 100))}, [("funds", Severity.ERROR)]),
        ({"funds": (FundUse(1, -1),)}, [("funds", Severity.ERROR), ("funds", Severity.WARNING)]),
        ({"funds": (FundUse(1, 100, 101),)}, [("funds", Severity.WARNING)]),
        ({"funds": (FundUse(1, 100, 200), FundUse(2, 100, 0))}, []),
    ],
    ids=str,
)
def test_what_is_wrong_with_one_project(changes, problems):
    assert told(replace(PLAIN, **changes)) == problems


def test_an_error_is_not_saved_and_a_warning_is(services):
    with pytest.raises(InvalidRecord):
        services.year_projects.save(replace(PLAIN, funds=(FundUse(1, -1),)))
    assert services.year_projects.projects(OTHER) == ()
    services.year_projects.save(replace(PLAIN, funds=(FundUse(1, 100, 101),)))
    assert [row.budget for row in services.year_projects.projects(OTHER)] == [Budget(100, 101)]


def test_what_is_left_may_be_less_than_nothing():
    assert Budget(100, 101).remaining == -1
    assert (Budget(100, 30) + Budget(50, 60)).remaining == 60


def test_a_year_whose_projects_have_no_money_is_a_year_all_the_same(services):
    services.year_projects.save(PLAIN)
    assert services.year.budgets_by_year()[OTHER] == Budget(0, 0)
    assert services.year_projects.budgets(OTHER).total == Budget(0, 0)
    assert OTHER in services.year_projects.years()


FUNDS = st.lists(st.tuples(st.sampled_from([1, 2, None]), st.integers(0, 10**9), st.integers(0, 10**9)), max_size=3, unique_by=lambda f: f[0])
ORGANIZERS = st.lists(st.sampled_from([1, 2, 3]), max_size=3, unique=True)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(FUNDS, ORGANIZERS), min_size=1, max_size=5))
def test_however_money_is_grouped_it_is_the_same_money(shared, made):
    projects = shared.year_projects
    projects.delete_many(tuple(row.id for row in projects.projects(OTHER)))
    for funds, organizers in made:
        projects.save(replace(PLAIN, organizers=tuple(organizers), funds=tuple(FundUse(*fund) for fund in funds)))
    budgets = projects.budgets(OTHER)
    whole = Budget(sum(p for funds, _ in made for _, p, _ in funds), sum(u for funds, _ in made for _, _, u in funds))
    assert budgets.total == whole
    assert sum((row.budget for row in projects.projects(OTHER)), Budget()) == whole
    for parts in (budgets.by_fund.values(), budgets.by_organizer.values(), (line.budget for line in budgets.by_project)):
        assert sum(parts, Budget()) == whole
    assert shared.year.budgets_by_year()[OTHER] == whole


def test_a_project_of_the_plan_brings_its_money_of_that_year_by_source(services):
    planned = replace(
        services.planning.load(1).projects[0],
        budgets=(YearBudget(YEAR, 100, 1), YearBudget(YEAR, 50, 1), YearBudget(YEAR, 7, None), YearBudget(YEAR - 1, 999, 2)),
        costs=(CostLine("วิทยากร", 600, 6, 2, stated=1),),
    )
    made = of_plan(planned, YEAR)
    assert made.funds == (FundUse(1, 150), FundUse(None, 7))
    assert made.costs == (ProjectCost("วิทยากร", 600, 6, times=2),), "what another paper stated stays there"
    assert (made.organizers, made.methods, made.targets, made.courses) == (planned.organizers, planned.methods, planned.targets, planned.courses)
    assert (made.year, made.plan_project, made.title) == (YEAR, planned.id, planned.title)
    assert of_plan(planned, YEAR + 9).funds == ()


def set_status(services, plan_id, status):
    with services.database.begin() as session:
        session.get(Plan, plan_id).status = status


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (PlanStatus.DRAFT, PlanStatus.DRAFT, "second"),
        (PlanStatus.ANNOUNCED, PlanStatus.DRAFT, "first"),
        (PlanStatus.DRAFT, PlanStatus.ANNOUNCED, "second"),
        (PlanStatus.CLOSED, PlanStatus.PROVINCE, "first"),
        (PlanStatus.PROVINCE, PlanStatus.DRAFT, "first"),
        (PlanStatus.ANNOUNCED, PlanStatus.CLOSED, "first"),
        (PlanStatus.ANNOUNCED, PlanStatus.ANNOUNCED, "second"),
        (PlanStatus.REVISING, PlanStatus.DRAFT, "first"),
    ],
)
def test_which_of_two_plans_rules_a_year(services, first, second, rules):
    old = services.planning.plans()[0].id
    new, _ = services.planning.save(services.planning.blank(2565))
    set_status(services, old, first)
    set_status(services, new, second)
    assert services.year_projects.plan_for(YEAR) == {"first": old, "second": new}[rules]
    assert services.year_projects.plan_for(2564) == old, "the other does not reach that far"
    assert services.year_projects.plan_for(2567) == new
    assert services.year_projects.plan_for(2599) is None


def test_many_are_deleted_together_or_not_at_all(services):
    rows = services.year_projects.projects(YEAR)
    with_class = next(row for row in rows if row.classes)
    without = [row for row in rows if not row.classes][:2]
    with pytest.raises(UserError, match="รุ่น"):
        services.year_projects.delete_many((without[0].id, with_class.id))
    assert services.year_projects.projects(YEAR) == rows
    with pytest.raises(UserError, match="ไม่พบ"):
        services.year_projects.delete_many((without[0].id, 99_999))
    assert services.year_projects.projects(YEAR) == rows
    removed, _ = services.year_projects.delete_many(tuple(row.id for row in without))
    assert len(services.year_projects.projects(YEAR)) == len(rows) - 2
    services.year_projects.put_back(removed)
    assert services.year_projects.projects(YEAR) == rows


def test_what_is_taken_from_the_plan_is_never_taken_twice(services):
    gone = next(row for row in services.year_projects.projects(YEAR) if not row.classes)
    project = services.year_projects.load(gone.id)
    services.year_projects.delete(gone.id)
    assert [one.id for one in services.year_projects.missing_from_plan(YEAR)] == [project.plan_project]
    (made,), _ = services.year_projects.add_from_plan(YEAR)
    assert services.year_projects.load(made).plan_project == project.plan_project
    assert services.year_projects.add_from_plan(YEAR)[0] == ()
