"""The office's rules for training: what is typed is kept until it is saved or given up on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrdesk.services import Area
from ui.every_dialog import section
from ui.window_support import click, page, press, retype, settle


@pytest.fixture
def rules(window):
    return section(window, "settings", "training")


LEAVE = "ไปต่อโดยไม่บันทึก"


def type_rule(box, text: str) -> None:
    retype(box.lineEdit(), text)
    press(box, Qt.Key.Key_Tab)


def test_what_was_only_read_needs_no_saving(rules) -> None:
    assert rules.told.text() == ""
    assert not rules.save_button.isEnabled()
    assert rules.may_leave()


def test_thai_digits_are_saved(window, rules) -> None:
    type_rule(rules.attendance, "๗๕")
    assert "ยังไม่ได้บันทึก" in rules.told.text()
    click(rules.save_button)
    settle(window)
    assert window.desk.services.classes.rules().attendance_percent == 75
    assert rules.told.text() == "บันทึกแล้ว"
    assert rules.may_leave()


@pytest.mark.parametrize(("typed", "kept"), [("101", 10), ("-5", 5), ("สิบ", 80), ("", 80)])
def test_what_is_no_percentage_is_not_taken(rules, boxes, typed: str, kept: int) -> None:
    type_rule(rules.attendance, typed)
    assert rules.attendance.value() == kept
    boxes.answers = [LEAVE] * rules.dirty


def test_leaving_asks_and_staying_keeps_what_was_typed(window, rules, boxes) -> None:
    type_rule(rules.months, "6")
    boxes.answers = ["ยกเลิก", LEAVE]
    window.open_page("home")
    settle(window)
    assert window._key == "settings"
    assert rules.months.value() == 6
    assert "เกณฑ์การอบรม" in boxes.seen[0]


def test_leaving_without_saving_puts_the_stored_rules_back(window, rules, boxes) -> None:
    stored = window.desk.services.classes.rules().follow_up_months
    type_rule(rules.months, str(stored + 3))
    boxes.answers = [LEAVE]
    window.open_page("home")
    settle(window)
    assert window._key == "home"
    page(window, "settings")
    settle(window)
    assert rules.months.value() == stored
    assert not rules.dirty


def test_a_change_elsewhere_does_not_take_back_what_is_typed(window, rules, boxes) -> None:
    boxes.answers = [LEAVE]  # when the window closes
    type_rule(rules.passing, "70")
    window.desk.changed.emit(Area.TRAINING, window)
    settle(window)
    assert rules.passing.value() == 70
