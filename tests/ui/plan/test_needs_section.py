"""The needs of a fiscal year at the window: counted, entered, taken from assessed gaps, and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.survey import NeedsSurvey, SurveyedNeed, heads_of
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.plan.survey_dialog import RETURNED, SENT
from hrdesk.ui.plan.tabs import NEEDS
from skill_office import first, judge
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

YEAR = 2564  # the first of the sample's plan


@pytest.fixture
def needs(window):
    plan = page(window, "plan")
    choose(plan.chooser, next(one.id for one in window.desk.services.planning.plans() if one.period.first == YEAR))
    plan._plan_chosen(0)
    settle(window)
    plan.tabs.setCurrentIndex(NEEDS)
    settle(window)
    shown = plan.tabs.needs
    assert shown.isVisible()
    return shown


def enter(grid, text):
    """Type into the current cell, and Enter."""
    type_text(grid, text[0])
    editor = grid.viewport().focusWidget()
    type_text(editor, text[1:])
    press(editor, Qt.Key.Key_Return)


def test_forms_are_counted_from_the_register(window, needs) -> None:
    assert "ยังไม่ได้บันทึก" in needs.counted.text()
    click(needs.survey_button)
    dialog = modal()
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    heads = heads_of(needs.holder.office)
    total = sum(one.sent for one in heads)
    assert dialog.model.rows == heads, "the register says to whom they went"
    assert f"รวมส่ง {total} ชุด ได้คืน 0 ชุด" in dialog.told.text()
    retype(dialog.opened.edit, "1/7/2563")
    retype(dialog.closed.edit, "31/7/2563")
    dialog.grid.choose_row(0, RETURNED)
    enter(dialog.grid, "๑")
    assert dialog.model.rows[0].returned == 1
    dialog.grid.choose_row(1, RETURNED)
    QGuiApplication.clipboard().setText("1\n1\n")
    dialog.grid.paste()
    assert [one.returned for one in dialog.model.rows[:4]] == [1, 1, 1, 0]
    type_text(dialog.summary, "ต้องการทักษะดิจิทัล")
    click(dialog.save_button)
    settle(window)
    kept = window.desk.services.needs.survey(YEAR)
    assert (kept.sent, kept.returned, kept.summary) == (total, 3, "ต้องการทักษะดิจิทัล")
    assert [one.returned for one in kept.counts][:4] == [1, 1, 1, 0]
    assert f"ส่งแบบสำรวจ {total} ได้คืน 3 ชุด" in needs.counted.text()


def test_more_lines_than_there_are_rows_fill_the_rows_there_are(window, needs) -> None:
    click(needs.survey_button)
    dialog = modal()
    rows = len(dialog.model.rows)
    QGuiApplication.clipboard().setText("2\n" * (rows + 3))
    dialog.grid.choose_row(1, RETURNED)
    dialog.grid.paste()
    assert [one.returned for one in dialog.model.rows] == [0, *[2] * (rows - 1)]
    dialog.reject()


def test_what_cannot_be_counted_is_told_beside_the_grid(window, needs) -> None:
    click(needs.survey_button)
    dialog = modal()
    dialog.grid.choose_row(0, SENT)
    enter(dialog.grid, "x")
    assert "ไม่ใช่จำนวนชุด" in dialog.told.text()
    assert dialog.model.rows[0].sent == heads_of(needs.holder.office)[0].sent, "what stood there stays"
    dialog.grid.choose_row(0, RETURNED)
    enter(dialog.grid, "999")
    assert "ได้คืนมากกว่าที่ส่ง" in dialog.told.text()
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert "แถวที่ 1 ได้แบบสำรวจคืน 999 ชุด" in dialog.wrong.text()
    dialog.grid.choose_row(0, SENT)
    press(dialog.grid, Qt.Key.Key_Delete)
    assert dialog.model.rows[0].sent == 0
    click(dialog.fill_button)
    assert dialog.model.rows[0].sent == heads_of(needs.holder.office)[0].sent
    dialog.reject()
    settle(window)
    assert window.desk.services.needs.survey(YEAR) == NeedsSurvey(YEAR)


def test_totals_recorded_before_are_not_lost(window, needs) -> None:
    window.desk.services.needs.save_survey(NeedsSurvey(YEAR, sent=60, returned=54))
    needs.refresh()
    settle(window)
    assert "ส่งแบบสำรวจ 60 ได้คืน 54 ชุด (ร้อยละ 90.0)" in needs.counted.text()
    click(needs.survey_button)
    dialog = modal()
    assert "บันทึกยอดรวมไว้แล้ว ส่ง 60 ได้คืน 54 ชุด" in dialog.told.text()
    click(dialog.save_button)
    settle(window)
    assert window.desk.services.needs.survey(YEAR) == NeedsSurvey(YEAR, sent=60, returned=54)


def test_a_need_is_entered_by_hand_for_any_year_of_the_plan(window, needs) -> None:
    choose(needs.year, YEAR + 1)
    needs.year.activated.emit(1)
    settle(window)
    course = needs.holder.office.catalogue.courses[0]
    click(needs.add_button)
    dialog = modal()
    click(dialog.save_button)
    settle(window)
    assert "ยังไม่ได้กรอกหัวข้อ" in dialog.form._wrong["topic"].text()
    retype(dialog.topic, course.title)
    dialog.people.setValue(7)
    choose(dialog.unit, needs.holder.office.units[0].id)
    choose(dialog.source, NeedSource.SUPERIOR)
    click(dialog.save_button)
    settle(window)
    (kept,) = window.desk.services.needs.needs(YEAR + 1)
    assert (kept.topic, kept.people, kept.course, kept.unit) == (course.title, 7, course.id, needs.holder.office.units[0].id)
    assert texts(needs.table, 1) == ["7"]
    assert texts(needs.table, 3) == ["ผู้บังคับบัญชาเสนอ"]
    assert f"ปี {YEAR + 1} มี 1 หัวข้อ" in needs.told.text()


def test_assessed_gaps_become_needs_and_then_a_project_answers_them(window, needs) -> None:
    services = window.desk.services
    everybody = {each.person.id: (each.group,) for each in services.skills.suggested_groups()}
    services.skills.assign_groups(everybody, "ปลัดเทศบาล", date(2024, 6, 1))
    for group in ("Others", "Academic"):
        judge(services, first(services, group).person.id, DLit100=0, DLit200=0)
    gaps = services.skills.gaps_as_needs(YEAR)
    assert max(one.people for one in gaps) == 2, "two people lack the same"
    services.needs.save(SurveyedNeed(0, YEAR, "สำรวจเอง", 1))
    click(needs.gaps_button)
    settle(window)
    click(needs.gaps_button)  # again: in the place of the first
    settle(window)
    kept = services.needs.needs(YEAR)
    assert [one.topic for one in kept if one.source is NeedSource.GAP] == [one.topic for one in gaps]
    assert [one.topic for one in kept if one.source is NeedSource.SURVEY] == ["สำรวจเอง"]
    rows = needs.table.rows.rows
    assert [row.people for row in rows] == sorted((row.people for row in rows), reverse=True)
    # a project of the plan with the course answers the need
    course = needs.holder.office.catalogue.courses[-1]
    services.needs.save(SurveyedNeed(0, YEAR, course.title, 500, course.id))
    needs.refresh()
    settle(window)
    before = texts(needs.table, 4)[0]
    draft = needs.holder.draft
    project = draft.projects[0]
    needs.holder.set_project(0, replace(project, courses=(*project.courses, course.id)), "เพิ่มหลักสูตร")
    assert texts(needs.table, 4)[0] == "มีแล้ว"
    assert before in ("มีแล้ว", "ยังไม่มี")


def test_an_office_without_assessments_is_told_where_they_are_made(empty_window) -> None:
    window = empty_window
    planning = window.desk.services.planning
    planning.save(planning.blank(2570))
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(NEEDS)
    settle(window)
    click(plan.tabs.needs.gaps_button)
    settle(window)
    assert "หน้าทักษะและ IDP" in plan.tabs.needs.told.text()
    click(plan.tabs.needs.survey_button)
    dialog = modal()
    assert len(dialog.model.rows) == 1, "there is a row to count in, whoever is in the register"
    dialog.reject()
    settle(window)


def test_the_papers_of_the_year_are_a_click_away(window, needs) -> None:
    choose(needs.year, YEAR + 2)
    needs.year.activated.emit(2)
    settle(window)
    needs.add_button.setFocus()
    window.desk.services.needs.save(SurveyedNeed(0, YEAR + 2, "หัวข้อ", 3))
    action = next(one for one in needs.print_button.menu().actions() if one.text() == "สรุปผลการสำรวจ")
    action.trigger()
    settle(window)
    reports = window.pages["reports"]
    assert reports.isVisible()
    assert reports.form() == "needs-summary"
    assert reports.picker.subject.year == YEAR + 2


def test_a_topic_is_deleted_by_one_key_and_brought_back(window, needs) -> None:
    """All that units asked for under it; a second press is not for the next topic."""
    service = window.desk.services.needs
    unit = needs.holder.office.units[0].id
    asked = (("การเขียนหนังสือ", 9, None), ("การเขียนหนังสือ", 2, unit), ("บัญชี", 5, None), ("พัสดุ", 3, None))
    service.add_all(SurveyedNeed(0, YEAR, topic, people, unit=where) for topic, people, where in asked)
    needs.refresh()
    settle(window)
    before = service.needs(YEAR)
    needs.table.choose_row(0)
    for _ in range(2):
        press(needs.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(needs.table, 0) == ["บัญชี", "พัสดุ"]
    assert needs.delete_button.isEnabled()
    assert "“การเขียนหนังสือ” (11 คน)" in needs.undo._text.text()
    click(needs.undo.undo_button)
    settle(window)
    assert service.needs(YEAR) == before
    for number in range(3):
        needs.table.choose_row(0)
        click(needs.delete_button)
        settle(window)
        assert len(texts(needs.table, 0)) == 2 - number
    assert not needs.delete_button.isEnabled()
    assert not needs.edit_button.isEnabled()


def test_the_table_of_needs_is_worked_by_keyboard(window, needs) -> None:
    press(needs.table, Qt.Key.Key_N, CTRL)
    assert modal().topic.hasFocus()
    modal().reject()
    QGuiApplication.clipboard().setText("บัญชี\t๕\nพัสดุ\t3")
    press(needs.table, Qt.Key.Key_V, CTRL)
    settle(window)
    assert texts(needs.table, 0) == ["บัญชี", "พัสดุ"]
    needs.table.choose_row(1)
    press(needs.table, Qt.Key.Key_F2)
    assert modal().topic.text() == "พัสดุ"
    modal().reject()
