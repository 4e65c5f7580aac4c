from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.services.sheets.sheet import Merge, Sheet
from hrdesk.services.staffing import headings
from hrdesk.services.staffing.fields import FIELD_OF, Field, heading_key
from hrdesk.services.staffing.headings import describe, find_table
from services.staffing.lists import entries, sheet


def columns(drawn, **options):
    table = find_table(sheet(drawn, **options))
    assert table is not None
    return {field.value: describe(places) for field, places in table.columns.items()}


def test_one_row_in_thai_and_in_english():
    assert columns("ที่|เลขที่ตำแหน่ง|ตำแหน่ง|ระดับ|ชื่อ-สกุล|หมายเหตุ\n1|2|คนงาน|-|นาย ก ข|") == {
        "order": "A", "number": "B", "title": "C", "level": "D", "name": "E", "note": "F",
    }  # fmt: skip
    assert columns("No.|Position No.|Job Title|First name|Last name|ID card|Date of birth\n1|2|x|a|b||") == {
        "order": "A", "number": "B", "title": "C", "first_name": "D", "last_name": "E", "national_id": "F", "birth_date": "G",
    }  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["เลขที่ ตำแหน่ง", "เลขที่-ตำแหน่ง", "เลขที่ตําแหน่ง", "เลขที่ตำแหน่ง (ใหม่)", "เลขที่\u200bตำแหน่ง", "* เลขที่ตำแหน่ง :"],
)
def test_what_does_not_matter_in_a_heading(heading):
    assert columns(f"{heading}|ตำแหน่ง|ชื่อ-สกุล\n1|x|y")["number"] == "A"


TWO_LINES = """
บัญชีจัดคนลงสู่ตำแหน่ง ประจำปีงบประมาณ ๒๕๖๗
เทศบาลตำบลตัวอย่าง อำเภอเมือง
ที่|ชื่อ-สกุล|คุณวุฒิ|กรอบอัตรากำลังเดิม||กรอบอัตรากำลังใหม่|||เงินเดือน|
|||เลขที่ตำแหน่ง|ตำแหน่ง|เลขที่ตำแหน่ง|ตำแหน่ง|ระดับ|เงินเดือน|เงินประจำตำแหน่ง
1|นาย ก ข||เดิม|เดิม|ใหม่|ใหม่|ชำนาญการ|1|2
"""
EXPECTED = {"order": "A", "name": "B", "education": "C", "number": "F", "title": "G", "level": "H", "other": "I"}


def test_two_lines_merged_or_only_drawn_so_take_the_new_frame():
    assert columns(TWO_LINES) == EXPECTED
    merges = [(0, 0, 0, 9), (1, 0, 1, 9), (2, 3, 2, 4), (2, 5, 2, 7), (2, 8, 2, 9), *((2, c, 3, c) for c in range(3))]
    table = find_table(sheet(TWO_LINES, merges=merges))
    assert (table.top, table.height) == (2, 2)
    assert {field.value: describe(places[:1]) for field, places in table.columns.items()} == EXPECTED


def test_a_heading_over_two_rows_of_one_column():
    assert columns("เลขที่|ชื่อ|ตำแหน่ง|วัน เดือน ปี\nตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล|เกิด\n1|คนงาน|นาย ก ข|1/1/2530") == {
        "number": "A", "title": "B", "name": "C", "birth_date": "D",
    }  # fmt: skip


def test_a_name_over_several_columns_is_joined():
    drawn = "ตำแหน่ง|ชื่อ - สกุล|||ระดับ\nคนงาน|นาย|ก|ข|"
    assert columns(drawn)["name"] == "B, C, D"  # blank headings beside it
    assert columns(drawn, merges=[(0, 1, 0, 3)])["name"] == "B, C, D"
    assert columns("ตำแหน่ง|ชื่อ-สกุล||\n||คำนำหน้า|ชื่อ|สกุล\nx|a|b|c")["title"] == "A"


def test_what_stands_under_a_group_is_of_its_kind():
    found = columns("ชื่อ-สกุล|ตำแหน่ง|วุฒิการศึกษา||เงินเดือน|\n||ระดับ|สาขา|ระดับ|ขั้น\nนาย ก ข|x|ตรี|y|1|2")
    assert found == {"name": "A", "title": "B", "education": "C", "other": "E"}


def test_only_a_suggestion_for_what_is_nearly_known():
    table = find_table(sheet("เลขที่ตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล|วุฒิการศึกษษา|น้ำหนัก\n1|x|นาย ก ข||"))
    assert Field.EDUCATION not in table.columns
    assert table.suggestions() == {3: Field.EDUCATION}


def test_a_signature_of_headings_ignores_what_does_not_matter():
    first, second, other = (
        find_table(sheet(f"{text}|ชื่อ-สกุล\nx|นาย ก ข")).signature for text in ("ตำแหน่ง", " ตำแหน่ง :", "เลขที่ตำแหน่ง")
    )
    assert first == second != other


def test_every_alias_means_one_thing():
    assert all(heading_key(key) == key for key in FIELD_OF)
    assert FIELD_OF[heading_key("ชื่อตำแหน่ง")] is Field.TITLE
    assert set(FIELD_OF.values()) == set(Field)


def test_a_sheet_without_a_table_has_none():
    assert find_table(sheet("บันทึกข้อความ\nเรื่อง ขออนุมัติ|ที่")) is None
    assert find_table(Sheet("ว่าง", ())) is None


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=12) | st.sampled_from(sorted(FIELD_OF)), max_size=6), max_size=8))
def test_no_cells_make_it_fail(rows):
    width = max(map(len, rows), default=0)
    made = Sheet("x", tuple(tuple(row) + ("",) * (width - len(row)) for row in rows))
    table = find_table(made)
    assert table is None or table.first_row <= len(rows)


NAMES = ("number", "title", "name")
UGLY = {  # what is drawn, the heading's first row and its rows, where the number, the title and the name stand
    "a second line says more of one column": ("""
        บัญชีแสดงอัตรากำลัง||||||
        เทศบาลตำบลตัวอย่าง||||||
        ||||||
        ณ วันที่ 1 ตุลาคม 2567||||||
        ที่|ชื่อ-สกุล|เลขที่ตำแหน่ง|ตำแหน่ง|ระดับ|เงินเดือน|
        |||||เงินเดือน|เงินประจำตำแหน่ง
        1|นายก ข|12-2-01-3102-001|นิติกร|ชก.|30000|
        """, (5, 2), (2, 3, 1)),
    "units in brackets": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|เลขที่ตำแหน่ง|วันเกิด|เงินเดือน
        ||||(ว/ด/ป)|(บาท)
        1|นายก ข|นิติกร|37|1/1/2530|30000
        """, (1, 2), (3, 2, 1)),
    "parts of a qualification, not merged": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|เลขที่ตำแหน่ง|คุณวุฒิ||
        ||||วุฒิ|สาขา|สถาบัน
        1|นายก ข|นิติกร|37|ปริญญาตรี|นิติศาสตร์|มร.
        """, (1, 2), (3, 2, 1)),
    "words broken over two lines": ("""
        ที่|เลขที่|ตำแหน่ง|ชื่อ-สกุล|เลขประจำตัว|วัน/เดือน/ปี
        |ตำแหน่ง|||ประชาชน|เกิด
        1|12-2-01-3102-001|นิติกร|นายก ข||1/1/2530
        """, (1, 2), (1, 2, 3)),
    "a group above, not merged": ("""
        บัญชี||||||
        ที่|กรอบอัตรากำลัง||||บุคคล|
        |เลขที่ตำแหน่ง|ตำแหน่ง|ประเภท|ระดับ|ชื่อ-สกุล|วันเกิด
        1|12-2-01-3102-001|นิติกร|วิชาการ|ชก.|นายก ข|1/1/2530
        """, (2, 2), (1, 2, 5)),
    "the numbers of the columns are no heading": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|ระดับ|เลขที่ตำแหน่ง
        (๑)|(๒)|(๓)|(๔)|(๕)
        1|นายก ข|นิติกร|ชก.|9
        """, (1, 1), (4, 2, 1)),
    "a vacant post of one word is no heading": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|ระดับ|เลขที่ตำแหน่ง
        |(ว่าง)|คนงาน||
        1|นายก ข|นิติกร|ชก.|9
        """, (1, 1), (4, 2, 1)),
    "nor is a vacant one alone": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|ระดับ|เลขที่ตำแหน่ง
        |(ว่าง)|||
        1|นายก ข|นิติกร|ชก.|9
        """, (1, 1), (4, 2, 1)),
    "nor a unit in its own row": ("""
        ที่|ชื่อ-สกุล|ตำแหน่ง|ระดับ|เลขที่ตำแหน่ง
        |สำนักปลัดเทศบาล|||
        1|นายก ข|นิติกร|ชก.|9
        """, (1, 1), (4, 2, 1)),
    "a heading and nothing below": ("ที่|ชื่อ-สกุล|ตำแหน่ง|ระดับ|เลขที่ตำแหน่ง", (1, 1), (4, 2, 1)),
}  # fmt: skip


@pytest.mark.parametrize("what", UGLY)
def test_where_an_ugly_heading_begins_and_ends(what):
    drawn, place, columns = UGLY[what]
    table = find_table(sheet(drawn))
    assert (table.top + 1, table.height) == place
    assert tuple(table.columns[Field(name)][0] for name in NAMES) == columns


@pytest.mark.parametrize("what", [what for what, case in UGLY.items() if "\n" in case[0]])
def test_the_post_below_an_ugly_heading_is_read(what):
    found = [entry for entry in entries(UGLY[what][0]) if entry.person]
    assert [(entry.title, entry.person.first_name, entry.person.last_name) for entry in found] == [("นิติกร", "ก", "ข")]


_PIECES = sorted({"", "ชื่อ", "ตัว", "สกุล", "(ใหม่)", "คุณวุฒิการศึกษา", "สาขา", "เงินเดือน", "1", "นายก ข", *list(FIELD_OF)[::9]})
_GRIDS = st.lists(st.lists(st.sampled_from(_PIECES), min_size=4, max_size=4).map(tuple), min_size=1, max_size=7)


@settings(max_examples=150, deadline=None)
@given(_GRIDS, st.booleans())
def test_rows_passed_over_at_a_glance_would_not_have_been_the_heading(grid, merged):
    one = Sheet("ก", tuple(grid), (Merge(0, 0, 0, 2),) if merged else (), knows_merges=merged)
    found = find_table(one)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(headings, "_may_head", lambda _text: 99)
        assert find_table(one) == found
