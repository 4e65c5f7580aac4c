"""The tables of documents as an Excel workbook, one sheet each: real numbers, real dates, ready to print on A4.

Written by XlsxWriter with constant memory: rows go out in order and are never touched again. openpyxl writes
styled cells about four times slower.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.reports.document import Document, Heading, Table
from hrdesk.reports.sheets.book_file import written_book
from hrdesk.reports.sheets.cell_text import sheet_name
from hrdesk.reports.sheets.xlsx_sheet import Sheet, SheetWriter, Styles

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_LAST_ROW = 1_048_576
_FRAME_ROWS = 20  # more than titles, header and totals ever take


def write_xlsx(documents: Sequence[Document], target: Path) -> int:
    """Every table of the documents on a sheet of its own; returns the rows of data written, totals not counted.

    UserError when there is no table, or the file cannot be written; an older file then stays as it was.
    """
    sheets = [sheet for document in documents for sheet in _tables(document)]
    if not sheets:
        raise UserError("เอกสารนี้ไม่มีตาราง จึงบันทึกเป็น Excel ไม่ได้ ยังไม่ได้เขียนแฟ้มใด กรุณาบันทึกเป็น PDF")
    with written_book(target, in_order=True) as book:
        _write(documents[0], sheets, book)
    return sum(len(sheet.table.rows) for sheet in sheets)


def _write(first: Document, sheets: Sequence[Sheet], book: Workbook) -> None:
    book.set_properties(
        {
            "title": first.title,
            "author": first.author,
            "subject": first.subject,
            "keywords": ", ".join(first.keywords),
            "created": first.kept_since and first.kept_since.astimezone(UTC),  # of a frozen paper, that no two differ
        }
    )
    styles = Styles(book)
    names: set[str] = set()
    for sheet in sheets:
        SheetWriter(book.add_worksheet(sheet_name(sheet.table.name, names)), styles, sheet).write()


def _tables(document: Document) -> Iterator[Sheet]:
    """Each table under the heading that stands above it in its section, or under the document's title."""
    for section in document.sections:
        titles: tuple[str, ...] = (document.title,)
        for block in section.blocks:
            if isinstance(block, Heading):
                titles = block.lines
            elif isinstance(block, Table):
                if len(block.rows) + _FRAME_ROWS > _LAST_ROW:
                    raise UserError(f"ตาราง “{block.name}” ยาวเกินกว่าที่ Excel รับได้ ยังไม่ได้เขียนแฟ้มใด กรุณาบันทึกเป็น PDF")
                yield Sheet(titles, block, section.orientation)
