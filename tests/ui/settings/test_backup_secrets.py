"""The backup of another office that is encrypted, in the page of backups: asked for its own secrets, and used with them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.staff import PersonRecord
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.manifest import manifest_path, read_manifest, write_manifest
from hrdesk.services import Services
from hrdesk.ui.settings.backup_dialogs import RestoreDialog
from small_database import plain_only
from ui.test_window import nameless
from ui.window_support import click, modal, page, settle, type_text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = plain_only
SECRET, OF_ZIP = "รหัสผ่านยาวพอ", "รหัสของซิป"
CODE = "9876" * 12


@pytest.fixture
def section(window) -> Any:
    return page(window, "settings").section("backup")


@pytest.fixture
def theirs(window, tmp_path_factory) -> Any:
    """A backup of another, encrypted office, with its key file as in a folder that was copied whole, and a zip of it beside."""
    pytest.importorskip("sqlcipher3")
    before = IN_USE.key
    folder = tmp_path_factory.mktemp("theirs")
    IN_USE.key = None
    with Services.create_sample(folder / "other.db") as other:
        other.encryption.turn_on(CODE, SECRET)
        made = other.backup.make().backup
        other.backup.send(made, folder, OF_ZIP)
    IN_USE.key = before
    yield made.path
    assert IN_USE.lent == ()
    assert IN_USE.key is before


@pytest.mark.parametrize("typed", [CODE, SECRET], ids=["digits", "password"])
def test_it_asks_for_its_own_secret_until_it_is_right_and_comes_back_as_this_office_is(
    window: Any, section: Any, theirs: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    services = section.services
    services.register.save_person(PersonRecord(0, "นาย", "ภายหลัง", "ทดสอบ"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    click(section.other_button)
    settle(window)
    asked = modal()
    assert nameless(asked) == []
    assert "รหัสผ่านของฐานข้อมูลนั้น หรือรหัสกู้คืน 48 หลัก" in asked.text.text()
    type_text(asked.field, "ผิดแน่นอน")
    click(asked.save_button)
    settle(window)
    assert modal() is asked
    assert "ไม่ถูกต้อง" in asked.text.text()
    type_text(asked.field, typed)
    click(asked.save_button)
    settle(window)
    dialog = modal()
    assert isinstance(dialog, RestoreDialog)
    assert {row.name: (row.now, row.then) for row in dialog.table.rows.rows}["บุคลากร"] == (52, 51)
    click(dialog.save_button)
    settle(window)
    assert services.database.counts()["staff"] == 51
    assert not services.encryption.is_on
    assert "กลับมาใช้แล้ว" in window.banners.notices["restored"].text


def test_given_up_nothing_is_changed_and_the_page_goes_on(window, section, theirs, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(theirs), ""))
    click(section.other_button)
    settle(window)
    modal().reject()
    settle(window)
    assert section.other_button.isEnabled()
    assert section.services.database.counts()["staff"] == 51
    click(section.make_button)
    settle(window)
    assert section.said.text().startswith("สำรองชุดที่ 1 แล้ว")


def test_a_zip_of_it_asks_for_both_secrets_one_after_the_other(window, section, theirs, monkeypatch) -> None:
    (zipped,) = theirs.parent.parent.glob("*.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(zipped), ""))
    click(section.other_button)
    for secret in (OF_ZIP, SECRET):
        settle(window)
        asked = modal()
        type_text(asked.field, secret)
        click(asked.save_button)
    settle(window)
    assert isinstance(modal(), RestoreDialog)
    modal().reject()


def test_one_in_the_list_is_verified_and_tried_out_with_its_secret(window, section, theirs) -> None:
    """As those made before the encryption was turned off are."""
    for name in (theirs.name, manifest_path(theirs).name):
        target = section.services.backup.folder / name.replace("other-", "office-")
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(theirs.with_name(name), target)
    own = section.services.backup.folder / theirs.name.replace("other-", "office-")
    write_manifest(manifest_path(own), replace(read_manifest(own), database=section.services.database.path.name))
    section.refresh()
    settle(window)
    section.table.choose_row(0)
    for act, said in ((section.verify_button, "ชุดที่ 2 สมบูรณ์"), (section.drill_button, "ตำแหน่ง 60 อัตรา")):
        click(act)
        settle(window)
        asked = modal()
        assert "48 หลัก" in asked.text.text()
        type_text(asked.field, CODE)
        click(asked.save_button)
        settle(window)
        assert said in section.said.text()
