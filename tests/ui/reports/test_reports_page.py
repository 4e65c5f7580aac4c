from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from operator import attrgetter
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from announcing import keep_the_promise
from hrdesk.domain.audit import AuditQuery
from hrdesk.domain.plan_terms import PlanStatus as S
from hrdesk.domain.subject import Choice, Subject, place_of, read_place
from hrdesk.domain.terms import OrganizationKind
from hrdesk.reports import atomic
from hrdesk.services.forms.standing import standing
from hrdesk.services.plan.life import Step
from hrdesk.ui.reports.page import PROVINCE, file_name
from hrdesk.ui.reports.paper_dialog import PaperDialog
from ui.window_support import click, modal, page, save_unlocked, settle, type_text


@pytest.fixture
def reports(window):
    shown = page(window, "reports")
    shown.show_place("budget-table")
    settle(window)
    return shown


def pdf_text(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def test_a_plan_that_contradicts_itself_prints_stamped_drafts_until_it_is_mended(window, reports, tmp_path, monkeypatch) -> None:
    offered = answer(monkeypatch, tmp_path / "ตาราง.pdf")
    assert reports.paper.stamp == "ร่าง – ยังมีเรื่องต้องแก้ไข 7 เรื่อง"
    assert reports.paper.stamp in reports.problems.text()
    click(reports.pdf_button)
    settle(window)
    assert Path(offered[0]).name.startswith("ร่าง_")
    assert "ยังมีเรื่องต้องแก้ไข ๗ เรื่อง" in pdf_text((tmp_path / "ตาราง.pdf").read_bytes())
    click(reports.mend_button)
    settle(window)
    plan = window.pages["plan"]
    assert plan.isVisible()
    plan.tabs.problems.quick.mend(next(p for p in plan.editor.problems if p.code == "plan.budget-law"))
    plan.closing()
    settle(window)
    window.open_page("reports")
    settle(window)
    assert reports.paper.stamp.endswith("6 เรื่อง")
    reports.show_place("order-planning")  # an order takes no project from the plan
    settle(window)
    assert not reports.paper.stamp
    assert "ต้องแก้ไข" not in pdf_text(reports.preview.data)


def test_a_plan_without_errors_and_an_announced_one_print_clean(window, reports) -> None:
    life = window.desk.services.plan_life
    keep_the_promise(window.desk.services)
    for month, status in enumerate((S.COMMITTEE, S.MAYOR, S.PROVINCE, S.ANNOUNCED), start=5):
        life.advance(1, Step(status, date(2020, month, 1), note="ตามที่เห็นชอบ"))
    reports.refresh()
    settle(window)
    assert not reports.paper.stamp
    assert "ร่าง" not in pdf_text(reports.preview.data)


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


def test_a_file_open_in_a_viewer_is_saved_under_a_second_name_and_that_is_said(
    window, reports, tmp_path, monkeypatch
) -> None:
    target, replace = tmp_path / "ตาราง.pdf", Path.replace
    target.write_bytes(b"old")
    answer(monkeypatch, target)

    def held_open(part, onto):
        if onto == target:
            error = PermissionError(13, "sharing violation")
            error.winerror = 32
            raise error
        return replace(part, onto)

    monkeypatch.setattr(Path, "replace", held_open)
    monkeypatch.setattr(atomic, "_PATIENCE", 0.1)
    click(reports.pdf_button)
    settle(window)
    assert (tmp_path / "ตาราง (2).pdf").read_bytes() == reports.preview.data
    assert target.read_bytes() == b"old"
    assert reports.message.text().startswith("บันทึก “ตาราง (2).pdf” (เพราะ “ตาราง.pdf” เปิดอยู่ในโปรแกรมอื่น")
    newest = reports.services.audit.page(AuditQuery()).lines[0]
    assert newest.detail == "ตาราง (2).pdf"


def test_thai_digits_are_a_choice_of_the_print(window, reports) -> None:
    with_thai = reports.preview.data
    reports.thai_digits.click()
    settle(window)
    assert reports.preview.data != with_thai
    assert reports.preview.page_count() >= 1


def test_the_page_one_reads_stays_when_the_same_paper_is_made_again(window, reports) -> None:
    reports.show_place("plan-book")
    settle(window)
    view = reports.preview.view
    click(reports.preview.next_button)
    click(reports.preview.next_button)
    settle(window)
    place = view.verticalScrollBar().value()
    assert place > 0
    click(reports.thai_digits)
    settle(window)
    assert view.verticalScrollBar().value() == place
    reports.show_place("budget-table")
    settle(window)
    assert view.verticalScrollBar().value() == 0, "another paper begins at its top"


def test_excel_of_a_form_and_of_the_province(window, reports, tmp_path, monkeypatch) -> None:
    answer(monkeypatch, tmp_path / "งบ")
    click(reports.xlsx_button)
    settle(window)
    assert load_workbook(tmp_path / "งบ.xlsx").sheetnames


@pytest.mark.parametrize("way", ["xlsx_button", "blank.go_button"])
def test_the_province_gets_a_layout_from_the_reports_page(window, reports, tmp_path, monkeypatch, way) -> None:
    reports.show_place(PROVINCE)
    settle(window)
    assert "ทะเบียน แผน และผล" in reports.blank.text().replace("\u200b", "")
    assert not reports.pdf_button.isEnabled()
    click(attrgetter(way)(reports))
    settle(window)
    answer(monkeypatch, tmp_path / "จังหวัด.xlsx")
    click(modal().write_button)
    settle(window)
    save_unlocked(window)
    assert load_workbook(tmp_path / "จังหวัด.xlsx").sheetnames == ["ทะเบียนบุคลากร", "แผนพัฒนา", "ผลการดำเนินการ"]
    modal().reject()


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


def test_an_office_without_a_plan_is_told_what_is_missing(empty_window) -> None:
    shown = page(empty_window, "reports")
    shown.show_place("budget-table")
    settle(empty_window)
    assert "ยังไม่มีแผนให้เลือก" in shown.blank.text()
    assert not shown.preview.isVisible()
    assert not shown.pdf_button.isEnabled()
    shown.show_place("register")
    settle(empty_window)
    assert shown.preview.page_count() >= 1
    assert shown.pdf_button.isEnabled()


def test_only_what_the_form_is_printed_for_is_asked(window, reports) -> None:
    boxes = reports.picker.boxes
    assert [choice for choice, box in boxes.items() if box.isVisible()] == [Choice.PLAN]
    assert boxes[Choice.PLAN].currentData() == 1
    reports.show_place("register")
    settle(window)
    assert not any(box.isVisible() for box in boxes.values())
    assert reports.picker.subject.plan == 1, "kept for the next form that asks"


def test_another_page_leads_to_a_form_and_its_subject(window, reports) -> None:
    place = place_of("committee", Subject(plan=1, year=2565))
    assert read_place(place) == ("committee", Subject(plan=1, year=2565))
    reports.show_place(place)
    settle(window)
    assert reports.form() == "committee"
    assert reports.paper.picks.subject == Subject(plan=1)
    assert reports.picker.subject.year == 2565


def test_a_paper_gets_its_number_and_date(window, reports) -> None:
    assert not reports.number_button.isVisible(), "a table is not issued"
    reports.show_place("order-planning")
    settle(window)
    before = reports.preview.data
    click(reports.number_button)
    settle(window)
    (dialog,) = reports.findChildren(PaperDialog)
    assert "เลขถัดไปของปีคือ 1" in dialog.number.hint
    type_text(dialog.number, "412")
    dialog.dated.set_day(date(2020, 6, 15))
    click(dialog.save_button)
    settle(window)
    assert reports.preview.data != before
    assert "๔๑๒/๒๕๖๓" in PdfReader(BytesIO(reports.preview.data)).pages[0].extract_text()
    click(reports.number_button)
    settle(window)
    assert reports.findChildren(PaperDialog)[-1].number.text() == "412", "the same paper, to be corrected"


def test_file_names_are_safe_everywhere() -> None:
    name = file_name("ตาราง: งบ/ปี", "2564-2566", "เทศบาล ก", date(2023, 1, 5), ".pdf")
    assert name == "ตาราง-งบ-ปี_2564-2566_เทศบาล-ก_2566-01-05.pdf"


def test_a_long_office_name_leaves_room_for_the_form_and_the_day() -> None:
    office = "องค์การบริหารส่วนตำบล" + "พระนครศรีอยุธยาเฉลิมพระเกียรติ" * 3
    name = file_name("แบบสรุปรายงานการติดตามและประเมินผลการพัฒนาบุคลากร", "ปีงบประมาณ 2567", office, date(2023, 1, 5), ".pdf")
    title, shown, day = name.split("_")
    assert "แบบสรุปรายงาน".startswith(title)
    assert len(title) > 8
    assert office.startswith(shown)
    assert day == "2566-01-05.pdf"
    assert len(name) < 90


def test_names_in_the_list_are_short_and_whole_in_their_tips(window, reports) -> None:
    offered = {reports.list.item(n).text(): reports.list.item(n).toolTip() for n in range(reports.list.count())}
    assert {"ตารางงบประมาณ", "แผนพัฒนาพนักงานเทศบาล 3 ปี"} <= set(offered)
    wide = max(reports.list.fontMetrics().horizontalAdvance(text) for text in offered)
    assert wide < reports.list.viewport().width() - 16
    assert len(offered) == reports.list.count()


def test_the_preview_opens_on_a_whole_page_and_zooms_from_there(window, reports) -> None:
    preview = reports.preview
    assert preview.view.zoomMode() is preview.view.ZoomMode.FitInView
    page_high = preview.document.pagePointSize(0).height() * preview.logicalDpiY() / 72
    click(preview.larger_button)
    first = preview.view.zoomFactor()
    assert first * page_high == pytest.approx(1.2 * preview.view.viewport().height(), rel=0.25)
    click(preview.smaller_button)
    assert preview.view.zoomFactor() == pytest.approx(first / 1.2)
    click(preview._wide)
    assert preview.view.zoomMode() is preview.view.ZoomMode.FitToWidth
    click(preview._fit)
    assert preview.view.zoomMode() is preview.view.ZoomMode.FitInView


def test_another_kind_of_office_prints_other_words(window, reports) -> None:
    before = PdfReader(BytesIO(reports.preview.data)).pages[0].extract_text()
    office = page(window, "office")
    office.kind.setCurrentIndex(list(OrganizationKind).index(OrganizationKind.SAO))
    office.form.changed.emit()
    click(office.save_button)
    settle(window)
    page(window, "reports")
    after = PdfReader(BytesIO(reports.preview.data)).pages[0].extract_text()
    assert "พนักงานเทศบาล" in before
    assert "พนักงานส่วนตำบล" in after
    assert "พนักงานเทศบาล 3 ปี" not in after
    assert any("พนักงานส่วนตำบล" in reports.list.item(n).toolTip() for n in range(reports.list.count()))


def test_a_plan_is_checked_once_for_a_preview(window, reports, monkeypatch) -> None:
    asked: list[str] = []

    def counted(services, form, subject):
        asked.append(form.id)
        return standing(services, form, subject)

    monkeypatch.setattr("hrdesk.services.forms.service.standing", counted)
    reports.show_place("letter-province")  # issued: its title is asked for besides
    settle(window)
    assert reports.preview.page_count() >= 1
    assert asked == ["letter-province"]


def test_a_form_chosen_while_another_is_made_is_the_one_shown(window, reports) -> None:
    reports.show_place("plan-book")
    slow = reports._task
    reports.show_place("committee")
    assert slow.cancelled
    settle(window)
    assert reports.form() == "committee"
    assert reports.preview.page_count() < 5
    assert reports.pdf_button.isEnabled()


def test_names_of_saved_tables_and_of_printed_pages(window, reports, tmp_path, monkeypatch) -> None:
    offered = answer(monkeypatch, tmp_path / "a.xlsx")
    click(reports.xlsx_button)
    settle(window)
    name = Path(offered[0]).name
    assert re.fullmatch(r"ร่าง_ตารางงบประมาณ_2564-2566_เทศบาลตำบลหนองป่าครั่ง_25\d\d-\d\d-\d\d\.xlsx", name)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "one.pdf"))
    reports.show_place("plan-book")
    settle(window)
    printer.setFromTo(2, 3)
    assert reports.preview.print_on(printer) == 2
    drawn = PdfReader(tmp_path / "one.pdf").pages
    assert len(drawn) == 2
    assert all(one.images for one in drawn)


def test_giving_no_file_name_saves_nothing(window, reports, monkeypatch) -> None:
    answer(monkeypatch, "")
    before = reports.message.text()
    click(reports.pdf_button)
    settle(window)
    assert reports.message.text() == before
    assert not reports.folder_button.isVisible()
