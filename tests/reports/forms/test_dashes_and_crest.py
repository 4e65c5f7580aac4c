"""What a form says of nothing: a dash on paper, an empty cell in Excel; and whose emblem a certificate bears."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from form_samples import SAMPLES, composed

from hrdesk.reports.document import Document, Format, Krut, Logo, Section, Table
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.sheets.xlsx import write_xlsx
from sample import sample


def tables(form):
    return [b for section in composed(form).sections for b in section.blocks if isinstance(b, Table)]


def dashed(form_id):
    """Keys of the columns that say a dash, by the name of their table's spec."""
    form = load_form(form_id)
    specs = [*form.grids.values(), *([form.table] if form.table else [])]
    return {column.key for spec in specs for column in spec.columns if column.dash}


DASHED = [form for form in form_ids() if dashed(form)]


@pytest.mark.parametrize("form", DASHED)
def test_a_column_with_dashes_has_no_empty_cell(form):
    keys = dashed(form)
    shared = {column.key for spec in load_form(form).grids.values() for column in spec.columns if not column.dash}
    for table in tables(form):
        for place, column in enumerate(table.columns):
            if column.key in keys - shared:
                assert all(row.cells[place] not in (None, "") for row in table.rows), (table.name, column.key)


def test_rows_to_be_filled_in_stay_empty():
    blank = compose(load_form("test-sheet"), SAMPLES["class-sheet"](*sample()))
    (table,) = (b for section in blank.sections for b in section.blocks if isinstance(b, Table))
    assert all(cell in (None, "", number) for number, row in enumerate(table.rows, 1) if not row.cells[1] for cell in row.cells)


@pytest.mark.parametrize("form", ["annual-plan", "test-summary", "annual-report"])
def test_excel_leaves_out_the_dash_where_numbers_stand(tmp_path, form):
    found = [t for t in tables(form) if any("-" in row.cells for row in t.rows)]
    assert found, "the sample has something of which there is nothing"
    for number, table in enumerate(found):
        path = tmp_path / f"{number}.xlsx"
        write_xlsx([Document("form", "ตาราง", (Section((table,)),))], path)
        sheet = openpyxl.load_workbook(path).active
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for place, column in enumerate(table.columns):
            values = [row[place] for row in rows[-len(table.rows) - 2 :]]
            assert column.format is Format.TEXT or "-" not in values, column.key


@pytest.mark.parametrize(("logo", "kind", "height"), [(b"", Krut, 30.0), (b"picture", Logo, 30.0)])
def test_a_certificate_bears_the_offices_own_emblem_or_else_the_krut(logo, kind, height):
    snapshot = replace(SAMPLES["class"](*sample()), logo=logo)
    paper = compose(load_form("certificate"), snapshot)
    crests = [block for section in paper.sections for block in section.blocks if isinstance(block, Krut | Logo)]
    assert len(crests) == len(paper.sections)
    assert {(type(each), each.height) for each in crests} == {(kind, height)}
