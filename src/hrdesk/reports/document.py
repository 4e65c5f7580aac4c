"""The one printed paper, as values: composed once, written as PDF, Word and Excel.

Nothing here knows a writer. Text carries Arabic digits; a writer turns them Thai when `thai_digits` is set,
so that numbers stay numbers in Excel.
"""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.drawing import Drawing, Picture
from hrdesk.reports.forms.letterheads import (
    FillIn,
    FillPart,
    Krut,
    LetterHead,
    LetterItem,
    Logo,
    MemoHead,
    Rule,
    Signature,
    Signatures,
)

__all__ = [
    "COVER_STYLES", "Align", "Block", "Borderless", "CellValue", "Column", "Contents", "Document", "Drawing", "FillIn", "FillPart",
    "Format", "Heading", "Inline", "Krut", "LetterHead", "LetterItem", "ListItem", "Logo", "MemoHead", "Orientation",
    "PageBreak", "Paragraph", "Picture", "Row", "Rule", "Run", "Section", "Signature", "Signatures", "Space", "Style",
    "Table", "Total",
]  # fmt: skip


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Format(StrEnum):
    """How a cell's value is shown. The value itself keeps its type for Excel."""

    TEXT = "text"  # str
    INTEGER = "integer"  # int, with separators
    BAHT = "baht"  # int in satang
    TICK = "tick"  # bool; True prints a check mark, False stays blank
    DATE = "date"  # datetime.date
    DECIMAL = "decimal"  # Decimal with the places it is printed with: means, percentages


class Style(StrEnum):
    """The styles of running text; sizes and indents are the writer's template settings."""

    BODY = "body"  # justified, first line indented
    PLAIN = "plain"  # justified, no indent
    CENTERED = "centered"
    COVER_TITLE = "cover-title"
    COVER_LINE = "cover-line"
    SIGNED = "signed"  # right half of the page, centred: who signs a preface
    CLOSING = "closing"  # starts in the middle of the page: ขอแสดงความนับถือ
    NOTE = "note"  # small, below tables


COVER_STYLES = (Style.COVER_TITLE, Style.COVER_LINE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


Inline: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Inline
    style: Style = Style.BODY

    @property
    def introduces(self) -> bool:
        """Leads to the table or figure that comes next, from which it must not part."""
        return "".join(run.text for run in self.runs).rstrip().endswith(("ดังนี้", "ต่อไปนี้"))


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 0 opens a part (centred, larger), 1 a section, 2 a sub-section.

    `lines` are drawn under each other (`ส่วนที่ 1` above its title); joined by a space they stand in the
    contents, in the outline and, first line only, in the catchword.
    """

    lines: tuple[str, ...]
    level: int = 0
    listed: bool = True  # stands in the contents and the PDF outline

    @property
    def text(self) -> str:
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class ListItem:
    """A hanging item; `marker` is ready to print ("1.", "(2)", "-"), `level` counts from 0."""

    marker: str
    runs: Inline
    level: int = 0


@dataclass(frozen=True, slots=True)
class Space:
    """Vertical white space in millimetres; dropped at the top of a page."""

    millimetres: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: dotted leaders and page numbers of every listed heading up to `depth`."""

    depth: int = 1


CellValue: TypeAlias = "str | int | bool | object | None"


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column. `group` names the header cell spanning neighbours that share it."""

    key: str
    heading: str
    width: float  # millimetres; columns are scaled together to the frame
    format: Format = Format.TEXT
    align: Align = Align.LEFT
    group: str = ""
    merged: bool = False  # equal values of neighbouring rows are shown once per page, in one cell
    dash: bool = False  # nothing is said by a dash on paper; Excel leaves the cell empty


@dataclass(frozen=True, slots=True)
class Row:
    """One value per leaf column, typed as the column's format says; None prints blank."""

    cells: tuple[CellValue, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """The row that closes a table: `label` spans the columns before the first figure.

    `cells` has one entry per leaf column (None = no total); `words` is the amount in words, spanning the
    table in a row of its own; empty for none.
    """

    label: str
    cells: tuple[CellValue, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid with one or two header rows (two when any column has a group), repeated on each page."""

    name: str  # also the sheet name in Excel
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Total | None = None
    empty: str = "ไม่มีข้อมูล"  # one row of this when there are none
    size: float = 14.0  # points
    row_height: float = 0.0  # millimetres at least


@dataclass(frozen=True, slots=True)
class Borderless:
    """Two or more columns of text without a grid (committee lists); widths in millimetres."""

    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = (
    Paragraph | Heading | ListItem | Space | PageBreak | Contents | Table | Borderless
    | Signature | Signatures | Krut | Logo | LetterHead | MemoHead | FillIn | Rule | Drawing | Picture
)  # fmt: skip


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation and furniture; each section starts a new page."""

    blocks: tuple[Block, ...]
    orientation: Orientation = Orientation.PORTRAIT
    numbered: bool = True  # page number at the top and catchword at the foot
    foot: bool = True  # the running foot
    centred: bool = False  # one page, its blocks centred vertically: a cover, a certificate


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. Page numbers count from the first numbered section, starting at `first_page`."""

    form: str  # the form's id
    title: str
    sections: tuple[Section, ...]
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())
    foot: str = ""  # running foot
    catchwords: bool = False
    thai_digits: bool = True
    first_page: int = 1
    skip_first_number: bool = False  # a letter's first page bears no number
    emblem: bytes = b""  # the image file of the krut
    logo: bytes = b""  # that of the office's own emblem
    stamp: str = ""  # across every page: why this is no more than a draft
    kept_since: datetime | None = None  # of a frozen paper: files of it bear this date, and no two of them differ
