"""A key means one thing where it is pressed: two shortcuts that could both answer would answer neither."""

from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.ui.kit.sections import SectionsPage
from hrdesk.ui.window.pages import PAGES
from ui.window_support import page, settle

Context = Qt.ShortcutContext
EVERYWHERE = (Context.WindowShortcut, Context.ApplicationShortcut)


def home_of(shortcut: QShortcut) -> QWidget:
    owner = shortcut.parent()
    assert isinstance(owner, QWidget)
    return owner


def both_answer(one: QShortcut, other: QShortcut) -> bool:
    """Some widget exists on which the key would be for both."""
    if one.context() in EVERYWHERE or other.context() in EVERYWHERE:
        return True
    first, second = home_of(one), home_of(other)
    if first is second:
        return True
    reaching = {Context.WidgetWithChildrenShortcut}
    return (one.context() in reaching and first.isAncestorOf(second)) or (other.context() in reaching and second.isAncestorOf(first))


def clashes(window: QWidget) -> list[str]:
    """Of the shortcuts that can be met now: their keys and owners."""
    by_key: dict[str, list[QShortcut]] = defaultdict(list)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.isEnabled() and home_of(shortcut).isVisible() and home_of(shortcut).window() is window:
            by_key[shortcut.key().toString()].append(shortcut)
    return [
        f"{key}: {type(home_of(one)).__name__}, {type(home_of(other)).__name__}"
        for key, found in by_key.items()
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if both_answer(one, other)
    ]


def faces(window, shown):
    """Each section and tab of a page, shown one after the other."""
    if isinstance(shown, SectionsPage):
        for number, section in enumerate(shown.SECTIONS):
            shown.tabs.setCurrentIndex(number)
            settle(window)
            yield section.title
        return
    yield ""
    for tabs in shown.findChildren(QTabWidget):
        for number in range(tabs.count()):
            tabs.setCurrentIndex(number)
            settle(window)
            yield tabs.tabText(number)


@pytest.mark.parametrize("key", [one.key for one in PAGES])
def test_no_key_is_for_two_at_once(window, key: str) -> None:
    shown = page(window, key)
    found = {face: wrong for face in faces(window, shown) if (wrong := clashes(window))}
    assert found == {}


def test_a_clash_is_found(window) -> None:
    """The test above can fail."""
    shown = page(window, "people")
    assert clashes(window) == []
    QShortcut("F2", shown)
    QShortcut("F2", window)
    assert any(one.startswith("F2") for one in clashes(window))
