"""A form as read from its file."""

from __future__ import annotations

from collections.abc import Mapping

from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.subject import FormGroup
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Align, Format, Orientation

ROW_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A leaf column, or with `repeat` one for each `ColumnHead` of that list of the snapshot."""

    key: str  # attribute of the row; `ROW_NUMBER` for its number
    heading: str
    width: float  # millimetres
    align: Align
    format: Format
    group: str
    merged: bool
    repeat: str
    total: bool
    dash: bool = False  # nothing is said by a dash: not for tables to be filled in by hand


@dataclass(frozen=True, slots=True)
class TableSpec:
    name: str  # the sheet in Excel
    rows: str  # attribute of the snapshot, or of each of `groups`
    columns: tuple[ColumnSpec, ...]
    total: str  # label of the closing row; empty for none
    words: str  # the amount in words below it
    empty: str
    size: float
    groups: str = ""  # attribute of the snapshot: the table is repeated for each of them
    group_heading: str = ""  # above each repetition; may use the group's fields
    least: int = 0  # rows, those to be filled in by hand included
    row_height: float = 0.0  # millimetres at least, for handwriting


@dataclass(frozen=True, slots=True)
class SignatureSpec:
    name: str
    position: tuple[str, ...]
    label: str
    beside: bool = False  # the one before it, in the same row


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """The head of a letter (หนังสือภายนอก). Of the lists, what comes out empty is left out."""

    number: str
    office: tuple[str, ...]
    date: str
    subject: str
    to: str
    references: tuple[str, ...]
    enclosures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MemoSpec:
    """The head of a memorandum (บันทึกข้อความ)."""

    office: str
    number: str
    date: str
    subject: str
    to: str


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A part of a paper: a passage in markup (that of a chapter can be the officer's own) or another form.

    With `each` it is printed once for every entry of that list, whose fields it may use.
    """

    chapter: str
    text: str
    table: str  # id of a table form
    orientation: Orientation
    numbered: bool
    foot: bool
    centred: bool
    listed: bool  # its headings stand in the contents
    each: str = ""
    letter: LetterSpec | None = None
    memo: MemoSpec | None = None
    signatures: tuple[SignatureSpec, ...] = ()
    after: str = ""  # markup below the signatures: who is in charge, as on letters


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One form. Every text may hold `{fields}`; `before` and `after` are markup around the table."""

    id: str
    name: str  # in lists; only fields of the office
    group: FormGroup
    rank: int  # within its group
    title: str
    snapshot: str  # a key of `reports.snapshots`
    heading: tuple[str, ...]
    before: str
    after: str
    table: TableSpec | None
    sections: tuple[SectionSpec, ...]
    tables: Mapping[str, FormSpec]  # the forms its texts may show with @table
    grids: Mapping[str, TableSpec]  # tables of its own that its texts may show with @table
    signatures: tuple[SignatureSpec, ...]
    orientation: Orientation
    subject: str
    keywords: tuple[str, ...]
    foot: str
    catchwords: bool
    skip_first_number: bool  # as on letters
    legal: str  # the rule that asks for the form
    nobody: str  # what a form printed for each of none says, and what to do about it
    issued: DocumentKind | None = None  # bears a number and a date of its own
