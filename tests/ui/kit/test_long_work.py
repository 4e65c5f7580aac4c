"""What takes long is shown by the window with how far it is, and can be stopped there."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hrdesk import progress
from hrdesk.progress import Stopped
from hrdesk.ui.kit import progress as line
from ui.window_support import click


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(line, "SHOWN_AFTER", 0)


class Work:
    """Tells how far it is, step by step, each when it is let go on."""

    def __init__(self) -> None:
        self.steps = threading.Semaphore(0)
        self.done = 0

    def __call__(self) -> int:
        for number in range(5):
            progress.tell(number, 5)
            self.done = number
            assert self.steps.acquire(timeout=20)
        return self.done

    def step(self, times: int = 1) -> None:
        self.steps.release(times)


def test_it_says_how_far_it_is_and_goes_away(window, qtbot):
    work, results = Work(), []
    window.desk.read(window, work, results.append)
    shown = window.long_work
    assert shown.isHidden()
    work.step(2)
    qtbot.waitUntil(lambda: shown.isVisible() and "40 %" in shown.what.text())
    assert (shown.bar.value(), shown.bar.maximum()) == (400, progress.WHOLE)
    work.step(3)
    assert window.worker.settle()
    assert shown.isHidden()
    assert results == [4]


def test_stopping_it_tells_its_page_and_asks_nothing(window, qtbot):
    work, results, errors = Work(), [], []
    window.desk.read(window, work, results.append, errors.append)
    work.step(2)
    qtbot.waitUntil(window.long_work.isVisible)
    click(window.long_work.cancel_button)
    assert not window.long_work.cancel_button.isEnabled()
    work.step(3)
    assert window.worker.settle()
    assert [type(error) for error in errors] == [Stopped]
    assert not results
    assert work.done < 4
    assert window.long_work.isHidden()


def test_a_page_that_has_nothing_to_say_to_it_leaves_a_line_under_the_bar(window, qtbot):
    work = Work()
    window.desk.read(window, work, pytest.fail)
    work.step(2)
    qtbot.waitUntil(window.long_work.isVisible)
    click(window.long_work.cancel_button)
    work.step(3)
    assert window.worker.settle()
    assert any("หยุดงานตามที่สั่งแล้ว" in notice.text for notice in window.banners.notices.values())


def test_what_is_short_is_not_shown(window, monkeypatch):
    monkeypatch.setattr(line, "SHOWN_AFTER", 60_000)
    seen = []
    window.long_work.show = lambda: seen.append("shown")
    window.desk.read(window, lambda: [progress.tell(n, 9) for n in range(9)], lambda _: None)
    assert window.worker.settle()
    assert not seen


def test_the_button_is_reached_by_keyboard(window, qtbot):
    work = Work()
    window.desk.read(window, work, lambda _: None, lambda _: None)
    work.step(2)
    qtbot.waitUntil(window.long_work.isVisible)
    button = window.long_work.cancel_button
    assert isinstance(button, QPushButton)
    assert button.accessibleName()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    work.step(3)
    assert window.worker.settle()
    assert work.done < 4


def test_a_quick_succession_is_shown_once_and_with_its_last_word(window, qtbot):
    shown, painted = window.long_work, []
    shown.bar.valueChanged.connect(painted.append)
    gate = threading.Event()

    def work() -> None:
        for number in range(100):
            progress.tell(number, 100)
        assert gate.wait(20)

    window.desk.read(window, work, lambda _: None)
    qtbot.waitUntil(lambda: "99 %" in shown.what.text())
    assert painted[-1] == 990
    assert len(painted) < 20, "a hundred words of progress are not laid out a hundred times"
    gate.set()
    assert window.worker.settle()
    assert shown.isHidden()
