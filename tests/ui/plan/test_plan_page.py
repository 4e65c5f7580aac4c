from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from announcing import keep_the_promise
from hrdesk.domain.coverage import Coverage
from hrdesk.domain.passage_words import in_words
from hrdesk.domain.plan import YearBudget
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.reach import uncovered_positions
from hrdesk.domain.terms import CommitteeRole
from hrdesk.services.plan.life import Step
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from hrdesk.ui.plan.tabs import COVERAGE, LIFE_TAB
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text


@pytest.fixture
def plan(window):
    return page(window, "plan")


def stored(window):
    planning = window.desk.services.planning
    return planning.load(planning.plans()[0].id)


def saved(window, plan):
    plan.editor.save()
    settle(window)
    return stored(window)


def test_the_grid_shows_the_plan_with_its_totals_in_words(window, plan) -> None:
    grid = plan.tabs.projects.grid
    QAbstractItemModelTester(grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    draft = stored(window)
    assert texts(grid.table, 1) == [p.title for p in draft.projects]
    assert texts(grid.total, FIRST_YEAR) == ["400,000"]
    assert "หนึ่งล้านสองแสนบาทถ้วน" in grid.words.text()


def test_typing_over_a_budget_changes_totals_and_words_and_is_undone(window, plan) -> None:
    grid = plan.tabs.projects.grid
    grid.table.choose_row(0, FIRST_YEAR)
    grid.table.setFocus()
    type_text(grid.table, "๓")
    editor = grid.table.indexWidget(grid.table.currentIndex()) or grid.table.viewport().focusWidget()
    type_text(editor, "๐,๐๐๐")
    press(editor, Qt.Key.Key_Return)
    assert texts(grid.total, FIRST_YEAR) == ["410,000"]
    assert "1,210,000 บาท (หนึ่งล้านสองแสนหนึ่งหมื่นบาทถ้วน)" in grid.words.text()
    first = saved(window, plan).projects[0]
    assert first.budget(first.years[0]) == 30_000_00
    press(grid.table, Qt.Key.Key_Z, CTRL)
    assert texts(grid.total, FIRST_YEAR) == ["400,000"]
    assert saved(window, plan).total == 1_200_000_00
    press(grid.table, Qt.Key.Key_Y, CTRL)
    assert saved(window, plan).total == 1_210_000_00


def test_what_is_no_amount_is_refused_in_words(plan) -> None:
    model = plan.tabs.projects.grid.model
    assert not model.setData(model.index(0, FIRST_YEAR), "สองหมื่น")
    assert "ไม่ใช่จำนวนเงิน" in plan.tabs.projects.grid.wrong.text()
    assert plan.editor.draft.total == 1_200_000_00


def test_a_block_from_a_sheet_is_pasted_and_copied(window, plan) -> None:
    grid = plan.tabs.projects.grid
    grid.table.choose_row(0, FIRST_YEAR)
    QGuiApplication.clipboard().setText("1,000\t2,000\t-\n3000\t\t4000\n")
    press(grid.table, Qt.Key.Key_V, CTRL)
    first, second = saved(window, plan).projects[:2]
    assert [b.amount for b in first.budgets] == [1_000_00, 2_000_00]
    assert [b.amount for b in second.budgets] == [3_000_00, 4_000_00]
    assert len(second.years) == 2
    press(grid.table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1,000"


def test_filling_down_asks_before_it_overwrites(window, plan, boxes) -> None:
    grid = plan.tabs.projects.grid
    grid.table.choose_row(0, FIRST_YEAR)
    boxes.answers = ["เติมลงล่าง"]
    press(grid.table, Qt.Key.Key_D, CTRL)
    draft = saved(window, plan)
    assert {p.budget(draft.period.first) for p in draft.projects} == {20_000_00}
    assert "โครงการจะเปลี่ยนเป็น 20,000 บาท" in boxes.seen[0]


def test_the_source_of_each_years_money_is_seen_changed_and_undone(window, plan) -> None:
    section, before = plan.tabs.projects, plan.editor.draft
    place, project = next((n, p) for n, p in enumerate(before.projects) if len(p.budgets) > 1)
    year = project.budgets[-1].year
    section.grid.table.choose_row(place, FIRST_YEAR)
    section.edit()
    dialog = modal()
    dialog.tabs.setCurrentWidget(dialog.funds.parentWidget())
    assert [box.currentData() for box in dialog.funds.boxes] == [budget.fund for budget in project.budgets]
    last = dialog.funds.boxes[-1]
    press(last, Qt.Key.Key_End)
    chosen = last.currentData()
    assert chosen not in (None, project.budgets[-1].fund)
    click(dialog.ok)
    stored = saved(window, plan).projects[place]
    assert [b.fund for b in stored.budgets] == [*(b.fund for b in project.budgets[:-1]), chosen]
    assert stored.total == project.total
    name = next(f.name for f in section.holder.office.catalogue.funds if f.id == chosen)
    cell = section.grid.model.index(place, FIRST_YEAR + year - before.period.first)
    assert name in cell.data(Qt.ItemDataRole.ToolTipRole)
    click(plan.undo_button)
    assert saved(window, plan).projects[place].budgets == project.budgets


def test_add_details_move_and_delete_a_project(window, plan) -> None:
    section = plan.tabs.projects
    click(section.add_button)
    dialog = modal()
    type_text(dialog.title, "โครงการอบรมผู้ที่บรรจุใหม่")
    dialog.lists["targets"].setFocus()
    press(dialog.lists["targets"], Qt.Key.Key_Space)
    click(dialog.ok)
    assert saved(window, plan).projects[-1].title == "โครงการอบรมผู้ที่บรรจุใหม่"
    assert len(saved(window, plan).projects[-1].targets) == 1
    click(section.up_button)
    assert saved(window, plan).projects[-2].title == "โครงการอบรมผู้ที่บรรจุใหม่"
    click(section.delete_button)
    assert "โครงการอบรมผู้ที่บรรจุใหม่" not in [p.title for p in saved(window, plan).projects]
    click(plan.undo_button)
    assert "โครงการอบรมผู้ที่บรรจุใหม่" in [p.title for p in saved(window, plan).projects]


def test_each_problem_has_a_jump_to_its_place(window, plan) -> None:
    problem = next(p for p in plan.editor.problems if p.field.endswith(".budgets"))
    plan._jump(problem)
    row = plan.tabs.projects.grid.table.current_record()
    assert problem in row.problems
    chapter = next((p for p in plan.editor.problems if p.field == "plan.budget_law"), None)
    assert chapter is not None
    plan._jump(chapter)
    assert plan.tabs.facts.isVisible()
    course = next(p for p in plan.editor.problems if p.field.startswith("course:"))
    plan._jump(course)
    settle(window)
    assert window.title.text() == "หลักสูตร"
    assert f"course:{window.pages['courses'].table.current_record().course.id}.law" == course.field


def test_a_figure_left_as_it_was_is_no_edit(window, plan) -> None:
    """Enter keeps two sources apart, and a year running in which there is no money yet; so does a sum pasted as it was."""
    grid = plan.tabs.projects.grid
    holder, first = grid.holder, grid.holder.draft.projects[0]
    year, idle = first.years[:2]
    one, other = (fund.id for fund in holder.office.catalogue.funds[:2])
    holder.set_project(0, replace(first, budgets=(YearBudget(year, 100_00, one), YearBudget(year, 50_00, other))), "สองแหล่ง")
    before, edits = holder.draft, holder.stack.index()
    assert idle in before.projects[0].years
    grid.table.setFocus()
    for column in (FIRST_YEAR, FIRST_YEAR + 1):
        index = grid.model.index(0, column)
        assert grid.model.setData(index, grid.model.data(index, Qt.ItemDataRole.EditRole))
    grid.table.choose_row(0, FIRST_YEAR)
    press(grid.table, Qt.Key.Key_C, CTRL)
    press(grid.table, Qt.Key.Key_V, CTRL)
    assert (holder.draft, holder.stack.index()) == (before, edits)
    grid.table.choose_row(0, FIRST_YEAR + 1)
    press(grid.table, Qt.Key.Key_C, CTRL)
    press(grid.table, Qt.Key.Key_V, CTRL)
    assert not grid.wrong.isVisible(), "what was copied can be pasted"
    assert idle not in holder.draft.projects[0].years, "but a blank says that it does not run"


def test_a_changed_sum_of_two_sources_is_told_and_settled_in_the_dialog(window, plan) -> None:
    grid = plan.tabs.projects.grid
    holder, first = grid.holder, grid.holder.draft.projects[0]
    year = first.years[0]
    one, other = (fund.id for fund in holder.office.catalogue.funds[:2])
    shared = (YearBudget(year, 100_00, one), YearBudget(year, 50_00, other))
    holder.set_project(0, replace(first, budgets=shared), "สองแหล่ง")
    grid.model.setData(grid.model.index(0, FIRST_YEAR), "300")
    assert [(b.fund, b.amount) for b in holder.draft.projects[0].budgets] == [(one, 200_00), (other, 100_00)]
    assert "มาจากหลายแหล่ง จึงแบ่งตามสัดส่วนเดิม" in grid.wrong.text()
    assert grid.wrong.isVisible()
    plan.tabs.projects.grid.table.choose_row(0, FIRST_YEAR)
    plan.tabs.projects.edit()
    settle(window)
    dialog = modal()
    dialog.funds.amounts[1].setText("x")
    dialog.accept()
    assert (dialog.isVisible(), dialog.tabs.currentIndex()) == (True, 1), "what cannot be read is not thrown away"
    dialog.funds.amounts[1].setText("50")
    dialog.accept()
    settle(window)
    assert [(b.fund, b.amount) for b in saved(window, plan).projects[0].budgets] == [(one, 200_00), (other, 50_00)]
    grid.model.setData(grid.model.index(1, FIRST_YEAR), "7,000")
    assert not grid.wrong.isVisible(), "one source needs no word"


def test_the_wrong_name_of_the_budget_law_is_mended_by_one_click(window, plan) -> None:
    before = len(plan.editor.problems)
    plan.tabs.setCurrentIndex(1)
    click(plan.tabs.facts.fix_law)
    assert saved(window, plan).budget_law == "เทศบัญญัติ"
    assert len(plan.editor.problems) < before


def test_a_chapter_is_edited_and_put_back(window, plan) -> None:
    plan.tabs.setCurrentIndex(2)
    chapters = plan.tabs.chapters
    chapters.show_chapter("preface")
    chapters.text.selectAll()
    type_text(chapters.text, "คำนำของเราเอง")
    plan.tabs.commit()
    assert saved(window, plan).chapters == {"preface": "คำนำของเราเอง"}
    assert "แก้ไขแล้ว" in chapters.list.item(0).text()
    click(chapters.restore_button)
    assert saved(window, plan).chapters == {}
    assert chapters.text.toPlainText() == in_words(plan.editor.standard_texts["preface"])


def test_what_a_chapter_takes_from_the_data_is_typed_in_thai_and_printed(window, plan) -> None:
    plan.tabs.setCurrentIndex(2)
    chapters = plan.tabs.chapters
    chapters.show_chapter("preface")
    chapters.text.selectAll()
    type_text(chapters.text, "แผนของ{ชื่อหน่วยงาน}")
    plan.tabs.commit()
    assert saved(window, plan).chapters == {"preface": "แผนของ{organization}"}
    assert chapters.text.toPlainText() == "แผนของ{ชื่อหน่วยงาน}"
    type_text(chapters.text, " {ไม่มีช่องนี้}")
    plan.tabs.commit()
    assert "{ไม่มีช่องนี้}" in saved(window, plan).chapters["preface"]
    found = window.desk.services.planning.problems_of(stored(window))
    assert plan.editor.problems == found  # the page, the first page and a print say the same
    assert [one.text for one in found if one.code == "chapter.unknown-field"] == [
        "ไม่รู้จักช่องข้อมูล {ไม่มีช่องนี้} ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบออกจากข้อความ"
    ]


def test_a_committee_member_is_added_and_deleted(window, plan) -> None:
    plan.tabs.setCurrentIndex(3)
    click(plan.tabs.planning.add_button)
    dialog = modal()
    type_text(dialog.position, "นายกเทศมนตรี")
    dialog.role.setCurrentIndex(0)
    click(dialog.ok)
    assert any(m.role is CommitteeRole.CHAIR and m.position == "นายกเทศมนตรี" for m in saved(window, plan).committee)
    press(plan.tabs.planning.table, Qt.Key.Key_Delete)
    assert not plan.tabs.planning.items()


def advance(window, *stages):
    """Without the window, by the service; the page shown afterwards is new."""
    if PlanStatus.COMMITTEE in stages:
        keep_the_promise(window.desk.services)
    shown = page(window, "plan")
    for status in stages:
        window.desk.services.plan_life.advance(shown.editor.draft.id, Step(status, date(2020, 9, 1), note="แก้ครั้งหน้า"))
    shown.refresh()
    settle(window)
    return shown


def test_a_stage_is_recorded_with_its_day_and_paper(window, plan) -> None:
    assert plan.next_button.text() == "เสนอคณะกรรมการ…"
    click(plan.next_button)
    dialog = modal()
    settle(window)
    assert dialog.number.hint.startswith("เลขถัดไปคือ 1")
    retype(dialog.day.edit, "10/5/2563")
    retype(dialog.number, "๑๕")
    click(dialog.save_button)
    settle(window)
    assert stored(window).status is PlanStatus.COMMITTEE
    assert texts(plan.tabs.life.events, 0) == ["10 พ.ค. 2563"]
    assert texts(plan.tabs.life.events, 2) == ["คำสั่ง 15/2563"]


def test_announcing_says_what_is_still_wrong_and_freezes(window, plan) -> None:
    plan = advance(window, PlanStatus.COMMITTEE, PlanStatus.MAYOR, PlanStatus.PROVINCE)
    click(plan.next_button)
    dialog = modal()
    assert "ยังมีข้อที่ต้องแก้" in dialog.warning.text()
    retype(dialog.day.edit, "1/10/2563")
    click(dialog.save_button)
    settle(window)
    assert "กรอกเหตุผลที่ประกาศใช้ทั้งที่ยังไม่แก้" in dialog.form._wrong["note"].text()
    assert stored(window).status is PlanStatus.PROVINCE
    type_text(dialog.note, "ก.ท.จ. เห็นชอบแล้ว")
    click(dialog.save_button)
    settle(window)
    assert stored(window).status is PlanStatus.ANNOUNCED
    assert not plan.tabs.projects.add_button.isEnabled()
    model = plan.tabs.projects.grid.model
    assert not model.flags(model.index(0, FIRST_YEAR)) & Qt.ItemFlag.ItemIsEditable
    assert texts(plan.tabs.life.editions, 0) == ["ฉบับประกาศใช้"]


def test_a_revision_is_compared_and_given_up(window, boxes) -> None:
    way = (PlanStatus.COMMITTEE, PlanStatus.MAYOR, PlanStatus.PROVINCE, PlanStatus.ANNOUNCED)
    plan = advance(window, *way)
    services = window.desk.services
    services.plan_life.advance(1, Step(PlanStatus.REVISING, date(2021, 1, 5), note="ยกเลิกโครงการ"))
    plan.refresh()
    settle(window)
    gone = plan.editor.draft.projects[0].title
    plan.tabs.projects.grid.table.choose_row(0)
    click(plan.tabs.projects.delete_button)
    plan.editor.save()
    settle(window)
    plan.tabs.setCurrentIndex(LIFE_TAB)
    click(plan.tabs.life.compare_button)
    settle(window)
    dialog = modal()
    assert (texts(dialog.lines, 0), texts(dialog.lines, 1)) == (["ยกเลิก"], [gone])
    assert "ยกเลิก 1" in dialog.counts.text()
    click(dialog.close_button)
    boxes.answers = ["ยกเลิกการแก้ไข"]
    click(plan.tabs.life.give_up_button)
    settle(window)
    assert stored(window).status is PlanStatus.ANNOUNCED
    assert stored(window).projects[0].title == gone


def test_delete_the_plan_and_undo(window, plan, boxes) -> None:
    boxes.answers = ["ลบแผนนี้"]
    click(plan.delete_button)
    settle(window)
    assert window.desk.services.planning.plans() == ()
    assert plan._either.currentIndex() == 1
    assert "11 โครงการ" in boxes.seen[0]
    click(plan.undo.undo_button)
    settle(window)
    assert stored(window).total == 1_200_000_00
    assert len(stored(window).committee) == len(plan.editor.draft.committee)
    assert plan._either.currentIndex() == 0


def test_closing_a_plan_tells_what_follows(window) -> None:
    plan = advance(window, PlanStatus.COMMITTEE, PlanStatus.MAYOR, PlanStatus.PROVINCE, PlanStatus.ANNOUNCED)
    assert plan.next_button.text() == "สิ้นสุดแผน…"
    click(plan.next_button)
    dialog = modal()
    assert "จะกลับไปเป็นแผนที่ประกาศใช้อยู่ไม่ได้อีก" in dialog.warning.text()
    dialog.reject()
    assert stored(window).status is PlanStatus.ANNOUNCED
    plan = advance(window, PlanStatus.CLOSED)
    assert plan.next_button.isHidden()


def test_each_problem_is_led_by_its_place(plan) -> None:
    from hrdesk.ui.kit.widgets import OneLine

    lines = [one.full for one in plan.tabs.problems.list.findChildren(OneLine)]
    assert lines[::2] == [problem.place for problem in plan.editor.problems]
    assert lines[1::2] == [problem.text for problem in plan.editor.problems]
    assert len(set(zip(lines[::2], lines[1::2], strict=True))) == len(plan.editor.problems)
    named = [one for one in plan.tabs.problems.list.findChildren(OneLine) if one.text() != one.full]
    assert named
    assert all(one.toolTip() == one.full for one in named)


def quick(plan, text):
    """The links of the panel with this word."""
    return [b for b in plan.tabs.problems.list.findChildren(QPushButton) if b.text() == text and not b.isHidden()]


def test_a_problem_is_mended_from_the_list(window, plan) -> None:
    before = len(plan.editor.problems)
    click(quick(plan, "แก้เป็น “เทศบัญญัติ”")[0])
    assert saved(window, plan).budget_law == "เทศบัญญัติ"
    assert len(plan.editor.problems) < before
    click(plan.undo_button)
    assert len(plan.editor.problems) == before


def test_a_warning_is_accepted_with_its_reason_and_asked_about_again(window, plan) -> None:
    before = len(plan.editor.problems)
    click(quick(plan, "ยอมรับ…")[0])
    dialog = modal()
    click(dialog.ok)
    assert "เหตุผล" in dialog.wrong.text()
    type_text(dialog.reason, "ก.ท.จ. ยังใช้ชื่อเดิม")
    click(dialog.ok)
    (accepted,) = saved(window, plan).accepted
    assert accepted.reason == "ก.ท.จ. ยังใช้ชื่อเดิม"
    assert len(plan.editor.problems) == before - 1
    click(plan.tabs.problems.accepted_button)
    dialog = modal()
    click(dialog.again_button)
    click(dialog.close_button)
    assert len(plan.editor.problems) == before
    assert saved(window, plan).accepted == ()


def test_the_matrix_counts_posts_and_people(window, plan) -> None:
    plan.tabs.setCurrentIndex(COVERAGE)
    section = plan.tabs.coverage
    QAbstractItemModelTester(section.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    office = plan.editor.office
    missing = len(uncovered_positions(plan.editor.draft, office))
    settle(window)
    assert section.model.rowCount() == len(office.positions)
    assert f"ยังขาด {missing} ตำแหน่ง" in section.verdict.text()
    assert texts(section.table, 0).count("ขาด") == missing > 0
    click(section.missing_only)
    settle(window)
    assert section.model.rowCount() == missing
    click(section.missing_only)
    section.view.setCurrentIndex(1)
    section.refresh()
    settle(window)
    assert section.model.rowCount() == sum(bool(p.holder) for p in office.positions)
    head = section.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert head.startswith("(1) ")


def test_of_hurried_choices_the_matrix_shows_the_last_and_no_other(window, plan) -> None:
    plan.tabs.setCurrentIndex(COVERAGE)
    settle(window)
    section, years = plan.tabs.coverage, plan.editor.draft.period.years
    shown = []
    section.model.modelReset.connect(lambda: shown.append(section.model.rowCount()))
    for view, year in (("people", None), ("posts", years[0].be), ("people", years[1].be)):
        choose(section.view, view)
        choose(section.year, year)
        section.view.activated.emit(section.view.currentIndex())
    settle(window)
    expected = Coverage(plan.editor.office, plan.editor.draft, years[1].be)
    assert shown == [len(expected.people)]
    assert [row.courses for row in section.model.rows] == [row.courses for row in expected.people]
    without = len(expected.people_without_course)
    assert f"{len(expected.people) - without:,} คน" in section.verdict.text()
