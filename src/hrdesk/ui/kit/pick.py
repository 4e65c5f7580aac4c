"""A choice from a long list by typing any part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView

from hrdesk.ui.kit.steady import SteadyCombo
from hrdesk.ui.kit.widgets import ChoiceBox, choose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


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
        edit, completer = self.lineEdit(), self.completer()
        if edit is not None:
            edit.setAccessibleName(name)
            edit.setStyleSheet("border: none; padding: 0; background: transparent; min-height: 0;")
            edit.editingFinished.connect(self._settle)
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view = self.view()
        if isinstance(view, QListView):  # else Qt lays out every line whenever the style comes anew: .1 s for 20,000 people
            view.setUniformItemSizes(True)
        for text, data in items:
            self.addItem(text, data)
        choose(self, value)

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:
        """Of what was typed: a key that saves leaves no time for the field to be left."""
        self._settle()
        return super().currentData(role)

    def _settle(self) -> None:
        text = self.currentText().strip()
        stands = text == self.itemText(self.currentIndex()).strip()  # another entry may read the same
        index = self.currentIndex() if stands else self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index < 0 and text:
            index = self.findText(text, Qt.MatchFlag.MatchContains)
        if index >= 0 and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.activated.emit(index)
        self.setEditText(self.itemText(self.currentIndex()))


class _Offering(QObject):
    """Asks for the words when the field is entered; the arrow down shows all that fit."""

    _completer: QCompleter | None = None  # again, when Python has let go of it and Qt has not yet

    def __init__(self, field: QLineEdit, words: Callable[[], Iterable[str]]) -> None:
        super().__init__(field)
        self._field, self._words = field, words
        self._completer = QCompleter(field)
        self._completer.setModel(QStringListModel(self._completer))
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setMaxVisibleItems(12)
        self._completer.activated[str].connect(self._taken)  # type: ignore[index]  # one signal for each type
        field.setCompleter(self._completer)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._completer is None:
            return False
        model = self._completer.model()
        assert isinstance(model, QStringListModel)
        typing = event.type() == QEvent.Type.KeyPress
        if event.type() == QEvent.Type.FocusIn or (typing and not model.rowCount()):
            model.setStringList(list(self._words()))
        if isinstance(event, QKeyEvent) and typing and event.key() == Qt.Key.Key_Down:
            self._completer.setCompletionPrefix(self._field.text())
            self._completer.complete()
            return True
        return super().eventFilter(watched, event)

    def _taken(self, text: str) -> None:
        """Choosing counts as typing: forms listen to that alone."""
        self._field.setText(text)
        self._field.textEdited.emit(text)


def suggest(field: QLineEdit, words: Iterable[str] | Callable[[], Iterable[str]]) -> None:
    """Offer words as they are typed, found by any part; any text is kept as typed.

    A function is asked each time the field is entered.
    """
    _Offering(field, words if callable(words) else lambda known=tuple(words): known)  # type: ignore[misc]


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
