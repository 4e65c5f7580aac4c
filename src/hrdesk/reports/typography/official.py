"""Heads of letters and memoranda, and dotted lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from hrdesk.reports.document import Align
from hrdesk.reports.forms.letterheads import MEMO_KRUT, MEMO_TITLE
from hrdesk.reports.typography.fixed import BELOW_KRUT, Fixed, draw_krut
from hrdesk.reports.typography.style import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.typography.paragraph import ThaiParagraph
    from hrdesk.reports.typography.pen import Pen

_DOT, _DOT_STEP = 0.7, 2.6  # points: width of a dot, from one to the next
_BELOW = 2.0  # the dots stand that far below the baseline, clear of descenders' middles
_PART_GAP = 4.0

_Part: TypeAlias = "tuple[ThaiParagraph | None, ThaiParagraph | None]"


def draw_dots(pen: Pen, start: float, stop: float, y: float) -> None:
    """A dotted rule: drawn, so that copied text has no dots in it."""
    if stop <= start:
        return
    canvas = pen.canvas
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineWidth(_DOT)
    canvas.setDash(0, _DOT_STEP)
    canvas.line(start, y, stop, y)
    canvas.restoreState()


class _Row(NamedTuple):
    """Parts beside each other, with where the label, the dots and the part of each begin and end."""

    parts: Sequence[_Part]
    edges: Sequence[tuple[float, float, float]]
    lines: int
    pitch: float  # from a line of text to the next


class FillLine(Fixed):
    """Labels, each followed by dots up to the next; a text too long to stand beside the next has lines of its own."""

    filled_in = True

    def __init__(self, parts: Sequence[_Part], line_height: float) -> None:
        """A part is its label and what stands on its dots, each None when empty."""
        super().__init__(line_height)
        self._parts = parts
        self._line = line_height
        self._rows: list[_Row] = []

    def wrap(self, width: float) -> float:
        self.width = width
        self._rows = [self._row(parts, width) for parts in _in_rows(self._parts, width)]
        self.height = sum(self._height(row) for row in self._rows)
        return self.height

    def _row(self, parts: Sequence[_Part], width: float) -> _Row:
        labels = [_natural(label, width) for label, _ in parts]
        needs = [_natural(text, width) for _, text in parts]
        spare = max(width - sum(labels) - sum(needs) - _PART_GAP * (len(parts) - 1), 0.0) / len(parts)
        edges, at = list[tuple[float, float, float]](), 0.0
        for before, need in zip(labels, needs, strict=True):
            end = width if len(parts) == 1 else min(at + before + need + spare, width)
            edges.append((at, at + before, end))
            at = end + _PART_GAP
        texts = [(text, end - start) for (_, text), (_, start, end) in zip(parts, edges, strict=True) if text]
        for text, room in texts:
            text.wrap(max(room, 1.0))
        lines = max((len(text.lines) for text, _ in texts), default=1)
        return _Row(parts, edges, lines, max((text.style.line_height for text, _ in texts), default=self._line))

    def _height(self, row: _Row) -> float:
        return self._line + (row.lines - 1) * row.pitch

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for row in self._rows:
            self._draw_row(pen, row, x, top - self._line * 0.75)
            top -= self._height(row)

    def _draw_row(self, pen: Pen, row: _Row, x: float, baseline: float) -> None:
        for (at, start, end), (label, text) in zip(row.edges, row.parts, strict=True):
            if label:
                label.draw(pen, x + at, baseline + label.style.size)
            if text:
                text.draw(pen, x + start, baseline + text.style.size)
            for number in range(len(text.lines) if text else 1):
                draw_dots(pen, x + start, x + end, baseline - number * row.pitch - _BELOW)

    def first_words(self) -> str:
        return next((label.first_words() for label, _ in self._parts if label), "")


def _in_rows(parts: Sequence[_Part], width: float) -> Iterator[Sequence[_Part]]:
    """As many beside each other as have room."""
    row, used = list[_Part](), 0.0
    for part in parts:
        need = sum(_natural(each, width) for each in part)
        if row and used + _PART_GAP + need > width:
            yield row
            row, used = [], 0.0
        used += need + (_PART_GAP if row else 0.0)
        row.append(part)
    yield row


def _natural(paragraph: ThaiParagraph | None, width: float) -> float:
    """The width of the text on one line with a gap after it, at most `width`."""
    if paragraph is None:
        return 0.0
    paragraph.wrap(10 * width)
    style = paragraph.style
    longest = max((line.width for line in paragraph.lines), default=0.0) * style.size / 1000
    return min(longest + style.size * 0.35, width)


class LetterTop(Fixed):
    """Number at the left, sender at the right; both begin at the feet of the krut above."""

    keep_with_next = True

    def __init__(self, number: ThaiParagraph, office: Sequence[ThaiParagraph], right: float) -> None:
        """`right` is the part of the width where the sender begins."""
        super().__init__(0.0)
        self._number = number
        self._office = office
        self._right = right
        self._lift = number.style.line_height + BELOW_KRUT

    def wrap(self, width: float) -> float:
        self.width = width
        left = self._number.wrap(width * self._right - 2 * MM)
        office = sum(each.wrap(width * (1 - self._right)) for each in self._office)
        self.height = max(left, office, self._lift) - self._lift
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        top += self._lift
        self._number.draw(pen, x, top)
        for each in self._office:
            each.draw(pen, x + self.width * self._right, top)
            top -= each.height

    def first_words(self) -> str:
        return self._number.first_words()


class MemoTop(Fixed):
    """The small krut at the left, the title in the middle at its feet."""

    keep_with_next = True

    def __init__(self, image: bytes, size: float) -> None:
        super().__init__(MEMO_KRUT * MM + 2 * MM)
        self._image = image
        self._size = size

    def draw(self, pen: Pen, x: float, top: float) -> None:
        draw_krut(pen, self._image, x, top, MEMO_KRUT * MM, centred=False)
        baseline = top - MEMO_KRUT * MM + self._size * 0.2
        pen.text(x + self.width / 2, baseline, MEMO_TITLE, self._size, Align.CENTER, bold=True)

    def first_words(self) -> str:
        return MEMO_TITLE
