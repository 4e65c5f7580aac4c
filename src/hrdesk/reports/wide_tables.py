"""A table with more columns of one kind than a page holds becomes several, which share the others: on paper, not in Excel."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.reports.document import Table

_NARROWEST = 0.85  # of the designed width: what a column may be scaled to


def in_parts(table: Table, width: float) -> tuple[Table, ...]:
    """Tables one below the other that fit `width` millimetres; the table itself where it does, or nothing can be parted."""
    designed = sum(column.width for column in table.columns)
    first, last = _longest_kind([column.key for column in table.columns])
    one = table.columns[first].width if last > first else 0.0
    room = width / _NARROWEST - (designed - one * (last - first))
    if designed * _NARROWEST <= width or room < one or last - first < 2:
        return (table,)
    parts = -(-(last - first) // int(room / one))
    edges = [first + (last - first) * number // parts for number in range(parts + 1)]
    return tuple(_part(table, [*range(first), *range(*each), *range(last, len(table.columns))]) for each in pairwise(edges))


def _longest_kind(keys: Sequence[str]) -> tuple[int, int]:
    """From where to where the most columns of one kind stand (reached.0, reached.1, …)."""
    kinds = [key.rpartition(".")[0] for key in keys]
    spans = [(kinds.index(kind), len(kinds) - kinds[::-1].index(kind)) for kind in dict.fromkeys(kinds) if kind]
    return max(spans, key=lambda span: span[1] - span[0], default=(0, 0))


def _part(table: Table, places: Sequence[int]) -> Table:
    """Its group tells from where to where it goes, where the columns are numbered: a leaf is read by itself."""
    total = table.total and replace(table.total, cells=tuple(table.total.cells[at] for at in places))
    rows = tuple(replace(row, cells=tuple(row.cells[at] for at in places)) for row in table.rows)
    columns = [table.columns[at] for at in places]
    for name in {column.group for column in columns if column.group}:
        heads = [column.heading for column in columns if column.group == name]
        if len(heads) > 1 and all(head.isdecimal() for head in heads):
            spanned = f"{name} {heads[0]} - {heads[-1]}"
            columns = [replace(column, group=spanned) if column.group == name else column for column in columns]
    return replace(table, columns=tuple(columns), rows=rows, total=total)
