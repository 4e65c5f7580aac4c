"""The tables as the sheets of the office workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from hrdesk.models.tables import METADATA
from hrdesk.reports.sheets.workbook import Cover, RecordColumn, RecordSheet, Style
from hrdesk.services.office_workbook.layout import COVER, FORMAT, LABELS, LAYOUT, MARK
from hrdesk.services.register.reading import read_organization

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sqlalchemy.orm import Session

    from hrdesk.reports.sheets.workbook_cells import Cell
    from hrdesk.services.office_workbook.sheet_layout import Field, SheetLayout

_HEAD = ("แผ่นงาน", "จำนวนรายการ", "คอลัมน์", "คีย์", "ค่าที่ใช้", "คำอธิบาย")
_WIDTHS = (30, 24, 30, 26, 60, 60)
_RULES = (
    "แต่ละแผ่นงานมีหัวคอลัมน์ภาษาไทยในแถวที่ 1 คีย์ในแถวที่ 2 และข้อมูลตั้งแต่แถวที่ 3 โปรแกรมอ่านตามคีย์ ห้ามลบหรือแก้ไขแถวที่ 2",
    "เพิ่ม ลบ แก้ไข และเรียงแถวใหม่ได้ คอลัมน์ที่ไม่มีคีย์และแผ่นงานอื่นที่เพิ่มเองจะไม่ถูกนำเข้า",
    "คอลัมน์สีเทา (คีย์ลงท้ายด้วย .label) มีไว้ให้อ่านเท่านั้น การนำเข้าใช้รหัสในคอลัมน์ก่อนหน้า",
    "แถวที่ช่องแรกเป็น “(ต่อ)” คือข้อความส่วนที่เหลือของแถวก่อนหน้า ต้องอยู่ติดกัน",
    "นำเข้าได้เฉพาะฐานข้อมูลที่ยังไม่มีบุคลากรและแผน ถ้าพบข้อผิดพลาดแม้แห่งเดียวจะไม่นำเข้าข้อมูลใดเลย",
    "แฟ้มนี้มีข้อมูลส่วนบุคคลและเลขประจำตัวประชาชนเต็ม กรุณาเก็บรักษาและส่งต่ออย่างปลอดภัย",
)


def sheets_of(session: Session) -> tuple[Cover, list[RecordSheet]]:
    """UserError when the database holds no organization."""
    office = read_organization(session).full_name
    labels = {table: labels_of(session, table, columns) for table, columns in LABELS.items()}
    sheets = [_sheet(session, layout, labels) for layout in LAYOUT]
    return _cover(office, sheets), sheets


def labels_of(session: Session, table_name: str, columns: tuple[str, ...]) -> dict[int, str]:
    """What each record of a table is called, by its id."""
    table = METADATA.tables[table_name]
    rows = session.execute(select(table.c.id, *(table.c[column] for column in columns)))
    return {row_id: " ".join(str(part) for part in parts if part != "") for row_id, *parts in rows}


def _sheet(session: Session, layout: SheetLayout, labels: Mapping[str, Mapping[int, str]]) -> RecordSheet:
    table = layout.table
    stored = session.execute(
        select(*(field.column.label(field.key) for field in layout.fields)).order_by(
            *(table.c[column] for column in layout.order)
        )
    )
    makers = [maker(field, labels) for field in layout.fields]
    rows = [[make(value) for make, value in zip(makers, row, strict=True)] for row in stored]
    return RecordSheet(layout.name, tuple(map(column_of, layout.fields)), rows)


def column_of(field: Field) -> RecordColumn:
    if field.shows:
        return RecordColumn(field.key, field.heading, Style.NOTE)
    style = Style.NUMBER if field.target else field.kind.style
    return RecordColumn(field.key, field.heading, style, field.kind.choices)


def maker(field: Field, labels: Mapping[str, Mapping[int, str]]) -> Callable[[Any], Cell]:
    """What makes a cell of the column's value."""
    if field.shows:
        return labels[field.target].get
    make = field.kind.cell
    return lambda value: None if value is None else make(value)


def _cover(office: str, sheets: list[RecordSheet]) -> Cover:
    lines: list[tuple[Cell, ...]] = [
        ("ชุดข้อมูลหน่วยงาน", MARK),
        ("รุ่นของรูปแบบ", FORMAT),
        ("หน่วยงาน", office),
        *((rule,) for rule in _RULES),
    ]
    rows = [row for layout, sheet in zip(LAYOUT, sheets, strict=True) for row in _explained(layout, len(sheet.rows))]
    return Cover(COVER, "ชุดข้อมูลหน่วยงาน", lines, _HEAD, rows, _WIDTHS)


def _explained(layout: SheetLayout, count: int) -> Iterator[tuple[Cell, ...]]:
    yield layout.name, count, None, None, None, layout.about
    for field in layout.fields:
        yield None, None, field.heading, field.key, _values(field), field.about


def _values(field: Field) -> str:
    if field.shows:
        return "แสดงให้อ่านเท่านั้น ไม่นำเข้า"
    if field.target:
        about = f"รหัสจากแผ่นงาน “{next(layout.name for layout in LAYOUT if layout.table_name == field.target)}”"
    else:
        about = field.kind.about
    return f"{about} (ว่างได้)" if field.column.nullable else about
