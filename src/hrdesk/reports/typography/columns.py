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
    """A dotted line to sign on, name and position centred under it, in the right half of the page."""

    after = _AFTER_SIGNATURE
    keep_with_next = False
    keep_with_previous = True

    def __init__(self, label: str, below: Sequence[ThaiParagraph], size: float) -> None:
        self.before = _SIGNING_ROOM
        self._label = label
        self._below = below
        self._size = size
        self._half = 0.0
        self.height = 0.0

    def wrap(self, width: float) -> float:
        self._half = width / 2
        line = self._below[0].style.line_height
        self.height = line + sum(each.wrap(self._half) for each in self._below)
        return self.height

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left = x + self._half
        width = min(_SIGNING_WIDTH, self._half)
        start = left + (self._half - width) / 2
        baseline = top - self._size
        pen.text(start - 3, baseline, self._label, self._size, Align.RIGHT)
        pen.dotted(start, start + width, baseline, self._size)
        down = top - self._below[0].style.line_height
        for each in self._below:
            each.draw(pen, left, down)
            down -= each.height

    def first_words(self) -> str:
        return self._label
