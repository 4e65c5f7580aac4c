"""The page is painted once, when its rows are there: not empty first, and not again when the list narrowed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from hrdesk.errors import UserError
from hrdesk.ui.people.person_card import PersonCard
from ui.window_support import page, settle

if TYPE_CHECKING:
    import pytest

    from hrdesk.services.values import StaffQuery


class Paints(QObject):
    """How many rows the list had, and how wide the part was, at each paint of the parts."""

    def __init__(self, people) -> None:
        super().__init__(people)
        self.people = people
        self.seen: dict[str, list[tuple[int, int]]] = {}
        self.parts = {"list": people.table.viewport(), "button": people.add_button}
        for part in self.parts.values():
            part.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:
        if event.type() == QEvent.Type.Paint:
            name = next(name for name, part in self.parts.items() if part is watched)
            self.seen.setdefault(name, []).append((self.people.model.rowCount(), watched.width()))
        return False


def opened(window):
    """The page of people as it is while its rows are still being read, its paints watched."""
    window.open_page("people")
    people = window.pages["people"]
    return people, Paints(people)


def test_the_page_is_painted_once_with_its_rows(window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hrdesk.ui.people.page.PATIENCE", 60_000)  # on a busy machine too
    people, paints = opened(window)
    assert people.model.rowCount() == 0
    settle(window)
    for _ in range(3):
        QApplication.processEvents()
    assert paints.seen == {name: [(60, part.width())] for name, part in paints.parts.items()}


def test_reading_begins_before_the_page_is_built(window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read = window.desk.read

    def watched(owner, *work) -> object:
        asked.append(type(owner).__name__ + (" built" if window.findChildren(PersonCard) else ""))
        return read(owner, *work)

    monkeypatch.setattr(window.desk, "read", watched)
    window.open_page("people")
    assert asked == ["PeoplePage", "StaffModel"], "what is chosen from and the rows, each once"


def test_a_page_whose_rows_take_long_is_shown_without_them(window, qtbot) -> None:
    gate = threading.Event()
    window.desk.read(window, gate.wait, lambda _none: None)  # the reads queue behind it
    people, paints = opened(window)
    qtbot.waitUntil(lambda: "list" in paints.seen, timeout=5_000)
    assert {rows for rows, _ in paints.seen["list"]} == {0}
    assert people.updatesEnabled()
    gate.set()
    settle(window)
    assert paints.seen["list"][-1][0] == 60
    assert [width for _, width in paints.seen["list"]] == [people.table.viewport().width()] * len(paints.seen["list"])


def test_a_page_whose_rows_cannot_be_read_is_shown_all_the_same(window, qtbot, boxes, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_query) -> None:
        raise UserError("อ่านทะเบียนไม่ได้")

    monkeypatch.setattr(window.desk.services.register, "staff_page", broken)
    boxes.answers = ["ตกลง"]
    people, paints = opened(window)
    qtbot.waitUntil(lambda: "list" in paints.seen, timeout=5_000)
    settle(window)
    assert "อ่านทะเบียนไม่ได้" in boxes.seen[0]
    assert people.updatesEnabled()


def test_a_second_visit_is_painted_at_once(window) -> None:
    people, _ = opened(window)
    settle(window)
    window.open_page("home")
    settle(window)
    window.open_page("people")
    assert people.updatesEnabled()
    assert people.model.rowCount() == 60


def test_a_press_on_a_heading_reads_once(window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt sorts twice for one press."""
    people = page(window, "people")
    asked: list[StaffQuery] = []
    read = people.services.register.staff_page
    monkeypatch.setattr(people.services.register, "staff_page", lambda query: asked.append(query) or read(query))
    for column, order in ((1, Qt.SortOrder.DescendingOrder), (1, Qt.SortOrder.AscendingOrder), (5, Qt.SortOrder.AscendingOrder)):
        people.table.sortByColumn(column, order)
        settle(window)
    assert [(query.sort, query.descending) for query in asked] == [("title", True), ("title", False), ("unit", False)]
    people.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)  # levels have no order
    settle(window)
    assert len(asked) == 3


def test_the_card_waits_beside_the_list(window) -> None:
    people, _ = opened(window)
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
