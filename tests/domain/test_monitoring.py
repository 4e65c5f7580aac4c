from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import (
    EvaluationSchedule,
    OpenItem,
    RoundReport,
    ScheduledRound,
    ScheduleEntry,
    check_closing,
    check_rounds,
    check_schedule,
    proposed_rounds,
)
from hrdesk.errors import Severity

YEAR = FiscalYear(2567)
REPORT = RoundReport(1, 2567, 3, as_at=date(2024, 9, 30), findings="ดำเนินการครบ", recommendations="ควรเริ่มเร็วขึ้น")
ITEMS = (OpenItem("project:1", "โครงการ ก ยังไม่เริ่ม"), OpenItem("project:2", "โครงการ ข เลื่อน", "ขาดงบประมาณ"))


def codes(problems):
    return [(p.field, p.code, p.severity) for p in problems]


def test_three_rounds_end_with_january_may_and_the_year() -> None:
    assert [r.as_at for r in proposed_rounds(YEAR)] == [date(2024, 1, 31), date(2024, 5, 31), date(2024, 9, 30)]
    assert [r.as_at for r in proposed_rounds(YEAR, 4)] == [
        date(2023, 12, 31), date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30),
    ]  # fmt: skip


@given(st.integers(2500, 2700), st.integers(3, 12))
def test_proposed_rounds_are_sound(be: int, count: int) -> None:
    rounds = proposed_rounds(FiscalYear(be), count)
    assert not list(check_rounds(FiscalYear(be), rounds))
    assert rounds[-1].as_at == FiscalYear(be).last_day
    assert [r.number for r in rounds] == list(range(1, count + 1))


def test_fewer_than_three_rounds_are_too_few() -> None:
    (problem,) = check_rounds(YEAR, proposed_rounds(YEAR)[:2])
    assert (problem.field, problem.code) == ("rounds", "rounds-few")


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (None, "ยังไม่ได้กำหนด"),
        (date(2023, 9, 30), "ปีงบประมาณ พ.ศ. 2567 (1 ตุลาคม 2566 ถึง 30 กันยายน 2567)"),
        (date(2024, 1, 30), "ไม่ก่อนครั้งก่อนหน้า"),
        (date(2024, 9, 30), "ใช้ซ้ำ"),
    ],
)
def test_dates_of_rounds(second: date | None, words: str) -> None:
    first, _, third = proposed_rounds(YEAR)
    problems = list(check_rounds(YEAR, (first, ScheduledRound(2, second), third)))
    assert any(words in p.text and p.field == "round:2.as_at" for p in problems)


def test_a_schedule_says_how_by_whom_and_when_for_every_project() -> None:
    whole = ScheduleEntry(1, (4,), "หัวหน้าส่วนราชการ", date(2024, 6, 30))
    schedule = EvaluationSchedule(1, 2567, (whole,), proposed_rounds(YEAR))
    assert check_schedule(schedule, {1: "โครงการ ก"}) == ()
    missing = check_schedule(schedule, {1: "โครงการ ก", 2: "โครงการ ข"})
    assert [(p.field, p.place) for p in missing] == [
        (f"entry:2.{name}", "โครงการ ข") for name in ("evaluations", "evaluator", "due")
    ]
    late = replace(schedule, entries=(replace(whole, due=date(2024, 12, 30)),))
    assert codes(check_schedule(late, {1: ""})) == [("entry:1.due", "entry-due", Severity.WARNING)]
    early = replace(schedule, entries=(replace(whole, due=date(2023, 9, 30)),))
    assert codes(check_schedule(early, {1: ""})) == [("entry:1.due", "entry-due", Severity.ERROR)]


@pytest.mark.parametrize("said", ["", "  ", "-", "–", "...", "- -"])
@pytest.mark.parametrize("number", [3, 4])
def test_a_dash_explains_nothing(said: str, number: int) -> None:
    item = replace(ITEMS[0], explanation=said)
    assert codes(check_closing(replace(REPORT, number=number), date(2024, 10, 1), [item], 0)) == [
        ("item:project:1.explanation", "item-unexplained", Severity.ERROR)
    ]


def test_the_third_round_cannot_be_closed_with_open_items_unexplained() -> None:
    today = date(2024, 10, 1)
    assert codes(check_closing(REPORT, today, ITEMS, 0)) == [
        ("item:project:1.explanation", "item-unexplained", Severity.ERROR)
    ]
    explained = tuple(replace(item, explanation="ชี้แจงแล้ว") for item in ITEMS)
    assert check_closing(REPORT, today, explained, 0) == ()
    second = replace(REPORT, number=2)
    assert codes(check_closing(second, today, ITEMS, 0)) == [
        ("item:project:1.explanation", "item-unexplained", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("change", "earlier", "field"),
    [
        ({"as_at": None}, 0, "round.as_at"),
        ({"as_at": date(2024, 10, 2)}, 0, "round.as_at"),
        ({"findings": "  "}, 0, "round.findings"),
        ({}, 1, "round.number"),
    ],
)
def test_what_stands_against_closing(change: dict, earlier: int, field: str) -> None:
    problems = check_closing(replace(REPORT, **change), date(2024, 10, 1), (), earlier)
    assert codes(problems) == [(field, f"closing-{field.removeprefix('round.')}", Severity.ERROR)]
