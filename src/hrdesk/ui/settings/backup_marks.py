"""Which of the listed backups are still as they were made: read one after another behind the page, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services.safety.backup import still_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from hrdesk.services.safety.backup import Backup
    from hrdesk.ui.kit.task import Worker

_WORDS = {None: "กำลังตรวจ…", True: "สมบูรณ์", False: "เสียหาย"}


class BackupMarks:
    """`changed` is called where the list is to be shown anew; nothing is, once the `owner` is gone."""

    def __init__(self, worker: Worker, owner: QObject, changed: Callable[[], object]) -> None:
        self._worker, self._owner, self._changed = worker, owner, changed
        self._found: dict[tuple[Path, int, int], bool] = {}
        self._waiting: list[Backup] = []

    def look(self, backups: Iterable[Backup]) -> None:
        """Newest first, each as a job of its own, so that the officer's work goes in between."""
        begun = bool(self._waiting)
        self._waiting = [one for one in backups if self.whole(one) is None]
        if self._waiting and not begun:
            self._next()

    def _next(self) -> None:
        backup = self._waiting[0]
        key = _key(backup)

        def seen(whole: bool) -> None:
            self._found[key] = whole
            self._waiting = [one for one in self._waiting if self.whole(one) is None and one != backup]
            if not whole or not self._waiting:
                self._changed()
            if self._waiting:
                self._next()

        self._worker.submit(self._owner, lambda: still_whole(backup), seen, lambda _error: seen(False))

    def keep(self, backup: Backup, *, whole: bool) -> None:
        """What the officer had looked at more closely."""
        self._found[_key(backup)] = whole
        self._changed()

    def whole(self, backup: Backup) -> bool | None:
        return self._found.get(_key(backup))

    def word(self, backup: Backup) -> str:
        return _WORDS[self.whole(backup)]

    def tone(self, backup: Backup) -> str:
        return {None: "muted", True: "", False: "error"}[self.whole(backup)]


def _key(backup: Backup) -> tuple[Path, int, int]:
    """Of the file as it lies there now: one that was put there anew is read anew."""
    try:
        found = backup.path.stat()
    except OSError:
        return backup.path, 0, 0
    return backup.path, found.st_size, found.st_mtime_ns
