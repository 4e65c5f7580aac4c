"""A row of a staffing list as it was understood, before it is compared with the register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.staffing.fields import Field


@dataclass(frozen=True, slots=True)
class WrongCell:
    """Why a row cannot be imported; `row` from 1 and `cell` as Excel shows them."""

    sheet: str
    row: int
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row with text that is no post: a note, a total, a signature, a heading of its own."""

    sheet: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    title: str
    first_name: str
    last_name: str
    national_id: str = ""
    birth_date: date | None = None
    start_date: date | None = None
    education: str = ""
    note: str = ""

    @property
    def name(self) -> tuple[str, str]:
        return self.first_name, self.last_name


@dataclass(frozen=True, slots=True)
class Entry:
    """Empty text, an empty tuple or None is what the list does not say."""

    sheet: str
    row: int  # from 1
    letters: Mapping[Field, str] = field(compare=False, repr=False)  # the column of each field
    number: str = ""
    title: str = ""
    line: str = ""
    position_type: PositionType | None = None
    levels: tuple[Level, ...] = ()  # what the word may mean
    units: tuple[str, ...] | None = None  # from the bureau down; () is "no unit", None is not said
    personnel_types: tuple[PersonnelType, ...] = ()  # what the word may mean
    person: Person | None = None  # None while vacant

    @property
    def has_position(self) -> bool:
        return bool(self.number or self.title or self.line)

    def wrong(self, where: Field, reason: str) -> WrongCell:
        letter = self.letters.get(where) or next(iter(self.letters.values()), "A")
        return WrongCell(self.sheet, self.row, f"{letter}{self.row}", reason)


@dataclass(frozen=True, slots=True)
class Repeating:
    """A sheet that was not read because so many of its posts and people stand on those before it."""

    sheet: str
    rows: int
    repeated: int  # of these, rows of a post or person read before

    @property
    def said(self) -> str:
        return f"ไม่ได้อ่านแผ่นงาน “{self.sheet}” เพราะ {self.repeated:,} จาก {self.rows:,} แถวซ้ำกับแผ่นงานอื่นที่อ่านแล้ว"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds. A row is an entry or has wrong cells, never both."""

    entries: tuple[Entry, ...] = ()
    wrong: tuple[WrongCell, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    wrong_positions: int = 0  # rows with wrong cells that name a post
    wrong_vacant: int = 0  # of these the vacant ones
    repeating: tuple[Repeating, ...] = ()
