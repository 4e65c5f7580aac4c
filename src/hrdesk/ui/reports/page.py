"""รายงาน: choose a form and what it is for, see the real paper, then save it as PDF, Word or Excel, or print it."""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QListWidgetItem, QWidget

from hrdesk.domain.audit import AuditAction
from hrdesk.domain.subject import GROUP_WORDS, FormGroup, Subject, read_place
from hrdesk.errors import Severity, UserError, why_refused
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.services.values import FormInfo
from hrdesk.thai.dates import to_be
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pdf_view import PdfPreview
from hrdesk.ui.kit.preferences import chosen_file, remember_folder, save_folder
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.widgets import button, column, frame, label, row, set_tone
from hrdesk.ui.reports.blank import Blank
from hrdesk.ui.reports.paper_dialog import PaperDialog
from hrdesk.ui.reports.standing import Told, said
from hrdesk.ui.reports.subject_picker import Picks, SubjectPicker, settle_picks
from hrdesk.written import Written, write_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton

    from hrdesk.domain.life import IssuedDocument
    from hrdesk.domain.office import Organization
    from hrdesk.errors import Problem
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task

_FORM = 0x0100
PROVINCE = "province"  # the workbook for the province, Excel alone
_PROVINCE = FormInfo(PROVINCE, "ข้อมูลส่งจังหวัด (Excel)", FormGroup.REGISTER, (), (), ("xlsx",))
_NAME_LETTERS = 72  # of a file's name: a Thai letter takes three of the 255 bytes that some disks allow, and copies are numbered
_OFFICE_LETTERS = 48  # of them: longer names would leave the form's no room
_WORKBOOK = "ทะเบียน แผน และผลในแฟ้ม Excel เดียว เลือกคอลัมน์ หัวคอลัมน์ และลำดับตามที่จังหวัดกำหนดได้"


@dataclass(frozen=True)
class ReportsData:
    forms: tuple[FormInfo, ...]
    organization: Organization


@dataclass(frozen=True)
class Paper:
    """A form made for the preview; no bytes where something is still to be chosen, or it is Excel alone."""

    info: FormInfo
    picks: Picks
    pdf: bytes = b""
    problems: tuple[Problem, ...] = ()
    title: str = ""
    issued: IssuedDocument | None = None  # to be numbered, or as it was
    stamp: str = ""  # across a draft


def file_name(title: str, about: str, office: str, day: date, suffix: str) -> str:
    """แบบ_ปี_หน่วยงาน_วันที่.pdf, without what file systems refuse."""
    stamp = f"{to_be(day.year)}-{day.month:02}-{day.day:02}"
    office = office[:_OFFICE_LETTERS].strip()
    title = title[: _NAME_LETTERS - len(f"__{office}_{stamp}")]
    about = about[: _NAME_LETTERS - len(f"{title}__{office}_{stamp}")].strip()
    parts = [part for part in (title, about, office, stamp) if part]
    return re.sub(r'[\\/:*?"<>|\s]+', "-", "_".join(parts)) + suffix


class ReportsPage(Page):
    areas = ~Area(0)  # some paper shows each of them

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: ReportsData | None = None
        self._task: Task | None = None
        self._folder: Path | None = None
        self.paper: Paper | None = None
        self.picker = SubjectPicker(theme)
        self.picker.changed.connect(self._again)
        self.list = QListWidget()
        self.list.setAccessibleName("แบบรายงาน")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._again)
        self.thai_digits = QCheckBox("พิมพ์เลขไทย")
        self.thai_digits.setChecked(True)
        self.thai_digits.toggled.connect(self._again)
        self.number_button = button("เลขที่และวันที่…", self.number_paper, kind="link")
        self.problems = label("", "small", wrap=True)
        self.told = Told()
        self.mend_button = button("ไปแก้ไข", self._mend, kind="link", name="ไปแก้ไขข้อที่ต้องแก้ของแผน")
        self.mend_button.hide()
        self.message = label("", "small", wrap=True)
        self.folder_button = button("เปิดโฟลเดอร์", self._open_folder, kind="link")
        self.folder_button.hide()
        self.pdf_button = button("บันทึก PDF…", self.save_pdf, kind="primary")
        self.docx_button = button("บันทึก Word…", self.save_docx)
        self.xlsx_button = button("บันทึก Excel…", self.save_xlsx)
        self.print_button = button("พิมพ์…", self.print)
        self.preview = PdfPreview(theme, "ตัวอย่างก่อนพิมพ์")
        self.blank = Blank(desk)
        self.blank.hide()
        side = column(
            theme, label("แบบรายงาน", "small"), self.list, row(theme, self.thai_digits, 1, self.number_button),
            self.problems, row(theme, self.mend_button, 1), row(theme, self.pdf_button, self.print_button, gap="xs"),
            row(theme, self.docx_button, self.xlsx_button, gap="xs"), self.message,
            row(theme, self.folder_button, 1), gap="xs",
        )  # fmt: skip
        side.setStretch(1, 1)
        left = frame(side)
        left.setFixedWidth(theme.px(268))
        both = row(theme, left, column(theme, self.picker, self.preview, self.blank, gap="s"), gap="m")
        both.setStretch(1, 1)
        self.pad(both)
        for key, slot in (("Ctrl+S", self.save_pdf), ("Ctrl+P", self.print)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
            stays(shortcut)  # paper, not the office's file

    def reader(self) -> Callable[[], ReportsData]:
        services = self.services
        return lambda: ReportsData(services.forms.available(), services.register.organization())

    def show_data(self, data: ReportsData) -> None:
        form = self.form()
        self.info = ReportsData((*data.forms, _PROVINCE), data.organization)
        self.list.blockSignals(True)
        self.list.clear()
        for group, forms in groupby(self.info.forms, key=lambda form: form.group):
            heading = QListWidgetItem(GROUP_WORDS[group], self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for info in forms:
                item = QListWidgetItem(info.title, self.list)
                item.setData(_FORM, info.id)
                item.setToolTip(info.title)
        self.list.blockSignals(False)
        self.list.setCurrentRow(-1)
        self._choose_form(form)

    def _choose_form(self, form_id: str) -> None:
        places = {self.list.item(number).data(_FORM): number for number in range(self.list.count())}
        self.list.setCurrentRow(places.get(form_id, 1))

    def show_place(self, place: str) -> None:
        form_id, subject = read_place(place)
        self.picker.pick(subject)
        if form_id == self.form():
            self._again()
        else:
            self._choose_form(form_id)

    def form(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_FORM)) if item is not None else ""

    def form_info(self) -> FormInfo | None:
        forms = self.info.forms if self.info else ()
        return next((info for info in forms if info.id == self.form()), None)

    # preview

    def _again(self, *_args: object) -> None:
        if self._task is not None:
            self._task.cancel()
        info = self.form_info()
        self._allow(())
        self.problems.setText("")
        self.mend_button.hide()
        self.folder_button.hide()
        if info is None:
            return
        services, wanted, thai = self.services, self.picker.subject, self.thai_digits.isChecked()
        self.message.setText("กำลังจัดหน้า…")

        def work() -> Paper:
            picks = settle_picks(services.forms, info, wanted)
            if picks.missing or "pdf" not in info.formats:
                return Paper(info, picks)
            problems = services.forms.standing(info.id, picks.subject)
            document = services.forms.document(info.id, picks.subject, thai_digits=thai, standing=problems)
            issued = None
            if info.issued is not None:
                issued = services.forms.paper(info.id, picks.subject) or services.forms.new_paper(info.id, picks.subject)
            return Paper(info, picks, services.forms.pdf_bytes(document), problems, document.title, issued, document.stamp)

        self._task = self.desk.read(self, work, self._show_paper, self._failed)

    def _failed(self, error: Exception) -> None:
        """Why a form cannot be printed yet stands in the preview's place; a bug is told as everywhere."""
        self.message.setText("จัดหน้าไม่สำเร็จ")
        self.paper = None  # what was shown before is another paper, not to be numbered or mended in this one's place
        self.number_button.hide()
        if isinstance(error, UserError):
            self.preview.hide()
            self.blank.say(str(error))
        else:
            self.desk.complain(self, error)

    def _show_paper(self, paper: Paper) -> None:
        before, self.paper = self.paper, paper
        again = before is not None and (before.info.id, before.picks.subject) == (paper.info.id, paper.picks.subject)
        info, missing = paper.info, paper.picks.missing
        self.picker.show_picks(info, paper.picks)
        self.preview.setVisible(bool(paper.pdf))
        self.thai_digits.setEnabled("pdf" in info.formats)
        self.number_button.setVisible(paper.issued is not None)
        self._allow(() if missing else info.formats)
        self.blank.hide()
        self.message.setText("")
        if paper.pdf:
            self.preview.show_bytes(paper.pdf, keep_place=again)
            self.message.setText(f"{self.preview.page_count()} หน้า")
        elif missing:
            self.blank.lack(missing)
        else:
            self.blank.offer(_WORKBOOK, "เลือกรูปแบบและส่งออก…", self.open_province)
        self.problems.setText(said(paper.problems, paper.stamp))
        set_tone(self.problems, "error" if paper.stamp else "warn")
        self.mend_button.setVisible(bool(paper.problems))

    def _allow(self, formats: tuple[str, ...]) -> None:
        for kind, widget in (
            ("pdf", self.pdf_button), ("pdf", self.print_button), ("docx", self.docx_button), ("xlsx", self.xlsx_button),
        ):  # fmt: skip
            widget.setEnabled(kind in formats)

    def number_paper(self) -> None:
        if self.paper is not None and self.paper.issued is not None:
            dialog = PaperDialog(self.desk, self.paper.issued, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.saved.connect(self._again)
            dialog.open()

    # saving and printing

    def _mend(self) -> None:
        """To the first problem of the plan that makes this paper a draft."""
        paper = self.paper
        if paper is not None:
            first = next((p for p in paper.problems if p.severity is Severity.ERROR), paper.problems[0])
            page = "courses" if first.field.startswith("course:") else "plan"
            self.desk.went.emit(page, first.field if page == "courses" else f"plan:{paper.picks.subject.plan}/{first.field}")

    def _goes_on(self) -> bool:
        return self.paper is None or self.told.goes_on(self.paper.problems, self)

    def _file_name(self, paper: Paper, suffix: str) -> str:
        about = [
            option.label.removeprefix("พ.ศ. ").replace(" - ", "-")
            for choice, options in paper.picks.options.items()
            for option in options
            if option.id == paper.picks.subject.get(choice)
        ]
        office = self.info.organization.full_name if self.info else ""
        title = f"ร่าง_{paper.info.title}" if paper.stamp else paper.info.title
        return file_name(title, "_".join(about[:2]), office, date.today(), suffix)  # noqa: DTZ011 - the officer's day

    def _ask_target(self, suffix: str, kinds: str) -> Path | None:
        if self.info is None or self.paper is None:
            return None
        name = self._file_name(self.paper, suffix)
        chosen, _ = QFileDialog.getSaveFileName(self, "บันทึกเป็น", str(save_folder() / name), kinds)
        if not chosen:
            return None
        target = chosen_file(chosen, suffix)
        remember_folder(target.parent)
        return target

    def save_pdf(self) -> None:
        """The bytes of the preview themselves, so that what was seen is what is kept."""
        if not self.pdf_button.isEnabled():
            return
        target = self._ask_target(".pdf", "PDF (*.pdf)") if self._goes_on() else None
        if target is not None:
            data, pages = self.preview.data, self.preview.page_count()
            forms, form = self.services.forms, self.form()
            self._write(lambda: forms.print_preview(form, data, target), target, f"{pages} หน้า")

    def save_docx(self) -> None:
        forms, thai = self.services.forms, self.thai_digits.isChecked()

        def write(form: str, subject: Subject, target: Path) -> object:
            return forms.print_docx(form, subject, target, thai_digits=thai)

        self._save(self.docx_button, ".docx", "Word (*.docx)", write)

    def save_xlsx(self) -> None:
        if self.form() == PROVINCE:
            self.open_province()
            return
        forms = self.services.forms

        paper = self.paper

        def write(form: str, subject: Subject, target: Path) -> object:
            return forms.print_xlsx(form, subject, target)

        if paper is not None and paper.info.names_people and self.xlsx_button.isEnabled():
            self._save_locked(paper)
        else:
            self._save(self.xlsx_button, ".xlsx", "Excel (*.xlsx)", write)

    def _save_locked(self, paper: Paper) -> None:
        """A table of people: its password is asked for first."""
        if not self._goes_on():
            return
        forms, form, subject = self.services.forms, paper.info.id, paper.picks.subject
        LockedExport(
            paper.info.title, "บันทึกเป็น", self._file_name(paper, ".xlsx"),
            lambda target, password: forms.print_xlsx(form, subject, target, password),
            lambda written, lock: self._written(written, f"({lock})"), self._not_written,
        ).ask(self.desk, self)  # fmt: skip

    def open_province(self) -> None:
        from hrdesk.ui.reports.province_dialog import ProvinceDialog  # noqa: PLC0415 - when it is asked for

        dialog = ProvinceDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(
        self, pressed: QPushButton, suffix: str, kinds: str, write: Callable[[str, Subject, Path], object]
    ) -> None:
        if not pressed.isEnabled() or self.paper is None:
            return
        form, subject = self.paper.info.id, self.paper.picks.subject
        target = self._ask_target(suffix, kinds) if self._goes_on() else None
        if target is not None:
            self._write(lambda: write(form, subject, target), target, "")

    def _write(self, work: Callable[[], object], target: Path, more: str) -> None:
        self.desk.read(self, lambda: write_to(target, work), lambda written: self._written(written, more), self._not_written)

    def _written(self, written: Written[Any], more: str) -> None:
        self._folder = written.path.parent
        self.message.setText(f"บันทึก {written.said} แล้ว {more}")
        self.folder_button.show()

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.message.setText(f"บันทึกไม่สำเร็จ: {error}")
        elif isinstance(error, OSError):
            self.message.setText(f"บันทึกไม่สำเร็จ ({why_refused(error)}) ข้อมูลในโปรแกรมยังอยู่ครบ ลองปิดแฟ้มที่เปิดอยู่หรือเลือกที่อื่น")
        else:
            self.desk.complain(self, error)

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - printing only

        if not self.print_button.isEnabled() or not self._goes_on():
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setDocName(self.list.currentItem().text())
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, max(1, self.preview.page_count()))
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            pages = self.preview.print_on(printer)
            audit, form, device = self.services.audit, self.form(), printer.printerName()
            self.desk.read(self, lambda: audit.note(AuditAction.PRINT, form, detail=device), lambda _none: None)
            self.message.setText(f"ส่งพิมพ์แล้ว {pages} หน้า" if pages else "ส่งพิมพ์ไม่สำเร็จ กรุณาตรวจเครื่องพิมพ์")
