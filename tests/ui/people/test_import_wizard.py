"""The import wizard on real lists, by the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from hrdesk.services.register.importing import Policy
from hrdesk.services.staffing.fields import Field
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.people.import_state import Kind
from ui.test_audit import SMALL, cut, nameless
from ui.window_support import CTRL, modal, page, press, retype, save_unlocked, settle, texts, type_text

ENTER = Qt.Key.Key_Return
LIST = """บัญชีบุคลากร
เลขที่ตำแหน่ง\tตำแหน่ง\tระดับ\tสกุลและชื่อ\tวันเกิด
๑๒-๒-๐๔-๒๑๐๒-๐๐๑\tผู้อำนวยการกองคลัง\tต้น\t(ว่าง)\t
12-2-04-3201-001\tนักวิชาการเงินและบัญชี\tชก.\tนางข ใจงาม\t1/1/2567
12-2-04-4201-001\tเจ้าพนักงานการเงินและบัญชี\tชง.\tนายค ขยัน\t1/1/2530
"""


def focus():
    return QApplication.focusWidget()


def pasted(window, text):
    """The wizard opened by its key, with the text pasted by its key."""
    people = page(window, "people")
    press(people.table if people.table.isVisible() else people.filters.text, Qt.Key.Key_I, CTRL)
    settle(window)
    QGuiApplication.clipboard().setText(text)
    wizard = modal()
    press(wizard.source.paste_button, Qt.Key.Key_V, CTRL)
    settle(window)
    return wizard


def test_from_the_clipboard_to_the_register_and_back_without_a_mouse(empty_window) -> None:
    window = empty_window
    wizard = pasted(window, LIST)
    columns = wizard.columns
    assert wizard.current == 1
    assert focus() is columns.table
    assert (columns.top.value(), texts(columns.table, 3)[3]) == (2, "ไม่นำเข้า")
    press(focus(), ENTER, CTRL)
    settle(window)
    assert "ชื่อ-สกุล" in wizard.message.text()  # not yet a staffing list, said in place
    for _ in range(3):
        press(columns.table, Qt.Key.Key_Down)
    press(focus(), ENTER)
    assert focus() is columns.field
    while columns.field.currentData() is not Field.NAME:
        press(focus(), Qt.Key.Key_Down)
    assert texts(columns.table, 3)[3] == "ชื่อ-สกุล"
    press(focus(), ENTER, CTRL)
    settle(window)
    review = wizard.review
    assert wizard.current == 2
    assert texts(review.table, 1) == ["ต้องแก้", "ใหม่", "ใหม่"]
    assert wizard.next_button.text() == "นำเข้า 2 แถว"
    press(review.table, ENTER)  # the wrong cell, in place
    type_text(focus(), "1/1/2531")
    press(focus(), ENTER)
    settle(window)
    assert texts(review.table, 1) == ["ใหม่", "ใหม่", "ใหม่"]
    press(review.table, Qt.Key.Key_Delete)
    assert wizard.next_button.text() == "นำเข้า 2 แถว"
    press(review.table, Qt.Key.Key_Delete)
    press(review.table, ENTER, CTRL)
    settle(window)
    people = page(window, "people")
    register = window.desk.services.register
    assert register.staff_page(StaffQuery()).total == 3
    assert len(window.desk.services.backup.listed()) == 1
    press(people.bar.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert register.staff_page(StaffQuery()).total == 0
    again = pasted(window, LIST)  # the columns are remembered with the import, and the undo keeps them
    assert texts(again.columns.table, 3)[3] == "ชื่อ-สกุล"
    again.reject()


def test_what_is_known_is_updated_kept_or_skipped_and_batches_are_taken_back(window, boxes) -> None:
    row = window.desk.services.register.staff_page(StaffQuery(vacant=False, sort="number")).rows[0]
    said = f"เลขที่ตำแหน่ง\tตำแหน่ง\tชื่อ-สกุล\tวุฒิการศึกษา\n{row.number}\t{row.position_title}\t{row.name}\tศิลปศาสตรบัณฑิต\n"
    wizard = pasted(window, said)
    wizard.forward()
    settle(window)
    assert "→ ศิลปศาสตรบัณฑิต" in texts(wizard.review.table, 4)[0]
    press(wizard.review.policy, Qt.Key.Key_End)
    settle(window)
    assert wizard.state.policy is Policy.SKIP
    assert [one.kind for one in wizard.state.rows] == [Kind.SAME]
    assert not wizard.next_button.isEnabled()
    press(wizard.review.policy, Qt.Key.Key_Home)
    settle(window)
    press(wizard.next_button, ENTER)
    settle(window)
    register = window.desk.services.register
    assert register.person(row.staff_id).education == "ศิลปศาสตรบัณฑิต"
    page(window, "people").open_import()
    settle(window)
    boxes.answers = ["ยกเลิกการนำเข้า"]
    source = modal().source
    press(source.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert register.person(row.staff_id).education != "ศิลปศาสตรบัณฑิต"
    assert texts(source.batches, 3) == ["ยกเลิกแล้ว"]
    assert source.undo_button.text() == source.undo_button.accessibleName() == "นำเข้าที่เลือกอีกครั้ง"
    press(source.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert register.person(row.staff_id).education == "ศิลปศาสตรบัณฑิต"
    assert texts(source.batches, 3) == ["นำเข้าแล้ว"]
    assert "อีกครั้งแล้ว" in modal().message.text()
    boxes.answers = ["ยกเลิกการนำเข้า"]
    press(source.undo_button, Qt.Key.Key_Space)
    settle(window)
    register.save_person(replace(register.person(row.staff_id), note="แก้ภายหลัง"))
    press(source.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert "นำเข้าอีกครั้งไม่ได้" in modal().message.text()
    assert register.person(row.staff_id).note == "แก้ภายหลัง"
    modal().reject()


def test_an_import_goes_back_and_forth_on_the_page_by_its_keys(window) -> None:
    people, register = page(window, "people"), window.desk.services.register
    before = register.staff_page(StaffQuery()).total
    wizard = pasted(window, LIST.replace("สกุลและชื่อ", "ชื่อ-สกุล").replace("1/1/2567", "1/1/2529"))
    for _ in range(2):
        press(wizard.next_button, ENTER)
        settle(window)
    assert register.staff_page(StaffQuery()).total == before + 3
    for key, total in ((Qt.Key.Key_Z, before), (Qt.Key.Key_Y, before + 3), (Qt.Key.Key_Z, before)):
        press(people, key, CTRL)
        settle(window)
        assert register.staff_page(StaffQuery()).total == total
        assert people.model.rowCount() == total


@pytest.fixture
def saving(monkeypatch, tmp_path):
    target = tmp_path / "ออก.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


def test_wrong_rows_and_the_template_go_out_to_excel(window, saving: Path) -> None:
    wizard = pasted(window, LIST.replace("สกุลและชื่อ", "ชื่อ-สกุล"))
    wizard.forward()
    settle(window)
    press(wizard.review.wrong_button, Qt.Key.Key_Space)
    settle(window)
    save_unlocked(window)
    rows = list(openpyxl.load_workbook(saving).active.values)
    assert rows[1][-1] == "สาเหตุ"
    assert "E4" in rows[2][-1]
    wizard.back()
    wizard.back()
    press(wizard.source.template_button, Qt.Key.Key_Space)
    settle(window)
    save_unlocked(window)
    assert "63 แถว" in wizard.message.text() or "60 แถว" in wizard.message.text()
    wizard.read_file(saving)
    settle(window)
    wizard.forward()
    settle(window)
    assert {one.kind for one in wizard.state.rows} == {Kind.SAME}
    wizard.reject()


def test_each_step_is_named_and_fits_the_small_screen(window) -> None:
    wizard = pasted(window, LIST.replace("สกุลและชื่อ", "ชื่อ-สกุล"))
    wizard.resize(*SMALL)
    wizard.check()
    settle(window)
    for number, step in enumerate(wizard.steps):
        wizard.go(number)
        settle(window)
        assert nameless(wizard) == [], step.title
        assert (wizard.width(), wizard.height()) == SMALL, step.title
        assert cut(step) == [], step.title
    wizard.reject()


def test_a_file_that_cannot_be_read_is_said_and_the_wizard_stays(window, tmp_path) -> None:
    page(window, "people").open_import()
    settle(window)
    wizard = modal()
    bad = tmp_path / "เสีย.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    wizard.read_file(bad)
    settle(window)
    assert wizard.current == 0
    assert "เสีย.xlsx" in wizard.message.text()
    wizard.reject()


def test_cancelling_really_cancels(window) -> None:
    rows = "".join(f"9-{n}\tคนงาน\tนาย{'กขคงจ'[n % 5]} ลำดับ{n}\n" for n in range(3000))
    wizard = pasted(window, "เลขที่ตำแหน่ง\tตำแหน่ง\tชื่อ-สกุล\n" + rows)
    wizard.forward()
    settle(window)
    assert wizard.state.counts[Kind.NEW] == 3000
    before = window.desk.services.register.staff_page(StaffQuery()).total
    wizard.do_import()
    assert wizard.progress.isVisible()
    press(wizard.progress.cancel_button, Qt.Key.Key_Space)
    settle(window)
    assert "ไม่ถูกเปลี่ยนแปลง" in wizard.message.text()
    assert window.desk.services.register.staff_page(StaffQuery()).total == before
    assert wizard.next_button.isEnabled()
    wizard.reject()


def known_list(window):
    """Two people of the register with another degree each, and somebody new."""
    register = window.desk.services.register
    rows = register.staff_page(StaffQuery(vacant=False, sort="number")).rows[:2]
    said = [f"{row.number}\t{row.position_title}\t{row.name}\tศิลปศาสตรบัณฑิต" for row in rows]
    head = "เลขที่ตำแหน่ง\tตำแหน่ง\tชื่อ-สกุล\tวุฒิการศึกษา"
    return rows, "\n".join([head, *said, "99-1\tคนงาน\tน.ส.ใหม่ มาเอง\tป.6"]) + "\n"


def test_a_right_row_is_opened_whole_and_mended_by_keys(window, boxes) -> None:
    rows, said = known_list(window)
    wizard = pasted(window, said)
    wizard.forward()
    settle(window)
    review = wizard.review
    assert texts(review.table, 1) == ["เปลี่ยน", "เปลี่ยน", "ใหม่"]
    assert texts(review.table, 3)[2] == "นางสาวใหม่ มาเอง"
    press(review.table, ENTER)
    dialog = modal()
    assert nameless(dialog) == []
    assert [field.accessibleName() for field in dialog.fields] == ["เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล", "วุฒิการศึกษา"]
    press(dialog.fields[0], ENTER)  # goes on
    assert focus() is dialog.fields[1]
    retype(dialog.fields[3], "วิทยาศาสตรดุษฎีบัณฑิต")
    press(dialog.fields[3], Qt.Key.Key_S, CTRL)
    settle(window)
    assert "→ วิทยาศาสตรดุษฎีบัณฑิต" in texts(review.table, 4)[0]
    press(review.table, Qt.Key.Key_Down)
    press(review.table, Qt.Key.Key_E, CTRL)
    retype(modal().fields[2], "คำเดียว")
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(modal(), Qt.Key.Key_Escape)
    settle(window)
    assert texts(review.table, 1) == ["เปลี่ยน", "เปลี่ยน", "ใหม่"], "given up, nothing changed"
    press(review.table, Qt.Key.Key_E, CTRL)
    retype(modal().fields[2], "คำเดียว")
    press(modal().fields[2], Qt.Key.Key_S, CTRL)
    settle(window)
    assert texts(review.table, 1) == ["ต้องแก้", "เปลี่ยน", "ใหม่"]
    assert "C3" in texts(review.table, 4)[0]
    press(review.table, ENTER, CTRL)
    settle(window)
    register = window.desk.services.register
    assert register.person(rows[0].staff_id).education == "วิทยาศาสตรดุษฎีบัณฑิต"
    assert register.person(rows[1].staff_id).education != "ศิลปศาสตรบัณฑิต", "the wrong row was left out"
    (new,) = register.staff_page(StaffQuery(text="ใหม่ มาเอง")).rows
    assert new.name == "นางสาวใหม่ มาเอง"


def test_a_known_row_is_skipped_alone_and_a_new_one_offers_no_choice(window) -> None:
    rows, said = known_list(window)
    before = window.desk.services.register.person(rows[0].staff_id)
    wizard = pasted(window, said)
    wizard.forward()
    settle(window)
    review = wizard.review
    assert review.own.isEnabled()
    press(review.own, Qt.Key.Key_End)
    settle(window)
    assert texts(review.table, 1) == ["เหมือนเดิม", "เปลี่ยน", "ใหม่"]
    assert texts(review.table, 4)[0] == "ข้าม"
    assert review.own.currentData() is Policy.SKIP
    assert wizard.next_button.text() == "นำเข้า 2 แถว"
    review.table.choose_row(1)
    assert review.own.currentData() is None
    review.table.choose_row(2)
    assert not review.own.isEnabled()
    press(wizard.next_button, ENTER)
    settle(window)
    register = window.desk.services.register
    assert register.person(rows[0].staff_id) == before
    assert register.person(rows[1].staff_id).education == "ศิลปศาสตรบัณฑิต"


def test_one_row_may_be_updated_where_all_are_skipped_and_the_choice_taken_back(window) -> None:
    _rows, said = known_list(window)
    wizard = pasted(window, said)
    wizard.forward()
    settle(window)
    press(wizard.review.policy, Qt.Key.Key_End)
    settle(window)
    assert texts(wizard.review.table, 1) == ["เหมือนเดิม", "เหมือนเดิม", "ใหม่"]
    wizard.review.table.choose_row(0)
    choose(wizard.review.own, Policy.UPDATE)
    wizard.review.own.activated.emit(1)
    settle(window)
    assert texts(wizard.review.table, 1) == ["เปลี่ยน", "เหมือนเดิม", "ใหม่"]
    assert texts(wizard.review.table, 4)[0].startswith("ปรับตามรายการ: วุฒิการศึกษา")
    press(wizard.review.own, Qt.Key.Key_Home)
    settle(window)
    assert texts(wizard.review.table, 1) == ["เหมือนเดิม", "เหมือนเดิม", "ใหม่"]
    wizard.reject()


def test_a_heading_of_two_lines_is_proposed_as_such_and_can_be_said_otherwise(window) -> None:
    above = "บัญชีอัตรากำลัง\t\t\t\n\t\t\t\nเทศบาลตำบลตัวอย่าง\t\t\t\nณ วันที่ 1 ตุลาคม 2567\t\t\t\n"
    heading = "เลขที่ตำแหน่ง\tตำแหน่ง\tชื่อ-สกุล\tเงินเดือน\t\n\t\t\tเงินเดือน\tเงินประจำตำแหน่ง\n"
    wizard = pasted(window, f"{above}{heading}9\tคนงาน\tนายก ขยัน\t9000\t\n")
    columns = wizard.columns
    assert (columns.top.value(), columns.height_box.value()) == (5, 2)
    assert texts(columns.table, 1)[3:] == ["เงินเดือน", "เงินเดือน / เงินประจำตำแหน่ง"]
    assert "มีข้อมูล 1 แถว" in columns.note.text()
    retype(columns.height_box, "1")
    press(columns.height_box, ENTER)
    settle(window)
    assert "มีข้อมูล 2 แถว" in columns.note.text()
    retype(columns.height_box, "2")
    press(columns.height_box, ENTER)
    settle(window)
    press(wizard.next_button, ENTER)
    settle(window)
    assert texts(wizard.review.table, 1) == ["ใหม่"]
    wizard.reject()


def test_a_sheet_that_repeats_another_is_named_in_the_review(empty_window, tmp_path, monkeypatch) -> None:
    window, path = empty_window, tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    for name, extra in (("กรอบ", ()), ("ปี 66", (("12-2-04-9999-001", "คนงาน", "", "นายง เดิม"),))):
        sheet = book.create_sheet(name)
        for line in (("เลขที่ตำแหน่ง", "ตำแหน่ง", "ระดับ", "ชื่อ-สกุล"), ("12-2-04-3201-001", "นักวิชาการเงินและบัญชี", "ชก.", "นางข ใจงาม"),
                     ("12-2-04-4201-001", "เจ้าพนักงานการเงินและบัญชี", "ชง.", "นายค ขยัน"), *extra):  # fmt: skip
            sheet.append(line)
    del book["Sheet"]
    book.move_sheet("ปี 66", 0)
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    people = page(window, "people")
    press(people.table if people.table.isVisible() else people.filters.text, Qt.Key.Key_I, CTRL)
    settle(window)
    wizard = modal()
    wizard.source.file_button.click()
    settle(window)
    choose(wizard.columns.sheet, "กรอบ")
    wizard.columns.sheet.activated.emit(wizard.columns.sheet.currentIndex())
    settle(window)
    press(wizard.columns.table, ENTER, CTRL)
    settle(window)
    told = wizard.review.count.text()
    assert "ไม่ได้อ่านแผ่นงาน “ปี 66” เพราะ 2 จาก 3 แถวซ้ำกับแผ่นงานอื่นที่อ่านแล้ว" in told
    assert texts(wizard.review.table, 1) == ["ใหม่", "ใหม่"]

