"""A half is rounded up in every figure, on screen as on paper: 62.5 is 63, 6.25 is 6.3."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.competency import Share
from hrdesk.domain.course_detail import CourseDetail, check_detail
from hrdesk.domain.monitoring_terms import Deviation
from hrdesk.domain.needs import Attainment
from hrdesk.domain.statistics import percent, percents, rounded, scale_result, spread_of_counts


@pytest.mark.parametrize(("current", "future", "shown"), [(7, 3, 30), (0, 0, 0), (3, 5, 63), (5, 3, 38), (1, 199, 100), (199, 1, 1), (2, 1, 33)])
def test_the_share_of_learning_for_later(current, future, shown):
    assert Share(current, future).percent_future == shown


@pytest.mark.parametrize(("people", "count", "shown"), [(16, 1, "6.25"), (7, 1, "14.29"), (3, 1, "33.33"), (0, 0, "0.00"), (51, 51, "100.00")])
def test_the_share_who_meet_their_set(people, count, shown):
    found = Attainment("กอง", people, people, count).percent(count)
    assert f"{found:.2f}" == str(found) == shown


@pytest.mark.parametrize(
    ("lecture", "other", "shown", "told"),
    [
        (600, 400, 60, ""),
        (6004, 3997, 60, "บรรยายร้อยละ 60.03 เกินร้อยละ 60"),
        (625, 375, 63, "บรรยายร้อยละ 62.5 เกินร้อยละ 60"),
        (605, 395, 61, "บรรยายร้อยละ 60.5 เกินร้อยละ 60"),
        (300, 0, 100, "บรรยายร้อยละ 100 เกินร้อยละ 60"),
        (0, 0, 0, ""),
    ],
)
def test_the_share_of_lectures_never_says_60_is_more_than_60(lecture, other, shown, told):
    detail = CourseDetail(lecture, other)
    assert detail.lecture_percent == shown
    assert [problem.text[: len(told)] for problem in check_detail(detail)] == ([told] if told else [])


@given(st.integers(-(10**6), 10**6), st.integers(1, 2000), st.integers(0, 3))
def test_rounding_is_the_nearest_and_a_half_goes_away_from_nought(number, whole, places):
    value = Fraction(number, whole)
    found = Fraction(rounded(value, places))
    step = Fraction(1, 10**places)
    assert abs(found - value) <= step / 2
    if abs(found - value) == step / 2:
        assert abs(found) > abs(value)
    assert rounded(-value, places) == -rounded(value, places)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8), st.integers(0, 2))
def test_printed_shares_add_up_and_none_is_off_by_more_than_a_step(counts, places):
    found = percents(counts, places)
    whole = sum(counts)
    assert sum(found) == (100 if whole else 0)
    for count, share in zip(counts, found, strict=True):
        assert whole == 0 or abs(Fraction(share) - Fraction(100 * count, whole)) < Fraction(1, 10**places)
    assert all((a <= b) or (x >= y) for a, x in zip(counts, found, strict=True) for b, y in zip(counts, found, strict=True))


@given(st.integers(0, 999), st.integers(1, 999))
def test_one_share_and_its_rest_make_a_hundred(part, whole):
    if part <= whole:
        assert abs(percent(part, whole) + percent(whole - part, whole) - 100) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("counts", "mean", "deviation", "word"),
    [
        # (5 × 2 + 4 × 2) / 4; √(1/3)
        ((2, 2, 0, 0, 0), "4.50", "0.58", "มาก"),
        ((51, 49, 0, 0, 0), "4.51", "0.50", "มากที่สุด"),
        ((1, 0, 0, 0, 0), "5.00", None, "มากที่สุด"),
        # (4 + 1 + 0 + 1 + 4) / 4 = 2.5; √2.5
        ((1, 1, 1, 1, 1), "3.00", "1.58", "ปานกลาง"),
        ((0, 0, 0, 0, 3), "1.00", "0.00", "น้อยที่สุด"),
        ((0, 1, 1, 0, 0), "3.50", "0.71", "ปานกลาง"),
        ((0, 0, 1, 1, 0), "2.50", "0.71", "น้อย"),
    ],
)
def test_a_question_worked_by_hand(counts, mean, deviation, word):
    found = scale_result(counts)
    assert (found.spread.mean, found.spread.deviation) == (Decimal(mean), None if deviation is None else Decimal(deviation))
    assert found.word == word


@given(st.dictionaries(st.integers(0, 100), st.integers(1, 30), min_size=1, max_size=8), st.integers(-50, 50))
def test_moving_every_mark_moves_the_mean_and_leaves_the_spread(counted, by):
    plain = spread_of_counts(counted, Deviation.POPULATION)
    moved = spread_of_counts({value + by: times for value, times in counted.items()}, Deviation.POPULATION)
    assert moved.deviation == plain.deviation
    assert abs(moved.mean - plain.mean - by) <= Decimal("0.01")
    assert (plain.deviation == 0) == (len(counted) == 1) or plain.deviation < Decimal("0.3")
