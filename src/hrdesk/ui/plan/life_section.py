"""ประวัติแผน: the stages a plan went through, and its announced editions with what each changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Pair, button, column, frame, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.editor import tell_what_stayed_away

if TYPE_CHECKING:
    from hrdesk.domain.life import Edition, PlanEvent
    from hrdesk.domain.meeting import Meeting
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.services import Services
    from hrdesk.ui.kit.desk import Desk


NO_STEP = "ยังไม่มีขั้นตอนที่บันทึกไว้ ใช้ปุ่มขวาบนเมื่อแผนไปถึงขั้นตอนต่อไป"
NO_EDITION = "เมื่อประกาศใช้ โปรแกรมจะเก็บแผนทั้งฉบับไว้ พิมพ์ซ้ำได้เหมือนเดิมทุกคำ"


@dataclass(frozen=True)
class PlanRecord:
    """What is kept of a plan besides the plan itself."""

    history: tuple[PlanEvent, ...] = ()
    editions: tuple[Edition, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def read_record(services: Services, plan_id: int) -> PlanRecord:
    life = services.plan_life
    return PlanRecord(life.history(plan_id), life.editions(plan_id), services.meetings.held(plan_id))


def _paper(event: Any) -> str:
    return f"{term(event.document.kind)} {event.document.label}" if event.document else NOTHING


class LifeSection(QWidget):
    def __init__(self, desk: Desk, draft: PlanDraft, record: PlanRecord, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.draft = draft
        self.record = PlanRecord()
        events: tuple[Column[PlanEvent], ...] = (
            Column("วันที่", lambda e: short_date(e.happened_on), "30 พ.ย. 2567"),
            Column("ขั้นตอน", lambda e: term(e.status), "เสนอคณะกรรมการระดับ"),
            Column("เอกสาร", _paper, "บันทึกข้อความ 52001/1"),
            Column("มติ / เหตุผล", lambda e: e.resolution or e.note or NOTHING, "เห็นชอบตามเสนอ", stretch=True),
        )
        editions: tuple[Column[Edition], ...] = (
            Column("ฉบับ", lambda e: e.title, "ฉบับแก้ไขครั้งที่ 99"),
            Column("ประกาศ", lambda e: short_date(e.announced_on), "30 ก.ย. 2567"),
            Column("เอกสาร", _paper, "ประกาศ 12/2567"),
            Column("เหตุผล", lambda e: e.reason or NOTHING, "เหตุผลของการแก้ไข", stretch=True),
        )
        self.events = Table(theme, "ขั้นตอนที่ผ่านมา", RowsModel(events))
        self.events.explain(NO_STEP)
        self.editions = Table(theme, "ฉบับของแผน", RowsModel(editions))
        self.editions.explain(NO_EDITION)
        self.register_button = button("ทะเบียนเลขที่เอกสาร…", self.open_register)
        self.print_button = button("พิมพ์ฉบับนี้", self.print_edition)
        self.compare_button = button("ดูสิ่งที่แก้ไข…", self.compare)
        self.give_up_button = button("ยกเลิกการแก้ไข", self.give_up)
        self.give_up_button.setVisible(draft.status is PlanStatus.REVISING)
        self._build()
        self.editions.chosen.connect(lambda _edition: self._refresh())
        self.show_record(record)

    def show_record(self, record: PlanRecord) -> None:
        """The last step is the current one where another one came; the chosen edition stays."""
        more = len(record.history) != len(self.record.history)
        self.record = record
        self.events.rows.set_rows(record.history)
        self.editions.rows.set_rows(record.editions)
        if more:
            self.events.choose_row(len(record.history) - 1)
        if self.editions.current_record() is None:
            self.editions.choose_row(0)
        self._refresh()

    def _build(self) -> None:
        theme = self.desk.theme
        papers = row(theme, self.register_button, 1)
        left = column(theme, label("ขั้นตอนที่ผ่านมา", "section"), self.events, papers, gap="xs")
        buttons = row(theme, self.give_up_button, 1, self.compare_button, self.print_button)
        right = column(theme, label("ฉบับของแผน", "section"), self.editions, buttons, gap="xs")
        for table in (self.events, self.editions):
            table.setMinimumHeight(theme.row * 3)
        self.setLayout(column(theme, Pair(theme, frame(left), frame(right), 1040)))

    def _refresh(self) -> None:
        known = bool(self.record.editions)
        self.print_button.setEnabled(known)
        revising = self.draft.status is PlanStatus.REVISING
        edition = self.editions.current_record()
        self.compare_button.setEnabled(revising or (edition is not None and edition.number > 0))

    def open_register(self) -> None:
        from hrdesk.ui.plan.paper_register_dialog import PaperRegisterDialog  # noqa: PLC0415 - seldom seen

        PaperRegisterDialog(self.desk, self.window()).open()  # which outlives a plan read anew

    def print_edition(self) -> None:
        edition = self.editions.current_record()
        if edition is not None:
            subject = Subject(plan=self.draft.id, revision=edition.id)
            self.desk.went.emit("reports", place_of("plan-book", subject))

    def compare(self) -> None:
        """A revision under way is compared as it stands; else the chosen edition with the one before it."""
        from hrdesk.ui.plan.compare_dialog import CompareDialog  # noqa: PLC0415 - seldom seen

        life, edition = self.desk.services.plan_life, self.editions.current_record()
        revising = self.draft.status is PlanStatus.REVISING and (edition is None or edition.number == self._newest())
        wanted = None if revising or edition is None else edition.id
        title = "ฉบับที่กำลังแก้ไข" if wanted is None else edition.title
        subject = Subject(plan=self.draft.id, revision=wanted)

        def show(changes: Any) -> None:
            dialog = CompareDialog(self.desk, title, changes, subject, self)
            dialog.open()

        self.desk.read_to_open(self, partial(life.changes, self.draft.id, wanted), show)

    def _newest(self) -> int:
        return max((edition.number for edition in self.record.editions), default=0)

    def give_up(self) -> None:
        from hrdesk.ui.kit.messages import ask  # noqa: PLC0415

        text = "สิ่งที่แก้ไขไว้ทั้งหมดจะหายไป และแผนกลับเป็นฉบับที่ประกาศใช้เหมือนเดิมทุกคำ"
        if ask(self.window(), "ยกเลิกการแก้ไขแผน", text, "ยกเลิกการแก้ไข"):
            life, plan_id = self.desk.services.plan_life, self.draft.id
            desk = self.desk  # the section is made anew when the plan is read again
            desk.change(self, lambda: life.give_up_revision(plan_id), lambda _none: tell_what_stayed_away(desk))
