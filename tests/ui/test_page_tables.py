"""Every table that a page shows, on the office that has lived three years and on an empty one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from hrdesk.ui.kit.table import TONE_ROLE, Table, TotalRow
from hrdesk.ui.window.pages import PAGES
from ui.qt_cells import alike, as_qt_draws, picture
from ui.window_support import page, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.ui.window.main_window import MainWindow

FIGURE = re.compile(r"[-–+]?[\d,]+(?:\.\d+)?(?:/\d+)?|\d{1,2} [ก-ฮ]\.[ก-ฮ]\.? \d{4}|\d{1,2} [ก-ฮ]\.ค\. \d{4}")
ICON = 18 + 4  # of a tinted cell, with its gap


def tabs_within(part: Any, window: MainWindow, seen: tuple[QTabWidget, ...] = ()) -> Iterator[str]:
    """Each tab of the page in turn, and the tabs within it; yields the names of those open."""
    found = [one for one in part.findChildren(QTabWidget) if one.isVisible() and one not in seen]
    if not found:
        yield ""
        return
    tabs = found[0]
    for number in range(tabs.count()):
        if tabs.isTabVisible(number):
            tabs.setCurrentIndex(number)
            settle(window)
            for inner in tabs_within(tabs.widget(number), window, (*seen, tabs)):
                yield f"{tabs.tabText(number)} {inner}".strip()


def tables(window: MainWindow) -> Iterator[tuple[str, Table]]:
    """The tables seen on every page and tab, with where they are."""
    for entry in PAGES:
        shown = page(window, entry.key)
        for tab in tabs_within(shown, window):
            for table in shown.findChildren(Table):
                if table.isVisible() and not isinstance(table, TotalRow):
                    yield f"{entry.title} {tab}: {table.accessibleName()}", table


def cut_figures(table: Table) -> list[str]:
    """Numbers and dates with less room than they take: only names may give way."""
    model, found = table.model(), []
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        room = table.columnWidth(column) - table.theme.px(8)
        for row in range(min(model.rowCount(), 60)):
            index = model.index(row, column)
            text = str(index.data() or "")
            need = table.fontMetrics().horizontalAdvance(text) + (table.theme.px(ICON) if index.data(TONE_ROLE) in ("warn", "error") else 0)
            if FIGURE.fullmatch(text) and need > room:
                found.append(f"{model.headerData(column, Qt.Orientation.Horizontal)}: {text} needs {need} of {room}")
                break
    return found


def test_no_number_and_no_date_of_a_table_is_cut(open_window) -> None:
    window = open_window("lived")
    window.resize(1366, 768)
    seen, wrong = 0, []
    for where, table in tables(window):
        seen += 1
        wrong += [f"{where}: {one}" for one in cut_figures(table)]
    assert seen >= 25
    assert not wrong, "\n".join(wrong)


def test_the_check_sees_a_date_that_is_cut(open_window) -> None:
    window = open_window("lived")
    section = page(window, "classes")
    section.go_to("follow-ups")
    settle(window)
    table = section.section("follow-ups").table
    assert cut_figures(table) == []
    table.setColumnWidth(0, table.columnWidth(0) // 2)
    assert len(cut_figures(table)) == 1


@pytest.mark.parametrize("office", ["lived", "sample", "empty"])
def test_a_table_without_rows_says_why(open_window, office: str) -> None:
    window = open_window(office)
    window.resize(1366, 768)
    dumb = [where for where, table in tables(window) if not table.rows.rowCount() and not table.nothing]
    assert not dumb, "\n".join(dumb)


@pytest.mark.parametrize("office", ["lived", "sample", "empty"])
def test_no_table_without_rows_scrolls_sideways(open_window, office: str) -> None:
    window = open_window(office)
    window.resize(1366, 768)
    wide = [where for where, table in tables(window) if not table.rows.rowCount() and table.horizontalScrollBar().maximum() > 0]
    assert not wide, "\n".join(wide)


def test_what_an_empty_table_says_is_painted_and_told(open_window) -> None:
    window = open_window("sample")
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(8)
    settle(window)
    table = plan.tabs.life.events
    before = table.grab().toImage()
    assert table.accessibleDescription() == table.nothing != ""
    table.nothing = ""
    assert table.grab().toImage() != before


def test_every_table_looks_as_if_qt_had_drawn_its_cells(open_window) -> None:
    """A model that gives a font, a colour or an icon of its own would not get it from our cells."""
    window = open_window("lived")
    window.resize(1366, 768)
    other = [where for where, table in tables(window) if not alike(picture(table), as_qt_draws(table))]
    assert not other, "\n".join(other)
