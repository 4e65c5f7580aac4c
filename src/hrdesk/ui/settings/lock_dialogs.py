"""The dialogs of the lock: setting a password, and the printed code that replaces a forgotten one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.passwords import password_problem, secret
from hrdesk.ui.kit.preferences import chosen_file, save_folder
from hrdesk.ui.kit.widgets import button, column, form, label, row, rule
from hrdesk.written import Written, write_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme


class NewPasswordDialog(EntryDialog):
    keeps_no_draft = True

    def __init__(self, theme: Theme, title: str, text: str, parent: QWidget, present: str = "") -> None:
        """`present` names what opens until now, where that is asked for as well."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(500))
        self.present = secret(present)
        self.present.setVisible(bool(present))
        self.first, self.again = secret("รหัสผ่านใหม่"), secret("รหัสผ่านใหม่อีกครั้ง")
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button("ตั้งรหัสผ่าน", self.accept, kind="primary")
        self.save_button.setDefault(True)
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.save_button)
        lines = [*([(present, self.present)] if present else []), ("รหัสผ่านใหม่", self.first), ("อีกครั้ง", self.again)]
        self.setLayout(column(theme, label(text, "muted", wrap=True), form(theme, lines), self.wrong, rule(), foot,
                              gap="m", pad="l"))  # fmt: skip
        self.save_key.activated.connect(self.accept)
        (self.present if present else self.first).setFocus()

    def accept(self) -> None:
        problem = password_problem(self.first, self.again)
        self._say(problem)
        if not problem:
            super().accept()

    def _say(self, problem: str) -> None:
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))

    def ask_again(self, problem: str) -> None:
        """After it was accepted, and what opens until now was wrong: with all that was typed."""
        self._say(problem)
        self.open()
        self.present.selectAll()
        self.present.setFocus()


class CodeDialog(EntryDialog):
    """Shows a recovery code once; goes on only when the officer has printed or copied it down."""

    keeps_no_draft = True

    def __init__(
        self, desk: Desk, code: str, write: Callable[[Path], int], parent: QWidget, *, verb: str = "เสร็จ",
        set_already: bool = False,
    ) -> None:  # fmt: skip
        """`set_already`: the code counts from now on, and to leave without it would lose it for good."""
        super().__init__(parent)
        self._set_already = set_already
        theme = desk.theme
        self.desk = desk
        self.code = code
        self._write = write
        self.setWindowTitle("รหัสกู้คืน")
        self.setMinimumWidth(theme.px(540))
        shown = label(code, "title", wrap=True)
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = "รหัสนี้แสดงครั้งเดียวและไม่เก็บไว้ในเครื่อง ใช้แทนรหัสผ่านเมื่อลืม กรุณาพิมพ์แล้วเก็บในตู้ที่ล็อก"
        self.print_button = button("บันทึกเป็น PDF เพื่อพิมพ์…", self.print)
        self.said = label("", "small", wrap=True)
        self.printed = QCheckBox("พิมพ์หรือจดรหัสกู้คืนไว้แล้ว")
        self.save_button = button(verb, self.accept, kind="primary")
        self.save_button.setDefault(True)
        self.save_button.setEnabled(False)
        self.printed.toggled.connect(self.save_button.setEnabled)
        self.cancel_button = button("ยกเลิก", self.reject)
        self.cancel_button.setHidden(set_already)
        foot = row(theme, self.print_button, 1, self.cancel_button, self.save_button)
        self.setLayout(column(theme, label(text, "muted", wrap=True), shown, self.said, self.printed, rule(), foot,
                              gap="m", pad="l"))  # fmt: skip

    def reject(self) -> None:
        if not self._set_already:
            super().reject()
        elif self.printed.isChecked():
            self.accept()
        else:
            self.said.setText("รหัสนี้จะไม่แสดงอีก กรุณาพิมพ์หรือจดไว้ แล้วทำเครื่องหมายในช่องด้านล่างก่อนปิด")

    def print(self) -> None:
        start = str(save_folder() / "ใบรหัสกู้คืน.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, "บันทึกใบรหัสกู้คืน", start, "PDF (*.pdf)")
        if not chosen:
            return
        target = chosen_file(chosen, ".pdf")
        write = self._write
        self.desk.read(self, lambda: write_to(target, lambda: write(target)), self._written)

    def _written(self, written: Written[int]) -> None:
        self.said.setText(f"บันทึก {written.said} แล้ว กรุณาพิมพ์ แล้วลบแฟ้มนี้ออกจากเครื่อง")
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.path)))
