"""Courses and laws edited in depth: what is refused, what is undone, what others see of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hrdesk.domain.subject import Subject
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

LAWS = 5  # the row of the laws beside the groups


def catalogue(window):
    return window.desk.services.curriculum.catalogue()


def course(window, title):
    return next((one for one in catalogue(window).courses if one.title == title), None)


def laws_of(window):
    courses = page(window, "courses")
    courses.groups.setCurrentRow(LAWS)
    return courses


def test_a_course_without_a_title_is_refused_beside_the_field_and_nothing_is_lost(window) -> None:
    courses = page(window, "courses")
    before = catalogue(window).courses
    click(courses.add_button)
    dialog = modal()
    type_text(dialog.objective, "รู้และใช้เป็น")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert dialog.title.property("invalid")
    assert dialog.form._wrong["title"].text()
    assert dialog.save_button.isEnabled()
    assert dialog.objective.toPlainText() == "รู้และใช้เป็น"
    assert catalogue(window).courses == before
    type_text(dialog.title, "  การเขียน  หนังสือราชการ ")
    press(dialog.title, Qt.Key.Key_S, CTRL)
    settle(window)
    added = course(window, "การเขียน หนังสือราชการ")
    assert added is not None, "spaces around and doubled are dropped"
    assert window.desk.services.curriculum.course_details()[added.id].objective == "รู้และใช้เป็น"


def test_leaving_the_dialog_keeps_the_course_as_it_was(window) -> None:
    courses = page(window, "courses")
    courses.table.choose_row(0, 1)
    press(courses.table, Qt.Key.Key_F2)
    dialog = modal()
    before = catalogue(window).courses
    retype(dialog.title, "ชื่ออื่น")
    click(dialog.cancel_button)
    settle(window)
    assert catalogue(window).courses == before
    assert "ชื่ออื่น" not in texts(courses.table, 1)


def test_a_course_moves_to_another_group_and_is_shown_there(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(0)
    courses.table.choose_row(0, 1)
    moved = courses.table.current_record().course
    count = len(texts(courses.table, 1))
    press(courses.table, Qt.Key.Key_Return)
    dialog = modal()
    dialog.group.setCurrentIndex(3)
    click(dialog.save_button)
    settle(window)
    assert len(texts(courses.table, 1)) == count - 1
    assert moved.title not in texts(courses.table, 1)
    courses.groups.setCurrentRow(3)
    assert moved.title in texts(courses.table, 1)
    assert course(window, moved.title).id == moved.id


def test_rows_of_the_staffing_frame_are_not_courses(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(2)
    courses.table.choose_row(0, 1)
    assert not courses.edit_button.isEnabled()
    assert not courses.delete_button.isEnabled()
    before = catalogue(window).courses
    press(courses.table, Qt.Key.Key_Delete)
    press(courses.table, Qt.Key.Key_F2)
    settle(window)
    assert catalogue(window).courses == before
    assert "กรอบอัตรากำลัง" in courses.note.text()


def test_a_law_given_a_successor_marks_the_courses_that_cite_it(window) -> None:
    courses = laws_of(window)
    cited = {one.law for one in catalogue(window).courses}
    law = next(one for one in catalogue(window).laws if one.id in cited and not one.replaced_by)
    courses.laws.choose_where(lambda one: one.id == law.id)
    click(courses.edit_button)
    type_text(modal().replaced, "พ.ร.บ. ฉบับใหม่")
    click(modal().save_button)
    settle(window)
    citing = next(one for one in catalogue(window).courses if one.law == law.id)
    courses.show_place(f"course:{citing.id}.law")
    assert courses.table.current_record().course.id == citing.id
    assert texts(courses.table, 2)[courses.table.currentIndex().row()] == "ยกเลิกแล้ว"
    courses = laws_of(window)
    courses.laws.choose_where(lambda one: one.id == law.id)
    click(courses.edit_button)
    retype(modal().replaced, "")
    press(modal().replaced, Qt.Key.Key_Backspace)
    click(modal().save_button)
    settle(window)
    assert not next(one for one in catalogue(window).laws if one.id == law.id).replaced_by


def test_a_law_is_added_deleted_by_keyboard_and_brought_back(window) -> None:
    courses = laws_of(window)
    count = len(catalogue(window).laws)
    press(courses.laws, Qt.Key.Key_N, CTRL)
    type_text(modal().title, "ระเบียบว่าด้วยการทดสอบ")
    press(modal().title, Qt.Key.Key_S, CTRL)
    settle(window)
    assert len(catalogue(window).laws) == count + 1
    assert courses.laws.choose_where(lambda one: one.title == "ระเบียบว่าด้วยการทดสอบ")
    press(courses.laws, Qt.Key.Key_Delete)
    settle(window)
    assert len(catalogue(window).laws) == count
    assert "ระเบียบว่าด้วยการทดสอบ" in courses.undo._text.text()
    click(courses.undo.undo_button)
    settle(window)
    assert "ระเบียบว่าด้วยการทดสอบ" in texts(courses.laws, 0)


def test_a_law_that_courses_cite_is_kept_and_says_why(window, boxes) -> None:
    courses = laws_of(window)
    cited = {one.law for one in catalogue(window).courses}
    assert courses.laws.choose_where(lambda one: one.id in cited)
    before = catalogue(window).laws
    boxes.answers = ["ตกลง"]
    click(courses.delete_button)
    settle(window)
    assert boxes.seen
    assert catalogue(window).laws == before


def test_a_law_without_a_title_is_refused(window) -> None:
    courses = laws_of(window)
    before = catalogue(window).laws
    click(courses.add_button)
    dialog = modal()
    type_text(dialog.replaced, "อื่น")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert dialog.title.property("invalid")
    assert catalogue(window).laws == before
    dialog.reject()


def test_courses_cite_the_law_in_force_at_one_press_and_back(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(1)
    old = "พระราชบัญญัติภาษีโรงเรือนและที่ดิน พุทธศักราช 2475"
    assert courses.table.choose_where(lambda row: row.title == old, 1)
    assert "ปัจจุบันใช้ พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562" in courses.facts.law.text().replace("\u200b", "")
    stale = courses.facts.mend_all_button.text()
    click(courses.facts.mend_button)
    settle(window)
    assert course(window, old) is None
    assert course(window, "พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562") is not None
    assert courses.facts.mend_all_button.text() != stale, "one less"
    click(courses.undo.undo_button)
    settle(window)
    assert course(window, old) is not None
    click(courses.facts.mend_all_button)
    settle(window)
    replaced = {law.id for law in catalogue(window).laws if law.replaced_by}
    assert not [one for one in catalogue(window).courses if one.law in replaced]
    problems = window.desk.services.planning.problems(1)
    assert not [problem for problem in problems if problem.code == "course.replaced-law"]
    assert not courses.facts.mend_all_button.isVisible()


def test_the_successor_is_found_by_any_part_of_its_title(window) -> None:
    courses = laws_of(window)
    courses.laws.choose_where(lambda law: law.title.endswith("2510"))
    law = courses.laws.current_record()
    press(courses.laws, Qt.Key.Key_F2)
    dialog = modal()
    dialog.replaced.setFocus()
    type_text(dialog.replaced, "ดินและสิ่งปลูก")
    popup = dialog.replaced.completer().popup()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert dialog.replaced.text() == "พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562"
    assert "ในปุ่มเดียว" in dialog.hint.text().replace("\u200b", "")
    count = len(catalogue(window).laws)
    click(dialog.save_button)
    settle(window)
    laws = {one.id: one for one in catalogue(window).laws}
    assert laws[laws[law.id].replaced_by].title.endswith("2562")
    assert len(laws) == count, "no law was added"


def test_a_group_is_renamed_and_the_book_says_so(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(3)
    click(courses.rename_button)
    dialog = modal()
    dialog.name.selectAll()
    type_text(dialog.name, "หลักสูตรผู้บริหารท้องถิ่น")
    click(dialog.save_button)
    settle(window)
    assert courses.heading.text().replace("\u200b", "").startswith("4.4 หลักสูตรผู้บริหารท้องถิ่น")
    assert "หลักสูตรผู้บริหารท้องถิ่น" in repr(window.desk.services.forms.document("plan-book", Subject(plan=1)))


def test_what_the_course_is_for_stands_below_the_list(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(1)
    courses.table.choose_row(0, 1)
    press(courses.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    type_text(dialog.objective, "ปฏิบัติได้ถูกต้อง")
    press(dialog.targets, Qt.Key.Key_Space)
    press(dialog.served, Qt.Key.Key_Space)
    press(dialog.served, Qt.Key.Key_S, CTRL)
    settle(window)
    told = courses.facts.rest.text().replace("\u200b", "")
    target = catalogue(window).targets[0].name
    assert f"กลุ่มเป้าหมาย: {target}" in told
    assert "สมรรถนะที่ตอบสนอง: " in told
    assert "วัตถุประสงค์: ปฏิบัติได้ถูกต้อง" in told
