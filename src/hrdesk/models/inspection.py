"""Looking at a database file that lies still, such as a backup, without writing a byte beside or into it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.cipher import connect, is_encrypted
from hrdesk.models.files import read_header
from hrdesk.models.plain import APPLICATION_ID

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_CHUNK = 1 << 20
_VOLATILE = ((24, 28), (40, 44), (92, 100))  # change counter, schema cookie, and for which change and version


@dataclass(frozen=True, slots=True)
class Contents:
    schema: int
    office: str  # the organization's name
    counts: Mapping[str, int]  # rows by table
    faults: tuple[str, ...]  # in SQLite's words; empty when every page, index, reference and letter is right


def is_ours(path: Path) -> bool:
    header = read_header(path)
    return header is not None and header.application_id == APPLICATION_ID


def look_into(path: Path) -> Contents:
    """Read all of it. Raises sqlite3.Error or UnicodeError when it is no database or too damaged to count."""
    # immutable: no lock, no journal, nothing rolled back; the file may lie in a folder that cannot be written.
    with closing(connect(path, "ro&immutable=1")) as connection:
        connection.execute("PRAGMA cell_size_check = 1")
        connection.execute("PRAGMA trusted_schema = 0")
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(10)
        found += [f"{table} {row} → {parent}" for table, row, parent, _ in orphans]
        counts = {}
        for table in tables_of(connection):
            counts[table] = count_of(connection, table)
            try:
                for _ in connection.execute(f"SELECT * FROM {_quoted(table)}"):  # noqa: S608
                    pass  # SQLite checks no text; reading decodes it
            except sqlite3.OperationalError as error:
                found.append(f"{table}: {error}")
        schema = connection.execute("PRAGMA user_version").fetchone()[0]
        named = connection.execute("SELECT name FROM organization").fetchone() if "organization" in counts else None
    return Contents(schema, str(named[0]) if named else "", counts, tuple(found))


def readable_counts(path: Path) -> dict[str, int]:
    """Rows of the tables that can still be counted in a damaged file; empty when none can, or it is missing."""
    counts: dict[str, int] = {}
    try:
        with closing(connect(path, "ro&immutable=1")) as connection:
            for table in tables_of(connection):
                try:
                    counts[table] = count_of(connection, table)
                except sqlite3.Error:
                    continue
    except (sqlite3.Error, UnicodeError):
        return counts
    return counts


def tables_of(connection: sqlite3.Connection) -> list[str]:
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    return [name for (name,) in connection.execute(names)]


def count_of(connection: sqlite3.Connection, table: str) -> int:
    count: int = connection.execute(f"SELECT count(*) FROM {_quoted(table)}").fetchone()[0]  # noqa: S608
    return count


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def hash_of(path: Path) -> str:
    """SHA-256 of the whole file."""
    whole = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            whole.update(chunk)
    return whole.hexdigest()


def hashes_of(path: Path) -> tuple[str, str]:
    """SHA-256 of the file, and of what it holds: alike for two copies of one state."""
    whole, content = sha256(), sha256()
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        whole.update(head)
        still = bytearray(head)
        for start, end in _VOLATILE:
            still[start:end] = b"\0" * (end - start)
        content.update(still)
        while chunk := file.read(_CHUNK):
            whole.update(chunk)
            content.update(chunk)
    return whole.hexdigest(), _rows_hash(path) if is_encrypted(path) else content.hexdigest()


def _rows_hash(path: Path) -> str:
    """Of what the rows say: an encrypted page differs in every copy."""
    digest = sha256()
    with closing(connect(path, "ro&immutable=1")) as connection:
        for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"):
            digest.update(sql.encode())
        for table in tables_of(connection):
            for row in connection.execute(f"SELECT * FROM {_quoted(table)}"):  # noqa: S608
                digest.update(repr(row).encode())
    return digest.hexdigest()
