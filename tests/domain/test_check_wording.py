from __future__ import annotations

import pytest

import small_office as small
from hrdesk.domain.check import PlanCase, wording
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import Course
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import Severity

SUBDISTRICT, SAO = OrganizationKind.SUBDISTRICT, OrganizationKind.SAO


def case(draft: PlanDraft, kind: OrganizationKind = SUBDISTRICT, **texts: str) -> PlanCase:
    return PlanCase(draft, small.office(kind), texts)


def test_plan_is_of_three_years() -> None:
    (problem,) = wording.period_length(case(small.plan(period=PlanPeriod(2564, 4))))
    assert problem.text == "แผนมี 4 ปีงบประมาณ ต้องเป็นแผน 3 ปี"


def test_year_of_the_common_era_is_not_taken_for_buddhist() -> None:
    (problem,) = wording.period_era(case(small.plan(period=PlanPeriod(2021))))
    assert "2021" in problem.text
    assert not list(wording.period_era(case(small.plan())))


@pytest.mark.parametrize(
    ("kind", "used", "right"),
    [
        (SUBDISTRICT, "ข้อบัญญัติ", "เทศบัญญัติ"),
        (SAO, "เทศบัญญัติ", "ข้อบัญญัติ"),
        (OrganizationKind.PAO, "เทศบัญญัติ", "ข้อบัญญัติ"),
    ],
)
def test_budget_law_by_kind_of_office(kind: OrganizationKind, used: str, right: str) -> None:
    (problem,) = wording.budget_law(case(small.plan(budget_law=used), kind))
    assert (problem.code, problem.field) == ("plan.budget-law", "plan.budget_law")
    assert f"เรียกว่า “{right}”" in problem.text
    assert not list(wording.budget_law(case(small.plan(budget_law=right), kind)))
    assert not list(wording.budget_law(case(small.plan(budget_law=""), kind))), (
        "then the right word is printed"
    )


def test_wrong_budget_law_inside_a_chapter() -> None:
    text = "# งบประมาณ\nใช้งบประมาณตามข้อบัญญัติงบประมาณรายจ่าย\n\nและข้อบัญญัติอื่น"
    (problem,) = wording.budget_law_in_chapters(case(small.plan(chapters={"budget": text})))
    assert (problem.field, problem.place) == ("chapter:budget", "ส่วนที่ 6 งบประมาณ")
    assert "2 แห่ง (“ใช้งบประมาณตามข้อบัญญัติงบประมาณรายจ่าย”)" in problem.text


def test_standard_text_is_judged_only_where_the_officer_changed_nothing() -> None:
    standard = {"budget": "ตามเทศบัญญัติ"}
    assert [p.field for p in wording.budget_law_in_chapters(case(small.plan(SAO), SAO, **standard))] == [
        "chapter:budget"
    ]
    mended = small.plan(SAO, chapters={"budget": "ตามข้อบัญญัติ"})
    assert not list(wording.budget_law_in_chapters(case(mended, SAO, **standard)))


def test_emptied_chapter() -> None:
    (problem,) = wording.empty_chapters(case(small.plan(chapters={"scope": "\n "})))
    assert (problem.field, problem.place) == ("chapter:scope", "ส่วนที่ 3 ขอบเขตของการพัฒนา")


def test_course_citing_a_repealed_law_names_what_replaced_it() -> None:
    courses = (*small.CATALOGUE.courses, Course(7, 2, "ภาษีบำรุงท้องที่", law=2), Course(8, 2, "ไม่อ้างกฎหมาย"))
    (problem,) = wording.replaced_laws(PlanCase(small.plan(), small.office(courses=courses)))
    assert (problem.field, problem.severity) == ("course:7.law", Severity.WARNING)
    assert "พระราชบัญญัติภาษีบำรุงท้องที่ พ.ศ. 2508 ถูกยกเลิกแล้ว" in problem.text
    assert problem.text.endswith("ปัจจุบันใช้พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562")
    (same,) = wording.replaced_laws(
        PlanCase(small.plan(), small.office(courses=(Course(7, 2, small.CATALOGUE.laws[1].title, law=2),)))
    )
    assert same.text.startswith("กฎหมายที่อ้างถึง ถูกยกเลิกแล้ว"), "the place names it already"


def test_announcement_of_the_provincial_committee() -> None:
    bare = small.plan(committee_announcement_date=None, committee_announcement_clauses=" ")
    day, clauses = wording.announcement(case(bare))
    assert day.field == "plan.committee_announcement_date"
    assert clauses.field == "plan.committee_announcement_clauses"
    assert "คณะกรรมการพนักงานเทศบาลจังหวัด" in day.text


def test_somebody_is_responsible() -> None:
    (problem,) = wording.responsible(case(small.plan(responsible=())))
    assert problem.field == "plan.responsible"
