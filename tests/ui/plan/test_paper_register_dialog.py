"""The register of numbered papers at the window: read, added to, mended, a line deleted and brought back, printed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.services.plan.life import Step
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.plan.tabs import LIFE_TAB
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

ORDER, ANNOUNCEMENT = DocumentKind.ORDER, DocumentKind.ANNOUNCEMENT


@pytest.fixture
def register(window):
    for kind, number, day in ((ORDER, "1", date(2024, 1, 5)), (ORDER, "4", date(2024, 6, 1)), (ANNOUNCEMENT, "2", date(2024, 6, 2))):
        window.desk.services.documents.issue(IssuedDocument(0, kind, number, day, f"เรื่องที่ {number}"))
    plan = page(window, "plan")
    plan.tabs.setCurrentIndex(LIFE_TAB)
    click(plan.tabs.life.register_button)
    settle(window)
    dialog = modal()
    choose(dialog.year, 2567)
    dialog.year.activated.emit(dialog.year.currentIndex())
    settle(window)
    return dialog


def test_a_year_is_read_with_gaps_and_next_numbers(window, register) -> None:
    assert texts(register.table, 1) == ["1/2567", "4/2567", "2/2567"]
    assert "คำสั่ง 2 ฉบับ เลขถัดไป 5 · เลขที่ข้าม 2, 3" in register.told.text()
    choose(register.kind, ANNOUNCEMENT)
    register.kind.activated.emit(register.kind.currentIndex())
    assert texts(register.table, 1) == ["2/2567"]
    assert register.told.text() == "ประกาศ 1 ฉบับ เลขถัดไป 3"
    register.reject()


def test_a_year_without_a_paper_says_so_and_what_to_press(window, register) -> None:
    choose(register.kind, DocumentKind.MEMO)
    register.kind.activated.emit(register.kind.currentIndex())
    assert texts(register.table, 1) == []
    assert "Ctrl+N" in register.table.accessibleDescription()
    press(register.table, Qt.Key.Key_N, CTRL)
    assert modal().plan.itemText(0) == "ไม่เกี่ยวกับแผน"
    modal().reject()
    register.reject()


def test_a_paper_is_added_mended_deleted_and_brought_back(window, register) -> None:
    press(register.table, Qt.Key.Key_N, CTRL)
    dialog = modal()
    settle(window)
    assert dialog.number.hint == "เลขถัดไปของปีคือ 5"
    retype(dialog.number, "๒")
    click(dialog.save_button)
    settle(window)
    assert "ยังไม่ได้กรอกเรื่อง" in dialog.form._wrong["subject"].text()
    type_text(dialog.subject, "แต่งตั้งคณะทำงาน")
    click(dialog.save_button)
    settle(window)
    assert texts(register.table, 1)[:3] == ["1/2567", "2/2567", "4/2567"]
    register.table.choose_row(1)
    press(register.table, Qt.Key.Key_Return)
    dialog = modal()
    retype(dialog.number, "4")
    click(dialog.save_button)
    settle(window)
    assert "คำสั่งที่ 4/2567 ออกไปแล้ว" in dialog.form._wrong["number"].text()
    retype(dialog.number, "3")
    click(dialog.save_button)
    settle(window)
    assert texts(register.table, 1)[:3] == ["1/2567", "3/2567", "4/2567"]
    register.table.choose_row(1)
    press(register.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(register.table, 1)[:2] == ["1/2567", "4/2567"]
    click(register.undo.undo_button)
    settle(window)
    assert texts(register.table, 3)[1] == "แต่งตั้งคณะทำงาน"
    register.reject()


def test_the_register_goes_to_paper_and_excel(window, register) -> None:
    click(register.print_button)
    settle(window)
    reports = window.pages["reports"]
    assert reports.isVisible()
    assert reports.form() == "paper-register"
    assert reports.picker.subject.calendar_year == 2567
    assert reports.xlsx_button.isEnabled()
    assert reports.preview.page_count() == 1


def test_delete_pressed_twice_takes_one_paper(window, register, boxes) -> None:
    register.table.choose_row(0)
    for _ in range(2):
        press(register.table, Qt.Key.Key_Delete)
    settle(window)
    assert texts(register.table, 1) == ["4/2567", "2/2567"]
    assert register.delete_button.isEnabled()
    assert boxes.seen == []
    register.reject()


def test_a_paper_that_a_stage_rests_on_stays_and_the_register_goes_on(window, register, boxes) -> None:
    paper = IssuedDocument(0, ORDER, "9", date(2024, 7, 1), "แต่งตั้งคณะกรรมการ")
    window.desk.services.plan_life.advance(1, Step(PlanStatus.COMMITTEE, date(2024, 7, 1), document=paper))
    register.refresh()
    settle(window)
    assert register.table.choose_where(lambda line: line.label == "9/2567")
    boxes.answers = ["ตกลง"]
    press(register.table, Qt.Key.Key_Delete)
    settle(window)
    assert "ประวัติของแผนอ้างถึง" in boxes.seen[0]
    assert "9/2567" in texts(register.table, 1)
    assert register.delete_button.isEnabled()
    register.reject()
