from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.services.staffing.compare import Policy, Register, Status, compare
from services.staffing.lists import IDS, TODAY, read

HR, CLERK, CHIEF, CONTRACT, TEACHER = 1, 2, 3, 4, 5
LINES = (
    PositionLine(HR, "นักทรัพยากรบุคคล", PersonnelType.REGULAR, PositionType.ACADEMIC),
    PositionLine(CLERK, "เจ้าพนักงานธุรการ", PersonnelType.REGULAR, PositionType.GENERAL),
    PositionLine(CHIEF, "นักบริหารท้องถิ่น", PersonnelType.REGULAR, PositionType.EXECUTIVE),
    PositionLine(CONTRACT, "พนักงานจ้างทั่วไป", PersonnelType.GENERAL_CONTRACT),
    PositionLine(TEACHER, "ครู", PersonnelType.TEACHER),
    PositionLine(6, "นักบริหารงานคลัง", PersonnelType.REGULAR, PositionType.DIRECTOR),
)
UNITS = (OrgUnit(1, "สำนักปลัดเทศบาล"), OrgUnit(2, "งานธุรการ", 1), OrgUnit(3, "กองคลัง"), OrgUnit(4, "งานธุรการ", 3))
POSTS = (
    PositionRecord(11, "12-2-01-3102-001", "นักทรัพยากรบุคคล", HR, Level.PROFESSIONAL, 1),
    PositionRecord(12, "12-2-01-4101-001", "เจ้าพนักงานธุรการ", CLERK, Level.OPERATIONAL, 2),
    PositionRecord(13, "", "คนงาน", CONTRACT, Level.NONE, 3),
    PositionRecord(14, "", "คนงาน", CONTRACT, Level.NONE, 3),
)
GENERAL = PersonnelType.GENERAL_CONTRACT
PEOPLE = (
    PersonRecord(101, "นาย", "ก", "ใจดี", IDS[0], date(1980, 1, 5), position_id=11, education="ร.ม.", note="เดิม"),
    PersonRecord(102, "นาง", "ข", "ใจงาม", "", position_id=13, personnel_type=GENERAL),
    PersonRecord(103, "นาย", "ค", "จากไป", IDS[2], left_on=date(2020, 1, 1), left_reason="ลาออก"),
)
REGISTER = Register(POSTS, PEOPLE, UNITS, LINES)
HEAD = "ที่|เลขที่ตำแหน่ง|ตำแหน่ง|ระดับ|สังกัด|ชื่อ-สกุล|เลขประจำตัวประชาชน|วุฒิการศึกษา\n"
KANDA = f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|ชำนาญการ|สำนักปลัด|นายก ใจดี|{IDS[0]}|"


def preview(rows, register=REGISTER, policy=Policy.UPDATE):
    return compare(read(HEAD + rows, knows_merges=True), register, TODAY, policy)


def one(rows, **options):
    found = preview(rows, **options)
    assert found.wrong == ()
    (row,) = found.rows
    return row


def changes(row):
    return {change.label: (change.old, change.new) for change in row.changes}


def reasons(rows, **options):
    return [(cell.cell, cell.reason) for cell in preview(rows, **options).wrong]


def test_the_same_though_written_otherwise():
    assert one(KANDA).status is Status.SAME
    assert one(KANDA.replace("12-2-01-3102-001", "๑๒-๒-๐๑-๓๑๐๒-๐๐๑").replace("ชำนาญการ", "ชก.")).status is Status.SAME
    assert one(KANDA.replace("|ชำนาญการ", "ชำนาญการ|")).status is Status.SAME  # at the end of the title
    assert one(f"1|12-2-01-3102-001||||นายก ใจดี|{IDS[0]}|").status is Status.SAME  # blank changes nothing


def test_a_title_written_out_is_no_change_and_a_new_name_has_it_full():
    short = replace(REGISTER, people=(replace(PEOPLE[0], title="ด.ต."), *PEOPLE[1:]))
    assert one(KANDA.replace("นายก", "ด.ต.ก"), register=short).status is Status.SAME
    changed = one(KANDA.replace("นายก", "ว่าที่ ร.ต.ก"), register=short)
    assert changes(changed)["คำนำหน้า"] == ("ด.ต.", "ว่าที่ ร.ต.")
    assert one("1|99|คนงาน|||น.ส.ง ใหม่||").person.title == "นางสาว"


def test_old_and_new_of_every_changed_field():
    row = one(f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|ชำนาญการพิเศษ|กองคลัง|นางก ดีงาม|{IDS[0]}|ร.ด.")
    assert row.status is Status.CHANGED
    assert changes(row) == {
        "ระดับ": ("ชำนาญการ", "ชำนาญการพิเศษ"),
        "ส่วนราชการ": ("สำนักปลัดเทศบาล", "กองคลัง"),
        "คำนำหน้า": ("นาย", "นาง"),
        "นามสกุล": ("ใจดี", "ดีงาม"),
        "วุฒิการศึกษา": ("ร.ม.", "ร.ด."),
    }
    assert (row.person.id, row.person.birth_date, row.person.note) == (101, date(1980, 1, 5), "เดิม")


def test_a_coarser_unit_than_the_known_one_changes_nothing():
    assert one("1|12-2-01-4101-001|เจ้าพนักงานธุรการ||สำนักปลัดเทศบาล|(ว่าง)||").status is Status.SAME


def test_a_range_of_levels_keeps_the_known_one_and_begins_low_for_a_new_post():
    assert one("1|12-2-01-4101-001|เจ้าพนักงานธุรการ|ปง./ชง.||(ว่าง)||").status is Status.SAME
    new = one("1|12-2-01-4101-002|เจ้าพนักงานธุรการ|ปง./ชง.||(ว่าง)||")
    assert (new.status, new.position.level, new.position.line_id) == (Status.NEW, Level.OPERATIONAL, CLERK)


def test_a_post_called_vacant_frees_its_holder():
    row = one("1|12-2-01-3102-001|นักทรัพยากรบุคคล|||(ว่าง)||")
    assert (row.status, row.replaced, row.person) == (Status.CHANGED, 101, None)
    assert changes(row) == {"ผู้ครองตำแหน่ง": ("นายก ใจดี", "(ว่าง)")}


def test_people_go_by_id_not_by_name():
    row = one(f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายก ใจดี|{IDS[1]}|")
    assert (row.person.id, row.replaced) == (0, 101)
    moved = one(f"1|12-2-01-4101-001|เจ้าพนักงานธุรการ|||นายก ใจดี|{IDS[0]}|")
    assert (moved.person.id, moved.person.position_id, moved.replaced) == (101, 12, None)
    assert changes(moved)["ครองตำแหน่ง"] == ("นักทรัพยากรบุคคล 12-2-01-3102-001", "เจ้าพนักงานธุรการ 12-2-01-4101-001")


def test_without_an_id_the_post_and_exactly_the_same_name_decide():
    assert one("1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายก ใจดี||").status is Status.SAME
    assert one("1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายก ใจดีๆ||").person.id == 0
    assert one("1|-|คนงาน|||นางข ใจงาม||").status is Status.SAME
    assert one("1|-|เจ้าพนักงานธุรการ|||นายก ใจดี||").person.id == 0


def test_an_id_found_out_later_is_filled_in():
    row = one(f"1|-|คนงาน|||นางข ใจงาม|{IDS[3]}|")
    assert (row.person.id, row.person.national_id) == (102, IDS[3])
    assert changes(row) == {"เลขประจำตัวประชาชน": ("", "x-xxxx-xxxxx-04-7")}


def test_who_left_and_is_listed_again_is_back():
    row = one(f"1|12-2-01-4101-001|เจ้าพนักงานธุรการ|||นายค จากไป|{IDS[2]}|")
    assert (row.person.left_on, row.person.left_reason, row.person.position_id) == (None, "", 12)
    assert changes(row)["สถานะ"][1] == "กลับมาปฏิบัติงาน"


def test_posts_without_a_number_by_holder_then_the_vacant_ones_then_new():
    rows = "1|-|คนงาน||กองคลัง|(ว่าง)||\n2|-|คนงาน||กองคลัง|นางข ใจงาม||\n3|-|คนงาน||กองคลัง|นายง ใหม่||\n4|-|คนงาน||กองช่าง|(ว่าง)||"
    found = preview(rows)
    assert [row.status for row in found.rows] == [Status.SAME, Status.SAME, Status.NEW, Status.NEW]
    assert [row.position.id for row in found.rows] == [14, 13, 0, 0]
    assert [unit.name for unit in found.new_units] == ["กองช่าง"]


def test_numbers_of_the_office_may_be_given_twice():
    posts = (PositionRecord(21, "2", "คนงาน", CONTRACT, Level.NONE, 3), PositionRecord(22, "2", "ยาม", CONTRACT, Level.NONE, 1))
    register = replace(REGISTER, positions=posts, people=())
    found = preview("1|2|ยาม||สำนักปลัด|(ว่าง)||\n2|2|คนงาน||กองคลัง|(ว่าง)||\n3|2|แม่บ้าน||กองคลัง|(ว่าง)||", register=register)
    assert [row.position.id for row in found.rows] == [22, 21, 0]
    assert found.wrong == ()


def test_what_an_earlier_row_said_is_wrong():
    twice = KANDA.replace("12-2-01-3102-001", "12-2-01-3102-002").replace("1|", "2|", 1)
    assert reasons(f"{KANDA}\n{twice}") == [("G3", "เลขประจำตัวประชาชนซ้ำกับแถวที่ 2")]
    same = "2|12-2-01-3102-001|นักวิชาการคลัง|||(ว่าง)||"
    assert reasons(f"{KANDA}\n{same}") == [("B3", "เลขที่ตำแหน่งซ้ำกับแถวที่ 2")]
    own = "2|คนงาน||กองคลัง|นายง จ||"
    assert reasons(f"1|{own}\n2|{own}") == [("B3", "เลขที่ตำแหน่งและชื่อซ้ำกับแถวที่ 2")]
    assert reasons(f"1|{own}\n2|2|คนงาน||กองคลัง|(ว่าง)||\n3|2|คนงาน||กองคลัง|(ว่าง)||") == []


def test_levels_and_units_that_do_not_fit():
    ((cell, reason),) = reasons("1|12-2-01-3102-009|นักทรัพยากรบุคคล|ชำนาญงาน||(ว่าง)||")
    assert cell == "D2"
    assert "ชำนาญงาน" in reason
    assert "วิชาการ" in reason
    ((cell, reason),) = reasons("1|9|ยาม||งานธุรการ|(ว่าง)||")
    assert cell == "E2"
    assert "สำนักปลัดเทศบาล / งานธุรการ" in reason
    ((cell, _),) = reasons("1|12-2-01-3102-009||ชก.||(ว่าง)||")
    assert cell == "C2"


def test_only_good_rows_add_units_and_lines():
    found = preview("1|9|นักบิน|ชำนาญงาน|กองบิน / ฝ่ายบิน|(ว่าง)||\n2|10|นักดำน้ำ|||นายก||\n3|12-2-05-3999-001|นักทะเล|||(ว่าง)||")
    assert [line.name for line in found.new_lines] == ["นักบิน", "นักทะเล"]
    assert [unit.name for unit in found.new_units] == ["กองบิน", "ฝ่ายบิน"]
    wrong = preview("1|9|นักทรัพยากรบุคคล|ชำนาญงาน|กองบิน|(ว่าง)||")
    assert (wrong.new_units, wrong.rows, wrong.positions, wrong.vacant) == ((), (), 1, 1)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("1|1|ปลัดเทศบาล (นักบริหารงานท้องถิ่น)|กลาง||(ว่าง)||", CHIEF),
        ("1|1|รองปลัดเทศบาล|ต้น||(ว่าง)||", CHIEF),
        ("1|1|ผู้อำนวยการกองคลัง (นักบริหารงานการคลัง)|ต้น||(ว่าง)||", 6),
        ("1|1|หัวหน้าฝ่ายการเงินและบัญชี|ต้น||(ว่าง)||", 6),
        ("1|1|ครูชำนาญการพิเศษ|คศ.3||(ว่าง)||", TEACHER),
        ("1|-|คนสวน|||(ว่าง)||", CONTRACT),
        ("1|1|นักทรัพยากรบุคคล ปก.|||(ว่าง)||", HR),
    ],
)
def test_the_line_of_a_title(row, line):
    assert one(row).position.line_id == line


@pytest.mark.parametrize(
    ("row", "personnel", "kind"),
    [
        ("1|12-2-05-3999-001|นักดาราศาสตร์|ชก.||(ว่าง)||", PersonnelType.REGULAR, PositionType.ACADEMIC),
        ("1|12-2-05-4999-001|ช่างแว่น|||(ว่าง)||", PersonnelType.REGULAR, PositionType.GENERAL),
        ("1|12-2-05-3999-001|โหร (ถ)|||(ว่าง)||", PersonnelType.TRANSFERRED, PositionType.ACADEMIC),
        ("1|-|รองนายกเทศมนตรี|||(ว่าง)||", PersonnelType.POLITICAL, PositionType.NONE),
        ("1|-|ผู้ช่วยช่างแว่น|||(ว่าง)||", PersonnelType.MISSION_QUALIFIED, PositionType.NONE),
    ],
)
def test_a_title_without_a_line_becomes_one(row, personnel, kind):
    (line,) = preview(row).new_lines
    assert (line.personnel_type, line.position_type) == (personnel, kind)


def test_what_is_known_may_be_skipped_or_only_filled():
    row = f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|เชี่ยวชาญ||นางก ดีงาม|{IDS[0]}|"
    assert one(row, policy=Policy.SKIP).status is Status.SAME
    assert one(row, policy=Policy.KEEP).status is Status.SAME
    filled = one(f"1|-|คนงาน|||นายข ใจงาม|{IDS[3]}|ป.6", policy=Policy.KEEP)
    assert (changes(filled).keys(), filled.person.title) == ({"เลขประจำตัวประชาชน", "วุฒิการศึกษา"}, "นาง")
    taken = one(f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายง ใหม่|{IDS[4]}|", policy=Policy.KEEP)
    assert (taken.status, taken.person, taken.replaced) == (Status.SAME, None, None)
    back = one(f"1|12-2-01-4101-001|เจ้าพนักงานธุรการ|||นายค จากไป|{IDS[2]}|", policy=Policy.KEEP)
    assert back.person.position_id is None
    new = one("1|77|คนงาน|||นายง ใหม่||", policy=Policy.SKIP)
    assert new.status is Status.NEW


def test_one_row_may_be_decided_apart_from_the_others():
    rows = f"1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายก ดีงาม|{IDS[0]}|ศศ.บ.\n2|12-2-01-4101-001|เจ้าพนักงานธุรการ|||นายง ใหม่||"
    reading = read(HEAD + rows, knows_merges=True)

    def statuses(policy, **own):
        found = compare(reading, REGISTER, TODAY, policy, {("กรอบ", int(row[1:])): one for row, one in own.items()})
        assert found.wrong == ()
        return [row.status for row in found.rows], [{change.label for change in row.changes} for row in found.rows]

    assert statuses(Policy.UPDATE)[0] == [Status.CHANGED, Status.CHANGED]
    assert statuses(Policy.UPDATE, r2=Policy.SKIP)[0] == [Status.SAME, Status.CHANGED]
    assert statuses(Policy.UPDATE, r2=Policy.KEEP, r3=Policy.SKIP)[1] == [set(), set()]
    assert statuses(Policy.SKIP, r2=Policy.UPDATE)[1][0] == {"นามสกุล", "วุฒิการศึกษา"}
    assert statuses(Policy.SKIP, r3=Policy.UPDATE)[0] == [Status.SAME, Status.CHANGED]


def test_the_register_checks_have_their_cell():
    young = replace(PEOPLE[0], birth_date=date(2010, 1, 5))
    register = replace(REGISTER, people=(young,))
    head = HEAD.replace("วุฒิการศึกษา", "วันบรรจุ")
    reading = read(f"{head}1|12-2-01-3102-001|นักทรัพยากรบุคคล|||นายก ใจดี|{IDS[0]}|1/1/2550")
    ((cell),) = compare(reading, register, TODAY).wrong
    assert (cell.cell, "หลังวันเกิด" in cell.reason) == ("H2", True)
