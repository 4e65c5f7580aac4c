"""How high a row must be for its texts: about, for programs set them in different fonts."""

from __future__ import annotations

import math

from hrdesk.thai.text import letter_columns

LINE = 24.0  # points of one line of the sheets' font, also in the fonts that stand in for it
FILLED = 0.9  # of a line, which ends between words
_TALLEST = 409.0  # points Excel gives a row at most


def lines_of(text: str, letters: float) -> int:
    """Lines the text takes where about so many letters stand on one."""
    return sum(max(1, math.ceil(letter_columns(line) / letters)) for line in text.split("\n"))


def row_height(lines: int, line: float = LINE) -> float:
    """Points; a text of more lines than Excel shows is all in its cell still."""
    return min(lines * line, _TALLEST)
