"""A key pressed twice before the first press was answered does its work once."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrdesk.domain.terms import CommitteeKind
from hrdesk.services.values import StaffQuery
from ui.window_support import CTRL, modal, page, retype, settle


@pytest.fixture
def window(open_window):
    return open_window("furnished")


def person(window: Any) -> Any:
    page(window, "people").add_person()
    settle(window)
    dialog = modal()
    dialog.title.setEditText("นาย")
    retype(dialog.first, "ทดสอบ")
    retype(dialog.last, "กดสองครั้ง")
    return lambda services: services.register.staff_page(StaffQuery()).total


def course(window: Any) -> Any:
    page(window, "courses").add()
    settle(window)
    modal().title.setPlainText("หลักสูตรทดสอบ")
    return lambda services: len(services.curriculum.catalogue().courses)


def year_project(window: Any) -> Any:
    shown = page(window, "classes")
    shown.go_to("projects")
    settle(window)
    projects = shown.section("projects")
    projects.add()
    settle(window)
    modal().title.setPlainText("โครงการทดสอบ")
    retype(modal().outside, "จำเป็นเร่งด่วน")
    return lambda services: len(services.year_projects.projects(projects.year))


def meeting(window: Any) -> Any:
    page(window, "plan").tabs.meetings.add(CommitteeKind.PLANNING)
    settle(window)
    return lambda services: len(services.meetings.held(1))


def individual_plan(window: Any) -> Any:
    shown = page(window, "skills")
    shown.go_to("idp")
    settle(window)
    plans = shown.section("idp")
    plans.table.choose_where(lambda line: line.gaps > 0 and line.idp_id is None)
    plans.open_current()
    settle(window)
    return lambda services: services.development.count(plans.year.currentData())


CASES = {each.__name__: each for each in (person, course, year_project, meeting, individual_plan)}


@pytest.mark.parametrize("case", CASES)
def test_what_is_saved_by_two_presses_is_stored_once(window, case: str) -> None:
    count = CASES[case](window)
    services, dialog = window.desk.services, modal()
    before = count(services)
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    assert count(services) == before + 1


def test_a_refused_record_can_be_saved_after_it_was_mended(window) -> None:
    """The button that slept while it was asked wakes again."""
    count = person(window)
    services, dialog = window.desk.services, modal()
    before = count(services)
    dialog.first.clear()
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    assert dialog.isVisible()
    assert count(services) == before
    retype(dialog.first, "แก้แล้ว")
    QTest.keyClick(dialog, Qt.Key.Key_S, CTRL)
    settle(window)
    assert QApplication.activeModalWidget() is None
    assert count(services) == before + 1


@pytest.mark.parametrize("answer", ["ยกเลิก", "ปิดโดยไม่บันทึก"])
def test_escape_asks_before_it_throws_away_what_was_typed(window, boxes, answer: str) -> None:
    count = person(window)
    before = count(window.desk.services)
    boxes.answers = [answer]
    QTest.keyClick(modal(), Qt.Key.Key_Escape)
    settle(window)
    stays = QApplication.activeModalWidget()
    assert (stays is not None) is (answer == "ยกเลิก")
    assert boxes.answers == []
    assert count(window.desk.services) == before
    if stays is not None:
        assert stays.last.text() == "กดสองครั้ง"


def test_escape_asks_nothing_where_nothing_was_typed(window, boxes) -> None:
    page(window, "people").add_person()
    settle(window)
    QTest.keyClick(modal(), Qt.Key.Key_Escape)
    settle(window)
    assert QApplication.activeModalWidget() is None
    assert boxes.seen == []
