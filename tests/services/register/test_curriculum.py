from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.office import Course, EvaluationMethod, FundSource, Law, Method, Organizer, TargetGroup
from hrdesk.domain.plan import YearBudget
from hrdesk.domain.terms import MethodKind, OrganizationKind, OrganizerKind, PersonnelType, PositionType
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord, Services
from hrdesk.services.register.seeding import load_catalogue

NEW = {
    "law": Law(0, "พระราชบัญญัติใหม่ พ.ศ. 2567", "กฎหมายที่ออกแทน"),
    "course": Course(0, 2, "หลักสูตรใหม่", 1),
    "method": Method(0, MethodKind.COACHING, "การสอนงานทางไกล", "สอนทางไกล", in_monitoring_table=False),
    "organizer": Organizer(0, OrganizerKind.OTHER, "มหาวิทยาลัย", "ม.", "ม.", in_budget_table=False),
    "target": TargetGroup(
        0, "ครูและวิชาการ", frozenset({PersonnelType.TEACHER}), frozenset({PositionType.ACADEMIC, PositionType.GENERAL})
    ),
    "evaluation": EvaluationMethod(0, "การสังเกตการปฏิบัติงาน", "สังเกต"),
    "fund": FundSource(0, "เงินอุดหนุน"),
}
CHOSEN_IN = {"course": "courses", "method": "methods", "organizer": "organizers", "target": "targets",
             "evaluation": "evaluations"}  # fmt: skip


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def stored(services, kind):
    return getattr(services.curriculum.catalogue(), f"{kind}s")


def test_the_catalogue_is_the_one_of_the_reference_files(services):
    assert services.curriculum.catalogue() == load_catalogue(OrganizationKind.SUBDISTRICT).catalogue


@pytest.mark.parametrize("kind", NEW)
def test_an_entry_is_added_changed_and_deleted(services, kind):
    curriculum, before = services.curriculum, stored(services, kind)
    save, delete = (getattr(curriculum, f"{verb}_{kind}") for verb in ("save", "delete"))
    new_id, area = save(NEW[kind])
    assert area is Area.CURRICULUM
    assert new_id > 1000
    assert stored(services, kind) == (*before, replace(NEW[kind], id=new_id)), "own entries come last"
    field = "title" if hasattr(NEW[kind], "title") else "name"
    changed = replace(NEW[kind], id=new_id, **{field: "ชื่อใหม่"})
    assert save(replace(changed, **{field: " ชื่อใหม่ "})) == (new_id, Area.CURRICULUM)
    assert stored(services, kind)[-1] == changed
    assert delete(new_id) is Area.CURRICULUM
    assert stored(services, kind) == before
    with pytest.raises(UserError, match="ไม่พบ"):
        delete(new_id)


@pytest.mark.parametrize("kind", NEW)
def test_an_entry_needs_its_name(services, kind):
    field = "title" if hasattr(NEW[kind], "title") else "name"
    before = stored(services, kind)
    with pytest.raises(InvalidRecord) as caught:
        getattr(services.curriculum, f"save_{kind}")(replace(NEW[kind], **{field: " \u200b"}))
    assert [problem.field for problem in caught.value.problems] == [f"{kind}.{field}"]
    assert stored(services, kind) == before


def test_a_target_may_lose_and_gain_types(services):
    target_id, _ = services.curriculum.save_target(NEW["target"])
    changed = replace(
        NEW["target"], id=target_id, personnel_types=frozenset(PersonnelType), position_types=frozenset()
    )
    services.curriculum.save_target(changed)
    assert stored(services, "target")[-1] == changed
    services.curriculum.delete_target(target_id)
    assert services.database.full_check() == ()


def test_a_course_needs_a_group(services):
    with pytest.raises(InvalidRecord, match="กลุ่มหลักสูตร"):
        services.curriculum.save_course(replace(NEW["course"], group=99))


@pytest.mark.parametrize("kind", CHOSEN_IN)
def test_what_a_plan_uses_cannot_be_deleted(services, kind):
    new_id, _ = getattr(services.curriculum, f"save_{kind}")(NEW[kind])
    plan = services.planning.load(1)
    first, *others = plan.projects
    services.planning.save(replace(plan, projects=(replace(first, **{CHOSEN_IN[kind]: (new_id,)}), *others)))
    with pytest.raises(UserError, match="โครงการ 1 รายการ"):
        getattr(services.curriculum, f"delete_{kind}")(new_id)
    assert stored(services, kind)[-1].id == new_id
    services.planning.save(plan)
    getattr(services.curriculum, f"delete_{kind}")(new_id)


def test_a_fund_that_pays_and_a_law_that_is_cited_cannot_be_deleted(services):
    fund_id, _ = services.curriculum.save_fund(NEW["fund"])
    plan = services.planning.load(1)
    paid = replace(plan.projects[0], budgets=(YearBudget(2564, 100, fund_id), YearBudget(2565, 100, fund_id)))
    services.planning.save(replace(plan, projects=(paid,)))
    with pytest.raises(UserError, match="งบประมาณของโครงการ 2 รายการ"):
        services.curriculum.delete_fund(fund_id)
    law_id, _ = services.curriculum.save_law(NEW["law"])
    services.curriculum.save_course(replace(NEW["course"], law=law_id))
    with pytest.raises(UserError, match="หลักสูตร 1 รายการ"):
        services.curriculum.delete_law(law_id)
