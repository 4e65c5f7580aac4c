"""The dialogs of the register in depth: what is chosen from, what is refused, what a leaver leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.terms import LEVELS_OF, Level, PositionType
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.widgets import choose
from ui.window_support import CTRL, click, modal, page, press, retype, settle, type_text

NAME = 3


@pytest.fixture
def people(window):
    return page(window, "people")


def register(window):
    return window.desk.services.register


def holder(window):
    return register(window).staff_page(StaffQuery(vacant=False)).rows[0]


def test_only_vacant_posts_are_offered_and_the_one_held(window, people) -> None:
    someone = holder(window)
    people.edit_person(someone.staff_id)
    settle(window)
    dialog = modal()
    offered = {dialog.post.itemData(number) for number in range(dialog.post.count())}
    vacant = {row.position_id for row in register(window).staff_page(StaffQuery(vacant=True)).rows}
    assert offered == {None, someone.position_id, *vacant}
    assert dialog.post.currentData() == someone.position_id
    dialog.reject()


def test_a_person_changes_posts_and_the_old_one_is_vacant(window, people) -> None:
    someone = holder(window)
    vacant = register(window).staff_page(StaffQuery(vacant=True)).rows[0]
    people.edit_person(someone.staff_id)
    settle(window)
    choose(modal().post, vacant.position_id)
    click(modal().save_button)
    settle(window)
    rows = {row.position_id: row for row in register(window).staff_page(StaffQuery()).rows}
    assert rows[vacant.position_id].staff_id == someone.staff_id
    assert rows[someone.position_id].is_vacant
    assert people.table.current_record().staff_id == someone.staff_id


def test_a_post_taken_meanwhile_is_refused_in_words_beside_the_field(window, people) -> None:
    vacant = register(window).staff_page(StaffQuery(vacant=True)).rows[0]
    people.add_person(vacant.position_id)
    settle(window)
    dialog = modal()
    first, second = register(window).staff_page(StaffQuery(vacant=False)).rows[:2]
    mover = register(window).person(second.staff_id)
    register(window).save_person(replace(mover, position_id=vacant.position_id))
    type_text(dialog.first, "มาช้า")
    type_text(dialog.last, "ไปหน่อย")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert "มีผู้ครองอยู่แล้ว" in dialog.form._wrong["position_id"].text()
    assert second.name in dialog.form._wrong["position_id"].text()
    assert first.name not in dialog.form._wrong["position_id"].text()
    dialog.reject()


def test_the_same_national_id_is_refused_with_whose_it_is(window, people) -> None:
    someone = register(window).person(holder(window).staff_id)
    people.add_person()
    settle(window)
    dialog = modal()
    dialog.title.setEditText("นาย")
    type_text(dialog.first, "คนใหม่")
    type_text(dialog.last, "นามใหม่")
    type_text(dialog.national_id, someone.national_id)
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert someone.last_name in dialog.form._wrong["national_id"].text()
    assert register(window).staff_page(StaffQuery(text="คนใหม่")).total == 0
    dialog.reject()


def test_a_day_that_cannot_be_read_is_kept_as_typed(window, people) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    type_text(dialog.first, "สมชาย")
    type_text(dialog.last, "ใจดี")
    retype(dialog.start.edit, "31 ก.พ. 2560")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert dialog.start.edit.text() == "31 ก.พ. 2560"
    assert dialog.form._wrong["start_date"].text()
    assert register(window).staff_page(StaffQuery(text="สมชายใจดี")).total == 0
    dialog.reject()


def test_leaving_wants_a_day(window, people) -> None:
    people.table.choose_row(0, NAME)
    record = people.table.current_record()
    click(people.card.retire_button)
    dialog = modal()
    retype(dialog.day.edit, "")
    press(dialog.day.edit, Qt.Key.Key_Backspace)
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert "กรุณากรอกวันที่" in dialog.form._wrong["left_on"].text()
    retype(dialog.day.edit, "๓๐ ก.ย. ๒๕๖๘")
    press(dialog.reason, Qt.Key.Key_S, CTRL)
    settle(window)
    left = register(window).person(record.staff_id)
    assert (left.left_on, left.left_reason, left.position_id) == (date(2025, 9, 30), "เกษียณอายุราชการ", None)


def test_the_levels_of_a_post_are_those_of_its_line(window, people) -> None:
    people.add_position()
    settle(window)
    dialog = modal()
    lines = {line.id: line for line in register(window).lines()}
    for kind in (PositionType.ACADEMIC, PositionType.GENERAL):
        line = next(one for one in lines.values() if one.position_type is kind)
        choose(dialog.line, line.id)
        dialog.line.activated.emit(dialog.line.currentIndex())
        offered = {dialog.level.itemData(number) for number in range(dialog.level.count())}
        assert offered - {Level.NONE} == set(LEVELS_OF[kind])
    dialog.reject()


def test_a_post_is_added_with_a_number_and_found_by_it(window, people) -> None:
    total = register(window).staff_page(StaffQuery()).total
    click(people.add_post_button)
    settle(window)
    dialog = modal()
    type_text(dialog.number, "99-9-99-9999-999")
    line = next(one for one in register(window).lines() if one.position_type is PositionType.GENERAL)
    choose(dialog.line, line.id)
    dialog.line.activated.emit(dialog.line.currentIndex())
    retype(dialog.title, "เจ้าพนักงานทดสอบ")
    click(dialog.save_button)
    settle(window)
    found = register(window).staff_page(StaffQuery(text="๙๙-๙-๙๙-๙๙๙๙-๙๙๙"))
    assert [row.position_title for row in found.rows] == ["เจ้าพนักงานทดสอบ"]
    assert register(window).staff_page(StaffQuery()).total == total + 1
    assert people.table.current_record().position_title == "เจ้าพนักงานทดสอบ"


def test_a_post_that_is_held_cannot_be_deleted(window, people) -> None:
    people.table.choose_row(0, NAME)
    record = people.table.current_record()
    assert not record.is_vacant
    people.edit_position(record.position_id)
    settle(window)
    assert not hasattr(modal(), "delete_button")
    modal().reject()


def test_the_card_follows_the_row_and_never_shows_another_ones_data(window, people) -> None:
    rows = register(window).staff_page(StaffQuery(sort="number")).rows
    held = next(number for number, row in enumerate(rows) if not row.is_vacant)
    vacant = next(number for number, row in enumerate(rows) if row.is_vacant)

    def shown() -> str:
        texts = []
        for grid in (people.card._post, people.card._person):
            for place in range(grid.count()):
                widget = grid.itemAt(place).widget()
                texts.append(widget.text() if widget.isVisible() else "")
        return "\n".join(texts).replace("\u200b", "")

    people.table.choose_row(held, NAME)
    settle(window)
    person = register(window).person(rows[held].staff_id)
    assert rows[held].number in shown()
    assert person.education in shown()
    people.table.choose_row(vacant, NAME)
    assert person.education not in shown(), "gone before the next one's are read"
    settle(window)
    assert rows[vacant].number in shown()
    assert "วุฒิ" not in shown()


def said(dialog, key: str) -> str:
    wrong = dialog.form._wrong[key]
    return wrong.text().replace("\u200b", "") if wrong.isVisibleTo(dialog) else ""


def test_what_is_wrong_is_said_when_its_field_is_left_and_gone_when_mended(window, people) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    retype(dialog.national_id, "1-1017-00230-70-9")
    press(dialog.national_id, Qt.Key.Key_Tab)
    assert "13 หลัก" in said(dialog, "national_id")
    assert dialog.national_id.property("invalid")
    retype(dialog.start.edit, "31/2/2560")
    press(dialog.start.edit, Qt.Key.Key_Return)
    assert said(dialog, "start_date")
    assert "13 หลัก" in said(dialog, "national_id"), "the other keeps its own"
    retype(dialog.national_id, "๑-๑๐๑๗-๐๐๒๓๐-๗๐-๘")
    press(dialog.national_id, Qt.Key.Key_Tab)
    assert said(dialog, "national_id") == ""
    assert not dialog.national_id.property("invalid")
    retype(dialog.start.edit, "๑ ต.ค. ๒๕๖๐")
    press(dialog.start.edit, Qt.Key.Key_Tab)
    assert said(dialog, "start_date") == ""
    dialog.reject()


@pytest.mark.parametrize(("born", "day", "year"), [("1/10/2510", "30 กันยายน 2570", "2570"), ("2/10/2510", "30 กันยายน 2571", "2571")])
def test_retirement_is_shown_by_the_rule_of_the_fiscal_year(window, people, born, day, year) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    assert dialog.retires.text() == "–"
    retype(dialog.born.edit, born)
    press(dialog.born.edit, Qt.Key.Key_Tab)
    assert dialog.retires.text() == f"{day} (สิ้นปีงบประมาณ พ.ศ. {year})"
    dialog.reject()


@pytest.mark.parametrize(("typed", "kept"), [("น.ส.", "นางสาว"), ("ว่าที่ ร.ต.", "ว่าที่ ร.ต."), ("คุณหญิง", "คุณหญิง")])
def test_a_title_is_written_out_when_its_field_is_left(window, people, typed, kept) -> None:
    people.add_person()
    settle(window)
    dialog = modal()
    retype(dialog.title.lineEdit(), typed)
    press(dialog.title.lineEdit(), Qt.Key.Key_Tab)
    assert dialog.title.currentText() == kept
    type_text(dialog.first, "ลองดู")
    type_text(dialog.last, "คำนำหน้า")
    press(dialog.last, Qt.Key.Key_S, CTRL)
    settle(window)
    (row,) = register(window).staff_page(StaffQuery(text="ลองดู คำนำหน้า")).rows
    assert row.name == f"{kept}ลองดู คำนำหน้า"


def test_units_lines_and_titles_are_offered_by_any_part_of_their_name(window, people) -> None:
    people.add_position()
    settle(window)
    dialog = modal()
    line = next(one for one in register(window).lines() if one.name == "นักทรัพยากรบุคคล")
    dialog.line.completer().setCompletionPrefix("ทรัพยากรบุคคล")
    assert line.name in dialog.line.completer().currentCompletion()
    retype(dialog.title, "งานการเงิน")
    assert dialog.title.completer().completionCount() > 0
    unit = people.frame_data.units[-1]
    for typed in (unit.name[2:], "ไม่มีหน่วยงานชื่อนี้"):  # what matches nothing leaves what was chosen
        retype(dialog.unit.lineEdit(), typed)
        press(dialog.unit, Qt.Key.Key_Return)
        assert dialog.unit.currentData() == unit.id
        assert dialog.unit.currentText().strip() == unit.name
    dialog.reject()
