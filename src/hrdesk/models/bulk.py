"""A great many rows written at the driver's own pace, and still on the record of use."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, insert

from hrdesk.domain.audit import AuditAction
from hrdesk.models.audit_hook import changes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

CHUNK = 10_000  # rows handed to the driver at once: more costs memory, fewer costs time


def insert_tuples(session: Session, table: Table, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> int:
    """Rows in the order of `columns`, as the driver takes them: dates as ISO text, enums by value. Returns how many.

    SQLAlchemy would make a dictionary of each row and check each value, which takes longer than storing it.
    """
    connection = session.connection()
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    named = statement.positiontup is None  # a driver that takes values by name
    waiting, written = iter(rows), 0
    while block := list(islice(waiting, CHUNK)):
        connection.exec_driver_sql(str(statement), [dict(zip(columns, row, strict=True)) for row in block] if named else block)
        written += len(block)
    changes = changes_of(session)
    if changes is not None and written:
        changes.tell(AuditAction.CREATE, table, written)
    return written
