"""Grids that are typed into: cells copied, pasted as a block from a sheet, cleared, and moved through by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from hrdesk.ui.kit.clipboard import Block, copy_block, pasted_block
from hrdesk.ui.kit.table import RowsModel, Table

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Typed = Block  # by hand or pasted


class EntryModel(RowsModel[R]):
    """Tells what was typed; whoever listens decides what becomes of it and sets the rows anew."""

    typed = Signal(object)  # Typed

    def can_edit(self, row: int, column: int) -> bool:  # noqa: ARG002
        return False

    def edit_text(self, row: int, column: int) -> str:
        """What the editor begins with."""
        return self.columns[column].text(self.rows[row])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and self.can_edit(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and self.row_at(index) is not None:
            return self.edit_text(index.row(), index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = "" if value is None else str(value)
        if role != Qt.ItemDataRole.EditRole or text == self.edit_text(index.row(), index.column()):
            return False
        self.typed.emit({(index.row(), index.column()): text})
        return True


class EntryGrid(Table):
    """Typing starts editing; Enter goes down; Ctrl+C, Ctrl+V and Delete work on the selected cells."""

    def __init__(self, theme: Theme, name: str, model: EntryModel[Any]) -> None:
        super().__init__(theme, name, model)
        self.entry = model
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.step(1, 0)
        else:
            super().keyPressEvent(event)

    def step(self, down: int, right: int) -> None:
        """Move the current cell, staying inside."""
        here = self.currentIndex()
        there = self.entry.index(here.row() + down, here.column() + right)
        if there.isValid():
            self.setCurrentIndex(there)

    def editable(self) -> list[tuple[int, int]]:
        """The selected cells that may be changed."""
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        return [cell for cell in cells if self.entry.can_edit(*cell)]

    def copy(self) -> None:
        copy_block({(index.row(), index.column()): str(index.data() or "") for index in self.selectedIndexes()})

    def paste(self) -> None:
        """What does not fit is left out."""
        columns, may = self.entry.columnCount(), self.entry.can_edit
        if cells := {at: text for at, text in pasted_block(self.currentIndex()).items() if at[1] < columns and may(*at)}:
            self.entry.typed.emit(cells)

    def clear_cells(self) -> None:
        cells = dict.fromkeys(self.editable(), "")
        if cells:
            self.entry.typed.emit(cells)
