"""รายงาน: choose a form, see the real paper, then save it as PDF or Excel, or print it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QListWidgetItem, QWidget

from hrdesk.errors import Severity
from hrdesk.services import Area
from hrdesk.thai.dates import to_be
from hrdesk.ui.page import Page
from hrdesk.ui.pdf_view import PdfPreview
from hrdesk.ui.preferences import remember_folder, save_folder
from hrdesk.ui.problem_panel import counts
from hrdesk.ui.widgets import button, choose, column, combo, frame, label, row, set_tone
from hrdesk.ui.words import period_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.domain.office import Organization
    from hrdesk.errors import Problem
    from hrdesk.services.values import FormInfo, PlanSummary
    from hrdesk.ui.desk import Desk
    from hrdesk.ui.task import Task

_FORM = 0x0100
PLAN_WORDS = "แผนพัฒนา"
PROVINCE = "province"  # the workbook for the province, Excel alone


@dataclass(frozen=True)
class ReportsData:
    forms: tuple[FormInfo, ...]
    plans: tuple[PlanSummary, ...]
    organization: Organization


@dataclass(frozen=True)
class Paper:
    """A form made for the preview."""

    pdf: bytes
    problems: tuple[Problem, ...]


def file_name(title: str, years: str, office: str, day: date, suffix: str) -> str:
    """แบบ_ปี_หน่วยงาน_วันที่.pdf, without what file systems refuse."""
    stamp = f"{to_be(day.year)}-{day.month:02}-{day.day:02}"
    parts = [part for part in (title, years, office, stamp) if part]
    return re.sub(r'[\\/:*?"<>|\s]+', "-", "_".join(parts)) + suffix


def short_title(title: str, office: str) -> str:
    """The form's own name: whose plan and which office stand above the list anyway."""
    short = title.replace(office, "").strip()
    place = short.find(PLAN_WORDS)
    return short[:place].strip() if place > 0 else short


class ReportsPage(Page):
    areas = Area.PLAN | Area.CURRICULUM | Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: ReportsData | None = None
        self._task: Task | None = None
        self._folder: Path | None = None
        self.plan = combo("แผน")
        self.plan.activated.connect(self._again)
        self.list = QListWidget()
        self.list.setAccessibleName("แบบรายงาน")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._again)
        self.thai_digits = QCheckBox("พิมพ์เลขไทย")
        self.thai_digits.setChecked(True)
        self.thai_digits.toggled.connect(self._again)
        self.problems = label("", "small", wrap=True)
        self.message = label("", "small", wrap=True)
        self.folder_button = button("เปิดโฟลเดอร์", self._open_folder, kind="link")
        self.folder_button.hide()
        self.pdf_button = button("บันทึก PDF…", self.save_pdf, kind="primary")
        self.xlsx_button = button("บันทึก Excel…", self.save_xlsx)
        self.print_button = button("พิมพ์…", self.print)
        self.preview = PdfPreview(theme, "ตัวอย่างก่อนพิมพ์")
        side = column(
            theme, label("แผน", "small"), self.plan, label("แบบรายงาน", "small"), self.list, self.thai_digits,
            self.problems, self.pdf_button, self.xlsx_button, self.print_button, self.message,
            row(theme, self.folder_button, 1), gap="xs",
        )  # fmt: skip
        side.setStretch(3, 1)
        left = frame(side)
        left.setFixedWidth(theme.px(268))
        both = row(theme, left, self.preview, gap="m")
        both.setStretch(1, 1)
        self.pad(both)
        for key, slot in (("Ctrl+S", self.save_pdf), ("Ctrl+P", self.print)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)

    def reader(self) -> Callable[[], ReportsData]:
        services = self.services
        return lambda: ReportsData(
            services.forms.available(), services.planning.plans(), services.register.organization()
        )

    def show_data(self, data: ReportsData) -> None:
        self.info = data
        plan, form = self.plan.currentData(), self.form()
        self.plan.clear()
        for one in data.plans:
            self.plan.addItem(period_word(one.period), one.id)
        choose(self.plan, plan)
        self.plan.setEnabled(bool(data.plans))
        self.list.blockSignals(True)
        self.list.clear()
        for info in data.forms:
            if info.needs_plan and not data.plans:
                continue
            item = QListWidgetItem(short_title(info.title, data.organization.full_name), self.list)
            item.setData(_FORM, info.id)
            item.setToolTip(info.title)
        if data.plans:
            item = QListWidgetItem("ข้อมูลส่งจังหวัด (Excel)", self.list)
            item.setData(_FORM, PROVINCE)
        self.list.blockSignals(False)
        self.list.setCurrentRow(-1)
        self._choose_form(form)

    def _choose_form(self, form_id: str) -> None:
        for number in range(self.list.count()):
            if self.list.item(number).data(_FORM) == form_id:
                self.list.setCurrentRow(number)
                return
        self.list.setCurrentRow(0)

    def show_place(self, place: str) -> None:
        self._choose_form(place)

    def form(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_FORM)) if item is not None else ""

    def form_info(self) -> FormInfo | None:
        forms = self.info.forms if self.info else ()
        return next((info for info in forms if info.id == self.form()), None)

    def plan_id(self) -> int | None:
        """The plan a form needs; None for a form of the register."""
        info = self.form_info()
        return self.plan.currentData() if info is None or info.needs_plan else None

    # preview

    def _again(self, *_args: object) -> None:
        if self._task is not None:
            self._task.cancel()
        info, plan_id, services = self.form_info(), self.plan_id(), self.services
        formats = info.formats if info else ("xlsx",) if self.form() else ()
        self.xlsx_button.setEnabled("xlsx" in formats)
        self.pdf_button.setEnabled(False)
        self.print_button.setEnabled(False)
        self.problems.setText("")
        self.preview.setVisible(info is not None)
        self.thai_digits.setEnabled(info is not None)
        self.message.setText("" if info is not None else "แฟ้ม Excel มีตารางงบประมาณ ตารางติดตาม และทะเบียนตำแหน่ง")
        self.folder_button.hide()
        if info is None:
            return
        form_id, thai = info.id, self.thai_digits.isChecked()
        self.message.setText("กำลังจัดหน้า…")

        def work() -> Paper:
            document = services.forms.document(form_id, plan_id, thai_digits=thai)
            problems = services.planning.problems(plan_id) if plan_id is not None else ()
            return Paper(services.forms.pdf_bytes(document), problems)

        self._task = self.desk.read(self, work, self._show_paper, self._failed)

    def _failed(self, error: Exception) -> None:
        self.message.setText("จัดหน้าไม่สำเร็จ")
        self.desk.complain(self, error)

    def _show_paper(self, paper: Paper) -> None:
        self.preview.show_bytes(paper.pdf)
        self.message.setText(f"{self.preview.page_count()} หน้า")
        self.pdf_button.setEnabled(True)
        self.print_button.setEnabled(True)
        errors = any(p.severity is Severity.ERROR for p in paper.problems)
        self.problems.setText(f"แผนนี้มีข้อ{counts(paper.problems)}" if paper.problems else "")
        set_tone(self.problems, "error" if errors else "warn")

    # saving and printing

    def _ask_target(self, suffix: str, kinds: str) -> Path | None:
        from pathlib import Path  # noqa: PLC0415

        item = self.list.currentItem()
        if self.info is None or item is None:
            return None
        plan = next((p for p in self.info.plans if p.id == self.plan_id()), None)
        years = f"{plan.period.first}-{plan.period.last}" if plan else ""
        today = date.today()  # noqa: DTZ011 - the officer's day
        name = file_name(item.text(), years, self.info.organization.full_name, today, suffix)
        chosen, _ = QFileDialog.getSaveFileName(self, "บันทึกเป็น", str(save_folder() / name), kinds)
        if not chosen:
            return None
        target = Path(chosen)
        target = target if target.suffix.lower() == suffix else target.with_name(target.name + suffix)
        remember_folder(target.parent)
        return target

    def save_pdf(self) -> None:
        """The bytes of the preview themselves, so that what was seen is what is kept."""
        if not self.pdf_button.isEnabled():
            return
        target = self._ask_target(".pdf", "PDF (*.pdf)")
        if target is not None:
            data, pages = self.preview.data, self.preview.page_count()
            self._write(lambda: target.write_bytes(data), target, f"{pages} หน้า")

    def save_xlsx(self) -> None:
        if not self.xlsx_button.isEnabled():
            return
        target = self._ask_target(".xlsx", "Excel (*.xlsx)")
        if target is None:
            return
        services, plan_id, form_id = self.services, self.plan_id(), self.form()
        if form_id == PROVINCE:
            chosen: int = self.plan.currentData()
            self._write(lambda: services.exchange.province_workbook(chosen, target), target, "")
        else:
            self._write(lambda: services.forms.print_xlsx(form_id, plan_id, target), target, "")

    def _write(self, work: Callable[[], object], target: Path, more: str) -> None:
        def done(_result: object) -> None:
            self._folder = target.parent
            self.message.setText(f"บันทึก “{target.name}” แล้ว {more}")
            self.folder_button.show()

        def failed(error: Exception) -> None:
            if isinstance(error, OSError):
                why = error.strerror or "เขียนแฟ้มไม่ได้"
                self.message.setText(f"บันทึกไม่สำเร็จ ({why}) ข้อมูลในโปรแกรมยังอยู่ครบ ลองปิดแฟ้มที่เปิดอยู่หรือเลือกที่อื่น")
            else:
                self.desk.complain(self, error)

        self.desk.read(self, work, done, failed)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - printing only

        if not self.print_button.isEnabled():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self.list.currentItem().text())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.preview.page_count()))
        if dialog.exec():
            pages = self.preview.print_on(printer)
            self.message.setText(f"ส่งพิมพ์แล้ว {pages} หน้า" if pages else "ส่งพิมพ์ไม่สำเร็จ กรุณาตรวจเครื่องพิมพ์")
