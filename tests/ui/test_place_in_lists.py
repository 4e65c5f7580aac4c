"""Where the officer stands in a list stays hers: after a deletion, an addition, a change that sorts the list anew."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.office import Course, FundSource, Law
from hrdesk.ui.courses.reference_lists import LISTS
from ui.window_support import CTRL, modal, page, press, settle, texts

Key = Qt.Key
THREE = ("ทดสอบลำดับหนึ่ง", "ทดสอบลำดับสอง", "ทดสอบลำดับสาม")


def courses(window: Any) -> tuple[Any, int]:
    """Each of these adds three entries that nothing uses, and gives the list and the column of their names."""
    curriculum = window.desk.services.curriculum
    group = curriculum.catalogue().course_groups[0].id
    for name in THREE:
        curriculum.save_course(Course(0, group, name))
    return page(window, "courses").table, 1


def laws(window: Any) -> tuple[Any, int]:
    for name in THREE:
        window.desk.services.curriculum.save_law(Law(0, name))
    shown = page(window, "courses")
    shown.groups.setCurrentRow(shown.groups.count() - 1)
    return shown.laws, 0


def entries(window: Any) -> tuple[Any, int]:
    for name in THREE:
        window.desk.services.curriculum.save_fund(FundSource(0, name))
    page(window, "courses").open_lists()
    settle(window)
    modal().which.setCurrentIndex([one.title for one in LISTS].index("แหล่งงบประมาณ"))
    return modal().table, 0


CASES = {each.__name__: each for each in (courses, laws, entries)}


@pytest.mark.parametrize("case", CASES)
def test_delete_pressed_twice_takes_the_row_and_the_one_that_took_its_place(window, case: str) -> None:
    """And not the first of the list, which nobody looked at."""
    table, column = CASES[case](window)
    before = texts(table, column)
    at = before.index(THREE[0])
    table.choose_row(at, column)
    for _ in range(2):
        press(table, Key.Key_Delete)
        settle(window)
    assert texts(table, column) == [name for name in before if name not in THREE[:2]]
    assert table.current_record().id
    assert texts(table, column)[table.currentIndex().row()] == THREE[2]


def test_a_course_that_was_added_is_the_one_that_is_chosen(window) -> None:
    table, _column = courses(window)
    shown = window.pages["courses"]
    table.choose_row(2, 1)
    press(table, Key.Key_N, CTRL)
    modal().title.setPlainText("หลักสูตรใหม่")
    press(modal(), Key.Key_S, CTRL)
    settle(window)
    assert table.current_record().title == "หลักสูตรใหม่"
    shown.groups.setCurrentRow(1)
    assert table.currentIndex().row() == 0, "another group is begun from its top"


def test_delete_among_the_groups_deletes_no_course(window) -> None:
    table, column = courses(window)
    shown, before = window.pages["courses"], texts(table, column)
    table.choose_row(3, 1)
    press(shown.groups, Key.Key_Delete)
    settle(window)
    assert texts(table, column) == before
    press(shown.groups, Key.Key_F2)
    assert modal().windowTitle().startswith("เปลี่ยนชื่อหมวด"), "F2 is for what has the focus"
