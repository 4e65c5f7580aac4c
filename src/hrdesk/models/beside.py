"""What stands at the head of a database and beside it, for whoever asks before it is opened as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAGIC = b"SQLite format 3\x00"
SALT_BYTES = 16  # the first ones of an encrypted file


def salt_in(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def begins_plain(path: Path) -> bool:
    return salt_in(path) == MAGIC


def folder_of(database: Path) -> Path:
    """Where the backups of a database lie unless told otherwise: beside it."""
    return database.with_name(database.name + "-backups")
