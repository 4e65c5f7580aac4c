"""The guideline's figures of a year that is past: of who was there, in the post of the time, by what was said by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.needs import NO_GROUP
from hrdesk.domain.skill_terms import Rater
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import PersonnelType
from hrdesk.services.skills.assessing import Entry, Occasion
from hrdesk.services.skills.overview import overview_at, read_overview
from skill_office import FRAMEWORK, first, judge

YEAR, LAST = 2567, date(2024, 9, 30)
BEFORE, AFTER = date(2024, 9, 1), date(2024, 11, 1)
AGREED_AFTER = Occasion(Rater.AGREED, AFTER, "หัวหน้าสำนักปลัด")


@pytest.fixture
def person(services):
    return first(services, "Others").person


def at(services, day=LAST):
    with services.database.read() as session:
        return {profile.person.id: profile for profile in overview_at(session, day).profiles}


def units(services, day=LAST):
    return {each.name: each.people for each in services.skills.figures_at(YEAR, day).by_unit}


def dated(services, staff, ends_on):
    """The officer dates the history's entry of the post that was left."""
    services.history.save(replace(services.history.of(staff).held[0], ends_on=ends_on))


def test_of_an_office_where_nothing_changed_it_is_the_same_as_today(services):
    with services.database.read() as session:
        today = read_overview(session).profiles
        then = overview_at(session, LAST).profiles
    came_later = {one.person.id for one in today if one.person.start_date and one.person.start_date > LAST}
    assert [one for one in today if one.person.id not in came_later] == list(then)
    assert services.skills.figures_at(YEAR, date(2026, 9, 30)).by_unit == services.skills.figures(YEAR)[1].by_unit


@pytest.mark.parametrize(("left", "counts"), [(LAST, False), (AFTER, True)])
def test_who_left_after_the_day_still_counts_in_unit_and_group(services, person, left, counts):
    before = units(services)
    services.register.retire(person.id, left, "เกษียณอายุ")
    assert person.id not in {one.person.id for one in services.skills.overview().profiles}
    found = at(services)
    assert (person.id in found) is counts
    assert units(services)[person.unit_line] == before[person.unit_line] - (not counts)
    if counts:
        kept = found[person.id].person
        assert (kept.position, kept.unit_id, kept.groups) == (person.position, person.unit_id, ("Others",))
        assert NO_GROUP not in {each.name for each in services.skills.figures_at(YEAR, LAST).by_group}


@pytest.mark.parametrize(("came", "counts"), [(LAST, True), (AFTER, False)])
def test_who_came_after_the_day_does_not(services, person, came, counts):
    services.register.save_person(replace(services.register.person(person.id), start_date=came))
    assert (person.id in at(services)) is counts


def test_who_moved_after_the_day_counts_where_they_were(services, person):
    before = units(services)
    post = next(p for p in services.register.office().positions if not p.holder and p.unit not in ("", person.unit))
    services.register.save_person(replace(services.register.person(person.id), position_id=post.id))
    dated(services, person.id, AFTER)
    assert at(services)[person.id].person.unit == person.unit
    assert units(services) == before
    assert units(services, date(2024, 11, 2)) != before


def test_two_units_that_are_no_more_stay_two(services):
    """Their names are all that the history has."""
    people = [one.person for one in services.skills.overview().profiles if one.person.start_date is None or one.person.start_date < LAST][:3]
    for one, name in zip(people, ("กองเก่า", "กองเดิม", "กองเดิม"), strict=True):
        services.register.retire(one.id, AFTER, "โอนย้าย")
        services.history.save(replace(services.history.of(one.id).held[0], unit=name, bureau=name))
    found = units(services)
    assert (found["กองเก่า"], found["กองเดิม"]) == (1, 2)


def test_a_political_office_holder_of_today_was_staff_then(services, person):
    services.register.save_person(replace(services.register.person(person.id), personnel_type=PersonnelType.POLITICAL))
    assert person.id not in {one.person.id for one in services.skills.overview().profiles}
    assert at(services)[person.id].person.personnel_type is person.personnel_type
    services.history.save(replace(services.history.of(person.id).held[0], personnel_type=PersonnelType.POLITICAL))
    assert person.id not in at(services)


def level(services, person, day=LAST):
    return next(s for s in at(services, day)[person.id].standings if s.requirement.code == "DLit100").state.value


def test_what_was_said_later_changes_no_year_that_is_over(services, person):
    unknown = level(services, person)
    judge(services, person.id, AGREED_AFTER, DLit100=1)
    assert level(services, person) == unknown, "first said of a later day"
    assert level(services, person, AFTER) == "met"


def test_what_a_later_day_replaced_counted_then(services, person):
    judge(services, person.id, DLit100=0)
    lacking = level(services, person)
    judge(services, person.id, AGREED_AFTER, DLit100=1)
    assert (level(services, person), level(services, person, AFTER)) == (lacking, "met")
    assert lacking != "met"


def test_what_was_mended_or_taken_back_counts_as_it_stands(services, person):
    unknown = level(services, person)
    judge(services, person.id, DLit100=0)
    judge(services, person.id, DLit100=1)  # of the same day
    assert level(services, person) == "met"
    services.skills.record([Entry(person.id, FRAMEWORK, "DLit100", None)], AGREED_AFTER)
    assert level(services, person) == unknown


def test_the_years_report_says_of_which_day_its_figures_are(services, person):
    judge(services, person.id, Occasion(Rater.AGREED, BEFORE), DLit100=1)
    services.register.retire(person.id, AFTER, "เกษียณอายุ")
    plan = services.planning.plans()[0].id
    document = services.forms.document("annual-report", Subject(plan=plan, year=YEAR - 1))
    assert "ตัวชี้วัดการพัฒนาทักษะบุคลากร" not in said(document), "nobody was judged by then"
    judge(services, person.id, Occasion(Rater.AGREED, date(2023, 9, 1)), DLit200=1)
    text = said(services.forms.document("annual-report", Subject(plan=plan, year=YEAR - 1)))
    people = len(at(services, date(2023, 9, 30)))
    assert f"นับบุคลากรที่ปฏิบัติงานอยู่ ณ วันที่ 30 กันยายน 2566 จำนวน {people} คน ประเมินทักษะแล้ว 1 คน" in text


def said(document):
    blocks = [block for section in document.sections for block in section.blocks]
    runs = ("".join(run.text for run in getattr(block, "runs", ())) for block in blocks)
    return "\n".join([*runs, *(block.text for block in blocks if hasattr(block, "text"))])
