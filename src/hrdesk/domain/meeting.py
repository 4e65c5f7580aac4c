"""Meetings of a plan's committees: agenda, who came, what was resolved."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from hrdesk.domain.plan import CommitteeMember, PlanDraft
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass

AGENDA = (  # the five customary heads of an agenda
    "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
    "รับรองรายงานการประชุม",
    "เรื่องสืบเนื่องจากการประชุมครั้งก่อน",
    "เรื่องเสนอเพื่อพิจารณา",
    "เรื่องอื่น ๆ",
)
QUORUM_PARTS = 2  # half of the members have to be there


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """วาระ; `discussion` and `resolution` are written after the meeting."""

    title: str
    detail: str = ""
    discussion: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A member, or a guest, as on the day. `substitute` names who came in their place."""

    name: str
    position: str
    role: CommitteeRole | None = None  # None for guests (ผู้เข้าร่วมประชุม)
    presence: Presence = Presence.PRESENT
    substitute: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    plan: int
    committee: CommitteeKind
    number: int
    held_on: date | None = None
    starts: str = "09.30"
    ends: str = ""
    place: str = ""
    subject: str = ""
    recorder: str = ""  # ผู้จดรายงานการประชุม
    reviewer: str = ""  # ผู้ตรวจรายงานการประชุม
    agenda: tuple[AgendaItem, ...] = ()
    attendees: tuple[Attendee, ...] = ()

    @property
    def members(self) -> tuple[Attendee, ...]:
        return tuple(a for a in self.attendees if a.role is not None)

    @property
    def came(self) -> int:
        return sum(a.presence is not Presence.ABSENT for a in self.members)

    @property
    def has_quorum(self) -> bool:
        return self.came * QUORUM_PARTS >= len(self.members) > 0

    @property
    def recorded(self) -> bool:
        """Minutes were written: something was resolved."""
        return any(item.resolution.strip() for item in self.agenda)


def attendees_of(members: Iterable[CommitteeMember], committee: CommitteeKind) -> tuple[Attendee, ...]:
    return tuple(Attendee(m.name, m.position, m.role) for m in members if m.committee is committee)


def new_meeting(draft: PlanDraft, committee: CommitteeKind, held: Iterable[Meeting]) -> Meeting:
    """The next meeting of a committee, with the customary agenda and all its members."""
    number = max((m.number for m in held if m.committee is committee), default=0) + 1
    what = "พิจารณาร่าง" if committee is CommitteeKind.PLANNING else "ติดตามและประเมินผลการดำเนินงานตาม"
    subject = f"{what}แผนพัฒนาบุคลากร 3 ปี ประจำปีงบประมาณ พ.ศ. {draft.period.label}"
    agenda = tuple(AgendaItem(title, subject if "พิจารณา" in title else "") for title in AGENDA)
    return Meeting(
        0, draft.id, committee, number, subject=subject, agenda=agenda, attendees=attendees_of(draft.committee, committee)
    )


def check_meeting(meeting: Meeting) -> tuple[Problem, ...]:
    """`field` is the attribute at fault."""
    found = []
    if meeting.held_on is None:
        found.append(Problem("held_on", "ยังไม่ได้ระบุวันประชุม", Severity.WARNING, "meeting.no-day"))
    if not meeting.attendees:
        found.append(Problem("attendees", "ยังไม่มีรายชื่อผู้เข้าประชุม", Severity.WARNING, "meeting.nobody"))
    if not meeting.agenda:
        found.append(Problem("agenda", "ยังไม่มีระเบียบวาระการประชุม", Severity.WARNING, "meeting.no-agenda"))
    if meeting.recorded and not meeting.has_quorum:
        text = f"มีกรรมการมาประชุม {meeting.came} จาก {len(meeting.members)} คน ไม่ถึงกึ่งหนึ่ง ไม่เป็นองค์ประชุม"
        found.append(Problem("attendees", text, Severity.ERROR, "meeting.no-quorum"))
    return tuple(found)
