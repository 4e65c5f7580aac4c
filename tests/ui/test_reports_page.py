from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from hrdesk.ui.reports_page import PROVINCE, file_name
from ui.window_support import click, page, settle


@pytest.fixture
def reports(window):
    shown = page(window, "reports")
    shown.show_place("budget-table")
    settle(window)
    return shown


def answer(monkeypatch, path) -> list[str]:
    offered: list[str] = []

    def name(_parent, _title, proposal, _kinds):
        offered.append(proposal)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    return offered


def test_the_preview_is_what_is_saved(window, reports, tmp_path, monkeypatch) -> None:
    target = tmp_path / "ตาราง.pdf"
    offered = answer(monkeypatch, target)
    click(reports.pdf_button)
    settle(window)
    assert target.read_bytes() == reports.preview.data
    assert len(PdfReader(target).pages) == reports.preview.page_count() >= 1
    assert "2564-2566_เทศบาลตำบลหนองป่าครั่ง_" in offered[0]
    assert offered[0].endswith(".pdf")
    assert reports.folder_button.isVisible()


def test_thai_digits_are_a_choice_of_the_print(window, reports) -> None:
    with_thai = reports.preview.data
    reports.thai_digits.click()
    settle(window)
    assert reports.preview.data != with_thai
    assert reports.preview.page_count() >= 1


def test_excel_of_a_form_and_of_the_province(window, reports, tmp_path, monkeypatch) -> None:
    answer(monkeypatch, tmp_path / "งบ")
    click(reports.xlsx_button)
    settle(window)
    assert load_workbook(tmp_path / "งบ.xlsx").sheetnames
    reports.show_place(PROVINCE)
    settle(window)
    answer(monkeypatch, tmp_path / "จังหวัด.xlsx")
    click(reports.xlsx_button)
    settle(window)
    assert len(load_workbook(tmp_path / "จังหวัด.xlsx").sheetnames) >= 3


def test_a_place_that_cannot_be_written_is_told_and_nothing_breaks(window, reports, tmp_path, monkeypatch) -> None:
    answer(monkeypatch, tmp_path / "no" / "such" / "folder" / "x.pdf")
    click(reports.pdf_button)
    settle(window)
    assert "บันทึกไม่สำเร็จ" in reports.message.text()


def test_the_whole_book_is_shown_page_by_page(window, reports) -> None:
    reports.show_place("plan-book")
    settle(window)
    count = reports.preview.page_count()
    assert count > 15
    assert reports.preview.pages.text() == f"หน้า 1 จาก {count}"
    click(reports.preview.next_button)
    assert reports.preview.pages.text() == f"หน้า 2 จาก {count}"


def test_printing_draws_every_page_the_way_it_lies(window, reports, tmp_path) -> None:
    reports.show_place("monitoring-table")
    settle(window)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    assert reports.preview.print_on(printer) == reports.preview.page_count()
    printed = PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == reports.preview.page_count()
    assert printed[0].mediabox.width > printed[0].mediabox.height


def test_an_office_without_a_plan_offers_the_register_alone(empty_window) -> None:
    shown = page(empty_window, "reports")
    assert shown.list.count() == 1
    assert shown.preview.page_count() >= 1


def test_file_names_are_safe_everywhere() -> None:
    name = file_name("ตาราง: งบ/ปี", "2564-2566", "เทศบาล ก", date(2023, 1, 5), ".pdf")
    assert name == "ตาราง-งบ-ปี_2564-2566_เทศบาล-ก_2566-01-05.pdf"
