from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafts import drafts, without_ids
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import Course
from hrdesk.domain.plan import PlanDraft, PlanProject, YearBudget, monitoring_rows
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models.plan import WizardDraft
from hrdesk.services import Area, Services
from hrdesk.services.register.seeding import load_catalogue, load_sample

BAHT = 100
CATALOGUE = load_catalogue(OrganizationKind.SUBDISTRICT).catalogue
FROZEN = (PlanStatus.ANNOUNCED, PlanStatus.CLOSED)
OPEN_DRAFTS = drafts(CATALOGUE).filter(lambda draft: draft.status not in FROZEN)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("shared") / "office.db") as services:
        yield services.planning


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def planning(services):
    return services.planning


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(first=drafts(CATALOGUE))
def test_a_new_plan_is_read_back_as_it_was_saved(shared, first):
    plan_id, area = shared.save(first)
    assert area is Area.PLAN
    loaded = shared.load(plan_id)
    assert loaded.id == plan_id
    assert without_ids(loaded) == first


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(first=OPEN_DRAFTS, second=drafts(CATALOGUE), order=st.randoms(use_true_random=False))
def test_a_plan_saved_over_another_is_read_back_whole(shared, first, second, order):
    """The second draft keeps some of the first one's projects, under their ids, in any order."""
    plan_id, _ = shared.save(first)
    kept = list(shared.load(plan_id).projects + second.projects)
    order.shuffle(kept)
    wanted = replace(second, id=plan_id, projects=tuple(kept))
    shared.save(wanted)
    loaded = shared.load(plan_id)
    assert without_ids(loaded) == without_ids(wanted)
    assert [p.id for p in loaded.projects if p.id in {k.id for k in kept}] == [k.id for k in kept if k.id]


def test_a_project_named_twice_becomes_two(planning):
    draft = planning.load(1)
    planning.save(replace(draft, projects=(draft.projects[0], draft.projects[0])))
    first, second = planning.load(1).projects
    assert first.id == draft.projects[0].id != second.id
    assert replace(second, id=first.id) == first


def test_plans_are_summed_and_the_newest_comes_first(planning):
    planning.save(planning.copy_forward(1))
    planning.save(planning.blank(2561))
    listed = [(p.period.first, p.total // BAHT, p.project_count, p.status) for p in planning.plans()]
    assert listed == [
        (2567, 1_200_000, 11, PlanStatus.DRAFT),
        (2564, 1_200_000, 11, PlanStatus.DRAFT),
        (2561, 0, 0, PlanStatus.DRAFT),
    ]
    assert all(plan.updated_at.tzinfo for plan in planning.plans())


def test_the_next_plan_has_the_same_figures_and_the_right_law(planning):
    new = planning.copy_forward(1)
    assert (new.id, new.period, new.budget_law) == (0, PlanPeriod(2567), "เทศบัญญัติ")
    assert [new.year_total(year) // BAHT for year in (2567, 2568, 2569)] == [400_000] * 3
    assert len(new.budgeted_projects) == 8
    assert len(monitoring_rows(new.budgeted_projects)) == 6
    assert planning.load(1).budget_law == "ข้อบัญญัติ"


def test_a_blank_plan_has_all_but_projects(planning):
    blank = planning.blank(2570)
    assert (blank.projects, blank.budget_law, blank.period) == ((), "เทศบัญญัติ", PlanPeriod(2570))
    assert {(r.year, r.number) for r in blank.rounds} == {(y, n) for y in (2570, 2571, 2572) for n in (1, 2, 3)}
    assert blank.responsible
    assert blank.committee


@pytest.mark.parametrize("kind", list(OrganizationKind))
def test_the_usual_projects_choose_only_what_a_new_office_has(tmp_path, kind):
    with Services.create(tmp_path / "new.db", kind, "บ้านใหม่") as services:
        projects = services.planning.standard_projects(2570)
        plan_id, _ = services.planning.save(replace(services.planning.blank(2570), projects=projects))
        assert without_ids(services.planning.load(plan_id)).projects == projects
        assert all(project.years == (2570, 2571, 2572) for project in projects)


def test_the_usual_projects_leave_out_what_was_deleted(services):
    fund_id = next(b.fund for p in services.planning.standard_projects(2570) for b in p.budgets)
    services.planning.delete(1)
    methods = services.curriculum.catalogue().methods
    services.curriculum.delete_method(methods[1].id)
    services.curriculum.delete_fund(fund_id)
    projects = services.planning.standard_projects(2570)
    assert all(methods[1].id not in project.methods for project in projects)
    assert all(budget.fund != fund_id for project in projects for budget in project.budgets)


def test_an_announced_plan_is_frozen(planning):
    draft = planning.load(1)
    planning.save(replace(draft, status=PlanStatus.ANNOUNCED))
    for attempt in (lambda: planning.save(replace(draft, budget_law="เทศบัญญัติ")), lambda: planning.delete(1)):
        with pytest.raises(UserError, match="ประกาศใช้"):
            attempt()
    assert without_ids(planning.load(1)) == without_ids(replace(draft, status=PlanStatus.ANNOUNCED))


def test_a_deleted_plan_takes_its_parts_along(services):
    assert services.planning.delete(1)[1] is Area.PLAN
    counts = services.database.counts()
    parts = [name for name in counts if name.startswith(("plan", "project", "committee", "responsible", "monitoring"))]
    assert len(parts) >= 14
    assert {name: counts[name] for name in parts if name != "plan"} | {"plan": counts["plan"]} == dict.fromkeys(parts, 0)
    with pytest.raises(UserError, match="ไม่พบแผน"):
        services.planning.load(1)


def test_a_plan_that_chooses_what_is_gone_is_not_saved(services):
    course_id, _ = services.curriculum.save_course(Course(0, 1, "หลักสูตรใหม่"))
    services.curriculum.delete_course(course_id)
    before = services.planning.load(1)
    project = replace(before.projects[0], courses=(course_id,), title="เปลี่ยนชื่อ")
    with pytest.raises(UserError, match="ถูกลบไปแล้ว"):
        services.planning.save(replace(before, projects=(project,)))
    assert services.planning.load(1) == before


def test_saving_a_plan_that_was_deleted_is_told(planning):
    with pytest.raises(UserError, match="ไม่พบแผน"):
        planning.save(PlanDraft(PlanPeriod(2564), id=99))


def test_the_sample_plan_shows_the_contradictions_it_is_known_for(planning):
    codes = {problem.code for problem in planning.problems(1)}
    assert {"plan.budget-law", "plan.own-counts", "course.replaced-law"} <= codes


@settings(deadline=None, max_examples=30)
@given(draft=drafts(CATALOGUE))
def test_the_wizard_keeps_a_draft_whole(shared, draft):
    shared.save_wizard(replace(draft, id=7), "budget")
    loaded, page, moment = shared.load_wizard()
    assert (loaded, page) == (replace(draft, id=7), "budget")
    assert moment.tzinfo is not None


def test_the_wizard_keeps_one_draft_until_it_is_cleared(services):
    planning = services.planning
    assert planning.load_wizard() is None
    planning.save_wizard(planning.blank(2564), "first")
    planning.save_wizard(load_sample().plan, "second")
    assert services.database.counts()["wizard_draft"] == 1
    assert planning.load_wizard()[1] == "second"
    planning.clear_wizard()
    assert planning.load_wizard() is None


def test_a_draft_of_another_program_is_told_and_kept(services):
    services.planning.save_wizard(PlanDraft(PlanPeriod(2564), projects=(PlanProject(0, "ก"),)), "first")
    with services.database.begin() as session:
        session.get(WizardDraft, 1).payload = '{"period": {"first": 2564}, "colour": "red"}'
    with pytest.raises(UserError, match="โปรแกรมรุ่นอื่น"):
        services.reading.wizard()
    assert services.database.counts()["wizard_draft"] == 1


def test_sums_beyond_what_the_database_can_add(planning) -> None:
    most = 2**63 - 1
    project = PlanProject(0, "แพงมาก", years=(2570, 2571), budgets=(YearBudget(2570, most), YearBudget(2571, most)))
    draft = replace(planning.blank(2570), projects=(project, replace(project, title="แพงเท่ากัน")))
    plan_id, _ = planning.save(draft)
    totals = {plan.id: plan.total for plan in planning.plans()}
    assert totals.pop(plan_id) == 4 * most
    assert list(totals.values()) == [1_200_000 * BAHT], "the other plan's total is its own"
