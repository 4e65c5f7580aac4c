"""An office workbook as checked values, writing nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.progress import counted
from hrdesk.reports.sheets.workbook import HEAD_ROWS
from hrdesk.reports.sheets.workbook_cells import CONTINUED
from hrdesk.services.office_workbook.checks import check_records
from hrdesk.services.office_workbook.layout import COVER, FORMAT, LAYOUT, MARK
from hrdesk.services.office_workbook.records import (
    Faults,
    Record,
    SheetRecords,
    not_an_office,
    unknown_format,
)
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.staffing.cells import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrdesk.services.office_workbook.records import OfficeRecords
    from hrdesk.services.office_workbook.sheet_layout import Field, SheetLayout
    from hrdesk.services.sheets.sheet import Cell, Row, Sheet


def read_office(path: Path, password: str = "") -> OfficeRecords:
    """Everything in the workbook, fit to be stored. UserError for what is no office workbook; InvalidWorkbook."""
    sheets = {sheet.name.strip(): sheet for sheet in read_sheets(path, password)}
    _check_format(sheets.get(COVER), path.name)
    faults = Faults(path.name)
    found: dict[str, SheetRecords] = {}
    for layout in counted(LAYOUT, every=1):
        sheet = sheets.get(layout.name)
        if sheet is None or len(sheet.rows) < HEAD_ROWS:
            faults.say(layout.name, "ไม่พบแผ่นงานนี้ หรือไม่มีแถวหัวคอลัมน์และแถวคีย์")
        elif (places := _places(sheet, layout, faults)) is not None:
            found[layout.table_name] = _records(sheet, layout, places, faults)
    faults.stop()  # references to what could not be read would only be noise
    check_records(found, faults)
    faults.stop()
    return found


def _check_format(cover: Sheet | None, file: str) -> None:
    if cover is None or len(cover.rows) < HEAD_ROWS or cover.width < 2 or cover.rows[0][1] != MARK:
        raise not_an_office(file)
    if cover.rows[1][1] != FORMAT:
        raise unknown_format(file, cover.rows[1][1], FORMAT)


def _places(sheet: Sheet, layout: SheetLayout, faults: Faults) -> dict[str, int] | None:
    """Where each column stands; None, after saying so, when one is missing, unknown or there twice."""
    known = {field.key for field in layout.fields}
    places: dict[str, int] = {}
    well = True
    for place, cell in enumerate(sheet.rows[HEAD_ROWS - 1]):
        key = cell.strip() if isinstance(cell, str) else str(cell)
        if key and (key not in known or key in places):
            text = "มีคีย์นี้ซ้ำกัน" if key in places else "ไม่รู้จักคีย์นี้"
            faults.say(layout.name, f"{text}: {key[:50]}", HEAD_ROWS - 1, place)
            well = False
        places[key] = place
    for field in layout.stored:
        if field.key not in places:
            faults.say(layout.name, f"ไม่พบคอลัมน์ “{field.heading}” (คีย์ {field.key} ในแถวที่ {HEAD_ROWS})")
            well = False
    return {field.key: places[field.key] for field in layout.stored} if well else None


def _records(sheet: Sheet, layout: SheetLayout, places: dict[str, int], faults: Faults) -> SheetRecords:
    records = []
    for number, cells in _joined(sheet, layout, places, faults):
        values: dict[str, Any] = {}
        for field in layout.stored:
            place = places[field.key]
            try:
                values[field.key] = _value(field, cells[place])
            except Unreadable as error:
                faults.say(layout.name, f"{field.heading}: {error}", number, place)
        records.append(Record(number, values))
    return SheetRecords(places, tuple(records))


def _value(field: Field, cell: Cell) -> Any:
    kind = field.kind
    if cell == "" or (isinstance(cell, str) and not kind.keeps_empty and not cell.strip()):
        if field.column.nullable:
            return None
        if not kind.keeps_empty:
            raise Unreadable("ต้องไม่ว่าง")
    return kind.value(cell)


def _joined(
    sheet: Sheet, layout: SheetLayout, places: dict[str, int], faults: Faults
) -> Iterator[tuple[int, list[Cell]]]:
    """Rows with something in them and their numbers, each joined with those that continue it."""
    first = places[layout.fields[0].key]
    columns = tuple(places.values())
    current: tuple[int, list[Cell]] | None = None
    for number, row in enumerate(sheet.rows[HEAD_ROWS:], HEAD_ROWS):
        if row[first] == CONTINUED:
            if current is None:
                faults.say(layout.name, "แถวต่อไม่มีแถวก่อนหน้าให้ต่อ", number, first)
            else:
                _continue(current[1], row, [place for place in columns if place != first])
        elif any(not isinstance(cell, str) or cell.strip() for cell in (row[place] for place in columns)):
            if current is not None:
                yield current
            current = number, list(row)
        elif current is not None:  # what continues a record follows it at once
            yield current
            current = None
    if current is not None:
        yield current


def _continue(cells: list[Cell], row: Row, columns: list[int]) -> None:
    for place in columns:
        before, more = cells[place], row[place]
        if isinstance(before, str) and isinstance(more, str):
            cells[place] = before + more
