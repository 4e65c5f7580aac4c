"""A plan's way to its announcement, what it freezes, and its revisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from announcing import keep_the_promise
from hrdesk.domain.life import NEXT, IssuedDocument, may_follow
from hrdesk.domain.plan_terms import LIFE, DocumentKind, PlanStatus
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import CommitteeKind
from hrdesk.errors import UserError
from hrdesk.services import Area, Services
from hrdesk.services.area import InvalidRecord
from hrdesk.services.plan.life import Step

S = PlanStatus
WAY = (S.COMMITTEE, S.REVISED, S.MAYOR, S.PROVINCE, S.ANNOUNCED)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def life(services):
    return services.plan_life


def announce(services):
    keep_the_promise(services)
    for month, status in enumerate(WAY, start=5):
        services.plan_life.advance(1, Step(status, date(2020, month, 10), note="แก้ครั้งหน้า"))


def revise(services, text="ยกเลิกโครงการ"):
    services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5), note=text))
    draft = services.planning.load(1)
    services.planning.save(replace(draft, projects=draft.projects[1:], budget_law="เทศบัญญัติ"))


def test_the_usual_way_is_one_of_the_allowed_ones():
    assert all(may_follow(after, before) for before, after in pairwise(LIFE))
    assert set(NEXT) == set(PlanStatus)


def test_each_stage_is_kept_with_its_day_paper_and_resolution(life):
    order = IssuedDocument(0, DocumentKind.ORDER, "๑๒", date(2020, 5, 10), "แต่งตั้งคณะกรรมการ")
    assert life.advance(1, Step(S.COMMITTEE, date(2020, 5, 10), "เห็นชอบให้แก้ไข", document=order)) is Area.PLAN
    (event,) = life.history(1)
    assert (event.status, event.happened_on, event.resolution) == (S.COMMITTEE, date(2020, 5, 10), "เห็นชอบให้แก้ไข")
    assert (event.document.label, event.document.plan) == ("12/2563", 1)


def test_stages_are_neither_skipped_nor_dated_back(life):
    with pytest.raises(UserError, match="ไปยัง"):
        life.advance(1, Step(S.ANNOUNCED, date(2020, 5, 1)))
    life.advance(1, Step(S.COMMITTEE, date(2020, 5, 10)))
    with pytest.raises(InvalidRecord, match="ไม่ก่อน"):
        life.advance(1, Step(S.MAYOR, date(2020, 5, 9)))
    with pytest.raises(InvalidRecord, match="วันที่"):
        life.advance(1, Step(S.MAYOR, None))
    assert len(life.history(1)) == 1


def test_an_announced_plan_reprints_the_same_after_the_register_changed(services):
    announce(services)
    before = services.forms.document("plan-book", Subject(plan=1))
    tables = services.forms.document("budget-table", Subject(plan=1))
    office = services.register.organization()
    services.register.save_organization(replace(office, head_name="นายใหม่ มาแทน", district="อื่น"))
    method = services.curriculum.catalogue().methods[0]
    services.curriculum.save_method(replace(method, name="ชื่อใหม่", short_name="ใหม่"))
    assert services.forms.document("plan-book", Subject(plan=1)) == before
    assert services.forms.document("budget-table", Subject(plan=1)) == tables
    assert services.planning.load(1).status is S.ANNOUNCED


def test_what_is_not_true_is_not_announced_and_other_errors_only_for_a_reason(services, life):
    for month, status in enumerate(WAY[:-1], start=5):
        life.advance(1, Step(status, date(2020, month, 10)))
    with pytest.raises(InvalidRecord, match="ไม่มีโครงการใดครอบคลุม"):
        life.advance(1, Step(S.ANNOUNCED, date(2020, 9, 10), note="ขอประกาศก่อน"))
    keep_the_promise(services)
    with pytest.raises(InvalidRecord, match="ยังมีข้อที่ต้องแก้ 6 รายการ") as refused:
        life.advance(1, Step(S.ANNOUNCED, date(2020, 9, 10)))
    assert [problem.field for problem in refused.value.problems] == ["step.note"]
    assert services.planning.load(1).status is S.PROVINCE, "nothing was announced"
    assert life.editions(1) == ()
    life.advance(1, Step(S.ANNOUNCED, date(2020, 9, 10), note="ก.ท.จ. เห็นชอบแล้ว จะแก้ในฉบับแก้ไข"))
    assert life.history(1)[-1].note == "ก.ท.จ. เห็นชอบแล้ว จะแก้ในฉบับแก้ไข"


def test_a_revision_is_numbered_and_both_editions_stay(services):
    announce(services)
    original = services.forms.document("plan-book", Subject(plan=1))
    first_title = services.planning.load(1).projects[0].title
    revise(services)
    with pytest.raises(InvalidRecord, match="มติ"):
        services.plan_life.advance(1, Step(S.ANNOUNCED, date(2021, 2, 1)))
    services.plan_life.advance(1, Step(S.ANNOUNCED, date(2021, 2, 1), "ก.ท.จ. เห็นชอบ ครั้งที่ 2/2564", "แก้ครั้งหน้า"))
    new, old = services.plan_life.editions(1)
    assert [(e.number, e.announced_on) for e in (new, old)] == [(1, date(2021, 2, 1)), (0, date(2020, 9, 10))]
    assert (new.reason, new.resolution) == ("ยกเลิกโครงการ", "ก.ท.จ. เห็นชอบ ครั้งที่ 2/2564")
    assert services.forms.document("plan-book", Subject(plan=1, revision=old.id)) == original
    assert services.forms.document("plan-book", Subject(plan=1)) != original
    changes = services.plan_life.changes(1, new.id)
    assert [p.title for p in changes.removed] == [first_title]
    assert not changes.added
    assert [c.what for c in changes.others] == ["กฎหมายงบประมาณ"]


def test_a_revision_given_up_leaves_the_announced_plan(services):
    announce(services)
    before = services.planning.load(1)
    revise(services)
    assert services.plan_life.changes(1)
    services.plan_life.give_up_revision(1)
    after = services.planning.load(1)
    assert (after.status, after.budget_law) == (S.ANNOUNCED, before.budget_law)
    assert [p.title for p in after.projects] == [p.title for p in before.projects]
    assert services.plan_life.history(1)[-1].status is S.ANNOUNCED
    with pytest.raises(UserError, match="ไม่ได้อยู่ระหว่างแก้ไข"):
        services.plan_life.give_up_revision(1)


def test_a_revision_needs_a_reason_and_a_closed_plan_stays_closed(services):
    announce(services)
    with pytest.raises(InvalidRecord, match="เหตุผล"):
        services.plan_life.advance(1, Step(S.REVISING, date(2021, 1, 5)))
    services.plan_life.advance(1, Step(S.CLOSED, date(2023, 9, 30)))
    with pytest.raises(UserError, match="สิ้นสุด"):
        services.plan_life.advance(1, Step(S.REVISING, date(2023, 10, 1), note="ก"))


def test_a_plan_never_announced_has_nothing_to_compare_with(life):
    assert life.editions(1) == ()
    with pytest.raises(UserError, match="ยังไม่เคยประกาศใช้"):
        life.changes(1)


def test_a_plan_in_force_cannot_be_deleted_and_papers_outlive_a_draft(services):
    paper = IssuedDocument(0, DocumentKind.ORDER, "1", date(2020, 5, 10), "คำสั่ง")
    services.plan_life.advance(1, Step(S.COMMITTEE, date(2020, 5, 10), document=paper))
    copy, _ = services.planning.save(services.planning.copy_forward(1))
    services.planning.delete(1)
    (left,) = services.documents.issued()
    assert (left.label, left.plan) == ("1/2563", None)
    assert [plan.id for plan in services.planning.plans()] == [copy]


def test_a_deleted_plan_comes_back_with_all_that_went_with_it(services):
    """Its stages, the meetings they name, its papers and its schedules; a paper deleted meanwhile stays deleted."""
    meeting, _ = services.meetings.save(services.meetings.blank(1, CommitteeKind.PLANNING))
    paper = IssuedDocument(0, DocumentKind.ORDER, "1", date(2020, 5, 10), "คำสั่ง")
    services.plan_life.advance(1, Step(S.COMMITTEE, date(2020, 5, 10), document=paper, meeting=meeting))
    loose, _ = services.documents.issue(replace(paper, number="2", plan=1))
    services.schedules.save(services.schedules.propose(1, 2565))

    def whole():
        return (
            services.planning.load(1), services.plan_life.history(1), services.meetings.held(1),
            services.schedules.load(1, 2565), [one for one in services.documents.issued() if one.id != loose],
        )  # fmt: skip

    before = whole()
    deleted, _ = services.planning.delete(1)
    assert services.planning.plans() == ()
    services.documents.delete(loose)
    assert services.planning.put_back(deleted) == (1, Area.PLAN)
    assert whole() == before
    assert [one.plan for one in services.documents.issued()] == [1]


def test_numbers_of_orders_begin_anew_each_calendar_year(services):
    documents = services.documents
    for number, day in (("7", date(2020, 12, 30)), ("8/2563", date(2020, 12, 31)), ("1", date(2021, 1, 4))):
        documents.issue(IssuedDocument(0, DocumentKind.ORDER, number, day, "เรื่อง"))
    assert documents.suggested_number(DocumentKind.ORDER, 2563) == "9"
    assert documents.suggested_number(DocumentKind.ORDER, 2564) == "2"
    assert documents.suggested_number(DocumentKind.ANNOUNCEMENT, 2564) == "1"
    assert documents.suggested_number(DocumentKind.LETTER, 2564) == ""
    with pytest.raises(InvalidRecord, match="ออกไปแล้ว"):
        documents.issue(IssuedDocument(0, DocumentKind.ORDER, "๘", date(2020, 5, 1), "ซ้ำ"))
    with pytest.raises(InvalidRecord, match="เลขที่"):
        documents.issue(IssuedDocument(0, DocumentKind.MEMO, " ", date(2020, 5, 1), "ไม่มีเลข"))
