"""The first start of a new PC from nothing but a backup: looked at, compared, asked, and asked again when refused."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel

from hrdesk.app import SAMPLE_NOTICE, Session
from hrdesk.models.cipher_key import IN_USE
from hrdesk.services import Services
from hrdesk.ui.kit.preferences import sample_file
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.settings.backup_dialogs import PassphraseDialog, RestoreDialog
from hrdesk.ui.window.first_run import FirstRun
from hrdesk.ui.window.main_window import MainWindow
from small_database import plain_only
from ui.window_support import click, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

PASSWORD = "รหัสผ่านยาวพอ"
CODE = " ".join(["1234"] * 12)
OFFICE = "เทศบาลตำบลหนองป่าครั่ง"


@pytest.fixture
def session(qapp, qtbot, theme, tmp_path) -> Iterator[Session]:
    window = MainWindow(theme, Worker(qapp))
    qtbot.addWidget(window)
    session = Session(tmp_path / "new" / "office.db", window)
    window.show()
    yield session
    session.close()


@pytest.fixture
def copies(tmp_path, sample) -> Callable[[str], Path]:
    """A backup of the sample office, as a drive carries it here."""

    def copy(passphrase: str = "") -> Path:
        drive = tmp_path / "drive"
        drive.mkdir()
        with Services.create_sample(tmp_path / "old" / "office.db") as old:
            return old.backup.send(old.backup.make().backup, drive, passphrase or None)

    return copy


@pytest.fixture
def officer(monkeypatch) -> Officer:
    return Officer(monkeypatch)


class Officer:
    """Answers each dialog that waits with the next of the answers, and keeps what was read there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers: deque[tuple[type, Callable[[Any], None]]] = deque()
        self.read: list[str] = []
        for kind in (FirstRun, RestoreDialog, PassphraseDialog):
            monkeypatch.setattr(kind, "exec", lambda dialog: self._exec(dialog))  # noqa: PLW0108 - a bound one would not get the dialog

    def will(self, kind: type, act: Callable[[Any], None]) -> None:
        self.answers.append((kind, act))

    def _exec(self, dialog: QDialog) -> int:
        dialog.setResult(0)
        dialog.show()
        kind, act = self.answers.popleft()
        assert isinstance(dialog, kind), dialog
        self.read.append(" ".join(one.text().replace("\u200b", "") for one in dialog.findChildren(QLabel) if one.isVisible()))
        act(dialog)
        dialog.hide()
        return int(dialog.result())


def chooses(path: Path, password: str = "") -> Callable[[FirstRun], None]:
    def act(first: FirstRun) -> None:
        first.restore.click()
        assert first.backup.isVisible()
        assert not first.workbook.isVisible()
        first.backup.file.setText(str(path))
        first.backup.password.setText("")
        type_text(first.backup.password, password)
        first.go.click()

    return act


def types(secret: str) -> Callable[[PassphraseDialog], None]:
    def act(dialog: PassphraseDialog) -> None:
        type_text(dialog.field, secret)
        dialog.save_button.click()

    return act


def begin(dialog: RestoreDialog) -> None:
    dialog.save_button.click()


def begin_seeing(columns: list[str]) -> Callable[[RestoreDialog], None]:
    def act(dialog: RestoreDialog) -> None:
        model = dialog.table.model()
        assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())] == columns
        dialog.save_button.click()

    return act


def leave(dialog: QDialog) -> None:
    dialog.reject()


def test_the_office_of_a_backup_opens_after_it_was_looked_at_and_confirmed(session, copies, officer) -> None:
    copy = copies()
    officer.will(FirstRun, chooses(copy))
    officer.will(RestoreDialog, begin_seeing(["ข้อมูล", "ในชุดสำรอง"]))
    session.open()
    settle(session.window)
    assert not officer.answers
    assert "ชุดสำรองที่ 1" in officer.read[1]
    assert f"“{OFFICE.removeprefix('เทศบาลตำบล')}”" in officer.read[1]
    assert "แฟ้มชุดสำรองยังอยู่ที่เดิม" in officer.read[1]
    assert session.window._office.text() == OFFICE
    assert sample_file() is None
    assert session.services.database.counts()["staff"] == 51
    assert copy.exists()


def test_what_is_refused_is_said_where_it_was_typed_and_nothing_typed_is_lost(session, copies, officer) -> None:
    copy = copies(PASSWORD)
    officer.will(FirstRun, chooses(copy, "อย่างอื่น1"))

    def mend(first: FirstRun) -> None:
        assert first.restore.isChecked()
        assert first.backup.file.text() == str(copy)
        chooses(copy, PASSWORD)(first)

    officer.will(FirstRun, mend)
    officer.will(RestoreDialog, leave)  # on second thoughts
    officer.will(FirstRun, chooses(copy, PASSWORD))
    officer.will(RestoreDialog, begin)
    session.open()
    settle(session.window)
    assert not officer.answers
    assert "รหัสผ่านไม่ถูกต้อง" in officer.read[1]
    assert "รหัสผ่านไม่ถูกต้อง" not in officer.read[3]
    assert session.window._office.text() == OFFICE


def test_a_file_that_is_no_backup_is_told_and_giving_up_makes_nothing(session, tmp_path, officer) -> None:
    wrong = tmp_path / "แผน.zip"
    wrong.write_bytes(b"PK\x03\x04 nothing")
    officer.will(FirstRun, chooses(wrong))
    officer.will(FirstRun, leave)
    session.open()
    settle(session.window)
    assert not officer.answers
    assert "ไม่ใช่ชุดสำรอง" in officer.read[1]
    assert not session.path.exists()
    assert not session.window.isVisible()


def test_a_missing_file_is_not_gone_to_look_for(qtbot, theme, tmp_path) -> None:
    first = FirstRun(theme)
    qtbot.addWidget(first)
    first.show()
    chooses(tmp_path / "none.db")(first)
    assert not first.result()
    assert first.wrong.text() == "ไม่พบแฟ้มชุดสำรอง กรุณาเลือกแฟ้ม"


def test_every_way_can_be_left_for_another_and_what_was_wrong_stays_behind(qtbot, theme) -> None:
    first = FirstRun(theme, after_sample=True)
    qtbot.addWidget(first)
    first.show()
    assert not first.sample.isVisible()
    for way, other in ((first.restore, first.bring), (first.bring, first.own), (first.own, first.restore)):
        click(way)
        click(first.go)
        assert first.wrong.isVisible()
        click(other)
        assert other.isChecked()
        assert not first.wrong.isVisible()
    qtbot.waitUntil(lambda: first.height() == first.sizeHint().height())


def test_a_locked_workbook_asks_again_for_its_password(session, tmp_path, officer) -> None:
    with Services.create_sample(tmp_path / "old" / "office.db") as old:
        old.office_workbook.export(tmp_path / "office.xlsx", PASSWORD)

    def bring(password: str) -> Callable[[FirstRun], None]:
        def act(first: FirstRun) -> None:
            first.bring.click()
            first.workbook.file.setText(str(tmp_path / "office.xlsx"))
            first.workbook.password.setText(password)
            first.go.click()

        return act

    officer.will(FirstRun, bring("อย่างอื่น1"))
    officer.will(FirstRun, bring(PASSWORD))
    session.open()
    settle(session.window)
    assert not officer.answers
    assert "ไม่ถูกต้อง" in officer.read[1]
    assert session.window._office.text() == OFFICE


@plain_only
def test_the_backup_of_an_encrypted_office_asks_for_its_digits(session, tmp_path, officer) -> None:
    pytest.importorskip("sqlcipher3")
    try:
        with Services.create_sample(tmp_path / "old" / "office.db") as old:
            old.encryption.turn_on(CODE, PASSWORD)
            copy = old.backup.make().backup.path
            copy = copy.rename(tmp_path / copy.name)
            copy.with_suffix(".json").write_bytes((tmp_path / "old" / "office.db-backups" / copy.name).with_suffix(".json").read_bytes())
        IN_USE.key = None
        officer.will(FirstRun, chooses(copy))
        officer.will(PassphraseDialog, types("11112222"))
        officer.will(PassphraseDialog, types(CODE))
        officer.will(RestoreDialog, begin)
        session.open()
        settle(session.window)
        assert not officer.answers
        assert "48 หลัก" in officer.read[1]
        assert "ไม่ถูกต้อง" in officer.read[2]
        assert session.window._office.text() == OFFICE
        assert "48 หลัก" in session.window.banners.notices["key-file"].text
    finally:
        session.close()
        IN_USE.key = None


def test_the_own_office_comes_from_a_backup_after_the_sample_was_tried(session, copies, officer, tmp_path) -> None:
    def sample(first: FirstRun) -> None:
        first.sample.click()
        first.go.click()

    copy = copies()
    officer.will(FirstRun, sample)
    session.open()
    settle(session.window)
    assert sample_file() == session.path
    officer.will(FirstRun, chooses(tmp_path / "drive" / "nothing.db"))  # which keeps the question open
    session.window.banners.notices[SAMPLE_NOTICE].act()
    assert session.services is not None  # the sample goes on
    officer.will(FirstRun, chooses(copy))
    officer.will(RestoreDialog, begin)
    session.begin_own()
    settle(session.window)
    assert not officer.answers
    assert sample_file() is None
    assert session.services.backup.listed() == ()  # those of the sample went with it
    assert session.services.database.counts()["staff"] == 51
    assert [one.name for one in session.path.parent.glob("office-*/office.db")] == ["office.db"]
