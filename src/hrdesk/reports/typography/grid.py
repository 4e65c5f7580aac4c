"""A ruled table that runs over pages. Drawn straight on the canvas: 3,000 rows must stay light."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hrdesk.reports.document import Align
from hrdesk.reports.typography.gridlayout import GridLayout, split_cells
from hrdesk.reports.typography.paragraph import first_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrdesk.reports.document import Table
    from hrdesk.reports.typography.gridlayout import Block, RowCells
    from hrdesk.reports.typography.pen import Pen
    from hrdesk.reports.typography.units import Typesetter

_RULE = 0.5
_HEAD_GREY = 0.93
_FUZZ = 1e-6
_FEWEST_LINES = 2  # of a row that is parted
_AROUND = 6.0


# A table that needs more is not measured to its end, only to see that it needs another page.
_BEYOND_ANY_PAGE = 5000.0
_NO_LAYOUT = cast("GridLayout", None)  # before the first wrap


# A merged cell: of which column, from which row on this page to which (exclusive).
_Merge = tuple[int, int, int]


class GridTable:
    """Rows are never parted unless one is taller than a page; the header stands on every page.

    A table that was split shares its layout with its parts.
    """

    keep_with_next = False

    def __init__(self, lay_out: Callable[[float], GridLayout]) -> None:
        """`lay_out` measures the table for a width in points."""
        self.before = self.after = _AROUND
        self._lay_out = lay_out
        self._layout = _NO_LAYOUT
        self._start = 0
        self._carried: RowCells | None = None  # what is left of the first row when a page parted it
        self._heights: list[float] = []
        self._rows: list[RowCells] = []  # those of a page; of others the layout has them
        self._last = True  # the total belongs to it

    @classmethod
    def of(cls, setter: Typesetter, table: Table, size: float, *, thai: bool) -> GridTable:
        return cls(lambda width: GridLayout(setter, table, width, size, thai=thai))

    def _part(self, start: int, carried: RowCells | None, heights: list[float] | None = None) -> GridTable:
        """The rows of these heights, for one page; all from `start` on without."""
        part = GridTable(self._lay_out)
        part._layout, part._start, part._carried = self._layout, start, carried
        if heights is not None:
            part._heights = heights
            part._rows = [carried or self._row(start), *map(self._row, range(start + 1, start + len(heights)))]
            part._last = False
            part.after = 0.0
        return part

    def wrap(self, width: float) -> float:
        """The height to the table's end; only a lower bound where that is beyond any page."""
        if self._layout is _NO_LAYOUT or (self._start == 0 and self._layout.width != width):
            self._layout = self._lay_out(width)
        layout = self._layout
        if not self._last:
            return layout.header.height + sum(self._heights)
        least = layout.rows.least_height(self._start, _BEYOND_ANY_PAGE) + layout.header.height + layout.tail.height
        if least > _BEYOND_ANY_PAGE:
            return least
        self._heights = self._fit(len(layout.rows), float("inf"))
        return layout.header.height + sum(self._heights) + layout.tail.height

    def start_height(self) -> float:
        layout = self._layout
        tail = layout.tail.height if self._start + 1 == len(layout.rows) else 0.0
        return layout.header.height + sum(self._fit(self._start + 1, float("inf"))) + tail

    def split(self, height: float, page: float) -> tuple[GridTable, GridTable] | None:
        total = len(self._layout.rows)
        room = height - self._layout.header.height
        heights = self._fit(total, room)
        left = 1 if self._layout.tail.height else 2  # a total has a row above it; a last row, often a sum, opens no page alone
        if self._start + len(heights) > total - left:
            heights = self._fit(total - left, room) or self._fit(total - 1, room)
        if heights:
            after = self._start + len(heights)
            head = self._part(self._start, self._carried, heights)
            self._layout.rows.let_go(after)
            return head, self._part(after, None)
        if self.start_height() <= page + _FUZZ:
            return None
        return self._split_row(room, must=height >= page - _FUZZ)

    def _split_row(self, room: float, *, must: bool) -> tuple[GridTable, GridTable] | None:
        row = self._row(self._start)
        count = self._layout.cells.lines_within(room)
        longest = max(len(cell.lines) for cell in row.cells)
        if longest <= 1 or (count < _FEWEST_LINES and not must):
            return None
        first, rest = split_cells(row, self._layout.cells, min(max(count, 1), longest - 1))
        return self._part(self._start, first, [first.base]), self._part(self._start, rest)

    @property
    def _merged(self) -> tuple[int, ...]:
        return self._layout.merged

    def _row(self, index: int) -> RowCells:
        if index == self._start and self._carried is not None:
            return self._carried
        if self._rows:
            return self._rows[index - self._start]
        return self._layout.rows[index]

    def _fit(self, stop: int, room: float) -> list[float]:
        """Heights of the most rows before `stop` that fit; a merged text taller than its rows makes the last grow."""
        heights: list[float] = []
        fitting, last, used = 0, 0.0, 0.0
        lacking = [0.0] * len(self._merged)  # the height that each merged text still needs
        for index in range(self._start, stop):
            row = self._row(index)
            self._start_merges(index, row, lacking)
            ending = [lack for lack, on in zip(lacking, self._goes_on(index), strict=True) if not on]
            height = max(row.base, *ending) if ending else row.base
            if used + height > room + _FUZZ:
                break
            as_last = max(height, *lacking) if lacking else height
            if used + as_last <= room + _FUZZ:
                fitting, last = len(heights) + 1, as_last
            heights.append(height)
            used += height
            lacking = [lack - height for lack in lacking]
        return [*heights[: fitting - 1], last] if fitting else []

    def _start_merges(self, index: int, row: RowCells, lacking: list[float]) -> None:
        for k, column in enumerate(self._merged):
            if index == self._start or not row.joins[k]:
                lacking[k] = self._layout.cells.height(row.cells[column])

    def _goes_on(self, index: int) -> Sequence[bool]:
        """For each merged column: the next row shows the same."""
        rows = self._layout.rows
        return rows[index + 1].joins if index + 1 < len(rows) else (False,) * len(self._merged)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        layout = self._layout
        pen.canvas.setLineWidth(_RULE)
        self._draw_block(pen, layout.header, x, top, grey=True)
        down = layout.header.height
        tops = [down]
        for height in self._heights:
            tops.append(tops[-1] + height)
        merges = list(self._merges(len(self._heights)))
        for index, height in enumerate(self._heights):
            self._draw_row(pen, self._row(self._start + index), x, top - tops[index], height)
        for column, start, stop in merges:
            cell = self._row(self._start + start).cells[column]
            place = x + layout.edges[column], top - tops[start], tops[stop] - tops[start]
            layout.cells.draw(pen, cell, *place, middle=cell.align is Align.CENTER)
        self._rule(pen, x, top, tops, merges)
        if self._last and layout.tail.cells:
            self._draw_block(pen, layout.tail, x, top - tops[-1])

    def _draw_row(self, pen: Pen, row: RowCells, x: float, top: float, height: float) -> None:
        layout = self._layout
        for column, cell in enumerate(row.cells):
            if cell.lines and column not in self._merged:
                layout.cells.draw(pen, cell, x + layout.edges[column], top, height)

    def _draw_block(self, pen: Pen, block: Block, x: float, top: float, *, grey: bool = False) -> None:
        canvas = pen.canvas
        for each in block.cells:
            bottom = top - each.down - each.height
            place = x + each.left, bottom, each.right - each.left, each.height
            if grey:
                canvas.setFillGray(_HEAD_GREY)
            canvas.rect(*place, fill=int(grey))
            canvas.setFillGray(0)
        for each in block.cells:
            self._layout.cells.draw(pen, each.cell, x + each.left, top - each.down, each.height, middle=True)

    def _merges(self, count: int) -> Iterator[_Merge]:
        for k, column in enumerate(self._merged):
            start = 0
            for index in range(1, count + 1):
                if index == count or not self._row(self._start + index).joins[k]:
                    yield column, start, index
                    start = index

    def _rule(self, pen: Pen, x: float, top: float, tops: Sequence[float], merges: Sequence[_Merge]) -> None:
        layout = self._layout
        edges = layout.edges if layout.table.rows else (0.0, layout.width)
        lines = [(x + edge, top - tops[0], x + edge, top - tops[-1]) for edge in edges]
        inside = {(column, row) for column, start, stop in merges for row in range(start + 1, stop)}
        for row in range(1, len(tops)):
            y = top - tops[row]
            for left, right in _open_stretches(
                len(edges) - 1, {column for column, at in inside if at == row}
            ):
                lines.append((x + edges[left], y, x + edges[right], y))
        pen.canvas.lines(lines)

    def first_words(self) -> str:
        """Of the first cell that has letters: ticks and figures beside it are nothing to find a page by."""
        found = [words for cell in self._row(self._start).cells if (words := first_words(cell.lines))]
        return next((words for words in found if any(map(str.isalpha, words))), next(iter(found), ""))


def _open_stretches(columns: int, closed: set[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring columns between which a rule is drawn, as (first, one after the last)."""
    start = 0
    for column in (*sorted(closed), columns):
        if column > start:
            yield start, column
        start = column + 1
