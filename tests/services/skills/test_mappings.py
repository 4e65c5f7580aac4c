"""The office's own links of the taxonomies: kept by framework, undone by saving what was, and never half."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, update

from hrdesk.domain.taxonomy import Rule
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.errors import UserError
from hrdesk.models.competency import TaxonomyMapping
from hrdesk.services import Area, InvalidRecord
from hrdesk.services.reference.mapping_json import mapping_of, mapping_values
from hrdesk.services.skills.frameworks import Announcement, shipped
from hrdesk.services.skills.group_rules import GroupRule
from hrdesk.services.skills.grouping import shipped_mapping

RULE = Rule("new", "ทดลองงาน", frozenset({PersonnelType.REGULAR}), frozenset({PositionType.ACADEMIC}), ("ผู้ช่วย",), 2)


def stored(services):
    with services.database.read() as session:
        return session.scalar(select(func.count()).select_from(TaxonomyMapping))


def moved(mapping, unit, to):
    """The unit builds another digital skill."""
    links = []
    for link in mapping.digital_skills:
        units = [code for code in link.units if code != unit] + ([unit] if link.digital_skill == to else [])
        links.append(replace(link, units=tuple(code for code in (u.code for u in shipped().units) if code in units)))
    return replace(mapping, digital_skills=tuple(links))


def test_links_are_changed_kept_and_taken_back(services):
    skills = services.skills
    before = skills.taxonomies()
    assert (before.is_own, stored(services)) == (False, 0)
    changed = replace(
        moved(before.mapping, "DLit100", "7"),
        groups=(replace(before.mapping.groups[0], workforce="IT", staff_groups=("director", "executive")), *before.mapping.groups[1:]),
        staff_group_rules=(RULE, *before.mapping.staff_group_rules),
    )
    assert skills.save_taxonomies((GroupRule("Service"),), changed) == Area.SKILLS
    after = skills.taxonomies()
    assert (after.mapping, after.own, after.is_own) == (changed, (GroupRule("Service"),), True)
    assert after.shipped == before.mapping
    skills.save_taxonomies(before.own, before.mapping)
    assert skills.taxonomies() == before
    assert stored(services) == 0, "the program's own links are not kept: they follow the program"


def test_nothing_is_stored_when_a_link_is_wrong(services):
    before = services.skills.taxonomies()
    wrong = replace(before.mapping, groups=(before.mapping.groups[0],) * 2)
    with pytest.raises(InvalidRecord, match="มากกว่าหนึ่งแถว"):
        services.skills.save_taxonomies((GroupRule("Service"),), wrong)
    assert services.skills.taxonomies() == before, "the rules neither"


def test_links_belong_to_one_version_of_the_framework(services):
    skills = services.skills
    skills.save_taxonomies((), moved(skills.taxonomies().mapping, "DLit100", "7"))
    skills.add_framework(replace(shipped(), id="digital-2570", version="2570", groups=shipped().groups, units=shipped().units[:-1]))
    number, _ = skills.announce(Announcement(0, date(2027, 1, 1), "digital-2570", "Early"))
    later = skills.taxonomies()
    assert not later.is_own
    assert len([code for link in later.mapping.digital_skills for code in link.units]) == 38
    skills.save_taxonomies((), moved(later.mapping, "DLit200", "7"))
    skills.delete_announcement(number)
    assert "DLit100" in skills.taxonomies().mapping.digital_skills[6].units
    assert "DLit200" not in skills.taxonomies().mapping.digital_skills[6].units


def test_json_keeps_every_part_of_a_mapping_and_refuses_what_is_none():
    mapping = replace(shipped_mapping(), staff_group_rules=(RULE,))
    assert mapping_of(mapping_values(mapping), mapping.framework, mapping.guideline) == mapping
    for broken in ({}, mapping_values(mapping) | {"groups": 1}, mapping_values(mapping) | {"staff_group_rules": [{"suggests": "x"}]}):
        with pytest.raises(UserError, match="อ่านไม่ได้"):
            mapping_of(broken, "f", "g")


def test_stored_links_that_somebody_spoilt_are_told_not_passed_over(services):
    services.skills.save_taxonomies((), moved(services.skills.taxonomies().mapping, "DLit100", "7"))
    with services.database.begin() as session:
        session.execute(update(TaxonomyMapping).values(content="{"))
    with pytest.raises(UserError, match="การเทียบกลุ่มที่บันทึกไว้อ่านไม่ได้"):
        services.skills.taxonomies()
