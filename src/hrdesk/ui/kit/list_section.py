"""A short list of a plan or a project with its buttons: add, edit, delete, move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.ui.kit.item_dialog import ItemDialog
    from hrdesk.ui.kit.theme import Theme


class Holder(Protocol):
    """What a list needs of the holder of its value: a plan's draft, or a `ValueHolder`."""

    changed: Any  # the signal

    @property
    def draft(self) -> Any: ...

    @property
    def frozen(self) -> bool: ...

    def apply(self, text: str, draft: Any) -> None: ...


@dataclass(frozen=True)
class ListKind:
    """How a list is read from what holds it (a draft, a project), put back, shown, and its items edited."""

    title: str
    noun: str  # after เพิ่ม and ลบ
    columns: tuple[Column[Any], ...]
    get: Callable[[Any], Sequence[Any]]
    put: Callable[[Any, tuple[Any, ...]], Any]
    new: Callable[[Any], Any]
    dialog: Callable[[Theme, Any, Any, QWidget], ItemDialog]
    ordered: bool = True  # the officer sets the order


class ListSection(QWidget):
    def __init__(self, theme: Theme, holder: Holder, kind: ListKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.holder = holder
        self.kind = kind
        self.table = Table(theme, kind.title, RowsModel(kind.columns))
        self.table.setMinimumHeight(theme.row * 4)
        self.table.explain(f"ยังไม่มี{kind.noun} กด “เพิ่ม{kind.noun}” หรือ Ctrl+N เพื่อเพิ่มรายการแรก")
        self.table.opened.connect(self.edit)
        self.add_button = button(f"เพิ่ม{kind.noun}", self.add)
        self.edit_button = tool(theme, "edit", f"แก้ไข{kind.noun}ที่เลือก", self.edit)
        self.delete_button = tool(theme, "delete", f"ลบ{kind.noun}ที่เลือก (Delete)", self.delete)
        self.up_button = tool(theme, "up", f"เลื่อน{kind.noun}ขึ้น", self._up)
        self.down_button = tool(theme, "down", f"เลื่อน{kind.noun}ลง", self._down)
        self.buttons = [self.add_button, self.edit_button, self.delete_button]
        moves = [self.up_button, self.down_button] if kind.ordered else []
        self.buttons += moves
        self.heading = label(kind.title, "section")
        head = row(theme, self.heading, 1, *moves, self.edit_button, self.delete_button, self.add_button, gap="xs")
        box = column(theme, head, self.table, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.setAccessibleName(kind.title)
        keys(self.table, {"Del": self.delete, "F2": self.edit})
        keys(self, {"Ctrl+N": self.add}, within=True)
        holder.changed.connect(self.refresh)
        self.refresh()

    def items(self) -> tuple[Any, ...]:
        return tuple(self.kind.get(self.holder.draft))

    def refresh(self) -> None:
        items = self.items()
        row_before = self.table.currentIndex().row()
        self.table.rows.set_rows(items)
        self.heading.setText(f"{self.kind.title} ({len(items)})")
        if items:
            self.table.choose_row(max(0, min(row_before, len(items) - 1)))
        for one in self.buttons:
            one.setEnabled(not self.holder.frozen and (bool(items) or one is self.add_button))

    # kept as a draft

    def draft_text(self) -> str:
        return to_json(self.items())

    def take_draft(self, text: str) -> None:
        kind = type(self.kind.new(self.holder.draft))
        self._store(tuple_from_json(kind, text), "นำร่างกลับมา")

    def _store(self, items: Sequence[Any], text: str) -> None:
        self.holder.apply(text, self.kind.put(self.holder.draft, tuple(items)))

    def add(self) -> None:
        if self.holder.frozen:
            return
        item = self.kind.new(self.holder.draft)
        dialog = self.kind.dialog(self.theme, self.holder.draft, item, self)
        dialog.accepted.connect(lambda: self._added(dialog.item))
        self._open(dialog)

    def _added(self, item: Any) -> None:
        self._store([*self.items(), item], f"เพิ่ม{self.kind.noun}")
        self.table.choose_where(lambda one: one == item)

    def edit(self, _record: object = None) -> None:
        place = self.table.currentIndex().row()
        items = list(self.items())
        if not 0 <= place < len(items) or self.holder.frozen:
            return
        dialog = self.kind.dialog(self.theme, self.holder.draft, items[place], self)

        def put() -> None:
            items[place] = dialog.item
            self._store(items, f"แก้ไข{self.kind.noun}")

        dialog.accepted.connect(put)
        self._open(dialog)

    @staticmethod
    def _open(dialog: ItemDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def delete(self) -> None:
        place = self.table.currentIndex().row()
        items = list(self.items())
        if 0 <= place < len(items):
            del items[place]
            self._store(items, f"ลบ{self.kind.noun}")

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        place = self.table.currentIndex().row()
        items = list(self.items())
        if 0 <= place < len(items) and 0 <= place + step < len(items):
            items[place], items[place + step] = items[place + step], items[place]
            self._store(items, f"ย้าย{self.kind.noun}")
            self.table.choose_row(place + step)
