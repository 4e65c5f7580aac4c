"""An older file: migrated on a copy, backed up, all or nothing."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import UserError
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.migrations import REVISIONS
from hrdesk.models.plan import Plan, PlanChapter
from hrdesk.models.project import Project, ProjectBudget


def rebuild_plan(op):
    """A next revision that SQLite can only do by making the table anew."""
    with op.batch_alter_table("plan") as batch:
        batch.add_column(sa.Column("resolution", sa.String(500), nullable=False, server_default=""))
        batch.alter_column("budget_law", type_=sa.Text, nullable=False)


def lose_projects(op):
    op.execute("DELETE FROM project_budget")


def fail_half_way(op):
    op.add_column("plan", sa.Column("resolution", sa.String(500)))
    op.execute("INSERT INTO nowhere VALUES (1)")


def fill(session):
    budget = ProjectBudget(place=0, year=2564, amount=2_000_000)
    project = Project(
        place=0, title="โครงการ", listed=True, no_budget=False, monitoring_title="", budgets=[budget]
    )
    session.add(
        Plan(
            first_year=2564, year_count=3, status=PlanStatus.DRAFT, budget_law="เทศบัญญัติ",
            covers_all_positions=True, committee_announcement_clauses="", projects=[project],
            chapters=[PlanChapter(place=0, key="preface", text="คำนำ")],
            updated_at=datetime(2024, 6, 1, tzinfo=UTC),
        )
    )  # fmt: skip


@pytest.fixture
def path(tmp_path):
    Database.create(tmp_path / "office.db", fill).close()
    return tmp_path / "office.db"


def test_rebuilding_a_table_keeps_what_hangs_on_it(path):
    before = path.read_bytes()
    with Database.open(path, (*REVISIONS, rebuild_plan)) as database, database.read() as session:
        assert session.scalar(sa.text("SELECT resolution FROM plan")) == ""
        assert session.scalar(sa.text("SELECT amount FROM project_budget")) == 2_000_000
        assert session.scalar(sa.text("SELECT text FROM plan_chapter")) == "คำนำ"
        assert session.scalar(sa.text("PRAGMA user_version")) == SCHEMA + 1
        assert session.scalar(sa.text("PRAGMA foreign_keys")) == 1
    assert path.read_bytes() != before
    with pytest.raises(UserError, match=f"รุ่นที่ {SCHEMA + 1}"):
        Database.open(path)  # a program of today


def test_the_file_as_it_was_is_kept(path):
    Database.open(path, (*REVISIONS, rebuild_plan)).close()
    (backup,) = path.with_name("office.db-backups").glob("office-*-before-migration.db")
    with Database.open(backup) as database:
        assert database.counts()["project_budget"] == 1


@pytest.mark.parametrize("revision", [fail_half_way, lose_projects])
def test_a_migration_that_fails_or_loses_rows_changes_nothing(path, revision):
    before = path.read_bytes()
    with pytest.raises((UserError, sa.exc.OperationalError)):
        Database.open(path, (*REVISIONS, revision))
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.upgrading*"))
    Database.open(path).close()


def test_what_stood_in_an_unfinished_journal_is_not_migrated(path):
    """A program killed while saving leaves a journal; the copy is made after it has been rolled back."""
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA cache_size = 1")
    raw.execute("PRAGMA cache_spill = 1")
    raw.execute("BEGIN")
    for number in range(2000):
        raw.execute("INSERT INTO project_year VALUES (1, ?, 2564)", (number,))
    torn, journal = path.read_bytes(), path.with_name("office.db-journal").read_bytes()
    raw.close()
    assert len(journal) > 512
    path.write_bytes(torn)
    path.with_name("office.db-journal").write_bytes(journal)
    with Database.open(path, (*REVISIONS, rebuild_plan)) as database:
        assert database.counts()["project_year"] == 0
        assert database.full_check() == ()
