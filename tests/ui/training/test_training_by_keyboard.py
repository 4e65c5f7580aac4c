"""Projects and classes without a mouse: every control of every part is reached by Tab; what is put off or called off says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from training_office import YEAR, mark_all, the_class
from ui.walking import focus, reachable, walk_to, walked
from ui.window_support import CTRL, modal, page, press, settle, texts, type_text

STATUS = 3  # the column of both lists
DOWN, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return


@pytest.fixture
def window(open_window):
    return open_window("training")


def part(window, name):
    shown = page(window, "classes")
    shown.go_to(name)
    settle(window)
    return shown.section(name.partition(":")[0])


@pytest.mark.parametrize("name", ["projects", "class:1", "follow-ups", "budget"])
def test_every_control_is_reached_by_tab_alone(window, name) -> None:
    shown = part(window, name)
    if name == "class:1":
        mark_all(window.desk.services, 1)
    for tab in range(shown.tabs.count() if hasattr(shown, "tabs") else 1):
        if hasattr(shown, "tabs"):
            shown.tabs.setCurrentIndex(tab)
            settle(window)
        first = next(iter(reachable(shown)))
        first.setFocus()
        missed = {one.accessibleName() for one in reachable(shown) - set(walked(shown))}
        assert missed == set(), tab


@pytest.mark.parametrize("number", range(7))
def test_every_field_of_a_projects_dialog_is_reached_by_tab_alone(window, number) -> None:
    section = part(window, "projects")
    section.edit()
    settle(window)
    dialog = modal()
    dialog.tabs.setCurrentIndex(number)
    dialog.tabs.tabBar().setFocus()
    missed = {one.accessibleName() for one in reachable(dialog) - set(walked(dialog))}
    assert missed == set()


def choose_by_keys(box, wanted) -> None:
    """Down the box's list until the choice stands."""
    walk_to(lambda w: w is box)
    press(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == wanted:
            return
        press(box, DOWN)
    raise AssertionError("not in the box")


@pytest.mark.parametrize("status", [YearProjectStatus.POSTPONED, YearProjectStatus.CANCELLED])
def test_a_project_is_put_off_or_called_off_with_its_reason(window, status) -> None:
    section = part(window, "projects")
    walk_to_table(section)
    press(section.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    choose_by_keys(dialog.status, status)
    press(focus(), Qt.Key.Key_S, CTRL)
    settle(window)
    assert modal() is dialog, "no reason, no saving"
    assert "ต้องระบุเหตุผล" in dialog.form._wrong["status_reason"].text()
    walk_to(lambda w: w is dialog.reason)
    type_text(focus(), "วิทยากรติดภารกิจ")
    press(focus(), Qt.Key.Key_S, CTRL)
    settle(window)
    stored = section.services.year_projects.load(section.table.current_record().id)
    assert (stored.status, stored.status_reason) == (status, "วิทยากรติดภารกิจ")
    assert texts(section.table, STATUS)[0] in ("เลื่อน", "ยกเลิก")


def walk_to_table(section) -> None:
    section.year_box.setFocus()
    walk_to(lambda w: w is section.table)


def test_a_project_taken_up_again_forgets_no_reason_but_counts_as_open(window) -> None:
    """Put off, then carried out after all: what the list says follows, the reason stays with the project."""
    section = part(window, "projects")
    services, row = section.services, section.table.current_record()
    for status, reason in ((YearProjectStatus.POSTPONED, "รองบประมาณ"), (YearProjectStatus.RUNNING, "รองบประมาณ")):
        section.edit()
        settle(window)
        dialog = modal()
        choose_by_keys(dialog.status, status)
        if not dialog.reason.text():
            walk_to(lambda w, dialog=dialog: w is dialog.reason)
            type_text(focus(), reason)
        press(focus(), Qt.Key.Key_S, CTRL)
        settle(window)
        assert services.year_projects.load(row.id).status is status
        assert services.year_projects.load(row.id).status_reason == reason
    plan = services.planning.plans()[0].id
    figures = services.monitoring.figures(plan, YEAR, the_class(services).ends_on)
    assert figures.projects[0].status is YearProjectStatus.RUNNING


def test_a_class_is_called_off_with_its_reason_and_owes_nothing_more(window) -> None:
    section = part(window, "projects")
    services, held = section.services, the_class(section.services)
    plan = services.planning.plans()[0].id

    def owed():
        figures = services.monitoring.figures(plan, YEAR, held.ends_on)
        from hrdesk.domain.year_figures import open_items

        return [item.key for item in open_items(figures)]

    assert f"class:{held.id}" in owed()
    walk_to_table(section)
    walk_to(lambda w: w is section.classes.table)
    press(section.classes.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    choose_by_keys(dialog.status, ClassStatus.CANCELLED)
    press(focus(), Qt.Key.Key_S, CTRL)
    settle(window)
    assert modal() is dialog, "no reason, no saving"
    walk_to(lambda w: w is dialog.reason)
    type_text(focus(), "น้ำท่วม")
    press(focus(), Qt.Key.Key_S, CTRL)
    settle(window)
    stored = services.classes.load(held.id)
    assert (stored.status, stored.status_reason) == (ClassStatus.CANCELLED, "น้ำท่วม")
    assert texts(section.classes.table, STATUS) == ["ยกเลิก"]
    assert f"class:{held.id}" not in owed()


def test_a_class_is_opened_from_its_project_by_enter(window) -> None:
    section = part(window, "projects")
    walk_to_table(section)
    walk_to(lambda w: w is section.classes.table)
    press(focus(), ENTER)
    settle(window)
    shown = page(window, "classes").section("class")
    assert shown.isVisible()
    assert shown.class_id == the_class(window.desk.services).id
