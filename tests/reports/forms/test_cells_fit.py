"""No text of any table stands out of its cell, and no word of a heading is parted between letters."""

from __future__ import annotations

import pytest
from form_samples import composed
from pdf_support import setter

from hrdesk.reports.document import Align, Table
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.reports.typography.cells import CellSetter, column_text
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.gridlayout import column_widths

FUZZ = 0.05  # points


def tables(form):
    for section in composed(form).sections:
        frame = PageTemplate().frame(section.orientation)
        yield from ((block, frame.width) for block in section.blocks if isinstance(block, Table))


def standing_out(table, room):
    """Every text, with its column, of which a line is wider than the cell."""
    cells = CellSetter(setter(), table.size)
    widths = column_widths(table, cells, room, thai=True)
    for row in table.rows:
        for column, width, value in zip(table.columns, widths, row.cells, strict=True):
            cell = cells.cell(column_text(value, column, thai=True), width, Align.LEFT)
            widest = max((line.width for line in cell.lines), default=0.0) * cell.size / 1000
            if widest > width - 2 * cell.side + FUZZ:
                yield column.heading, column_text(value, column, thai=True), round(widest - width + 2 * cell.side, 1)


@pytest.mark.parametrize("form", form_ids())
def test_every_cell_holds_its_text(form):
    assert [found for table, room in tables(form) for found in standing_out(table, room)] == []
