"""Tables of 0, 1, 3 and 300 rows wherever on a page they begin: each row once, a head on each page, no page wasted."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from pdf_support import document, setter
from sample_book import PROSE, body, follow_up_table, plan_table

from hrdesk.reports.document import (
    Column,
    Format,
    Orientation,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
    Total,
)
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.book import Pager
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.grid import GridTable
from hrdesk.reports.typography.gridlayout import GridLayout

LINE = Paragraph((Run("บรรทัดเดียว"),), Style.PLAIN)
WIDTH, PAGE = 700.0, 450.0
SETTER = setter()
LAYOUTS = {}


def layout(table):
    """Laid out once for all places it is tried in."""
    if table not in LAYOUTS:
        LAYOUTS[table] = GridLayout(SETTER, table, WIDTH, table.size, thai=True)
    return LAYOUTS[table]


def parts(table, first_room, page=PAGE):
    """(rows, height, room) of each page, the first with less room."""
    rest = GridTable(lambda _: layout(table))
    found, room = [], first_room
    while rest is not None:
        height = rest.wrap(WIDTH)
        if height <= room:
            found.append((rest, height, room))
            break
        split = rest.split(room, page)
        if split is None:
            assert room < page, "on an empty page it goes on"
            found.append((None, 0.0, room))
        else:
            head, rest = split
            found.append((head, head.wrap(WIDTH), room))
        room = page
    return found


def whole(table):
    """Its height on an endless page."""
    return GridTable(lambda _: layout(table)).wrap(WIDTH)


def rows_of(part):
    return 0 if part is None else len(part._heights)


ROOMS = (30.0, 60.0, 90.0, 150.0, 300.0, 449.0)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [0, 1, 3, 300])
@pytest.mark.parametrize("table", [plan_table, follow_up_table])
def test_every_row_stands_on_one_page_with_a_head_above(table, count, room):
    made = table(count)
    found = parts(made, room)
    assert sum(rows_of(part) for part, *_ in found) == max(count, 1), "an empty table has one row that says so"
    for part, height, free in found:
        assert height <= free + 0.01
        if part is not None:
            assert part._layout.header is layout(made).header
            assert height >= layout(made).header.height + sum(part._heights) - 0.01


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [1, 3, 300])
def test_a_head_never_stands_without_a_row_nor_the_total_without_one(count, room):
    found = parts(plan_table(count), room)
    for part, *_ in found:
        assert part is None or rows_of(part) >= 1
    last = found[-1][0]
    assert last._last
    assert rows_of(last) >= 1, "the total has a row above it"
    assert not any(part._last for part, *_ in found[:-1] if part is not None)


@pytest.mark.parametrize("room", [110.0, 150.0, 300.0, 449.0])
def test_the_last_row_opens_no_page_of_its_own(room):
    for count in range(4, 60):
        made = replace(plan_table(count), total=None)
        *_, (before, *_), (last, *_) = [(None, 0.0, 0.0), *parts(made, room)]
        assert rows_of(last) > 1 or before is None or rows_of(before) == 1, count


@pytest.mark.parametrize("table", [plan_table, follow_up_table])
def test_a_page_is_left_only_when_the_next_row_does_not_fit(table):
    made = table(300)
    found = parts(made, PAGE)
    for (part, height, room), (following, *_) in pairwise(found[:-1]):
        assert height + following._heights[0] > room - 0.01
        assert part is not None


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_small_table_moves_whole_to_the_next_page(count):
    made = plan_table(count)
    assert [rows_of(part) for part, *_ in parts(made, 20.0)] == [0, max(count, 1)]
    assert len(parts(made, whole(made))) == 1


def test_more_rows_are_never_less_paper():
    heights = [whole(plan_table(count)) for count in (0, 1, 2, 3, 10, 30)]
    assert heights == sorted(heights)


def merged_table(values):
    columns = (Column("a", "ก", 60), Column("b", "ปี", 40, merged=True), Column("c", "เงิน", 30, Format.BAHT))
    return Table("t", columns, tuple(Row((f"แถว {n}", value, 100)) for n, value in enumerate(values)), Total("รวม", (None, None, 100 * len(values))))


@pytest.mark.parametrize(
    ("values", "joined"),
    [
        ("กกก", [(0, 3)]), ("กขก", [(0, 1), (1, 2), (2, 3)]), ("กกข", [(0, 2), (2, 3)]), ("ก", [(0, 1)]), (["", "", "ก"], [(0, 1), (1, 2), (2, 3)]),
        ([None, None], [(0, 1), (1, 2)]), ("กกขขข", [(0, 2), (2, 5)]),
    ],
)  # fmt: skip
def test_equal_neighbours_are_one_cell_and_blanks_are_not(values, joined):
    grid = GridTable(lambda _: layout(merged_table(values)))
    grid.wrap(WIDTH)
    assert [(start, stop) for _, start, stop in grid._merges(len(values))] == joined


def test_a_merged_cell_that_goes_on_is_told_again_on_the_next_page():
    made = merged_table(["ปี 2564 - 2566"] * 60)
    found = parts(made, PAGE)
    assert len(found) > 2
    for part, *_ in found:
        merges = list(part._merges(len(part._heights)))
        assert [(start, stop) for _, start, stop in merges] == [(0, len(part._heights))]
        first = part._row(part._start).cells[1]
        assert first.lines, "its text stands at the head of each page"


@pytest.mark.parametrize("size", [10, 12, 14, 16])
def test_rows_grow_with_their_letters(size):
    made = replace(plan_table(3), size=size)
    grid = GridTable(lambda _: layout(made))
    grid.wrap(WIDTH)
    assert all(height >= layout(made).cells.lines_height(1) for height in grid._heights)
    assert layout(made).cells.lines_height(1) == pytest.approx(size * 1.8)


@pytest.mark.parametrize("row_height", [0.0, 9.0, 20.0])
def test_rows_to_write_in_are_at_least_as_high_as_asked(row_height):
    made = replace(plan_table(3), row_height=row_height)
    grid = GridTable(lambda _: layout(made))
    grid.wrap(WIDTH)
    assert min(grid._heights) >= row_height * 72 / 25.4 - 0.01


@pytest.mark.parametrize("count", [0, 1, 3, 40])
@pytest.mark.parametrize("above", [0, 12, 25, 28])
def test_on_real_pages_text_and_table_follow_each_other(count, above):
    section = Section((*[LINE] * above, plan_table(count), body(PROSE)), Orientation.LANDSCAPE)
    frame = PageTemplate().frame(section.orientation)
    pages = list(Pager(section, frame, Blocks(SETTER, document(sections=(section,))).flows(section, frame.width)).pages())
    kinds = [type(placed.flow).__name__ for page in pages for placed in page.placed]
    first, last = kinds.index("GridTable"), len(kinds) - kinds[::-1].index("GridTable")
    assert set(kinds[first:last]) == {"GridTable"}, "nothing comes between its pages"
    assert kinds[:first].count("GridTable") == kinds[last:].count("GridTable") == 0
    assert all(page.used <= page.frame.height + 0.01 for page in pages)
    assert all(page.placed for page in pages), "no page is empty"
