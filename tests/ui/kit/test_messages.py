from __future__ import annotations

import sys

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from hrdesk.errors import UserError
from hrdesk.ui.kit import bug_log, messages


def test_a_known_error_speaks_for_itself(boxes, qapp) -> None:
    boxes.answers = ["ตกลง"]
    messages.show_error(None, UserError("ไฟล์ถูกเปิดอยู่ ข้อมูลยังอยู่ครบ กรุณาปิดไฟล์"))
    assert boxes.seen == ["ไฟล์ถูกเปิดอยู่ ข้อมูลยังอยู่ครบ กรุณาปิดไฟล์"]


def test_a_bug_tells_where_the_log_is_and_copies_its_details(boxes, qapp) -> None:
    bug_log.install_excepthook()
    try:
        boxes.answers = ["คัดลอกรายละเอียด"]
        try:
            raise ZeroDivisionError("ตัวหารเป็นศูนย์")
        except ZeroDivisionError:
            sys.excepthook(*sys.exc_info())
        assert "ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ" in boxes.seen[0]
        assert str(bug_log.log_path()) in boxes.seen[0]
        assert "ZeroDivisionError: …" in QApplication.clipboard().text()
        assert "ZeroDivisionError: ตัวหารเป็นศูนย์" in bug_log.log_path().read_text("utf-8")
    finally:
        sys.excepthook = sys.__excepthook__


def test_without_a_place_for_the_log_the_bug_is_told_all_the_same(boxes, qapp) -> None:
    bug_log.log_path().parent.parent.mkdir(parents=True, exist_ok=True)
    bug_log.log_path().parent.write_text("a file where the folder should be")
    boxes.answers = ["ปิด"]
    messages.show_error(None, KeyError("ส่วนสูง"))
    assert "ข้อมูลที่บันทึกไว้แล้วยังอยู่ครบ" in boxes.seen[0]
    assert not bug_log.log().handlers


@pytest.mark.parametrize(("pressed", "meant"), [("ลบแผน", True), ("ยกเลิก", False)])
def test_a_question_is_answered_by_its_verb(boxes, qapp, pressed: str, meant: bool) -> None:
    boxes.answers = [pressed]
    assert messages.ask(None, "ลบ", "ลบแผน 11 โครงการ", "ลบแผน") is meant


def test_no_message_lives_on_with_its_window(boxes, qapp, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    boxes.answers = ["ตกลง", "ปิด", "ลบ"]
    messages.show_error(window, UserError("ลองใหม่"))
    messages.show_error(window, RuntimeError("x"))
    assert messages.ask(window, "ลบ", "ลบหรือไม่", "ลบ")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QMessageBox) == []


def test_a_message_whose_window_ends_meanwhile_is_answered_by_nothing(qapp, monkeypatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shiboken6.delete(box.parent()))
    assert not messages.ask(QWidget(), "ลบ", "ลบหรือไม่", "ลบ")
    messages.show_error(QWidget(), UserError("ลองใหม่"))
    messages.show_error(QWidget(), RuntimeError("x"))


def test_undo_is_offered_once(qtbot, theme) -> None:
    bar = messages.UndoBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.offer("ลบแล้ว", lambda: done.append("undone"))
    bar.undo_button.click()
    bar.undo_button.click()
    assert done == ["undone"]
    assert bar.isHidden()
