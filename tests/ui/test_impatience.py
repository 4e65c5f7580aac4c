"""An impatient officer: keys, clicks and choices at random over all pages while readings and prints are under way.

Whatever was asked for meanwhile, at the end each page shows what it shows when it is read again in peace with the same
choices, the last choice stands, nothing was logged, and nothing of the office was changed.
"""

from __future__ import annotations

import random
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QTableView,
    QTabWidget,
)

from hrdesk.config import log_path
from hrdesk.services import Area
from hrdesk.ui.window.pages import PAGES
from ui.every_dialog import close_all
from ui.window_support import CTRL, NONE, activate, press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS, BURST = 70, 5  # actions, and how many of them at most fall into one reading that does not come to its end
PAGE_KEYS = [Qt.Key(Qt.Key.Key_1.value + number) for number in range(9)]
PLACES = (("plan", "committee"), ("classes", "class"), ("skills", "needs"), ("reports", "plan-book"), ("settings", "audit"))
MENU = "พิมพ์แบบของรุ่นนี้"  # a box that leads to a paper and stands on its first line again
DISCARD = "ปิดโดยไม่บันทึก"  # what an officer in a hurry says of what stands in a dialog
CHANGES = "office"  # its fields are stored as they are left: other tests type there


class Hurry:
    """One run; `did` is told when it fails."""

    def __init__(self, window: Any, boxes: Any, seed: int) -> None:
        self.window, self.boxes, self.dice = window, boxes, random.Random(seed)
        self.did: list[str] = []
        self.chosen: dict[str, tuple[QComboBox, Any]] = {}  # by page, the last choice there
        self.gate: threading.Event | None = None
        self.held = 0
        self.deeds: list[Callable[[], str]] = [
            self.go, self.go, self.turn, self.turn, self.choose, self.choose, self.choose, self.point, self.point,
            self.open_line, self.escape, self.search, self.tell_of_a_change, self.look_up,
        ]  # fmt: skip

    @property
    def page(self) -> Any:
        return self.window.pages[self.window.current_key]

    def run(self) -> None:
        for _ in range(STEPS):
            if self.gate is None and self.dice.random() < 0.5:
                self.hold()
            self.did.append(self.dice.choice(self.deeds)())
            if self.gate is not None:
                self.held -= 1
                if self.held <= 0:
                    self.let_go()
            for _ in range(self.dice.randrange(3)):
                QApplication.processEvents()
        self.let_go()
        settle(self.window)
        close_all(self.window)
        settle(self.window)

    def hold(self) -> None:
        """The next readings wait, as behind one that takes long."""
        self.gate, self.held = threading.Event(), self.dice.randint(1, BURST)
        self.window.worker.submit(self.window, self.gate.wait, lambda _none: None, pytest.fail)

    def let_go(self) -> None:
        if self.gate is not None:
            self.gate.set()
            self.gate = None

    # what the officer does; each says what it did

    def go(self) -> str:
        if self.in_dialog():
            return self.escape()
        key = self.dice.randrange(len(PAGE_KEYS) + 1)
        if key < len(PAGE_KEYS):
            if not self.reaches_window():
                return self.escape()
            press(self.window.menu, PAGE_KEYS[key], CTRL)
        else:
            self.window.menu.setCurrentRow(key)
        return f"went to {self.window.current_key}"

    def turn(self) -> str:
        found = [one for one in self.seen(QTabWidget) if one.count() > 1]
        if not found:
            return "no tabs"
        tabs = self.dice.choice(found)
        tabs.setCurrentIndex(self.dice.randrange(tabs.count()))
        return f"turned to {tabs.tabText(tabs.currentIndex())}"

    def choose(self) -> str:
        found = [one for one in self.seen(QComboBox) if one.isEnabled() and one.count() > 1 and not one.isEditable()]
        if not found or self.window.current_key == CHANGES or self.in_dialog():
            return "nothing to choose"
        box = self.dice.choice(found)
        place = self.dice.randrange(box.count())
        text, key = box.itemText(place), self.window.current_key
        box.setFocus()
        box.setCurrentIndex(place)
        box.activated.emit(place)
        if shiboken6.isValid(box):
            self.chosen[key] = box, box.itemData(place)
        return f"chose {text} of {key}"

    def point(self) -> str:
        found = [one for one in self.seen(QTableView, QListWidget) if one.model().rowCount()]
        if not found:
            return "no list"
        view = self.dice.choice(found)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, self.place_in(view))
        return f"clicked in {view.accessibleName()}"

    def open_line(self) -> str:
        found = [one for one in self.seen(QTableView) if one.model().rowCount()]
        if not found or self.in_dialog():
            return "no table"
        view = self.dice.choice(found)
        place = self.place_in(view)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        if shiboken6.isValid(view) and view.isVisible():
            QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
        return f"double-clicked in {view.accessibleName() if shiboken6.isValid(view) else 'what is gone'}"

    def place_in(self, view: QAbstractItemView) -> Any:
        columns = 1 if isinstance(view, QListWidget) else max(1, min(4, view.model().columnCount()))
        rows = min(view.model().rowCount(), 12)
        return view.visualRect(view.model().index(self.dice.randrange(rows), self.dice.randrange(columns))).center()

    def escape(self) -> str:
        """Lets what was typed or ticked in a dialog go."""
        target = QApplication.activeModalWidget() or self.window
        self.boxes.answers = [DISCARD]
        QTest.keyClick(target, Qt.Key.Key_Escape)
        self.boxes.answers = []
        return f"Escape in {type(target).__name__}"

    def search(self) -> str:
        if self.in_dialog() or not self.reaches_window():
            return self.escape()
        press(self.window, Qt.Key.Key_F, CTRL)
        type_text(self.window.search, self.dice.choice(("นาย", "โครงการ", "xyz")))
        return "searched"

    def tell_of_a_change(self) -> str:
        area = self.dice.choice(list(Area))
        self.window.desk.changed.emit(area, self.window)
        return f"{area.name} changed elsewhere"

    def look_up(self) -> str:
        """Straight to a place, as from the first page or a problem."""
        place = self.dice.choice(PLACES)
        if self.in_dialog():
            return self.escape()
        self.window.desk.went.emit(*place)
        return f"was led to {place}"

    def reaches_window(self) -> bool:
        """Whether the next key does; a dialog asked for before may come up while the window becomes active."""
        activate(self.window, unless=self.in_dialog)
        return not self.in_dialog()

    def in_dialog(self) -> bool:
        return QApplication.activeModalWidget() is not None

    def seen(self, *kinds: type) -> list[Any]:
        inside = QApplication.activeModalWidget() or self.page
        return [one for one in inside.findChildren(kinds[0]) if one.isVisible()] + [
            one for kind in kinds[1:] for one in inside.findChildren(kind) if one.isVisible()
        ]


def shown(page: Any) -> list[str]:
    """All words and figures of a page as they stand there."""
    found = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    found += [one.currentText() for one in page.findChildren(QComboBox) if one.isVisible()]
    found += [one.text() for one in page.findChildren(QLineEdit) if one.isVisible()]
    for view in page.findChildren(QTableView):
        model = view.model()
        if view.isVisible() and model is not None:
            cells = ((row, column) for row in range(min(model.rowCount(), 60)) for column in range(model.columnCount()))
            found += [f"{view.accessibleName()} {row} {column}: {model.index(row, column).data()}" for row, column in cells]
    return found


def stands(page: Any, chosen: tuple[QComboBox, Any]) -> bool:
    """The last choice is still what its box says, where its page still offers it."""
    box, value = chosen
    if not shiboken6.isValid(box) or not box.isVisible() or box.accessibleName() == MENU or value not in [box.itemData(n) for n in range(box.count())]:
        return True
    return box.currentData() == value


@pytest.fixture
def window(open_window):
    made = open_window("lived")
    planning = made.desk.services.planning
    plan = planning.load(planning.plans()[0].id)
    some = tuple(replace(project, id=0, years=(), budgets=()) for project in plan.projects[:4])
    following = replace(plan, id=0, period=replace(plan.period, first=plan.period.first + 3), projects=some)
    made.desk.change(made, lambda: planning.save(following))
    settle(made)
    return made


@pytest.mark.parametrize("seed", range(4))
def test_at_the_end_of_a_hurry_the_last_choice_is_shown_and_nothing_else_happened(window, boxes, seed: int) -> None:
    hurry, services = Hurry(window, boxes, seed), window.desk.services
    before = services.planning.plans()
    hurry.run()
    told = "\n".join(hurry.did)
    assert not log_path().exists(), f"{log_path().read_text('utf-8')}\n{told}"
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert services.planning.plans() == before, told
    for entry in PAGES:
        if entry.key not in window.pages:
            continue
        window.open_page(entry.key)
        settle(window)
        page = window.pages[entry.key]
        if entry.key in hurry.chosen:
            assert stands(page, hurry.chosen[entry.key]), f"another choice than the last on {entry.key}\n{told}"
        first = shown(page)
        page.refresh()
        settle(window)
        assert first == shown(page), f"{entry.key} showed what it does not say when it is read in peace\n{told}"
