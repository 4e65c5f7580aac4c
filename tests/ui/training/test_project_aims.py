"""Whom a project of the year is for: chosen in its dialog, counted there, and taken up where its class is filled."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import reach_name
from hrdesk.domain.year_project import YearProject
from hrdesk.services.training.values import CandidateQuery
from training_office import YEAR, the_class
from ui.window_support import click, modal, page, press, retype, settle, texts

AIMS = 2  # the tab


@pytest.fixture
def window(open_window):
    return open_window("training")


@pytest.fixture
def section(window):
    shown = page(window, "classes").section("projects")
    shown.show_place(f"year:{YEAR}")
    settle(window)
    return shown


@pytest.fixture
def bureau(window):
    """A unit with people, and how many there are in it and below."""
    services = window.desk.services
    unit = next(one for one in services.register.units() if one.parent is None)
    return unit, len(services.classes.candidates(CandidateQuery(unit=unit.id)))


def opened(window, section):
    section.edit()
    settle(window)
    dialog = modal()
    dialog.tabs.setCurrentIndex(AIMS)
    return dialog, dialog.aims


def add_reach(dialog, words):
    click(dialog.aims.reaches.add_button)
    picker = modal()
    retype(picker.choice.lineEdit(), words)
    press(picker, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_a_unit_is_added_counted_and_stored(window, section, bureau):
    unit, people = bureau
    dialog, aims = opened(window, section)
    for place in range(aims.targets.count()):
        aims.targets.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert "ยังไม่ได้ระบุผู้รับการพัฒนา" in aims.reached.text(), "an empty choice says what to do"
    assert not aims.take.isEnabled()
    add_reach(dialog, f"ส่วนราชการ: {unit.name}")
    assert texts(aims.reaches.table, 1) == [unit.name]
    assert f"มีผู้ครองตำแหน่ง {people:,} คน" in aims.reached.text()
    click(aims.take)
    assert dialog.people.value() == people
    assert dialog.state.text(), "the dirty mark is shown"
    click(dialog.save_button)
    settle(window)
    stored = section.services.year_projects.load(section.table.current_record().id)
    assert (stored.targets, stored.reaches, stored.people) == ((), (Reach(ReachKind.UNIT, unit.id),), people)


def test_by_keyboard_alone_an_entry_goes_and_the_change_is_asked_about(window, section, bureau, boxes):
    unit, _ = bureau
    services = section.services
    project = services.year_projects.load(section.table.current_record().id)
    services.year_projects.save(replace(project, reaches=(Reach(ReachKind.UNIT, unit.id),)))
    dialog, aims = opened(window, section)
    press(aims.reaches.table, Qt.Key.Key_Delete)
    assert texts(aims.reaches.table, 1) == []
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(dialog, Qt.Key.Key_Escape)
    assert boxes.seen
    assert services.year_projects.load(project.id).reaches == (Reach(ReachKind.UNIT, unit.id),)


def open_candidates(window):
    shown = page(window, "classes")
    shown.section("projects").classes.open()
    settle(window)
    shown.section("class").pages[0].add()
    settle(window)
    return modal()


def test_a_class_is_filled_with_whom_its_project_is_for(window, section, bureau):
    unit, people = bureau
    services = section.services
    project = services.year_projects.load(section.table.current_record().id)
    services.year_projects.save(replace(project, targets=(), reaches=(Reach(ReachKind.UNIT, unit.id),)))
    dialog = open_candidates(window)
    assert dialog.target.currentText() == "ตามที่โครงการกำหนด"
    assert len(dialog.table.rows.rows) == people
    everybody = len(services.classes.candidates(CandidateQuery()))
    dialog.target.setCurrentIndex(0)
    dialog.look()
    settle(window)
    assert len(dialog.table.rows.rows) == everybody > people


def test_a_project_for_nobody_named_offers_everybody(window, section):
    services = section.services
    project = services.year_projects.load(section.table.current_record().id)
    services.year_projects.save(replace(project, targets=(), reaches=()))
    dialog = open_candidates(window)
    assert dialog.target.currentText() == "ทุกกลุ่มเป้าหมาย"
    assert dialog.target.findText("ตามที่โครงการกำหนด") == -1
    assert len(dialog.table.rows.rows) == len(services.classes.candidates(CandidateQuery()))


def test_whoever_is_gone_from_the_register_is_told_and_can_be_taken_out(window, section):
    services = section.services
    person = services.classes.participants(the_class(services).id)[0].staff
    project_id, _ = services.year_projects.save(
        YearProject(0, YEAR, "โครงการเฉพาะบุคคล", outside_reason="หนังสือสั่งการ", reaches=(Reach(ReachKind.PERSON, person),))
    )
    services.register.save_person(replace(services.register.person(person), position_id=None))
    gone = reach_name(Reach(ReachKind.PERSON, person), services.register.office())
    section.refresh()
    settle(window)
    section.table.choose_where(lambda row: row.id == project_id)
    _dialog, aims = opened(window, section)
    assert texts(aims.reaches.table, 1) == [gone]
    click(aims.reaches.delete_button)
    assert texts(aims.reaches.table, 1) == []
