"""The password of a workbook that leaves the PC: asked for by default, and left out only on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.widgets import button, column, form, label, row, rule
from hrdesk.ui.settings.backup_dialogs import password_problem, secret

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme


class ExportPasswordDialog(EntryDialog):
    """`password()` is empty when the officer chose a workbook that anybody can open."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("รหัสผ่านของแฟ้มที่ส่งออก")
        self.setMinimumWidth(theme.px(500))
        self.first, self.again = secret("รหัสผ่านของแฟ้ม"), secret("รหัสผ่านของแฟ้มอีกครั้ง")
        self.without = QCheckBox("ไม่ใส่รหัสผ่าน (ผู้ที่ได้แฟ้มไปเปิดอ่านได้ทุกคน)")
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button("เลือกที่บันทึก…", self.accept, kind="primary")
        self.save_button.setDefault(True)
        self.without.toggled.connect(self.first.setDisabled)
        self.without.toggled.connect(self.again.setDisabled)
        text = f"{what}มีข้อมูลส่วนบุคคล แฟ้มจะถูกเข้ารหัส ผู้รับต้องใช้รหัสผ่านนี้เปิดใน Excel กรุณาแจ้งรหัสผ่านแยกจากแฟ้ม"
        lines = [("รหัสผ่าน", self.first), ("รหัสผ่านอีกครั้ง", self.again), ("", self.without)]
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.save_button)
        self.setLayout(column(theme, label(text, "muted", wrap=True), form(theme, lines), self.wrong, rule(), foot,
                              gap="m", pad="l"))  # fmt: skip
        self.save_key.activated.connect(self.accept)
        self.first.setFocus()

    def accept(self) -> None:
        problem = "" if self.without.isChecked() else password_problem(self.first, self.again)
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))
        if not problem:
            super().accept()

    def password(self) -> str:
        return "" if self.without.isChecked() else self.first.text()
