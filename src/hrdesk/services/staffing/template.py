"""Lists that go back to the office: a template with today's data, and the rows that could not be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.staff import number_key
from hrdesk.domain.terms import Level, PositionType, term
from hrdesk.reports.sheets.plain_sheet import PlainSheet
from hrdesk.services.staffing.cells import text_of
from hrdesk.services.staffing.compare import VACANT
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.rows import completed_row
from hrdesk.services.staffing.sections import Standing
from hrdesk.services.staffing.units import Units
from hrdesk.thai.dates import numeric_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.domain.staff import PersonRecord
    from hrdesk.reports.sheets.plain_sheet import Value
    from hrdesk.services.staffing.compare import Register
    from hrdesk.services.staffing.entry import WrongCell
    from hrdesk.services.staffing.headings import Table

COLUMNS = (
    Field.NUMBER, Field.TITLE, Field.LINE, Field.POSITION_TYPE, Field.LEVEL, Field.UNIT, Field.PREFIX, Field.FIRST,
    Field.LAST, Field.NATIONAL_ID, Field.BIRTH, Field.START, Field.EDUCATION, Field.PERSONNEL_TYPE, Field.NOTE,
)  # fmt: skip
REASON = "สาเหตุ"
_NONE = "-"


def template_sheet(register: Register) -> PlainSheet:
    """One row for each post, vacant ones too, in the order of units and numbers, then people without a post."""
    rows = [tuple(LABELS[field] for field in COLUMNS), *_template_rows(register)]
    return PlainSheet("บุคลากร", rows)


def _template_rows(register: Register) -> Iterator[tuple[str, ...]]:
    units = Units(register.units)
    lines = {line.id: line for line in register.lines}
    holders = {person.position_id: person for person in register.people if person.position_id is not None}
    places = {unit.id: place for place, unit in enumerate(register.units)}
    last = len(places)
    by_unit = sorted(register.positions, key=lambda p: (places.get(p.unit_id or 0, last), number_key(p.number), p.id))
    for post in by_unit:
        line = lines[post.line_id]
        kind = "" if line.position_type is PositionType.NONE else term(line.position_type)
        unit = _NONE if post.unit_id is None else units.path(post.unit_id)
        level = "" if post.level is Level.NONE else term(post.level)
        holder = holders.get(post.id)
        person = _person(holder) if holder else ("", VACANT, *("" for _ in range(7)))
        yield (post.number, post.title, line.name, kind, level, unit, *person)
    for person_record in register.people:
        if person_record.position_id is None and person_record.left_on is None:
            yield (*("" for _ in range(6)), *_person(person_record))


def _person(person: PersonRecord) -> tuple[str, ...]:
    birth, start = (numeric_date(day) if day else "" for day in (person.birth_date, person.start_date))
    return (
        person.title, person.first_name, person.last_name, person.national_id, birth, start, person.education,
        term(person.personnel_type), person.note,
    )  # fmt: skip


def wrong_sheets(tables: Sequence[Table], wrong: Sequence[WrongCell]) -> list[PlainSheet]:
    """Titles and headings as they were, the wrong rows with the headings they stand under, and why each is wrong."""
    reasons: dict[str, dict[int, list[str]]] = {}
    for cell in wrong:
        reasons.setdefault(cell.sheet, {}).setdefault(cell.row - 1, []).append(f"{cell.cell} {cell.reason}")
    return [_wrong_sheet(table, reasons[table.sheet.name]) for table in tables if table.sheet.name in reasons]


def _wrong_sheet(table: Table, reasons: dict[int, list[str]]) -> PlainSheet:
    sheet, width = table.sheet, table.sheet.width
    rows: list[tuple[Value, ...]] = [(*row, "") for row in sheet.rows[: table.first_row]]
    rows[table.top] = (*rows[table.top][:-1], REASON)
    merges = [(m.top, m.left, m.bottom, m.right) for m in sheet.merges if m.bottom < table.first_row and m.right < width]
    standing = Standing()
    for index in range(table.first_row, max(reasons) + 1):
        texts = {text for cell in sheet.rows[index] if (text := text_of(cell))}
        if index in reasons:
            rows.append((*completed_row(table, index), "\n".join(reasons[index])))
        elif len(texts) <= 2 and any(standing.take(text) for text in texts):
            rows.append((*sheet.rows[index], ""))
    return PlainSheet(sheet.name, rows, table.first_row, merges, width)
