from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.training import (
    ClassTest,
    Presence,
    Session,
    TrainingClass,
    add_months,
    check_class,
    completion_problems,
    half_days,
    may_be_evaluated,
    pass_mark,
    result_of,
    result_year_words,
)
from hrdesk.domain.training_terms import ClassStatus, HalfDay, Result, TestKind
from hrdesk.errors import Severity

POST = ClassTest(TestKind.POST, full=2000, passing=1200)


@pytest.mark.parametrize(
    ("presence", "score", "expected"),
    [
        (Presence(0, 0, 0), None, Result.PENDING),  # nothing to be at yet
        (Presence(10, 10, 8), 1200, Result.PASSED),  # exactly 80 of 100
        (Presence(10, 10, 7), 2000, Result.FAILED),
        (Presence(10, 10, 8), 1199, Result.FAILED),
        (Presence(10, 10, 10), None, Result.PENDING),  # the test is not marked
        (Presence(10, 10, 0), None, Result.ABSENT),
        (Presence(10, 9, 9), 1200, Result.PENDING),
        (Presence(10, 4, 1), None, Result.FAILED),  # 80 is out of reach
        (Presence(10, 5, 0), None, Result.PENDING),  # may yet be absent altogether
    ],
)
def test_the_result_of_attendance_and_test(presence: Presence, score: int | None, expected: Result) -> None:
    assert result_of(presence, 80, POST, score) is expected


def test_without_a_test_attendance_alone_passes() -> None:
    assert result_of(Presence(5, 5, 4), 80) is Result.PASSED
    assert Presence(5, 5, 4).rate == Fraction(4, 5)
    assert Presence(0, 0, 0).rate is None


@given(st.integers(1, 60), st.data())
def test_a_result_once_final_is_not_changed_by_marking_the_rest_as_missed_or_attended(sessions: int, data: st.DataObject) -> None:
    marked = data.draw(st.integers(0, sessions))
    attended = data.draw(st.integers(0, marked))
    now = result_of(Presence(sessions, marked, attended), 80)
    rest = data.draw(st.integers(0, sessions - marked))
    later = result_of(Presence(sessions, sessions, attended + rest), 80)
    assert later is not Result.PENDING
    if now is not Result.PENDING:
        assert later is now


def test_a_class_cannot_be_completed_while_any_result_is_pending() -> None:
    assert completion_problems([Result.PASSED, Result.ABSENT, Result.FAILED]) == ()
    (problem,) = completion_problems([Result.PENDING, Result.PASSED, Result.PENDING])
    assert "2 คน" in problem.text
    assert completion_problems([])[0].severity is Severity.ERROR


def test_who_was_not_there_is_not_evaluated() -> None:
    assert not may_be_evaluated(Result.ABSENT, Presence(4, 0, 0))
    assert not may_be_evaluated(Result.PENDING, Presence(4, 4, 0))
    assert may_be_evaluated(Result.FAILED, Presence(4, 4, 1))
    assert may_be_evaluated(Result.PENDING, Presence(4, 0, 0)), "nothing is known yet"


def test_half_days_leave_weekends_out_unless_asked() -> None:
    friday, monday = date(2024, 6, 7), date(2024, 6, 10)
    assert [one.day for one in half_days(friday, monday)] == [friday, friday, monday, monday]
    assert len(half_days(friday, monday, weekends=True)) == 8
    assert half_days(monday, friday) == ()
    assert half_days(friday, friday)[0].half is HalfDay.MORNING


def test_the_pass_mark_is_the_least_that_reaches_the_percentage() -> None:
    assert pass_mark(2000, 60) == 1200
    assert pass_mark(1500, 65) == 975
    assert pass_mark(333, 60) == 200


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2024, 9, 15), 6, date(2025, 3, 15)),
        (date(2024, 9, 30), 3, date(2024, 12, 30)),
    ],
)
def test_some_months_later(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_what_is_wrong_with_a_class() -> None:
    day = date(2024, 6, 7)
    fields = lambda **changes: {p.field for p in check_class(TrainingClass(0, 1, **changes))}  # noqa: E731
    assert fields() == set()
    assert fields(starts_on=day, ends_on=date(2024, 6, 6)) == {"class.ends_on"}
    assert fields(status=ClassStatus.CANCELLED) == {"class.status_reason"}
    assert fields(starts_on=day, ends_on=day, sessions=(Session(date(2024, 6, 8), HalfDay.MORNING),)) == {"class.sessions"}
    assert fields(tests=(ClassTest(TestKind.POST, 1000, 1001),)) == {"class.tests"}
    same, other = ClassTest(TestKind.PRE, 1000, 600), ClassTest(TestKind.PRE, 2000, 600)
    assert fields(tests=(same, ClassTest(TestKind.POST, 1000, 600))) == set()
    assert fields(tests=(other, ClassTest(TestKind.POST, 1000, 600))) == {"class.tests"}
    assert fields(lecture=600, other=400) == set()
    assert fields(lecture=601, other=399) == {"class.lecture"}
    assert fields(number=0, attendance_percent=101) == {"class.number", "class.attendance_percent"}


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (None, None, ""),
        (date(2022, 10, 1), None, ""),
        (date(2023, 9, 29), date(2023, 9, 30), ""),
        (date(2023, 9, 30), date(2023, 10, 1), "รายงานของปีงบประมาณ พ.ศ. 2567"),
        (None, date(2024, 10, 1), "รายงานของปีงบประมาณ พ.ศ. 2568"),
        (date(2023, 10, 1), None, "รายงานของปีงบประมาณ พ.ศ. 2567"),
        (date(2022, 9, 30), date(2022, 9, 30), "ผลจะนับในปีของโครงการ"),
        (date(2022, 9, 30), date(2022, 10, 1), ""),  # over within the project's year
    ],
)
def test_the_year_of_a_classs_report_is_told_where_it_is_not_its_projects(start, end, told):
    words = result_year_words(2566, start, end)
    assert told in words
    assert bool(words) is bool(told)
