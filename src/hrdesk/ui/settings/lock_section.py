"""ล็อกโปรแกรม: a password for this PC, told for what it is, with a printed code for the day it is forgotten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.safety.recovery import write_sheet
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import button, column, frame, label, panel, picture, row, scroller, set_tone
from hrdesk.ui.settings.backup_dialogs import PassphraseDialog, asking_again, open_once
from hrdesk.ui.settings.encryption_panel import EncryptionPanel
from hrdesk.ui.settings.lock_dialogs import CodeDialog, NewPasswordDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hrdesk.services.safety.lock import LockState
    from hrdesk.ui.kit.desk import Desk

HONEST = (
    "การล็อกกันไม่ให้ผู้อื่นที่นั่งเครื่องนี้เปิดดูในโปรแกรม แต่ไม่ได้เข้ารหัสแฟ้มข้อมูล ผู้ที่คัดลอกแฟ้มไปได้ยังเปิดอ่านด้วยโปรแกรมอื่นได้ "
    "ถ้าเครื่องนี้ใช้หลายคนหรือเป็นโน้ตบุ๊ก ควรใช้บัญชี Windows แยกกัน หรือเข้ารหัสฐานข้อมูลด้วย"
)
NOTES = (
    "ใช้เมื่อลืมรหัสผ่านล็อกโปรแกรม โดยกด “ลืมรหัสผ่าน ใช้รหัสกู้คืน” ในหน้าที่ล็อก แล้วพิมพ์ตัวเลขทั้งหมด",
    "ใช้ได้ครั้งเดียว เมื่อใช้แล้วรหัสผ่านเดิมจะถูกยกเลิก ให้ตั้งรหัสผ่านใหม่และพิมพ์ใบใหม่",
    "เก็บใบนี้ในตู้ที่ล็อก อย่าเก็บไว้กับเครื่องคอมพิวเตอร์",
)


@dataclass(frozen=True)
class LockData:
    state: LockState
    office: str
    encrypted: bool
    can_encrypt: bool
    plain_left: tuple[Path, ...] = ()  # files that still open without the key


class LockSection(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.data: LockData | None = None
        self.mark = picture(theme, "lock", "muted")
        self.state = label("", wrap=True)
        self.set_button = button("ตั้งรหัสผ่าน…", self.set_password, kind="primary")
        self.lock_button = button("ล็อกเดี๋ยวนี้ (Ctrl+L)", self.lock)
        self.remove_button = button("ยกเลิกรหัสผ่าน…", self.remove)
        self.idle = CountBox("ล็อกเองเมื่อไม่ได้ใช้กี่นาที", 0, 0, 120)
        self.idle.setSpecialValueText("ไม่ล็อกเอง")
        self.idle.editingFinished.connect(self._keep_idle)
        self.said = label("", wrap=True)
        now = row(theme, self.mark, self.state)
        now.setStretch(1, 1)
        idle = row(theme, label("ล็อกเองเมื่อไม่ได้ใช้"), self.idle, label("นาที"), 1)
        acts = row(theme, self.set_button, self.lock_button, self.remove_button, 1)
        box = panel(theme, "ล็อกโปรแกรมด้วยรหัสผ่าน", now, acts, idle, label(HONEST, "muted", wrap=True), self.said)
        self.encryption = EncryptionPanel(desk, self)
        whole = column(theme, box, self.encryption, 1, gap="m")
        desk.lock_changed.connect(self.refresh)
        whole.setContentsMargins(0, theme.space("m"), 0, 0)
        self.setLayout(column(theme, scroller(frame(whole), "ล็อกโปรแกรม"), gap=""))

    def reader(self) -> Callable[[], LockData]:
        services = self.services

        def work() -> LockData:
            office, encryption = services.register.organization().full_name, services.encryption
            return LockData(services.lock.state, office, encryption.is_on, encryption.available, encryption.plain_left())

        return work

    def show_data(self, data: LockData) -> None:
        self.data = data
        locked = data.state.is_set
        self.state.setText("ตั้งรหัสผ่านไว้แล้ว โปรแกรมถามรหัสผ่านทุกครั้งที่เปิด" if locked else "ยังไม่ได้ตั้งรหัสผ่าน ผู้ที่เปิดเครื่องนี้ได้เปิดโปรแกรมได้")
        set_tone(self.state, "ok" if locked else "")
        self.set_button.setText("เปลี่ยนรหัสผ่าน…" if locked else "ตั้งรหัสผ่าน…")
        self.lock_button.setEnabled(locked)
        self.remove_button.setEnabled(locked)
        self.idle.setEnabled(locked)
        self.idle.setValue(data.state.idle_minutes)
        self.encryption.show_state(is_on=data.encrypted, available=data.can_encrypt, office=data.office, left=data.plain_left)

    def set_password(self) -> None:
        """A new one takes the place of the old, which has to be known."""
        if self.data is not None and self.data.state.is_set:
            self._ask_old(self._new_password)
        else:
            self._new_password()

    def _new_password(self) -> None:
        text = "ตั้งรหัสผ่านอย่างน้อย 8 ตัวอักษร ขั้นต่อไปโปรแกรมจะให้รหัสกู้คืนไว้ใช้เมื่อลืม"
        dialog = NewPasswordDialog(self.theme, "ตั้งรหัสผ่านล็อกโปรแกรม", text, self)
        lock = self.services.lock

        def keep() -> None:
            password = dialog.first.text()
            self.desk.read(self, lambda: lock.set_password(password), self._show_code)

        dialog.accepted.connect(keep)
        open_once(dialog)

    def _show_code(self, code: str) -> None:
        office = self.data.office if self.data else ""
        write = partial(_sheet, office=office, code=code)
        open_once(CodeDialog(self.desk, code, write, self, set_already=True))
        self._changed("ตั้งรหัสผ่านแล้ว")

    def remove(self) -> None:
        self._ask_old(None)

    def _ask_old(self, then: Callable[[], object] | None) -> None:
        dialog = PassphraseDialog(self.theme, "", self)
        dialog.ask_for("รหัสผ่านปัจจุบัน", "กรุณาพิมพ์รหัสผ่านล็อกโปรแกรมที่ใช้อยู่", "ต่อไป" if then else "ยกเลิกรหัสผ่าน")
        lock, refused = self.services.lock, asking_again(self.desk, self, dialog)

        def known(_none: None) -> None:
            dialog.deleteLater()
            if then:
                then()
            else:
                self._changed("ยกเลิกรหัสผ่านแล้ว")

        def check() -> None:
            typed = dialog.field.text()
            self.desk.read(self, lambda: (lock.unlock if then else lock.remove)(typed), known, refused)

        dialog.accepted.connect(check)
        dialog.open()

    def _changed(self, said: str) -> None:
        self.said.setText(said)
        set_tone(self.said, "ok")
        self.desk.lock_changed.emit()

    def _keep_idle(self) -> None:
        minutes, lock = self.idle.value(), self.services.lock
        if self.data is not None and minutes != self.data.state.idle_minutes:
            self.desk.read(self, lambda: lock.set_idle(minutes), lambda _none: self._changed("บันทึกแล้ว"))

    def lock(self) -> None:
        self.desk.lock_asked.emit()


def _sheet(target: Path, office: str, code: str) -> int:
    return write_sheet(target, "ใบรหัสกู้คืนการล็อกโปรแกรม", office, code, NOTES)
