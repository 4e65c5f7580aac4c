"""What is recorded when a plan comes to its next stage: the day, the paper and its number, the resolution."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrdesk.domain.life import NEXT, IssuedDocument, calendar_year
from hrdesk.domain.plan_terms import DocumentKind, PlanStatus
from hrdesk.domain.terms import term
from hrdesk.errors import Severity
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import Field, choose, combo, label, set_tone
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.meeting import Meeting
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk

S = PlanStatus
VERBS = {  # what brings a plan to its next stage
    S.DRAFT: "กลับเป็นร่าง", S.COMMITTEE: "เสนอคณะกรรมการ", S.REVISED: "แก้ไขตามมติ", S.MAYOR: "เสนอผู้บริหาร",
    S.PROVINCE: "เสนอคณะกรรมการจังหวัด", S.ANNOUNCED: "ประกาศใช้แผน", S.REVISING: "แก้ไขแผนที่ประกาศใช้",
    S.CLOSED: "สิ้นสุดแผน",
}  # fmt: skip
PAPERS = {  # the paper that usually brings it there
    S.COMMITTEE: DocumentKind.ORDER, S.REVISED: DocumentKind.MEMO, S.MAYOR: DocumentKind.MEMO,
    S.PROVINCE: DocumentKind.LETTER, S.ANNOUNCED: DocumentKind.ANNOUNCEMENT,
}  # fmt: skip


class StepDialog(RecordDialog):
    """The first of the allowed stages is chosen; a plan can be sent back by choosing another."""

    def __init__(
        self, desk: Desk, draft: PlanDraft, meetings: Sequence[Meeting], problems: Sequence[Problem], parent: QWidget
    ) -> None:
        super().__init__(desk, f"ขั้นตอนของแผน {period_word(draft.period)}", parent)
        self.draft = draft
        self.errors = sum(problem.severity is Severity.ERROR for problem in problems)
        theme = self.theme
        self.status = combo("ขั้นตอน", [(VERBS[status], status) for status in NEXT[draft.status]])
        self.day = DateField(theme, "วันที่", date.today())  # noqa: DTZ011 - the officer's day
        self.kind = combo("ชนิดของเอกสาร", [(term(kind), kind) for kind in DocumentKind])
        self.number = Field("เลขที่เอกสาร", "เว้นว่างได้ถ้ายังไม่ออกเลข")
        self.dated = DateField(theme, "เอกสารลงวันที่")
        titles = [(f"{term(m.committee)} ครั้งที่ {m.number}", m.id) for m in meetings]
        self.meeting = combo("การประชุมที่มีมติ", [(NOTHING, None), *titles])
        self.resolution = TextArea("มติหรือความเห็น", lines=2)
        self.note = TextArea("เหตุผลหรือหมายเหตุ", lines=2)
        for key, text, field in (
            ("status", "ขั้นตอน", self.status), ("happened_on", "วันที่", self.day), ("kind", "เอกสาร", self.kind),
            ("number", "เลขที่", self.number), ("dated", "ลงวันที่", self.dated), ("meeting", "การประชุม", self.meeting),
            ("resolution", "มติ", self.resolution), ("note", "เหตุผล", self.note),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.warning = label("", "", "warn", wrap=True)
        self.form.add_wide(self.warning)
        self.status.activated.connect(self._stage_chosen)
        self.kind.activated.connect(self._suggest)
        for day in (self.day, self.dated):
            day.changed.connect(self._suggest)
        self._stage_chosen()
        self.fit()
        self.day.setFocus()

    def _stage_chosen(self, _index: int = 0) -> None:
        status = self.status.currentData()
        choose(self.kind, PAPERS.get(status, DocumentKind.MEMO))
        self.save_button.setText(VERBS[status])
        self.save_button.setAccessibleName(VERBS[status])
        self.warning.setText(self._consequence(status))
        set_tone(self.warning, "error" if status is S.ANNOUNCED and self.errors else "warn")
        self.warning.setVisible(bool(self.warning.text()))
        self._suggest()

    def _consequence(self, status: PlanStatus) -> str:
        period, count = period_word(self.draft.period), len(self.draft.projects)
        if status is S.ANNOUNCED:
            mend = f" ยังมีข้อที่ต้องแก้ {self.errors} รายการ ต้องกรอกเหตุผลที่ประกาศใช้ทั้งที่ยังไม่แก้" if self.errors else ""
            return f"เมื่อประกาศใช้แล้ว แผน {period} ({count} โครงการ) จะแก้ไขได้ด้วยฉบับแก้ไขที่มีมติเท่านั้น{mend}"
        if status is S.CLOSED:
            return (
                f"เมื่อสิ้นสุดแผน {period} ({count} โครงการ) แล้วจะกลับไปเป็นแผนที่ประกาศใช้อยู่ไม่ได้อีก "
                "แผนยังเปิดดูและพิมพ์ได้ตามเดิม"
            )
        if status is S.REVISING:
            return "ระหว่างแก้ไข ฉบับที่ประกาศใช้ยังพิมพ์ได้ตามเดิม และยกเลิกการแก้ไขกลับไปเป็นฉบับนั้นได้"
        return ""

    def _suggest(self, _index: int = 0) -> None:
        """The next number of the year, unless something was typed."""
        if self.number.isModified():
            return
        documents, kind, day = self.desk.services.documents, self.kind.currentData(), self.dated.day() or self.day.day()
        if day is not None:
            year = calendar_year(day)
            self.desk.read(self, lambda: documents.suggested_number(kind, year), self._suggested)

    def _suggested(self, number: str) -> None:
        self.number.hint = f"เลขถัดไปคือ {number} เว้นว่างได้ถ้ายังไม่ออกเลข" if number else "เว้นว่างได้ถ้ายังไม่ออกเลข"
        self.number.update()

    def record(self) -> Callable[[], Area]:
        life, plan_id, day = self.desk.services.plan_life, self.draft.id, self.day.day()
        document, dated = None, self.dated.day() or day
        if typed(self.number) and dated is not None:
            subject = f"{VERBS[self.status.currentData()]} {period_word(self.draft.period)}"
            document = IssuedDocument(0, self.kind.currentData(), typed(self.number), dated, subject, plan=plan_id)
        from hrdesk.services.plan.life import Step  # noqa: PLC0415 - with tables that the page does without

        step = Step(
            self.status.currentData(),
            day,
            clean(self.resolution.toPlainText()),
            clean(self.note.toPlainText()),
            document,
            self.meeting.currentData(),
        )
        return lambda: life.advance(plan_id, step)
