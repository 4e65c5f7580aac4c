"""A backup takes the database's place whole, or the present stays as it was."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.models import migrations
from hrdesk.models import restore as restoring
from hrdesk.models.backup import make, thin_set_aside, verify
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.inspection import hashes_of
from hrdesk.models.manifest import manifest_path, read_manifest, write_manifest
from hrdesk.models.restore import offer, recover, restore
from small_database import add_draft, drafts, plain_only


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.db", add_draft) as database:
        yield database


def add(database, page):
    with database.begin() as session:
        add_draft(session, page)


def beside(path):
    return sorted(one.name for one in path.parent.iterdir() if not one.name.endswith("-journal"))


def test_the_backup_is_the_database_and_the_present_is_kept_twice(database):
    backup = make(database.path, Reason.MANUAL)
    add(database, "later")
    done = restore(database, backup.path)
    assert drafts(database) == ["first"]
    assert done.manifest == backup.manifest
    assert verify(done.before.path).sound
    assert beside(database.path) == [
        "office.db", "office.db-backups", "office.db-replaced-000002", "office.db.lock",
    ]  # fmt: skip
    for kept in (done.aside, done.before.path):
        with Database.open(kept) as old:
            assert drafts(old) == ["first", "later"]
    add(database, "after")  # the same object goes on
    database.close()
    with Database.open(database.path) as again:
        assert drafts(again) == ["first", "after"]
        restore(again, done.before.path)  # and back again
        assert drafts(again) == ["first", "later"]


def test_a_second_program_finds_it_locked_throughout(database, monkeypatch):
    backup = make(database.path, Reason.MANUAL)
    swap = restoring._swap

    def watched(*arguments):
        with pytest.raises(UserError, match="อีกหน้าต่างหนึ่ง"):
            Database.open(database.path)
        swap(*arguments)

    monkeypatch.setattr(restoring, "_swap", watched)
    restore(database, backup.path)
    assert drafts(database) == ["first"]


@plain_only
def test_an_unsound_backup_changes_nothing(database):
    backup = make(database.path, Reason.MANUAL)
    add(database, "later")
    content = bytearray(backup.path.read_bytes())
    content[5000] ^= 1
    backup.path.write_bytes(content)
    before = database.path.read_bytes()
    with pytest.raises(UserError, match="SHA-256"):
        restore(database, backup.path)
    with pytest.raises(UserError, match="ไม่พบแฟ้มชุดสำรอง"):
        restore(database, Path("nowhere.db"))
    assert database.path.read_bytes() == before
    assert beside(database.path) == ["office.db", "office.db-backups", "office.db.lock"]
    assert drafts(database) == ["first", "later"]


@pytest.mark.parametrize("step", ["link", "replace", "fsync"])
def test_the_system_refusing_any_step_leaves_the_present(database, monkeypatch, step):
    """Each call of the system in the restore refused once, from the first to the last."""
    backup = make(database.path, Reason.MANUAL)
    add(database, "later")
    real, calls = getattr(os, step), []

    def failing(*arguments, **options):
        calls.append(step)
        if len(calls) == failing.at:
            raise OSError(5, "Input/output error")
        return real(*arguments, **options)

    monkeypatch.setattr(os, step, failing)
    for failing.at in range(1, 20):
        calls.clear()
        try:
            restore(database, backup.path)
        except UserError as error:
            assert "ข้อมูลที่ใช้งานอยู่ยังครบ" in str(error)  # noqa: PT017
            assert drafts(database) == ["first", "later"]
            continue
        assert drafts(database) == ["first"]  # no such call any more, or one that has a substitute
        if len(calls) < failing.at:
            break
        add(database, "later")
    assert failing.at > 1
    assert not list(database.path.parent.glob("*.restoring"))


def test_an_older_backup_is_migrated_before_it_takes_the_place(tmp_path, database, monkeypatch):
    def revision(op):
        op.execute("CREATE TABLE extra (id INTEGER PRIMARY KEY)")

    backup = make(database.path, Reason.MANUAL)
    revisions = (*migrations.REVISIONS, revision)
    monkeypatch.setattr(migrations, "REVISIONS", revisions)
    monkeypatch.setattr(restoring, "SCHEMA", SCHEMA + 1)
    restore(database, backup.path)
    with database.read() as session:
        assert session.scalar(text("PRAGMA user_version")) == SCHEMA + 1
        assert session.scalar(text("SELECT count(*) FROM extra")) == 0
    monkeypatch.undo()
    newer = make(database.path, Reason.MANUAL)
    with pytest.raises(UserError, match=f"รุ่นที่ {SCHEMA + 1}"):
        restore(database, newer.path)


def test_counts_that_do_not_agree_after_the_swap_bring_the_present_back(database, monkeypatch):
    backup = make(database.path, Reason.MANUAL)
    add(database, "later")
    monkeypatch.setattr(Database, "counts", lambda _self: {})
    with pytest.raises(UserError, match="กลับมาใช้ไม่สำเร็จ"):
        restore(database, backup.path)
    assert drafts(database) == ["first", "later"]


def harm(path, how):
    content = path.read_bytes()
    harmed = {
        "empty": b"",
        "truncated": content[: len(content) // 2 + 100],
        "foreign": b"PK\x03\x04" + b"x" * 9000,
        "rubbish": content[:4096] + os.urandom(8192) + content[12288:],
    }
    if how == "missing":
        path.unlink()
    else:
        path.write_bytes(harmed[how])


@pytest.mark.parametrize("how", ["empty", "truncated", "foreign", "rubbish", "missing"])
def test_recovering_offers_the_newest_sound_backup_and_keeps_the_damaged_file(tmp_path, how):
    path = tmp_path / "office.db"
    with Database.create(path, add_draft) as database:
        first = make(path, Reason.MANUAL)
        add(database, "second")
        second = make(path, Reason.MANUAL)
    second.path.write_bytes(second.path.read_bytes()[:-7])
    harm(path, how)
    before = path.read_bytes() if path.exists() else None
    offered = offer(path)
    assert offered.backup == first
    assert offered.fault
    assert (path.read_bytes() if path.exists() else None) == before
    done = recover(path, offered)
    with Database.open(path) as database:
        assert drafts(database) == ["first"]
    assert (done.aside.read_bytes() if done.aside else None) == before


def test_a_sound_database_is_not_recovered(database):
    make(database.path, Reason.MANUAL)
    with pytest.raises(UserError, match="อีกหน้าต่างหนึ่ง"):
        offer(database.path)
    database.close()
    with pytest.raises(UserError, match="ไม่ต้องกู้คืน"):
        offer(database.path)


def test_without_a_sound_backup_nothing_is_offered(database):
    database.close()
    database.path.write_bytes(b"")
    with pytest.raises(UserError, match="ที่ตรวจผ่าน"):
        offer(database.path)
    assert database.path.read_bytes() == b""


def test_the_journal_of_a_damaged_file_is_not_rolled_into_the_new_one(tmp_path):
    path = tmp_path / "office.db"
    Database.create(path, add_draft).close()
    make(path, Reason.MANUAL)
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA cache_size = 1")
    raw.execute("BEGIN")
    for number in range(2000):
        raw.execute("INSERT INTO project_year VALUES (1, ?, 2564)", (number,))
    journal = path.with_name("office.db-journal").read_bytes()
    raw.close()
    path.write_bytes(b"")
    path.with_name("office.db-journal").write_bytes(journal)
    done = recover(path, offer(path))
    assert done.aside.with_name(done.aside.name + "-journal").read_bytes() == journal
    with Database.open(path) as database:
        assert drafts(database) == ["first"]
        assert database.full_check() == ()


def test_a_second_name_left_by_a_killed_restore_goes_away(database, monkeypatch):
    backup = make(database.path, Reason.MANUAL)
    order, detach, unlink = [], Database.detach, Path.unlink
    monkeypatch.setattr(Database, "detach", lambda one: order.append("detached") or detach(one))
    monkeypatch.setattr(Path, "unlink", lambda one, **how: order.append(one.name) or unlink(one, **how))
    os.link(database.path, database.path.with_name("office.db-replaced-000002"))
    done = restore(database, backup.path)
    assert done.aside.name == "office.db-replaced-000002"
    assert done.aside.stat().st_nlink == 1
    assert order.index("detached") < order.index(done.aside.name)  # Windows lets no name of an open file go


def test_a_manifest_signed_anew_does_not_hide_lost_rows(database):
    backup = make(database.path, Reason.MANUAL)
    with sqlite3.connect(backup.path) as raw:
        raw.execute("DELETE FROM wizard_draft")
    raw.close()
    signed = replace(read_manifest(backup.path), sha256=hashes_of(backup.path)[0])
    write_manifest(manifest_path(backup.path), signed)
    with pytest.raises(UserError, match="wizard_draft 1 → 0"):
        restore(database, backup.path)


def test_what_was_put_aside_goes_with_the_backup_of_the_same_and_nothing_else_does(database):
    backup = make(database.path, Reason.MANUAL)
    add(database, "later")
    done = restore(database, backup.path)
    damaged = database.path.with_name("office.db-replaced-000001")  # as a recovery numbers it
    damaged.write_bytes(b"damaged")
    thin_set_aside(database.path, (backup,))
    assert damaged.exists(), "a backup made for another reason held something else"
    thin_set_aside(database.path, (replace(done.before, manifest=replace(done.before.manifest, serial=1)),))
    assert damaged.exists(), "it does not hold the same"
    assert done.aside.exists()
    thin_set_aside(database.path, (done.before,))
    assert not done.aside.exists()
    assert not [one for one in database.path.parent.iterdir() if one.name.startswith(f"{done.aside.name}-")]
    assert drafts(database) == ["first"]
