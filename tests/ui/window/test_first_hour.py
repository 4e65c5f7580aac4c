"""A new officer's first hour in the real window: first start, an ugly list, the plan, the book, a backup on a stick.

Pictures of every step, in a real window:
    HRDESK_PICTURES=FOLDER QT_QPA_PLATFORM=xcb xvfb-run -s "-screen 0 1366x768x24" pytest tests/ui/window/test_first_hour.py
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from hrdesk.app import Session
from hrdesk.services.safety.backup import opened, verify
from hrdesk.ui.kit.task import Worker
from hrdesk.ui.settings.backup_dialogs import SecondFolderDialog
from hrdesk.ui.window.first_run import FirstRun
from hrdesk.ui.window.main_window import MainWindow
from ui.officer import Officer, build_plan
from ui.window_support import click, modal, page, settle, type_text

FRAME = (  # number, title, level, name, birth date; as it lies in many offices
    ("๑๒-๒-๐๑-๑๑๐๑-๐๐๑", "ปลัดเทศบาล (นักบริหารงานท้องถิ่น)", "กลาง", "นายสมมุติ ใจดี", "5 ม.ค. 2515"),
    ("๑๒-๒-๐๑-๒๑๐๑-๐๐๑", "หัวหน้าสำนักปลัด (นักบริหารงานทั่วไป)", "ต้น", "(ว่าง)", ""),
    ("๑๒-๒-๐๑-๓๑๐๒-๐๐๑", "นักทรัพยากรบุคคล", "ชก.", "น.ส.สมหญิง  ตัวอย่าง", "12/8/2530"),
    ("๑๒-๒-๐๑-๔๑๐๑-๐๐๑", "เจ้าพนักงานธุรการ", "ปง.", "นายสมชาย  ลองดู", "๑ ต.ค. ๒๕๓๕"),
    ("๑๒-๒-๐๔-๒๑๐๒-๐๐๑", "ผู้อำนวยการกองคลัง (นักบริหารงานการคลัง)", "ต้น", "นางสมศรี  มั่นคง", "30/9/2510"),
    ("", "พนักงานจ้างทั่วไป คนงาน", "", "นายสมบูรณ์  ขยัน", "2/2/2540"),
)


def ugly_list(path: Path) -> Path:
    """Title rows, a header of two merged lines, Thai digits, a vacant post, a note below, an empty second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "กรอบอัตรากำลัง"
    sheet.append(["บัญชีแสดงกรอบอัตรากำลัง ๓ ปี"])
    sheet.append(["เทศบาลตำบลหนองบัว  อำเภอเมือง"])
    sheet.append([])
    sheet.append(["ที่", "ตำแหน่ง", None, None, "ผู้ครองตำแหน่ง", None])
    sheet.append([None, "เลขที่ตำแหน่ง", "ชื่อตำแหน่ง", "ระดับ", "ชื่อ - สกุล", "วัน เดือน ปีเกิด"])
    for area in ("A1:F1", "A2:F2", "A4:A5", "B4:D4", "E4:F4"):
        sheet.merge_cells(area)
    for number, row in enumerate(FRAME, start=1):
        sheet.append([number, *row])
    sheet.append([])
    sheet.append(["หมายเหตุ ข้อมูล ณ วันที่ ๑ ตุลาคม"])
    book.create_sheet("Sheet2")
    book.save(path)
    return path


@pytest.fixture
def look() -> Callable[[str, QWidget], None]:
    """Keeps a picture of a step where pictures are asked for."""
    folder = os.environ.get("HRDESK_PICTURES")
    taken: list[str] = []

    def keep(name: str, widget: QWidget) -> None:
        if folder:
            QApplication.processEvents()
            taken.append(name)
            Path(folder).mkdir(parents=True, exist_ok=True)
            widget.grab().save(str(Path(folder) / f"{len(taken):02}-{name}.png"))

    return keep


@pytest.fixture
def session(qapp, qtbot, theme, tmp_path) -> Iterator[Session]:
    window = MainWindow(theme, Worker(qapp))
    qtbot.addWidget(window)
    session = Session(tmp_path / "ข้อมูล" / "office.db", window)
    window.show()
    yield session
    session.close()


def begin(session: Session, look, monkeypatch) -> None:
    """The first start: the kind and the name of the office."""

    def fill(dialog: FirstRun) -> int:
        dialog.show()
        dialog.kind.setCurrentIndex(dialog.kind.findText("เทศบาลตำบล"))
        type_text(dialog.name, "หนองบัว")
        type_text(dialog.places.province, "ลำพูน")
        look("first-run", dialog)
        click(dialog.go)
        return int(dialog.result())

    with monkeypatch.context() as patched:
        patched.setattr(FirstRun, "exec", fill)
        session.open()
        settle(session.window)
    look("home-empty", session.window)


def import_staff(window: MainWindow, path: Path, look, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    page(window, "people").open_import()
    settle(window)
    wizard = modal()
    look("import-file", wizard)
    click(wizard.source.file_button)
    settle(window)
    if wizard.current == 0:
        click(wizard.next_button)
        settle(window)
    look("import-columns", wizard)
    click(wizard.next_button)
    settle(window)
    look("import-review", wizard)
    click(wizard.next_button)
    settle(window)
    look("people", window)


def back_up_to_stick(window: MainWindow, stick: Path, look) -> None:
    window.open_page("settings", "backup")
    settle(window)
    section = window.pages["settings"].section("backup")
    section.set_second()
    settle(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondFolderDialog)
    assert "แฟ้มตั้งค่าข้างฐานข้อมูล" in dialog.note.text()  # said where the password is set
    dialog.folder.setText(str(stick))
    type_text(dialog.first, "จดไว้ในตู้เอกสาร")
    type_text(dialog.again, "จดไว้ในตู้เอกสาร")
    look("second-folder", dialog)
    click(dialog.save_button)
    settle(window)
    click(section.make_button)
    settle(window)
    look("backup", window)


def test_the_first_hour_of_a_new_officer(session, look, boxes, tmp_path, monkeypatch) -> None:
    window = session.window
    begin(session, look, monkeypatch)
    assert window._office.text() == "เทศบาลตำบลหนองบัว"

    import_staff(window, ugly_list(tmp_path / "กรอบ.xlsx"), look, monkeypatch)
    office = session.services.register.office()
    assert len(office.positions) == len(FRAME)
    assert {position.holder for position in office.positions} >= {"นางสาวสมหญิง ตัวอย่าง", "นายสมชาย ลองดู"}

    draft = build_plan(Officer(window))
    look("plan", window)
    assert draft.total == 1_200_000_00

    window.open_page("reports", "plan-book")
    settle(window)
    reports = window.pages["reports"]
    assert reports.preview.page_count() > 15
    look("book", window)
    target = tmp_path / "เล่มแผน.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    boxes.answers = ["พิมพ์ต่อ"]
    click(reports.pdf_button)
    settle(window)
    assert "ข้อควรตรวจ" in boxes.seen[-1], "what is left to look at is told before the first print"
    assert target.read_bytes().startswith(b"%PDF")

    stick = tmp_path / "แฟลชไดรฟ์"
    stick.mkdir()
    back_up_to_stick(window, stick, look)
    newest = max(stick.rglob("*.zip"), key=lambda path: path.name)
    with opened(newest, lambda: "จดไว้ในตู้เอกสาร") as whole:
        assert verify(whole).sound
    QTimer.singleShot(0, window.close)
    QApplication.processEvents()
