"""Coverage and the round's report of an office with many posts, projects and units: what an officer gets on each leaf."""

from __future__ import annotations

from functools import cache

import openpyxl
import pytest
from form_samples import composed
from pdf_support import letters, pypdf_pages, rendered
from year_samples import ADVICE, FINDINGS, figures

from hrdesk.domain.year_figures import Coverage, open_items
from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Drawing, Format, Heading, Table
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form
from hrdesk.reports.sheets.xlsx import write_xlsx
from hrdesk.reports.snapshots.plan_record import coverage_snapshot
from hrdesk.reports.snapshots.snapshot_values import ColumnHead
from hrdesk.reports.snapshots.year_snapshot import round_snapshot
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.style import MM
from hrdesk.thai.numbers import thai_digits, thai_digits_in_prose
from sample import sample

SIZES = (12, 40, 120)
TOTAL = "จำนวนตำแหน่งที่แต่ละโครงการรองรับ"


@cache
def cover(count):
    office, plan = sample()
    found = coverage_snapshot(office, plan)
    rows = (found.cover_rows * 3)[:count]
    ticked = tuple(replace(row, reached=tuple((at + n) % 5 == 0 for n in range(count))) for at, row in enumerate(rows))
    heads = tuple(ColumnHead(str(n)) for n in range(1, count + 1))
    titles = tuple(f"โครงการอบรม {n}" for n in range(1, count + 1))
    return compose(load_form("coverage"), replace(found, cover_rows=ticked, project_heads=heads, project_titles=titles))


def the_table(paper):
    return next(block for section in paper.sections for block in section.blocks if isinstance(block, Table))


@pytest.mark.parametrize(("count", "parts"), [(12, 1), (40, 3), (120, 8)])
def test_every_leaf_of_the_coverage_tells_who_and_of_which_projects(count, parts):
    paper = cover(count)
    pages = [letters(page) for page in pypdf_pages(rendered(paper).data)]
    holders = [letters(row.cells[2]) for row in the_table(paper).rows]
    leaves = [page for page in pages if "โครงการที่" in page]
    assert len(leaves) > count // 40
    for leaf in leaves:
        assert all(head in leaf for head in ("ผู้ดำรงตำแหน่ง", "ส่วนราชการ", "ตำแหน่ง"))
        assert sum(holder in leaf for holder in set(holders)) >= 1, "no leaf with a head alone, or with the total alone"
    assert sum(page.count(TOTAL) for page in leaves) == parts
    assert all(letters(thai_digits(f"({n})")) in "".join(pages) for n in range(1, count + 1)), "the list of all projects"


@pytest.mark.parametrize("count", SIZES)
def test_the_total_counts_the_posts_of_each_project(count):
    table = the_table(cover(count))
    assert table.total.label == TOTAL
    ticks = [at for at, column in enumerate(table.columns) if column.format is Format.TICK]
    assert len(ticks) == count
    for at in ticks:
        assert table.total.cells[at] == sum(row.cells[at] for row in table.rows)
        assert type(table.total.cells[at]) is int
    assert all(value is None for at, value in enumerate(table.total.cells) if at not in ticks)


def test_the_total_is_printed_under_each_part_and_counted_anew_by_excel(tmp_path):
    paper = cover(40)
    printed = "".join(letters(page) for page in pypdf_pages(rendered(paper).data))
    assert printed.count(TOTAL) == 3, "parts of 13, 13 and 14 projects"
    for span in ("1 - 13", "14 - 26", "27 - 40"):
        assert letters(thai_digits_in_prose(f"โครงการที่ {span}")) in printed
    write_xlsx([paper], tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True).active
    (last,) = (row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == TOTAL)
    column = sheet.cell(last, 5).column_letter
    assert sheet.cell(last, 5).value == f'=COUNTIF({column}{last - 40}:{column}{last - 1},"✓")'
    assert [shown.cell(last, 5 + at).value for at in range(40)] == list(the_table(paper).total.cells[4:])


@cache
def progress(count):
    office, plan = sample()
    found = figures(tuple((f"โครงการอบรมพัฒนาศักยภาพบุคลากร {n}", 20_000_00) for n in range(1, count + 1)))
    units = tuple(Coverage(f"กองสาธารณสุขและสิ่งแวดล้อม {n}", 9, 6) for n in range(1, count + 1))
    found = replace(found, by_unit=units)
    return compose(load_form("monitoring-report"), round_snapshot(
        office, plan.period, found, number=3, items=open_items(found), texts=(FINDINGS, ADVICE)))  # fmt: skip


@pytest.mark.parametrize("count", SIZES)
def test_no_chart_of_the_report_is_taller_than_its_page(count):
    """Below the section's heading too: a chart that does not fit there leaves the heading alone."""
    for section in progress(count).sections:
        room = PageTemplate().frame(section.orientation).height / MM
        headed = False
        for block in section.blocks:
            if isinstance(block, Drawing):
                assert block.height < room - (35 if headed else 10)
            headed = isinstance(block, Heading)


@pytest.mark.parametrize("count", SIZES)
def test_every_project_and_unit_of_the_report_stands_on_paper(count):
    pages = [letters(page) for page in pypdf_pages(rendered(progress(count)).data)]
    (first,) = (page for page in pages if "งบประมาณและความครอบคลุมบุคลากร" in page)
    assert "ตั้งไว้" in first, "the heading has its chart on its page"
    charts = "".join(pages[pages.index(first) :])
    for n in range(1, count + 1):
        assert charts.count(letters(thai_digits(f"สิ่งแวดล้อม {n}"))) >= 2, "in the chart and in the table below it"
        assert letters(thai_digits(f"บุคลากร {n}")) in charts or n >= count - 1, "those without budget have no bar"
    assert not any(page.endswith("ผลการดำเนินงานรายโครงการ") for page in pages)


def test_the_coverage_of_the_sample_office_has_a_total_too():
    assert the_table(composed("coverage")).total.label == TOTAL
