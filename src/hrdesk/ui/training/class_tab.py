"""What the tabs of a class share: which class, its grid edits on an undo stack, and a line that tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QStackedLayout

from hrdesk.services import Area
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import column, label, set_tone, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QBoxLayout, QToolButton, QWidget

    from hrdesk.ui.kit.desk import Desk

Cells = dict[Any, Any]  # key of a cell → its value, None for empty


class CellEdit(QUndoCommand):
    """Cells of one move; undone by writing what stood there."""

    def __init__(self, tab: ClassTab, text: str, after: Cells, before: Cells) -> None:
        super().__init__(text)
        self._tab, self._after, self._before = tab, after, before

    def redo(self) -> None:
        self._tab.store(self._after)

    def undo(self) -> None:
        self._tab.store(self._before)


class ClassTab(Page):
    """The class's section tells it which class; it reads again when something of the training changed."""

    areas = Area.TRAINING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.class_id = 0
        self.locked = False  # a completed class
        self.stack = QUndoStack(self)
        self.bringing: object = None  # the import under way, kept alive by nothing else
        self.told = label("", "", wrap=True)
        self.told.hide()

    def show_class(self, class_id: int, *, locked: bool) -> None:
        if class_id != self.class_id:
            self.stack.clear()
            self.tell("")
        self.class_id, self.locked = class_id, locked
        self.stale = True

    def lay(self, bar: QBoxLayout, listed: QWidget, empty: QWidget, *below: QWidget) -> None:
        """The tools above, then the list or what is said where there is none, what is told, and `below`."""
        self._either = QStackedLayout()
        self._either.addWidget(listed)
        self._either.addWidget(empty)
        box = column(self.theme, bar, self._either, self.told, *below, gap="s")
        box.setStretch(1, 1)
        box.setContentsMargins(0, self.theme.px(8), 0, 0)
        self.setLayout(box)

    def show_list(self, there: bool) -> None:
        self._either.setCurrentIndex(0 if there else 1)

    def undo_tools(self, grid: QWidget) -> tuple[QToolButton, QToolButton]:
        """Two buttons, and the keys while the grid has the focus."""
        keys(grid, {"Ctrl+Z": self.stack.undo, "Ctrl+Y": self.stack.redo})
        undo = tool(self.theme, "undo", "เลิกทำ (Ctrl+Z)", self.stack.undo)
        redo = tool(self.theme, "redo", "ทำซ้ำ (Ctrl+Y)", self.stack.redo)
        for widget, signal in ((undo, self.stack.canUndoChanged), (redo, self.stack.canRedoChanged)):
            widget.setEnabled(False)
            signal.connect(widget.setEnabled)
        return undo, redo

    def tell(self, text: str, tone: str = "") -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        set_tone(self.told, tone)

    # grids

    def value_of(self, key: Any) -> Any:
        """What stands in a cell now."""
        raise NotImplementedError

    def write(self, cells: Mapping[Any, Any]) -> Callable[[], Area]:
        """The change, for the worker."""
        raise NotImplementedError

    def edit(self, text: str, after: Cells) -> None:
        """Put cells on the stack, which stores them; those that stay as they are are left out."""
        if self.locked:
            self.tell("รุ่นนี้ปิดแล้ว กด “เปิดรุ่นอีกครั้ง” ก่อนแก้ไข", "warn")
            return
        changed = {key: value for key, value in after.items() if value != self.value_of(key)}
        if changed:
            self.tell("")
            self.stack.push(CellEdit(self, text, changed, {key: self.value_of(key) for key in changed}))

    def store(self, cells: Cells) -> None:
        self.desk.change(self, self.write(cells), failed=self._refused)

    def _refused(self, error: Exception) -> None:
        from hrdesk.errors import UserError  # noqa: PLC0415 - seldom

        self.stack.clear()  # what is on it no longer says what stands in the cells
        if isinstance(error, UserError):
            self.tell(str(error), "error")
        else:
            self.desk.complain(self, error)
        self.refresh()
