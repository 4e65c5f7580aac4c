"""Text side by side without rules, and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.reports.document import Align
from hrdesk.reports.typography.style import MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.reports.typography.paragraph import ThaiParagraph
    from hrdesk.reports.typography.pen import Pen

_SIGNING_ROOM = 30.0
_SIGNING_WIDTH = 60 * MM
_AFTER_SIGNATURE = 12.0
_SHARES = 2  # of the page's width; more signatures take less each
_LABEL_GAP = 3.0


class TextColumns:
    """One row of a borderless list; never split."""

    before = after = 0.0
    keep_with_next = False

    def __init__(self, cells: Sequence[ThaiParagraph], widths: Sequence[float]) -> None:
        self._cells = cells
        self._designed = widths
        self._widths = list(widths)
        self._left = 0.0
        self.height = 0.0

    def wrap(self, width: float) -> float:
        total = sum(self._designed)
        scale = min(1.0, width / total)
        self._widths = [each * scale for each in self._designed]
        self._left = (width - total * scale) / 2
        self.height = max(cell.wrap(room) for cell, room in zip(self._cells, self._widths, strict=True))
        return self.height

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        x += self._left
        for cell, width in zip(self._cells, self._widths, strict=True):
            cell.draw(pen, x, top)
            x += width

    def first_words(self) -> str:
        return next((words for cell in self._cells if (words := cell.first_words())), "")


class SignatureBlock:
    """Dotted lines to sign on, name and position centred under each, side by side.

    One alone stands in the right half of the page.
    """

    after = _AFTER_SIGNATURE
    keep_with_previous = True

    def __init__(self, signatures: Sequence[tuple[str, Sequence[ThaiParagraph]]], size: float) -> None:
        """A signature is its label and what is set below its line."""
        self.before = _SIGNING_ROOM
        self.keep_with_next = False
        self._signatures = signatures
        self._size = size
        self._share = self._line = 0.0
        self.height = 0.0

    def wrap(self, width: float) -> float:
        self._share = width / max(len(self._signatures), _SHARES)
        signed_over = not any(label for label, _ in self._signatures)  # the name itself, without a line
        self._line = 0.0 if signed_over else self._signatures[0][1][0].style.line_height
        heights = (sum(each.wrap(self._share) for each in below) for _, below in self._signatures)
        self.height = self._line + max(heights)
        return self.height

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left = x + self._share * max(_SHARES - len(self._signatures), 0)
        for label, below in self._signatures:
            self._draw_one(pen, left, top, label, below)
            left += self._share

    def _draw_one(self, pen: Pen, left: float, top: float, label: str, below: Sequence[ThaiParagraph]) -> None:
        shown = pen.setter.width(label, self._size) + _LABEL_GAP if len(self._signatures) > 1 else 0.0
        width = min(_SIGNING_WIDTH, self._share - shown - 3 * _LABEL_GAP)
        start = left + (self._share - width + shown) / 2
        baseline = top - self._size
        if label:
            pen.text(start - _LABEL_GAP, baseline, label, self._size, Align.RIGHT)
            pen.dotted(start, start + width, baseline, self._size)
        down = top - self._line
        for each in below:
            each.draw(pen, left, down)
            down -= each.height

    def first_words(self) -> str:
        label, below = self._signatures[0]
        return label or below[0].first_words()
