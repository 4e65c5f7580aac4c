from __future__ import annotations

import pytest
from pdf_support import document, pdfium_pages, rendered, setter
from sample_book import COURSES, plan_table

from hrdesk.reports.document import Align, Column, Format, Orientation, Row, Table, Total
from hrdesk.reports.typography.cells import CellSetter, cell_text
from hrdesk.reports.typography.grid import GridTable
from hrdesk.reports.typography.gridlayout import GridLayout, narrow_columns

LANDSCAPE = Orientation.LANDSCAPE


def pages_of(table, **fields):
    return pdfium_pages(rendered(document(table, orientation=LANDSCAPE, thai_digits=False, **fields)).data)


def simple(rows, *, total=None, **column):
    columns = (Column("name", "ชื่อ", 60, **column), Column("sum", "เงิน", 30, Format.BAHT))
    return Table("ตาราง", columns, tuple(Row(cells) for cells in rows), total)


@pytest.mark.parametrize("rows", [0, 3, 300])
def test_header_on_every_page_and_every_row_once(rows):
    pages = pages_of(plan_table(rows))
    assert len(pages) == 1 if rows < 10 else len(pages) > 10
    for page in pages:
        assert page.count("โครงการ\n") + page.count("โครงการ ") >= 1
        assert page.count("กรมส่งเสริม") == 1
        assert page.count("ปี 2564 - 2566") == (1 if rows else 0)
    whole = "\n".join(pages)
    for i in range(rows):
        assert whole.count(f"({i + 1}) ") == 1
    assert ("ไม่มีข้อมูล" in whole) == (rows == 0)


@pytest.mark.parametrize("rows", range(1, 40))
def test_total_stands_on_the_last_page_below_a_row(rows):
    pages = pages_of(plan_table(rows))
    assert all("(หนึ่งแสนบาทถ้วน)" not in page for page in pages[:-1])
    assert f"({rows}) " in pages[-1]
    assert pages[-1].index(f"({rows}) ") < pages[-1].index("รวม")
    assert pages[-1].count("(หนึ่งแสนบาทถ้วน)") == 1


def test_a_merged_text_taller_than_its_rows_makes_the_last_one_grow():
    text = "\n".join(f"บรรทัด {i}" for i in range(9))
    columns = (Column("a", "ก", 40), Column("b", "ข", 40, merged=True))
    table = Table("t", columns, (Row(("1", text)), Row(("2", text)), Row(("3", "อื่น"))))
    layout = GridLayout(setter(), table, 400, 14, thai=False)
    grid = GridTable(lambda _: layout)
    grid.wrap(400)
    first, second, third = grid._heights
    assert first == third == layout.cells.lines_height(1)
    assert first + second == pytest.approx(layout.cells.lines_height(9))
    assert pages_of(table)[0].count("บรรทัด 8") == 1


def test_blank_and_different_values_are_not_merged():
    table = simple([("", 1), ("", 2), (None, 3), ("ก", 4), ("ก", 5), ("ข", 6)], merged=True)
    layout = GridLayout(setter(), table, 400, 14, thai=False)
    assert [row.joins[0] for row in layout.rows] == [False, False, False, False, True, False]


def test_a_row_taller_than_a_page_is_parted_and_nothing_else_is():
    tall = "\n".join(f"บรรทัดที่ {i}." for i in range(60))
    pages = pages_of(simple([("ก่อน", 1), (tall, 2), ("หลัง", 3)]))
    whole = "\n".join(pages)
    assert len(pages) >= 3
    for i in range(60):
        assert whole.count(f"บรรทัดที่ {i}.") == 1
    assert all(page.count("เงิน") == 1 for page in pages)
    assert "หลัง" in pages[-1]


def test_total_label_reaches_to_the_first_figure():
    table = simple([("ก", 100)], total=Total("รวมทั้งสิ้น", (None, 100), "หนึ่งบาทถ้วน"))
    tail = GridLayout(setter(), table, 300, 14, thai=True).tail
    label, figure, words = tail.cells
    assert (label.left, label.right, figure.left, figure.right) == (0, 200, 200, 300)
    assert (words.left, words.right, words.down) == (0, 300, label.height)


def test_numbers_are_right_aligned_and_never_broken():
    columns = (Column("name", "ชื่อ", 170), Column("sum", "เงิน", 10, Format.BAHT))
    table = Table("t", columns, (Row(("ก", 123_456_789_00)),))
    assert narrow_columns(setter(), table, 400, 14, thai=True) == ("sum",)
    layout = GridLayout(setter(), table, 400, 14, thai=True)
    money = layout.rows[0].cells[1]
    assert money.align is Align.RIGHT
    assert len(money.lines) == 1
    assert money.lines[0].width <= money.lines[0].limit + 0.02  # the text column gave way
    assert sum(layout.widths) == pytest.approx(400)


def test_designed_widths_of_the_official_table_hold_their_numbers():
    assert narrow_columns(setter(), plan_table(9), 768, 14, thai=True) == ()


def test_equal_texts_are_laid_out_once():
    cells = CellSetter(setter(), 14)
    assert cells.cell(COURSES[0], 100).lines is cells.cell(COURSES[0], 100).lines


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, Format.TEXT, ""),
        ("ข้อ 5", Format.TEXT, "ข้อ ๕"),
        (1234, Format.INTEGER, "๑,๒๓๔"),
        (123_450, Format.BAHT, "๑,๒๓๔.๕๐"),
        (0, Format.BAHT, "-"),
        (True, Format.TICK, "✓"),
        (False, Format.TICK, ""),
    ],
)
def test_values_as_printed(value, kind, text):
    assert cell_text(value, kind, thai=True) == text
