from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.th import pin

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.staff import (
    PersonRecord,
    PositionRecord,
    check_person,
    check_position,
    is_national_id,
    masked_national_id,
    name_key,
    normalise_national_id,
    number_key,
    retirement_date,
)
from hrdesk.domain.terms import Level, PositionType
from hrdesk.thai.numbers import thai_digits
from hrdesk.thai.text import sort_key

TODAY = date(2024, 6, 1)
KANDA = PersonRecord(0, "นางสาว", "กานดา", "ใจดี")


@pytest.mark.parametrize(
    ("born", "retires"),
    [
        (date(1960, 1, 1), date(2020, 9, 30)),
        (date(1960, 2, 29), date(2020, 9, 30)),
        (date(1960, 9, 30), date(2020, 9, 30)),
        (date(1960, 10, 1), date(2020, 9, 30)),  # 60 is complete at the end of 30 September
        (date(1960, 10, 2), date(2021, 9, 30)),
        (date(1960, 12, 31), date(2021, 9, 30)),
    ],
)
def test_retirement(born, retires):
    assert retirement_date(born) == retires


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_retirement_ends_a_fiscal_year_within_a_year_of_the_sixtieth_birthday(born):
    day = retirement_date(born)
    assert day == FiscalYear.of(day).last_day
    months = (day.year - born.year) * 12 + day.month - born.month
    assert 60 * 12 - 1 <= months < 61 * 12


@given(st.from_regex(r"[0-9]{13}", fullmatch=True))
def test_the_check_digit_agrees_with_another_implementation(digits):
    for last in "0123456789":
        number = digits[:12] + last
        assert is_national_id(number) == (pin.calc_check_digit(number) == last)


@pytest.mark.parametrize("typed", ["1-1037-02071-81-1", "1 1037 02071 81 1", "๑-๑๐๓๗-๐๒๐๗๑-๘๑-๑", "1103702071811"])
def test_a_national_id_is_read_however_it_is_typed(typed):
    assert normalise_national_id(typed) == "1103702071811"
    assert is_national_id(normalise_national_id(typed)) == pin.is_valid("1103702071811")


@given(st.text())
def test_whatever_passes_is_thirteen_digits(text):
    number = normalise_national_id(text)
    assert normalise_national_id(thai_digits(number)) == number
    assert not is_national_id(number) or (len(number) == 13 and number.isascii() and number.isdigit())


@pytest.mark.parametrize("typed", ["", "1103702071810", "110370207181", "11037020718111", "110370207181x", "๑" * 13])
def test_other_numbers_are_refused(typed):
    assert not is_national_id(typed)


def test_a_masked_id_shows_its_end_only():
    assert masked_national_id("1103702071811") == "x-xxxx-xxxxx-81-1"
    assert masked_national_id("") == ""
    assert "103" not in masked_national_id("110370")


def test_numbers_of_posts_sort_as_numbers():
    numbers = ["EX-001", "18-2-01-1101-001", "50", "2", "18-2-01-1101-010", "18-2-01-1101-002", "", "๑๐"]
    assert sorted(numbers, key=number_key) == [
        "2", "๑๐", "18-2-01-1101-001", "18-2-01-1101-002", "18-2-01-1101-010", "50", "EX-001", "",
    ]  # fmt: skip


_thai = st.text("กขคงมรวศเแไาิีู่้็์", max_size=6)


@given(st.lists(st.tuples(_thai, _thai), max_size=30))
def test_names_sort_by_first_name_then_by_last(names):
    by_key = sorted(names, key=lambda name: name_key(*name))
    by_both = sorted(names, key=lambda name: (sort_key(name[0]), sort_key(name[1])))
    assert [tuple(map(sort_key, name)) for name in by_key] == [tuple(map(sort_key, name)) for name in by_both]


def fields(person):
    return {problem.field for problem in check_person(person, TODAY)}


def test_a_plain_record_is_well():
    assert fields(KANDA) == set()
    assert KANDA.name == "นางสาวกานดา ใจดี"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": ""}, "last_name"),
        ({"national_id": "1103702071810"}, "national_id"),
        ({"birth_date": TODAY}, "birth_date"),
        ({"birth_date": date(1990, 1, 1), "start_date": date(1990, 1, 1)}, "start_date"),
        ({"start_date": date(2020, 1, 1), "left_on": date(2019, 12, 31)}, "left_on"),
        ({"left_on": date(2020, 1, 1), "position_id": 4}, "position_id"),
    ],
)
def test_each_slip_is_named_by_its_field(change, field):
    assert fields(replace(KANDA, **change)) == {f"person.{field}"}


@pytest.mark.parametrize(
    ("level", "position_type", "well"),
    [
        (Level.PROFESSIONAL, PositionType.ACADEMIC, True),
        (Level.NONE, PositionType.ACADEMIC, True),  # not known yet
        (Level.PROFESSIONAL, PositionType.GENERAL, False),
        (Level.SENIOR, PositionType.NONE, False),
    ],
)
def test_a_level_belongs_to_the_type_of_its_line(level, position_type, well):
    post = PositionRecord(0, "", "นักทรัพยากรบุคคล", 1, level)
    assert (check_position(post, position_type) == ()) is well


def test_a_post_needs_a_title():
    assert [p.field for p in check_position(PositionRecord(0, "", "", 1), PositionType.NONE)] == ["position.title"]
