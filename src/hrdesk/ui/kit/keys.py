"""Keys that act where the officer stands: on one widget alone, or anywhere within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget


def keys(owner: QWidget, slots: Mapping[str, Callable[[], object]], *, within: bool = False) -> None:
    """While the focus is on `owner`, or also on what lies in it.

    Qt's own way is the whole window, where two of the same key silence each other.
    """
    reach = Qt.ShortcutContext.WidgetWithChildrenShortcut if within else Qt.ShortcutContext.WidgetShortcut
    for key, slot in slots.items():
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(reach)
        shortcut.activated.connect(slot)
