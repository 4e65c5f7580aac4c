"""A page shows the answer to what was asked last, whatever was asked before, and asks again when an answer did not come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from hrdesk import progress
from hrdesk.errors import UserError
from hrdesk.ui.kit.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable


class Asking(Page):
    """Shows what `wanted` was when it asked; reads no further than its gate is open."""

    def __init__(self, desk: Any, parent: Any) -> None:
        super().__init__(desk, parent)
        self.wanted = ""
        self.gate = threading.Event()
        self.asked: list[str] = []
        self.shown: list[str] = []
        self.places: list[str] = []

    def reader(self) -> Callable[[], str]:
        wanted = self.wanted

        def work() -> str:
            self.asked.append(wanted)
            self.gate.wait()
            progress.tell(1, 2)
            if wanted == "broken":
                raise UserError("อ่านไม่ได้")
            return wanted

        return work

    def show_data(self, data: str) -> None:
        self.shown.append(data)
        self.wanted = data  # as a page whose list of years comes with the answer

    def show_place(self, place: str) -> None:
        self.places.append(place)

    def ask(self, wanted: str) -> None:
        self.wanted = wanted
        self.refresh()


@pytest.fixture
def page(desk, parent) -> Asking:
    return Asking(desk, parent)


@pytest.mark.parametrize("choices", [("2566", "2567"), ("2566", "2567", "2566"), tuple("กขคงจ")])
def test_only_the_last_of_several_choices_is_shown(page, choices: tuple[str, ...]) -> None:
    for one in choices:
        page.ask(one)
    page.gate.set()
    assert page.desk.worker.settle()
    assert page.shown == [choices[-1]]
    assert len(page.asked) <= 2, "what was not begun when another choice was made is not read at all"


def test_an_answer_on_its_way_is_not_shown_over_a_newer_choice(page, qtbot) -> None:
    page.ask("2566")
    qtbot.waitUntil(lambda: page.asked == ["2566"])
    page.ask("2567")
    page.gate.set()
    assert page.desk.worker.settle()
    assert (page.asked, page.shown, page.wanted) == (["2566", "2567"], ["2567"], "2567")


def test_a_place_asked_for_waits_for_the_last_answer(page) -> None:
    page.ask("2566")
    page.go_to("project:3")
    page.ask("2567")
    page.gate.set()
    assert page.desk.worker.settle()
    assert (page.shown, page.places) == (["2567"], ["project:3"])


def test_what_could_not_be_read_is_read_when_the_page_is_opened_again(page, monkeypatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(page.desk, "complain", lambda _owner, error: told.append(str(error)))
    page.gate.set()
    page.ask("broken")
    assert page.desk.worker.settle()
    assert (told, page.shown, page.stale) == (["อ่านไม่ได้"], [], True)
    page.ask("2567")
    assert page.desk.worker.settle()
    assert (page.shown, page.stale) == (["2567"], False)


def test_a_reading_that_the_officer_stopped_is_begun_anew(page, qtbot) -> None:
    notices: list[Any] = []
    page.desk.noticed.connect(notices.append)
    page.ask("2566")
    qtbot.waitUntil(lambda: page.asked == ["2566"])
    page._reading.stop()  # as the window's line does
    page.gate.set()
    assert page.desk.worker.settle()
    assert page.stale
    assert [one.key for one in notices] == ["stopped"]
    page.refresh()
    assert page.desk.worker.settle()
    assert page.shown == ["2566"]
