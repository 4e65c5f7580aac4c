"""Means and percentages: as printed on paper, numbers in Excel."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
from pdf_support import letters, pdfium_pages, rendered

from hrdesk.reports.document import Align, Column, Document, Format, Row, Section, Table
from hrdesk.reports.sheets.xlsx import write_xlsx

MEANS = Document(
    "means",
    "ค่าเฉลี่ย",
    (
        Section(
            (
                Table(
                    "ค่าเฉลี่ย",
                    (
                        Column("name", "ข้อ", 60),
                        Column("mean", "ค่าเฉลี่ย", 40, Format.DECIMAL, Align.RIGHT),
                        Column("deviation", "S.D.", 40, Format.DECIMAL, Align.RIGHT),
                    ),
                    (Row(("วิทยากร", Decimal("4.50"), Decimal("1234.05"))), Row(("สถานที่", Decimal("5.00"), None))),
                ),
            )
        ),
    ),
)


def test_decimals_keep_their_places_on_paper():
    page = letters(pdfium_pages(rendered(MEANS).data)[0])
    for text in ("๔.๕๐", "๑,๒๓๔.๐๕", "๕.๐๐"):
        assert text in page


def test_decimals_are_numbers_in_excel(tmp_path):
    write_xlsx([MEANS], tmp_path / "means.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "means.xlsx").active
    found = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, (int, float))]
    assert [(cell.value, cell.number_format) for cell in found] == [
        (4.5, "#,##0.00"), (1234.05, "#,##0.00"), (5, "#,##0.00"),
    ]  # fmt: skip
