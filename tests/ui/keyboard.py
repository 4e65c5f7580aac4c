"""A hand that touches the keyboard and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.window_support import activate, press, settle, type_text


class Keyboard:
    """Presses what has the focus; the window settles after each key."""

    def __init__(self, window) -> None:
        self.window = window

    def press(self, *keys) -> None:
        for key in keys:
            code, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
            press(self.focus(), code, modifier)
            settle(self.window)

    def focus(self) -> QWidget:
        """Where a key goes. A dialog that was closed gives the keyboard back to the window below, which no desktop does here."""
        if QApplication.focusWidget() is None:
            below = QApplication.activeModalWidget() or self.window
            activate(below)
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def type(self, text: str) -> None:
        type_text(self.focus(), text)

    def tab_to(self, wanted) -> None:
        for _ in range(40):
            focused = self.focus()
            if wanted is focused or wanted.isAncestorOf(focused):
                return
            press(focused, Qt.Key.Key_Tab)
        raise AssertionError(f"not reached by Tab: {wanted.accessibleName()}")
