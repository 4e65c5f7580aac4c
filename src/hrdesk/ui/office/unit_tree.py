"""สำนัก/กอง → ฝ่าย → งาน with their heads: add, rename in place, move by key or mouse, delete; all can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.signing import SigningRole, signing
from hrdesk.domain.unit_order import Move, moved, placed
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDropEvent

    from hrdesk.domain.signing import Signatory
    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk

_UNIT = Qt.ItemDataRole.UserRole
_KEYS = {Move.UP: "Alt+Up", Move.DOWN: "Alt+Down", Move.IN: "Alt+Right", Move.OUT: "Alt+Left"}
_VERBS = {Move.UP: "ขึ้น", Move.DOWN: "ลง", Move.IN: "เข้าใต้หน่วยบน", Move.OUT: "ออกมาหนึ่งชั้น"}


class DropTree(QTreeWidget):
    """Tells where a unit was dropped and leaves the moving to others."""

    dropped = Signal(int, object, int)  # unit, what it stands under now, its number there

    def dropEvent(self, event: QDropEvent) -> None:
        item, target = self.currentItem(), self.itemAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the tree is shown anew from what was stored
        event.accept()
        if item is None:
            return
        parent, index = (target, target.childCount()) if target is not None else (None, self.topLevelItemCount())
        if target is not None and (below := self._beside(target, event.position().toPoint().y())) is not None:
            parent = target.parent()
            index = (parent or self.invisibleRootItem()).indexOfChild(target) + below
        if item.parent() is parent and (parent or self.invisibleRootItem()).indexOfChild(item) < index:
            index -= 1  # counted without the one that moves
        unit: OrgUnit = item.data(0, _UNIT)
        self.dropped.emit(unit.id, parent.data(0, _UNIT).id if parent is not None else None, index)

    def _beside(self, target: QTreeWidgetItem, height: int) -> bool | None:
        """Whether below it or above it; None when onto it. The edges are those at which Qt draws its line."""
        area = self.visualItemRect(target)
        edge = min(max(round(area.height() / 5.5), 2), 12)
        if height - area.top() < edge:
            return False
        return True if area.bottom() - height < edge else None


class _Arrangement(QUndoCommand):
    def __init__(self, tree: UnitTree, text: str, before: tuple[OrgUnit, ...], after: tuple[OrgUnit, ...]) -> None:
        super().__init__(text)
        self._tree, self._before, self._after = tree, before, after

    def redo(self) -> None:
        self._tree.arrange(self._after)

    def undo(self) -> None:
        self._tree.arrange(self._before)


class UnitTree(QWidget):
    """Each change is saved at once."""

    head_wanted = Signal(int)  # the unit whose head is to be entered

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.units: tuple[OrgUnit, ...] = ()
        self.signatories: tuple[Signatory, ...] = ()
        self._wanted = 0  # the unit to select, and to name when it is new
        self._name_it = False
        self.stack = QUndoStack(self)
        self._make_tree()
        self._make_buttons()
        theme = desk.theme
        self.undo = UndoBar(theme, self)
        about = label("ลากเพื่อย้าย หรือกด Alt พร้อมลูกศรขึ้น ลง เข้า ออก  ·  Ctrl+Z เลิกทำ", "small", wrap=True)
        moves = row(theme, *self.move_buttons.values(), self.undo_button, self.redo_button, 1)
        edits = row(theme, self.add_top, self.add_under, self.rename, self.head_button, self.remove, 1)
        box = column(theme, edits, self.tree, self.undo, moves, about)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._moved()

    def _make_tree(self) -> None:
        theme = self.desk.theme
        self.tree = DropTree()
        self.tree.setAccessibleName("ส่วนราชการ")
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels(["ส่วนราชการ", "หัวหน้า"])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setMinimumSectionSize(theme.px(80))
        self.tree.header().resizeSection(1, theme.px(280))
        self.tree.setTabKeyNavigation(False)
        self.tree.setIndentation(theme.px(20))
        self.tree.setMinimumHeight(theme.row * 6)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.tree.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.tree.itemChanged.connect(self._renamed)
        self.tree.currentItemChanged.connect(self._moved)
        self.tree.dropped.connect(self._drop)

    def _make_buttons(self) -> None:
        self.add_top = button("เพิ่มสำนัก/กอง", self._add_top)
        self.add_under = button("เพิ่มใต้ที่เลือก", self._add_under)
        self.rename = button("เปลี่ยนชื่อ (F2)", self._edit)
        self.remove = button("ลบ", self._delete, name="ลบส่วนราชการที่เลือก")
        self.head_button = button("หัวหน้า…", self._enter_head, name="หัวหน้าของส่วนราชการที่เลือก")
        self.move_buttons = {m: button(_VERBS[m], partial(self.shift, m), name=f"ย้ายที่เลือก{_VERBS[m]}") for m in Move}
        self.undo_button = button("เลิกทำ", self.stack.undo, name="เลิกทำการย้าย")
        self.redo_button = button("ทำซ้ำ", self.stack.redo, name="ทำการย้ายซ้ำ")
        for one, can in ((self.undo_button, self.stack.canUndoChanged), (self.redo_button, self.stack.canRedoChanged)):
            one.setEnabled(False)
            can.connect(one.setEnabled)
        slots = {key: self.move_buttons[move].click for move, key in _KEYS.items()}
        slots |= {"Ctrl+Z": self.stack.undo, "Ctrl+Y": self.stack.redo, "Del": self.remove.click}
        keys(self.tree, slots)

    # showing

    def show_units(self, units: Sequence[OrgUnit], signatories: Sequence[Signatory] = ()) -> None:
        current = self._wanted or (unit.id if (unit := self.current()) else 0)
        if {unit.id for unit in units} != {unit.id for unit in self.units}:
            self.stack.clear()  # an arrangement is of all units there are
        self.units, self.signatories = tuple(units), tuple(signatories)
        self.tree.blockSignals(True)
        self.tree.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for unit in units:
            head = signing(signatories, SigningRole.UNIT_HEAD, unit.id)
            item = QTreeWidgetItem([unit.name, head.name if head else ""])
            item.setData(0, _UNIT, unit)
            item.setToolTip(1, head.own_line if head else "")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            items[unit.id] = item
        for unit in units:
            above = items.get(unit.parent) if unit.parent is not None else None
            (above or self.tree.invisibleRootItem()).addChild(items[unit.id])
        self.tree.expandAll()
        self.tree.blockSignals(False)
        if current in items:
            self.tree.setCurrentItem(items[current])
            if self._name_it:
                self.tree.editItem(items[current], 0)
        elif units:
            self.tree.setCurrentItem(items[units[0].id])
        self._wanted, self._name_it = 0, False
        self._moved()

    def current(self) -> OrgUnit | None:
        item = self.tree.currentItem()
        return item.data(0, _UNIT) if item is not None else None

    def _moved(self) -> None:
        unit = self.current()
        for one in (self.add_under, self.rename, self.head_button, self.remove):
            one.setEnabled(unit is not None)
        for move, one in self.move_buttons.items():
            one.setEnabled(unit is not None and moved(self.units, unit.id, move) != self.units)

    # moving

    def shift(self, move: Move) -> None:
        if (unit := self.current()) is not None:
            self._arrange(unit, moved(self.units, unit.id, move))

    def _drop(self, unit_id: int, parent: int | None, index: int) -> None:
        unit = next(one for one in self.units if one.id == unit_id)
        self._arrange(unit, placed(self.units, unit_id, parent, index))

    def _arrange(self, unit: OrgUnit, after: tuple[OrgUnit, ...]) -> None:
        if after != self.units:
            self.stack.push(_Arrangement(self, f"ย้าย “{unit.name}”", self.units, after))

    def arrange(self, units: tuple[OrgUnit, ...]) -> None:
        """Store the order; names may have changed since it was made."""
        register = self.desk.services.register
        self.desk.change(self, lambda: register.arrange_units(units), None, self._not_arranged)

    def _not_arranged(self, error: Exception) -> None:
        self.stack.clear()
        self.desk.complain(self, error)

    # editing

    def _add_top(self) -> None:
        self._save(OrgUnit(0, "กองใหม่"), name_it=True)

    def _add_under(self) -> None:
        unit = self.current()
        if unit is not None:
            self._save(OrgUnit(0, "ฝ่าย/งานใหม่", unit.id), name_it=True)

    def _enter_head(self) -> None:
        if (unit := self.current()) is not None:
            self.head_wanted.emit(unit.id)

    def _edit(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def _renamed(self, item: QTreeWidgetItem, at: int) -> None:
        unit: OrgUnit | None = item.data(0, _UNIT)
        if unit is None or at:
            return
        name = clean(item.text(0))
        if name and name != unit.name:
            self._save(replace(unit, name=name))
        elif item.text(0) != unit.name:
            item.setText(0, unit.name)

    def _save(self, unit: OrgUnit, *, name_it: bool = False) -> None:
        register = self.desk.services.register

        def done(unit_id: int | None) -> None:
            self._wanted, self._name_it = unit_id or unit.id, name_it

        self.desk.change(self, lambda: register.save_unit(unit), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.desk.complain(self, error)
        item, unit = self.tree.currentItem(), self.current()
        if item is not None and unit is not None:
            item.setText(0, unit.name)

    def _delete(self) -> None:
        unit = self.current()
        if unit is None:
            return
        register = self.desk.services.register

        def back(removed: Deleted) -> None:
            self.desk.change(self, lambda: register.put_unit_back(removed), self._show_again, self._failed)

        def done(removed: Deleted | None) -> None:
            if removed is not None:
                self.undo.offer(f"ลบ “{removed.name}” แล้ว", lambda: back(removed))

        self.desk.change(self, lambda: register.delete_unit(unit.id), done)

    def _show_again(self, unit_id: int | None) -> None:
        self._wanted = unit_id or 0
