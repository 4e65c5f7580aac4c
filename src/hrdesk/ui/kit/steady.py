"""A choice that the wheel changes only where the officer is: a form is scrolled past it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QComboBox

from hrdesk.ui.kit import flags
from hrdesk.ui.kit.eliding import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

ARROW, BODY = 24, 11  # logical pixels of the arrow at the points of the body's letters


class SteadyCombo(QComboBox):
    """Without the wheel's focus; a text that is too long ends in dots, with the whole of it in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flags.put(self, focusPolicy=flags.STRONG_FOCUS)
        self._told = ""

    def sizeHint(self) -> QSize:
        """With room for an arrow as large as the letters: Qt reckons with one size whatever they are."""
        hint, points = super().sizeHint(), self.font().pointSizeF()
        return hint.grownBy(QMargins(0, 0, max(0, round(ARROW * (points / BODY - 1))), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter  # noqa: PLC0415 - as dear as `Qt` (`flags.py`)

        option: Any = QStyleOptionComboBox()  # the stubs know the fields of the base class only
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        shown = elided(self.fontMetrics(), option.currentText, room)
        self._tell(option.currentText if shown != option.currentText else "")
        option.currentText = shown
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _tell(self, whole: str) -> None:
        """The tool tip, unless it says something else already."""
        if self.toolTip() == self._told and whole != self._told:
            self.setToolTip(whole)
            self._told = whole
