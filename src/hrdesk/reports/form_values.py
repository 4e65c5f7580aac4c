"""A form as read from its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from hrdesk.reports.document import Align, Format, Orientation


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A leaf column, or with `repeat` one for each `ColumnHead` of that list of the snapshot."""

    key: str  # attribute of the row
    heading: str
    width: float  # millimetres
    align: Align
    format: Format
    group: str
    merged: bool
    repeat: str
    total: bool


@dataclass(frozen=True, slots=True)
class TableSpec:
    name: str  # the sheet in Excel
    rows: str  # attribute of the snapshot
    columns: tuple[ColumnSpec, ...]
    total: str  # label of the closing row; empty for none
    words: str  # the amount in words below it
    empty: str
    size: float


@dataclass(frozen=True, slots=True)
class SignatureSpec:
    name: str
    position: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A part of a book: a passage in markup (that of a chapter can be the officer's own) or another form."""

    chapter: str
    text: str
    table: str  # id of a table form
    orientation: Orientation
    numbered: bool
    foot: bool
    centred: bool
    listed: bool  # its headings stand in the contents


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One form. Every text may hold `{fields}`; `before` and `after` are markup around the table."""

    id: str
    title: str
    snapshot: str  # plan or register
    heading: tuple[str, ...]
    before: str
    after: str
    table: TableSpec | None
    sections: tuple[SectionSpec, ...]
    tables: Mapping[str, FormSpec]  # the forms its texts may show with @table
    signatures: tuple[SignatureSpec, ...]
    orientation: Orientation
    subject: str
    keywords: tuple[str, ...]
    foot: str
    catchwords: bool
    legal: str  # the rule that asks for the form
