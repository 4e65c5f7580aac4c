"""The charts of a year: the same for the printed reports and the page."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hrdesk.domain.statistics import LEVEL_BANDS, SCALE, ScaleResult
from hrdesk.domain.year_figures import Coverage, YearFigures
from hrdesk.reports.charts import Bar, BarChart
from hrdesk.thai.numbers import SATANG, format_baht

WHOLE = 100_00  # a hundred percent in the charts' whole numbers


def budget_chart(figures: YearFigures) -> BarChart:
    bars = tuple(
        Bar(project.title, (project.budget_planned, project.budget_used),
            (format_baht(project.budget_planned), format_baht(project.budget_used)))
        for project in figures.projects
        if project.budget_planned or project.budget_used
    )  # fmt: skip
    return BarChart(f"งบประมาณที่ตั้งไว้และที่ใช้ไป ปีงบประมาณ พ.ศ. {figures.year} (บาท)", ("ตั้งไว้", "ใช้ไป"), bars)


def coverage_chart(figures: YearFigures, rows: Sequence[Coverage]) -> BarChart:
    bars = tuple(
        Bar(row.name, (_hundredths(row.percent),), (f"{row.developed:,}/{row.people:,} คน (ร้อยละ {row.percent})",))
        for row in rows
    )
    return BarChart(f"บุคลากรที่ผ่านการพัฒนา ปีงบประมาณ พ.ศ. {figures.year}", ("ร้อยละ",), bars, WHOLE)


def opinion_chart(figures: YearFigures) -> BarChart:
    return levels_chart(f"ระดับความพึงพอใจของผู้เข้าอบรม ปีงบประมาณ พ.ศ. {figures.year}", figures.opinions)


def levels_chart(title: str, found: ScaleResult) -> BarChart:
    """How answers fall on the five levels."""
    bars = tuple(
        Bar(f"{level} {band.word}", (_hundredths(share),), (f"{count:,} คำตอบ (ร้อยละ {share})",))
        for level, band, count, share in zip(SCALE, LEVEL_BANDS, found.counts, found.percents, strict=True)
    )
    return BarChart(title, ("ร้อยละ",), bars if found.spread.n else (), WHOLE)


def years_chart(years: Sequence[YearFigures]) -> BarChart:
    bars = tuple(
        Bar(f"ปี {each.year}", (each.budget_planned // SATANG, each.budget_used // SATANG),
            (format_baht(each.budget_planned), format_baht(each.budget_used)))
        for each in years
    )  # fmt: skip
    return BarChart("เปรียบเทียบงบประมาณรายปี (บาท)", ("ตั้งไว้", "ใช้ไป"), bars)


def _hundredths(percent: Decimal | None) -> int | None:
    return None if percent is None else int(percent * 100)
