from __future__ import annotations

from typing import Any

import pytest

import small_office as small
from hrdesk.domain.book import organizer_kind
from hrdesk.domain.check import PlanCase, projects
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.terms import OrganizationKind, OrganizerKind


def case(draft: PlanDraft) -> PlanCase:
    return PlanCase(draft, small.office())


def test_project_of_part_5_needs_money_in_part_6() -> None:
    (problem,) = projects.listed_without_budget(case(small.changed(2, budgets=())))
    assert problem.field == "project:2.budgets"
    assert problem.place == "โครงการที่ 2 “โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล”"
    assert "5.1" in problem.text
    assert not list(projects.without_budget(case(small.changed(2, budgets=()))))


def test_money_is_not_asked_of_a_project_meant_to_cost_nothing() -> None:
    free = case(small.changed(2, budgets=(), no_budget=True))
    assert not list(projects.listed_without_budget(free))


def test_project_neither_listed_nor_budgeted_stands_nowhere() -> None:
    nowhere = case(small.changed(2, budgets=(), listed=False))
    assert [p.code for p in projects.without_budget(nowhere)] == ["project.without-budget"]
    assert not list(projects.listed_without_budget(nowhere))


def test_project_of_part_6_must_be_named_in_part_5() -> None:
    (problem,) = projects.budgeted_not_listed(case(small.changed(3, listed=False)))
    assert (problem.code, problem.field) == ("project.budgeted-not-listed", "project:3.listed")


def test_own_projects_are_as_many_in_part_5_as_in_part_6() -> None:
    (problem,) = projects.own_counts_differ(case(small.changed(3, listed=False)))
    assert "เทศบาลดำเนินการเอง 2 โครงการ" in problem.text
    assert "ส่วนที่ 6 มี 3 โครงการ" in problem.text
    assert not list(projects.own_counts_differ(case(small.changed(8, listed=False)))), "not an own project"


@pytest.mark.parametrize(
    ("organizers", "kind"),
    [
        ((small.OWN,), OrganizerKind.OWN),
        ((small.OTHER, small.OWN), OrganizerKind.OWN),
        ((small.DEPARTMENT,), OrganizerKind.DEPARTMENT),
        ((small.DEPARTMENT, small.OTHER), OrganizerKind.OTHER),
        ((), OrganizerKind.OWN),
    ],
)
def test_who_a_project_is_listed_under(organizers: tuple[int, ...], kind: OrganizerKind) -> None:
    assert organizer_kind(small.project(1, "ก", 1, organizers), small.CATALOGUE) is kind


@pytest.mark.parametrize(
    ("rule", "attribute", "code"),
    [
        (projects.without_year, "years", "project.no-year"),
        (projects.without_method, "methods", "project.no-method"),
        (projects.without_organizer, "organizers", "project.no-organizer"),
        (projects.without_target, "targets", "project.no-target"),
        (projects.without_evaluation, "evaluations", "project.no-evaluation"),
    ],
)
def test_a_choice_left_open(rule: Any, attribute: str, code: str) -> None:
    (problem,) = rule(case(small.changed(4, **{attribute: ()})))
    assert (problem.code, problem.field) == (code, f"project:4.{attribute}")
    assert "ยังไม่ได้เลือก" in problem.text


def test_title_is_needed() -> None:
    (problem,) = projects.empty_title(case(small.changed(1, title=" \t")))
    assert (problem.field, problem.place) == ("project:1.title", "โครงการที่ 1")


def test_same_title_twice_names_the_first() -> None:
    same = small.PROJECTS[0].title
    (problem,) = projects.duplicate_titles(case(small.changed(5, title=f" {same} ")))
    assert (problem.field, problem.text) == ("project:5.title", "ชื่อซ้ำกับโครงการที่ 1")
    two_open = small.plan(projects=(small.project(1, "", 1, (1,)), small.project(2, "", 1, (1,))))
    assert not list(projects.duplicate_titles(case(two_open))), "an empty title is told by its own rule"


@pytest.mark.parametrize("attribute", ["methods", "organizers", "targets", "evaluations", "courses"])
def test_choice_that_left_the_catalogue(attribute: str) -> None:
    (problem,) = projects.unknown_choices(case(small.changed(6, **{attribute: (1, 77)})))
    assert (problem.code, problem.field) == ("project.unknown-choice", f"project:6.{attribute}")


def test_year_with_nothing() -> None:
    only_first = tuple(small.project(i, f"โครงการ {i}", 10, (1,), years=(2564, 2566)) for i in (1, 2))
    (problem,) = projects.idle_years(case(small.plan(projects=only_first)))
    assert (problem.field, problem.code) == ("plan.year.2565", "plan.idle-year")
    assert "2565" in problem.text


def test_the_office_is_named_by_its_kind() -> None:
    kind = OrganizationKind.SAO
    draft = small.changed(3, listed=False)
    (problem,) = projects.own_counts_differ(PlanCase(draft, small.office(kind)))
    assert "องค์การบริหารส่วนตำบลดำเนินการเอง" in problem.text
