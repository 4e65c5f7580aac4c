from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import small_office as small
from hrdesk.errors import UserError
from hrdesk.reports.document import (
    Align,
    Column,
    Document,
    Format,
    Heading,
    Orientation,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Total,
)
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form
from hrdesk.reports.sheets.xlsx import write_xlsx
from hrdesk.reports.snapshots.snapshot import plan_snapshot, register_snapshot

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = (
    Column("name", "ชื่อ", 60),
    Column("money", "จำนวนเงิน", 25, Format.BAHT, Align.RIGHT, group="งบ"),
    Column("count", "จำนวน", 15, Format.INTEGER, Align.RIGHT, group="งบ"),
    Column("done", "ทำแล้ว", 15, Format.TICK, Align.CENTER),
    Column("day", "วันที่", 30, Format.DATE, Align.CENTER),
)
ROWS = (
    Row(("ก", 20_000_00, 1, True, date(2020, 10, 1))),
    Row(("ข", 1_234_50, None, False, None)),
    Row(("ค", None, 30, None, date(1899, 1, 1)), bold=True),
)


def document(*tables: Table, title: str = "ตาราง") -> Document:
    return Document("form", title, (Section(tables),))


def written(folder: Path, *documents: Document) -> dict[str, Worksheet]:
    path = folder / "แผน.xlsx"
    write_xlsx(documents, path)
    return {sheet.title: sheet for sheet in openpyxl.load_workbook(path)}


def only(folder: Path, table: Table) -> Worksheet:
    (sheet,) = written(folder, document(table)).values()
    return sheet


def merged(sheet: Worksheet) -> set[str]:
    return {str(cells) for cells in sheet.merged_cells.ranges}


def test_values_keep_their_types(tmp_path: Path) -> None:
    sheet = only(tmp_path, Table("งาน", COLUMNS, ROWS))
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert rows == [
        ("ก", 20_000, 1, "✓", datetime(2020, 10, 1)),
        ("ข", 1_234.5, None, None, None),
        ("ค", None, 30, None, "1 มกราคม 2442"),
    ]
    assert sheet["B5"].number_format.startswith("#,##0.00"), "one amount has satang, so all show them"
    assert sheet["C5"].number_format == "#,##0"
    assert sheet["E5"].number_format.startswith("[$-107041E]"), "Buddhist years"
    assert (sheet["A7"].font.b, sheet["A5"].font.b) == (True, False)


def test_rows_are_as_high_as_their_text(tmp_path: Path) -> None:
    columns = (COLUMNS[0], Column("years", "ปี", 20, merged=True))
    three = "ก\nข\nค"
    rows = (Row(("สั้น", three)), Row(("ยาว" * 30, three)), Row(("ก", "ข")))
    sheet = only(tmp_path, Table("งาน", columns, rows))
    heights = [sheet.row_dimensions[row].height for row in (4, 5, 6)]
    line = sheet.sheet_format.defaultRowHeight
    assert heights == [2 * line, 4 * line, line], "two rows share the three lines of their merged cell"


def test_whole_baht_show_no_satang(tmp_path: Path) -> None:
    sheet = only(tmp_path, Table("งาน", COLUMNS, ROWS[:1]))
    assert sheet["B5"].number_format == '#,##0;-#,##0;"-"'


def test_titles_and_two_rows_of_heads(tmp_path: Path) -> None:
    sheet = only(tmp_path, Table("งาน", COLUMNS, ROWS))
    assert sheet["A1"].value == "ตาราง"
    assert [cell.value for cell in sheet[3]] == ["ชื่อ", "งบ", None, "ทำแล้ว", "วันที่"]
    assert [cell.value for cell in sheet[4]] == [None, "จำนวนเงิน", "จำนวน", None, None]
    assert merged(sheet) == {"A1:E1", "A3:A4", "B3:C3", "D3:D4", "E3:E4"}
    assert all(cell.border.left.style == "thin" for row in sheet["A5:E7"] for cell in row)


def test_one_row_of_heads_without_groups(tmp_path: Path) -> None:
    sheet = only(tmp_path, Table("งาน", (COLUMNS[0], COLUMNS[3]), (Row(("ก", True)),)))
    assert [[c.value for c in row] for row in sheet["A3:B4"]] == [["ชื่อ", "ทำแล้ว"], ["ก", "✓"]]


def test_page_is_ready_to_print(tmp_path: Path) -> None:
    table = Table("งาน", COLUMNS, ROWS)
    landscape = Document("form", "ตาราง", (Section((table,), Orientation.LANDSCAPE),))
    (sheet,) = written(tmp_path, landscape).values()
    setup = sheet.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "landscape")
    assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0), "one page wide, as long as it takes"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.freeze_panes == "A5"
    assert {cell.font.name for row in sheet["A5:E7"] for cell in row} == {"TH SarabunPSK"}
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["C"].width > 5


def test_totals_are_numbers_that_follow_a_correction(tmp_path: Path) -> None:
    total = Total("รวม", (None, 21_234_50, 99, None, None), "สองหมื่นบาท")
    table = Table("งาน", COLUMNS, ROWS, total)
    sheet = only(tmp_path, table)
    assert sheet["B8"].value == "=SUM(B5:B7)"
    assert sheet["C8"].value == 99, "a total that is no plain sum stays the figure that was printed"
    shown = openpyxl.load_workbook(tmp_path / "แผน.xlsx", data_only=True).active
    assert shown is not None
    assert shown["B8"].value == 21_234.5
    assert shown["A9"].value == "สองหมื่นบาท"
    assert "A9:E9" in merged(sheet)
    assert "A8:B8" not in merged(sheet)


def test_equal_neighbours_of_a_merged_column_are_one_cell(tmp_path: Path) -> None:
    columns = (COLUMNS[0], Column("years", "ปี", 20, merged=True))
    rows = tuple(Row((str(i), year)) for i, year in enumerate(["ก", "ก", "ก", "ข", "ก", "", ""]))
    sheet = only(tmp_path, Table("งาน", columns, rows))
    assert merged(sheet) == {"A1:B1", "B4:B6"}
    assert [sheet.cell(row, 2).value for row in range(4, 11)] == ["ก", None, None, "ข", "ก", None, None]


@pytest.mark.parametrize("text", ["=1+1", "+66", "-5", "@SUM(A1)", '=HYPERLINK("x")', "{=1}", "http://a.th"])
def test_text_is_never_a_formula(tmp_path: Path, text: str) -> None:
    sheet = only(tmp_path, Table("งาน", COLUMNS[:1], (Row((text,)),)))
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["A4"].hyperlink) == (text, "s", None)
    assert bool(sheet["A4"].quotePrefix) is text.startswith(("=", "+", "-", "@", "\t", "\r")), "also when it is edited"


def test_empty_table_says_so(tmp_path: Path) -> None:
    sheet = only(tmp_path, Table("งาน", COLUMNS, (), empty="ยังไม่มี"))
    assert sheet["A5"].value == "ยังไม่มี"
    assert "A5:E5" in merged(sheet)


def test_sheet_names_are_made_fit_and_unique(tmp_path: Path) -> None:
    long = "ตารางการติดตามประเมินผลแผนพัฒนาพนักงานเทศบาล"
    names = ["งาน [1]/2*", "งาน 12", long, long, "??"]
    sheets = written(tmp_path, *(document(Table(name, COLUMNS, ROWS)) for name in names))
    assert list(sheets) == ["งาน 12", "งาน 12 (2)", long[:31], long[:27] + " (2)", "ตาราง"]


def test_heading_above_the_table_is_its_title(tmp_path: Path) -> None:
    section = Section(
        (Heading(("ส่วนที่ 6", "งบประมาณ")), Paragraph((Run("ข้อความ"),)), Table("งาน", COLUMNS, ROWS))
    )
    (sheet,) = written(tmp_path, Document("form", "เล่ม", (section,))).values()
    assert [sheet["A1"].value, sheet["A2"].value] == ["ส่วนที่ 6", "งบประมาณ"]


def test_a_document_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="PDF"):
        write_xlsx([document()], tmp_path / "แผน.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "แผน.xlsx"
    path.write_bytes(b"old")
    broken = Table("งาน", COLUMNS, (Row(("ก", "ไม่ใช่เงิน", 1, True, None)),))
    with pytest.raises(TypeError):
        write_xlsx([document(broken)], path)
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["แผน.xlsx"]


def test_province_workbook_of_the_small_office(tmp_path: Path) -> None:
    plan, register = plan_snapshot(small.office(), small.plan()), register_snapshot(small.office())
    documents = [compose(load_form(name), plan) for name in ("budget-table", "monitoring-table")]
    path = tmp_path / "จังหวัด.xlsx"
    assert write_xlsx([*documents, compose(load_form("register"), register)], path) == 8 + 6 + 3
    book = openpyxl.load_workbook(path, data_only=True)
    assert book.sheetnames == ["งบประมาณ", "การติดตามประเมินผล", "ทะเบียนบุคลากร"]
    assert book["งบประมาณ"]["E16"].value == 400_000
    assert book["งบประมาณ"]["A17"].value.endswith("(หนึ่งล้านสองแสนบาทถ้วน)")
    assert book["งบประมาณ"]["F8"].value == "ปี 2564 - 2566"
    assert "F8:F15" in merged(book["งบประมาณ"])
    assert book.properties.title == documents[0].title
    assert book.properties.creator == "เทศบาลตำบลหนองป่าครั่ง"


CELLS = st.tuples(
    st.text("กขค =+-@'\"&<>\n1", max_size=8).map(lambda text: text.strip()),
    st.none() | st.integers(-(10**11), 10**11),
    st.none() | st.integers(0, 10**9),
    st.booleans(),
    st.none() | st.dates(date(1900, 3, 1), date(2400, 1, 1)),
)


@settings(deadline=None, max_examples=25)
@given(st.lists(CELLS, min_size=1, max_size=12))
def test_whatever_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[object, ...]]
) -> None:
    sheet = only(tmp_path_factory.mktemp("xlsx"), Table("งาน", COLUMNS, tuple(Row(row) for row in cells)))
    for (text, satang, count, tick, day), found in zip(
        cells, sheet.iter_rows(min_row=5, values_only=True), strict=True
    ):
        name, money, number, mark, when = found
        assert (name or "") == text
        assert (None if money is None else round(float(str(money)) * 100)) == satang
        assert number == count
        assert mark == ("✓" if tick else None)
        assert (when.date() if isinstance(when, datetime) else when) == day
