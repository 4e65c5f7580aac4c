"""Each kind of edit of a plan, undone and done again on the plan page, with the database following."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hrdesk.ui.plan.budget_grid import FIRST_YEAR, TITLE
from ui.window_support import click, modal, page, press, retype, settle, type_text

PROJECTS, FACTS, CHAPTERS, PEOPLE, ROUNDS = range(5)


def rename(plan: Any) -> None:
    model = plan.tabs.projects.grid.model
    assert model.setData(model.index(0, TITLE), "ชื่อใหม่ของโครงการ")


def clear_cells(plan: Any) -> None:
    grid = plan.tabs.projects.grid.table
    grid.choose_row(0, FIRST_YEAR)
    press(grid, Qt.Key.Key_Delete)


def paste(plan: Any) -> None:
    grid = plan.tabs.projects.grid.table
    grid.choose_row(1, FIRST_YEAR)
    QGuiApplication.clipboard().setText("๑,๐๐๐\t2000")
    grid.paste()


def fill_right(plan: Any) -> None:
    plan.editor.set_budgets({(0, 2564): 7_000_00})
    plan.editor.stack.clear()
    plan.tabs.projects.grid.table.choose_row(0, FIRST_YEAR)
    plan.tabs.projects.right_button.click()
    assert {b.amount for b in plan.editor.draft.projects[0].budgets} == {7_000_00}


def law(plan: Any) -> None:
    plan.tabs.setCurrentIndex(FACTS)
    retype(plan.tabs.facts.law, "เทศบัญญัติงบประมาณ")
    plan.tabs.commit()


def announced(plan: Any) -> None:
    plan.tabs.setCurrentIndex(FACTS)
    plan.tabs.facts.date.set_day(date(2020, 5, 4))
    plan.tabs.facts.commit()


def later(plan: Any) -> None:
    plan.tabs.setCurrentIndex(FACTS)
    plan.tabs.facts.first.setValue(2565)


def chapter(plan: Any) -> None:
    plan.tabs.setCurrentIndex(CHAPTERS)
    plan.tabs.chapters.text.selectAll()
    type_text(plan.tabs.chapters.text, "ข้อความของเรา")
    plan.tabs.commit()


def duty(plan: Any) -> None:
    plan.tabs.setCurrentIndex(PEOPLE)
    plan.tabs.responsible.table.choose_row(0)
    plan.tabs.responsible.edit()
    retype(modal().title, "งานการเจ้าหน้าที่")
    modal().accept()


def fewer_rounds(plan: Any) -> None:
    plan.tabs.setCurrentIndex(ROUNDS)
    plan.tabs.rounds.table.choose_row(0)
    plan.tabs.rounds.delete()


def one_more_round(plan: Any) -> None:
    plan.tabs.setCurrentIndex(ROUNDS)
    plan.tabs.rounds.add()
    modal().accept()


EDITS: tuple[Callable[[Any], None], ...] = (
    rename, clear_cells, paste, fill_right, law, announced, later, chapter, duty, fewer_rounds, one_more_round,
)  # fmt: skip


def test_every_kind_of_edit_is_undone_and_done_again(window) -> None:
    plan = page(window, "plan")
    planning = window.desk.services.planning
    for edit in EDITS:
        before_all = plan.editor.draft
        edit(plan)
        after = plan.editor.draft
        steps = plan.editor.stack.count()
        assert after != before_all, edit.__name__
        assert steps == 1, edit.__name__
        click(plan.undo_button)
        before = plan.editor.draft
        assert before != after, edit.__name__
        click(plan.redo_button)
        assert plan.editor.draft == after, edit.__name__
        click(plan.undo_button)
        plan.editor.save()
        settle(window)
        stored = planning.load(before.id)
        assert replace(stored, projects=()) == replace(before, projects=()), edit.__name__
        assert [p.title for p in stored.projects] == [p.title for p in before.projects]
        assert stored.total == before.total
        plan.editor.stack.clear()


def test_undo_says_what_it_undoes(window) -> None:
    plan = page(window, "plan")
    assert not plan.undo_button.isEnabled()
    rename(plan)
    assert "แก้ไขชื่อโครงการ" in plan.undo_button.toolTip()
    plan.undo_button.click()
    assert not plan.undo_button.isEnabled()
    assert plan.redo_button.isEnabled()


@pytest.mark.parametrize("typed", ["-5", "สอง", "1.2.3", "1e5"])
def test_a_paste_with_one_bad_figure_changes_nothing(window, typed: str) -> None:
    plan = page(window, "plan")
    grid = plan.tabs.projects.grid.table
    before = plan.editor.draft
    grid.choose_row(0, FIRST_YEAR)
    QGuiApplication.clipboard().setText(f"1000\t{typed}\t3000")
    grid.paste()
    assert plan.editor.draft == before
    assert typed in plan.tabs.projects.grid.wrong.text()
