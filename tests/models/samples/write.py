"""Write the sample of today's schema: python tests/models/samples/write.py. Samples of older schemas stay as they are.

A sample is SQL text with one row in every table, so that the file of every schema ever shipped can be made
again and opened by any later program.
"""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Boolean, Column, Date, Enum, Integer, LargeBinary, String, insert

from hrdesk.models.base import MomentType, MoneyType
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.migrations import REVISIONS
from hrdesk.models.plain import APPLICATION_ID
from hrdesk.models.tables import METADATA

VALUES = (
    (Enum, lambda kind: kind.enums[0]),
    (Boolean, lambda _: True),
    (MoneyType, lambda _: 2_000_000),
    (LargeBinary, lambda _: b"\x89PNG"),
    (Integer, lambda _: 1),
    (Date, lambda _: date(2020, 10, 1)),
    (MomentType, lambda _: datetime(2020, 10, 1, 8, 30, tzinfo=UTC)),
    (String, lambda kind: "ข้อความ ๑ \"'"[: kind.length]),
)


def value_of(column: Column) -> object:
    if column.name == "parent_id":
        return None
    return next(make(column.type) for kind, make in VALUES if isinstance(column.type, kind))


def fill(session) -> None:
    for table in METADATA.sorted_tables:
        session.execute(insert(table).values({column.name: value_of(column) for column in table.columns}))


def write(folder: Path = Path(__file__).parent) -> Path:
    if len(REVISIONS) != SCHEMA:  # else the sample of a schema that was shipped would be written over
        raise SystemExit(f"there are {len(REVISIONS)} revisions, but SCHEMA in src/hrdesk/models/plain.py is {SCHEMA}")
    target = folder / f"schema{SCHEMA:04}.sql"
    with tempfile.TemporaryDirectory() as made:
        path = Path(made, "sample.db")
        Database.create(path, fill).close()
        raw = sqlite3.connect(path)
        head = [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {SCHEMA};"]
        target.write_text("\n".join([*head, *raw.iterdump(), ""]), encoding="utf-8")
        raw.close()
    return target


if __name__ == "__main__":
    print(write())
