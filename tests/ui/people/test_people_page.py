from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from hrdesk.services.values import StaffQuery
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

NAME, UNIT = 3, 5


@pytest.fixture
def people(window):
    return page(window, "people")


def register(window):
    return window.desk.services.register


def test_the_list_is_the_register_in_order(window, people) -> None:
    QAbstractItemModelTester(people.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    stored = register(window).staff_page(StaffQuery(sort="number"))
    assert people.model.rowCount() == stored.total
    assert texts(people.table, NAME) == [row.name or "ว่าง" for row in stored.rows]
    assert f"{stored.total}" in people.count.text()


def test_a_click_on_a_heading_sorts_in_the_database(window, people) -> None:
    for order, descending in ((Qt.SortOrder.AscendingOrder, False), (Qt.SortOrder.DescendingOrder, True)):
        people.table.sortByColumn(NAME, order)
        settle(window)
        wanted = register(window).staff_page(StaffQuery(sort="name", descending=descending)).rows
        assert texts(people.table, NAME) == [row.name or "ว่าง" for row in wanted]


def test_typing_filters(window, people) -> None:
    type_text(people.filters.text, "ทรัพยากร")
    people.filters.typing.timeout.emit()
    settle(window)
    assert people.model.rowCount() > 0
    assert all("ทรัพยากร" in title for title in texts(people.table, 1))
    assert "พบ" in people.count.text()


def test_vacant_posts_are_found(window, people) -> None:
    people.filters.state.setCurrentIndex(2)
    people.filters.state.activated.emit(2)
    settle(window)
    assert set(texts(people.table, NAME)) == {"ว่าง"}
    assert people.card.fill_button.isVisible()
    assert not people.card.retire_button.isVisible()


def test_add_a_person_to_a_vacant_post(window, people) -> None:
    people.show_place("vacant")
    settle(window)
    post = people.table.current_record().position_id
    click(people.card.fill_button)
    settle(window)
    dialog = modal()
    dialog.title.setEditText("นางสาว")
    type_text(dialog.first, "ปิ่นแก้ว")
    type_text(dialog.last, "ผู้ใหญ่ดี")
    type_text(dialog.national_id, "1-1017-00230-70-8")
    retype(dialog.born.edit, "๕ ม.ค. ๒๕๓๓")
    press(dialog.born.edit, Qt.Key.Key_Tab)
    assert "30 กันยายน 2593" in dialog.retires.text()
    click(dialog.save_button)
    settle(window)
    assert people.table.current_record() is not None
    stored = register(window).staff_page(StaffQuery(text="ผู้ใหญ่ดี")).rows
    assert [(row.name, row.position_id) for row in stored] == [("นางสาวปิ่นแก้ว ผู้ใหญ่ดี", post)]


def test_problems_stand_beside_the_fields(window, people) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    type_text(dialog.first, "สมชาย")
    type_text(dialog.national_id, "1234567890123")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert dialog.national_id.property("invalid")
    assert dialog.last.property("invalid")
    assert not dialog.first.property("invalid")
    assert "13 หลัก" in dialog.form._wrong["national_id"].text()
    dialog.reject()


def test_a_year_of_the_common_era_is_asked_about(window, people, boxes) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    boxes.answers = ["ยกเลิก", "ใช่ เป็น ค.ศ."]
    retype(dialog.born.edit, "5/1/1990")
    assert dialog.born.day() is None
    assert dialog.born.wrong
    assert dialog.born.day() is None  # not asked twice about the same text
    retype(dialog.born.edit, "5-1-1990")
    assert dialog.born.day().isoformat() == "1990-01-05"
    assert dialog.born.edit.text() == "5 ม.ค. 2533"
    dialog.reject()


def test_edit_a_person_with_f2(window, people) -> None:
    row = next(i for i, name in enumerate(texts(people.table, NAME)) if name != "ว่าง")
    people.table.choose_row(row)
    staff_id = people.table.current_record().staff_id
    people.table.setFocus()
    press(people.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    retype(dialog.last, "นามสกุลใหม่")
    press(dialog.last, Qt.Key.Key_S, CTRL)
    settle(window)
    assert register(window).person(staff_id).last_name == "นามสกุลใหม่"
    assert people.table.current_record().staff_id == staff_id


def test_retire_and_undo(window, people) -> None:
    row = next(i for i, name in enumerate(texts(people.table, NAME)) if name != "ว่าง")
    people.table.choose_row(row)
    record = people.table.current_record()
    click(people.card.retire_button)
    dialog = modal()
    dialog.reason.setEditText("ลาออก")
    click(dialog.save_button)
    settle(window)
    assert register(window).person(record.staff_id).left_reason == "ลาออก"
    assert people.table.current_record().position_id == record.position_id
    assert people.table.current_record().is_vacant
    click(people.bar.undo_button)
    settle(window)
    assert register(window).person(record.staff_id).position_id == record.position_id


def test_edit_a_post_and_delete_a_vacant_one_with_undo(window, people) -> None:
    people.show_place("vacant")
    settle(window)
    record, total = people.table.current_record(), people.model.rowCount()
    click(people.card.post_button)
    settle(window)
    dialog = modal()
    retype(dialog.title, "ตำแหน่งทดสอบ")
    click(dialog.save_button)
    settle(window)
    assert register(window).position(record.position_id).title == "ตำแหน่งทดสอบ"
    click(people.card.post_button)
    settle(window)
    click(modal().delete_button)
    settle(window)
    assert people.model.rowCount() == total - 1
    click(people.bar.undo_button)
    settle(window)
    assert people.model.rowCount() == total


def test_the_first_post_of_an_empty_office(empty_window) -> None:
    shown = page(empty_window, "people")
    assert shown._either.currentIndex() == 1
    shown.add_position()
    settle(empty_window)
    dialog = modal()
    dialog.line.setCurrentIndex(0)
    dialog._line_chosen(0)
    assert dialog.title.text() == dialog.lines[dialog.line.currentData()].name
    click(dialog.save_button)
    settle(empty_window)
    assert shown.model.rowCount() == 1
    assert shown._either.currentIndex() == 0
