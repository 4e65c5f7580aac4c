"""The list of follow-ups owed: what is shown, the form for the supervisor, and the result, by keyboard."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from hrdesk.domain.training_terms import Result
from hrdesk.ui.kit.widgets import choose
from training_office import YEAR, mark_all, the_class
from ui.window_support import CTRL, modal, page, press, settle, texts, type_text

NAME, DONE = 1, 4


@pytest.fixture
def window(open_window):
    """The training office with its class closed: everybody owes a follow-up but one who never came."""
    window = open_window("training")
    services, held = window.desk.services, the_class(window.desk.services)
    mark_all(services, held.id)
    people = services.classes.participants(held.id)
    services.classes.set_results(held.id, {one.id: Result.PASSED for one in people[1:]} | {people[0].id: Result.ABSENT})
    services.classes.complete(held.id)
    return window


@pytest.fixture
def section(window):
    shown = page(window, "classes")
    shown.go_to("follow-ups")
    settle(window)
    return shown.section("follow-ups")


def test_whoever_came_is_owed_a_follow_up_in_three_months(window, section):
    services, held = window.desk.services, the_class(window.desk.services)
    people = services.classes.participants(held.id)
    assert len(texts(section.table, NAME)) == len(people) - 1
    assert people[0].name not in texts(section.table, NAME)
    assert {row.due_on for row in section.table.rows.rows} == {date(2023, 9, 8)}
    assert {(row.year, row.class_id) for row in section.table.rows.rows} == {(YEAR, held.id)}
    assert {row.staff for row in section.table.rows.rows} == {one.staff for one in people[1:]}


def test_the_form_for_the_supervisor_is_printed_from_the_row_by_key(window, section):
    section.table.choose_row(2)
    row = section.table.current_record()
    press(section.table, Qt.Key.Key_P, CTRL)
    settle(window)
    reports = window.pages["reports"]
    assert reports.form() == "follow-up-form"
    assert reports.paper is not None
    about = reports.picker.subject
    assert (about.year, about.training_class, about.person) == (YEAR, row.class_id, row.staff)
    with closing(PdfDocument(reports.paper.pdf)) as printed:
        assert len(printed) == 1, "one person's form, not the whole class's"


def test_what_was_found_is_written_and_the_row_moves_from_owed_to_made(window, section):
    owed = len(section.table.rows.rows)
    first = section.table.current_record().name
    press(section.table, Qt.Key.Key_Return)
    settle(window)
    dialog = modal()
    assert dialog.made.edit.hasFocus()
    type_text(dialog.made.edit, "10/9/2566")
    dialog.findings.setFocus()
    type_text(dialog.findings, "นำไปใช้กับงานสารบรรณได้จริง")
    press(dialog.findings, Qt.Key.Key_S, CTRL)
    settle(window)
    assert len(section.table.rows.rows) == owed - 1
    choose(section.which, "all")
    section.refresh()
    settle(window)
    made = {row.name: row.done_on for row in section.table.rows.rows if row.done_on}
    assert made == {first: date(2023, 9, 10)}


def test_nothing_to_print_or_record_where_nothing_is_owed(window, section):
    services = window.desk.services
    for row in section.table.rows.rows:
        services.follow_ups.delete(type(services.follow_ups.load(row.id)), row.id)
    section.refresh()
    settle(window)
    assert not section.print_button.isEnabled()
    assert not section.record_button.isEnabled()
    assert section.why.isVisible()
