"""The links between framework, guideline and register: read, typed, undone, restored and taken back in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hrdesk.domain.terms import PersonnelType, term
from hrdesk.services.skills.frameworks import shipped
from hrdesk.ui.skills.mapping_grids import TICK
from ui.window_support import click, modal, page, press, settle

GROUPS, STEPS, SKILLS = 2, 3, 4  # tabs


@pytest.fixture
def standards(window):
    shown = page(window, "skills")
    shown.go_to("standards")
    settle(window)
    return shown.section("standards")


@pytest.fixture
def opened(window, standards):
    def open_on(tab):
        click(standards.mapping_button)
        settle(window)
        dialog = modal()
        dialog.tabs.setCurrentIndex(tab)
        return dialog

    return open_on


def put(grid, row, column, text):
    """As typed into the cell; what the cell refuses stands below the grid."""
    grid.model.setData(grid.model.index(row, column), text)


def restore_of(dialog, title):
    return next(each for each in dialog.findChildren(QPushButton) if each.accessibleName() == f"ใช้{title}ของโปรแกรม")


def test_the_three_taxonomies_stand_beside_each_other(opened):
    dialog = opened(GROUPS)
    titles = [dialog.tabs.tabText(n) for n in range(dialog.tabs.count())]
    assert titles[2:] == ["กับแนวทาง 2566", "สายอาชีพกับทะเบียน", "ทักษะดิจิทัล 7 ด้าน"]
    assert len(dialog.group_grid.lines) == 6
    assert {line[1] for line in dialog.group_grid.lines} == {"IT", "Non-IT"}
    assert sorted(line[0] for line in dialog.skill_grid.lines) == sorted(unit.code for unit in shipped().units)
    assert [line[0] for line in dialog.step_grid.lines] == ["บริหาร", "อำนวยการ", "หัวหน้างาน", "แรกบรรจุ", "มีประสบการณ์"]
    assert not restore_of(dialog, dialog.of_groups.title).isEnabled(), "there is nothing to restore"


def test_a_group_is_linked_otherwise_saved_and_taken_back(window, standards, opened):
    skills = window.desk.services.skills
    before = skills.taxonomies()
    dialog = opened(GROUPS)
    put(dialog.group_grid, 5, 1, "IT")
    put(dialog.group_grid, 5, 5, "x")
    assert dialog.group_grid.lines[5][5] == TICK
    click(dialog.save_button)
    settle(window)
    link = skills.taxonomies().mapping.groups[5]
    assert (link.group, link.workforce, link.staff_groups) == ("Others", "IT", ("new", "experienced", "supervisor", "director"))
    click(standards.undo.undo_button)
    settle(window)
    assert skills.taxonomies() == before


def test_a_unit_moves_to_another_digital_skill_and_the_programs_links_are_restored(window, opened):
    skills = window.desk.services.skills
    dialog = opened(SKILLS)
    first = dialog.skill_grid.lines[0]
    put(dialog.skill_grid, 0, 2, "ความมั่นคงปลอดภัยทางไซเบอร์")
    grid = dialog.skill_grid
    grid.grid.setFocus()
    press(grid.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert grid.lines[0] == first, "undone in the grid"
    press(grid.grid, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert grid.lines[0][2] == "ความมั่นคงปลอดภัยทางไซเบอร์"
    click(dialog.save_button)
    settle(window)
    assert skills.taxonomies().mapping.digital_skills[6].units[0] == "DLit100"
    again = opened(SKILLS)
    assert again.skill_grid.lines[0][2] == "ความมั่นคงปลอดภัยทางไซเบอร์"
    click(restore_of(again, again.of_skills.title))
    assert again.skill_grid.lines[0] == first
    click(again.save_button)
    settle(window)
    assert not skills.taxonomies().is_own


def test_steps_go_by_types_words_and_years_of_the_register(window, opened):
    dialog = opened(STEPS)
    grid, free = dialog.step_grid, len(dialog.step_grid.lines)
    for column, text in ((0, "แรกบรรจุ"), (1, term(PersonnelType.REGULAR)), (2, "วิชาการ"), (3, "ผู้ช่วย , ทดลอง"), (4, "๒")):
        put(grid, free, column, text)
    assert grid.lines[free] == ("แรกบรรจุ", term(PersonnelType.REGULAR), "วิชาการ", "ผู้ช่วย, ทดลอง", "2", "")
    put(grid, free, 1, "ทหาร")
    assert "ไม่มี “ทหาร” ใช้ได้:" in grid.wrong.text()
    for wrong in ("0", "61", "สอง"):
        put(grid, free, 4, wrong)
        assert "กรุณากรอกจำนวนปี 1 ถึง 60" in grid.wrong.text()
    put(grid, free, 5, "ยังทดลองปฏิบัติหน้าที่")
    click(dialog.save_button)
    settle(window)
    rule = window.desk.services.skills.taxonomies().mapping.staff_group_rules[-1]
    assert (rule.suggests, rule.title_words, rule.years_below, rule.reason) == ("new", ("ผู้ช่วย", "ทดลอง"), 2, "ยังทดลองปฏิบัติหน้าที่")


@pytest.mark.parametrize(
    ("name", "cells", "told"),
    [
        ("group_grid", {1: "IT"}, "ยังไม่ได้เลือกกลุ่ม"),
        ("group_grid", {0: "ผู้ปฏิบัติงานอื่น", 1: "IT"}, "มากกว่าหนึ่งแถว"),
        ("skill_grid", {0: "DLit100", 2: "ความมั่นคงปลอดภัยทางไซเบอร์"}, "มากกว่าหนึ่งแถว"),
        ("step_grid", {5: "เพราะ"}, "ยังไม่ได้เลือกกลุ่มตามสายอาชีพ"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_as_typed(window, opened, name, cells, told):
    dialog = opened({"group_grid": GROUPS, "step_grid": STEPS, "skill_grid": SKILLS}[name])
    grid = getattr(dialog, name)
    free = len(grid.lines)
    for column, text in cells.items():
        put(grid, free, column, text)
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert told in dialog.wrong.text()
    assert len(grid.lines) == free + 1
    assert not window.desk.services.skills.taxonomies().is_own


def test_the_links_tell_where_the_guideline_has_each_person(window, standards, opened):
    window.desk.services.skills.assign_groups({1: ("Others",)}, "ปลัดเทศบาล", None)
    stage = page(window, "skills")
    stage.go_to("stage")
    settle(window)
    section = stage.section("stage")
    section.refresh()  # the groups came in behind the window's back
    settle(window)
    assert section.table.choose_where(lambda one: one.person.id == 1)
    before = section.approved.text()
    assert "Non-IT" in before
    stage.go_to("standards")
    dialog = opened(GROUPS)
    put(dialog.group_grid, 5, 1, "IT")
    click(dialog.save_button)
    settle(window)
    stage.go_to("stage")
    settle(window)
    section.table.choose_where(lambda one: one.person.id == 1)
    assert section.approved.text() == before.replace("Non-IT", "IT")
