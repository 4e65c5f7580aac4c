"""Every value that a column can hold stands in a cell so that it is read back the same, and looks as it should."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.domain.terms import Level, PersonnelType
from hrdesk.models.tables import METADATA
from hrdesk.services.office_workbook.kinds import NATIONAL_ID, kind_of
from hrdesk.services.staffing.cells import Unreadable
from offices import national_ids, values

COLUMNS = METADATA.tables["project_cost"].c, METADATA.tables["staff"].c, METADATA.tables["plan"].c
MONEY, COUNT, DAY = COLUMNS[0].unit_price, COLUMNS[0].quantity, COLUMNS[1].birth_date
MOMENT, FLAG = COLUMNS[2].updated_at, COLUMNS[2].covers_all_positions


def read_again(column, value):
    """The value after a spreadsheet has kept the cell, a number to sixteen digits."""
    kind = kind_of(column)
    cell = kind.cell(value)
    return kind.value(float(f"{cell:.16G}") if isinstance(cell, (int, float)) else cell)


@pytest.mark.parametrize("column", [MONEY, COUNT])
@given(number=st.integers(-(2**63), 2**63 - 1) | st.integers(-(10**6), 10**6))
@example(number=10**15 - 1)
@example(number=10**15)
@example(number=2**62 + 1)
@example(number=7)
def test_numbers_of_any_size_are_exact(column, number):
    assert read_again(column, number) == number


@given(st.dates())
@example(date(1900, 2, 28))
@example(date(2399, 12, 31))
@example(date(2400, 1, 1))
def test_days_of_any_year_are_exact(day):
    cell = kind_of(DAY).cell(day)
    assert read_again(DAY, day) == day
    # A spreadsheet knows no day before 1900, and a year from 2400 on would be taken for a Buddhist one.
    assert isinstance(cell, date) == (date(1900, 3, 1) <= day < date(2400, 1, 1))


@given(values(MOMENT))
@example(datetime(1, 1, 1, tzinfo=UTC))
@example(datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC))
def test_moments_are_exact(moment):
    assert read_again(MOMENT, moment) == moment


@given(st.data())
def test_terms_flags_and_ids_are_exact(data):
    for table in METADATA.sorted_tables:
        for column in table.c:
            if hasattr(column.type, "enum_class"):
                for member in column.type.enum_class:
                    assert read_again(column, member) is member
    assert [read_again(FLAG, flag) for flag in (True, False)] == [True, False]
    digits = data.draw(national_ids())
    assert NATIONAL_ID.value(NATIONAL_ID.cell(digits)) == digits


def test_a_term_shared_by_two_levels_bears_its_key():
    level = kind_of(METADATA.tables["position"].c.level)
    assert level.cell(Level.DIRECTOR_LOW) == "ต้น [director-low]"
    assert level.cell(Level.PROFESSIONAL) == "ชำนาญการ"
    assert len(set(level.choices)) == len(Level)
    personnel = kind_of(METADATA.tables["staff"].c.personnel_type)
    assert personnel.value("ลูกจ้างประจำ") is PersonnelType.PERMANENT


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [
        (MONEY, 0.1 + 0.2, 30),
        (MONEY, "๑,๒๓๔.๕๐", 123_450),
        (MONEY, "-92,233,720,368,547,758.08", -(2**63)),
        (COUNT, "1,000", 1000),
        (COUNT, 3.0, 3),
        (DAY, "1 ต.ค. 2566", date(2023, 10, 1)),
        (DAY, datetime(2566, 10, 1), date(2023, 10, 1)),
        (DAY, "ค.ศ. 0001-01-01", date(1, 1, 1)),
        (MOMENT, datetime(2024, 6, 1, 12, 30), datetime(2024, 6, 1, 12, 30, tzinfo=UTC)),
        (FLAG, " ใช่ ", True),
    ],
)
def test_what_people_type_is_understood(column, typed, meant):
    assert kind_of(column).value(typed) == meant


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        (MONEY, float("inf")), (MONEY, float("nan")), (MONEY, 0.001), (MONEY, True), (MONEY, date(2024, 1, 1)),
        (MONEY, "92,233,720,368,547,758.08"), (COUNT, 1e19), (COUNT, "1.5"), (COUNT, "๑ ครั้ง"), (COUNT, False),
        (DAY, "ค.ศ. 2023-02-29"), (DAY, "-"), (DAY, 1.0), (MOMENT, 45000.5), (MOMENT, "เมื่อวาน"), (FLAG, 1.0), (FLAG, "yes"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_in_thai(column, typed):
    with pytest.raises(Unreadable, match=r"[ก-๙]"):
        kind_of(column).value(typed)


@given(st.text() | st.floats() | st.integers() | st.booleans() | st.dates() | st.datetimes() | st.timedeltas())
def test_any_cell_at_all_is_read_or_refused(cell):
    for column in (MONEY, COUNT, DAY, MOMENT, FLAG, METADATA.tables["staff"].c.note, METADATA.tables["position"].c.level):
        try:
            value = kind_of(column).value(cell)
        except Unreadable:
            continue
        assert read_again(column, value) == value
