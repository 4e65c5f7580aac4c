"""Every page on the sample and on an empty office, and the window around them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
)

from hrdesk.ui.kit.preferences import load_theme, save_theme
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.window.pages import PAGES
from ui.window_support import CTRL, page, press, settle, type_text

KEYS = [entry.key for entry in PAGES]


def test_each_page_loads_on_the_sample(window) -> None:
    for key in KEYS:
        shown = page(window, key)
        assert window.stack.currentWidget() is shown
        assert shown.loaded


def test_each_page_loads_on_an_empty_office(empty_window) -> None:
    for key in KEYS:
        assert page(empty_window, key).loaded


def test_an_empty_page_says_what_is_missing_and_offers_a_verb(empty_window) -> None:
    for key in ("home", "plan"):
        shown = page(empty_window, key)
        said = [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]
        assert any("ยังไม่มีแผนพัฒนา" in text for text in said)
        verbs = [one.text() for one in shown.findChildren(QAbstractButton) if one.isVisible()]
        assert "จัดทำแผนพัฒนา 3 ปี" in verbs


SPOKEN = (QAbstractItemView, QComboBox, QLineEdit, QAbstractButton, QPlainTextEdit, QSpinBox)
OWNERS = (QComboBox, QSpinBox, QAbstractScrollArea, QLineEdit, QTabBar)  # their inner parts are spoken with them


def nameless(widget) -> list[str]:
    """Controls a screen reader could not name. The parts Qt puts inside a control go with the control."""
    parts = [child for kind in SPOKEN for child in widget.findChildren(kind)]
    own = [p for p in parts if p.window() is widget.window() and not isinstance(p.parent(), OWNERS)]
    return [f"{type(p).__name__} {p.objectName()} in {type(p.parent()).__name__}" for p in own
            if not p.accessibleName() and not (isinstance(p, QAbstractButton) and p.text())]  # fmt: skip


def test_everything_has_an_accessible_name(window) -> None:
    for key in KEYS:
        page(window, key)
        assert nameless(window) == []


def test_the_audit_finds_what_has_no_name(window) -> None:
    QLineEdit(window)
    assert nameless(window) == ["QLineEdit  in MainWindow"]


def test_tables_leave_tab_to_the_window(window) -> None:
    for key in KEYS:
        for view in page(window, key).findChildren(QAbstractItemView):
            if view.isVisible() and hasattr(view, "setTabKeyNavigation"):
                assert not view.tabKeyNavigation() or type(view).__name__ == "QListWidget", view.accessibleName()


def test_pages_are_chosen_by_keyboard(window) -> None:
    window.menu.setFocus()
    for entry in PAGES[1:]:
        press(window.menu, Qt.Key.Key_Down)
        settle(window)
        assert window.title.text() == entry.title
    press(window, Qt.Key.Key_1, CTRL)
    settle(window)
    assert window.title.text() == PAGES[0].title


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (911, 512)])
def test_nothing_needs_more_room_than_the_screen(window, width: int, height: int) -> None:
    window.resize(width, height)
    for key in KEYS:
        page(window, key)
        least = window.stack.currentWidget().minimumSizeHint()
        assert window.minimumSizeHint().width() <= width, key
        assert window.minimumSizeHint().height() <= height, (key, least)


def test_a_narrow_window_shows_icons_only(window) -> None:
    assert window.menu.item(0).text() == "หน้าหลัก"
    window.resize(911, 512)
    QApplication.processEvents()
    assert window.menu.item(0).text() == ""
    assert window.menu.item(0).toolTip() == "หน้าหลัก"
    assert window.side.width() < 60


def test_search_finds_and_jumps_to_a_person(window) -> None:
    name = window.desk.services.register.staff_page(_query(text="")).rows[0].name
    press(window, Qt.Key.Key_F, CTRL)
    type_text(window.search, name.split()[-1])
    window.search._timer.timeout.emit()
    settle(window)
    assert name in window.search.list.item(0).text()
    press(window.search, Qt.Key.Key_Return)
    settle(window)
    assert window.title.text() == "บุคลากร"
    assert window.pages["people"].table.current_record().name == name


def test_search_finds_courses_and_projects(window) -> None:
    for words, title in (("ภาษี", "หลักสูตร"), ("ทัศนศึกษาดูงาน", "แผนพัฒนา")):
        window.search.setFocus()
        type_text(window.search, words)
        window.search._timer.timeout.emit()
        settle(window)
        press(window.search, Qt.Key.Key_Return)
        settle(window)
        assert window.title.text() == title
    assert "ทัศนศึกษาดูงาน" in window.pages["plan"].tabs.projects.grid.table.current_record().project.title


def test_search_says_when_nothing_is_found(window) -> None:
    type_text(window.search, "ไม่มีคำนี้แน่นอน")
    window.search._timer.timeout.emit()
    settle(window)
    assert "ไม่พบ" in window.search.list.item(0).text()
    press(window.search, Qt.Key.Key_Escape)
    assert window.search.popup.isHidden()


def test_the_look_changes_in_place_and_zooms(window) -> None:
    page(window, "people")
    window.tools.tools[0].click()
    settle(window)
    assert window.theme.dark
    assert window.title.text() == "บุคลากร"
    press(window, Qt.Key.Key_Equal, CTRL)
    settle(window)
    assert window.theme == Theme(dark=True, zoom=1.1)
    assert window.pages["people"].table.verticalHeader().defaultSectionSize() == window.theme.row


def test_a_narrow_side_bar_keeps_its_pages_in_sight_and_the_tools_in_one_menu(window) -> None:
    window.resize(911, 512)
    settle(window)
    assert window.menu.verticalScrollBar().maximum() == 0
    assert not any(one.isVisible() for one in window.tools.tools)
    dark = window.tools.more.menu().actions()[0]
    assert dark.text() == "ใช้โทนสีมืด"
    dark.trigger()
    settle(window)
    assert window.theme.dark


def test_the_keyboard_starts_in_the_menu(window) -> None:
    assert window.focusWidget() is window.menu


def test_high_contrast_is_a_look_of_its_own_and_is_remembered(window) -> None:
    window.theme_changed.connect(save_theme)
    window.tools.tools[1].click()
    settle(window)
    assert window.theme == Theme(high=True)
    assert window.grab().toImage().pixelColor(3, 3).name() == "#ffffff"
    window.tools.tools[0].click()
    settle(window)
    assert window.grab().toImage().pixelColor(3, 3).name() == "#000000"
    assert load_theme() == Theme(dark=True, high=True)
    assert window.tools.tools[1].accessibleName() == "ใช้สีปกติ"


def test_a_page_reloads_when_others_change_what_it_shows(window) -> None:
    home = page(window, "home")
    before = home.covered_of.text()
    register = window.desk.services.register
    line = register.lines()[0]
    from hrdesk.domain.staff import PositionRecord

    window.desk.change(window, lambda: register.save_position(PositionRecord(0, "", "คนสวน", line.id)))
    settle(window)
    assert home.covered_of.text() != before


def _query(**values):
    from hrdesk.services.values import StaffQuery

    return StaffQuery(**values)
