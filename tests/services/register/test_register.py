from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.errors import UserError
from hrdesk.services import Area, InvalidRecord, Services
from hrdesk.services.register.service import StaffQuery

KANDA = PersonRecord(
    id=0,
    title="นางสาว",
    first_name="กานดา",
    last_name="ใจดี",
    national_id="1103702071811",
    birth_date=date(1980, 10, 1),
    personnel_type=PersonnelType.TEACHER,
    start_date=date(2010, 5, 3),
    education="ครุศาสตรบัณฑิต",
    note="บรรทัดที่ 1\nบรรทัดที่ 2",
)


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def register(services):
    return services.register


@pytest.fixture
def vacancy(register):
    return register.staff_page(StaffQuery(vacant=True)).rows[0].position_id


@pytest.fixture
def holder(register):
    return register.staff_page(StaffQuery(vacant=False)).rows[0]


def fields_refused(save, record):
    with pytest.raises(InvalidRecord) as caught:
        save(record)
    assert all(problem.text in str(caught.value) for problem in caught.value.problems)
    return [problem.field for problem in caught.value.problems]


def name_at(register, position_id):
    return next(p.holder for p in register.office().positions if p.id == position_id)


def test_the_organization_is_kept(register):
    office = replace(register.organization(), kind=OrganizationKind.TOWN, name="ใหม่", head_name="  นาย  ก ")
    assert Area.ORGANIZATION in register.save_organization(office)
    assert register.organization() == replace(office, head_name="นาย ก")
    assert fields_refused(register.save_organization, replace(office, name="\u200b ")) == ["organization.name"]
    assert register.organization().name == "ใหม่"


def test_a_person_is_kept_whole(register, vacancy):
    staff_id, area = register.save_person(replace(KANDA, position_id=vacancy))
    assert area is Area.STAFF
    assert register.person(staff_id) == replace(KANDA, id=staff_id, position_id=vacancy)
    assert name_at(register, vacancy) == "นางสาวกานดา ใจดี"
    changed = replace(KANDA, id=staff_id, last_name="ยิ้มแย้ม", national_id="", position_id=None)
    assert register.save_person(changed) == (staff_id, Area.STAFF)
    assert register.person(staff_id) == changed
    assert name_at(register, vacancy) == ""


def test_what_is_typed_is_cleaned(register):
    typed = replace(KANDA, first_name=" กานดํา ", last_name="ใจ  ดี", national_id="๑-๑๐๓๗-๐๒๐๗๑-๘๑-๑")
    staff_id, _ = register.save_person(replace(typed, first_name=" เเก้ว\u200b "))
    saved = register.person(staff_id)
    assert (saved.first_name, saved.last_name, saved.national_id) == ("แก้ว", "ใจ ดี", "1103702071811")


def test_a_wrong_record_is_not_saved(register):
    total = register.staff_page(StaffQuery()).total
    wrong = replace(KANDA, first_name=" ", national_id="1103702071810", start_date=date(1970, 1, 1))
    assert fields_refused(register.save_person, wrong) == [
        "person.first_name", "person.national_id", "person.start_date",
    ]  # fmt: skip
    assert register.staff_page(StaffQuery()).total == total


def test_two_people_may_be_without_a_national_id_but_not_share_one(register):
    for _ in range(2):
        register.save_person(replace(KANDA, national_id=""))
    staff_id, _ = register.save_person(KANDA)
    assert fields_refused(register.save_person, replace(KANDA, first_name="อื่น")) == ["person.national_id"]
    register.save_person(replace(KANDA, id=staff_id, first_name="เดิม"))


def test_a_post_has_one_holder(register, holder):
    refused = replace(KANDA, position_id=holder.position_id)
    assert fields_refused(register.save_person, refused) == ["person.position_id"]
    with pytest.raises(UserError, match="ถูกลบ"):
        register.save_person(replace(KANDA, position_id=10_000))


def test_retiring_makes_the_post_vacant_and_can_be_undone(register, holder):
    before = register.person(holder.staff_id)
    assert register.retire(holder.staff_id, date(2024, 10, 1), "เกษียณอายุราชการ") is Area.STAFF
    after = register.person(holder.staff_id)
    assert after == replace(before, left_on=date(2024, 10, 1), left_reason="เกษียณอายุราชการ", position_id=None)
    assert name_at(register, holder.position_id) == ""
    assert register.changes.undo()[1] is Area.STAFF
    assert register.person(holder.staff_id) == before


def test_who_left_comes_back_without_the_post_that_was_filled(register, holder):
    register.retire(holder.staff_id, date(2024, 10, 1), "ย้าย")
    register.save_person(replace(KANDA, position_id=holder.position_id))
    register.take_back(holder.staff_id)
    back = register.person(holder.staff_id)
    assert (back.left_on, back.left_reason, back.position_id) == (None, "", None)
    assert name_at(register, holder.position_id) == "นางสาวกานดา ใจดี"


def test_nobody_leaves_before_beginning(register, holder):
    start = register.person(holder.staff_id).start_date
    with pytest.raises(InvalidRecord):
        register.retire(holder.staff_id, date(start.year - 1, 1, 1), "ลาออก")
    assert name_at(register, holder.position_id) == holder.name


def test_a_post_is_kept_with_any_number(register):
    line = next(line for line in register.lines() if line.position_type is PositionType.ACADEMIC)
    for number in ("", "2", "EX-001", "18-2-01-1101-001 (ถ)"):
        record = PositionRecord(0, number, "นักวิชาการ", line.id, Level.PROFESSIONAL, register.units()[0].id)
        position_id, area = register.save_position(record)
        assert area is Area.STAFF
        assert register.position(position_id) == replace(record, id=position_id)
    moved = replace(record, id=position_id, unit_id=None, level=Level.NONE)
    register.save_position(moved)
    assert register.position(position_id) == moved
    assert next(p for p in register.office().positions if p.id == position_id).unit == ""


def test_a_wrong_post_is_not_saved(register):
    line = next(line for line in register.lines() if line.position_type is PositionType.GENERAL)
    save = register.save_position
    assert fields_refused(save, PositionRecord(0, "", "", line.id)) == ["position.title"]
    assert fields_refused(save, PositionRecord(0, "", "ครู", line.id, Level.EXPERT)) == ["position.level"]
    assert fields_refused(save, PositionRecord(0, "", "ครู", 0)) == ["position.line_id"]
    assert len(register.office().positions) == 60


def test_only_a_vacant_post_can_be_deleted(register, vacancy, holder):
    with pytest.raises(UserError, match="ผู้ครองตำแหน่ง 1 รายการ"):
        register.delete_position(holder.position_id)
    assert register.delete_position(vacancy) is Area.STAFF
    assert len(register.office().positions) == 59
    with pytest.raises(UserError, match="ไม่พบ"):
        register.position(vacancy)


def test_units_form_a_tree(register):
    top, area = register.save_unit(OrgUnit(0, "กองใหม่"))
    assert area == Area.ORGANIZATION | Area.STAFF
    middle, _ = register.save_unit(OrgUnit(0, "ฝ่ายใหม่", top))
    low, _ = register.save_unit(OrgUnit(0, "งานใหม่", middle))
    assert register.units()[-3:] == (OrgUnit(top, "กองใหม่"), OrgUnit(middle, "ฝ่ายใหม่", top), OrgUnit(low, "งานใหม่", middle))
    for circle in (OrgUnit(top, "กองใหม่", low), OrgUnit(low, "งานใหม่", low)):
        assert fields_refused(register.save_unit, circle) == ["unit.parent"]
    assert fields_refused(register.save_unit, OrgUnit(0, " ")) == ["unit.name"]
    with pytest.raises(UserError, match="หน่วยย่อย 1 รายการ"):
        register.delete_unit(middle)
    assert register.delete_unit(low)[1] == Area.ORGANIZATION | Area.STAFF
    used = next(position.unit for position in register.office().positions)
    with pytest.raises(UserError, match="ตำแหน่ง"):
        register.delete_unit(next(unit.id for unit in register.units() if unit.name == used))


@pytest.mark.parametrize("meanwhile", [lambda _r, _top: None, lambda r, _top: r.save_unit(OrgUnit(0, "กองอื่น")),
                                       lambda r, top: r.save_unit(OrgUnit(0, "งานอื่น", top))])  # fmt: skip
def test_a_deleted_unit_comes_back_to_its_place_whatever_came_meanwhile(register, meanwhile):
    top, _ = register.save_unit(OrgUnit(0, "กองใหม่"))
    gone, _ = register.save_unit(OrgUnit(0, "ฝ่ายหนึ่ง", top))
    register.save_unit(OrgUnit(0, "ฝ่ายสอง", top))
    removed, _ = register.delete_unit(gone)
    meanwhile(register, top)
    taken = any(unit.id == gone for unit in register.units())
    there = register.units()
    if taken:  # its number went to what came meanwhile
        with pytest.raises(UserError, match="นำ “ฝ่ายหนึ่ง” กลับมาไม่ได้"):
            register.put_unit_back(removed)
        assert register.units() == there
        return
    assert register.put_unit_back(removed)[0] == gone
    names = [unit.name for unit in register.units()]
    assert names[names.index("กองใหม่") + 1 :][:2] == ["ฝ่ายหนึ่ง", "ฝ่ายสอง"]


def test_a_unit_comes_back_whole_or_not_at_all(register):
    top, _ = register.save_unit(OrgUnit(0, "กองใหม่"))
    gone, _ = register.save_unit(OrgUnit(0, "ฝ่ายใหม่", top))
    removed, _ = register.delete_unit(gone)
    register.delete_unit(top)
    before = register.units()
    with pytest.raises(UserError, match="นำ “ฝ่ายใหม่” กลับมาไม่ได้"):
        register.put_unit_back(removed)
    assert register.units() == before


def test_lines_can_be_added_and_are_guarded(register):
    line_id, _ = register.save_line(PositionLine(0, "นักจัดการงานใหม่", PersonnelType.REGULAR, PositionType.ACADEMIC))
    assert line_id > 1000, "ids of the reference data stay free for it"
    assert register.lines()[-1] == PositionLine(
        line_id, "นักจัดการงานใหม่", PersonnelType.REGULAR, PositionType.ACADEMIC
    )
    assert fields_refused(register.save_line, replace(register.lines()[0], id=0)) == ["line.name"]
    position_id, _ = register.save_position(PositionRecord(0, "", "นักจัดการ", line_id))
    with pytest.raises(UserError, match="ตำแหน่ง 1 รายการ"):
        register.delete_line(line_id)
    register.delete_position(position_id)
    register.delete_line(line_id)
    assert line_id not in [line.id for line in register.lines()]


def test_an_invisible_failure_in_the_middle_leaves_the_whole_action_undone(services, holder):
    """A record refused after the row was touched is not half saved."""
    before = services.register.person(holder.staff_id)
    other = services.register.staff_page(StaffQuery(vacant=False)).rows[1]
    with pytest.raises(InvalidRecord):
        services.register.save_person(replace(before, last_name="เปลี่ยน", position_id=other.position_id))
    assert services.register.person(holder.staff_id) == before
