"""A locked window shows nothing, opens with the password, and locks itself when nobody is there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from ciphered import no_key_in_use
from hrdesk.app import Session
from hrdesk.domain.terms import OrganizationKind
from hrdesk.models.cipher_key import IN_USE
from hrdesk.services import Services
from hrdesk.services.safety import lock as lock_module
from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.settings.backup_dialogs import PassphraseDialog, RestoreDialog
from hrdesk.ui.window.main_window import MainWindow
from small_database import plain_only
from ui.test_audit import SMALL, cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = "รหัสผ่านยาวพอ"


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch) -> None:
    from argon2 import PasswordHasher

    monkeypatch.setattr(lock_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=1024))


@pytest.fixture
def section(window) -> Any:
    window.open_page("settings", "lock")
    settle(window)
    return window.pages["settings"].section("lock")


def set_password(window, section: Any, tmp_path: Path, monkeypatch) -> str:
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _url: True)
    click(section.set_button)
    dialog = modal()
    assert nameless(dialog) == []
    type_text(dialog.first, PASSWORD)
    click(dialog.save_button)
    assert "ไม่ตรงกัน" in dialog.wrong.text()
    type_text(dialog.again, PASSWORD)
    click(dialog.save_button)
    settle(window)
    shown = modal()
    assert nameless(shown) == []
    assert not shown.save_button.isEnabled()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet.pdf"), ""))
    click(shown.print_button)
    settle(window)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    shown.printed.click()
    code = shown.code
    click(shown.save_button)
    settle(window)
    return code


def test_setting_locking_and_opening(window, section, tmp_path: Path, monkeypatch) -> None:
    assert "ไม่ได้เข้ารหัสแฟ้มข้อมูล" in " ".join(one.text() for one in section.findChildren(type(section.state)))
    set_password(window, section, tmp_path, monkeypatch)
    press(window.menu, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    screen = modal()
    assert not window._whole.isVisible()
    assert nameless(screen) == []
    assert cut(screen) == []
    press(screen, Qt.Key.Key_Escape)
    assert screen.isVisible()
    type_text(screen.password, "ผิดแน่นอน")
    click(screen.save_button)
    settle(window)
    assert "ไม่ถูกต้อง" in screen.wrong.text()
    screen.password.clear()
    type_text(screen.password, PASSWORD)
    press(screen.password, Qt.Key.Key_Return)
    settle(window)
    assert window._whole.isVisible()
    assert window.locker.screen is None


def test_open_dialogs_are_not_seen_and_live_on(window, section, tmp_path: Path, monkeypatch) -> None:
    code = set_password(window, section, tmp_path, monkeypatch)
    page(window, "people").add_person()
    settle(window)
    dialog = modal()
    type_text(dialog.first, "สมหญิง")
    window.lock()
    assert dialog.windowOpacity() == 0.0
    screen = window.locker.screen
    click(screen.code_button)
    type_text(screen.code, code)
    click(screen.save_button)
    settle(window)
    assert dialog.windowOpacity() == 1.0
    assert dialog.first.text() == "สมหญิง"
    assert not window.desk.services.lock.state.is_set  # the code is used up
    dialog.reject()


def test_what_long_work_asks_in_the_end_waits_unseen_below_the_lock(window, section, tmp_path: Path, monkeypatch) -> None:
    set_password(window, section, tmp_path, monkeypatch)
    backups = page(window, "settings").section("backup")
    click(backups.make_button)
    settle(window)
    click(backups.restore_button)
    window.lock()  # nobody was there while it compared
    screen = window.locker.screen
    type_text(screen.password, PASSWORD[:3])
    settle(window)
    asked = next(one for one in QApplication.topLevelWidgets() if isinstance(one, RestoreDialog))
    assert asked.windowOpacity() == 0.0
    assert modal() is screen
    assert QApplication.focusWidget() in {None, screen.password}
    type_text(screen.password, PASSWORD[3:])
    click(screen.save_button)
    settle(window)
    assert modal() is asked
    assert asked.windowOpacity() == 1.0
    asked.reject()


def test_a_list_that_is_open_is_closed_and_a_window_built_anew_stays_covered(window, section, tmp_path: Path, monkeypatch) -> None:
    set_password(window, section, tmp_path, monkeypatch)
    window.open_page("settings", "privacy")
    settle(window)
    combo = window.pages["settings"].section("privacy").person
    combo.showPopup()
    assert QApplication.activePopupWidget() is not None
    window.lock()
    assert QApplication.activePopupWidget() is None
    window.desk.replaced.emit(Notice("restored", "นำกลับมาใช้แล้ว", "ok"))  # a restore that ends while nobody is there
    settle(window)
    assert not window._whole.isVisible()
    type_text(window.locker.screen.password, PASSWORD)
    click(window.locker.screen.save_button)
    settle(window)
    assert window._whole.isVisible()


def test_the_only_sight_of_a_code_is_not_closed_unawares(window, section) -> None:
    click(section.set_button)
    for field in (modal().first, modal().again):
        type_text(field, PASSWORD)
    click(modal().save_button)
    settle(window)
    shown = modal()
    assert not shown.cancel_button.isVisible()
    press(shown, Qt.Key.Key_Escape)
    shown.close()
    assert modal() is shown
    assert "จะไม่แสดงอีก" in shown.said.text().replace("\u200b", "")
    shown.printed.click()
    press(shown, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_enter_pressed_twice_is_one_try(window, section, tmp_path: Path, monkeypatch) -> None:
    set_password(window, section, tmp_path, monkeypatch)
    window.lock()
    screen = window.locker.screen
    type_text(screen.password, "ผิดแน่นอน")
    for _ in range(2):
        screen.password.returnPressed.emit()
    settle(window)
    assert window.desk.services.pc.kept.lock["wrong"] == 1
    assert screen.password.selectedText() == "ผิดแน่นอน"
    type_text(screen.password, PASSWORD)
    click(screen.save_button)
    settle(window)


def test_an_idle_pc_is_locked(window, section, tmp_path: Path, monkeypatch) -> None:
    set_password(window, section, tmp_path, monkeypatch)
    section = window.pages["settings"].section("lock")
    section.idle.setValue(2)
    section.idle.editingFinished.emit()
    settle(window)
    timer = window.locker._timer
    assert timer.interval() == 120_000
    timer.start(50_000)
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
    timer.timeout.emit()
    screen = modal()
    asked: list[int] = []
    monkeypatch.setattr(QApplication, "exit", asked.append)
    screen.close()
    assert asked == [0]
    assert screen.isVisible()
    type_text(screen.password, PASSWORD)
    click(screen.save_button)
    settle(window)
    section.idle.setValue(0)
    section.idle.editingFinished.emit()
    settle(window)
    assert not timer.isActive()


def test_removing_asks_for_the_password(window, section, tmp_path: Path, monkeypatch) -> None:
    set_password(window, section, tmp_path, monkeypatch)
    section = window.pages["settings"].section("lock")
    click(section.remove_button)
    type_text(modal().field, "ผิดแน่นอน")
    click(modal().save_button)
    settle(window)
    assert "ไม่ถูกต้อง" in modal().text.text().replace("\u200b", "")
    type_text(modal().field, PASSWORD)  # over the wrong one, which stands chosen
    click(modal().save_button)
    settle(window)
    assert not window.desk.services.lock.state.is_set


def test_a_locked_office_shows_nothing_at_the_start(qapp, qtbot, theme, tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    with Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง") as services:
        services.lock.set_password(PASSWORD)
    window = MainWindow(theme, Worker(qapp))
    qtbot.addWidget(window)
    session = Session(path, window)
    session.show()
    assert window.pages == {}
    settle(window)
    assert not window._whole.isVisible()
    type_text(window.locker.screen.password, PASSWORD)
    click(window.locker.screen.save_button)
    settle(window)
    assert window._whole.isVisible()
    assert window.pages["home"].loaded
    session.close()


@pytest.fixture
def no_key() -> Iterator[None]:
    with no_key_in_use():
        yield


@plain_only
def test_the_sheet_comes_before_the_encryption(  # noqa: PLR0917 - fixtures
    window, section, monkeypatch, no_key, qapp, qtbot, theme
) -> None:
    pytest.importorskip("sqlcipher3")
    panel, path = section.encryption, window.desk.services.database.path
    click(panel.on_button)
    for field in (modal().first, modal().again):
        type_text(field, PASSWORD)
    click(modal().save_button)
    shown = modal()
    assert not shown.save_button.isEnabled()
    assert path.read_bytes().startswith(b"SQLite")
    shown.printed.click()
    click(shown.save_button)
    settle(window)
    assert not path.read_bytes().startswith(b"SQLite")
    assert panel.state.text() == "เข้ารหัสไว้แล้ว"
    assert page(window, "people").loaded
    asked: list[str] = []

    def answer(dialog: PassphraseDialog) -> int:
        asked.append(dialog.text.text())
        type_text(dialog.field, PASSWORD if len(asked) > 1 else "ผิดแน่นอน")
        return 1

    monkeypatch.setattr(PassphraseDialog, "exec", answer)
    other = path.with_name("moved.db")
    for name in ("", ".key.json"):
        shutil.copy(f"{path}{name}", f"{other}{name}")
    IN_USE.key = None
    again = MainWindow(theme, Worker(qapp))
    qtbot.addWidget(again)
    session = Session(other, again)
    session.open()
    settle(again)
    assert session.services is not None
    assert "เข้ารหัสไว้" in asked[0]
    assert "ไม่ถูกต้อง" in asked[1]
    session.close()


def test_the_section_is_whole_in_the_smallest_window(window, section) -> None:
    window.resize(*SMALL)
    settle(window)
    assert cut(section) == []
    assert nameless(section) == []
