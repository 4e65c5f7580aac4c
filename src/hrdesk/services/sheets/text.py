"""Tables that are text: CSV, what is pasted from a sheet, and web pages that systems name .xls."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hrdesk.progress import tell
from hrdesk.services.sheets import faults
from hrdesk.services.sheets.copied_cells import cells_of
from hrdesk.services.sheets.sheet import Merge, Sheet, cell_name, rectangle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.services.sheets.sheet import Cell, Row

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_THAI_NAMES = {"tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-windows-874"}
_DELIMITERS = ("\t", ",", ";", "|")
_SAMPLE_LINES = 50
_TOLD_EVERY = 500  # rows
_MAX_SPAN = 1000
csv.field_size_limit(2**20)


def decode(data: bytes, name: str) -> str:
    """Text of a file in UTF-8, UTF-16 with its mark, or the Thai code page of Windows."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if b"\x00" in data:
        raise faults.not_a_table(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _DECLARED.search(data, 0, 4096)
        if declared and declared[1].decode().lower() not in {*_THAI_NAMES, "utf-8"}:
            raise faults.encoding(name, 1) from None
        return _decoded(data, "cp874", name, error.start)


def _decoded(data: bytes, encoding: str, name: str, furthest: int = 0) -> str:
    """`furthest` is how far another encoding came; the line told is where the better one failed."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise faults.encoding(name, data.count(b"\n", 0, max(error.start, furthest)) + 1) from error


def read_delimited(text: str, name: str) -> Sheet:
    """Quoted as Excel quotes; the delimiter is the one that most lines agree on."""
    try:
        return _sheet(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), name, text.count("\n") + 1)
    except csv.Error as error:
        raise faults.damaged(name) from error


def read_copied(text: str, name: str) -> Sheet:
    """Cells copied from a sheet; text without a tab may as well be a file's that was copied."""
    if "\t" not in text:
        return read_delimited(text, name)
    lines = cells_of(text)
    return _sheet(lines, name, len(lines))


def _sheet(lines: Iterable[list[str]], name: str, about: int) -> Sheet:
    """`about` how many lines there are."""
    rows: list[Row] = []
    cells = 0
    for line in lines:
        if len(rows) % _TOLD_EVERY == 0:
            tell(min(len(rows), about), about)
        rows.append(tuple(line))
        cells += len(line)
        if len(rows) > faults.MAX_ROWS or cells > faults.MAX_CELLS:
            raise faults.too_wide(name, name, cell_name(len(rows) - 1, len(line)))
    width = max(map(len, rows), default=0)
    if width * len(rows) > faults.MAX_CELLS:
        raise faults.too_wide(name, name, cell_name(len(rows) - 1, width))
    return Sheet(name, rectangle(rows))


def _delimiter(text: str) -> str:
    lines = [line for line in text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES] if line.strip()]

    def agreement(delimiter: str) -> int:
        counts = [line.count(delimiter) for line in lines if delimiter in line]
        return max((counts.count(count) * count for count in set(counts)), default=0)

    return max(_DELIMITERS, key=agreement)


def read_html(text: str, name: str) -> tuple[Sheet, ...]:
    """Every table of a page; one inside another's cell counts as that cell's text."""
    page = _Page(name)
    page.feed(text)
    page.close()
    page.end_table()
    return tuple(
        Sheet(f"ตารางที่ {place}", rectangle([tuple(row) for row in rows]), tuple(merges), knows_merges=True)
        for place, (rows, merges) in enumerate(page.tables, start=1)
    )


class _Page(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[tuple[list[list[Cell]], list[Merge]]] = []
        self._name = name
        self._depth = 0
        self._cells = 0
        self._rows: list[list[Cell]] = []
        self._merges: list[Merge] = []
        self._taken: set[tuple[int, int]] = set()  # by a cell that spans from above or the left
        self._text: list[str] | None = None  # of the cell we are in
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            found = dict(attrs)
            self._spans = (_span(found.get("rowspan")), _span(found.get("colspan")))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._depth -= 1
            if self._depth <= 0:
                self.end_table()
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(re.sub(r"\s+", " ", data))

    def end_table(self) -> None:
        self._end_cell()
        if self._rows:
            self.tables.append((self._rows, self._merges))
        self._rows, self._merges, self._taken, self._depth = [], [], set(), 0

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text, self._text = "".join(self._text).strip(), None
        if not self._rows:
            self._rows.append([])
        row, top = self._rows[-1], len(self._rows) - 1
        while (top, len(row)) in self._taken:
            row.append("")
        left, (down, across) = len(row), self._spans
        row.append(text)
        self._cells += down * across
        if self._cells > faults.MAX_CELLS or len(self._rows) > faults.MAX_ROWS:
            raise faults.too_wide(self._name, "", cell_name(top, left))
        if down * across > 1:
            self._merges.append(Merge(top, left, top + down - 1, left + across - 1))
            self._taken.update((top + r, left + c) for r in range(down) for c in range(across) if r or c)


def _span(said: str | None) -> int:
    return min(max(int(said), 1), _MAX_SPAN) if said and said.isascii() and said.isdigit() else 1
