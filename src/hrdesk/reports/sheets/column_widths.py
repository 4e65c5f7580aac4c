"""How wide a column must be at least: a number too wide for its cell is shown as ###, a heading's word is torn."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hrdesk.reports.document import Format
from hrdesk.thai.linebreak import words_of
from hrdesk.thai.numbers import format_baht
from hrdesk.thai.text import letter_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.reports.document import CellValue, Column, Table

# Millimetres at the sheets' size, in the fonts that stand in for theirs too.
_DIGIT = 2.5
_BOLD_LETTER = 2.05
_MARGINS = 2.0


def least_width(column: Column, table: Table) -> float:
    """Millimetres, for the longest word of the heading and the longest number."""
    place = table.columns.index(column)
    values = [row.cells[place] for row in table.rows]
    if table.total is not None:
        values.append(table.total.cells[place])
    digits = max(map(len, _numbers(values, column.format)), default=0)
    words = (word for chunk in column.heading.split() for word in words_of(chunk))
    letters = max(map(letter_columns, words), default=0)
    return max(digits * _DIGIT, letters * _BOLD_LETTER) + _MARGINS


def _numbers(values: Iterable[CellValue], kind: Format) -> Iterable[str]:
    """Those of most digits, as they are shown."""
    if kind not in (Format.BAHT, Format.INTEGER, Format.DECIMAL):
        return ()
    found = {value for value in values if isinstance(value, (int, Decimal))}
    if kind is Format.BAHT:
        return (format_baht(value) for value in found if isinstance(value, int))
    return (f"{value:,}" for value in found)
