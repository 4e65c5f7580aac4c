from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.taxonomy import (
    GroupLink,
    Rule,
    SkillLink,
    Subject,
    career,
    fitted,
    full_years,
    office_problems,
)
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.services.reference.guideline import load_guideline
from hrdesk.services.skills.frameworks import shipped
from hrdesk.services.skills.grouping import shipped_mapping

FRAMEWORK, GUIDELINE = shipped(), load_guideline()
MAPPING = fitted(shipped_mapping(), FRAMEWORK)


def test_the_shipped_mapping_holds_for_its_own_framework_in_the_frameworks_order():
    assert office_problems(MAPPING, FRAMEWORK, GUIDELINE) == ()
    order = [unit.code for unit in FRAMEWORK.units]
    before = {link.digital_skill: set(link.units) for link in shipped_mapping().digital_skills}
    assert {link.digital_skill: set(link.units) for link in MAPPING.digital_skills} == before
    assert all(list(link.units) == sorted(link.units, key=order.index) for link in MAPPING.digital_skills)
    assert replace(MAPPING, digital_skills=()) == replace(shipped_mapping(), digital_skills=())


def test_links_of_what_a_later_version_has_no_more_fall_away():
    fewer = replace(FRAMEWORK, id="later", groups=FRAMEWORK.groups[:2], units=FRAMEWORK.units[:3])
    found = fitted(shipped_mapping(), fewer)
    assert [link.group for link in found.groups] == ["Executive", "Management"]
    assert [code for link in found.digital_skills for code in link.units] == [unit.code for unit in fewer.units]
    assert {rule.suggests for rule in found.group_rules} <= {"Executive", "Management"}
    assert (found.framework, found.staff_group_rules) == ("later", MAPPING.staff_group_rules)
    assert office_problems(found, fewer, GUIDELINE) == ()


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"groups": (GroupLink("Nobody", "IT", ()),)}, "mapping.groups", "“Nobody”"),
        ({"groups": (GroupLink("", "IT", ()),)}, "mapping.groups", "ยังไม่ได้เลือกกลุ่ม"),
        ({"groups": (GroupLink("Others", "", ()),)}, "mapping.groups", "ยังไม่ได้เลือก IT หรือ Non-IT"),
        ({"groups": (GroupLink("Others", "IT", ("old",)),)}, "mapping.groups", "“old”"),
        ({"groups": (GroupLink("Others", "IT", ()),) * 2}, "mapping.groups", "มากกว่าหนึ่งแถว"),
        ({"digital_skills": (SkillLink("9", ()),)}, "mapping.skills", "“9”"),
        ({"digital_skills": (SkillLink("1", ("DLit900",)),)}, "mapping.skills", "“DLit900”"),
        ({"digital_skills": (SkillLink("1", ("DLit100",)), SkillLink("2", ("DLit100",)))}, "mapping.skills", "มากกว่าหนึ่งแถว"),
        ({"staff_group_rules": (Rule("", "เพราะ"),)}, "mapping.steps", "ยังไม่ได้เลือกกลุ่มตามสายอาชีพ"),
    ],
)
def test_what_an_office_links_wrongly_is_told_where_it_stands(changes, field, told):
    (problem,) = office_problems(replace(MAPPING, **changes), FRAMEWORK, GUIDELINE)
    assert problem.field == field
    assert told in problem.text


def test_an_office_may_link_less():
    assert office_problems(replace(MAPPING, groups=(), digital_skills=(), staff_group_rules=()), FRAMEWORK, GUIDELINE) == ()


@pytest.mark.parametrize(
    ("since", "today", "years"),
    [
        (date(2020, 6, 2), date(2024, 6, 1), 3),
        (date(2020, 6, 1), date(2024, 6, 1), 4),
        (date(2024, 6, 2), date(2024, 6, 1), 0),
        (None, date(2024, 6, 1), None),
    ],
)
def test_years_of_service_are_full_ones(since, today, years):
    assert full_years(since, today) == years


ACADEMIC = Subject(PersonnelType.REGULAR, PositionType.ACADEMIC, "นักวิชาการคลัง", 3)


@pytest.mark.parametrize(
    ("groups", "subject", "found"),
    [
        (("Academic",), ACADEMIC, (("Non-IT",), "experienced")),
        (("Academic", "Technologist"), replace(ACADEMIC, years=0), (("Non-IT", "IT"), "new")),
        (("Technologist",), replace(ACADEMIC, title="หัวหน้าฝ่าย"), (("IT",), "supervisor")),
        (("Executive",), replace(ACADEMIC, position_type=PositionType.EXECUTIVE), (("Non-IT",), "executive")),
        ((), replace(ACADEMIC, personnel_type=PersonnelType.POLITICAL), ((), "")),
    ],
)
def test_where_the_guideline_has_a_person_goes_by_the_links(groups, subject, found):
    there = career(MAPPING, groups, subject)
    assert (there.workforces, there.step) == found
    assert bool(there.reason) is bool(there.step)
