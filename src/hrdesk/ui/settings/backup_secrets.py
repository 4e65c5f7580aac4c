"""What a backup from elsewhere is opened with: asked for when it is needed, and again until it is right or given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.safety.backup import KeyNeeded
from hrdesk.ui.settings.backup_dialogs import PassphraseDialog, asking_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services.safety.source import Source
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page

T = TypeVar("T")


class Runs(Protocol):
    """On the worker, as the pages of settings run what takes long."""

    def __call__(
        self, title: str, work: Callable[[], object], done: Callable[..., object],
        refused: Callable[[Exception], None] | None = None, cancelled: Callable[[], object] | None = None,
    ) -> None: ...  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Use:
    title: str
    work: Callable[[Source], Any]
    done: Callable[[Source, Any], object]


class BackupSecrets:
    def __init__(self, desk: Desk, owner: Page, run: Runs) -> None:
        self._desk, self._owner, self._run = desk, owner, run

    def use(self, source: Source, title: str, work: Callable[[Source], T], done: Callable[[Source, T], object]) -> None:
        """`work` on the worker, then `done`, both with the secrets that opened the backup; a zip's is asked for first."""
        use = _Use(title, work, done)
        if source.path.suffix.lower() == ".zip":
            self._ask(use, self._dialog(source), lambda typed: replace(source, passphrase=typed))
        else:
            self._try(use, source)

    def _ask(self, use: _Use, dialog: PassphraseDialog, typed: Callable[[str], Source]) -> None:
        refused = asking_again(self._desk, self._owner, dialog)
        dialog.accepted.connect(lambda: self._try(use, typed(dialog.field.text()), dialog, refused))
        dialog.open()

    def _try(
        self, use: _Use, source: Source, asked: PassphraseDialog | None = None, refused: Callable[[Exception], None] | None = None
    ) -> None:
        def go_away() -> None:
            if asked is not None:
                asked.deleteLater()

        def arrived(found: object) -> None:
            go_away()
            use.done(source, found)

        def failed(error: Exception) -> None:
            if isinstance(error, KeyNeeded):
                go_away()
                self._ask_key(use, source, str(error))
            elif refused is not None:
                refused(error)
            else:
                self._desk.complain(self._owner, error)

        self._run(use.title, lambda: use.work(source), arrived, failed, go_away)

    def _ask_key(self, use: _Use, source: Source, why: str) -> None:
        dialog = self._dialog(source)
        dialog.ask_for("ชุดสำรองของฐานข้อมูลที่เข้ารหัส", why, "เปิดชุดสำรอง")
        self._ask(use, dialog, lambda typed: replace(source, key=typed))

    def _dialog(self, source: Source) -> PassphraseDialog:
        return PassphraseDialog(self._owner.theme, source.path.name, self._owner)
