"""The ids of deleted rows that may still be brought back: nothing new gets one of them while the database is open.

SQLite gives a new row the highest id there is and one more, so that what was deleted last would find another in its
place. Ids that a new row brings along are left as they are; values are handed beside the statement, as everywhere here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Insert, Table, event, func, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Engine
    from sqlalchemy.orm import Session

_INFO = "given up"  # where a session holds them
_ID = "id"
Highest: TypeAlias = "dict[str, int]"  # id that was given up, by table
_Row: TypeAlias = "Mapping[str, Any]"


def watch(writer: Engine, highest: Highest) -> None:
    """Every statement by which the engine makes rows, whether of the session's objects or of whole tables."""

    @event.listens_for(writer, "before_execute", retval=True)
    def numbered(
        connection: Connection, statement: object, many: Sequence[_Row], one: _Row, _options: object
    ) -> tuple[object, Sequence[_Row], _Row]:
        if not isinstance(statement, Insert) or not isinstance(statement.table, Table) or statement.table.name not in highest:
            return statement, many, one
        rows = many or (one,)
        if not rows[0] or rows[0].get(_ID) is not None:
            return statement, many, one
        first = _last(connection, statement.table, highest) + 1
        given = [{**row, _ID: number} for number, row in enumerate(rows, first)]
        return (statement, given, {}) if many else (statement, [], given[0])


def hold(session: Session, highest: Highest) -> None:
    session.info[_INFO] = highest


def give_up(session: Session, table: str, ids: Iterable[int]) -> None:
    """Before or after the rows are deleted. Should the session be rolled back, the ids are left out all the same."""
    highest: Highest = session.info[_INFO]
    if there := tuple(ids):
        highest[table] = max(highest.get(table, 0), *there)


def last_id(session: Session, table: Any) -> int:
    """Of a mapped class: beyond it every id is free."""
    return _last(session.connection(), table.__table__, session.info.get(_INFO, {}))


def _last(connection: Connection, table: Table, highest: Highest) -> int:
    return max(connection.scalar(select(func.max(table.c[_ID]))) or 0, highest.get(table.name, 0))
