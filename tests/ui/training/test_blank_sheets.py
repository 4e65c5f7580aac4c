"""From the tab to Excel and back: the sheet is saved, filled in, brought in, and nothing has to be matched."""

from __future__ import annotations

import pytest
import test_class_section
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QLabel
from test_class_section import HALF, NAME, answer_with, tab

from hrdesk.domain.training_terms import TestKind
from training_office import mark_all
from ui.window_support import click, modal, retype, save_unlocked, settle, texts

section = test_class_section.section  # the fixture
HEAD = 3


@pytest.fixture
def target(monkeypatch, tmp_path):
    path = tmp_path / "แบบกรอก.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    answer_with(monkeypatch, path)
    return path


def fill(path, cells):
    book = load_workbook(path)
    for place, value in cells.items():
        book.active[place] = value
    book.save(path)


def told(dialog):
    return "".join(one.text().replace("\u200b", "") for one in dialog.form.findChildren(QLabel))


def test_attendance_goes_out_and_comes_back_unasked(section, target):
    window, attendance = section.window_of_test, tab(section, 1)
    click(attendance.template_button)
    save_unlocked(window)
    assert "แบบกรอก.xlsx" in attendance.told.text().replace("\u200b", "")
    assert "แถวให้กรอก" in attendance.told.text().replace("\u200b", "")
    fill(target, {f"E{HEAD + 1}": "มา", f"E{HEAD + 2}": "ขาด"})
    click(attendance.import_button)
    settle(window)
    assert "จะเปลี่ยน 2 ช่อง" in told(modal()), "straight to the review"
    click(modal().save_button)
    settle(window)
    assert texts(attendance.grid, HALF)[:3] == ["มา", "ขาด", ""]


def test_a_locked_sheet_is_asked_for_its_password_until_it_opens(section, target):
    window, scores = section.window_of_test, tab(section, 2)
    click(scores.template_button)
    dialog = modal()
    for field in (dialog.first, dialog.again):
        retype(field, "รหัสผ่านยาวพอ")
    click(dialog.save_button)
    settle(window)
    assert "เข้ารหัสแล้ว" in scores.told.text().replace("\u200b", "")
    click(scores.import_button)
    settle(window)
    retype(modal().field, "ผิด")
    click(modal().ok_button)
    settle(window)
    retype(modal().field, "รหัสผ่านยาวพอ")
    click(modal().ok_button)
    settle(window)
    assert "จะเปลี่ยน 0 ช่อง" in told(modal())


def test_marks_filled_in_are_stored_and_undone(section, target):
    window, scores = section.window_of_test, tab(section, 2)
    click(scores.template_button)
    save_unlocked(window)
    fill(target, {f"E{HEAD + 1}": 8, f"F{HEAD + 1}": 16.5})
    click(scores.import_button)
    settle(window)
    click(modal().save_button)
    settle(window)
    first = scores.model.rows[0].id
    assert [scores.value_of((first, kind)) for kind in TestKind] == [800, 1650]
    scores.stack.undo()
    settle(window)
    assert [scores.value_of((first, kind)) for kind in TestKind] == [None, None]


def test_opinions_need_no_password_and_are_added_to_those_there(section, target):
    mark_all(section.services, section.class_id)
    window, opinions = section.window_of_test, tab(section, 3)
    click(opinions.template_button)
    settle(window)
    assert target.exists(), "nobody is named in it: no password is asked for"
    fill(target, {f"B{HEAD + 1}": 5, f"C{HEAD + 1}": 4, f"B{HEAD + 2}": 3})
    click(opinions.import_button)
    settle(window)
    click(modal().save_button)
    settle(window)
    sheets = section.services.opinions.sheets(section.class_id)
    assert [sorted(one.levels.values()) for one in sheets] == [[4, 5], [3]]


def test_a_class_without_people_says_why_there_is_no_sheet(section, target):
    services, window = section.services, section.window_of_test
    people = tab(section, 0)
    services.classes.remove(section.class_id, [one.id for one in services.classes.participants(section.class_id)])
    people.refresh()
    settle(window)
    for number in (1, 2):
        shown = tab(section, number)
        shown.refresh()
        settle(window)
        assert not shown.template_button.isEnabled()
    opinions = tab(section, 3)
    click(opinions.template_button)
    settle(window)
    assert "ไม่มีแบบประเมินที่ยังต้องกรอก" in opinions.told.text().replace("\u200b", "")
    assert not target.exists()


def test_the_buttons_say_what_they_save(section):
    names = {tab(section, number).template_button.accessibleName() for number in (1, 2, 3)}
    assert len(names) == 3
    assert all("Excel" in name for name in names)
    assert texts(tab(section, 1).grid, NAME)
