"""A backup is whole or not there, and any changed bit of it is found."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from file_names import LONG, UNUSUAL
from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.models.backup import (
    copy_to,
    make,
    make_if_changed,
    newest_sound,
    still_whole,
    thin,
    verify,
    without_manifest,
)
from hrdesk.models.backup_words import BackupFailed
from hrdesk.models.beside import folder_of
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.manifest import backups_in, manifest_path, write_manifest
from small_database import add_draft, drafts


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.db", add_draft) as database:
        yield database


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    path = tmp_path_factory.mktemp("pristine") / "office.db"
    Database.create(path, add_draft).close()
    return make(path, Reason.MANUAL)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def add(database, page):
    with database.begin() as session:
        add_draft(session, page)


def test_a_backup_of_an_open_database(database):
    backup = make(database.path, Reason.CLOSING)
    folder = folder_of(database.path)
    assert names(folder) == ["office-000001-closing.db", "office-000001-closing.json"]
    assert backup.manifest.counts["wizard_draft"] == 1
    assert backup.manifest.schema == SCHEMA
    assert backup.manifest.size == backup.path.stat().st_size
    assert abs(datetime.now().astimezone() - backup.manifest.created) < timedelta(minutes=1)
    found = verify(backup.path)
    assert found.sound
    assert found.manifest == backup.manifest
    add(database, "later")
    with Database.open(backup.path) as old:
        assert drafts(old) == ["first"]


def test_the_newest_is_known_by_its_serial_when_the_clock_was_wrong(database):
    folder = folder_of(database.path)
    for days in (0, 4000, -4000):
        redate(make(database.path, Reason.MANUAL), days)
    assert [one.manifest.serial for one in backups_in(folder, "office.db")] == [3, 2, 1]
    assert newest_sound((folder,), "office.db").manifest.serial == 3


def test_a_serial_is_never_given_twice(database, tmp_path):
    first = make(database.path, Reason.MANUAL)
    other = tmp_path / "usb"
    other.mkdir()
    copy_to(first, other)
    shutil.rmtree(folder_of(database.path))
    assert make(database.path, Reason.MANUAL, others=(other,)).manifest.serial == 2
    orphan = folder_of(database.path) / "office-000007-manual.db"  # killed before its manifest was there
    orphan.write_bytes(b"")
    assert make(database.path, Reason.MANUAL).manifest.serial == 8
    assert orphan.exists()


def test_nothing_changed_needs_no_backup(database):
    assert make_if_changed(database.path, Reason.CLOSING) is not None
    assert make_if_changed(database.path, Reason.CLOSING) is None
    assert len(names(folder_of(database.path))) == 2
    add(database, "second")
    backup = make_if_changed(database.path, Reason.CLOSING)
    assert backup.manifest.counts["wizard_draft"] == 2
    backup.path.write_bytes(backup.path.read_bytes()[:-1])  # the newest is damaged: it does not count
    assert make_if_changed(database.path, Reason.CLOSING).manifest.serial == 3


def test_what_a_killed_program_left_is_cleared(database):
    folder = folder_of(database.path)
    folder.mkdir()
    (folder / "office-000001-closing.db.part").write_bytes(b"half")
    (folder / "office-000001-closing.json.part").write_bytes(b"half")
    make(database.path, Reason.CLOSING)
    assert names(folder) == ["office-000001-closing.db", "office-000001-closing.json"]


def test_a_damaged_database_is_not_backed_up(tmp_path):
    path = tmp_path / "office.db"
    Database.create(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO project_year VALUES (99, 0, 2564)")
    raw.close()
    with pytest.raises(UserError, match="project_year"):
        make(path, Reason.MANUAL)
    assert names(folder_of(path)) == []


def test_another_tool_holding_the_file_is_waited_for_and_told(database, monkeypatch):
    monkeypatch.setattr("hrdesk.models.files.BUSY_SECONDS", 0.05)
    tool = sqlite3.connect(database.path)
    tool.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="โปรแกรมอื่นกำลังใช้"):
        make(database.path, Reason.MANUAL)
    tool.close()
    assert make(database.path, Reason.MANUAL).manifest.serial == 1


def test_a_folder_that_cannot_be_made(database):
    folder_of(database.path).write_text("a file")
    with pytest.raises(BackupFailed, match="ยังครบ"):
        make(database.path, Reason.MANUAL)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
@pytest.mark.parametrize("which", ["database", "manifest"])
def test_every_single_flipped_bit_is_found(pristine, tmp_path, which, data):
    copy = tmp_path / pristine.path.name
    shutil.copy(pristine.path, copy)
    shutil.copy(manifest_path(pristine.path), manifest_path(copy))
    target = copy if which == "database" else manifest_path(copy)
    content = bytearray(target.read_bytes())
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    target.write_bytes(content)
    found = verify(copy)
    # a space in the JSON may become another space-like letter: then the manifest still says the same
    assert not found.sound or (which == "manifest" and found.manifest == pristine.manifest)
    assert target.read_bytes() == content
    assert names(tmp_path) == sorted([copy.name, manifest_path(copy).name])


def redate(backup, days):
    """The backup as if it had been made that many days before."""
    made = replace(backup.manifest, created=backup.manifest.created - timedelta(days=days))
    write_manifest(manifest_path(backup.path), made)
    return replace(backup, manifest=made)


def test_what_verification_says(pristine, tmp_path):
    copy = tmp_path / pristine.path.name
    shutil.copy(pristine.path, copy)
    assert "ไม่พบใบกำกับ" in verify(copy).problems[0]
    manifest_path(copy).write_text("{}")
    assert "เสียหายหรือถูกแก้ไข" in verify(copy).problems[0]
    shutil.copy(manifest_path(pristine.path), manifest_path(copy))
    with sqlite3.connect(copy) as raw:
        raw.execute("DELETE FROM wizard_draft")
    raw.close()
    said = " ".join(verify(copy).problems)
    assert "SHA-256" in said
    assert "wizard_draft 1 → 0" in said
    for content in (b"", b"PK\x03\x04" + b"x" * 500, pristine.path.read_bytes()[:8192]):
        copy.write_bytes(content)
        assert not verify(copy).sound
    with pytest.raises(UserError, match="ไม่พบแฟ้มชุดสำรอง"):
        verify(tmp_path / "nothing.db")


def test_a_second_copy_overwrites_nothing_and_reports_what_is_missing(database, tmp_path):
    backup = make(database.path, Reason.MANUAL)
    with pytest.raises(BackupFailed, match="ไม่พบโฟลเดอร์"):
        copy_to(backup, tmp_path / "usb")
    usb = tmp_path / "usb"
    usb.mkdir()
    copied = copy_to(backup, usb)
    assert verify(copied.path).sound
    assert copy_to(backup, usb) == copied  # done already
    copied.path.write_bytes(b"another")
    with pytest.raises(BackupFailed, match="ไม่ได้เขียนทับ"):
        copy_to(backup, usb)
    assert copied.path.read_bytes() == b"another"


def test_thinning_removes_pairs_and_leaves_what_is_not_ours_to_judge(database):
    folder = folder_of(database.path)
    for days in (400, 400, 400, 400, 1, 0):
        newest = redate(make(database.path, Reason.MANUAL), days)
    damaged = folder / "office-000002-manual.json"
    damaged.write_text("{}")
    (folder / "office-000090-manual.db").write_bytes(b"no manifest")
    namesake = replace(newest.manifest, office="another office")
    assert thin(folder, namesake) == ()
    before = names(folder)
    assert [one.manifest.serial for one in thin(folder, newest.manifest)] == [3, 1]  # the newest of that day stays for the day, the week and the month
    assert set(before) - set(names(folder)) == {
        f"office-{serial:06}-manual.{kind}" for serial in (1, 3) for kind in ("db", "json")
    }
    assert thin(folder, newest.manifest) == ()


def test_what_no_list_shows_is_named(database):
    folder = folder_of(database.path)
    made = [make(database.path, Reason.MANUAL) for _ in range(3)]
    assert without_manifest(folder, database.path.name) == ()
    made[0].path.with_suffix(".json").unlink()
    made[1].path.with_suffix(".json").write_text("{}")
    (folder / "notes.db").write_bytes(b"of somebody else")
    other = replace(made[2].manifest, database="office-2.db")
    (folder / "office-2-000001-manual.db").write_bytes(b"x")
    write_manifest(folder / "office-2-000001-manual.json", other)
    assert without_manifest(folder, database.path.name) == (made[0].path, made[1].path)
    assert without_manifest(folder / "none", database.path.name) == ()


def test_a_backup_is_whole_until_a_bit_of_it_changes(database):
    backup = make(database.path, Reason.MANUAL)
    assert still_whole(backup)
    content = bytearray(backup.path.read_bytes())
    content[-1] ^= 1
    backup.path.write_bytes(bytes(content))
    assert not still_whole(backup)
    backup.path.write_bytes(bytes(content[:-1]))
    assert not still_whole(backup)
    backup.path.unlink()
    assert not still_whole(backup)


def test_names_of_any_kind(tmp_path):
    path = tmp_path / f"โฟลเดอร์ {UNUSUAL}#%" / f"{('ข้อมูลบุคลากรเทศบาล' * 4)[:LONG]}.db"
    with Database.create(path, add_draft) as database:
        backup = make(database.path, Reason.BEFORE_MIGRATION)
    assert verify(backup.path).sound
    assert backups_in(folder_of(path), path.name) == (backup,)
