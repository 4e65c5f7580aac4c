"""The two lists of a meeting: its agenda with what was resolved, and who came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.meeting import AgendaItem, Attendee
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeRole, term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import Field, choose, combo
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.theme import Theme

GUEST = "ผู้เข้าร่วมประชุม"


class AgendaDialog(ItemDialog):
    def __init__(self, theme: Theme, item: AgendaItem, parent: QWidget) -> None:
        super().__init__(theme, "ระเบียบวาระ", parent)
        self.title = Field("ชื่อวาระ", "เช่น เรื่องเสนอเพื่อพิจารณา", item.title)
        self.detail = TextArea("รายละเอียด", item.detail, lines=2)
        self.discussion = TextArea("การอภิปราย", item.discussion, lines=3)
        self.resolution = TextArea("มติที่ประชุม", item.resolution, lines=2)
        for key, text, field in (
            ("title", "วาระ", self.title), ("detail", "รายละเอียด", self.detail),
            ("discussion", "การอภิปราย", self.discussion), ("resolution", "มติที่ประชุม", self.resolution),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.title.setFocus()

    def value(self) -> AgendaItem | None:
        title = typed(self.title)
        if not title:
            self.refuse("กรุณากรอกชื่อวาระ", self.title)
            return None
        texts = (clean(one.toPlainText()) for one in (self.detail, self.discussion, self.resolution))
        return AgendaItem(title, *texts)


class AttendeeDialog(ItemDialog):
    def __init__(self, theme: Theme, one: Attendee, parent: QWidget) -> None:
        super().__init__(theme, "ผู้เข้าประชุม", parent)
        self.name = Field("ชื่อ-สกุล", text=one.name)
        self.position = Field("ตำแหน่ง", text=one.position)
        self.role = combo("ฐานะ", [*((term(role), role) for role in CommitteeRole), (GUEST, None)])
        choose(self.role, one.role)
        self.presence = combo("การมาประชุม", [(term(kind), kind) for kind in Presence])
        choose(self.presence, one.presence)
        self.substitute = Field("ผู้มาประชุมแทน", "กรอกเมื่อมีผู้มาประชุมแทน", one.substitute)
        for key, text, field in (
            ("name", "ชื่อ-สกุล", self.name), ("position", "ตำแหน่ง", self.position), ("role", "ฐานะ", self.role),
            ("presence", "การมาประชุม", self.presence), ("substitute", "มาแทนโดย", self.substitute),
        ):  # fmt: skip
            self.form.add(key, text, field)
        (self.presence if one.name or one.position else self.name).setFocus()

    def value(self) -> Attendee | None:
        name, position, instead = typed(self.name), typed(self.position), typed(self.substitute)
        presence = self.presence.currentData()
        if not name and not position:
            self.refuse("กรุณากรอกชื่อหรือตำแหน่ง", self.name)
            return None
        if presence is Presence.SUBSTITUTE and not instead:
            self.refuse("กรุณากรอกชื่อผู้มาประชุมแทน", self.substitute)
            return None
        return Attendee(name, position, self.role.currentData(), presence, instead)


def _presence(one: Attendee) -> str:
    return f"{one.substitute} (แทน)" if one.presence is Presence.SUBSTITUTE else term(one.presence)


AGENDA_LIST = ListKind(
    title="ระเบียบวาระ",
    noun="วาระ",
    columns=(
        Column("วาระ", lambda item: item.title, "เรื่องสืบเนื่องจากการประชุมครั้งก่อน"),
        Column("รายละเอียด", lambda item: item.detail or NOTHING, stretch=True),
        Column("มติ", lambda item: item.resolution or NOTHING, "เห็นชอบตามเสนอ ให้แก้ไข"),
    ),
    get=lambda meeting: meeting.agenda,
    put=lambda meeting, items: replace(meeting, agenda=items),
    new=lambda _meeting: AgendaItem(""),
    dialog=lambda theme, _meeting, item, parent: AgendaDialog(theme, item, parent),
)
ATTENDEE_LIST = ListKind(
    title="ผู้เข้าประชุม",
    noun="ผู้เข้าประชุม",
    columns=(
        Column("ชื่อ-สกุล", lambda one: one.name or NOTHING, "นางสาวสมหญิง ใจดีมาก"),
        Column("ตำแหน่ง", lambda one: one.position or NOTHING, stretch=True),
        Column("ฐานะ", lambda one: term(one.role) if one.role else GUEST, "กรรมการ/ผู้ช่วยเลขานุการ"),
        Column("การมาประชุม", _presence, "นางสาวสมหญิง ใจดีมาก (แทน)",
               tone=lambda one: "muted" if one.presence is Presence.ABSENT else ""),
    ),
    get=lambda meeting: meeting.attendees,
    put=lambda meeting, items: replace(meeting, attendees=items),
    new=lambda _meeting: Attendee("", "", None),
    dialog=lambda theme, _meeting, item, parent: AttendeeDialog(theme, item, parent),
)  # fmt: skip
