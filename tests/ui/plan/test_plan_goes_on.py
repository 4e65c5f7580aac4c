"""The plan under edit goes on: what is stored or read meanwhile takes neither undo nor typed text away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from hrdesk.domain.plan import MonitoringRound
from hrdesk.domain.plan_parts import AcceptedWarning
from hrdesk.domain.terms import CommitteeKind
from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from hrdesk.ui.plan.meeting_dialog import MeetingDialog
from hrdesk.ui.plan.plan_lists import RoundDialog
from hrdesk.ui.plan.tabs import CHAPTERS, COVERAGE, FACTS, MEETINGS
from ui.window_support import click, modal, page, press, retype, settle, type_text


@pytest.fixture
def plan(window):
    return page(window, "plan")


def saved(window, plan):
    plan.editor.save()
    settle(window)
    return window.desk.services.planning.load(1)


def rename(plan, title: str) -> None:
    editor = plan.editor
    editor.set_project(0, replace(editor.draft.projects[0], title=title), "แก้ไขชื่อโครงการ")


def another_surname(window) -> None:
    register = window.desk.services.register
    staff = next(post.staff_id for post in register.office().positions if post.staff_id)
    person = replace(register.person(staff), last_name="สกุลใหม่")
    window.desk.change(window, lambda: register.save_person(person))
    settle(window)


@pytest.mark.parametrize("stands", ["stored", "waiting"])
def test_a_change_of_people_takes_no_undo_away(window, plan, stands) -> None:
    before, tabs = plan.editor.draft, plan.tabs
    rename(plan, "ชื่อใหม่")
    if stands == "stored":
        saved(window, plan)
    another_surname(window)
    assert any("สกุลใหม่" in post.holder for post in plan.editor.office.positions)
    assert plan.tabs is tabs
    click(plan.undo_button)
    assert saved(window, plan) == before


def test_what_undo_could_bring_back_though_it_is_gone_ends_it(window, plan) -> None:
    curriculum = window.desk.services.curriculum
    fund = curriculum.save_fund(replace(plan.editor.office.catalogue.funds[0], id=0, name="แหล่งชั่วคราว"))[0]
    plan.refresh()
    settle(window)
    rename(plan, "ชื่อใหม่")
    saved(window, plan)
    assert plan.undo_button.isEnabled()
    window.desk.change(window, lambda: (None, curriculum.delete_fund(fund)[-1]))
    settle(window)
    assert fund not in {one.id for one in plan.editor.office.catalogue.funds}
    assert not plan.undo_button.isEnabled()
    assert plan.editor.draft.projects[0].title == "ชื่อใหม่"


@pytest.mark.parametrize("tab", [CHAPTERS, FACTS])
def test_what_is_being_typed_stays_while_an_earlier_edit_is_stored(window, plan, tab) -> None:
    rename(plan, "ชื่อที่รอบันทึก")
    plan.tabs.setCurrentIndex(tab)
    field = plan.tabs.chapters.text if tab == CHAPTERS else plan.tabs.facts.clauses
    field.setFocus()
    type_text(field, "กำลังพิมพ์")
    plan.editor.save()
    another_surname(window)
    shown = field.toPlainText() if tab == CHAPTERS else field.text()
    assert "กำลังพิมพ์" in shown
    plan._save()
    settle(window)
    kept = window.desk.services.planning.load(1)
    assert "กำลังพิมพ์" in (*kept.chapters.values(), kept.committee_announcement_clauses)[0 if tab == CHAPTERS else -1]


def test_undo_by_the_mouse_takes_back_what_is_being_typed(window, plan) -> None:
    """The button takes no focus: the text was not handed in yet."""
    rename(plan, "ชื่อใหม่")
    plan.tabs.setCurrentIndex(FACTS)
    clauses, before = plan.tabs.facts.clauses, plan.editor.draft.committee_announcement_clauses
    retype(clauses, "ข้อ 99")
    click(plan.undo_button)
    assert clauses.text() == plan.editor.draft.committee_announcement_clauses == before
    assert plan.editor.draft.projects[0].title == "ชื่อใหม่"
    click(plan.redo_button)
    assert plan.editor.draft.committee_announcement_clauses == clauses.text() == "ข้อ 99"


def add_project(plan, title: str) -> None:
    plan.tabs.setCurrentIndex(0)
    click(plan.tabs.projects.add_button)
    dialog = modal()
    type_text(dialog.title, title)
    click(dialog.ok)


def test_a_new_project_moved_while_it_is_stored_takes_no_other_ones_place(window, plan) -> None:
    before = plan.editor.draft
    add_project(plan, "ใหม่")
    plan.editor.save()
    click(plan.tabs.projects.up_button)
    settle(window)
    kept = saved(window, plan)
    assert [p.id for p in kept.projects if p.title != "ใหม่"] == [p.id for p in before.projects]
    assert [p.title for p in kept.projects][-2] == "ใหม่"


def test_a_dialog_opened_before_the_project_had_its_number_changes_that_project(window, plan) -> None:
    add_project(plan, "ใหม่")
    click(plan.tabs.projects.edit_button)
    dialog = modal()
    number = saved(window, plan).projects[-1].id
    click(dialog.listed)
    click(dialog.ok)
    last = saved(window, plan).projects[-1]
    assert (last.id, last.title, last.listed) == (number, "ใหม่", False)


def test_a_project_deleted_and_brought_back_is_the_one_it_was(window, plan) -> None:
    """Its number, the warning accepted of it, what the monitoring planned for it; another one gets none of that."""
    services, before = window.desk.services, plan.editor.draft
    last = before.projects[-1]
    warning = AcceptedWarning("project.x", f"project:{last.id}.title", "ข้อความ", "ทราบแล้ว", date(2021, 1, 5))
    plan.editor.apply("ยอมรับ", replace(before, accepted=(warning,)))
    services.schedules.save(services.schedules.propose(1, last.years[0]))
    planned = services.schedules.load(1, last.years[0])
    assert last.id in {entry.project for entry in planned.entries}
    plan.tabs.projects.grid.table.choose_row(len(before.projects) - 1)
    click(plan.tabs.projects.delete_button)
    add_project(plan, "อีกโครงการ")
    kept = saved(window, plan)
    assert kept.projects[-1].id > last.id, "a number once given is not given again"
    assert kept.accepted == ()
    for _ in range(2):
        click(plan.undo_button)
    kept = saved(window, plan)
    assert (kept.projects, kept.accepted) == (before.projects, (warning,))
    assert services.schedules.load(1, last.years[0]) == planned
    for _ in range(2):
        click(plan.redo_button)
    assert [p.title for p in saved(window, plan).projects][-1] == "อีกโครงการ"


def accept_first(plan) -> None:
    QApplication.processEvents()  # links made a moment ago are shown
    link = next(b for b in plan.tabs.problems.list.findChildren(QPushButton) if b.text() == "ยอมรับ…" and not b.isHidden())
    click(link)
    type_text(modal().reason, "ทราบแล้ว")


def test_a_reason_typed_while_the_plan_is_stored_is_of_the_plan_as_stored(window, plan) -> None:
    add_project(plan, "ใหม่")
    accept_first(plan)
    dialog = modal()
    number = saved(window, plan).projects[-1].id
    click(dialog.ok)
    kept = saved(window, plan)
    assert (len(kept.accepted), kept.projects[-1].id) == (1, number)


def test_a_warning_of_a_project_not_stored_yet_is_known_when_it_is(window, plan) -> None:
    add_project(plan, "ใหม่")
    draft = plan.editor.draft
    warning = AcceptedWarning("project.x", f"project:{draft.projects[-1].id}.title", "ข้อความ", "ทราบแล้ว", date(2021, 1, 5))
    plan.editor.apply("ยอมรับ", replace(draft, accepted=(warning,)))
    kept = saved(window, plan)
    named = replace(warning, field=f"project:{kept.projects[-1].id}.title")
    assert kept.accepted == plan.editor.draft.accepted == (named,)
    click(plan.undo_button)
    click(plan.redo_button)
    assert plan.editor.draft.accepted == (named,)


def test_asked_again_though_the_plan_was_stored_meanwhile(window, plan) -> None:
    accept_first(plan)
    click(modal().ok)
    click(plan.tabs.problems.accepted_button)
    dialog = modal()
    assert len(saved(window, plan).accepted) == 1
    click(dialog.again_button)
    assert dialog.table.rows.rowCount() == 0
    assert not dialog.again_button.isEnabled()
    click(dialog.close_button)
    assert saved(window, plan).accepted == ()


def test_what_was_told_of_shared_money_stands_until_the_next_edit(window, plan) -> None:
    grid, first = plan.tabs.projects.grid, plan.editor.draft.projects[0]
    one, other = (fund.id for fund in plan.editor.office.catalogue.funds[:2])
    budget = replace(first.budgets[0], fund=one)
    plan.editor.set_project(0, replace(first, budgets=(budget, replace(budget, fund=other))), "สองแหล่ง")
    grid.model.setData(grid.model.index(0, FIRST_YEAR), "300")
    saved(window, plan)
    assert grid.wrong.isVisible()
    assert grid.wrong.property("tone") == "warn", "it was done: nothing is wrong"
    assert not grid.model.setData(grid.model.index(0, FIRST_YEAR), "สาม")
    assert grid.wrong.property("tone") == "error"
    grid.model.setData(grid.model.index(1, FIRST_YEAR), "7,000")
    assert not grid.wrong.isVisible()


def test_the_matrix_offers_the_years_that_the_plan_has_now(window, plan) -> None:
    first = plan.editor.draft.period.first
    plan.tabs.facts.first.setValue(first + 3)
    plan.tabs.setCurrentIndex(COVERAGE)
    year = plan.tabs.coverage.year
    assert [year.itemData(n) for n in range(year.count())] == [None, first + 3, first + 4, first + 5]


def test_the_meeting_one_stands_on_stays_and_a_new_one_is_stood_on(window, plan) -> None:
    rename(plan, "ชื่อใหม่")
    plan.tabs.setCurrentIndex(MEETINGS)
    meetings = plan.tabs.meetings
    for kind in (CommitteeKind.PLANNING, CommitteeKind.MONITORING, CommitteeKind.PLANNING):
        click(meetings.add_buttons[kind])
        settle(window)
        click(modal().save_button)
        settle(window)
        assert meetings.table.current_record().committee is kind
    assert meetings.table.current_record().number == 2
    meetings.table.choose_row(0)
    chosen = meetings.table.current_record()
    another_surname(window)
    assert meetings.table.current_record() == chosen
    assert plan.undo_button.isEnabled(), "a meeting is no end of what was edited before"


def test_problems_are_mended_one_after_the_other_by_keyboard(window, plan) -> None:
    """The list is made anew after each: the keyboard stays in its row."""
    QApplication.processEvents()
    problems = plan.tabs.problems.list
    mends = [b for b in problems.findChildren(QPushButton) if b.text() not in ("ไปแก้ไข", "ยอมรับ…")]
    row = problems._grid.getItemPosition(problems._grid.indexOf(mends[0]))[0]
    before = len(plan.editor.problems)
    mends[0].setFocus()
    press(mends[0], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert len(plan.editor.problems) < before
    focused = QApplication.focusWidget()
    assert (focused.text(), focused.window()) == ("ไปแก้ไข", window)
    assert plan.editor.problems[min(row, len(plan.editor.problems) - 1)].text in focused.accessibleName()


def test_undo_and_redo_say_what_they_do(window, plan) -> None:
    rename(plan, "ชื่อใหม่")
    assert plan.undo_button.toolTip() == "เลิกทำ แก้ไขชื่อโครงการ (Ctrl+Z)"
    click(plan.undo_button)
    assert plan.redo_button.toolTip() == "ทำซ้ำ แก้ไขชื่อโครงการ (Ctrl+Y)"


def test_a_round_of_a_stray_year_and_a_late_meeting_are_shown_as_they_are(window, plan) -> None:
    """No choice falls back to the first one unseen."""
    stray = MonitoringRound(2570, 13, date(2027, 9, 30))
    plan.editor.apply("รอบ", replace(plan.editor.draft, rounds=(stray,)))
    dialog = RoundDialog(plan.theme, stray, [2564, 2565, 2566], plan)
    assert dialog.value() == stray
    meeting = replace(window.desk.services.meetings.blank(1, CommitteeKind.MONITORING), number=36)
    assert MeetingDialog(plan.desk, meeting, plan).meeting().number == 36


def test_a_stated_total_below_nothing_is_refused(window, plan) -> None:
    plan.tabs.projects.edit()
    dialog = modal()
    dialog.stated_total.setText("-5")
    dialog.accept()
    assert dialog.isVisible()
    dialog.stated_total.setText("๕")
    dialog.accept()
    assert plan.editor.draft.projects[0].stated_total == 500


def test_an_empty_list_offers_only_to_add(window, plan) -> None:
    section = plan.tabs.aims.indicators
    assert not section.items()
    assert [button.isEnabled() for button in section.buttons] == [button is section.add_button for button in section.buttons]
