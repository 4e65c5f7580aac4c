"""An office begun from a backup, on a PC that has none: the backup is looked at first, then takes the empty place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.audit import AuditAction
from hrdesk.models import restore as restoring
from hrdesk.models.audit_line import note
from hrdesk.models.backup import verify
from hrdesk.models.backup_words import not_sound
from hrdesk.models.cipher import is_encrypted, key_of_file
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.database import SCHEMA
from hrdesk.models.faults import newer
from hrdesk.models.key_file import key_path
from hrdesk.services.safety.backup import Count, compare
from hrdesk.services.safety.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.domain.backup import Manifest
    from hrdesk.models.database import Database

__all__ = ["Source", "begin", "look", "opens_by_digits_alone"]


def look(source: Source) -> tuple[Manifest, tuple[Count, ...]]:
    """What the office would hold. UserError for a backup that is not sound, KeyNeeded for one whose office is encrypted."""
    with source.opened() as backup:
        found = verify(backup)
        if not found.sound or found.manifest is None:
            raise not_sound(source.path, found.problems)
        if found.manifest.schema > SCHEMA:
            raise newer(source.path, found.manifest.schema, SCHEMA)
        return found.manifest, compare(dict.fromkeys(found.counts, 0), found.counts)


def begin(path: Path, source: Source) -> Database:
    """The backup as the open database of a place that has none; its key, if it has one, is in use then. UserError with nothing there."""
    with source.opened() as backup:
        with restoring.begun_from(path, backup, source.key_file) as begun:
            serial, created = begun.manifest.serial, begun.manifest.created
            kept = f" แฟ้มกุญแจที่อยู่ก่อนเก็บไว้ที่ {begun.key_aside.name}" if begun.key_aside is not None else ""
            detail = f"เริ่มจากชุดที่ {serial} ({created:%Y-%m-%d %H:%M}){kept}"
            note(begun.database, AuditAction.RESTORE, "database", detail=detail)
        IN_USE.key = key_of_file(path)
    return begun.database


def opens_by_digits_alone(path: Path) -> bool:
    """Whether an office is encrypted and this PC has no file by which a password would open it."""
    return is_encrypted(path) and not key_path(path).is_file()
