"""Meetings: who is counted, what half of the members is, what the minutes may not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import small_office as small
from hrdesk.domain.meeting import (
    AGENDA,
    AgendaItem,
    Attendee,
    Meeting,
    attendees_of,
    check_meeting,
    new_meeting,
)
from hrdesk.domain.plan import CommitteeMember
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.errors import Severity

PLANNING, MONITORING = CommitteeKind.PLANNING, CommitteeKind.MONITORING
PRESENT, SUBSTITUTE, ABSENT = Presence.PRESENT, Presence.SUBSTITUTE, Presence.ABSENT
DAY = date(2024, 6, 3)


def members(*presences):
    return tuple(Attendee(f"คนที่ {n}", "กรรมการ", CommitteeRole.MEMBER, one) for n, one in enumerate(presences))


def meeting(*presences, resolved="", guests=()):
    return Meeting(1, 1, PLANNING, 1, DAY, agenda=(AgendaItem("เรื่อง", resolution=resolved),), attendees=(*members(*presences), *guests))


@pytest.mark.parametrize(
    ("presences", "came", "quorum"),
    [
        ((PRESENT,), 1, True),
        ((ABSENT,), 0, False),
        ((PRESENT, ABSENT), 1, True),
        ((PRESENT, ABSENT, ABSENT), 1, False),
        ((PRESENT, SUBSTITUTE, ABSENT), 2, True),
        ((PRESENT, PRESENT, ABSENT, ABSENT, ABSENT), 2, False),
        ((SUBSTITUTE, SUBSTITUTE, ABSENT, ABSENT), 2, True),
        ((), 0, False),
    ],
)
def test_half_of_the_members_make_a_quorum(presences, came, quorum):
    held = meeting(*presences)
    assert (held.came, held.has_quorum) == (came, quorum)


def test_guests_fill_no_seat():
    guests = tuple(Attendee(f"แขก {n}", "ผู้สังเกตการณ์") for n in range(9))
    held = meeting(PRESENT, ABSENT, ABSENT, guests=guests)
    assert (held.came, len(held.members), held.has_quorum) == (1, 3, False)


@given(st.lists(st.sampled_from(Presence), max_size=30))
def test_whoever_comes_in_somebody_s_place_counts_as_them(presences):
    replaced = [PRESENT if one is SUBSTITUTE else one for one in presences]
    assert meeting(*presences).has_quorum == meeting(*replaced).has_quorum


def codes(held):
    return [(problem.field, problem.code, problem.severity) for problem in check_meeting(held)]


def test_what_is_wrong_with_a_meeting():
    whole = meeting(PRESENT, PRESENT, resolved="เห็นชอบ")
    assert codes(whole) == []
    assert codes(replace(whole, held_on=None)) == [("held_on", "meeting.no-day", Severity.WARNING)]
    assert codes(replace(whole, agenda=())) == [("agenda", "meeting.no-agenda", Severity.WARNING)]
    nobody = replace(meeting(), held_on=DAY)
    assert codes(nobody) == [("attendees", "meeting.nobody", Severity.WARNING)]


def test_too_few_may_meet_but_resolve_nothing():
    few = meeting(PRESENT, ABSENT, ABSENT)
    assert codes(few) == []
    resolved = meeting(PRESENT, ABSENT, ABSENT, resolved="เห็นชอบ")
    (problem,) = check_meeting(resolved)
    assert (problem.code, problem.severity) == ("meeting.no-quorum", Severity.ERROR)
    assert problem.text == "มีกรรมการมาประชุม 1 จาก 3 คน ไม่ถึงกึ่งหนึ่ง ไม่เป็นองค์ประชุม"
    assert not meeting(ABSENT, resolved=" \n").recorded, "blanks resolve nothing"


def test_only_the_members_of_the_committee_are_invited():
    seats = (*small.COMMITTEE, CommitteeMember("ปลัดเทศบาล", CommitteeRole.CHAIR, PLANNING, "นายก ข"))
    (one,) = attendees_of(seats, PLANNING)
    assert (one.name, one.position, one.role, one.presence) == ("นายก ข", "ปลัดเทศบาล", CommitteeRole.CHAIR, PRESENT)
    assert len(attendees_of(seats, MONITORING)) == 3


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (PLANNING, "พิจารณาร่างแผนพัฒนาบุคลากร 3 ปี ประจำปีงบประมาณ พ.ศ. 2564 - 2566"),
        (MONITORING, "ติดตามและประเมินผลการดำเนินงานตามแผนพัฒนาบุคลากร 3 ปี ประจำปีงบประมาณ พ.ศ. 2564 - 2566"),
    ],
)
def test_a_new_meeting_has_the_customary_agenda_and_the_next_number(kind, subject):
    held = [Meeting(n, 1, committee, number) for n, (committee, number) in enumerate([(PLANNING, 1), (PLANNING, 4), (MONITORING, 2)])]
    found = new_meeting(small.plan(), kind, held)
    assert found.subject == subject
    assert found.number == (5 if kind is PLANNING else 3)
    assert tuple(item.title for item in found.agenda) == AGENDA
    assert [item.detail for item in found.agenda] == ["", "", "", subject, ""]
    assert not found.recorded
    assert new_meeting(small.plan(), kind, []).number == 1
