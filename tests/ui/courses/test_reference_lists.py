"""The lists that plans choose from, changed in the window; and courses put into another order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from hrdesk.domain.terms import OrganizerKind, PersonnelType, PositionType
from hrdesk.ui.courses.reference_lists import LISTS
from hrdesk.ui.kit.editors import TextArea
from hrdesk.ui.kit.widgets import choose
from ui.test_audit import SMALL, cut, nameless
from ui.window_support import CTRL, click, modal, page, press, settle, texts, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def lists(window):
    click(page(window, "courses").lists_button)
    settle(window)
    dialog = modal()
    yield dialog
    if QApplication.activeModalWidget() is not None:
        QApplication.activeModalWidget().reject()
        settle(window)


def show(window, lists, title):
    lists.which.setCurrentIndex([one.title for one in LISTS].index(title))
    settle(window)


def held(window, kind):
    return tuple(kind.entries(window.desk.services.register.office()))


@pytest.mark.parametrize("kind", LISTS, ids=lambda one: one.noun)
def test_an_entry_is_added_changed_deleted_and_brought_back_by_keys(window, lists, kind) -> None:
    lists.resize(*SMALL)
    show(window, lists, kind.title)
    assert nameless(lists) == []
    assert cut(lists) == []
    before = held(window, kind)
    press(lists.table, Qt.Key.Key_N, CTRL)
    dialog = modal()
    assert nameless(dialog) == []
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible(), "a name is needed"
    assert dialog.form._wrong["name"].text()
    for field in kind.fields:
        if field.choices is None and not field.tick:
            type_text(dialog.inputs[field.name], f"ใหม่ {field.name}")
    press(dialog.inputs["name"], Qt.Key.Key_S, CTRL)
    settle(window)
    added = held(window, kind)[-1]
    assert added.name == "ใหม่ name"
    assert lists.table.current_record() == added, "it is chosen, to be moved or changed"
    press(lists.table, Qt.Key.Key_F2)
    type_text(modal().inputs["name"], "กว่า" if isinstance(modal().inputs["name"], TextArea) else "")
    click(modal().save_button)
    settle(window)
    assert held(window, kind)[-1].name != "ใหม่ name"
    press(lists.table, Qt.Key.Key_Delete)
    settle(window)
    assert held(window, kind) == before
    click(lists.undo.undo_button)
    settle(window)
    assert replace(held(window, kind)[-1], id=0) == replace(added, id=0, name=held(window, kind)[-1].name)


def test_what_is_in_use_is_kept_and_the_reason_told(window, lists, boxes) -> None:
    boxes.answers = ["ตกลง"]
    before = held(window, LISTS[1])
    show(window, lists, "วิธีการพัฒนา")
    used = window.desk.services.planning.load(1).projects[0].methods[0]
    assert lists.table.choose_where(lambda one: one.id == used)
    click(lists.delete_button)
    settle(window)
    assert "โครงการ" in boxes.seen[0].replace("\u200b", "")
    assert held(window, LISTS[1]) == before


def test_a_target_group_covers_the_types_that_are_ticked(window, lists) -> None:
    show(window, lists, "กลุ่มเป้าหมาย")
    click(lists.add_button)
    dialog = modal()
    type_text(dialog.inputs["name"], "ครูและวิชาการ")
    for name, wanted, kinds in (
        ("personnel_types", PersonnelType.TEACHER, PersonnelType), ("position_types", PositionType.ACADEMIC, PositionType),
    ):  # fmt: skip
        dialog.inputs[name].setCurrentRow(list(kinds).index(wanted))
        press(dialog.inputs[name], Qt.Key.Key_Space)
    click(dialog.save_button)
    settle(window)
    added = window.desk.services.curriculum.catalogue().targets[-1]
    assert (added.personnel_types, added.position_types) == ({PersonnelType.TEACHER}, {PositionType.ACADEMIC})
    assert "ครูและบุคลากรทางการศึกษา" in texts(lists.table, 1)


def test_an_organiser_has_its_headings_and_columns(window, lists) -> None:
    show(window, lists, "หน่วยดำเนินการ")
    click(lists.add_button)
    dialog = modal()
    for name, text in (("name", "มหาวิทยาลัย"), ("budget_heading", "ม."), ("monitoring_heading", "มหาวิทยาลัย")):
        type_text(dialog.inputs[name], text)
    choose(dialog.inputs["kind"], OrganizerKind.OTHER)
    assert isinstance(dialog.inputs["in_budget_table"], QCheckBox)
    dialog.inputs["in_budget_table"].click()
    click(dialog.save_button)
    settle(window)
    added = window.desk.services.curriculum.catalogue().organizers[-1]
    assert (added.budget_heading, added.in_budget_table, added.in_monitoring_table) == ("ม.", False, True)
    assert texts(lists.table, 2)[-1] == "–"


def test_the_order_of_a_list_is_the_order_it_is_printed_in(window, lists) -> None:
    show(window, lists, "สายงาน")
    office = window.desk.services.register.office()
    first, second = [line.name for line in office.lines if line.name in office.lines_in_use()][:2]
    lists.table.choose_where(lambda one: one.name == second)
    while lists.table.currentIndex().row() > 0:
        press(lists.table, Qt.Key.Key_Up, ALT)
        settle(window)
    assert not lists.up_button.isEnabled()
    assert window.desk.services.register.office().lines_in_use()[:2] == (second, first), "part 4.3 follows"
    lists.reject()
    settle(window)
    courses = page(window, "courses")
    courses.groups.setCurrentRow(2)
    assert texts(courses.table, 1)[:2] == [second, first]


def test_a_course_is_moved_by_keys_and_stays_chosen(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(1)
    before = texts(courses.table, 1)
    courses.table.choose_row(0, 1)
    assert not courses.up_button.isEnabled()
    for _ in range(2):
        press(courses.table, Qt.Key.Key_Down, ALT)
        settle(window)
    assert texts(courses.table, 1)[:3] == [before[1], before[2], before[0]]
    assert courses.table.current_record().title == before[0]
    press(courses.table, Qt.Key.Key_Up, ALT)
    settle(window)
    assert texts(courses.table, 1)[:3] == [before[1], before[0], before[2]]
    assert sorted(texts(courses.table, 1)) == sorted(before)
