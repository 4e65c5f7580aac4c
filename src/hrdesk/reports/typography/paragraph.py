"""A paragraph: runs of text set in lines, with an optional hanging marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Align
from hrdesk.reports.typography.lines import Filled, fill, justify, plain_text
from hrdesk.reports.typography.phrases import fill_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrdesk.reports.document import Run
    from hrdesk.reports.typography.lines import Line
    from hrdesk.reports.typography.pen import Pen
    from hrdesk.reports.typography.style import TextStyle
    from hrdesk.reports.typography.units import Typesetter, Unit

# Neither part of a split paragraph is a single line, unless there is no other way.
_FEWEST_LINES = 2
CATCHWORD_LETTERS = 9


class ThaiParagraph:
    is_title = False

    def __init__(
        self, setter: Typesetter, units: tuple[Unit, ...], style: TextStyle, marker: str = ""
    ) -> None:
        """`marker` hangs left of the text, at the style's left indent plus its (negative) first."""
        self.style = style
        self.before, self.after = style.before, style.after
        self.keep_with_next = self.keep_with_previous = False
        self.height = 0.0
        self._setter = setter
        self._units = units
        self._marker = marker
        self._width = -1.0
        self._filled = Filled(())

    @classmethod
    def of(cls, setter: Typesetter, runs: Sequence[Run], style: TextStyle, marker: str = "") -> ThaiParagraph:
        return cls(setter, setter.units(runs, bold=style.bold), style, marker)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._filled.lines

    @property
    def text(self) -> str:
        return plain_text(self._units)

    def wrap(self, width: float) -> float:
        if width != self._width:
            style = self.style
            inner = width - style.left - style.right
            first = inner if self._marker else inner - style.first
            scale = 1000 / style.size
            if self.is_title or style.align is Align.CENTER:
                self._filled = fill_title(self._setter, self._units, inner * scale, even=style.align is Align.CENTER)
            else:
                self._filled = fill(self._setter, self._units, first * scale, inner * scale)
            if style.align is Align.JUSTIFY:
                justify(self._filled.lines)
            self._width = width
            self.height = len(self._filled.lines) * style.line_height
        return self.height

    def start_height(self) -> float:
        count = len(self.lines)
        return (count if count <= _FEWEST_LINES + 1 else _FEWEST_LINES) * self.style.line_height

    def split(self, height: float, page: float) -> tuple[ThaiParagraph, ThaiParagraph] | None:
        total = len(self.lines)
        count = min(int((height + 1e-6) / self.style.line_height), total - 1)
        if self.height <= page:
            count = min(count, total - _FEWEST_LINES)
            if count < _FEWEST_LINES:
                return None
        return self.split_after(max(count, 1)) if total > 1 else None

    def split_after(self, count: int) -> tuple[ThaiParagraph, ThaiParagraph]:
        """Part after the `count`th line; both keep the lines they have."""
        above, below = Filled(self.lines[:count]), Filled(self.lines[count:])
        head = ThaiParagraph(self._setter, above.units, self.style, self._marker)
        tail = ThaiParagraph(self._setter, below.units, replace(self.style, first=0.0, before=0.0))
        head._take(self._width, above)
        tail._take(self._width, below)
        head.after = 0.0
        tail.keep_with_next = self.keep_with_next
        return head, tail

    def _take(self, width: float, filled: Filled) -> None:
        self._width = width
        self._filled = filled
        self.height = len(filled.lines) * self.style.line_height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        style = self.style
        if self._marker:
            pen.text(
                x + style.left + style.first, top - style.size, self._marker, style.size, bold=style.bold
            )
        for index, line in enumerate(self.lines):
            indent = style.left + (style.first if index == 0 and not self._marker else 0.0)
            baseline = top - index * style.line_height - style.size
            draw_line(pen, x + indent, baseline, line, size=style.size, align=style.align)

    def first_words(self) -> str:
        return first_words(self.lines, self._marker)


def draw_line(pen: Pen, x: float, baseline: float, line: Line, *, size: float, align: Align) -> None:
    """`x` is the left edge of the room that the line has."""
    if align is Align.CENTER:
        x += line.slack * size / 2000
    elif align is Align.RIGHT:
        x += line.slack * size / 1000
    pen.line(x, baseline, line, size)


def first_words(lines: Iterable[Line], start: str = "") -> str:
    """Whole words until there are enough to be recognised by; not beyond a line that the writer ended."""
    text = f"{start} " if start else ""
    for line in lines:
        blank = ""
        for unit in line.units:
            for word in filter(None, (blank, *unit.words())):
                text += word
                if len(text) >= CATCHWORD_LETTERS:
                    return text.strip()
            blank = unit.space.shaped.text if unit.space else ""
        if line.hard:
            break
        text += blank
    return text.strip()
