"""What can be mended in one click is then no longer found; what the officer has to decide is not offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import small_office as small
from hrdesk.domain.check import check_plan, not_accepted
from hrdesk.domain.mend import mend_of
from hrdesk.domain.plan import CostLine
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, Reach
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, ReachKind
from hrdesk.errors import Severity

OFFICE = small.office()
PLAN = small.plan()
FIRST = PLAN.projects[0]


def first(**values):
    return replace(PLAN, projects=(replace(FIRST, **values), *PLAN.projects[1:]))


BROKEN = {
    "plan.budget-law": replace(PLAN, budget_law="ข้อบัญญัติ"),
    "chapter.budget-law": replace(PLAN, chapters={"budget": "ตามข้อบัญญัติ"}),
    "chapter.empty": replace(PLAN, chapters={"scope": " "}),
    "rounds.too-few": replace(PLAN, rounds=PLAN.rounds[1:]),
    "committee.duplicate": replace(PLAN, committee=(*PLAN.committee, PLAN.committee[0])),
    "project.budgeted-not-listed": first(listed=False),
    "project.unknown-choice": first(methods=(*FIRST.methods, 999)),
    "project.unknown-reach": first(reaches=(Reach(ReachKind.LINE, 999),)),
    "project.unknown-link": first(links=(Link(LinkKind.OWN, "9"),)),
    "cost.product": first(costs=(CostLine("ค่าวิทยากร", 7_500_00, 8_000, stated=6_000_000_00),), stated_total=6_000_000_00),
    "cost.sum": first(costs=(CostLine("ค่าวิทยากร", FIRST.budget(2564), 1),), stated_total=1),
}


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_a_mend_removes_what_it_was_offered_for(code):
    draft = BROKEN[code]
    problem = next(p for p in check_plan(draft, OFFICE) if p.code == code)
    mend = mend_of(problem, draft, OFFICE)
    assert mend is not None
    assert mend.words
    assert problem not in check_plan(mend.draft, OFFICE)


def test_what_only_the_officer_knows_is_not_mended():
    draft = first(methods=())
    (problem,) = (p for p in check_plan(draft, OFFICE) if p.code == "project.no-method")
    assert mend_of(problem, draft, OFFICE) is None


def test_a_standard_passage_is_not_changed_by_a_mend():
    (problem,) = (p for p in check_plan(PLAN, OFFICE, {"budget": "ตามข้อบัญญัติ"}) if p.code == "chapter.budget-law")
    assert mend_of(problem, PLAN, OFFICE) is None


def test_a_warning_is_accepted_until_its_words_change_and_an_error_never():
    draft = replace(PLAN, committee_announcement_date=None, budget_law="ข้อบัญญัติ")
    found = check_plan(draft, OFFICE)
    every = tuple(AcceptedWarning(p.code, p.field, p.text, "เหตุผล", date(2024, 1, 1)) for p in found)
    left = not_accepted(found, replace(draft, accepted=every))
    assert {p.severity for p in left} == {Severity.ERROR}
    assert {p.severity for p in found} == {Severity.ERROR, Severity.WARNING}
    reworded = tuple(replace(a, text="อื่น") for a in every)
    assert not_accepted(found, replace(draft, accepted=reworded)) == found


def codes(draft, texts=None):
    return {p.code for p in check_plan(draft, OFFICE, texts or {})}


def test_the_promise_of_every_post_is_not_left_in_the_words_alone():
    unfunded = tuple(replace(p, budgets=(), no_budget=False) for p in PLAN.projects)
    draft = replace(PLAN, projects=unfunded, covers_all_positions=False)
    texts = {"objectives": "พัฒนาทุกตำแหน่ง"}
    assert "chapter.false-promise" in codes(draft, texts)
    assert "chapter.false-promise" not in codes(draft, {"objectives": "พัฒนากลุ่มเป้าหมาย"})
    assert "chapter.false-promise" not in codes(replace(PLAN, covers_all_positions=False), texts)
    assert "plan.uncovered" in codes(replace(draft, covers_all_positions=True))


def test_indicators_strategies_and_chosen_parts_are_checked():
    assert "plan.indicator" in codes(replace(PLAN, indicators=(Indicator("ร้อยละ", "แปดสิบ", "ร้อยละ"),)))
    assert "project.indicator" in codes(first(indicators=(Indicator("", "80", "คน"),)))
    assert not {c for c in codes(first(indicators=(Indicator("ค่าเฉลี่ย", "3.51", "คะแนน"),))) if "indicator" in c}
    twice = (OwnStrategy("1", "ก"), OwnStrategy("1", "ข"))
    assert "plan.strategy-code" in codes(replace(PLAN, strategies=twice))
    assert "plan.empty-part" in codes(replace(PLAN, optional=(OptionalPart.SWOT,)))


def test_a_committee_member_who_left_is_told():
    gone = replace(PLAN.committee[0], staff=999, name="นางสาวไป แล้ว")
    assert "committee.gone" in codes(replace(PLAN, committee=(gone, *PLAN.committee[1:])))
