"""A person's history at the keyboard, and those who left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrdesk.domain.terms import PersonnelType
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.widgets import choose
from ui.test_audit import SMALL, nameless
from ui.window_support import CTRL, modal, page, press, retype, settle, texts

ENTER = Qt.Key.Key_Return


def opened(window):
    people = page(window, "people")
    row = window.desk.services.register.staff_page(StaffQuery(vacant=False, sort="number")).rows[0]
    people.show_place(f"staff:{row.staff_id}")
    settle(window)
    press(people.table, Qt.Key.Key_H, CTRL)
    settle(window)
    return modal(), row


def test_a_training_is_entered_mended_deleted_and_brought_back_by_keys(window) -> None:
    dialog, row = opened(window)
    press(dialog.tables["training"], Qt.Key.Key_N, CTRL)
    entry = modal()
    assert nameless(entry) == []
    assert entry.minimumSizeHint().height() <= SMALL[1]
    entry.course.setPlainText("ระเบียบงานสารบรรณ")
    retype(entry.numbers["hours"], "หก")
    retype(entry.starts.edit, "5/1/2567")
    press(entry.course, Qt.Key.Key_S, CTRL)
    settle(window)
    assert "ตัวเลข" in entry.form._wrong["hours"].text()
    retype(entry.numbers["hours"], "๖.๕")
    press(entry.course, Qt.Key.Key_S, CTRL)
    settle(window)
    (kept,) = window.desk.services.history.of(row.staff_id).training
    assert (kept.course, kept.hours, kept.starts_on) == ("ระเบียบงานสารบรรณ", 650, date(2024, 1, 5))
    table = dialog.tables["training"]
    assert texts(table, 3) == ["6.5"]
    table.choose_row(0)
    press(table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(table, 1) == []
    press(dialog.undo.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert texts(table, 1) == ["ระเบียบงานสารบรรณ"]
    dialog.accept()


def test_a_post_held_on_contract_says_so_and_can_be_mended(window) -> None:
    dialog, row = opened(window)
    dialog.tabs.setCurrentIndex(1)
    press(dialog.add_button, ENTER)
    retype(modal().texts["title"], "คนงาน")
    choose(modal().kind, PersonnelType.GENERAL_CONTRACT)
    press(modal().texts["title"], Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(dialog.tables["held"], 1) == ["คนงาน (พนักงานจ้างทั่วไป)"]
    press(dialog.tables["held"], Qt.Key.Key_F2)
    assert modal().kind.currentData() is PersonnelType.GENERAL_CONTRACT
    choose(modal().kind, PersonnelType.REGULAR)
    press(modal().texts["title"], Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(dialog.tables["held"], 1) == ["คนงาน"]
    assert window.desk.services.history.of(row.staff_id).held[0].personnel_type is PersonnelType.REGULAR


def test_posts_and_degrees_have_their_own_tabs(window) -> None:
    dialog, row = opened(window)
    dialog.tabs.setCurrentIndex(1)
    press(dialog.add_button, ENTER)
    retype(modal().texts["title"], "นักทรัพยากรบุคคล")
    retype(modal().last.edit, "30/9/2565")
    press(modal().texts["title"], Qt.Key.Key_S, CTRL)
    settle(window)
    assert window.desk.services.history.of(row.staff_id).held[0].ends_on == date(2022, 10, 1)
    dialog.tabs.setCurrentIndex(2)
    press(dialog.add_button, ENTER)
    retype(modal().texts["degree"], "ปริญญาตรี")
    for wrong in ("2015", "256²"):
        retype(modal().year, wrong)
        press(modal().year, Qt.Key.Key_S, CTRL)
        settle(window)
        assert "พ.ศ." in modal().form._wrong["year"].text()
    retype(modal().year, "๒๕๕๘")
    press(modal().year, Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(dialog.tables["education"], 0) == ["2558"]
    dialog.accept()


def test_the_history_is_printed_from_here(window) -> None:
    dialog, row = opened(window)
    press(dialog.print_button, ENTER)
    settle(window)
    reports = window.pages["reports"]
    assert reports.form() == "training-history"
    assert reports.picker.subject.person == row.staff_id


def test_who_left_is_listed_and_can_come_back(window) -> None:
    people = page(window, "people")
    register = window.desk.services.register
    row = register.staff_page(StaffQuery(vacant=False, sort="number")).rows[0]
    register.retire(row.staff_id, date(2024, 10, 1), "เกษียณอายุราชการ")
    press(people.filters.state, Qt.Key.Key_End)
    settle(window)
    assert texts(people.table, 3) == [row.name]
    assert people.card.return_button.isVisibleTo(people)
    assert not people.card.retire_button.isVisibleTo(people)
    people.card.return_button.click()
    settle(window)
    assert register.person(row.staff_id).left_on is None
    assert modal().windowTitle() == "แก้ไขข้อมูลบุคลากร"
    QApplication.activeModalWidget().reject()
