"""A bug can be carried to who mends it, and the report holds nothing of the office."""

from __future__ import annotations

import traceback
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from hrdesk import __version__
from hrdesk.models.staff import Staff
from hrdesk.services import Services
from hrdesk.services.register.many_rows import person_columns
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.error_report import LAST_LINES, report_text, save_report
from hrdesk.ui.kit.messages import show_bug


def test_a_report_names_versions_the_error_and_the_end_of_the_log(tmp_path) -> None:
    log = tmp_path / "hrdesk.log"
    log.write_text("".join(f"line {number}\n" for number in range(LAST_LINES + 50)), encoding="utf-8")
    text = report_text("Traceback: ValueError\n", log)
    assert text.startswith(f"hrdesk {__version__}\n")
    assert "Traceback: ValueError" in text
    assert "line 49\n" not in text
    assert "line 50\n" in text
    assert f"line {LAST_LINES + 49}\n" in text


def test_a_log_that_is_not_there_spoils_no_report(tmp_path) -> None:
    save_report(tmp_path / "รายงาน.txt", "Traceback", tmp_path / "none.log")
    assert "Traceback" in (tmp_path / "รายงาน.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["รายงาน.txt", ""])
def test_the_officer_saves_the_report_of_a_bug(qtbot, boxes, tmp_path, monkeypatch, place) -> None:
    chosen = str(tmp_path / place) if place else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    boxes.answers.append("บันทึกรายงาน…")
    show_bug(parent, ValueError("nobody foresaw this"))
    assert "ไม่มีข้อมูลของหน่วยงาน" in boxes.seen[0]
    if place:
        assert "nobody foresaw this" in (tmp_path / place).read_text(encoding="utf-8")


def test_a_report_that_cannot_be_saved_is_told(qtbot, boxes, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "r.txt"), ""))
    parent = QWidget()
    qtbot.addWidget(parent)
    boxes.answers.extend(["บันทึกรายงาน…", "ตกลง"])
    show_bug(parent, ValueError("x"))
    assert "บันทึกรายงานไม่ได้" in boxes.seen[1]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("KeyError: 'นายสมชาย ใจดี'", "KeyError: “…”"),
        ("ValueError: สมชาย ใจดี", "ValueError: …"),
        ("ValueError: invalid literal for int() with base 10: '1509901234567'", "ValueError: invalid literal for int() with base 10: “…”"),
        ("x.StorageError: 1-5099-01234-56-7", "x.StorageError: …"),
        ("hrdesk.errors.UserError: ไม่พบ “สมชาย” กรุณาตรวจ", "hrdesk.errors.UserError: ไม่พบ “…” กรุณาตรวจ"),
        ("2026-11-28 14:12:24,120 WARNING backup: เขียน “เทศบาลตำบล.zip” ไม่ได้", "2026-11-28 14:12:24,120 WARNING backup: เขียน “…” ไม่ได้"),
        ("AttributeError: 'NoneType' object has no attribute 'rows'", "AttributeError: 'NoneType' object has no attribute 'rows'"),
        ('    raise ValueError(f"ไม่มี {name}")', '    raise ValueError(f"ไม่มี {name}")'),
        (f'  File "{Path.home()}/app/hrdesk/ui/page.py", line 20, in show', '  File "~/app/hrdesk/ui/page.py", line 20, in show'),
        (f"OSError: [Errno 28] No space left: '{Path.home()}/hrdesk.db'", "OSError: [Errno 28] No space left: '~/hrdesk.db'"),
    ],
)
def test_what_a_message_brought_of_the_data_is_left_out(line, told, tmp_path) -> None:
    log = tmp_path / "hrdesk.log"
    log.write_text(line + "\n", encoding="utf-8")
    text = report_text(line, log)
    assert text.splitlines().count(told) == 2, "in the error and in the log"


def test_a_failed_statement_tells_nobodys_data(tmp_path) -> None:
    """The traceback goes into the log and into the report: a person's name and number must not."""
    with Services.create_sample(tmp_path / "office.db") as services:
        known = services.register.staff_page(StaffQuery(vacant=False)).rows[0]
        person = services.register.person(known.staff_id)
        rows = [person_columns(replace(person, id=9999, first_name="ลับมาก"))]
        with pytest.raises(IntegrityError) as caught, services.database.begin() as session:
            session.execute(insert(Staff), rows)
    details = "".join(traceback.format_exception(caught.value))
    log = tmp_path / "log.txt"
    log.write_text(details, encoding="utf-8")
    told = report_text(details, log)
    assert "UNIQUE constraint failed" in told
    assert person.national_id not in told
    assert "ลับมาก" not in told
