"""What files beside a database tell of it before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.models.beside import folder_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def is_locked(path: Path) -> bool:
    """Whether a password keeps the window of this database; then nothing of it is shown before it is typed."""
    try:
        return b'"password":' in path.with_name(f"{path.name}.settings.json").read_bytes()
    except OSError:
        return False


def was_here(path: Path) -> bool:
    """Whether a database of that name was ever backed up here: if it is missing now, it was lost, not never made."""
    return any(folder_of(path).glob("*.db"))


def newest_backup(path: Path) -> datetime | None:
    """When the last one was made, by its manifest alone."""
    from hrdesk.models.manifest import backups_in  # noqa: PLC0415 - the window shows without it

    return next((one.manifest.created for one in backups_in(folder_of(path), path.name)), None)


def backups_state(path: Path) -> int:
    """Changes when a backup is made or taken away; 0 where there is none."""
    try:
        return folder_of(path).stat().st_mtime_ns
    except OSError:
        return 0
