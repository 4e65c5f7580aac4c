"""The year's projects as the officer makes and mends them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from hrdesk.domain.training_terms import ProposalPart, YearProjectStatus
from hrdesk.ui.kit.widgets import choose
from training_office import YEAR
from ui.window_support import click, modal, page, press, retype, settle, texts

TITLE, LEFT = 0, 6


@pytest.fixture
def section(window):
    shown = page(window, "classes").section("projects")
    shown.show_place(f"year:{YEAR}")
    settle(window)
    return shown


def paste(grid, row, column, text):
    QGuiApplication.clipboard().setText(text)
    grid.setCurrentIndex(grid.model().index(row, column))
    grid.paste()


def test_the_plans_projects_come_in_one_action_and_go_in_one(window, section):
    assert section.first.isVisible(), "the empty list says what to do"
    click(section.first)
    settle(window)
    assert len(texts(section.table, TITLE)) == 11
    assert texts(section.total, LEFT) == ["400,000"]
    assert not section.from_plan.isVisible(), "nothing of the plan is left to add"
    click(section.undo.undo_button)
    settle(window)
    assert section.table.model().rowCount() == 0
    assert section.first.isVisible()


def test_a_project_of_its_own_with_seed_003s_costs(window, section):
    section.add()
    settle(window)
    dialog = modal()
    dialog.title.setPlainText("โครงการ Digital Mindset")
    paste(dialog.money.costs.grid, 0, 0, "ค่าลงทะเบียน\t7,500\t๘,๐๐๐\tคน\t1\r\nห้องปฏิบัติการ\t1,000,000\t1\tห้อง\t1\r\n")
    assert texts(dialog.money.costs.grid, 5) == ["60,000,000", "1,000,000", ""]
    paste(dialog.money.sources.grid, 0, 0, "เทศบัญญัติ\t12,000,000\t0")
    assert "ต่างจากงบประมาณที่ตั้งไว้ 49,000,000 บาท" in dialog.money.sum.text()
    paste(dialog.money.costs.grid, 2, 1, "เจ็ดพัน")
    assert "ราคาต่อหน่วย แถวที่ 3" in dialog.money.costs.wrong.text()
    dialog.money.costs.stack.undo()
    assert texts(dialog.money.costs.grid, 5) == [""]
    dialog.money.costs.stack.redo()
    dialog.texts.list.setCurrentRow(1)
    dialog.texts.area.setPlainText("ให้บุคลากรคิดแบบดิจิทัล")
    choose(dialog.status, YearProjectStatus.POSTPONED)
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog, "no reason, no saving"
    retype(dialog.reason, "รองบประมาณ")
    press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    (row,) = section.services.year_projects.projects(YEAR)
    stored = section.services.year_projects.load(row.id)
    assert row.outside_plan
    assert stored.cost == 61_000_000 * 100
    assert stored.texts == {ProposalPart.OBJECTIVES: "ให้บุคลากรคิดแบบดิจิทัล"}
    assert texts(section.table, 3) == ["เลื่อน"]


def test_closing_with_changes_asks(window, section, boxes):
    section.add()
    settle(window)
    dialog = modal()
    dialog.title.setPlainText("ครึ่งเดียว")
    boxes.answers = ["ยกเลิก", "ปิดโดยไม่บันทึก"]
    press(dialog, Qt.Key.Key_Escape)
    assert modal() is dialog
    press(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert len(boxes.seen) == 2


def type_problem(dialog):
    dialog.problems.setPlainText("วิทยากรติดภารกิจ")


def tick_method(dialog):
    dialog.tabs.setCurrentIndex(1)
    press(dialog.lists["methods"], Qt.Key.Key_Space)


def write_text(dialog):
    dialog.tabs.setCurrentIndex(5)
    dialog.texts.area.setPlainText("เหตุผลใหม่")


def write_cost(dialog):
    dialog.tabs.setCurrentIndex(3)
    paste(dialog.money.costs.grid, 0, 0, "ค่าวิทยากร\t600\t6\tชั่วโมง\t1\r\n")


@pytest.mark.parametrize("change", [type_problem, tick_method, write_text, write_cost])
def test_a_change_on_any_tab_is_asked_about_and_none_is_not(window, section, boxes, change):
    section.add()
    settle(window)
    for number in range(modal().tabs.count()):
        modal().tabs.setCurrentIndex(number)
    press(modal(), Qt.Key.Key_Escape)
    assert boxes.seen == []
    section.add()
    settle(window)
    dialog = modal()
    change(dialog)
    assert dialog.state.text()
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(dialog, Qt.Key.Key_Escape)
    assert len(boxes.seen) == 1
    assert QApplication.activeModalWidget() is None


def test_a_deleted_project_comes_back(window, section):
    section.add_from_plan()
    settle(window)
    before = texts(section.table, TITLE)
    press(section.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(section.table, TITLE) == before[1:]
    click(section.undo.undo_button)
    settle(window)
    assert texts(section.table, TITLE) == before


def test_a_class_gets_its_half_days_from_its_dates(window, section):
    section.add_from_plan()
    settle(window)
    click(section.classes.add_button)
    settle(window)
    dialog = modal()
    retype(dialog.starts.edit, "6/6/2566")
    retype(dialog.ends.edit, "๘ มิ.ย. ๒๕๖๖")
    click(dialog.make)
    retype(dialog.full, "20")
    retype(dialog.lecture, "หก")
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog, "hours that are no number are not thrown away"
    retype(dialog.lecture, "6.5")
    click(dialog.save_button)
    settle(window)
    (row,) = section.classes.table.rows.rows
    stored = section.services.classes.load(row.id)
    assert (len(stored.sessions), stored.lecture, stored.number) == (6, 650, 1)
    assert [test.passing for test in stored.tests] == [1200, 1200]
    assert texts(section.table, 7)[0] == "0/1"
