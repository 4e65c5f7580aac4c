from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.competency import OWN, Levels, Requirement, Standing
from hrdesk.domain.framework import Framework, Unit
from hrdesk.domain.guide import ANY, Guide, GuideWay
from hrdesk.domain.idp import (
    IdpItem,
    IdpRecord,
    Mix,
    Stages,
    agreeing_problems,
    check_idp,
    closing_problems,
    mix,
    months_from,
    reopened,
    stages,
)
from hrdesk.domain.idp_draft import attending, chosen_gaps, suggested_items
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus, LearningWay

ITEM = IdpItem(
    "f", "U1", "หน่วย", activity="ทำ", indicator="ได้", starts_on=date(2024, 10, 1), ends_on=date(2024, 12, 31)
)
WHOLE = IdpRecord(
    1, 1, 2568, "f", "Early", goal="เป้าหมาย", superior_name="ก", superior_agreed_on=date(2024, 10, 2),
    upper_name="ข", upper_agreed_on=date(2024, 10, 3),
    items=tuple(
        replace(ITEM, way=way, ends_on=end)
        for way, end in zip(LearningWay, (date(2025, 5, 1), date(2024, 11, 30), date(2024, 10, 31)), strict=True)
    ),
)  # fmt: skip
FRAMEWORK = Framework("f", "1", "", "", units=(Unit("U1", "หน่วย 1", "A"),))


def codes(problems):
    return [problem.code for problem in problems]


def test_a_whole_plan_has_no_problem():
    assert check_idp(WHOLE) == ()
    assert agreeing_problems(WHOLE) == ()


def test_each_fault_is_told_at_its_place():
    def of(**changes):
        return [(p.field, p.code) for p in check_idp(replace(WHOLE, items=(replace(ITEM, **changes), *WHOLE.items[1:])))][:1]

    assert of(name=" ") == [("idp.item.1.name", "idp-item-name")]
    assert of(activity="") == [("idp.item.1.activity", "idp-item-activity")]
    assert of(indicator="") == [("idp.item.1.indicator", "idp-item-indicator")]
    assert of(ends_on=None) == [("idp.item.1.ends_on", "idp-item-period")]
    assert of(ends_on=date(2024, 9, 30)) == [("idp.item.1.ends_on", "idp-item-order")]
    assert of(ends_on=date(2025, 10, 1)) == [("idp.item.1.ends_on", "idp-item-year")]
    assert codes(check_idp(replace(WHOLE, items=(), goal=""))) == ["idp-empty", "idp-goal"]
    assert codes(check_idp(replace(WHOLE, items=WHOLE.items[2:]))) == ["idp-mix"]


def test_two_superiors_agree_and_they_are_two():
    assert codes(agreeing_problems(replace(WHOLE, upper_name="", upper_agreed_on=None))) == ["idp-upper", "idp-upper-day"]
    assert codes(agreeing_problems(replace(WHOLE, upper_name="ก"))) == ["idp-same-superior"]
    assert codes(agreeing_problems(replace(WHOLE, items=()))) == ["idp-empty"]


def test_a_plan_is_closed_when_every_item_has_its_end_and_the_result_is_told():
    assert codes(closing_problems(WHOLE)) == ["idp-not-agreed", *["idp-item-open"] * 3, "idp-result"]
    ends = (IdpItemStatus.DONE, IdpItemStatus.DROPPED, IdpItemStatus.DONE)
    done = tuple(replace(item, status=status) for item, status in zip(WHOLE.items, ends, strict=True))
    assert closing_problems(replace(WHOLE, status=IdpStatus.AGREED, items=done, result="ดี")) == ()


def test_reopening_takes_the_agreement_back():
    again = reopened(replace(WHOLE, status=IdpStatus.AGREED))
    assert (again.status, again.superior_agreed_on, again.upper_agreed_on) == (IdpStatus.DRAFT, None, None)
    assert again.superior_name == "ก"


def test_the_mix_is_of_planned_time_and_of_items_while_a_period_is_open():
    assert mix(WHOLE.items) == Mix(70, 20, 10)
    open_ended = (replace(WHOLE.items[0], ends_on=None), *WHOLE.items[1:])
    assert mix(open_ended) == Mix(34, 33, 33)
    dropped = tuple(replace(item, status=IdpItemStatus.DROPPED) for item in WHOLE.items[1:])
    assert mix((WHOLE.items[0], *dropped)) == Mix(100, 0, 0)
    assert mix(()) == Mix()


@given(st.lists(st.tuples(st.sampled_from(list(LearningWay)), st.integers(0, 300)), min_size=1))
def test_the_mix_adds_up_to_a_hundred(parts):
    first = date(2024, 10, 1)
    items = [replace(ITEM, way=way, ends_on=date.fromordinal(first.toordinal() + days)) for way, days in parts]
    found = mix(items)
    assert found.own_work + found.others + found.course == 100
    assert min(found.own_work, found.others, found.course) >= 0


@pytest.mark.parametrize(
    ("days", "shares"),
    [
        ([(70, False), (30, True)], Stages(70, 30)),
        ([(10, False), (10, False), (10, True)], Stages(67, 33)),
        ([(0, False), (5, True)], Stages(50, 50)),  # an open period: by items
        ([(9, True)], Stages(0, 100)),
        ([], Stages()),
    ],
)
def test_learning_for_the_present_and_the_next_stage_is_shared_by_planned_days(days, shares):
    first = date(2024, 10, 1)
    items = [
        replace(ITEM, future=later, ends_on=date.fromordinal(first.toordinal() + count - 1) if count else None)
        for count, later in days
    ]
    assert stages(items) == shares
    assert shares.near_the_rule == (15 <= shares.future <= 45)
    dropped = replace(ITEM, future=True, status=IdpItemStatus.DROPPED)
    assert stages([*items, dropped]) == shares, "what was given up does not count"


def test_a_draft_keeps_what_only_the_next_stage_asks():
    way = GuideWay(0, OWN, ANY, LearningWay.OWN_WORK, "ใช้ {name}", "", 7)
    items = suggested_items([gap("U1"), gap("U2", future=True)], FRAMEWORK, Guide((way,)), {}, 2568)
    assert [item.future for item in items] == [False, True]


def test_the_gap_is_by_what_counts():
    assert replace(ITEM, expected=3).gap == 3
    assert replace(ITEM, expected=3, self_level=3, superior_level=1).gap == 2
    assert replace(ITEM, expected=3, superior_level=1, agreed_level=3).gap == 0


def test_an_item_is_overdue_after_its_last_day_unless_it_ended():
    assert ITEM.overdue(date(2025, 1, 1))
    assert not ITEM.overdue(date(2024, 12, 31))
    assert not replace(ITEM, status=IdpItemStatus.DONE).overdue(date(2025, 1, 1))


def test_months_lie_in_the_fiscal_year():
    assert months_from(2568, 0, 1) == (date(2024, 10, 1), date(2024, 10, 31))
    assert months_from(2568, 3, 7) == (date(2025, 1, 1), date(2025, 7, 31))
    assert months_from(2568, 10, 6) == (date(2025, 8, 1), date(2025, 9, 30))


def gap(code, *, future=False, expected=1, level=0):
    return Standing(Requirement("f", code, f"หน่วย {code}", expected, future), Levels(agreed=level))


def test_gaps_are_chosen_widest_first_and_a_third_of_the_next_stage():
    now, later = [gap(f"N{n}") for n in range(4)], [gap(f"L{n}", future=True) for n in range(4)]
    assert [each.requirement.code for each in chosen_gaps([*later, *now])] == ["N0", "N1", "L0"]
    assert [each.requirement.code for each in chosen_gaps(now)] == ["N0", "N1", "N2"]
    assert [each.requirement.code for each in chosen_gaps(later)] == ["L0", "L1", "L2"]
    assert [each.requirement.code for each in chosen_gaps([now[0], *later])] == ["N0", "L0", "L1"]
    wide = gap("W", expected=4, level=1)
    assert chosen_gaps([*now, wide])[0] is wide
    unknown = Standing(Requirement("f", "U", "U"))
    assert chosen_gaps([gap("H", level=1), unknown]) == (), "held, or never judged"


def test_each_gap_gets_its_ways_in_the_order_of_learning_one_after_the_other():
    ways = tuple(
        GuideWay(0, OWN, ANY, way, text, "ตัวชี้วัด {name}", months)
        for way, text, months in zip(LearningWay, ("ใช้ {name}", "ถามเรื่อง {name}", "อบรม {course}"), (7, 2, 1), strict=True)
    )
    items = suggested_items([gap("U1")], FRAMEWORK, Guide(ways), {("f", "U1"): [(5, "หลักสูตรดี")]}, 2568)
    assert [item.activity for item in items] == ["อบรม หลักสูตรดี", "ถามเรื่อง หน่วย U1", "ใช้ หน่วย U1"]
    assert [item.course_id for item in items] == [5, None, None]
    assert [(item.starts_on, item.ends_on) for item in items] == [
        (date(2024, 10, 1), date(2024, 10, 31)),
        (date(2024, 11, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2025, 7, 31)),
    ]
    assert mix(items).near_the_rule
    assert check_idp(replace(WHOLE, items=items)) == ()
    (without,) = suggested_items([gap("U1")], FRAMEWORK, Guide(ways[2:]), {}, 2568)
    assert (without.activity, without.course_id) == ("อบรม หน่วย U1", None)


@pytest.mark.parametrize(
    ("activity", "words"),
    [
        ("", "เข้ารับการฝึกอบรม “ใหม่”"),
        ("อบรม “เดิม” สองวัน", "อบรม “ใหม่” สองวัน"),
        ("อบรม “หน่วย” หรือเรียนออนไลน์", "อบรม “ใหม่” หรือเรียนออนไลน์"),
        ("ไปศึกษาดูงาน", "ไปศึกษาดูงาน หลักสูตร “ใหม่”"),
        ("อบรม “ใหม่” แล้ว", "อบรม “ใหม่” แล้ว"),
    ],
)
def test_a_course_chosen_by_hand_stands_in_the_words_once(activity, words):
    assert attending(activity, "ใหม่", ("เดิม", "หน่วย")) == words


def test_another_way_keeps_the_gap_and_nothing_of_how_it_was_closed():
    done = replace(ITEM, agreed_level=0, future=True, status=IdpItemStatus.DONE, evidence="แฟ้ม", result="ได้", course_id=4)
    again = done.another_way()
    assert (again.code, again.gap, again.future) == (done.code, done.gap, True)
    assert (again.activity, again.course_id, again.status, again.evidence, again.starts_on) == (
        "", None, IdpItemStatus.PLANNED, "", None,
    )  # fmt: skip
