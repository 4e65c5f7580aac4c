"""One line that ends in dots where it is too long. Qt's own `elidedText` cannot be asked without `Qt` itself (`flags.py`)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from PySide6.QtGui import QFontMetrics, QFontMetricsF

DOTS = "…"
_SARA_AM = "ำ"  # a letter to Unicode, a mark to whoever reads


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """As much of `text` as fits `width` pixels, the dots included; no mark is parted from its letter."""
    exact = QFontMetricsF(metrics)
    if exact.horizontalAdvance(text) <= width:
        return text
    room = width - exact.horizontalAdvance(DOTS)
    if room < 0:
        return ""
    end = bisect_right(range(len(text)), room, key=lambda size: exact.horizontalAdvance(text[:size])) - 1
    while end > 0 and _belongs_to_the_last(text[end]):
        end -= 1
    return text[:end] + DOTS


def _belongs_to_the_last(letter: str) -> bool:
    return letter == _SARA_AM or unicodedata.category(letter).startswith("M")
