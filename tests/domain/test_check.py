"""The checker as a whole: silent on a clean plan, and finding what seed 000's real plan got wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

import small_office as small
from hrdesk.domain.check import RULES, check_plan, project_index
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import Course
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import Severity


@pytest.mark.parametrize("kind", small.NAMES)
def test_a_clean_plan_has_no_problems(kind: OrganizationKind) -> None:
    assert check_plan(small.plan(kind), small.office(kind)) == ()


def as_in_seed_000() -> PlanDraft:
    """Part 5.1 lists five own projects; part 6 has money for three, one of which part 5.1 does not name."""
    own = (
        replace(small.PROJECTS[0]),
        small.project(11, "โครงการอบรมการสร้างจิตสำนึกในการให้บริการ", 0, (small.OWN,)),
        replace(small.PROJECTS[1]),
        small.project(12, "โครงการอบรมส่งเสริมให้บุคลากรเข้ารับการฝึกอบรม", 0, (small.OWN,)),
        small.project(13, "โครงการทัศนศึกษาดูงาน", 0, (small.OWN,), methods=(small.VISIT,)),
        replace(small.PROJECTS[2], listed=False),
    )
    return small.plan(projects=own + small.PROJECTS[3:], budget_law="ข้อบัญญัติ")


def test_the_contradictions_of_the_real_plan_are_all_found() -> None:
    columns = {m.id for m in small.METHODS} - {small.VISIT, small.COACHING}
    office = small.office(
        organizers=tuple(replace(o, in_monitoring_table=o.id != small.DEPARTMENT) for o in small.ORGANIZERS),
        methods=tuple(replace(m, in_monitoring_table=m.id in columns) for m in small.METHODS),
        courses=(Course(1, 2, "พระราชบัญญัติภาษีบำรุงท้องที่ พ.ศ. 2508", law=2),),
    )
    found = {(problem.code, problem.field) for problem in check_plan(as_in_seed_000(), office)}
    assert found == {
        ("project.listed-without-budget", "project:11.budgets"),
        ("project.listed-without-budget", "project:12.budgets"),
        ("project.listed-without-budget", "project:13.budgets"),
        ("project.budgeted-not-listed", "project:3.listed"),
        ("plan.own-counts", "plan.projects"),
        ("organizer.no-monitoring-column", f"organizer:{small.DEPARTMENT}"),
        ("method.no-monitoring-column", f"method:{small.VISIT}"),
        ("method.no-monitoring-column", f"method:{small.COACHING}"),
        ("plan.budget-law", "plan.budget_law"),
        ("course.replaced-law", "course:1.law"),
    }


def test_a_new_empty_plan_is_told_everything_that_is_missing_without_noise() -> None:
    codes = [p.code for p in check_plan(PlanDraft(PlanPeriod(2567)), small.office())]
    assert codes.count("plan.no-projects") == 1
    assert "plan.idle-year" not in codes
    assert codes.count("rounds.too-few") == 3
    assert {"committee.no-chair", "committee.no-secretary", "committee.too-small"} <= set(codes)


def test_every_problem_can_be_read_and_found() -> None:
    wrecked = PlanDraft(
        PlanPeriod(2021, 2),
        budget_law="ข้อบัญญัติ",
        projects=(small.project(0, " ", 0, (99,), years=(2570,)), *as_in_seed_000().projects),
        chapters={"scope": "", "budget": "ตามข้อบัญญัติงบประมาณ"},
    )
    problems = check_plan(wrecked, small.office())
    assert len({p.code for p in problems}) > 10
    for problem in problems:
        assert problem.place
        assert problem.text.endswith(tuple("กขคฆงจชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหอฮะาำิีึืุูเแโไใๆ์่้๊๋็)”0123456789"))
        assert not set(problem.text) & set("๐๑๒๓๔๕๖๗๘๙{}"), problem.text
        assert "  " not in problem.text
        assert problem.severity in Severity


def test_rules_are_registered_once() -> None:
    assert len(set(RULES)) == len(RULES)


def test_a_stored_and_a_new_project_are_found_by_their_field() -> None:
    draft = small.plan(projects=(small.PROJECTS[0], small.project(0, "ใหม่", 0, (small.OWN,), methods=())))
    fields = {p.code: p.field for p in check_plan(draft, small.office())}
    assert fields["project.no-method"] == "project:#2.methods"
    assert project_index(draft, fields["project.no-method"]) == 1
    assert project_index(draft, "project:1.title") == 0
    assert project_index(draft, "project:11.title") is None
    assert project_index(draft, "plan.budget_law") is None
