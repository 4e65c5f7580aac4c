"""Dialogs about backups: where copies go, what a restore would change, and the passphrase of a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLayout, QWidget

from hrdesk.errors import UserError
from hrdesk.progress import Stopped
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.moments import moment_word
from hrdesk.ui.kit.passwords import password_problem, secret
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, form, label, row, rule, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.services.safety.backup import Count, Manifest
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme

# How the passphrase of the copies lies on this PC.
BY_ACCOUNT = " ล็อกไว้ด้วยบัญชีผู้ใช้ Windows นี้"
BY_FILE_MODE = "โดยไม่เข้ารหัส"


class SecondFolderDialog(EntryDialog):
    """Where a second copy of every backup goes; encrypted unless the officer says otherwise."""

    def __init__(self, theme: Theme, folder: Path | None, encrypted: bool, parent: QWidget, *, account_locks: bool = False) -> None:
        super().__init__(parent)
        self._kept = BY_ACCOUNT if account_locks else BY_FILE_MODE
        self.setWindowTitle("โฟลเดอร์สำรองที่สอง")
        self.setMinimumWidth(theme.px(560))
        self.removed = False
        self.folder = Field("โฟลเดอร์สำรองที่สอง", "เช่น แฟลชไดรฟ์ หรือโฟลเดอร์กลางของหน่วยงาน", str(folder or ""))
        self.pick_button = button("เลือก…", self._pick, name="เลือกโฟลเดอร์สำรองที่สอง")
        self.encrypt = QCheckBox("เข้ารหัสสำเนา (แนะนำ เพราะมีข้อมูลส่วนบุคคล)")
        self.encrypt.setChecked(encrypted or folder is None)
        self.first, self.again = secret("รหัสผ่านของสำเนา"), secret("รหัสผ่านของสำเนาอีกครั้ง")
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button("ใช้โฟลเดอร์นี้", self.accept, kind="primary")
        self.save_button.setDefault(True)
        self.remove_button = button("เลิกใช้โฟลเดอร์ที่สอง", self._remove)
        self.remove_button.setVisible(folder is not None)
        self.remove_button.setAutoDefault(False)
        self.encrypt.toggled.connect(self._encrypt_toggled)
        place = row(theme, self.folder, self.pick_button)
        place.setStretch(0, 1)
        lines: list[tuple[str, QWidget | QLayout]] = [
            ("โฟลเดอร์", place), ("", self.encrypt), ("รหัสผ่าน", self.first), ("รหัสผ่านอีกครั้ง", self.again),
        ]  # fmt: skip
        why = "ทุกครั้งที่สำรองข้อมูล โปรแกรมทำสำเนาอีกชุดไว้ที่นี่ เครื่องเสียหรือหาย ข้อมูลยังอยู่"
        self.note = label("", "small", wrap=True)
        foot = row(theme, self.remove_button, 1, button("ยกเลิก", self.reject), self.save_button)
        self.setLayout(column(theme, label(why, "muted", wrap=True), form(theme, lines), self.note,
                              self.wrong, rule(), foot, gap="m", pad="l"))  # fmt: skip
        self.save_key.activated.connect(self.accept)
        self._encrypt_toggled(self.encrypt.isChecked())

    def _encrypt_toggled(self, encrypted: bool) -> None:
        for field in (self.first, self.again):
            field.setEnabled(encrypted)
        self.note.setText(
            "จดรหัสผ่านไว้ในที่ปลอดภัยนอกเครื่องนี้ ถ้าลืมจะเปิดสำเนาไม่ได้ เปิดด้วยโปรแกรมนี้หรือ 7-Zip ก็ได้\n"
            f"โปรแกรมเก็บรหัสผ่านนี้ไว้ในแฟ้มตั้งค่าข้างฐานข้อมูล{self._kept} เพื่อสำรองได้เองโดยไม่ต้องถาม "
            "ผู้ที่ใช้บัญชีผู้ใช้นี้ของเครื่องเปิดอ่านได้ จึงป้องกันเฉพาะสำเนาที่อยู่นอกเครื่อง กรุณาอย่าใช้รหัสผ่านเดียวกับที่อื่น"
            if encrypted
            else "สำเนาที่ไม่เข้ารหัสเปิดอ่านได้ทุกคนที่หยิบไป กรุณาใช้เฉพาะที่เก็บซึ่งล็อกไว้"
        )

    def _pick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "เลือกโฟลเดอร์สำรองที่สอง", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _remove(self) -> None:
        self.removed = True
        super().accept()

    def accept(self) -> None:
        problem = self._problem()
        self._say(problem)
        if not problem:
            super().accept()

    def _say(self, problem: str) -> None:
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))

    def ask_again(self, problem: str) -> None:
        """After it was accepted, and the folder refused: with all that was typed."""
        self._say(problem)
        self.open()
        self.folder.setFocus()

    def _problem(self) -> str:
        if not self.folder.text().strip():
            return "กรุณาเลือกโฟลเดอร์"
        return password_problem(self.first, self.again) if self.encrypt.isChecked() else ""

    def answer(self) -> tuple[Path | None, str]:
        """The folder and the passphrase; (None, "") to have no second folder any more."""
        if self.removed:
            return None, ""
        return Path(self.folder.text().strip()), self.first.text() if self.encrypt.isChecked() else ""


class AskedAgain(Protocol):
    """A dialog that opens once more with all that was typed, and why."""

    rejected: Any  # the signal

    def ask_again(self, problem: str) -> None: ...

    def deleteLater(self) -> None: ...


def asking_again(desk: Desk, owner: QWidget, dialog: AskedAgain) -> Callable[[Exception], None]:
    """For work that a dialog asked for: what was typed is not lost where it was refused.

    Given up or failed the dialog goes away; after work that went well the caller lets it go.
    """
    dialog.rejected.connect(dialog.deleteLater)

    def failed(error: Exception) -> None:
        if isinstance(error, UserError) and not isinstance(error, Stopped):
            dialog.ask_again(str(error))
        else:
            dialog.deleteLater()
            desk.complain(owner, error)

    return failed


def open_once(dialog: QDialog) -> None:
    """Whatever was typed into it, a password too, goes with it when it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _or_unread(count: int | None) -> str:
    return "อ่านไม่ได้" if count is None else f"{count:,}"


def _difference(count: Count) -> str:
    if count.now is None or count.now == count.then:
        return "–"
    return f"{count.then - count.now:+,}"


COUNTS: tuple[Column[Count], ...] = (
    Column("ข้อมูล", lambda one: one.name, "ตำแหน่งในกรอบอัตรากำลัง", stretch=True),
    Column("ขณะนี้", lambda one: _or_unread(one.now), "1,000,000", right=True),
    Column("ในชุดสำรอง", lambda one: f"{one.then:,}", "1,000,000", right=True),
    Column("ต่างกัน", _difference, "+1,000,000", right=True,
           tone=lambda one: "" if one.now == one.then else "warn"),
)  # fmt: skip


class RestoreDialog(EntryDialog):
    """What there is now beside what the backup holds; nothing happens before the verb is pressed."""

    def __init__(
        self, theme: Theme, manifest: Manifest, counts: Sequence[Count], parent: QWidget, fault: str = "", *,
        begins: bool = False,
    ) -> None:  # fmt: skip
        """`fault` is why the present file cannot be used; an office `begins` where this PC has no file at all."""
        super().__init__(parent)
        title, verb, safe = _words(damaged=bool(fault), begins=begins)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(580))
        self.table = Table(theme, "เปรียบเทียบข้อมูลขณะนี้กับชุดสำรอง", RowsModel(COUNTS[::2] if begins else COUNTS))  # with nothing now there is nothing to compare
        self.table.rows.set_rows(tuple(counts))
        self.table.setMinimumHeight(theme.row * 6)
        self.save_button = button(verb, self.accept, kind="primary")
        self.cancel_button = button("ยกเลิก", self.reject)
        self.cancel_button.setDefault(True)  # Enter alone must not exchange the data
        what = f"ชุดสำรองที่ {manifest.serial} ทำเมื่อ {moment_word(manifest.created)} ของหน่วยงาน “{manifest.office}”"
        faults = [label(fault, "", "error", wrap=True)] if fault else []
        foot = row(theme, 1, self.cancel_button, self.save_button)
        self.setLayout(column(theme, *faults, label(what, wrap=True), self.table, label(safe, "muted", wrap=True),
                              rule(), foot, gap="m", pad="l"))  # fmt: skip
        self.resize(theme.px(600), theme.row * 11 + theme.px(150))


def _words(*, damaged: bool, begins: bool) -> tuple[str, str, str]:
    """The title, the verb, and why nothing is lost by it."""
    if begins:
        safe = "แฟ้มชุดสำรองยังอยู่ที่เดิมและไม่ถูกเปลี่ยน สิ่งที่บันทึกในเครื่องเดิมหลังชุดสำรองนี้จะไม่มีในเครื่องนี้"
        return "เริ่มจากชุดสำรอง", "เริ่มจากชุดสำรองนี้", safe
    if damaged:
        safe = "แฟ้มที่เสียหายจะเก็บไว้ ไม่ถูกลบ สิ่งที่บันทึกหลังชุดสำรองนี้จะไม่มีในข้อมูลที่กู้คืน"
        return "กู้คืนข้อมูลจากชุดสำรอง", "กู้คืนจากชุดสำรองนี้", safe
    safe = "ข้อมูลขณะนี้จะสำรองไว้ก่อน และแฟ้มเดิมยังเก็บไว้ในเครื่องอย่างน้อย 90 วัน จึงย้อนกลับได้"
    return "นำชุดสำรองกลับมาใช้", "นำชุดสำรองนี้กลับมาใช้", safe


class PassphraseDialog(EntryDialog):
    """Asks for one secret that exists already."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(theme.px(440))
        self.field = secret("รหัสผ่าน")
        self.text = label("", "muted", wrap=True)
        self.save_button = button("", self.accept, kind="primary")
        self.save_button.setDefault(True)
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.save_button)
        self.setLayout(column(theme, self.text, form(theme, [("รหัสผ่าน", self.field)]), rule(), foot, gap="m", pad="l"))
        self.ask_for("รหัสผ่านของชุดสำรอง", f"แฟ้ม “{name}” เข้ารหัสไว้ กรุณาพิมพ์รหัสผ่านที่ตั้งไว้", "เปิดชุดสำรอง")
        self.field.setFocus()

    def ask_again(self, problem: str) -> None:
        """After it was accepted, and the secret was wrong."""
        self.text.setText(problem)
        set_tone(self.text, "error")
        self.open()
        self.field.selectAll()
        self.field.setFocus()

    def ask_for(self, title: str, text: str, verb: str) -> None:
        self.setWindowTitle(title)
        self.text.setText(text)
        self.save_button.setText(verb)
        self.save_button.setAccessibleName(verb)
