"""A whole number is typed in digits of either script, and scrolling past it leaves it alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from hrdesk.ui.kit.count_box import CountBox, YearBox
from ui.window_support import press, retype


@pytest.fixture
def box(qtbot):
    made = CountBox("ร้อยละ", 80, 0, 100, unit="%")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "value"), [("75", 75), ("๗๕", 75), ("๗5", 75), ("๑๐๐", 100), ("0", 0), ("๐", 0), ("ก", 80), ("-5", 5), ("๑๐๑", 10)]
)
def test_digits_of_either_script_are_read_and_nothing_else(box, typed, value):
    """What would leave the range is not taken: of 101 the last digit is refused as it is typed."""
    box.setFocus()
    box.selectAll()
    retype(box.lineEdit(), typed) if typed != "ก" else box.lineEdit().setText(typed)
    press(box, Qt.Key.Key_Return)
    assert box.value() == value


def wheel(box):
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place, QPointF(box.mapToGlobal(box.rect().center())), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)


def test_scrolling_past_changes_only_the_box_one_stands_in(box):
    box.clearFocus()
    wheel(box)
    assert box.value() == 80
    box.activateWindow()
    box.setFocus()
    wheel(box)
    assert box.value() == 81


def test_a_year_is_stepped_by_keys_within_its_range(qtbot):
    year = YearBox("ปีงบประมาณ", 2698)
    qtbot.addWidget(year)
    year.show()
    for _ in range(3):
        press(year, Qt.Key.Key_Up)
    assert year.value() == 2699
    assert year.accessibleName() == "ปีงบประมาณ"
