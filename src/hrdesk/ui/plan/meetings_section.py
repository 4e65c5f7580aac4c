"""การประชุม: the meetings of both committees, held or coming, with their papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import CommitteeKind, term
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, row, tool
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.meeting import Meeting
    from hrdesk.ui.kit.desk import Desk

PAPERS = (("หนังสือเชิญ", "meeting-invitation"), ("ใบลงชื่อ", "meeting-attendance"), ("รายงานการประชุม", "meeting-minutes"))
NONE_YET = "ยังไม่มีการประชุม เมื่อเพิ่ม โปรแกรมจะใส่กรรมการและระเบียบวาระมาให้ แล้วพิมพ์หนังสือเชิญได้"
_SHORT = {CommitteeKind.PLANNING: "จัดทำแผน", CommitteeKind.MONITORING: "ติดตาม"}


def _came(meeting: Meeting) -> str:
    if not meeting.recorded:
        return NOTHING
    return f"{meeting.came}/{len(meeting.members)}" + ("" if meeting.has_quorum else " ไม่ครบ")


class MeetingsSection(QWidget):
    """Edited whether or not the plan is frozen: committees meet all through the plan's years."""

    def __init__(self, desk: Desk, plan: int, meetings: Sequence[Meeting], parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.plan = plan
        self._saved = 0  # id of the meeting to stand on when they are read anew
        columns: tuple[Column[Meeting], ...] = (
            Column("คณะกรรมการ", lambda m: term(m.committee), term(CommitteeKind.MONITORING)),
            Column("ครั้งที่", lambda m: str(m.number), "99", right=True),
            Column("วันที่", lambda m: short_date(m.held_on) if m.held_on else NOTHING, "30 พ.ย. 2567"),
            Column("เรื่อง", lambda m: m.subject, stretch=True),
            Column("มาประชุม", _came, "99/99 ไม่ครบ", tone=lambda m: "error" if m.recorded and not m.has_quorum else ""),
            Column("รายงาน", lambda m: "มีมติแล้ว" if m.recorded else "ยังไม่มีมติ", "ยังไม่มีมติ",
                   tone=lambda m: "" if m.recorded else "muted"),
        )  # fmt: skip
        self.table = Table(theme, "การประชุมของคณะกรรมการ", RowsModel(columns))
        self.table.explain(NONE_YET)
        self.table.opened.connect(self.edit)
        self.table.setMinimumHeight(theme.row * 3)
        self.add_buttons = {
            kind: button(f"เพิ่มประชุม{_SHORT[kind]}", partial(self.add, kind), name=f"เพิ่มการประชุม{term(kind)}")
            for kind in CommitteeKind
        }
        self.paper_buttons = [button(text, partial(self.print, form)) for text, form in PAPERS]
        self.edit_button = tool(theme, "edit", "แก้ไขการประชุมที่เลือก (F2)", self.edit)
        self.delete_button = tool(theme, "delete", "ลบการประชุมที่เลือก (Delete)", self.delete)
        head = row(theme, 1, self.edit_button, self.delete_button, *self.add_buttons.values(), gap="xs")
        foot = row(theme, 1, *self.paper_buttons)
        self.undo = UndoBar(theme, self)
        box = column(theme, head, self.table, self.undo, foot, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        keys(self.table, {"Del": self.delete, "F2": self.edit})
        self.show_meetings(meetings)

    def show_meetings(self, meetings: Sequence[Meeting]) -> None:
        """The one just saved is the current one, else the one that was."""
        self.table.rows.set_rows(meetings)
        saved, self._saved = self._saved, 0
        found = bool(saved) and self.table.choose_where(lambda meeting: meeting.id == saved)
        if not found and self.table.current_record() is None:
            self.table.choose_row(0)
        for one in (*self.paper_buttons, self.edit_button, self.delete_button):
            one.setEnabled(bool(meetings))

    def add(self, kind: CommitteeKind) -> None:
        meetings, plan = self.desk.services.meetings, self.plan
        self.desk.read_to_open(self, lambda: meetings.blank(plan, kind), self._open)

    def edit(self, _record: object = None) -> None:
        meeting = self.table.current_record()
        if meeting is not None:
            self._open(meeting)

    def _open(self, meeting: Any) -> None:
        from hrdesk.ui.plan.meeting_dialog import MeetingDialog  # noqa: PLC0415 - seldom seen

        dialog = MeetingDialog(self.desk, meeting, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._remember)
        dialog.open()

    def _remember(self, meeting_id: int | None) -> None:
        self._saved = meeting_id or 0

    def delete(self) -> None:
        meeting, meetings = self.table.current_record(), self.desk.services.meetings
        if meeting is None or not self.delete_button.isEnabled():
            return

        def done(deleted: Any) -> None:
            told = f"ลบการประชุม{term(meeting.committee)} ครั้งที่ {meeting.number} แล้ว"
            self.undo.offer(told, lambda: self.desk.change(self, lambda: meetings.put_back(deleted), self._remember))

        refused = partial(self.delete_button.setEnabled, True)
        self.desk.change_once(self, self.delete_button, lambda: meetings.delete(meeting.id), done, refused)

    def print(self, form: str) -> None:
        meeting = self.table.current_record()
        if meeting is not None:
            self.desk.went.emit("reports", place_of(form, Subject(plan=self.plan, meeting=meeting.id)))
