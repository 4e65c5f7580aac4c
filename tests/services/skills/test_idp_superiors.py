"""Drafted plans carry the superiors of the register: heads of units, who signs for them, the chief officer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.signing import Capacity, Signatory, SigningRole
from hrdesk.domain.terms import PositionType
from skill_office import judge

YEAR = 2568


def directors_above(services, person):
    """Holders of directors' posts, the nearest first, found by walking up the units."""
    people = [profile.person for profile in services.skills.overview().profiles]
    parents, unit, found = {each.id: each.parent for each in services.register.units()}, person.unit_id, []
    while unit is not None:
        found += [p for p in people if p.unit_id == unit and p.position_type is PositionType.DIRECTOR and p.id != person.id]
        unit = parents[unit]
    return [(each.name, each.position) for each in found]


@pytest.fixture
def clerk(services):
    """Below a director, lacking something."""
    people = [profile.person for profile in services.skills.overview().profiles]
    clerks = (each for each in people if each.position_type in (PositionType.ACADEMIC, PositionType.GENERAL))
    found = next(each for each in clerks if directors_above(services, each))
    judge(services, found.id, DLit100=0)
    return found


def test_the_head_of_the_unit_and_the_chief_officer_are_proposed(services, clerk):
    office = services.register.organization()
    above = [*directors_above(services, clerk), (office.chief_name, office.chief_of_office)]
    plan = services.development.draft(clerk.id, YEAR)
    assert [(plan.superior_name, plan.superior_position), (plan.upper_name, plan.upper_position)] == above[:2]
    assert (plan.superior_agreed_on, plan.upper_agreed_on) == (None, None), "nobody has agreed yet"
    services.development.draft_all(YEAR)
    (stored,) = services.development.load_many(YEAR)
    assert (stored.superior_name, stored.upper_name) == (above[0][0], above[1][0])


def test_who_is_entered_in_the_office_page_is_proposed_in_the_capacity_told(services, clerk):
    signatory = Signatory(0, SigningRole.UNIT_HEAD, "นางสาวรักษา การ", "นักวิชาการ", Capacity.ACTING, clerk.unit_id)
    services.signing.save(signatory)
    plan = services.development.draft(clerk.id, YEAR)
    assert plan.superior_name == "นางสาวรักษา การ"
    assert plan.superior_position.startswith("นักวิชาการ รักษาราชการแทน")
    choices = services.development.choices(clerk.id)
    assert choices.above[0].name == "นางสาวรักษา การ"
    assert {one.name for one in choices.above} <= {one.name for one in choices.superiors}


def test_a_plan_kept_is_not_changed_when_the_head_of_the_unit_changes(services, clerk):
    number, _ = services.development.save(replace(services.development.draft(clerk.id, YEAR), superior_name="นายเดิม อยู่"))
    services.signing.save(Signatory(0, SigningRole.UNIT_HEAD, "นายใหม่ มา", "ผู้อำนวยการ", Capacity.OWN, clerk.unit_id))
    assert services.development.load(number).superior_name == "นายเดิม อยู่"


def test_the_chief_officers_own_plan_has_the_head_alone(services):
    office = services.register.organization()
    chief = next(p.person for p in services.skills.overview().profiles if p.person.name == office.chief_name)
    plan = services.development.draft(chief.id, YEAR)
    assert (plan.superior_name, plan.upper_name) == (office.head_name, "")
