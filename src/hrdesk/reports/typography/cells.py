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
    from hrdesk.reports.document import CellValue
    from hrdesk.reports.typography.lines import Line
    from hrdesk.reports.typography.pen import Pen
    from hrdesk.reports.typography.units import Typesetter

TICK = "✓"
NOTHING_SPENT = "-"

# A tone on an upper vowel rises .28 of the size above the line, a vowel below falls .37 under the baseline.
_LEADING, _PAD_TOP, _PAD_BOTTOM, _PAD_SIDE = 1.2, 0.3, 0.2, 0.2


def cell_text(value: CellValue, kind: Format, *, thai: bool) -> str:
    """The value as printed; blank for None and for an unset tick."""
    if value is None:
        return ""
    match kind:
        case Format.TICK:
            return TICK if value else ""
        case Format.INTEGER if isinstance(value, int):
            text = f"{value:,}"
        case Format.BAHT if isinstance(value, int):
            text = format_baht(value) if value else NOTHING_SPENT
        case Format.DATE if isinstance(value, date):
            text = short_date(value)
        case _:
            return thai_digits_in_prose(str(value)) if thai else str(value)
    return thai_digits(text) if thai else text


class Cell(NamedTuple):
    lines: tuple[Line, ...]
    align: Align


class CellSetter:
    """Lays out and draws the cells of one table; lengths are points."""

    def __init__(self, setter: Typesetter, size: float) -> None:
        self.size = size
        self.line_height = size * _LEADING
        self.side = size * _PAD_SIDE
        self._setter = setter
        self._laid: dict[tuple[str, float, bool, bool], tuple[Line, ...]] = {}

    def cell(self, text: str, width: float, align: Align = Align.LEFT, *, bold: bool = False) -> Cell:
        key = text, width, bold, align is Align.JUSTIFY
        lines = self._laid.get(key)
        if lines is None:
            room = (width - 2 * self.side) * 1000 / self.size
            units = self._setter.units((Run(text, bold=bold),)) if text else ()
            lines = self._laid[key] = fill(self._setter, units, room, room).lines
            if align is Align.JUSTIFY:
                justify(lines)
        return Cell(lines, align)

    def height(self, cell: Cell) -> float:
        return self.lines_height(max(len(cell.lines), 1))

    def lines_height(self, lines: int) -> float:
        return lines * self.line_height + self.size * (_PAD_TOP + _PAD_BOTTOM)

    def lines_within(self, height: float) -> int:
        return max(int((height - self.size * (_PAD_TOP + _PAD_BOTTOM) + 1e-6) / self.line_height), 0)

    def width(self, text: str, *, bold: bool = False) -> float:
        """The least column width in which the text stays on one line."""
        units = self._setter.units((Run(text, bold=bold),))
        natural = sum(unit.width + (unit.space.width if unit.space else 0.0) for unit in units)
        return natural * self.size / 1000 + 2 * self.side

    def draw(self, pen: Pen, cell: Cell, x: float, top: float, height: float, *, middle: bool = False) -> None:
        if middle:
            top -= (height - self.height(cell)) / 2
        baseline = top - self.size * (_PAD_TOP + 1)
        for line in cell.lines:
            draw_line(pen, x + self.side, baseline, line, size=self.size, align=cell.align)
            baseline -= self.line_height
