"""Putting a backup in the place of the present file: all or nothing, and the present is never deleted."""

from __future__ import annotations

import glob
import os
import shutil
import sqlite3
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hrdesk.domain.backup import Manifest, Reason
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import backup_words, faults
from hrdesk.models.backup import Verification, make, newest_locked, newest_sound, verify
from hrdesk.models.beside import folder_of
from hrdesk.models.cipher import key_of_file
from hrdesk.models.database import SCHEMA, Database, demand_short, locked, take_lock
from hrdesk.models.encrypting import give_key
from hrdesk.models.files import remove_database, sync, sync_folder
from hrdesk.models.inspection import readable_counts
from hrdesk.models.key_file import brought, key_path
from hrdesk.models.manifest import Backup, manifest_path, next_serial, set_aside_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hrdesk.models.lockfile import LockFile


@dataclass(frozen=True, slots=True)
class Restored:
    manifest: Manifest  # of the backup that is the database now
    aside: Path | None  # the file that was the database before; None when there was none
    before: Backup | None  # the backup of the present made first; None when the present was too damaged


@dataclass(frozen=True, slots=True)
class Begun:
    database: Database
    manifest: Manifest  # of the backup
    key_aside: Path | None  # the key file of another office that lay where this one's is


@dataclass(frozen=True, slots=True)
class Offer:
    """What `recover` would do about a damaged or missing database."""

    fault: str  # in Thai: why the file cannot be opened
    backup: Backup
    readable: Mapping[str, int]  # rows of the tables that can still be counted in the damaged file
    written: datetime | None  # when the damaged file was last written; None when it is missing


def restore(database: Database, backup: Path, others: tuple[Path, ...] = ()) -> Restored:
    """Make a backup the contents of an open database, which stays open. Raises UserError with nothing changed.

    Nobody may be within `begin` or `read` meanwhile.
    """
    path = database.path
    with telling(backup), _staged(backup, path) as (staged, found):
        give_key(staged, key_of_file(path))  # another office's, or this one's before the encryption was turned off
        before = make(path, Reason.BEFORE_RESTORE, others=others)
        database.detach()
        try:
            aside = _aside(path, before.manifest.serial)  # Windows gives up no name of an open file
            _take_place(path, staged, found, aside, lambda: _attached(database))
        except BaseException:
            database.attach()
            raise
    return Restored(_manifest(found), aside, before)


@contextmanager
def rehearsed(backup: Path) -> Iterator[tuple[Database, Manifest]]:
    """A drill: the backup restored into a temporary folder and open there, gone afterwards. Raises UserError."""
    with TemporaryDirectory(prefix="hrdesk-", ignore_cleanup_errors=True) as folder, telling(backup):
        path = Path(folder) / "drill.db"
        with _staged(backup, path) as (staged, found):
            os.replace(staged, path)  # noqa: PTH105 - as in a restore
        with Database.open(path) as database:
            _demand_counts(database, found)
            yield database, _manifest(found)


def offer(path: Path, others: tuple[Path, ...] = ()) -> Offer:
    """The newest sound backup for a database that does not open. Changes nothing.

    Raises UserError when the database opens after all, is in use, or has no sound backup.
    """
    path = path.absolute()
    fault = _fault_of(path)
    folders = (folder_of(path), *others)
    backup = newest_sound(folders, path.name)
    if backup is None:
        unread = newest_locked(folders, path.name)
        raise backup_words.nothing_to_offer(path, folders) if unread is None else backup_words.only_locked(path, unread.path)
    written = datetime.fromtimestamp(path.stat().st_mtime).astimezone() if path.exists() else None
    return Offer(fault, backup, readable_counts(path), written)


def recover(path: Path, accepted: Offer) -> Restored:
    """Put the offered backup in the place of a damaged or missing database, which is kept beside it."""
    path = path.absolute()
    _fault_of(path)
    backup = accepted.backup.path
    with telling(backup), _held(path) as lock, _staged(backup, path) as (staged, found):
        if (key := key_of_file(path)) is not None:  # a missing or spoilt file does not say that it was plain
            give_key(staged, key)
        aside = _aside(path, next_serial((folder_of(path),), path.name)) if path.exists() else None
        _take_place(path, staged, found, aside, lambda: Database(path, lock)).detach()
    return Restored(_manifest(found), aside, None)


@contextmanager
def begun_from(path: Path, backup: Path, key_file: Callable[[Manifest], Path | None]) -> Iterator[Begun]:
    """Make a backup, of this PC or another, the database where there is none. Raises UserError.

    When the block ends well it stays, open and locked; otherwise nothing does. The key file of an encrypted one comes along.
    """
    path = path.absolute()
    demand_short(path)
    with telling(backup):
        path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path) as lock, telling(backup), _staged(backup, path) as (staged, found):
        if path.exists():
            raise faults.exists(path)
        manifest = _manifest(found)
        keyed = key_of_file(staged) is not None
        with brought(key_file(manifest), key_path(path)) if keyed else nullcontext() as aside:  # first: a cut leaves a key without a lock
            database = _take_place(path, staged, found, None, lambda: Database(path, lock))
            try:
                yield Begun(database, manifest, aside)
            except BaseException:
                database.detach()
                remove_database(path)
                raise


def _take_place(path: Path, staged: Path, found: Verification, aside: Path | None, attach: Callable[[], Database]) -> Database:
    """The staged file as the database that `attach` opens. When it is not whole there: as before, and detached."""
    database = None
    try:
        _swap(staged, path, aside)
        database = attach()
        _demand_counts(database, found)
    except BaseException:
        if database is not None:
            database.detach()
        if aside is not None:
            _undo(path, aside)
        else:
            path.unlink(missing_ok=True)
        raise
    return database


def _attached(database: Database) -> Database:
    database.attach()
    return database


@contextmanager
def _held(path: Path) -> Iterator[LockFile]:
    lock = take_lock(path)
    try:
        yield lock
    finally:
        lock.release()


def _fault_of(path: Path) -> str:
    """Why the database does not open. Raises UserError when it does, or for a reason that no backup mends."""
    try:
        Database.open(path).close()
    except faults.Unfit as error:
        return str(error)
    raise backup_words.nothing_to_recover(path)


@contextmanager
def _staged(backup: Path, path: Path) -> Iterator[tuple[Path, Verification]]:
    """A copy of the backup in a temporary folder beside the database: verified there, and of today's schema."""
    if not backup.is_file():
        raise backup_words.no_backup(backup)
    folder = path.with_name(path.name + ".restoring")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir()
        staged = folder / backup.name
        shutil.copyfile(backup, staged)
        if manifest_path(backup).is_file():
            shutil.copyfile(manifest_path(backup), manifest_path(staged))
        found = verify(staged)
        if not found.sound:
            raise backup_words.not_sound(backup, found.problems)
        schema = _manifest(found).schema
        if schema > SCHEMA:
            raise faults.newer(backup, schema, SCHEMA)
        if schema < SCHEMA:
            from hrdesk.models.migrations import REVISIONS  # noqa: PLC0415 - for an old backup alone
            from hrdesk.models.upgrade import migrate  # noqa: PLC0415

            migrate(staged, backup, schema, REVISIONS)
        sync(staged)
        yield staged, found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(staged: Path, path: Path, aside: Path | None) -> None:
    """One step takes the name from the old file to the new one; at no moment is there no database of that name."""
    if aside is not None:
        _give_second_name(path, aside)
        journal = _journal(path)
        if journal.exists() and journal.stat().st_size:  # it would be rolled back into the new file
            os.replace(journal, _journal(aside))  # noqa: PTH105 - the name says what is meant
        sync_folder(path)
    os.replace(staged, path)  # noqa: PTH105
    sync_folder(path)


def _undo(path: Path, aside: Path) -> None:
    if not aside.exists():
        return
    if path.exists() and path.samefile(aside):  # not yet swapped: two names of one file
        aside.unlink()
    else:
        os.replace(aside, path)  # noqa: PTH105
    if _journal(aside).exists():
        os.replace(_journal(aside), _journal(path))  # noqa: PTH105
    sync_folder(path)


def _give_second_name(path: Path, aside: Path) -> None:
    try:
        os.link(path, aside)
    except OSError:  # FAT and some network drives have no links
        shutil.copyfile(path, aside)
        sync(aside)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _aside(path: Path, serial: int) -> Path:
    """A name beside the database that no file has.

    A second name of the present file, left by a program killed just before the swap, is taken away.
    """
    for left in path.parent.glob(f"{glob.escape(path.name)}-replaced-*"):
        if left.samefile(path):
            left.unlink()
    while (aside := path.with_name(set_aside_name(path.name, serial))).exists():
        serial += 1
    return aside


def _demand_counts(database: Database, found: Verification) -> None:
    now = database.counts()
    lost = [f"{table} {count} → {now.get(table, 0)}" for table, count in found.counts.items() if now.get(table) != count]
    lost += database.full_check()
    if lost:
        raise backup_words.not_restored(found.path, "; ".join(lost))


def _manifest(found: Verification) -> Manifest:
    if found.manifest is None:  # never of a sound one
        raise backup_words.not_sound(found.path, found.problems)
    return found.manifest


@contextmanager
def telling(backup: Path) -> Iterator[None]:
    """What the system and SQLite say of a backup while it is brought back, in the officer's words."""
    try:
        yield
    except UserError:
        raise
    except OSError as error:
        raise backup_words.not_restored_of_system(backup, error) from error
    except sqlite3.Error as error:
        raise backup_words.not_restored(backup, faults.why_sqlite(error)) from error
