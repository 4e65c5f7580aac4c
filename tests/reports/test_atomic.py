from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from hrdesk.errors import UserError
from hrdesk.reports.atomic import written_whole
from hrdesk.written import Written, write_to


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


@pytest.fixture
def viewer(monkeypatch):
    """Holds files as a viewer on Windows does: `held[path]` is how often it still refuses, -1 for ever."""
    held: dict[Path, int] = {}
    slept: list[float] = []
    replace = Path.replace

    def guarded(part: Path, target: Path) -> Path:
        if held.get(target, 0):
            held[target] -= 1
            error = PermissionError(13, "Access is denied")
            error.winerror = held.get(Path("code"), 5)
            raise error
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", guarded)
    monkeypatch.setattr(time, "sleep", slept.append)
    return held, slept


def write_new(target: Path) -> Written[int]:
    def write() -> int:
        with written_whole(target) as part:
            return part.write_bytes(b"new")

    return write_to(target, write)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_a_viewer_holds_open_gets_a_second_name(tmp_path: Path, viewer, code: int) -> None:
    held, slept = viewer
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    held.update({target: -1, Path("code"): code})
    written = write_new(target)
    assert (written.path.name, written.result) == ("แผน (2).pdf", 3)
    assert written.said.startswith("“แผน (2).pdf” (เพราะ “แผน.pdf” เปิดอยู่")
    assert (target.read_bytes(), written.path.read_bytes()) == (b"old", b"new")
    assert sum(slept) == pytest.approx(1.5)
    assert write_new(target).path.name == "แผน (3).pdf"  # what lies there is the officer's too
    assert names(tmp_path) == ["แผน (2).pdf", "แผน (3).pdf", "แผน.pdf"]


def test_a_reader_that_lets_go_in_time_changes_no_name(tmp_path: Path, viewer) -> None:
    held, slept = viewer
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    held[target] = 3
    written = write_new(target)
    assert (written.path, written.said, target.read_bytes()) == (target, "“แผน.pdf”", b"new")
    assert len(slept) == 3
    assert names(tmp_path) == ["แผน.pdf"]


def test_another_refusal_is_told_at_once(tmp_path: Path, viewer) -> None:
    held, slept = viewer
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    held.update({target: -1, Path("code"): 19})  # the medium is write protected
    with pytest.raises(UserError, match="แฟ้มเดิมยังอยู่ครบ"):
        write_new(target)
    assert (slept, names(tmp_path)) == ([], ["แผน.pdf"])


def test_whoever_waits_further_up_learns_the_name_too(tmp_path: Path, viewer) -> None:
    held, _ = viewer
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    held[target] = -1
    outer = write_to(target, lambda: write_new(target))
    assert outer.path == outer.result.path == tmp_path / "แผน (2).pdf"
    assert write_to(target, lambda: None).path == target  # of another call, nothing stays behind
