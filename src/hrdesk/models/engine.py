"""Connections to one SQLite file: how they are opened, set up and begun. The only SQLite there is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from hrdesk.models.cipher import BUSY_SECONDS, key_of_file
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.plain import APPLICATION_ID, PRAGMAS, faults_by, set_pragmas

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

    from hrdesk.models.cipher_key import Key

MODE = "hrdesk_mode"
BEGIN = {"write": "BEGIN IMMEDIATE", "read": "BEGIN"}


def make_engine(path: Path, mode: str = "rw", *, foreign_keys: bool = True) -> Engine:
    """`mode` as in SQLite's URIs: `rw` never creates a file, `rwc` does. Transactions write unless told."""
    # As a URI, because a plain path with ? or % in it opened another file; as_uri() quotes them.
    url = URL.create("sqlite", database=path.absolute().as_uri(), query={"mode": mode, "uri": "true"})
    # Without an isolation level the driver begins nothing by itself, which leaves it to _begin.
    arguments: dict[str, Any] = {"isolation_level": None, "timeout": BUSY_SECONDS}
    key = key_of_file(path) or (IN_USE.key if IN_USE.for_new and not path.exists() else None)
    if key is not None:
        arguments["key"] = key
    # An error tells its statement, never its values: it goes into the log, and into the report that leaves the office.
    engine = create_engine(url, connect_args=arguments, module=_driver(key), hide_parameters=True)
    pragmas = {**PRAGMAS, "foreign_keys": int(foreign_keys)}

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        set_pragmas(connection, pragmas)

    event.listen(engine, "begin", _begin)
    return engine


def _driver(key: Key | None) -> ModuleType | None:
    """SQLAlchemy's own, or the one that encrypts: for a file that is encrypted, or is to be when it is made."""
    if key is None:
        return None
    from hrdesk.models import cipher_driver  # noqa: PLC0415 - only where an office is encrypted

    return cipher_driver


def _begin(connection: Connection) -> None:
    mode = connection.get_execution_options().get(MODE, "write")
    if connection.info.get(MODE) != mode:  # not at every turn: the pragma makes SQLite prepare all statements anew
        connection.exec_driver_sql(f"PRAGMA query_only = {int(mode == 'read')}")
        connection.info[MODE] = mode
    connection.exec_driver_sql(BEGIN[mode])


def fetch(connection: Connection, sql: str, values: Mapping[str, object] = MappingProxyType({})) -> list[tuple[Any, ...]]:
    """Rows of plain SQL with `:name` for values, as the driver's tuples: SQLAlchemy's rows take as long as a short query."""
    cursor = connection.exec_driver_sql(sql, dict(values)).cursor
    return list(cursor.fetchall()) if cursor is not None else []


def faults_of(connection: Connection, *, thorough: bool = False) -> tuple[str, ...]:
    """What SQLite finds wrong, in its words; empty when the file is sound. Thorough reads indexes as well."""
    return faults_by(lambda sql: [tuple(row) for row in connection.exec_driver_sql(sql)], thorough=thorough)


def row_counts(connection: Connection) -> dict[str, int]:
    """Rows of every table, by its name."""
    quote = connection.dialect.identifier_preparer.quote
    return {
        table: connection.execute(text(f"SELECT count(*) FROM {quote(table)}")).scalar_one()  # noqa: S608
        for table in inspect(connection).get_table_names()
    }


def set_identity(connection: Connection, schema: int) -> None:
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
