"""Turning the encryption of an open office on and off: on a copy, which takes the file's place in one step."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from hrdesk.domain.backup import Reason
from hrdesk.lazy_dataclass import replace
from hrdesk.models import backup_words, faults
from hrdesk.models.backup import make
from hrdesk.models.beside import begins_plain, folder_of
from hrdesk.models.cipher import encrypt_copy, key_of_file
from hrdesk.models.cipher_key import IN_USE, Key, key_of
from hrdesk.models.files import read_header, remove_database, replace_file, sync
from hrdesk.models.inspection import hashes_of, look_into
from hrdesk.models.key_file import key_files_of, key_path, keys_for, room_for_key, write_key, wrong_key
from hrdesk.models.manifest import backups_in, is_set_aside, manifest_path, write_manifest
from hrdesk.models.wiping import finish, second_name, wipe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hrdesk.models.database import Database
    from hrdesk.models.manifest import Backup

_ENDING = "-encrypted"


def unlock(path: Path, typed: str) -> None:
    """From now on the key is in use. Raises WrongKey when it does not open this file."""
    IN_USE.key = key_that_opens(path, typed, key_files_of(path))


def key_that_opens(path: Path, typed: str, key_files: Sequence[Path]) -> Key:
    """From the password, where one of the key files is its, or from the digits of the sheet. Raises WrongKey for neither."""
    return _digits_and_key(path, typed, key_files)[1]


def change_password(path: Path, typed: str, password: str) -> None:
    """After it the new password opens the database, and no longer the old one; the digits of the sheet stay. Raises WrongKey."""
    write_key(path, _digits_and_key(path, typed, key_files_of(path))[0], password)


def _digits_and_key(path: Path, typed: str, key_files: Sequence[Path]) -> tuple[str, Key]:
    found = next((one for one in keys_for(path, typed, key_files) if read_header(path, one[1]) is not None), None)
    if found is None:
        raise wrong_key(path)
    return found


def turn_on(database: Database, digits: str, password: str) -> None:
    """After a backup. The key file is on the disk before anything is encrypted. UserError with nothing changed.

    Also after the encrypted file has taken its place, where the disk then refuses: it keeps its key, in use and beside it.
    """
    make(database.path, Reason.BEFORE_MIGRATION)
    before, refused = IN_USE.key, None
    with room_for_key(key_path(database.path)):
        write_key(database.path, digits, password)
        IN_USE.key = key = key_of(digits, os.urandom(16))
        try:
            _convert(database, key)
        except BaseException as error:
            if key_of_file(database.path) != key:
                IN_USE.key = before
                raise
            refused = error
    if refused is not None:
        raise refused


def turn_off(database: Database) -> None:
    """The file is plain again; encrypted backups stay, and open with the same digits."""
    make(database.path, Reason.BEFORE_MIGRATION)
    _convert(database, None)


def plain_backups(database: Path, others: Iterable[Path] = ()) -> tuple[Backup, ...]:
    """In the folder of backups, and in others such as the second one."""
    folders = (folder_of(database), *others)
    return tuple(one for folder in folders for one in backups_in(folder, database.name) if begins_plain(one.path))


def plain_files(database: Path, others: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Whatever else this program named after the database and can be read without its key: replaced files, backups."""
    found = [one for one in database.parent.iterdir() if is_set_aside(one.name, database.name) and one.is_file()]
    for folder in (folder_of(database), *others):
        found += [one.path for one in backups_in(folder, database.name)]
    return tuple(one for one in found if begins_plain(one))


def remove_plain(path: Path) -> None:
    """With its manifest where it has one. Raises UserError when the disk refuses."""
    try:
        wipe(path)
        manifest_path(path).unlink(missing_ok=True)
    except OSError as error:
        raise faults.of_system(path, error) from error


def encrypt_backup(backup: Backup) -> Backup:
    """An encrypted one beside it, whole and with its manifest; only then does the plain one go."""
    target = backup.path.with_name(f"{backup.path.stem}{_ENDING}.db")
    part = target.with_name(target.name + ".part")
    with backup_words.told(backup.path, backup.path.parent):
        try:
            _copy(backup.path, part, IN_USE.key)
            whole, content = hashes_of(part)
            manifest = replace(backup.manifest, sha256=whole, content=content, size=part.stat().st_size)
            write_manifest(manifest_path(target), manifest)
            replace_file(part, target)
        finally:
            part.unlink(missing_ok=True)
        wipe(backup.path)
        manifest_path(backup.path).unlink()
    return type(backup)(target, manifest)


def give_key(staged: Path, key: Key | None) -> None:
    """To a file that is about to take the place of one with that key, or of a plain one."""
    if key_of_file(staged) == key:
        return
    part = staged.with_name(staged.name + ".converted")
    _copy(staged, part, key)
    replace_file(part, staged)


def _copy(source: Path, target: Path, key: Key | None) -> None:
    encrypt_copy(source, target, key)
    sync(target)


def _convert(database: Database, key: Key | None) -> None:
    work = database.path.with_name(database.path.name + ".converting")
    remove_database(work)
    try:
        with faults.told(database.path):
            before = database.counts()
            _copy(database.path, work, key)
            found = look_into(work)
        if found.faults or dict(found.counts) != before:
            raise faults.damaged(database.path, "; ".join(found.faults) or "counts")
        database.detach()
        old = second_name(database.path) if key is not None else None
        try:
            replace_file(work, database.path)
        finally:
            if old is not None:
                finish(database.path.parent, database.path)
            database.attach()
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, OSError):
            raise faults.of_system(database.path, error) from error
        raise
    finally:
        remove_database(work)
