"""Deleted records as they were, with what the database deletes along with them, to be brought back to the letter."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select
from sqlalchemy.exc import IntegrityError

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.given_up import give_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from hrdesk.models.base import Base

_CASCADE = "CASCADE"
_CHUNK = 500  # values in one condition
_Found = dict[str, dict[tuple[Any, ...], dict[str, Any]]]  # by table and primary key


@dataclass(frozen=True, slots=True)
class Deleted:
    """Rows by table, those first that others refer to. `name` is what an officer calls them."""

    name: str
    rows: tuple[tuple[str, tuple[dict[str, Any], ...]], ...] = field(repr=False)

    def of(self, table: type[Base]) -> tuple[dict[str, Any], ...]:
        return next((rows for name, rows in self.rows if name == table.__tablename__), ())


def take_out(session: Session, table: type[Base], row_ids: Sequence[int], name: str) -> Deleted:
    """Delete the rows; the database deletes what goes with them. Nothing else gets their ids while it is open."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - all that may refer to them: the first page deletes nothing

    session.flush()
    whole = METADATA.tables[table.__tablename__]
    found: _Found = {}
    _collect(session, whole, "id", row_ids, found)
    for some in _chunks(row_ids):
        session.execute(delete(whole).where(whole.c.id.in_(some)))
    session.expire_all()
    for one, rows in found.items():
        give_up(session, one, [row["id"] for row in rows.values() if "id" in row])  # some rows are told apart by others
    ordered = [one.name for one in METADATA.sorted_tables if one.name in found]
    return Deleted(name, tuple((one, tuple(found[one].values())) for one in ordered))


def bring_back(session: Session, deleted: Deleted) -> None:
    """UserError when something else stands in its place by now, or what it needs is gone."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - as above

    try:
        for table, rows in deleted.rows:
            session.execute(insert(METADATA.tables[table]), list(rows))
    except IntegrityError as error:
        raise UserError(
            f"นำ “{deleted.name}” กลับมาไม่ได้ เพราะมีการแก้ไขภายหลังที่ขัดกัน ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเพิ่มรายการใหม่"
        ) from error


def bring_back_what_stands(session: Session, deleted: Deleted) -> int:
    """All but the rows that refer to what is gone by now; returns how many those are."""
    from hrdesk.models.tables import METADATA  # noqa: PLC0415 - as above

    lost = 0
    for name, rows in deleted.rows:
        table = METADATA.tables[name]
        standing = list(rows)
        for reference in table.foreign_keys:
            needed, there = {row[reference.parent.name] for row in standing}, {None}
            for some in _chunks(list(needed - {None})):
                there.update(session.scalars(select(reference.column).where(reference.column.in_(some))))
            standing = [row for row in standing if row[reference.parent.name] in there]
        if standing:
            session.execute(insert(table), standing)
        lost += len(rows) - len(standing)
    return lost


def _collect(session: Session, table: Table, column: str, values: Iterable[Any], found: _Found) -> None:
    """The rows of `table` whose `column` is one of the values, and those that go with them; each once, however it is reached."""
    fresh: list[dict[str, Any]] = []
    for some in _chunks(list(values)):
        for row in session.execute(select(table).where(table.c[column].in_(some))).mappings():
            key = tuple(row[each.name] for each in table.primary_key)
            rows = found.setdefault(table.name, {})
            if key not in rows:
                rows[key] = dict(row)
                fresh.append(rows[key])
    for child in table.metadata.sorted_tables if fresh else ():
        for reference in child.foreign_keys:
            if reference.column.table is table and reference.ondelete == _CASCADE:
                _collect(session, child, reference.parent.name, [row[reference.column.name] for row in fresh], found)


def _chunks(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK)]
