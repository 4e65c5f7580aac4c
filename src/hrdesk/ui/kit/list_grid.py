"""A list typed as a grid, row by row, with a free row at its end; every change can be undone."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.steady import SteadyCombo
from hrdesk.ui.kit.table import Cells, Column
from hrdesk.ui.kit.widgets import column, label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.ui.kit.entry_grid import Typed
    from hrdesk.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Line = tuple[str, ...]  # the typed cells of a row


@dataclass(frozen=True)
class ListColumn:
    """`read` gives the text as it is kept, or raises ValueError; `shown` makes a column of the row that nobody types."""

    heading: str
    widest: str = ""
    right: bool = False
    stretch: bool = False
    read: Callable[[str], str] = str.strip
    choices: tuple[str, ...] = ()
    shown: Callable[[Line], str] | None = None


class _Model(EntryModel[Line]):
    def __init__(self, columns: Sequence[ListColumn]) -> None:
        self.kinds = tuple(columns)
        super().__init__([
            Column(c.heading, c.shown or partial(_cell, n), c.widest, c.right, stretch=c.stretch)
            for n, c in enumerate(columns)
        ])  # fmt: skip

    def can_edit(self, row: int, column: int) -> bool:  # noqa: ARG002
        return column < len(self.kinds) and self.kinds[column].shown is None


def _cell(number: int, line: Line) -> str:
    return line[number]


class _Choosing(Cells):
    """An editor with the choices of a column that has some."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        kind = model.kinds[index.column()] if isinstance(model, _Model) else None
        if kind is None or not kind.choices:
            return super().createEditor(parent, option, index)
        box = SteadyCombo(parent)
        box.addItems(["", *kind.choices])
        box.setAccessibleName(kind.heading)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Qt.ItemDataRole.EditRole))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox) and isinstance(model, _Model):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)  # type: ignore[arg-type]


class _Edit(QUndoCommand):
    def __init__(self, grid: ListGrid, text: str, after: tuple[Line, ...]) -> None:
        super().__init__(text)
        self._grid, self._before, self._after = grid, grid.lines, after

    def redo(self) -> None:
        self._grid.put(self._after)

    def undo(self) -> None:
        self._grid.put(self._before)


class ListGrid(QWidget):
    changed = Signal()

    def __init__(
        self, theme: Theme, title: str, columns: Sequence[ListColumn], lines: Sequence[Line], least: int = 4
    ) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = tuple(lines)
        self.stack = QUndoStack(self)
        self.model = _Model(columns)
        self.grid = EntryGrid(theme, title, self.model)
        self.grid.setItemDelegate(_Choosing(theme, self.grid))
        self.grid.setMinimumHeight(theme.row * least)
        self.model.typed.connect(self._typed)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        up = tool(theme, "up", f"เลื่อนแถวของ{title}ขึ้น", lambda: self._move(-1))
        down = tool(theme, "down", f"เลื่อนแถวของ{title}ลง", lambda: self._move(1))
        self.delete_button = tool(theme, "delete", f"ลบแถวที่เลือกจาก{title} (Ctrl+Delete)", self.delete_row)
        undo = tool(theme, "undo", f"เลิกทำใน{title} (Ctrl+Z)", self.stack.undo)
        head = row(theme, label(title, "section"), 1, undo, up, down, self.delete_button, gap="xs")
        box = column(theme, head, self.grid, self.wrong, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        keys(self.grid, {"Ctrl+Z": self.stack.undo, "Ctrl+Y": self.stack.redo, "Ctrl+Del": self.delete_row})
        self.setAccessibleName(title)
        self.put(self.lines)

    @property
    def blank(self) -> Line:
        return ("",) * len(self.model.kinds)

    def put(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.model.set_rows((*lines, self.blank))
        self.wrong.hide()
        self.changed.emit()

    def _typed(self, cells: Typed) -> None:
        lines = [list(line) for line in self.lines]
        for (at, column_at), text in sorted(cells.items()):
            kind = self.model.kinds[column_at]
            try:
                kept = kind.read(text) if text.strip() else ""
            except ValueError as error:
                self._refuse(f"{kind.heading} แถวที่ {at + 1}: {error}")
                return
            while len(lines) <= at:
                lines.append(list(self.blank))
            lines[at][column_at] = kept
        self._apply("แก้ไข", lines)

    def _apply(self, text: str, lines: Sequence[Sequence[str]]) -> None:
        kept = tuple(tuple(line) for line in lines if any(line))
        if kept != self.lines:
            self.stack.push(_Edit(self, text, kept))

    def take(self, lines: Sequence[Line]) -> None:
        """Other rows in place of all, as one change."""
        self._apply("ใช้รายการชุดใหม่", lines)

    def _refuse(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.show()

    def delete_row(self) -> None:
        at = self.grid.currentIndex().row()
        if 0 <= at < len(self.lines):
            self._apply("ลบแถว", [line for n, line in enumerate(self.lines) if n != at])

    def _move(self, step: int) -> None:
        at, lines = self.grid.currentIndex().row(), list(self.lines)
        if 0 <= at < len(lines) and 0 <= at + step < len(lines):
            lines[at], lines[at + step] = lines[at + step], lines[at]
            self._apply("ย้ายแถว", lines)
            self.grid.choose_row(at + step)

    # kept as a draft

    def draft_text(self) -> str:
        return json.dumps(self.lines, ensure_ascii=False)

    def take_draft(self, text: str) -> None:
        lines = tuple(tuple(map(str, line)) for line in json.loads(text))
        if any(len(line) < len(self.model.kinds) for line in lines):
            raise ValueError("lines are too short")
        self._apply("นำร่างกลับมา", lines)
