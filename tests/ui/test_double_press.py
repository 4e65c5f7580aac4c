"""A key pressed twice before the first press was answered does its work once."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from hrdesk.domain.terms import CommitteeKind
from hrdesk.services.values import StaffQuery
from hrdesk.ui.plan.tabs import MEETINGS
from ui.every_dialog import close_all
from ui.window_support import CTRL, modal, page, retype, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
    tabs = page(window, "plan").tabs
    tabs.setCurrentIndex(MEETINGS)
    tabs.meetings.add(CommitteeKind.PLANNING)
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


# Dialogs that are read before they open: what is asked for while the reading waits.


def _class_list(window: Any) -> Any:
    shown = page(window, "classes")
    shown.go_to("projects")
    settle(window)
    return shown.section("projects")


def _idp(window: Any) -> Callable[[], object]:
    shown = page(window, "skills")
    shown.go_to("idp")
    settle(window)
    shown.section("idp").table.choose_where(lambda line: line.gaps > 0)
    return shown.section("idp").open_current


def _edit_person(window: Any) -> Callable[[], object]:
    people = page(window, "people")
    someone = next(row.staff_id for row in people.model._pages[0] if row.staff_id)
    return lambda: people.edit_person(someone)


OPENERS: dict[str, Callable[[Any], Callable[[], object]]] = {
    "a person": _edit_person,
    "somebody new": lambda window: page(window, "people").add_person,
    "a project of the year": lambda window: _class_list(window).edit,
    "a class": lambda window: _class_list(window).classes.edit,
    "a plan for one person": _idp,
    "the plan's wizard": lambda window: page(window, "plan").new_plan,
    "the schedule's wizard": lambda window: page(window, "monitoring").make_schedule,
    "a meeting": lambda window: partial(page(window, "plan").tabs.meetings.add, CommitteeKind.PLANNING),
}


@contextmanager
def waiting(window: Any) -> Iterator[None]:
    """Whatever is read in the meantime comes at the end of it, as behind a long print."""
    gate = threading.Event()
    window.worker.submit(window, gate.wait, lambda _none: None, pytest.fail)
    try:
        yield
    finally:
        gate.set()
        settle(window)


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


@pytest.mark.parametrize("case", OPENERS)
def test_a_dialog_asked_for_in_a_hurry_opens_once_and_only_where_the_officer_still_is(window, case: str) -> None:
    ask = OPENERS[case](window)
    if case == "a meeting":
        window.pages["plan"].tabs.setCurrentIndex(MEETINGS)
    with waiting(window):
        ask()
        ask()
    assert len(dialogs()) == 1, "pressed twice"
    close_all(window)
    with waiting(window):
        ask()
        window.open_page("settings" if window.current_key != "settings" else "home")
    assert not dialogs(), "over a page gone to meanwhile"


def test_the_last_of_two_different_dialogs_opens(window) -> None:
    people = page(window, "people")
    with waiting(window):
        people.add_person()
        people.edit_position(next(row.position_id for row in people.model._pages[0]))
    assert [type(one).__name__ for one in dialogs()] == ["PositionDialog"]


def test_no_dialog_opens_over_another_one_or_over_the_lock(window) -> None:
    people = page(window, "people")
    with waiting(window):
        people.add_person()
        people.choose_columns()
    assert [type(one).__name__ for one in dialogs()] == ["ColumnsDialog"]
    close_all(window)
    with waiting(window):
        people.add_person()
        window.cover(covered=True)
    assert not dialogs()
    window.cover(covered=False)
