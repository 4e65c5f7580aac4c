"""What the system and SQLite refuse is told in Thai, whatever language the system speaks."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrdesk.cli import _of_system
from hrdesk.errors import UserError, why_refused
from hrdesk.models import backup_words, faults
from hrdesk.models.backup import verify
from hrdesk.models.plain import APPLICATION_ID
from hrdesk.reports.atomic import written_whole
from hrdesk.services.register.setting_aside import set_aside
from hrdesk.services.sheets.reader import read_sheets

PLACE = Path("/ที่เก็บ/หน่วยงาน.db")
ENGLISH = re.compile(r"[A-Za-z]{3,}")
KNOWN = (
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOSPC, errno.EIO,
    errno.ENAMETOOLONG, errno.EINVAL, errno.EBUSY, errno.EMFILE, errno.ENODEV, errno.ETIMEDOUT, errno.EHOSTUNREACH, errno.ENOMEM,
)  # fmt: skip


@pytest.mark.parametrize("number", KNOWN, ids=errno.errorcode.get)
def test_a_known_refusal_has_its_own_words(number):
    said = why_refused(OSError(number, os.strerror(number), "x"))
    assert said
    assert not ENGLISH.search(said)
    assert not re.search(r"\d", said)


@pytest.mark.parametrize(("error", "said"), [(OSError(9999, "Strange"), "รหัส 9999"), (OSError("Strange"), "ไม่แจ้งสาเหตุ"), (OSError(), "ไม่แจ้งสาเหตุ")])
def test_an_unknown_one_is_told_by_its_number(error, said):
    assert said in why_refused(error)
    assert "Strange" not in why_refused(error)


def refused(number):
    def refuse(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ENAMETOOLONG, 9999])
@pytest.mark.parametrize(
    "tell",
    [
        lambda error: faults.of_system(PLACE, error),
        lambda error: backup_words.of_system(PLACE.parent, error),
        lambda error: backup_words.not_restored_of_system(PLACE, error),
        _of_system,
    ],
    ids=["file", "backup", "restore", "command line"],
)
def test_no_sentence_of_the_system_s_own_gets_through(tell, number):
    said = str(tell(OSError(number, os.strerror(number))))
    assert not ENGLISH.search(said), said


@pytest.mark.parametrize("name", ["SQLITE_IOERR_WRITE", "SQLITE_CANTOPEN_ISDIR", "SQLITE_FULL", "SQLITE_BUSY", ""])
def test_nor_one_of_sqlite_s(name):
    error = sqlite3.OperationalError("disk I/O error")
    if name:
        error.sqlite_errorname = name
    for said in (faults.why_sqlite(error), str(faults.unreadable(PLACE, faults.why_sqlite(error)))):
        assert not ENGLISH.search(said.replace("SQLITE", "")), said
    with pytest.raises(UserError) as told, backup_words.told(PLACE, PLACE.parent):
        raise error
    assert "disk I/O" not in str(told.value)


def test_so_it_is_where_files_are_written_read_and_moved(tmp_path, monkeypatch):
    told = []
    with pytest.raises(UserError) as caught, written_whole(tmp_path / "ไม่มี" / "แผน.pdf"):
        pass
    told.append(str(caught.value))
    database = tmp_path / "หน่วยงาน.db"
    database.touch()
    source = tmp_path / "รายชื่อ.xlsx"
    source.write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", refused(errno.EIO))
    with pytest.raises(UserError) as caught:
        read_sheets(source)
    told.append(str(caught.value))
    monkeypatch.undo()
    monkeypatch.setattr(Path, "rename", refused(errno.EACCES))
    with pytest.raises(UserError) as caught:
        set_aside(database, datetime(2026, 11, 28, tzinfo=UTC))
    told.append(str(caught.value))
    for sentence in told:
        assert not ENGLISH.search(sentence.replace(str(tmp_path), "").replace("xlsx", "")), sentence
    assert database.exists()


def test_what_cannot_be_read_in_a_backup_is_told_in_thai(tmp_path):
    backup = tmp_path / "หน่วยงาน-000001-manual.db"
    with sqlite3.connect(backup) as connection:
        connection.execute("CREATE TABLE a (b)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()
    content = bytearray(backup.read_bytes())
    content[100:4000] = b"\xff" * 3900
    backup.write_bytes(bytes(content))
    problems = verify(backup).problems
    assert any("อ่านฐานข้อมูลในชุดสำรองไม่ได้" in one for one in problems), problems
    assert not ENGLISH.search(" ".join(problems).replace(backup.stem, "").replace(".json", ""))
