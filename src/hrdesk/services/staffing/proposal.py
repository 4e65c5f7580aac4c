"""What a file seems to hold, for the officer to confirm: the sheet, the heading, each column with samples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.sheets.sheet import column_letters
from hrdesk.services.staffing.cells import text_of
from hrdesk.services.staffing.choosing import choose_tables
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.headings import find_table, table_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.staffing.headings import Table
    from hrdesk.services.staffing.mapping import ColumnMapping

SAMPLES = 3
_LOOKED_AT = 200  # rows from which samples are taken
JOINED = (Field.NAME,)  # fields that several columns may make up together


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column as the officer sees it; `suggested` is nearly sure, and never taken unasked."""

    column: int
    heading: str
    samples: tuple[str, ...]
    field: Field | None
    suggested: Field | None = None

    @property
    def letters(self) -> str:
        return column_letters(self.column)


def propose(
    sheets: Sequence[Sheet],
    recall: Callable[[str], ColumnMapping | None],
    sheet: str = "",
    header_row: int | None = None,
    header_rows: int = 1,
) -> Table:
    """The staffing list, or what comes nearest to one; rows count from 1. Never refuses: the officer may know better."""
    if not sheet:
        try:
            return choose_tables(sheets, None, recall)[0]
        except UserError:
            visible = [one for one in sheets if not one.hidden] or list(sheets)
            tables = [found for one in visible if (found := find_table(one))]
            return max(tables, key=lambda table: len(table.columns)) if tables else table_at(visible[0], 0, 1)
    chosen = next(one for one in sheets if one.name == sheet)
    if header_row is None:
        table = find_table(chosen) or table_at(chosen, 0, 1)
    else:
        top = min(max(header_row - 1, 0), len(chosen.rows) - 1)
        table = table_at(chosen, top, min(header_rows, len(chosen.rows) - top))
    before = recall(table.signature)
    return before.applied(table) if before else table


def guesses(table: Table) -> tuple[ColumnGuess, ...]:
    """Every column that has a heading or a value."""
    meant = {column: known for known, columns in table.columns.items() for column in columns}
    suggested = table.suggestions()
    found = []
    rows = table.sheet.rows[table.first_row : table.first_row + _LOOKED_AT]
    for heading in table.headings:
        said = dict.fromkeys(text for row in rows if (text := text_of(row[heading.column])))
        samples = tuple(said)[:SAMPLES]
        if heading.text or samples:
            column = heading.column
            found.append(ColumnGuess(column, heading.text, samples, meant.get(column), suggested.get(column)))
    return tuple(found)


def with_columns(table: Table, meant: Mapping[int, Field | None]) -> Table:
    """The columns as the officer says; of two columns for one field the first counts, unless it may be in parts."""
    columns: dict[Field, tuple[int, ...]] = {}
    for column, known in sorted(meant.items()):
        if known is not None and (known not in columns or known in JOINED):
            columns[known] = (*columns.get(known, ()), column)
    return replace(table, columns=columns)


def same_tables(sheets: Sequence[Sheet], table: Table) -> tuple[Table, ...]:
    """The table and those of other visible sheets with its headings: offices keep a sheet for each bureau.

    UserError that says what is missing when it is no staffing list.
    """
    if not table.is_staffing_list:
        need = f"“{LABELS[Field.TITLE]}” หรือ “{LABELS[Field.NUMBER]}” และ “{LABELS[Field.NAME]}”"
        raise UserError(f"ยังนำเข้าไม่ได้ ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง กรุณาระบุคอลัมน์ {need}")
    found = [table]
    for sheet in sheets:
        other = None if sheet.hidden or sheet.name == table.sheet.name else find_table(sheet)
        if other is not None and other.signature == table.signature:
            found.append(replace(other, columns=table.columns))
    return tuple(found)
