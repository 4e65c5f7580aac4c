"""The window is closed while a paper is written, shown or saved: the file is whole, and what failed is told before all is gone."""

from __future__ import annotations

import threading
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QPushButton

from hrdesk.errors import UserError
from hrdesk.reports import atomic
from hrdesk.services.plan.coming_back import ComingBack
from hrdesk.ui.window import leaving
from ui.window_support import click, page, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hrdesk.ui.window.main_window import MainWindow


class Gate:
    """Holds the work that goes through it until it is opened, or makes it fail there."""

    def __init__(self) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self.error: Exception | None = None

    def around(self, work: Callable[..., object]) -> Callable[..., object]:
        def held(*values: object, **named: object) -> object:
            self.reached.set()
            assert self.open.wait(30)
            if self.error is not None:
                raise self.error
            return work(*values, **named)

        return held


@pytest.fixture
def gate() -> Iterator[Gate]:
    gate = Gate()
    yield gate
    gate.open.set()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window does not take three seconds before it tells."""
    monkeypatch.setattr(leaving, "PATIENCE", 50)


@pytest.fixture
def reports(window):
    shown = page(window, "reports")
    shown.show_place("budget-table")
    settle(window)
    return shown


def whole_pdf(data: bytes) -> bool:
    return len(PdfReader(BytesIO(data)).pages) > 0


def whole_book(data: bytes) -> bool:
    return load_workbook(BytesIO(data)).active.max_row > 3


def whole_letter(data: bytes) -> bool:
    return data.startswith(b"PK") and b"word/document.xml" in data


WAYS = [("pdf_button", "ตาราง.pdf", whole_pdf), ("docx_button", "ตาราง.docx", whole_letter), ("xlsx_button", "ตาราง.xlsx", whole_book)]


@pytest.fixture
def close_at(window, reports, gate, monkeypatch, tmp_path):
    """Presses a button and closes the window when the file is written but has no name yet; returns its folder."""

    def begin(pressed: str, name: str) -> Path:
        folder = tmp_path / "ที่เก็บ"
        folder.mkdir()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / name), ""))
        monkeypatch.setattr(atomic, "_flush", gate.around(atomic._flush))
        click(getattr(reports, pressed))
        assert gate.reached.wait(30)
        window.close()
        return folder

    return begin


def told(window: MainWindow) -> str:
    notice = window.banners.notices.get(leaving.KEY)
    return notice.text if notice is not None else ""


@pytest.mark.parametrize(("pressed", "name", "is_whole"), WAYS, ids=[way[1] for way in WAYS])
def test_the_file_is_whole_before_the_window_closes(close_at, window, gate, qtbot, pressed, name, is_whole) -> None:  # noqa: PLR0917
    folder = close_at(pressed, name)
    assert window.isVisible()
    assert told(window) == leaving.WAITS
    assert not window.pages["reports"].isEnabled()
    window.close()  # impatient
    assert window.isVisible()
    assert not (folder / name).exists()
    gate.open.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    assert list(folder.iterdir()) == [folder / name], "and nothing half beside it"
    assert is_whole((folder / name).read_bytes())


def test_a_file_that_could_not_be_written_keeps_the_window_open_once(close_at, window, gate, qtbot) -> None:
    gate.error = OSError(28, "No space left on device")
    folder = close_at("xlsx_button", "ตาราง.xlsx")
    gate.open.set()
    qtbot.waitUntil(lambda: told(window) == leaving.STAYED, timeout=60_000)
    settle(window)
    reports = window.pages["reports"]
    assert window.isVisible()
    assert reports.isEnabled()
    assert "ไม่สำเร็จ" in reports.message.text()
    assert list(folder.iterdir()) == []
    window.close()
    assert not window.isVisible()


def test_the_officer_may_think_better_of_it(close_at, window, gate) -> None:
    folder = close_at("pdf_button", "ตาราง.pdf")
    (stay,) = [one for one in window.banners.findChildren(QPushButton) if one.text() == "ไม่ปิดแล้ว"]
    click(stay)
    assert told(window) == ""
    gate.open.set()
    settle(window)
    assert window.isVisible()
    assert window.pages["reports"].isEnabled()
    assert whole_pdf((folder / "ตาราง.pdf").read_bytes())


def test_a_preview_under_way_is_waited_for(window, reports, gate, qtbot, monkeypatch) -> None:
    forms = window.desk.services.forms
    real = forms.pdf_bytes
    monkeypatch.setattr(type(forms), "pdf_bytes", lambda _self, *values, **named: gate.around(real)(*values, **named))
    reports.thai_digits.click()
    assert gate.reached.wait(30)
    window.close()
    assert window.isVisible()
    gate.open.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)


def test_what_is_done_soon_is_waited_for_in_silence(window, monkeypatch) -> None:
    monkeypatch.setattr(leaving, "PATIENCE", 60_000)
    seen = []
    window.desk.read(window, lambda: 7, seen.append)
    window.close()
    assert not window.isVisible()
    assert (seen, told(window)) == ([7], "")


def test_what_the_work_asks_at_its_end_is_answered_first(window, boxes, gate, qtbot) -> None:
    """A message that stands is no longer than its window."""
    boxes.answers = ["ตกลง"]
    shown: list[bool] = []

    def failed(error: Exception) -> None:
        shown.append(window.isVisible())
        window.desk.complain(window, error)

    gate.error = UserError("อ่านไม่ได้ ข้อมูลไม่เปลี่ยน กรุณาลองใหม่")
    window.desk.read(window, gate.around(int), lambda _value: None, failed)
    assert gate.reached.wait(30)
    window.close()
    gate.open.set()
    qtbot.waitUntil(lambda: told(window) == leaving.STAYED, timeout=60_000)
    assert shown == [True]
    assert len(boxes.seen) == 1
    assert window.isVisible()


def test_an_edit_that_was_not_saved_keeps_the_window_open(window, boxes, monkeypatch) -> None:
    monkeypatch.setattr(leaving, "PATIENCE", 60_000)
    boxes.answers = ["ตกลง"]
    plan = page(window, "plan")
    full, real = [True], ComingBack.save

    def save(*values: object) -> object:
        if full:
            raise UserError("พื้นที่ว่างในไดรฟ์ไม่พอ ข้อมูลเดิมยังอยู่ครบ กรุณาลบแฟ้มที่ไม่ใช้")
        return real(*values)

    monkeypatch.setattr(ComingBack, "save", save)
    plan.editor.set_budgets({(0, 2564): 77_000_00})
    window.close()
    assert window.isVisible()
    assert told(window) == leaving.STAYED
    assert plan.editor.unsaved
    full.clear()
    window.close()
    assert not window.isVisible()
    assert window.desk.services.planning.load(1).projects[0].budgets[0].amount == 77_000_00
