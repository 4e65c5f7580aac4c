from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog

from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from ui.window_support import CTRL, click, click_cell, modal, page, press, retype, settle, texts, type_text


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
    for _ in range(2):  # needs, courses
        click(wizard.next_button)
        settle(window)
    assert wizard.page().courses.loaded
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
    before = budget.preview.data
    budget.shown.setCurrentIndex(1)  # the other table of the same projects
    budget.shown.activated.emit(1)
    settle(window)
    assert budget.preview.data != before
    budget.table.choose_row(0, FIRST_YEAR)
    type_text(budget.table, "5")
    editor = budget.table.viewport().focusWidget()
    type_text(editor, "0000")
    press(editor, Qt.Key.Key_Return)
    assert wizard.holder.draft.projects[0].budget(first) == 50_000_00
    for _ in range(5):
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
    assert window.desk.services.reading.wizard() is None
    assert window.pages["plan"].editor.draft.id == made[0].id


def test_the_next_plan_in_few_actions(window) -> None:
    wizard = open_wizard(window)
    actions = 1
    assert wizard.holder.draft.period.first == 2567
    while wizard.next_button.text() != "สร้างแผน":
        if wizard.page().key == "confirm":
            click(wizard.page().all_button)  # confirms all that was copied, and goes on
        else:
            press(wizard, Qt.Key.Key_Return, CTRL)
        actions += 1
        settle(window)
    press(wizard, Qt.Key.Key_Return, CTRL)
    settle(window)
    print(f"actions: {actions + 1}")
    assert actions + 1 <= 12
    newest = plans(window)[0]
    assert (newest.period.first, newest.period.last) == (2567, 2569)
    assert newest.total == plans(window)[1].total


def test_an_unfinished_plan_is_resumed_from_the_first_page(window) -> None:
    wizard = open_wizard(window)
    wizard.holder.set_budgets({(0, 2567): 77_000_00})
    wizard.go(5)
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
    assert wizard.page().key == "confirm"
    assert wizard._mark(0, [])[0] == "check"
    assert wizard._mark(1, [])[0] == "now"
    assert wizard._mark(5, [])[0] == "open"
    wizard.reject()
    settle(window)


def test_a_tick_is_a_click(window) -> None:
    wizard = open_wizard(window)
    wizard.go(4)
    table, before = wizard.page().table, len(wizard.holder.draft.projects)
    last = table.model().rowCount() - 1
    click_cell(table, last, 0)
    press(table, Qt.Key.Key_Space)
    assert len(wizard.holder.draft.projects) == before + 1
    wizard.reject()
    settle(window)


def step(wizard, key):
    """The page of that key, shown."""
    wizard.go([one.key for one in wizard.pages].index(key))
    settle(wizard.desk_window)
    return wizard.page()


def test_needs_are_pasted_and_told_apart_by_what_answers_them(window) -> None:
    wizard = open_wizard(window)
    wizard.desk_window = window
    draft = wizard.holder.draft
    courses = {course.id: course.title for course in wizard.holder.office.catalogue.courses}
    used = courses[next(key for project in draft.projects for key in project.courses)]
    needs = step(wizard, "needs").section
    assert "ยังไม่มีผลสำรวจ" in needs.told.text()
    QGuiApplication.clipboard().setText(f"{used}\t12\nหัวข้อใหม่\t30\nบรรทัดเสีย\n")
    click(needs.paste_button)
    settle(window)
    assert [(t.topic, t.people) for t in needs.table.rows.rows] == [("หัวข้อใหม่", 30), (used, 12)]
    assert texts(needs.table, 4) == ["ยังไม่มี", "มีแล้ว"]
    assert len(window.desk.services.needs.needs(draft.period.first)) == 2
    wizard.reject()
    settle(window)


def test_needs_come_from_a_file_and_a_topic_is_mended(window, tmp_path, monkeypatch) -> None:
    wizard = open_wizard(window)
    wizard.desk_window = window
    units = wizard.holder.office.units
    needs = step(wizard, "needs").section
    assert not needs.edit_button.isEnabled(), "nothing to mend"
    path = tmp_path / "survey.csv"
    path.write_text(f"หัวข้อ,จำนวนคน,ส่วนราชการ\nภาษา,5,{units[0].name}\nภาษา,4,{units[1].name}\nอื่น,1,", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(needs.file_button)
    settle(window)
    assert [(t.topic, t.people, t.units) for t in needs.table.rows.rows] == [("ภาษา", 9, 2), ("อื่น", 1, 1)]
    assert needs.edit_button.isEnabled()
    press(needs.table, Qt.Key.Key_Return)
    dialog = modal()
    assert [box.accessibleName() for box in dialog.people] == [f"จำนวนคน {unit.name}" for unit in units[:2]]
    retype(dialog.topic, "ภาษาอังกฤษ")
    dialog.people[0].setValue(0)
    press(dialog.people[1], Qt.Key.Key_Up)
    click(dialog.save_button)
    settle(window)
    assert [(t.topic, t.people, t.units) for t in needs.table.rows.rows] == [("ภาษาอังกฤษ", 5, 1), ("อื่น", 1, 1)]
    wizard.reject()
    settle(window)


def test_evaluations_are_ticked_for_one_project_or_all_and_chapters_edited(window) -> None:
    wizard = open_wizard(window)
    wizard.desk_window = window
    page_now = step(wizard, "evaluation")
    page_now.table.choose_row(1)
    page_now.methods.setFocus()
    first = page_now.methods.item(0)
    first.setCheckState(Qt.CheckState.Unchecked if first.checkState() == Qt.CheckState.Checked else Qt.CheckState.Checked)
    changed = wizard.holder.draft.projects[1].evaluations
    assert changed == page_now.methods.chosen()
    click(page_now.all_button)
    assert {project.evaluations for project in wizard.holder.draft.projects} == {changed}
    words = step(wizard, "chapters")
    words.section.show_chapter("preface")
    words.section.text.selectAll()
    type_text(words.section.text, "คำนำของเรา")
    step(wizard, "review")
    assert wizard.holder.draft.chapters["preface"] == "คำนำของเรา"
    wizard.reject()
    settle(window)


def test_what_was_copied_is_ticked_or_changed_before_a_plan_is_made(window) -> None:
    wizard = open_wizard(window)
    wizard.desk_window = window
    confirm = step(wizard, "confirm")
    QAbstractItemModelTester(confirm.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert not confirm.idle
    rows = confirm.model.rowCount()
    assert confirm.table.current_record().key == "law", "the first is a law name"
    assert texts(confirm.table, 1)[0] == "เทศบัญญัติ"
    assert confirm.count.text() == f"รอยืนยัน {rows} จาก {rows} รายการ"
    press(confirm.table, Qt.Key.Key_Space)
    assert texts(confirm.table, 3)[:2] == ["ยืนยันแล้ว", "รอยืนยัน"]
    press(confirm.table, Qt.Key.Key_Down)
    press(confirm.table, Qt.Key.Key_Return)  # to where it is changed
    assert wizard.page().key == "facts"
    facts = wizard.page().facts
    assert facts.clauses.hasFocus()
    retype(facts.clauses, "หมวด 14 ข้อ 300")
    step(wizard, "confirm")
    assert texts(confirm.table, 3)[1] == "แก้แล้ว"
    assert confirm.table.current_record().key not in ("law", "clauses"), "goes on where something is open"
    press(confirm.table, Qt.Key.Key_Space)
    press(confirm.table, Qt.Key.Key_Space)
    assert texts(confirm.table, 3)[2] == "รอยืนยัน", "a tick can be taken back"
    step(wizard, "review")
    assert "ต้องแก้" in wizard.page().verdict.text()
    click(wizard.next_button)  # refused, and led there
    settle(window)
    assert wizard.page() is confirm
    assert len(plans(window)) == 1
    click(confirm.all_button)
    settle(window)
    assert wizard.page().key == "needs"
    assert confirm.count.text() == "ยืนยันครบแล้ว"
    wizard.holder.stack.undo()
    assert confirm.model.left == rows - 2, "undone as one edit"
    wizard.holder.stack.redo()
    step(wizard, "review")
    click(wizard.next_button)
    settle(window)
    made = window.desk.services.planning.load(plans(window)[0].id)
    assert made.committee_announcement_clauses == "หมวด 14 ข้อ 300"
    assert made.copied == {}


def test_what_is_still_to_confirm_survives_closing_the_wizard(window) -> None:
    wizard = open_wizard(window)
    wizard.desk_window = window
    confirm = step(wizard, "confirm")
    press(confirm.table, Qt.Key.Key_Space)
    left = confirm.model.left
    wizard.reject()
    settle(window)
    page(window, "plan").new_plan(resume=True)
    settle(window)
    again = modal()
    assert again.page().key == "confirm"
    assert again.page().model.left == left
    again.reject()
    settle(window)


def test_a_plan_from_nothing_passes_over_the_step(empty_window) -> None:
    wizard = open_wizard(empty_window)
    press(wizard, Qt.Key.Key_Return, CTRL)
    settle(empty_window)
    assert wizard.page().key == "needs"
    click(wizard.back_button)
    assert wizard.page().key == "facts"
    assert wizard.next_button.accessibleName() == "ถัดไป: ความต้องการพัฒนา"
    wizard.reject()
    settle(empty_window)
