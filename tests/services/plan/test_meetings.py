"""Meetings of a plan's committees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.meeting import AGENDA, AgendaItem, Attendee, Meeting, check_meeting
from hrdesk.domain.plan_terms import PlanStatus, Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.area import InvalidRecord
from hrdesk.services.plan.life import Step

KIND = CommitteeKind.MONITORING


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def test_the_next_meeting_has_the_committee_and_the_customary_agenda(services):
    meeting = services.meetings.blank(1, KIND)
    members = [m for m in services.planning.load(1).committee if m.committee is KIND]
    assert (meeting.number, [item.title for item in meeting.agenda]) == (1, list(AGENDA))
    assert [a.position for a in meeting.attendees] == [m.position for m in members]


def test_a_meeting_comes_back_as_it_was_held(services):
    blank = services.meetings.blank(1, KIND)
    held = replace(
        blank,
        held_on=date(2021, 1, 15),
        place="ห้องประชุมสภา",
        agenda=(AgendaItem("พิจารณา", "ร่างแผน", "อภิปราย", "เห็นชอบ"),),
        attendees=(
            *(replace(a, presence=Presence.SUBSTITUTE, substitute="นายแทน ดี") for a in blank.attendees[:1]),
            *blank.attendees[1:],
            Attendee("นางสาวแขก รับเชิญ", "ท้องถิ่นอำเภอ"),
        ),
    )
    meeting_id, _ = services.meetings.save(held)
    assert services.meetings.load(meeting_id) == replace(held, id=meeting_id)
    shorter = replace(held, id=meeting_id, agenda=(), attendees=held.attendees[:2])
    services.meetings.save(shorter)
    assert services.meetings.held(1) == (shorter,)
    assert services.meetings.blank(1, KIND).number == 2


def test_two_meetings_of_a_committee_do_not_share_a_number(services):
    services.meetings.save(services.meetings.blank(1, KIND))
    second = services.meetings.blank(1, KIND)
    with pytest.raises(InvalidRecord, match="ครั้งที่ 1"):
        services.meetings.save(replace(second, number=1))


def test_a_meeting_that_a_stage_rests_on_stays(services):
    meeting_id, _ = services.meetings.save(services.meetings.blank(1, CommitteeKind.PLANNING))
    services.plan_life.advance(1, Step(PlanStatus.COMMITTEE, date(2020, 5, 10), meeting=meeting_id))
    with pytest.raises(UserError, match="อ้างถึง"):
        services.meetings.delete(meeting_id)
    other, _ = services.meetings.save(services.meetings.blank(1, KIND))
    whole = services.meetings.load(other)
    deleted, _ = services.meetings.delete(other)
    with pytest.raises(UserError, match="ไม่พบการประชุม"):
        services.meetings.load(other)
    assert services.meetings.put_back(deleted)[0] == other
    assert services.meetings.load(other) == whole


def test_a_meeting_does_not_come_back_beside_one_that_took_its_number(services):
    meeting_id, _ = services.meetings.save(services.meetings.blank(1, KIND))
    deleted, _ = services.meetings.delete(meeting_id)
    services.meetings.save(services.meetings.blank(1, KIND))
    held = services.meetings.held(1)
    with pytest.raises(UserError):
        services.meetings.put_back(deleted)
    assert services.meetings.held(1) == held


def test_minutes_without_a_quorum_are_an_error():
    members = tuple(Attendee(f"คนที่ {n}", "", CommitteeRole.MEMBER) for n in range(4))
    absent = tuple(replace(a, presence=Presence.ABSENT) for a in members)
    meeting = replace(
        Meeting(0, 1, KIND, 1), attendees=(members[0], *absent[1:]), agenda=(AgendaItem("พิจารณา", resolution="เห็นชอบ"),)
    )
    assert [p.code for p in check_meeting(meeting)] == ["meeting.no-day", "meeting.no-quorum"]
    half = replace(meeting, held_on=date(2021, 1, 1), attendees=(*members[:2], *absent[2:]))
    assert check_meeting(half) == ()
