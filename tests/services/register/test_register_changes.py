"""Whatever is done to the register is taken back to the letter and made again, unless it was changed meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.backup import Reason
from hrdesk.domain.person_history import Education
from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import Level, PersonnelType
from hrdesk.errors import UserError
from hrdesk.services import Area, Services
from hrdesk.services.staffing.edits import RowEdit
from hrdesk.services.staffing.fields import Field
from hrdesk.services.values import StaffQuery

KANDA = PersonRecord(0, "นางสาว", "กานดา", "ใจดี", "1103702071811", date(1980, 10, 1))


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def rows(services, **asked):
    return services.register.staff_page(StaffQuery(limit=1000, sort="number", **asked)).rows


def whole(services):
    """Everything the list and the histories show."""
    people = [row.staff_id for row in (*rows(services), *rows(services, left=True)) if row.staff_id]
    return (
        rows(services), rows(services, left=True),
        {number: (services.register.person(number), services.history.of(number)) for number in people},
        services.register.office().positions,
    )  # fmt: skip


def act(services, what):
    """One action of each kind the register knows."""
    register = services.register
    held, vacant = rows(services, vacant=False)[3], rows(services, vacant=True)[0]
    match what:
        case "add person":
            register.save_person(replace(KANDA, position_id=vacant.position_id))
        case "edit person":
            register.save_person(replace(register.person(held.staff_id), first_name="ใหม่"))
        case "move person":
            register.save_person(replace(register.person(held.staff_id), position_id=vacant.position_id))
        case "retire":
            register.retire(held.staff_id, date(2024, 10, 1), "เกษียณ")
        case "take back":
            register.retire(held.staff_id, date(2024, 10, 1), "เกษียณ")
            register.take_back(held.staff_id)
        case "add post":
            register.save_position(replace(register.position(vacant.position_id), id=0, number="99"))
        case "promote":
            register.save_position(replace(register.position(held.position_id), title="ตำแหน่งใหม่"))
        case "delete post":
            register.delete_position(vacant.position_id)
        case "many at once":
            edits = [RowEdit(row.position_id, row.staff_id, {Field.UNIT: ""}) for row in rows(services)[:30]]
            services.register_edits.apply(edits, "เปลี่ยนสังกัด")


ACTIONS = (
    "add person", "edit person", "move person", "retire", "take back", "add post", "promote", "delete post", "many at once",
)  # fmt: skip


@pytest.mark.parametrize("what", ACTIONS)
def test_each_action_is_taken_back_and_made_again(services, what):
    before = whole(services)
    act(services, what)
    after, changes = whole(services), services.register.changes
    assert after != before
    steps = 0
    while changes.undo_text:
        said, area = changes.undo()
        assert said
        assert area is Area.STAFF
        steps += 1
    assert whole(services) == before
    for _ in range(steps):
        changes.redo()
    assert whole(services) == after
    assert not changes.redo_text


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([one for one in ACTIONS if one != "add person"]), min_size=2, max_size=5, unique=True))
def test_any_row_of_actions_is_taken_back_in_turn(services, tmp_path, row):
    changes = services.register.changes
    changes.clear()
    seen = [whole(services)]
    for what in row:
        act(services, what)
    while changes.undo_text:
        changes.undo()
    assert whole(services) == seen[0]


def test_the_texts_say_what_was_done(services):
    register, changes = services.register, services.register.changes
    assert (changes.undo_text, changes.redo_text) == ("", "")
    number, _ = register.save_person(KANDA)
    assert changes.undo_text == "เพิ่มนางสาวกานดา ใจดี"
    register.retire(number, date(2024, 10, 1), "ลาออก")
    assert changes.undo_text == "บันทึกการพ้นจากตำแหน่งของนางสาวกานดา ใจดี"
    changes.undo()
    assert (changes.undo_text, changes.redo_text) == ("เพิ่มนางสาวกานดา ใจดี", "บันทึกการพ้นจากตำแหน่งของนางสาวกานดา ใจดี")


def test_a_new_change_ends_what_could_be_made_again(services):
    act(services, "edit person")
    services.register.changes.undo()
    act(services, "add post")
    assert services.register.changes.redo_text == ""


def test_saving_what_is_there_already_is_no_change(services):
    register = services.register
    register.save_person(register.person(rows(services, vacant=False)[0].staff_id))
    assert register.changes.undo_text == ""


def test_what_was_refused_leaves_no_step(services):
    with pytest.raises(UserError):
        services.register.save_person(replace(KANDA, last_name=""))
    assert services.register.changes.undo_text == ""


def test_a_record_changed_since_is_not_overwritten(services):
    register, changes = services.register, services.register.changes
    held = rows(services, vacant=False)[3]
    register.save_person(replace(register.person(held.staff_id), first_name="หนึ่ง"))
    with services.database.begin() as session:  # as an import or another program would
        from hrdesk.models.staff import Staff

        session.get(Staff, held.staff_id).note = "แก้จากที่อื่น"
    before = whole(services)
    with pytest.raises(UserError, match=r"มีการแก้ไขภายหลัง .*หนึ่ง.*ข้อมูลไม่ถูกเปลี่ยนแปลง"):
        changes.undo()
    assert whole(services) == before
    assert changes.undo_text == ""  # the step is given up: nothing before it could be reached


def test_a_person_who_has_a_history_by_now_is_not_deleted_with_it(services):
    register = services.register
    number, _ = register.save_person(KANDA)
    services.history.save(Education(0, number, "ปริญญาตรี"))
    with pytest.raises(UserError, match="ข้อมูลอื่นที่อ้างถึง"):
        register.changes.undo()
    assert services.history.of(number).education


def test_only_the_last_hundred_are_kept(services):
    register = services.register
    number, _ = register.save_person(KANDA)
    for turn in range(120):
        register.save_person(replace(register.person(number), note=f"{turn}"))
    steps = 0
    while register.changes.undo_text:
        register.changes.undo()
        steps += 1
    assert steps == 100
    assert register.person(number).note == "19"


def test_another_service_takes_its_own_back(services):
    called = []
    back, again = (lambda: called.append("back") or Area.STAFF), (lambda: called.append("again") or Area.ORGANIZATION)
    services.register.changes.note("นำเข้า 5 แถว", 1, back, again)
    assert services.register.changes.undo() == ("นำเข้า 5 แถว", Area.STAFF)
    assert services.register.changes.redo() == ("นำเข้า 5 แถว", Area.ORGANIZATION)
    assert services.register.changes.undo_text == "นำเข้า 5 แถว"
    assert called == ["back", "again"]


# many rows at once


def edit(row, **cells):
    return RowEdit(row.position_id, row.staff_id, {Field(name): value for name, value in cells.items()})


CASES = [  # cell, the problem's beginning, or what is stored
    ("level", "เก่งมาก", "ระดับ: ไม่รู้จักระดับ"),
    ("unit", "กองที่ไม่มี", "ส่วนราชการ: ไม่มีส่วนราชการ"),
    ("line", "สายงานที่ไม่มี", "ตำแหน่งในสายงาน: ไม่มีสายงาน"),
    ("title", "", "กรุณากรอกชื่อตำแหน่ง"),
    ("national_id", "1103702071812", "เลขประจำตัวประชาชน: เลขประจำตัวประชาชนไม่ถูกต้อง"),
    ("birth_date", "31/2/2530", "วันเดือนปีเกิด:"),
    ("birth_date", "1/1/2590", "วันเกิดต้องเป็นวันที่ผ่านมาแล้ว"),
    ("personnel_type", "นักบิน", "ประเภทบุคลากร: ไม่รู้จักประเภทบุคลากร"),
    ("name", "นาย", "ชื่อ-สกุล:"),
    ("title", "ก" * 600, "ตำแหน่ง: ข้อความยาวเกิน"),
]


@pytest.mark.parametrize(("field", "text", "why"), CASES)
def test_what_cannot_be_read_leaves_its_row_alone(services, field, text, why):
    held = rows(services, vacant=False)
    before = whole(services)
    (bad, good) = services.register_edits.review([edit(held[0], **{field: text}), edit(held[1], note="ดี")])
    assert bad.problems
    assert bad.problems[0].startswith(why)
    assert good.is_change
    assert whole(services) == before


def test_a_vacant_post_takes_no_person_and_a_person_without_post_no_post(services):
    number, _ = services.register.save_person(KANDA)
    alone = next(row for row in rows(services) if row.staff_id == number)
    vacant = rows(services, vacant=True)[0]
    found = services.register_edits.review([
        edit(vacant, name="นายก ข"), edit(vacant, name="ว่าง"), edit(vacant, name="–"),
        edit(alone, title="นักการ"), edit(alone, title=""),
    ])  # fmt: skip
    assert [bool(row.problems) for row in found] == [True, False, False, True, False]
    assert not any(row.changes for row in found)


def test_values_are_read_as_officers_write_them(services):
    register = services.register
    held = next(row for row in rows(services, vacant=False) if row.level is Level.PRACTITIONER)
    unit = register.units()[-1]
    cells = {
        "number": "๑๒-๓", "level": "ชก.", "unit": unit.name, "name": "นางสาวมะลิ  งามดี", "birth_date": "๕ ม.ค. ๒๕๓๓",
        "start_date": "1/10/2560", "education": "ปริญญาตรี", "personnel_type": "ครู", "national_id": "1-1037-02071-81-1",
    }  # fmt: skip
    (row,) = services.register_edits.review([edit(held, **cells)])
    assert not row.problems
    assert {change.label for change in row.changes} >= {"เลขที่ตำแหน่ง", "ระดับ", "ชื่อ-สกุล", "วันเดือนปีเกิด"}
    assert "1103702071811" not in str(row.changes)
    assert services.register_edits.apply([edit(held, **cells)], "วาง") == (1, Area.STAFF)
    person, post = register.person(held.staff_id), register.position(held.position_id)
    assert (person.title, person.first_name, person.last_name) == ("นางสาว", "มะลิ", "งามดี")
    assert (person.birth_date, person.start_date) == (date(1990, 1, 5), date(2017, 10, 1))
    assert (person.personnel_type, person.national_id, person.education) == (PersonnelType.TEACHER, "1103702071811", "ปริญญาตรี")
    assert (post.number, post.level, post.unit_id) == ("12-3", Level.PROFESSIONAL, unit.id)
    assert services.history.of(held.staff_id).held  # the former level is in the person's history


def test_the_good_rows_are_stored_and_the_bad_ones_not(services):
    held = rows(services, vacant=False)[:3]
    edits = [edit(held[0], note="ก"), edit(held[1], birth_date="x"), edit(held[2], note="ค")]
    assert services.register_edits.apply(edits, "วาง")[0] == 2
    assert [services.register.person(row.staff_id).note for row in held] == ["ก", "", "ค"]
    with pytest.raises(UserError, match="ไม่มีแถวที่เปลี่ยนได้"):
        services.register_edits.apply([edit(held[1], birth_date="x")], "วาง")


def test_an_id_twice_or_of_somebody_else_is_refused_whole(services):
    services.register.save_person(KANDA)
    held = rows(services, vacant=False)[:2]
    before = whole(services)
    for edits, why in (
        ([edit(one, national_id="1101700230708") for one in held], "ซ้ำกัน"),
        ([edit(held[0], national_id=KANDA.national_id)], "เป็นของกานดาอยู่แล้ว"),
    ):
        with pytest.raises(UserError, match=why):
            services.register_edits.apply(edits, "วาง")
        assert whole(services) == before


@pytest.mark.parametrize(("count", "backups"), [(19, 0), (20, 1)])
def test_many_rows_are_backed_up_first(services, count, backups):
    edits = [edit(row, note="ใหม่") for row in rows(services, vacant=False)[:count]]
    services.register_edits.apply(edits, "เปลี่ยน")
    reasons = [one.manifest.reason for one in services.backup.listed()]
    assert reasons.count(Reason.BEFORE_BULK) == backups


def test_two_may_change_places_and_both_ways_back(services):
    register = services.register
    first, second = rows(services, vacant=False)[:2]
    post = register.position(first.position_id)
    assert isinstance(post, PositionRecord)
    services.register_edits.apply(
        [edit(first, number=second.number, title=second.position_title), edit(second, number=first.number, title=first.position_title)],
        "สลับ",
    )
    assert register.position(first.position_id).number == second.number
    register.changes.undo()
    assert register.position(first.position_id) == post


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_what_the_machine_refused_can_be_tried_again(services, way):
    """A full disk is no reason to forget what could be taken back."""
    changes, failing = services.register.changes, [OSError("no space left"), None]

    def flaky():
        if (error := failing.pop(0)) is not None:
            raise error
        return Area.STAFF

    changes.note("นำเข้า 5 แถว", 1, flaky if way == "undo" else lambda: Area.STAFF, flaky)
    if way == "redo":
        changes.undo()
    with pytest.raises(OSError, match="no space"):
        getattr(changes, way)()
    assert getattr(changes, f"{way}_text") == "นำเข้า 5 แถว"
    assert getattr(changes, way)() == ("นำเข้า 5 แถว", Area.STAFF)
    assert getattr(changes, f"{way}_text") == ""


def test_what_cannot_be_taken_back_any_more_is_given_up(services):
    changes = services.register.changes

    def gone():
        raise UserError("มีการแก้ไขภายหลัง")

    changes.note("นำเข้า 5 แถว", 1, gone, gone)
    with pytest.raises(UserError, match="ภายหลัง"):
        changes.undo()
    assert (changes.undo_text, changes.redo_text) == ("", "")


def test_a_paper_deleted_twice_is_told_and_no_failure(services):
    with pytest.raises(UserError, match="ไม่พบรายการ"):
        services.documents.delete(12345)
