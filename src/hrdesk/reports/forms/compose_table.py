"""A table of a form with the rows of its snapshot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.reports.document import Block, CellValue, Column, Heading, Paragraph, Row, Run, Table, Total
from hrdesk.reports.forms.form_values import ROW_NUMBER, ColumnSpec, TableSpec
from hrdesk.reports.forms.markup import fill
from hrdesk.reports.snapshots.scope import Scope

_GROUP_LEVEL = 2


def table_blocks(spec: TableSpec, scope: Scope) -> tuple[Block, ...]:
    """The table, or one under a heading for each group; without groups what the form says of none."""
    if not spec.groups:
        return (compose_table(spec, scope),)
    found: list[Block] = []
    for group in scope.find(spec.groups):
        inner = scope.inside(group)
        heading = fill(spec.group_heading, inner.fields)
        table = compose_table(spec, inner)
        if heading:
            found.append(Heading((heading,), _GROUP_LEVEL, listed=False))
            table = replace(table, name=f"{table.name} {heading}")
        found.append(table)
    if not found and spec.empty:
        found.append(Paragraph((Run(fill(spec.empty, scope.fields)),)))
    return tuple(found)


def compose_table(spec: TableSpec, scope: Scope) -> Table:
    """The table alone."""
    leaves = [leaf for column in spec.columns for leaf in _leaves(column, scope)]
    rows = scope.find(spec.rows)
    values = [[leaf.value(row, number) for leaf in leaves] for number, row in enumerate(rows, start=1)]
    total = _total(spec, leaves, values, scope.fields)
    by_hand = range(len(values) + 1, spec.least + 1)
    values.extend([number if leaf.spec.key == ROW_NUMBER else None for leaf in leaves] for number in by_hand)
    return Table(
        name=fill(spec.name, scope.fields),
        columns=tuple(leaf.column(scope.fields) for leaf in leaves),
        rows=tuple(Row(tuple(cells)) for cells in values),
        total=total,
        empty=fill(spec.empty, scope.fields),
        size=spec.size,
        row_height=spec.row_height,
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A printed column: that of the form, or one of its repetitions."""

    spec: ColumnSpec
    heading: str
    group: str
    place: int | None = None  # in the row's tuple, when repeated

    def value(self, row: Any, number: int) -> CellValue:
        if self.spec.key == ROW_NUMBER:
            return number
        found: CellValue = getattr(row, self.spec.key)
        return found if self.place is None else getattr(row, self.spec.key)[self.place]

    def column(self, fields: Mapping[str, str]) -> Column:
        spec = self.spec
        return Column(
            key=spec.key if self.place is None else f"{spec.key}.{self.place}",
            heading=fill(self.heading, fields),
            width=spec.width,
            format=spec.format,
            align=spec.align,
            group=fill(self.group, fields),
            merged=spec.merged,
            dash=spec.dash,
        )


def _leaves(spec: ColumnSpec, scope: Scope) -> Iterator[_Leaf]:
    if not spec.repeat:
        yield _Leaf(spec, spec.heading, spec.group)
        return
    for place, head in enumerate(scope.find(spec.repeat)):
        yield _Leaf(spec, head.heading, head.group or spec.group, place)


def _total(
    spec: TableSpec, leaves: Sequence[_Leaf], values: Sequence[Sequence[Any]], fields: Mapping[str, str]
) -> Total | None:
    if not spec.total or not values:
        return None
    cells = tuple(sum(row[i] or 0 for row in values) if leaf.spec.total else None for i, leaf in enumerate(leaves))
    return Total(fill(spec.total, fields), cells, fill(spec.words, fields))
