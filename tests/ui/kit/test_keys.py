"""The keyboard alone: Enter from field to field, the same keys for the same deed on every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrdesk.domain.staff import PositionRecord
from hrdesk.services.values import StaffQuery
from ui.window_support import CTRL, modal, page, press, settle, type_text

ENTER = Qt.Key.Key_Return


def focus():
    return QApplication.focusWidget()


def test_enter_walks_a_person_from_field_to_button_and_only_there_saves(window) -> None:
    people = page(window, "people")
    people.table.setFocus()
    press(people.table, Qt.Key.Key_N, CTRL)
    settle(window)
    dialog = modal()
    before = window.desk.services.register.staff_page(StaffQuery()).total
    walked = []
    for field, text in (
        (dialog.title, ""), (dialog.first, "ปิ่นแก้ว"), (dialog.last, "ผู้ใหญ่ดี"), (dialog.national_id, ""),
        (dialog.kind, ""), (dialog.post, ""), (dialog.born.edit, ""), (dialog.start.edit, ""), (dialog.education, ""),
    ):  # fmt: skip
        assert focus() is field, field.accessibleName()
        type_text(focus(), text)
        walked.append(field)
        press(focus(), ENTER)
        assert dialog.isVisible()
    assert focus() is dialog.note
    press(dialog.note, ENTER)
    assert dialog.note.toPlainText() == "\n"
    press(dialog.note, Qt.Key.Key_S, CTRL)
    settle(window)
    assert window.desk.services.register.staff_page(StaffQuery()).total == before + 1


def test_enter_passes_the_button_that_deletes(window) -> None:
    register = window.desk.services.register
    post, _ = register.save_position(PositionRecord(0, "", "ตำแหน่งทดสอบ", register.lines()[0].id))
    people = page(window, "people")
    people.show_place(f"position:{post}")
    settle(window)
    press(people.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    assert dialog.delete_button.isVisible()
    dialog.unit.setFocus()
    press(dialog.unit, ENTER)
    assert focus() is dialog.save_button
    press(dialog.save_button, ENTER)
    settle(window)
    assert register.position(post).title == "ตำแหน่งทดสอบ"


def test_escape_closes_and_changes_nothing(window, boxes) -> None:
    courses = page(window, "courses")
    courses.groups.setFocus()
    before = window.desk.services.curriculum.catalogue()
    press(courses.groups, Qt.Key.Key_N, CTRL)
    type_text(modal().title, "หลักสูตรที่ไม่เอา")
    press(modal().title, ENTER)
    assert focus() is modal().group  # a title is one line, however long
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(focus(), Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert window.desk.services.curriculum.catalogue() == before


def test_a_project_by_keys(window) -> None:
    plan = page(window, "plan")
    grid = plan.tabs.projects.grid.table
    grid.setFocus()
    press(grid, Qt.Key.Key_N, CTRL)
    dialog = modal()
    type_text(dialog.title, "โครงการใหม่")
    press(dialog.title, ENTER)
    assert focus() is dialog.lists["organizers"]
    press(focus(), Qt.Key.Key_Space)
    press(focus(), ENTER)
    assert dialog.isVisible()
    assert focus() is dialog.lists["methods"]
    press(focus(), Qt.Key.Key_S, CTRL)
    assert plan.editor.draft.projects[-1].title == "โครงการใหม่"
    assert len(plan.editor.draft.projects[-1].organizers) == 1
    press(grid, Qt.Key.Key_S, CTRL)
    settle(window)
    assert not plan.editor.unsaved


def test_lists_of_the_plan_by_keys(window) -> None:
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(3)
    members = plan.tabs.planning
    members.table.setFocus()
    press(members.table, Qt.Key.Key_N, CTRL)
    dialog = modal()
    type_text(dialog.position, "ผู้อำนวยการกองคลัง")
    for after in (dialog.name, dialog.role, dialog.ok):
        press(focus(), ENTER)
        assert focus() is after
    press(focus(), ENTER)
    assert members.items()[-1].position == "ผู้อำนวยการกองคลัง"
    press(members.table, Qt.Key.Key_F2)
    assert modal().position.text() == "ผู้อำนวยการกองคลัง"
    press(modal().position, Qt.Key.Key_Escape)
    press(members.table, Qt.Key.Key_Delete)
    assert "ผู้อำนวยการกองคลัง" not in [one.position for one in members.items()]


def test_enter_in_the_office_leads_to_its_button(window) -> None:
    office = page(window, "office")
    press(office.kind, ENTER)
    for field in list(office.texts.values())[1:]:
        press(focus(), ENTER)
        assert focus() is field
    type_text(focus(), "x")
    press(focus(), ENTER)
    assert focus() is office.save_button
    press(focus(), ENTER)
    settle(window)
    assert window.desk.services.register.organization().chief_name.endswith("x")


def test_a_unit_is_added_by_its_key(window) -> None:
    office = page(window, "office")
    office.tabs.setCurrentIndex(2)
    office.tree.tree.setFocus()
    before = len(window.desk.services.register.units())
    press(office.tree.tree, Qt.Key.Key_N, CTRL)
    settle(window)
    assert len(window.desk.services.register.units()) == before + 1


def test_the_whole_wizard_without_a_mouse(empty_window) -> None:
    window = empty_window
    home = page(window, "home")
    for _ in range(30):
        if focus() is not None and focus().accessibleName() == "จัดทำแผนพัฒนา 3 ปี":
            break
        press(focus() or home, Qt.Key.Key_Tab)
    press(focus(), ENTER)
    settle(window)
    settle(window)
    wizard = modal()
    steps = [entry for entry in wizard.pages if not entry.idle]  # nothing was copied to confirm, nothing is wrong with the aims
    for number, entry in enumerate(steps):
        assert wizard.page() is entry
        if entry.key == "projects":
            press(focus(), Qt.Key.Key_Space)
            press(focus(), Qt.Key.Key_Down)
            press(focus(), ENTER)
        for _ in range(40):  # Tab alone reaches the button that goes on
            if focus() is wizard.next_button:
                break
            press(focus(), Qt.Key.Key_Tab)
        assert focus() is wizard.next_button, entry.key
        press(focus(), Qt.Key.Key_Space if number % 2 else ENTER)
        settle(window)
    assert [plan.project_count for plan in window.desk.services.planning.plans()] == [2]
