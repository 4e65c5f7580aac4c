"""Qt's own way of drawing the cells of a table, to hold ours against."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from hrdesk.ui.kit.cells import Cells

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from hrdesk.ui.kit.table import Table


class QtCells(Cells):
    def paint(self, painter: QPainter, option, index) -> None:
        QStyledItemDelegate.paint(self, painter, option, index)


def picture(table: Table) -> QImage:
    for _ in range(2):  # a bar to scroll comes in a turn of its own
        QApplication.processEvents()
    return table.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def alike(one: QImage, other: QImage) -> bool:
    """Dot for dot. On Windows a text laid out is a dot wider than one measured, at some sizes: it may stand a dot beside."""
    return one == other or (sys.platform == "win32" and one.size() == other.size() and _in_lines(one) == _in_lines(other))


def _in_lines(image: QImage) -> list[list[int]]:
    """The dots of each line in order of their colour, whichever place they have in it."""
    dots = memoryview(image.constBits()).cast("I")
    return [sorted(dots[line * image.width() : (line + 1) * image.width()]) for line in range(image.height())]


def as_qt_draws(table: Table) -> QImage:
    """The same table with Qt's cells for a moment."""
    ours, qts = table.itemDelegate(), QtCells(table.theme, table)
    table.setItemDelegate(qts)
    drawn = picture(table)
    table.setItemDelegate(ours)
    qts.deleteLater()
    return drawn
