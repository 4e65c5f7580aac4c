"""A morning at the register without a mouse: looked for, sorted, columns, many rows, a pasted block, and all of it taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView

from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.banner import Notice
from ui.keyboard import Keyboard
from ui.window_support import CTRL, modal, page, press, settle, texts

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def people(window):
    shown = page(window, "people")
    press(shown.table, Key.Key_Home, CTRL)
    return shown


@pytest.fixture
def hand(window):
    return Keyboard(window)


def everything(window):
    return window.desk.services.register.staff_page(StaffQuery(limit=1000, sort="number", details=True)).rows


def column(people, key: str) -> int:
    return people.shown.index(key)


def choose_degree(people, hand) -> None:
    """Its column, right behind the first."""
    hand.press((Key.Key_K, CTRL))
    columns = modal()
    while columns.list.currentItem().text() != "วุฒิการศึกษา":
        hand.press(Key.Key_Down)
    hand.press(Key.Key_Space)
    while columns.list.currentRow() > 1:
        hand.press((Key.Key_Up, ALT))
    hand.tab_to(columns.ok_button)
    hand.press(Key.Key_Return)
    assert people.shown[:3] == ("number", "education", "title")


def go_to_column(people, hand, key: str) -> None:
    press(people.table, Key.Key_Home, CTRL)
    while people.table.currentIndex().column() != column(people, key):
        hand.press(Key.Key_Right if people.table.currentIndex().column() < column(people, key) else Key.Key_Left)


def sort_both_ways(people, hand) -> None:
    go_to_column(people, hand, "name")
    hand.press(Key.Key_F4)
    rising = texts(people.table, column(people, "name"))
    hand.press(Key.Key_F4)
    falling = texts(people.table, column(people, "name"))
    assert [name for name in falling if name != "ว่าง"] == [name for name in rising if name != "ว่าง"][::-1]
    assert rising != falling


def change_title_of_clerks(window, people, hand) -> int:
    hand.tab_to(people.filters.text)
    hand.type("ธุรการ")
    people.filters.typing.timeout.emit()
    settle(window)
    found = people.model.rowCount()
    assert 2 < found < len(everything(window))
    hand.tab_to(people.table)
    hand.press((Key.Key_Home, CTRL), (Key.Key_A, CTRL), (Key.Key_E, CTRL))
    dialog = modal()
    assert len(dialog.rows) == found
    hand.tab_to(dialog.title)
    hand.type("ผู้ทดลองงาน")
    dialog.choose()
    settle(window)
    assert f"เปลี่ยน {found:,} แถว" in dialog.said.text()
    assert dialog.detail.text().endswith("→ ผู้ทดลองงาน")
    hand.press((Key.Key_S, CTRL))
    return found


def paste_degrees(window, people, hand) -> None:
    people.filters.reset()
    people._filter()
    settle(window)
    go_to_column(people, hand, "education")
    QGuiApplication.clipboard().setText("ปวส.\nป.โท")
    held = [people.model.row_at(people.model.index(row, 0)) for row in (0, 1)]
    hand.press((Key.Key_V, CTRL))
    hand.press((Key.Key_S, CTRL))
    now = {row.staff_id: row for row in everything(window)}
    assert [now[row.staff_id].details.education for row in held] == ["ปวส.", "ป.โท"]


def test_the_whole_way_there_and_back(window, people, hand) -> None:
    before = everything(window)
    choose_degree(people, hand)
    sort_both_ways(people, hand)
    found = change_title_of_clerks(window, people, hand)
    assert sum(row.position_title == "ผู้ทดลองงาน" for row in everything(window)) == found
    paste_degrees(window, people, hand)
    press(people.table, Key.Key_Z, CTRL)
    settle(window)
    hand.press((Key.Key_Z, CTRL))
    assert everything(window) == before
    hand.press((Key.Key_Z, CTRL))  # nothing more to take back
    assert everything(window) == before
    hand.press((Key.Key_Y, CTRL))
    assert sum(row.position_title == "ผู้ทดลองงาน" for row in everything(window)) == found


def test_what_is_not_found_leads_back_to_all(window, people, hand) -> None:
    hand.tab_to(people.filters.text)
    hand.type("ไม่มีใครชื่อนี้")
    people.filters.typing.timeout.emit()
    settle(window)
    assert people.all_button.isVisible()
    assert not people.table.isVisible()
    hand.tab_to(people.all_button)
    hand.press(Key.Key_Space)
    assert people.table.isVisible()
    assert people.model.rowCount() == len(everything(window))
    assert QApplication.focusWidget() is people.filters.text


def test_part_of_an_id_finds_its_person_and_shows_it_masked(window, people, hand) -> None:
    register = window.desk.services.register
    someone = next(row for row in everything(window) if row.staff_id and register.person(row.staff_id).national_id)
    number = register.person(someone.staff_id).national_id
    hand.tab_to(people.filters.text)
    hand.type(f"{number[:1]}-{number[1:5]}-{number[5:9]}")
    people.filters.typing.timeout.emit()
    settle(window)
    assert someone.name in texts(people.table, column(people, "name"))
    shown = [cell for number in range(people.model.columnCount()) for cell in texts(people.table, number)]
    assert not any(number[5:9] in cell for cell in shown)


def test_many_columns_scroll_and_no_column_vanishes(window, people) -> None:
    window.resize(1366, 768)
    settle(window)
    title = column(people, "title")
    assert people.table.horizontalHeader().sectionResizeMode(title) == QHeaderView.ResizeMode.Stretch
    people.show_columns(("number", "title", "name", "birth_date", "retires", "start_date", "education", "unit"))
    settle(window)
    assert people.table.columnWidth(1) >= people.theme.px(100)
    assert people.table.horizontalScrollBar().maximum() > 0
    people.show_columns(("title", "name"))
    settle(window)
    assert people.table.horizontalScrollBar().maximum() == 0
    assert people.table.horizontalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Stretch


def test_the_menu_of_tools_names_its_keys(window, people) -> None:
    said = [action.text() for action in people.tools.menu().actions()]
    for key in ("Ctrl+E", "Ctrl+V", "F4", "Ctrl+K", "Ctrl+I"):
        assert sum(f"({key})" in text for text in said) == 1, key
    assert len(said) == 6


def test_a_restored_register_takes_nothing_back(window, people, hand) -> None:
    services = window.desk.services
    kept = services.backup.make().backup
    before = everything(window)
    people.table.choose_row(0, column(people, "name"))
    hand.press(Key.Key_F2)
    hand.tab_to(modal().education)
    hand.type("ปวช. ")
    hand.press((Key.Key_S, CTRL))
    assert people.steps.undo_button.isEnabled()
    window.desk.read(people, lambda: services.backup.restore(kept.path), lambda _done: window.desk.replaced.emit(Notice("x", "กู้คืนแล้ว")))
    settle(window)
    shown = page(window, "people")
    assert shown is not people
    assert everything(window) == before
    assert not shown.steps.undo_button.isEnabled()
    press(shown.table, Key.Key_Z, CTRL)
    settle(window)
    assert everything(window) == before
