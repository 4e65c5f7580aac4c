"""ทะเบียนเลขที่เอกสาร: the numbered papers of a calendar year, what was left out or given twice, and the next number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from hrdesk.domain.life import IssuedDocument, calendar_year
from hrdesk.domain.paper_register import PaperLine, remark, sentence, tell_years
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services.area import InvalidRecord
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, EntryDialog, TextArea, typed
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, label, refill, row, rule, set_tone
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.services import Area
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.kit.desk import Desk

FORM = "paper-register"
ALL = "ทุกชนิด"


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the officer's day


class DocumentDialog(RecordDialog):
    """A paper with its number; the next number of its calendar year is offered."""

    def __init__(self, desk: Desk, paper: IssuedDocument, plans: Sequence[PlanSummary], parent: QWidget) -> None:
        super().__init__(desk, "แก้ไขเอกสารในทะเบียน" if paper.id else "เพิ่มเอกสารในทะเบียน", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.paper = paper
        self.kind = combo("ชนิดของเอกสาร", [(term(kind), kind) for kind in DocumentKind])
        choose(self.kind, paper.kind)
        self.number = Field("เลขที่เอกสาร", text=paper.number)
        self.dated = DateField(self.theme, "ลงวันที่", paper.dated)
        self.subject = TextArea("เรื่อง", paper.subject, lines=2)
        self.plan = combo("แผน", [("ไม่เกี่ยวกับแผน", None), *((period_word(one.period), one.id) for one in plans)])
        choose(self.plan, paper.plan)
        for key, text, field in (
            ("kind", "ชนิด", self.kind), ("number", "เลขที่", self.number), ("dated", "ลงวันที่", self.dated),
            ("subject", "เรื่อง", self.subject), ("plan", "แผน", self.plan),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.kind.activated.connect(self._suggest)
        self.dated.changed.connect(self._suggest)
        self._suggest()
        self.fit()
        self.number.setFocus()

    def _suggest(self, _index: int = 0) -> None:
        documents, kind, day = self.desk.services.documents, self.kind.currentData(), self.dated.day()
        if day is not None:
            year = calendar_year(day)
            self.desk.read(self, lambda: documents.suggested_number(kind, year), self._suggested)

    def _suggested(self, number: str) -> None:
        self.number.hint = f"เลขถัดไปของปีคือ {number}" if number else "เลขที่ตามทะเบียนหนังสือส่ง"
        self.number.update()

    def record(self) -> Callable[[], tuple[int, Area]]:
        documents, dated, subject = self.desk.services.documents, self.dated.day(), clean(self.subject.toPlainText())
        paper = replace(
            self.paper, kind=self.kind.currentData(), number=typed(self.number), dated=dated or self.paper.dated,
            subject=subject, plan=self.plan.currentData(),
        )  # fmt: skip

        def work() -> tuple[int, Area]:
            missing = [Problem("document.dated", "ยังไม่ได้กรอกวันที่")] if dated is None else []
            missing += [] if subject else [Problem("document.subject", "ยังไม่ได้กรอกเรื่อง")]
            if missing:
                raise InvalidRecord(tuple(missing))
            return documents.issue(paper)

        return work


class PaperRegisterDialog(EntryDialog):
    keeps_no_draft = True  # each line is kept by its own dialog

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.lines: tuple[PaperLine, ...] = ()
        self.plans: tuple[PlanSummary, ...] = ()
        self._years = tell_years(())
        self.setWindowTitle("ทะเบียนเลขที่เอกสาร")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        for key, slot in (("Ctrl+N", self.add), ("F2", self.edit), ("Del", self.delete), ("Ctrl+P", self.print)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        self.refresh()
        self.table.setFocus()

    def _build(self) -> None:
        theme = self.theme
        self.year = combo("ปีปฏิทิน", [(f"พ.ศ. {calendar_year(_today())}", calendar_year(_today()))])
        self.year.activated.connect(lambda _index: self.refresh())
        self.kind = combo("ชนิดของเอกสาร", [(ALL, None), *((term(kind), kind) for kind in DocumentKind)])
        self.kind.activated.connect(lambda _index: self._show())
        columns: tuple[Column[PaperLine], ...] = (
            Column("ชนิด", lambda p: term(p.kind), "หนังสือภายนอก 0"),
            Column("เลขที่", lambda p: p.label, "ชม 52001/1234"),
            Column("ลงวันที่", lambda p: short_date(p.dated), "30 พ.ย. 2567"),
            Column("เรื่อง", lambda p: p.subject, stretch=True),
            Column("แผน โครงการ หรือรุ่น", lambda p: p.about or NOTHING, "แผน พ.ศ. 2567 - 2569"),
            Column("หมายเหตุ", self._remark, "อยู่กับรุ่นอบรม", tone=lambda p: "error" if remark(p, self._years) else "muted"),
        )
        self.table = Table(theme, "เอกสารที่ออกเลขแล้ว", RowsModel(columns))
        self.table.explain("ปีนี้ยังไม่มีเอกสารที่ออกเลข กด “เพิ่ม…” หรือ Ctrl+N เพื่อเพิ่มฉบับแรก")
        self.table.opened.connect(lambda _line: self.edit())
        self.table.chosen.connect(self._chosen)
        self.told = label("", wrap=True)
        self.add_button = button("เพิ่ม…", self.add, name="เพิ่มเอกสารในทะเบียน (Ctrl+N)")
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขเอกสารที่เลือก (F2)")
        self.delete_button = button("ลบ", self.delete, name="ลบเอกสารที่เลือก (Delete)")
        self.print_button = button("พิมพ์หรือส่งออก Excel", self.print, name="พิมพ์ทะเบียนหรือส่งออก Excel (Ctrl+P)")
        self.close_button = button("ปิด", self.accept, kind="primary")
        self.close_button.setDefault(True)
        self.undo = UndoBar(theme, self)
        head = row(theme, label("ปี"), self.year, self.kind, 1, self.add_button, self.edit_button, self.delete_button)
        foot = row(theme, self.print_button, 1, self.close_button)
        box = column(theme, head, self.told, self.table, self.undo, rule(), foot, gap="s", pad="l")
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(theme.px(900), theme.px(490))

    def refresh(self) -> None:
        services, year = self.desk.services, self.year.currentData()
        documents, planning = services.documents, services.planning
        self.desk.read(self, lambda: (documents.years(), documents.register(year), planning.plans()), self._read)

    def _read(self, found: tuple[tuple[int, ...], tuple[PaperLine, ...], tuple[PlanSummary, ...]]) -> None:
        years, self.lines, self.plans = found
        chosen = self.year.currentData()
        shown = sorted({chosen, calendar_year(_today()), *years}, reverse=True)
        refill(self.year, [(f"พ.ศ. {year}", year) for year in shown])
        choose(self.year, chosen)
        self._show()

    def _show(self) -> None:
        kind = self.kind.currentData()
        self._years = tell_years(self.lines)
        self.table.rows.set_rows([line for line in self.lines if kind in (None, line.kind)])
        self.table.choose_row(max(0, self.table.currentIndex().row()))
        told = [sentence(one, term(one.kind)) for one in self._years if kind in (None, one.kind)]
        self.told.setText("\n".join(told))
        odd = any(one.twice for one in self._years if kind in (None, one.kind))
        set_tone(self.told, "error" if odd else "")
        self._chosen(self.table.current_record())

    def _remark(self, line: PaperLine) -> str:
        if odd := remark(line, self._years):
            return odd
        if line.document is not None:
            return ""
        return "อยู่กับรุ่นอบรม" if line.kind is DocumentKind.ORDER else "อยู่กับโครงการ"

    def _chosen(self, line: PaperLine | None) -> None:
        """Numbers typed with a class or a project are changed there."""
        for one in (self.edit_button, self.delete_button):
            one.setEnabled(line is not None and line.document is not None)

    def add(self) -> None:
        kind, year = self.kind.currentData() or DocumentKind.ORDER, self.year.currentData()
        day = _today()
        if year != calendar_year(day):
            day = date(day.year - calendar_year(day) + year, 12, 31)
        self._open(IssuedDocument(0, kind, "", day, ""))

    def edit(self) -> None:
        line = self.table.current_record()
        if line is not None and line.document is not None:
            self._open(line.document)

    def _open(self, paper: IssuedDocument) -> None:
        dialog = DocumentDialog(self.desk, paper, self.plans, self)
        dialog.saved.connect(lambda _id: self.refresh())
        dialog.open()

    def delete(self) -> None:
        line = self.table.current_record()
        if line is None or line.document is None or not self.delete_button.isEnabled():
            return
        documents, paper = self.desk.services.documents, line.document

        def restore() -> None:
            self.desk.change(self, lambda: documents.issue(replace(paper, id=0)), lambda _id: self.refresh())

        def done(_none: object) -> None:
            self.undo.offer(f"ลบ{term(paper.kind)}ที่ {paper.label} ออกจากทะเบียนแล้ว", restore)
            self.refresh()

        def refused() -> None:
            self._chosen(self.table.current_record())

        self.desk.change_once(self, self.delete_button, lambda: documents.delete(paper.id), done, refused)

    def print(self) -> None:
        subject = Subject(calendar_year=self.year.currentData())
        self.accept()
        self.desk.went.emit("reports", place_of(FORM, subject))
