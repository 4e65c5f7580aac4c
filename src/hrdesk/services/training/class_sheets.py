"""Lists of a class brought back from Excel: attendance and marks by name, reviewed before anything is stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hrdesk.domain.training import mark_of
from hrdesk.domain.training_terms import HalfDay, TestKind
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.sheets.sheet import cell_name, plain
from hrdesk.thai.dates import parse_date
from hrdesk.thai.numbers import format_decimal, parse_baht
from hrdesk.thai.text import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from hrdesk.domain.training import Participant, TrainingClass
    from hrdesk.services.sheets.sheet import Cell, Sheet
    from hrdesk.services.training.values import AttendanceSheet

NAME_HEADINGS = ("ชื่อ-สกุล", "ชื่อ - สกุล", "ชื่อสกุล", "ชื่อ", "ชื่อ–สกุล", "ชื่อ-นามสกุล", "ชื่อและนามสกุล")
HEAD_SEARCH = 10  # rows in which the headings may stand
PRESENT, ABSENT = "มา", "ขาด"  # as templates write them
_HALVES = {HalfDay.MORNING: ("เช้า", "am"), HalfDay.AFTERNOON: ("บ่าย", "pm")}
_TESTS = {TestKind.PRE: ("ก่อน", "pre"), TestKind.POST: ("หลัง", "post")}


@dataclass(frozen=True, slots=True)
class Review:
    """What a file says of the class's cells; nothing is stored yet. `wrong` are places with reasons."""

    cells: dict[Any, Any]
    wrong: tuple[tuple[str, str], ...]


def read_mark(given: Cell, _key: tuple[Any, ...] = ()) -> bool | None:
    """ValueError for what is no mark."""
    return mark_of(plain(given))


def half_day_of(sheet: AttendanceSheet) -> Callable[[Cell], tuple[date, HalfDay] | None]:
    """What a heading means among the half-days of the class."""
    halves = {(one.day, one.half) for one in sheet.sessions}
    years = {one.day.year for one in sheet.sessions}

    def column_of(heading: Cell) -> tuple[date, HalfDay] | None:
        half = next((half for half, words in _HALVES.items() if any(w in str(heading).lower() for w in words)), None)
        return next(((day, half) for day in _days(str(heading), years) if half and (day, half) in halves), None)

    return column_of


def kind_of(value: TrainingClass) -> Callable[[Cell], tuple[TestKind] | None]:
    """What a heading means among the tests of the class."""
    kinds = [test.kind for test in value.tests]

    def column_of(heading: Cell) -> tuple[TestKind] | None:
        text = str(heading).lower()
        return next(((kind,) for kind in kinds if any(word in text for word in _TESTS[kind])), None)

    return column_of


def score_reader(value: TrainingClass, absent: Collection[int] = ()) -> Callable[[Cell, tuple[Any, ...]], int | None]:
    """ValueError for what is no mark, one beyond the test's full marks, and one of somebody `absent`."""
    full = {test.kind: test.full for test in value.tests}

    def mark(given: Cell, key: tuple[Any, ...]) -> int | None:
        person, kind = key
        text = plain(given)
        found = parse_baht(text) if text.strip() else None
        if found is not None and not 0 <= found <= full[kind]:
            raise ValueError(f"คะแนน {text} เกินคะแนนเต็ม {format_decimal(full[kind])}")
        if found is not None and person in absent:
            raise ValueError(f"มีคะแนน {text} ทั้งที่ไม่ได้เข้าอบรม")
        return found

    return mark


def review_lines(
    lines: Sequence[tuple[Cell, ...]],
    first: int,
    name_at: int,
    columns: Mapping[int, tuple[Any, ...]],
    *,
    participants: Iterable[Participant],
    read: Callable[[Cell, tuple[Any, ...]], Any],
) -> Review:
    """`first` is the row in the file of the first of `lines`; `columns` lead from place to the rest of the cell's key."""
    people: dict[str, list[Participant]] = {}
    for one in participants:
        people.setdefault(search_key(one.name), []).append(one)
    cells: dict[Any, Any] = {}
    wrong: list[tuple[str, str]] = []
    for number, line in enumerate(lines, first):
        name = str(line[name_at]).strip()
        found = _told_apart(people.get(search_key(name), []), line)
        if name and len(found) != 1:
            why = f"ไม่พบ “{name}” ในรุ่นนี้" if not found else f"มี “{name}” มากกว่าหนึ่งคนในรุ่นนี้"
            wrong.append((cell_name(number, name_at), why))
        for place, key in columns.items() if len(found) == 1 else ():
            try:
                value = read(line[place], (found[0].id, *key))
            except ValueError as error:
                wrong.append((cell_name(number, place), str(error)))
                continue
            if value is not None:
                cells[found[0].id, *key] = value
    return Review(cells, tuple(wrong))


def _told_apart(people: list[Participant], line: Sequence[Cell]) -> list[Participant]:
    """Of people with one name those whose post and unit stand in the row too, where that tells them apart."""
    if len(people) < 2:
        return people
    said = {search_key(str(cell)) for cell in line}
    meant = [p for p in people if {search_key(p.post.position), search_key(p.post.unit)} <= said]
    return meant if len(meant) == 1 else people


def find_table(
    sheets: Iterable[Sheet], column_of: Callable[[Cell], tuple[Any, ...] | None]
) -> tuple[Sheet, int, int, dict[int, tuple[Any, ...]]]:
    """The first sheet with a heading for names and one that is understood: with its row, and the columns' keys."""
    for sheet in sheets:
        for number, line in enumerate(sheet.rows[:HEAD_SEARCH]):
            heads = [str(cell).strip() for cell in line]
            name_at = next((at for at, text in enumerate(heads) if text in NAME_HEADINGS), None)
            columns = {at: key for at, cell in enumerate(line) if (key := column_of(cell)) is not None}
            if name_at is not None and columns:
                return sheet, number, name_at, columns
    raise UserError(
        "ไม่พบหัวคอลัมน์ “ชื่อ-สกุล” และคอลัมน์ที่ตรงกับรุ่นนี้ในแฟ้ม ยังไม่ได้นำเข้าข้อมูลใด"
        " กรุณาคัดลอกหัวตารางจากหน้านี้ไปไว้ในแถวแรกของแฟ้ม แล้วนำเข้าอีกครั้ง"
    )


def _days(heading: str, years: set[int]) -> Iterable[date]:
    """The days that the heading may mean: with its year, or in one of the class's."""
    text = heading
    for words in _HALVES.values():
        for word in words:
            text = text.lower().replace(word, "")
    text = text.strip(" ()-–:")
    for tail in ("", *(f"/{year + 543}" for year in sorted(years)), *(f" {year + 543}" for year in sorted(years))):
        try:
            yield parse_date(text + tail).value
        except ValueError:
            continue

