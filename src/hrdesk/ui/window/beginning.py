"""How an office begins: asked until one way leads to an office, or the officer gives up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hrdesk.errors import UserError
from hrdesk.ui.window.first_run import FirstRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from hrdesk.domain.backup import Manifest
    from hrdesk.services import Services
    from hrdesk.services.safety.backup import Count
    from hrdesk.services.safety.beginning import Source
    from hrdesk.ui.window.main_window import MainWindow


class Beginning(QObject):
    """`begin` gets what makes the office, to be run by the worker; what was typed stands when it is asked `again`."""

    def __init__(
        self, path: Path, window: MainWindow, begin: Callable[[Callable[[], Services]], object],
        give_up: Callable[[], object], *, after_sample: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.path, self.window = path, window
        self._begin, self._give_up = begin, give_up
        self.dialog = FirstRun(window.theme, window, after_sample=after_sample)

    @property
    def sample(self) -> bool:
        return self.dialog.sample.isChecked()

    def ask(self, wrong: str = "") -> None:
        self.dialog.say(wrong)
        if not self.dialog.exec():
            self._give_up()
            self.end()
        elif self.dialog.restore.isChecked():
            self._look("")
        else:
            self._begin(self.dialog.maker(self.path))

    def again(self, error: Exception) -> bool:
        """Where a file or its password was refused, with these words; False where another answer would change nothing."""
        from hrdesk.services.safety.backup import AlreadyOpen  # noqa: PLC0415 - only when something is wrong
        from hrdesk.services.safety.place import RiskyPlace  # noqa: PLC0415

        brought = self.dialog.bring.isChecked() or self.dialog.restore.isChecked()
        if not brought or not isinstance(error, UserError) or isinstance(error, AlreadyOpen | RiskyPlace):
            return False
        self.ask(str(error))
        return True

    def end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()

    # from a backup

    def _look(self, key: str) -> None:
        """`key` opens a backup of an encrypted office."""
        from hrdesk.services.safety.beginning import Source, look  # noqa: PLC0415 - storage, after the window shows

        source = Source(self.dialog.backup.path, self.dialog.backup.password.text(), key)
        self.window.worker.submit(
            self, lambda: look(source), lambda found: self._confirm(source, *found), self._not_found, "กำลังตรวจชุดสำรอง"
        )

    def _not_found(self, error: Exception) -> None:
        from hrdesk.services.safety.backup import KeyNeeded  # noqa: PLC0415
        from hrdesk.services.safety.encryption import WrongKey  # noqa: PLC0415

        if isinstance(error, KeyNeeded | WrongKey):
            self._ask_key(str(error))
            return
        if not isinstance(error, UserError):
            from hrdesk.ui.kit.messages import show_error  # noqa: PLC0415

            show_error(self.window, error)
        self.ask(str(error) if isinstance(error, UserError) else "")

    def _ask_key(self, said: str) -> None:
        from hrdesk.ui.settings.backup_dialogs import PassphraseDialog  # noqa: PLC0415

        dialog = PassphraseDialog(self.window.theme, "", self.window)
        dialog.ask_for("ชุดสำรองของฐานข้อมูลที่เข้ารหัส", said, "เปิดชุดสำรอง")
        accepted, typed = dialog.exec(), dialog.field.text()
        dialog.deleteLater()
        if accepted:
            self._look(typed)
        else:
            self.ask()

    def _confirm(self, source: Source, manifest: Manifest, counts: Sequence[Count]) -> None:
        from hrdesk.ui.settings.backup_dialogs import RestoreDialog  # noqa: PLC0415

        dialog = RestoreDialog(self.window.theme, manifest, counts, self.window, begins=True)
        accepted = dialog.exec()
        dialog.deleteLater()
        path = self.path
        if accepted:
            self._begin(lambda: _restored(path, source))
        else:
            self.ask()


def _restored(path: Path, source: Source) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    return Real.create_from_backup(path, source)
