from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.dates import (
    THAI_MONTHS,
    day_span,
    from_be,
    long_date,
    month_span,
    numeric_date,
    open_span,
    parse_date,
    short_date,
    to_be,
)
from hrdesk.thai.numbers import thai_digits

NOVEMBER = date(2002, 11, 29)
FIFTH = date(2024, 1, 5)
MODERN = st.dates(min_value=date(1900, 1, 1), max_value=date(2399, 12, 31))


def test_three_ways_to_write_a_date():
    assert long_date(NOVEMBER) == "29 พฤศจิกายน 2545"
    assert short_date(NOVEMBER) == "29 พ.ย. 2545"
    assert numeric_date(NOVEMBER) == "29/11/2545"


@given(MODERN)
def test_every_written_form_reads_back(day):
    for write in (long_date, short_date, numeric_date, date.isoformat):
        parsed = parse_date(thai_digits(write(day)))
        assert parsed.value == day
        assert not parsed.assumed_ce


@pytest.mark.parametrize(
    "typed",
    [
        "5/1/2567", "๕/๑/๒๕๖๗", "05/01/2567", "5-1-67", "5.1.67", "5 1 67", " 5 / 1 / 2567 ", "2024-01-05",
        "2567-01-05",
        "๕ ม.ค. ๒๕๖๗", "5 ม.ค 67", "5มค67", "5 มกราคม 2567", "5 มกราคม พ.ศ. 2567", "5 มกรา 2567", "5ม.ค.2567",
        "วันที่ 5 มกราคม 2567", "วันศุกร์ที่ ๕ มกราคม พ.ศ. ๒๕๖๗", "5 มกราคม ค.ศ. 2024", "5/ม.ค./2567",
        "2024-01-05 00:00:00",
    ],
)  # fmt: skip
def test_dates_as_people_type_them(typed):
    parsed = parse_date(typed)
    assert (parsed.value, parsed.assumed_ce) == (FIFTH, False)


@pytest.mark.parametrize("typed", ["5/1/2024", "5 ม.ค. 2024", "5-1-2024"])
def test_a_common_year_where_a_buddhist_one_is_usual_is_asked_about(typed):
    parsed = parse_date(typed)
    assert (parsed.value, parsed.assumed_ce) == (FIFTH, True)


@pytest.mark.parametrize("number", range(1, 13))
def test_months_by_the_beginning_of_their_names(number):
    name = THAI_MONTHS[number - 1]
    for typed in (name, name[:4], name.removesuffix("คม").removesuffix("ยน").removesuffix("พันธ์")):
        assert parse_date(f"1 {typed} 2566").value == date(2023, number, 1)


def test_leap_days_go_by_the_common_year():
    assert parse_date("29/2/2567").value == date(2024, 2, 29)
    assert parse_date("29 ก.พ. 67").value == date(2024, 2, 29)
    for impossible in ("29/2/2566", "29/2/2568", "31/4/2567", "5/13/2567", "0/1/2567"):
        with pytest.raises(ValueError, match="ในปฏิทิน"):
            parse_date(impossible)


@pytest.mark.parametrize(
    "typed",
    ["", "วันนี้", "5/1", "5 ม 2567", "5/1/256", "5/1/25677", "1234", "5 มกราพัน 2567", "มกราคม 2567", "5//1/2567"],
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(ValueError, match="ตัวอย่างเช่น"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["5 ม.ค. ค.ศ. 2567", "5 ม.ค. ค.ศ. 24", "5 ม.ค. พ.ศ. 2024"])
def test_an_era_that_contradicts_its_year_is_refused(typed):
    with pytest.raises(ValueError, match="ปี"):
        parse_date(typed)


def test_543_is_never_added_or_taken_twice():
    assert from_be(to_be(2024)) == 2024
    with pytest.raises(ValueError, match="อยู่แล้ว"):
        to_be(2567)
    with pytest.raises(ValueError, match="ไม่ใช่ปี"):
        from_be(2024)
    with pytest.raises(ValueError, match="อยู่แล้ว"):
        long_date(date(2567, 1, 5))


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text):
    try:
        parsed = parse_date(text)
    except ValueError:
        return
    assert isinstance(parsed.value, date)


def test_a_period_is_told_by_its_months():
    first, last = date(2024, 10, 1), date(2024, 12, 31)
    assert month_span(first, last) == "ต.ค. - ธ.ค. 2567"
    assert month_span(first, date(2024, 10, 31)) == "ต.ค. 2567"
    assert month_span(first, date(2025, 1, 31)) == "ต.ค. 2567 - ม.ค. 2568"
    assert month_span(None, last) == "ธ.ค. 2567"
    assert month_span(None, None) == ""


JUNE_6, JUNE_8, JULY_2 = date(2023, 6, 6), date(2023, 6, 8), date(2023, 7, 2)
DAYS_OF_SPANS = [
    (None, None, "", "", ""),
    (JUNE_6, JUNE_6, "6 มิ.ย. 2566", "6 มิถุนายน 2566", "6 มิ.ย. 2566"),
    (JUNE_6, None, "6 มิ.ย. 2566", "6 มิถุนายน 2566", "6 มิ.ย. 2566 - ไม่ทราบ"),
    (None, JUNE_8, "8 มิ.ย. 2566", "8 มิถุนายน 2566", "… - 8 มิ.ย. 2566"),
    (JUNE_6, JUNE_8, "6 - 8 มิ.ย. 2566", "6 - 8 มิถุนายน 2566", "6 - 8 มิ.ย. 2566"),
    (JUNE_8, JULY_2, "8 มิ.ย. - 2 ก.ค. 2566", "8 มิถุนายน - 2 กรกฎาคม 2566", "8 มิ.ย. - 2 ก.ค. 2566"),
    (JUNE_6, date(2024, 6, 6), "6 มิ.ย. 2566 - 6 มิ.ย. 2567", "6 มิถุนายน 2566 - 6 มิถุนายน 2567", "6 มิ.ย. 2566 - 6 มิ.ย. 2567"),
]


@pytest.mark.parametrize(("first", "last", "short", "full", "open_ended"), DAYS_OF_SPANS)
def test_a_span_of_days_says_once_what_both_share(first, last, short, full, open_ended):
    assert day_span(first, last) == short
    assert day_span(first, last, full=True) == full
    assert open_span(first, last) == open_ended
