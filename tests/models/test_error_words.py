"""What the system and SQLite say, in the officer's words; and what is a mistake of the program passes untouched."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from hrdesk.errors import UserError
from hrdesk.models import backup_words, faults
from hrdesk.models.database import Database
from small_database import add_draft

PLACE = Path("/ที่ไหน/office.db")
FOLDER = Path("/media/usb")
DAMAGED, BUSY, READ_ONLY, FULL, FOREIGN, IO = "เสียหาย", "โปรแกรมอื่นกำลังใช้", "อ่านอย่างเดียว", "พื้นที่ว่าง", "ไม่ใช่แฟ้มข้อมูล", "อ่านหรือเขียน"


def sqlite_error(name, text="told by SQLite", kind=sqlite3.OperationalError):
    error = kind(text)
    error.sqlite_errorname = name
    return error


SQLITE = [
    ("SQLITE_BUSY", BUSY), ("SQLITE_BUSY_SNAPSHOT", BUSY), ("SQLITE_LOCKED", BUSY), ("SQLITE_READONLY", READ_ONLY),
    ("SQLITE_READONLY_DIRECTORY", READ_ONLY), ("SQLITE_FULL", FULL), ("SQLITE_NOTADB", FOREIGN), ("SQLITE_CORRUPT", DAMAGED),
    ("SQLITE_CORRUPT_VTAB", DAMAGED), ("SQLITE_IOERR_READ", IO), ("SQLITE_IOERR_SHORT_READ", IO), ("SQLITE_CANTOPEN", IO),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words"), SQLITE)
def test_each_error_of_sqlite_is_told(name, words):
    with pytest.raises(UserError, match=words) as caught, faults.told(PLACE):
        raise sqlite_error(name)
    assert PLACE.name in str(caught.value) or words == FULL
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError), "the log still has it"


@pytest.mark.parametrize(("name", "words"), SQLITE)
def test_so_it_is_when_sqlalchemy_wraps_it(name, words):
    with pytest.raises(UserError, match=words), faults.told(PLACE):
        raise OperationalError("SELECT 1", {}, sqlite_error(name))


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_RANGE", ""])
def test_a_mistake_of_the_program_is_not_told_as_a_fault_of_the_file(name):
    mistake = sqlite_error(name, 'near "SELEKT": syntax error')
    with pytest.raises(sqlite3.OperationalError), faults.told(PLACE):
        raise mistake
    with pytest.raises(DBAPIError), faults.told(PLACE):
        raise OperationalError("SELEKT 1", {}, mistake)
    with pytest.raises(UserError, match=DAMAGED), faults.told(PLACE, opening=True):
        raise mistake


def test_a_broken_promise_of_the_tables_is_the_caller_s():
    broken = IntegrityError("INSERT", {}, sqlite_error("SQLITE_CONSTRAINT_UNIQUE", "UNIQUE constraint failed", sqlite3.IntegrityError))
    with pytest.raises(IntegrityError), faults.told(PLACE):
        raise broken


@pytest.mark.parametrize(
    "error",
    [
        sqlite_error("", "Could not decode to UTF-8 column 'name' with text 'x'"),
        sqlite_error("SQLITE_ERROR", "no such table: staff"),
        sqlite_error("SQLITE_ERROR", "no such column: staff.name"),
        ValueError("Invalid isoformat string: '2024-13-01'"),
        LookupError("'nonsense' is not among the defined enum values. Enum name: level"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    ],
    ids=lambda error: str(error)[:30],
)
def test_bytes_that_no_program_of_ours_wrote_are_damage(error):
    with pytest.raises(UserError, match=DAMAGED), faults.told(PLACE):
        raise error


@pytest.mark.parametrize("error", [ValueError("another"), KeyError("x"), IndexError("x"), TypeError("x"), ZeroDivisionError()])
def test_other_mistakes_pass(error):
    with pytest.raises(type(error)), faults.told(PLACE):
        raise error


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EACCES, READ_ONLY), (errno.EPERM, READ_ONLY), (errno.EROFS, READ_ONLY), (errno.ENOSPC, FULL), (errno.EIO, IO), (errno.ENOENT, IO)],
)
def test_what_the_system_says(number, words):
    assert words in str(faults.of_system(PLACE, OSError(number, "told by the system")))


BACKUP = {
    errno.ENOSPC: "พื้นที่ว่างไม่พอ", errno.EDQUOT: "พื้นที่ว่างไม่พอ", errno.EFBIG: "พื้นที่ว่างไม่พอ", errno.EACCES: "ไม่มีสิทธิ์เขียน",
    errno.EPERM: "ไม่มีสิทธิ์เขียน", errno.EROFS: "ไม่มีสิทธิ์เขียน", errno.EIO: "(อ่านหรือเขียนไดรฟ์ไม่ได้)", errno.ENODEV: "(ไม่พบไดรฟ์)",
}  # fmt: skip


@pytest.mark.parametrize(("number", "words"), BACKUP.items())
def test_a_backup_that_failed_names_its_folder_and_comforts(number, words):
    with pytest.raises(backup_words.BackupFailed) as caught, backup_words.told(PLACE, FOLDER):
        raise OSError(number, "told by the system")
    assert words in str(caught.value)
    assert str(FOLDER) in str(caught.value)
    assert "ข้อมูลที่ใช้งานอยู่ยังครบ" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "words"),
    [("SQLITE_FULL", "พื้นที่ว่างไม่พอ"), ("SQLITE_BUSY", BUSY), ("SQLITE_LOCKED", BUSY), ("SQLITE_CORRUPT", DAMAGED), ("SQLITE_NOTADB", DAMAGED), ("SQLITE_ERROR", "(ฐานข้อมูลแจ้งรหัส SQLITE_ERROR)")],
)
def test_a_backup_tells_whether_the_folder_or_the_database_is_at_fault(name, words):
    with pytest.raises(UserError, match=words.replace("(", r"\(").replace(")", r"\)")) as caught, backup_words.told(PLACE, FOLDER):
        raise sqlite_error(name)
    assert (str(FOLDER) in str(caught.value)) == (name in ("SQLITE_FULL", "SQLITE_ERROR"))


def test_a_backup_of_spoilt_text_is_damage_of_the_database():
    with pytest.raises(UserError, match=DAMAGED), backup_words.told(PLACE, FOLDER):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "พื้นที่ว่างในไดรฟ์ไม่พอ"), (errno.EROFS, "ไม่มีสิทธิ์เขียน"), (errno.EIO, "อ่านหรือเขียนไดรฟ์ไม่ได้")])
def test_a_restore_that_failed_names_the_backup(number, words):
    said = str(backup_words.not_restored_of_system(Path("b.db"), OSError(number, "told")))
    assert "“b.db”" in said
    assert words in said


def test_an_error_inside_a_transaction_leaves_nothing_of_it(tmp_path):
    with Database.create(tmp_path / "o.db") as database:
        with pytest.raises(ZeroDivisionError), database.begin() as session:  # noqa: PT012
            add_draft(session)
            raise ZeroDivisionError
        with database.read() as session:
            assert session.scalar(sa.text("SELECT count(*) FROM wizard_draft")) == 0


def test_damage_is_shortened_to_what_can_be_asked_about():
    said = str(faults.damaged(PLACE, "*** in database main *** " + "Tree 5 page 7: btreeInitPage() returns error code 11 " * 20))
    assert "in database main" not in said
    assert len(said) < 400
    assert "Tree 5 page 7" in said


def test_free_space_is_asked_of_a_folder_that_is_gone(tmp_path):
    assert faults.free_megabytes(tmp_path / "no" / "such" / "folder") == faults.free_megabytes(tmp_path)
