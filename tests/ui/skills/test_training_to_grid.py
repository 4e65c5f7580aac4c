"""From the class to the grid, all in the window: people are marked, the class is closed, and it speaks for its units."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hrdesk.domain.training_terms import ClassStatus
from hrdesk.services import Services
from skill_office import FRAMEWORK
from training_office import the_class, training_office
from ui.window_support import CTRL, click, modal, page, press, settle

SERVED, OTHER = "DLit100", "DG100"


@pytest.fixture
def templates(tmp_path):
    path = training_office(tmp_path)
    with Services.open(path) as services:
        suggested = {each.person.id: (each.group,) for each in services.skills.suggested_groups()}
        services.skills.assign_groups(suggested, "ปลัดเทศบาล", None)
        held = the_class(services)
        course = services.curriculum.catalogue().courses[0].id
        services.classes.save(replace(held, course=course))
        services.skills.save_course_units(course, [(FRAMEWORK, SERVED)])
    return {"training": path}


@pytest.fixture
def window(open_window):
    return open_window("training")


def corners(window):
    """By person, whether training speaks for the unit in the grid."""
    shown = page(window, "skills")
    shown.go_to("grid")
    settle(window)
    grid = shown.section("grid")
    columns = {head.key[1]: place for place, head in enumerate(grid.model.heads)}
    found = {
        profile.person.id: {code: grid.model.is_trained(row, columns[code]) for code in (SERVED, OTHER)}
        for row, profile in enumerate(grid.model.profiles)
    }
    return grid, columns, found


def test_a_class_that_is_closed_speaks_for_the_units_of_its_course(window):
    services = window.desk.services
    grid, columns, before = corners(window)
    assert not any(each[SERVED] for each in before.values())
    shown = page(window, "classes")
    click(shown.section("projects").classes.open_button)
    settle(window)
    section = shown.section("class")
    section.tabs.setCurrentIndex(1)
    settle(window)
    click(section.pages[1].all_button)
    settle(window)
    section.tabs.setCurrentIndex(2)
    settle(window)
    scores = section.pages[2]
    absent = next(one.staff for one in services.attendance.sheet(section.class_id).participants if one.id == scores.model.rows[0].id)
    marks = ["0\t0", *["10\t18"] * (len(scores.model.rows) - 1)]
    QGuiApplication.clipboard().setText("\n".join(marks))
    scores.grid.setFocus()
    scores.grid.setCurrentIndex(scores.grid.model().index(0, 2))
    press(scores.grid, Qt.Key.Key_V, CTRL)
    settle(window)
    assert not any(each[SERVED] for each in corners(window)[2].values()), "nothing before the class is over"
    page(window, "classes")
    click(section.close_button)
    settle(window)
    assert services.classes.load(section.class_id).status is ClassStatus.COMPLETED
    grid, columns, after = corners(window)
    participants = {one.staff for one in services.attendance.sheet(section.class_id).participants}
    passed = participants - {absent}
    assert {person for person, each in after.items() if each[SERVED]} == passed & set(after)
    assert passed & set(after)
    assert not any(each[OTHER] for each in after.values())
    row = next(n for n, p in enumerate(grid.model.profiles) if p.person.id in passed and grid.model.standing(n, columns[SERVED]))
    assert "ผ่านการอบรม" in grid.model.describe(row, columns[SERVED])
    grid.view.setCurrentIndex(grid.model.index(row, columns[SERVED]))
    assert "ผ่านการอบรม" in grid.detail.text()
    press(grid.view, Qt.Key.Key_Return)
    settle(window)
    dialog = modal()
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.wrong)))
    assert "การอบรมที่สำเร็จในหลักสูตรที่พัฒนาทักษะนี้" in words
    dialog.reject()
