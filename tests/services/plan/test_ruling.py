"""Which of several plans rules a year: told alike by the page of the year, the first page and the province's workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.models.plan import Plan
from hrdesk.services import Services
from hrdesk.services.forms.province_rows import rows_of
from hrdesk.services.plan.ruling import ruling_plan

S = PlanStatus
YEAR = 2566


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def second_plan(services, first_year=YEAR):
    """Its one project runs in all its years."""
    old = services.planning.load(1)
    years = tuple(year.be for year in PlanPeriod(first_year).years)
    only = replace(old.projects[0], id=0, title="โครงการของแผนหลัง", years=years, budgets=(), costs=(), no_budget=True)
    return services.planning.save(replace(old, id=0, period=PlanPeriod(first_year), projects=(only,), rounds=()))[0]


def mark(services, plan, status):
    with services.database.begin() as session:
        session.get_one(Plan, plan).status = status


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        (S.DRAFT, S.DRAFT, 1),  # the newer one
        (S.ANNOUNCED, S.DRAFT, 0),
        (S.ANNOUNCED, S.PROVINCE, 0),
        (S.REVISING, S.PROVINCE, 0),  # in force while it is revised
        (S.CLOSED, S.DRAFT, 0),
        (S.CLOSED, S.ANNOUNCED, 1),
        (S.ANNOUNCED, S.ANNOUNCED, 1),
    ],
)
def test_the_plan_in_force_rules_and_all_say_the_same(services, first, second, rules):
    plans = (1, second_plan(services))
    for plan, status in zip(plans, (first, second), strict=True):
        mark(services, plan, status)
    ruling = plans[rules]
    assert services.year_projects.plan_for(YEAR) == services.year.plan_of_year(YEAR) == ruling
    titles = {project.title for project in services.planning.load(ruling).projects}
    assert {row["project"] for row in rows_of(services, ProvinceSheet.RESULTS, YEAR)} == titles
    assert {project.title for project in services.year_projects.missing_from_plan(YEAR)} == titles
    budgeted = len(services.planning.load(ruling).budgeted_projects)
    assert any(f"มีโครงการในปีนี้ {budgeted} โครงการ" in item.hint for item in services.year.pack(YEAR))


def test_a_year_beyond_every_plan_has_none(services):
    second_plan(services)
    with services.database.read() as session:
        found = [ruling_plan(session, year) for year in (2563, 2564, 2568, 2569)]
    assert found == [None, 1, 2, None]
    assert services.year.plan_of_year(2563) is None


def test_projects_of_the_other_plan_are_outside_on_the_page_of_the_year_too(services):
    services.year_projects.add_from_plan(YEAR)
    assert not any(row.outside_plan for row in services.year_projects.projects(YEAR))
    second_plan(services)
    services.year_projects.add_from_plan(YEAR)
    told = {row.title: row.outside_plan for row in services.year_projects.projects(YEAR)}
    sent = {row["project"]: row["in_plan"] == "นอกแผน" for row in rows_of(services, ProvinceSheet.RESULTS, YEAR)}
    assert told == sent
    assert not told.pop("โครงการของแผนหลัง")
    assert all(told.values())
