"""The records of an office workbook into a database without people and plans."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.models import organization as frame
from hrdesk.models.curriculum import Law
from hrdesk.models.plan import WizardDraft
from hrdesk.models.staff import Staff
from hrdesk.models.tables import METADATA
from hrdesk.progress import counted
from hrdesk.services.office_workbook.checks import CIRCLES
from hrdesk.services.office_workbook.layout import DERIVED, LAYOUT, REFERENCE
from hrdesk.services.office_workbook.records import not_empty
from hrdesk.services.register.office_rows import write_person, write_position

ABOVE = {table: column for table, (column, _) in CIRCLES.items()}

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy.orm import Session

    from hrdesk.services.office_workbook.records import OfficeRecords


def store_office(session: Session, office: OfficeRecords) -> None:
    """Replace the reference data of an office without anything else. UserError, that counts it, when there is more."""
    demand_empty(session)
    session.execute(update(Law).values(replaced_by_id=None))  # so that they can be deleted in any order
    for table in reversed(METADATA.sorted_tables):
        if table.name in office:
            session.execute(delete(table))
    for table in counted(METADATA.sorted_tables, every=1):
        if table.name in office and (rows := [record.values for record in office[table.name].records]):
            session.execute(insert(table), _prepared(table.name, rows))


def demand_empty(session: Session) -> None:
    """UserError unless the office holds only what a new one does."""
    held = [(layout.name, layout.table) for layout in LAYOUT if layout.table_name not in REFERENCE]
    held.append(("แผนที่ทำค้างไว้", METADATA.tables[WizardDraft.__tablename__]))
    counts = [(name, session.scalar(select(func.count()).select_from(table)) or 0) for name, table in held]
    if found := [f"{name} {count} รายการ" for name, count in counts if count]:
        raise not_empty(found)


def _prepared(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if table in ABOVE:
        return _parents_first(rows, ABOVE[table])
    derive = _DERIVE.get(table)
    return [row | derive(row) for row in rows] if derive else rows


def _parents_first(rows: Iterable[dict[str, Any]], above: str) -> list[dict[str, Any]]:
    """Rows without circles, each after the one that its column `above` refers to."""
    below: dict[int | None, list[dict[str, Any]]] = {}
    for row in rows:
        below.setdefault(row[above], []).append(row)
    found = below.pop(None, [])
    for row in found:  # which grows meanwhile
        found += below.pop(row["id"], [])
    return found


def _keys_of_person(row: dict[str, Any]) -> dict[str, Any]:
    values = _of_record(PersonRecord, row) | {"national_id": row["national_id"] or ""}
    person = Staff()
    write_person(person, PersonRecord(**values))
    return {key: getattr(person, key) for key in DERIVED["staff"]}


def _keys_of_position(row: dict[str, Any]) -> dict[str, Any]:
    position = frame.Position()
    write_position(position, PositionRecord(**_of_record(PositionRecord, row)))
    return {key: getattr(position, key) for key in DERIVED["position"]}


def _of_record(kind: type[PersonRecord | PositionRecord], row: dict[str, Any]) -> dict[str, Any]:
    return {field.name: row[field.name] for field in fields(kind)}


_DERIVE: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "staff": _keys_of_person,
    "position": _keys_of_position,
}
