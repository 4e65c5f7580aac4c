"""The page of a worried officer: what it says, and what its buttons really do to the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from shiboken6 import isValid

from hrdesk.domain.staff import PersonRecord
from hrdesk.services.safety.backup import verify
from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.kit.table import TONE_ROLE
from hrdesk.ui.kit.task import Task
from hrdesk.ui.settings.backup_dialogs import RestoreDialog, SecondFolderDialog
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, press, settle, texts, type_text

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "รหัสผ่านยาวพอ"


@pytest.fixture
def section(window) -> Any:
    return page(window, "settings").section("backup")


def facts(section: Any) -> str:
    return " ".join(one.text() for one in section.findChildren(QLabel) if one.isVisibleTo(section))


def test_a_new_office_is_told_what_it_lacks(section) -> None:
    said = facts(section)
    assert "ยังไม่มีชุดสำรอง" in said
    assert "ยังไม่มีสำเนานอกเครื่อง" in said
    assert "ยังไม่เคยซ้อมกู้คืน" in said
    assert not section.restore_button.isEnabled()


def test_backup_verify_and_drill_say_what_they_found(window, section) -> None:
    click(section.make_button)
    settle(window)
    assert section.said.text().startswith("สำรองชุดที่ 1 แล้ว")
    assert "ตรวจแล้วสมบูรณ์ เก็บไว้ 1 ชุด" in facts(section)
    click(section.verify_button)
    settle(window)
    assert "ชุดที่ 1 สมบูรณ์" in section.said.text()
    click(section.drill_button)
    settle(window)
    assert "ตำแหน่ง 60 อัตรา" in section.said.text()
    assert "ซ้อมกู้คืนสำเร็จล่าสุด วันนี้" in facts(section)
    backup = section.state.listed[0].path
    backup.write_bytes(backup.read_bytes()[:-100])
    press(section.table, Qt.Key.Key_Return)
    settle(window)
    assert "ใช้ไม่ได้" in section.said.text()
    section.refresh()
    settle(window)
    assert "แต่ตรวจไม่ผ่าน" in facts(section)


def conditions(section: Any) -> list[str]:
    return texts(section.table, [column.heading for column in section.table.rows.columns].index("สภาพ"))


def test_a_backup_that_is_spoilt_is_marked_in_the_list_without_being_asked(window, section) -> None:
    for _ in range(3):
        click(section.make_button)
        settle(window)
    assert conditions(section) == ["สมบูรณ์"] * 3
    middle = section.state.listed[1].path
    content = bytearray(middle.read_bytes())
    content[-1] ^= 1
    middle.write_bytes(bytes(content))
    lost = section.state.listed[2].path
    lost.with_suffix(".json").unlink()
    section.refresh()
    settle(window)
    assert conditions(section) == ["สมบูรณ์", "เสียหาย"]
    assert section.table.model().index(1, 3).data(TONE_ROLE) == "error"
    assert f"“{lost.name}”" in facts(section)
    assert "ไม่มีใบกำกับ" in facts(section)
    middle.write_bytes(middle.read_bytes()[:-1] + bytes([content[-1] ^ 1]))  # put right again, and looked at by hand
    section.table.choose_row(1)
    click(section.verify_button)
    settle(window)
    assert conditions(section) == ["สมบูรณ์"] * 2


def test_restoring_shows_both_and_starts_the_window_anew(window, section) -> None:
    services = section.services
    click(section.make_button)
    settle(window)
    services.register.save_person(PersonRecord(0, "นาย", "ภายหลัง", "ทดสอบ"))
    people = page(window, "people")
    section = page(window, "settings").section("backup")
    click(section.restore_button)
    settle(window)
    dialog = modal()
    assert nameless(dialog) == []
    rows = {row.name: (row.now, row.then) for row in dialog.table.rows.rows}
    assert rows["บุคลากร"] == (52, 51)
    click(dialog.save_button)
    settle(window)
    assert services.database.counts()["staff"] == 51
    assert "กลับมาใช้แล้ว" in window.banners.notices["restored"].text
    assert window.pages["settings"] is not section
    assert page(window, "people") is not people


def test_a_second_folder_is_encrypted_unless_asked_otherwise(window, section, tmp_path: Path, monkeypatch) -> None:
    usb = tmp_path.parent / f"{tmp_path.name}-usb"
    usb.mkdir()
    click(section.second_button)
    dialog = modal()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    click(dialog.save_button)
    assert dialog.wrong.text() == "กรุณาเลือกโฟลเดอร์"
    click(dialog.pick_button)
    type_text(dialog.first, SECRET)
    type_text(dialog.again, SECRET[:-1])
    click(dialog.save_button)
    assert "ไม่ตรงกัน" in dialog.wrong.text()
    type_text(dialog.again, SECRET[-1])
    click(dialog.save_button)
    settle(window)
    (copy,) = usb.iterdir()
    assert copy.suffix == ".zip"
    assert "(เข้ารหัสไว้) ล่าสุด วันนี้" in facts(section)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    click(section.other_button)
    asked = modal()
    type_text(asked.field, SECRET)
    click(asked.save_button)
    settle(window)
    assert "ชุดสำรองที่ 1" in facts(modal())
    modal().reject()
    click(section.second_button)
    click(modal().remove_button)
    settle(window)
    assert "ยังไม่มีสำเนานอกเครื่อง" in facts(section)
    assert copy.exists()


def test_a_folder_that_is_refused_is_told_where_it_was_typed_and_costs_no_typing(window, section, tmp_path, tmp_path_factory) -> None:
    (tmp_path / "beside").mkdir()
    click(section.second_button)
    dialog = modal()
    type_text(dialog.first, SECRET)
    type_text(dialog.again, SECRET)
    for place, told in ((tmp_path / "none", "ไม่พบโฟลเดอร์"), (tmp_path / "beside", "อยู่ที่เดียวกับฐานข้อมูล")):
        dialog.folder.setText(str(place))
        click(dialog.save_button)
        settle(window)
        assert modal() is dialog
        assert told in dialog.wrong.text()
        assert dialog.wrong.isVisible()
        assert dialog.first.text() == dialog.again.text() == SECRET
        assert section.services.pc.kept.second == ""
    usb = tmp_path_factory.mktemp("usb")
    dialog.folder.setText(str(usb))
    click(dialog.save_button)
    settle(window)
    assert gone(dialog)
    assert [path.suffix for path in usb.iterdir()] == [".zip"]
    assert "ทำสำเนาไว้ที่" in section.said.text()


def gone(dialog: Any) -> bool:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(dialog)


def test_no_dialog_lives_on_with_what_was_typed_into_it(window, section, tmp_path, monkeypatch) -> None:
    click(section.make_button)
    settle(window)
    copy = section.services.backup.send(section.state.listed[0], tmp_path, SECRET)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    click(section.second_button)
    dialog = modal()
    dialog.reject()
    assert gone(dialog)
    click(section.other_button)
    asked = modal()
    type_text(asked.field, SECRET)
    click(asked.save_button)
    settle(window)
    assert gone(asked)
    compared = modal()
    compared.reject()
    assert gone(compared)
    click(section.other_button)
    asked = modal()
    click(asked.save_button)
    click(section.progress.cancel_button)
    settle(window)
    assert gone(asked)
    lock = page(window, "settings").section("lock")
    for act in (lock._new_password, lock.remove, lock.encryption.turn_on, lock.encryption.turn_off):
        act()
        dialog = modal()
        dialog.reject()
        assert gone(dialog), act


def test_a_wrong_password_of_a_copy_is_asked_for_again(window, section, tmp_path, monkeypatch) -> None:
    click(section.make_button)
    settle(window)
    copy = section.services.backup.send(section.state.listed[0], tmp_path, SECRET)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(copy), ""))
    click(section.other_button)
    dialog = modal()
    type_text(dialog.field, "ผิด")
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog
    assert "รหัสผ่านไม่ถูกต้อง" in dialog.text.text()
    type_text(dialog.field, SECRET)  # over the wrong one, which stands chosen
    click(dialog.save_button)
    settle(window)
    assert isinstance(modal(), RestoreDialog)
    modal().reject()
    assert section.make_button.isEnabled()


@pytest.mark.parametrize(("locks", "told", "untold"), [(True, "บัญชีผู้ใช้ Windows", "โดยไม่เข้ารหัส"), (False, "โดยไม่เข้ารหัส", "Windows")])
def test_how_the_password_of_copies_is_kept_is_told_as_it_is(theme, qtbot, locks, told, untold) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    note = SecondFolderDialog(theme, None, True, owner, account_locks=locks).note.text().replace("\u200b", "")
    assert told in note
    assert untold not in note


def test_a_cancelled_backup_leaves_nothing(window, section, monkeypatch) -> None:
    monkeypatch.setattr(Task, "report", lambda task, _done, _of: task.cancel())
    click(section.make_button)
    assert not section.make_button.isEnabled()
    section.progress.cancel()
    assert section.make_button.isEnabled()
    settle(window)
    assert section.progress.isHidden()
    for path in section.services.backup.folder.glob("*.db"):  # not cancelled in time: then it is whole
        assert verify(path).sound


def test_the_page_and_a_banner_are_whole_in_the_smallest_window(window, section) -> None:
    window.resize(*SMALL)
    pressed: list[str] = []
    trouble = "ไม่พบโฟลเดอร์ E:\\ จึงยังไม่ได้สำรองไว้ที่นั่น กรุณาเสียบไดรฟ์หรือเชื่อมต่อเครือข่าย แล้วสำรองอีกครั้ง"
    window.tell(Notice("backup", trouble, verb="ดู", act=lambda: pressed.append("ดู")))
    window.tell(Notice("backup", trouble, verb="ดู", act=lambda: pressed.append("ดู")))
    settle(window)
    assert len(window.banners.notices) == 1
    assert nameless(window) == []
    assert cut(window.banners) == []
    assert cut(section) == []
    window.zoom_in()
    settle(window)
    assert list(window.banners.notices) == ["backup"]
    window.tell(Notice("backup"))
    assert window.banners.isHidden()
