"""A dialog that does not throw away what was typed without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.typed_values import typed_values

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent


class TypedDialog(EntryDialog):
    """Escape and the window's cross, both hit unawares, ask where something was typed; ยกเลิก says it already."""

    _before: dict[str, str] | None = None  # what stood in the fields when they were first seen

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._before is None:
            self._before = typed_values(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._may_go():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self._may_go():
            event.ignore()
            return
        super().closeEvent(event)

    def _may_go(self) -> bool:
        if self._before is None or typed_values(self) == self._before:
            return True
        return ask(self, "ปิดโดยไม่บันทึก", "สิ่งที่พิมพ์ไว้ยังไม่ได้บันทึก ข้อมูลเดิมยังอยู่ครบ", "ปิดโดยไม่บันทึก")
