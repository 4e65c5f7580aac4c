"""Files whose bytes are to go with their names: written over first, as far as the disk lets itself be written over.

A disk without moving parts writes elsewhere than it was told and may keep what stood there; so may a file system that
copies on write. Journals that SQLite cut short lie in free blocks already. Only the encryption of the whole disk covers
these.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hrdesk.models.files import sync

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".wiping"
_CHUNK = 1 << 20


def wipe(path: Path) -> None:
    """Its name goes at once, then its bytes, then the file. What a killed program leaves ends with `ENDING`."""
    left = path.with_name(path.name + ENDING)
    os.replace(path, left)  # noqa: PTH105 - the name says what is meant
    erase(left)


def second_name(path: Path) -> Path | None:
    """Another name of a file that is about to be replaced, for `finish`; None where the disk knows no such names."""
    left = path.with_name(path.name + ENDING)
    left.unlink(missing_ok=True)
    try:
        os.link(path, left)
    except OSError:
        return None
    return left


def finish(folder: Path, database: Path) -> None:
    """Wipe what is left of this database; its own second name is only taken away. Never raises: it is tried again.

    A file that this program did not name is somebody else's, whatever its ending.
    """
    for left in folder.glob(f"*{ENDING}") if folder.is_dir() else ():
        if not _of(database.name, left.name.removesuffix(ENDING)):
            continue
        try:
            if database.exists() and left.samefile(database):
                left.unlink()
            else:
                erase(left)
        except OSError:
            continue


def _of(database: str, name: str) -> bool:
    from hrdesk.models.manifest import is_set_aside, serial_in  # noqa: PLC0415 - seldom is anything left

    return name == database or is_set_aside(name, database) or serial_in(name, database) is not None


def erase(left: Path) -> None:
    """Written over and gone; a program killed in between leaves it half written over, under its name."""
    size = left.stat().st_size
    with left.open("r+b") as file:
        for start in range(0, size, _CHUNK):
            file.write(bytes(min(_CHUNK, size - start)))
        file.flush()
    sync(left)
    left.unlink()
