"""Names of sheets, heights of rows, and days and times: what Excel refuses or shows as something else."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.reports.document import Column, Document, Format, Row, Section, Table, Total
from hrdesk.reports.sheets.cell_text import sheet_name
from hrdesk.reports.sheets.entry_sheet import EntryColumn, EntrySheet, write_entry_sheet
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.reports.sheets.row_heights import LINE, lines_of, row_height
from hrdesk.reports.sheets.xlsx import write_xlsx
from hrdesk.thai.text import letter_columns

FORBIDDEN = set("[]:*?/\\'")


def units(text):
    return len(text.encode("utf-16-le")) // 2


@given(st.lists(st.text(max_size=60), max_size=14))
@settings(max_examples=200)
def test_names_of_sheets_are_what_excel_takes(names):
    used: set[str] = set()
    found = [sheet_name(name, used) for name in names]
    assert len({name.lower() for name in found}) == len(found) == len(used)
    for name in found:
        assert 0 < units(name) <= 31
        assert not FORBIDDEN & set(name)
        assert name.strip() == name
        assert name.isprintable() or not any(ord(letter) < 32 for letter in name)


@pytest.mark.parametrize(
    ("names", "last"),
    [
        (["ก" * 31] * 12, "ก" * 26 + " (12)"),
        (["😀" * 31], "😀" * 15),
        (["History"], "History (2)"),
        (["แผน\x01งาน\x0b"], "แผนงาน"),
        (["a", "A", "a"], "a (3)"),
        (["[]:*?/\\'"], "ตาราง"),
    ],
)
def test_a_workbook_of_such_sheets_is_read_again(tmp_path, names, last):
    path = tmp_path / "ชื่อ.xlsx"
    write_plain([PlainSheet(name, [["หัว"], ["ค่า"]]) for name in names], path)
    assert openpyxl.load_workbook(path).sheetnames[-1] == last


@pytest.mark.parametrize(
    ("value", "read", "shown"),
    [
        (date(2020, 10, 1), datetime(2020, 10, 1), "dd/mm/yyyy"),
        (datetime(2020, 10, 1), datetime(2020, 10, 1), "dd/mm/yyyy"),
        (datetime(2020, 10, 1, 9, 30), datetime(2020, 10, 1, 9, 30), "dd/mm/yyyy hh:mm"),
        (time(9, 30), time(9, 30), "hh:mm"),
        (timedelta(hours=30), timedelta(hours=30), "[h]:mm"),
        (date(1899, 1, 1), "1/1/2442", "@"),
    ],
)
def test_days_and_times_come_back_and_are_shown_as_what_they_are(tmp_path, value, read, shown):
    path = tmp_path / "เวลา.xlsx"
    write_plain([PlainSheet("เวลา", [["หัว"], [value]])], path)
    cell = openpyxl.load_workbook(path).active["A2"]
    assert (cell.value, cell.number_format) == (read, shown)


@pytest.mark.parametrize(
    ("text", "letters", "lines"),
    [("", 10, 1), ("ก" * 10, 10, 1), ("ก" * 11, 10, 2), ("กี่" * 10, 10, 1), ("ก\n\nข", 10, 3)],
)
def test_lines_count_what_takes_width(text, letters, lines):
    assert lines_of(text, letters) == lines


@pytest.mark.parametrize(("text", "columns"), [("", 0), ("abc", 3), ("ที่อยู่", 3), ("น้ำ", 2), ("ก็", 1), ("๒๕๖๔", 4)])
def test_marks_above_and_below_take_no_column(text, columns):
    assert letter_columns(text) == columns


def test_a_row_is_never_higher_than_excel_takes(tmp_path):
    assert row_height(2) == 2 * LINE
    path = tmp_path / "สูง.xlsx"
    table = Table("สูง", (Column("a", "หัว", 60),), (Row(("\n".join("ก" * 60),)),))
    write_xlsx([Document("form", "สูง", (Section((table,)),))], path)
    heights = [row.height for row in openpyxl.load_workbook(path).active.row_dimensions.values() if row.height]
    assert max(heights) <= 409


def test_no_formula_adds_cells_that_merging_left_blank(tmp_path):
    columns = (Column("name", "ชื่อ", 60), Column("hours", "ชั่วโมง", 25, Format.INTEGER, merged=True))
    table = Table("ชั่วโมง", columns, (Row(("ก", 6)), Row(("ข", 6))), Total("รวม", (None, 12)))
    path = tmp_path / "รวม.xlsx"
    write_xlsx([Document("form", "รวม", (Section((table,)),))], path)
    assert list(openpyxl.load_workbook(path).active["B"])[-1].value == 12


def test_a_frozen_paper_is_the_same_workbook_at_any_time(tmp_path):
    table = Table("งาน", (Column("a", "หัว", 60),), (Row(("ก",)),))
    kept = datetime(2020, 9, 7, 3, 0, tzinfo=UTC)
    path = tmp_path / "ประกาศ.xlsx"
    write_xlsx([Document("form", "งาน", (Section((table,)),), kept_since=kept)], path)
    assert b"2020-09-07T03:00:00Z" in ZipFile(path).read("docProps/core.xml")


def test_headings_and_names_of_a_sheet_to_fill_in_are_seen_whole(tmp_path):
    long = "การประสานงานและการอำนวยความสะดวกของเจ้าหน้าที่ตลอดการอบรม"
    columns = (EntryColumn("ชื่อ", 10), EntryColumn(long, 14, least=1, most=5, whole=True))
    path = tmp_path / "กรอก.xlsx"
    write_entry_sheet(EntrySheet("กรอก", "หัวเรื่อง", "วิธีกรอก", columns, [("นางสาวปาริฉัตร โพธิ์ศรี", None), ("นายดี", 3)]), path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet.row_dimensions[3].height >= 22 * letter_columns(long) / 14
    assert sheet.row_dimensions[4].height > 2 * sheet.row_dimensions[5].height - 1


def test_marks_above_and_below_widen_no_column(tmp_path):
    marked = "ที่นี่มีผู้รู้" * 3
    write_plain([PlainSheet("ก", [["หัว"], [marked]])], tmp_path / "a.xlsx")
    width = openpyxl.load_workbook(tmp_path / "a.xlsx").active.column_dimensions["A"].width
    assert width == pytest.approx(15 + 2, abs=1), f"not {len(marked)} and 2"
