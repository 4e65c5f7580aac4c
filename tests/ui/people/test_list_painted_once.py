"""The list has its place before its rows are there: it is painted once with them, not once more when it narrowed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from ui.window_support import page, settle


class Paints(QObject):
    """How many rows the list had, and how wide it was, at each paint."""

    def __init__(self, table) -> None:
        super().__init__(table)
        self.table = table
        self.seen: list[tuple[int, int]] = []
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append((self.table.model().rowCount(), watched.width()))
        return False


@pytest.fixture
def opened(window):
    """The page of people as it is while its rows are still being read, its paints watched."""
    window.open_page("people")
    people = window.pages["people"]
    paints = Paints(people.table)
    return people, paints


def test_the_rows_are_painted_once(window, opened) -> None:
    people, paints = opened
    assert people.model.rowCount() == 0
    settle(window)
    for _ in range(3):
        QApplication.processEvents()
    with_rows = [width for rows, width in paints.seen if rows]
    assert len(with_rows) == 1, paints.seen
    assert {width for _, width in paints.seen} == {people.table.viewport().width()}


def test_the_card_waits_beside_the_list(window, opened) -> None:
    people, _ = opened
    assert people.card.isVisible()
    settle(window)
    assert people.card.isVisible()
    people.filters.text.setText("ไม่มีใครชื่อนี้")
    people._filter()
    settle(window)
    assert not people.card.isVisible(), "nobody to show"
    people.all_button.click()
    settle(window)
    assert people.card.isVisible()


def test_an_office_of_nobody_has_no_card(empty_window) -> None:
    people = page(empty_window, "people")
    settle(empty_window)
    assert not people.card.isVisible()
    assert people._empty.isVisible()


def test_a_short_list_has_no_bar_to_scroll(window) -> None:
    people = page(window, "people")
    settle(window)
    bar = people.table.verticalScrollBar()
    assert bar.isVisible(), "60 posts do not fit"
    people.filters.text.setText(people.model.row_at(people.model.index(0, 0)).number)
    people._filter()
    settle(window)
    assert 0 < people.model.rowCount() < 5
    assert not bar.isVisible()
