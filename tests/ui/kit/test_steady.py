"""The wheel passes over choices and numbers; numbers are typed in the digits of either script."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from hrdesk.ui.kit.count_box import CountBox, YearBox
from hrdesk.ui.kit.pick import PickBox, SuggestBox
from hrdesk.ui.kit.steady import SteadyCombo
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.kit.widgets import combo
from hrdesk.ui.window.pages import PAGES
from ui.window_support import page, press, retype, settle

FRUIT = (("มะม่วง", 1), ("ทุเรียน", 2), ("มังคุด", 3))
MAKERS = {
    "choice": lambda: combo("ผลไม้", FRUIT),
    "pick": lambda: PickBox("ผลไม้", FRUIT, 1),
    "suggestion": lambda: SuggestBox("ผลไม้", [name for name, _ in FRUIT], "มะม่วง"),
    "number": lambda: CountBox("จำนวน", 5, 0, 10),
    "year": lambda: YearBox("ปี", 2567),
}


def turn(widget: QWidget) -> None:
    """One notch of the wheel towards the officer."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, QPointF(widget.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def shown(widget: QWidget) -> object:
    return widget.value() if isinstance(widget, QSpinBox) else widget.currentText()


@pytest.fixture
def stage(qtbot, theme):
    """A form with a line edit that has the keyboard, and the widget under test below it."""
    whole = QWidget()
    box = QVBoxLayout(whole)
    first = QLineEdit()
    box.addWidget(first)
    qtbot.addWidget(whole)

    def put(widget: QWidget) -> QWidget:
        box.addWidget(widget)
        whole.show()
        whole.activateWindow()
        first.setFocus()
        QApplication.processEvents()
        return widget

    return put


@pytest.mark.parametrize("kind", MAKERS)
def test_the_wheel_passes_over_what_has_not_the_keyboard(stage, kind: str) -> None:
    widget = stage(MAKERS[kind]())
    before = shown(widget)
    turn(widget)
    assert shown(widget) == before
    assert not widget.hasFocus()
    assert widget.focusPolicy() == Qt.FocusPolicy.StrongFocus  # or Qt would give it the keyboard first


@pytest.mark.parametrize("kind", MAKERS)
def test_the_wheel_turns_what_has_it(stage, kind: str) -> None:
    widget = stage(MAKERS[kind]())
    before = shown(widget)
    widget.setFocus()
    turn(widget)
    assert shown(widget) != before


@pytest.mark.parametrize(("typed", "value"), [("๑๒", 12), ("12", 12), ("๑2", 12), ("๐", 0), ("๙๙", 9)])
def test_thai_digits_are_digits(stage, typed: str, value: int) -> None:
    """The last: a second digit that would pass the most is not taken."""
    spin = stage(CountBox("จำนวน", 0, 0, 50))
    spin.lineEdit().setFocus()
    retype(spin.lineEdit(), typed)
    press(spin, Qt.Key.Key_Return)
    assert spin.value() == value
    assert spin.text() == str(value)


def test_a_suffix_stays_and_letters_are_refused(stage) -> None:
    spin = stage(CountBox("ระยะเวลา", 3, 1, 12, unit="เดือน"))
    assert spin.text() == "3 เดือน"
    spin.lineEdit().setFocus()
    retype(spin.lineEdit(), "๗")
    press(spin, Qt.Key.Key_Return)
    assert (spin.value(), spin.text()) == (7, "7 เดือน")
    retype(spin.lineEdit(), "สิบ")
    press(spin, Qt.Key.Key_Return)
    assert spin.value() == 7


def test_a_long_choice_ends_in_dots_and_tells_all_of_it(stage) -> None:
    box = stage(combo("กรอบ", (("ทักษะด้านดิจิทัลของข้าราชการและบุคลากรภาครัฐ", 1), ("สั้น", 2))))
    box.setFixedWidth(120)
    box.grab()
    assert box.toolTip() == "ทักษะด้านดิจิทัลของข้าราชการและบุคลากรภาครัฐ"
    box.setCurrentIndex(1)
    box.grab()
    assert box.toolTip() == ""
    box.setToolTip("คำอธิบายของช่อง")
    box.setCurrentIndex(0)
    box.grab()
    assert box.toolTip() == "คำอธิบายของช่อง"


def test_every_choice_and_number_of_the_pages_is_steady(window) -> None:
    for entry in PAGES:
        shown_page = page(window, entry.key)
        settle(window)
        loose = [one for one in shown_page.findChildren(QComboBox) if not isinstance(one, SteadyCombo)]
        loose += [one for one in shown_page.findChildren(QSpinBox) if not isinstance(one, CountBox)]
        assert loose == [], entry.key


@pytest.mark.parametrize("zoom", [0.9, 1.0, 1.5, 2.0])
def test_a_choice_has_room_for_its_words_beside_the_arrow_at_every_zoom(stage, qapp, theme, zoom) -> None:
    try:
        Theme(zoom=zoom).apply(qapp)
        box = stage(combo("แผน", [("แผน พ.ศ. 2564–2566", 1)]))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.resize(box.sizeHint())
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
        assert room >= box.fontMetrics().horizontalAdvance(box.currentText())
    finally:
        theme.apply(qapp)
