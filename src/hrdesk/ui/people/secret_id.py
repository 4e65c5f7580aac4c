"""A national ID that is masked until the officer asks for it, which is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdesk.domain.staff import masked_national_id
from hrdesk.thai.text import clean
from hrdesk.ui.kit.widgets import Field, button, row

if TYPE_CHECKING:
    from hrdesk.ui.kit.desk import Desk


class SecretId(QWidget):
    """`number()` is the stored one as long as nobody shows it and types another."""

    def __init__(self, desk: Desk, staff_id: int, number: str) -> None:
        super().__init__()
        self.desk = desk
        self._staff_id = staff_id
        self._number = number
        self.masked = bool(number)
        self.edit = Field("เลขประจำตัวประชาชน", "13 หลัก มีขีดหรือไม่มีก็ได้", masked_national_id(number))
        self.edit.setReadOnly(self.masked)
        self.show_button = button("แสดง", self.reveal, name="แสดงเลขประจำตัวประชาชนเต็ม (บันทึกในประวัติการใช้งาน)")
        self.show_button.setToolTip("แสดงเลขเต็มเพื่อดูหรือแก้ไข การดูจะบันทึกในประวัติการใช้งาน")
        self.show_button.setAutoDefault(False)
        self.show_button.setVisible(self.masked)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = row(desk.theme, self.edit, self.show_button, gap="xs")
        line.setStretch(0, 1)
        self.setLayout(line)
        self.edit.textEdited.connect(self._edited)

    def number(self) -> str:
        return self._number if self.masked else clean(self.edit.text())

    def reveal(self) -> None:
        privacy, staff_id = self.desk.services.privacy, self._staff_id
        self.desk.read(self, lambda: privacy.full_id(staff_id), self._show)

    def _show(self, number: str) -> None:
        self.edit.setText(number)
        self._edited(number)
        self.edit.setFocus()

    def _edited(self, text: str) -> None:
        """Another text than the mask, also one put back from a draft: from now on it counts."""
        if self.masked and text != masked_national_id(self._number):
            self.masked = False
            self.edit.setReadOnly(False)
            self.show_button.hide()
