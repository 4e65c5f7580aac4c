"""The plan's wizard under hurried hands: keys pressed twice, Escape too soon, ticks taken back, choices made again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrdesk.domain.office import EvaluationMethod, Organizer
from hrdesk.domain.plan import PlanProject
from hrdesk.domain.terms import OrganizerKind
from hrdesk.services import Area
from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

Key = Qt.Key
ORGANIZERS = 1  # column of the projects that can be picked


@pytest.fixture
def wizard(window):
    page(window, "plan").new_plan()
    settle(window)
    shown = modal()
    yield shown
    if QApplication.activeModalWidget() is not None:
        shown.reject()
        settle(window)


def go(wizard, key: str):
    wizard.go([one.key for one in wizard.pages].index(key))
    return wizard.page()


def made(window) -> list[int]:
    return [plan.period.first for plan in window.desk.services.planning.plans()]


@pytest.mark.parametrize("again", [(Key.Key_Return, CTRL), (Key.Key_S, CTRL), (Key.Key_Escape,)], ids=["enter", "save", "escape"])
def test_what_is_pressed_while_the_plan_is_made_makes_no_other_and_leaves_no_draft(window, wizard, again) -> None:
    click(go(wizard, "confirm").all_button)
    go(wizard, "review")
    settle(window)
    QTest.keyClick(wizard, Key.Key_Return, CTRL)
    QTest.keyClick(wizard, *again)
    settle(window)
    assert made(window) == [2567, 2564]
    assert window.desk.services.reading.wizard() is None, "nothing is left to go on with"
    assert QApplication.activeModalWidget() is None
    assert window.pages["plan"].editor.draft.period.first == 2567


def test_the_cross_waits_while_the_plan_is_made(window, wizard) -> None:
    click(go(wizard, "confirm").all_button)
    go(wizard, "review")
    settle(window)
    click(wizard.next_button)
    wizard.close()
    assert wizard.isVisible()
    settle(window)
    assert made(window) == [2567, 2564]
    assert window.desk.services.reading.wizard() is None


@pytest.mark.parametrize(("confirmed", "resumed"), [(False, False), (False, True), (True, True)])
def test_the_choice_that_stands_begins_nothing_anew_when_it_is_pressed_again(window, wizard, confirmed: bool, resumed: bool) -> None:
    if confirmed:
        click(go(wizard, "confirm").all_button)
    wizard.holder.set_budgets({(0, 2567): 77_000_00})
    if resumed:
        wizard.reject()
        settle(window)
        page(window, "plan").new_plan(resume=True)
        settle(window)
        wizard = modal()
    first = go(wizard, "facts")
    assert first.previous.isChecked()
    click(first.previous)
    settle(window)
    assert wizard.holder.draft.projects[0].budget(2567) == 77_000_00
    click(first.blank)
    settle(window)
    assert wizard.holder.draft.projects == ()
    wizard.holder.stack.undo()
    assert first.previous.isChecked(), "the choice goes back with what it chose"
    click(first.previous)
    settle(window)
    assert wizard.holder.draft.projects[0].budget(2567) == 77_000_00
    wizard.reject()
    settle(window)


def own_taken_out(wizard):
    """The step of projects, the place of an own project with money that was ticked off there, and the project."""
    own = PlanProject(0, "โครงการเฉพาะของเรา", years=(2567,))
    wizard.holder.set_projects([*wizard.holder.draft.projects, own], "เพิ่มโครงการ")
    place = len(wizard.holder.draft.projects) - 1
    wizard.holder.set_budgets({(place, 2568): 5_000_00})
    pick = go(wizard, "projects")
    pick.table.choose_row(place)
    press(pick.table, Key.Key_Space)
    return pick, place, own


def test_an_own_project_taken_out_is_offered_again_as_it_was(window, wizard) -> None:
    """It vanished from the list with its money, for it is none of the usual ones."""
    pick, place, own = own_taken_out(wizard)
    assert len(wizard.holder.draft.projects) == place
    assert texts(pick.table, 0)[pick.table.currentIndex().row()] == own.title
    press(pick.table, Key.Key_Space)
    assert wizard.holder.draft.projects[-1].title == own.title
    assert wizard.holder.draft.projects[-1].budget(2568) == 5_000_00


@pytest.mark.parametrize("first", [2567, 2570])
def test_a_project_taken_out_moves_with_the_years_of_the_plan(window, wizard, first: int) -> None:
    pick, _, own = own_taken_out(wizard)
    go(wizard, "facts").facts.first.setValue(first)
    pick = go(wizard, "projects")
    assert pick.table.choose_where(lambda offer: offer.project.title == own.title)
    press(pick.table, Key.Key_Space)
    back = wizard.holder.draft.projects[-1]
    assert (back.title, back.years, back.budget(first + 1)) == (own.title, (first, first + 1), 5_000_00)


def test_an_organiser_and_a_method_added_meanwhile_have_their_names(window, wizard) -> None:
    curriculum = window.desk.services.curriculum
    organizer, _ = curriculum.save_organizer(Organizer(0, OrganizerKind.OTHER, "สถาบันใหม่", "สถาบันใหม่", "สถาบันใหม่"))
    method, _ = curriculum.save_evaluation(EvaluationMethod(0, "แบบประเมินใหม่", "แบบใหม่"))
    window.desk.changed.emit(Area.CURRICULUM, window)
    settle(window)
    budget = go(wizard, "budget")
    draft = wizard.holder.draft
    wizard.holder.set_project(0, replace(draft.projects[0], organizers=(organizer,)), "แก้ไข")
    assert texts(budget.table, 2)[0] == "สถาบันใหม่"
    assert texts(go(wizard, "projects").table, ORGANIZERS)[0] == "สถาบันใหม่"
    evaluation = go(wizard, "evaluation")
    assert "แบบใหม่" in [evaluation.methods.item(n).text() for n in range(evaluation.methods.count())]
    assert method


def test_a_day_that_cannot_be_read_takes_nothing_away(window, wizard) -> None:
    facts = go(wizard, "facts").facts
    before = wizard.holder.draft.committee_announcement_date
    assert before is not None
    for wrong in ("31 ก.พ. 2567", "เมื่อวาน", "1/1/99999"):
        retype(facts.date.edit, wrong)
        press(facts.date.edit, Key.Key_Tab)
        assert facts.date.wrong, wrong
        retype(facts.clauses, f"ข้อ {wrong}")
        press(facts.clauses, Key.Key_Tab)
        assert wizard.holder.draft.committee_announcement_date == before, wrong
        assert facts.date.edit.text() == wrong, "what was typed stays to be mended"
    retype(facts.date.edit, "๕ ม.ค. ๒๕๖๗")
    press(facts.date.edit, Key.Key_Tab)
    day = wizard.holder.draft.committee_announcement_date
    assert (day.year, day.month, day.day) == (2024, 1, 5)
    facts.date.edit.selectAll()
    press(facts.date.edit, Key.Key_Delete)
    press(facts.date.edit, Key.Key_Tab)
    assert wizard.holder.draft.committee_announcement_date is None


def test_letters_in_the_money_are_refused_and_the_figure_stays(window, wizard) -> None:
    budget = go(wizard, "budget")
    budget.table.choose_row(0, FIRST_YEAR)
    before = wizard.holder.draft
    type_text(budget.table, "9")
    editor = budget.table.viewport().focusWidget()
    type_text(editor, "หมื่น🙂")
    press(editor, Key.Key_Return)
    assert wizard.holder.draft == before
    assert "ไม่ใช่จำนวนเงิน" in budget.section.grid.wrong.text()
