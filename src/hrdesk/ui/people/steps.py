"""Back and forth through the changes of the register: two buttons and their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.widgets import row, tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk


class RegisterSteps(QWidget):
    stepped = Signal(str)  # what was taken back or made again

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.undo_button = tool(desk.theme, "undo", "เลิกทำ (Ctrl+Z)", self.undo)
        self.redo_button = tool(desk.theme, "redo", "ทำซ้ำ (Ctrl+Y)", self.redo)
        box = row(desk.theme, self.undo_button, self.redo_button, gap="xs")
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        for one in (self.undo_button, self.redo_button):
            one.setEnabled(False)

    def undo(self) -> None:
        self._step(self.desk.services.register.changes.undo, "เลิกทำแล้ว")

    def redo(self) -> None:
        self._step(self.desk.services.register.changes.redo, "ทำซ้ำแล้ว")

    def _step(self, work: Callable[[], tuple[str, Area]], said: str) -> None:
        def done(text: str | None) -> None:
            self.show_texts()
            if text:
                self.stepped.emit(f"{said}: {text}")

        def failed(error: Exception) -> None:
            self.show_texts()
            self.desk.complain(self, error)

        self.desk.change(self, work, done, failed)

    def show_texts(self) -> None:
        """What each button would do, after anything was changed."""
        changes = self.desk.services.register.changes
        for one, text, verb, keys in (
            (self.undo_button, changes.undo_text, "เลิกทำ", "Ctrl+Z"), (self.redo_button, changes.redo_text, "ทำซ้ำ", "Ctrl+Y"),
        ):  # fmt: skip
            one.setEnabled(bool(text))
            one.setToolTip(f"{verb}: {text} ({keys})" if text else f"{verb} ({keys})")
