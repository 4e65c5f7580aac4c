"""No text of any table stands out of its cell, and no word of a heading is parted between letters."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import accumulate, pairwise

import pytest
from form_samples import SAMPLES, composed
from paper_samples import whole_plan
from pdf_support import setter

from hrdesk.domain.plan import YearBudget
from hrdesk.reports.document import Align, Table
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.typography.cells import column_text
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.gridlayout import GridLayout
from hrdesk.thai.linebreak import parts_of
from sample import sample

FUZZ = 0.05  # points
BAHT = 100


@cache
def dear(form_id):
    """The form of the sample plan with hundreds of millions, another sum each year: the widest of every table."""
    office, plan = sample()
    money = [tuple(YearBudget(y, (123_456_789 + 111 * y) * BAHT) for y in tuple(year.be for year in plan.period.years)) for _ in plan.projects]
    dearer = tuple(replace(p, budgets=sums, years=tuple(year.be for year in plan.period.years)) for p, sums in zip(plan.projects, money, strict=True))
    form = load_form(form_id)
    return compose(form, SAMPLES[form.snapshot](office, whole_plan(replace(plan, projects=dearer))))


def tables(form, made=composed):
    for section in made(form).sections:
        frame = PageTemplate().frame(section.orientation)
        yield from ((block, frame.width) for block in section.blocks if isinstance(block, Table))


def standing_out(table, room):
    """Every text, with its column, of which a line is wider than the cell."""
    layout = GridLayout(setter(), table, room, table.size, thai=True)
    cells = layout.cells
    for row in table.rows:
        for column, width, value in zip(table.columns, layout.widths, row.cells, strict=True):
            cell = cells.cell(column_text(value, column, thai=True), width, Align.LEFT)
            widest = max((line.width for line in cell.lines), default=0.0) * cell.size / 1000
            if widest > width - 2 * cell.side + FUZZ:
                yield column.heading, column_text(value, column, thai=True), round(widest - width + 2 * cell.side, 1)


@pytest.mark.parametrize("made", [composed, dear])
@pytest.mark.parametrize("form", form_ids())
def test_every_cell_holds_its_text(form, made):
    assert [found for table, room in tables(form, made) for found in standing_out(table, room)] == []


def torn_headings(table, room):
    """Lines of headings that end inside a word."""
    for placed in GridLayout(setter(), table, room, table.size, thai=True).header.cells:
        for line, after in pairwise(placed.cell.lines):
            if line.tail is None:
                first, rest = ("".join(piece.shaped.text for piece in each.pieces) for each in (line, after))
                before, follows = first.split()[-1], rest.split()[0]
                if len(before) not in accumulate(map(len, parts_of(before + follows))):
                    yield first, rest


@pytest.mark.parametrize("made", [composed, dear])
@pytest.mark.parametrize("form", form_ids())
def test_no_word_of_a_heading_is_torn(form, made):
    assert [found for table, room in tables(form, made) for found in torn_headings(table, room)] == []
