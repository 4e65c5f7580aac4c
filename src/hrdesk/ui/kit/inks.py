"""Coloured shapes and lines of text for a painter whose pen and brush are never set: that would bring `Qt` (`flags.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainterPath, QPalette, QPen, QStaticText, QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QBrush, QPainter

LEFT, MIDDLE, RIGHT = 0.0, 0.5, 1.0  # the share of the free room that stands before a text


class Texts:
    """The lines of one widget: each is laid out once, however often it is painted."""

    def __init__(self) -> None:
        self._laid: dict[tuple[str, str, str], QStaticText] = {}

    def draw(  # noqa: PLR0917 - one line of text has this many sides
        self, painter: QPainter, box: QRectF, text: str, font: QFont, color: QColor, share: float
    ) -> None:
        """One line half-way up the box, which does not clip it."""
        key = (text, font.key(), color.name())
        laid = self._laid.get(key)
        if laid is None:
            laid = self._laid[key] = QStaticText(f'<span style="color:{color.name()}">{_escaped(text)}</span>')
            laid.prepare(QTransform(), font)
        size = laid.size()
        x, y = box.x() + share * (box.width() - size.width()), box.y() + (box.height() - size.height()) / 2
        painter.setFont(font)
        painter.drawStaticText(QPointF(x, y), laid)


def draw_line(painter: QPainter, begin: QPointF, end: QPointF, color: QColor, width: int) -> None:
    path = QPainterPath(begin)
    path.lineTo(end)
    painter.strokePath(path, _pen(color, width))


def draw_circle(painter: QPainter, box: QRectF, fill: QColor, edge: QColor, width: int) -> None:
    path = QPainterPath()
    path.addEllipse(box)
    _draw(painter, path, fill, edge, width)


def draw_box(painter: QPainter, box: QRectF, fill: QColor, edge: QColor, width: int = 1) -> None:
    path = QPainterPath()
    path.addRect(box)
    _draw(painter, path, fill, edge, width)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _draw(painter: QPainter, path: QPainterPath, fill: QColor, edge: QColor, width: int) -> None:
    painter.fillPath(path, _brush(fill))
    painter.strokePath(path, _pen(edge, width))


def _pen(color: QColor, width: int) -> QPen:
    pen = QPen()
    pen.setColor(color)
    pen.setWidth(width)
    return pen


def _brush(color: QColor) -> QBrush:
    """A palette's are solid; one that is made of a colour wants a style besides."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.brush(QPalette.ColorRole.Window)
