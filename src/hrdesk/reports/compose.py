"""A form and its snapshot make a `Document`; pure, so the same figures reach paper and Excel alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hrdesk.domain.book import CHAPTERS
from hrdesk.errors import UserError
from hrdesk.reports.document import (
    Block,
    CellValue,
    Column,
    Document,
    Heading,
    Row,
    Section,
    Signature,
    Space,
    Table,
    Total,
)
from hrdesk.reports.form_values import ColumnSpec, FormSpec, SectionSpec, TableSpec
from hrdesk.reports.inserts import built
from hrdesk.reports.markup import fill, parse
from hrdesk.reports.snapshot_values import OfficeSnapshot, PlanSnapshot, text_fields

_GAP = Space(6.0)
_SIGNING_GAP = Space(12.0)


def compose(form: FormSpec, snapshot: OfficeSnapshot, *, thai_digits: bool = True) -> Document:
    """UserError, naming the chapter, when a passage the officer changed asks for what is not there."""
    composer = _Composer(form, snapshot)
    return Document(
        form=form.id,
        title=composer.text(form.title),
        sections=tuple(composer.sections()),
        author=snapshot.organization,
        subject=composer.text(form.subject or form.legal),
        keywords=tuple(composer.text(keyword) for keyword in form.keywords),
        foot=composer.text(form.foot),
        catchwords=form.catchwords,
        thai_digits=thai_digits,
    )


def compose_table(spec: TableSpec, snapshot: OfficeSnapshot) -> Table:
    """The table alone."""
    leaves = [leaf for column in spec.columns for leaf in _leaves(column, snapshot)]
    values = [[leaf.value(row) for leaf in leaves] for row in getattr(snapshot, spec.rows)]
    fields = text_fields(snapshot)
    return Table(
        name=fill(spec.name, fields),
        columns=tuple(leaf.column(fields) for leaf in leaves),
        rows=tuple(Row(tuple(cells)) for cells in values),
        total=_total(spec, leaves, values, fields),
        empty=fill(spec.empty, fields),
        size=spec.size,
    )


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A printed column: that of the form, or one of its repetitions."""

    spec: ColumnSpec
    heading: str
    group: str
    place: int | None = None  # in the row's tuple, when repeated

    def value(self, row: Any) -> CellValue:
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
        )


def _leaves(spec: ColumnSpec, snapshot: OfficeSnapshot) -> Iterator[_Leaf]:
    if not spec.repeat:
        yield _Leaf(spec, spec.heading, spec.group)
        return
    for place, head in enumerate(getattr(snapshot, spec.repeat)):
        yield _Leaf(spec, head.heading, head.group or spec.group, place)


def _total(
    spec: TableSpec, leaves: Sequence[_Leaf], values: Sequence[Sequence[Any]], fields: Mapping[str, str]
) -> Total | None:
    if not spec.total or not values:
        return None
    cells = tuple(
        sum(row[i] or 0 for row in values) if leaf.spec.total else None for i, leaf in enumerate(leaves)
    )
    return Total(fill(spec.total, fields), cells, fill(spec.words, fields))


class _Composer:
    """Sections of one document."""

    def __init__(self, form: FormSpec, snapshot: OfficeSnapshot) -> None:
        self._form = form
        self._snapshot = snapshot
        self._fields = text_fields(snapshot)

    def text(self, template: str) -> str:
        return fill(template, self._fields)

    def sections(self) -> Iterator[Section]:
        if self._form.table:
            signed = tuple(self._signatures(self._form))
            yield Section(self._table_form(self._form) + signed, self._form.orientation)
        for spec in self._form.sections:
            yield Section(
                self._section_blocks(spec), spec.orientation, spec.numbered, spec.foot, spec.centred
            )

    def _section_blocks(self, spec: SectionSpec) -> tuple[Block, ...]:
        if spec.table:
            return self._table_form(self._form.tables[spec.table])
        changed: Mapping[str, str] = {}
        if isinstance(self._snapshot, PlanSnapshot):
            changed = self._snapshot.chapters
        try:
            blocks = self._parse(changed.get(spec.chapter, spec.text))
        except UserError as error:
            name = CHAPTERS.get(spec.chapter, spec.chapter)
            raise UserError(f"{name}: {error}" if name else str(error)) from error
        return tuple(replace(b, listed=spec.listed) if isinstance(b, Heading) else b for b in blocks)

    def _table_form(self, form: FormSpec) -> tuple[Block, ...]:
        """Heading, passage, table, passage; the same alone and inside a book."""
        heading = tuple(line for line in (self.text(line).strip() for line in form.heading) if line)
        head: tuple[Block, ...] = (Heading(heading, listed=False),) if heading else ()
        table = (compose_table(form.table, self._snapshot),) if form.table else ()
        return head + self._parse(form.before) + table + self._parse(form.after)

    def _signatures(self, form: FormSpec) -> Iterator[Block]:
        for number, signature in enumerate(form.signatures):
            yield _SIGNING_GAP if number == 0 else _GAP
            position = tuple(self.text(line) for line in signature.position)
            yield Signature(self.text(signature.name), position, signature.label)

    def _parse(self, text: str) -> tuple[Block, ...]:
        return parse(text, self._fields, self._insert)

    def _insert(self, name: str, argument: str) -> tuple[Block, ...]:
        if name != "table":
            return built(self._snapshot, name, argument)
        form = self._form.tables.get(argument)
        if form is None or form.table is None:
            raise UserError(f"ไม่มีตาราง “{argument}” กรุณาแก้บรรทัด @table {argument}")
        return (compose_table(form.table, self._snapshot),)
