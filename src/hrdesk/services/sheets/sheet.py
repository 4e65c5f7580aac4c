"""A sheet as plain rows, addressed as Excel addresses it."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TypeAlias

from hrdesk.lazy_dataclass import dataclass, replace

Cell: TypeAlias = "str | int | float | bool | date | time | timedelta"  # a datetime is a date; "" is empty
Row: TypeAlias = "tuple[Cell, ...]"
_LETTERS = 26
_EXACT = 1e15  # below it a float holds whole numbers exactly


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one; rows and columns from 0, both ends inclusive. Its text stands in the first cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: tuple[Row, ...]  # from A1, each as wide as the sheet
    merges: tuple[Merge, ...] = ()
    knows_merges: bool = False  # False where the format does not tell, so that a blank may mean "the same"
    hidden: bool = False

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0

    def with_cell(self, row: int, column: int, value: Cell) -> Sheet:
        """The sheet with one cell mended, as the officer does before importing."""
        mended = (*self.rows[row][:column], value, *self.rows[row][column + 1 :])
        return replace(self, rows=(*self.rows[:row], mended, *self.rows[row + 1 :]))


def plain(cell: Cell) -> str:
    """A cell as text. A whole number has no decimals, whatever Excel keeps; none is shortened to a power of ten."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return str(cell)


def column_letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A is 0. ValueError for what is no column."""
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise ValueError(letters)
    index = 0
    for letter in letters.upper():
        index = index * _LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def cell_name(row: int, column: int) -> str:
    """From 0, as Excel shows it: C7."""
    return f"{column_letters(column)}{row + 1}"


def rectangle(rows: list[Row]) -> tuple[Row, ...]:
    """Rows of one width, without the empty ones at the end and the empty columns at the right."""
    while rows and all(_is_blank(cell) for cell in rows[-1]):
        rows.pop()
    width = max((_used(row) for row in rows), default=0)
    return tuple([row if len(row) == width else row[:width] + ("",) * (width - len(row)) for row in rows])


def _used(row: Row) -> int:
    width = len(row)
    while width and _is_blank(row[width - 1]):
        width -= 1
    return width


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()
