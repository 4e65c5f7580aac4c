"""The sections about people's data and the record of use, and IDs that stay masked until asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import msoffcrypto
import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.staff import PersonRecord, masked_national_id
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, retype, settle, texts, type_text

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = "1234567890121"


def section(window, key: str) -> Any:
    window.open_page("settings", key)
    settle(window)
    return window.pages["settings"].section(key)


@pytest.fixture
def person(window) -> int:
    record = PersonRecord(0, "นาย", "กกก", "ทดสอบ", national_id=NUMBER)
    return window.desk.services.register.save_person(record)[0]


def edit(window, person: int) -> Any:
    page(window, "people").edit_person(person)
    settle(window)
    return modal()


def notes(window, action: AuditAction) -> int:
    from hrdesk.domain.audit import AuditQuery

    return window.desk.services.audit.page(AuditQuery(action)).total


def test_an_id_is_masked_until_asked_for_and_that_is_recorded(window, person: int) -> None:
    dialog = edit(window, person)
    assert dialog.national_id.text() == masked_national_id(NUMBER)
    assert dialog.national_id.isReadOnly()
    retype(dialog.first, "ขขข")
    click(dialog.save_button)
    settle(window)
    assert window.desk.services.register.person(person).national_id == NUMBER
    assert notes(window, AuditAction.VIEW_ID) == 0
    dialog = edit(window, person)
    click(dialog.secret_id.show_button)
    settle(window)
    assert dialog.national_id.text() == NUMBER
    assert notes(window, AuditAction.VIEW_ID) == 1
    retype(dialog.national_id, "1-2345-67890-12-0")
    click(dialog.save_button)
    settle(window)
    assert "เลขประจำตัวประชาชนไม่ถูกต้อง" in str(dialog.form._wrong["national_id"].text())
    dialog.national_id.clear()
    click(dialog.save_button)
    settle(window)
    assert window.desk.services.register.person(person).national_id == ""


def test_a_person_s_data_leave_with_a_password_unless_asked_otherwise(window, person, tmp_path: Path, monkeypatch) -> None:
    shown = section(window, "privacy")
    target = tmp_path / "ข้อมูล.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    shown.person.setCurrentIndex(shown.person.findText("นายกกก ทดสอบ"))
    click(shown.export_button)
    dialog = modal()
    assert nameless(dialog) == []
    click(dialog.save_button)
    assert "อย่างน้อย 8" in dialog.wrong.text()
    for field in (dialog.first, dialog.again):
        type_text(field, "รหัสผ่านยาวพอ")
    click(dialog.save_button)
    settle(window)
    with target.open("rb") as file:
        assert msoffcrypto.OfficeFile(file).is_encrypted()
    assert "(เข้ารหัสแล้ว)" in shown.said.text()
    click(shown.export_button)
    click(modal().without)
    click(modal().save_button)
    settle(window)
    assert openpyxl.load_workbook(target)["บุคลากร"].max_row >= 3
    assert "(ไม่ได้เข้ารหัส)" in shown.said.text()


def test_leavers_are_forgotten_after_a_question_that_names_them(window, person: int, boxes) -> None:
    register = window.desk.services.register
    register.retire(person, date(2020, 1, 1), "ลาออก")
    shown = section(window, "privacy")
    assert texts(shown.table, 0)[0] == "นายกกก ทดสอบ"
    assert texts(shown.table, 4)[0] == "ยังต้องเก็บ"
    shown.years.setValue(5)
    shown.years.editingFinished.emit()
    settle(window)
    assert texts(shown.table, 4)[0] == "ครบกำหนดแล้ว"
    assert not shown.forget_button.isEnabled()
    shown.table.selectRow(0)
    boxes.answers = ["ยกเลิก"]
    click(shown.forget_button)
    assert "นายกกก ทดสอบ" in boxes.seen[0]
    assert register.person(person).first_name == "กกก"
    boxes.answers = ["ลบข้อมูลของ 1 คน"]
    click(shown.forget_button)
    settle(window)
    assert register.person(person).national_id == ""
    assert "นายกกก ทดสอบ" not in texts(shown.table, 0)


def test_the_record_is_shown_filtered_and_exported(window, person: int, tmp_path: Path, monkeypatch) -> None:
    services = window.desk.services
    services.privacy.full_id(person)
    shown = section(window, "audit")
    assert texts(shown.table, 3) == ["ดูเลขประจำตัวเต็ม", "เพิ่ม"]
    assert texts(shown.table, 6)[1] == "นายกกก ทดสอบ"
    shown.action.setCurrentIndex(1)
    shown.action.activated.emit(1)
    settle(window)
    assert texts(shown.table, 3) == ["เพิ่ม"]
    target = tmp_path / "record.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(shown.export_button)
    settle(window)
    assert openpyxl.load_workbook(target).active.max_row == 2
    assert "record.xlsx" in shown.said.text(), "told where it is, not only counted anew"
    assert "1 รายการ" in shown.said.text()
    shown.since.edit.setText("1/1/2590")
    shown.since.edit.editingFinished.emit()
    settle(window)
    assert texts(shown.table, 3) == []
    assert not shown.export_button.isEnabled()


@pytest.mark.parametrize("key", ["privacy", "audit"])
def test_the_sections_are_whole_in_the_smallest_window(window, key: str) -> None:
    window.resize(*SMALL)
    shown = section(window, key)
    assert (window.width(), window.height()) == SMALL
    assert nameless(shown) == []
    assert cut(shown) == []
