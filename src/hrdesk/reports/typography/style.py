"""Sizes, indents and white space of running text. Lengths are points."""

from __future__ import annotations

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Align

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class TextStyle:
    size: float = 16.0
    leading: float = 1.3  # of the size
    align: Align = Align.LEFT
    bold: bool = False
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0  # further indent of the first line
    before: float = 0.0
    after: float = 0.0

    @property
    def line_height(self) -> float:
        return self.size * self.leading
