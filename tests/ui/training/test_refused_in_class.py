"""What a class refuses its officer in the window: marks of who never came, and an end without a reason."""

from __future__ import annotations

import test_class_section
from test_class_section import HALF, projects_shown, put, tab

from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.ui.kit.widgets import choose
from training_office import YEAR, mark_all
from ui.window_support import click, modal, settle, texts

section = test_class_section.section  # the fixture


def test_who_never_came_gets_no_mark(section):
    window = section.window_of_test
    sheet = mark_all(section.services, section.class_id)
    absent = sheet.participants[0]
    section.services.attendance.mark(section.class_id, {(absent.id, s.day, s.half): False for s in sheet.sessions})
    scores = tab(section, 2)
    put(scores.grid, "10\t15", 0, HALF)
    settle(window)
    put(scores.grid, "10\t15", 1, HALF)
    settle(window)
    assert texts(scores.grid, HALF)[0] in {"", "–"}
    assert {person for person, _kind in section.services.scores.sheet(section.class_id).scores} == {sheet.participants[1].id}


def test_a_project_put_off_needs_its_reason(section):
    window = section.window_of_test
    projects = projects_shown(window)
    before = section.services.year_projects.projects(YEAR)[0]
    projects.table.choose_row(0)
    click(projects.edit_button)
    settle(window)
    dialog = modal()
    choose(dialog.status, YearProjectStatus.POSTPONED)
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog, "it stays open"
    assert section.services.year_projects.load(before.id).status is YearProjectStatus.PLANNED
    dialog.reason.setText("วิทยากรติดภารกิจ")
    click(dialog.save_button)
    settle(window)
    saved = section.services.year_projects.load(before.id)
    assert (saved.status, saved.status_reason) == (YearProjectStatus.POSTPONED, "วิทยากรติดภารกิจ")
