"""Staffing lists as offices keep them, drawn as text: one line a row, cells apart by |."""

from __future__ import annotations

from datetime import date

from hrdesk.services.sheets.sheet import Merge, Sheet, rectangle
from hrdesk.services.staffing.headings import find_table
from hrdesk.services.staffing.rows import read_rows

TODAY = date(2024, 6, 1)
IDS = ("3000000120019", "3000000137027", "3000000154037", "3000000171047", "1000000188059", "3000000205065")


def sheet(drawn, name="กรอบ", merges=(), knows_merges=False, **cells):
    """`cells` put other values than text into cells named as in Excel, `C4=44000.0`."""
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in drawn.strip("\n").split("\n")]
    made = Sheet(name, rectangle(rows), tuple(Merge(*m) for m in merges), knows_merges=knows_merges or bool(merges))
    for place, value in cells.items():
        made = made.with_cell(int(place[1:]) - 1, ord(place[0]) - ord("A"), value)
    return made


def read(drawn, **options):
    return read_rows(find_table(sheet(drawn, **options)), TODAY)


def entries(drawn, **options):
    """What is read, when nothing is wrong."""
    reading = read(drawn, **options)
    assert reading.wrong == ()
    return reading.entries


def wrong(drawn, **options):
    return [(cell.cell, cell.reason) for cell in read(drawn, **options).wrong]
