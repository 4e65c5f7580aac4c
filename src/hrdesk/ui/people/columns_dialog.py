"""The dialog that chooses and orders the columns of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.widgets import button, column, label, row, rule
from hrdesk.ui.people.columns import NAME, STANDARD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.people.columns import StaffColumn

_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(EntryDialog):
    """Tick with the space bar, move with Alt and the arrows; the name always stays."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, columns: dict[str, StaffColumn], shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("คอลัมน์ของทะเบียน")
        stays(self)  # remembered on this PC
        self.columns = columns
        self.list = QListWidget()
        self.list.setAccessibleName("คอลัมน์ที่แสดง ตามลำดับ")
        self.up_button = button("ขึ้น", lambda: self.shift(-1), name="เลื่อนคอลัมน์ขึ้น (Alt+ขึ้น)")
        self.down_button = button("ลง", lambda: self.shift(1), name="เลื่อนคอลัมน์ลง (Alt+ลง)")
        self.standard_button = button("คืนค่าเริ่มต้น", lambda: self.fill(STANDARD))
        self.ok_button = button("ใช้คอลัมน์เหล่านี้", self.accept, kind="primary")
        self.ok_button.setDefault(True)
        cancel = button("ยกเลิก", self.reject)
        for one in (self.up_button, self.down_button, self.standard_button, cancel):
            one.setAutoDefault(False)
        hint = label("ทำเครื่องหมายด้วยเว้นวรรค เลื่อนด้วย Alt กับลูกศร", "muted", wrap=True)
        side = row(theme, self.up_button, self.down_button, 1, self.standard_button)
        foot = row(theme, 1, cancel, self.ok_button)
        self.setLayout(column(theme, hint, self.list, side, rule(), foot, gap="m", pad="l"))
        self.resize(theme.px(380), theme.px(520))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.shift(by))
        self.fill(shown)
        self.list.setFocus()

    def fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        for key in (*shown, *(key for key in self.columns if key not in shown)):
            item = QListWidgetItem(self.columns[key].shown.heading, self.list)
            item.setData(_KEY, key)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsEnabled if key == NAME else flags)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def shift(self, by: int) -> None:
        number = self.list.currentRow()
        if 0 <= number + by < self.list.count():
            item = self.list.takeItem(number)
            self.list.insertItem(number + by, item)
            self.list.setCurrentRow(number + by)

    def chosen(self) -> tuple[str, ...]:
        items = [self.list.item(number) for number in range(self.list.count())]
        return tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)
