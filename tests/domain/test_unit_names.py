from __future__ import annotations

import pytest

from hrdesk.domain.unit_names import bureau_of, distinct_names


@pytest.mark.parametrize(
    ("units", "names"),
    [
        ({}, {}),
        ({1: ("กองคลัง", None), 2: ("งานพัสดุ", 1)}, {1: "กองคลัง", 2: "งานพัสดุ"}),
        (
            {1: ("กองคลัง", None), 2: ("กองช่าง", None), 3: ("งานธุรการ", 1), 4: ("งานธุรการ", 2)},
            {1: "กองคลัง", 2: "กองช่าง", 3: "งานธุรการ (กองคลัง)", 4: "งานธุรการ (กองช่าง)"},
        ),
        (  # a division of one name under two bureaus, each with an office of one name
            {1: ("ก", None), 2: ("ข", None), 3: ("ฝ่าย", 1), 4: ("ฝ่าย", 2), 5: ("งาน", 3), 6: ("งาน", 4)},
            {1: "ก", 2: "ข", 3: "ฝ่าย (ก)", 4: "ฝ่าย (ข)", 5: "งาน (ฝ่าย ก)", 6: "งาน (ฝ่าย ข)"},
        ),
        ({1: ("กอง", None), 2: ("กอง", None)}, {1: "กอง", 2: "กอง"}),  # nothing tells them apart
        ({1: ("กอง", None), 2: ("กอง", 1)}, {1: "กอง", 2: "กอง (กอง)"}),
    ],
)
def test_names_are_told_apart_as_far_as_it_takes(units, names):
    assert distinct_names(units) == names


def test_a_bureau_is_the_topmost_unit():
    units = {1: ("กองช่าง", None), 2: ("ฝ่ายโยธา", 1), 3: ("งานธุรการ", 2), 4: ("ลอย", 77)}
    assert [bureau_of(units, unit) for unit in (1, 2, 3, 4, 77, None)] == ["กองช่าง"] * 3 + ["ลอย", "", ""]
