from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import Level
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart, YearProjectStatus
from hrdesk.domain.year_project import Budget, FundUse, Indicator, ProjectCost, YearProject
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord
from hrdesk.services.forms.class_sources import class_source
from hrdesk.services.training.papers import project_source
from hrdesk.services.training.values import ProjectBudget
from training_office import YEAR

BAHT = 100


def everything(**changes):
    project = YearProject(
        id=0,
        year=YEAR,
        title="โครงการอบรมการใช้คอมพิวเตอร์",
        outside_reason="มติคณะกรรมการ",
        organizers=(1, 3),
        status=YearProjectStatus.APPROVED,
        responsible="งานการเจ้าหน้าที่",
        venue="ห้องประชุม",
        starts_on=date(2023, 1, 9),
        ends_on=date(2023, 1, 10),
        people=40,
        lecture=600,
        other=650,
        memo_number="ชม 52401/12",
        memo_date=date(2022, 12, 1),
        approved_on=date(2022, 12, 8),
        problems="ไม่มี",
        methods=(2, 1),
        targets=(1,),
        reaches=(Reach(ReachKind.LEVEL, level=Level.SENIOR), Reach(ReachKind.UNIT, 2)),
        courses=(1,),
        costs=(ProjectCost("ค่าวิทยากร", 600 * BAHT, 6, "ชั่วโมง", 2), ProjectCost("ค่าอาหาร", 120 * BAHT, 40, "คน", 2)),
        funds=(FundUse(1, 16_800 * BAHT, 16_000 * BAHT), FundUse(None, 0, 0)),
        indicators=(Indicator(IndicatorKind.OUTPUT, "ผู้เข้าอบรม", "40", "คน", "38"),),
        texts={ProposalPart.PRINCIPLES: "เพราะ", ProposalPart.GOALS: "พนักงาน 40 คน"},
    )
    return replace(project, **changes)


def test_the_plans_projects_are_made_once_with_their_money(services):
    plan = services.planning.load(services.year_projects.plan_for(YEAR))
    rows = services.year_projects.projects(YEAR)
    assert len(rows) == sum(YEAR in p.years for p in plan.projects)
    assert not any(row.outside_plan for row in rows)
    assert services.year_projects.budgets(YEAR).total == Budget(400_000 * BAHT, 0)
    assert services.year_projects.missing_from_plan(YEAR) == ()
    assert services.year_projects.add_from_plan(YEAR)[0] == ()


def test_money_of_a_year_in_which_it_does_not_run_is_offered_with_the_rest(services):
    """It is in the plan's sum of the year: the checker asks for one or the other."""
    plan = services.planning.load(services.year_projects.plan_for(YEAR))
    idle = next(p for p in plan.projects if p.budget(YEAR - 1))
    halted = replace(idle, years=tuple(year for year in idle.years if year != YEAR - 1))
    services.planning.save(replace(plan, projects=tuple(halted if p.id == idle.id else p for p in plan.projects)))
    offered = {p.id for p in services.year_projects.missing_from_plan(YEAR - 1)}
    assert idle.id in offered
    assert offered == {p.id for p in plan.projects if YEAR - 1 in p.years}
    told = services.monitoring.figures(plan.id, YEAR - 1, date(YEAR - 544, 9, 30))
    assert told.budget_planned == services.planning.load(plan.id).year_total(YEAR - 1)
    assert "project.money-in-idle-year" in {p.code for p in services.planning.problems(plan.id)}, "the checker tells of it"
    made, _ = services.year_projects.add_from_plan(YEAR - 1)
    assert len(made) == len(offered)


def test_without_a_plan_the_officer_is_told(services):
    with pytest.raises(UserError, match="ยังไม่มีแผนพัฒนาที่ครอบคลุมปีงบประมาณ 2599"):
        services.year_projects.add_from_plan(2599)


@pytest.mark.parametrize(("title", "said"), [("โครงการอบรมบุคลากรภาครัฐฯ", "ภาครัฐฯ "), ("โครงการอบรม", "โครงการอบรม")])
@pytest.mark.parametrize("plan_project", [None, 1])
def test_a_title_that_ends_in_an_abbreviation_is_followed_by_a_space(services, title, said, plan_project):
    made, _ = services.year_projects.save(everything(title=title, plan_project=plan_project))
    basis = project_source(services, Subject(year=YEAR, project=made)).basis
    after = "เป็นโครงการ" if plan_project is None else "ไว้ในแผน"
    assert f"{said}{after}" in basis


def test_what_was_made_from_the_plan_is_taken_back_and_made_again(services):
    made, _ = services.year_projects.add_from_plan(YEAR - 1)
    removed, _ = services.year_projects.delete_many(made)
    assert services.year_projects.projects(YEAR - 1) == ()
    services.year_projects.put_back(removed)
    assert [row.id for row in services.year_projects.projects(YEAR - 1)] == list(made)


def test_a_project_is_read_back_as_it_was_saved(services):
    project_id, area = services.year_projects.save(everything())
    assert area is Area.TRAINING
    assert services.year_projects.load(project_id) == everything(id=project_id)
    changed = everything(id=project_id, methods=(3,), costs=(), texts={}, indicators=(), plan_project=1)
    services.year_projects.save(changed)
    assert services.year_projects.load(project_id) == changed
    assert services.year_projects.load_year(YEAR)[-1] == changed


def test_a_project_put_off_without_a_reason_is_not_saved(services):
    with pytest.raises(InvalidRecord) as refused:
        services.year_projects.save(everything(status=YearProjectStatus.POSTPONED))
    assert [p.field for p in refused.value.problems] == ["year_project.status_reason"]


def test_money_is_summed_by_organiser_source_and_year(services):
    services.year_projects.save(everything())
    budgets = services.year_projects.budgets(YEAR)
    assert budgets.total == Budget(416_800 * BAHT, 16_000 * BAHT)
    assert sum(budgets.by_organizer.values(), Budget()) == budgets.total
    assert sum(budgets.by_fund.values(), Budget()) == budgets.total
    assert budgets.by_fund[""].used == 0
    assert services.year.budgets_by_year() == {YEAR: budgets.total}


def test_a_project_with_classes_stays_and_one_without_comes_back(services):
    with_class, without = services.year_projects.projects(YEAR)[:2]
    with pytest.raises(UserError, match="รุ่น 1 รายการ"):
        services.year_projects.delete(with_class.id)
    before = services.year_projects.load(without.id)
    removed, _ = services.year_projects.delete(without.id)
    assert without.id not in {row.id for row in services.year_projects.projects(YEAR)}
    services.year_projects.put_back(removed)
    assert services.year_projects.load(without.id) == before


def test_a_plan_whose_projects_run_keeps_them(services):
    plan = services.planning.load(services.year_projects.plan_for(YEAR))
    with pytest.raises(UserError, match="นำไปดำเนินการ"):
        services.planning.save(replace(plan, projects=plan.projects[1:]))
    with pytest.raises(UserError, match="นำไปดำเนินการ"):
        services.planning.delete(plan.id)
    services.planning.save(replace(plan, projects=plan.projects[::-1]))


TOGETHER = "เทศบาลดำเนินการเอง ร่วมกับ หน่วยงานอื่นที่เกี่ยวข้อง"


def test_money_spent_together_is_counted_once_under_both_names(services):
    both, _ = services.year_projects.save(everything())
    one, _ = services.year_projects.save(everything(organizers=(1,), funds=(FundUse(1, 5 * BAHT, 3 * BAHT),)))
    nobody, _ = services.year_projects.save(everything(organizers=(), title="ไม่ระบุผู้จัด", funds=(FundUse(2, 7 * BAHT, 0),)))
    budgets = services.year_projects.budgets(YEAR)
    assert budgets.by_organizer[TOGETHER] == Budget((10_000 + 16_800) * BAHT, 16_000 * BAHT)  # with the plan's digital project
    assert budgets.by_organizer[""] == Budget(7 * BAHT, 0)
    assert sum(budgets.by_organizer.values(), Budget()) == budgets.total
    assert sum((line.budget for line in budgets.by_project), Budget()) == budgets.total
    assert [line for line in budgets.by_project if line.title == everything().title] == [
        ProjectBudget(both, everything().title, TOGETHER, Budget(16_800 * BAHT, 16_000 * BAHT)),
        ProjectBudget(one, everything().title, "เทศบาลดำเนินการเอง", Budget(5 * BAHT, 3 * BAHT)),
    ]
    names = {row.id: row.organizer for row in services.year_projects.projects(YEAR)}
    assert (names[both], names[one], names[nobody]) == (TOGETHER, "เทศบาลดำเนินการเอง", "")


def test_the_plans_organisers_all_come_along(services):
    plan = services.planning.load(services.year_projects.plan_for(YEAR))
    planned = {project.id: project.organizers for project in plan.projects}
    made = services.year_projects.load_year(YEAR)
    assert {project.plan_project: project.organizers for project in made} == planned
    assert max(len(project.organizers) for project in made) == 2


def test_an_organiser_of_a_years_project_is_not_deleted(services):
    services.year_projects.save(everything())
    with pytest.raises(UserError, match="โครงการ"):
        services.curriculum.delete_organizer(3)


def test_papers_name_all_organisers_and_write_to_those_outside(services):
    project_id, _ = services.year_projects.save(everything())
    proposal = project_source(services, Subject(project=project_id, year=YEAR))
    assert proposal.organizer == "เทศบาลตำบลหนองป่าครั่ง ร่วมกับ หน่วยงานอื่นที่เกี่ยวข้อง"
    class_id, _ = services.classes.save(services.classes.blank(project_id))
    letter = class_source(services, Subject(training_class=class_id, year=YEAR))
    assert (letter.organizer, letter.outside_organizer) == (proposal.organizer, "หน่วยงานอื่นที่เกี่ยวข้อง")
    figures = services.monitoring.figures(services.year_projects.plan_for(YEAR), YEAR, date(2023, 9, 30))
    assert TOGETHER in {project.organizer for project in figures.projects if project.outside}
