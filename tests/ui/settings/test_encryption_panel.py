"""What is still plain after an office was encrypted is told, and goes on request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("sqlcipher3")

from ciphered import no_key_in_use
from hrdesk.models.beside import begins_plain
from hrdesk.models.key_file import WrongKey
from hrdesk.services import Services
from hrdesk.services.safety.encryption import unlock
from small_database import plain_only
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import click, modal, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE, PASSWORD, NEW = "1234" * 12, "รหัสผ่านยาวพอ", "รหัสใหม่ยาวพอ"

pytestmark = plain_only


@pytest.fixture(autouse=True)
def no_key() -> Iterator[None]:
    with no_key_in_use():
        yield


def panel_of(window: Any) -> Any:
    window.open_page("settings", "lock")
    settle(window)
    return window.pages["settings"].section("lock").encryption


@pytest.fixture
def left(window) -> Path:
    """The office encrypted after a restore, whose former file still lies beside it in the clear."""
    services: Services = window.desk.services
    services.backup.make()
    services.backup.restore(services.backup.listed()[0].path)
    (aside,) = services.database.path.parent.glob("*-replaced-*")
    services.encryption.turn_on(CODE, PASSWORD)
    assert begins_plain(aside)
    return aside


def test_an_office_that_is_not_encrypted_has_nothing_left_to_tell(window) -> None:
    panel = panel_of(window)
    assert panel.state.text() == "ยังไม่ได้เข้ารหัส"
    assert panel.on_button.isVisible()
    assert not panel.left.isVisible()
    assert not panel.left_button.isVisible()


def test_files_left_in_the_clear_are_named_and_removed_after_a_question(window, left: Path, boxes) -> None:
    panel = panel_of(window)
    assert panel.state.text() == "เข้ารหัสไว้แล้ว"
    assert panel.left.isVisible()
    assert "1 แฟ้ม" in panel.left.text()
    assert left.name in panel.left.text()
    boxes.answers = ["ยกเลิก"]
    click(panel.left_button)
    settle(window)
    assert left.name in boxes.seen[0]
    assert "เลิกทำไม่ได้" in boxes.seen[0]
    assert "ยังอยู่ครบ" in boxes.seen[0]
    assert left.exists()
    boxes.answers = ["ลบ 1 แฟ้ม"]
    click(panel.left_button)
    settle(window)
    assert not left.exists()
    assert "เขียนทับและลบ" in panel.said.text()
    assert not panel.left.isVisible()
    assert not panel.left_button.isVisible()
    assert window.desk.services.database.counts()["staff"] > 0


def test_the_panel_with_all_its_lines_is_whole_in_the_smallest_window(window, left: Path) -> None:
    panel = panel_of(window)
    window.resize(*SMALL)
    settle(window)
    assert panel.left_button.isVisible()
    assert cut(panel) == []
    assert nameless(panel) == []
    if folder := os.environ.get("HRDESK_SHOTS"):
        window.resize(1366, 768)
        settle(window)
        window.grab().save(f"{folder}/encryption.png")


def test_the_password_is_changed_with_the_present_one_and_a_wrong_one_costs_no_typing(window) -> None:
    services: Services = window.desk.services
    panel = panel_of(window)
    assert not panel.password_button.isVisible()
    services.encryption.turn_on(CODE, PASSWORD)
    window.desk.lock_changed.emit()
    settle(window)
    click(panel.password_button)
    dialog = modal()
    assert nameless(dialog) == []
    assert dialog.focusWidget() is dialog.present
    type_text(dialog.present, "ผิดแน่นอน")
    type_text(dialog.first, NEW)
    type_text(dialog.again, NEW[:-1])
    click(dialog.save_button)
    assert "ไม่ตรงกัน" in dialog.wrong.text()
    type_text(dialog.again, NEW[-1])
    click(dialog.save_button)
    settle(window)
    assert modal() is dialog
    assert "ไม่ถูกต้อง" in dialog.wrong.text()
    assert dialog.first.text() == dialog.again.text() == NEW
    if folder := os.environ.get("HRDESK_SHOTS"):
        dialog.grab().save(f"{folder}/change-password.png")
        window.resize(1366, 768)
        window.grab().save(f"{folder}/encrypted.png")
    type_text(dialog.present, PASSWORD)  # over what was chosen
    click(dialog.save_button)
    settle(window)
    assert panel.said.text().startswith("เปลี่ยนรหัสผ่านแล้ว")
    assert panel.password_button.isEnabled()
    path = services.database.path
    with pytest.raises(WrongKey):
        services.encryption.turn_off(PASSWORD)
    unlock(path, NEW)
    assert services.database.counts()["staff"] > 0
