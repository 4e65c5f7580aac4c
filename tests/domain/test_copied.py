"""What a plan copied forward asks to be confirmed, and when it stops asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.check import check_plan
from hrdesk.domain.copied import FactKind, as_copied, asked_again, confirmed, facts, unconfirmed
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.mend import mend_of
from hrdesk.domain.next_plan import next_plan, shift_draft
from hrdesk.domain.plan import MonitoringRound, YearBudget
from sample import sample

OFFICE, PLAN = sample()
COPY = as_copied(next_plan(PLAN, "เทศบัญญัติ"), OFFICE)


def keys(draft):
    return [fact.key for fact in unconfirmed(draft, OFFICE)]


def by_key(draft, key):
    return next(fact for fact in facts(draft, OFFICE) if fact.key == key)


def test_law_names_come_first_and_among_them_the_repealed_ones():
    kinds = [fact.kind for fact in facts(COPY, OFFICE)]
    assert kinds == sorted(kinds, key=list(FactKind).index)
    assert set(kinds) == set(FactKind)
    laws = [fact for fact in facts(COPY, OFFICE) if fact.key.startswith("law:")]
    repealed = ["ถูกยกเลิกแล้ว" in fact.what for fact in laws]
    assert repealed == sorted(repealed, reverse=True)
    assert "ภาษีโรงเรือนและที่ดิน" in laws[0].text.partition(" → ")[0]
    assert "ภาษีที่ดินและสิ่งปลูกสร้าง" in laws[0].text.partition(" → ")[2]
    cited = {course.law for course in OFFICE.catalogue.courses if course.law is not None}
    assert {fact.key for fact in laws} == {f"law:{law}" for law in cited}


def test_everything_that_was_copied_is_asked_about_once():
    assert keys(COPY) == [fact.key for fact in facts(COPY, OFFICE)]
    assert len(set(keys(COPY))) == len(keys(COPY))
    problems = [p for p in check_plan(COPY, OFFICE) if p.code == "plan.unconfirmed"]
    assert [p.field for p in problems] == [f"copied:{key}" for key in keys(COPY)]


def test_a_plan_begun_from_nothing_asks_nothing():
    assert unconfirmed(PLAN, OFFICE) == ()
    assert not any(p.code == "plan.unconfirmed" for p in check_plan(PLAN, OFFICE))
    assert not next_plan(COPY, "").copied, "what was left open in one plan is not handed on to the next"


def test_a_tick_confirms_and_can_be_taken_back():
    ticked = confirmed(COPY, "law", "period")
    assert set(keys(COPY)) - set(keys(ticked)) == {"law", "period"}
    assert keys(asked_again(ticked, by_key(ticked, "law"))) == [key for key in keys(COPY) if key != "period"]
    problem = next(p for p in check_plan(COPY, OFFICE) if p.field == "copied:money:2")
    assert "money:2" not in keys(mend_of(problem, COPY, OFFICE).draft)


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("law", lambda d: replace(d, budget_law="ข้อบัญญัติ")),
        ("clauses", lambda d: replace(d, committee_announcement_clauses="ข้อ 1")),
        ("announced", lambda d: replace(d, committee_announcement_date=date(2024, 5, 1))),
        ("rounds:2", lambda d: replace(d, rounds=(*d.rounds, MonitoringRound(2568, 4, date(2025, 9, 1))))),
        ("money:3", lambda d: with_money(d, 2569)),
    ],
)
def test_a_change_confirms_that_fact_and_no_other(key, change):
    assert set(keys(COPY)) - set(keys(change(COPY))) == {key}


def with_money(draft, year):
    first = draft.budgeted_projects[0]
    budgets = tuple(YearBudget(b.year, b.amount + (b.year == year), b.fund) for b in first.budgets)
    return replace(draft, projects=tuple(replace(p, budgets=budgets) if p is first else p for p in draft.projects))


def test_moving_the_whole_plan_confirms_its_years_alone():
    moved = shift_draft(COPY, 2570)
    assert set(keys(COPY)) - set(keys(moved)) == {"period"}
    assert by_key(moved, "money:1").what == "งบประมาณปี 2570"
    assert by_key(moved, "rounds:1").place == "rounds.2570"


def test_years_that_somebody_wrote_are_found_where_they_stand():
    project = replace(COPY.projects[0], title="โครงการอบรมประจำปี 2564", monitoring_title="รุ่นปี 2565")
    draft = replace(COPY, chapters={"preface": "ตั้งแต่ พ.ศ. 2563 ตามข้อ 288 ที่ ชม 2564/1 เลขที่ 18-2-01-2101-001 และ 2567-2569"}, projects=(project,))
    found = {fact.key: fact for fact in facts(draft, OFFICE)}
    assert found["chapter:preface"].text == "2563, 2567"
    assert found["title:1"].value == "2564, 2565"
    assert found["title:1"].text == "โครงการอบรมประจำปี 2564"
    assert found["title:1"].place == "project:#1.title"


def test_an_empty_plan_has_facts_too():
    empty = replace(PLAN, projects=(), rounds=(), budget_law="", committee_announcement_date=None,
                    committee_announcement_clauses="", period=PlanPeriod(2570))  # fmt: skip
    texts = {fact.key: fact.text for fact in facts(empty, OFFICE)}
    assert (texts["law"], texts["announced"], texts["rounds:1"]) == ("ยังไม่ได้ระบุ",) * 3
    assert texts["money:1"] == "0 บาท (0 โครงการ)"
