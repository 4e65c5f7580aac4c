"""What a person leaves behind is kept: by hand, by moving, by promotion, by leaving, by an import."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from hrdesk.domain.person_history import Education, HeldPosition, TrainingRecord
from hrdesk.domain.terms import Level, PersonnelType, term
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.area import InvalidRecord
from hrdesk.services.staffing.edits import RowEdit
from hrdesk.services.staffing.fields import Field
from hrdesk.services.values import StaffQuery
from training_office import the_class, training_office

TODAY = datetime.now().astimezone().date()


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as opened:
        yield opened


def holder(services, *, level=None):
    rows = services.register.staff_page(StaffQuery(vacant=False)).rows
    return next(row for row in rows if row.position_id and (level is None or row.level is level))


def held(services, staff_id):
    return services.history.of(staff_id).held


def test_entries_are_added_mended_and_deleted_the_latest_first(services):
    history, staff = services.history, holder(services).staff_id
    old, _ = history.save(Education(0, staff, "ปวส.", year=2545))
    history.save(Education(0, staff, "ปริญญาตรี", "รัฐศาสตร์", year=2550))
    history.save(Education(0, staff, "ไม่ทราบปี"))
    assert [one.degree for one in history.of(staff).education] == ["ปริญญาตรี", "ปวส.", "ไม่ทราบปี"]
    history.save(Education(old, staff, "ปวส. บัญชี", year=2545))
    history.delete(history.of(staff).education[2])
    assert [one.degree for one in history.of(staff).education] == ["ปริญญาตรี", "ปวส. บัญชี"]
    with pytest.raises(InvalidRecord):
        history.save(TrainingRecord(0, staff))


def test_a_move_leaves_the_old_post_in_the_history(services):
    row = holder(services)
    vacant = services.register.staff_page(StaffQuery(vacant=True)).rows[0]
    person = services.register.person(row.staff_id)
    services.register.save_person(replace(person, position_id=vacant.position_id))
    (entry,) = held(services, row.staff_id)
    assert (entry.title, entry.number, entry.level, entry.unit) == (row.position_title, row.number, row.level, row.unit)
    assert (entry.starts_on, entry.ends_on) == (person.start_date, TODAY)
    services.register.save_person(person)  # back on the same day: that was a mistake, not a career
    assert held(services, row.staff_id) == (entry,)
    services.history.save(replace(entry, ends_on=date(2023, 1, 1)))
    services.register.save_person(replace(person, position_id=None))
    assert held(services, row.staff_id)[0].starts_on == date(2023, 1, 1)


def test_a_promotion_is_kept_and_a_new_number_is_not(services):
    row = holder(services, level=Level.PRACTITIONER)
    post = services.register.position(row.position_id)
    services.register.save_position(replace(post, number="99-9"))
    assert held(services, row.staff_id) == ()
    services.register.save_position(replace(post, level=Level.PROFESSIONAL))
    assert [entry.level for entry in held(services, row.staff_id)] == [Level.PRACTITIONER]


def another_kind(person):
    wanted = PersonnelType.PERMANENT
    assert person.personnel_type is not wanted
    return replace(person, personnel_type=wanted)


def one_by_one(services, person):
    services.register.save_person(another_kind(person))
    return services.register.changes.undo


def many_at_once(services, person):
    edit = RowEdit(person.position_id, person.id, {Field.PERSONNEL_TYPE: term(PersonnelType.PERMANENT)})
    assert services.register_edits.apply([edit], "เปลี่ยนประเภท")[0] == 1
    return services.register.changes.undo


@pytest.mark.parametrize("change", [one_by_one, many_at_once])
def test_another_kind_of_personnel_in_the_same_post_is_kept(services, change):
    row = holder(services)
    person = services.register.person(row.staff_id)
    take_back = change(services, person)
    (entry,) = held(services, row.staff_id)
    assert (entry.title, entry.personnel_type, entry.ends_on) == (row.position_title, person.personnel_type, TODAY)
    assert services.register.person(row.staff_id).personnel_type is PersonnelType.PERMANENT
    take_back()
    assert held(services, row.staff_id) == ()
    assert services.register.person(row.staff_id) == person


def test_what_is_no_career_leaves_no_entry(services):
    person = services.register.person(holder(services).staff_id)
    services.register.save_person(replace(person, education="ปริญญาโท", note="ย้ายมาจากจังหวัดอื่น"))
    assert held(services, person.id) == ()


def test_leaving_is_kept_until_it_is_undone(services):
    row = holder(services)
    services.register.retire(row.staff_id, date(2567 - 543, 10, 1), "เกษียณอายุ")
    (entry,) = held(services, row.staff_id)
    assert entry.last_day == date(2024, 9, 30)
    services.register.changes.undo()
    assert held(services, row.staff_id) == ()


def test_an_import_keeps_posts_that_change_and_its_undo_takes_them_out(services):
    row = holder(services, level=Level.PRACTITIONER)
    person = services.register.person(row.staff_id)
    said = f"เลขที่ตำแหน่ง\tตำแหน่ง\tระดับ\tชื่อ-สกุล\n{row.number}\t{row.position_title}\tชำนาญการ\t{person.name}\n"
    staff = services.staff_import
    result = staff.apply(staff.read(staff.tables(staff.pasted(said))), "วาง")
    assert [entry.level for entry in held(services, row.staff_id)] == [Level.PRACTITIONER]
    staff.undo(result.batch)
    assert held(services, row.staff_id) == ()


def test_a_training_of_a_class_is_changed_where_the_class_is(services):
    (one, *_) = services.classes.participants(the_class(services).id)
    number, _ = services.history.save(TrainingRecord(0, one.staff, "หลักสูตร", participant_id=one.id))
    with pytest.raises(UserError, match="โครงการและการอบรม"):
        services.history.save(TrainingRecord(number, one.staff, "อีกชื่อ"))


def test_history_goes_with_the_person_only(services):
    with pytest.raises(UserError):
        services.history.save(HeldPosition(0, 999_999, "ไม่มีคน"))
