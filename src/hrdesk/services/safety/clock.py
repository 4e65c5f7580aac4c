"""Is the clock of this PC right? Deadlines, dates of papers and the age of backups hang on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrdesk.services.safety.backup import BackupService

EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)  # before this program was made: a dead battery on the mainboard
_SLACK = timedelta(hours=26)  # zones and summer times of a PC that travelled


def clock_trouble(backup: BackupService, now: datetime) -> str:
    """What is wrong, in Thai; empty when nothing is seen. Backups are ordered by number, so they are safe anyhow."""
    newest = max((one.manifest.created for one in backup.listed()), default=None)
    behind = newest is not None and now + _SLACK < newest
    if now >= EARLIEST and not behind:
        return ""
    why = "เก่ากว่าชุดสำรองที่เคยทำไว้" if behind else "ผิดไปหลายปี"
    return (
        f"นาฬิกาของเครื่องนี้{why} (ขณะนี้ {now.astimezone():%d/%m}/{now.year + 543} {now.astimezone():%H:%M} น.) ข้อมูลยังอยู่ครบ"
        " แต่วันที่ในเอกสารและกำหนดการจะผิด กรุณาตั้งวันที่และเวลาของเครื่องให้ถูกต้อง"
    )
