"""A register of thousands of rows: laid out as its pages are filled, forgotten as they are drawn, the same in print."""

from __future__ import annotations

import gc

import pytest
from pdf_support import document, letters, pdfium_pages, rendered, setter

from hrdesk.progress import Stopped, tell, told_to
from hrdesk.reports import pdf
from hrdesk.reports.document import (
    Align,
    Column,
    Contents,
    Format,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from hrdesk.reports.typography import cells, font, pen, units
from hrdesk.reports.typography.fonts import FontSet, bundled_family
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.grid import GridTable
from hrdesk.reports.typography.gridlayout import GridLayout, RowCells
from hrdesk.reports.typography.units import Typesetter

COLUMNS = (
    Column("order", "ที่", 12, Format.INTEGER),
    Column("name", "ชื่อ - สกุล", 50),
    Column("unit", "สังกัด", 50, merged=True),
    Column("post", "ตำแหน่ง", 60, align=Align.JUSTIFY),
)


def register(rows: int, **fields) -> Table:
    posts = ("นักทรัพยากรบุคคลชำนาญการ", "เจ้าพนักงานธุรการปฏิบัติงานด้านการพัฒนาบุคลากรของเทศบาลตำบล", "ช่าง")
    made = (Row((n, f"นายคนที่{n} ใจดี", f"กองที่ {n // 4}", posts[n % 3])) for n in range(1, rows + 1))
    return Table("ทะเบียน", COLUMNS, tuple(made), **fields)


def laid(table: Table) -> GridLayout:
    return GridLayout(setter(), table, 480, 14, thai=True)


def test_rows_let_go_are_laid_out_the_same_again():
    rows = laid(register(30)).rows
    first = [rows[index] for index in range(30)]
    rows.let_go(25)
    assert rows[29] is first[29]
    assert rows[3] == first[3]
    assert rows[3] is not first[3]
    assert [rows[index] for index in range(30)] == first
    assert [row.joins for row in first[:6]] == [(False,), (True,), (True,), (False,), (True,), (True,)]


@pytest.mark.parametrize("index", [-1, 30, 31])
def test_there_are_no_rows_before_the_first_and_after_the_last(index):
    with pytest.raises(IndexError):
        laid(register(30)).rows[index]


@pytest.mark.parametrize(("start", "enough"), [(0, 100.0), (0, 1e9), (7, 0.0), (7, 1e9), (29, 50.0), (30, 50.0)])
def test_the_least_height_is_that_of_the_rows_as_far_as_it_matters(start, enough):
    rows = laid(register(30)).rows
    found, expected = rows.least_height(start, enough), 0.0
    for index in range(start, 30):
        if expected > enough:
            break
        expected += rows[index].base
    assert found == pytest.approx(expected) if enough else found >= 0
    assert rows.least_height(start, 1e9) == pytest.approx(sum(rows[index].base for index in range(start, 30)))


def test_only_the_rows_that_may_be_asked_for_are_laid_out():
    table = register(2000)
    layout = laid(table)
    grid = GridTable(lambda _: layout)
    assert grid.wrap(480) > 5000
    assert 100 < len(layout.rows._held) < 400
    head, rest = grid.split(600, 600)
    assert min(layout.rows._held) == rest._start == len(head._heights)
    assert head._row(0).cells[0].lines, "the page has its own rows still"


def test_no_more_rows_are_held_at_a_time_than_a_few_pages_take():
    held, told = [], []

    def look(done: int, _of: int) -> None:
        told.append(done)
        held.append(sum(type(each) is RowCells for each in gc.get_objects()))

    gc.collect()
    before = sum(type(each) is RowCells for each in gc.get_objects())
    with told_to(look):
        pages = rendered(document(register(2500))).pages
    assert pages > 50
    assert len(held) > 25
    assert max(held) - before < 1200
    assert told == sorted(told), "progress never runs back"


def test_a_paper_with_contents_prints_the_same_table():
    plain = "".join(map(letters, pdfium_pages(rendered(document(register(200))).data)))
    blocks = (Contents(), Heading(("หมวดหนึ่ง",), level=1), register(200))
    listed = "".join(map(letters, pdfium_pages(rendered(document(*blocks)).data)))
    for number in ("๑", "๗๗", "๒๐๐"):
        assert plain.count(f"นายคนที่{number}ใจดี") == listed.count(f"นายคนที่{number}ใจดี") == 1


@pytest.mark.parametrize("fields", [{}, {"catchwords": True}, {"skip_first_number": True}, {"foot": "งาน", "stamp": "ร่าง 1"}])
def test_pages_drawn_as_they_stand_are_those_drawn_when_all_stand(fields):
    text = Paragraph((Run("ข้อความก่อนตาราง " * 40),))
    sections = (Section((text,), numbered=False), Section((text, register(90), text)))
    paper = document(sections=sections, **fields)
    family, template = bundled_family(), PageTemplate()
    set_by = Typesetter(FontSet(family))
    pages = list(pdf._paged(paper, set_by, template))
    at_last = pdf._drawn(paper, pages, set_by, template, fixed=True)
    assert at_last.pages == len(pages) > 3
    assert pdf.render_pdf(paper, family=family, fixed=True) == at_last


def test_what_is_stopped_tells_nobody_any_more():
    told = []

    def stop(done: int, _of: int) -> None:
        told.append(done)
        if done > 500:
            raise Stopped

    with pytest.raises(Stopped), told_to(stop):
        rendered(document(register(400)))
    count = len(told)
    tell(1, 1)
    assert len(told) == count


def test_words_that_are_kept_no_more_are_printed_the_same(monkeypatch):
    paper = document(Paragraph((Run("การพัฒนาบุคลากร น้ำ ที่ประชุม " * 30),)), register(60))
    expected = pdf.render_pdf(paper, family=bundled_family(), fixed=True)
    for module, limit in ((units, "_CACHE_LIMIT"), (cells, "_MOST_KEPT"), (pen, "_MOST_INKED"), (font, "_MEMO_LIMIT")):
        assert getattr(module, limit) > 1000
        monkeypatch.setattr(module, limit, 3)
    set_by, template = Typesetter(FontSet(bundled_family())), PageTemplate()
    assert pdf._drawn(paper, pdf._paged(paper, set_by, template), set_by, template, fixed=True) == expected
    assert all(len(known) <= 3 for kept in (set_by._words, set_by._stretches) for known in kept.values())
