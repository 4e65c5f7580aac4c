"""The office's own competencies and what courses serve: kept while anybody was judged by them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.competency import OWN, OwnCompetency, State
from hrdesk.domain.guide import GuideWay
from hrdesk.domain.skill_terms import CompetencyKind, LearningWay, SkillKind
from hrdesk.domain.terms import LEVELS_OF, Level, PositionType
from hrdesk.errors import UserError
from hrdesk.services import InvalidRecord
from hrdesk.services.skills.assessing import Entry
from skill_office import AGREED, FRAMEWORK

CORE = OwnCompetency(0, CompetencyKind.CORE, "C1", "การมุ่งผลสัมฤทธิ์", expected={(PositionType.ACADEMIC, Level.PROFESSIONAL): 3})


def fields(caught):
    return [problem.field for problem in caught.value.problems]


def graded(services):
    """Who is asked for the office's own, with what is expected of them."""
    return {
        profile.person.id: standing.requirement.expected
        for profile in services.skills.overview().profiles
        for standing in profile.standings
        if standing.requirement.kind is SkillKind.OWN
    }


def judged(services, person, level):
    services.skills.record([Entry(person, OWN, "C1", level)], AGREED)
    (profile,) = services.skills.overview(staff=[person]).profiles
    return profile.at((OWN, "C1"))


def test_it_is_read_back_as_it_was_saved(services):
    number, _ = services.skills.save_own(replace(CORE, name="  การมุ่ง  ผลสัมฤทธิ์ ", description=" คำอธิบาย "))
    assert services.skills.own() == (replace(CORE, id=number, name="การมุ่ง ผลสัมฤทธิ์", description="คำอธิบาย"),)


def test_it_is_asked_of_those_of_whom_a_level_is_expected(services):
    services.skills.save_own(CORE)
    people = {p.person.id: p.person for p in services.skills.overview().profiles}
    asked = graded(services)
    assert asked
    assert set(asked.values()) == {3}
    for number, person in people.items():
        wanted = (person.position_type, person.level) == (PositionType.ACADEMIC, Level.PROFESSIONAL)
        assert (number in asked) == wanted


def test_expected_of_nobody_it_is_asked_of_nobody(services):
    number, _ = services.skills.save_own(CORE)
    services.skills.save_own(replace(CORE, id=number, expected={(PositionType.ACADEMIC, Level.PROFESSIONAL): 0}))
    assert graded(services) == {}
    assert services.skills.own()[0].expected in ({}, None)


@pytest.mark.parametrize(("level", "gap", "state"), [(0, 3, State.GAP), (2, 1, State.GAP), (3, 0, State.MET), (5, 0, State.MET)])
def test_a_gap_is_the_levels_that_are_missing(services, level, gap, state):
    services.skills.save_own(CORE)
    person = next(iter(graded(services)))
    standing = judged(services, person, level)
    assert (standing.level, standing.gap, standing.state) == (level, gap, state)


@pytest.mark.parametrize("level", [-1, 6])
def test_there_are_five_levels(services, level):
    services.skills.save_own(CORE)
    person = next(iter(graded(services)))
    with pytest.raises(InvalidRecord, match="0 ถึง 5"):
        services.skills.record([Entry(person, OWN, "C1", level)], AGREED)


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"code": " "}, ["competency.code"]),
        ({"name": ""}, ["competency.name"]),
        ({"code": "", "name": "\u200b"}, ["competency.code", "competency.name"]),
        ({"kind": CompetencyKind.LINE}, ["competency.line"]),
        ({"expected": {(PositionType.ACADEMIC, Level.PROFESSIONAL): 6}}, ["competency.expected"]),
        ({"expected": {(PositionType.ACADEMIC, Level.PROFESSIONAL): -1}}, ["competency.expected"]),
        ({"code": "C9"}, ["competency.code"]),
    ],
    ids=str,
)
def test_what_is_missing_is_named_and_nothing_stored(services, changes, wrong):
    services.skills.save_own(replace(CORE, code="C9", name="อื่น"))
    before = services.skills.own()
    with pytest.raises(InvalidRecord) as caught:
        services.skills.save_own(replace(CORE, **changes))
    assert fields(caught) == wrong
    assert services.skills.own() == before


def test_a_competency_of_a_line_is_asked_of_that_line(services):
    overview = services.skills.overview()
    person = next(p.person for p in overview.profiles if p.person.line and p.person.position_type is PositionType.ACADEMIC)
    expected = {(PositionType.ACADEMIC, level): 2 for level in LEVELS_OF[PositionType.ACADEMIC]}
    services.skills.save_own(replace(CORE, kind=CompetencyKind.LINE, line=person.line, expected=expected))
    asked = graded(services)
    assert person.id in asked
    assert {p.person.line for p in services.skills.overview().profiles if p.person.id in asked} == {person.line}


def test_another_kind_forgets_the_line(services):
    person = next(p.person for p in services.skills.overview().profiles if p.person.line)
    number, _ = services.skills.save_own(replace(CORE, kind=CompetencyKind.LINE, line=person.line))
    services.skills.save_own(replace(CORE, id=number, kind=CompetencyKind.CORE, line=person.line))
    assert services.skills.own()[0].line is None


def test_the_code_is_kept_once_somebody_was_judged_by_it(services):
    number, _ = services.skills.save_own(CORE)
    services.skills.save_own(replace(CORE, id=number, code="C2"))
    services.skills.save_own(replace(CORE, id=number))
    judged(services, next(iter(graded(services))), 2)
    with pytest.raises(InvalidRecord) as caught:
        services.skills.save_own(replace(CORE, id=number, code="C2"))
    assert fields(caught) == ["competency.code"]
    services.skills.save_own(replace(CORE, id=number, name="ชื่อใหม่"))
    with pytest.raises(UserError, match="ตั้งระดับที่คาดหวังเป็น 0"):
        services.skills.delete_own(number)
    assert services.skills.own()[0].name == "ชื่อใหม่"


def test_one_that_nobody_was_judged_by_goes_with_its_courses(services):
    number, _ = services.skills.save_own(CORE)
    course = services.curriculum.catalogue().courses[0].id
    services.skills.save_course_units(course, [(OWN, "C1"), (FRAMEWORK, "DLit100")])
    services.skills.delete_own(number)
    assert services.skills.own() == ()
    assert services.skills.course_units()[course] == ((FRAMEWORK, "DLit100"),)
    with pytest.raises(UserError, match="ไม่พบ"):
        services.skills.delete_own(number)


WAY = GuideWay(0, OWN, "C1", LearningWay.OWN_WORK, "ทำงานที่ได้รับมอบหมายเพิ่ม", "งานเสร็จ", 3)


def tied(services, code):
    """The courses and the ways that a competency's code leads to."""
    courses = [course for course, keys in services.skills.course_units().items() if (OWN, code) in keys]
    return courses, [way.activity for way in services.skills.guide().own if (way.framework, way.code) == (OWN, code)]


def test_a_new_code_takes_along_what_was_tied_to_the_old_one(services):
    number, _ = services.skills.save_own(CORE)
    course = services.curriculum.catalogue().courses[0].id
    services.skills.save_course_units(course, [(OWN, "C1"), (FRAMEWORK, "DLit100")])
    services.skills.save_ways(OWN, "C1", [WAY])
    services.skills.save_own(replace(CORE, id=number, code="C2"))
    assert tied(services, "C1") == ([], [])
    assert tied(services, "C2") == ([course], [WAY.activity])
    assert (FRAMEWORK, "DLit100") in services.skills.course_units()[course]


def test_one_made_anew_under_a_code_given_up_begins_with_nothing(services):
    number, _ = services.skills.save_own(CORE)
    services.skills.save_ways(OWN, "C1", [WAY])
    services.skills.delete_own(number)
    services.skills.save_own(replace(CORE, name="อย่างอื่น"))
    assert tied(services, "C1") == ([], [])


def test_a_course_serves_each_thing_once_and_is_replaced_whole(services):
    course = services.curriculum.catalogue().courses[0].id
    services.skills.save_course_units(course, [(FRAMEWORK, "DLit100"), (FRAMEWORK, "DG100"), (FRAMEWORK, "DLit100")])
    assert services.skills.course_units()[course] == ((FRAMEWORK, "DG100"), (FRAMEWORK, "DLit100"))
    services.skills.save_course_units(course, [(FRAMEWORK, "DS100")])
    assert services.skills.course_units()[course] == ((FRAMEWORK, "DS100"),)
    services.skills.save_course_units(course, [])
    assert course not in services.skills.course_units()
    with pytest.raises(UserError, match="ไม่พบ"):
        services.skills.save_course_units(99_999, [(FRAMEWORK, "DS100")])


def test_the_course_that_serves_little_else_is_offered_first(services):
    one, two, three = (course.id for course in services.curriculum.catalogue().courses[:3])
    services.skills.save_course_units(one, [(FRAMEWORK, "DLit100"), (FRAMEWORK, "DG100"), (FRAMEWORK, "DS100")])
    services.skills.save_course_units(two, [(FRAMEWORK, "DLit100")])
    services.skills.save_course_units(three, [(FRAMEWORK, "DLit100"), (FRAMEWORK, "DG100")])
    assert services.skills.overview().offers[FRAMEWORK, "DLit100"] == (two, three, one)
    assert services.skills.overview().offers[FRAMEWORK, "DS100"] == (one,)
