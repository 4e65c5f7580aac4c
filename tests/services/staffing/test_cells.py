from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.domain.staff import is_national_id
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.services.staffing import cells
from hrdesk.services.staffing.cells import Unreadable

ANYTHING = st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.datetimes() | st.timedeltas()


@pytest.mark.parametrize(
    "cell",
    ["3-0000-00120-01-9", "๓๐๐๐๐๐๐๑๒๐๐๑๙", " 3 0000 00120 01 9 ", 3000000120019, 3000000120019.0, "'3000000120019", "3000000120019.0"],
)
def test_an_id_however_it_is_typed(cell):
    assert cells.national_id(cell) == "3000000120019"


@pytest.mark.parametrize("cell", ["", "-", "x-xxxx-xxxxx-01-9", "3-0000-xxxxx-xx-x"])
def test_no_id(cell):
    assert cells.national_id(cell) == ""


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("3.00000E+12", "Excel ตัดเลข"),
        (300000012001, "12 หลัก"),
        ("3000000120018", "เลขตรวจสอบ"),
        ("300000012001A", "อักขระ"),
        (date(2024, 1, 1), "วันที่"),
        ("#N/A", "ค่าผิดพลาดของ Excel"),
    ],
)
def test_a_wrong_id_says_why(cell, reason):
    with pytest.raises(Unreadable, match=reason):
        cells.national_id(cell)


def test_a_number_cell_gets_back_the_zero_it_lost_and_text_does_not():
    whole = next(n for n in (f"0{base}" for base in range(100000000010, 100000000030)) if is_national_id(n))
    assert cells.national_id(float(whole)) == whole
    with pytest.raises(Unreadable, match="12 หลัก"):
        cells.national_id(whole[1:])


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("5/1/2530", date(1987, 1, 5)),
        ("๕ ม.ค. ๒๕๓๐", date(1987, 1, 5)),
        ("5/1/30", date(1987, 1, 5)),
        (date(1987, 1, 5), date(1987, 1, 5)),
        (datetime(2530, 1, 5, 0, 0), date(1987, 1, 5)),
        (31782.0, date(1987, 1, 5)),
        ("230109", date(1987, 1, 5)),  # an Excel serial of the year 2530
        ("29/2/2567", date(2024, 2, 29)),
        ("", None),
        ("-", None),
    ],
)
def test_dates_of_both_eras(cell, day):
    assert cells.date_of(cell) == day


@pytest.mark.parametrize("cell", ["29/2/2566", date(2568, 2, 29), "31/4/2530", "ไม่ทราบ", "2530", "²", "³²", timedelta(1)])
def test_a_day_that_is_not_there(cell):
    with pytest.raises(Unreadable):
        cells.date_of(cell)


@pytest.mark.parametrize("text", ["ว่าง", "(ว่าง)", "-ว่าง-", "*ว่าง*", "ตำแหน่งว่าง", "(อัตราว่าง)", "ว่างเดิม", "ว่าง 1 ต.ค. 66", "กำหนดเพิ่ม", "Vacant"])
def test_vacant(text):
    assert cells.is_vacancy(text)


@pytest.mark.parametrize("text", ["ว่าที่ร้อยตรี ก ข", "นายว่าง ใจดี", "วางแผน", "ว่างศ์ ดี", ""])
def test_not_vacant(text):
    assert not cells.is_vacancy(text)


@pytest.mark.parametrize(
    ("cell", "levels"),
    [
        ("ชำนาญการ", (Level.PROFESSIONAL,)),
        ("ชก.", (Level.PROFESSIONAL,)),
        ("ปก./ชก.", (Level.PRACTITIONER, Level.PROFESSIONAL)),
        ("ปง/ชง", (Level.OPERATIONAL, Level.EXPERIENCED)),
        ("ปฏิบัติงาน หรือ ชำนาญงาน", (Level.OPERATIONAL, Level.EXPERIENCED)),
        ("ระดับต้น", (Level.EXECUTIVE_LOW, Level.DIRECTOR_LOW)),
        ("อำนวยการท้องถิ่น ระดับต้น", (Level.EXECUTIVE_LOW, Level.DIRECTOR_LOW)),
        ("บริหารท้องถิ่นกลาง", (Level.EXECUTIVE_MIDDLE, Level.DIRECTOR_MIDDLE)),
        ("-", ()),
        ("คศ.๑", ()),
        ("ผู้มีทักษะ", ()),
    ],
)
def test_levels(cell, levels):
    assert cells.levels_of(cell) == levels


def test_a_level_at_the_end_of_a_title():
    assert cells.split_level("นักทรัพยากรบุคคลชำนาญการ") == ("นักทรัพยากรบุคคล", (Level.PROFESSIONAL,))
    assert cells.split_level("นายช่างโยธา ชง.") == ("นายช่างโยธา", (Level.EXPERIENCED,))
    assert cells.split_level("พยาบาลวิชาชีพ (ชำนาญการพิเศษ)") == ("พยาบาลวิชาชีพ", (Level.SENIOR_PROFESSIONAL,))
    for title in ("ครูชำนาญการ", "ผู้อำนวยการกองช่าง", "พนักงานวิทยุกลาง", "ชำนาญการ", "ปลัดเทศบาล (นักบริหารงานท้องถิ่น)"):
        assert cells.split_level(title) == (title, ())


def test_types():
    assert cells.position_type_of("ประเภทวิชาการ") is PositionType.ACADEMIC
    assert cells.position_type_of("อำนวยการ") is PositionType.DIRECTOR
    assert cells.personnel_types_of("พนักงานจ้างตามภารกิจ (ผู้มีทักษะ)") == (PersonnelType.MISSION_SKILLED,)
    assert len(cells.personnel_types_of("พนักงานจ้างตามภารกิจ")) == 2
    assert cells.personnel_types_of("พนักงานครูเทศบาล") == (PersonnelType.TEACHER,)
    assert cells.personnel_types_of("พนักงานขับรถยนต์") == ()


def test_excel_makes_a_date_of_a_number():
    with pytest.raises(Unreadable, match="เลขที่ตำแหน่งเป็นวันที่"):
        cells.position_number(date(2012, 2, 1))
    assert cells.position_number(2.0) == "2"
    assert cells.position_number("๑๒-๒-๐๑-๓๑๐๒-๐๐๑ (ถ)") == "12-2-01-3102-001 (ถ)"


@settings(deadline=None)
@given(ANYTHING)
def test_every_reader_reads_or_says_why(cell):
    for reader in (cells.line_of, cells.note_of, cells.position_number, cells.national_id, cells.date_of, cells.levels_of):
        with suppress(Unreadable):
            reader(cell)
    title, _ = cells.without_vacancy(cells.text_of(cell))
    cells.split_level(title)
