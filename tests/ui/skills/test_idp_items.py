"""Items of a plan at the keyboard: a gap picked, a course found by a part of its name, several ways for one gap."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.skill_terms import IdpItemStatus, LearningWay
from hrdesk.services import Services
from hrdesk.ui.kit.widgets import choose
from skill_office import FRAMEWORK, first, grouped_office, judge
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

YEAR = FiscalYear.of(date.today()).be
SERVICE, ETHICS = "หัวใจหลักของการบริการ", "จรรยาบรรณของข้าราชการ"


@pytest.fixture(scope="module")
def judged(tmp_path_factory):
    path = grouped_office(tmp_path_factory.mktemp("items"))
    with Services.open(path) as services:
        person = first(services, "Service").person.id
        judge(services, person, DLit100=0, KB4=0)
        courses = {course.title: course.id for course in services.curriculum.catalogue().courses}
        services.skills.save_course_units(courses[SERVICE], [(FRAMEWORK, "DLit100")])
        idp = services.development.draft(person, YEAR)
        services.development.save(idp)
    return path


@pytest.fixture
def templates(judged):
    return {"items": judged}


@pytest.fixture
def window(open_window):
    return open_window("items")


@pytest.fixture
def plan(window):
    shown = page(window, "skills")
    shown.go_to("idp")
    settle(window)
    idp = shown.section("idp")
    idp.table.choose_where(lambda line: line.idp_id is not None)
    click(idp.open_button)
    settle(window)
    return modal()


def course_id(window, title):
    return next(c.id for c in window.desk.services.curriculum.catalogue().courses if c.title == title)


def pick(box, text):
    """Type a part, as an officer does, and leave the field."""
    edit = box.lineEdit()
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    edit.editingFinished.emit()


def test_the_drafted_items_come_with_the_course_that_serves_the_gap(window, plan):
    assert [item.code for item in plan.items] == ["DLit100"] * 3 + ["KB4"] * 3
    assert [item.course_id for item in plan.items] == [course_id(window, SERVICE), *[None] * 5]
    assert "ระยะปัจจุบัน 100 : ถัดไป 0" in plan.mix.text()


def test_a_gap_and_a_course_are_chosen_by_typing_a_part(window, plan):
    press(plan, Qt.Key.Key_N, CTRL)
    fields = modal()
    assert fields.gap.hasFocus() or fields.gap.lineEdit().hasFocus()
    assert fields.gap.count() == 3, "two gaps, or something else"
    pick(fields.gap, "KB4")
    assert fields.name.text().startswith("ความรู้ด้านกรอบธรรมาภิบาล")
    assert fields.name.isReadOnly()
    assert (fields.expected.value(), fields.levels["agreed_level"].currentData()) == (1, 0)
    assert not fields.course.isEnabled(), "own work needs no course"
    choose(fields.way, LearningWay.COURSE)
    fields.way.activated.emit(fields.way.currentIndex())
    pick(fields.course, "จรรยาบรรณ")
    assert fields.activity.toPlainText() == f"เข้ารับการฝึกอบรม “{ETHICS}”"
    type_text(fields.indicator, "ผ่านการทดสอบ")
    fields.start.set_day(FiscalYear(YEAR).start)
    fields.end.set_day(FiscalYear(YEAR).last_day)
    press(fields.indicator, Qt.Key.Key_S, CTRL)
    plan.save()
    settle(window)
    stored = window.desk.services.development.load(plan.idp.id).items[-1]
    assert (stored.code, stored.framework, stored.way) == ("KB4", FRAMEWORK, LearningWay.COURSE)
    assert (stored.course_id, stored.indicator) == (course_id(window, ETHICS), "ผ่านการทดสอบ")
    assert texts(plan.table, 3)[-1] == f"เข้ารับการฝึกอบรม “{ETHICS}”"


def test_courses_that_serve_the_gap_stand_first_and_another_takes_their_place_in_the_words(plan):
    plan.table.choose_row(0)
    press(plan.table, Qt.Key.Key_Return)
    fields = modal()
    assert fields.course.itemText(1) == f"ตรงกับทักษะนี้: {SERVICE}"
    assert SERVICE in fields.activity.toPlainText()
    pick(fields.course, "จรรยาบรรณ")
    assert SERVICE not in fields.activity.toPlainText()
    assert f"“{ETHICS}”" in fields.activity.toPlainText()
    choose(fields.way, LearningWay.OTHERS)
    fields.way.activated.emit(fields.way.currentIndex())
    fields.accept()
    assert (plan.items[0].way, plan.items[0].course_id) == (LearningWay.OTHERS, None)


def test_a_gap_takes_several_ways_each_its_own(window, plan):
    plan.table.choose_row(1)
    before = plan.items[1]
    click(plan.way_button)
    fields = modal()
    assert (fields.name.text(), fields.activity.toPlainText()) == (before.name, "")
    assert fields.status.currentData() is IdpItemStatus.PLANNED
    fields.accept()
    assert fields.isVisible(), "how it is developed is missing"
    type_text(fields.activity, "ร่วมทีมจัดทำระบบ")
    click(fields.ok)
    added = plan.items[2]
    assert (added.code, added.expected, added.agreed_level, added.future) == ("DLit100", 1, 0, False)
    assert (added.activity, added.evidence, added.starts_on) == ("ร่วมทีมจัดทำระบบ", "", None)
    assert plan.items[1] == before
    plan.save()
    settle(window)
    loaded = window.desk.services.development.load(plan.idp.id)
    assert [item.code for item in loaded.items] == ["DLit100"] * 4 + ["KB4"] * 3


def test_something_that_is_no_gap_is_typed_and_kept_without_a_code(plan):
    click(plan.add_button)
    fields = modal()
    assert not fields.name.isReadOnly()
    type_text(fields.name, "การเขียนหนังสือราชการ")
    type_text(fields.activity, "ฝึกร่างหนังสือทุกสัปดาห์")
    retype(fields.expected, "๓")
    click(fields.ok)
    assert (plan.items[-1].name, plan.items[-1].code, plan.items[-1].expected) == ("การเขียนหนังสือราชการ", "", 3)


def test_nothing_is_added_to_a_plan_that_was_put_away(plan):
    press(plan, Qt.Key.Key_N, CTRL)
    fields = modal()
    press(fields, Qt.Key.Key_Escape)
    assert len(plan.items) == 6
    assert not plan.unsaved
