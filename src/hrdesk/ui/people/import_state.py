"""What the import wizard has been told so far, and the long work it asks for. No widgets here."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.progress import part
from hrdesk.services.bulk import collector_paused
from hrdesk.services.register.importing import Policy, Status
from hrdesk.services.sheets.sheet import cell_name, column_index
from hrdesk.services.staffing.cells import text_of
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.proposal import guesses, same_tables, with_columns
from hrdesk.thai.dates import numeric_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from hrdesk.services import Services
    from hrdesk.services.register.importing import ImportResult, Preview
    from hrdesk.services.sheets.sheet import Cell, Sheet
    from hrdesk.services.staffing.compare import Place
    from hrdesk.services.staffing.entry import Reading, WrongCell
    from hrdesk.services.staffing.headings import Table


class Kind(StrEnum):
    WRONG = "wrong"
    NEW = Status.NEW.value
    CHANGED = Status.CHANGED.value
    SAME = Status.SAME.value
    LEFT_OUT = "left-out"


KIND_WORDS = {
    Kind.WRONG: "ต้องแก้", Kind.NEW: "ใหม่", Kind.CHANGED: "เปลี่ยน", Kind.SAME: "เหมือนเดิม",
    Kind.LEFT_OUT: "ไม่นำเข้า",
}  # fmt: skip
_KIND_OF = {Status.NEW: Kind.NEW, Status.CHANGED: Kind.CHANGED, Status.SAME: Kind.SAME}
ONE_WORDS = {Policy.UPDATE: "ปรับตามรายการ", Policy.KEEP: "เติมเฉพาะช่องว่าง", Policy.SKIP: "ข้าม"}


@dataclass(frozen=True, slots=True)
class CellText:
    column: int  # from 0
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of the list, or one wrong cell of it; `value` is what stands in that cell and may be mended."""

    kind: Kind
    sheet: str
    row: int  # from 1
    post: str = ""
    name: str = ""
    said: str = ""
    cell: str = ""
    value: str = ""
    known: bool = False  # its post or person is in the register already

    @property
    def place(self) -> Place:
        return self.sheet, self.row


class Checked(NamedTuple):
    reading: Reading
    preview: Preview
    rows: tuple[ReviewRow, ...]


@dataclass
class ImportState:
    sheets: tuple[Sheet, ...] = ()
    source: str = ""
    table: Table | None = None
    proposed: Table | None = None  # before the officer said anything
    said: dict[int, Field | None] = field(default_factory=dict)  # columns that the officer has said
    policy: Policy = Policy.UPDATE
    own: dict[Place, Policy] = field(default_factory=dict)  # rows decided apart from the others
    left_out: set[Place] = field(default_factory=set)
    mended: dict[tuple[str, str], str] = field(default_factory=dict)  # sheet and cell → text
    reading: Reading | None = None
    preview: Preview | None = None
    rows: tuple[ReviewRow, ...] = ()
    counts: Counter[Kind] = field(default_factory=Counter)  # rows; of wrong ones the rows, not the cells

    def begin(self, sheets: tuple[Sheet, ...], source: str, table: Table) -> None:
        self.__init__(sheets, source, table, table)  # type: ignore[misc]  # everything else starts over

    def set_table(self, table: Table) -> None:
        self.table, self.proposed = table, table
        self.said.clear()
        self.left_out.clear()
        self.own.clear()

    def mean(self, column: int, known: Field | None) -> None:
        """The officer says what a column holds; a field proposed for another one moves here.

        Worked out anew from what was proposed, so that a choice passed on the way leaves no trace.
        """
        if self.table is None or self.proposed is None:
            return
        self.said.pop(column, None)
        self.said[column] = known  # the last said
        meant = {guess.column: guess.field for guess in guesses(self.proposed)}
        for said, wanted in self.said.items():
            if wanted is not None:
                meant = {other: None if held is wanted else held for other, held in meant.items()}
            meant[said] = wanted
        self.table = with_columns(self.table, meant)

    def mend(self, row: ReviewRow, text: str) -> None:
        """Put a text into the wrong cell; the list is looked through again before anything is imported."""
        self.put(row.place, {column_index(row.cell.rstrip("0123456789")): text})
        self.rows = tuple(replace(one, value=text) if one == row else one for one in self.rows)

    def put(self, place: Place, texts: Mapping[int, str]) -> None:
        """Put texts into the columns of a row, wrong or right."""
        name, number = place
        self.sheets = tuple(_with_cells(sheet, number - 1, texts) if sheet.name == name else sheet for sheet in self.sheets)
        self.mended |= {(name, cell_name(number - 1, column)): text for column, text in texts.items()}
        if self.table is not None:
            mended = next(sheet for sheet in self.sheets if sheet.name == self.table.sheet.name)
            self.table = replace(self.table, sheet=mended)
            self.proposed = replace(self.proposed, sheet=mended) if self.proposed else None
        self.preview = None

    def decide(self, place: Place, policy: Policy | None) -> None:
        """What happens to one row that is known already; None: as to all."""
        self.own.pop(place, None)
        if policy is not None:
            self.own[place] = policy
        self.preview = None

    def cells_of(self, place: Place) -> list[CellText]:
        """The row as the list has it, in the order of its columns."""
        assert self.table is not None
        row = next(sheet for sheet in self.sheets if sheet.name == place[0]).rows[place[1] - 1]
        headings = {heading.column: heading.text for heading in self.table.headings}
        meant = sorted((column, known) for known, columns in self.table.columns.items() for column in columns)
        return [
            CellText(column, headings.get(column) or LABELS[known], _shown(row[column]))
            for column, known in meant
            if known not in (Field.ORDER, Field.OTHER)
        ]

    def tables(self) -> tuple[Table, ...]:
        """UserError while it is no staffing list."""
        assert self.table is not None
        return same_tables(self.sheets, self.table)

    @property
    def wanted(self) -> Reading:
        """Without the rows that the officer leaves out."""
        assert self.reading is not None
        kept = tuple(entry for entry in self.reading.entries if (entry.sheet, entry.row) not in self.left_out)
        return replace(self.reading, entries=kept)

    def checker(self, services: Services) -> Callable[[], Checked]:
        """For the worker: read the rows and compare them with the register."""
        staff, tables, policy, own = services.staff_import, self.tables(), self.policy, dict(self.own)

        def work() -> Checked:
            with part(0.0, 0.6):
                reading = staff.read(tables)
            with part(0.6, 1.0):
                preview = staff.preview(reading, policy, own)
            with collector_paused():
                return Checked(reading, preview, tuple(review_rows(preview, tables, own)))

        return work

    def checked(self, found: Checked) -> None:
        self.reading, self.preview, self.rows = found
        self._count()

    def importer(self, services: Services) -> Callable[[], ImportResult]:
        staff, wanted, source, policy = services.staff_import, self.wanted, self.source, self.policy
        own = dict(self.own)
        remember = self.tables() if self.said else ()  # worth remembering
        return lambda: staff.apply(wanted, source, policy, remember, own)

    def wrong_writer(self, services: Services) -> Callable[[Path, str], int]:
        staff, tables, preview = services.staff_import, self.tables(), self.preview
        assert preview is not None
        return lambda target, password: staff.wrong_rows(tables, preview, target, password)

    def leave_out(self, place: Place) -> None:
        """A row that would be imported is not; one left out is again."""
        self.left_out ^= {place}
        self._count()

    def _count(self) -> None:
        kinds = map(self.kind_of, self.rows) if self.left_out else (row.kind for row in self.rows)
        self.counts = Counter(kinds)
        if self.counts[Kind.WRONG]:
            self.counts[Kind.WRONG] = len({row.place for row in self.rows if row.kind is Kind.WRONG})

    def kind_of(self, row: ReviewRow) -> Kind:
        return Kind.LEFT_OUT if row.kind is not Kind.WRONG and row.place in self.left_out else row.kind


def review_rows(preview: Preview, tables: Sequence[Table], own: Mapping[Place, Policy]) -> list[ReviewRow]:
    """Wrong cells first, then the rows in the order of the list."""
    by_sheet = {table.sheet.name: table for table in tables}
    found = [_wrong_row(by_sheet[cell.sheet], cell) for cell in preview.wrong]
    for result in preview.rows:
        entry = result.entry
        person = entry.person
        name = f"{person.title}{person.first_name} {person.last_name}" if person else "(ว่าง)"
        said = " · ".join(f"{change.label}: {change.old or '–'} → {change.new or '–'}" for change in result.changes)
        if decided := own.get((entry.sheet, entry.row)):
            said = f"{ONE_WORDS[decided]}: {said}".removesuffix(": ")
        known = result.known_position is not None or result.known_person is not None
        post = f"{entry.number} {entry.title}".strip()
        found.append(ReviewRow(_KIND_OF[result.status], entry.sheet, entry.row, post, name, said, known=known))
    return found


def _with_cells(sheet: Sheet, row: int, texts: Mapping[int, str]) -> Sheet:
    for column, text in texts.items():
        sheet = sheet.with_cell(row, column, text)
    return sheet


def _shown(cell: Cell) -> str:
    return numeric_date(cell) if isinstance(cell, date) else text_of(cell)


def _wrong_row(table: Table, cell: WrongCell) -> ReviewRow:
    row = table.sheet.rows[cell.row - 1]
    texts = {known: " ".join(text for c in columns if (text := text_of(row[c]))) for known, columns in table.columns.items()}

    def said(*fields: Field) -> str:
        return next((text for known in fields if (text := texts.get(known, ""))), "")

    post = f"{said(Field.NUMBER)} {said(Field.TITLE, Field.LINE)}".strip()
    name = said(Field.NAME) or f"{said(Field.PREFIX)}{said(Field.FIRST)} {said(Field.LAST)}".strip()
    column = column_index(cell.cell.rstrip("0123456789"))
    return ReviewRow(Kind.WRONG, cell.sheet, cell.row, post, name, cell.reason, cell.cell, text_of(row[column]))
