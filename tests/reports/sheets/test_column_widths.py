"""Columns hold their numbers and their headings' words, and a merged text is found on every screen."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from hrdesk.reports.document import Column, Document, Format, Row, Section, Table, Total
from hrdesk.reports.sheets.column_widths import least_width
from hrdesk.reports.sheets.xlsx import write_xlsx

BAHT = 100
CHARACTER = 1.95  # millimetres of a unit of width


def written(tmp_path, *columns: Column, rows, total: Total | None = None):
    paper = Document("form", "ตาราง", (Section((Table("ตาราง", columns, tuple(map(Row, rows)), total),)),))
    write_xlsx([paper], tmp_path / "a.xlsx")
    return openpyxl.load_workbook(tmp_path / "a.xlsx").active


def width(sheet, place=1) -> float:
    return sheet.column_dimensions[get_column_letter(place)].width * CHARACTER


@pytest.mark.parametrize(
    ("kind", "values", "digits"),
    [
        (Format.BAHT, (400_000 * BAHT,), 7),
        (Format.BAHT, (5, 123_456_789 * BAHT), 11),
        (Format.BAHT, (123_456_789 * BAHT + 25, None), 14),
        (Format.INTEGER, (1, 1_000_000), 9),
        (Format.DECIMAL, (Decimal("100.00"), Decimal("1.5")), 6),
        (Format.TEXT, ("1,000,000,000,000",), 0),
    ],
)
def test_a_column_of_numbers_holds_the_longest_in_the_widest_font(tmp_path, kind, values, digits):
    column = Column("n", "ก", 4.0, kind)
    sheet = written(tmp_path, column, rows=[(value,) for value in values])
    assert width(sheet) == pytest.approx(max(4.0, digits * 2.5, 2.05) + (2.0 if digits * 2.5 + 2 > 4 else 0.05), abs=2.0)
    assert width(sheet) >= digits * 2.4 + 2, "narrower, it shows ###"


def test_the_sum_needs_more_room_than_what_it_adds(tmp_path):
    column, rows = Column("n", "ก", 4.0, Format.BAHT), [(900_000 * BAHT,)] * 300
    total = Total("รวม", (270_000_000 * BAHT,))
    assert width(written(tmp_path, column, rows=rows, total=total)) > width(written(tmp_path, column, rows=rows)) + 8


@pytest.mark.parametrize(("heading", "word"), [("ปฐมนิเทศ", "ปฐมนเทศ"), ("การฝึกอบรม", "ฝกอบรม"), ("หน่วยงานอื่น ๆ", "หนวยงาน")])
def test_a_heading_is_never_narrower_than_its_longest_word(heading, word):
    column = Column("t", heading, 5.0, Format.TICK)
    assert least_width(column, Table("ก", (column,), ())) >= len(word) * 2.0


def test_a_wide_column_stays_as_designed(tmp_path):
    sheet = written(tmp_path, Column("t", "โครงการ", 75.0), rows=[("ก",)])
    assert width(sheet) == pytest.approx(75.0, abs=2)


@pytest.mark.parametrize("count", [1, 14, 15, 16, 31, 300])
def test_a_merged_text_is_said_again_on_every_screen(tmp_path, count):
    columns = (Column("t", "เป้าหมาย", 40, merged=True), Column("n", "ที่", 10, Format.INTEGER))
    sheet = written(tmp_path, *columns, rows=[("ทุกคน", n) for n in range(count)])
    said = [cell.row for (cell,) in sheet.iter_rows(min_col=1, max_col=1) if cell.value == "ทุกคน"]
    end = sheet.max_row + 1
    assert len(said) == -(-count // 15)
    assert all(after - before <= 15 for before, after in pairwise([*said, end]))
    merged = sorted((each.min_row, each.max_row) for each in sheet.merged_cells.ranges if each.min_row >= said[0])
    assert merged == [(row, after - 1) for row, after in pairwise([*said, end]) if after - row > 1]
