"""What a cell takes of a text: cut only where it must be, and never in silence."""

from __future__ import annotations

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.reports.sheets.cell_text import FORMULA_SIGNS, LONGEST, fitting
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(max_size=40))
def test_a_text_that_fits_is_left_alone(text):
    assert fitting(text) == text


@pytest.mark.parametrize("letter", ["ก", "a", "😀"])
@pytest.mark.parametrize("extra", [-1, 0, 1, 5000])
def test_a_long_text_says_how_much_there_was(letter, extra):
    text = letter * ((LONGEST + extra) // units(letter))
    found = fitting(text)
    assert units(found) <= LONGEST
    if units(text) <= LONGEST:
        assert found == text
    else:
        assert found.endswith(f"จากทั้งหมด {units(text):,} อักขระ)")
        assert text.startswith(found.partition(" …")[0])
        assert units(found) > LONGEST - 4, "no more is cut than must be"


def test_a_plain_sheet_tells_that_a_cell_was_cut(tmp_path):
    path = tmp_path / "ยาว.xlsx"
    write_plain([PlainSheet("ยาว", [["หัว"], ["ก" * 40_000]])], path)
    cell = openpyxl.load_workbook(path).active["A2"].value
    assert len(cell) == LONGEST
    assert "40,000" in cell[-30:]


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_no_heading_and_no_reason_becomes_a_formula_when_it_is_edited(tmp_path, sign):
    path = tmp_path / "สูตร.xlsx"
    write_plain([PlainSheet("สูตร", [[f"{sign}1+1", "หัว"], [f"{sign}1+1", f"{sign}1+1"]], marked=1)], path)
    for row in openpyxl.load_workbook(path).active.iter_rows():
        for cell in row:
            assert cell.data_type == "s"
            assert cell.number_format == "@", cell.coordinate
