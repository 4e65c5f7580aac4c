"""One program per database: a lock of the operating system that ends with the process, however it ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Locked(Exception):  # noqa: N818 - a state of the file, not a mistake
    """Another process holds the lock."""


class LockFile:
    """`<database>.lock`, held from construction to `release()`. The empty file itself stays.

    Raises Locked when another holds it, OSError when the folder cannot be written.
    """

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(database.name + ".lock")
        self._handle: int | None = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _try_lock(self._handle)
        except OSError as error:
            self.release()
            raise Locked(str(self.path)) from error

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
