"""A class at work: people, attendance, marks and opinions, by keyboard, by pasting and from files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from hrdesk.domain.evaluation import Sheet
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.training_terms import ClassStatus, Result, TestKind
from hrdesk.domain.year_project import YearProject
from hrdesk.models.evaluation import ClassTest
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.services import Services
from hrdesk.services.forms.class_sources import class_source
from training_office import mark_all, the_class, training_office
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts

NAME, HALF = 0, 2
SPACE, SHIFT = Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def section(open_window):
    """The class of the training office, opened from the list of the year's projects."""
    window = open_window("training")
    shown = page(window, "classes")
    click(shown.section("projects").classes.open_button)
    settle(window)
    section = shown.section("class")
    section.window_of_test = window
    return section


def tab(section, number):
    section.tabs.setCurrentIndex(number)
    settle(section.window_of_test)
    return section.pages[number]


def put(grid, text, row, column):
    """Paste a block there."""
    QGuiApplication.clipboard().setText(text)
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))
    press(grid, Qt.Key.Key_V, CTRL)


def answer_with(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def test_attendance_by_keyboard(section):
    window, attendance = section.window_of_test, tab(section, 1)
    grid, people = attendance.grid, attendance.model.rows
    assert len(texts(grid, NAME)) == len(people) > 40
    grid.setCurrentIndex(grid.model().index(0, HALF))
    press(grid, Qt.Key.Key_1)
    press(grid, Qt.Key.Key_0)
    press(grid, SPACE)
    settle(window)
    assert texts(grid, HALF)[:4] == ["มา", "ขาด", "มา", ""]
    press(grid, SPACE, CTRL)
    settle(window)
    assert [grid.model().index(2, HALF + n).data() for n in range(6)] == ["มา"] * 6
    press(grid, SPACE, SHIFT)
    settle(window)
    assert texts(grid, HALF) == ["มา"] * len(people)
    press(grid, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert texts(grid, HALF)[:4] == ["มา", "ขาด", "มา", ""]
    press(grid, Qt.Key.Key_Y, CTRL)
    settle(window)
    assert section.services.attendance.sheet(section.class_id).presence(people[-1].id).attended == 1


def test_a_block_is_pasted_and_a_bad_one_changes_nothing(section):
    window, attendance = section.window_of_test, tab(section, 1)
    put(attendance.grid, "1\tขาด\r\n/\t0\r\n", 0, HALF)
    settle(window)
    assert texts(attendance.grid, HALF)[:3] == ["มา", "มา", ""]
    assert texts(attendance.grid, HALF + 1)[:3] == ["ขาด", "ขาด", ""]
    put(attendance.grid, "1\nสาย", 4, HALF)
    settle(window)
    assert "“สาย”" in attendance.told.text()
    assert texts(attendance.grid, HALF)[4] == ""


def test_all_present_then_closed_and_frozen(section):
    window, attendance = section.window_of_test, tab(section, 1)
    click(section.close_button)
    settle(window)
    assert "รอผล" in section.told.text()
    click(attendance.all_button)
    settle(window)
    scores = tab(section, 2)
    put(scores.grid, "\n".join(["10\t15.5"] * len(scores.model.rows)), 0, HALF)
    settle(window)
    assert set(texts(scores.grid, HALF + 2)) == {"5.5"}
    assert "ผ่านเกณฑ์ 12 คะแนน" in scores.summary.text()
    click(section.close_button)
    settle(window)
    assert section.services.classes.load(section.class_id).status is ClassStatus.COMPLETED
    assert not attendance.all_button.isEnabled() or tab(section, 1).locked
    press(tab(section, 1).grid, Qt.Key.Key_0)
    settle(window)
    assert "ขาด" not in texts(attendance.grid, HALF)
    click(section.open_button)
    settle(window)
    assert not tab(section, 1).locked


def test_a_mark_beyond_the_full_one_is_refused(section):
    window, scores = section.window_of_test, tab(section, 2)
    put(scores.grid, "21", 0, HALF)
    settle(window)
    assert "เกินคะแนนเต็ม 20" in scores.told.text()
    assert texts(scores.grid, HALF)[0] == ""


def test_attendance_and_marks_from_a_file(section, monkeypatch, tmp_path):
    window, attendance = section.window_of_test, tab(section, 1)
    names = texts(attendance.grid, NAME)
    rows = [["รายชื่อผู้เข้าอบรม"], ["ที่", "ชื่อ-สกุล", "6/6 เช้า", "6 มิ.ย. 2566 บ่าย", "คะแนนก่อนอบรม"],
            [1, names[0], 1, "ขาด", 8.5], [2, "นายไม่มี ในรุ่น", 1, 1, 9], [3, names[1], "มาสาย", "มา", 25]]  # fmt: skip
    path = tmp_path / "list.xlsx"
    write_plain([PlainSheet("รายชื่อ", rows, 1)], path)
    answer_with(monkeypatch, path)
    click(attendance.import_button)
    settle(window)
    dialog = modal()
    assert [cell for cell, _why in dialog.table.rows.rows] == ["B4", "C5"]
    click(dialog.save_button)
    settle(window)
    assert [texts(attendance.grid, HALF + n)[:2] for n in (0, 1)] == [["มา", ""], ["ขาด", "มา"]]
    press(attendance.grid, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert set(texts(attendance.grid, HALF)) == {""}
    scores = tab(section, 2)
    click(scores.import_button)
    settle(window)
    click(modal().save_button)
    settle(window)
    assert section.services.scores.sheet(section.class_id).scores == {(attendance.model.rows[0].id, TestKind.PRE): 850}


def test_means_are_rounded_once_as_the_papers_round_them(section):
    """Points of 8.50 and 8.51 are 8.505 on the average: 8.51, not 8.50."""
    services, class_id = section.services, section.class_id
    people = [one.id for one in services.classes.participants(class_id)][:2]
    services.attendance.mark(class_id, {
        (person, one.day, one.half): True for person in people for one in services.attendance.sheet(class_id).sessions
    })  # fmt: skip
    services.scores.write(class_id, {(people[0], TestKind.PRE): 850, (people[1], TestKind.PRE): 851})
    scores = tab(section, 2)
    scores.refresh()
    settle(section.window_of_test)
    assert "ก่อนอบรม 2 คน เฉลี่ย 8.51" in scores.summary.text()
    assert class_source(services, Subject(training_class=class_id)).spreads[0].mean == Decimal("8.51")


def test_what_was_answered_to_a_question_retired_since_counts_on_screen_as_on_paper(section):
    services, class_id = section.services, section.class_id
    people = {one.id: Result.PASSED for one in services.classes.participants(class_id)}
    services.classes.set_results(class_id, people)
    first, second = services.opinions.questions()[:2]
    services.opinions.save_sheets(class_id, [Sheet(0, 0, {first.id: 5, second.id: 2})])
    services.opinions.drop_question(second.id)
    opinions = tab(section, 3)
    opinions.refresh()
    settle(section.window_of_test)
    assert "ทุกข้อ เฉลี่ย 3.50 (ปานกลาง)" in opinions.summary.text()
    assert class_source(services, Subject(training_class=class_id)).opinion == "3.50 (ปานกลาง)"


def test_the_share_of_half_days_is_that_of_the_papers(section):
    services, class_id = section.services, section.class_id
    sheet = services.attendance.sheet(class_id)
    person, sessions = sheet.participants[0].id, sheet.sessions[:-1]
    services.attendance.mark(class_id, {(person, one.day, one.half): True for one in sessions})
    attendance = tab(section, 1)
    attendance.refresh()
    settle(section.window_of_test)
    printed = class_source(services, Subject(training_class=class_id)).people[0].person_attendance
    assert printed == f"ร้อยละ {attendance.model._rate(sheet.participants[0])}"


def test_people_are_chosen_and_taken_out(section):
    window, people = section.window_of_test, tab(section, 0)
    before = texts(people.table, NAME)
    people.table.choose_row(0)
    press(people.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(people.table, NAME) == before[1:]
    click(people.add_button)
    settle(window)
    dialog = modal()
    assert not dialog.save_button.isEnabled()
    click(dialog.all_button)
    assert next(iter(dialog.chosen.values())).name == before[0], "only who is not in it yet"
    press(dialog.table, SPACE)
    assert not dialog.chosen
    press(dialog.table, SPACE)
    click(dialog.save_button)
    settle(window)
    assert sorted(texts(people.table, NAME)) == sorted(before)
    click(people.undo.undo_button)
    settle(window)
    assert texts(people.table, NAME) == before[1:]


def test_results_by_hand_are_undone(section):
    window, people = section.window_of_test, tab(section, 0)
    people.table.choose_row(1)
    people.result.setCurrentIndex(1)
    people.result.activated.emit(1)
    settle(window)
    assert section.services.classes.participants(section.class_id)[1].result is Result.PASSED
    press(people.table, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert section.services.classes.participants(section.class_id)[1].result is Result.PENDING


def test_opinions_typed_one_after_the_other(section):
    window, opinions = section.window_of_test, tab(section, 3)
    questions = len(opinions.data.questions)
    opinions.grid.setFocus()
    for number in range(questions + 2):  # into the next sheet, without waiting for anything to be stored
        press(opinions.grid, Qt.Key.Key_5 if number % 2 else Qt.Key.Key_4)
    settle(window)
    first, second = section.services.opinions.sheets(section.class_id)
    assert [first.levels[q.id] for q in opinions.data.questions] == [4, 5] * (questions // 2)
    assert list(second.levels.values()) == [4, 5]
    assert "ตอบ 2 จาก" in opinions.summary.text()
    opinions.grid.setCurrentIndex(opinions.grid.model().index(0, 1))
    press(opinions.grid, Qt.Key.Key_1)
    press(opinions.grid, Qt.Key.Key_1)
    settle(window)
    opinions.stack.undo()
    settle(window)
    levels = section.services.opinions.sheets(section.class_id)[0].levels
    assert [levels[q.id] for q in opinions.data.questions][:3] == [1, 5, 4]
    press(opinions.grid, Qt.Key.Key_Delete, CTRL)
    settle(window)
    assert len(section.services.opinions.sheets(section.class_id)) == 1
    click(opinions.undo.undo_button)
    settle(window)
    assert len(section.services.opinions.sheets(section.class_id)) == 2


def test_answers_of_an_online_form(section, monkeypatch, tmp_path):
    window, opinions = section.window_of_test, tab(section, 3)
    first, second, *_ = (one.text for one in opinions.data.questions)
    path = tmp_path / "คำตอบ.csv"
    path.write_text(
        f'ประทับเวลา,หน่วยงาน,"1. ด้านเนื้อหา [{first}]",2) {second},ข้อเสนอแนะเพิ่มเติม\n'
        "8/6/2566 16:00,สำนักปลัด,มากที่สุด,4 - มาก,อยากให้จัดอีก\n"
        "8/6/2566 16:01,กองช่าง,ปานกลาง,ไม่แน่นอน,-\n",
        encoding="utf-8-sig",
    )
    answer_with(monkeypatch, path)
    click(opinions.import_button)
    settle(window)
    dialog = modal()
    assert [cell for cell, _why in dialog.table.rows.rows] == ["D3"]
    click(dialog.save_button)
    settle(window)
    sheets = section.services.opinions.sheets(section.class_id)
    assert [(list(one.levels.values()), one.comment) for one in sheets] == [([5, 4], "อยากให้จัดอีก"), ([3], "")]
    click(opinions.undo.undo_button)
    settle(window)
    assert section.services.opinions.sheets(section.class_id) == ()


def test_own_questions(section):
    window, opinions = section.window_of_test, tab(section, 3)
    before = [one.text for one in opinions.data.questions]
    click(opinions.questions_button)
    settle(window)
    dialog = modal()
    put(dialog.grid.grid, "ด้านอื่น\tอาหารว่าง\tเฉพาะรุ่นนี้", len(before), 0)
    dialog.grid.grid.choose_row(0)
    dialog.grid.delete_row()
    click(dialog.save_button)
    settle(window)
    assert [one.text for one in opinions.data.questions] == [*before[1:], "อาหารว่าง"]
    assert [one.text for one in section.services.opinions.questions()] == before[1:]


def test_a_follow_up_is_recorded(open_window, templates, tmp_path):
    path = tmp_path / "done.db"
    shutil.copy(training_office(tmp_path), path)
    with Services.open(path) as services:
        class_id = the_class(services).id
        sheet = mark_all(services, class_id)
        services.classes.set_results(class_id, {one.id: Result.PASSED for one in sheet.participants})
        services.classes.complete(class_id)
    templates["done"] = path
    (tmp_path / "done.db").rename(tmp_path / "template.db")
    templates["done"] = tmp_path / "template.db"
    window = open_window("done")
    shown = page(window, "classes")
    shown.go_to("follow-ups")
    settle(window)
    section = shown.section("follow-ups")
    owed = section.table.model().rowCount()
    click(section.record_button)
    settle(window)
    dialog = modal()
    dialog.made.edit.setText("10/9/2566")
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog, "what was found is asked for"
    dialog.findings.setPlainText("นำไปใช้ในงานแล้ว")
    click(dialog.save_button)
    settle(window)
    assert section.table.model().rowCount() == owed - 1
    shown.go_to("budget")
    settle(window)
    assert texts(shown.section("budget").tables["year"], 1) == ["400,000"]


def test_talks_and_results_from_outside(section):
    window, after = section.window_of_test, tab(section, 4)
    assert after.interviews.nothing and after.results.nothing, "the empty lists say what they are for"  # noqa: PT018
    after.edit_interview(None)
    settle(window)
    modal().findings.setPlainText("ใช้ได้จริง")
    click(modal().save_button)
    settle(window)
    after.edit_result(None)
    settle(window)
    retype(modal().organization, "สถาบันพัฒนาบุคลากรท้องถิ่น")
    click(modal().save_button)
    settle(window)
    assert texts(after.interviews, 3) == ["ใช้ได้จริง"]
    assert texts(after.results, 4) == ["ยังไม่ได้รับ"]
    press(after.results, Qt.Key.Key_Delete)
    settle(window)
    assert texts(after.results, 0) == []
    click(after.undo.undo_button)
    settle(window)
    assert texts(after.results, 0) == ["สถาบันพัฒนาบุคลากรท้องถิ่น"]


def test_a_paper_of_the_class_opens_where_papers_are(section):
    window = section.window_of_test
    section.papers.setCurrentIndex(1)
    section.papers.activated.emit(1)
    settle(window)
    assert window._key == "reports"
    page(window, "classes").section("projects").print()
    settle(window)
    assert window._key == "reports"


def test_the_offices_own_rules_hold_for_the_next_class(section):
    window = section.window_of_test
    shown = page(window, "settings")
    shown.go_to("training")
    settle(window)
    rules = shown.section("training")
    assert (rules.attendance.value(), rules.save_button.isEnabled()) == (80, False)
    rules.attendance.setValue(75)
    click(rules.save_button)
    settle(window)
    project = section.current().project
    assert section.services.classes.blank(project).attendance_percent == 75
    assert section.services.classes.load(section.class_id).attendance_percent == 80


def projects_shown(window):
    """The section must be seen: no dialog opens over another one."""
    shown = window.pages["classes"]
    shown.go_to("projects")
    settle(window)
    return shown.section("projects")


def test_every_tab_and_dialog_is_named_and_whole(section):
    window = section.window_of_test
    window.resize(*SMALL)
    settle(window)
    people = tab(section, 0)
    for number in range(section.tabs.count()):
        shown = tab(section, number)
        assert (window.width(), window.height()) == SMALL
        assert nameless(shown) == []
        assert cut(shown) == [], section.tabs.tabText(number)
    after = section.pages[4]
    acts = (lambda: after.edit_interview(None), lambda: after.edit_result(None), lambda: tab(section, 0).add(), people.set_order, people.edit_person, section.pages[3].edit_questions, lambda: projects_shown(window).edit(),
            lambda: projects_shown(window).classes.edit())  # fmt: skip  # noqa: PLW0108 - the section as it is by then
    for act in acts:
        act()
        settle(window)
        dialog = modal()
        assert nameless(dialog) == [], dialog.windowTitle()
        least = dialog.minimumSizeHint()
        assert (least.width() <= SMALL[0], least.height() <= SMALL[1]) == (True, True), dialog.windowTitle()
        assert len([one for one in dialog.findChildren(QPushButton) if one.isDefault()]) == 1
        dialog.reject()
        settle(window)


def test_tests_of_different_full_marks_are_told_of_before_they_become_one(section):
    window, services = section.window_of_test, section.services
    class_id = the_class(services).id
    with services.database.begin() as session:  # as another program's workbook may bring them
        before = session.get_one(ClassTest, (class_id, TestKind.PRE))
        before.full, before.passing = 1000, 600
    projects = projects_shown(window)
    projects.classes.edit()
    settle(window)
    dialog = modal()
    told = "คะแนนเต็มก่อนอบรมเดิมคือ 10 หลังอบรม 20"
    assert any(told in one.text() for one in dialog.findChildren(QLabel))
    dialog.save()
    settle(window)
    assert {test.full for test in services.classes.load(class_id).tests} == {2000}
    projects.classes.edit()
    settle(window)
    assert not any(told in one.text() for one in modal().findChildren(QLabel))
    modal().reject()


def test_a_class_over_the_end_of_the_year_is_found_in_the_next_one_too(section):
    window = section.window_of_test
    services, one = window.desk.services, the_class(window.desk.services)
    services.classes.save(replace(services.classes.load(one.id), ends_on=date(2023, 10, 2)))
    services.year_projects.save(YearProject(0, 2567, "โครงการของปีหน้า", outside_reason="หนังสือสั่งการ"))
    section.refresh()
    settle(window)
    shown = section.pick.currentText()
    assert shown.endswith("รุ่นที่ 1"), "nothing is said of it in the year of its project"
    section.year_box.setCurrentIndex(section.year_box.findText("2567"))
    section.year_box.activated.emit(section.year_box.currentIndex())
    settle(window)
    assert [section.pick.itemText(n) for n in range(section.pick.count())] == [f"{shown} (ต่อเนื่องจากปีงบประมาณ พ.ศ. 2566)"]
    assert section.class_id == one.id
    went = []
    window.desk.went.connect(lambda *to: went.append(to))
    section.papers.setCurrentIndex(section.papers.findText("คำสั่งให้เข้ารับการอบรม"))
    section.papers.activated.emit(section.papers.currentIndex())
    subject = Subject(year=2566, project=one.project, training_class=one.id)
    assert went == [("reports", place_of("order-training", subject))], "its papers are of the year of its project"
