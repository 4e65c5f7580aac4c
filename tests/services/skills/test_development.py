from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.idp import check_idp
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus, LearningWay
from hrdesk.errors import Severity, UserError
from hrdesk.services import Area, InvalidRecord
from skill_office import FRAMEWORK, first, judge

YEAR = 2568


@pytest.fixture
def person(services):
    """Lacks two units, holds the rest of what was judged."""
    number = first(services, "Others").person.id
    judge(services, number, DLit100=0, DLit200=0, DLit300=1)
    return number


def signed(idp):
    return replace(
        idp, goal="มีทักษะครบ", superior_name="ก", superior_agreed_on=date(2024, 10, 1),
        upper_name="ข", upper_agreed_on=date(2024, 10, 2),
    )  # fmt: skip


def test_a_draft_comes_from_gaps_guide_and_catalogue(services, person):
    course = services.curriculum.catalogue().courses[3]
    services.skills.save_course_units(course.id, [(FRAMEWORK, "DLit100")])
    idp = services.development.draft(person, YEAR)
    assert [item.code for item in idp.items] == ["DLit100"] * 3 + ["DLit200"] * 3
    assert idp.items[0].way is LearningWay.COURSE
    assert idp.items[0].course_id == course.id
    assert course.title in idp.items[0].activity
    assert idp.items[3].course_id is None
    assert {(item.agreed_level, item.gap) for item in idp.items} == {(0, 1)}
    assert (idp.year, idp.framework, idp.stage, idp.unit) == (YEAR, FRAMEWORK, "Early", first(services, "Others").person.unit)
    assert not [p for p in check_idp(idp) if p.severity is Severity.ERROR]


def test_a_batch_drafts_for_whoever_has_a_gap_and_no_plan(services, person):
    drafted, area = services.development.draft_all(YEAR)
    assert (len(drafted.made), drafted.kept, area) == (1, 0, Area.SKILLS)
    assert len(drafted.without_gap) == len(services.skills.overview().profiles) - 1
    again, _ = services.development.draft_all(YEAR)
    assert (again.made, again.kept) == ((), 1)
    row = next(row for row in services.development.listed(YEAR) if row.idp_id)
    assert (row.staff_id, row.status, row.items, row.gaps) == (person, IdpStatus.DRAFT, 6, 2)
    assert services.development.years() == (YEAR,)
    assert services.development.count(YEAR) == 1
    (plan,) = services.development.load_many(YEAR)
    assert plan == services.development.load(row.idp_id)
    unit = services.skills.overview(staff=[person]).profiles[0].person.unit_id
    assert services.development.load_many(YEAR, unit) == (plan,)


def test_a_plan_lives_from_draft_over_two_superiors_to_its_end(services, person):
    development = services.development
    number, _ = development.save(development.draft(person, YEAR))
    with pytest.raises(UserError, match="อยู่แล้ว"):
        development.save(development.draft(person, YEAR))
    with pytest.raises(InvalidRecord, match="ผู้บังคับบัญชา"):
        development.agree(number)
    development.save(signed(development.load(number)))
    development.agree(number)
    agreed = development.load(number)
    assert agreed.status is IdpStatus.AGREED
    with pytest.raises(UserError, match="ลบไม่ได้"):
        development.delete(number)
    followed = replace(
        agreed,
        result="ทำได้ตามเป้าหมาย",
        items=tuple(replace(item, status=IdpItemStatus.DONE, evidence="แฟ้มงาน") for item in agreed.items),
    )
    with pytest.raises(InvalidRecord, match="สำเร็จหรือยกเลิก"):
        development.close(number, date(2025, 9, 30))
    development.save(followed)
    assert development.load(number).status is IdpStatus.AGREED, "following it up needs no new agreement"
    development.close(number, date(2025, 9, 30))
    closed = development.load(number)
    assert (closed.status, closed.closed_on, closed.done) == (IdpStatus.CLOSED, date(2025, 9, 30), len(closed.items))
    for change in (
        lambda: development.save(replace(closed, goal="อื่น")),
        lambda: development.delete(number),
        lambda: development.close(number, date(2025, 9, 30)),
    ):
        with pytest.raises(UserError, match="สิ้นสุดแล้ว"):
            change()
    assert development.load(number) == closed


def test_what_was_agreed_needs_agreement_again_when_it_changes(services, person):
    development = services.development
    number, _ = development.save(signed(development.draft(person, YEAR)))
    development.agree(number)
    agreed = development.load(number)
    development.save(replace(agreed, items=agreed.items[1:]))
    found = development.load(number)
    assert (found.status, found.superior_agreed_on, found.upper_agreed_on) == (IdpStatus.DRAFT, None, None)
    assert found.items == agreed.items[1:]
    development.delete(number)
    assert development.count(YEAR) == 0


def test_what_a_plan_says_of_the_person_stays_when_the_register_changes(services, person):
    development = services.development
    number, _ = development.save(development.draft(person, YEAR))
    before = development.load(number)
    judge(services, person, DLit100=1)
    services.register.retire(person, date(2025, 1, 1), "ลาออก")
    assert development.load(number) == before
    assert [row.idp_id for row in development.listed(YEAR)][-1] == number, "still in the list of the year"
    with pytest.raises(UserError, match="ไม่พบบุคลากร"):
        development.draft(person, YEAR)


def test_a_course_that_a_plan_names_is_not_deleted_under_it(services, person):
    course = services.curriculum.catalogue().courses[3]
    services.skills.save_course_units(course.id, [(FRAMEWORK, "DLit100")])
    services.development.save(services.development.draft(person, YEAR))
    with pytest.raises(UserError, match="แผนพัฒนารายบุคคล"):
        services.curriculum.delete_course(course.id)
