"""The second start shows the whole first page before the services are there, and trusts it no longer than it is true."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from hrdesk.app import KEEP_AFTER, Session
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.services import Services
from hrdesk.services.glance import kept_path, read_kept
from hrdesk.services.glancing import glance_of
from hrdesk.services.values import StaffQuery
from hrdesk.ui.home.evidence_dialog import EvidenceDialog
from hrdesk.ui.home.page import WAITING
from hrdesk.ui.kit.read_only import button_words, changes_nothing
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.window.main_window import MainWindow
from small_database import plain_only
from ui.window_support import click, settle

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = plain_only  # of an encrypted office no page is kept


@pytest.fixture
def starts(qapp, qtbot, theme):
    """Starts the program on a file, as often as asked; each start ends the one before."""
    running: list[Session] = []
    ended: list[Session] = []  # what they will still be called for finds them

    def start(path: Path) -> Session:
        end()
        window = MainWindow(theme, Worker(qapp))
        qtbot.addWidget(window)
        running.append(Session(path, window))
        running[-1].show()
        return running[-1]

    def end() -> None:
        if running:
            ended.append(running.pop())
            ended[-1].close()

    start.end = end
    yield start
    end()


@pytest.fixture
def once(starts, tmp_path) -> Path:
    """A sample office that was opened and closed."""
    path = tmp_path / "office.db"
    Services.create_sample(path).close()
    settle(starts(path).window)
    starts.end()
    return path


def said(page) -> list[str]:
    return sorted(label.text() for label in page.findChildren(QLabel) if label.text() and label.isVisibleTo(page))


def test_the_page_is_whole_before_the_services_are_there(starts, once):
    session = starts(once)
    home = session.window.pages["home"]
    assert session.services is None
    assert home.loaded
    assert WAITING not in said(home)
    assert "ตรวจแล้วสมบูรณ์" in home.backup.said.text()
    assert session.window._office.text() == "เทศบาลตำบลหนองป่าครั่ง"
    before = said(home), home.bars.years, home.evidence.items
    settle(session.window)
    assert session.services is not None
    assert (said(home), home.bars.years, home.evidence.items) == before
    home.refresh()
    settle(session.window)
    assert (said(home), home.bars.years, home.evidence.items) == before, "the services say the same"


def test_a_link_pressed_too_early_is_followed_when_it_can_be(starts, once):
    session = starts(once)
    home = session.window.pages["home"]
    click(next(b for b in home.findChildren(QPushButton) if b.text().startswith("ดูทั้งหมด")))
    assert session.window.current_key == "home"
    settle(session.window)
    assert session.window.current_key == "plan"


def test_the_evidence_is_asked_for_and_recorded_as_soon_as_it_can_be(starts, once):
    session = starts(once)
    panel = session.window.pages["home"].evidence
    shown = panel.items
    panel.year.setValue(2564)
    assert panel.items == shown
    settle(session.window)
    assert panel.items == session.services.year.pack(2564)
    assert panel.items != shown


def test_what_another_program_wrote_meanwhile_is_read(starts, once):
    """Between showing the page and taking the lock."""
    session = starts(once)
    home = session.window.pages["home"]
    holders = home.facts.itemAtPosition(2, 1).widget().text()
    with closing(sqlite3.connect(once)) as other, other:
        other.execute("UPDATE staff SET position_id = NULL WHERE id = (SELECT max(id) FROM staff WHERE position_id > 0)")
        assert other.total_changes == 1
    settle(session.window)
    assert int(home.facts.itemAtPosition(2, 1).widget().text()) == int(holders) - 1


def test_a_change_lets_go_of_what_was_kept(starts, once):
    assert kept_path(once).exists()
    session = starts(once)
    settle(session.window)
    register = session.services.register
    someone = register.staff_page(StaffQuery(vacant=False)).rows[0]
    session.window.desk.change(session.window, lambda: register.retire(someone.staff_id, date(2025, 10, 1), "ลาออก"))
    settle(session.window)
    assert not kept_path(once).exists()
    vacant = session.window.pages["home"].facts.itemAtPosition(3, 1).widget().text()
    starts.end()
    assert kept_path(once).exists(), "kept anew when closed"
    assert starts(once).window.pages["home"].facts.itemAtPosition(3, 1).widget().text() == vacant


def test_a_program_that_never_closes_has_kept_the_page_when_it_came_to_rest(starts, once, qtbot):
    """A power cut an hour after the last change: the next start is a quick one."""
    session = starts(once)
    settle(session.window)
    register = session.services.register
    someone = register.staff_page(StaffQuery(vacant=False)).rows[0]
    assert not session.keeping.isActive()
    session.window.desk.change(session.window, lambda: register.retire(someone.staff_id, date(2025, 10, 1), "ลาออก"))
    settle(session.window)
    assert not kept_path(once).exists()
    assert session.keeping.isActive()
    assert session.keeping.interval() == KEEP_AFTER
    session.keeping.setInterval(0)
    session.keeping.start()
    qtbot.waitUntil(kept_path(once).exists)
    settle(session.window)
    assert read_kept(once, date.today()).glance == glance_of(session.services, date.today())


def test_behind_a_password_nothing_is_shown(starts, once):
    with Services.open(once) as services:
        services.lock.set_password("รหัสผ่านยาวพอ")
    session = starts(once)
    assert "home" not in session.window.pages


@pytest.fixture
def unwritable(starts, once, monkeypatch) -> Path:
    """With papers of this year to be recorded; opened and closed, then no longer to be written.

    Tests may run with every right there is, so the answer of a system that gives none is put in.
    """
    with closing(sqlite3.connect(once)) as rows, rows:
        later = FiscalYear.of(date.today()).be - rows.execute("SELECT first_year FROM plan").fetchone()[0]
        rows.execute("UPDATE plan SET first_year = first_year + ?", (later,))
        rows.execute("UPDATE project_budget SET year = year + ?", (later,))
    settle(starts(once).window)
    starts.end()
    monkeypatch.setattr("hrdesk.models.database.may_write", lambda _path: False)
    return once


def recorders(session: Session) -> list[QPushButton]:
    evidence = session.window.pages["home"].evidence
    return [one for one in evidence.findChildren(QPushButton) if one.accessibleName().startswith("บันทึกเอกสาร")]


def test_where_nothing_can_be_written_the_kept_page_stays_and_offers_no_change(starts, unwritable):
    session = starts(unwritable)
    home = session.window.pages["home"]
    shown = said(home)
    assert home.loaded
    assert recorders(session)
    settle(session.window)
    assert session.services.read_only
    assert said(home) == shown
    assert not any(one.isEnabled() for one in recorders(session))
    free = [one for one in home.findChildren(QPushButton) if one.isVisibleTo(home) and one.isEnabled()]
    assert {"เปิดแผน", "พิมพ์บัญชี"} <= {button_words(one) for one in free}
    assert [button_words(one) for one in free if not changes_nothing(one, button_words(one))] == []
    assert "read-only" in session.window.banners.notices


def test_what_was_pressed_before_it_was_known_opens_only_to_look(starts, unwritable):
    session = starts(unwritable)
    click(recorders(session)[0])
    settle(session.window)
    dialog = session.window.findChild(EvidenceDialog)
    assert dialog is not None
    assert not dialog.save_button.isEnabled()
    dialog.reject()


def test_closing_what_cannot_be_written_leaves_the_kept_page_for_the_next_start(starts, unwritable):
    kept = kept_path(unwritable).read_bytes()
    settle(starts(unwritable).window)
    starts.end()
    assert kept_path(unwritable).read_bytes() == kept
    assert starts(unwritable).window.pages["home"].loaded
