"""Every form with a table as Excel: what is printed, as numbers that add up, on sheets that are ready to print."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from form_samples import composed
from openpyxl.utils import get_column_letter
from paper_sums import tables

from hrdesk.reports.document import Column, Document, Format, Orientation, Row, Section, Table, Total
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.reports.sheets.column_widths import least_width
from hrdesk.reports.sheets.xlsx import write_xlsx

PADDING = 0.71  # Excel's own, of a column's width
FORMS = [form for form in form_ids() if tables(composed(form))]


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """Each form written once: its tables with the sheets that were made of them."""
    folder = tmp_path_factory.mktemp("excel")
    made = {}
    for form in FORMS:
        path = folder / f"{form}.xlsx"
        rows = write_xlsx([composed(form)], path)
        assert rows == sum(len(table.rows) for table in tables(composed(form)))
        made[form] = list(zip(tables(composed(form)), openpyxl.load_workbook(path).worksheets, strict=True))
    return made


def heads(table):
    """Rows that the headings take."""
    return 1 + any(column.group for column in table.columns)


def first_row(sheet):
    """Of the data: the row below the frozen ones."""
    return int(sheet.freeze_panes[1:])


def test_there_are_forms_to_look_at():
    assert len(FORMS) > 15
    assert {"budget-table", "monitoring-table", "register"} <= set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_ready_to_print_on_a4(books, form):
    for table, sheet in books[form]:
        section = next(s for s in composed(form).sections if any(block is table for block in s.blocks))
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.orientation == "landscape") == (section.orientation is Orientation.LANDSCAPE)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0, "as many pages as it takes"
        first, last = sheet.print_title_rows.replace("$", "").split(":")
        assert int(last) - int(first) + 1 == heads(table), "the headings repeat"
        assert int(last) + 1 == first_row(sheet), "and stay in sight"


@pytest.mark.parametrize("form", FORMS)
def test_headings_are_merged_over_what_they_head(books, form):
    for table, sheet in books[form]:
        top = first_row(sheet) - heads(table)
        merged = {str(cells) for cells in sheet.merged_cells.ranges}
        at = 0
        while at < len(table.columns):
            group = table.columns[at].group
            if not group:
                assert sheet.cell(top, at + 1).value == table.columns[at].heading
                if heads(table) == 2:
                    letter = get_column_letter(at + 1)
                    assert f"{letter}{top}:{letter}{top + 1}" in merged
                at += 1
                continue
            members = at
            while members < len(table.columns) and table.columns[members].group == group:
                assert sheet.cell(top + 1, members + 1).value == table.columns[members].heading
                members += 1
            assert sheet.cell(top, at + 1).value == group
            if members > at + 1:
                assert f"{get_column_letter(at + 1)}{top}:{get_column_letter(members)}{top}" in merged
            at = members


def as_excel(value, kind):
    """What a reader of the workbook finds for a value of a table."""
    if value is None or value == "" or value is False:
        return None
    match kind:
        case Format.BAHT:
            return value / 100
        case Format.TICK:
            return "✓"
        case Format.DATE:
            return datetime(value.year, value.month, value.day)
        case Format.DECIMAL:
            return pytest.approx(float(value))
    return value


@pytest.mark.parametrize("form", FORMS)
def test_every_value_is_there_as_what_it_is(books, form):
    for table, sheet in books[form]:
        above = [None] * len(table.columns)
        for number, row in enumerate(table.rows, start=first_row(sheet)):
            for place, (column, value) in enumerate(zip(table.columns, row.cells, strict=True)):
                joined = column.merged and value not in (None, "") and value == above[place]
                found = sheet.cell(number, place + 1).value
                assert found == (None if joined else as_excel(value, column.format)), (number, column.key)
                above[place] = value


@pytest.mark.parametrize("form", FORMS)
def test_numbers_are_shown_as_money_counts_and_shares(books, form):
    for table, sheet in books[form]:
        for place, column in enumerate(table.columns, start=1):
            cells = [sheet.cell(number, place) for number in range(first_row(sheet), first_row(sheet) + len(table.rows))]
            shown = {cell.number_format for cell in cells if isinstance(cell.value, (int, float))}
            if column.format is Format.BAHT:
                assert shown <= {'#,##0;-#,##0;"-"', '#,##0.00;-#,##0.00;"-"'}
            elif column.format is Format.INTEGER:
                assert shown <= {"#,##0"}
            elif column.format is Format.DECIMAL and shown:
                (format_,) = shown
                places = {-value.as_tuple().exponent for row in table.rows if (value := row.cells[place - 1]) is not None}
                assert len(format_.partition(".")[2]) == max(places)


@pytest.mark.parametrize("form", FORMS)
def test_totals_follow_a_correction(books, form):
    for table, sheet in books[form]:
        if table.total is None or not table.rows:
            continue
        last = first_row(sheet) + len(table.rows)
        for place, value in enumerate(table.total.cells, start=1):
            if value is None:
                continue
            found = sheet.cell(last, place).value
            amounts = [row.cells[place - 1] for row in table.rows if isinstance(row.cells[place - 1], int)]
            letter = get_column_letter(place)
            if sum(amounts) == value and amounts:
                rows = f"{letter}{first_row(sheet)}:{letter}{last - 1}"
                ticked = table.columns[place - 1].format is Format.TICK
                assert found == (f'=COUNTIF({rows},"✓")' if ticked else f"=SUM({rows})")
            else:
                assert not str(found).startswith("=")


@pytest.mark.parametrize("form", FORMS)
def test_letters_are_thai_ones_and_columns_wide_enough_to_read(books, form):
    for table, sheet in books[form]:
        fonts = {cell.font.name for row in sheet.iter_rows(min_row=1) for cell in row if cell.value is not None}
        assert fonts == {"TH SarabunPSK"}
        kept = {place: one.width for one in sheet.column_dimensions.values() for place in range(one.min, one.max + 1)}
        designed = [max(column.width * 14 / table.size, least_width(column, table)) for column in table.columns]
        scale = [(kept[place] - PADDING) / width for place, width in enumerate(designed, start=1)]
        assert max(scale) == pytest.approx(min(scale), rel=0.02), "as wide to each other as on paper, or as their numbers need"
        assert min(kept.values()) > 2


def sheet_of(folder, columns, rows, total=None):
    path = folder / "x.xlsx"
    write_xlsx([Document("x", "ตาราง", (Section((Table("ก", columns, tuple(map(Row, rows)), total),)),))], path)
    return openpyxl.load_workbook(path).active


@pytest.mark.parametrize(
    ("values", "shown"),
    [(["56.3", "7.0"], "#,##0.0"), (["3.51", "4.5"], "#,##0.00"), (["80"], "#,##0"), ([None], "#,##0.00"), (["0.125", None], "#,##0.000")],
)
def test_shares_keep_the_places_they_are_printed_with(tmp_path, values, shown):
    rows = [(None if value is None else Decimal(value),) for value in values]
    sheet = sheet_of(tmp_path, (Column("a", "ร้อยละ", 20, Format.DECIMAL),), rows)
    assert sheet["A4"].number_format == shown
    assert [sheet.cell(4 + n, 1).value for n in range(len(rows))] == [None if v is None else pytest.approx(float(v)) for v in values]


@pytest.mark.parametrize(
    ("amounts", "total", "found"),
    [
        ([100, 200], 300, "=SUM(B4:B5)"),
        ([100, 200], 301, 3.01),
        ([None, None], 0, 0),
        ([-100, 100], 0, "=SUM(B4:B5)"),
        ([0], 0, "=SUM(B4:B4)"),
    ],
)
def test_a_total_is_a_sum_only_where_it_is_one(tmp_path, amounts, total, found):
    columns = (Column("a", "รายการ", 40), Column("b", "เงิน", 20, Format.BAHT))
    sheet = sheet_of(tmp_path, columns, [("ก", amount) for amount in amounts], Total("รวม", (None, total)))
    assert sheet.cell(4 + len(amounts), 2).value == found


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(2024, 2, 29), date(2399, 12, 31)])
def test_days_are_days_of_excel(tmp_path, day):
    sheet = sheet_of(tmp_path, (Column("a", "วันที่", 20, Format.DATE),), [(day,)])
    found = sheet["A4"].value
    assert (found.date() if isinstance(found, datetime) else found) == day
