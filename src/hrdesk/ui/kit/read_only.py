"""Where the file cannot be written nothing offers to change it: what stays is to look, to print and to take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from hrdesk.ui.kit.editors import DateField, Form
from hrdesk.ui.kit.reading import READS

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

WHY = "เปิดแบบอ่านอย่างเดียว จึงแก้ไขไม่ได้"
# What a button may begin with, or be, that changes nothing in the office's file.
BEGINNINGS = (
    "พิมพ์", "ส่งออก", "บันทึก PDF", "บันทึก Word", "บันทึก Excel", "บันทึกเป็น PDF", "บันทึกแบบกรอก", "ตัวอย่าง", "ดู", "แสดง", "ซ่อน",
    "ไปที่", "ไปหน้า", "ไปแก้ไข", "เปิดโฟลเดอร์", "เปิดหน้า", "เปิดแฟ้ม", "เปิดโปรแกรม", "ปิดข้อความ", "ปิดโปรแกรม", "ปิดหน้าต่าง",
    "ประวัติ (", "หน้าก่อน", "หน้าถัดไป", "ย่อ", "ขยาย", "พอดี", "เดือน", "ล้างตัวกรอง", "เรียงตาม", "เลือกคอลัมน์", "เลือกที่บันทึก", "ตรวจชุด",
    "ล็อกเดี๋ยวนี้", "ลืมรหัสผ่าน", "เกี่ยวกับ", "การแสดงผล", "เครื่องมือ", "คัดลอก", "ตารางประจำปี", "ตารางของแผน", "ทะเบียนเลขที่", "ข้อควรตรวจ", "ชุดของแต่ละ",
    "ที่แก้จาก", "การเทียบกลุ่ม", "รายการให้เลือก", "รายละเอียด", "ยอมรับแล้ว", "หนังสือเชิญ", "ใบลงชื่อ", "รายงานการประชุม", "ไปยัง",
)  # fmt: skip
WHOLE = frozenset({"ปิด", "ยกเลิก", "เปิด", "เปิดแผน", "บันทึกการอบรม"})
FINDERS = ("กรอง", "ค้น", "รหัสผ่าน", "ตั้งแต่วันที่", "ถึงวันที่")  # fields that are typed into to find something
_KEYS = frozenset({"Ctrl+F", "Ctrl+L", "Ctrl+P", "Ctrl+H", "Ctrl+K", "F1", "F4", "Ctrl++", "Ctrl+=", "Ctrl+-"})
_MOVES = frozenset({
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Shift,
    Qt.Key.Key_Control, Qt.Key.Key_Alt,
})  # fmt: skip
_STATES = frozenset({QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange})
_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
_CHOICES = (QComboBox, QCheckBox, QRadioButton, QSpinBox)


def changes_nothing(one: QObject, words: str) -> bool:
    """By what `stays` was told of it or of what it lies in, else by its words: unknown words are taken to change."""
    return _told(one, otherwise=words in WHOLE or words.startswith(BEGINNINGS))


def _told(one: QObject, *, otherwise: bool) -> bool:
    at: QObject | None = one
    while at is not None:
        said = at.property(READS)
        if said is not None:
            return bool(said)
        at = at.parent()
    return otherwise


def guard(window: QWidget, *, read_only: bool) -> None:
    """From now on, or no longer: the pages made meanwhile are to be made anew."""
    for one in window.findChildren(ReadOnlyGuard):
        one.deleteLater()
    if read_only:
        ReadOnlyGuard(window)


class ReadOnlyGuard(QObject):
    """Watches the whole program as long as it lives, so that no page or dialog has to think of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        for widget in QApplication.allWidgets():  # what was made before
            if not _foreign(widget):
                _hold(widget)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _STATES:
            if isinstance(watched, QWidget) and not _foreign(watched):
                _hold(watched)
        elif kind in _DRAGS:
            event.ignore()
            return True
        elif kind == QEvent.Type.Shortcut:
            return isinstance(watched, QShortcut) and not _key_reads(watched)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return isinstance(watched, QAbstractItemView) and _writes(watched, event)
        return False


def _hold(widget: QWidget) -> None:
    if isinstance(widget, QPushButton | QToolButton):
        if widget.isEnabled() and not _button_reads(widget):
            widget.setEnabled(False)
            widget.setToolTip(widget.toolTip() or WHY)
    elif isinstance(widget, QMenu):
        _hold_menu(widget)
    elif isinstance(widget, QAbstractItemView):
        if not changes_nothing(widget, ""):
            widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        if not widget.isReadOnly() and not _finds(widget):
            widget.setReadOnly(True)
    elif isinstance(widget, _CHOICES) and widget.isEnabled() and not _told(widget, otherwise=not _in_form(widget)):
        widget.setEnabled(False)


def _hold_menu(menu: QMenu) -> None:
    if isinstance(menu.parent(), QLineEdit | QPlainTextEdit):  # Qt's own, of a field that is held itself
        return
    for action in menu.actions():
        if not action.isSeparator() and not changes_nothing(menu, action_words(action)):
            action.setEnabled(False)


def _button_reads(one: QPushButton | QToolButton) -> bool:
    words, holder = button_words(one), one.parentWidget()
    if not words or isinstance(holder, QTabBar | QLineEdit):  # parts that Qt itself puts into its widgets
        return True
    if isinstance(holder, DateField):  # its calendar, as the field
        return _finds(holder.edit)
    return changes_nothing(one, words)


def _finds(field: QLineEdit | QPlainTextEdit) -> bool:
    inner = isinstance(field.parentWidget(), QComboBox | QSpinBox)
    return inner or changes_nothing(field, "") or field.accessibleName().startswith(FINDERS)


def button_words(widget: QPushButton | QToolButton) -> str:
    """What stands on it; the name of one with an icon alone."""
    return (widget.text().replace("&", "") or widget.accessibleName()).strip()


def action_words(action: QAction) -> str:
    return action.text().replace("&", "").strip()


def _in_form(widget: QWidget) -> bool:
    at = widget.parentWidget()
    while at is not None and not isinstance(at, Form):
        at = at.parentWidget()
    return at is not None


def _foreign(widget: QWidget) -> bool:
    """In a question or a file dialog of Qt's own."""
    window = widget.window()
    return isinstance(window, QMessageBox) or (isinstance(window, QDialog) and type(window).__module__.startswith("PySide6"))


def _key_reads(shortcut: QShortcut) -> bool:
    keys = shortcut.keys()
    texts = {key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys}
    numbers = {text for text in texts if text.removeprefix("Ctrl+").isdigit()}
    return bool(texts & _KEYS or numbers) or changes_nothing(shortcut, "")


def _writes(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """A key that could change a cell; in a list that pops up it chooses, or goes on to the field."""
    popup = view.window().windowType() == Qt.WindowType.Popup
    standard = QKeySequence.StandardKey
    moves = event.key() in _MOVES or event.matches(standard.Copy) or event.matches(standard.SelectAll)
    return not (popup or moves or changes_nothing(view, ""))
