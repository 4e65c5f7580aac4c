from __future__ import annotations

import statistics
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.monitoring_terms import Deviation
from hrdesk.domain.statistics import (
    Score,
    Spread,
    gain_result,
    level_word,
    overall,
    percent,
    percents,
    rounded,
    scale_result,
    spread,
)

COUNTS = st.lists(st.integers(0, 5000), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(17, 8), "2.13"), (Fraction(-17, 8), "-2.13"), (Fraction(2, 3), "0.67"), (4, "4.00"), (Decimal("1.005"), "1.01")],
)
def test_half_is_rounded_up(value: Fraction | int | Decimal, text: str) -> None:
    assert str(rounded(value)) == text


def test_three_thirds_make_a_whole() -> None:
    assert [str(p) for p in percents((1, 1, 1))] == ["33.34", "33.33", "33.33"]
    assert [str(p) for p in percents((2, 3, 2), places=0)] == ["29", "43", "28"]  # 28.57 42.86 28.57


def test_shares_of_nothing_are_nothing() -> None:
    assert percents((0, 0)) == (Decimal(0), Decimal(0))
    assert percent(0, 0) is None
    assert str(percent(1, 8)) == "12.50"


@given(COUNTS, st.integers(0, 2))
def test_shares_add_up_and_stay_within_one_step_of_the_truth(counts: list[int], places: int) -> None:
    shares = percents(counts, places)
    if not sum(counts):
        assert not any(shares)
        return
    assert sum(shares) == 100
    for count, share in zip(counts, shares, strict=True):
        assert abs(Fraction(share) - Fraction(count * 100, sum(counts))) < Fraction(1, 10**places)
    by_count = sorted(zip(counts, shares, strict=True))
    assert [s for _, s in by_count] == sorted(shares)  # more people never get the smaller share


def test_deviation_of_a_sample_and_of_everybody() -> None:
    # 2 4 4 4 5 5 7 9: squares about the mean 5 add up to 32; 32/8 = 4, 32/7 = 4.5714…
    values = (2, 4, 4, 4, 5, 5, 7, 9)
    assert spread(values, Deviation.POPULATION) == Spread(8, Decimal("5.00"), Decimal("2.00"))
    assert spread(values, Deviation.SAMPLE) == Spread(8, Decimal("5.00"), Decimal("2.14"))


def test_one_person_and_nobody() -> None:
    assert spread((4,), Deviation.SAMPLE) == Spread(1, Decimal("4.00"), None)
    assert spread((4,), Deviation.POPULATION) == Spread(1, Decimal("4.00"), Decimal("0.00"))
    assert spread((), Deviation.SAMPLE) == Spread(0, None, None)
    nobody = scale_result((0, 0, 0, 0, 0))
    assert (nobody.word, nobody.percents) == ("", (Decimal(0),) * 5)


@given(st.lists(st.integers(0, 100), min_size=2, max_size=60))
def test_the_spread_is_that_of_the_standard_library(values: list[int]) -> None:
    found = spread(values, Deviation.SAMPLE)
    assert found.mean is not None
    assert found.deviation is not None
    assert float(found.mean) == pytest.approx(statistics.fmean(values), abs=0.00501)
    assert float(found.deviation) == pytest.approx(statistics.stdev(values), abs=0.00501)


@pytest.mark.parametrize(
    ("mean", "word"),
    [("5", "มากที่สุด"), ("4.51", "มากที่สุด"), ("4.505", "มากที่สุด"), ("4.504", "มาก"), ("3.51", "มาก"), ("3.50", "ปานกลาง"),
     ("2.51", "ปานกลาง"), ("2.50", "น้อย"), ("1.51", "น้อย"), ("1.50", "น้อยที่สุด"), ("1", "น้อยที่สุด")],
)  # fmt: skip
def test_the_word_goes_with_the_mean_as_printed(mean: str, word: str) -> None:
    assert level_word(Decimal(mean)) == word


def test_a_mean_below_the_scale_has_no_word() -> None:
    with pytest.raises(ValueError, match=r"0\.99"):
        level_word(Decimal("0.99"))


def test_a_question_worked_by_hand() -> None:
    # 10 people: 4 × 5, 3 × 4, 2 × 3, 1 × 2 → 40/10 = 4.00; squares 100 + 48 + 18 + 4 = 170; 170 - 160 = 10; √(10/9) = 1.054
    found = scale_result((4, 3, 2, 1, 0))
    assert found.spread == Spread(10, Decimal("4.00"), Decimal("1.05"))
    assert [str(p) for p in found.percents] == ["40.00", "30.00", "20.00", "10.00", "0.00"]
    assert found.word == "มาก"


def test_all_questions_together_count_answers_not_means() -> None:
    few, many = scale_result((1, 0, 0, 0, 0)), scale_result((0, 0, 0, 0, 9))
    assert overall((few, many)).spread.mean == Decimal("1.40")  # (5 + 9) / 10, where the mean of means would be 3.00


def test_gain_counts_only_those_who_took_both_tests() -> None:
    scores = [Score(4, 8), Score(6, 6), Score(7, 5), Score(None, 9), Score(3, None)]
    found = gain_result(scores, pass_mark=6)
    assert found.before == Spread(4, Decimal("5.00"), Decimal("1.58"))  # 4 6 7 3: squares 10, √(10/4): all were tested
    assert found.after == Spread(4, Decimal("7.00"), Decimal("1.58"))  # 8 6 5 9
    assert found.gain == Spread(3, Decimal("0.67"), Decimal("2.49"))  # +4 0 -2: 20 - 4/3 = 18.67, /3, √
    assert (found.risen, found.level, found.fallen, found.passed) == (1, 1, 1, 3)


def test_nobody_passes_without_a_mark() -> None:
    assert gain_result([Score(1, 10)], None).passed == 0
    assert gain_result([], 6).gain == Spread(0, None, None)
