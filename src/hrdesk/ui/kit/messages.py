"""What the program says: known errors, bugs, questions, and the bar that offers to undo."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QFrame, QMessageBox, QWidget
from shiboken6 import isValid

from hrdesk.config import log_path
from hrdesk.errors import UserError, why_refused
from hrdesk.ui.kit.bug_log import log
from hrdesk.ui.kit.widgets import button, label, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.theme import Theme

UNDO_SECONDS = 12
RESCUERS: list[Callable[[], object]] = []  # asked to keep what is typed before a bug is told


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """A known error in its own words; anything else is a bug, kept in the log."""
    if isinstance(error, UserError):
        box = _box(parent, QMessageBox.Icon.Warning, "ทำรายการไม่สำเร็จ", str(error))
        box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
        _answer(box)
        return
    show_bug(parent, error)


def show_bug(parent: QWidget | None, error: BaseException) -> None:
    details = "".join(traceback.format_exception(error))
    log().error("unexpected error\n%s", details)
    for rescue in tuple(RESCUERS):
        try:
            rescue()
        except Exception:  # noqa: BLE001 - logged with its trace
            log().exception("what was typed could not be kept")
    text = (
        "โปรแกรมพบข้อผิดพลาดที่ไม่คาดคิด ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ และสิ่งที่พิมพ์ค้างไว้เก็บเป็นร่างแล้ว\n"
        "ลองทำรายการอีกครั้ง หากยังพบอยู่ให้กด “บันทึกรายงาน” แล้วส่งแฟ้มนั้นให้ผู้ดูแลโปรแกรม"
        " ในรายงานไม่มีข้อมูลของหน่วยงาน\n\n"
        f"แฟ้มบันทึกข้อผิดพลาด: {log_path()}"
    )
    box = _box(parent, QMessageBox.Icon.Critical, "ข้อผิดพลาดของโปรแกรม", text)
    save = box.addButton("บันทึกรายงาน…", QMessageBox.ButtonRole.ActionRole)
    copy = box.addButton("คัดลอกรายละเอียด", QMessageBox.ButtonRole.ActionRole)
    box.addButton("ปิด", QMessageBox.ButtonRole.RejectRole)
    answer = _answer(box)
    if answer is copy:
        from hrdesk.ui.kit.error_report import report_text  # noqa: PLC0415

        QGuiApplication.clipboard().setText(report_text(details, log_path()))
    elif answer is save:
        _save_report(parent, details)


def _save_report(parent: QWidget | None, details: str) -> None:
    from hrdesk.ui.kit.error_report import report_name, save_report  # noqa: PLC0415

    start = str(Path.home() / report_name())
    name, _ = QFileDialog.getSaveFileName(parent, "บันทึกรายงานข้อผิดพลาด", start, "ข้อความ (*.txt)")
    if not name:
        return
    try:
        save_report(Path(name), details, log_path())
    except OSError as error:
        show_error(parent, UserError(f"บันทึกรายงานไม่ได้ ({why_refused(error)}) ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเลือกที่เก็บอื่น"))


def ask(parent: QWidget | None, title: str, text: str, verb: str) -> bool:
    """A question whose answer is the verb itself, not ใช่/ไม่ใช่."""
    box = _box(parent, QMessageBox.Icon.Question, title, text)
    yes = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton("ยกเลิก", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    return _answer(box) is yes


def _answer(box: QMessageBox) -> QAbstractButton | None:
    """The button that was pressed; None where its window ended meanwhile, and the box with it."""
    box.exec()
    if not isValid(box):
        return None
    box.deleteLater()
    return box.clickedButton()


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    from hrdesk.thai.linebreak import soften  # noqa: PLC0415 - its words are read when first needed

    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(soften(text))
    return box


class UndoBar(QFrame):
    """Says what was done and offers to undo it for a while."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._text = label("", wrap=True)
        self.undo_button = button("เลิกทำ", self._undo, name="เลิกทำรายการล่าสุด")
        self.undo_button.setIcon(theme.icon("undo", "text"))
        box = row(theme, self._text, self.undo_button)
        box.setStretch(0, 1)
        box.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        self.setLayout(box)
        self._action: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_SECONDS * 1000)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        self._text.setText(text)
        self._action = undo
        self.undo_button.show()
        self.show()
        self._timer.start()

    def tell(self, text: str) -> None:
        """For a while, with nothing to undo."""
        self._text.setText(text)
        self._action = None
        self.undo_button.hide()
        self.show()
        self._timer.start()

    def dismiss(self) -> None:
        self._action = None
        self.hide()

    def _undo(self) -> None:
        action, self._action = self._action, None
        self._timer.stop()
        self.hide()
        if action is not None:
            action()
