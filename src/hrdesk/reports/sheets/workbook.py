"""A workbook of plain records, a sheet for each kind, that people read and programs read back.

Every sheet has a Thai heading row, a small grey row of keys under it, and records from the third row. The same
records make the same file, byte for byte: it bears no date of its making.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from hrdesk.lazy_dataclass import dataclass
from hrdesk.progress import counted, part
from hrdesk.reports.sheets.book_file import written_book
from hrdesk.reports.sheets.cell_text import FONT, FORMULA_SIGNS
from hrdesk.reports.sheets.row_heights import FILLED, LINE, lines_of, row_height
from hrdesk.reports.sheets.workbook_cells import Cell, spread
from hrdesk.reports.sheets.xlsx_sheet import SIZE

HEAD_ROWS = 2
_KEY_SIZE = 9
_LONGEST_LIST = 255  # of a cell's choices, joined by commas
_LAST_ROW = 1_048_575
_MADE = datetime(2000, 1, 1, tzinfo=UTC)  # the date of making that every workbook bears
_GREY = "#808080"
_A4 = 9


class Style(Enum):
    """How a column looks, and what it is wide."""

    LINE = "line"
    PROSE = "prose"
    NUMBER = "number"
    BAHT = "baht"
    DAY = "day"
    NOTE = "note"  # grey: repeated for the reader


_FORMATS: Mapping[Style, tuple[float, dict[str, Any]]] = {
    Style.LINE: (26, {"num_format": "@"}),
    Style.PROSE: (60, {"num_format": "@"}),
    Style.NUMBER: (11, {"num_format": "0", "align": "center"}),
    Style.BAHT: (16, {"num_format": "#,##0.00"}),
    Style.DAY: (15, {"num_format": "[$-107041E]d mmm yyyy;@", "align": "left"}),  # Buddhist year, Thai month
    Style.NOTE: (30, {"num_format": "@", "font_color": _GREY}),
}


@dataclass(frozen=True, slots=True)
class RecordColumn:
    key: str
    heading: str
    style: Style
    choices: tuple[str, ...] = ()  # offered in the cells of the column


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """`rows` as wide as `columns`; the first cell of each is a number."""

    name: str  # unique, at most 31 letters, as Excel takes it
    columns: tuple[RecordColumn, ...]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first sheet: lines that run on to the right, then a table, in which rows with a first cell are bold.

    `widths` are of the columns, in characters.
    """

    name: str
    title: str
    lines: Sequence[Sequence[Cell]]
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    widths: tuple[float, ...]


def write_records(cover: Cover, sheets: Sequence[RecordSheet], target: Path) -> int:
    """Write the workbook whole or not at all; returns the records written. UserError when it cannot be written."""
    with written_book(target, in_order=True) as book:
        book.set_properties({"title": cover.title, "created": _MADE})
        pens = _Pens(book)
        _write_cover(book.add_worksheet(cover.name), cover, pens)
        done, of = 0, max(1, sum(len(sheet.rows) for sheet in sheets))
        for sheet in sheets:
            with part(done / of, (done + len(sheet.rows)) / of):
                _write_sheet(book.add_worksheet(sheet.name), sheet, pens)
            done += len(sheet.rows)
    return sum(len(sheet.rows) for sheet in sheets)


class _Pens:
    """Cell formats, made once each."""

    def __init__(self, book: Any) -> None:
        def pen(**properties: Any) -> Any:
            plain = {"font_name": FONT, "font_size": SIZE, "valign": "top", "text_wrap": True}
            return book.add_format(plain | properties)

        looks = {style: properties for style, (_, properties) in _FORMATS.items()}
        self.plain = {style: pen(**look) for style, look in looks.items()}
        # Shows the text as text also when somebody edits the cell, which would make a formula of it.
        self.quoted = {style: pen(**look, quote_prefix=True) for style, look in looks.items()}
        self.head = pen(bold=True, border=1, bg_color="#EDEDED", valign="vcenter")
        self.key = pen(font_size=_KEY_SIZE, font_color=_GREY, num_format="@", text_wrap=False)
        self.title = pen(bold=True, font_size=SIZE + 4, text_wrap=False)
        self.line = pen(text_wrap=False, align="left")
        self.bold = pen(bold=True, align="left")


def _write_cover(sheet: Any, cover: Cover, pens: _Pens) -> None:
    _set_page(sheet, cover.widths)
    for row, line in enumerate(cover.lines):
        sheet.set_row(row, LINE)
        for column, cell in enumerate(line):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, pens.line)
            else:
                sheet.write_string(row, column, str(cell), pens.title if row == column == 0 else pens.line)
    top = len(cover.lines) + 1
    sheet.set_row(top, LINE)
    for column, text in enumerate(cover.head):
        sheet.write_string(top, column, text, pens.head)
    for row, line in enumerate(cover.rows, top + 1):
        sheet.set_row(row, _height(line, cover.widths))
        put = _writer(sheet, dict.fromkeys(Style, pens.bold) if line[0] is not None else pens.plain, pens.quoted)
        for column, cell in enumerate(line):
            put(row, column, cell, Style.PROSE)


def _write_sheet(sheet: Any, source: RecordSheet, pens: _Pens) -> None:
    styles = [column.style for column in source.columns]
    widths = [_FORMATS[style][0] for style in styles]
    _set_page(sheet, widths)
    sheet.repeat_rows(0)
    sheet.freeze_panes(HEAD_ROWS, 0)
    for place, column in enumerate(source.columns):
        _offer_choices(sheet, place, column.choices)
    headings = [column.heading for column in source.columns]
    sheet.set_row(0, _height(headings, widths))
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, pens.head)
    for place, column in enumerate(source.columns):
        sheet.write_string(1, place, column.key, pens.key)
    put = _writer(sheet, pens.plain, pens.quoted)
    row = HEAD_ROWS
    for record in counted(source.rows):
        for line in spread(record):
            sheet.set_row(row, _height(line, widths))
            for place, cell in enumerate(line):
                put(row, place, cell, styles[place])
            row += 1
    sheet.autofilter(1, 0, max(row - 1, HEAD_ROWS), len(styles) - 1)


def _set_page(sheet: Any, widths: Sequence[float]) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f'&L&"{FONT}"&{SIZE}&A&R&"{FONT}"&{SIZE}&P / &N')
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)


def _offer_choices(sheet: Any, place: int, choices: tuple[str, ...]) -> None:
    """A list to choose from; a long one would make Excel call the file damaged."""
    offered = ",".join(choices)
    if choices and len(offered) <= _LONGEST_LIST and offered.count(",") == len(choices) - 1:
        options = {"validate": "list", "source": list(choices), "error_type": "warning"}
        sheet.data_validation(HEAD_ROWS, place, _LAST_ROW, place, options)


def _height(row: Sequence[Cell], widths: Sequence[float]) -> float:
    """Points that show the texts of a row."""
    rooms = [width * FILLED for width in widths]
    texts = [(cell, room) for cell, room in zip(row, rooms, strict=True) if isinstance(cell, str)]
    long = [lines_of(text, room) for text, room in texts if len(text) > room or "\n" in text]
    return row_height(max(long, default=1))


def _writer(
    sheet: Any, plain: Mapping[Style, Any], quoted: Mapping[Style, Any]
) -> Callable[[int, int, Cell, Style], None]:
    def put(row: int, place: int, cell: Cell, style: Style) -> None:
        if isinstance(cell, str):
            if cell:
                sheet.write_string(row, place, cell, (quoted if cell.startswith(FORMULA_SIGNS) else plain)[style])
        elif isinstance(cell, (int, float)):
            sheet.write_number(row, place, cell, plain[style])
        elif cell is not None:
            sheet.write_datetime(row, place, cell, plain[style])

    return put
