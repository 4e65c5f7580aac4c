"""Making, copying, verifying and thinning backups. A backup has its name only when it is whole and on the disk."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.domain.backup import Manifest, Reason, surplus
from hrdesk.errors import why_refused
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import backup_words, faults
from hrdesk.models.beside import begins_plain, folder_of
from hrdesk.models.files import copy_pages, remove_database, sync
from hrdesk.models.inspection import Contents, hash_of, hashes_of, is_ours, look_into
from hrdesk.models.manifest import (
    Backup,
    BadManifest,
    backups_in,
    file_name,
    manifest_path,
    next_serial,
    read_manifest,
    serial_in,
    set_aside_name,
    write_manifest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from hrdesk.models.files import Report

_PART = ".part"
_OTHER_KEY = "เนื้อหาครบทุกไบต์ แต่เข้ารหัสไว้ด้วยรหัสอื่น ต้องใช้รหัสผ่านของฐานข้อมูลนั้นหรือรหัสกู้คืน 48 หลักจึงจะอ่านได้"


@dataclass(frozen=True, slots=True)
class Verification:
    """`problems` in Thai; a backup is sound when there are none. The manifest is None when it cannot be read."""

    path: Path
    manifest: Manifest | None
    counts: Mapping[str, int]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        return not self.problems


def make(
    database: Path,
    reason: Reason,
    folder: Path | None = None,
    others: tuple[Path, ...] = (),
    report: Report | None = None,
) -> Backup:
    """Back up a database, open or not; the caller holds its lock. Serials go on from those in `others` as well.

    Raises UserError, or what `report` raises to stop it, with nothing left behind.
    """
    with _part(database, reason, folder, others, report) as backup:
        _finish(backup)
    return backup


def make_if_changed(
    database: Path, reason: Reason, folder: Path | None = None, others: tuple[Path, ...] = ()
) -> Backup | None:
    """As `make`, but None when the newest backup in the folder is sound and holds the same."""
    with _part(database, reason, folder, others) as backup:
        newest = next(iter(backups_in(backup.path.parent, database.name)), None)
        if newest and newest.manifest.content == backup.manifest.content and verify(newest.path).sound:
            return None
        _finish(backup)
    return backup


@contextmanager
def _part(
    database: Path,
    reason: Reason,
    folder: Path | None,
    others: tuple[Path, ...],
    report: Report | None = None,
) -> Iterator[Backup]:
    """A checked copy on the disk that does not have its name yet; without it at the end."""
    folder = folder_of(database) if folder is None else folder
    with backup_words.told(database, folder):
        folder.mkdir(parents=True, exist_ok=True)
        _clear_parts(folder)
        serial = next_serial((folder, *others), database.name)
        target = folder / file_name(database.name, serial, reason)
        part = _part_of(target)
        try:
            copy_pages(database, part, report)
            contents = look_into(part)
            if contents.faults:
                raise faults.damaged(database, "; ".join(contents.faults))
            sync(part)
            yield Backup(target, _manifest(database, part, serial, reason, contents))
        finally:
            part.unlink(missing_ok=True)


def copy_to(backup: Backup, folder: Path) -> Backup:
    """A second copy in a folder that must be there. Raises BackupFailed; overwrites nothing."""
    target = folder / backup.path.name
    with backup_words.told(backup.path, folder):
        if not folder.is_dir():
            raise backup_words.folder_missing(folder)
        if target.exists():
            there = verify(target)
            if there.manifest != backup.manifest or not there.sound:
                raise backup_words.name_taken(target)
            return Backup(target, backup.manifest)
        _clear_parts(folder)
        part = _part_of(target)
        try:
            shutil.copyfile(backup.path, part)
            sync(part)
            if hash_of(part) != backup.manifest.sha256:
                raise backup_words.failed(folder, "SHA-256")
            _finish(Backup(target, backup.manifest))
        finally:
            part.unlink(missing_ok=True)
    return Backup(target, backup.manifest)


def verify(path: Path) -> Verification:
    """Compare a backup with its manifest, and read every page. Writes nothing. Raises UserError when it is missing."""
    if not path.is_file():
        raise backup_words.no_backup(path)
    problems: list[str] = []
    manifest = None
    try:
        manifest = read_manifest(path)
    except BadManifest:
        problems.append(f"ใบกำกับชุดสำรอง “{manifest_path(path).name}” เสียหายหรือถูกแก้ไข")
    except OSError:
        problems.append(f"ไม่พบใบกำกับชุดสำรอง “{manifest_path(path).name}” ที่ต้องอยู่ในโฟลเดอร์เดียวกัน")
    try:
        if manifest and hash_of(path) != manifest.sha256:
            problems.append("เนื้อหาของแฟ้มไม่ตรงกับใบกำกับ (SHA-256 ต่างกัน) แฟ้มเสียหายหรือถูกแก้ไข")
        if not is_ours(path):
            locked = not problems and not begins_plain(path)  # to the last byte what was backed up
            return Verification(path, manifest, {}, (*problems, _OTHER_KEY if locked else "แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรมนี้"))
        contents = look_into(path)
    except (sqlite3.Error, OSError, UnicodeError) as error:  # SQLite quotes spoilt bytes, the driver decodes them
        return Verification(path, manifest, {}, (*problems, f"อ่านฐานข้อมูลในชุดสำรองไม่ได้ ({_why(error)})"))
    if contents.faults:
        problems.append(f"โครงสร้างภายในเสียหาย {len(contents.faults)} แห่ง")
    if manifest:
        problems += _differences(manifest, contents)
    return Verification(path, manifest, contents.counts, tuple(problems))


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return why_refused(error)
    return faults.why_sqlite(error) if isinstance(error, sqlite3.Error) else "เนื้อหาเสียหาย"


def still_whole(backup: Backup) -> bool:
    """Whether every byte is as the manifest says: of a backup that was read whole when it was made, that is enough."""
    try:
        return backup.path.stat().st_size == backup.manifest.size and hash_of(backup.path) == backup.manifest.sha256
    except OSError:
        return False


def without_manifest(folder: Path, database: str) -> tuple[Path, ...]:
    """Files that were named as backups of a database and have no manifest, or a spoilt one: no list shows them."""
    listed = {one.path for one in backups_in(folder, database)}
    named = (one for one in folder.glob("*.db") if serial_in(one.name, database) is not None)
    return tuple(sorted(one for one in named if one not in listed and not _of_another(one)))


def _of_another(path: Path) -> bool:
    """A manifest that is right, of a database whose name begins alike."""
    try:
        read_manifest(path)
    except (BadManifest, OSError):
        return False
    return True


def thin(folder: Path, newest: Manifest) -> tuple[Backup, ...]:
    """Remove the backups of the same office that need not be kept, and return them.

    Only whole pairs whose manifest is right are ever removed. Those of a namesake in a shared folder stay.
    """
    kept = [one for one in backups_in(folder, newest.database) if one.manifest.office == newest.office]
    unneeded = surplus((one.manifest for one in kept), newest.created.date()) - {newest.serial}
    removed = tuple(one for one in kept if one.manifest.serial in unneeded)
    for one in removed:
        one.path.unlink(missing_ok=True)  # the manifest last: without its file it is no backup, only a number
        manifest_path(one.path).unlink(missing_ok=True)
    return removed


def thin_set_aside(database: Path, removed: Iterable[Backup]) -> None:
    """What a restore put aside goes with the backup made just before it, which held the same, and outlived its use.

    A damaged file that was put aside has no such backup: it stays.
    """
    for one in removed:
        aside = database.with_name(set_aside_name(database.name, one.manifest.serial))
        if one.manifest.reason is Reason.BEFORE_RESTORE and aside.is_file() and _holds(aside, one.manifest):
            remove_database(aside)


def _holds(path: Path, manifest: Manifest) -> bool:
    try:
        return hashes_of(path)[1] == manifest.content
    except sqlite3.Error:  # encrypted with another key, or damaged
        return False


def newest_sound(folders: tuple[Path, ...], database: str) -> Backup | None:
    """The newest backup that passes verification, of those in all the folders."""
    return next((backup for backup in _newest_first(folders, database) if verify(backup.path).sound), None)


def newest_locked(folders: tuple[Path, ...], database: str) -> Backup | None:
    """The newest that is whole and encrypted with a key that is not in use."""
    locked = (one for one in _newest_first(folders, database) if not begins_plain(one.path) and not is_ours(one.path))
    return next((one for one in locked if still_whole(one)), None)


def _newest_first(folders: tuple[Path, ...], database: str) -> list[Backup]:
    found = [backup for folder in folders for backup in backups_in(folder, database)]
    return sorted(found, key=lambda backup: backup.manifest.serial, reverse=True)


def _manifest(database: Path, part: Path, serial: int, reason: Reason, contents: Contents) -> Manifest:
    whole, content = hashes_of(part)
    return Manifest(
        serial=serial,
        reason=reason,
        created=datetime.now().astimezone().replace(microsecond=0),
        database=database.name,
        office=contents.office,
        schema=contents.schema,
        size=part.stat().st_size,
        sha256=whole,
        content=content,
        counts=contents.counts,
    )


def _finish(backup: Backup) -> None:
    """Give a part that is on the disk its name, then its manifest: a pair is there whole or not at all."""
    paper = manifest_path(backup.path)
    try:
        write_manifest(_part_of(paper), backup.manifest)
        os.replace(_part_of(backup.path), backup.path)  # noqa: PTH105 - the name says what is meant
        os.replace(_part_of(paper), paper)  # noqa: PTH105
    finally:
        _part_of(paper).unlink(missing_ok=True)
    if sys.platform != "win32":  # Windows keeps no handle on folders
        sync(backup.path.parent)


def _part_of(path: Path) -> Path:
    return path.with_name(path.name + _PART)


def _clear_parts(folder: Path) -> None:
    """What a killed program left half written."""
    for part in (*folder.glob(f"*.db{_PART}"), *folder.glob(f"*.json{_PART}")):
        part.unlink(missing_ok=True)


def _differences(manifest: Manifest, contents: Contents) -> list[str]:
    found = []
    if manifest.schema != contents.schema:
        found.append(f"รุ่นโครงสร้างข้อมูลไม่ตรงกับใบกำกับ ({manifest.schema} → {contents.schema})")
    tables = sorted({*manifest.counts, *contents.counts})
    changed = [
        f"{table} {manifest.counts.get(table, 0)} → {contents.counts.get(table, 0)}"
        for table in tables
        if manifest.counts.get(table) != contents.counts.get(table)
    ]
    return [*found, *([f"จำนวนรายการไม่ตรงกับใบกำกับ ({', '.join(changed)})"] if changed else [])]
