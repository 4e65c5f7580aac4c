"""Where the table begins in a sheet, and which column holds what."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.sheets.sheet import column_letters
from hrdesk.services.staffing.cells import is_vacancy, text_of
from hrdesk.services.staffing.fields import FIELD_OF, Field, heading_key
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.services.sheets.sheet import Sheet

_TOP_ROWS = 60  # how far down a table may begin
_MAX_HEIGHT = 4  # rows of one heading
_MAX_COLUMNS = 200
_SAMPLE = 200  # rows looked at to see whether a column is filled
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SUGGEST_FROM = 0.85  # of the letters alike
POSITION_FIELDS = frozenset({Field.TITLE, Field.LINE, Field.NUMBER})
NAME_FIELDS = frozenset({Field.NAME, Field.FIRST})
# Below such a heading stands something of its kind, whatever the lower heading says by itself.
_GROUPS = (
    (re.compile("การศึกษา|คุณวุฒิ"), Field.EDUCATION),
    (re.compile("เงินเดือน|ค่าตอบแทน|คู่สมรส|บิดา|มารดา|ผู้ประเมิน|ผู้ค้ำ|ติดต่อ"), Field.OTHER),
)
_ALL_KEYS = "|".join(FIELD_OF)


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading: its texts from the top down, and which merged cells it shares with its neighbours."""

    column: int
    texts: tuple[str, ...]
    group: tuple[int, int] | None = None  # row and first column of the lowest merged cell

    @property
    def text(self) -> str:
        return " / ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a sheet. Rows and columns from 0; a field may take several columns, joined."""

    sheet: Sheet
    top: int
    height: int
    headings: tuple[Heading, ...]
    columns: Mapping[Field, tuple[int, ...]] = field(default_factory=dict)

    @property
    def first_row(self) -> int:
        return self.top + self.height

    @property
    def signature(self) -> str:
        """The same for every file with these headings in this order."""
        said = "|".join(heading_key(heading.text) for heading in self.headings)
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def is_staffing_list(self) -> bool:
        """Posts and who holds them: without either there is nothing to import."""
        return bool(POSITION_FIELDS & self.columns.keys()) and bool(NAME_FIELDS & self.columns.keys())

    def suggestions(self) -> dict[int, Field]:
        """Columns not understood whose headings are nearly known; for the officer to confirm, never taken unasked."""
        used = {column for columns in self.columns.values() for column in columns}
        found: dict[int, Field] = {}
        for heading in self.headings:
            key = heading_key(heading.texts[-1]) if heading.texts else ""
            if heading.column in used or len(key) < 3 or _field_of(heading) is not None:
                continue
            best = get_close_matches(key, FIELD_OF, 1, _SUGGEST_FROM)
            if best and FIELD_OF[best[0]] not in self.columns:
                found[heading.column] = FIELD_OF[best[0]]
        return found


def find_table(sheet: Sheet) -> Table | None:
    """The rows that read most like a heading; None where no two columns are known."""
    best: tuple[tuple[bool, int, int, int], Table] | None = None
    hopeful = [sum(map(_may_head, map(text_of, row[:_MAX_COLUMNS]))) for row in sheet.rows[: _TOP_ROWS + _MAX_HEIGHT]]
    for top in range(min(_TOP_ROWS, len(sheet.rows))):
        for height in range(1, min(_MAX_HEIGHT, len(sheet.rows) - top) + 1):
            least = best[0][1] if best and best[0][0] else 2
            if sum(hopeful[top : top + height]) < least:
                continue  # each field takes a cell of its own; rows of posts are soon seen not to be a heading
            table = table_at(sheet, top, height)
            known = len(table.columns.keys() - {Field.OTHER, Field.ORDER})
            rank = (table.is_staffing_list, known, -height, -top)
            if known >= 2 and (best is None or rank > best[0]):
                best = rank, table
    return _with_row_above(_with_rows_below(_with_merged_rows(best[1]))) if best else None


def table_at(sheet: Sheet, top: int, height: int) -> Table:
    headings = tuple(_headings(sheet, top, height))
    return Table(sheet, top, height, headings, match_columns(headings, sheet, top + height))


def _with_merged_rows(table: Table) -> Table:
    """The heading reaches as far down as the cells merged from its first row."""
    merges = [merge for merge in table.sheet.merges if table.top <= merge.top < table.first_row]
    bottom = max((merge.bottom for merge in merges if merge.bottom < table.top + _MAX_HEIGHT), default=0)
    if bottom < table.first_row:
        return table
    taller = table_at(table.sheet, table.top, bottom - table.top + 1)
    same = taller.columns.keys() >= table.columns.keys()
    return taller if same else table


def _with_rows_below(table: Table) -> Table:
    """Second lines that only say more of what stands above them: เงินประจำตำแหน่ง beside เงินเดือน, (บาท), สาขา of คุณวุฒิ."""
    while table.height < _MAX_HEIGHT and _says_more(table):
        taller = table_at(table.sheet, table.top, table.height + 1)
        if any(taller.columns.get(known, ())[:1] != columns[:1] for known, columns in table.columns.items()):
            break
        table = taller
    return table


def _says_more(table: Table) -> bool:
    """Whether the row below is a heading by every word of it, and neither a post nor a row of numbers."""
    row = table.sheet.rows[table.first_row] if table.first_row < len(table.sheet.rows) else ()
    over, found = "", False  # a heading drawn over several columns stands in the first of them
    for heading, cell in zip(table.headings, row, strict=False):
        above, text = "".join(map(heading_key, heading.texts)), text_of(cell)
        over = above or over
        if text and not _belongs(above, over, text):
            return False
        found = found or bool(text)
    return found


def _belongs(above: str, over: str, text: str) -> bool:
    if re.search(r"\d", arabic_digits(text)) or is_vacancy(text):
        return False
    if heading_key(text) in FIELD_OF or above + heading_key(text) in FIELD_OF or _BRACKETS.fullmatch(text):
        return True
    return any(group.search(over) for group, _ in _GROUPS)


def _with_row_above(table: Table) -> Table:
    """The row above that says which columns are old and which new, though it names no field by itself."""
    above = {text_of(cell) for cell in table.sheet.rows[table.top - 1]} - {""} if table.top else set()
    if len(above) < 2 or table.height == _MAX_HEIGHT:
        return table
    taller = table_at(table.sheet, table.top - 1, table.height + 1)
    return taller if taller.columns.keys() >= table.columns.keys() else table


def _headings(sheet: Sheet, top: int, height: int) -> Iterator[Heading]:
    width = min(sheet.width, _MAX_COLUMNS)
    grid = [[text_of(cell) for cell in row[:width]] for row in sheet.rows[top : top + height]]
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    below: set[tuple[int, int]] = set()
    for merge in sheet.merges:
        if top <= merge.top < top + height and merge.left < width:
            for column in range(merge.left, min(merge.right + 1, width)):
                grid[merge.top - top][column] = grid[merge.top - top][merge.left]
                owners[merge.top, column] = (merge.top, merge.left)
                below.update((row, column) for row in range(merge.top + 1, min(merge.bottom, top + height) + 1))
    for upper in range(height - 1):
        for left, column in pairwise(range(width)):
            lower = any(grid[row][column] for row in range(upper + 1, height))
            # Drawn without merging: the upper text stands over the blank cells at its right.
            if not grid[upper][column] and lower and (top + upper, column) not in below | owners.keys():
                grid[upper][column] = grid[upper][left]
    for column in range(width):
        texts = [grid[row][column] for row in range(height) if grid[row][column]]
        group = next((owners[row, column] for row in range(top + height - 1, top - 1, -1) if (row, column) in owners), None)
        yield Heading(column, tuple(dict.fromkeys(texts)), group)


@lru_cache(maxsize=1 << 12)
def _may_head(text: str) -> bool:
    """Whether it can be a part of a heading that is known."""
    keys = {heading_key(text), heading_key(_BRACKETS.sub("", text))} - {""}
    return any(key in _ALL_KEYS for key in keys) or any(group.search(key) for group, _ in _GROUPS for key in keys)


def _field_of(heading: Heading) -> Field | None:
    """By the whole heading, then by its lower parts, then without what stands in brackets."""
    if not heading.texts:
        return None
    keys = [heading_key(text) for text in heading.texts]
    joined = "".join(keys)
    if joined in FIELD_OF:
        return FIELD_OF[joined]
    upper = "".join(keys[:-1])
    for group, meant in _GROUPS:
        if upper and group.search(upper):
            return meant
    for start in range(1, len(heading.texts)):
        part = "".join(keys[start:])
        if part in FIELD_OF:
            return FIELD_OF[part]
    bare = [heading_key(_BRACKETS.sub("", text)) if "(" in text or "[" in text else key for text, key in zip(heading.texts, keys, strict=True)]
    plain = [key for key in bare if key]
    for key in ("".join(plain), *plain[::-1]):
        if key in FIELD_OF:
            return FIELD_OF[key]
    return None


def match_columns(headings: Sequence[Heading], sheet: Sheet, first_row: int) -> dict[Field, tuple[int, ...]]:
    """Each field's columns. Of several the frame's new column goes before its old one, then the leftmost."""
    found: dict[Field, list[Heading]] = {}
    for heading in headings:
        known = _field_of(heading)
        if known is not None:
            found.setdefault(known, []).append(heading)
    columns = {known: _run(min(same, key=_preference), same) for known, same in found.items()}
    if Field.NAME in columns:
        columns[Field.NAME] += _continued(columns[Field.NAME][-1], headings, sheet, first_row)
    return columns


def _preference(heading: Heading) -> tuple[int, int]:
    said = heading.text
    return (2 if "เดิม" in said else 0 if "ใหม่" in said else 1), heading.column


def _run(first: Heading, same: Sequence[Heading]) -> tuple[int, ...]:
    """The columns that lie under one merged heading with the first."""
    run = [first.column]
    for heading in same:
        if heading.group is not None and heading.group == first.group and heading.column == run[-1] + 1:
            run.append(heading.column)
    return tuple(run)


def _continued(last: int, headings: Sequence[Heading], sheet: Sheet, first_row: int) -> tuple[int, ...]:
    """Columns without a heading right of the names that hold the rest of them."""
    more: list[int] = []
    for column in range(last + 1, min(last + 3, len(headings))):
        filled = any(isinstance(row[column], str) and row[column] for row in sheet.rows[first_row : first_row + _SAMPLE])
        if headings[column].texts or not filled:
            break
        more.append(column)
    return tuple(more)


def describe(columns: Sequence[int]) -> str:
    return ", ".join(map(column_letters, columns))
