"""Several rows at once, a pasted block, chosen columns, and back again: by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from hrdesk.domain.terms import Level
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.preferences import remember_columns, shown_columns
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.people.columns import STANDARD, known_keys, staff_columns
from hrdesk.ui.people.edit_review import unit_paths
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def people(window):
    shown = page(window, "people")
    press(shown.table, Qt.Key.Key_Home, CTRL)
    return shown


def rows(window, **asked):
    return window.desk.services.register.staff_page(StaffQuery(limit=1000, sort="number", **asked)).rows


def bulk(window, people, down: int):
    """Choose the current row and so many below, and open the dialog."""
    for _ in range(down):
        press(people.table, Qt.Key.Key_Down, SHIFT)
    press(people.table, Qt.Key.Key_E, CTRL)
    settle(window)
    dialog = modal()
    assert dialog is not None
    return dialog


def reviewed(window, dialog):
    dialog.choose()
    settle(window)
    return [[line.label, line.what, line.old, line.new, line.wrong] for line in dialog.model.rows]


def pick(box, text: str) -> None:
    """As typed into a box that offers what it knows."""
    box.setFocus()
    retype(box.lineEdit(), text)
    press(box, Qt.Key.Key_Return)
    assert box.currentText() == text


def test_several_rows_get_one_unit_and_it_is_taken_back_by_keys(window, people) -> None:
    before = rows(window)
    dialog = bulk(window, people, 2)
    assert dialog.windowTitle() == "แก้ไขพร้อมกัน 3 แถว"
    assert not dialog.apply_button.isEnabled()
    assert "เลือกค่าที่จะเปลี่ยน" in dialog.said.text()
    unit = unit_paths(people.frame_data.units)[-1]
    pick(dialog.unit, unit)
    lines = reviewed(window, dialog)
    assert {line[3] for line in lines} == {unit}
    assert dialog.apply_button.text() == f"เปลี่ยน {len(lines)} แถว"
    press(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    leaf = unit.rpartition(" / ")[2]
    assert [row.unit for row in rows(window)[:3]] == [leaf] * 3
    assert "เปลี่ยนแล้ว" in people.bar._text.text()
    press(people.table, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert rows(window) == before
    assert "เลิกทำแล้ว: แก้ไขพร้อมกัน" in people.bar._text.text()
    press(people.table, Qt.Key.Key_Y, CTRL)
    settle(window)
    assert [row.unit for row in rows(window)[:3]] == [leaf] * 3


def test_a_level_that_does_not_fit_leaves_its_rows_alone_and_says_so(window, people) -> None:
    press(people.table, Qt.Key.Key_A, CTRL)
    press(people.table, Qt.Key.Key_E, CTRL)
    settle(window)
    dialog = modal()
    assert len(dialog.rows) == len(rows(window))
    choose(dialog.level, Level.PROFESSIONAL)
    lines = reviewed(window, dialog)
    wrong = [line for line in lines if line[4]]
    assert wrong
    assert lines[: len(wrong)] == wrong
    assert all("ระดับไม่ตรงกับประเภท" in line[4] for line in wrong)
    assert "เปลี่ยนไม่ได้" in dialog.said.text()
    kept = {row.position_id: row.level for row in rows(window)}
    click(dialog.apply_button)
    settle(window)
    changed = [row for row in rows(window) if row.level != kept[row.position_id]]
    assert changed
    assert {row.level for row in changed} == {Level.PROFESSIONAL}


def test_closing_the_dialog_changes_nothing(window, people) -> None:
    before = rows(window)
    dialog = bulk(window, people, 1)
    type_text(dialog.title, "นักการ")
    reviewed(window, dialog)
    press(dialog, Qt.Key.Key_Escape)
    settle(window)
    assert rows(window) == before
    assert not people.steps.undo_button.isEnabled()


def test_a_vacant_post_is_given_no_type_of_person(window, people) -> None:
    people.show_place("vacant")
    settle(window)
    dialog = bulk(window, people, 1)
    dialog.kind.setCurrentIndex(1)
    assert reviewed(window, dialog) == []
    assert not dialog.apply_button.isEnabled()
    dialog.reject()


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def at(people, row: int, key: str) -> None:
    people.table.setCurrentIndex(people.model.index(row, people.shown.index(key)))


def test_a_block_from_excel_is_laid_from_the_current_cell_on(window, people) -> None:
    before = rows(window)
    put("นางสาวมะลิ งามดี\tกองคลัง\nนายเข้ม แข็งขัน\tกองคลัง\n")  # the types are hidden in a window so narrow
    at(people, 0, "name")
    press(people.table, Qt.Key.Key_V, CTRL)
    settle(window)
    dialog = modal()
    assert [line.new for line in dialog.model.rows if line.what == "ชื่อ-สกุล"] == ["นางสาวมะลิ งามดี", "นายเข้ม แข็งขัน"]
    assert not dialog.beyond.isVisible()
    press(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(people.table, people.shown.index("name"))[:2] == ["นางสาวมะลิ งามดี", "นายเข้ม แข็งขัน"]
    click(people.bar.undo_button)
    settle(window)
    assert rows(window) == before


def test_a_cell_that_cannot_be_read_is_told_with_its_reason(window, people) -> None:
    put("เก่งมาก\nต้น")
    at(people, 0, "level")
    people.paste()
    settle(window)
    dialog = modal()
    wrong = [line.wrong for line in dialog.model.rows if line.wrong]
    assert wrong == ["ระดับ: ไม่รู้จักระดับ “เก่งมาก”"]
    dialog.reject()


def test_a_comma_in_a_value_parts_no_cells(window, people) -> None:
    put("1, 2, 3\n4, 5, 6")
    at(people, 0, "number")
    people.paste()
    settle(window)
    dialog = modal()
    assert [line.new for line in dialog.model.rows] == ["1, 2, 3", "4, 5, 6"]
    dialog.reject()


def test_lines_below_the_last_row_are_told(window, people) -> None:
    last = len(rows(window)) - 1
    put("1\n2\n3")
    at(people, last, "number")
    people.paste()
    settle(window)
    dialog = modal()
    assert dialog.beyond.isVisible()
    assert "2 บรรทัด" in dialog.beyond.text()
    dialog.reject()


@pytest.mark.parametrize("text", ["", "  \n", "\t\t"])
def test_nothing_to_paste_opens_nothing(window, people, text) -> None:
    put(text)
    people.paste()
    settle(window)
    assert QApplication.activeModalWidget() is None


def test_pasting_into_the_filter_is_pasting_text(window, people) -> None:
    put("ทรัพยากร")
    people.filters.text.setFocus()
    press(people.filters.text, Qt.Key.Key_V, CTRL)
    assert people.filters.text.text() == "ทรัพยากร"
    assert QApplication.activeModalWidget() is None


def test_columns_are_chosen_ordered_and_remembered_by_keyboard(window, people) -> None:
    people.choose_columns()
    dialog = modal()
    keys = [dialog.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.list.count())]
    assert tuple(keys[: len(STANDARD)]) == STANDARD
    press(dialog.list, Qt.Key.Key_Home)
    press(dialog.list, Qt.Key.Key_Down, ALT)  # the number below the title
    press(dialog.list, Qt.Key.Key_End)
    press(dialog.list, Qt.Key.Key_Space)  # the note too
    click(dialog.ok_button)
    settle(window)
    assert people.shown == ("title", "number", "level", "name", "personnel_type", "unit", "note")
    assert [column.heading for column in people.model.columns][:2] == ["ตำแหน่ง", "เลขที่ตำแหน่ง"]
    assert shown_columns("people", STANDARD) == people.shown
    assert people.table.horizontalHeader().sortIndicatorSection() == 1
    again = type(people)(window.desk, window)
    assert again.shown == people.shown


def test_the_name_always_stays(window, people) -> None:
    people.choose_columns()
    dialog = modal()
    dialog.list.setCurrentRow(STANDARD.index("name"))
    press(dialog.list, Qt.Key.Key_Space)
    assert "name" in dialog.chosen()
    click(dialog.standard_button)
    assert dialog.chosen() == STANDARD
    dialog.reject()


def test_columns_of_the_person_are_filled_and_sorted_by_none(window, people) -> None:
    people.show_columns(("name", "birth_date", "retires", "start_date", "education", "line"))
    settle(window)
    stored = {row.staff_id: row for row in rows(window, details=True)}
    first = people.table.current_record()
    assert first.details == stored[first.staff_id].details
    assert all(cell for cell in texts(people.table, 2)[:3])
    people.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)  # asks nothing of the database, and breaks nothing
    settle(window)
    assert people.model.rowCount() == len(rows(window))


@pytest.mark.parametrize(("kept", "shown"), [
    ((), STANDARD), (("number",), STANDARD), (("name", "gone", "name"), ("name",)), (("unit", "name"), ("unit", "name")),
])  # fmt: skip
def test_a_remembered_choice_of_another_version_is_made_good(kept, shown) -> None:
    assert known_keys(kept, staff_columns(lambda: None)) == shown


def test_the_menu_of_the_headings_leads_to_the_columns(window, people, qtbot) -> None:
    people.table.open_menu(QPoint(5, 5))
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    (action,) = menu.actions()
    action.trigger()
    menu.close()
    assert modal().windowTitle() == "คอลัมน์ของทะเบียน"
    modal().reject()


def test_what_another_page_did_is_taken_back_here_too(window, people) -> None:
    register = window.desk.services.register
    held = rows(window, vacant=False)[0]
    register.save_position(replace(register.position(held.position_id), title="ตำแหน่งใหม่"))
    people.refresh()
    settle(window)
    assert people.steps.undo_button.toolTip() == "เลิกทำ: แก้ไขตำแหน่ง “ตำแหน่งใหม่” (Ctrl+Z)"
    click(people.steps.undo_button)
    settle(window)
    assert register.position(held.position_id).title == held.position_title
    assert not people.steps.undo_button.isEnabled()
    assert people.steps.redo_button.isEnabled()


def test_remembered_columns_are_kept_apart_by_table() -> None:
    remember_columns("one", ("a", "b"))
    assert shown_columns("one", ()) == ("a", "b")
    assert shown_columns("two", ("c",)) == ("c",)
