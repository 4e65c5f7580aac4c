"""Which tables of a file are the staffing list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.errors import UserError
from hrdesk.services.sheets.sheet import column_letters
from hrdesk.services.staffing.entry import Entry, Reading, Repeating
from hrdesk.services.staffing.fields import LABELS
from hrdesk.services.staffing.headings import Table, find_table
from hrdesk.services.staffing.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.staffing.mapping import ColumnMapping

_COPY_SHARE = 0.5  # of the rows that a sheet repeats from another, from where it counts as its copy


def choose_tables(
    sheets: Sequence[Sheet], mapping: ColumnMapping | None, recall: Callable[[str], ColumnMapping | None]
) -> tuple[Table, ...]:
    """The best table, and those of other visible sheets with the same headings (offices keep a sheet per bureau).

    Raises UserError where no table names posts and people.
    """
    if mapping is not None and mapping.sheet:
        named = [sheet for sheet in sheets if sheet.name.strip() == mapping.sheet.strip()]
        if not named:
            known = ", ".join(f"“{sheet.name}”" for sheet in sheets)
            raise UserError(f"ไม่พบแผ่นงาน “{mapping.sheet}” ในแฟ้ม ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง กรุณาเลือกจาก {known}")
        sheets = named
    visible = [sheet for sheet in sheets if not sheet.hidden] or sheets
    found = [table for sheet in visible if (table := _table(sheet, mapping, recall)) is not None]
    lists = [table for table in found if table.is_staffing_list]
    if not lists:
        raise _no_list(found)
    best = max(lists, key=lambda table: (len(table.columns), len(table.sheet.rows)))
    return tuple(table for table in lists if table.signature == best.signature)


def _table(
    sheet: Sheet, mapping: ColumnMapping | None, recall: Callable[[str], ColumnMapping | None]
) -> Table | None:
    if mapping is not None:
        table = mapping.placed(find_table(sheet) or Table(sheet, 0, 0, ()))
        if not table.height:
            raise UserError(
                f"ไม่พบแถวหัวตารางในแผ่นงาน “{sheet.name}” กรุณาระบุ header_row ในแฟ้มจับคู่คอลัมน์ ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง"
            )
        return mapping.applied(table)
    found = find_table(sheet)
    if found is None:
        return None
    before = recall(found.signature)
    return before.applied(found) if before else found


def read_tables(tables: Sequence[Table], today: date) -> Reading:
    """The rows of all tables. A sheet that mostly repeats an earlier one (last year's copy) is left out and named.

    Raises UserError where there is not a single row under the heading.
    """
    readings: list[Reading] = []
    repeating: list[Repeating] = []
    seen: set[object] = set()
    for table in tables:
        reading = read_rows(table, today)
        if len(tables) == 1:
            readings.append(reading)
            break
        keys = {key for entry in reading.entries for key in _keys(entry)}
        if readings and keys and len(keys & seen) > _COPY_SHARE * len(keys):
            known = sum(not seen.isdisjoint(_keys(entry)) for entry in reading.entries)
            repeating.append(Repeating(table.sheet.name, len(reading.entries), known))
            continue
        seen |= keys
        readings.append(reading)
    if not any(reading.entries or reading.wrong for reading in readings):
        raise UserError(
            f"ไม่พบแถวตำแหน่งใต้หัวตารางในแผ่นงาน “{tables[0].sheet.name}” (หัวตารางแถวที่ {tables[0].top + 1})"
            " ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง กรุณาตรวจว่าเลือกแฟ้มถูกต้อง"
        )
    return Reading(
        entries=tuple(entry for reading in readings for entry in reading.entries),
        wrong=tuple(cell for reading in readings for cell in reading.wrong),
        ignored=tuple(row for reading in readings for row in reading.ignored),
        wrong_positions=sum(reading.wrong_positions for reading in readings),
        wrong_vacant=sum(reading.wrong_vacant for reading in readings),
        repeating=tuple(repeating),
    )


def _keys(entry: Entry) -> tuple[str, ...]:
    """By what a post or a person is known again."""
    return tuple(key for key in (entry.number, entry.person.national_id if entry.person else "") if key)


def _no_list(found: Sequence[Table]) -> UserError:
    need = "ต้องมีหัวคอลัมน์ “ตำแหน่ง” หรือ “เลขที่ตำแหน่ง” และ “ชื่อ-สกุล” ในแถวเดียวกัน"
    text = f"ไม่พบตารางบุคลากรในแฟ้มนี้ {need}"
    if found:
        best = max(found, key=lambda table: len(table.columns))
        known = ", ".join(LABELS[field] for field in best.columns)
        text += f" แต่แผ่นงาน “{best.sheet.name}” แถวที่ {best.top + 1} มีเพียง {known}"
        for column, field in best.suggestions().items():
            said = best.headings[column].text
            text += f" คอลัมน์ {column_letters(column)} “{said}” อาจหมายถึง “{LABELS[field]}”"
    return UserError(f"{text} ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง กรุณาแก้หัวคอลัมน์ หรือระบุการจับคู่คอลัมน์เอง")
