"""Migrations lead to exactly the tables that are mapped, and every schema ever shipped can still be opened."""

from __future__ import annotations

import importlib.util
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import configure_mappers
from sqlalchemy.schema import CreateIndex, CreateTable

from hrdesk.models.beside import folder_of
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.manifest import backups_in
from hrdesk.models.migrations import REVISIONS, upgrade
from hrdesk.models.tables import METADATA
from small_database import plain_only

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def migrated(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'migrated.db'}")
    with engine.begin() as connection:
        upgrade(connection, 0)
        yield connection
    engine.dispose()


def test_alembic_sees_no_difference(migrated):
    context = MigrationContext.configure(migrated, opts={"compare_type": True, "compare_server_default": True})
    assert compare_metadata(context, METADATA) == []


def written(connection):
    """Every table and index as SQL, the columns in any order: names, rules of deletion and all.

    SQLite quotes the name of a table that a revision rebuilt.
    """
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sorted(line.strip(" \t,") for line in sql.replace('"', "").splitlines()) for name, sql in rows}


def test_the_migrated_schema_is_the_mapped_one_to_the_letter(migrated):
    mapped = create_engine("sqlite://")
    METADATA.create_all(mapped)
    with mapped.connect() as connection:
        assert written(migrated) == written(connection)


def test_the_same_tables_can_be_made_in_postgresql():
    configure_mappers()
    for table in METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))
        for index in table.indexes:
            name = str(CreateIndex(index).compile(dialect=postgresql.dialect())).split()[2]
            assert len(name) <= 63, f"PostgreSQL cuts {name}"


def test_every_reference_says_what_deleting_does_and_can_be_looked_up():
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            assert key.ondelete in {"CASCADE", "RESTRICT"}, key
            led = {next(iter(index.columns)).name for index in table.indexes}
            led |= {next(iter(table.primary_key)).name}
            assert key.parent.name in led or key.parent.unique, f"no index leads with {key.parent}"


@plain_only
def test_the_schema_number_counts_the_revisions(tmp_path):
    assert len(REVISIONS) == SCHEMA
    names = sorted(Path(upgrade.__code__.co_filename).parent.glob("r[0-9]*.py"))
    assert [int(path.stem[1:5]) for path in names] == list(range(1, SCHEMA + 1))
    Database.create(tmp_path / "new.db").close()
    assert int.from_bytes((tmp_path / "new.db").read_bytes()[60:64], "big") == SCHEMA


def opened(path, schema):
    with sqlite3.connect(path) as raw:
        raw.executescript((SAMPLES / f"schema{schema:04}.sql").read_text(encoding="utf-8"))
    raw.close()
    Database.open(path).close()
    return sqlite3.connect(path)


def test_who_carried_a_years_project_out_alone_is_the_first_of_many(tmp_path):
    raw = opened(tmp_path / "old.db", 8)
    try:
        assert raw.execute("SELECT year_project_id, place, organizer_id FROM year_project_organizer").fetchall() == [(1, 0, 1)]
    finally:
        raw.close()


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_file_of_every_schema_opens_with_all_it_held(tmp_path, schema):
    path = tmp_path / "old.db"
    script = (SAMPLES / f"schema{schema:04}.sql").read_text(encoding="utf-8")
    with sqlite3.connect(path) as raw:
        raw.executescript(script)
        held = {
            table: raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        }
    raw.close()
    assert f"PRAGMA user_version = {schema};" in script
    assert all(held.values()), "a sample holds at least one row of every table"
    with Database.open(path) as database:
        counts = database.counts()
        assert {table: counts.get(table) for table in held} == held
        assert database.full_check() == ()
    assert len(backups_in(folder_of(path), path.name)) == (schema < SCHEMA)


def lines_of(sample: Path) -> list[str]:
    return sorted(line.strip().rstrip(", ") for line in sample.read_text(encoding="utf-8").splitlines())


@plain_only
def test_a_sample_that_was_shipped_is_not_written_over(tmp_path, monkeypatch):
    """Who adds a revision and forgets the number is told."""
    spec = importlib.util.spec_from_file_location("write_sample", SAMPLES / "write.py")
    samples = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(samples)
    anew = samples.write(tmp_path)
    assert lines_of(anew) == lines_of(SAMPLES / anew.name), "but for the order of a table's constraints"
    monkeypatch.setattr(samples, "REVISIONS", (*samples.REVISIONS, None))
    with pytest.raises(SystemExit, match=f"{SCHEMA + 1} revisions"):
        samples.write(tmp_path)
