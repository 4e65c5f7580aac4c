"""The print dialog of the reports page, on a printer that is a file."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6 import QtPrintSupport
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from ui.window_support import click, page, settle


@pytest.fixture
def reports(window):
    shown = page(window, "reports")
    shown.show_place("register")
    settle(window)
    return shown


class Chosen:
    """Stands for the officer at the dialog: a file for a printer, and what is chosen in it."""

    def __init__(self, target, *, accepts=True, pages=None) -> None:
        self.target, self.accepts, self.pages = target, accepts, pages
        self.offered: list[tuple[int, int, str, bool]] = []

    def __call__(self, dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        self.offered.append((dialog.minPage(), dialog.maxPage(), printer.docName(), printer.fullPage()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        printer.setResolution(72)
        if self.pages:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return int(self.accepts)


@pytest.fixture
def officer(monkeypatch, tmp_path):
    chosen = Chosen(tmp_path / "printed.pdf")
    monkeypatch.setattr(QtPrintSupport.QPrintDialog, "exec", lambda dialog: chosen(dialog))  # noqa: PLW0108 - binds
    return chosen


def test_every_page_is_printed_and_said(reports, officer) -> None:
    count = reports.preview.page_count()
    assert count > 1
    click(reports.print_button)
    assert officer.offered == [(1, count, reports.list.currentItem().text(), True)]
    assert len(PdfReader(officer.target).pages) == count
    assert f"{count} หน้า" in reports.message.text()


def test_a_range_of_pages_is_printed(reports, officer) -> None:
    officer.pages = (2, 2)
    click(reports.print_button)
    assert len(PdfReader(officer.target).pages) == 1
    assert "ส่งพิมพ์แล้ว 1 หน้า" in reports.message.text()


def test_leaving_the_dialog_prints_nothing(reports, officer) -> None:
    officer.accepts = False
    before = reports.message.text()
    click(reports.print_button)
    assert len(officer.offered) == 1
    assert not officer.target.exists()
    assert reports.message.text() == before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert reports.findChildren(QPrintDialog) == []


def test_a_printer_that_fails_is_told(reports, officer, tmp_path) -> None:
    officer.target = tmp_path / "no such folder" / "printed.pdf"
    click(reports.print_button)
    assert "ส่งพิมพ์ไม่สำเร็จ" in reports.message.text()


def test_nothing_can_be_printed_while_something_is_still_to_be_chosen(empty_window, officer) -> None:
    shown = page(empty_window, "reports")
    shown.show_place("budget-table")
    settle(empty_window)
    assert not shown.print_button.isEnabled()
    shown.print()
    assert not officer.offered
