"""One sheet of a workbook: titles, a header of one or two rows, rows, totals."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Align, Column, Format, Orientation, Row, Table
from hrdesk.reports.sheets.cell_text import FIRST_YEAR, FONT, FORMULA_SIGNS, fitting
from hrdesk.reports.sheets.column_widths import least_width
from hrdesk.reports.sheets.row_heights import LINE, lines_of, row_height
from hrdesk.thai.dates import long_date

SIZE, TITLE_SIZE = 14, 16
_A4 = 9
_CHARACTER = 1.95  # millimetres of one unit of column width
_LETTER = 1.95  # millimetres of a letter at SIZE
_LOST = 3  # letters a line loses, ending between words
_LEAST = 0.6  # of a line, used however narrow it is
_MOST_MERGED = 15  # rows: about as many as a screen or a page shows
_TICK = "✓"
_WHOLE, _SATANG = '#,##0;-#,##0;"-"', '#,##0.00;-#,##0.00;"-"'
_BUDDHIST_DATE = "[$-107041E]d mmm yyyy;@"  # Buddhist years (07), Arabic digits (1), Thai words (041E)


@dataclass(frozen=True, slots=True)
class Sheet:
    titles: tuple[str, ...]
    table: Table
    orientation: Orientation


class Styles:
    """Cell formats, made once each."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def get(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            plain = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True}
            self._made[key] = self._book.add_format(plain | properties)
        return self._made[key]

    def title(self) -> Any:
        return self.get(font_size=TITLE_SIZE, bold=True, align="center", valign="vcenter")

    def head(self) -> Any:
        return self.get(bold=True, align="center", valign="vcenter", border=1, bg_color="#EDEDED")

    def cell(self, align: str, number: str, *, bold: bool, middle: bool, quoted: bool = False) -> Any:
        extra: dict[str, Any] = {"num_format": number} if number else {}
        if quoted:
            extra["quote_prefix"] = True
        if middle:
            extra["valign"] = "vcenter"
        return self.get(border=1, align=align, bold=bold, **extra)


class SheetWriter:
    """One sheet, row by row; `self._row` is the next row to write."""

    def __init__(self, sheet: Any, styles: Styles, source: Sheet) -> None:
        self._sheet = sheet
        self._styles = styles
        self._source = source
        self._table = source.table
        self._columns = source.table.columns
        self._numbers = [_number_format(column, source.table) for column in self._columns]
        scale = SIZE / source.table.size  # on paper the letters of a wide table are smaller
        self._widths = [max(column.width * scale, least_width(column, source.table)) for column in self._columns]
        self._texts = [  # columns of text, each with the letters that surely fit on one line
            (place, int(_room(self._widths[place])))
            for place, column in enumerate(self._columns)
            if column.format is Format.TEXT
        ]
        self._row = 0
        self._merges: list[tuple[int, int, int, int]] = []

    def write(self) -> None:
        self._set_page()
        self._titles()
        first_head = self._row
        self._heads()
        self._sheet.repeat_rows(first_head, self._row - 1)
        self._sheet.freeze_panes(self._row, 0)
        first = self._row
        self._rows()
        self._total(first)
        # Not merge_range: it writes all cells of the range anew, which rows already sent do not allow.
        self._sheet.merge.extend(merge for merge in map(list, self._merges) if merge[:2] != merge[2:])

    def _set_page(self) -> None:
        sheet = self._sheet
        if self._source.orientation is Orientation.LANDSCAPE:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.6, right=0.6, top=0.75, bottom=0.75)
        sheet.fit_to_pages(1, 0)
        sheet.set_default_row(LINE)
        sheet.set_footer(f'&C&"{FONT}"&{SIZE}&P / &N')
        for place, width in enumerate(self._widths):
            sheet.set_column(place, place, width / _CHARACTER)

    def _line(self, texts: Sequence[str | None], style: Any, height: float = 0.0) -> None:
        """One row of texts; None leaves a styled blank."""
        if height:
            self._sheet.set_row(self._row, height)
        for place, text in enumerate(texts):
            if text is None:
                self._sheet.write_blank(self._row, place, None, style)
            else:
                self._sheet.write_string(self._row, place, fitting(text), style)
        self._row += 1

    def _across(self, text: str, style: Any, height: float) -> None:
        """One row of a single text across the whole table."""
        self._merges.append((self._row, 0, self._row, len(self._columns) - 1))
        self._line([text, *[None] * (len(self._columns) - 1)], style, height)

    def _height_across(self, text: str, size: float) -> float:
        width = sum(self._widths) * SIZE / size
        return row_height(_lines(text, width), LINE * size / SIZE)

    def _titles(self) -> None:
        for title in self._source.titles:
            self._across(title, self._styles.title(), self._height_across(title, TITLE_SIZE))
        self._row += 1

    def _heads(self) -> None:
        height = row_height(max(map(_lines, (column.heading for column in self._columns), self._widths)))
        headings: list[str | None] = [column.heading for column in self._columns]
        if not any(column.group for column in self._columns):
            self._line(headings, self._styles.head(), height)
            return
        upper: list[str | None] = []
        for group, place, count in _groups(self._columns):
            if group:
                self._merges.append((self._row, place, self._row, place + count - 1))
                upper += [group, *[None] * (count - 1)]
            else:
                self._merges.append((self._row, place, self._row + 1, place))
                upper.append(headings[place])
                headings[place] = None
        self._line(upper, self._styles.head(), LINE)
        self._line(headings, self._styles.head(), height)

    def _rows(self) -> None:
        if not self._table.rows:
            self._across(self._table.empty, self._styles.cell("center", "", bold=False, middle=True), LINE)
            return
        runs = self._merged_runs()
        under = {cell for cell, covered in runs.items() if not covered}
        pens = {
            bold: [self._pen(place, bold=bold) for place in range(len(self._columns))]
            for bold in (False, True)
        }
        for index, row in enumerate(self._table.rows):
            if (lines := self._lines_of(index, row, runs)) > 1:
                self._sheet.set_row(self._row, row_height(lines))
            for place, (value, (put, style)) in enumerate(zip(row.cells, pens[row.bold], strict=True)):
                if value is None or value is False or value == "" or (under and (index, place) in under):
                    self._sheet.write_blank(self._row, place, None, style)
                else:
                    put(self._row, place, value, style)
            self._row += 1

    def _lines_of(self, index: int, row: Row, runs: Mapping[tuple[int, int], int]) -> int:
        """Lines of text the row must hold; the lines of a merged cell are shared by the rows it covers."""
        most = 1
        for place, room in self._texts:
            text = row.cells[place]
            if isinstance(text, str) and (len(text) > room or "\n" in text):
                covered = runs.get((index, place), 1)
                if covered:
                    most = max(most, math.ceil(_lines(text, self._widths[place]) / covered))
        return most

    def _pen(self, place: int, *, bold: bool) -> tuple[Any, Any]:
        """How a value of this column is written, and its style."""
        column, sheet = self._columns[place], self._sheet
        align = "left" if column.align is Align.JUSTIFY else column.align.value
        style = self._styles.cell(align, self._numbers[place], bold=bold, middle=column.merged)
        quoted = self._styles.cell(align, self._numbers[place], bold=bold, middle=column.merged, quoted=True)

        def put_text(row: int, at: int, text: str, look: Any) -> None:
            sheet.write_string(row, at, fitting(text), quoted if text.startswith(FORMULA_SIGNS) else look)

        def put_tick(row: int, at: int, ticked: int, look: Any) -> None:
            if ticked is True:
                sheet.write_string(row, at, _TICK, look)
            else:  # how many there are, below them
                sheet.write_number(row, at, ticked, look)

        return {
            Format.TEXT: put_text,
            Format.INTEGER: sheet.write_number,
            Format.BAHT: lambda row, at, satang, look: sheet.write_number(row, at, satang / 100, look),
            Format.TICK: put_tick,
            Format.DATE: self._put_date,
            Format.DECIMAL: sheet.write_number,
        }[column.format], style

    def _put_date(self, row: int, place: int, value: date, style: Any) -> None:
        if value.year < FIRST_YEAR:
            self._sheet.write_string(row, place, long_date(value), style)
        else:
            self._sheet.write_datetime(row, place, value, style)

    def _merged_runs(self) -> dict[tuple[int, int], int]:
        """(row, column) of the first cell of a run of equal values to its length, of the others to 0.

        Rows count from 0 in the table. Notes the runs for merging; a long one in parts, or nobody would find its text.
        """
        runs: dict[tuple[int, int], int] = {}
        for place, column in enumerate(self._columns):
            if not column.merged:
                continue
            index = 0
            for value, run in groupby(row.cells[place] for row in self._table.rows):
                for count in _shares(sum(1 for _ in run)):
                    if value not in (None, ""):
                        self._merges.append((self._row + index, place, self._row + index + count - 1, place))
                        runs.update({(under, place): 0 for under in range(index, index + count)})
                        runs[index, place] = count
                    index += count
        return runs

    def _total(self, first: int) -> None:
        total = self._table.total
        if total is None:
            return
        figures = [place for place, value in enumerate(total.cells) if value is not None]
        label_end = min(figures, default=len(self._columns)) - 1
        for place, value in enumerate(total.cells):
            if value is not None:
                self._sum(first, place, value)
            elif place == 0:
                style = self._styles.cell("center", "", bold=True, middle=True)
                self._sheet.write_string(self._row, place, total.label, style)
            else:
                self._sheet.write_blank(self._row, place, None, self._pen(place, bold=True)[1])
        if label_end > 0:
            self._merges.append((self._row, 0, self._row, label_end))
        self._row += 1
        if total.words:
            style = self._styles.cell("center", "", bold=True, middle=True)
            self._across(total.words, style, self._height_across(total.words, SIZE))

    def _sum(self, first: int, place: int, value: Any) -> None:
        """A formula where it gives the printed figure, so that later corrections carry over."""
        put, style = self._pen(place, bold=True)
        amounts = [amount for row in self._table.rows if isinstance(amount := row.cells[place], int)]
        if self._columns[place].merged or not amounts or value != sum(amounts):  # merged, most cells are blank
            put(self._row, place, value, style)
            return
        letter, kind = xl_col_to_name(place), self._columns[place].format
        shown = value / 100 if kind is Format.BAHT else value
        rows = f"{letter}{first + 1}:{letter}{self._row}"
        formula = f'=COUNTIF({rows},"{_TICK}")' if kind is Format.TICK else f"=SUM({rows})"
        self._sheet.write_formula(self._row, place, formula, style, shown)


def _groups(columns: Sequence[Column]) -> Iterator[tuple[str, int, int]]:
    """(group, first column, columns) in order; a column without a group stands alone."""
    place = 0
    for group, run in groupby(columns, key=lambda column: column.group):
        count = sum(1 for _ in run)
        if group:
            yield group, place, count
        else:
            yield from (("", at, 1) for at in range(place, place + count))
        place += count


def _shares(count: int) -> list[int]:
    """`count` rows in parts of nearly one length, none longer than a merged cell may be."""
    parts = -(-count // _MOST_MERGED)
    return [count * (number + 1) // parts - count * number // parts for number in range(parts)]


def _number_format(column: Column, table: Table) -> str:
    if column.format is Format.DATE:
        return _BUDDHIST_DATE
    if column.format is Format.INTEGER:
        return "#,##0"
    place = table.columns.index(column)
    amounts = [row.cells[place] for row in table.rows]
    if column.format is Format.DECIMAL:
        return _decimal_format([amount for amount in amounts if isinstance(amount, Decimal)])
    if column.format is not Format.BAHT:
        return ""
    return _SATANG if any(isinstance(amount, int) and amount % 100 for amount in amounts) else _WHOLE


def _decimal_format(values: Sequence[Decimal]) -> str:
    """As many places as they are printed with: a share 56.3, a mean 4.50."""
    places = max((max(-int(value.as_tuple().exponent), 0) for value in values if value.is_finite()), default=2)
    return "#,##0." + "0" * places if places else "#,##0"


def _room(width: float) -> float:
    """About how many letters stand on a line of so many millimetres."""
    letters = width / _LETTER
    return max(letters - _LOST, letters * _LEAST)


def _lines(text: str, width: float) -> int:
    return lines_of(text, _room(width))
