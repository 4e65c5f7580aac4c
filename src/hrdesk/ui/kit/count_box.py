"""A box for whole numbers: typed in digits of either script, or stepped by keys and arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSpinBox

from hrdesk.thai.numbers import arabic_digits
from hrdesk.ui.kit import flags

if TYPE_CHECKING:
    from PySide6.QtGui import QValidator, QWheelEvent

_ROOM = 6  # pixels beside the figure: Qt gives a styled box none of its padding


class CountBox(QSpinBox):
    """`least` to `most`, both included; `unit` is written behind the figure."""

    def __init__(self, name: str, value: int, least: int, most: int, *, unit: str = "") -> None:
        super().__init__()
        flags.put(self, focusPolicy=flags.STRONG_FOCUS)  # Qt's own gives the keyboard to what is scrolled over
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setValue(value)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(_ROOM, 0, _ROOM, 0)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        return super().validate(arabic_digits(text), place)

    def valueFromText(self, text: str) -> int:
        return super().valueFromText(arabic_digits(text))

    def fixup(self, text: str) -> str:
        return super().fixup(arabic_digits(text))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change the figure that comes under the pointer."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class YearBox(CountBox):
    """A fiscal year in พ.ศ."""

    def __init__(self, name: str, year: int) -> None:
        super().__init__(name, year, 2540, 2699)
