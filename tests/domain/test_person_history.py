from __future__ import annotations

from datetime import date

import pytest

from hrdesk.domain.person_history import (
    Education,
    HeldPosition,
    TrainingRecord,
    check_education,
    check_held,
    check_training,
)

DAY, BEFORE = date(2024, 3, 1), date(2024, 2, 29)


def test_the_last_day_in_a_post_is_the_day_before_it_ended() -> None:
    assert HeldPosition(0, 1, ends_on=DAY).last_day == BEFORE
    assert HeldPosition(0, 1).last_day is None


@pytest.mark.parametrize(
    ("problems", "fields"),
    [
        (check_held(HeldPosition(0, 1, "นิติกร", starts_on=BEFORE, ends_on=DAY)), []),
        (check_held(HeldPosition(0, 1, starts_on=DAY, ends_on=BEFORE)), ["held.title", "held.ends_on"]),
        (check_education(Education(0, 1)), ["education.degree"]),
        (check_training(TrainingRecord(0, 1, "ระเบียบพัสดุ", starts_on=DAY, ends_on=DAY, days=100)), []),
        (check_training(TrainingRecord(0, 1, starts_on=DAY, ends_on=BEFORE)), ["training.course", "training.ends_on"]),
        (check_training(TrainingRecord(0, 1, "x", hours=-1, score=-1)), ["training.hours", "training.score"]),
    ],
)
def test_what_is_wrong_is_named_by_field(problems, fields) -> None:
    assert [problem.field for problem in problems] == fields
