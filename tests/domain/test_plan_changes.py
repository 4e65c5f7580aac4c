"""What changed between two plans."""

from __future__ import annotations

from dataclasses import replace

import small_office as small
from hrdesk.domain.plan import YearBudget
from hrdesk.domain.plan_changes import compare_plans

OFFICE = small.office()
PLAN = replace(
    small.plan(), projects=tuple(replace(p, id=place) for place, p in enumerate(small.plan().projects, start=1))
)


def compared(new, old=PLAN):
    return compare_plans(OFFICE, old, OFFICE, new)


def test_equal_plans_have_no_changes():
    assert not compared(PLAN)
    assert all(year.difference == 0 for year in compared(PLAN).money)


def test_projects_are_added_removed_and_changed():
    first, second, *rest = PLAN.projects
    more = replace(second, title="ชื่อใหม่", budgets=(YearBudget(2564, 70_000_00),), years=(2564,), methods=(1,))
    added = replace(first, id=0, title="โครงการเพิ่ม")
    changes = compared(replace(PLAN, projects=(more, *rest, added)))
    assert ([p.title for p in changes.added], [p.title for p in changes.removed]) == (["โครงการเพิ่ม"], [first.title])
    (changed,) = changes.changed
    words = {c.what: (c.before, c.after) for c in changed.changes}
    assert words["ชื่อโครงการ"] == (second.title, "ชื่อใหม่")
    assert words["ปีที่ดำเนินการ"] == ("2564, 2565, 2566", "2564")
    assert words["วิธีการพัฒนา"][1] == "การปฐมนิเทศ"
    total = [PLAN.year_total(y) for y in small.YEARS]
    now = [replace(PLAN, projects=(more, *rest, added)).year_total(y) for y in small.YEARS]
    assert [(y.before, y.after) for y in changes.money] == list(zip(total, now, strict=True))


def test_another_order_of_the_projects_is_a_change():
    first, second, *rest = PLAN.projects
    moved = replace(PLAN, projects=(second, first, *rest))
    (change,) = compared(moved).others
    assert (change.what, change.before.split("; ")[:2], change.after.split("; ")[:2]) == (
        "ลำดับโครงการ", [first.title, second.title], [second.title, first.title],
    )  # fmt: skip
    assert not compared(moved, moved)


def test_a_project_that_comes_or_goes_is_no_other_order():
    first, second, *rest = PLAN.projects
    added = replace(first, id=0, title="โครงการเพิ่ม")
    for new in ((added, first, second, *rest), (second, *rest), (first, replace(second, title="ชื่อใหม่"), *rest)):
        assert not compared(replace(PLAN, projects=new)).others


def test_a_project_of_another_plan_is_known_by_its_title():
    fresh = replace(PLAN, projects=tuple(replace(p, id=0) for p in PLAN.projects))
    assert not compared(fresh)


def test_the_rest_of_the_book_is_compared_too():
    changes = compared(replace(PLAN, budget_law="อื่น", chapters={"preface": "ใหม่"}, covers_all_positions=False))
    assert [c.what for c in changes.others] == ["กฎหมายงบประมาณ", "เป้าหมายทุกตำแหน่ง", "ข้อความ คำนำ"]
