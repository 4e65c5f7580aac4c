"""What the import's column step shows: which table it takes a file for, samples, and what the officer says instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.errors import UserError
from hrdesk.services.staffing.fields import Field
from hrdesk.services.staffing.headings import find_table
from hrdesk.services.staffing.mapping import ColumnMapping
from hrdesk.services.staffing.proposal import SAMPLES, guesses, propose, same_tables, with_columns
from hrdesk.services.staffing.rows import read_rows
from services.staffing.lists import TODAY, sheet

LIST = """
ที่ | เลขที่ตำแหน่ง | ตำแหน่ง | ชื่อ-สกุล | สังกัดเดิม
1 | 12-2-01-3102-001 | นักทรัพยากรบุคคล | นายก ใจดี | กองคลัง
2 | 12-2-01-3102-002 | คนงาน | นางข งามตา | กองคลัง
3 | 12-2-01-3102-003 | คนสวน | (ว่าง) |
4 | 12-2-01-3102-004 | คนงาน | นายค มั่นคง | สำนักปลัด
"""
NOTES = """
คำชี้แจง
กรุณากรอกให้ครบ
"""


def nothing(_signature):
    return None


def test_the_staffing_list_is_found_among_other_sheets():
    table = propose([sheet(NOTES, "คำชี้แจง"), sheet(LIST, "กรอบ")], nothing)
    assert (table.sheet.name, table.top, table.first_row, table.is_staffing_list) == ("กรอบ", 0, 1, True)


def test_a_hidden_sheet_is_taken_only_where_there_is_no_other():
    hidden = replace(sheet(LIST, "ซ่อน"), hidden=True)
    assert propose([hidden, sheet(NOTES, "เห็น")], nothing).sheet.name == "เห็น"
    assert propose([hidden], nothing).sheet.name == "ซ่อน"


def test_where_nothing_is_understood_the_first_visible_sheet_is_shown():
    drawn = "a | b\n1 | 2"
    table = propose([replace(sheet(drawn, "ซ่อน"), hidden=True), sheet(drawn, "หนึ่ง"), sheet(drawn, "สอง")], nothing)
    assert (table.sheet.name, table.top, table.height, table.is_staffing_list) == ("หนึ่ง", 0, 1, False)


def test_what_comes_nearest_to_a_list_is_shown_rather_than_nothing():
    half = "ตำแหน่ง | ระดับ | จำนวน\nคนงาน | - | 2"
    table = propose([sheet(NOTES, "คำชี้แจง"), sheet(half, "สรุป")], nothing)
    assert (table.sheet.name, table.is_staffing_list) == ("สรุป", False)


@pytest.mark.parametrize(("row", "top"), [(1, 0), (3, 2), (5, 4), (99, 4), (0, 0), (-5, 0)])
def test_the_officer_says_where_the_heading_is_and_is_never_refused(row, top):
    assert propose([sheet(LIST)], nothing, "กรอบ", row).top == top


def test_a_heading_of_two_rows_is_read_as_one():
    drawn = """
    | ผู้ครองตำแหน่ง |
    ตำแหน่ง | ชื่อ | นามสกุล
    คนงาน | นายก | ใจดี
    """
    one = propose([sheet(drawn)], nothing, "กรอบ", 2, 1)
    two = propose([sheet(drawn)], nothing, "กรอบ", 1, 2)
    assert (one.first_row, two.first_row) == (2, 2)
    assert {Field.TITLE, Field.FIRST, Field.LAST} <= set(one.columns) & set(two.columns)
    beyond = propose([sheet(drawn)], nothing, "กรอบ", 3, 9)
    assert beyond.first_row == 3, "no more heading rows than there are rows"


def test_what_was_said_of_the_same_headings_before_is_remembered():
    asked = []

    def recall(signature):
        asked.append(signature)
        return ColumnMapping(columns={Field.UNIT: ("สังกัดเดิม",)})

    table = propose([sheet(LIST)], recall, "กรอบ")
    assert table.columns[Field.UNIT] == (4,)
    assert asked == [find_table(sheet(LIST)).signature]
    assert propose([sheet(LIST)], recall).columns[Field.UNIT] == (4,)


def test_each_column_is_shown_with_its_samples():
    found = guesses(propose([sheet(LIST)], nothing))
    assert [one.letters for one in found] == list("ABCDE")
    assert [one.heading for one in found][1:4] == ["เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล"]
    assert found[2].samples == ("นักทรัพยากรบุคคล", "คนงาน", "คนสวน"), "each once"
    assert found[4].samples == ("กองคลัง", "สำนักปลัด")
    assert (found[2].field, found[3].field) == (Field.TITLE, Field.NAME)
    assert all(len(one.samples) <= SAMPLES for one in found)


def test_a_column_without_heading_or_value_is_not_shown():
    drawn = "ตำแหน่ง | | ชื่อ-สกุล | \nคนงาน | | นายก ใจดี | เดิม"
    assert [one.letters for one in guesses(propose([sheet(drawn)], nothing))] == ["A", "C", "D"]


def test_a_heading_nearly_known_is_suggested_never_taken():
    drawn = "ตำแหน่ง | ชื่อ-สกุล | เลขที่ตำแหนง\nคนงาน | นายก ใจดี | 7"
    third = guesses(propose([sheet(drawn)], nothing))[2]
    assert (third.field, third.suggested) == (None, Field.NUMBER)


def test_the_columns_are_as_the_officer_says():
    table = with_columns(propose([sheet(LIST)], nothing), {1: Field.NUMBER, 2: Field.TITLE, 3: Field.NAME, 4: Field.UNIT, 0: None})
    assert dict(table.columns) == {Field.NUMBER: (1,), Field.TITLE: (2,), Field.NAME: (3,), Field.UNIT: (4,)}
    assert [entry.units for entry in read_rows(table, TODAY).entries][:2] == [("กองคลัง",)] * 2


def test_of_two_columns_for_one_thing_the_first_counts_but_a_name_may_be_in_parts():
    table = propose([sheet("ก | ข | ค | ง\nคนงาน | นาย | ดี | x")], nothing)
    said = with_columns(table, {0: Field.TITLE, 3: Field.TITLE, 1: Field.NAME, 2: Field.NAME})
    assert dict(said.columns) == {Field.TITLE: (0,), Field.NAME: (1, 2)}
    assert dict(with_columns(table, {}).columns) == {}


@given(st.dictionaries(st.integers(0, 4), st.none() | st.sampled_from(Field)))
def test_no_column_is_read_as_two_things(meant):
    table = with_columns(propose([sheet(LIST)], nothing), meant)
    columns = [column for columns in table.columns.values() for column in columns]
    assert len(columns) == len(set(columns))
    assert {known for known in meant.values() if known} == set(table.columns)


def test_a_sheet_for_each_bureau_is_one_list():
    other = LIST.replace("นายก ใจดี", "นายง สุขสันต์")
    mine, hidden, last = sheet(LIST, "ปลัด"), replace(sheet(other, "เก่า"), hidden=True), sheet(other, "คลัง")
    table = with_columns(propose([mine, hidden, last, sheet(NOTES, "คำชี้แจง")], nothing), {2: Field.TITLE, 3: Field.NAME})
    tables = same_tables([mine, hidden, last, sheet(NOTES, "คำชี้แจง")], table)
    assert [one.sheet.name for one in tables] == ["ปลัด", "คลัง"]
    assert {tuple(one.columns.items()) for one in tables} == {tuple(table.columns.items())}, "said once for all"


def test_a_sheet_with_other_headings_stays_out():
    mine, other = sheet(LIST, "ปลัด"), sheet(LIST.replace("สังกัดเดิม", "หมายเหตุ"), "คลัง")
    assert [one.sheet.name for one in same_tables([mine, other], propose([mine], nothing))] == ["ปลัด"]


@pytest.mark.parametrize("meant", [{}, {2: Field.TITLE}, {3: Field.NAME}, {0: Field.ORDER, 4: Field.UNIT}])
def test_what_is_missing_for_a_list_is_said(meant):
    table = with_columns(propose([sheet(LIST)], nothing), meant)
    with pytest.raises(UserError, match="“ตำแหน่ง” หรือ “เลขที่ตำแหน่ง” และ “ชื่อ-สกุล”") as caught:
        same_tables([table.sheet], table)
    assert "ไม่ถูกเปลี่ยนแปลง" in str(caught.value)
