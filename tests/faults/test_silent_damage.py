"""Damage that SQLite's own checks pass over: told when it is read, and never taken into a backup."""

from __future__ import annotations

import sqlite3
from hashlib import sha256

import pytest

from faults.damage import read_all
from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.models.backup import make, verify
from hrdesk.models.inspection import readable_counts
from hrdesk.models.manifest import manifest_path, read_manifest, write_manifest
from hrdesk.services import Services

SPOILT = {
    "a letter that is none": "UPDATE staff SET first_name = CAST(x'e0b8ff' AS TEXT) WHERE id = 3",
    "a date that is none": "UPDATE staff SET birth_date = '19z0-01-01' WHERE id = 3",
    "a term that is none": "UPDATE position SET level = 'practi4ioner' WHERE id = 3",
}


@pytest.fixture
def path(tmp_path):
    Services.create_sample(tmp_path / "office.db").close()
    return tmp_path / "office.db"


def change(path, statement):
    raw = sqlite3.connect(path)
    with raw:
        raw.execute(statement)
    raw.close()


@pytest.mark.parametrize("statement", SPOILT.values(), ids=SPOILT)
def test_it_is_told_when_it_is_read(path, statement):
    assert read_all(path) == ("", None)
    change(path, statement)
    said, raised = read_all(path)
    assert raised is None
    assert "เสียหาย" in said


def test_a_message_of_sqlite_that_quotes_spoilt_bytes_is_told_as_well(path):
    backup = make(path, Reason.MANUAL)
    spoilt = "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = CAST(sql || x'20a0' AS TEXT) WHERE name = 'plan'"
    for file in (path, backup.path):
        raw = sqlite3.connect(file)
        with raw:
            for statement in spoilt:
                raw.execute(statement)
        raw.close()
    with pytest.raises(UserError, match="เสียหาย"):
        Services.open(path)
    with pytest.raises(UserError, match="เสียหาย"):
        make(path, Reason.MANUAL)
    assert not verify(backup.path).sound
    assert readable_counts(path) == {}


def test_a_mistake_of_the_program_is_not_taken_for_damage(path):
    def mistake(message):
        with services.database.read():
            raise ValueError(message)

    with Services.open(path) as services, pytest.raises(ValueError, match="not a number"):
        mistake("not a number")


def test_text_that_cannot_be_read_is_not_backed_up(path):
    backup = make(path, Reason.MANUAL)
    change(path, SPOILT["a letter that is none"])
    with pytest.raises(UserError, match="staff: Could not decode"):
        make(path, Reason.MANUAL)
    change(backup.path, SPOILT["a letter that is none"])
    manifest = read_manifest(backup.path)
    values = {name: getattr(manifest, name) for name in manifest.__slots__} | {"sha256": sha256(backup.path.read_bytes()).hexdigest()}
    write_manifest(manifest_path(backup.path), type(manifest)(**values))
    assert verify(backup.path).problems == ("โครงสร้างภายในเสียหาย 1 แห่ง",)
