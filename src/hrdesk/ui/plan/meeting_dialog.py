"""One meeting: when and where, its agenda, who came, what was resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget

from hrdesk.domain.meeting import check_meeting
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, Form, TextArea, side_by_side, typed
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.value_holder import ValueHolder
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, frame, label, row, rule, scroller
from hrdesk.ui.plan.meeting_lists import AGENDA_LIST, ATTENDEE_LIST

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.meeting import Meeting
    from hrdesk.ui.kit.desk import Desk

_MOST = 30  # meetings of a committee in one plan, unless there were more


class MeetingDialog(TypedDialog):
    """Before the meeting it makes the invitation, afterwards the minutes."""

    saved = Signal(object)  # the meeting's id

    def __init__(self, desk: Desk, meeting: Meeting, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.setWindowTitle(f"การประชุม{term(meeting.committee)}")
        self.holder = ValueHolder(meeting, self)
        self.number = combo("ครั้งที่", [(str(n), n) for n in range(1, max(_MOST, meeting.number) + 1)])
        choose(self.number, meeting.number)
        self.day = DateField(theme, "วันที่ประชุม", meeting.held_on)
        self.starts = Field("เริ่มเวลา", "09.30", meeting.starts)
        self.ends = Field("เลิกเวลา", "12.00", meeting.ends)
        self.place = Field("สถานที่", "เช่น ห้องประชุมสภาเทศบาล", meeting.place)
        self.subject = TextArea("เรื่อง", meeting.subject, lines=2, line=True)
        self.recorder = Field("ผู้จดรายงานการประชุม", text=meeting.recorder)
        self.reviewer = Field("ผู้ตรวจรายงานการประชุม", text=meeting.reviewer)
        self.form = Form(theme)
        times = side_by_side(theme, self.starts, self.ends)
        for key, text, field in (
            ("number", "ครั้งที่", self.number), ("held_on", "วันที่", self.day), ("starts", "เวลาเริ่ม เลิก", times),
            ("place", "สถานที่", self.place), ("subject", "เรื่อง", self.subject), ("recorder", "ผู้จด", self.recorder),
            ("reviewer", "ผู้ตรวจ", self.reviewer),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.agenda = ListSection(theme, self.holder, AGENDA_LIST, self)
        self.attendees = ListSection(theme, self.holder, ATTENDEE_LIST, self)
        self._build()
        self.holder.changed.connect(self._check)
        self._check()
        self.day.setFocus()

    def _build(self) -> None:
        theme = self.desk.theme
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("ส่วนของการประชุม")
        self.tabs.tabBar().setAccessibleName("ส่วนของการประชุม")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part, title in (
            (scroller(self.form), "กำหนดการ"), (self.agenda, "ระเบียบวาระและมติ"), (self.attendees, "ผู้เข้าประชุม")
        ):  # fmt: skip
            held = column(theme, part)
            held.setContentsMargins(0, theme.px(8), 0, 0)
            self.tabs.addTab(frame(held), title)
        self.wrong = label("", "", "error", wrap=True)
        self.save_button = button("บันทึก", self.save, kind="primary")
        self.save_button.setDefault(True)
        self.save_key.activated.connect(self.save_button.click)  # which is disabled while it saves
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.save_button)
        box = column(theme, self.tabs, self.wrong, rule(), foot, gap="s", pad="l")
        box.setStretch(0, 1)
        self.setLayout(box)
        screen = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(theme.px(760), min(theme.px(540), screen - 60))

    def _check(self) -> None:
        """What the minutes would contradict, while it can still be mended."""
        found = [p.text for p in check_meeting(self.holder.draft) if p.code != "meeting.no-day"]
        self.wrong.setText("\n".join(found))
        self.wrong.setVisible(bool(found))

    def meeting(self) -> Meeting:
        """As typed so far."""
        found: Meeting = replace(
            self.holder.draft,
            number=self.number.currentData(),
            held_on=self.day.day(),
            starts=typed(self.starts),
            ends=typed(self.ends),
            place=typed(self.place),
            subject=" ".join(clean(self.subject.toPlainText()).split()),
            recorder=typed(self.recorder),
            reviewer=typed(self.reviewer),
        )
        return found

    def save(self) -> None:
        meeting = self.meeting()
        if self.day.wrong:
            self.tabs.setCurrentIndex(0)
            self.form.show_problems(())
            return
        self.save_button.setEnabled(False)
        meetings = self.desk.services.meetings
        self.desk.change(self, lambda: meetings.save(meeting), self._taken, self._refused)

    def _taken(self, meeting_id: int | None) -> None:
        self.saved.emit(meeting_id)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if not isinstance(error, UserError):
            self.desk.complain(self, error)
            return
        self.wrong.setText(str(error))
        self.wrong.show()
