"""Deleting a record with all that goes with it, so that it can be put back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from hrdesk.errors import UserError
from hrdesk.services.training.values import Removed

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.orm import Session

_CHUNK = 500  # ids in one condition
CASCADE = "CASCADE"


def take_out(session: Session, table_name: str, row_ids: list[int], name: str) -> Removed:
    """Delete the rows with `row_ids`; the database deletes what goes with them."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - heavy, and the first page deletes nothing

    table = METADATA.tables[table_name]
    found: dict[str, dict[tuple[Any, ...], dict[str, Any]]] = {}
    _collect(session, table, "id", row_ids, found)
    for some in _chunks(row_ids):
        session.execute(delete(table).where(table.c.id.in_(some)))
    ordered = [t.name for t in METADATA.sorted_tables if t.name in found]
    return Removed(name, tuple((t, tuple(found[t].values())) for t in ordered))


def put_back(session: Session, removed: Removed) -> None:
    """UserError when something else has taken an id meanwhile."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - as above

    for table_name, rows in removed.rows:
        table = METADATA.tables[table_name]
        if "id" in table.c:
            ids = [row["id"] for row in rows]
            taken = any(session.scalar(select(table.c.id).where(table.c.id.in_(some)).limit(1)) for some in _chunks(ids))
            if taken:
                raise UserError(
                    f"นำ “{removed.name}” กลับมาไม่ได้ เพราะมีรายการใหม่แทนที่แล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง"
                    " กรุณาเพิ่มรายการใหม่"
                )
        session.execute(insert(table), list(rows))


def _collect(
    session: Session,
    table: Table,
    column: str,
    values: list[int],
    found: dict[str, dict[tuple[Any, ...], dict[str, Any]]],
) -> None:
    """The rows of `table` whose `column` is one of the values, and those that go with them."""
    fresh: list[int] = []
    for some in _chunks(values):
        for row in session.execute(select(table).where(table.c[column].in_(some))).mappings():
            key = tuple(row[c.name] for c in table.primary_key)
            rows = found.setdefault(table.name, {})
            if key not in rows:
                rows[key] = dict(row)
                fresh += [row["id"]] if "id" in table.c else []
    if fresh:
        for child in table.metadata.sorted_tables:
            for reference in child.foreign_keys:
                if reference.column.table is table and reference.ondelete == CASCADE:
                    _collect(session, child, reference.parent.name, fresh, found)


def _chunks(values: list[int]) -> list[list[int]]:
    return [values[i : i + _CHUNK] for i in range(0, len(values), _CHUNK)]
