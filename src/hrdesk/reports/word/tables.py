"""Tables as WordprocessingML: headers of one or two rows that repeat, merged cells, a total with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docx.oxml.ns import nsdecls

from hrdesk.reports.document import Align, CellValue, Column, Format, Row, Table
from hrdesk.reports.typography.cells import cell_text, column_text
from hrdesk.reports.typography.fonts import default_family, load
from hrdesk.reports.typography.gridlayout import column_align, fitted_cells, heading_cells
from hrdesk.reports.typography.units import Typesetter
from hrdesk.reports.word.markup import KEEP, MM, Look, align, exact_line, paragraph, run
from hrdesk.reports.word.styles import CELL, CELL_SIZE, HEAD_CELL, style_id

_JC = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "thaiDistribute"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
# lxml takes a square of time to move an element whose names are declared above it, and takes these out again.
_OWN_NAMES = nsdecls("w")
_GREY = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_MARGINS = "".join(
    f'<w:{side} w:w="{twips}" w:type="dxa"/>'
    for side, twips in (("top", 50), ("left", 40), ("bottom", 20), ("right", 40))
)
_START, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_POINTS = 72 / 25.4  # of a millimetre
_LESS_ROOM = 1.5  # points that Word's margins take from a heading more than print's
_LEADING = 1.25


def table(source: Table, width: float, *, thai: bool) -> str:
    """The columns share `width` millimetres as they were designed to."""
    return _Grid(source, width, thai=thai).xml()


def borderless(rows: Sequence[Sequence[str]], widths: Sequence[float], *, bottom: bool = False) -> str:
    """Cells given as their paragraphs; widths in millimetres. `bottom` lets short cells stand on the row's foot."""
    twips = [round(width * MM) for width in widths]
    place = "bottom" if bottom else ""
    lines = (
        _row([_cell(content, [wide], "", place=place) for content, wide in zip(row, twips, strict=True)]) for row in rows
    )
    return _table(twips, "".join(lines), ruled=False)


def _table(widths: Sequence[int], rows: str, *, ruled: bool) -> str:
    kind = "single" if ruled else "nil"
    borders = "".join(f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {_OWN_NAMES}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{align("center")}'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(cells: Sequence[str], *, header: bool = False, height: float = 0.0) -> str:
    """`height` in millimetres at least."""
    tall = f'<w:trHeight w:val="{round(height * MM)}" w:hRule="atLeast"/>' if height else ""
    repeats = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{tall}{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, widths: Sequence[int], more: str, *, place: str = "") -> str:
    """`more` is what the schema wants between width and alignment: merges, then shading."""
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    stands = f'<w:vAlign w:val="{place}"/>' if place else ""
    properties = f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{more}{stands}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


class _Grid:
    def __init__(self, source: Table, width: float, *, thai: bool) -> None:
        self._table = source
        self._columns = source.columns
        self._thai = thai
        setter = Typesetter(load(default_family()))
        cells, points = fitted_cells(setter, source, width * MM / 20, source.size, thai=thai)
        self._widths = [round(each * 20) for each in points]
        self._setter, self._room = cells, [each - _LESS_ROOM for each in points]
        self._look = Look(size=cells.size)
        self._keeps = False  # the present row, with the one below it
        heads = heading_cells(cells, self._columns, self._room, thai=thai)
        self._head_looks = [Look(size=cell.size) for cell in heads]
        alone = [len(cell.lines) * cell.size for cell, column in zip(heads, self._columns, strict=True) if not column.group]
        # Where rows of heads are merged: LibreOffice cuts what is taller when it repeats them.
        self._lower = max(max(alone, default=0.0) - cells.size, 0.0) * _LEADING / _POINTS

    def xml(self) -> str:
        rows = [*self._heads(), *self._rows(), *self._total()]
        return _table(self._widths, "".join(rows), ruled=True)

    def _prose(self, text: str) -> str:
        return cell_text(text, Format.TEXT, thai=self._thai)

    def _heads(self) -> Iterator[str]:
        grouped = any(column.group for column in self._columns)
        if grouped:
            yield _row(list(self._upper()), header=True)
        yield _row(
            [
                self._head("", [width], look, _GOES_ON)
                if grouped and not column.group
                else self._head(column.heading, [width], look)
                for column, width, look in zip(self._columns, self._widths, self._head_looks, strict=True)
            ],
            header=True,
            height=self._lower if grouped else 0.0,
        )

    def _upper(self) -> Iterator[str]:
        """The groups; a heading without one reaches down over both rows."""
        at = 0
        for name, members in groupby(self._columns, key=lambda column: column.group):
            count = len(list(members))
            if name:
                (cell,) = self._setter.headings([(self._prose(name), sum(self._room[at : at + count]))])
                yield self._head(name, self._widths[at : at + count], Look(size=cell.size))
            else:
                for place in range(at, at + count):
                    yield self._head(self._columns[place].heading, [self._widths[place]], self._head_looks[place], _START)
            at += count

    def _head(self, text: str, widths: Sequence[int], look: Look, merge: str = "") -> str:
        content = paragraph(run(self._prose(text), look), style_id(HEAD_CELL), _line(look.size))
        return _cell(content, widths, merge + _GREY, place="center")

    def _rows(self) -> Iterator[str]:
        if not self._table.rows:
            yield _row([self._text(self._table.empty, "center", self._widths)])
        above: Row | None = None
        last = self._table.rows[-1] if self._table.rows and self._table.total else None
        for row in self._table.rows:
            self._keeps = row is last
            yield _row(list(self._cells(row, above)), height=self._table.row_height)
            above = row
        self._keeps = False

    def _cells(self, row: Row, above: Row | None) -> Iterator[str]:
        for at, (column, width, value) in enumerate(zip(self._columns, self._widths, row.cells, strict=True)):
            text = column_text(value, column, thai=self._thai)
            if not column.merged:
                yield self._text(text, _jc(column), [width], bold=row.bold)
            elif above is not None and value not in (None, "") and value == above.cells[at]:
                yield self._text("", _jc(column), [width], merge=_GOES_ON)
            else:
                yield self._text(text, _jc(column), [width], merge=_START, bold=row.bold)

    def _text(self, text: str, jc: str, widths: Sequence[int], *, merge: str = "", bold: bool = False) -> str:
        look = Look(bold=bold, size=self._look.size)
        kept = KEEP if self._keeps else ""
        content = paragraph(run(text, look), style_id(CELL), kept + _line(look.size) + align(jc))
        return _cell(content, widths, merge, place="center" if merge else "")

    def _total(self) -> Iterator[str]:
        total = self._table.total
        if total is None:
            return
        figures = [at for at, value in enumerate(total.cells) if value is not None]
        first = figures[0] if figures else len(total.cells)
        self._keeps = bool(total.words)
        label = [self._text(self._prose(total.label), "center", self._widths[:first], bold=True)] if first else []
        yield _row(label + [self._figure(at, total.cells[at]) for at in range(first, len(total.cells))])
        self._keeps = False
        if total.words:
            words = total.words if total.words.startswith("(") else f"({total.words})"
            yield _row([self._text(self._prose(words), "center", self._widths, bold=True)])

    def _figure(self, at: int, value: CellValue) -> str:
        column = self._columns[at]
        text = cell_text(value, column.format, thai=self._thai)
        return self._text(text, _jc(column), [self._widths[at]], bold=True)


def _line(size: float) -> str:
    """Nothing where the style says it already."""
    return "" if size == CELL_SIZE else exact_line(size * _LEADING)


def _jc(column: Column) -> str:
    return _JC[column_align(column)]
