"""Rows as a workbook that reads back as it was written: text stays text, whatever it begins with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.sheets.book_file import written_book
from hrdesk.reports.sheets.cell_text import FIRST_YEAR, FONT, fitting, sheet_name
from hrdesk.thai.dates import numeric_date
from hrdesk.thai.text import letter_columns

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Value: TypeAlias = "str | int | float | bool | date | time | timedelta"
_WIDEST = 45  # characters
_LOOKED_AT = 300  # rows, for the widths


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """`merges` are (top, left, bottom, right) from 0, both ends inclusive; `bold` is how many rows are headings."""

    name: str
    rows: Sequence[Sequence[Value]]
    bold: int = 1
    merges: Sequence[tuple[int, int, int, int]] = ()
    marked: int | None = None  # a column in red


def write_plain(sheets: Sequence[PlainSheet], target: Path) -> int:
    """Returns the rows below the headings. UserError when the file cannot be written; an older one stays."""
    with written_book(target) as book:
        pens = _Pens(book)
        names: set[str] = set()
        for sheet in sheets:
            _write(book.add_worksheet(sheet_name(sheet.name, names)), sheet, pens)
    return sum(max(len(sheet.rows) - sheet.bold, 0) for sheet in sheets)


class _Pens:
    def __init__(self, book: Workbook) -> None:
        font = {"font_name": FONT, "font_size": 14, "valign": "top"}
        self.text = book.add_format({**font, "num_format": "@", "text_wrap": True})
        self.head = book.add_format({**font, "num_format": "@", "bold": True, "text_wrap": True, "bg_color": "#E7EEF7", "border": 1})
        self.wrong = book.add_format({**font, "num_format": "@", "font_color": "#B00020", "text_wrap": True})
        self.date = book.add_format({**font, "num_format": "dd/mm/yyyy"})
        self.moment = book.add_format({**font, "num_format": "dd/mm/yyyy hh:mm"})
        self.clock = book.add_format({**font, "num_format": "hh:mm"})
        self.length = book.add_format({**font, "num_format": "[h]:mm"})
        self.number = book.add_format({**font, "num_format": "0.##########"})
        self.whole = book.add_format({**font, "num_format": "0"})


def _write(sheet: Any, source: PlainSheet, pens: _Pens) -> None:
    merged = {(top, left): (bottom, right) for top, left, bottom, right in source.merges}
    for row, values in enumerate(source.rows):
        for column, value in enumerate(values):
            pen = pens.head if row < source.bold else pens.wrong if column == source.marked else pens.text
            if (row, column) in merged and isinstance(value, str):
                sheet.merge_range(row, column, *merged[row, column], "", pen)
            if value != "":
                _put(sheet, (row, column), value, pen, pens)
    for column in range(max(map(len, source.rows), default=0)):
        texts = [str(row[column]) for row in source.rows[:_LOOKED_AT] if column < len(row)]
        width = max((letter_columns(line) for text in texts[max(source.bold - 1, 0) :] for line in text.split("\n")), default=8)
        sheet.set_column(column, column, min(max(width + 2, 8), _WIDEST))
    if source.bold:
        sheet.freeze_panes(source.bold, 0)


def _put(sheet: Any, place: tuple[int, int], value: Value, pen: Any, pens: _Pens) -> None:
    if isinstance(value, str):
        sheet.write_string(*place, fitting(value), pen)
    elif isinstance(value, bool):
        sheet.write_boolean(*place, value)
    elif isinstance(value, (time, timedelta)):
        sheet.write_datetime(*place, value, pens.clock if isinstance(value, time) else pens.length)
    elif isinstance(value, date):  # or a datetime
        _put_day(sheet, place, value, pen, pens)
    else:
        sheet.write_number(*place, value, pens.whole if float(value).is_integer() else pens.number)


def _put_day(sheet: Any, place: tuple[int, int], value: date, pen: Any, pens: _Pens) -> None:
    """A day before Excel's first one as text, which it would else show as another."""
    if value.year < FIRST_YEAR:
        sheet.write_string(*place, numeric_date(value), pen)
    else:
        timed = isinstance(value, datetime) and value.time() != time()
        sheet.write_datetime(*place, value, pens.moment if timed else pens.date)
