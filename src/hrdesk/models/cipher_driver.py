"""sqlcipher3 under the errors of sqlite3, so that what is told of a damaged file or a full disk stays in one place."""

from __future__ import annotations

import sqlite3
from functools import wraps
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.models.cipher_key import Key

# What SQLAlchemy asks of a driver's module.
sqlite_version_info = dbapi2.sqlite_version_info
sqlite_version = dbapi2.sqlite_version
paramstyle = "qmark"
apilevel = "2.0"
threadsafety = 1
PARSE_COLNAMES, PARSE_DECLTYPES = dbapi2.PARSE_COLNAMES, dbapi2.PARSE_DECLTYPES
Binary = dbapi2.Binary
Warning = sqlite3.Warning  # noqa: A001 - the names of the specification
Error, InterfaceError, DatabaseError = sqlite3.Error, sqlite3.InterfaceError, sqlite3.DatabaseError
DataError, OperationalError, IntegrityError = sqlite3.DataError, sqlite3.OperationalError, sqlite3.IntegrityError
InternalError, ProgrammingError = sqlite3.InternalError, sqlite3.ProgrammingError
NotSupportedError = sqlite3.NotSupportedError

_NAMES = (  # sqlcipher3 gives words without the name of the error
    ("locked", "SQLITE_BUSY"), ("malformed", "SQLITE_CORRUPT"), ("not a database", "SQLITE_NOTADB"),
    ("disk is full", "SQLITE_FULL"), ("readonly", "SQLITE_READONLY"), ("I/O error", "SQLITE_IOERR"),
    ("unable to open", "SQLITE_CANTOPEN"), ("constraint", "SQLITE_CONSTRAINT"),
)  # fmt: skip


def _translated(error: dbapi2.Error) -> sqlite3.Error:
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    said = str(error)
    found: sqlite3.Error = kind(said)
    found.sqlite_errorname = next((name for words, name in _NAMES if words in said), "SQLITE_ERROR")
    return found


def _translating(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except dbapi2.Error as error:
            raise _translated(error) from error

    return call


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """Of a translating connection."""


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """Its errors, and those of its cursors, are sqlite3's."""

    @_translating
    def cursor(self, factory: type[dbapi2.Cursor] = Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, *given: Any) -> Any:
        return self.cursor().execute(*given)

    def executemany(self, *given: Any) -> Any:
        return self.cursor().executemany(*given)

    def executescript(self, *given: Any) -> Any:
        return self.cursor().executescript(*given)

    in_transaction = property(_translating(dbapi2.Connection.in_transaction.__get__))


for _name in ("execute", "executemany", "executescript", "fetchone", "fetchmany", "fetchall", "__next__"):
    setattr(Cursor, _name, _translating(getattr(dbapi2.Cursor, _name)))
for _name in ("commit", "rollback", "backup", "close", "create_function"):
    setattr(Connection, _name, _translating(getattr(dbapi2.Connection, _name)))


def connect(database: str, *, key: Key | None, **options: Any) -> Any:
    """Opened with this key; None is for a plain file that is to be encrypted."""
    try:
        connection = dbapi2.connect(database, factory=Connection, check_same_thread=options.pop("check_same_thread", True), **options)
    except dbapi2.Error as error:
        raise _translated(error) from error
    if key is not None:
        connection.execute(key.pragma)
        connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is told by the errors
    return connection
