"""What a tester at the keyboard does: type Thai, press keys, click, wait, and look for a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QTabWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.window.main_window import MainWindow

PATIENCE = 180_000  # milliseconds, on a machine that does much besides
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def type_text(widget: QWidget, text: str) -> None:
    """`QTest.keyClicks` aborts on Thai text; a key event that carries the text does not."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_unknown, NONE, letter))


def retype(field: Any, text: str) -> None:
    """Replace what stands in a line edit, as with Ctrl+A and typing."""
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def _is_active(window: QWidget) -> bool:
    """Also with a list of its own open over it, such as the words that fit."""
    handle = window.windowHandle()
    return handle is not None and handle.isActive()


def activate(window: QWidget, unless: Callable[[], bool] = lambda: False) -> None:
    """Give the keyboard to the window, unless something comes between.

    Asked until it is so: no desktop is here to give it back, and a list or dialog that closes may take it away once more.
    """
    deadline = QDeadlineTimer(PATIENCE)
    while not _is_active(window) and not unless():
        assert not deadline.hasExpired(), f"the keyboard does not come to {window.windowTitle()}"
        window.activateWindow()
        QTest.qWait(1)


def press(widget: QWidget | None, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A key to the widget, focused, in an active window: shortcuts ask for both."""
    widget = widget or QApplication.focusWidget()
    activate(widget.window())
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        widget.setFocus()
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()  # an editor in a table hands its text in a turn later


def click(widget: QWidget) -> None:
    assert widget.isEnabled(), widget.accessibleName()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_cell(table: QTableView, row: int, column: int) -> None:
    table.scrollTo(table.model().index(row, column))
    place: QPoint = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)


def settle(window: MainWindow) -> None:
    """Until nothing runs and nothing that ran asked for more."""
    for _ in range(3):
        QApplication.processEvents()
        assert window.worker.settle(PATIENCE)
    QApplication.processEvents()


def modal() -> Any:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, "no dialog is open"
    return dialog


def page(window: MainWindow, key: str) -> Any:
    window.open_page(key)
    settle(window)
    return window.pages[key]


def whole_page(window: MainWindow, key: str) -> Any:
    """The page, each of its tabs shown once, those on tabs too: parts are made when they are first seen."""
    shown = page(window, key)
    walked: list[QTabWidget] = []
    while todo := [tabs for tabs in shown.findChildren(QTabWidget) if tabs not in walked]:
        walked.append(todo[0])
        for number in range(todo[0].count()):
            todo[0].setCurrentIndex(number)
            settle(window)
    return shown


def texts(table: QTableView, column: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def save_unlocked(window: MainWindow) -> None:
    """Answer the question for a file's password: none, on purpose."""
    dialog = modal()
    dialog.without.setChecked(True)
    click(dialog.save_button)
    settle(window)
