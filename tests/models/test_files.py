from __future__ import annotations

import sqlite3

import pytest

from file_names import UNUSUAL
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.files import Header, copy_database, is_cut_off, read_header, remove_database
from hrdesk.models.plain import APPLICATION_ID
from small_database import add_draft


@pytest.fixture
def path(tmp_path):
    path = tmp_path / f"แฟ้ม{UNUSUAL}.db"
    Database.create(path, add_draft).close()
    return path


def test_the_header_is_read_without_opening(path):
    assert read_header(path) == Header(APPLICATION_ID, SCHEMA, 4096)
    path.write_bytes(path.read_bytes()[:99])
    assert read_header(path) is None


def test_a_copy_is_taken_of_a_database_in_use(path, tmp_path):
    target = tmp_path / "copy.db"
    with Database.open(path) as database, database.read() as session:
        session.connection()
        copy_database(path, target)
    with Database.open(target) as copy:
        assert copy.counts()["wizard_draft"] == 1
    assert not target.with_name("copy.db.part").exists()


def test_a_damaged_database_is_not_copied_over_a_good_copy(path, tmp_path):
    target = tmp_path / "copy.db"
    copy_database(path, target)
    good = target.read_bytes()
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 4 * 4096] = b"\x05" * 4096
    path.write_bytes(content)
    with pytest.raises(sqlite3.DatabaseError):
        copy_database(path, target)
    assert target.read_bytes() == good
    assert not list(tmp_path.glob("*.part*"))


def test_a_file_is_cut_off_unless_a_journal_can_mend_it(path):
    assert not is_cut_off(path, 4096)
    with path.open("ab") as file:
        file.write(b"\x00")
    assert is_cut_off(path, 4096)
    path.with_name(path.name + "-journal").write_bytes(b"something")
    assert not is_cut_off(path, 4096)


def test_removing_takes_the_journal_along_and_minds_nothing_missing(path):
    path.with_name(path.name + "-journal").touch()
    for _ in range(2):
        remove_database(path)
        assert [file.name for file in path.parent.iterdir()] == [path.name + ".lock"]
