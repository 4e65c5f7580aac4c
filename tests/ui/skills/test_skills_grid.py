"""Judging people at the keyboard: figures, paste, undo, criteria, Excel out and back."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.competency import State
from hrdesk.domain.skill_terms import Rater
from hrdesk.services.skills.assessing import Entry, Occasion
from hrdesk.ui.kit.widgets import choose
from skill_office import FRAMEWORK, grouped_office
from ui.skill_cells import standings
from ui.test_window import nameless
from ui.window_support import CTRL, modal, page, press, save_unlocked, settle, type_text


@pytest.fixture
def templates(tmp_path_factory):
    return {"grouped": grouped_office(tmp_path_factory.mktemp("grouped"))}


@pytest.fixture
def window(open_window):
    return open_window("grouped")


@pytest.fixture
def grid(window):
    shown = page(window, "skills")
    shown.go_to("grid")
    settle(window)
    return shown.section("grid")


def rate(window, grid, rater=Rater.AGREED):
    choose(grid.rater, rater)
    grid.rater.activated.emit(grid.rater.currentIndex())
    settle(window)


def said(grid, row, column):
    standing = grid.model.standing(row, column)
    return standing.levels.agreed if standing else None


def asked(grid, row):
    return [c for c in range(len(grid.model.heads)) if grid.model.standing(row, c) is not None]


def test_what_counts_is_shown_and_cannot_be_typed_into(window, grid):
    QAbstractItemModelTester(grid.model)
    assert grid.model.rowCount() == 51
    assert {grid.model.state(s) for s in standings(grid.model)} == {State.UNKNOWN}
    type_text(grid.view, "1")
    settle(window)
    assert "เลือกผู้ประเมิน" in grid.detail.text()
    assert not grid.entry.isVisible()


def test_figures_set_cells_and_go_on_to_the_next_asked(window, grid):
    rate(window, grid)
    first, second, third = asked(grid, 0)[:3]
    grid.view.setCurrentIndex(grid.model.index(0, first))
    type_text(grid.view, "1")
    type_text(grid.view, "0")
    settle(window)
    assert (said(grid, 0, first), said(grid, 0, second)) == (1, 0)
    assert grid.view.currentIndex().column() == third
    type_text(grid.view, "ๅ")  # the key of 1 while the keyboard is Thai
    settle(window)
    assert said(grid, 0, third) == 1
    press(grid.view, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert said(grid, 0, third) is None
    grid.stack.redo()
    settle(window)
    assert said(grid, 0, third) == 1
    grid.view.setCurrentIndex(grid.model.index(0, first))
    press(grid.view, Qt.Key.Key_Delete)
    settle(window)
    assert said(grid, 0, first) is None
    person, head = grid.model.profiles[0].person.id, grid.model.heads[first]
    assert len(window.desk.services.skills.history(person, FRAMEWORK, head.key[1])) == 1


def test_a_block_is_pasted_or_refused_as_a_whole(window, grid):
    rate(window, grid)
    start = asked(grid, 4)[0]
    grid.view.setCurrentIndex(grid.model.index(4, start))
    QGuiApplication.clipboard().setText("1\t๐\nผ่าน\tไม่ผ่าน")
    press(grid.view, Qt.Key.Key_V, CTRL)
    settle(window)
    cells = [(r, c) for r in (4, 5) for c in (start, start + 1) if grid.model.standing(r, c)]
    assert {said(grid, *cell) for cell in cells} == {0, 1}
    QGuiApplication.clipboard().setText("0\t7")
    press(grid.view, Qt.Key.Key_V, CTRL)
    settle(window)
    assert "7" in grid.detail.text()
    assert said(grid, 4, start) == 1


def test_the_dialog_of_a_cell_takes_evidence_and_shows_the_past(window, grid):
    rate(window, grid, Rater.SUPERIOR)
    column = asked(grid, 0)[0]
    grid.view.setCurrentIndex(grid.model.index(0, column))
    press(grid.view, Qt.Key.Key_Return)
    settle(window)
    dialog = modal()
    assert nameless(dialog) == []
    assert dialog.minimumSizeHint().height() <= 512
    choose(next(iter(dialog.choices.values())), 1)
    dialog.evidence.setPlainText("แฟ้มผลงาน")
    dialog.save()
    settle(window)
    assert grid.model.standing(0, column).levels.superior == 1
    person, code = grid.model.profiles[0].person.id, grid.model.heads[column].key[1]
    (past,) = window.desk.services.skills.history(person, FRAMEWORK, code)
    assert past.evidence == "แฟ้มผลงาน"


def test_a_unit_with_criteria_is_judged_by_them(window, grid):
    column = next(c for c, head in enumerate(grid.model.heads) if head.key[1] == "DS100")
    row = next(r for r in range(51) if grid.model.standing(r, column))
    grid.open_cell(row, column)
    settle(window)
    dialog = modal()
    assert len(dialog.choices) == grid.model.standing(row, column).criteria
    for box in list(dialog.choices.values())[1:]:
        choose(box, 1)
    choose(next(iter(dialog.choices.values())), 0)
    dialog.save()
    settle(window)
    total = len(dialog.choices)
    assert grid.model.text(grid.model.standing(row, column)) == f"{total - 1}/{total}"


def current(window, person, code):
    past = window.desk.services.skills.history(person, FRAMEWORK, code)
    return sorted((one.code, one.level, one.evidence, one.assessor) for one in past if one.archived_at is None)


def test_undo_brings_back_criteria_evidence_and_assessor(window, grid):
    rate(window, grid)
    column = next(c for c, head in enumerate(grid.model.heads) if head.key[1] == "DS100")
    row = next(r for r in range(51) if grid.model.standing(r, column))
    person, skills = grid.model.profiles[row].person.id, window.desk.services.skills
    criteria = [one.code for one in skills.setting().framework.criteria_of("DS100")]
    entries = [Entry(person, FRAMEWORK, code, int(code != criteria[0]), "แฟ้มผลงาน") for code in criteria]
    skills.record(entries, Occasion(Rater.AGREED, date(2024, 3, 1), "ปลัดเทศบาล"))
    before = current(window, person, "DS100")
    assert {level for _code, level, *_ in before} == {0, 1}
    grid.judged(person)
    settle(window)
    grid.view.setCurrentIndex(grid.model.index(row, column))
    type_text(grid.view, "1")
    settle(window)
    assert {level for _code, level, *_ in current(window, person, "DS100")} == {1}
    press(grid.view, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert current(window, person, "DS100") == before
    assert said(grid, row, column) == 0


@pytest.mark.parametrize(("written", "shown"), [("", "ใบประกาศ"), ("เห็นเอง", "เห็นเอง")], ids=["nothing typed", "something typed"])
def test_another_rater_brings_what_that_rater_said(window, grid, written, shown):
    rate(window, grid, Rater.SELF)
    column = asked(grid, 0)[0]
    person, code = grid.model.profiles[0].person.id, grid.model.heads[column].key[1]
    skills = window.desk.services.skills
    for rater, evidence, who in ((Rater.SELF, "แฟ้มงาน", "ตนเอง"), (Rater.SUPERIOR, "ใบประกาศ", "ผู้อำนวยการกอง")):
        skills.record([Entry(person, FRAMEWORK, code, 1, evidence)], Occasion(rater, date(2024, 3, 1), who))
    grid.open_cell(0, column)
    settle(window)
    dialog = modal()
    assert (dialog.evidence.toPlainText(), dialog.assessor.text()) == ("แฟ้มงาน", "ตนเอง")
    if written:
        dialog.evidence.setPlainText(written)
    choose(dialog.rater, Rater.SUPERIOR)
    dialog.rater.activated.emit(dialog.rater.currentIndex())
    assert (dialog.evidence.toPlainText(), dialog.assessor.text()) == (shown, "ผู้อำนวยการกอง")
    dialog.save()
    settle(window)
    now = {one.rater: (one.evidence, one.assessor) for one in skills.history(person, FRAMEWORK, code) if one.archived_at is None}
    assert now == {Rater.SELF: ("แฟ้มงาน", "ตนเอง"), Rater.SUPERIOR: (shown, "ผู้อำนวยการกอง")}


@pytest.mark.parametrize(
    ("act", "left", "times"),
    [
        (lambda _dialog: None, (date(2024, 3, 1), "ปลัดเทศบาล"), 1),  # looked at and saved: still as it was judged
        (lambda dialog: dialog.day.edit.setText("15 มี.ค. 2567"), (date(2024, 3, 15), "ปลัดเทศบาล"), 2),
        (lambda dialog: dialog.assessor.setText("รองปลัดเทศบาล"), (None, "รองปลัดเทศบาล"), 2),
    ],
    ids=["nothing", "the day", "the assessor"],
)
def test_a_day_or_an_assessor_alone_is_corrected(window, grid, act, left, times):
    rate(window, grid, Rater.AGREED)
    column = asked(grid, 0)[0]
    person, code = grid.model.profiles[0].person.id, grid.model.heads[column].key[1]
    skills = window.desk.services.skills
    skills.record([Entry(person, FRAMEWORK, code, 1, "แฟ้มงาน")], Occasion(Rater.AGREED, date(2024, 3, 1), "ปลัดเทศบาล"))
    grid.open_cell(0, column)
    settle(window)
    dialog = modal()
    act(dialog)
    typed = dialog.day.day()
    dialog.save()
    settle(window)
    past = skills.history(person, FRAMEWORK, code)
    now = next(one for one in past if one.archived_at is None)
    assert (now.assessed_on, now.assessor, now.evidence) == (left[0] or typed, left[1], "แฟ้มงาน")
    assert len(past) == times


def test_a_sheet_goes_out_and_comes_back_after_a_review(window, grid, tmp_path, monkeypatch):
    rate(window, grid)
    path = tmp_path / "assess.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    grid.export()
    save_unlocked(window)
    assert "51 คน" in grid.detail.text()
    book = openpyxl.load_workbook(path)
    sheet = book.active
    column = next(cell.column for cell in sheet[2] if cell.value == grid.model.heads[asked(grid, 0)[0]].key[1])
    sheet.cell(3, column).value = 1
    sheet.cell(4, column).value = "มาก"
    book.save(path)
    grid.bring_in()
    settle(window)
    dialog = modal()
    assert nameless(dialog) == []
    assert (len(dialog.review.changes), len(dialog.review.wrong)) == (1, 1)
    assert said(grid, 0, asked(grid, 0)[0]) is None, "nothing is stored before the review"
    dialog.save()
    settle(window)
    assert said(grid, 0, asked(grid, 0)[0]) == 1
