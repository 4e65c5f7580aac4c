"""Holds one frozen value for the lists of a dialog; it is stored when the dialog is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal


class ValueHolder(QObject):
    """What `ListSection` asks of the holder of a plan, for any other value."""

    changed = Signal()
    frozen = False

    def __init__(self, value: Any, parent: QObject) -> None:
        super().__init__(parent)
        self.draft = value

    def apply(self, _text: str, value: Any) -> None:
        if value != self.draft:
            self.draft = value
            self.changed.emit()
