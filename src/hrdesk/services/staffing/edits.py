"""Rows of the register changed together: one value in all of them, or a block pasted from Excel. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from hrdesk.domain.staff import PersonRecord, PositionRecord, check_person, check_position, masked_national_id
from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType, term
from hrdesk.errors import Severity
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.staffing.cells import (
    Unreadable,
    date_of,
    is_vacancy,
    levels_of,
    line_of,
    national_id,
    note_of,
    personnel_types_of,
    position_number,
    text_of,
)
from hrdesk.services.staffing.compare import Change
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.lines import line_key
from hrdesk.services.staffing.names import read_person_name
from hrdesk.services.staffing.units import SEPARATOR, unit_key
from hrdesk.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrdesk.domain.office import OrgUnit, PositionLine
    from hrdesk.services.sheets.sheet import Cell

OF_POST = (Field.NUMBER, Field.TITLE, Field.LINE, Field.LEVEL, Field.UNIT)
OF_PERSON = (
    Field.NAME, Field.PERSONNEL_TYPE, Field.NATIONAL_ID, Field.BIRTH, Field.START, Field.EDUCATION, Field.NOTE,
)  # fmt: skip
_COLUMN = {
    Field.LINE: "line_id", Field.UNIT: "unit_id", Field.PERSONNEL_TYPE: "personnel_type", Field.NATIONAL_ID: "national_id",
}  # fmt: skip
_PLAIN: Mapping[Field, Callable[[Cell], Any]] = {
    Field.NUMBER: position_number, Field.TITLE: line_of, Field.NATIONAL_ID: national_id, Field.BIRTH: date_of,
    Field.START: date_of, Field.EDUCATION: line_of, Field.NOTE: note_of,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RowEdit:
    """A row of the list, by the ids of its post and person, and what its cells shall say."""

    position_id: int | None
    staff_id: int | None
    cells: Mapping[Field, Cell]


@dataclass(frozen=True, slots=True)
class EditedRow:
    """`changes` empty: all is as it was. `problems` not empty: the row is left alone."""

    label: str
    changes: tuple[Change, ...]
    problems: tuple[str, ...]
    position: PositionRecord | None = None  # as it would be stored, where that differs
    person: PersonRecord | None = None

    @property
    def is_change(self) -> bool:
        return bool(self.changes) and not self.problems


@dataclass(frozen=True)
class Known:
    """The records that the edits name, and what they may choose from."""

    positions: Mapping[int, PositionRecord]
    people: Mapping[int, PersonRecord]
    units: Sequence[OrgUnit]
    lines: Sequence[PositionLine]

    def unit_path(self, unit_id: int | None) -> str:
        by_id = {unit.id: unit for unit in self.units}
        names: list[str] = []
        while unit_id is not None:
            names.append(by_id[unit_id].name)
            unit_id = by_id[unit_id].parent
        return SEPARATOR.join(reversed(names))

    def line(self, line_id: int) -> PositionLine:
        return next(line for line in self.lines if line.id == line_id)


def edited(edits: Iterable[RowEdit], known: Known, today: date) -> tuple[EditedRow, ...]:
    return tuple(_Row(edit, known).result(today) for edit in edits)


class _Row:
    def __init__(self, edit: RowEdit, known: Known) -> None:
        self.edit, self.known = edit, known
        self.post_was = known.positions.get(edit.position_id or 0)
        self.person_was = known.people.get(edit.staff_id or 0)
        self.post, self.person = self.post_was, self.person_was
        self.problems: list[str] = []

    def result(self, today: date) -> EditedRow:
        for field in (*OF_POST, *OF_PERSON):  # the line before the level, which depends on it
            if field in self.edit.cells:
                try:
                    self._take(field, self.edit.cells[field])
                except Unreadable as error:
                    self.problems.append(f"{LABELS[field]}: {error}")
        if not self.problems:
            self._check(today)
        return EditedRow(
            self._label(), tuple(self._changes()), tuple(self.problems),
            self.post if self.post != self.post_was else None, self.person if self.person != self.person_was else None,
        )  # fmt: skip

    def _label(self) -> str:
        parts = (self.post_was.title if self.post_was else "", self.person_was.name if self.person_was else "ว่าง")
        return " · ".join(part for part in parts if part)

    def _take(self, field: Field, cell: Cell) -> None:
        if field in OF_POST:
            self._take_post(field, cell)
        elif self.person is not None:
            self._take_person(field, cell)
        elif not (field is Field.NAME and _is_empty(cell)) and text_of(cell).strip():
            raise Unreadable("ตำแหน่งนี้ว่าง กรุณาเพิ่มบุคลากรก่อน")

    def _take_post(self, field: Field, cell: Cell) -> None:
        if self.post is None:
            if text_of(cell).strip():
                raise Unreadable("บุคคลนี้ยังไม่มีตำแหน่ง")
            return
        own: dict[Field, Callable[[Cell], Any]] = {Field.LINE: self._line, Field.LEVEL: self._level, Field.UNIT: self._unit}
        value: Any = (own.get(field) or _PLAIN[field])(cell)
        self.post = replace(self.post, **{_COLUMN.get(field, field.value): value})

    def _take_person(self, field: Field, cell: Cell) -> None:
        assert self.person is not None
        if field is Field.NAME:
            name, _remark = read_person_name(dict.fromkeys((Field.PREFIX, Field.FIRST, Field.LAST), "") | {Field.NAME: line_of(cell)})
            self.person = replace(self.person, title=name.title, first_name=name.first, last_name=name.last)
        elif field is Field.PERSONNEL_TYPE:
            self.person = replace(self.person, personnel_type=self._personnel(cell))
        elif not (field is Field.NATIONAL_ID and not national_id(cell)):  # a masked one says nothing
            self.person = replace(self.person, **{field.value: _PLAIN[field](cell)})

    def _line(self, cell: Cell) -> int:
        text = line_of(cell)
        found = [line for line in self.known.lines if line_key(line.name) == line_key(text)]
        if not found:
            raise Unreadable(f"ไม่มีสายงาน “{text}” ในทะเบียน กรุณาเพิ่มสายงานก่อน")
        return found[0].id

    def _unit(self, cell: Cell) -> int | None:
        """By its path from the top, or by a name that only one unit has."""
        text = line_of(cell)
        if not text:
            return None
        keys = [unit_key(name) for name in text.split(SEPARATOR.strip())]
        paths = {unit.id: [unit_key(name) for name in self.known.unit_path(unit.id).split(SEPARATOR)] for unit in self.known.units}
        found = [number for number, path in paths.items() if path == keys] or [n for n, path in paths.items() if path[-len(keys) :] == keys]
        if len(found) != 1:
            raise Unreadable(f"มีหลายส่วนราชการชื่อ “{text}” กรุณาระบุให้ครบ" if found else f"ไม่มีส่วนราชการ “{text}” ในทะเบียน")
        return found[0]

    def _level(self, cell: Cell) -> Level:
        if isinstance(cell, Level):
            return cell
        found = levels_of(cell)
        assert self.post is not None
        fitting = [level for level in found if level in LEVELS_OF[self._kind()]] or list(found)
        if len(fitting) > 1:
            if self.post.level in fitting:
                return self.post.level
            raise Unreadable("ระบุได้ระดับเดียว")
        return fitting[0] if fitting else Level.NONE

    def _kind(self) -> PositionType:
        assert self.post is not None
        return self.known.line(self.post.line_id).position_type

    def _personnel(self, cell: Cell) -> PersonnelType:
        if isinstance(cell, PersonnelType):
            return cell
        found = personnel_types_of(line_of(cell))
        if len(found) != 1:
            raise Unreadable(f"ไม่รู้จักประเภทบุคลากร “{text_of(cell)}”")
        return found[0]

    def _check(self, today: date) -> None:
        found = [*(check_position(self.post, self._kind()) if self.post else ()), *(check_person(self.person, today) if self.person else ())]
        self.problems += [problem.text for problem in found if problem.severity is Severity.ERROR]

    def _changes(self) -> Iterable[Change]:
        shown = ((self.post_was, self.post, OF_POST), (self.person_was, self.person, OF_PERSON))
        for was, will, fields in shown:
            if was is None or will is None:
                continue
            for field in fields:
                old, new = self._shown(field, was), self._shown(field, will)
                column = _COLUMN.get(field, field.value)
                if getattr(was, column) != getattr(will, column):
                    yield Change(LABELS[field], old or "–", new or "–")

    def _shown(self, field: Field, record: Any) -> str:
        if field is Field.LINE:
            return self.known.line(record.line_id).name
        if field is Field.UNIT:
            return self.known.unit_path(record.unit_id)
        if field is Field.NATIONAL_ID:
            return masked_national_id(record.national_id)
        value = getattr(record, _COLUMN.get(field, field.value))
        if isinstance(value, date):
            return short_date(value)
        if isinstance(value, (Level, PersonnelType)):
            return "" if value is Level.NONE else term(value)
        return str(value or "")


def _is_empty(cell: Cell) -> bool:
    text = text_of(cell)
    return not line_of(text) or is_vacancy(text)
