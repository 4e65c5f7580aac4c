"""Every file that is not opened: told in Thai, and not one byte of it changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hrdesk.errors import UserError
from hrdesk.models.database import SCHEMA, Database
from small_database import add_draft, drafts


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "office.db"
    Database.create(path, add_draft).close()
    return path


def refused(path):
    """The refusal's text, after making sure that it left the file and its folder alone."""
    before = path.read_bytes()
    names = {*path.parent.iterdir(), path.with_name(path.name + ".lock")}
    with pytest.raises(UserError) as caught:
        Database.open(path)
    assert path.read_bytes() == before
    assert set(path.parent.iterdir()) <= names
    return str(caught.value)


def test_a_missing_file_is_not_made(tmp_path):
    with pytest.raises(UserError, match="ไม่พบแฟ้มข้อมูล"):
        Database.open(tmp_path / "office.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_a_database(tmp_path):
    with pytest.raises(UserError, match="ไม่พบแฟ้มข้อมูล"):
        Database.open(tmp_path)


def test_an_empty_file_is_not_an_empty_office(path):
    path.write_bytes(b"")
    assert "0 ไบต์" in refused(path)


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04" + b"\x00" * 200, "ข้อความ".encode() * 50, b"SQLite format 3\x00", b"x"]
)
def test_another_kind_of_file(path, content):
    path.write_bytes(content)
    assert "ไม่ใช่แฟ้มข้อมูล" in refused(path)


def test_a_database_of_another_program(path):
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE staff (id INTEGER)")
    other.close()
    assert "โปรแกรมอื่น" in refused(path)


def test_a_newer_schema_names_the_version_needed(path):
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA + 4}")
    raw.close()
    assert f"รุ่นที่ {SCHEMA + 4}" in refused(path)


def test_no_schema_number_is_damage(path):
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 0")
    raw.close()
    assert "เสียหาย" in refused(path)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_truncated_file(path, share):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "เสียหาย" in refused(path)


def test_a_page_of_rubbish(path):
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    path.write_bytes(content)
    assert "เสียหาย" in refused(path)


def test_a_reference_into_nothing(path):
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO project_year VALUES (99, 0, 2564)")
    raw.close()
    assert "project_year" in refused(path)


@example(position=26, rubbish=bytes(10))  # change counter, page count and free list: SQLite writes them anew at a commit
@given(position=st.integers(0, 10**6), rubbish=st.binary(min_size=1, max_size=600))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_is_overwritten_the_file_opens_or_is_refused_untouched(path, position, rubbish):
    content = bytearray(path.read_bytes())
    position %= len(content)
    content[position : position + len(rubbish)] = rubbish
    harmed = path.with_name("harmed.db")
    harmed.write_bytes(content)
    try:
        Database.open(harmed).close()
    except UserError:
        assert harmed.read_bytes() == content


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of POSIX")
@pytest.mark.parametrize("locked", ["file", "folder", "both"])
def test_what_cannot_be_written_opens_to_be_read(path, locked):
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / "office.db")
    try:
        (folder / "office.db").chmod(0o666 if locked == "folder" else 0o444)
        folder.chmod(0o777 if locked == "file" else 0o555)
        assert as_somebody_else(lambda: read_and_refused(folder / "office.db")) == "['first'] อ่านอย่างเดียว"
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def read_and_refused(path):
    """What can be read, and how a change is refused, with nothing of the file changed."""
    before = path.read_bytes()
    with Database.open(path) as database:
        assert database.read_only
        with pytest.raises(UserError) as caught, database.begin():
            pass
        found = drafts(database)
    assert path.read_bytes() == before
    return f"{found} {'อ่านอย่างเดียว' if 'อ่านอย่างเดียว' in str(caught.value) else caught.value}"


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of POSIX")
def test_an_older_file_that_cannot_be_written_is_refused(path):
    folder = Path(tempfile.mkdtemp())
    shutil.copy(path, folder / "office.db")
    with closing(sqlite3.connect(folder / "office.db")) as raw:
        raw.execute("PRAGMA user_version = 1")
    try:
        folder.chmod(0o555)
        (folder / "office.db").chmod(0o444)
        assert "ต้องปรับเป็นรุ่น" in as_somebody_else(lambda: refused(folder / "office.db"))
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


@pytest.mark.parametrize("alone", [False, True], ids=["whole path", "name alone"])
@pytest.mark.parametrize("make", [Database.create, Database.open])
def test_a_path_too_long_for_the_system_is_told_beforehand(path, make, alone, monkeypatch):
    deep = path.parent
    while len(os.fsencode(deep)) < 450:
        deep /= "โฟลเดอร์ยาว"
    deep.mkdir(parents=True)
    target = deep / "office.db"
    if make == Database.open:
        shutil.copy(path, target)
    before = list(deep.iterdir())
    monkeypatch.chdir(deep if alone else path.parent)
    with pytest.raises(UserError, match="ยาวเกินไป"):
        make(Path(target.name) if alone else target)
    assert list(deep.iterdir()) == before


def as_somebody_else(work):
    """What `work` gives to a user without root's rights."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os.write(theirs, work().encode())
        except BaseException as error:  # noqa: BLE001 - the child must never run on into pytest
            os.write(theirs, repr(error).encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said
