"""Heads of letters and memoranda, and dotted lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.reports.document import Align
from hrdesk.reports.forms.letterheads import MEMO_KRUT, MEMO_TITLE
from hrdesk.reports.typography.fixed import BELOW_KRUT, Fixed, draw_krut
from hrdesk.reports.typography.style import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.reports.typography.paragraph import ThaiParagraph
    from hrdesk.reports.typography.pen import Pen

_DOT, _DOT_STEP = 0.7, 2.6  # points: width of a dot, from one to the next
_BELOW = 2.0  # the dots stand that far below the baseline, clear of descenders' middles
_PART_GAP = 4.0


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


class FillLine(Fixed):
    """Labels, each followed by dots up to the next; a text standing on the last may take several lines."""

    filled_in = True

    def __init__(
        self, parts: Sequence[tuple[ThaiParagraph | None, ThaiParagraph | None]], line_height: float
    ) -> None:
        """A part is its label and what stands on its dots, each None when empty."""
        super().__init__(line_height)
        self._parts = parts
        self._line = line_height
        self._edges: list[tuple[float, float, float]] = []  # where label, dots and part end

    def wrap(self, width: float) -> float:
        self.width = width
        labels = [_natural(label, width) for label, _ in self._parts]
        needs = [_natural(text, width) for _, text in self._parts]
        room = width - sum(labels) - _PART_GAP * (len(labels) - 1)
        spare = max(room - sum(needs), 0.0) / len(needs)
        self._edges, at = [], 0.0
        for before, need in zip(labels, needs, strict=True):
            end = min(at + before + need + spare, width)
            self._edges.append((at, at + before, end))
            at = end + _PART_GAP
        if len(self._parts) == 1:
            self._edges = [(0.0, labels[0], width)]
        lines = 1
        for (_, start, end), (_label, text) in zip(self._edges, self._parts, strict=True):
            if text:
                text.wrap(max(end - start, 1.0))
                lines = max(lines, len(text.lines))
        self.height = self._line * lines
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for (at, start, end), (label, text) in zip(self._edges, self._parts, strict=True):
            baseline = top - self._line * 0.75
            if label:
                label.draw(pen, x + at, baseline + label.style.size)
            if text:
                text.draw(pen, x + start, baseline + text.style.size)
            for number in range(len(text.lines) if text else 1):
                draw_dots(pen, x + start, x + end, baseline - number * self._line - _BELOW)

    def first_words(self) -> str:
        return next((label.first_words() for label, _ in self._parts if label), "")


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
