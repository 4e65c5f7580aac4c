"""Reading a table's rows: which are posts, and what each says."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.progress import counted
from hrdesk.services.sheets.sheet import column_letters
from hrdesk.services.staffing import cells
from hrdesk.services.staffing.cells import says_nothing, text_of
from hrdesk.services.staffing.entry import Entry, Ignored, Person, Reading, WrongCell
from hrdesk.services.staffing.fields import Field
from hrdesk.services.staffing.names import read_person_name
from hrdesk.services.staffing.row_reader import NOTHING_SAID, RowReader, Texts
from hrdesk.services.staffing.sections import (
    Standing,
    bureau_name,
    is_note,
    is_signature,
    is_total,
    unit_name,
)
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.terms import Level, PositionType
    from hrdesk.services.sheets.sheet import Cell, Row
    from hrdesk.services.staffing.headings import Table
    from hrdesk.services.staffing.row_reader import Values

YOUNGEST, OLDEST = 15, 100  # ages between which a birth date can be meant
_UNITS = (Field.UNIT, Field.DIVISION, Field.SECTION)
_NAMES = (Field.PREFIX, Field.FIRST, Field.LAST, Field.NAME)
_KEYS = frozenset({Field.NUMBER, Field.TITLE, Field.LINE})
_MERGED_DOWN = frozenset({*_UNITS, Field.TITLE, Field.LINE, Field.POSITION_TYPE, Field.LEVEL, Field.PERSONNEL_TYPE})
_MAX_FILLED = 200_000  # cells filled from merged ones; more is no honest list
_ABOLISHED = re.compile(r"[\s(\[*\-]*ยุบ(?:เลิก)?(?:$|[\s)\]*\-]|ตำแหน่ง)")
_INTEGER = re.compile(r"\(?(\d{1,6})[.)]*")
_NO_CONTENT = frozenset({Field.ORDER, Field.OTHER})
_PATH = re.compile(r"\s+[/>»]\s+|\s*[/>»]\s*(?=สำนัก|กอง|ฝ่าย|งาน|กลุ่ม|แผนก|ศูนย์|โรงเรียน)")  # งานธุรการ/สารบรรณ is one


@dataclass
class _Tally:
    positions: int = 0
    vacant: int = 0


def read_rows(table: Table, today: date) -> Reading:
    return _Rows(table, today).read()


class _Rows:
    def __init__(self, table: Table, today: date) -> None:
        self._table = table
        self._today = today
        self._columns = table.columns
        self._letters = {known: column_letters(columns[0]) for known, columns in table.columns.items()}
        self._heading_texts = [(heading.column, set(heading.texts)) for heading in table.headings if heading.texts]
        self._all_headings = frozenset(text for heading in table.headings for text in heading.texts)
        self._filled = _filled_down(table)
        self._key_fields = tuple(known for known in _KEYS if known in self._columns)
        self._texts = Texts()
        self._standing = Standing()
        sheet_unit = bureau_name(table.sheet.name)
        self._sheet_unit = (sheet_unit,) if sheet_unit else None
        self._carried: dict[Field, str] = {}
        self._in_notes = False
        self._entries: list[Entry] = []
        self._wrong: list[WrongCell] = []
        self._ignored: list[Ignored] = []
        self._failed = _Tally()

    def read(self) -> Reading:
        rows = self._table.sheet.rows
        for index in counted(range(self._table.first_row, len(rows))):
            self._take(index, rows[index])
        return Reading(
            tuple(self._entries), tuple(self._wrong), tuple(self._ignored), self._failed.positions, self._failed.vacant
        )

    def _take(self, index: int, row: Row) -> None:
        line = self._texts.of(row)
        texts = [text for text in line if text]
        if not texts:
            return
        values = self._values(index, row, line)
        if self._is_position(line, texts, values):
            self._in_notes = False
            self._read_position(index, values)
        elif not self._is_heading(line, texts):
            self._ignored.append(Ignored(self._table.sheet.name, index + 1, " ".join(dict.fromkeys(texts))))

    def _values(self, index: int, row: Row, line: Sequence[str]) -> Values:
        """What each field holds, as a cell and as text."""
        found: Values = {}
        for known, columns in self._columns.items():
            if len(columns) == 1:
                column = columns[0]
                filled = self._filled.get((index, column)) if self._filled else None
                found[known] = (row[column], line[column]) if filled is None else (filled, text_of(filled))
                continue
            parts = [self._filled.get((index, column), row[column]) for column in columns]
            said = [part for part in parts if text_of(part)]
            cell = said[0] if len(said) == 1 else " ".join(map(text_of, said))
            found[known] = cell, text_of(cell)
        return found

    def _is_position(self, line: Sequence[str], texts: list[str], values: Values) -> bool:
        if _all_one(texts) or self._repeats_heading(line, texts) or _counts_columns(texts):
            return False
        if self._texts.signed(texts) or is_note(texts[0]):
            self._in_notes = True
            return False
        numbered = _INTEGER.fullmatch(arabic_digits(values[Field.ORDER][1])) if Field.ORDER in values else None
        return (numbered is not None and self._has_key(values)) or self._says_enough(texts, values, numbered=numbered is not None)

    def _says_enough(self, texts: list[str], values: Values, *, numbered: bool) -> bool:
        own: set[Field] = {known for known, (_, text) in values.items() if text and not says_nothing(text)} - _NO_CONTENT
        if not numbered:
            title, number = (values.get(known, NOTHING_SAID)[1] for known in (Field.TITLE, Field.NUMBER))
            if self._heads_others(texts, own, title) or (self._in_notes and not re.search(r"\d", number)):
                return False
        if own & _KEYS:
            return len(own) >= 2
        return Field.NATIONAL_ID in own and bool(own & {Field.NAME, Field.FIRST})

    def _has_key(self, values: Values) -> bool:
        return any(not says_nothing(values[known][1]) for known in self._key_fields)

    def _heads_others(self, texts: list[str], own: set[Field], title: str) -> bool:
        """A unit, a kind of staff or a total, with a code or a count beside it."""
        first = _first_word(texts)
        named, titled = bool(own & {Field.NAME, Field.FIRST}), bool(own & {Field.TITLE, Field.LINE})
        if is_total(first):
            return not (titled and Field.NUMBER in own)
        if unit_name(first):
            return Field.LEVEL not in own and not (named and titled)
        return not named and Field.NUMBER not in own and bool(cells.personnel_types_of(title))

    def _is_heading(self, line: Sequence[str], texts: list[str]) -> bool:
        """A heading that says something about the rows below, or the table's own heading again."""
        if self._repeats_heading(line, texts):
            self._in_notes = False
            return True
        first = _first_word(texts)
        if is_note(first) or is_total(first) or is_signature(first):
            self._in_notes = self._in_notes or not is_total(first)
            return False
        return not self._in_notes and bool(first) and self._standing.take(first)

    def _repeats_heading(self, line: Sequence[str], texts: list[str]) -> bool:
        """As on every printed page."""
        if self._all_headings.isdisjoint(texts):  # at once, for every row comes here
            return False
        same = sum(line[column] in said for column, said in self._heading_texts)
        return same >= 2 and same * 2 >= len(texts)

    def _read_position(self, index: int, values: Values) -> None:
        row = RowReader(self._table.sheet.name, index + 1, self._letters, values)
        if _ABOLISHED.match(row.text(Field.NAME) or row.text(Field.FIRST)):
            self._ignored.append(Ignored(row.sheet, row.row, f"{row.text(Field.TITLE)} (ยุบเลิก)"))
            return
        entry = self._entry(row)
        if not row.wrong:
            self._entries.append(entry)
            return
        self._wrong += row.wrong
        self._failed.positions += entry.has_position
        self._failed.vacant += entry.has_position and entry.person is None and row.is_vacant

    def _entry(self, row: RowReader) -> Entry:
        title, vacant = cells.without_vacancy(row.line(Field.TITLE))
        line = row.line(Field.LINE)
        levels: tuple[Level, ...] = row.read(Field.LEVEL, cells.levels_of, ())
        plain, title_levels = cells.split_level(title)
        if title_levels and (not levels or levels == title_levels):
            title, levels = plain, levels or title_levels
        said = [text for known in (Field.PERSONNEL_TYPE, Field.POSITION_TYPE, Field.LEVEL) if (text := row.text(known))]
        kinds = next((types for text in said if (types := cells.personnel_types_of(text))), ())
        if row.text(Field.PERSONNEL_TYPE) and not cells.personnel_types_of(row.text(Field.PERSONNEL_TYPE)):
            row.fail(Field.PERSONNEL_TYPE, f"ไม่รู้จักประเภทบุคลากร “{row.text(Field.PERSONNEL_TYPE)}”")
        return Entry(
            sheet=row.sheet,
            row=row.row,
            letters=self._letters,
            number=row.read(Field.NUMBER, cells.position_number, ""),
            title=title or line,
            line=line,
            position_type=self._position_type(row),
            levels=levels,
            units=self._units(row),
            personnel_types=kinds or self._standing.personnel_types,
            person=self._person(row, vacant=vacant),
        )

    def _position_type(self, row: RowReader) -> PositionType | None:
        text = row.line(Field.POSITION_TYPE)
        if not text:
            return self._standing.position_type
        kind = cells.position_type_of(text)
        if kind is None and not cells.personnel_types_of(text) and not _NO_TYPE.search(text):
            row.fail(Field.POSITION_TYPE, f"ไม่รู้จักประเภทตำแหน่ง “{text}”")
        return kind

    def _units(self, row: RowReader) -> tuple[str, ...] | None:
        """Columns before headings of their own, and these before the sheet's name."""
        known = [field for field in _UNITS if field in self._columns]
        texts = {field: row.line(field) for field in known}
        for field in known:
            if texts[field]:
                self._carried = {k: v for k, v in self._carried.items() if known.index(k) < known.index(field)}
                self._carried[field] = texts[field]
            elif row.text(field):  # a dash
                texts[field] = ""
                self._carried.pop(field, None)
            elif not self._table.sheet.knows_merges:
                texts[field] = self._carried.get(field, "")
        named = tuple(part for field in known if texts[field] for part in _PATH.split(texts[field]) if part)
        if named:
            return named
        if known and any(row.text(field) for field in known):
            return ()
        return self._standing.path or self._sheet_unit

    def _person(self, row: RowReader, *, vacant: bool) -> Person | None:
        said = {known: row.text(known) for known in _NAMES}
        names = [text for text in said.values() if text and not says_nothing(text)]
        row.is_vacant = vacant or not names or any(map(cells.is_vacancy, names))
        if row.is_vacant:
            if not names and not vacant and row.text(Field.NATIONAL_ID) and row.read(Field.NATIONAL_ID, cells.national_id, ""):
                row.fail(Field.NAME if Field.NAME in row.letters else Field.FIRST, "มีเลขประจำตัวประชาชนแต่ไม่มีชื่อ")
            return None
        where = Field.NAME if said[Field.NAME] else Field.FIRST
        named = row.read(where, lambda _: read_person_name(said), None)
        number = row.read(Field.NATIONAL_ID, cells.national_id, "")
        birth = row.read(Field.BIRTH, cells.date_of, None)
        start = row.read(Field.START, cells.date_of, None)
        self._check_dates(row, birth, start)
        if named is None:
            return None
        name, remark = named
        note = row.read(Field.NOTE, cells.note_of, "") or remark
        return Person(
            name.title, name.first, name.last, number, birth, start, row.line(Field.EDUCATION), note
        )

    def _check_dates(self, row: RowReader, birth: date | None, start: date | None) -> None:
        if birth is not None:
            age = self._today.year - birth.year
            if not YOUNGEST <= age <= OLDEST:
                row.fail(Field.BIRTH, f"วันเกิดทำให้มีอายุ {age} ปี กรุณาตรวจปี พ.ศ.")
                return
        if start is None:
            return
        if birth is not None and start.year - birth.year < YOUNGEST:
            row.fail(Field.START, f"วันบรรจุเร็วกว่าอายุ {YOUNGEST} ปี กรุณาตรวจปี พ.ศ.")
        elif not self._today.year - OLDEST <= start.year <= self._today.year + 1:
            row.fail(Field.START, "วันบรรจุไม่อยู่ในช่วงที่เป็นไปได้ กรุณาตรวจปี พ.ศ.")


_NO_TYPE = re.compile(r"ครู|การสอน|คศ|ค\.ศ|ลูกจ้าง|จ้าง|กลุ่มงาน|บริการ|ช่าง|สนับสนุน|การเมือง|ผู้บริหารสถานศึกษา|บุคลากร|ภารกิจ|คุณวุฒิ|ทักษะ")


def _first_word(texts: Sequence[str]) -> str:
    return next((text for text in texts if not _INTEGER.fullmatch(arabic_digits(text))), "")


def _all_one(texts: Sequence[str]) -> bool:
    return texts[0] == texts[-1] and len(set(texts)) == 1


def _counts_columns(texts: Sequence[str]) -> bool:
    """The row under a heading that only numbers its columns."""
    numbers: list[int] = []
    for text in texts:
        match = _INTEGER.fullmatch(arabic_digits(text))
        if match is None:  # at once, for every row comes here
            return False
        numbers.append(int(match[1]))
    return len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _filled_down(table: Table) -> dict[tuple[int, int], Cell]:
    """What stands in merged cells below their first row, for the fields that are merged to say "the same"."""
    wanted = {column for known, columns in table.columns.items() if known in _MERGED_DOWN for column in columns}
    rows = table.sheet.rows
    found: dict[tuple[int, int], Cell] = {}
    for merge in table.sheet.merges:
        if merge.top < table.first_row or merge.bottom == merge.top or merge.left not in wanted:
            continue
        for row in range(merge.top + 1, min(merge.bottom + 1, len(rows))):
            if not text_of(rows[row][merge.left]):  # the officer may have typed another value into one of them
                found[row, merge.left] = rows[merge.top][merge.left]
        if len(found) > _MAX_FILLED:
            return {}
    return found


def completed_row(table: Table, index: int) -> Row:
    """The row with what it takes from merged cells and from the unit above, so that it can stand alone."""
    filled = _filled_down(table)
    row = list(table.sheet.rows[index])
    for known, columns in table.columns.items():
        for column in columns:
            row[column] = filled.get((index, column), row[column])
            if known in _UNITS and not table.sheet.knows_merges and not text_of(row[column]):
                above = (table.sheet.rows[up][column] for up in range(index, table.first_row - 1, -1))
                row[column] = next((cell for cell in above if text_of(cell)), "")
    return tuple(row)
