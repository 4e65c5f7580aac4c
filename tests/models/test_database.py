"""The open database: pragmas, transactions, two programs at once, names of files."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from file_names import LONG, UNUSUAL
from hrdesk.errors import UserError
from hrdesk.models import engine as engines
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.plain import APPLICATION_ID
from hrdesk.models.plan import WizardDraft
from hrdesk.models.project import ProjectCost
from small_database import NOW, add_draft, drafts, plain_only


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.db") as database:
        yield database


def add(row, session):
    session.add(row)


def attempt(database, act):
    with database.begin() as session:
        act(session)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 5000),
        ("secure_delete", 1),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA),
    ],
)
@pytest.mark.parametrize("mode", ["begin", "read"])
def test_every_connection_is_set_up(database, pragma, value, mode):
    with getattr(database, mode)() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


def test_an_action_is_kept_when_it_ends_well(database):
    with database.begin() as session:
        add_draft(session)
    assert drafts(database) == ["first"]
    path = database.path
    database.close()
    with Database.open(path) as again:
        assert drafts(again) == ["first"]


def test_an_action_that_fails_leaves_nothing(database):
    def fill(session):
        add_draft(session)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        attempt(database, fill)
    assert drafts(database) == []


def test_an_action_holds_the_write_lock_from_its_beginning(database):
    with database.begin():
        other = sqlite3.connect(database.path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_what_was_read_stays_usable_after_the_session(database):
    with database.begin() as session:
        add_draft(session)
    with database.read() as session:
        draft = session.scalars(select(WizardDraft)).one()
    assert draft.updated_at == NOW


def test_reading_cannot_write(database):
    with pytest.raises(UserError, match="อ่านอย่างเดียว"), database.read() as session:
        add_draft(session)
    with database.begin() as session:  # the same pooled connection writes again
        add_draft(session)
    assert drafts(database) == ["first"]


def test_another_thread_works_on_the_same_database(database):
    """The window reads in one thread while its worker writes in another."""
    with database.read() as session:
        assert session.scalars(select(WizardDraft)).all() == []
        with ThreadPoolExecutor(1) as worker:
            worker.submit(drafts, database).result()
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda page: attempt(database, lambda session: add_draft(session, page)), "abcdefgh"))
    assert sorted(drafts(database)) == list("abcdefgh")


def test_money_is_whole_satang_and_a_moment_has_its_zone(database):
    cost = {"project_id": 1, "place": 0, "item": "", "quantity": 1, "times": 1}
    for price in (1.5, True, "100"):
        with pytest.raises(StatementError, match="satang"):
            attempt(database, partial(add, ProjectCost(**cost, unit_price=price)))
    unzoned = WizardDraft(page="", payload="", updated_at=NOW.replace(tzinfo=None))
    with pytest.raises(StatementError, match="zone"):
        attempt(database, partial(add, unzoned))


@pytest.mark.parametrize("name", ["ข้อมูล สำนักปลัด.db", f"a#b{UNUSUAL}c%20d&e.db", "x" * LONG + ".db", "it's; 'q'.db"])
def test_any_file_name_opens_the_file_it_names(tmp_path, name):
    folder = tmp_path / f"โฟลเดอร์ {UNUSUAL}#%"
    with Database.create(folder / name) as database, database.begin() as session:
        add_draft(session, name)
    with Database.open(folder / name) as database:
        assert drafts(database) == [name]
    assert {path.name for path in folder.iterdir()} >= {name, name + ".lock"}
    assert len(list(folder.iterdir())) <= 3  # and perhaps the emptied journal


def test_creating_fills_in_the_same_transaction_or_leaves_no_file(tmp_path):
    def fill(session):
        add_draft(session)
        raise ZeroDivisionError

    path = tmp_path / "new" / "office.db"
    with pytest.raises(ZeroDivisionError):
        Database.create(path, fill)
    assert [file.name for file in path.parent.iterdir()] == ["office.db.lock"]
    with Database.create(path, add_draft) as database:
        assert drafts(database) == ["first"]


def test_creating_refuses_an_existing_file(tmp_path):
    path = tmp_path / "office.db"
    path.write_bytes(b"something")
    with pytest.raises(UserError, match="อยู่แล้ว"):
        Database.create(path)
    assert path.read_bytes() == b"something"


HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hrdesk.models.database import Database
from hrdesk.models.plan import WizardDraft

def draft(page):
    return WizardDraft(page=page, payload="", updated_at=datetime.now(UTC))

database = Database.open(Path(sys.argv[1]))
with database.begin() as session:
    session.add(draft("kept"))
with database.begin() as session:
    session.add(draft("cut short"))
    session.flush()
    print("ready", flush=True)
    sys.stdin.read()
"""


@plain_only
def test_a_second_program_is_refused_and_a_killed_one_leaves_the_last_whole_state(tmp_path):
    path = tmp_path / "office.db"
    Database.create(path).close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as program:
        assert program.stdout.readline().strip() == b"ready"
        with pytest.raises(UserError, match="อีกหน้าต่างหนึ่ง"):
            Database.open(path)
        program.kill()
    with Database.open(path) as database:
        assert drafts(database) == ["kept"]
        assert database.full_check() == ()


def test_the_same_program_cannot_open_it_twice(database):
    with pytest.raises(UserError, match="อีกหน้าต่างหนึ่ง"):
        Database.open(database.path)
    assert drafts(database) == []


def test_a_lock_of_another_tool_is_waited_for_and_then_explained(tmp_path, monkeypatch):
    monkeypatch.setitem(engines.PRAGMAS, "busy_timeout", 20)
    path = tmp_path / "office.db"
    Database.create(path).close()
    with Database.open(path) as database:
        tool = sqlite3.connect(path)
        tool.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="โปรแกรมอื่นกำลังใช้"), database.begin():
            pytest.fail("began in spite of the lock")
        tool.close()
        with database.begin() as session:
            add_draft(session)


def test_a_full_disk_is_told_and_the_data_kept(database):
    with database.begin() as session:
        add_draft(session)

    def fill(session):
        session.execute(text("PRAGMA max_page_count = 1"))  # the present size: not one page more
        session.add(WizardDraft(page="", payload="x" * 100_000, updated_at=NOW))

    with pytest.raises(UserError, match="MB"):
        attempt(database, fill)
    assert drafts(database) == ["first"]
    assert database.full_check() == ()


def test_the_full_check_finds_what_the_quick_one_passes_over(tmp_path):
    path = tmp_path / "office.db"
    Database.create(path, add_draft).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = replace(sql, '(first_year)', '(year_count)') "
                    "WHERE name = 'ix_plan_first_year'")  # fmt: skip
        raw.execute("INSERT INTO plan VALUES (1, 2564, 3, 'draft', '', 1, NULL, '', '2024-06-01 00:00:00.000000')")
    raw.close()
    with Database.open(path) as database:
        assert any("ix_plan_first_year" in line for line in database.full_check())
