from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrdesk.errors import UserError
from hrdesk.reports.atomic import written_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    target = tmp_path / "แผน.xlsx"
    with written_whole(target) as part:
        part.write_bytes(b"new")
        assert not target.exists()
        assert part.suffix == ".xlsx"
        assert part.parent == tmp_path
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["แผน.xlsx"]


def test_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "แผน.xlsx"
    target.write_bytes(b"old")

    def write_half() -> None:
        with written_whole(target) as part:
            part.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["แผน.xlsx"]


def test_full_disk_is_told_in_thai(tmp_path: Path) -> None:
    target = tmp_path / "แผน.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(UserError, match=r"MB.*แฟ้มเดิมยังอยู่ครบ"), written_whole(target):
        raise OSError(28, os.strerror(28))
    assert target.read_bytes() == b"old"


def test_a_folder_in_the_way_is_told_in_thai(tmp_path: Path) -> None:
    target = tmp_path / "แผน.xlsx"
    target.mkdir()
    with pytest.raises(UserError, match=r"แผน\.xlsx ไม่สำเร็จ"), written_whole(target) as part:
        part.write_bytes(b"new")
    assert names(tmp_path) == ["แผน.xlsx"]


def test_missing_folder_is_told_in_thai(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="กรุณาเลือกโฟลเดอร์อื่น"), written_whole(tmp_path / "ไม่มี" / "แผน.xlsx"):
        pass
