"""The composition root: first run, an existing database, a file that is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLabel

from hrdesk.app import SAMPLE_NOTICE, Session, _log_failure, tell_failure
from hrdesk.config import log_path
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.safety.backup import verify
from hrdesk.ui.home.page import WAITING
from hrdesk.ui.kit.preferences import sample_file
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.kit.translator import ThaiButtons
from hrdesk.ui.window.first_run import FirstRun
from hrdesk.ui.window.main_window import MainWindow
from small_database import own_process
from ui.window_support import click, modal, page, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrdesk.ui.kit.page import Page


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
    type_text(dialog.places.province, "ลำพูน")
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


def begin_with_sample(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(dialog: FirstRun) -> int:
        if dialog.sample.isHidden():
            type_text(dialog.name, "หนองบัว")
        else:
            dialog.sample.click()
        dialog.go.click()
        return int(dialog.result())

    monkeypatch.setattr(FirstRun, "exec", choose)
    session.open()
    settle(session.window)


def test_the_whole_file_is_checked_behind_the_first_page(session, monkeypatch) -> None:
    begin_with_sample(session, monkeypatch)
    session._check()
    settle(session.window)
    assert session.services.health.last.faults == ()
    assert "health" not in session.window.banners.notices
    session.window.open_page("settings", "backup")
    settle(session.window)
    shown = " ".join(one.text() for one in session.window.pages["settings"].findChildren(QLabel))
    assert "แฟ้มข้อมูลปกติ" in shown


def test_damage_found_behind_the_first_page_is_told_and_stays(session, monkeypatch) -> None:
    begin_with_sample(session, monkeypatch)
    monkeypatch.setattr(type(session.services.database), "full_check", lambda _: ("row 1 missing from index",))
    session._check()
    settle(session.window)
    notice = session.window.banners.notices["health"]
    assert (notice.tone, notice.lasts) == ("error", True)
    notice.act()
    settle(session.window)
    assert session.window.title.text() == "ตั้งค่า"


def test_the_sample_is_put_aside_for_the_own_office_and_nothing_is_deleted(session, monkeypatch) -> None:
    begin_with_sample(session, monkeypatch)
    session.services.backup.make()
    notice = session.window.banners.notices[SAMPLE_NOTICE]
    notice.act()
    settle(session.window)
    assert session.window._office.text() == "เทศบาลตำบลหนองบัว"
    assert SAMPLE_NOTICE not in session.window.banners.notices
    assert sample_file() is None
    (aside,) = [path for path in session.path.parent.iterdir() if path.is_dir() and path.name.startswith("office-")]
    kept_names = {path.name for path in aside.iterdir()} - {"office.db-journal"}  # emptied, and left by SQLite
    assert kept_names == {"office.db", "office.db-backups"}
    with Services.open(aside / "office.db") as kept:
        assert kept.register.organization().full_name == "เทศบาลตำบลหนองป่าครั่ง"


def test_what_is_typed_in_the_own_office_is_kept_in_it_and_the_sample_keeps_its_key_and_what_it_was(session, monkeypatch) -> None:
    begin_with_sample(session, monkeypatch)
    session.services.backup.restore(session.services.backup.make().backup.path)
    key = session.path.with_name("office.db.key.json")
    key.write_text("{}", encoding="utf-8")  # as where it is encrypted
    before = session.window.draft_keeper
    session.begin_own()
    settle(session.window)
    assert not key.exists()
    (aside,) = [path for path in session.path.parent.iterdir() if path.is_dir() and path.name.startswith("office-")]
    assert {"office.db.key.json", "office.db-replaced-000002"} <= {path.name for path in aside.iterdir()}
    keeper = session.window.draft_keeper
    assert keeper is not before
    page(session.window, "people").add_person()
    settle(session.window)
    type_text(modal().first, "สมหญิง")
    keeper.save()
    settle(session.window)
    assert [draft.title for draft in session.services.drafts.listed()] == [modal().windowTitle()]
    modal().reject()
    settle(session.window)
    assert session.services.drafts.listed() == ()


def test_a_sample_that_cannot_be_put_aside_is_opened_again(session, monkeypatch, boxes) -> None:
    begin_with_sample(session, monkeypatch)

    def refuse(*_: object) -> Path:
        raise UserError("ย้ายแฟ้มข้อมูลเดิมไม่ได้")

    monkeypatch.setattr("hrdesk.services.register.setting_aside.set_aside", refuse)
    boxes.answers.append("ตกลง")
    session.begin_own()
    settle(session.window)
    assert session.window._office.text() == "เทศบาลตำบลหนองป่าครั่ง"
    assert SAMPLE_NOTICE in session.window.banners.notices


def test_a_cancelled_first_run_makes_nothing(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FirstRun, "exec", lambda _dialog: 0)
    session.open()
    settle(session.window)
    assert not session.path.exists()
    assert session.window.isHidden()


STARTING = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel
from hrdesk.app import make_application, run

HEAVY = ("sqlalchemy", "alembic", "reportlab", "openpyxl", "uharfbuzz", "PIL", "PySide6.QtPdf",
         "hrdesk.services.values", "hrdesk.models.database", "hrdesk.thai.words")
app = make_application()

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.inherits("QMainWindow"):
            app.removeEventFilter(self)
            texts = [label.text() for label in watched.findChildren(QLabel)]
            print(json.dumps({"heavy": [name for name in HEAVY if name in sys.modules], "texts": texts,
                              "page": watched.stack.currentWidget() is watched.pages["home"]}))
            watched.worker.busy.connect(lambda busy: None if busy else watched.close())
        return False

watch = Watch()
app.installEventFilter(watch)
sys.exit(run(Path(sys.argv[1])))
"""


@own_process
def test_the_first_page_shows_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    done = subprocess.run([sys.executable, "-c", STARTING, path], capture_output=True, text=True, check=False,
                          env={**os.environ, "XDG_DATA_HOME": str(tmp_path)})  # fmt: skip
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["heavy"] == []
    assert said["page"]
    assert {"เทศบาลตำบลหนองป่าครั่ง", "แผนพัฒนา พ.ศ. 2564–2566"} <= set(said["texts"])


def labels(page: Page) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel)]


@pytest.mark.parametrize("sample", [True, False])
def test_the_preview_gives_way_to_the_whole_page(session: Session, sample: bool) -> None:
    session.path.parent.mkdir()
    if sample:
        Services.create_sample(session.path).close()
    else:
        Services.create(session.path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    session.show()
    page = session.window.pages["home"]
    assert not page.loaded
    assert WAITING in labels(page)
    session.window.zoom_in()  # no services yet: nothing to leave, nothing that fails
    settle(session.window)
    assert list(session.window.pages) == ["home"]
    page = session.window.pages["home"]
    assert page.loaded
    assert WAITING not in labels(page)


def test_a_page_asked_for_too_early_is_opened_as_soon_as_it_can_be(session: Session) -> None:
    session.path.parent.mkdir()
    Services.create_sample(session.path).close()
    session.show()
    session.window.open_page("people", "staff:1")
    assert session.window.current_key == "home"
    settle(session.window)
    assert session.window.current_key == "people"
    assert session.window.pages["people"].loaded


def test_the_same_figures_before_and_after(session: Session) -> None:
    session.path.parent.mkdir()
    Services.create_sample(session.path).close()
    session.show()
    page = session.window.pages["home"]
    before = [box.itemAt(i).widget().text() for box in (page.facts,) for i in range(box.count())]
    years, title, now = page.bars.years, page.life_title.text(), page.life.now
    settle(session.window)
    assert session.window.pages["home"] is page
    assert WAITING not in labels(page)
    assert [page.facts.itemAt(i).widget().text() for i in range(page.facts.count())] == before
    assert (page.bars.years, page.life_title.text(), page.life.now) == (years, title, now)


def test_a_failure_without_a_console_is_told_in_a_box(qapp, boxes) -> None:
    boxes.answers = ["ตกลง"]
    before = set(qapp.findChildren(ThaiButtons))
    tell_failure("หาย.db: ไม่พบแฟ้มฐานข้อมูล")
    assert boxes.seen == ["หาย.db: ไม่พบแฟ้มฐานข้อมูล"]
    (words,) = set(qapp.findChildren(ThaiButtons)) - before
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "ยกเลิก"
    qapp.removeTranslator(words)
    words.deleteLater()


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


def test_the_first_change_and_the_close_are_backed_up(session: Session) -> None:
    session.path.parent.mkdir()
    Services.create(session.path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    session.show()
    settle(session.window)
    services, desk = session.services, session.window.desk
    assert services is not None
    assert desk is not None
    for year in (2570, 2573):
        draft = services.planning.blank(year)
        desk.change(session.window, lambda draft=draft: services.planning.save(draft))
        settle(session.window)
        assert len(services.backup.listed()) == 1  # the second change of the day waits for the close
    session.close()
    with Services.open(session.path) as again:
        newest, first = again.backup.listed()
        assert verify(newest.path).counts["plan"] == 2
        assert verify(first.path).counts["plan"] == 1


def test_a_job_that_failed_behind_the_page_is_named_in_the_log() -> None:
    """Every one of them was once told as a backup that failed."""
    for job in ("full check", "backup"):
        _log_failure(job, ValueError("ตัวอย่าง"))
    told = log_path().read_text(encoding="utf-8")
    assert told.count("full check failed") == told.count("backup failed") == 1
    assert told.count("ValueError: ตัวอย่าง") == 2
