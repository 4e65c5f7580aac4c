"""Walking a page by Tab alone: where the next key goes, what is reached, and what should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from ui.window_support import activate, press

if TYPE_CHECKING:
    from collections.abc import Callable

TAB = Qt.Key.Key_Tab
MOST = 120  # presses of Tab before a walk is called lost


def focus() -> QWidget:
    """Where the next key goes, in the window or the dialog above it."""
    if QApplication.focusWidget() is None:  # no display: nobody activates what is above after a dialog closed
        above = QApplication.activeModalWidget() or next(one for one in QApplication.topLevelWidgets() if one.isVisible())
        activate(above)
    found = QApplication.focusWidget()
    assert found is not None, "the focus is nowhere"
    return found


def walk_to(wanted: Callable[[QWidget], bool]) -> None:
    """By Tab alone."""
    for _ in range(MOST):
        if wanted(focus()):
            return
        press(focus(), TAB)
    raise AssertionError("not reached by Tab")


def named(name: str) -> Callable[[QWidget], bool]:
    return lambda widget: widget.accessibleName() == name


def walked(shown: QWidget) -> list[QWidget]:
    """Every control within, in the order of Tab, once round."""
    found: list[QWidget] = []
    for _ in range(MOST):
        press(focus(), TAB)
        here = focus()
        if shown.isAncestorOf(here):
            if here in found:
                return found
            found.append(here)
    return found


def reachable(shown: QWidget) -> set[QWidget]:
    """What can be acted upon there: visible, enabled, and made to take the focus by Tab."""
    return {
        one for one in shown.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.accessibleName()
        and one.focusProxy() is None and not _inside_another(one, shown)
    }  # fmt: skip


def _inside_another(one: QWidget, shown: QWidget) -> bool:
    """The line edit of a box of choices or numbers, whose box takes the focus for it; what turns a bar with too many tabs."""
    above = one.parentWidget()
    if isinstance(above, QTabBar):  # its arrow keys reach them all; on Windows more bars have too many
        return True
    return above is not None and above is not shown and above.focusProxy() is one
