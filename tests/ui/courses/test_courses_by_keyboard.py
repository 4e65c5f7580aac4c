"""The catalogue kept without a mouse: groups, courses, hours, laws and the lists, each deleted entry brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.keyboard import Keyboard
from ui.window_support import CTRL, modal, page, press, settle, texts

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


@pytest.fixture
def courses(window):
    shown = page(window, "courses")
    press(shown.groups, Key.Key_Home)
    settle(window)
    return shown


@pytest.fixture
def hand(window):
    return Keyboard(window)


def titles(courses):
    return texts(courses.table, 1)


def named(window, title):
    office = window.desk.services.register.office()
    (found,) = [course for course in office.catalogue.courses if course.title == title]
    return found, window.desk.services.curriculum.course_details()[found.id]


def add_a_course(courses, hand) -> None:
    hand.press((Key.Key_N, CTRL))
    dialog = modal()
    assert dialog.title.isAncestorOf(QApplication.focusWidget()) or dialog.title is QApplication.focusWidget(), "ready to type"
    hand.type("การใช้ข้อมูลเปิดภาครัฐ")
    hand.tab_to(dialog.law)
    hand.tab_to(dialog.lecture)
    hand.type("๖")
    hand.tab_to(dialog.other)
    hand.type("6")
    hand.tab_to(dialog.objective)
    hand.type("ใช้ข้อมูลเปิดได้")
    hand.tab_to(dialog.targets)
    hand.press(Key.Key_Space)
    hand.press((Key.Key_S, CTRL))
    assert QApplication.activeModalWidget() is None
    assert titles(courses)[-1] == "การใช้ข้อมูลเปิดภาครัฐ"


def test_a_course_is_added_changed_moved_deleted_and_brought_back(window, courses, hand, boxes) -> None:
    before = titles(courses)
    hand.tab_to(courses.table)
    add_a_course(courses, hand)
    course, detail = named(window, "การใช้ข้อมูลเปิดภาครัฐ")
    assert (detail.hours, detail.lecture_percent, detail.objective) == (1200, 50, "ใช้ข้อมูลเปิดได้")
    assert len(detail.targets) == 1
    hand.tab_to(courses.table)
    hand.press((Key.Key_End, CTRL))
    assert courses.table.current_record().course == course
    hand.press((Key.Key_Up, ALT))
    assert titles(courses) == [*before[:-1], course.title, before[-1]]
    hand.press((Key.Key_Down, ALT))
    assert titles(courses) == [*before, course.title]
    hand.press(Key.Key_F2)
    dialog = modal()
    hand.tab_to(dialog.lecture)
    hand.press((Key.Key_A, CTRL))
    hand.type("18")
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    hand.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None, "left without saving"
    assert named(window, course.title)[1] == detail
    hand.tab_to(courses.table)
    hand.press(Key.Key_Delete)
    assert titles(courses) == before
    hand.tab_to(courses.undo.undo_button)
    hand.press(Key.Key_Space)
    assert titles(courses) == [*before, course.title]
    assert named(window, course.title)[1].objective == detail.objective


def test_groups_are_walked_and_one_is_renamed(window, courses, hand) -> None:
    seen = []
    press(courses.groups, Key.Key_Home)
    for _ in range(courses.groups.count()):
        seen.append(courses.heading.text())
        hand.press(Key.Key_Down)
    assert [text[:4].strip() for text in seen[:5]] == ["4.1", "4.2", "4.3", "4.4", "4.5"]
    assert seen[-1].startswith("กฎหมายที่หลักสูตรอ้างอิง")
    press(courses.groups, Key.Key_Home)
    hand.tab_to(courses.rename_button)
    hand.press(Key.Key_Space)
    dialog = modal()
    hand.press((Key.Key_A, CTRL))
    hand.type("หลักสูตรพื้นฐานของทุกคน")
    hand.tab_to(dialog.save_button)
    hand.press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert courses.heading.text().startswith("4.1 หลักสูตรพื้นฐานของทุกคน")
    assert window.desk.services.register.office().catalogue.course_groups[0].name == "หลักสูตรพื้นฐานของทุกคน"


def test_a_law_is_added_given_a_successor_deleted_and_brought_back(window, courses, hand) -> None:
    press(courses.groups, Key.Key_End)
    settle(window)
    hand.tab_to(courses.laws)
    before = texts(courses.laws, 0)
    hand.press((Key.Key_N, CTRL))
    hand.type("ระเบียบทดลองใช้ พ.ศ. 2560")
    dialog = modal()
    hand.tab_to(dialog.replaced)
    hand.type(before[0])
    hand.press((Key.Key_S, CTRL))
    assert QApplication.activeModalWidget() is None
    row = texts(courses.laws, 0).index("ระเบียบทดลองใช้ พ.ศ. 2560")
    assert texts(courses.laws, 1)[row] == "ยกเลิกแล้ว"
    hand.tab_to(courses.laws)
    hand.press((Key.Key_Home, CTRL))
    while courses.laws.currentIndex().row() != row:
        hand.press(Key.Key_Down)
    hand.press(Key.Key_Delete)
    assert texts(courses.laws, 0) == before
    hand.tab_to(courses.undo.undo_button)
    hand.press(Key.Key_Space)
    assert sorted(texts(courses.laws, 0)) == sorted([*before, "ระเบียบทดลองใช้ พ.ศ. 2560"])


def test_the_lists_are_walked_filled_and_left(window, courses, hand) -> None:
    hand.tab_to(courses.lists_button)
    hand.press(Key.Key_Space)
    lists = modal()
    titles_seen = set()
    hand.tab_to(lists.which)
    for _ in range(lists.which.count()):
        titles_seen.add(lists.which.currentText())
        hand.press(Key.Key_Down)
    assert len(titles_seen) == lists.which.count()
    hand.press(Key.Key_Home)
    hand.tab_to(lists.table)
    before = lists.table.rows.rowCount()
    hand.press((Key.Key_N, CTRL))
    entry = modal()
    assert entry is not lists
    hand.tab_to(entry.inputs["name"])
    hand.type("รายการใหม่จากแป้นพิมพ์")
    hand.press((Key.Key_S, CTRL))
    assert modal() is lists
    assert lists.table.rows.rowCount() == before + 1
    hand.press(Key.Key_Delete)
    assert lists.table.rows.rowCount() == before
    hand.tab_to(lists.undo.undo_button)
    hand.press(Key.Key_Space)
    assert lists.table.rows.rowCount() == before + 1
    hand.tab_to(lists.close_button)
    hand.press(Key.Key_Return)
    assert QApplication.activeModalWidget() is None
    assert hand.focus() is courses.lists_button, "the keyboard is back where it was"


def test_what_is_missing_is_said_and_the_focus_waits_there(courses, hand) -> None:
    hand.tab_to(courses.table)
    hand.press((Key.Key_N, CTRL), (Key.Key_S, CTRL))
    dialog = modal()
    assert dialog.isVisible()
    focused = QApplication.focusWidget()
    assert focused is dialog.title or dialog.title.isAncestorOf(focused)
    hand.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
