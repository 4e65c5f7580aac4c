from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from hrdesk.errors import UserError
from hrdesk.services.register.setting_aside import set_aside

NOW = datetime(2026, 11, 21, 10, 15)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "ข้อมูล #1" / "office.db"
    backups = path.with_name("office.db-backups")
    backups.mkdir(parents=True)
    path.write_bytes(b"data")
    (backups / "a.db").write_bytes(b"backup")
    return path


def held(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_file_goes_with_its_backups(database):
    before = held(database.parent)
    folder = set_aside(database, NOW)
    assert folder.name == "office-20261121-101500"
    assert held(folder) == before
    assert list(database.parent.iterdir()) == [folder]


def test_all_goes_back_when_one_part_cannot_be_moved(database, monkeypatch):
    before, rename = held(database.parent), Path.rename

    def stuck(path, target):
        if path.name == "office.db-backups":
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(UserError, match="ข้อมูลเดิมยังอยู่ครบ"):
        set_aside(database, NOW)
    assert held(database.parent) == before
    assert not (database.parent / "office-20261121-101500").exists()


def test_a_folder_of_that_name_is_not_written_into(database):
    (database.parent / "office-20261121-101500").mkdir()
    with pytest.raises(UserError):
        set_aside(database, NOW)
    assert database.exists()
