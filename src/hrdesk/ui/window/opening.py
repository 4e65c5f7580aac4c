"""When a database does not open: another window has it, its place is risky, or a backup can take its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hrdesk.errors import UserError
from hrdesk.ui.kit.messages import ask, show_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.services.safety.backup import Offer
    from hrdesk.services.safety.place import RiskyPlace
    from hrdesk.ui.window.main_window import MainWindow


class Opening(QObject):
    """Goes on with `again` when the officer chose a way, ends with `give_up` when there is none."""

    def __init__(
        self, path: Path, window: MainWindow, again: Callable[[], object], give_up: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self.path, self.window = path, window
        self.again, self.give_up = again, give_up

    def failed(self, error: Exception) -> None:
        from hrdesk.services.safety.backup import AlreadyOpen, KeyNeeded, Unfit  # noqa: PLC0415 - only then
        from hrdesk.services.safety.place import RiskyPlace  # noqa: PLC0415

        if isinstance(error, AlreadyOpen):
            self._already_open(error)
        elif isinstance(error, RiskyPlace):
            self._risky(error)
        elif isinstance(error, KeyNeeded):
            self._ask_key(str(error))
        elif isinstance(error, Unfit):
            self._look_for_backup(error)
        else:
            self._end(error)

    def _end(self, error: Exception) -> None:
        show_error(self.window, error)
        self.give_up()

    def _already_open(self, error: Exception) -> None:
        from hrdesk.ui.window.instance import raise_first  # noqa: PLC0415

        if raise_first(self.path):
            self.give_up()
        else:
            self._end(error)

    def _risky(self, error: RiskyPlace) -> None:
        from hrdesk.services.safety.place import accept_place  # noqa: PLC0415

        if not ask(self.window, "ที่เก็บแฟ้มข้อมูลไม่ปลอดภัย", str(error), "เปิดทั้งที่เสี่ยง"):
            self.give_up()
            return
        risk, path = error.risk, self.path
        self.window.worker.submit(self.window, lambda: accept_place(path, risk), lambda _none: self.again(), self._end)

    def _ask_key(self, said: str) -> None:
        """Again until it opens or the officer gives up; each try costs Argon2id's time."""
        from hrdesk.services.safety.encryption import unlock  # noqa: PLC0415
        from hrdesk.ui.settings.backup_dialogs import PassphraseDialog  # noqa: PLC0415

        dialog = PassphraseDialog(self.window.theme, self.path.name, self.window)
        dialog.ask_for("แฟ้มข้อมูลเข้ารหัสไว้", said, "เปิดแฟ้มข้อมูล")
        accepted, path, typed = dialog.exec(), self.path, dialog.field.text()
        dialog.deleteLater()
        if not accepted:
            self.give_up()
            return
        wrong = lambda error: self._ask_key(str(error)) if isinstance(error, UserError) else self._end(error)  # noqa: E731
        self.window.worker.submit(self.window, lambda: unlock(path, typed), lambda _none: self.again(), wrong)

    def _look_for_backup(self, error: Exception) -> None:
        from hrdesk.services.safety.backup import offered  # noqa: PLC0415

        path = self.path
        self.window.worker.submit(
            self.window, lambda: offered(path), self._offer, lambda nothing: self._nothing(error, nothing)
        )

    def _nothing(self, error: Exception, nothing: Exception) -> None:
        self._end(UserError(f"{error}\n\n{nothing}") if isinstance(nothing, UserError) else nothing)

    def _offer(self, found: Offer) -> None:
        from hrdesk.services.safety.backup import compare, recover  # noqa: PLC0415
        from hrdesk.ui.settings.backup_dialogs import RestoreDialog  # noqa: PLC0415

        manifest, path = found.backup.manifest, self.path
        counts = compare(found.readable, manifest.counts)
        dialog = RestoreDialog(self.window.theme, manifest, counts, self.window, found.fault)
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            work = lambda: recover(path, found)  # noqa: E731 - one call
            self.window.worker.submit(self.window, work, lambda _done: self.again(), self._end)
        else:
            self.give_up()
