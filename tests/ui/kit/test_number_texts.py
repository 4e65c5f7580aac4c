"""Hours, days and marks in hundredths, as screens, papers and lists write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.services.sheets.sheet import plain
from hrdesk.thai.numbers import format_decimal, parse_baht
from hrdesk.ui.kit.number_field import decimal_text
from hrdesk.ui.people.history_entries import number_text


@pytest.mark.parametrize(
    ("hundredths", "text"),
    [
        (0, "0"), (5, "0.05"), (600, "6"), (650, "6.5"), (625, "6.25"), (1000, "10"), (-650, "-6.5"), (123_456_700, "1,234,567"),
        (100_000_000, "1,000,000"), (123_456_789, "1,234,567.89"), (12_345_650, "123,456.5"),
    ],
)  # fmt: skip
def test_no_idle_decimals_and_no_powers_of_ten(hundredths, text):
    assert format_decimal(hundredths) == text


@given(st.integers(min_value=0, max_value=10**12))
def test_what_is_written_is_read_again_as_it_was(hundredths):
    assert parse_baht(format_decimal(hundredths)) == hundredths
    for typed in (decimal_text(hundredths) or "0", number_text(hundredths)):
        assert parse_baht(typed) == hundredths
        assert "," not in typed


@pytest.mark.parametrize(
    ("cell", "text"),
    [(4.0, "4"), (0.5, "0.5"), (12.345678, "12.345678"), (1234567.0, "1234567"), (811234567.0, "811234567"), (1e16, "1e+16"), (7, "7"), ("ก", "ก")],
)
def test_a_cell_says_what_stands_in_it(cell, text):
    assert plain(cell) == text
