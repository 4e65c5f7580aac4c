"""The one file that holds an office: opened only when it is sound, written in whole actions.

Importing this, opening a file and reading it by plain SQL needs no SQLAlchemy; the first session loads it.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.models import faults
from hrdesk.models.beside import folder_of
from hrdesk.models.cipher import looks_encrypted
from hrdesk.models.files import is_cut_off, may_write, read_header
from hrdesk.models.lockfile import Locked, LockFile
from hrdesk.models.plain import APPLICATION_ID, SCHEMA, Rows, faults_by, open_plain
from hrdesk.models.wiping import finish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Any, Self

    from sqlalchemy.orm import Session

    from hrdesk.models.migrations import Revision
    from hrdesk.models.store import Store

__all__ = ["SCHEMA", "Database", "demand_short", "locked", "take_lock"]

_A_BACKUP_ADDS = 64  # to the path and, once more, the file's name: its folder's ending, serial and reason, and SQLite's journal


class Database:
    """An open database, locked against a second program. Make one with `create` or `open`."""

    def __init__(self, path: Path, lock: LockFile | None, *, read_only: bool = False) -> None:
        """Attach to a file that is known to be ours. Raises UserError when it is damaged or not writable."""
        self.path = path
        self.read_only = read_only
        self._lock = lock
        self.writes = 0  # since the file was opened: what is kept in memory of its rows is good until the next
        self._turn = threading.RLock()  # of the plain connection, and to make the store once
        self._made: Store | None = None
        self._given_up: dict[str, int] = {}  # the highest id of what was deleted and may come back, by table
        self.attach()

    def attach(self) -> None:
        """Connect to the file that now has our name. Raises UserError when it is damaged or not writable."""
        with faults.told(self.path, opening=True):
            self._plain = open_plain(self.path, self._mode)
        try:
            # As a reader: a writer's commit would mend the header of a file that is about to be refused.
            with faults.told(self.path, opening=True), self.rows() as ask:
                found = faults_by(ask)
        except BaseException:
            self._plain.close()
            raise
        if found:
            self._plain.close()
            raise faults.damaged(self.path, "; ".join(found))
        self.writes += 1  # by whoever made the file that is there now

    def detach(self) -> None:
        """Close every connection but keep the lock, so that the file can be replaced; `attach` comes next."""
        with self._turn:
            self._plain.close()
            if self._made is not None:
                self._made.dispose()
            self._made = None

    @property
    def _mode(self) -> str:
        return "ro" if self.read_only else "rw"

    @property
    def _store(self) -> Store:
        from hrdesk.models.store import Store  # noqa: PLC0415 - see the module

        with self._turn:
            if self._made is None:
                self._made = Store(self.path, self._mode, self._given_up)
            return self._made

    @classmethod
    def create(cls, path: Path, fill: Callable[[Session], None] | None = None) -> Self:
        """Make a new file, with what `fill` puts into it, or nothing at all. Refuses an existing file."""
        path = path.absolute()
        demand_short(path)
        if path.exists():
            raise faults.exists(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise faults.of_system(path, error) from error
        from hrdesk.models.store import make_file  # noqa: PLC0415

        with locked(path) as lock:
            make_file(path, fill)
            return cls(path, lock)

    @classmethod
    def open(cls, path: Path, revisions: Sequence[Revision] | None = None) -> Self:
        """Open an existing file, bringing an older schema up to date. Raises UserError with nothing written.

        Where the file or its folder cannot be written it is opened to be read: `read_only` tells.
        """
        path, known = path.absolute(), SCHEMA if revisions is None else len(revisions)
        if not path.is_file():
            raise faults.missing(path)
        demand_short(path)
        with locked(path, only_read=True) as lock:
            schema = _schema_of(path, known)
            read_only = lock is None or not may_write(path)
            if schema < known:
                if read_only:
                    raise faults.read_only_and_old(path, schema, known)
                _upgrade(path, schema, revisions)
            if not read_only:
                for folder in (path.parent, folder_of(path)):
                    finish(folder, path)  # what a killed program was to wipe
            return cls(path, lock, read_only=read_only)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One action of the officer: a session in one transaction, recorded and committed when the block ends well."""
        if self.read_only:
            raise faults.read_only_mode(self.path)
        with faults.told(self.path), self._store.begin() as session:
            yield session
        self.writes += 1

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the data and cannot change it."""
        with faults.told(self.path), self._store.read() as session:
            yield session

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        """One state of the data by plain SQL."""
        with faults.told(self.path), self._turn:
            if self._plain.in_transaction:  # of this thread: the others wait for their turn
                yield Rows(self._plain)
                return
            self._plain.execute("BEGIN")
            try:
                yield Rows(self._plain)
            finally:
                self._plain.rollback()

    def add_row(self, table: str, values: Mapping[str, Any]) -> None:
        """One row that hangs on no other, by plain SQL: a line of the record of use. UserError in read-only mode."""
        if self.read_only:
            raise faults.read_only_mode(self.path)
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        with faults.told(self.path), self._turn:
            if self._plain.in_transaction:
                raise RuntimeError("a row added while rows are read would be taken back with the end of the reading")
            self._plain.execute("PRAGMA query_only = 0")
            try:
                self._plain.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))  # noqa: S608
            finally:
                self._plain.execute("PRAGMA query_only = 1")
        self.writes += 1

    def full_check(self) -> tuple[str, ...]:
        """Every page, index and reference; what is wrong, in SQLite's words. For the background: it reads all."""
        with faults.told(self.path):
            return self._store.full_check()

    def compact(self) -> None:
        """Write the file anew from its rows, so that no page keeps bytes of what was deleted or overwritten."""
        with faults.told(self.path):
            self._store.compact()

    def counts(self) -> dict[str, int]:
        with faults.told(self.path):
            return self._store.counts()

    def close(self) -> None:
        self.detach()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def take_lock(path: Path) -> LockFile:
    """UserError when another program has the database open, or its folder takes no file."""
    try:
        return LockFile(path)
    except Locked as error:
        raise faults.already_open(path) from error
    except OSError as error:
        raise faults.of_system(path, error) from error


@contextmanager
def locked(path: Path, *, only_read: bool = False) -> Iterator[LockFile | None]:
    """The lock, kept when the block ends well and given back when it does not.

    None, when that is enough, where the folder takes no lock: nobody can write there.
    """
    try:
        lock = take_lock(path)
    except faults.ReadOnly:
        if not only_read:
            raise
        lock = None
    try:
        yield lock
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, OSError):
            raise faults.of_system(path, error) from error
        raise


def demand_short(path: Path) -> None:
    """SQLite takes no more than 512 bytes of a name on POSIX, Windows 260 letters; backups lie deeper than the file."""
    most = 259 if sys.platform == "win32" else 508
    if 2 * _length(path) + _A_BACKUP_ADDS <= most:
        return
    from hrdesk.models.manifest import longest_path  # noqa: PLC0415 - most names are short

    length = _length(longest_path(path.absolute()))
    if length > most:
        raise faults.path_too_long(path, length, most)


def _length(path: Path) -> int:
    return len(str(path)) if sys.platform == "win32" else len(os.fsencode(path))


def _schema_of(path: Path, known: int) -> int:
    """The schema number of a file of ours, read without opening it as a database. Raises OSError as well."""
    if path.stat().st_size == 0:
        raise faults.empty(path)
    header = read_header(path)
    if header is None and looks_encrypted(path):
        raise faults.encrypted(path)
    if header is None:
        raise faults.not_a_database(path)
    if header.application_id != APPLICATION_ID:
        raise faults.foreign(path)
    if header.schema > known:
        raise faults.newer(path, header.schema, known)
    if header.schema == 0:
        raise faults.damaged(path, "user_version 0")
    if is_cut_off(path, header.page_size):
        raise faults.damaged(path, "truncated")
    return header.schema


def _upgrade(path: Path, have: int, revisions: Sequence[Revision] | None) -> None:
    from hrdesk.models.migrations import REVISIONS  # noqa: PLC0415 - a start with today's schema needs none
    from hrdesk.models.upgrade import upgrade_file  # noqa: PLC0415

    upgrade_file(path, have, REVISIONS if revisions is None else revisions)
