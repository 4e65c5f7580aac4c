"""Coverage counts people where they stood: the class's frozen post, and the register of the day before later moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.person_history import HeldPosition
from hrdesk.domain.terms import Level, PersonnelType, PositionType, position_type_of, term
from hrdesk.domain.training_terms import Result
from hrdesk.services import Services
from hrdesk.services.monitoring.register_at import register_at
from year_rows import add_class, add_project

YEAR = 2566
HELD, AS_AT, MOVED = date(2023, 1, 10), date(2023, 9, 30), date(2023, 11, 1)
FINANCE, WORKS = "กองคลัง", "กองช่าง"


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def people_of(services, bureau):
    with services.database.read() as session:
        return [staff for staff, post in register_at(session, AS_AT).items() if post.bureau == bureau]


def held_for(services, staff, on=HELD):
    with services.database.begin() as session:
        project = add_project(session, YEAR, "โครงการอบรม", None)
        session.flush()
        add_class(session, project, 1, on, [(one, Result.PASSED) for one in staff])


def move(services, staff, title, on):
    """To a vacant post of that title; the officer dates the history's entry."""
    post = next(p for p in services.register.office().positions if p.title == title and not p.holder)
    services.register.save_person(replace(services.register.person(staff), position_id=post.id))
    left = services.history.of(staff).held[0]
    services.history.save(replace(left, ends_on=on))


def covered(services, day=AS_AT):
    plan = services.planning.plans()[0].id
    figures = services.monitoring.figures(plan, YEAR, day)
    return {one.name: (one.people, one.developed) for one in figures.by_unit}, figures


def test_a_result_stays_with_the_unit_of_the_class_when_its_person_moves(services):
    officer, other, *_ = people_of(services, FINANCE)
    held_for(services, [officer, other])
    before, _ = covered(services)
    assert before[FINANCE][1] == 2
    move(services, officer, "วิศวกรโยธา", date(2023, 3, 1))  # within the year, after the class
    after, figures = covered(services)
    assert after[FINANCE] == before[FINANCE]  # still counted there, once
    assert after[WORKS] == before[WORKS]
    assert figures.whole.developed == 2
    assert sum(people for people, _ in after.values()) == figures.whole.people


def test_who_passed_nothing_counts_in_the_unit_of_the_day(services):
    officer = people_of(services, FINANCE)[0]
    before, _ = covered(services)
    move(services, officer, "วิศวกรโยธา", MOVED)  # after the report's day: that report does not change
    assert covered(services)[0] == before
    later, _ = covered(services, date(2023, 11, 2))
    assert later[FINANCE][0] == before[FINANCE][0] - 1
    assert later[WORKS][0] == before[WORKS][0] + 1


def test_the_last_class_decides_where_someone_counts(services):
    officer = people_of(services, FINANCE)[0]
    held_for(services, [officer])
    move(services, officer, "วิศวกรโยธา", date(2023, 3, 1))
    held_for(services, [officer], date(2023, 6, 1))
    assert covered(services, date(2023, 5, 1))[0][FINANCE][1] == 1
    assert (covered(services)[0][FINANCE][1], covered(services)[0][WORKS][1]) == (0, 1)


def test_who_left_later_is_there_with_the_post_of_the_day(services):
    officer = people_of(services, WORKS)[0]
    before, _ = covered(services)
    services.register.retire(officer, MOVED, "ลาออก")
    assert covered(services)[0] == before
    assert covered(services, MOVED)[0][WORKS][0] == before[WORKS][0] - 1


def test_a_promotion_after_the_class_leaves_its_group(services):
    """Groups follow the frozen type of post: from academic to director after the class."""
    office = services.register.office()
    person = next(p for p in office.positions if p.position_type is PositionType.ACADEMIC and p.holder)
    held_for(services, [person.staff_id])
    groups = {one.name: (one.people, one.developed) for one in covered(services)[1].by_group}
    move(services, person.staff_id, "หัวหน้าฝ่ายปกครอง (นักบริหารงานทั่วไป)", date(2023, 3, 1))
    assert {one.name: (one.people, one.developed) for one in covered(services)[1].by_group} == groups


def test_another_kind_of_personnel_later_leaves_the_report_of_before(services):
    """An employee on contract becomes a civil servant in November: September's report counts a contract."""
    office = services.register.office()
    person = next(p for p in office.positions if p.personnel_type is PersonnelType.MISSION_QUALIFIED and p.holder).staff_id

    def kinds(day=AS_AT):
        plan = services.planning.plans()[0].id
        return {one.name: one.people for one in services.monitoring.figures(plan, YEAR, day).by_type}

    before = kinds()
    services.register.save_person(replace(services.register.person(person), personnel_type=PersonnelType.REGULAR))
    (left,) = services.history.of(person).held
    services.history.save(replace(left, ends_on=MOVED))
    assert kinds() == before
    contract = term(PersonnelType.MISSION_QUALIFIED)
    staff = services.register.organization().wording.staff
    assert kinds(MOVED)[contract] == before[contract] - 1
    assert kinds(MOVED)[staff] == before[staff] + 1


def test_every_level_belongs_to_the_type_of_its_posts(services):
    for post in services.register.office().positions:
        if post.level is not Level.NONE:
            assert position_type_of(post.level) is post.position_type
    assert position_type_of(Level.NONE) is PositionType.NONE


def two_of_a_name(services, first, second):
    """A unit of one name under each of two bureaus, with a vacant post in each; the posts' ids."""
    register = services.register
    bureaus = {unit.name: unit.id for unit in register.units() if unit.parent is None}
    free = [post for post in register.office().positions if not post.holder][:2]
    for post, bureau in zip(free, (first, second), strict=True):
        unit, _ = register.save_unit(OrgUnit(0, "งานสารบรรณกลาง", bureaus[bureau]))
        register.save_position(replace(register.position(post.id), unit_id=unit))
    return [post.id for post in free]


@pytest.mark.parametrize("bureau", [FINANCE, WORKS])
def test_a_post_of_the_past_stays_with_its_bureau_though_units_bear_one_name(services, bureau):
    posts = dict(zip((FINANCE, WORKS), two_of_a_name(services, FINANCE, WORKS), strict=True))
    officer = people_of(services, "สำนักปลัดเทศบาล")[0]
    services.register.save_person(replace(services.register.person(officer), position_id=posts[bureau]))
    came = services.history.of(officer).held[0]
    services.history.save(replace(came, ends_on=date(2023, 1, 1)))
    before, _ = covered(services)
    move(services, officer, "วิศวกรโยธา", MOVED)
    held = services.history.of(officer).held[0]
    assert (held.unit, held.bureau) == ("งานสารบรรณกลาง", bureau)
    assert covered(services)[0] == before


def test_where_nobody_wrote_the_bureau_down_only_a_name_of_one_unit_tells_it(services):
    officer = people_of(services, "สำนักปลัดเทศบาล")[0]
    entry = HeldPosition(0, officer, "คนงาน", unit="งานสารบรรณกลาง", ends_on=MOVED)
    row, _ = services.history.save(entry)
    finance = next(unit.id for unit in services.register.units() if unit.name == FINANCE)

    def stands():
        with services.database.read() as session:
            return register_at(session, AS_AT)[officer].bureau

    assert stands() == "งานสารบรรณกลาง"  # no unit of the name: its own
    services.register.save_unit(OrgUnit(0, "งานสารบรรณกลาง", finance))
    assert stands() == FINANCE
    two_of_a_name(services, FINANCE, WORKS)
    assert stands() == "งานสารบรรณกลาง", "three of the name: none is guessed"
    services.history.save(replace(entry, id=row, bureau=WORKS))
    assert stands() == WORKS


def test_a_unit_that_is_no_more_counts_in_its_bureau_as_long_as_the_report_is_of_its_time(services):
    posts = two_of_a_name(services, FINANCE, WORKS)
    officer = people_of(services, "สำนักปลัดเทศบาล")[0]
    services.register.save_person(replace(services.register.person(officer), position_id=posts[1]))
    services.history.save(replace(services.history.of(officer).held[0], ends_on=date(2023, 1, 1)))
    held_for(services, [officer])
    before, _ = covered(services)
    move(services, officer, "วิศวกรโยธา", MOVED)
    gone = services.register.position(posts[1])
    services.register.save_position(replace(gone, unit_id=next(u.id for u in services.register.units() if u.name == FINANCE)))
    services.register.delete_unit(gone.unit_id)
    assert covered(services)[0] == before
