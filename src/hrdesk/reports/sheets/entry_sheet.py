"""A table to be filled in with Excel or by hand: what a cell may hold is asked there, and the page prints as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.sheets.book_file import written_book
from hrdesk.reports.sheets.cell_text import FONT, fitting
from hrdesk.reports.sheets.row_heights import FILLED, lines_of, row_height
from hrdesk.thai.numbers import format_decimal

if TYPE_CHECKING:
    from xlsxwriter import Workbook

A4, THIN = 9, 1
_FONT = {"font_name": FONT, "font_size": 14, "valign": "vcenter"}
_LINE = 22.0  # points
_HEAD_LINES = 2  # at least
Filling = str | float | None


@dataclass(frozen=True, slots=True)
class EntryColumn:
    """`choices`, or a number from `least` to `most`, is what may be typed; without either anything is."""

    heading: str
    width: float  # characters
    choices: tuple[str, ...] = ()
    least: float = 0
    most: float | None = None
    whole: bool = False

    @property
    def asked(self) -> bool:
        return bool(self.choices) or self.most is not None


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """`fixed` columns stay in sight; `rows` are what is known already, None where it is to be filled in."""

    name: str
    title: str
    how: str  # one sentence above the table
    columns: tuple[EntryColumn, ...]
    rows: Sequence[Sequence[Filling]]
    fixed: int = 0

    @property
    def top(self) -> int:
        """The row of the headings."""
        return 2


def write_entry_sheet(sheet: EntrySheet, target: Path) -> int:
    """Returns the rows to be filled in. UserError when the file cannot be written; an older one stays."""
    with written_book(target) as book:
        page = book.add_worksheet(sheet.name)
        _lay_out(page, sheet)
        _write(page, sheet, book)
        for place, column in enumerate(sheet.columns):
            if column.asked and sheet.rows:
                page.data_validation(sheet.top + 1, place, sheet.top + len(sheet.rows), place, _rule(column))
    return len(sheet.rows)


def _lay_out(page: Any, sheet: EntrySheet) -> None:
    page.set_paper(A4)
    if sum(column.width for column in sheet.columns) > 90:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(sheet.top)
    page.set_margins(0.5, 0.4, 0.5, 0.5)
    page.set_footer("&R&P/&N")
    page.freeze_panes(sheet.top + 1, sheet.fixed)
    heads = [(column.heading, column.width) for column in sheet.columns]
    page.set_row(sheet.top, _height(heads, _HEAD_LINES))
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)


def _write(page: Any, sheet: EntrySheet, book: Workbook) -> None:
    title = book.add_format({**_FONT, "bold": True, "font_size": 16})
    head = book.add_format({**_FONT, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E7EEF7", "border": THIN})
    known = book.add_format({**_FONT, "border": THIN, "num_format": "@", "text_wrap": True})
    number = book.add_format({**_FONT, "border": THIN, "align": "center", "num_format": "0.##"})
    free = book.add_format({**_FONT, "border": THIN, "align": "center"})
    page.write_string(0, 0, sheet.title, title)
    page.write_string(1, 0, sheet.how, book.add_format(_FONT))
    for place, column in enumerate(sheet.columns):
        page.write_string(sheet.top, place, column.heading, head)
    for down, row in enumerate(sheet.rows, sheet.top + 1):
        known_texts = [(value, column.width) for value, column in zip(row, sheet.columns, strict=True) if isinstance(value, str)]
        page.set_row(down, _height(known_texts, 1))
        for place, value in enumerate(row):
            if value is None:
                page.write_blank(down, place, None, free)
            elif isinstance(value, str):
                page.write_string(down, place, fitting(value), free if sheet.columns[place].asked else known)
            else:
                page.write_number(down, place, value, number)


def _height(texts: Sequence[tuple[str, float]], least: int) -> float:
    """Of a row with these texts in columns of these widths."""
    return row_height(max([least, *(lines_of(text, width * FILLED) for text, width in texts)]), _LINE)


def _rule(column: EntryColumn) -> dict[str, Any]:
    if column.choices:
        words = " หรือ ".join(column.choices)
        rule: dict[str, Any] = {"validate": "list", "source": list(column.choices)}
    else:
        words = f"ตัวเลข {_said(column.least)} ถึง {_said(column.most)}"
        kind = "integer" if column.whole else "decimal"
        rule = {"validate": kind, "criteria": "between", "minimum": column.least, "maximum": column.most}
    return {**rule, "ignore_blank": True, "error_title": "กรอกไม่ได้", "error_message": f"ช่องนี้กรอกได้เฉพาะ {words} หรือเว้นว่าง"}


def _said(bound: float | None) -> str:
    return "" if bound is None else format_decimal(round(bound * 100))
