"""The window dragged narrow and wide: the side bar folds in time, whatever page is shown, and nothing holds it open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.main_window import FOLDED, NARROW, OPEN
from hrdesk.ui.window.pages import PAGES
from ui.test_audit import SMALL, cut
from ui.window_support import page, settle


def resized(window, width: int, height: int = 768) -> int:
    """The width of the side bar after the window was made as wide as that."""
    window.resize(width, height)
    QApplication.processEvents()
    assert window.width() == width
    return window.side.width()


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_a_wide_window_is_made_narrow_at_once_on_every_page(window, key) -> None:
    shown = page(window, key)
    assert resized(window, 1366) == OPEN
    assert resized(window, *SMALL) == FOLDED
    assert cut(shown) == []
    assert window.menu.item(0).text() == ""
    assert window.menu.item(0).toolTip(), "what has no word has a tip"
    assert resized(window, 1366) == OPEN
    assert window.menu.item(0).text() == PAGES[0].title


def test_the_bar_folds_where_the_page_needs_the_room(window) -> None:
    """Just above the limit the page of the plan and the words of the bar do not both fit."""
    plan = page(window, "plan")
    need = plan.minimumSizeHint().width()
    for width in range(NARROW - 2, OPEN + need + 3, 7):
        side = resized(window, width)
        assert side == (FOLDED if width < max(NARROW, OPEN + need) else OPEN), width
        assert plan.width() >= need, width
    assert resized(window, NARROW - 1) == FOLDED


def test_it_folds_by_the_size_of_its_letters(window) -> None:
    window.resize(1366, 768)
    window.set_theme(Theme(zoom=1.5))
    settle(window)
    assert window.side.width() == window.theme.px(FOLDED), "1,366 are 911 of its pixels"
