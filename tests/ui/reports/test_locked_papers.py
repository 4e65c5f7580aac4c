"""Tables of people are locked when they are saved as Excel, as lists and workbooks are; others are not asked about."""

from __future__ import annotations

from io import BytesIO

import msoffcrypto
import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from furnished_office import furnished_office
from hrdesk.domain.subject import FormGroup, Subject
from hrdesk.errors import UserError
from hrdesk.services import Services
from ui.every_dialog import section
from ui.window_support import click, modal, page, settle

PASSWORD = "รหัสผ่านยาวพอ"
OLE = b"\xd0\xcf\x11\xe0"  # a locked workbook is one of these, with the zip inside


@pytest.fixture
def window(open_window):
    return open_window("furnished")


@pytest.fixture
def target(monkeypatch, tmp_path):
    path = tmp_path / "ออก.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    return path


def lock(window) -> None:
    dialog = modal()
    dialog.first.setText(PASSWORD)
    dialog.again.setText(PASSWORD)
    click(dialog.save_button)
    settle(window)


def opened(path):
    """The workbook in a locked file."""
    content = path.read_bytes()
    assert content.startswith(OLE)
    plain = BytesIO()
    office = msoffcrypto.OfficeFile(BytesIO(content))
    office.load_key(password=PASSWORD)
    office.decrypt(plain)
    return openpyxl.load_workbook(plain)


def words(book) -> str:
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.mark.parametrize(("form", "asked"), [("register", True), ("skills-map", True), ("budget-table", False)])
def test_a_table_of_people_asks_for_its_password_first(window, target, form: str, asked: bool) -> None:
    reports = page(window, "reports")
    reports.show_place(form)
    settle(window)
    click(reports.xlsx_button)
    settle(window)
    if asked:
        assert not target.exists()
        lock(window)
        assert len(words(opened(target))) > 100
        assert "เข้ารหัสแล้ว" in reports.message.text()
    else:
        assert QApplication.activeModalWidget() is None
        assert words(openpyxl.load_workbook(target))
    assert reports.folder_button.isVisibleTo(reports)


def test_every_paper_of_a_class_a_person_the_register_or_a_meeting_is_meant(tmp_path) -> None:
    with Services.open(furnished_office(tmp_path / "a.db")) as services:
        listed = services.forms.available()
    found = {info.id: info.names_people for info in listed}
    groups = {info.id: info.group for info in listed}
    assert found["attendance-sheet"]
    assert found["meeting-attendance"]
    assert not found["plan-book"]
    about = {FormGroup.CLASS, FormGroup.PERSON, FormGroup.REGISTER}
    assert all(found[form] for form, group in groups.items() if group in about)


def test_an_assessment_sheet_goes_out_locked(window, target) -> None:
    grid = section(window, "skills", "grid")
    grid.export()
    lock(window)
    assert "เข้ารหัสแล้ว" in grid.detail.text()
    assert "คน" in grid.detail.text()
    assert words(opened(target))


def test_wrong_rows_go_out_locked(window, target) -> None:
    people = page(window, "people")
    people.open_import()
    wizard = modal()
    wizard.read_pasted("เลขที่ตำแหน่ง\tตำแหน่ง\tระดับ\tชื่อ-สกุล\tวันเกิด\n99-1\tคนงาน\t\tนางสาวมะลิ งามดี\t99/99/2540\n")
    settle(window)
    wizard.check()
    settle(window)
    wizard.save_wrong()
    lock(window)
    said = words(opened(target))
    assert "มะลิ" in said
    assert "สาเหตุ" in said
    assert "เข้ารหัสแล้ว" in wizard.message.text()
    wizard.reject()
    settle(window)


@pytest.mark.parametrize("way", ["paper", "assessment"])
def test_a_short_password_writes_nothing(tmp_path, way: str) -> None:
    target = tmp_path / "out.xlsx"
    with Services.open(furnished_office(tmp_path / "a.db")) as services:
        ways = {
            "paper": lambda: services.forms.print_xlsx("register", Subject(), target, "สั้น"),
            "assessment": lambda: services.skills.export_assessment(None, None, target, "สั้น"),
        }
        with pytest.raises(UserError, match="รหัสผ่าน"):
            ways[way]()
    assert not target.exists()
