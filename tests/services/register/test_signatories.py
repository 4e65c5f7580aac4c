"""Who signs: typed or of the register, one for each place, and what is printed under the name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.signing import Capacity, Signatory, SigningRole, signing
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord, Services

ACTING = Signatory(0, SigningRole.HEAD, "นายรอง ทำแทน", "รองนายกเทศมนตรี", Capacity.ACTING)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def holder(services):
    return next(one for one in services.signing.candidates() if one.post.startswith("ผู้อำนวยการกอง"))


def test_everybody_in_office_can_be_chosen_by_name(services):
    found = services.signing.candidates()
    positions = {p.staff_id: p for p in services.register.office().positions if p.holder}
    assert {one.staff: (one.name, one.post) for one in found} == {
        staff: (position.holder, position.title.partition(" (")[0]) for staff, position in positions.items()
    }, "a post is signed with without its line in brackets"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"position": ""}, "position"),
        ({"capacity": Capacity.OWN}, "capacity"),
        ({"role": SigningRole.UNIT_HEAD, "capacity": Capacity.OWN}, "unit"),
    ],
)
def test_what_is_missing_is_told_at_its_field(services, wrong, field):
    with pytest.raises(InvalidRecord) as caught:
        services.signing.save(replace(ACTING, **wrong))
    assert [problem.field for problem in caught.value.problems] == [f"signatory.{field}"]
    assert services.signing.signatories() == ()


def test_a_person_of_the_register_is_called_as_the_register_does(services):
    person = holder(services)
    chosen = Signatory(0, SigningRole.HR_HEAD, person.name, person.post, staff=person.staff)
    saved, area = services.signing.save(chosen)
    assert area is Area.ORGANIZATION
    assert services.signing.signatories() == (replace(chosen, id=saved),)
    services.register.save_person(replace(services.register.person(person.staff), last_name="นามใหม่"))
    (now,) = services.signing.signatories()
    assert now.name.endswith(" นามใหม่")
    services.signing.save(replace(now, position="หัวหน้างานบุคคล"))
    assert services.signing.signatories()[0].position == "หัวหน้างานบุคคล", "what is typed stands instead"


def test_one_signs_for_each_place_but_deputies_side_by_side(services):
    units = services.register.units()
    entries = [
        ACTING,
        replace(ACTING, name="ปลัด ปฏิบัติหน้าที่", capacity=Capacity.PERFORMING),
        replace(ACTING, role=SigningRole.DEPUTY_HEAD, capacity=Capacity.OWN),
        replace(ACTING, role=SigningRole.DEPUTY_HEAD, capacity=Capacity.OWN, name="อีกคน"),
        replace(ACTING, role=SigningRole.UNIT_HEAD, unit=units[0].id),
        replace(ACTING, role=SigningRole.UNIT_HEAD, unit=units[1].id),
        replace(ACTING, role=SigningRole.UNIT_HEAD, unit=units[0].id, name="ใหม่"),
    ]
    ids = [services.signing.save(entry)[0] for entry in entries]
    signs = {one.id: one.signs for one in services.signing.signatories()}
    assert [signs[one] for one in ids] == [False, True, True, True, False, True, True]
    found = services.register.office().signatories
    assert signing(found, SigningRole.HEAD).name == "ปลัด ปฏิบัติหน้าที่"
    assert signing(found, SigningRole.UNIT_HEAD, units[0].id).name == "ใหม่"
    assert signing(found, SigningRole.CHIEF) is None


def test_the_head_comes_back(services):
    services.signing.save(ACTING)
    assert services.signing.holder_signs(SigningRole.HEAD) is Area.ORGANIZATION
    assert signing(services.signing.signatories(), SigningRole.HEAD) is None
    (kept,) = services.signing.signatories()
    services.signing.delete(kept.id)
    assert services.signing.signatories() == ()
    with pytest.raises(UserError, match="ไม่พบ"):
        services.signing.delete(kept.id)


def test_who_leaves_the_register_altogether_signs_no_more(services):
    units = services.register.units()
    unit, _ = services.register.save_unit(replace(units[0], id=0, name="กองใหม่", parent=None))
    services.signing.save(replace(ACTING, role=SigningRole.UNIT_HEAD, unit=unit))
    stood = services.signing.signatories()
    removed, _ = services.register.delete_unit(unit)
    assert services.signing.signatories() == ()
    assert services.register.put_unit_back(removed) == (unit, Area.ORGANIZATION | Area.STAFF)
    assert services.signing.signatories() == stood


def test_heads_of_units_are_taken_from_the_frame_where_none_is_entered(services):
    units = {unit.name: unit.id for unit in services.register.units()}
    own = replace(ACTING, role=SigningRole.UNIT_HEAD, unit=units["กองคลัง"])
    services.signing.save(own)
    made, area = services.signing.propose_heads()
    assert area is Area.ORGANIZATION
    found = services.signing.signatories()
    heads = {one.unit: one for one in found if one.signs}
    assert heads[units["กองคลัง"]].name == own.name, "who was entered stays"
    assert heads[units["กองช่าง"]].position == "ผู้อำนวยการกองช่าง"
    assert heads[units["ฝ่ายปกครอง"] if units["ฝ่ายปกครอง"] in heads else units["ฝ่ายอำนวยการ"]].position.startswith("หัวหน้าฝ่าย")
    assert all(heads[one.unit].staff for one in found if one.id in made)
    assert services.signing.propose_heads()[0] == (), "nothing is entered twice"
    services.signing.delete(*made)
    assert [one.name for one in services.signing.signatories()] == [own.name]
