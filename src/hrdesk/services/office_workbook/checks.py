"""What the records of a workbook owe each other: single keys, references that lead somewhere, no circles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import UniqueConstraint

from hrdesk.services.office_workbook.layout import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.services.office_workbook.records import Faults, OfficeRecords, SheetRecords
    from hrdesk.services.office_workbook.sheet_layout import SheetLayout

CIRCLES = {  # what refers to its own sheet, and what is said when it comes back to itself
    "org_unit": ("parent_id", "ส่วนราชการอยู่ภายใต้ตัวเองหรือหน่วยย่อยของตัวเอง"),
    "law": ("replaced_by_id", "กฎหมายถูกแทนที่ด้วยตัวเอง"),
}


def check_records(office: OfficeRecords, faults: Faults) -> None:
    names = {layout.table_name: layout.name for layout in LAYOUT}
    for layout in LAYOUT:
        sheet = office[layout.table_name]
        for columns in _single(layout):
            _check_single(layout, sheet, columns, faults)
        for field in layout.stored:
            if field.target:
                known = {record.values["id"] for record in office[field.target].records}
                for record in sheet.records:
                    value = record.values[field.key]
                    if value is not None and value not in known:
                        text = f"ไม่พบรหัส {value} ในแผ่นงาน “{names[field.target]}”"
                        faults.say(layout.name, text, record.row, sheet.places[field.key])
    _check_organization(office["organization"], names["organization"], faults)
    for table, (column, text) in CIRCLES.items():
        _check_circles(office[table], names[table], column, text, faults)
    _check_leavers(office["staff"], names["staff"], faults)


def _single(layout: SheetLayout) -> Iterator[tuple[str, ...]]:
    """The groups of columns that no two records may share."""
    yield tuple(column.name for column in layout.table.primary_key)
    for rule in layout.table.constraints:
        if isinstance(rule, UniqueConstraint):
            yield tuple(column.name for column in rule.columns)


def _check_single(layout: SheetLayout, sheet: SheetRecords, columns: tuple[str, ...], faults: Faults) -> None:
    seen: dict[tuple[object, ...], int] = {}
    last = columns[-1]
    for record in sheet.records:
        key = tuple(record.values[column] for column in columns)
        if None in key:
            continue
        if key in seen:
            heading = next(field.heading for field in layout.stored if field.key == last)
            text = f"{heading}ซ้ำกับแถวที่ {seen[key] + 1}"
            faults.say(layout.name, text, record.row, sheet.places[last])
        seen.setdefault(key, record.row)


def _check_organization(sheet: SheetRecords, name: str, faults: Faults) -> None:
    if len(sheet.records) != 1:
        faults.say(name, f"ต้องมีหน่วยงานหนึ่งรายการ แต่พบ {len(sheet.records)} รายการ")


def _check_circles(sheet: SheetRecords, name: str, column: str, text: str, faults: Faults) -> None:
    """Raise a fault at each record that refers to itself, however far up."""
    above = {record.values["id"]: record.values[column] for record in sheet.records}
    reached: set[int] = set()  # from the top
    for record in sheet.records:
        path: list[int] = []
        one = record.values["id"]
        while one is not None and one in above and one not in reached and one not in path:
            path.append(one)
            one = above[one]
        if one is not None and one in path:
            faults.say(name, text, record.row, sheet.places[column])
        else:
            reached.update(path)


def _check_leavers(sheet: SheetRecords, name: str, faults: Faults) -> None:
    for record in sheet.records:
        if record.values["left_on"] is not None and record.values["position_id"] is not None:
            text = "ผู้ที่พ้นจากตำแหน่งแล้วครองตำแหน่งอยู่ไม่ได้"
            faults.say(name, text, record.row, sheet.places["position_id"])
