"""The database as SQLAlchemy knows it: sessions that read, and sessions that write in whole actions."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from hrdesk.models import core_tables, faults  # noqa: F401 - see that module
from hrdesk.models.audit_hook import Changes
from hrdesk.models.engine import MODE, faults_of, make_engine, row_counts, set_identity
from hrdesk.models.files import remove_database, replace_file
from hrdesk.models.given_up import Highest, hold, watch
from hrdesk.models.migrations import upgrade
from hrdesk.models.plain import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Store:
    """Connections to one file that is known to be sound."""

    def __init__(self, path: Path, mode: str, given_up: Highest) -> None:
        self._given_up = given_up
        self._engine = make_engine(path, mode)
        self._writer = self._engine.execution_options(**{MODE: "write"})
        self._reader = self._engine.execution_options(**{MODE: "read"})
        watch(self._writer, given_up)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            session.connection()  # BEGIN IMMEDIATE now: nothing read here is stale when it is written
            hold(session, self._given_up)
            changes = Changes(session)
            yield session
            changes.write()

    @contextmanager
    def read(self) -> Iterator[Session]:
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    def full_check(self) -> tuple[str, ...]:
        with self._reader.connect() as connection:
            return faults_of(connection, thorough=True)

    def compact(self) -> None:
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA query_only = OFF")
            raw.info[MODE] = "write"
            raw.cursor().execute("VACUUM")
        finally:
            raw.close()

    def counts(self) -> dict[str, int]:
        with self._reader.connect() as connection:
            return row_counts(connection)

    def dispose(self) -> None:
        self._engine.dispose()


def make_file(path: Path, fill: Callable[[Session], None] | None) -> None:
    """Schema and contents in one transaction on a file beside, which then gets its name."""
    if path.exists():  # made by another program before we had the lock
        raise faults.exists(path)
    part = path.with_name(path.name + ".part")
    remove_database(part)
    engine = make_engine(part, "rwc")
    try:
        with faults.told(path), engine.begin() as connection:
            set_identity(connection, SCHEMA)
            upgrade(connection, 0)
            if fill is not None:
                with Session(connection) as session:
                    fill(session)
                    session.flush()
        engine.dispose()
        replace_file(part, path)
    finally:
        engine.dispose()
        remove_database(part)
