"""The one file that holds an office: opened only when it is sound, written in whole actions."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from hrdesk.models import core_tables, faults  # noqa: F401 - see that module
from hrdesk.models.audit_hook import Changes
from hrdesk.models.beside import folder_of
from hrdesk.models.cipher import looks_encrypted
from hrdesk.models.engine import APPLICATION_ID, MODE, faults_of, make_engine, row_counts, set_identity
from hrdesk.models.files import is_cut_off, may_write, read_header, remove_database, replace_file
from hrdesk.models.lockfile import Locked, LockFile
from hrdesk.models.manifest import longest_path
from hrdesk.models.migrations import REVISIONS, upgrade
from hrdesk.models.upgrade import upgrade_file
from hrdesk.models.wiping import finish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from hrdesk.models.migrations import Revision

SCHEMA = len(REVISIONS)


class Database:
    """An open database, locked against a second program. Make one with `create` or `open`."""

    def __init__(self, path: Path, lock: LockFile | None, *, read_only: bool = False) -> None:
        """Attach to a file that is known to be ours. Raises UserError when it is damaged or not writable."""
        self.path = path
        self.read_only = read_only
        self._lock = lock
        self.writes = 0  # since the file was opened: what is kept in memory of its rows is good until the next
        self.attach()

    def attach(self) -> None:
        """Connect to the file that now has our name. Raises UserError when it is damaged or not writable."""
        self._engine = make_engine(self.path, "ro" if self.read_only else "rw")
        self._writer = self._engine.execution_options(**{MODE: "write"})
        self._reader = self._engine.execution_options(**{MODE: "read"})
        try:
            # As a reader: a writer's commit would mend the header of a file that is about to be refused.
            with faults.told(self.path, opening=True), self._reader.begin() as connection:
                found = faults_of(connection)
        except BaseException:
            self._engine.dispose()
            raise
        if found:
            self._engine.dispose()
            raise faults.damaged(self.path, "; ".join(found))
        self.writes += 1  # by whoever made the file that is there now

    def detach(self) -> None:
        """Close every connection but keep the lock, so that the file can be replaced; `attach` comes next."""
        self._engine.dispose()

    @classmethod
    def create(cls, path: Path, fill: Callable[[Session], None] | None = None) -> Self:
        """Make a new file, with what `fill` puts into it, or nothing at all. Refuses an existing file."""
        path = path.absolute()
        _demand_short(path)
        if path.exists():
            raise faults.exists(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise faults.of_system(path, error) from error
        with _locked(path) as lock:
            _make(path, fill)
            return cls(path, lock)

    @classmethod
    def open(cls, path: Path, revisions: Sequence[Revision] = REVISIONS) -> Self:
        """Open an existing file, bringing an older schema up to date. Raises UserError with nothing written.

        Where the file or its folder cannot be written it is opened to be read: `read_only` tells.
        """
        path = path.absolute()
        if not path.is_file():
            raise faults.missing(path)
        _demand_short(path)
        with _locked(path, only_read=True) as lock:
            schema = _schema_of(path, len(revisions))
            read_only = lock is None or not may_write(path)
            if schema < len(revisions):
                if read_only:
                    raise faults.read_only_and_old(path, schema, len(revisions))
                upgrade_file(path, schema, revisions)
            if not read_only:
                for folder in (path.parent, folder_of(path)):
                    finish(folder, path)  # what a killed program was to wipe
            return cls(path, lock, read_only=read_only)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """One action of the officer: a session in one transaction, recorded and committed when the block ends well."""
        if self.read_only:
            raise faults.read_only_mode(self.path)
        with (
            faults.told(self.path),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            session.connection()  # BEGIN IMMEDIATE now: nothing read here is stale when it is written
            changes = Changes(session)
            yield session
            changes.write()
        self.writes += 1

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the data and cannot change it."""
        with faults.told(self.path), Session(self._reader, expire_on_commit=False) as session:
            yield session

    def full_check(self) -> tuple[str, ...]:
        """Every page, index and reference; what is wrong, in SQLite's words. For the background: it reads all."""
        with faults.told(self.path), self._reader.connect() as connection:
            return faults_of(connection, thorough=True)

    def compact(self) -> None:
        """Write the file anew from its rows, so that no page keeps bytes of what was deleted or overwritten."""
        with faults.told(self.path):
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA query_only = OFF")
                raw.info[MODE] = "write"
                raw.cursor().execute("VACUUM")
            finally:
                raw.close()

    def counts(self) -> dict[str, int]:
        with faults.told(self.path), self._reader.connect() as connection:
            return row_counts(connection)

    def close(self) -> None:
        self._engine.dispose()
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
def _locked(path: Path, *, only_read: bool = False) -> Iterator[LockFile | None]:
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


def _demand_short(path: Path) -> None:
    """SQLite takes no more than 512 bytes of a name on POSIX, Windows 260 letters; backups lie deeper than the file."""
    longest = longest_path(path)
    length, most = (len(str(longest)), 259) if sys.platform == "win32" else (len(os.fsencode(longest)), 508)
    if length > most:
        raise faults.path_too_long(path, length, most)


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


def _make(path: Path, fill: Callable[[Session], None] | None) -> None:
    """Schema and contents in one transaction on a file beside, which then gets its name."""
    if path.exists():  # made by another program before we had the lock
        raise faults.exists(path)
    part = path.with_name(path.name + ".part")
    remove_database(part)
    engine = make_engine(part, "rwc")
    try:
        with faults.told(path), engine.begin() as connection:
            set_identity(connection, SCHEMA)
            upgrade(connection, 0)
            if fill is not None:
                with Session(connection) as session:
                    fill(session)
                    session.flush()
        engine.dispose()
        replace_file(part, path)
    finally:
        engine.dispose()
        remove_database(part)
