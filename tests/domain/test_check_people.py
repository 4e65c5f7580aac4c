from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import small_office as small
from hrdesk.domain.check import PlanCase, people
from hrdesk.domain.plan import CommitteeMember, MonitoringRound, PlanDraft
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, OrganizationKind

PLANNING = CommitteeKind.PLANNING


def case(draft: PlanDraft, kind: OrganizationKind = OrganizationKind.SUBDISTRICT) -> PlanCase:
    return PlanCase(draft, small.office(kind))


def only_executives(**changes: object) -> PlanDraft:
    return small.plan(projects=(small.project(1, "ก", 10, (small.OWN,), targets=(1,)),), **changes)


def test_posts_no_project_reaches_are_told_by_kind() -> None:
    academic, contract = people.uncovered(case(only_executives()))
    assert academic.code == contract.code == "plan.uncovered"
    assert "พนักงานเทศบาลประเภทวิชาการ 1 ตำแหน่ง ได้แก่ นักทรัพยากรบุคคล" in academic.text
    assert "พนักงานจ้างทั่วไป 1 ตำแหน่ง ได้แก่ คนงาน" in contract.text


def test_many_posts_of_a_kind_are_counted_and_three_are_named() -> None:
    posts = tuple(replace(small.POSITIONS[1], id=i, title=f"ตำแหน่ง {i}") for i in range(5))
    office = replace(small.office(), positions=posts)
    (problem,) = people.uncovered(PlanCase(only_executives(), office))
    assert "5 ตำแหน่ง ได้แก่ ตำแหน่ง 0, ตำแหน่ง 1, ตำแหน่ง 2 เป็นต้น" in problem.text


def test_nothing_is_promised_nothing_is_missing() -> None:
    assert not list(people.uncovered(case(only_executives(covers_all_positions=False))))


def test_staff_are_called_as_the_kind_of_office_calls_them() -> None:
    (academic, _) = people.uncovered(case(only_executives(), OrganizationKind.SAO))
    assert "พนักงานส่วนตำบลประเภทวิชาการ" in academic.text


def test_three_rounds_a_year() -> None:
    rounds = (*(MonitoringRound(year, n) for year in small.YEARS for n in (1, 2)), MonitoringRound(2566, 3))
    first, second = people.too_few_rounds(case(small.plan(rounds=(*rounds, MonitoringRound(2564, 2)))))
    assert (first.field, second.field) == ("rounds.2564", "rounds.2565")
    assert "2 ครั้ง" in first.text, "the same round twice counts once"
    assert "อย่างน้อยปีละ 3 ครั้ง" in first.text


def test_round_due_outside_its_fiscal_year() -> None:
    standard = small.plan().rounds
    early, late = MonitoringRound(2564, 4, date(2020, 9, 30)), MonitoringRound(2564, 5, date(2021, 10, 1))
    fine = MonitoringRound(2564, 6, date(2021, 9, 30))
    rounds = (*standard, early, late, fine, MonitoringRound(2570, 1))
    found = people.round_outside_year(case(small.plan(rounds=rounds)))
    assert [p.field for p in found] == ["rounds.2564.4", "rounds.2564.5", "rounds.2570.1"]


def member(position: str, role: CommitteeRole = CommitteeRole.MEMBER, name: str = "") -> CommitteeMember:
    return CommitteeMember(position, role, name=name)


CHAIR, SECRETARY = (
    member("นายก", CommitteeRole.CHAIR),
    member("นักทรัพยากรบุคคล", CommitteeRole.MEMBER_SECRETARY),
)


@pytest.mark.parametrize(
    ("members", "code", "words"),
    [
        ((member("ปลัด"), member("รองปลัด"), SECRETARY), "no-chair", "ประธานกรรมการ"),
        ((CHAIR, member("ปลัด", CommitteeRole.CHAIR), SECRETARY), "many-chairs", "2 คน"),
        ((CHAIR, member("ปลัด"), member("รองปลัด")), "no-secretary", "เลขานุการ"),
        ((CHAIR, SECRETARY), "too-small", "มีกรรมการ 2 คน ต้องมีอย่างน้อย 3 คน"),
        ((CHAIR, member("ปลัด"), member(" ปลัด"), SECRETARY), "duplicate", "“ปลัด” มีชื่อซ้ำ 2 ครั้ง"),
        ((CHAIR, member(" "), SECRETARY), "no-position", "ยังไม่ได้ระบุตำแหน่ง"),
    ],
)
def test_committee(members: tuple[CommitteeMember, ...], code: str, words: str) -> None:
    (problem,) = people.committee(case(small.plan(committee=members)))
    assert (problem.code, problem.field) == (f"committee.{code}", "committee:monitoring")
    assert words in problem.text
    assert problem.place == "คณะกรรมการติดตามและประเมินผล"


def test_same_post_held_by_two_named_people_is_no_duplicate() -> None:
    two = (CHAIR, member("ผู้ทรงคุณวุฒิ", name="นายก้อง ใจดี"), member("ผู้ทรงคุณวุฒิ", name="นางแก้ว ใจงาม"), SECRETARY)
    assert not list(people.committee(case(small.plan(committee=two))))


def test_planning_committee_is_checked_once_appointed() -> None:
    alone = (*small.COMMITTEE, CommitteeMember("ปลัด", CommitteeRole.CHAIR, PLANNING))
    problems = people.committee(case(small.plan(committee=alone)))
    assert {p.code for p in problems} == {"committee.no-secretary", "committee.too-small"}
