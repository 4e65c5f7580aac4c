"""Passwords of files: a new one for what leaves the PC, asked for by default; the one of a file that comes locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.widgets import Field, button, column, form, label, row, rule

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme

FEWEST_LETTERS = 8


def secret(name: str) -> Field:
    field = Field(name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


def password_problem(first: Field, again: Field) -> str:
    """What is wrong with a new password typed twice; empty when nothing is."""
    if len(first.text()) < FEWEST_LETTERS:
        return f"กรุณาตั้งรหัสผ่านอย่างน้อย {FEWEST_LETTERS} ตัวอักษร"
    return "" if first.text() == again.text() else "รหัสผ่านสองช่องไม่ตรงกัน กรุณาพิมพ์ใหม่"


class ExportPasswordDialog(EntryDialog):
    """`password()` is empty when the officer chose a workbook that anybody can open."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("รหัสผ่านของแฟ้มที่ส่งออก")
        stays(self)
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


class FilePasswordDialog(EntryDialog):
    """Asks for the password of a locked file; `password()` is what was typed."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("แฟ้มมีรหัสผ่าน")
        stays(self)
        self.setMinimumWidth(theme.px(460))
        self.field = secret("รหัสผ่านของแฟ้ม")
        self.ok_button = button("เปิดแฟ้ม", self.accept, kind="primary")
        self.ok_button.setDefault(True)
        self.ok_button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.ok_button.setEnabled(bool(text)))
        cancel = button("ยกเลิก", self.reject)
        cancel.setAutoDefault(False)
        foot = row(theme, 1, cancel, self.ok_button)
        self.setLayout(
            column(theme, label(said, "muted", wrap=True), form(theme, [("รหัสผ่าน", self.field)]), rule(), foot, gap="m", pad="l")
        )
        self.save_key.activated.connect(self.ok_button.click)
        self.field.setFocus()

    def password(self) -> str:
        return self.field.text()
