"""Tables with a column for each project: all of them are printed, none too narrow to read."""

from __future__ import annotations

from io import BytesIO

import docx
import openpyxl
import pytest
from pdf_support import letters, pdfium_pages, rendered

from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Column, Document, Format, Orientation, Row, Section, Table, Total
from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.sheets.xlsx import write_xlsx
from hrdesk.reports.wide_tables import in_parts

LANDSCAPE = 271.0


def cover(projects: int, rows: int = 3) -> Table:
    names = (Column("title", "ตำแหน่ง", 110), Column("unit", "ส่วนราชการ", 40))
    ticks = tuple(Column(f"reached.{n}", f"({n + 1})", 9, Format.TICK, group="โครงการที่") for n in range(projects))
    lines = tuple(Row((f"ตำแหน่ง {r}", "สำนักปลัด", *((r + n) % 2 == 0 for n in range(projects)), r)) for r in range(rows))
    total = Total("รวม", (None, None, *range(projects), 9))
    return Table("ความครอบคลุม", (*names, *ticks, Column("sum", "รวม", 12, Format.INTEGER)), lines, total)


@pytest.mark.parametrize(("projects", "parts"), [(0, 1), (1, 1), (8, 1), (17, 1), (18, 2), (34, 2), (35, 3), (300, 18)])
def test_each_part_has_the_shared_columns_and_all_parts_all_others_once(projects, parts):
    table = cover(projects)
    found = in_parts(table, LANDSCAPE)
    assert len(found) == parts
    assert [c.key for part in found for c in part.columns[2:-1]] == [c.key for c in table.columns[2:-1]]
    for part in found:
        assert [c.key for c in (*part.columns[:2], part.columns[-1])] == ["title", "unit", "sum"]
        assert sum(c.width for c in part.columns) * 0.85 <= LANDSCAPE or parts == 1
        assert all(len(row.cells) == len(part.columns) for row in part.rows)
        assert part.total is not None
        assert len(part.total.cells) == len(part.columns)
        keys = [c.key for c in table.columns]
        for row, whole in zip(part.rows, table.rows, strict=True):
            assert row.cells == tuple(whole.cells[keys.index(c.key)] for c in part.columns)
    widths = {len(part.columns) for part in found}
    assert max(widths) - min(widths) <= 1, "parted evenly"


@pytest.mark.parametrize(
    ("heads", "groups"),
    [
        (lambda n: str(n + 1), ["โครงการที่ 1 - 13", "โครงการที่ 14 - 26", "โครงการที่ 27 - 40"]),
        (lambda n: f"ข้อ {n}", ["โครงการที่"] * 3),  # names of their own: the leaf tells enough
    ],
)
def test_a_part_of_numbered_columns_says_from_where_to_where_it_goes(heads, groups):
    table = cover(40)
    columns = tuple(replace(c, heading=heads(int(c.key[8:]))) if c.group else c for c in table.columns)
    found = in_parts(replace(table, columns=columns), LANDSCAPE)
    assert [{c.group for c in part.columns if c.group} for part in found] == [{group} for group in groups]
    assert [c.group for c in in_parts(cover(5), LANDSCAPE)[0].columns if c.group] == ["โครงการที่"] * 5, "the whole says nothing more"


def test_a_table_of_different_columns_is_never_parted():
    table = Table("กว้าง", tuple(Column(f"k{n}", f"คอลัมน์ {n}", 60) for n in range(8)), ())
    assert in_parts(table, LANDSCAPE) == (table,)
    assert in_parts(cover(30), 50.0) == (cover(30),), "where not even one column has room beside the shared ones"


def test_paper_and_word_have_every_project_and_excel_one_table(tmp_path):
    paper = Document("form", "ตาราง", (Section((cover(60),), Orientation.LANDSCAPE),))
    found = letters("".join(pdfium_pages(rendered(paper).data)))
    assert all(f"({n})".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in found for n in range(1, 61))
    assert len(docx.Document(BytesIO(docx_bytes(paper))).tables) == 4
    write_xlsx([paper], tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active.max_column == 63
