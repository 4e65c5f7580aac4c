"""Dates in every way that lists, letters and officers write them, and what is asked again instead of guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.dates import (
    FIRST_BE_YEAR,
    THAI_DAYS,
    THAI_MONTHS,
    THAI_MONTHS_SHORT,
    day_of_week,
    from_be,
    long_date,
    month_span,
    numeric_date,
    official_day,
    parse_date,
    short_date,
    to_be,
)
from hrdesk.thai.numbers import thai_digits

FIFTH = date(2024, 1, 5)  # a Friday
WRITTEN = st.dates(date(1857, 1, 1), date(2399, 12, 31))
INVISIBLE = "\u200b\u200e\ufeff\u2060\u00ad"


@pytest.mark.parametrize(
    "typed",
    [
        # as orders and announcements close
        "วันที่ 5 เดือน มกราคม พ.ศ. 2567", "ณ วันที่ ๕ เดือนมกราคม พ.ศ. ๒๕๖๗", "ณ วันที่ 5 มกราคม 2567", "5 เดือนมกราคม 2567",
        "5 เดือน ม.ค. 67", "วันศุกร์ที่ 5 เดือนมกราคม พ.ศ.2567", "วันศุกร์ 5 มกราคม 2567", "วันศุกร์5มกราคม2567",
        # the era with and without its dots and spaces
        "5 มกราคม พ.ศ.2567", "5 มกราคม พ. ศ. 2567", "5 มกราคม พศ 2567", "5 มกราคม พศ. 67", "5 มกราคม พ.ศ.67", "5 ม.ค. ค.ศ.2024",
        # short months without dots, with spaces inside, run together
        "5 ม. ค. 2567", "5-ม.ค.-67", "5.ม.ค.2567", "๕ม.ค.๖๗", "05 มค 2567", "5 มกร 67",
        # numbers
        "05-01-2567", "5 . 1 . 2567", "5-1/2567", "05.01.67", "2567/1/5", "2567.01.05", "๒๕๖๗-๐๑-๐๕", "2024/01/05",
        "2567-01-05T00:00:00", "2024-01-05 0:00",
        # copied with what nobody sees
        "\u200b5/1/2567", "5/1/2567\u200b", "5\u00a0ม.ค.\u00a02567", "\ufeff5 ม.ค. 67", "5/1/\u200e2567", "5 ม.ค.\u20602567\n",
    ],
)  # fmt: skip
def test_one_day_in_many_spellings(typed):
    parsed = parse_date(typed)
    assert (parsed.value, parsed.assumed_ce) == (FIFTH, False)


@pytest.mark.parametrize(("number", "name"), list(enumerate(THAI_MONTHS, start=1)), ids=THAI_MONTHS)
def test_each_month_by_its_full_its_short_and_its_dotless_name(number, name):
    short = THAI_MONTHS_SHORT[number - 1]
    for month in (name, short, short.rstrip("."), short.replace(".", ""), short.replace(".", ". ").strip()):
        for text in (f"9 {month} 2570", f"9{month}70", f"๙ {month} พ.ศ. ๒๕๗๐"):
            assert parse_date(text).value == date(2027, number, 9), text


def test_no_beginning_of_a_month_s_name_means_another_month():
    for number, name in enumerate(THAI_MONTHS, start=1):
        for length in range(1, len(name) + 1):
            try:
                found = parse_date(f"1 {name[:length]} 2567").value.month
            except ValueError:
                continue
            assert found == number, name[:length]


@pytest.mark.parametrize("typed", ["5 ม 2567", "5 มี 2567", "5 พ 2567", "5 มา 67", "5 มิ 67", "5 เดือน 67", "5 มกราคา 2567", "5 เดือน 1 67x"])
def test_a_month_that_may_be_several_or_none_is_not_guessed(typed):
    with pytest.raises(ValueError, match="ไม่ใช่วันที่ที่อ่านได้"):
        parse_date(typed)


@pytest.mark.parametrize(
    ("typed", "year"),
    [("1/1/00", 1957), ("1/1/24", 1981), ("1/1/43", 2000), ("1/1/67", 2024), ("1/1/99", 2056), ("1 ม.ค. พ.ศ. 43", 2000)],
)
def test_two_digits_of_a_year_are_buddhist(typed, year):
    parsed = parse_date(typed)
    assert (parsed.value.year, parsed.assumed_ce) == (year, False)


@pytest.mark.parametrize("typed", ["5/1/0067", "0067-01-05", "5/1/1234", "1856-12-31", "5 ม.ค. 0001", "5 ม.ค. ค.ศ. 1066"])
def test_a_year_before_any_office_was_mistyped(typed):
    with pytest.raises(ValueError, match=r"ปีใน .* พ\.ศ\. สี่หลัก"):
        parse_date(typed)


def test_where_the_eras_meet():
    assert parse_date("1/1/2400").value == date(1857, 1, 1)
    assert not parse_date("1/1/2400").assumed_ce
    assert parse_date("1/1/2399") == parse_date("1/1/2399")
    assert parse_date("1/1/2399").assumed_ce
    assert (to_be(2399), from_be(FIRST_BE_YEAR)) == (2942, 1857)
    for year in (2400, 2567, 9999):
        with pytest.raises(ValueError, match=r"เป็นปี พ\.ศ\. อยู่แล้ว"):
            to_be(year)


@pytest.mark.parametrize(
    "typed",
    [
        "5/1/2567 14:30", "2024-01-05T14:30:00", "20240105", "05012567", "5-Jan-24", "Jan 5, 2024", "5/1/567", "5//2567", "/1/2567",
        "5/1/", "5/1/2567.", "(5/1/2567)", "-5/1/2567", "5/1/2567/1", "วันศุกร์", "มกราคม 2567", "ปี 2567", "2567", "5 ม.ค.", "ไม่ทราบ", "-",
        "5 มกราคม ศ. 2567", "5 มกราคม A.D. 2024", "วันนี้ 5/1/2567", "111/1/2567", "5/111/2567",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_refused(typed):
    with pytest.raises(ValueError, match=r"5 ม\.ค\. 2567"):
        parse_date(typed)


@pytest.mark.parametrize("typed", ["29/2/2566", "29 ก.พ. 2500", "30/2/2567", "31 เม.ย. 67", "31/6/2567", "31/9/67", "31 พ.ย. 67", "0/1/2567", "1/0/2567", "1/13/67"])
def test_a_day_that_no_calendar_has_is_told_as_typed(typed):
    with pytest.raises(ValueError, match=f"ไม่มีวันที่ {typed} ในปฏิทิน"):
        parse_date(typed)


@given(WRITTEN, st.sampled_from([long_date, short_date, numeric_date, official_day, date.isoformat]), st.booleans())
def test_what_the_program_writes_it_reads(day, write, thai):
    text = write(day)
    assert parse_date(thai_digits(text) if thai else text).value == day


@given(WRITTEN.filter(lambda day: 1957 <= day.year <= 2056))
def test_a_year_may_be_shortened_within_its_century(day):
    text = f"{day.day}/{day.month}/{(day.year + 543) % 100:02}"
    assert parse_date(text).value == day


@given(WRITTEN, st.lists(st.tuples(st.integers(0, 30), st.sampled_from(INVISIBLE)), max_size=4))
def test_what_nobody_sees_changes_no_date(day, marks):
    text = official_day(day)
    for place, mark in marks:
        text = text[:place] + mark + text[place:]
    assert parse_date(f"  {text} ").value == day


@given(WRITTEN)
def test_the_day_of_the_week_stands_before_the_date(day):
    text = f"วัน{day_of_week(day)}ที่ {long_date(day)}"
    assert parse_date(text).value == day
    assert day_of_week(day + timedelta(7)) == day_of_week(day)
    assert THAI_DAYS.index(day_of_week(day + timedelta(1))) == (THAI_DAYS.index(day_of_week(day)) + 1) % 7


@pytest.mark.parametrize(
    ("day", "name"), [(date(2024, 1, 5), "ศุกร์"), (date(2024, 2, 29), "พฤหัสบดี"), (date(2023, 10, 1), "อาทิตย์"), (date(2026, 9, 30), "พุธ")]
)
def test_days_of_the_week_by_the_calendar(day, name):
    assert day_of_week(day) == name


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (date(2023, 10, 1), date(2024, 9, 30), "ต.ค. 2566 - ก.ย. 2567"),
        (date(2024, 2, 1), date(2024, 2, 29), "ก.พ. 2567"),
        (date(2024, 12, 31), date(2025, 1, 1), "ธ.ค. 2567 - ม.ค. 2568"),
        (date(2024, 1, 31), date(2025, 1, 1), "ม.ค. 2567 - ม.ค. 2568"),
        (date(2024, 5, 31), date(2024, 6, 1), "พ.ค. - มิ.ย. 2567"),
        (date(2024, 5, 31), None, "พ.ค. 2567"),
    ],
)
def test_months_of_a_period_say_no_year_twice(first, last, shown):
    assert month_span(first, last) == shown


@given(WRITTEN, st.integers(0, 800))
def test_a_period_names_its_ends(first, days):
    last = min(first + timedelta(days), date(2399, 12, 31))  # the last that cannot be taken for a Buddhist year
    said = month_span(first, last)
    assert said.endswith(f"{THAI_MONTHS_SHORT[last.month - 1]} {to_be(last.year)}")
    assert said.startswith(THAI_MONTHS_SHORT[first.month - 1])
    assert said.count(" - ") == ((first.year, first.month) != (last.year, last.month))
    assert said.count(str(to_be(last.year))) == 1
