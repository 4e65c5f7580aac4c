"""The year's own list beside the plan: what is of it, beside it, changed, put off, or still to come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import PlanDraft, PlanProject, YearBudget
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_program import PlannedClass, YearProgram, program_lines, set_by_fund
from hrdesk.domain.year_project import FundUse, YearProject
from hrdesk.reports.snapshots.plan_year_snapshot import plan_year_snapshot
from hrdesk.reports.snapshots.year_program_part import program_parts
from sample import sample

YEAR = 2565
OFFICE, _ = sample()
FUND = OFFICE.catalogue.funds[0]


def planned(number, baht=100, years=(YEAR,)):
    return PlanProject(number, f"โครงการ {number}", years=years, budgets=tuple(YearBudget(y, baht * 100, FUND.id) for y in years))


PLAN = PlanDraft(PlanPeriod(2564), projects=(planned(1), planned(2), planned(3), planned(4, years=(2566,))))


def listed(number, of_plan, baht=100, **more):
    return YearProject(number, YEAR, f"โครงการ {of_plan or 'นอกแผน'}", of_plan, funds=(FundUse(FUND.id, baht * 100),), **more)


def only_part(*projects, classes=()):
    (part,) = program_parts(OFFICE, PLAN, YEAR, YearProgram(projects, tuple(classes)))
    return part


def test_lines_follow_the_years_list_and_then_the_plan():
    lines = program_lines(PLAN, YEAR, YearProgram((listed(9, None), listed(8, 2, 150))))
    told = [(one.year_project.id if one.year_project else None, one.planned.id if one.planned else None) for one in lines]
    assert told == [(9, None), (8, 2), (None, 1), (None, 3)], "the fourth does not run in that year"
    assert [(one.plan_amount, one.set_amount, one.difference) for one in lines] == [
        (None, 10_000, 0), (10_000, 15_000, 5_000), (10_000, None, 0), (10_000, None, 0)
    ]  # fmt: skip


def test_without_a_list_of_the_year_nothing_is_told():
    assert program_parts(OFFICE, PLAN, YEAR, YearProgram()) == ()


@pytest.mark.parametrize(
    ("project", "origin", "state", "change"),
    [
        (listed(1, 1), "ตามแผน", "ยังไม่ดำเนินการ", "-"),
        (listed(1, 1, 120), "ตามแผน", "ยังไม่ดำเนินการ", "ตั้งงบประมาณมากกว่าแผน 20 บาท"),
        (listed(1, 1, 90), "ตามแผน", "ยังไม่ดำเนินการ", "ตั้งงบประมาณน้อยกว่าแผน 10 บาท"),
        (listed(1, None, outside_reason="กฎหมายใหม่"), "นอกแผน", "ยังไม่ดำเนินการ", "เหตุผล: กฎหมายใหม่"),
        (listed(1, None), "นอกแผน", "ยังไม่ดำเนินการ", "เหตุผล: ยังไม่ได้ระบุ"),
        (listed(1, 2, status=YearProjectStatus.POSTPONED, status_reason="โรคระบาด"), "ตามแผน", "เลื่อน", "เลื่อน: โรคระบาด"),
        (listed(1, 2, status=YearProjectStatus.CANCELLED), "ตามแผน", "ยกเลิก", "ยกเลิก: ยังไม่ได้ระบุเหตุผล"),
        (replace(listed(1, 1), title="ชื่อใหม่"), "ตามแผน", "ยังไม่ดำเนินการ", "ชื่อตามแผน: โครงการ 1"),
        (listed(1, 77), "นอกแผน", "ยังไม่ดำเนินการ", "เป็นโครงการของแผนพัฒนาอื่นที่ใช้ในปีเดียวกัน"),
    ],
)
def test_each_row_says_where_it_is_from_and_what_changed(project, origin, state, change):
    row = next(row for row in only_part(project).program_rows if row.label.endswith(project.title))
    assert (row.origin, row.state, row.change) == (origin, state, change)


def test_the_sentence_counts_only_what_there_is():
    put_off = listed(2, 2, status=YearProjectStatus.POSTPONED, status_reason="ก")
    classes = [PlannedClass(1, n, "", None, None, "", 20 + n, ClassStatus.PLANNED) for n in (1, 2)]
    told = only_part(listed(1, 1), put_off, listed(3, None), classes=classes).program_told
    assert "จัดทำโครงการประจำปีแล้ว 3 โครงการ เป็นโครงการตามแผน 2 โครงการ" in told
    assert "นอกแผน 1 โครงการ เลื่อน 1 โครงการ ตามแผนที่ยังไม่ได้จัดทำ 1 โครงการ" in told
    assert "กำหนดจัด 2 รุ่น ผู้เข้ารับการพัฒนา 43 คน" in told
    assert "ยกเลิก" not in told


def test_a_class_that_was_called_off_awaits_nobody():
    held, off = (PlannedClass(1, n, "", None, None, "", 20 + n, kind) for n, kind in ((1, ClassStatus.PLANNED), (2, ClassStatus.CANCELLED)))
    part = only_part(listed(1, 1), classes=(held, off))
    assert "กำหนดจัด 1 รุ่น ผู้เข้ารับการพัฒนา 21 คน ยกเลิก 1 รุ่น" in part.program_told
    assert [row.class_people for row in part.class_rows] == [21, 0]


def test_a_class_of_an_earlier_year_says_where_it_comes_from():
    (row,) = only_part(listed(1, 1), classes=(PlannedClass(70, 3, "ของปีก่อน", None, None, "", 5, ClassStatus.COMPLETED, 2564),)).class_rows
    assert row.class_project == "ของปีก่อน (ต่อเนื่องจากปีงบประมาณ พ.ศ. 2564)"


def told_of(*projects):
    return plan_year_snapshot(OFFICE, PLAN, YEAR, program=YearProgram(projects))


def test_the_aims_tell_what_the_year_has_where_its_list_is_not_the_plans():
    whole = (listed(1, 1), listed(2, 2), listed(3, 3))
    for same in ((), whole[:1], whole):  # nothing set up, a part of it, all of it: the plan's figures stand
        assert told_of(*same).year_set == ""
    more = told_of(*whole, listed(4, None, 50))
    assert (more.year_projects_count, more.year_amount) == ("3", "300")
    assert "ปีนี้มีโครงการทั้งหมด 4 โครงการ งบประมาณตั้งไว้ 350 บาท (สามร้อยห้าสิบบาทถ้วน)" in more.year_set
    assert "3 โครงการ งบประมาณตั้งไว้ 320 บาท" in told_of(listed(1, 1, 120), *whole[1:]).year_set


def test_money_of_a_year_in_which_a_project_does_not_run_is_in_no_sum_alone():
    """The checker tells of it; until then the table of the year holds what its total holds."""
    idle = replace(planned(4, years=(2566,)), budgets=(YearBudget(YEAR, 7_000, FUND.id), YearBudget(2566, 10_000, FUND.id)))
    draft = replace(PLAN, projects=(*PLAN.projects[:3], idle))
    found = plan_year_snapshot(OFFICE, draft, YEAR)
    assert (found.year_projects_count, found.year_amount) == ("4", "370")
    assert draft.year_total(YEAR) == 37_000
    assert sum(row.amount for row in found.year_projects) == sum(row.amount for row in found.fund_rows) == 37_000
    assert len(program_lines(draft, YEAR, YearProgram((listed(1, 1),)))) == 4


def test_money_stands_by_source_as_planned_and_as_set():
    beside = YearProject(2, YEAR, "นอกแผน", funds=(FundUse(None, 7_000), FundUse(FUND.id, 3_000)))
    program = YearProgram((listed(1, 1), beside))
    assert set_by_fund(program) == {FUND.id: 13_000, None: 7_000}
    rows = only_part(*program.projects).program_funds
    assert [(r.fund_name, r.fund_planned, r.fund_set) for r in rows] == [
        (FUND.name, 30_000, 13_000), ("ไม่ได้ระบุแหล่งงบประมาณ", None, 7_000)
    ]  # fmt: skip


def test_classes_bear_their_projects_name():
    one = PlannedClass(1, 1, "", None, None, "", 5, ClassStatus.PLANNED)
    rows = only_part(listed(1, 1), classes=(one, replace(one, number=2, title="รุ่นพิเศษ"))).class_rows
    assert [(r.class_project, r.class_name) for r in rows] == [("โครงการ 1", "รุ่นที่ 1"), ("รุ่นพิเศษ", "รุ่นที่ 2")]


def test_projects_of_the_plan_keep_the_numbers_of_its_table_and_others_are_counted_on():
    beside, first, third = listed(1, None), listed(2, 3), listed(3, 1)
    rows = only_part(beside, first, third).program_rows
    assert [row.label for row in rows] == ["(1) โครงการ 1", "(2) โครงการ 2", "(3) โครงการ 3", "(4) โครงการ นอกแผน"]
    assert [row.state for row in rows][1] == "ยังไม่ได้จัดทำ", "what the year's list has not yet keeps its number too"
