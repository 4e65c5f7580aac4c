"""What a form says of nothing: a dash on paper, an empty cell in Excel; and whose emblem a certificate bears."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest
from form_samples import SAMPLES, composed
from pdf_support import pdfium_pages, rendered

from hrdesk.reports.document import Column, Document, Format, Krut, Logo, Row, Section, Table
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.sheets.xlsx import write_xlsx
from hrdesk.reports.typography.cells import cell_text, column_text
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
def test_a_column_with_dashes_has_no_empty_cell_on_paper_and_keeps_its_values(form):
    for table in tables(form):
        for place, column in enumerate(table.columns):
            for value in (row.cells[place] for row in table.rows if column.dash):
                assert column_text(value, column, thai=True) == ("-" if value in (None, "") else cell_text(value, column.format, thai=True))
                assert value != "-" or column.format is Format.TEXT


def test_no_table_to_be_filled_in_by_hand_says_a_dash():
    for form in map(load_form, DASHED):
        specs = [*form.grids.values(), *([form.table] if form.table else [])]
        assert not any(spec.least and any(column.dash for column in spec.columns) for spec in specs)


def test_rows_to_be_filled_in_stay_empty():
    blank = compose(load_form("test-sheet"), SAMPLES["class-sheet"](*sample()))
    (table,) = (b for section in blank.sections for b in section.blocks if isinstance(b, Table))
    assert all(cell in (None, "", number) for number, row in enumerate(table.rows, 1) if not row.cells[1] for cell in row.cells)


def test_paper_says_a_dash_and_excel_leaves_the_cell_empty(tmp_path):
    columns = (Column("name", "ชื่อ", 60), Column("mean", "ค่าเฉลี่ย", 30, Format.DECIMAL, dash=True), Column("no", "เลขที่", 30, dash=True))
    paper = Document("form", "ตาราง", (Section((Table("ตาราง", columns, (Row(("ก", None, "")),)),)),))
    write_xlsx([paper], tmp_path / "a.xlsx")
    assert [cell.value for cell in list(openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows())[-1]] == ["ก", None, None]
    assert pdfium_pages(rendered(paper).data)[0].count("-") == 2 + 2, "two dashes beside those of the page's number"


@pytest.mark.parametrize(("logo", "kind", "height"), [(b"", Krut, 30.0), (b"picture", Logo, 30.0)])
def test_a_certificate_bears_the_offices_own_emblem_or_else_the_krut(logo, kind, height):
    snapshot = replace(SAMPLES["class"](*sample()), logo=logo)
    paper = compose(load_form("certificate"), snapshot)
    crests = [block for section in paper.sections for block in section.blocks if isinstance(block, Krut | Logo)]
    assert len(crests) == len(paper.sections)
    assert {(type(each), each.height) for each in crests} == {(kind, height)}
