"""What the papers of a committee's meeting read: invitation, agenda, list to sign, minutes (F5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hrdesk.domain.meeting import AgendaItem, Attendee, Meeting
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Block, Heading, Paragraph, Run
from hrdesk.reports.snapshots.snapshot import UNKNOWN, plan_values
from hrdesk.reports.snapshots.snapshot_values import PlanSnapshot
from hrdesk.thai.dates import day_of_week, long_date, to_be
from hrdesk.thai.text import written_out

_ITEM_LEVEL = 2
_NOTHING = "ไม่มี"
_BY_HAND = "." * 60
_GUEST = "ผู้เข้าร่วมประชุม"
_PURPOSES = {
    CommitteeKind.PLANNING: "พิจารณาร่าง",
    CommitteeKind.MONITORING: "ติดตามและประเมินผลการดำเนินงานตาม",
}


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    name: str
    position: str
    role: str
    signature: str = ""  # by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSnapshot(PlanSnapshot):
    """One meeting of one of the plan's committees."""

    committee_name: str  # คณะกรรมการจัดทำแผนพัฒนาพนักงานเทศบาล 3 ปี
    meeting_number: str  # 1/2563
    meeting_date: str  # วันจันทร์ที่ 5 ตุลาคม 2563
    meeting_starts: str
    meeting_ends: str
    meeting_place: str
    meeting_subject: str
    recorder: str
    reviewer: str
    secretary: str
    came_count: str
    agenda_blocks: tuple[Block, ...]  # as sent with the invitation
    minutes_blocks: tuple[Block, ...]  # with what was said and resolved
    members: tuple[AttendeeRow, ...]  # everybody asked, for the list to sign
    came: tuple[tuple[str, ...], ...]  # name, position, role
    guests: tuple[tuple[str, ...], ...]
    absent: tuple[tuple[str, ...], ...]


def meeting_snapshot(office: Office, draft: PlanDraft, meeting: Meeting) -> MeetingSnapshot:
    values = plan_values(office, draft)
    subject = meeting.subject or f"{_PURPOSES[meeting.committee]}{values['plan_title']} พ.ศ. {draft.period.label}"
    members = meeting.members
    guests = [each for each in meeting.attendees if each.role is None]
    return MeetingSnapshot(
        **values,
        committee_name=f"{term(meeting.committee)}{values['plan_title'].removeprefix('แผน')}"
        if meeting.committee is CommitteeKind.PLANNING
        else f"{term(meeting.committee)}{values['plan_title']}",
        meeting_number=_number(meeting),
        meeting_date=f"วัน{day_of_week(meeting.held_on)}ที่ {long_date(meeting.held_on)}" if meeting.held_on else f"วันที่ {UNKNOWN}",
        meeting_starts=meeting.starts or UNKNOWN,
        meeting_ends=meeting.ends or UNKNOWN,
        meeting_place=meeting.place or UNKNOWN,
        meeting_subject=subject,
        recorder=meeting.recorder,
        reviewer=meeting.reviewer,
        secretary=next((written_out(a.name) for a in members if a.role is CommitteeRole.MEMBER_SECRETARY), ""),
        came_count=str(meeting.came),
        agenda_blocks=tuple(_agenda(meeting.agenda)),
        minutes_blocks=tuple(_minutes(meeting)),
        members=tuple(AttendeeRow(written_out(a.name), a.position, _role(a)) for a in meeting.attendees),
        came=_columns(each for each in members if each.presence is not Presence.ABSENT),
        guests=_columns(guests),
        absent=_columns(each for each in members if each.presence is Presence.ABSENT),
    )


def _number(meeting: Meeting) -> str:
    """Meetings are counted by calendar year; without a day the year is written in by hand."""
    year = str(to_be(meeting.held_on.year)) if meeting.held_on else UNKNOWN[:8]
    return f"{meeting.number}/{year}"


def _role(attendee: Attendee) -> str:
    return term(attendee.role) if attendee.role else _GUEST


def _columns(attendees: Iterable[Attendee]) -> tuple[tuple[str, ...], ...]:
    """Name, or the position where a seat has no name yet; then position and role. Seats alone need no column for names."""
    listed = tuple(attendees)
    named = any(each.name for each in listed)
    rows = ((f"{n}. {_present(each)}", each.position if each.name else "", _role(each)) for n, each in enumerate(listed, start=1))
    return tuple(row if named else (row[0], row[2]) for row in rows)


def _present(attendee: Attendee) -> str:
    name = written_out(attendee.name) or attendee.position
    return f"{attendee.substitute} (แทน {name})" if attendee.presence is Presence.SUBSTITUTE else name


def _agenda(items: Iterable[AgendaItem]) -> Iterator[Block]:
    for number, item in enumerate(items, start=1):
        yield _head(number, item)
        yield from _paragraphs(item.detail)


def _minutes(meeting: Meeting) -> Iterator[Block]:
    """Before any minutes are written, with room for what is resolved."""
    unsaid = _NOTHING if meeting.recorded else _BY_HAND
    for number, item in enumerate(meeting.agenda, start=1):
        yield _head(number, item)
        yield from _paragraphs(item.detail)
        yield from _paragraphs(item.discussion)
        resolved = item.resolution.strip() or unsaid
        yield Paragraph((Run("มติที่ประชุม ", bold=True), Run(resolved)))


def _head(number: int, item: AgendaItem) -> Heading:
    return Heading((f"ระเบียบวาระที่ {number} {item.title}",), _ITEM_LEVEL, listed=False)


def _paragraphs(text: str) -> Iterator[Block]:
    for line in text.splitlines():
        if line.strip():
            yield Paragraph((Run(line.strip()),))
