"""Bytes that are to go: written over before their name is free again, whatever stops the program in between."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrdesk.models.wiping import ENDING, finish, second_name, wipe

SECRET = b"secret-rose " * 200_000


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "office.db"
    path.write_bytes(SECRET)
    return path


def seen_through(path: Path):
    """What the disk holds of a file after its name is gone: an open handle still reads its blocks."""
    return os.open(path, os.O_RDONLY)


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name on Windows")
def test_the_blocks_of_a_wiped_file_hold_nothing_of_it(file) -> None:
    handle = seen_through(file)
    wipe(file)
    assert not file.exists()
    assert os.read(handle, len(SECRET) + 1) == bytes(len(SECRET))
    os.close(handle)
    assert list(file.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name on Windows")
def test_the_blocks_of_a_replaced_file_hold_nothing_of_it(file, tmp_path) -> None:
    handle = seen_through(file)
    assert second_name(file) is not None
    new = tmp_path / "new"
    new.write_bytes(b"encrypted")
    new.replace(file)
    finish(tmp_path, file)
    assert file.read_bytes() == b"encrypted"
    assert set(os.read(handle, len(SECRET))) == {0}
    os.close(handle)
    assert [one.name for one in tmp_path.iterdir()] == ["office.db"]


def test_a_program_killed_before_the_replacement_loses_nothing(file, tmp_path) -> None:
    left = second_name(file)
    assert left is not None
    assert left.samefile(file)
    finish(tmp_path, file)
    assert file.read_bytes() == SECRET
    assert not left.exists()


def test_what_a_killed_program_left_is_wiped_at_the_next_opening(tmp_path) -> None:
    from hrdesk.domain.terms import OrganizationKind
    from hrdesk.services import Services
    from hrdesk.services.safety.backup import folder_of

    path = tmp_path / "office.db"
    with Services.create(path, OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as services:
        services.backup.make()
    ours = ("office.db", "office.db-replaced-000012", "office-000007-closing.db", "office-000007-closing-encrypted.db")
    others = ("notes", "old.db", "office.db-2.db", "office.db-replaced-old", "another-000007-closing.db", "office-7.db")
    for folder in (tmp_path, folder_of(path)):
        for name in (*ours, *others):
            (folder / f"{name}{ENDING}").write_bytes(SECRET)
    with Services.open(path) as services:
        assert services.register.organization().name == "ตัวอย่าง"
    for folder in (tmp_path, folder_of(path)):
        left = list(folder.glob(f"*{ENDING}"))
        assert sorted(one.name for one in left) == sorted(f"{name}{ENDING}" for name in others)
        assert {one.read_bytes() for one in left} == {SECRET}, "a file of somebody else is not touched"


def test_a_second_name_left_from_before_gives_way(file, tmp_path) -> None:
    assert second_name(file) is not None
    assert second_name(file) is not None
    finish(tmp_path, file)
    assert file.read_bytes() == SECRET


def test_a_disk_without_second_names_goes_on(file, monkeypatch) -> None:
    def refuse(*_args):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert second_name(file) is None
    assert file.read_bytes() == SECRET


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_every_size(tmp_path, size: int) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"x" * size)
    wipe(path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_no_error(tmp_path) -> None:
    finish(tmp_path / "none", tmp_path / "office.db")
