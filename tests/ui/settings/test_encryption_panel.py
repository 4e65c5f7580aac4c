"""What is still plain after an office was encrypted is told, and goes on request."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("sqlcipher3")

from hrdesk.models.beside import begins_plain
from hrdesk.models.cipher_key import IN_USE
from hrdesk.services import Services
from small_database import plain_only
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import click, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE, PASSWORD = "1234" * 12, "รหัสผ่านยาวพอ"

pytestmark = plain_only


@pytest.fixture(autouse=True)
def no_key() -> Iterator[None]:
    IN_USE.key = None
    yield
    IN_USE.key = None


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
