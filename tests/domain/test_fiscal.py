from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.fiscal import FiscalYear, PlanPeriod

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2020, 9, 30), 2563),
        (date(2020, 10, 1), 2564),
        (date(2021, 1, 1), 2564),
        (date(2021, 9, 30), 2564),
    ],
)
def test_a_fiscal_year_begins_in_october_of_the_year_before(day: date, year: int) -> None:
    assert FiscalYear.of(day) == FiscalYear(year)


def test_dates_of_a_year() -> None:
    year = FiscalYear(2564)
    assert (year.start, year.last_day, year.end) == (date(2020, 10, 1), date(2021, 9, 30), date(2021, 10, 1))
    assert str(year) == "2564"


@given(DAYS)
def test_every_day_lies_in_its_own_year_only(day: date) -> None:
    year = FiscalYear.of(day)
    assert day in year
    assert day not in FiscalYear(year.be - 1)
    assert day not in FiscalYear(year.be + 1)


@given(st.integers(2443, 2742))
def test_years_follow_each_other_without_a_gap(be: int) -> None:
    year = FiscalYear(be)
    assert year.end == FiscalYear(be + 1).start == year.last_day + timedelta(days=1)
    assert year < FiscalYear(be + 1)


def test_period_of_three_years() -> None:
    period = PlanPeriod(2564)
    assert [year.be for year in period.years] == [2564, 2565, 2566]
    assert (period.last, period.label) == (2566, "2564 - 2566")
    assert 2566 in period
    assert 2567 not in period
    assert 2563 not in period
    assert PlanPeriod(2567, 1).label == "2567"
