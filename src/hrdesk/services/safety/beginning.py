"""An office begun from a backup, on a PC that has none: the backup is looked at first, then takes the empty place."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrdesk.domain.audit import AuditAction
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import restore as restoring
from hrdesk.models.audit_line import note
from hrdesk.models.backup import verify
from hrdesk.models.backup_words import no_backup, not_sound
from hrdesk.models.cipher import is_encrypted, looks_encrypted
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.encrypting import unlock
from hrdesk.models.faults import KeyNeeded, newer, of_system
from hrdesk.models.files import remove_database
from hrdesk.models.inspection import is_ours
from hrdesk.models.key_file import key_file_near, key_path
from hrdesk.models.manifest import BadManifest, read_manifest
from hrdesk.services.safety.backup import Count, compare, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrdesk.domain.backup import Manifest

__all__ = ["Source", "begin", "look", "opens_by_digits_alone"]


@dataclass(frozen=True, slots=True)
class Source:
    """A backup as the officer names it. Both secrets are empty where the backup needs none."""

    path: Path
    passphrase: str = ""  # of an encrypted zip
    key: str = ""  # the office's password or the digits of its sheet, where the office itself is encrypted

    @contextmanager
    def opened(self) -> Iterator[Path]:
        """The file itself, as it lies in the zip, readable with the key that was given. Raises UserError."""
        with restoring.telling(self.path), opened(self.path, lambda: self.passphrase) as backup:
            if not backup.is_file():
                raise no_backup(self.path)
            _unlock(self, backup)
            yield backup


def look(source: Source) -> tuple[Manifest, tuple[Count, ...]]:
    """What the office would hold. UserError for a backup that is not sound, KeyNeeded for one whose office is encrypted."""
    with _key_as_before(), source.opened() as backup:
        found = verify(backup)
        if not found.sound or found.manifest is None:
            raise not_sound(source.path, found.problems)
        if found.manifest.schema > SCHEMA:
            raise newer(source.path, found.manifest.schema, SCHEMA)
        return found.manifest, compare(dict.fromkeys(found.counts, 0), found.counts)


def begin(path: Path, source: Source) -> Database:
    """The backup as the open database of a place that has none. UserError with nothing there."""
    with source.opened() as backup:
        manifest = restoring.begin_from(path, backup)
    try:
        if is_encrypted(path):
            _bring_key_file(source, manifest.database, key_path(path))
        database = Database.open(path)
    except BaseException:
        remove_database(path)
        raise
    note(database, AuditAction.RESTORE, "database", detail=f"เริ่มจากชุดที่ {manifest.serial} ({manifest.created:%Y-%m-%d %H:%M})")
    return database


@contextmanager
def _key_as_before() -> Iterator[None]:
    """The key in use is that of the open office, if any, and would be taken for that of the next backup."""
    before = IN_USE.key
    try:
        yield
    finally:
        IN_USE.key = before


def opens_by_digits_alone(path: Path) -> bool:
    """Whether an office is encrypted and this PC has no file by which a password would open it."""
    return is_encrypted(path) and not key_path(path).is_file()


def _unlock(source: Source, backup: Path) -> None:
    """Raises KeyNeeded where the office is encrypted and no secret was given, WrongKey for a wrong one."""
    if is_ours(backup):
        return
    manifest = _manifest(backup)
    key_file = key_file_near(source.path, manifest.database) if manifest is not None else None
    if source.key:
        unlock(backup, source.key, key_file)
    elif looks_encrypted(backup):
        digits = "รหัสกู้คืน 48 หลักจากใบที่พิมพ์ไว้"
        way = f"รหัสผ่านของฐานข้อมูล หรือ{digits}" if key_file else f"{digits} (รหัสผ่านใช้ได้เฉพาะเครื่องเดิม)"
        raise KeyNeeded(f"ชุดสำรอง “{source.path.name}” เป็นของฐานข้อมูลที่เข้ารหัสไว้ แฟ้มไม่ถูกเปลี่ยนแปลง กรุณาพิมพ์{way}")


def _manifest(backup: Path) -> Manifest | None:
    try:
        return read_manifest(backup)
    except (BadManifest, OSError):  # `verify` tells of it
        return None


def _bring_key_file(source: Source, database: str, target: Path) -> None:
    """So that the password goes on opening the office; without one the digits do."""
    found = key_file_near(source.path, database)
    if found is None or found == target:
        return
    try:
        shutil.copyfile(found, target)
        target.chmod(0o600)
    except OSError as error:
        raise of_system(target, error) from error
