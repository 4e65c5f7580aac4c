"""Everything the database holds of one person, as the sheets of a workbook: what the law lets a person ask for."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_, select

from hrdesk.models.staff import Staff
from hrdesk.models.tables import METADATA
from hrdesk.reports.sheets.workbook import Cover, RecordSheet
from hrdesk.services.office_workbook.export import column_of, labels_of, maker
from hrdesk.services.office_workbook.layout import LABELS, LAYOUT
from hrdesk.thai.dates import long_date
from hrdesk.thai.text import full_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from hrdesk.reports.sheets.workbook_cells import Cell

_HEAD = ("แผ่นงาน", "จำนวนรายการ", "คอลัมน์", "", "", "คำอธิบาย")
_WIDTHS = (30, 24, 30, 10, 10, 60)


def person_sheets(session: Session, person: Staff) -> tuple[Cover, list[RecordSheet]]:
    """Only sheets that hold something; the first is the person."""
    labels = {table: labels_of(session, table, columns) for table, columns in LABELS.items()}
    sheets: list[RecordSheet] = []
    rows: list[tuple[Cell, ...]] = []
    for layout in LAYOUT:
        clause = clauses(person.id).get(layout.table_name)
        if clause is None:
            continue
        stored = session.execute(select(*(one.column.label(one.key) for one in layout.fields)).where(clause))
        makers = [maker(one, labels) for one in layout.fields]
        found = [[make(value) for make, value in zip(makers, row, strict=True)] for row in stored]
        if found:
            sheets.append(RecordSheet(layout.name, tuple(map(column_of, layout.fields)), found))
            rows.append((layout.name, len(found), None, None, None, layout.about))
    return _cover(person, rows), sheets


def clauses(staff_id: int) -> dict[str, ColumnElement[bool]]:
    """Which rows of each table are of the person: those that name them, and what hangs on such rows."""
    found: dict[str, ColumnElement[bool]] = {"staff": Staff.__table__.c.id == staff_id}
    for table in METADATA.sorted_tables:
        named = [column == staff_id for column in table.columns for key in column.foreign_keys if key.column.table.name == "staff"]
        if table.name != "staff" and (ways := [*named, *hanging(table, found)]):
            found[table.name] = or_(*ways)
    return found


def hanging(table: Table, found: Mapping[str, ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    """Which rows of a table would go with the rows `found` in others."""
    return [
        column.in_(select(key.column).where(found[key.column.table.name]))
        for column in table.columns
        for key in column.foreign_keys
        if key.ondelete == "CASCADE" and key.column.table.name in found and key.column.table is not table
    ]


def _cover(person: Staff, rows: list[tuple[Cell, ...]]) -> Cover:
    name = full_name(person.title, person.first_name, person.last_name)
    now = datetime.now().astimezone()
    lines: list[tuple[Cell, ...]] = [
        ("เจ้าของข้อมูล", name),
        ("จัดทำเมื่อ", f"{long_date(now.date())} เวลา {now:%H:%M} น."),
        ("ข้อมูลส่วนบุคคลทั้งหมดของบุคคลนี้ที่โปรแกรมเก็บไว้ ไม่รวมชุดสำรองและเอกสารที่พิมพ์ไปแล้ว",),
    ]
    return Cover("คำอธิบาย", "ข้อมูลส่วนบุคคล", lines, _HEAD, rows, _WIDTHS)
