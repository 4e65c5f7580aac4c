"""A deleted record as it was, with what the database deletes along with it, to be brought back to the letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, insert, select
from sqlalchemy.exc import IntegrityError

from hrdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from hrdesk.models.base import Base

_CASCADE = "CASCADE"


@dataclass(frozen=True, slots=True)
class Deleted:
    """Rows by table, those first that others refer to."""

    rows: tuple[tuple[Table, tuple[dict[str, Any], ...]], ...]


def as_it_is(session: Session, table: type[Base], row_id: int) -> Deleted:
    """Of a record that is about to be deleted."""
    from hrdesk.models import tables  # noqa: F401, PLC0415 - all that may refer to it, which the first page does without

    session.flush()
    return Deleted(tuple(_with_parts(session, table.__table__, "id", [row_id])))  # type: ignore[arg-type]


def _with_parts(session: Session, table: Table, column: str, values: list[Any]) -> Iterator[tuple[Table, tuple[dict[str, Any], ...]]]:
    rows = tuple(dict(row) for row in session.execute(select(table).where(table.c[column].in_(values))).mappings())
    if not rows:
        return
    yield table, rows
    for other in table.metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table is table and key.ondelete == _CASCADE and other is not table:
                yield from _with_parts(session, other, key.parent.name, [row[key.column.name] for row in rows])


def bring_back(session: Session, deleted: Deleted) -> None:
    """UserError when something else stands in its place by now, or what it needs is gone."""
    try:
        for table, rows in deleted.rows:
            session.execute(insert(table), list(rows))
    except IntegrityError as error:
        raise UserError(
            "นำรายการที่ลบกลับมาไม่ได้ เพราะมีการแก้ไขภายหลังที่ขัดกัน ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเพิ่มรายการใหม่"
        ) from error
