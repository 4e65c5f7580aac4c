"""The window's two parts beside each other: a side bar that folds to its icons, and the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class FoldingRow(QHBoxLayout):
    """Needs no more room than the body beside a folded bar, so that a window can be dragged narrow at once.

    `told` is called with whether the bar is to be folded: in a row narrower than `narrow`, or too narrow for both.
    """

    def __init__(self, side: QWidget, body: QWidget, widths: tuple[int, int, int], told: Callable[[bool], None]) -> None:
        super().__init__()
        self._side, self._body, self._told = side, body, told
        self._folded, self._open, self._narrow = widths
        self._is_folded: bool | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addWidget(side)
        self.addWidget(body, 1)

    def fold(self, width: int) -> None:
        folded = width < self._narrow or width < self._open + self._body.minimumSizeHint().width()
        if folded is not self._is_folded:
            self._is_folded = folded
            self._side.setFixedWidth(self._folded if folded else self._open)
            self._told(folded)

    def minimumSize(self) -> QSize:
        least = super().minimumSize()
        return QSize(least.width() - (self._side.minimumWidth() - self._folded), least.height())

    def setGeometry(self, place: QRect) -> None:
        self.fold(place.width())
        super().setGeometry(place)
