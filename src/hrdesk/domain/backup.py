"""What a backup says about itself, and which backups are kept. Newer and older go by serial, never by the clock."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from enum import StrEnum

from hrdesk.lazy_dataclass import dataclass

ALL_OF_DAYS = 2
DAILY, WEEKLY, MONTHLY = 12, 10, 9
PROTECTED_DAYS = 90


class Reason(StrEnum):
    MANUAL = "manual"
    CLOSING = "closing"
    FIRST_CHANGE = "first-change"
    BEFORE_IMPORT = "before-import"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_RESTORE = "before-restore"
    BEFORE_DELETE = "before-delete"
    BEFORE_BULK = "before-bulk"


REASON_TERMS: Mapping[Reason, str] = {
    Reason.MANUAL: "สั่งสำรองเอง",
    Reason.CLOSING: "ก่อนปิดโปรแกรม",
    Reason.FIRST_CHANGE: "การแก้ไขครั้งแรกของวัน",
    Reason.BEFORE_IMPORT: "ก่อนนำเข้าข้อมูล",
    Reason.BEFORE_MIGRATION: "ก่อนปรับโครงสร้างข้อมูล",
    Reason.BEFORE_RESTORE: "ก่อนนำชุดสำรองกลับมาใช้",
    Reason.BEFORE_DELETE: "ก่อนลบข้อมูลจำนวนมาก",
    Reason.BEFORE_BULK: "ก่อนแก้ไขพร้อมกันหลายแถว",
}
_PROTECTED = {Reason.BEFORE_IMPORT, Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE}


@dataclass(frozen=True, slots=True)
class Manifest:
    """The paper that goes with a backup file. Hashes are lower-case hexadecimal SHA-256."""

    serial: int
    reason: Reason
    created: datetime  # with its zone, by the clock of the PC
    database: str  # the name of the file that was backed up
    office: str  # the organization's name, empty while it has none
    schema: int
    size: int  # bytes
    sha256: str  # of the whole file
    content: str  # the same but for the bytes that SQLite writes anew into every copy
    counts: Mapping[str, int] = field(hash=False)  # rows by table


def surplus(backups: Iterable[Manifest], today: date) -> frozenset[int]:
    """Serials that need not be kept: never the newest.

    Kept are all of the two newest days, then the newest of 12 days, 10 weeks and 9 months that have any, and for
    90 days those made before an import, a migration or a restore. Days without a backup do not count, so that
    neither a long leave nor a wrong clock empties the folder; `today` serves only the 90 days.
    """
    newest_first = sorted(backups, key=lambda one: one.serial, reverse=True)
    keep = {one.serial for one in newest_first[:1]}
    days = list(dict.fromkeys(_day(one) for one in newest_first))[:ALL_OF_DAYS]
    for one in newest_first:
        protected = one.reason in _PROTECTED and today - _day(one) <= timedelta(days=PROTECTED_DAYS)
        if protected or _day(one) in days:
            keep.add(one.serial)
    keep |= _newest_of_each(newest_first, _day, DAILY)
    keep |= _newest_of_each(newest_first, lambda one: _day(one).isocalendar()[:2], WEEKLY)
    keep |= _newest_of_each(newest_first, lambda one: (_day(one).year, _day(one).month), MONTHLY)
    return frozenset(one.serial for one in newest_first) - keep


def _day(manifest: Manifest) -> date:
    return manifest.created.date()


def _newest_of_each(
    newest_first: Iterable[Manifest], period: Callable[[Manifest], Hashable], limit: int
) -> set[int]:
    found: dict[Hashable, int] = {}
    for one in newest_first:
        found.setdefault(period(one), one.serial)
    return set(list(found.values())[:limit])
