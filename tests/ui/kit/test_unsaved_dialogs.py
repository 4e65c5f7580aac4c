"""The window's cross asks, as Escape does, before a dialog throws away what was typed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ui.window_support import click, modal, page, press, retype, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

CTRL = Qt.KeyboardModifier.ControlModifier


def person(window) -> QWidget:
    page(window, "people").add_person()
    settle(window)
    return modal().last


def course(window) -> QWidget:
    courses = page(window, "courses")
    press(courses.groups, Qt.Key.Key_N, CTRL)
    return modal().title


def project(window) -> QWidget:
    plan = page(window, "plan")
    press(plan.tabs.projects.grid.table, Qt.Key.Key_N, CTRL)
    return modal().title


def member(window) -> QWidget:
    """A dialog over a list of the plan, which used to ask nothing at all."""
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(3)
    press(plan.tabs.planning.table, Qt.Key.Key_N, CTRL)
    return modal().position


def year_project(window) -> QWidget:
    """Seven tabs of their own, and the same rule."""
    classes = page(window, "classes")
    classes.section("projects").add()
    settle(window)
    return modal().title


DIALOGS = [person, course, project, member, year_project]


def press_cross(dialog: QWidget) -> None:
    """As the window system tells it."""
    handle = dialog.windowHandle()
    assert handle is not None
    handle.close()
    QApplication.processEvents()


@pytest.mark.parametrize("way", ["cross", "escape"])
@pytest.mark.parametrize("answer", ["ยกเลิก", "ปิดโดยไม่บันทึก"])
@pytest.mark.parametrize("opened", DIALOGS)
def test_leaving_asks_where_something_was_typed(window, boxes, opened: Callable[[Any], QWidget], answer: str, way: str) -> None:
    field: Any = opened(window)
    dialog = modal()
    type_text(field, "พิมพ์ค้างไว้")
    boxes.answers = [answer]
    if way == "cross":
        press_cross(dialog)
    else:
        press(field, Qt.Key.Key_Escape)
    assert boxes.answers == []
    assert "ยังไม่ได้บันทึก" in boxes.seen[0]
    assert (QApplication.activeModalWidget() is dialog) is (answer == "ยกเลิก")
    if answer == "ยกเลิก":
        assert "พิมพ์ค้างไว้" in (field.toPlainText() if hasattr(field, "toPlainText") else field.text())


@pytest.mark.parametrize("opened", DIALOGS)
def test_nothing_is_asked_where_nothing_is_lost(window, boxes, opened: Callable[[Any], QWidget]) -> None:
    opened(window)
    press_cross(modal())
    assert QApplication.activeModalWidget() is None
    field: Any = opened(window)
    before = field.toPlainText() if hasattr(field, "toPlainText") else field.text()
    retype(field, "พิมพ์แล้วลบ")
    retype(field, before) if before else field.clear()
    press_cross(modal())
    assert QApplication.activeModalWidget() is None
    assert boxes.seen == []


@pytest.mark.parametrize("opened", DIALOGS)
def test_cancel_says_it_already(window, boxes, opened: Callable[[Any], QWidget]) -> None:
    type_text(opened(window), "ไม่เอา")
    cancel = next(one for one in modal().findChildren(QPushButton) if one.text() == "ยกเลิก")
    click(cancel)
    assert QApplication.activeModalWidget() is None
    assert boxes.seen == []
