"""Plain SQL on the one connection beside SQLAlchemy's: one state of the data, never written but for the record of use."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text, update

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import UserError
from hrdesk.models.audit import AuditEntry
from hrdesk.models.audit_line import note
from hrdesk.models.curriculum import FundSource
from hrdesk.models.database import Database
from hrdesk.models.faults import ReadOnly, Unfit
from hrdesk.models.plain import Rows, day, faults_by, member, moment, rows_of
from small_database import plain_only


@pytest.fixture
def database(tmp_path):
    def fill(session):
        session.add_all([FundSource(id=number, name=name, place=number) for number, name in ((1, "เงินรายได้"), (2, "เงินอุดหนุน"))])

    with Database.create(tmp_path / "office.db", fill) as made:
        yield made


FUNDS = "SELECT name FROM fund_source ORDER BY id"


def test_values_are_given_beside_the_statement(database):
    with database.rows() as rows:
        assert rows("SELECT id FROM fund_source WHERE name = ? OR id = ?", "เงินอุดหนุน", 9) == [(2,)]
        assert rows("SELECT id FROM fund_source WHERE id = ?", "1 OR 1") == []


def test_what_is_read_is_one_state_whatever_is_saved_meanwhile(database):

    def rename():
        with database.begin() as session:
            session.execute(text("PRAGMA busy_timeout = 50"))
            session.execute(update(FundSource).values(name="อื่น"))

    with database.rows() as rows:
        before = rows(FUNDS)
        with pytest.raises(UserError, match="กำลังใช้"):  # it waits, then says so
            rename()
        assert rows(FUNDS) == before
    rename()
    with database.rows() as rows:
        assert rows(FUNDS) == [("อื่น",), ("อื่น",)]


def test_nothing_can_be_written_by_it(database):
    with pytest.raises(ReadOnly), database.rows() as rows:
        rows("DELETE FROM fund_source")
    with database.rows() as rows:
        assert len(rows(FUNDS)) == 2


def test_inside_a_transaction_it_sees_what_is_not_saved_yet(database):
    with database.begin() as session:
        session.add(FundSource(id=3, name="เงินสะสม", place=3))
        assert rows_of(session)(FUNDS)[-1] == ("เงินสะสม",)
        with database.rows() as rows:
            assert len(rows(FUNDS)) == 2
        session.delete(session.get(FundSource, 3))
    with database.read() as session:
        assert len(rows_of(session)(FUNDS)) == 2


def test_reading_while_reading_is_the_same_state(database):
    with database.rows() as outer, database.rows() as inner:
        assert outer(FUNDS) == inner(FUNDS)
    with database.rows() as again:
        assert rows_of(again) is again


def test_threads_take_turns(database):
    met, wrong = [], []
    gate = threading.Barrier(4)

    def read():
        gate.wait()
        for _ in range(50):
            try:
                with database.rows() as rows:
                    met.append(len(rows(FUNDS)))
            except (UserError, sqlite3.Error) as error:
                wrong.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (wrong, set(met), len(met)) == ([], {2}, 200)


def test_a_file_that_took_the_place_of_another_is_read_anew(database, tmp_path):
    Database.create(tmp_path / "other.db").close()
    writes = database.writes
    database.detach()
    (tmp_path / "other.db").replace(database.path)
    database.attach()
    with database.rows() as rows:
        assert rows(FUNDS) == []
    assert database.writes > writes


def test_a_closed_database_holds_no_file(database, tmp_path):
    with database.rows() as rows:
        assert rows(FUNDS)
    database.close()
    with pytest.raises(sqlite3.ProgrammingError), database.rows():
        pass


@plain_only
def test_a_member_that_no_program_wrote_is_damage_of_the_file(database):
    with pytest.raises(Unfit, match="เสียหาย"), database.rows():
        member(PlanStatus, "drafg")
    for read, stored in ((day, "2026-13-41"), (day, "แผน"), (moment, "2026-11-28 13:10:99")):
        with pytest.raises(Unfit, match="เสียหาย"), database.rows():
            read(stored)
    with pytest.raises(ZeroDivisionError), database.rows():
        raise ZeroDivisionError


def test_days_are_as_they_were_stored_and_moments_bear_their_zone():
    assert day("2026-11-28") == date(2026, 11, 28)
    assert moment("2026-11-28 13:10:55.426761") == datetime(2026, 11, 28, 13, 10, 55, 426761, UTC)


def test_a_line_of_the_record_is_what_a_session_would_have_written(database):
    before = datetime.now(UTC)
    note(database, AuditAction.PRINT, "plan-book", (3, 4), "แผน.pdf")
    with database.begin() as session:
        session.add(FundSource(id=7, name="อื่น", place=7))
    with database.read() as session:
        own, other = session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        assert (own.action, own.subject, own.row_ids, own.count, own.detail) == (AuditAction.PRINT, "plan-book", "3, 4", 2, "แผน.pdf")
        assert own.user == other.user
        assert before <= own.at <= other.at
        kinds = session.execute(text("SELECT DISTINCT typeof(at), length(at) FROM audit_entry")).all()
    assert kinds == [("text", 26)]


def test_after_a_line_was_added_the_connection_only_reads_again(database):
    writes = database.writes
    note(database, AuditAction.PRINT, "plan-book")
    assert database.writes == writes + 1
    with pytest.raises(ReadOnly), database.rows() as rows:
        rows("DELETE FROM audit_entry")
    with pytest.raises(sqlite3.Error):
        database.add_row("audit_entry", {"at": "now"})
    with pytest.raises(ReadOnly), database.rows() as rows:
        rows("INSERT INTO fund_source VALUES (9, 'x', 9)")


def test_a_row_is_not_added_to_what_will_be_taken_back(database):
    with database.rows() as rows:
        with pytest.raises(RuntimeError, match="taken back"):
            note(database, AuditAction.PRINT, "plan-book")
        before = rows("SELECT count(*) FROM audit_entry")
    note(database, AuditAction.PRINT, "plan-book")
    with database.rows() as rows:
        assert rows("SELECT count(*) FROM audit_entry") == [(before[0][0] + 1,)]


def test_in_read_only_mode_there_is_no_record(database):
    path = database.path
    database.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with Database(path, None, read_only=True) as kept:
            note(kept, AuditAction.PRINT, "plan-book")
            with pytest.raises(UserError, match="อ่านอย่างเดียว"):
                kept.add_row("audit_entry", {})
            with kept.rows() as rows:
                assert rows("SELECT count(*) FROM audit_entry") == [(0,)]
    finally:
        path.parent.chmod(0o700)


@plain_only
def test_what_sqlite_finds_wrong_is_listed(database, tmp_path):
    with closing(sqlite3.connect(database.path)) as raw:
        raw.execute("INSERT INTO project_year (project_id, place, year) VALUES (77, 0, 2569)")
        raw.commit()
        ask = Rows(raw)
        assert faults_by(ask) == ("project_year 1 → project",)
        assert faults_by(ask, thorough=True) == faults_by(ask)
