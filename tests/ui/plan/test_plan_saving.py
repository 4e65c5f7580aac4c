"""A plan under edit: saved a moment later in order, kept when saving fails, and led to the right place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from hrdesk.domain.office import FundSource
from hrdesk.errors import UserError
from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from hrdesk.ui.plan.editor import DELAY
from ui.window_support import page, settle


@pytest.fixture
def plan(window):
    return page(window, "plan")


def stored(window):
    planning = window.desk.services.planning
    return planning.load(planning.plans()[0].id)


def edit(plan, title: str) -> None:
    editor = plan.editor
    editor.set_project(0, replace(editor.draft.projects[0], title=title), "แก้ไขชื่อโครงการ")


def test_an_edit_is_saved_by_itself(window, plan, qtbot) -> None:
    edit(plan, "ชื่อใหม่")
    assert plan.editor.unsaved
    assert plan.saved.text() == "กำลังบันทึก…"
    qtbot.waitUntil(lambda: not plan.editor.unsaved, timeout=DELAY * 25)
    settle(window)
    assert stored(window).projects[0].title == "ชื่อใหม่"
    assert plan.saved.text().startswith("บันทึกแล้ว")


def test_edits_made_while_saving_are_saved_after_it_and_none_is_lost(window, plan) -> None:
    edit(plan, "หนึ่ง")
    plan.editor.save()
    edit(plan, "สอง")
    plan.editor.save()
    edit(plan, "สาม")
    settle(window)
    plan.editor.save()
    settle(window)
    assert stored(window).projects[0].title == "สาม"
    assert not plan.editor.unsaved


def test_a_new_project_keeps_its_id_through_edits_made_while_it_was_stored(window, plan) -> None:
    editor = plan.editor
    fresh = replace(editor.draft.projects[0], id=0, title="โครงการใหม่")
    editor.set_projects([*editor.draft.projects, fresh], "เพิ่มโครงการ")
    editor.save()
    last = len(editor.draft.projects) - 1
    editor.set_project(last, replace(editor.draft.projects[last], title="ชื่อที่แก้ระหว่างบันทึก"), "แก้ไข")
    settle(window)
    editor.save()
    settle(window)
    found = [p for p in stored(window).projects if p.id not in {q.id for q in editor.draft.projects[:-1]}]
    assert [p.title for p in found] == ["ชื่อที่แก้ระหว่างบันทึก"], "stored once, under one id"


def test_undo_after_saving_is_saved_too(window, plan) -> None:
    before = stored(window).projects[0].title
    edit(plan, "ชื่อใหม่")
    plan.editor.save()
    settle(window)
    plan.editor.stack.undo()
    plan.editor.save()
    settle(window)
    assert stored(window).projects[0].title == before


def test_a_save_that_fails_keeps_what_was_typed_and_says_so(window, plan, boxes) -> None:
    """The plan was deleted on another page meanwhile."""
    window.desk.services.planning.delete(plan.editor.draft.id)
    edit(plan, "ชื่อที่ยังไม่ได้บันทึก")
    boxes.answers = ["ตกลง"] * 3
    plan.editor.save()
    settle(window)
    assert boxes.seen
    assert plan.saved.text() == "ยังไม่ได้บันทึก"
    assert plan.editor.draft.projects[0].title == "ชื่อที่ยังไม่ได้บันทึก"
    assert plan.editor.unsaved
    with pytest.raises(UserError):
        window.desk.services.planning.load(plan.editor.draft.id)


def test_what_is_read_again_does_not_overwrite_newer_edits(window, plan) -> None:
    edit(plan, "กำลังพิมพ์")
    plan.refresh()
    settle(window)
    assert plan.editor.draft.projects[0].title == "กำลังพิมพ์"


def test_leaving_the_page_saves_at_once(window, plan) -> None:
    edit(plan, "ก่อนออกจากหน้า")
    page(window, "home")
    settle(window)
    plan.closing()
    settle(window)
    assert stored(window).projects[0].title == "ก่อนออกจากหน้า"


def second_plan(window, plan):
    """The service of plans and the new plan's number; the first plan is shown."""
    planning = window.desk.services.planning
    other, _ = planning.save(replace(planning.copy_forward(1), copied={}))
    plan.refresh()
    settle(window)
    plan.chooser.setCurrentIndex(1)
    plan.chooser.activated.emit(1)
    settle(window)
    return planning, other


def test_a_link_to_another_plan_takes_nothing_back_from_this_one(window, plan) -> None:
    """A search's hit was followed within the moment that an edit waits to be stored."""
    planning, other = second_plan(window, plan)
    assert plan.editor.draft.id == 1
    edit(plan, "แก้แล้วไปทันที")
    plan.go_to(f"plan:{other}/project:1")
    settle(window)
    assert plan.editor.draft.id == other
    assert planning.load(1).projects[0].title == "แก้แล้วไปทันที"


def test_a_save_that_ends_after_another_plan_is_shown_is_no_bug(window, plan) -> None:
    planning, other = second_plan(window, plan)
    edit(plan, "หนึ่ง")
    plan.editor.save()
    edit(plan, "สอง")
    plan.chooser.setCurrentIndex(0)
    plan.chooser.activated.emit(0)
    settle(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(window)
    assert plan.editor.draft.id == other
    assert planning.load(1).projects[0].title == "สอง"


def test_the_cell_one_stands_in_stays_when_something_else_is_stored(window, plan) -> None:
    table = plan.tabs.projects.grid.table
    table.choose_row(4, FIRST_YEAR + 1)
    curriculum = window.desk.services.curriculum
    window.desk.change(window, lambda: curriculum.save_fund(FundSource(0, "แหล่งใหม่")))
    settle(window)
    page(window, "courses")
    page(window, "plan")
    table = plan.tabs.projects.grid.table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (4, FIRST_YEAR + 1)
