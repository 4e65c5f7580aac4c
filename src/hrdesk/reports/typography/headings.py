"""Headings with their places in the outline, and the lines of the contents that point to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Align, Run
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.style import MM

if TYPE_CHECKING:
    from hrdesk.reports.document import Heading
    from hrdesk.reports.typography.pen import Pen
    from hrdesk.reports.typography.style import TextStyle
    from hrdesk.reports.typography.units import Typesetter

_NUMBER_ROOM = 12 * MM
_LEADER_GAP = 6.0
_LEVEL_INDENT = 8 * MM


class HeadingParagraph(ThaiParagraph):
    """Never split, never last on a page. `key` is its link target."""

    is_title = True

    def __init__(self, setter: Typesetter, heading: Heading, style: TextStyle, key: str) -> None:
        runs = (Run("\n".join(heading.lines)),)
        super().__init__(setter, setter.units(runs, bold=style.bold), style)
        self.keep_with_next = True
        self.heading = heading
        self.key = key

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.canvas.bookmarkHorizontalAbsolute(self.key, top)
        if self.heading.listed:
            level = min(self.heading.level, pen.outline_level + 1)
            pen.outline_level = level
            pen.canvas.addOutlineEntry(self.heading.text, self.key, level, closed=level > 0)
        super().draw(pen, x, top)


class ContentsLine(ThaiParagraph):
    """An entry completed by dots and the page number, which is known once the book is paged."""

    def __init__(self, setter: Typesetter, heading: Heading, style: TextStyle, key: str) -> None:
        indent = heading.level * _LEVEL_INDENT
        entry = replace(style, left=indent, right=_NUMBER_ROOM)
        super().__init__(setter, setter.units((Run(heading.text),)), entry)
        self.key = key
        self.number = ""
        self._room = 0.0

    def wrap(self, width: float) -> float:
        self._room = width
        return super().wrap(width)

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        super().draw(pen, x, top)
        pen.canvas.linkAbsolute("", self.key, (x, top - self.height, x + self._room, top), thickness=0)
        if not self.number:
            return
        size = self.style.size
        baseline = top - (len(self.lines) - 1) * self.style.line_height - size
        right = x + self._room
        pen.text(right, baseline, self.number, size, Align.RIGHT)
        start = x + self.style.left + self.lines[-1].width * size / 1000 + _LEADER_GAP
        stop = right - self._number_width() - _LEADER_GAP
        pen.dotted(start, stop, baseline, size)

    def _number_width(self) -> float:
        return self._setter.width(self.number, self.style.size)
