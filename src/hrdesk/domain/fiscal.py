"""Fiscal years and plan periods as values. Years are Buddhist-era numbers; days are ISO dates."""

from __future__ import annotations

from datetime import date

from hrdesk.lazy_dataclass import dataclass

BE_OFFSET = 543
PLAN_YEARS = 3


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 28 where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """ปีงบประมาณ: 1 October of the year before to 30 September, named by its Buddhist-era year."""

    be: int

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        return cls(day.year + BE_OFFSET + (day.month >= 10))

    @property
    def start(self) -> date:
        return date(self.be - BE_OFFSET - 1, 10, 1)

    @property
    def end(self) -> date:
        """The first day after the year (exclusive)."""
        return date(self.be - BE_OFFSET, 10, 1)

    @property
    def last_day(self) -> date:
        return date(self.be - BE_OFFSET, 9, 30)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def __str__(self) -> str:
        return str(self.be)


@dataclass(frozen=True, slots=True)
class PlanPeriod:
    """The fiscal years of one plan, three by statute."""

    first: int  # Buddhist-era year
    count: int = PLAN_YEARS

    @property
    def years(self) -> tuple[FiscalYear, ...]:
        return tuple(FiscalYear(self.first + i) for i in range(self.count))

    @property
    def last(self) -> int:
        return self.first + self.count - 1

    @property
    def label(self) -> str:
        """`2564 - 2566`, or one year alone."""
        return str(self.first) if self.count == 1 else f"{self.first} - {self.last}"

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last
