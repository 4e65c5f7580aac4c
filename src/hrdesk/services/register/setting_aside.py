"""Put an office's file out of the way with its backups, so that another can begin under the same name."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.errors import UserError, why_refused
from hrdesk.models.manifest import is_set_aside

if TYPE_CHECKING:
    from pathlib import Path


def set_aside(database: Path, now: datetime) -> Path:
    """Move the closed database and its backups into a new folder beside it, which is returned. Nothing is deleted.

    UserError when something cannot be moved; then everything is where it was.
    """
    folder = database.with_name(f"{database.stem}-{now:%Y%m%d-%H%M%S}")
    beside = ("-journal", "-backups", ".glance.json", ".key.json")  # the last opens it, where it is encrypted
    parts = [database, *(database.with_name(database.name + end) for end in beside)]
    parts += sorted(one for one in database.parent.iterdir() if is_set_aside(one.name, database.name))
    moved: list[tuple[Path, Path]] = []
    try:
        folder.mkdir()
        for part in parts:
            if part.exists():
                part.rename(folder / part.name)
                moved.append((folder / part.name, part))
    except OSError as error:
        for now_at, before in reversed(moved):
            now_at.rename(before)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
        raise UserError(
            f"ย้ายแฟ้มข้อมูลเดิมไม่ได้ ({why_refused(error)}) ข้อมูลเดิมยังอยู่ครบที่เดิม"
            " กรุณาปิดโปรแกรมอื่นที่เปิดแฟ้มนี้ แล้วลองอีกครั้ง"
        ) from error
    return folder
