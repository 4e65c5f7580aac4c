"""Tables in Word: heads that repeat, rows that stay whole, cells that fill their grid, letters of one size in both scripts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import nsdecls, qn
from form_samples import composed
from paper_sums import tables
from pdf_support import document
from word_files import word

from hrdesk.reports.document import Align, Column, Format, Orientation, Row, Table, Total
from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.reports.typography.cells import cell_text
from hrdesk.reports.word.markup import paragraph
from hrdesk.reports.word.tables import borderless, table

FORMS = [form for form in form_ids() if tables(composed(form))]
EMU = 635  # in a twip


def ruled(paper):
    """The tables with borders: grids of the document, not lists set side by side."""
    return [table for table in paper.tables if table._tbl.find(f".//{qn('w:tblBorders')}/{qn('w:top')}").get(qn("w:val")) == "single"]


def grid(table):
    return [int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))]


def spans(row):
    """(columns, width) of each cell."""
    found = []
    for cell in row.tc_lst:
        span = cell.find(f".//{qn('w:gridSpan')}")
        found.append((1 if span is None else int(span.get(qn("w:val"))), int(cell.find(f".//{qn('w:tcW')}").get(qn("w:w")))))
    return found


def is_head(row):
    return row.find(f".//{qn('w:tblHeader')}") is not None


@pytest.mark.parametrize("form", FORMS)
def test_every_table_of_the_form_is_a_table_in_word(form):
    found = ruled(word(form))
    assert len(found) >= len(tables(composed(form)))
    for made in found:
        assert grid(made)


@pytest.mark.parametrize("form", FORMS)
def test_the_heads_come_first_and_repeat_and_no_row_is_parted(form):
    for made in ruled(word(form)):
        heads = [is_head(row) for row in made._tbl.tr_lst]
        assert heads == sorted(heads, reverse=True), "no head below a row"
        assert sum(heads) in (1, 2)
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in made._tbl.tr_lst)


@pytest.mark.parametrize("form", FORMS)
def test_cells_fill_the_grid_to_the_last_column(form):
    paper = word(form)
    widest = max(section.page_width - section.left_margin - section.right_margin for section in paper.sections)
    for made in ruled(paper):
        columns = grid(made)
        assert sum(columns) <= widest / EMU + 20
        for row in made._tbl.tr_lst:
            at = 0
            for count, width in spans(row):
                assert width == sum(columns[at : at + count])
                at += count
            assert at == len(columns)


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_that_goes_on_has_one_to_go_on_from(form):
    for made in ruled(word(form)):
        above = [None] * len(grid(made))
        for row in made._tbl.tr_lst:
            at = 0
            for cell, (count, _) in zip(row.tc_lst, spans(row), strict=True):
                merge = cell.find(f".//{qn('w:vMerge')}")
                kind = None if merge is None else merge.get(qn("w:val")) or "continue"
                if kind == "continue":
                    assert above[at] in ("restart", "continue")
                    assert "".join(node.text or "" for node in cell.iter(qn("w:t"))) == ""
                above[at : at + count] = [kind] * count
                at += count


@pytest.mark.parametrize("form", FORMS)
def test_thai_letters_have_the_size_of_latin_ones(form):
    for made in ruled(word(form)):
        for run in made._tbl.iter(qn("w:rPr")):
            size, thai = run.find(qn("w:sz")), run.find(qn("w:szCs"))
            assert (size is None) == (thai is None)
            assert size is None or size.get(qn("w:val")) == thai.get(qn("w:val"))
            bold, thai_bold = run.find(qn("w:b")), run.find(qn("w:bCs"))
            assert (bold is None) == (thai_bold is None)


COLUMNS = (
    Column("a", "ชื่อ", 60), Column("b", "ปี 1", 20, Format.BAHT, group="งบ"), Column("c", "ปี 2", 20, Format.BAHT, group="งบ"),
    Column("d", "ทำ", 12, Format.TICK), Column("e", "ช่วง", 25, align=Align.CENTER, merged=True),
)  # fmt: skip


def made(count, **changes):
    rows = tuple(Row((f"โครงการ {n}", 100_00 * n, None, n % 2 == 0, "2564")) for n in range(count))
    total = Total("รวม", (None, sum(100_00 * n for n in range(count)), 0, None, None), "ศูนย์บาทถ้วน")
    source = Table("ตาราง", COLUMNS, rows, total, **changes)
    (table,) = docx.Document(BytesIO(docx_bytes(document(source, orientation=Orientation.LANDSCAPE)))).tables
    return source, table


def cells(row):
    return ["".join(node.text or "" for node in cell.iter(qn("w:t"))) for cell in row.tc_lst]


@pytest.mark.parametrize("count", [0, 1, 3, 300])
def test_a_table_of_any_length(count):
    source, table = made(count)
    rows = [row for row in table._tbl.tr_lst if not is_head(row)]
    assert len(rows) == max(count, 1) + 2, "the rows, the total, its words"
    if not count:
        assert cells(rows[0]) == [source.empty]
    for number, row in enumerate(rows[:count]):
        wanted = [cell_text(value, column.format, thai=True) for column, value in zip(COLUMNS, source.rows[number].cells, strict=True)]
        assert cells(row) == [*wanted[:-1], "๒๕๖๔" if number == 0 else ""]
    assert cells(rows[-2])[0] == "รวม"
    assert cells(rows[-1]) == ["(ศูนย์บาทถ้วน)"]


def test_two_rows_of_heads_are_merged_down_and_across():
    _, table = made(1)
    upper, lower = (row for row in table._tbl.tr_lst if is_head(row))
    assert cells(upper) == ["ชื่อ", "งบ", "ทำ", "ช่วง"]
    assert cells(lower) == ["", "ปี ๑", "ปี ๒", "", ""]
    assert [count for count, _ in spans(upper)] == [1, 2, 1, 1]


@pytest.mark.parametrize(("height", "twips"), [(0.0, None), (9.0, 510), (20.0, 1134)])
def test_rows_to_write_in_are_as_high_as_asked(height, twips):
    _, table = made(2, row_height=height)
    heights = [row.find(f".//{qn('w:trHeight')}") for row in table._tbl.tr_lst if not is_head(row)][:2]
    assert [None if one is None else int(one.get(qn("w:val"))) for one in heights] == [twips, twips]
    assert height == 0 or all(one.get(qn("w:hRule")) == "atLeast" for one in heights)


def test_figures_stand_right_ticks_and_periods_in_the_middle():
    _, table = made(1)
    row = next(row for row in table._tbl.tr_lst if not is_head(row))
    sides = [cell.find(f".//{qn('w:jc')}").get(qn("w:val")) for cell in row.tc_lst]
    assert sides == ["left", "right", "right", "center", "center"]


@pytest.mark.parametrize("rows", [0, 1, 200])
def test_each_table_handed_to_lxml_names_its_namespace_itself_and_once(rows):
    """With the name from above it lxml takes work by the square of the cells to move the table into the paper."""
    ticks = tuple(Column(f"reached.{place}", f"({place})", 9, Format.TICK) for place in range(20))
    lines = tuple(Row(tuple((row + place) % 3 == 0 for place in range(20))) for row in range(rows))
    for made in (table(Table("ความครอบคลุม", ticks, lines), 247, thai=True), borderless([[paragraph("ก")]] * rows, [160])):
        assert made.startswith(f"<w:tbl {nsdecls('w')}>")
        assert made.count("xmlns:") == 1


def test_the_file_names_its_namespace_once_however_many_tables_it_has():
    paper = document(*(Table("ก", (Column("a", "ข", 30),), (Row(("ค",)),)) for _ in range(3)))
    with ZipFile(BytesIO(docx_bytes(paper))) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:tbl>") == 3
    assert body.count("xmlns:w=") == 1


def head_sizes(table):
    """By text, in points."""
    found = {}
    for row in filter(is_head, table._tbl.tr_lst):
        for cell in row.tc_lst:
            words = "".join(node.text or "" for node in cell.iter(qn("w:t")))
            size = cell.find(f".//{qn('w:sz')}")
            if words:
                found[words] = 14.0 if size is None else int(size.get(qn("w:val"))) / 2
    return found


@pytest.mark.parametrize(("width", "smaller"), [(40, False), (13.5, True)])
def test_a_heading_gets_smaller_before_its_word_is_torn(width, smaller):
    """As in print: a word that does not fit is set smaller, and its neighbours below the group with it."""
    columns = (
        Column("n", "หน่วยดำเนินการ", 120), Column("a", "โครงการ", width), Column("b", "ก", width, group="งบ"),
        Column("c", "ดำเนินการ", width, group="งบ"),
    )  # fmt: skip
    (made,) = docx.Document(BytesIO(docx_bytes(document(Table("ก", columns, (Row(("ก", "1", "2", "3")),)))))).tables
    sizes = head_sizes(made)
    assert sizes["หน่วยดำเนินการ"] == 14.0
    assert sizes["ก"] == sizes["ดำเนินการ"]
    assert (sizes["ดำเนินการ"] < 14.0) is smaller
    assert min(sizes.values()) >= 14 * 0.7 * 0.8


def test_merged_heads_of_three_lines_have_the_height_for_them():
    columns = (Column("a", "คะแนน เพิ่มขึ้น เฉลี่ย", 18), Column("b", "ก", 60, group="กลุ่ม"), Column("c", "ข", 60, group="กลุ่ม"))
    (made,) = docx.Document(BytesIO(docx_bytes(document(Table("ก", columns, (Row(("1", "2", "3")),)))))).tables
    upper, lower = (row.find(f".//{qn('w:trHeight')}") for row in made._tbl.tr_lst if is_head(row))
    assert upper is None
    assert int(lower.get(qn("w:val"))) > 2 * 11 * 1.25 * 20, "two lines below that of the group"
