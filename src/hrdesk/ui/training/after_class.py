"""After a class: whom was talked to, and what the organisation that held it was asked and answered (F17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hrdesk.domain.evaluation import Interview, OutsideResult
from hrdesk.domain.training_terms import Result
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, label, row, tool
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.training.class_tab import ClassTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from hrdesk.domain.training import Participant
    from hrdesk.services import Area
    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk

OTHERS = "ผู้เกี่ยวข้องอื่น"


@dataclass(frozen=True)
class AfterData:
    people: tuple[Participant, ...]
    interviews: tuple[Interview, ...]
    results: tuple[OutsideResult, ...]


class AfterTab(ClassTab):
    """Both may be added after the class was completed: the tab is never locked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.data = AfterData((), (), ())
        self.interviews = Table(theme, "การสัมภาษณ์", RowsModel(self._interview_columns()))
        self.results = Table(theme, "ผลจากหน่วยงานภายนอก", RowsModel(self._result_columns()))
        self.interviews.explain("ยังไม่มีการสัมภาษณ์ กด “เพิ่มการสัมภาษณ์” เพื่อบันทึกว่าถามใคร เมื่อใด และได้ความว่าอย่างไร")
        self.results.explain("ยังไม่ได้ขอผลจากหน่วยงานที่จัด กด “เพิ่มผลจากหน่วยงานที่จัดอบรม” เมื่อส่งหนังสือขอผลแล้ว เพื่อไม่ให้ลืมติดตามคำตอบ")
        self.undo = UndoBar(theme, self)
        box = column(
            theme,
            *self._part("การสัมภาษณ์", self.interviews, self.edit_interview),
            *self._part("ผลจากหน่วยงานที่จัดอบรม", self.results, self.edit_result),
            self.told, self.undo, gap="xs",
        )  # fmt: skip
        box.setContentsMargins(0, theme.px(8), 0, 0)
        self.setLayout(box)

    def _part(self, title: str, table: Table, edit: Callable[[Any], object]) -> tuple[QBoxLayout, Table]:
        table.setMinimumHeight(self.theme.row * 3)
        table.opened.connect(edit)
        change = tool(self.theme, "edit", f"แก้ไข{title}ที่เลือก", lambda: self._edit_current(table, edit))
        delete = tool(self.theme, "delete", f"ลบ{title}ที่เลือก (Delete)", lambda: self.delete(table))
        keys(table, {"Del": lambda: self.delete(table)})
        add = button(f"เพิ่ม{title}", lambda: edit(None))
        return row(self.theme, label(title, "section"), 1, change, delete, add, gap="xs"), table

    @staticmethod
    def _edit_current(table: Table, edit: Callable[[Any], object]) -> None:
        record = table.current_record()
        if record is not None:
            edit(record)

    def _interview_columns(self) -> tuple[Column[Interview], ...]:
        return (
            Column("วันที่", lambda r: _day(r.day), "29 พ.ย. 2566"),
            Column("ผู้ให้สัมภาษณ์", lambda r: self._name(r.participant), "นางสาวปิ่นแก้ว ฟ้าใสสว่าง"),
            Column("ผู้สัมภาษณ์", lambda r: r.interviewer or NOTHING, "นางสาวปิ่นแก้ว ฟ้าใส"),
            Column("ผลการสัมภาษณ์", lambda r: r.findings or NOTHING, stretch=True),
        )

    @staticmethod
    def _result_columns() -> tuple[Column[OutsideResult], ...]:
        return (
            Column("หน่วยงาน", lambda r: r.organization or NOTHING, "สถาบันพัฒนาบุคลากรท้องถิ่น"),
            Column("หนังสือที่", lambda r: r.letter_number or NOTHING, "ชม 52401/123"),
            Column("ขอเมื่อ", lambda r: _day(r.requested_on), "29 พ.ย. 2566"),
            Column("ได้รับเมื่อ", lambda r: _day(r.received_on), "29 พ.ย. 2566 !!",
                   tone=lambda r: "" if r.received_on else "warn"),
            Column("ผล", lambda r: r.result or "ยังไม่ได้รับ", stretch=True),
        )  # fmt: skip

    def _name(self, participant: int | None) -> str:
        return next((one.name for one in self.data.people if one.id == participant), OTHERS)

    def reader(self) -> Callable[[], AfterData]:
        services, class_id = self.services, self.class_id
        return lambda: AfterData(
            services.classes.participants(class_id),
            services.follow_ups.interviews(class_id),
            services.follow_ups.outside_results(class_id),
        )

    def show_data(self, data: AfterData) -> None:
        self.data = data
        for table, rows in ((self.interviews, data.interviews), (self.results, data.results)):
            table.rows.set_rows(rows)
            if rows and not table.currentIndex().isValid():
                table.choose_row(0)

    def edit_interview(self, value: Interview | None) -> None:
        self._open(InterviewDialog(self, value or Interview(0, self.class_id)))

    def edit_result(self, value: OutsideResult | None) -> None:
        self._open(OutsideDialog(self, value or OutsideResult(0, self.class_id)))

    def _open(self, dialog: RecordDialog) -> None:
        dialog.saved.connect(lambda _id: self.refresh())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def delete(self, table: Table) -> None:
        record, follow_ups = table.current_record(), self.services.follow_ups
        if record is not None:
            self.desk.change(self, lambda: follow_ups.delete(type(record), record.id), self._deleted)

    def _deleted(self, removed: Deleted | None) -> None:
        if removed is not None:
            follow_ups = self.services.follow_ups
            self.undo.offer(f"ลบ{removed.name}แล้ว", lambda: self.desk.change(self, lambda: follow_ups.put_back(removed)))


class InterviewDialog(RecordDialog):
    def __init__(self, tab: AfterTab, value: Interview) -> None:
        super().__init__(tab.desk, "การสัมภาษณ์", tab)
        self.value = value
        there = [(one.name, one.id) for one in tab.data.people if one.result is not Result.ABSENT]
        self.person = PickBox("ผู้ให้สัมภาษณ์", [(OTHERS, None), *there], value.participant)
        self.day = DateField(self.theme, "วันที่สัมภาษณ์", value.day)
        self.interviewer = Field("ผู้สัมภาษณ์", "", value.interviewer)
        self.findings = TextArea("ผลการสัมภาษณ์", value.findings, lines=4)
        for key, text, field in (
            ("participant", "ผู้ให้สัมภาษณ์", self.person), ("day", "วันที่", self.day),
            ("interviewer", "ผู้สัมภาษณ์", self.interviewer), ("findings", "ผลการสัมภาษณ์", self.findings),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.fit()
        self.person.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        value = replace(
            self.value,
            participant=self.person.currentData(),
            day=self.day.day(),
            interviewer=typed(self.interviewer),
            findings=clean(self.findings.toPlainText()),
        )
        follow_ups = self.desk.services.follow_ups
        return lambda: follow_ups.save_interview(value)


class OutsideDialog(RecordDialog):
    def __init__(self, tab: AfterTab, value: OutsideResult) -> None:
        super().__init__(tab.desk, "ผลจากหน่วยงานที่จัดอบรม", tab)
        self.value = value
        theme = self.theme
        self.organization = Field("หน่วยงาน", "หน่วยงานที่จัดอบรม", value.organization)
        self.letter = Field("เลขที่หนังสือ", "หนังสือขอผลการอบรม", value.letter_number)
        self.asked = DateField(theme, "วันที่ขอ", value.requested_on)
        self.received = DateField(theme, "วันที่ได้รับ", value.received_on)
        self.outcome = TextArea("ผลที่ได้รับ", value.result, lines=3)
        for key, text, field in (
            ("organization", "หน่วยงาน", self.organization), ("letter_number", "หนังสือที่", self.letter),
            ("requested_on", "ขอเมื่อ", self.asked), ("received_on", "ได้รับเมื่อ", self.received),
            ("result", "ผลที่ได้รับ", self.outcome),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.fit()
        self.organization.setFocus()

    def record(self) -> Callable[[], tuple[int, Area]]:
        value = replace(
            self.value,
            organization=typed(self.organization),
            letter_number=typed(self.letter),
            requested_on=self.asked.day(),
            received_on=self.received.day(),
            result=clean(self.outcome.toPlainText()),
        )
        follow_ups = self.desk.services.follow_ups
        return lambda: follow_ups.save_outside_result(value)


def _day(day: date | None) -> str:
    return short_date(day) if day else NOTHING
