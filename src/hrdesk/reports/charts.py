"""Bar charts as drawings: the same shapes for paper and screen, in the colours of either.

Bars lie, for Thai names of projects are long: the name stands at the left over as many lines as it needs, the
figure behind the bar. Greys of the paper stay apart in a photocopy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import TypeAlias

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.drawing import BLACK, Anchor, Box, Drawing, Label, Polyline, Shape
from hrdesk.thai.linebreak import break_offsets, glue

Measure: TypeAlias = Callable[[str, float], float]  # text and size in points → millimetres

WIDTH = 160.0  # the frame of a portrait page
TALLEST = 212.0  # of what stands on such a page below a heading and above its own title
SIZE = 12.0  # points
_LINE = 5.4  # millimetres that a line of text takes
_BASE = 1.5  # from the middle of a line down to its baseline
_BAR, _BAR_GAP = 4.2, 0.6
_PITCH = max(_BAR + _BAR_GAP, _LINE)
_ROW_GAP = 2.4
_NAMES = 0.38  # of the width at most
_GAP = 2.0
_TOP = 1.5  # tones stand above their line
_LEGEND_BOX = 3.4
_LEAST_INK = 0.4  # a bar of something is never nothing


@dataclass(frozen=True, slots=True)
class ChartColors:
    """Every colour a chart uses; `series` in their order."""

    text: str = BLACK
    line: str = "#7F7F7F"
    series: tuple[str, ...] = ("#C8C8C8", "#5A5A5A", "#000000")


PAPER = ChartColors()


@dataclass(frozen=True, slots=True)
class Bar:
    """A name with one value for each series, and how each value is written. None has no bar."""

    name: str
    values: tuple[int | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """`most` is the value of a bar over the whole width; 0 for the greatest value."""

    title: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    most: int = 0

    @property
    def said(self) -> str:
        """For who cannot see it: every name with its figures."""
        return f"{self.title}: " + "; ".join(f"{bar.name} {' / '.join(bar.texts)}" for bar in self.bars)


def bar_chart(chart: BarChart, measure: Measure, colors: ChartColors = PAPER, width: float = WIDTH) -> Drawing:
    """Lengths are millimetres. An empty chart is its title alone."""
    return _Layout(chart, measure, colors, width).drawing(chart.bars, chart.title)


def paged_chart(chart: BarChart, measure: Measure, tallest: float = TALLEST) -> tuple[Drawing, ...]:
    """As many drawings of one scale as it takes for each to stand on a page; those after the first say so."""
    layout = _Layout(chart, measure, PAPER, WIDTH)
    parts = layout.parts(tallest)
    return tuple(layout.drawing(bars, f"{chart.title} (ต่อ)" if place else chart.title) for place, bars in enumerate(parts))


class _Layout:
    def __init__(self, chart: BarChart, measure: Measure, colors: ChartColors, width: float) -> None:
        self._chart = chart
        self._measure = measure
        self._colors = colors
        self._width = width
        self._wrapped: dict[str, Sequence[str]] = {}
        texts = [measure(text, SIZE) for bar in chart.bars for text in bar.texts]
        names = [measure(bar.name, SIZE) for bar in chart.bars]
        self._names = min(max(names, default=0.0), width * _NAMES)
        self._left = self._names + _GAP
        self._room = max(width - self._left - _GAP - max(texts, default=0.0), 1.0)
        values = [value or 0 for bar in chart.bars for value in bar.values]
        self._most = max(chart.most, *values, 1) if values else 1
        self.bottom = _TOP

    def parts(self, tallest: float) -> list[tuple[Bar, ...]]:
        """The bars in as few groups as `tallest` allows, about equally tall."""
        ends = list(accumulate(self._height(bar) + _ROW_GAP for bar in self._chart.bars))
        whole, head = (ends or [0.0])[-1], _TOP + self._head
        for count in range(1, len(ends) + 1):
            share = whole / count
            keys = [min(int((end - 0.01) / share), count - 1) for end in ends]
            found = [[bar for _, bar in group] for _, group in groupby(zip(keys, self._chart.bars, strict=True), lambda pair: pair[0])]
            if all(head + sum(self._height(bar) + _ROW_GAP for bar in bars) <= tallest for bars in found):
                break
        return [tuple(bars) for bars in found] if ends else []

    def drawing(self, bars: Sequence[Bar], title: str) -> Drawing:
        self.bottom = _TOP
        shapes = tuple(self._shapes(bars))
        return Drawing(self._width, self.bottom, shapes, title)

    @property
    def _head(self) -> float:
        return _LINE + _ROW_GAP if len(self._chart.series) > 1 else 0.0

    def _height(self, bar: Bar) -> float:
        return max(len(self._name(bar)) * _LINE, len(bar.values) * _PITCH)

    def _name(self, bar: Bar) -> Sequence[str]:
        lines = self._wrapped.get(bar.name)
        if lines is None:
            lines = self._wrapped[bar.name] = wrapped(bar.name, self._names, SIZE, self._measure)
        return lines

    def _shapes(self, bars: Sequence[Bar]) -> Iterator[Shape]:
        if len(self._chart.series) > 1:
            yield from self._legend()
        top = self.bottom
        for bar in bars:
            yield from self._bar(bar)
        if bars:
            axis = ((self._left, top), (self._left, self.bottom))
            yield Polyline(axis, self._colors.line)

    def _legend(self) -> Iterator[Shape]:
        x, middle = self._left, self.bottom + _LINE / 2
        for name, color in zip(self._chart.series, self._colors.series, strict=False):
            yield Box(x, middle - _LEGEND_BOX / 2, _LEGEND_BOX, _LEGEND_BOX, color, self._colors.line)
            x += _LEGEND_BOX + _GAP / 2
            yield Label(x, middle + _BASE, name, SIZE, color=self._colors.text)
            x += self._measure(name, SIZE) + 2 * _GAP
        self.bottom += self._head

    def _bar(self, bar: Bar) -> Iterator[Shape]:
        lines, height = self._name(bar), self._height(bar)
        middle = self.bottom + height / 2
        first = middle - (len(lines) - 1) * _LINE / 2 + _BASE
        for number, line in enumerate(lines):
            yield Label(self._names, first + number * _LINE, line, SIZE, Anchor.END, color=self._colors.text)
        top = middle - len(bar.values) * _PITCH / 2
        for place, (value, text) in enumerate(zip(bar.values, bar.texts, strict=True)):
            at = top + (place + 0.5) * _PITCH
            length = 0.0 if not value else max(value / self._most * self._room, _LEAST_INK)
            if length:
                color = self._colors.series[place]
                yield Box(self._left, at - _BAR / 2, length, _BAR, color, self._colors.line)
            yield Label(self._left + length + _GAP / 2, at + _BASE, text, SIZE, color=self._colors.text)
        self.bottom += height + _ROW_GAP


def wrapped(text: str, width: float, size: float, measure: Measure) -> Sequence[str]:
    """Lines that end where official prose may (not within พ.ศ. ๒๔๙๖); a word wider than the column stands out of it."""
    glued = glue(text)
    ends = sorted({*break_offsets(glued, fine=True), *(at + 1 for at, c in enumerate(glued) if c == " "), len(text)})
    lines: list[str] = []
    start = previous = 0
    for end in ends:
        if previous > start and measure(text[start:end].rstrip(), size) > width + 0.01:
            lines.append(text[start:previous].strip())
            start = previous
        previous = end
    lines.append(text[start:].strip())
    return lines
