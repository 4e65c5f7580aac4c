"""Who came to a meeting, in columns: names with their positions, or seats alone where a committee is appointed by post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrdesk.domain.meeting import Attendee, new_meeting
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.reports.snapshots.meeting_snapshot import meeting_snapshot
from sample import sample

CHAIR, MEMBER = CommitteeRole.CHAIR, CommitteeRole.MEMBER


def snapshot(*attendees: Attendee):
    office, draft = sample()
    meeting = replace(new_meeting(draft, CommitteeKind.MONITORING, ()), held_on=date(2022, 1, 20), attendees=attendees)
    return meeting_snapshot(office, draft, meeting)


def test_seats_alone_need_no_column_for_names() -> None:
    found = snapshot(Attendee("", "นายกเทศมนตรี", CHAIR), Attendee("", "ปลัดเทศบาล", MEMBER, Presence.ABSENT))
    assert found.came == (("1. นายกเทศมนตรี", "ประธานกรรมการ"),)
    assert found.absent == (("1. ปลัดเทศบาล", "กรรมการ"),)
    assert found.guests == ()


def test_a_seat_among_names_keeps_their_columns() -> None:
    found = snapshot(
        Attendee("นายสมชาย ใจดี", "นายกเทศมนตรี", CHAIR),
        Attendee("", "ปลัดเทศบาล", MEMBER),
        Attendee("นางสาวมะลิ งามดี", "วิทยากร"),
    )
    assert found.came == (("1. นายสมชาย ใจดี", "นายกเทศมนตรี", "ประธานกรรมการ"), ("2. ปลัดเทศบาล", "", "กรรมการ"))
    assert [row[:2] for row in found.guests] == [("1. นางสาวมะลิ งามดี", "วิทยากร")]


def test_who_came_in_anothers_place_is_named_before_it() -> None:
    found = snapshot(Attendee("", "ปลัดเทศบาล", MEMBER, Presence.SUBSTITUTE, "นายวิชัย ดีงาม"))
    assert found.came == (("1. นายวิชัย ดีงาม (แทน ปลัดเทศบาล)", "กรรมการ"),)
