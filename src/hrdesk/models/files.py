"""Whole files: what stands at their head, copies that are verified, and replacing one in a single step."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING, TypeAlias

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.beside import MAGIC
from hrdesk.models.cipher import BUSY_SECONDS, connect, key_of_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.models.cipher_key import Key

_HEADER_BYTES = 100
_NUMBERS = ("application_id", "user_version", "page_size")
_PAGES_A_STEP = 512  # 2 MB
Report: TypeAlias = "Callable[[int, int], None]"  # how much is done, of how much


@dataclass(frozen=True, slots=True)
class Header:
    application_id: int
    schema: int  # user_version
    page_size: int  # bytes


def read_header(path: Path, key: Key | None = None) -> Header | None:
    """None when the file does not begin as a SQLite file does. Reads 100 bytes and opens nothing.

    With a `key`: None unless that one opens the file.
    """
    key = key or key_of_file(path)
    if key is not None:
        return _encrypted_header(path, key)
    with path.open("rb") as file:
        head = file.read(_HEADER_BYTES)
    if len(head) < _HEADER_BYTES or not head.startswith(MAGIC):
        return None
    application_id, schema, size = (
        int.from_bytes(head[start:end], "big") for start, end in ((68, 72), (60, 64), (16, 18))
    )
    return Header(application_id, schema, 65536 if size == 1 else size)


def _encrypted_header(path: Path, key: Key) -> Header | None:
    """The same, of a file that only its key can read. None when it cannot.

    Nothing is written, but for one case: of a first page that the power cut in two nothing can be read, and it is made
    whole from the journal, as SQLite does with any file when it is opened.
    """
    found = _asked(path, "ro&immutable=1", key)
    if found is None and _has_journal(path) and may_write(path):
        found = _asked(path, "rw", key)
    return found


def _asked(path: Path, mode: str, key: Key) -> Header | None:
    try:
        with closing(connect(path, mode, key=key)) as connection:
            # Else it refuses a file that is shorter than the first page says, as it is where a commit ended half way.
            connection.execute("PRAGMA writable_schema = ON")
            values = [int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in _NUMBERS]
    except sqlite3.Error:
        return None
    return Header(*values)


def is_cut_off(path: Path, page_size: int) -> bool:
    """The last page is not whole, and there is no journal from which SQLite could restore it.

    SQLite itself reads the missing rest as zeros without a word.
    """
    whole = page_size > 0 and path.stat().st_size % page_size == 0
    return not whole and not _has_journal(path)


def _has_journal(path: Path) -> bool:
    try:
        return path.with_name(path.name + "-journal").stat().st_size > 0
    except FileNotFoundError:  # also when another window's commit ends right now
        return False


def may_write(path: Path) -> bool:
    """Whether a file that is there can be opened for writing; changes nothing."""
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy through SQLite's own backup, written beside the target and moved there when sound.

    Raises sqlite3.Error, among them a DatabaseError when the copy fails its integrity check.
    """
    part = target.with_name(target.name + ".part")
    try:
        copy_pages(source, part)
        with closing(connect(part, "ro")) as new:
            found = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        replace_file(part, target)
    finally:
        remove_database(part)


def copy_pages(source: Path, target: Path, report: Report | None = None) -> None:
    """SQLite's own backup into a file made anew; what a killed program left in the source's journal is undone first.

    Neither checked nor synced. Raises sqlite3.Error, also when another program holds the source for long, and
    whatever `report` raises to stop it.
    """
    step = -1 if report is None else _PAGES_A_STEP
    remove_database(target)
    with (
        closing(connect(source, "rw", timeout=BUSY_SECONDS)) as old,
        closing(connect(target, "rwc", key=key_of_file(source))) as new,
    ):
        # The driver's backup would wait for a lock without end; with our own read lock there is none to wait for.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        new.execute("PRAGMA journal_mode = OFF")  # a copy that is cut short is thrown away
        new.execute("PRAGMA synchronous = OFF")
        old.backup(new, pages=step, progress=_telling(report))


def _telling(report: Report | None) -> Callable[[int, int, int], None] | None:
    """The driver's progress, which says what remains."""
    return None if report is None else lambda _status, left, of: report(of - left, of)


def replace_file(new: Path, target: Path) -> None:
    """Move `new` over `target` so that after a power cut one of the two is there, whole."""
    sync(new)
    os.replace(new, target)  # noqa: PTH105 - the name says what is meant
    sync_folder(target)


def sync_folder(path: Path) -> None:
    """The names in the folder of a file."""
    if sys.platform != "win32":  # Windows keeps no handle on folders
        sync(path.parent)


def sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_database(path: Path) -> None:
    """A file of our own making with its journal; absent ones are no error."""
    for name in (path.name, path.name + "-journal"):
        path.with_name(name).unlink(missing_ok=True)
