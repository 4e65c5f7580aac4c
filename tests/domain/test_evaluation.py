from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.evaluation import LEVEL_WORDS, FollowUp, gain, is_due, level_of, owed_sheets
from hrdesk.domain.training_terms import Result


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("มากที่สุด", 5), ("5", 5), ("๕", 5), ("5.0", 5), ("5 - มากที่สุด", 5), ("(4) มาก", 4), ("มาก (4)", 4),
        ("3=ปานกลาง", 3), (" พึงพอใจ มาก ", 4), ("เห็นด้วยอย่างยิ่ง", 5), ("น้อยที่สุด", 1), ("มากที่สุด = 5", 5),
        ("5 มาก", None), ("6", None), ("0", None), ("", None), ("ไม่ตอบ", None), ("4.5", None),
    ],
)  # fmt: skip
def test_levels_as_forms_write_them(text: str, level: int | None) -> None:
    assert level_of(text) == level


@given(st.text(max_size=30))
def test_any_text_is_a_level_or_none(text: str) -> None:
    assert level_of(text) in (None, *LEVEL_WORDS)


@pytest.mark.parametrize("level", LEVEL_WORDS)
def test_the_official_words_are_read_back(level: int) -> None:
    assert level_of(LEVEL_WORDS[level]) == level


def test_a_gain_needs_both_tests() -> None:
    assert gain(800, 1500) == 700
    assert gain(1500, 800) == -700
    assert gain(None, 800) is None
    assert gain(800, None) is None


def test_who_was_absent_hands_in_no_sheet() -> None:
    assert owed_sheets((Result.PASSED, Result.FAILED, Result.ABSENT, Result.PENDING)) == 3


def test_a_follow_up_is_due_from_its_day_until_it_is_made() -> None:
    owed = FollowUp(1, 1, due_on=date(2025, 1, 10))
    assert not is_due(owed, date(2025, 1, 9))
    assert is_due(owed, date(2025, 1, 10))
    assert not is_due(FollowUp(1, 1, date(2025, 1, 10), done_on=date(2025, 1, 12)), date(2025, 2, 1))
