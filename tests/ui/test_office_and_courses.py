from __future__ import annotations

from PySide6.QtCore import Qt

from hrdesk.domain.terms import OrganizationKind
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

UNITS = 2  # the tab


def test_the_office_is_saved_with_a_dirty_mark(window) -> None:
    office = page(window, "office")
    assert not office.save_button.isEnabled()
    retype(office.texts["district"], "แม่ริม")
    assert "ยังไม่ได้บันทึก" in office.state.text()
    press(office.texts["district"], Qt.Key.Key_S, CTRL)
    settle(window)
    assert window.desk.services.register.organization().district == "แม่ริม"
    assert not office.dirty


def test_another_kind_of_office_shows_its_words_and_the_window_follows(window) -> None:
    office = page(window, "office")
    office.kind.setCurrentIndex(list(OrganizationKind).index(OrganizationKind.SAO))
    office.form.changed.emit()
    assert "พนักงานส่วนตำบล" in office.words.text()
    assert "แผนที่ประกาศใช้แล้ว" in office.words.text().replace("\u200b", "")
    click(office.save_button)
    settle(window)
    assert "แผนที่ประกาศใช้แล้ว" not in office.words.text().replace("\u200b", "")
    assert "ปลัดองค์การบริหารส่วนตำบล" in [p.title.partition(" (")[0] for p in window.desk.services.register.office().positions]
    assert window._office.text().startswith("องค์การบริหารส่วนตำบล")


def test_unsaved_work_is_asked_about_before_leaving(window, boxes) -> None:
    office = page(window, "office")
    retype(office.texts["district"], "แม่ริม")
    boxes.answers = ["ยกเลิก", "ไปต่อโดยไม่บันทึก"]
    window.menu.setCurrentRow(0)
    assert window.title.text() == "หน่วยงาน"
    assert window.menu.currentRow() == 1
    window.menu.setCurrentRow(0)
    settle(window)
    assert window.title.text() == "หน้าหลัก"


def test_units_are_added_renamed_and_deleted_with_undo(window) -> None:
    office = page(window, "office")
    office.tabs.setCurrentIndex(UNITS)
    register = window.desk.services.register
    before = len(register.units())
    click(office.tree.add_top)
    settle(window)
    editor = office.tree.tree.viewport().focusWidget()
    retype(editor, "กองการศึกษาใหม่")
    press(editor, Qt.Key.Key_Return)
    settle(window)
    assert "กองการศึกษาใหม่" in [unit.name for unit in register.units()]
    click(office.tree.remove)
    settle(window)
    assert len(register.units()) == before
    click(office.tree.undo.undo_button)
    settle(window)
    assert "กองการศึกษาใหม่" in [unit.name for unit in register.units()]


def test_a_unit_in_use_is_kept_and_the_reason_told(window, boxes) -> None:
    office = page(window, "office")
    office.tabs.setCurrentIndex(UNITS)
    tree = office.tree.tree
    tree.setCurrentItem(tree.topLevelItem(0))
    boxes.answers = ["ตกลง"]
    before = window.desk.services.register.units()
    click(office.tree.remove)
    settle(window)
    assert boxes.seen
    assert window.desk.services.register.units() == before


def test_courses_by_group_with_the_repealed_laws_marked(window) -> None:
    courses = page(window, "courses")
    assert courses.groups.count() == 6
    courses.groups.setCurrentRow(1)
    assert "ยกเลิกแล้ว" in texts(courses.table, 2)
    courses.groups.setCurrentRow(2)
    lines = window.desk.services.register.office().lines_in_use()
    assert texts(courses.table, 1)[: len(lines)] == list(lines)


def test_a_course_is_added_edited_deleted_and_brought_back(window) -> None:
    courses = page(window, "courses")
    catalogue = window.desk.services.curriculum.catalogue
    courses.groups.setFocus()
    click(courses.add_button)
    type_text(modal().title, "กฎหมายว่าด้วยข้อมูลส่วนบุคคล")
    click(modal().save_button)
    settle(window)
    assert courses.table.choose_where(lambda r: r.title == "กฎหมายว่าด้วยข้อมูลส่วนบุคคล", 1)
    click(courses.edit_button)
    dialog = modal()
    dialog.title.selectAll()
    type_text(dialog.title, "กฎหมายคุ้มครองข้อมูลส่วนบุคคล")
    click(dialog.save_button)
    settle(window)
    titles = [c.title for c in catalogue().courses]
    assert "กฎหมายคุ้มครองข้อมูลส่วนบุคคล" in titles
    courses.table.choose_where(lambda r: r.title == "กฎหมายคุ้มครองข้อมูลส่วนบุคคล", 1)
    click(courses.delete_button)
    settle(window)
    assert "กฎหมายคุ้มครองข้อมูลส่วนบุคคล" not in [c.title for c in catalogue().courses]
    click(courses.undo.undo_button)
    settle(window)
    assert "กฎหมายคุ้มครองข้อมูลส่วนบุคคล" in [c.title for c in catalogue().courses]


def test_a_law_is_marked_replaced(window) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(5)
    row = next(i for i, state in enumerate(texts(courses.laws, 1)) if state == "ใช้บังคับ")
    courses.laws.choose_row(row)
    law = courses.laws.current_record()
    courses.laws.setFocus()
    press(courses.laws, Qt.Key.Key_Return)
    type_text(modal().replaced, "กฎหมายฉบับใหม่")
    click(modal().save_button)
    settle(window)
    laws = {one.id: one for one in window.desk.services.curriculum.catalogue().laws}
    assert laws[laws[law.id].replaced_by].title == "กฎหมายฉบับใหม่"
