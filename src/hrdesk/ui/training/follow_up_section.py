"""ติดตามผล: follow-ups by supervisors, the longest overdue first, and the dialog that records one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from hrdesk.domain.evaluation import LEVEL_WORDS
from hrdesk.domain.subject import Subject, place_of
from hrdesk.lazy_dataclass import replace
from hrdesk.services import Area
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, empty_state, label, row, tool
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.evaluation import FollowUp
    from hrdesk.services.training.values import DueFollowUp
    from hrdesk.ui.kit.desk import Desk

LEVELS: tuple[tuple[str, object], ...] = (("ไม่ระบุ", None), *((f"{n} {word}", n) for n, word in LEVEL_WORDS.items()))

NOTHING_DUE = {  # by what the list was asked for
    "due": "ยังไม่มีรายการที่ถึงกำหนดติดตาม เลือก “ยังไม่ได้ติดตามทั้งหมด” เพื่อดูรายการที่จะถึงกำหนดต่อไป",
    "open": "ไม่มีรายการที่ต้องติดตาม รายการจะเกิดขึ้นเองเมื่อปิดรุ่น ตามจำนวนเดือนในเกณฑ์การอบรม",
    "all": "ยังไม่เคยมีการติดตามผล รายการจะเกิดขึ้นเองเมื่อปิดรุ่น ตามจำนวนเดือนในเกณฑ์การอบรม",
}


class FollowUpSection(Page):
    areas = Area.TRAINING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.which = combo("แสดงรายการ", [("ถึงกำหนดแล้ว", "due"), ("ยังไม่ได้ติดตามทั้งหมด", "open"), ("ทั้งหมด", "all")])
        self.which.setCurrentIndex(1)
        self.which.activated.connect(self.refresh)
        self.record_button = button("บันทึกผลการติดตาม", self.record, kind="primary")
        self.table = Table(theme, "การติดตามผล", RowsModel(self._columns()))
        self.print_button = tool(theme, "print", "พิมพ์แบบติดตามผลของคนที่เลือก ให้ผู้บังคับบัญชากรอก (Ctrl+P)", self.print)
        self.table.explain(NOTHING_DUE["all"])
        keys(self.table, {"Ctrl+P": self.print})
        self.table.opened.connect(lambda _record: self.record())
        self.count = label("", "small")
        self._either = QStackedLayout()
        self._either.addWidget(self.table)
        self.go_button = button("ไปที่บันทึกการอบรม", lambda: desk.went.emit("classes", "class"))
        self.why = label("", "muted", wrap=True)
        self._empty = empty_state(theme, self.why, self.go_button)
        self._either.addWidget(self._empty)
        bar = row(theme, self.which, 1, self.count, self.print_button, self.record_button)
        box = column(theme, bar, self._either, gap="s")
        box.setStretch(1, 1)
        box.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(box)

    @staticmethod
    def _columns() -> tuple[Column[DueFollowUp], ...]:
        today = date.today()  # noqa: DTZ011 - the officer's day
        return (
            Column("กำหนด", lambda r: short_date(r.due_on), "29 พ.ย. 2566 !!!!!!",
                   tone=lambda r: "warn" if r.done_on is None and r.due_on <= today else ""),
            Column("ชื่อ-สกุล", lambda r: r.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่างจันทร์"),
            Column("สังกัด", lambda r: r.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
            Column("โครงการ", lambda r: f"{r.project} รุ่นที่ {r.class_number}", stretch=True),
            Column("ติดตามเมื่อ", lambda r: short_date(r.done_on) if r.done_on else NOTHING, "29 พ.ย. 2566"),
        )  # fmt: skip

    def reader(self) -> Callable[[], tuple[DueFollowUp, ...]]:
        follow_ups, which = self.services.follow_ups, self.which.currentData()
        until = date.today() if which == "due" else None  # noqa: DTZ011
        return lambda: follow_ups.due(until, done=which == "all")

    def show_data(self, data: tuple[DueFollowUp, ...]) -> None:
        self.table.rows.set_rows(data)
        self._either.setCurrentIndex(0 if data else 1)
        self.why.setText(NOTHING_DUE[self.which.currentData()])
        today = date.today()  # noqa: DTZ011
        overdue = sum(one.done_on is None and one.due_on <= today for one in data)
        self.count.setText(f"{len(data):,} รายการ ถึงกำหนดแล้ว {overdue:,}" if data else "")
        for one in (self.print_button, self.record_button):
            one.setEnabled(bool(data))
        if data and not self.table.currentIndex().isValid():
            self.table.choose_row(0)

    def print(self) -> None:
        record = self.table.current_record()
        if record is not None:
            subject = Subject(year=record.year, training_class=record.class_id, person=record.staff)
            self.desk.went.emit("reports", place_of("follow-up-form", subject))

    def record(self) -> None:
        record = self.table.current_record()
        if record is not None:
            follow_ups = self.services.follow_ups
            self.desk.read_to_open(self, lambda: follow_ups.load(record.id), lambda value: self._open(record, value))

    def _open(self, record: DueFollowUp, value: FollowUp) -> None:
        dialog = FollowUpDialog(self, record, value)
        dialog.saved.connect(lambda _id: self.refresh())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


class FollowUpDialog(RecordDialog):
    def __init__(self, section: FollowUpSection, record: DueFollowUp, value: FollowUp) -> None:
        super().__init__(section.desk, "ผลการติดตามโดยผู้บังคับบัญชา", section)
        self.value = value
        theme = self.theme
        self.form.add_wide(label(f"{record.name}  {record.position}", "section"))
        self.form.add_wide(label(f"{record.project} รุ่นที่ {record.class_number}", "small", wrap=True))
        self.due = DateField(theme, "กำหนดติดตาม", value.due_on)
        self.made = DateField(theme, "ติดตามเมื่อ", value.done_on)
        self.supervisor = Field("ชื่อผู้บังคับบัญชา", "", value.supervisor)
        self.position = Field("ตำแหน่งผู้บังคับบัญชา", "", value.supervisor_position)
        self.level = combo("ระดับการนำไปใช้ในงาน", LEVELS)
        choose(self.level, value.level)
        self.findings = TextArea("ผลการติดตาม", value.findings, lines=3)
        self.suggestions = TextArea("ข้อเสนอแนะ", value.suggestions, lines=2)
        for key, text, field in (
            ("due_on", "กำหนดติดตาม", self.due), ("done_on", "ติดตามเมื่อ", self.made),
            ("supervisor", "ผู้บังคับบัญชา", self.supervisor), ("supervisor_position", "ตำแหน่ง", self.position),
            ("level", "นำไปใช้ในงาน", self.level), ("findings", "ผลการติดตาม", self.findings),
            ("suggestions", "ข้อเสนอแนะ", self.suggestions),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.fit()
        self.made.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        value = replace(
            self.value,
            due_on=self.due.day() or self.value.due_on,
            done_on=self.made.day(),
            supervisor=typed(self.supervisor),
            supervisor_position=typed(self.position),
            level=self.level.currentData(),
            findings=clean(self.findings.toPlainText()),
            suggestions=clean(self.suggestions.toPlainText()),
        )
        follow_ups = self.desk.services.follow_ups
        return lambda: follow_ups.save(value)
