"""Every page and every dialog: named for a screen reader, whole at the smallest window, in Thai that can wrap."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget

from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.kit.widgets import OneLine, WrapLabel
from hrdesk.ui.window.first_run import FirstRun
from hrdesk.ui.window.pages import PAGES
from ui.test_window import nameless
from ui.window_support import modal, page, settle

SMALL = (911, 512)  # 1366×768 at 150 %


def test_the_first_dialog_of_all_is_named_and_fits(qtbot, theme) -> None:
    first = FirstRun(theme)
    qtbot.addWidget(first)
    first.show()
    assert nameless(first) == []
    assert first.minimumSizeHint().height() <= SMALL[1]


def walk_small(wizard: Any, window: Any) -> None:
    """Every step of an open wizard in the smallest window: named, whole, nothing cut; then it is left."""
    wizard.resize(*SMALL)
    for number, step in enumerate(wizard.pages):
        wizard.go(number)
        settle(window)
        assert nameless(wizard) == [], step.key
        assert (wizard.width(), wizard.height()) == SMALL, step.key
        assert cut(step) == [], step.key
    wizard.reject()
    settle(window)


def test_every_step_of_the_wizard_is_named_and_fits(window) -> None:
    page(window, "plan").new_plan()
    settle(window)
    walk_small(modal(), window)


def cut(shown: QWidget) -> list[str]:
    """Texts and buttons that are seen but have less room than they need; what elides says so itself."""
    parts = [*shown.findChildren(QLabel), *shown.findChildren(QPushButton)]
    told = [p for p in parts if p.isVisible() and p.text() and not isinstance(p, OneLine)]
    return [
        f"{p.text()[:50]}: {p.width()}×{p.height()} of {need.width()}×{need.height()}"
        for p in told
        if (need := p.minimumSizeHint()).width() > p.width() or room(p) > p.height()
    ]


def room(part: QWidget) -> int:
    """Height that the text needs at the width it has."""
    return part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.minimumSizeHint().height()


@pytest.mark.parametrize("size", [(1366, 768), SMALL])
def test_no_text_of_a_page_is_cut(window, size: tuple[int, int]) -> None:
    window.resize(*size)
    for entry in PAGES:
        shown = page(window, entry.key)
        assert (window.width(), window.height()) == size
        assert cut(shown) == [], entry.key


def test_the_tabs_of_the_plan_are_whole_too(window) -> None:
    window.resize(*SMALL)
    plan = page(window, "plan")
    for number in range(plan.tabs.tabs.count()):
        plan.tabs.setCurrentIndex(number)
        settle(window)
        assert (window.width(), window.height()) == SMALL
        assert nameless(plan) == []
        assert cut(plan) == [], plan.tabs.tabs.tabText(number)


def test_the_audit_sees_what_is_cut(window) -> None:
    shown = page(window, "home")
    wide = QPushButton("ปุ่มที่ไม่มีที่พอสำหรับคำของมัน", shown)
    wide.resize(30, 10)
    wide.show()
    assert len(cut(shown)) == 1


def test_all_wrapping_labels_know_thai(window) -> None:
    for entry in PAGES:
        for one in page(window, entry.key).findChildren(QLabel):
            assert isinstance(one, WrapLabel) == one.wordWrap(), one.text()


@pytest.mark.parametrize("look", [Theme(dark=True), Theme(zoom=1.3), Theme(high=True, zoom=0.9)], ids=str)
@pytest.mark.parametrize("key", ["people", "plan", "reports"])
def test_another_look_keeps_the_page_and_its_data(window, key: str, look: Theme) -> None:
    shown = page(window, key)
    window.set_theme(look)
    settle(window)
    assert window._key == key
    again = window.stack.currentWidget()
    assert again is window.pages[key] is not shown
    assert again.loaded
    assert window.menu.currentRow() == [entry.key for entry in PAGES].index(key)
    assert cut(again) == []


def test_at_the_largest_zoom_no_text_of_a_page_is_cut_and_the_rest_is_scrolled_to(window) -> None:
    """200 % on a full-HD screen: what has no room is reached by a scroll bar, not lost at the edge."""
    window.resize(1920, 1080)
    window.set_theme(Theme(zoom=2.0))
    for entry in PAGES:
        shown = page(window, entry.key)
        assert (window.width(), window.height()) == (1920, 1080), entry.key
        assert cut(shown) == [], entry.key
        assert out_of_reach(shown) == [], entry.key


def out_of_reach(shown: QWidget) -> list[str]:
    """Buttons that lie beyond the page and in no scroll area, so that no mouse comes to them."""
    lost = []
    for one in shown.findChildren(QPushButton):
        inside = one.parentWidget()
        while inside is not shown and not isinstance(inside, QAbstractScrollArea):
            inside = inside.parentWidget()
        corner = one.mapTo(shown, one.rect().bottomRight())
        if one.isVisible() and inside is shown and not shown.rect().contains(corner):
            lost.append(f"{one.text()} at {corner.x()}, {corner.y()} of {shown.width()}×{shown.height()}")
    return lost


def test_the_audit_sees_what_is_out_of_reach(window) -> None:
    shown = page(window, "home")
    far = QPushButton("ไกล", shown)
    far.move(shown.width(), 0)
    far.show()
    assert len(out_of_reach(shown)) == 1
