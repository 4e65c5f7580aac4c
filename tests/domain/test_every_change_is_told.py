"""The comparison of a revision: whatever the book prints and the revision changed stands in it, once, in words."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small_office as small
from drafts import drafts
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import FundSource
from hrdesk.domain.plan import CommitteeMember, CostLine, MonitoringRound, PlanDraft, PlanProject, YearBudget
from hrdesk.domain.plan_changes import change_lines, compare_plans
from hrdesk.domain.plan_parts import Indicator, Link, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, ReachKind, SwotKind
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level

OFFICE = small.office(funds=(FundSource(1, "งบรายจ่ายประจำ"), FundSource(2, "เงินอุดหนุน")))
PLAN = replace(small.plan(), projects=tuple(replace(p, id=n) for n, p in enumerate(small.PROJECTS, start=1)))
MONEY = PLAN.projects[0].budgets


def compared(new: PlanDraft, old: PlanDraft = PLAN) -> list[tuple[str, str, str]]:
    return [(line.what, line.before, line.after) for line in change_lines(compare_plans(OFFICE, old, OFFICE, new))]


OF_A_PROJECT: dict[str, tuple[object, list[tuple[str, str, str]]]] = {
    "title": ("ใหม่", [("ชื่อโครงการ", PLAN.projects[0].title, "ใหม่")]),
    "listed": (False, [("มีชื่อในข้อ 5.1", "ใช่", "ไม่")]),
    "no_budget": (True, [("ไม่ใช้งบประมาณ", "", "ใช่")]),
    "monitoring_title": ("รวม", [("ชื่อรวมในตารางติดตาม", "", "รวม")]),
    "methods": ((2, 4), [("วิธีการพัฒนา", "การฝึกอบรม", "การประชุมเชิงปฏิบัติการ หรือการสัมมนา, การฝึกอบรม")]),
    "organizers": ((3,), [("หน่วยดำเนินการ", "เทศบาลตำบลหนองป่าครั่ง", "หน่วยงานอื่นที่เกี่ยวข้อง")]),
    "targets": ((1,), [("กลุ่มเป้าหมาย", "พนักงานจ้างทุกประเภท, สายงานบริหารท้องถิ่น, สายงานวิชาการ", "สายงานบริหารท้องถิ่น")]),
    "reaches": ((Reach(ReachKind.LEVEL, level=Level.SENIOR),), [("ผู้รับการพัฒนาเพิ่มเติม", "", "ระดับอาวุโส")]),
    "evaluations": ((1,), [("การติดตามประเมินผล", "ติดตามจากหัวหน้าส่วนราชการ, ทดสอบตามแบบที่กำหนด", "ทดสอบตามแบบที่กำหนด")]),
    "courses": ((2,), [("หลักสูตร", "", "พระราชบัญญัติภาษีป้าย พ.ศ. 2510")]),
    "years": ((2564,), [("ปีที่ดำเนินการ", "2564, 2565, 2566", "2564")]),
    "budgets": ((MONEY[0], replace(MONEY[1], amount=5_00), MONEY[2]), [("งบประมาณปี 2565", "20,000", "5")]),
    "costs": (
        (CostLine("วิทยากร", 600_00, 6, 2), CostLine("อาหาร", 50_00, 4, stated=199_00)),
        [("ค่าใช้จ่าย", "", "วิทยากร 600 × 6 × 2 = 7,200; อาหาร 50 × 4 = 200 (ระบุไว้ 199)")],
    ),
    "stated_total": (0, [("ยอดรวมค่าใช้จ่ายที่ระบุ", "", "0")]),
    "links": ((Link(LinkKind.OWN, "1"), Link(LinkKind.STRATEGY, "1.2")), [("ความสอดคล้อง", "", "ยุทธศาสตร์ของหน่วยงาน 1, กลยุทธ์ตามแนวทาง 1.2")]),
    "indicators": ((Indicator("ผู้ผ่าน", "80", "ร้อยละ"),), [("ตัวชี้วัด", "", "ผู้ผ่าน 80 ร้อยละ")]),
}  # fmt: skip
OF_THE_PLAN: dict[str, tuple[object, list[tuple[str, str, str]]]] = {
    "period": (PlanPeriod(2564, 2), [("ระยะเวลาของแผน", "2564 - 2566", "2564 - 2565")]),
    "budget_law": ("ข้อบัญญัติ", [("กฎหมายงบประมาณ", "เทศบัญญัติ", "ข้อบัญญัติ")]),
    "covers_all_positions": (False, [("เป้าหมายทุกตำแหน่ง", "ใช่", "ไม่")]),
    "committee_announcement_date": (date(2024, 1, 5), [("ประกาศที่อ้างถึง", "29 พฤศจิกายน 2545", "5 มกราคม 2567")]),
    "committee_announcement_clauses": ("ข้อ 9", [("หมวดและข้อที่อ้าง", "หมวด 14 ส่วนที่ 4 ข้อ 288 และข้อ 299", "ข้อ 9")]),
    "committee": (
        (*PLAN.committee, CommitteeMember("ปลัดเทศบาล", CommitteeRole.CHAIR, CommitteeKind.PLANNING, "นายก ข")),
        [("คณะกรรมการจัดทำแผน", "", "นายก ข ปลัดเทศบาล (ประธานกรรมการ)")],
    ),
    "responsible": (
        (PLAN.responsible[0], replace(PLAN.responsible[1], duties=("สำรวจความต้องการในการพัฒนา", "รายงานผล"))),
        [(
            "ผู้รับผิดชอบ",
            "ฝ่ายปกครอง สำนักปลัดเทศบาล เป็นผู้รับผิดชอบ; นักทรัพยากรบุคคล: สำรวจความต้องการในการพัฒนา, จัดทำแผนพัฒนา",
            "ฝ่ายปกครอง สำนักปลัดเทศบาล เป็นผู้รับผิดชอบ; นักทรัพยากรบุคคล: สำรวจความต้องการในการพัฒนา, รายงานผล",
        )],
    ),
    "rounds": (
        (MonitoringRound(2564, 1, date(2021, 1, 31)),),
        [("การติดตาม", "; ".join(f"{r.year}/{r.number}" for r in PLAN.rounds), "2564/1 31 มกราคม 2564")],
    ),
    "chapters": ({"scope": "ขอบเขตใหม่"}, [("ข้อความ ส่วนที่ 3 ขอบเขตของการพัฒนา", "", "ขอบเขตใหม่")]),
    "indicators": ((Indicator("ผู้ผ่าน", "80", "ร้อยละ"),), [("ตัวชี้วัดของแผน", "", "ผู้ผ่าน 80 ร้อยละ")]),
    "strategies": ((OwnStrategy("1", "ยกระดับบุคลากร"),), [("ยุทธศาสตร์ของหน่วยงาน", "", "1 ยกระดับบุคลากร")]),
    "swot": ((SwotEntry(SwotKind.THREAT, "งบประมาณลดลง"),), [("อุปสรรค", "", "งบประมาณลดลง")]),
    "optional": ((OptionalPart.SWOT, OptionalPart.COVERAGE), [("ส่วนที่เลือกพิมพ์", "", "การวิเคราะห์สภาพแวดล้อม (SWOT), ตารางความครอบคลุมตำแหน่ง")]),
}  # fmt: skip
NOT_PRINTED = {"id", "status", "accepted", "copied"}


@pytest.mark.parametrize("name", OF_A_PROJECT)
def test_each_change_of_a_project_is_told_as_before_and_after(name: str) -> None:
    value, lines = OF_A_PROJECT[name]
    changed = replace(PLAN, projects=(replace(PLAN.projects[0], **{name: value}), *PLAN.projects[1:]))
    assert compared(changed) == lines
    assert compared(PLAN, changed) == [(what, after, before) for what, before, after in lines], "and back"


@pytest.mark.parametrize("name", OF_THE_PLAN)
def test_each_change_of_the_plan_is_told_as_before_and_after(name: str) -> None:
    value, lines = OF_THE_PLAN[name]
    changed = replace(PLAN, **{name: value})
    assert compared(changed) == lines
    assert compared(PLAN, changed) == [(what, after, before) for what, before, after in lines], "and back"


def test_nothing_that_a_plan_holds_is_left_out_of_these_tables() -> None:
    assert {field.name for field in fields(PlanProject)} == {*OF_A_PROJECT, "id"}
    assert {field.name for field in fields(PlanDraft)} == {*OF_THE_PLAN, *NOT_PRINTED, "projects"}


def test_money_from_another_source_is_a_change() -> None:
    own = replace(PLAN.projects[0], budgets=tuple(replace(one, fund=1) for one in MONEY))
    given = replace(own, budgets=(own.budgets[0], replace(own.budgets[1], fund=2), own.budgets[2]))
    old, new = (replace(PLAN, projects=(one, *PLAN.projects[1:])) for one in (own, given))
    assert compared(new, old) == [("แหล่งงบประมาณปี 2565", "งบรายจ่ายประจำ", "เงินอุดหนุน")]


def test_one_cost_split_over_two_sources_is_told_by_both() -> None:
    split = (YearBudget(2564, 100, 1), YearBudget(2564, 100, 2))
    lines = compared(replace(PLAN, projects=(replace(PLAN.projects[0], budgets=split), *PLAN.projects[1:])))
    assert ("แหล่งงบประมาณปี 2564", "", "งบรายจ่ายประจำ, เงินอุดหนุน") in lines
    assert ("งบประมาณปี 2565", "20,000", "") in lines


def stored(draft: PlanDraft) -> PlanDraft:
    return replace(draft, projects=tuple(replace(one, id=number) for number, one in enumerate(draft.projects, start=1)))


DRAFTS = drafts(OFFICE.catalogue).map(stored)


@settings(max_examples=25, deadline=None)
@given(DRAFTS)
def test_a_plan_does_not_differ_from_itself(draft: PlanDraft) -> None:
    assert not compare_plans(OFFICE, draft, OFFICE, draft)


@settings(max_examples=25, deadline=None)
@given(DRAFTS, DRAFTS)
def test_projects_come_go_or_stay_and_none_is_forgotten(old: PlanDraft, new: PlanDraft) -> None:
    found = compare_plans(OFFICE, old, OFFICE, new)
    stayed = len(new.projects) - len(found.added)
    assert len(old.projects) - len(found.removed) == stayed >= len(found.changed)
    assert [year.difference for year in found.money] == [year.after - year.before for year in found.money]


@settings(max_examples=20, deadline=None)
@given(DRAFTS, st.sampled_from(sorted(OF_THE_PLAN)))
def test_in_any_plan_a_change_of_one_thing_is_no_change_of_another(draft: PlanDraft, name: str) -> None:
    changed = replace(draft, **{name: OF_THE_PLAN[name][0]})
    found = compare_plans(OFFICE, draft, OFFICE, changed)
    assert (found.added, found.removed, found.changed) == ((), (), ())
