"""Lists of words, and several choices from a short catalogue list, ticked with the space bar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from hrdesk.ui.kit.widgets import say_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QShowEvent

_ID = Qt.ItemDataRole.UserRole


class PlainList(QListWidget):
    """Lines of text. Laid out anew when it is shown: rows measured before the style came would lie on each other."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.nothing = ""
        self.setAccessibleName(name)
        self.setWordWrap(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scheduleDelayedItemsLayout()

    def explain(self, nothing: str) -> None:
        """Says why there is no line, and what to do about it."""
        self.nothing = nothing
        self.setAccessibleDescription(nothing)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.nothing and not self.count():
            say_nothing(self.viewport(), self.nothing, self.palette().placeholderText().color())


class CheckList(PlainList):
    """Ids come back in the order of the catalogue."""

    edited = Signal()

    def __init__(self, name: str, items: Iterable[tuple[int, str]], chosen: Iterable[int]) -> None:
        super().__init__(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.refill(items, chosen)
        self.itemChanged.connect(self._told)

    def refill(self, items: Iterable[tuple[int, str]], chosen: Iterable[int]) -> None:
        self.blockSignals(True)
        self.clear()
        ticked = set(chosen)
        for key, text in items:
            item = QListWidgetItem(text, self)
            item.setToolTip(text)
            item.setData(_ID, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        if self.count():
            self.setCurrentRow(0)
        self.blockSignals(False)

    def _told(self) -> None:
        self.edited.emit()

    def chosen(self) -> tuple[int, ...]:
        items = [self.item(number) for number in range(self.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    # kept as a draft

    def draft_text(self) -> str:
        return json.dumps(self.chosen())

    def take_draft(self, text: str) -> None:
        """Ids that are no longer in the list are passed over."""
        ticked = {int(one) for one in json.loads(text)}
        for number in range(self.count()):
            item = self.item(number)
            wanted = Qt.CheckState.Checked if item.data(_ID) in ticked else Qt.CheckState.Unchecked
            if item.checkState() != wanted:
                item.setCheckState(wanted)
