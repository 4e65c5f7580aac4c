from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hrdesk.domain.competency import OWN, OwnCompetency, State
from hrdesk.domain.guide import GuideWay
from hrdesk.domain.skill_terms import CompetencyKind, LearningWay, Rater, SkillKind
from hrdesk.domain.taxonomy import fitted
from hrdesk.domain.terms import Level, PositionType
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord
from hrdesk.services.skills.assessing import Entry, Occasion
from hrdesk.services.skills.frameworks import Announcement, shipped
from hrdesk.services.skills.group_rules import GroupRule
from hrdesk.services.skills.grouping import shipped_mapping
from skill_office import AGREED, FRAMEWORK, first, judge


def test_before_any_announcement_the_shipped_framework_holds_at_its_first_stage(services):
    setting = services.skills.setting()
    assert (setting.framework.id, setting.stage, setting.is_announced) == (FRAMEWORK, "Early", False)


def test_the_latest_announcement_counts_whatever_order_they_were_written_in(services):
    later = Announcement(0, date(2025, 1, 1), FRAMEWORK, "Developing", "ประกาศ 2/2568")
    number, area = services.skills.announce(later)
    services.skills.announce(Announcement(0, date(2023, 1, 1), FRAMEWORK, "Early"))
    assert area == Area.SKILLS
    setting = services.skills.setting()
    assert setting.stage == "Developing"
    assert [each.announced_on.year for each in setting.announced] == [2025, 2023]
    services.skills.announce(replace(later, id=number, stage="Mature"))
    assert services.skills.setting().stage == "Mature"
    services.skills.delete_announcement(number)
    assert services.skills.setting().stage == "Early"
    with pytest.raises(InvalidRecord):
        services.skills.announce(Announcement(0, date(2025, 1, 1), FRAMEWORK, "Never"))
    with pytest.raises(UserError, match="ไม่พบกรอบทักษะ"):
        services.skills.announce(Announcement(0, date(2025, 1, 1), "unknown", "Early"))


def test_everybody_but_politicians_gets_the_group_that_the_post_suggests(services):
    profiles = services.skills.overview().profiles
    assert profiles
    assert all(len(profile.person.groups) == 1 for profile in profiles)
    assert services.skills.suggested_groups() == (), "they all have one now"
    clerk = first(services, "Executive")
    assert clerk.person.position_type is PositionType.EXECUTIVE
    role = shipped().role("Early", "Executive")
    asked = (*role.units, *role.knowledge, *role.topics, *role.experience, *role.traits, *role.competencies)
    assert sorted(each.requirement.code for each in clerk.current) == sorted(asked)


def test_two_groups_owe_both_sets(services):
    person = first(services, "Others").person.id
    services.skills.assign_groups({person: ("Others", "Service")}, "หัวหน้า", date(2024, 7, 1))
    (profile,) = services.skills.overview(staff=[person]).profiles
    wanted = set(shipped().required_units("Early", ("Others", "Service")))
    units = {each.requirement.code for each in profile.current if each.requirement.kind is SkillKind.UNIT}
    assert units == wanted
    with pytest.raises(InvalidRecord):
        services.skills.assign_groups({person: ("Nobody",)}, "", None)


def test_judgements_are_archived_never_overwritten(services):
    person = first(services, "Others").person.id
    assert judge(services, person, DLit100=0) == 1
    assert judge(services, person, DLit100=0) == 0, "the same again is nothing new"
    assert judge(services, person, DLit100=1) == 1
    later, earlier = services.skills.history(person, FRAMEWORK, "DLit100")
    assert (later.level, later.archived_at) == (1, None)
    assert (earlier.level, earlier.assessor) == (0, AGREED.assessor)
    assert earlier.archived_at is not None
    assert judge(services, person, DLit100=None) == 1
    assert len(services.skills.history(person, FRAMEWORK, "DLit100")) == 2
    (profile,) = services.skills.overview(staff=[person]).profiles
    assert profile.at((FRAMEWORK, "DLit100")).state is State.UNKNOWN


def test_a_unit_with_criteria_stands_for_all_of_them(services):
    number = services.skills.overview().profiles[0].person.id
    criteria = [each.code for each in shipped().criteria_of("DS100")]
    assert judge(services, number, DS100=1) == len(criteria) > 1
    judge(services, number, **{criteria[0]: 0})
    assert {each.code for each in services.skills.history(number, FRAMEWORK, "DS100")} == set(criteria)


@pytest.mark.parametrize(
    ("entry", "occasion"),
    [
        (Entry(1, FRAMEWORK, "DLit100", 2), AGREED),
        (Entry(1, FRAMEWORK, "XX", 1), AGREED),
        (Entry(1, OWN, "C1", 1), AGREED),
        (Entry(1, FRAMEWORK, "DLit100", 1), replace(AGREED, on=date.today() + timedelta(days=2))),
    ],
)
def test_one_entry_at_fault_and_none_is_recorded(services, entry, occasion):
    person = services.skills.overview().profiles[0].person.id
    entries = [Entry(person, FRAMEWORK, "DG100", 1), replace(entry, staff_id=person)]
    with pytest.raises(InvalidRecord):
        services.skills.record(entries, occasion)
    assert not services.skills.history(person, FRAMEWORK, "DG100")


@pytest.mark.parametrize("code", ["KB1", "KN02.3", "EB2", "T1", "M4"])
def test_knowledge_experience_traits_and_competencies_are_judged_as_units_are(services, code):
    person = first(services, "Service").person.id
    for rater, level in ((Rater.SELF, 1), (Rater.SUPERIOR, 0), (Rater.AGREED, 1)):
        judged = Entry(person, FRAMEWORK, code, level, "แฟ้มผลงาน")
        services.skills.record([judged], Occasion(rater, date(2024, 8, 1), "หัวหน้ากอง"))
    services.skills.record([Entry(person, FRAMEWORK, code, 0)], AGREED)
    (profile,) = services.skills.overview(staff=[person]).profiles
    standing = profile.at((FRAMEWORK, code))
    assert (standing.levels, standing.state) == ((1, 0, 0), State.GAP)
    past = services.skills.history(person, FRAMEWORK, code)
    assert [(each.level, each.archived_at is None) for each in past if each.rater is Rater.AGREED] == [(0, True), (1, False)]
    assert past[-1].evidence == "แฟ้มผลงาน"
    assert code in [need.code for need in services.skills.ranked_needs() if need.lacking]
    plan = services.development.draft(person, 2568)
    assert {item.code for item in plan.items} == {code}
    assert [item.way for item in plan.items] == [LearningWay.COURSE, LearningWay.OTHERS, LearningWay.OWN_WORK]


@pytest.mark.parametrize(
    ("evidence", "level", "left", "times"),
    [
        (None, 1, "แฟ้มผลงาน", 1),  # nothing said of it
        ("แฟ้มผลงาน", 1, "แฟ้มผลงาน", 1),
        (" ", 1, "", 2),  # taken away
        ("ใบประกาศ", 1, "ใบประกาศ", 2),
        (None, 0, "", 2),  # of another level
    ],
)
def test_evidence_stays_goes_or_changes_as_it_is_said(services, evidence, level, left, times):
    person = first(services, "Service").person.id
    services.skills.record([Entry(person, FRAMEWORK, "KB1", 1, "แฟ้มผลงาน")], AGREED)
    services.skills.record([Entry(person, FRAMEWORK, "KB1", level, evidence)], AGREED)
    past = services.skills.history(person, FRAMEWORK, "KB1")
    assert (past[0].evidence, len(past)) == (left, times)


MARCH, MAY = date(2024, 3, 1), date(2024, 5, 2)


@pytest.mark.parametrize(
    ("said", "left", "times"),
    [
        (Occasion(Rater.AGREED, MAY, "ปลัดเทศบาล", corrects=True), (MAY, "ปลัดเทศบาล"), 2),
        (Occasion(Rater.AGREED, MARCH, "รองปลัด", corrects=True), (MARCH, "รองปลัด"), 2),
        (Occasion(Rater.AGREED, MARCH, "", corrects=True), (MARCH, ""), 2),
        (Occasion(Rater.AGREED, MARCH, "ปลัดเทศบาล", corrects=True), (MARCH, "ปลัดเทศบาล"), 1),  # nothing new
        (Occasion(Rater.AGREED, MAY, "รองปลัด"), (MARCH, "ปลัดเทศบาล"), 1),  # the same said again is recorded once
    ],
)
def test_the_day_and_the_assessor_alone_are_corrected(services, said, left, times):
    person = first(services, "Service").person.id
    services.skills.record([Entry(person, FRAMEWORK, "KB1", 1, "แฟ้มผลงาน")], Occasion(Rater.AGREED, MARCH, "ปลัดเทศบาล"))
    stored, _ = services.skills.record([Entry(person, FRAMEWORK, "KB1", 1)], said)
    past = services.skills.history(person, FRAMEWORK, "KB1")
    assert (stored, len(past)) == (times - 1, times)
    assert (past[0].assessed_on, past[0].assessor) == left
    assert (past[0].level, past[0].evidence) == (1, "แฟ้มผลงาน"), "what was judged stays"


def test_what_stood_is_said_again_whole(services):
    person = first(services, "Service").person.id
    entries = [Entry(person, FRAMEWORK, "KB1", 1, "แฟ้มผลงาน")]
    services.skills.record(entries, Occasion(Rater.AGREED, date(2024, 3, 1), "ปลัดเทศบาล"))
    fresh = [Entry(person, FRAMEWORK, code, 0) for code in ("KB1", "T1")]
    before = services.skills.stood(fresh, Rater.AGREED)
    services.skills.record(fresh, AGREED)
    assert services.skills.stand_again(before, Rater.AGREED)[0] == 2
    assert services.skills.stand_again(before, Rater.AGREED)[0] == 0
    now = [one for one in services.skills.history(person, FRAMEWORK, "KB1") if one.archived_at is None]
    assert [(one.level, one.evidence, one.assessed_on, one.assessor) for one in now] == [
        (1, "แฟ้มผลงาน", date(2024, 3, 1), "ปลัดเทศบาล")
    ]
    assert all(one.archived_at for one in services.skills.history(person, FRAMEWORK, "T1"))


def test_raters_are_kept_apart(services):
    person = first(services, "Others").person.id
    for rater, level in ((Rater.SELF, 1), (Rater.SUPERIOR, 0)):
        judge(services, person, Occasion(rater, date(2024, 8, 1)), DLit100=level)
    (profile,) = services.skills.overview(staff=[person]).profiles
    standing = profile.at((FRAMEWORK, "DLit100"))
    assert (standing.levels.by_self, standing.levels.superior, standing.state) == (1, 0, State.GAP)


def test_needs_are_ranked_with_what_the_catalogue_offers(services):
    people = [p.person.id for p in services.skills.overview().profiles if "Others" in p.person.groups][:3]
    for person in people:
        judge(services, person, DLit100=0)
    judge(services, people[0], DLit200=0)
    courses = services.curriculum.catalogue().courses
    services.skills.save_course_units(courses[4].id, [(FRAMEWORK, "DLit100"), (FRAMEWORK, "DLit200")])
    services.skills.save_course_units(courses[7].id, [(FRAMEWORK, "DLit100")])
    first_need, second, *_ = services.skills.ranked_needs()
    assert (first_need.code, first_need.lacking) == ("DLit100", 3)
    assert first_need.courses == (courses[7].id, courses[4].id), "the one that serves it alone comes first"
    assert (second.code, second.lacking, second.courses) == ("DLit200", 1, (courses[4].id,))
    services.skills.save_course_units(courses[4].id, [])
    assert services.skills.course_units() == {courses[7].id: ((FRAMEWORK, "DLit100"),)}


COMPETENCY = OwnCompetency(
    0, CompetencyKind.CORE, "C1", "การมุ่งผลสัมฤทธิ์", expected={(PositionType.ACADEMIC, Level.PRACTITIONER): 1}
)


def test_own_competencies_are_asked_judged_and_then_kept(services):
    number, _ = services.skills.save_own(COMPETENCY)
    with pytest.raises(InvalidRecord, match="อยู่แล้ว"):
        services.skills.save_own(COMPETENCY)
    with pytest.raises(InvalidRecord, match="สายงาน"):
        services.skills.save_own(replace(COMPETENCY, code="L1", kind=CompetencyKind.LINE))
    asked = [p for p in services.skills.overview().profiles if p.at((OWN, "C1"))]
    assert asked
    assert {p.person.level for p in asked} == {Level.PRACTITIONER}
    services.skills.record([Entry(asked[0].person.id, OWN, "C1", 5)], AGREED)
    with pytest.raises(InvalidRecord, match="เปลี่ยนรหัสไม่ได้"):
        services.skills.save_own(replace(COMPETENCY, id=number, code="C2"))
    with pytest.raises(UserError, match="ลบ"):
        services.skills.delete_own(number)
    services.skills.save_own(replace(COMPETENCY, id=number, expected={}))
    assert not any(p.at((OWN, "C1")) for p in services.skills.overview().profiles)


def test_the_offices_own_ways_replace_the_shipped_ones_until_they_are_taken_away(services):
    areas = {area.code for area in shipped().areas}
    guide = services.skills.guide()
    lists = {"knowledge", "experience", "trait", "competency"}
    assert {way.code for way in guide.shipped} == areas | lists | {""}
    for area in areas | lists | {""}:
        ways = guide.ways(FRAMEWORK, "a unit", (area,))
        assert [way.way for way in ways] == list(LearningWay)
        assert [way.months for way in ways] == [7, 2, 1]
    own = GuideWay(0, FRAMEWORK, "DLit100", LearningWay.OTHERS, " ถาม{name} ", "", 3)
    services.skills.save_ways(FRAMEWORK, "DLit100", [own])
    (found,) = services.skills.guide().ways(FRAMEWORK, "DLit100", ("DLit",))
    assert found.activity == "ถาม{name}"
    services.skills.save_ways(FRAMEWORK, "DLit100", [])
    assert len(services.skills.guide().ways(FRAMEWORK, "DLit100", ("DLit",))) == 3
    with pytest.raises(InvalidRecord):
        services.skills.save_ways(FRAMEWORK, "DLit100", [replace(own, activity="")])


def test_a_new_framework_leaves_records_of_the_old_one_alone(services):
    person = first(services, "Others").person.id
    judge(services, person, DLit100=1)
    newer = replace(shipped(), id="digital-2570", version="2570")
    services.skills.add_framework(newer)
    whole = replace(newer, roles=tuple(replace(role, inherits="") for role in newer.roles))
    assert services.skills.framework("digital-2570") == whole
    with pytest.raises(UserError, match="อยู่แล้ว"):
        services.skills.add_framework(newer)
    services.skills.announce(Announcement(0, date(2027, 1, 1), "digital-2570", "Early"))
    (profile,) = services.skills.overview(staff=[person]).profiles
    assert profile.person.groups == (), "its groups are chosen anew"
    assert services.skills.history(person, FRAMEWORK, "DLit100")
    assert [info.key for info in services.skills.frameworks()] == [FRAMEWORK, "digital-2570"]


def test_a_unit_of_the_office_takes_those_below_it_along(services):
    units = services.register.units()
    top = next(unit for unit in units if any(each.parent == unit.id for each in units))
    some, everybody = services.skills.overview(top.id).profiles, services.skills.overview().profiles
    assert 0 < len(some) < len(everybody)
    assert {p.person.unit_id for p in some} - {top.id}


def test_rules_of_the_office_suggest_in_their_order_and_only_known_groups(services):
    person = first(services, "Others").person
    services.skills.assign_groups({person.id: ()}, "", None)
    rules = (
        GroupRule("Service", title_words=(person.position,)),
        GroupRule("Academic", personnel_type=person.personnel_type),
    )
    for order, group in ((rules, "Service"), (rules[::-1], "Academic"), ((), "Others")):
        assert services.skills.save_group_rules(order) == Area.SKILLS
        (suggested,) = services.skills.suggested_groups()
        assert suggested.group == group
        assert services.skills.taxonomies().own == order
    with pytest.raises(InvalidRecord, match="ไม่มีกลุ่ม"):
        services.skills.save_group_rules([GroupRule("Nobody")])


def test_rules_are_of_one_framework(services):
    services.skills.save_group_rules([GroupRule("Service")])
    services.skills.add_framework(replace(shipped(), id="digital-2570", version="2570"))
    services.skills.announce(Announcement(0, date(2027, 1, 1), "digital-2570", "Early"))
    found = services.skills.taxonomies()
    assert found.own == ()
    assert found.mapping == replace(fitted(shipped_mapping(), shipped()), framework="digital-2570"), "where codes are the same"
    assert len({each.group for each in services.skills.suggested_groups()}) > 1, "the shipped rules, not the office's"
    services.skills.save_group_rules([GroupRule("Academic")])
    assert {each.group for each in services.skills.suggested_groups()} == {"Academic"}
