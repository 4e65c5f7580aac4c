"""Titles as an old list or a hurried hand left them, on every form there is: papers write them out."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace

import pytest

from furnished_office import YEAR, furnished_office
from hrdesk.domain.province import ProvinceSheet
from hrdesk.domain.subject import Choice, Subject
from hrdesk.errors import UserError
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.services import Services

SHORT = {"นางสาว": "น.ส.", "นาย": "ด.ต.", "นาง": "พญ."}  # as no paper may have them
TYPED = "น.ส.กานดา ใจดี"
NAMES = (  # where a name is typed, not taken from the register
    ("organization", "head_name"), ("organization", "chief_name"), ("committee_member", "name"), ("signatory", "name"),
    ("meeting_attendee", "name"), ("class_trainer", "name"), ("idp", "superior_name"), ("idp", "upper_name"),
)  # fmt: skip


def shorten(path):
    with sqlite3.connect(path) as raw:
        for long, short in SHORT.items():
            raw.execute("UPDATE staff SET title = ? WHERE title = ?", (short, long))
        columns = {(table, row[1]) for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() for row in raw.execute(f"PRAGMA table_info({table})")}
        typed = [(table, column) for table, column in NAMES if (table, column) in columns]
        for table, column in typed:
            raw.execute(f"UPDATE {table} SET {column} = ?", (TYPED,))
        assert len(typed) >= 6, f"the names of columns have changed: {set(NAMES) - columns}"
    raw.close()


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    path = furnished_office(tmp_path_factory.mktemp("titles") / "office.db")
    with Services.open(path) as office:
        office.development.draft_all(YEAR)
    shorten(path)
    with Services.open(path) as office:
        yield office


def document(services, form):
    """Of the last there is to choose, and the class that was held; None where the office has nothing for it."""
    subject = Subject()
    info = services.forms.info(form)
    for choice in (*info.needs, *(one for one in info.offers if one is Choice.CLASS)):
        options = [one.id for one in services.forms.options(choice, subject)]
        wanted = YEAR if choice is Choice.YEAR and YEAR in options else options[-1] if options else None
        subject = replace(subject, **{choice.value: wanted})
    try:
        return repr(services.forms.document(form, subject))
    except UserError:
        return None


@pytest.mark.parametrize("form", form_ids())
def test_no_short_title_is_printed(services, form):
    text = document(services, form) or ""
    found = [text[max(0, hit.start() - 30) : hit.end() + 20] for short in SHORT.values() for hit in re.finditer(re.escape(short), text)]
    assert found == []


def test_most_forms_were_there_to_be_looked_at_and_many_name_somebody(services):
    told = {form: document(services, form) for form in form_ids()}
    missing = {form for form, text in told.items() if text is None}
    assert missing <= {"monitoring-report", "plan-changes"}
    named = {form for form, text in told.items() if text and re.search("นางสาว|ดาบตำรวจ|แพทย์หญิง", text)}
    assert {"register", "coverage", "training-history", "certificate", "idp", "committee"} <= named


def test_the_provinces_workbook_writes_them_out_too(services):
    from hrdesk.services.forms.province_rows import rows_of

    said = repr([rows_of(services, sheet, YEAR) for sheet in ProvinceSheet])
    assert "นางสาว" in said
    assert not any(short in said for short in SHORT.values())
