"""A choice from a long list by typing any part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from hrdesk.ui.kit.steady import SteadyCombo
from hrdesk.ui.kit.widgets import ChoiceBox, choose

if TYPE_CHECKING:
    from collections.abc import Iterable


class PickBox(ChoiceBox):
    """Editable for searching only: what matches no entry falls back to the last choice."""

    def __init__(self, name: str, items: Iterable[tuple[str, object]], value: object = None) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(12)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, data in items:
            self.addItem(text, data)
        edit, completer = self.lineEdit(), self.completer()
        if edit is not None:
            edit.setAccessibleName(name)
            edit.setStyleSheet("border: none; padding: 0; background: transparent; min-height: 0;")
            edit.editingFinished.connect(self._settle)
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        choose(self, value)

    def _settle(self) -> None:
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index < 0 and text:
            index = self.findText(text, Qt.MatchFlag.MatchContains)
        if index >= 0 and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.activated.emit(index)
        self.setEditText(self.itemText(self.currentIndex()))


def suggest(field: QLineEdit, words: Iterable[str]) -> None:
    """Offer words as they are typed, found by any part; any text is kept as typed."""
    completer = QCompleter(list(words), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    field.setCompleter(completer)


class SuggestBox(SteadyCombo):
    """A text field with suggestions; any text is kept as typed."""

    def __init__(self, name: str, suggestions: Iterable[str], text: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.addItems(list(suggestions))
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)
            edit.setStyleSheet("border: none; padding: 0; background: transparent; min-height: 0;")
        self.setEditText(text)
