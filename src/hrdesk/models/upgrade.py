"""Bringing an older file to today's schema: on a copy, which then takes the file's place in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.backup import Reason
from hrdesk.models import faults
from hrdesk.models.backup import make
from hrdesk.models.engine import faults_of, make_engine, row_counts, set_identity
from hrdesk.models.files import copy_database, remove_database, replace_file
from hrdesk.models.migrations import upgrade

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection

    from hrdesk.models.migrations import Revision


def upgrade_file(path: Path, have: int, revisions: Sequence[Revision]) -> None:
    """Migrate from schema `have` to the last revision, after a backup of the file as it was.

    Whatever fails leaves the file as it was; the half-made copy is removed.
    """
    work = path.with_name(path.name + ".upgrading")
    try:
        with faults.told(path, opening=True):
            copy_database(path, work)  # first, for it says of a damaged file that it is damaged
            make(path, Reason.BEFORE_MIGRATION)
        migrate(work, path, have, revisions)
        replace_file(work, path)
    finally:
        remove_database(work)


def migrate(work: Path, path: Path, have: int, revisions: Sequence[Revision]) -> None:
    """Migrate `work` in place, a copy of `path` that nobody else uses."""
    # Alembic rebuilds tables by drop and rename; with foreign keys on, the drop deletes every child row.
    engine = make_engine(work, foreign_keys=False)
    try:
        with faults.told(path), engine.begin() as connection:
            before = row_counts(connection)
            upgrade(connection, have, revisions)
            _verify(connection, path, before)
            set_identity(connection, len(revisions))
    finally:
        engine.dispose()


def _verify(connection: Connection, path: Path, before: dict[str, int]) -> None:
    after = row_counts(connection)
    lost = [f"{table} {count} → {after[table]}" for table, count in before.items() if after.get(table, count) < count]
    found = (*lost, *faults_of(connection, thorough=True))
    if found:
        raise faults.damaged(path, ", ".join(found))
