"""What leaves the PC with people in it is locked unless the officer says otherwise, and comes back with its password."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.sheets.faults import LockedFile
from hrdesk.services.sheets.reader import is_locked, read_sheets
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.first_run import FirstRun
from ui.every_dialog import section
from ui.window_support import click, modal, page, settle, type_text

PASSWORD = "รหัสผ่านยาว"


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """Where the officer saves to."""
    target = tmp_path / "ส่งมอบ.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(target), ""))
    return target


def lock(window, password=PASSWORD):
    dialog = modal()
    if password:
        type_text(dialog.first, password)
        type_text(dialog.again, password)
    else:
        dialog.without.setChecked(True)
    click(dialog.save_button)
    settle(window)


@pytest.fixture
def handover(window):
    return section(window, "settings", "handover")


def test_the_office_is_handed_over_locked_and_comes_whole_to_another_pc(window, handover, saved, tmp_path) -> None:
    count = window.desk.services.office_workbook.count()
    assert f"{count:,}" in handover.count.text()
    click(handover.export_button)
    settle(window)
    lock(window)
    assert "เข้ารหัสแล้ว" in handover.said.text()
    assert is_locked(saved)
    with pytest.raises(LockedFile, match="ใส่รหัสผ่าน"):
        Services.create_from_workbook(tmp_path / "other.db", saved)
    with pytest.raises(LockedFile, match="ไม่ถูกต้อง"):
        Services.create_from_workbook(tmp_path / "other.db", saved, "อย่างอื่น1")
    assert not (tmp_path / "other.db").exists()
    with Services.create_from_workbook(tmp_path / "other.db", saved, PASSWORD) as other:
        assert other.office_workbook.count() == count


def test_without_a_password_only_on_purpose(window, handover, saved) -> None:
    click(handover.export_button)
    settle(window)
    dialog = modal()
    click(dialog.save_button)
    assert "อย่างน้อย 8" in dialog.wrong.text()
    assert not saved.exists()
    lock(window, "")
    assert "ไม่ได้เข้ารหัส" in handover.said.text()
    assert not is_locked(saved)
    assert read_sheets(saved)


def test_the_provinces_workbook_is_locked_too(window, saved) -> None:
    from hrdesk.ui.reports.province_dialog import ProvinceDialog

    dialog = ProvinceDialog(window.desk, page(window, "reports"))
    dialog.open()
    settle(window)
    dialog.write()
    settle(window)
    lock(window)
    assert is_locked(saved)
    assert "เข้ารหัสแล้ว" in dialog.message.text()
    assert len(read_sheets(saved, PASSWORD)) >= 3
    dialog.reject()


def test_a_locked_list_is_imported_with_its_password(window, tmp_path) -> None:
    people = page(window, "people")
    source = tmp_path / "บัญชี.xlsx"
    window.desk.services.staff_import.template(source, PASSWORD)
    people.open_import()
    settle(window)
    wizard = modal()
    wizard.read_file(source)
    settle(window)
    for typed, current in (("ผิดแน่นอน", 0), (PASSWORD, 1)):
        ask = QApplication.activeModalWidget()
        assert ask is not wizard
        assert not ask.ok_button.isEnabled()
        type_text(ask.field, typed)
        click(ask.ok_button)
        settle(window)
        assert wizard.current == current
    wizard.reject()


def test_a_new_pc_begins_with_the_office_of_the_old_one(qtbot, tmp_path) -> None:
    with Services.create_sample(tmp_path / "old.db") as old:
        old.office_workbook.export(tmp_path / "office.xlsx", PASSWORD)
        name = old.register.organization().full_name
    first = FirstRun(Theme())
    qtbot.addWidget(first)
    first.show()
    first.bring.setChecked(True)
    assert not first._names.isEnabled()
    click(first.go)
    assert "ไม่พบแฟ้ม" in first.wrong.text()
    first.workbook.file.setText(str(tmp_path / "office.xlsx"))
    type_text(first.workbook.password, PASSWORD)
    click(first.go)
    assert first.result()
    with first.maker(tmp_path / "new" / "office.db")() as services:
        assert services.register.organization().full_name == name


def test_a_file_of_no_office_program_is_not_taken_for_a_locked_one(tmp_path) -> None:
    for name, data in (("a.xlsx", b"PK\x03\x04nothing"), ("b.csv", b"a,b\n1,2\n"), ("c.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)):
        (tmp_path / name).write_bytes(data)
        assert not is_locked(tmp_path / name)
    assert not is_locked(tmp_path / "missing.xlsx")
    with pytest.raises(UserError):
        read_sheets(tmp_path / "c.xls", PASSWORD)
