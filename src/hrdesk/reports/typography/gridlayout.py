"""A table measured: column widths, the header's cells, every row's cells and heights."""

from __future__ import annotations

from array import array
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.lazy_dataclass import dataclass
from hrdesk.progress import tell
from hrdesk.reports.document import Align, Format
from hrdesk.reports.typography.cells import Cell, CellSetter, cell_text, column_text
from hrdesk.reports.typography.style import MM
from hrdesk.thai.linebreak import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrdesk.reports.document import Column, Row, Table, Total
    from hrdesk.reports.typography.units import Typesetter

_NUMBERS = (Format.INTEGER, Format.BAHT, Format.DECIMAL)
# Text columns give way to numbers that need room, but not below this part of their width.
_LEAST_TEXT = 0.4
_NARROW_TEXT = 16 * MM  # a text column this narrow gives nothing: a year, a word
# A table whose numbers do not fit otherwise gets smaller.
_SCALES = (1.0, 0.9, 0.8, 0.7)
_FUZZ = 0.01
_ROWS_TOLD = 50


class Placed(NamedTuple):
    """A cell at its place: left and right edge, distance of its top from the block's, height."""

    cell: Cell
    left: float
    right: float
    down: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """Cells that are drawn together: the header, the total."""

    cells: tuple[Placed, ...]
    height: float


@dataclass(frozen=True, slots=True)
class RowCells:
    """`base` is the height that its unmerged cells need.

    `joins` says for each merged column whether the row shows the same as the row above.
    """

    cells: tuple[Cell, ...]
    base: float
    joins: tuple[bool, ...]


class Rows:
    """The rows of a table, laid out when they are asked for, and anew when they were let go: a register is long."""

    def __init__(self, lay_out: Callable[[int], RowCells], count: int) -> None:
        self._lay_out = lay_out
        self._count = count
        self._held: dict[int, RowCells] = {}
        self._reach = array("d", [0.0])  # least height of the first n rows, as far as it was asked for

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> RowCells:
        row = self._held.get(index)
        if row is None:
            if not 0 <= index < self._count:
                raise IndexError(index)
            row = self._held[index] = self._lay_out(index)
        return row

    def let_go(self, before: int) -> None:
        """Of the rows before this one: they are on a page that holds them."""
        self._held = {index: row for index, row in self._held.items() if index >= before}

    def least_height(self, start: int, enough: float) -> float:
        """Of the rows from `start` to the end, or of as many as come to more than `enough`."""
        reach = self._reach
        while len(reach) <= self._count and (len(reach) <= start or reach[-1] - reach[start] <= enough):
            reach.append(reach[-1] + self[len(reach) - 1].base)
        return reach[-1] - reach[start]


class GridLayout:
    def __init__(self, setter: Typesetter, table: Table, width: float, size: float, *, thai: bool) -> None:
        """`size` is the table's in this font family."""
        self.table = table
        self.width = width
        self.thai = thai
        self.cells, self.widths = fitted_cells(setter, table, width, size, thai=thai)
        self.edges = (0.0, *accumulate(self.widths))
        self.merged = tuple(i for i, column in enumerate(table.columns) if column.merged and table.rows)
        self.header = self._header()
        self.rows = Rows(self._row if table.rows else self._empty_row, max(1, len(table.rows)))
        self.tail = self._tail()

    def _empty_row(self, _index: int) -> RowCells:
        cell = self.cells.cell(self._prose(self.table.empty), self.width, Align.CENTER)
        return RowCells((cell,), self.cells.height(cell), (False,) * len(self.merged))

    def _row(self, index: int) -> RowCells:
        rows = self.table.rows
        if index % _ROWS_TOLD == 0:
            tell(index, len(rows))
        row, above = rows[index], rows[index - 1] if index else None
        cells = tuple(self._row_cells(row))
        free = [self.cells.height(cell) for i, cell in enumerate(cells) if i not in self.merged]
        base = max(max(free, default=self.cells.lines_height(1)), self.table.row_height * MM)
        return RowCells(cells, base, tuple(_same(above, row, i) for i in self.merged))

    def _row_cells(self, row: Row) -> Iterator[Cell]:
        for column, value, width in zip(self.table.columns, row.cells, self.widths, strict=True):
            text = column_text(value, column, thai=self.thai)
            yield self.cells.cell(text, width, column_align(column), bold=row.bold)

    def _header(self) -> Block:
        """One row, or two when any column has a group; ungrouped headings span both."""
        columns = self.table.columns
        heads = heading_cells(self.cells, columns, self.widths, thai=self.thai)
        groups = list(self._groups())
        upper = max((self.cells.height(group.cell) for group in groups), default=0.0)
        heights = [
            (self.cells.height(head), column.group) for head, column in zip(heads, columns, strict=True)
        ]
        lower = max((height for height, group in heights if group), default=0.0)
        alone = max((height for height, group in heights if not group), default=0.0)
        lower = max(lower, alone - upper)
        placed = [group._replace(height=upper) for group in groups]
        for i, column in enumerate(columns):
            down = upper if column.group else 0.0
            placed.append(Placed(heads[i], self.edges[i], self.edges[i + 1], down, upper + lower - down))
        return Block(tuple(placed), upper + lower)

    def _groups(self) -> Iterator[Placed]:
        at = 0
        for name, members in groupby(self.table.columns, key=lambda column: column.group):
            end = at + len(list(members))
            if name:
                left, right = self.edges[at], self.edges[end]
                yield Placed(self._head(name, right - left), left, right, 0.0, 0.0)
            at = end

    def _head(self, text: str, width: float) -> Cell:
        return self.cells.headings([(self._prose(text), width)])[0]

    def _prose(self, text: str) -> str:
        return cell_text(text, Format.TEXT, thai=self.thai)

    def _tail(self) -> Block:
        total = self.table.total
        if total is None:
            return Block((), 0.0)
        cells = list(self._total_cells(total))
        height = max(self.cells.height(each.cell) for each in cells)
        placed = [each._replace(height=height) for each in cells]
        if total.words:
            words = total.words if total.words.startswith("(") else f"({total.words})"
            cell = self.cells.cell(self._prose(words), self.width, Align.CENTER, bold=True)
            placed.append(Placed(cell, 0.0, self.width, height, self.cells.height(cell)))
            height += self.cells.height(cell)
        return Block(tuple(placed), height)

    def _total_cells(self, total: Total) -> Iterator[Placed]:
        figures = [i for i, value in enumerate(total.cells) if value is not None]
        first = figures[0] if figures else len(total.cells)
        if first:
            label = self.cells.cell(self._prose(total.label), self.edges[first], Align.CENTER, bold=True)
            yield Placed(label, 0.0, self.edges[first], 0.0, 0.0)
        for i in range(first, len(total.cells)):
            column = self.table.columns[i]
            text = cell_text(total.cells[i], column.format, thai=self.thai)
            cell = self.cells.cell(text, self.widths[i], column_align(column), bold=True)
            yield Placed(cell, self.edges[i], self.edges[i + 1], 0.0, 0.0)


def heading_cells(cells: CellSetter, columns: Sequence[Column], widths: Sequence[float], *, thai: bool) -> list[Cell]:
    """The leaf columns' headings; those below a group share one size."""
    texts = [(cell_text(column.heading, Format.TEXT, thai=thai), width) for column, width in zip(columns, widths, strict=True)]
    shared = iter(cells.headings([text for text, column in zip(texts, columns, strict=True) if column.group]))
    return [
        next(shared) if column.group else cells.headings([text])[0] for text, column in zip(texts, columns, strict=True)
    ]


def _same(above: Row | None, row: Row, column: int) -> bool:
    value = row.cells[column]
    return above is not None and value not in (None, "") and value == above.cells[column]


def column_align(column: Column) -> Align:
    if column.format in _NUMBERS and column.align is Align.LEFT:
        return Align.RIGHT
    return Align.CENTER if column.format is Format.TICK else column.align


def number_widths(table: Table, cells: CellSetter, *, thai: bool) -> list[float]:
    """What the widest number of each column needs, in points, its heading's included; 0 without any."""
    needs = []
    for i, column in enumerate(table.columns):
        heads = [word for word in column.heading.split() if any(char.isdigit() for char in word)]
        widths = [cells.heading_width(cell_text(word, Format.TEXT, thai=thai)) for word in heads]
        if column.format in _NUMBERS:
            values = {(row.cells[i], row.bold) for row in table.rows}
            if table.total is not None:
                values.add((table.total.cells[i], True))
            widths += [
                cells.width(column_text(value, column, thai=thai), bold=bold) for value, bold in values
            ]
        elif column.format is Format.TICK and table.total is not None:
            widths.append(cells.width(cell_text(table.total.cells[i], Format.TICK, thai=thai), bold=True))
        needs.append(max(widths, default=0.0))
    return needs


def _heading_widths(table: Table, cells: CellSetter, *, thai: bool) -> list[float]:
    """What the longest word of each column's heading needs in the smallest size, so that no letters are torn from it."""
    needs = []
    for column in table.columns:
        chunks = cell_text(column.heading, Format.TEXT, thai=thai).split()
        words = [word for chunk in chunks for word in parts_of(chunk)]
        needs.append(max(map(cells.heading_width, words), default=0.0))
    return needs


def fitted_cells(
    setter: Typesetter, table: Table, width: float, size: float, *, thai: bool
) -> tuple[CellSetter, tuple[float, ...]]:
    """The columns' widths with their cells: smaller ones where a number, or else a word of a heading, would not fit.

    In a table that no size helps, numbers come first.
    """
    best: tuple[tuple[int, int], CellSetter, tuple[float, ...]] | None = None
    for scale in _SCALES:
        cells = CellSetter(setter, size * scale)
        widths, faults = _column_widths(table, cells, width, thai=thai)
        if best is None or faults < best[0]:
            best = faults, cells, widths
        if faults == (0, 0):
            break
    assert best is not None
    return best[1], best[2]


def _column_widths(
    table: Table, cells: CellSetter, width: float, *, thai: bool
) -> tuple[tuple[float, ...], tuple[int, int]]:
    """Scaled together to the frame; text gives way to numbers and headings that would not fit.

    Besides, how many numbers and how many headings do not fit for all that.
    """
    given = _scaled(table, width)
    numbers = number_widths(table, cells, thai=thai)
    headings = list(map(max, numbers, _heading_widths(table, cells, thai=thai)))
    least = [_least(column, each) for column, each in zip(table.columns, given, strict=True)]
    keep, bare = list(map(max, headings, least)), list(map(max, numbers, least))
    widths = _given_way(given, numbers, keep)
    widths = _given_way(widths, numbers, bare)  # where that was too little headings give way too
    widths = _given_way(widths, headings, keep)
    faults = [sum(need > each + _FUZZ for need, each in zip(needs, widths, strict=True)) for needs in (numbers, headings)]
    return widths, (faults[0], faults[1])


def _least(column: Column, given: float) -> float:
    if column.format in _NUMBERS:
        return 0.0
    return max(given * _LEAST_TEXT, min(given, _NARROW_TEXT) if column.format is Format.TEXT else 0.0)


def _given_way(given: tuple[float, ...], needs: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """`needs` met by columns that have more than their `least`; unchanged where those have too little."""
    missing = sum(max(need - each, 0.0) for need, each in zip(needs, given, strict=True))
    spare = [max(each - keep, 0.0) for each, keep in zip(given, least, strict=True)]
    if not missing or sum(spare) < missing:
        return given
    give = missing / sum(spare)
    return tuple(max(need, each) - room * give for need, each, room in zip(needs, given, spare, strict=True))


def narrow_columns(
    setter: Typesetter, table: Table, width: float, size: float, *, thai: bool
) -> tuple[str, ...]:
    """Keys of the columns whose designed width does not hold their widest number: a defect of the form."""
    needs = number_widths(table, CellSetter(setter, size), thai=thai)
    found = zip(table.columns, needs, _scaled(table, width), strict=True)
    return tuple(column.key for column, need, given in found if need > given + _FUZZ)


def _scaled(table: Table, width: float) -> tuple[float, ...]:
    designed = [column.width * MM for column in table.columns]
    scale = width / sum(designed)
    return tuple(each * scale for each in designed)


def split_cells(row: RowCells, cells: CellSetter, count: int) -> tuple[RowCells, RowCells]:
    """Part a row that is taller than a page after `count` lines of each cell."""
    head = tuple(cell._replace(lines=cell.lines[:count]) for cell in row.cells)
    rest = tuple(cell._replace(lines=cell.lines[count:]) for cell in row.cells)
    lines: Sequence[int] = [len(cell.lines) for cell in rest]
    return (
        RowCells(head, cells.lines_height(count), row.joins),
        RowCells(rest, cells.lines_height(max(1, *lines)), row.joins),
    )
