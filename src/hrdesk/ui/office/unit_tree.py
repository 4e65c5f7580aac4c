"""สำนัก/กอง → ฝ่าย → งาน: add, rename in place, delete with undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from hrdesk.domain.office import OrgUnit
from hrdesk.thai.text import clean
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.widgets import button, column, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.ui.kit.desk import Desk

_UNIT = Qt.ItemDataRole.UserRole


class UnitTree(QWidget):
    """Each change is saved at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        theme = desk.theme
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("ส่วนราชการ")
        self.tree.setHeaderHidden(True)
        self.tree.setTabKeyNavigation(False)
        self.tree.setIndentation(theme.px(20))
        self.tree.setMinimumHeight(theme.row * 6)
        self.tree.itemChanged.connect(self._renamed)
        self.tree.currentItemChanged.connect(self._moved)
        self.add_top = button("เพิ่มสำนัก/กอง", self._add_top)
        self.add_under = button("เพิ่มใต้ที่เลือก", self._add_under)
        self.rename = button("เปลี่ยนชื่อ (F2)", self._edit)
        self.remove = button("ลบ", self._delete, name="ลบส่วนราชการที่เลือก")
        self.undo = UndoBar(theme, self)
        box = column(
            theme, self.tree, self.undo, row(theme, self.add_top, self.add_under, 1),
            row(theme, self.rename, self.remove, 1),
        )  # fmt: skip
        box.setStretch(0, 1)
        self.setLayout(box)
        self._wanted = 0  # the unit to select, and to name when it is new
        self._name_it = False
        self._moved()

    def show_units(self, units: Sequence[OrgUnit]) -> None:
        current = self._wanted or (unit.id if (unit := self.current()) else 0)
        self.tree.blockSignals(True)
        self.tree.clear()
        items: dict[int, QTreeWidgetItem] = {}
        for unit in units:
            item = QTreeWidgetItem([unit.name])
            item.setData(0, _UNIT, unit)
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
        self._wanted, self._name_it = 0, False
        self._moved()

    def current(self) -> OrgUnit | None:
        item = self.tree.currentItem()
        return item.data(0, _UNIT) if item is not None else None

    def _moved(self) -> None:
        chosen = self.current() is not None
        for one in (self.add_under, self.rename, self.remove):
            one.setEnabled(chosen)

    def _add_top(self) -> None:
        self._save(OrgUnit(0, "กองใหม่"), name_it=True)

    def _add_under(self) -> None:
        unit = self.current()
        if unit is not None:
            self._save(OrgUnit(0, "ฝ่าย/งานใหม่", unit.id), name_it=True)

    def _edit(self) -> None:
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def _renamed(self, item: QTreeWidgetItem, _column: int) -> None:
        unit: OrgUnit | None = item.data(0, _UNIT)
        name = clean(item.text(0))
        if unit is not None and name and name != unit.name:
            self._save(replace(unit, name=name))
        elif unit is not None and item.text(0) != unit.name:
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

        def done(_none: object) -> None:
            self.undo.offer(f"ลบ “{unit.name}” แล้ว", lambda: self._save(replace(unit, id=0)))

        self.desk.change(self, lambda: register.delete_unit(unit.id), done)
