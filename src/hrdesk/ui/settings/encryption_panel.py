"""Encrypting the whole database: a password, the printed sheet first, then the work itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.services.safety.recovery import write_sheet
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.progress import ProgressLine
from hrdesk.ui.kit.widgets import button, label, panel, row, set_tone
from hrdesk.ui.settings.backup_dialogs import PassphraseDialog, asking_again, open_once
from hrdesk.ui.settings.lock_dialogs import CodeDialog, NewPasswordDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hrdesk.ui.kit.desk import Desk

NAMES_SAID = 5
ABOUT = (
    "เข้ารหัสทั้งแฟ้มข้อมูลและชุดสำรองในเครื่องนี้ ผู้ที่คัดลอกแฟ้มไปเปิดอ่านไม่ได้ ต้องพิมพ์รหัสผ่านทุกครั้งที่เปิดโปรแกรม "
    "ถ้าลืมรหัสผ่านและใบรหัสกู้คืนหาย ไม่มีใครเปิดข้อมูลได้อีก จึงต้องพิมพ์ใบรหัสกู้คืนก่อน"
)
WIPED = (
    "โปรแกรมเขียนทับแฟ้มเดิมก่อนลบ แต่ดิสก์แบบ SSD และแฟลชไดรฟ์อาจยังเก็บสำเนาเก่าไว้ในส่วนที่โปรแกรมเข้าไม่ถึง "
    "ถ้าต้องการให้แน่ใจ กรุณาเปิดการเข้ารหัสทั้งดิสก์ของเครื่อง (BitLocker) ด้วย"
)
CHANGES = (
    "รหัสผ่านใหม่ใช้เปิดฐานข้อมูลและชุดสำรองในเครื่องนี้แทนรหัสเดิม ใบรหัสกู้คืนใบเดิมยังใช้ได้ "
    "สำเนาที่นำออกไปพร้อมแฟ้มกุญแจก่อนหน้านี้ยังเปิดด้วยรหัสผ่านเดิม"
)
NOTES = (
    "ใช้เปิดฐานข้อมูลและชุดสำรองที่เข้ารหัสเมื่อลืมรหัสผ่าน หรือเมื่อย้ายไปเครื่องอื่น พิมพ์ตัวเลขทั้ง 48 หลักแทนรหัสผ่าน",
    "ถ้าทั้งรหัสผ่านและใบนี้หาย ข้อมูลเปิดไม่ได้อีก ควรทำสองใบ เก็บในตู้ที่ล็อกคนละแห่ง",
    "ผู้ที่มีใบนี้และแฟ้มข้อมูลเปิดข้อมูลได้ทั้งหมด อย่าเก็บไว้กับเครื่องคอมพิวเตอร์หรือแฟลชไดรฟ์",
)


class EncryptionPanel(QWidget):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.office = ""
        self.files: tuple[Path, ...] = ()
        self.state = label("", wrap=True)
        self.on_button = button("เข้ารหัสฐานข้อมูล…", self.turn_on)
        self.password_button = button("เปลี่ยนรหัสผ่าน…", self.change_password, name="เปลี่ยนรหัสผ่านฐานข้อมูล")
        self.off_button = button("เลิกเข้ารหัส…", self.turn_off)
        self.progress = ProgressLine(theme, desk.worker)
        self.progress.cancel_button.hide()
        self.said = label("", wrap=True)
        self.left = label("", "", "warn", wrap=True)
        self.left_button = button("ลบแฟ้มที่ไม่เข้ารหัส…", self.remove_left)
        acts = row(theme, self.on_button, self.password_button, self.off_button, self.left_button, 1)
        about = label(f"{ABOUT} {WIPED}", "muted", wrap=True)
        box = panel(theme, "เข้ารหัสฐานข้อมูล", self.state, about, self.left, acts, self.progress, self.said)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(box)

    def show_state(self, *, is_on: bool, available: bool, office: str, left: Sequence[Path] = ()) -> None:
        self.office, self.files = office, tuple(left)
        self.left.setText(f"ยังมีแฟ้มเดิมที่ไม่ได้เข้ารหัส {len(left)} แฟ้ม เช่น “{left[0].name}”" if left else "")
        self.left.setVisible(bool(left))
        self.left_button.setVisible(bool(left))
        missing = "" if available or is_on else " (โปรแกรมชุดนี้ไม่มีส่วนเข้ารหัสติดตั้งมาด้วย)"
        self.state.setText("เข้ารหัสไว้แล้ว" if is_on else f"ยังไม่ได้เข้ารหัส{missing}")
        set_tone(self.state, "ok" if is_on else "")
        self.on_button.setVisible(not is_on)
        self.on_button.setEnabled(available)
        self.password_button.setVisible(is_on)
        self.off_button.setVisible(is_on)

    def turn_on(self) -> None:
        text = "ตั้งรหัสผ่านสำหรับเปิดฐานข้อมูล อย่างน้อย 8 ตัวอักษร ขั้นต่อไปต้องพิมพ์ใบรหัสกู้คืนก่อน จึงจะเข้ารหัส"
        dialog = NewPasswordDialog(self.desk.theme, "เข้ารหัสฐานข้อมูล", text, self)
        dialog.accepted.connect(lambda: self._show_code(dialog.first.text()))
        open_once(dialog)

    def _show_code(self, password: str) -> None:
        code = self.desk.services.encryption.new_code()
        write = partial(_sheet, office=self.office, code=code)
        dialog = CodeDialog(self.desk, code, write, self, verb="เข้ารหัสเดี๋ยวนี้")
        dialog.accepted.connect(lambda: self._encrypt(code, password))
        open_once(dialog)

    def _encrypt(self, code: str, password: str) -> None:
        service = self.desk.services.encryption
        self._run("กำลังเข้ารหัส", lambda: service.turn_on(code, password), "เข้ารหัสฐานข้อมูลและชุดสำรองในเครื่องนี้แล้ว ครั้งต่อไปโปรแกรมจะถามรหัสผ่านเมื่อเปิด")

    def remove_left(self) -> None:
        """What a restore once put aside, or a drive that was away kept: nothing that the office needs to go on."""
        names = ", ".join(f"“{one.name}”" for one in self.files[:NAMES_SAID])
        text = f"ลบแฟ้มเดิมที่ไม่ได้เข้ารหัส {len(self.files)} แฟ้ม: {names}\nเลิกทำไม่ได้ ข้อมูลปัจจุบันและชุดสำรองที่เข้ารหัสแล้วยังอยู่ครบ"
        if ask(self.window(), "ลบแฟ้มที่ไม่เข้ารหัส", text, f"ลบ {len(self.files)} แฟ้ม"):
            self._run("กำลังลบ", self.desk.services.encryption.remove_plain, "เขียนทับและลบแฟ้มที่ไม่ได้เข้ารหัสแล้ว")

    def change_password(self) -> None:
        dialog = NewPasswordDialog(self.desk.theme, "เปลี่ยนรหัสผ่านฐานข้อมูล", CHANGES, self, "รหัสผ่านปัจจุบัน หรือรหัสกู้คืน")
        service, refused = self.desk.services.encryption, asking_again(self.desk, self, dialog)

        def change() -> None:
            typed, password = dialog.present.text(), dialog.first.text()
            work = partial(service.change_password, typed, password)
            self._run("กำลังเปลี่ยนรหัสผ่าน", work, "เปลี่ยนรหัสผ่านแล้ว ครั้งต่อไปให้เปิดด้วยรหัสผ่านใหม่", dialog.deleteLater, refused)

        dialog.accepted.connect(change)
        dialog.open()

    def turn_off(self) -> None:
        dialog = PassphraseDialog(self.desk.theme, "", self)
        dialog.ask_for("เลิกเข้ารหัสฐานข้อมูล", "กรุณาพิมพ์รหัสผ่านหรือรหัสกู้คืนของฐานข้อมูล", "เลิกเข้ารหัส")
        service, refused = self.desk.services.encryption, asking_again(self.desk, self, dialog)

        def turn() -> None:
            typed = dialog.field.text()
            self._run("กำลังถอดรหัส", lambda: service.turn_off(typed), "เลิกเข้ารหัสแล้ว", dialog.deleteLater, refused)

        dialog.accepted.connect(turn)
        dialog.open()

    def _run(
        self, title: str, work: Callable[[], object], said: str, well: Callable[[], object] | None = None,
        refused: Callable[[Exception], object] | None = None,
    ) -> None:  # fmt: skip
        self.said.setText("")
        self._enable(on=False)

        def done(_none: object) -> None:
            if well is not None:
                well()
            self._ended(said, "ok")

        def failed(error: Exception) -> None:
            self._ended("", "")
            (refused or partial(self.desk.complain, self))(error)

        self.progress.follow(self.desk.worker.submit(self, work, done, failed, title))
        self.progress.cancel_button.hide()

    def _enable(self, *, on: bool) -> None:
        for one in (self.on_button, self.password_button, self.off_button, self.left_button):
            one.setEnabled(on)

    def _ended(self, said: str, tone: str) -> None:
        self.said.setText(said)
        set_tone(self.said, tone)
        self._enable(on=True)
        self.desk.lock_changed.emit()


def _sheet(target: Path, office: str, code: str) -> int:
    return write_sheet(target, "ใบรหัสกู้คืนฐานข้อมูล", office, code, NOTES)
