"""Plain SQL on one connection of SQLite, for what is read at every start and by every print.

To load SQLAlchemy, tie its classes to each other and compile what is asked takes longer than to read a plan and set
it in type. Whoever only reads can do without; whoever writes reads through the session's own connection.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from hrdesk.models.cipher import BUSY_SECONDS, connect

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from sqlalchemy.orm import Session

APPLICATION_ID = 0x6872646B  # "hrdk", at byte 68 of every file of ours
SCHEMA = 15  # how many revisions `migrations` lists: known without importing one of them
PRAGMAS: Mapping[str, str | int] = {
    "busy_timeout": BUSY_SECONDS * 1000,
    "journal_mode": "truncate",  # not WAL: a file copied while open stays whole, and no saved row was ever lost
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "secure_delete": 1,  # what is deleted about a person is gone from the disk
    "cell_size_check": 1,
    "trusted_schema": 0,
}
Values: TypeAlias = "tuple[Any, ...]"
E = TypeVar("E", bound=StrEnum)


class Rows:
    """One state of the data, as the driver's tuples: dates, enums and flags as they are stored."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __call__(self, sql: str, *values: object) -> list[Values]:
        return self._connection.execute(sql, values).fetchall()


Source: TypeAlias = "Rows | Session"


def rows_of(source: Source) -> Rows:
    """Of a session: what its own transaction sees, with what it has not written yet."""
    if isinstance(source, Rows):
        return source
    source.flush()
    return Rows(source.connection().connection.driver_connection)  # type: ignore[arg-type]


def member(kind: type[E], stored: str) -> E:
    """LookupError, as SQLAlchemy has it, for what no program of ours has written."""
    try:
        return kind(stored)
    except ValueError:
        raise LookupError(f"{stored!r} is not among the defined enum values of {kind.__name__}") from None


def day(stored: str) -> date:
    """ValueError, as for any other text that is no day, also for a month that is none."""
    try:
        return date.fromisoformat(stored)
    except ValueError:
        raise ValueError(f"Invalid isoformat string: {stored!r}") from None


def moment(stored: str) -> datetime:
    try:
        return datetime.fromisoformat(stored).replace(tzinfo=UTC)
    except ValueError:
        raise ValueError(f"Invalid isoformat string: {stored!r}") from None


def set_pragmas(connection: sqlite3.Connection, pragmas: Mapping[str, str | int]) -> None:
    for name, value in pragmas.items():
        connection.execute(f"PRAGMA {name} = {value}")


def open_plain(path: Path, mode: str) -> sqlite3.Connection:
    """For reading, by whichever thread has its turn; `mode` as in SQLite's URIs. Raises sqlite3.Error."""
    connection = connect(path, mode, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
    set_pragmas(connection, {**PRAGMAS, "query_only": 1})
    return connection


def faults_by(ask: Callable[[str], Iterable[Values]], *, thorough: bool = False) -> tuple[str, ...]:
    """What SQLite finds wrong, in its words; empty when the file is sound. Thorough reads indexes as well."""
    check = "integrity_check" if thorough else "quick_check"
    found = [str(row[0]) for row in ask(f"PRAGMA {check}(10)") if row[0] != "ok"]
    orphans = list(ask("PRAGMA foreign_key_check"))
    found += [f"{table} {row} → {parent}" for table, row, parent, _ in orphans[:10]]
    return tuple(found)
