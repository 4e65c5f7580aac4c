"""What Qt says itself is Thai and nothing of it is blank: menus of fields and scroll bars, its windows, its calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)

from hrdesk.ui.kit.editors import DateField, ThaiCalendar
from hrdesk.ui.kit.translator import WORDS
from ui.test_thai_only import english, english_of, thai_buttons, words
from ui.window_support import click

__all__ = ["thai_buttons"]
DAYS = {"จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์"}
OF_THE_PC = re.compile(r"\([A-Z]:\)$|^\d+/\d+/\d+ ")  # a drive's name, and a day as Windows is set to write it
FILE_MODES = {
    "open": (QFileDialog.FileMode.ExistingFile, QFileDialog.AcceptMode.AcceptOpen),
    "save": (QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave),
    "folder": (QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen),
}


def linked() -> QLabel:
    shown = QLabel('อ่าน <a href="start.md">คู่มือ</a>')
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return shown


def scrolled(way: Qt.Orientation) -> QScrollBar:
    bar = QScrollBar(way)
    bar.setRange(0, 100)
    return bar


MENUS = {
    "line": lambda: QLineEdit("ก"),
    "text": lambda: QTextEdit("ก"),
    "plain": lambda: QPlainTextEdit("ก"),
    "browser": QTextBrowser,
    "number": QSpinBox,
    "label": linked,
    "down": lambda: scrolled(Qt.Orientation.Vertical),
    "across": lambda: scrolled(Qt.Orientation.Horizontal),
}


def menu_of(widget: QWidget) -> list[str]:
    """What a click with the right button offers."""
    offered: list[str] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            offered.extend(one.text() for one in menu.actions() if not one.isSeparator())
            menu.close()

    target = widget.viewport() if hasattr(widget, "viewport") else widget
    place = target.rect().center()
    QTimer.singleShot(50, read)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    QTest.qWait(100)
    return offered


@pytest.mark.parametrize("kind", MENUS)
def test_the_menu_of_the_right_button_is_thai(qtbot, kind: str) -> None:
    widget = MENUS[kind]()
    qtbot.addWidget(widget)
    widget.resize(200, 120)
    widget.show()
    offered = menu_of(widget)
    assert len(offered) >= 2
    assert all(offered), "an entry is blank"
    assert english_of(offered) == set()


def test_keys_keep_their_names(qtbot) -> None:
    field = QLineEdit("ก")
    qtbot.addWidget(field)
    assert "คัดลอก\tCtrl+C" in [one.text() for one in field.createStandardContextMenu().actions()]
    assert QKeySequence("Ctrl+Shift+F2").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+F2"


@pytest.mark.parametrize("mode", FILE_MODES)
def test_qt_s_window_for_files_is_thai(qtbot, tmp_path, mode: str) -> None:
    dialog = QFileDialog(None, "เลือกแฟ้ม", str(tmp_path), "ตาราง (*.xlsx)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(FILE_MODES[mode][0])
    dialog.setAcceptMode(FILE_MODES[mode][1])
    dialog.show()
    files = dialog.findChild(QTreeView).model()
    heads = [str(files.headerData(place, Qt.Orientation.Horizontal)) for place in range(files.columnCount())]
    assert english_of(heads) == set()
    places = {str(tmp_path), *(one.name for one in (tmp_path, Path.home())), str(Path.home())}
    told = [text for text in words(dialog) if text not in places and not OF_THE_PC.search(text)]
    assert english_of(told) == set()
    assert len(told) > 10
    assert all(one.text() for one in dialog.findChildren(QAction) if not one.isSeparator() and not one.icon().isNull())


def test_qt_s_window_for_printers_is_thai(qtbot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert english(dialog) == set()


def test_every_standard_button_is_thai(qtbot) -> None:
    for button in QMessageBox.StandardButton:
        if QMessageBox.StandardButton.FirstButton.value <= button.value <= QMessageBox.StandardButton.LastButton.value:
            box = QMessageBox(QMessageBox.Icon.NoIcon, "ถาม", "ข้อความ", button)
            qtbot.addWidget(box)
            (shown,) = box.buttons()
            assert shown.text(), button
            assert english(box) == set(), button


def days(widget: QWidget) -> Iterator[str]:
    grid = widget.findChild(QCalendarWidget).findChild(QWidget, "qt_calendar_calendarview").model()
    for place in range(grid.columnCount()):
        yield str(grid.index(0, place).data())


def test_the_calendar_names_days_and_months_in_thai(qtbot, theme) -> None:
    field = DateField(theme, "วันเกิด", date(2024, 1, 5))
    qtbot.addWidget(field)
    field.show()
    click(field._open)
    popup = field.findChild(ThaiCalendar)
    assert set(days(popup)) == DAYS
    assert popup._month.text() == "มกราคม 2567"
    assert english(popup) == set()
    popup.hide()


def test_what_is_not_known_stays_as_qt_has_it() -> None:
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
    assert QCoreApplication.translate("Other", "Unheard of") == "Unheard of"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ยกเลิก"


def test_no_word_is_blank_or_loses_its_place_for_a_value() -> None:
    assert all(WORDS.values())
    assert [word for word, thai in WORDS.items() if ("%1" in word) != ("%1" in thai)] == []
