from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.services.sheets.sheet import Sheet
from hrdesk.services.staffing.fields import Field
from hrdesk.services.staffing.headings import find_table
from hrdesk.services.staffing.rows import completed_row, read_rows
from services.staffing.lists import IDS, TODAY, entries, read, sheet, wrong

FRAME = f"""
บัญชีแสดงจัดคนลงสู่ตำแหน่งและการกำหนดเลขที่ตำแหน่งในส่วนราชการ
เทศบาลตำบลตัวอย่าง
ที่|ชื่อ-สกุล|เลขที่ตำแหน่ง|ตำแหน่ง|ประเภท|ระดับ|เลขประจำตัวประชาชน|หมายเหตุ
1|2|3|4|5|6|7|8
๑|นายสมชาย  ใจดี|๑๒-๒-๐๐-๑๑๐๑-๐๐๑|ปลัดเทศบาล (นักบริหารงานท้องถิ่น)|บริหารท้องถิ่น|กลาง|{IDS[0]}|
|สำนักปลัดเทศบาล (๐๑)||||||
|ฝ่ายอำนวยการ||||||
๒|(ว่าง)|12-2-01-3102-001|นักทรัพยากรบุคคล|วิชาการ|ปก./ชก.||ว่างเดิม
|พนักงานจ้างตามภารกิจ||||||
๓|น.ส. กานดา แสนสุข (รักษาการ)|-|ผู้ช่วยนักทรัพยากรบุคคล|-|-|{IDS[1]}|
ที่|ชื่อ-สกุล|เลขที่ตำแหน่ง|ตำแหน่ง|ประเภท|ระดับ|เลขประจำตัวประชาชน|หมายเหตุ
กองคลัง (๐๔) จำนวน 2 อัตรา|||||||
๔|ว่าที่ ร.ต.วิชัย ดีงาม|12-2-04-2102-001|ผู้อำนวยการกองคลัง (นักบริหารงานการคลัง)|อำนวยการท้องถิ่น|ต้น||
|พนักงานจ้างทั่วไป||||||
๕||-|คนงาน||||
|รวม||๕ อัตรา||||
|||||||
หมายเหตุ : ข้อมูล ณ วันที่ ๑ มิถุนายน ๒๕๖๗|||||||
|ลงชื่อ..........................||ลงชื่อ..........................||||
|(นายก ข)||(นายค ง)||||
|นักทรัพยากรบุคคล||ปลัดเทศบาล||||
"""


def test_a_frame_with_all_that_offices_put_around_it():
    found = entries(FRAME)
    assert [entry.row for entry in found] == [5, 8, 10, 13, 15]
    assert [entry.number for entry in found] == ["12-2-00-1101-001", "12-2-01-3102-001", "", "12-2-04-2102-001", ""]
    chief, vacant, helper, finance, worker = found
    assert (chief.person.title, chief.person.first_name, chief.person.last_name) == ("นาย", "สมชาย", "ใจดี")
    assert chief.person.national_id == IDS[0]
    assert chief.units is None
    assert (vacant.person, vacant.units) == (None, ("สำนักปลัดเทศบาล", "ฝ่ายอำนวยการ"))
    assert vacant.levels == (Level.PRACTITIONER, Level.PROFESSIONAL)
    assert helper.person.note == "รักษาการ"
    assert helper.personnel_types == (PersonnelType.MISSION_QUALIFIED, PersonnelType.MISSION_SKILLED)
    assert (finance.person.title, finance.units, finance.personnel_types) == ("ว่าที่ ร.ต.", ("กองคลัง",), ())
    assert finance.position_type is PositionType.DIRECTOR
    assert (worker.person, worker.personnel_types) == (None, (PersonnelType.GENERAL_CONTRACT,))


def test_what_is_no_post_is_told():
    said = [row.text for row in read(FRAME).ignored]
    assert said[0].startswith("1 2 3")
    assert "รวม ๕ อัตรา" in said
    assert said[-1] == "นักทรัพยากรบุคคล ปลัดเทศบาล"


HEAD = "ที่|เลขที่ตำแหน่ง|ตำแหน่ง|คำนำหน้า|ชื่อ|นามสกุล|วันเกิด|วันบรรจุ|สังกัด|ประเภทบุคลากร|วุฒิการศึกษา\n"


@pytest.mark.parametrize(
    ("prefix", "first", "last", "name"),
    [
        ("นาย", "ก", "ข", ("นาย", "ก", "ข")),
        ("", "นายก", "ข", ("นาย", "ก", "ข")),
        ("", "นายก ข", "", ("นาย", "ก", "ข")),
        ("นาย", "นายก", "ข", ("นาย", "ก", "ข")),
        ("น.ส.", "ก  ", "ณ อยุธยา", ("นางสาว", "ก", "ณ อยุธยา")),
        ("น.ส.", "น.ส.ก", "ข", ("นางสาว", "ก", "ข")),
        ("", "พ.จ.อ. ก", "ข", ("พันจ่าเอก", "ก", "ข")),
        ("", "ว่าที่ ร.ต.หญิง ก", "ข", ("ว่าที่ ร.ต.หญิง", "ก", "ข")),
        ("", "ก", "ข", ("", "ก", "ข")),
    ],
)
def test_a_name_in_one_two_or_three_cells(prefix, first, last, name):
    (entry,) = entries(f"{HEAD}1|2|คนงาน|{prefix}|{first}|{last}|||||")
    assert (entry.person.title, *entry.person.name) == name


def test_sara_am_and_invisible_signs_are_mended():
    (entry,) = entries(f"{HEAD}1|2|เจ้าพนักงานธุรการ|นาย|จ\u0e4d\u0e32เริญ\u200b|ค\u0e4d\u0e32ดี|||||")
    assert entry.person.name == ("จำเริญ", "คำดี")


@pytest.mark.parametrize(
    ("row", "cell", "reason"),
    [
        ("1|2|คนงาน|นาย|ก||||||", "E2", "ไม่มีนามสกุล"),
        ("1|2|คนงาน||123|ข|||||", "E2", "ชื่อบุคคล"),
        ("1|2|คนงาน|นาย|ก|ข|29/2/2530||||", "G2", "ไม่มีวันที่"),
        ("1|2|คนงาน|นาย|ก|ข|1/1/2567||||", "G2", "อายุ 0 ปี"),
        ("1|2|คนงาน|นาย|ก|ข|1/1/2450||||", "G2", "อายุ 117 ปี"),
        ("1|2|คนงาน|นาย|ก|ข|1/1/2530|1/1/2540|||", "H2", "เร็วกว่าอายุ"),
        ("1|2|คนงาน|นาย|ก|ข||1/1/2590|||", "H2", "ไม่อยู่ในช่วง"),
        ("1|2|คนงาน|นาย|ก|ข||||อื่น ๆ|", "J2", "ไม่รู้จักประเภทบุคลากร"),
        ("1|#REF!|คนงาน|นาย|ก|ข|||||", "B2", "Excel"),
        (f"1|2|{'ก' * 501}|นาย|ก|ข|||||", "C2", "500"),
    ],
)
def test_a_wrong_cell_is_named_with_its_reason(row, cell, reason):
    ((found, said),) = wrong(HEAD + row)
    assert found == cell
    assert reason in said


def test_all_wrong_cells_of_a_row_and_its_place_in_the_counts():
    reading = read(f"{HEAD}1|2|คนงาน|นาย|ก||x||||\n2|3|คนงาน||(ว่าง)|||||ไม่รู้\n3|4|คนงาน|นาย|ก|ข|||||")
    assert [cell.cell for cell in reading.wrong] == ["E2", "G2", "J3"]
    assert (reading.wrong_positions, reading.wrong_vacant, len(reading.entries)) == (2, 1, 1)


def test_an_id_without_a_name_is_no_vacant_post():
    ((cell, reason),) = wrong(f"ที่|ตำแหน่ง|ชื่อ-สกุล|เลขประจำตัวประชาชน\n1|คนงาน||{IDS[0]}")
    assert (cell, reason) == ("C2", "ชื่อ-สกุล: มีเลขประจำตัวประชาชนแต่ไม่มีชื่อ")


def test_units_by_column_path_and_dash():
    drawn = f"{HEAD}1|2|a|นาย|ก|ข|||กองคลัง||\n2|3|b|นาย|ค|ง|||กองช่าง / งานโยธา||\n3|4|c|นาย|จ|ฉ|||-||\n4|5|d|นาย|ช|ซ|||งานพัสดุ/ทรัพย์สิน||"
    assert [e.units for e in entries(drawn)] == [("กองคลัง",), ("กองช่าง", "งานโยธา"), (), ("งานพัสดุ/ทรัพย์สิน",)]


def test_a_blank_unit_means_the_same_only_where_merging_is_not_told():
    drawn = f"{HEAD}1|2|a|นาย|ก|ข|||กองคลัง||\n2|3|b|นาย|ค|ง|||||\n3|4|c|นาย|จ|ฉ|||||"
    assert [e.units for e in entries(drawn)] == [("กองคลัง",)] * 3
    assert [e.units for e in entries(drawn, knows_merges=True)] == [("กองคลัง",), None, None]
    assert [e.units for e in entries(drawn, merges=[(1, 8, 2, 8)])] == [("กองคลัง",), ("กองคลัง",), None]


def test_columns_for_bureau_division_and_section():
    drawn = "สำนัก/กอง|ฝ่าย|งาน|ตำแหน่ง|ชื่อ-สกุล|ระดับ\nกองคลัง|ฝ่ายพัสดุ|งานพัสดุ|a|นาย ก ข|\n||งานทะเบียน|b|นาย ค ง|\nกองช่าง|||c|นาย จ ฉ|"
    assert [e.units for e in entries(drawn)] == [
        ("กองคลัง", "ฝ่ายพัสดุ", "งานพัสดุ"), ("กองคลัง", "ฝ่ายพัสดุ", "งานทะเบียน"), ("กองช่าง",),
    ]  # fmt: skip


def test_the_name_of_a_sheet_is_the_unit_where_nothing_else_says_it():
    drawn = "ตำแหน่ง|ชื่อ-สกุล\na|นาย ก ข"
    assert entries(drawn, name="กองช่าง")[0].units == ("กองช่าง",)
    assert entries(drawn, name="งานการเจ้าหน้าที่ 2567")[0].units is None


def test_kinds_of_staff_outside_and_inside_units():
    rows = "1|2|a|นาย ก ข\n"
    head = "ที่|เลขที่ตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล\n"
    outside = entries(f"{head}พนักงานจ้างทั่วไป|||\nกองคลัง|||\n{rows}กองช่าง|||\n{rows.replace('ก ข', 'ค ง')}")
    assert {entry.personnel_types for entry in outside} == {(PersonnelType.GENERAL_CONTRACT,)}
    inside = entries(f"{head}กองคลัง|||\nพนักงานจ้างทั่วไป|||\n{rows}กองช่าง|||\n{rows.replace('ก ข', 'ค ง')}")
    assert [entry.personnel_types for entry in inside] == [(PersonnelType.GENERAL_CONTRACT,), ()]


def test_an_abolished_post_is_left_out():
    reading = read("ที่|เลขที่ตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล\n1|2|a|(ยุบเลิก)\n2|3|b|นาย ก ข")
    assert [entry.title for entry in reading.entries] == ["b"]
    assert [row.row for row in reading.ignored] == [2]


def test_a_row_that_takes_from_others_can_stand_alone():
    made = sheet(f"{HEAD}1|2|a|นาย|ก|ข|||กองคลัง||\n2|3|b|นาย|ค|ง|||||")
    table = find_table(made)
    assert completed_row(table, 2)[table.columns[Field.UNIT][0]] == "กองคลัง"


def test_a_birth_date_cell_of_excel():
    (entry,) = entries(f"{HEAD}1|2|a|นาย|ก|ข|||||", G2=date(2530, 1, 5), H2=40000.0)
    assert (entry.person.birth_date, entry.person.start_date) == (date(1987, 1, 5), date(2009, 7, 6))


CELLS = st.sampled_from(
    ["", "1", "๒", "นาย ก ข", "(ว่าง)", "กองคลัง", "คนงาน", "รวม", "หมายเหตุ", "ลงชื่อ.....", "ตำแหน่ง", "ชื่อ-สกุล", "พนักงานจ้าง", *IDS]
) | st.text(max_size=8) | st.floats() | st.dates()  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=12), st.booleans())
def test_no_row_makes_it_fail_or_counts_twice(rows, knows_merges):
    head = ("ที่", "เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล", "เลขประจำตัวประชาชน")
    made = Sheet("x", (head, *map(tuple, rows)), knows_merges=knows_merges)
    reading = read_rows(find_table(made), TODAY)
    good, bad, other = ({row.row for row in some} for some in (reading.entries, reading.wrong, reading.ignored))
    assert not good & bad
    assert not (good | bad) & other
    assert good | bad | other <= set(range(1, len(rows) + 2))
    assert all(cell.reason and cell.cell.endswith(str(cell.row)) for cell in reading.wrong)


def test_a_cell_below_a_merged_one_says_what_is_typed_into_it():
    drawn = "เลขที่ตำแหน่ง|ตำแหน่ง|ส่วนราชการ|ชื่อ-สกุล\n1|คนงาน|กองคลัง|นายก ข\n2|คนงาน||นายค ง\n3|คนงาน||นายจ ฉ"
    merged = {"merges": [(1, 2, 3, 2)]}
    assert [entry.units for entry in entries(drawn, **merged)] == [("กองคลัง",)] * 3
    assert [entry.units for entry in entries(drawn, **merged, C3="กองช่าง")] == [("กองคลัง",), ("กองช่าง",), ("กองคลัง",)]
