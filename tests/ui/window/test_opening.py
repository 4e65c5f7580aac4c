"""The start when something is wrong: another window, a risky place, a damaged or lost file, no right to write."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from hrdesk.app import Session
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models.lockfile import LockFile
from hrdesk.models.pc_settings import settings_path
from hrdesk.services import Services
from hrdesk.services.safety.clock import EARLIEST, clock_trouble
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.settings.backup_dialogs import RestoreDialog
from hrdesk.ui.window.instance import FirstInstance, raise_first
from hrdesk.ui.window.main_window import MainWindow
from ui.window_support import click, settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from hrdesk.ui.window.instance import raise_first
sys.exit(0 if raise_first(Path(sys.argv[1])) else 3)
"""


@pytest.fixture
def start(qapp, qtbot, theme) -> Callable[[Path], Session]:
    sessions: list[Session] = []

    def begin(path: Path) -> Session:
        window = MainWindow(theme, Worker(qapp))
        qtbot.addWidget(window)
        session = Session(path, window)
        sessions.append(session)
        window.show()
        session.open()
        settle(window)
        return session

    yield begin
    for session in sessions:
        session.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "office.db"
    Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    return path


def test_a_second_start_raises_the_first_window(start, path: Path, qtbot) -> None:
    first = start(path)
    asked: list[bool] = []
    first._instance.asked.connect(lambda: asked.append(True))
    second = subprocess.Popen([sys.executable, "-c", SECOND, path], env=os.environ)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert asked == [True]


def test_a_second_window_ends_without_a_word_or_says_why(start, path: Path, boxes, monkeypatch) -> None:
    start(path)
    monkeypatch.setattr("hrdesk.ui.window.instance.raise_first", lambda _path: True)
    assert start(path).window.isHidden()
    assert boxes.seen == []
    monkeypatch.setattr("hrdesk.ui.window.instance.raise_first", lambda _path: False)
    boxes.answers = ["ตกลง"]
    start(path)
    assert "เปิดใช้งานอยู่ในอีกหน้าต่าง" in boxes.seen[0]


def test_nobody_answers_for_a_file_that_is_not_open(qapp, path: Path) -> None:
    assert not raise_first(path)
    first = FirstInstance(path)
    first.close()
    assert not raise_first(path)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_risky_place_is_asked_about(start, path: Path, boxes, agrees: bool) -> None:
    (path.parent / "OneDrive").mkdir()
    path = path.rename(path.parent / "OneDrive" / "office.db")
    boxes.answers = ["เปิดทั้งที่เสี่ยง" if agrees else "ยกเลิก"]
    session = start(path)
    assert "โฟลเดอร์คลาวด์" in boxes.seen[0]
    assert (session.services is not None) == agrees
    if agrees:
        session.close()
        assert start(path).services is not None  # not asked again


@pytest.mark.parametrize("harm", ["damaged", "lost", "empty"])
@pytest.mark.parametrize("accepts", [True, False])
def test_a_backup_is_offered_for_what_does_not_open(start, path: Path, monkeypatch, harm: str, accepts: bool) -> None:
    with Services.open(path) as services:
        services.backup.make()
    if harm == "lost":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20_000] if harm == "damaged" else b"")
    harmed = path.read_bytes() if path.exists() else None
    said: list[str] = []

    def answer(dialog: RestoreDialog) -> int:
        said.append(dialog.windowTitle())
        return int(QDialog.DialogCode.Accepted if accepts else QDialog.DialogCode.Rejected)

    monkeypatch.setattr(RestoreDialog, "exec", answer)
    session = start(path)
    assert said == ["กู้คืนข้อมูลจากชุดสำรอง"]
    if accepts:
        assert session.services is not None
        assert session.services.register.organization().name == "ตัวอย่าง"
        kept = [one.read_bytes() for one in path.parent.glob("office.db-replaced-*")]
        assert kept == ([] if harmed is None else [harmed])
    else:
        assert session.services is None
        assert (path.read_bytes() if path.exists() else None) == harmed


def test_without_a_backup_both_are_told(start, path: Path, boxes) -> None:
    path.write_bytes(b"")
    boxes.answers = ["ตกลง"]
    start(path)
    assert "0 ไบต์" in boxes.seen[0]
    assert "ไม่พบชุดสำรอง" in boxes.seen[0]


def test_what_cannot_be_written_shows_a_banner_and_refuses_changes(start, path: Path, monkeypatch) -> None:
    def no_right(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(LockFile, "__init__", no_right)
        session = start(path)
    notice = session.window.banners.notices["read-only"]
    assert "เปิดแบบอ่านอย่างเดียว" in notice.text
    assert notice.lasts
    assert session.services is not None
    with pytest.raises(UserError, match="อ่านอย่างเดียว"):
        session.services.register.save_organization(session.services.register.organization())
    session.close()
    assert path.read_bytes() == before
    assert not path.with_name("office.db-backups").exists()


def test_a_second_folder_that_is_missing_is_told_at_the_start(start, path: Path) -> None:
    usb = path.parent.parent / f"{path.parent.name}-usb"
    usb.mkdir()
    with Services.open(path) as services:
        services.pc.keep_second(usb, "")
    shutil.rmtree(usb)
    session = start(path)
    notice = session.window.banners.notices["backup"]
    assert "กรุณาเสียบไดรฟ์" in notice.text
    notice.act()
    settle(session.window)
    assert session.window.title.text() == "ตั้งค่า"


def test_a_passphrase_that_this_account_cannot_read_is_told_and_leads_to_where_it_is_set_anew(start, path: Path) -> None:
    kept = {"second": "E:/backup", "passphrase": "dpapi:bG9ja2VkIGJ5IGFub3RoZXIgYWNjb3VudA==", "retention": "7"}
    settings_path(path).write_text(json.dumps(kept), encoding="utf-8")
    session = start(path)
    notice = session.window.banners.notices["pc-settings"]
    for words in ("ยังไม่สำรองลงโฟลเดอร์ที่สอง", "ข้อมูลหน่วยงานยังอยู่ครบ", "กรุณาตั้งโฟลเดอร์สำรองที่สองและรหัสผ่านใหม่"):
        assert words in notice.text
    click(next(one for one in session.window.banners.findChildren(QPushButton) if one.text() == notice.verb))
    settle(session.window)
    assert session.window.title.text() == "ตั้งค่า"
    assert session.services.pc.retention_years == 7, "what could be read is kept"
    assert "dpapi:" in settings_path(path).read_text(encoding="utf-8"), "and nothing is thrown away"


def test_a_clock_that_is_wrong_is_told(path: Path) -> None:
    now = datetime.now().astimezone()
    with Services.open(path) as services:
        assert clock_trouble(services.backup, now) == ""
        assert "ผิดไปหลายปี" in clock_trouble(services.backup, EARLIEST - timedelta(days=1))
        services.backup.make()
        assert clock_trouble(services.backup, now) == ""
        assert "เก่ากว่าชุดสำรอง" in clock_trouble(services.backup, now - timedelta(days=3))
