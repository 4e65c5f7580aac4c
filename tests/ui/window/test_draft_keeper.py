"""What is typed survives: kept within seconds, offered at the next start, kept too when the program fails."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hrdesk.services import Services
from hrdesk.ui.kit import bug_log, messages
from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.window.draft_keeper import SECONDS, DraftKeeper
from hrdesk.ui.window.main_window import MainWindow
from ui.test_audit import cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, retype, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def next_start(qapp, qtbot, theme, tmp_path: Path) -> Iterator[Callable[[MainWindow], MainWindow]]:
    """Another window on a copy of the file as it is now: what a power cut would leave."""
    opened: list[tuple[MainWindow, Services]] = []

    def start(window: MainWindow) -> MainWindow:
        path = tmp_path / "after" / "office.db"
        path.parent.mkdir()
        shutil.copy(window.desk.services.database.path, path)
        services = Services.open(path)
        again = MainWindow(theme, Worker(qapp))
        qtbot.addWidget(again)
        again.show()
        again.start(services)
        opened.append((again, services))
        settle(again)
        return again

    yield start
    for again, services in opened:
        if (left := QApplication.activeModalWidget()) is not None:
            left.reject()
        again.close()
        services.close()


def keep(window: MainWindow) -> None:
    window.draft_keeper.save()
    settle(window)


def drafts(window: MainWindow) -> list[Any]:
    return list(window.desk.services.drafts.listed())


def new_person(window: MainWindow) -> Any:
    page(window, "people").add_person()
    settle(window)
    return modal()


def strip_button(dialog: Any, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_typing_is_kept_within_ten_seconds_without_being_asked(window) -> None:
    assert SECONDS <= 8
    assert window.draft_keeper._timer.isActive()
    assert window.draft_keeper._timer.interval() == SECONDS * 1000
    dialog = new_person(window)
    keep(window)
    assert drafts(window) == []  # nothing typed yet
    type_text(dialog.first, "สมหญิง")
    window.draft_keeper._timer.timeout.emit()
    settle(window)
    (draft,) = drafts(window)
    assert draft.values["ชื่อ"] == "สมหญิง"
    assert (draft.title, draft.place) == ("เพิ่มบุคลากร", "people")
    retype(dialog.first, "")
    dialog.first.clear()
    keep(window)
    assert drafts(window) == []  # typed back to how it began
    dialog.reject()


@pytest.mark.parametrize("ends", ["saved", "given up"])
def test_a_draft_ends_with_its_form(window, ends: str) -> None:
    dialog = new_person(window)
    type_text(dialog.first, "สมหญิง")
    type_text(dialog.last, "ทดสอบ")
    keep(window)
    assert len(drafts(window)) == 1
    click(dialog.save_button if ends == "saved" else dialog.cancel_button)
    settle(window)
    assert drafts(window) == []


def test_after_a_power_cut_it_is_offered_and_brought_back(window, next_start) -> None:
    dialog = new_person(window)
    type_text(dialog.first, "สมหญิง")
    dialog.born.edit.setText("5/1/2530")
    dialog.title.setCurrentText("นางสาว")
    keep(window)
    again = next_start(window)
    dialog.reject()
    (notice,) = again.banners.notices.values()
    assert "เพิ่มบุคลากร" in notice.text
    assert nameless(again.banners) == []
    assert cut(again.banners) == []
    notice.act()
    settle(again)
    assert again.current_key == "people"
    dialog = new_person(again)
    assert any("พิมพ์ค้างไว้" in one.text() for one in dialog.findChildren(QLabel))
    click(strip_button(dialog, "นำกลับมา"))
    assert dialog.first.text() == "สมหญิง"
    assert dialog.born.day().year == 1987
    assert dialog.title.currentText() == "นางสาว"
    dialog.reject()
    settle(again)
    assert drafts(again) == []


def test_it_is_offered_for_the_same_record_only_and_can_be_thrown_away(window, next_start) -> None:
    people = page(window, "people")
    people.edit_person(1)
    settle(window)
    dialog = modal()
    dialog.note.setPlainText("โทรศัพท์ใหม่")
    keep(window)
    again = next_start(window)
    dialog.reject()
    page(again, "people").edit_person(2)
    settle(again)
    assert not any(one.text() == "นำกลับมา" for one in modal().findChildren(QPushButton))
    modal().reject()
    page(again, "people").edit_person(1)
    settle(again)
    click(strip_button(modal(), "ทิ้ง"))
    settle(again)
    assert drafts(again) == []
    assert again.banners.notices == {}


def test_after_a_restore_the_drafts_are_those_of_the_backup(window, next_start) -> None:
    backup = window.desk.services.backup.make().backup
    dialog = new_person(window)
    type_text(dialog.first, "สมหญิง")
    keep(window)
    again = next_start(window)
    dialog.reject()
    assert len(again.banners.notices) == 1
    again.desk.services.backup.restore(backup.path)
    again.desk.replaced.emit(Notice("restored", "นำกลับมาใช้แล้ว", "ok"))
    settle(again)
    assert list(again.banners.notices) == ["restored"]
    dialog = new_person(again)
    assert not any(one.text() == "นำกลับมา" for one in dialog.findChildren(QPushButton))
    type_text(dialog.first, "สมชาย")
    keep(again)
    assert len(drafts(again)) == 1
    dialog.reject()
    settle(again)
    assert drafts(again) == []


def test_the_form_of_a_page_is_kept_and_filled_again(window, next_start, boxes, qtbot) -> None:
    office = page(window, "office")
    retype(office.texts["district"], "แม่ริม")
    keep(window)
    again = next_start(window)
    (notice,) = again.banners.notices.values()
    assert "หน่วยงาน" in notice.text
    notice.act()
    qtbot.waitUntil(lambda: "office" in again.pages and again.pages["office"].dirty)
    shown = again.pages["office"]
    assert shown.texts["district"].text() == "แม่ริม"
    assert shown.save_button.isEnabled()
    click(shown.save_button)
    settle(again)
    keep(again)
    assert drafts(again) == []
    boxes.answers = ["ไปต่อโดยไม่บันทึก"]
    window.close()
    assert drafts(window) == []  # given up on purpose


def test_an_exception_in_a_slot_keeps_the_open_form_first(window, boxes, monkeypatch) -> None:
    dialog = new_person(window)
    type_text(dialog.first, "สมหญิง")
    boxes.answers = ["ปิด"]
    kept_before_told: list[int] = []
    box = messages._box

    def told(*args: Any) -> Any:
        kept_before_told.append(len(drafts(window)))
        return box(*args)

    monkeypatch.setattr(messages, "_box", told)
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        bug_log._escaped(*sys.exc_info())  # what PySide gives the hook when a slot raises
    assert kept_before_told == [1]
    assert "เก็บเป็นร่างแล้ว" in boxes.seen[0]
    dialog.reject()


def test_a_keeper_that_is_gone_rescues_nothing(qtbot, theme, qapp, window) -> None:
    before = len(messages.RESCUERS)
    keeper = DraftKeeper(window, window.desk.services)
    assert len(messages.RESCUERS) == before + 1
    keeper.deleteLater()
    qtbot.waitUntil(lambda: len(messages.RESCUERS) == before)
