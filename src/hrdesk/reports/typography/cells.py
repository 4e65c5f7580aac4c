"""Table values as text, and texts as laid-out cells. Each distinct text is broken and shaped once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.reports.document import Align, Format, Run
from hrdesk.reports.typography.lines import fill, justify
from hrdesk.reports.typography.paragraph import draw_line
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_baht, thai_digits, thai_digits_in_prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.reports.document import CellValue, Column
    from hrdesk.reports.typography.lines import Line
    from hrdesk.reports.typography.pen import Pen
    from hrdesk.reports.typography.units import Typesetter, Unit

TICK = "✓"
NOTHING_SPENT = "-"  # also for what there is none of

# A tone on an upper vowel rises .28 of the size above the line, a vowel below falls .37 under the baseline:
# neither may touch a rule.
_LEADING, _PAD_TOP, _PAD_BOTTOM, _PAD_SIDE = 1.2, 0.36, 0.24, 0.2
# A heading gets smaller before a narrow column parts its words between letters.
_HEADING_SCALES = (1.0, 0.9, 0.8)
_HEADING_SIDE = 0.1
_FUZZ = 1e-6
_MOST_KEPT = 4_000  # texts: what a register says again and again, not all it says


def cell_text(value: CellValue, kind: Format, *, thai: bool) -> str:
    """The value as printed; blank for None and for an unset tick. How many ticks there are is a number below them."""
    if value is None:
        return ""
    match kind:
        case Format.TICK if isinstance(value, bool):
            return TICK if value else ""
        case Format.TICK | Format.INTEGER | Format.DECIMAL if not isinstance(value, (str, date)):
            text = f"{value:,}"
        case Format.BAHT if isinstance(value, int):
            text = format_baht(value) if value else NOTHING_SPENT
        case Format.DATE if isinstance(value, date):
            text = short_date(value)
        case _:
            return thai_digits_in_prose(str(value)) if thai else str(value)
    return thai_digits(text) if thai else text


def column_text(value: CellValue, column: Column, *, thai: bool) -> str:
    """The value as printed in a row of its column."""
    return NOTHING_SPENT if column.dash and value in (None, "") else cell_text(value, column.format, thai=thai)


class Cell(NamedTuple):
    lines: tuple[Line, ...]
    align: Align
    size: float
    side: float  # white space left and right of the text


class CellSetter:
    """Lays out and draws the cells of one table; lengths are points."""

    def __init__(self, setter: Typesetter, size: float) -> None:
        self.size = size
        self.side = size * _PAD_SIDE
        self._setter = setter
        self._laid: dict[tuple[str, float, bool, bool], tuple[Line, ...]] = {}

    def cell(self, text: str, width: float, align: Align = Align.LEFT, *, bold: bool = False) -> Cell:
        room = (width - 2 * self.side) * 1000 / self.size
        lines = self._lines(text, room, bold=bold, justified=align is Align.JUSTIFY)
        return Cell(lines, align, self.size, self.side)

    def headings(self, texts: Sequence[tuple[str, float]]) -> list[Cell]:
        """Headings of neighbours, given with their widths: all in one size."""
        side = self.size * _HEADING_SIDE
        size = self._heading_size(texts, side)
        cells = []
        for text, width in texts:
            lines = self._lines(text, (width - 2 * side) * 1000 / size, bold=True, justified=False)
            cells.append(Cell(lines, Align.CENTER, size, side))
        return cells

    def _heading_size(self, texts: Sequence[tuple[str, float]], side: float) -> float:
        """The largest that parts the fewest words; a word parted between letters counts most."""

        def faults(size: float) -> int:
            found = 0
            for text, width in texts:
                units, room = self._units(text, bold=True), (width - 2 * side) * 1000 / size + _FUZZ
                found += self._setter.cuts_words(units, room, inner=False)
                found += len(texts) * self._setter.cuts_words(units, room, inner=True)
            return found

        return min((self.size * scale for scale in _HEADING_SCALES), key=faults)

    def _units(self, text: str, *, bold: bool) -> tuple[Unit, ...]:
        return self._setter.units((Run(text, bold=bold),)) if text else ()

    def _lines(self, text: str, room: float, *, bold: bool, justified: bool) -> tuple[Line, ...]:
        key = text, room, bold, justified
        lines = self._laid.get(key)
        if lines is None:
            if len(self._laid) >= _MOST_KEPT:
                self._laid.clear()
            lines = self._laid[key] = fill(self._setter, self._units(text, bold=bold), room, room).lines
            if justified:
                justify(lines)
        return lines

    def height(self, cell: Cell) -> float:
        return self._padding + max(len(cell.lines), 1) * cell.size * _LEADING

    def lines_height(self, lines: int) -> float:
        return self._padding + lines * self.size * _LEADING

    @property
    def _padding(self) -> float:
        return self.size * (_PAD_TOP + _PAD_BOTTOM)

    def lines_within(self, height: float) -> int:
        return max(int((height - self._padding + _FUZZ) / (self.size * _LEADING)), 0)

    def width(self, text: str, *, bold: bool = False) -> float:
        """The least column width in which the text stays on one line."""
        return self._natural(text, bold=bold) + 2 * self.side

    def heading_width(self, text: str) -> float:
        """The same for a heading at its smallest."""
        return self._natural(text, bold=True) * _HEADING_SCALES[-1] + 2 * self.size * _HEADING_SIDE

    def _natural(self, text: str, *, bold: bool) -> float:
        units = self._units(text, bold=bold)
        natural = sum(unit.width + (unit.space.width if unit.space else 0.0) for unit in units)
        return natural * self.size / 1000

    def draw(
        self, pen: Pen, cell: Cell, x: float, top: float, height: float, *, middle: bool = False
    ) -> None:
        if middle:
            top -= (height - self.height(cell)) / 2
        baseline = top - self.size * _PAD_TOP - cell.size
        for line in cell.lines:
            draw_line(pen, x + cell.side, baseline, line, size=cell.size, align=cell.align)
            baseline -= cell.size * _LEADING
