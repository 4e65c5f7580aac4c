"""Random tables on random pages: every row is printed once, nothing leaves the page, the total ends it."""

from __future__ import annotations

import random
from collections import Counter

from pdf_support import document, pdfium_pages, rendered, setter
from sample_book import COURSES, TARGETS

from hrdesk.reports.document import (
    Align,
    Column,
    Format,
    ListItem,
    Orientation,
    Row,
    Run,
    Section,
    Table,
    Total,
)
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.book import Pager
from hrdesk.reports.typography.furniture import PageTemplate

TABLES = 60


def random_table(chance):
    count = chance.choice((0, 1, 2, 7, 25, 60))
    merged = [chance.random() < 0.5 for _ in range(2)]
    columns = (
        Column("key", "ที่", chance.choice((14, 20)), Format.TEXT, Align.CENTER),
        Column("what", "หลักสูตร", 60),
        Column("whom", "เป้าหมาย", 40, group=chance.choice(("", "กลุ่ม")), merged=merged[0]),
        Column("when", "ปี 2564", 20, align=Align.CENTER, group="กลุ่ม", merged=merged[1]),
        Column("money", "งบประมาณ", chance.choice((8, 25)), Format.BAHT),
    )
    rows = tuple(
        Row(
            (
                f"r{i}e",
                chance.choice((*COURSES, "", None, "\n".join([COURSES[0]] * 30)))
                if chance.random() < 0.9
                else "x",
                chance.choice((TARGETS, TARGETS, "ทุกคน", None)),
                chance.choice(("2564", "2565")),
                chance.choice((None, 0, 99, 123_456_789)),
            ),
            bold=chance.random() < 0.2,
        )
        for i in range(count)
    )
    total = Total("รวม", (None, None, None, None, 5_000_00), "ห้าพันบาท") if chance.random() < 0.7 else None
    return Table("t", columns, rows, total, size=chance.choice((10, 14, 16)))


def test_random_tables():
    chance = random.Random(2566)
    for _ in range(TABLES):
        table = random_table(chance)
        above = [ListItem("-", (Run("รายการ"),))] * chance.randint(0, 40)
        orientation = chance.choice(tuple(Orientation))
        pages = pdfium_pages(
            rendered(document(*above, table, orientation=orientation, thai_digits=False)).data
        )
        words = Counter(" ".join(pages).split())
        assert all(words[f"r{i}e"] == 1 for i in range(len(table.rows)))
        if table.total:
            assert words["(ห้าพันบาท)"] == 1
            assert "(ห้าพันบาท)" in pages[-1]
            assert not table.rows or f"r{len(table.rows) - 1}e" in pages[-1] or "การ" in pages[-1]


def test_no_table_leaves_the_page():
    chance = random.Random(2567)
    for _ in range(TABLES):
        section = Section((random_table(chance),), chance.choice(tuple(Orientation)))
        frame = PageTemplate().frame(section.orientation)
        flows = Blocks(setter(), document(sections=(section,))).flows(section, frame.width)
        for page in Pager(section, frame, flows).pages():
            assert page.used <= frame.height + 0.01
