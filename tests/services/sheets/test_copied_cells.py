"""Cells through the clipboard: as Excel and Calc write them, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.services.sheets.copied_cells import cells_of, text_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [[""]]),
        ("ก\n", [["ก"]]),
        ("ก\r\nข", [["ก"], ["ข"]]),
        ("ก\t\n\tข\n", [["ก", ""], ["", "ข"]]),
        ("ก\n\n", [["ก"], [""]]),
        ('"บรรทัดแรก\nบรรทัดสอง"\t5\nข\t6\n', [["บรรทัดแรก\nบรรทัดสอง", "5"], ["ข", "6"]]),
        ('5\t"ว่า ""ดี""\r\nมาก"\r\n', [["5", 'ว่า "ดี"\nมาก']]),
        ('"ก\tข"\tค', [["ก\tข", "ค"]]),
        ('"ดีมาก"\t5', [['"ดีมาก"', "5"]]),
        ('"เปิดแล้วไม่ปิด\t5\nข\t6', [['"เปิดแล้วไม่ปิด', "5"], ["ข", "6"]]),
        ('"ไม่ปิด\t5\n"ก็ไม่ปิด\t6', [['"ไม่ปิด', "5"], ['"ก็ไม่ปิด', "6"]]),
        ('9" x 12"\t2\n', [['9" x 12"', "2"]]),
    ],
)
def test_lines_of_cells(text: str, lines: list[list[str]]) -> None:
    assert cells_of(text) == lines


plain = st.text(st.sampled_from('กข "1\t\n'), max_size=6).filter(lambda cell: not cell.startswith('"') or "\t" in cell or "\n" in cell)
blocks = st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(plain, min_size=width, max_size=width), min_size=1, max_size=4))


@given(blocks)
def test_what_is_copied_comes_back(lines: list[list[str]]) -> None:
    assert cells_of(text_of(lines) + "\n") == lines


@given(st.text(st.sampled_from('ก"\t\n\r'), max_size=30))
def test_no_text_is_too_odd_and_none_of_its_letters_is_lost(text: str) -> None:
    assert "".join(map("".join, cells_of(text))).count("ก") == text.count("ก")
