"""Texts laid out once and drawn many times: Qt's own cells lay each text out, twice where it is too long, at every paint.

Laying out is what a list of Thai costs, for Thai is looked through for its words each time.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QStaticText, QTransform

from hrdesk.ui.kit.inks import LEFT

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_MAY_BREAK = "\u200b"  # says nothing in one line, but a font of Windows lends it, whose height would move the line
MOST = 2_000  # texts kept: the lists of some screens


class Laid(NamedTuple):
    text: QStaticText
    free: float  # logical pixels of the room that the text leaves
    height: int


class KeptTexts:
    """For one font: whoever paints says `forget` when it changes."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Laid] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def forget(self) -> None:
        self._kept.clear()

    def draw(self, painter: QPainter, place: tuple[int, int, int, int], text: str, share: float = LEFT) -> None:
        """One line in the middle of the place (x, y, width, height), with dots at its end where it is too long."""
        x, y, room, height = place
        laid = self._kept.get((text, room)) or self._lay(painter, text, room)
        painter.drawStaticText(QPointF(x + share * laid.free, y + height // 2 - laid.height // 2), laid.text)

    def _lay(self, painter: QPainter, text: str, room: int) -> Laid:
        if len(self._kept) >= MOST:
            self._kept.clear()
        line, more, _ = text.replace(_MAY_BREAK, "").partition("\n")
        line += "…" * len(more)
        kept = _prepared(painter, line)
        if kept.size().width() > room:
            kept = _prepared(painter, painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room))
        size = kept.size()
        laid = self._kept[text, room] = Laid(kept, room - size.width(), ceil(size.height()))
        return laid


def _prepared(painter: QPainter, text: str) -> QStaticText:
    kept = QStaticText(text)
    kept.setTextFormat(Qt.TextFormat.PlainText)
    kept.prepare(QTransform(), painter.font())
    return kept
