from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from hrdesk.ui.budget_grid import FIRST_YEAR
from ui.window_support import CTRL, click, click_cell, modal, page, press, settle, type_text


def open_wizard(window):
    page(window, "plan").new_plan()
    settle(window)
    return modal()


def plans(window):
    return window.desk.services.planning.plans()


def test_a_plan_from_nothing(empty_window) -> None:
    window = empty_window
    wizard = open_wizard(window)
    first = wizard.holder.draft.period.first
    assert wizard.stack.currentWidget().key == "facts"
    click(wizard.next_button)  # courses
    settle(window)
    assert wizard.pages[1].courses.loaded
    press(wizard, Qt.Key.Key_Return, CTRL)  # projects, by keyboard
    settle(window)
    pick = wizard.page()
    QAbstractItemModelTester(pick.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(pick.table, Qt.Key.Key_Space)
    press(pick.table, Qt.Key.Key_Down)
    press(pick.table, Qt.Key.Key_Return)
    chosen = [p.title for p in wizard.holder.draft.projects]
    assert len(chosen) == 2
    click(wizard.next_button)  # money, with the table to be printed
    settle(window)
    budget = wizard.page()
    assert budget.preview.page_count() >= 1
    budget.table.choose_row(0, FIRST_YEAR)
    type_text(budget.table, "5")
    editor = budget.table.viewport().focusWidget()
    type_text(editor, "0000")
    press(editor, Qt.Key.Key_Return)
    assert wizard.holder.draft.projects[0].budget(first) == 50_000_00
    for _ in range(3):
        click(wizard.next_button)
        settle(window)
    assert wizard.next_button.text() == "สร้างแผน"
    click(wizard.next_button)
    settle(window)
    made = plans(window)
    assert [(p.period.first, p.project_count) for p in made] == [(first, 2)]
    draft = window.desk.services.planning.load(made[0].id)
    assert [p.title for p in draft.projects] == chosen
    assert draft.projects[0].budget(first) == 50_000_00
    assert len(draft.rounds) == 9
    assert window.desk.services.planning.load_wizard() is None
    assert window.pages["plan"].editor.draft.id == made[0].id


def test_the_next_plan_in_few_actions(window) -> None:
    wizard = open_wizard(window)
    actions = 1
    assert wizard.holder.draft.period.first == 2567
    while wizard.next_button.text() != "สร้างแผน":
        press(wizard, Qt.Key.Key_Return, CTRL)
        actions += 1
        settle(window)
    press(wizard, Qt.Key.Key_Return, CTRL)
    settle(window)
    assert actions + 1 <= 12
    newest = plans(window)[0]
    assert (newest.period.first, newest.period.last) == (2567, 2569)
    assert newest.total == plans(window)[1].total


def test_an_unfinished_plan_is_resumed_from_the_first_page(window) -> None:
    wizard = open_wizard(window)
    wizard.holder.set_budgets({(0, 2567): 77_000_00})
    wizard.go(3)
    wizard.reject()
    settle(window)
    home = page(window, "home")
    assert home.strip.isVisible()
    click(home.resume_button)
    settle(window)
    again = modal()
    assert again.page().key == "budget"
    assert again.holder.draft.projects[0].budget(2567) == 77_000_00
    again.reject()
    settle(window)


def test_each_problem_of_the_last_page_links_to_its_page(window) -> None:
    wizard = open_wizard(window)
    wizard.go(len(wizard.pages) - 1)
    settle(window)
    assert wizard.holder.problems
    for problem in wizard.holder.problems:
        assert any(one.owns(problem) for one in wizard.pages), problem.field
    problem = next(p for p in wizard.holder.problems if p.field.endswith(".budgets"))
    wizard.jump(problem)
    assert wizard.page().key == "budget"
    assert problem in wizard.page().table.current_record().problems
    wizard.reject()
    settle(window)


def test_starting_over_from_nothing_and_back(window) -> None:
    wizard = open_wizard(window)
    click(wizard.pages[0].blank)
    settle(window)
    assert wizard.holder.draft.projects == ()
    assert wizard.holder.draft.period.first == 2567
    click(wizard.pages[0].previous)
    settle(window)
    assert len(wizard.holder.draft.projects) == 11
    wizard.holder.stack.undo()
    assert wizard.holder.draft.projects == ()
    wizard.reject()
    settle(window)


def test_the_years_move_with_the_first_one(window) -> None:
    wizard = open_wizard(window)
    wizard.pages[0].facts.first.setValue(2570)
    draft = wizard.holder.draft
    assert draft.period.first == 2570
    assert {b.year for p in draft.projects for b in p.budgets} == {2570, 2571, 2572}
    assert {r.year for r in draft.rounds} == {2570, 2571, 2572}
    wizard.reject()
    settle(window)


def test_steps_show_their_state_and_can_be_chosen(window) -> None:
    wizard = open_wizard(window)
    wizard.steps.setFocus()
    press(wizard.steps, Qt.Key.Key_Down)
    settle(window)
    assert wizard.page().key == "courses"
    assert wizard._mark(0, [])[0] == "check"
    assert wizard._mark(1, [])[0] == "now"
    assert wizard._mark(5, [])[0] == "open"
    wizard.reject()
    settle(window)


def test_a_tick_is_a_click(window) -> None:
    wizard = open_wizard(window)
    wizard.go(2)
    table, before = wizard.page().table, len(wizard.holder.draft.projects)
    last = table.model().rowCount() - 1
    click_cell(table, last, 0)
    press(table, Qt.Key.Key_Space)
    assert len(wizard.holder.draft.projects) == before + 1
    wizard.reject()
    settle(window)
