"""The composition root: first run, an existing database, a file that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from hrdesk.app import Session
from hrdesk.domain.terms import OrganizationKind
from hrdesk.services import Services
from hrdesk.ui.first_run import FirstRun
from hrdesk.ui.main_window import MainWindow
from hrdesk.ui.task import Worker
from ui.window_support import click, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def session(qapp, qtbot, theme, tmp_path) -> Iterator[Session]:
    window = MainWindow(theme, Worker(qapp))
    qtbot.addWidget(window)
    session = Session(tmp_path / "data" / "office.db", window)
    window.show()
    yield session
    session.close()


def test_first_run_wants_a_name(qtbot, theme, tmp_path: Path) -> None:
    dialog = FirstRun(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    click(dialog.go)
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert dialog.wrong.text() == "กรุณากรอกชื่อหน่วยงาน"
    type_text(dialog.name, "หนองบัว")
    dialog.kind.setCurrentIndex(list(OrganizationKind).index(OrganizationKind.SAO))
    type_text(dialog.province, "ลำพูน")
    click(dialog.go)
    assert dialog.result() == QDialog.DialogCode.Accepted
    with dialog.maker(tmp_path / "new" / "office.db")() as services:
        organization = services.register.organization()
    assert organization.full_name == "องค์การบริหารส่วนตำบลหนองบัว"
    assert organization.province == "ลำพูน"


def test_first_run_with_the_sample(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose_sample(dialog: FirstRun) -> int:
        dialog.sample.click()
        assert not dialog.name.isEnabled()
        dialog.go.click()
        return int(dialog.result())

    monkeypatch.setattr(FirstRun, "exec", choose_sample)
    session.open()
    settle(session.window)
    assert session.window._office.text() == "เทศบาลตำบลหนองป่าครั่ง"
    assert session.window.title.text() == "หน้าหลัก"


def test_a_cancelled_first_run_makes_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FirstRun, "exec", lambda _dialog: 0)
    session.open()
    settle(session.window)
    assert not session.path.exists()
    assert session.window.isHidden()


def test_an_existing_database_is_opened(session: Session) -> None:
    session.path.parent.mkdir()
    Services.create(session.path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    session.open()
    assert session.window.title.text() == ""
    settle(session.window)
    assert session.window._office.text() == "เทศบาลเมืองตัวอย่าง"


def test_a_file_that_is_no_database_is_told_and_left_alone(session: Session, boxes) -> None:
    session.path.parent.mkdir()
    session.path.write_bytes(b"this is a letter, not a database" * 200)
    boxes.answers = ["ตกลง"]
    session.open()
    settle(session.window)
    assert boxes.seen
    assert session.path.read_bytes().startswith(b"this is a letter")
    assert session.services is None
