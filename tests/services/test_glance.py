"""What is kept of the first page is what the services say, and is shown only while it is true."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.terms import OrganizationKind
from hrdesk.models.beside import folder_of
from hrdesk.services import Services
from hrdesk.services.glance import Glance, drop_kept, kept_path, read_kept, state_of
from hrdesk.services.glancing import glance_of, keep_glance
from hrdesk.services.value_json import from_json, to_json
from hrdesk.services.values import StaffQuery
from small_database import plain_only

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = plain_only  # of an encrypted office nothing is kept: tests/models/test_encrypting.py
TODAY = date(2023, 3, 1)


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Path:
    """The sample office with what came of its plan, and its first page."""
    path = tmp_path_factory.mktemp("lived") / "office 50%.db"
    with Services.create_sample(path, year=True) as services:
        keep_glance(services, TODAY)
    return path


@pytest.fixture
def office(lived, tmp_path) -> Path:
    """Its own copy, kept anew: a copied file is another file."""
    path = tmp_path / "office.db"
    shutil.copy(lived, path)
    with Services.open(path) as services:
        keep_glance(services, TODAY)
    return path


def empty_office(path: Path) -> Services:
    return Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง")


def test_what_is_kept_is_what_the_services_say(lived):
    kept = read_kept(lived, TODAY)
    assert kept is not None
    with Services.open(lived) as services:
        assert kept.glance == glance_of(services, TODAY)
    assert kept.glance.plan is not None
    assert kept.glance.problems
    assert any(kept.glance.plan.used)
    assert len(kept.glance.pack.items) == 6


def test_each_figure_is_counted_from_the_rows(lived):
    glance = read_kept(lived, TODAY).glance
    with closing(sqlite3.connect(lived)) as rows:
        count = lambda what: rows.execute(f"SELECT {what}").fetchone()[0]  # noqa: E731
        assert glance.positions == count("count(*) FROM position")
        assert glance.people == count("count(position_id) FROM staff")
        assert glance.courses == count("count(*) FROM course")
        assert glance.plan.projects == count("count(*) FROM project WHERE plan_id = 1")
        assert sum(glance.plan.totals) == count("sum(amount) FROM project_budget")


def test_an_empty_office_is_kept_too(tmp_path):
    path = tmp_path / "empty.db"
    with empty_office(path) as services:
        keep_glance(services, TODAY)
        assert read_kept(path, TODAY).glance == glance_of(services, TODAY)
    glance = read_kept(path, TODAY).glance
    assert (glance.office, glance.plan, glance.placed, glance.problems) == ("เทศบาลเมืองตัวอย่าง", None, False, ())


def test_a_plan_half_made_is_kept_with_its_moment(tmp_path):
    with empty_office(tmp_path / "empty.db") as services:
        services.planning.save_wizard(services.planning.blank(2567), "period")
        glance = glance_of(services, TODAY)
    assert glance.wizard.period.first == 2567
    assert datetime.now(UTC) - glance.wizard.updated_at < timedelta(minutes=5)
    assert from_json(Glance, to_json(glance)) == glance


def a_leaver(services: Services) -> None:
    someone = services.register.staff_page(StaffQuery(vacant=False)).rows[0]
    services.register.retire(someone.staff_id, date(2025, 10, 1), "ลาออก")


CHANGES = {
    "a leaver": a_leaver,
    "an office's name": lambda s: s.register.save_organization(replace(s.register.organization(), head_name="สมหญิง")),
    "a wizard left": lambda s: s.planning.save_wizard(s.planning.blank(2570), "period"),
    "typing left": lambda s: s.drafts.keep("k", "t", "people", {"a": "b"}),
}


@pytest.mark.parametrize("name", CHANGES)
def test_nothing_kept_outlives_a_change(office, name):
    assert read_kept(office, TODAY) is not None
    with Services.open(office) as services:
        CHANGES[name](services)
        assert read_kept(office, TODAY) is None
        keep_glance(services, TODAY)
        assert read_kept(office, TODAY).glance == glance_of(services, TODAY)


def write_elsewhere(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE organization SET name = name || 'ใหม่'")


def leave_a_journal(path: Path) -> None:
    path.with_name(f"{path.name}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 504)


def copy_over(path: Path) -> None:
    part = path.with_name("copy")
    part.write_bytes(path.read_bytes())
    part.replace(path)


AMISS = {
    "written by another program": write_elsewhere,
    "a journal waits": leave_a_journal,
    "another file of the same bytes": copy_over,
    "the file is gone": lambda path: path.unlink(),
    "no database": lambda path: path.write_bytes(b"x" * 8192),
    "nothing kept": drop_kept,
    "half of it": lambda path: kept_path(path).write_text(kept_path(path).read_text("utf-8")[:900], "utf-8"),
    "other JSON": lambda path: kept_path(path).write_text('{"state": 1}', "utf-8"),
    "not UTF-8": lambda path: kept_path(path).write_bytes(b"\xff\xfe\0"),
}


@pytest.mark.parametrize("name", AMISS)
def test_what_is_amiss_is_not_shown(office, name):
    AMISS[name](office)
    assert read_kept(office, TODAY) is None


def test_an_older_program_kept_something_else(office, monkeypatch):
    monkeypatch.setattr("hrdesk.__version__", "99.0")
    assert read_kept(office, TODAY) is None


def test_it_is_good_from_its_day_until_a_day_changes_it(lived):
    """On each of these days the services say the same reminders, and on the first one after it others."""
    kept = read_kept(lived, TODAY)
    days = [TODAY + timedelta(days=number) for number in range((kept.until - TODAY).days)]
    assert days
    with Services.open(lived) as services:
        assert all(services.year.due_items(day) == kept.glance.due for day in days)
        ends_with_the_year = kept.until == FiscalYear.of(TODAY).last_day + timedelta(days=1)
        assert ends_with_the_year or services.year.due_items(kept.until) != kept.glance.due
    assert [read_kept(lived, day) is not None for day in (TODAY - timedelta(days=1), days[-1], kept.until)] == [False, True, False]


@pytest.mark.parametrize("today", [date(2020, 11, 1), date(2021, 1, 15), date(2022, 6, 1), date(2022, 9, 30)])
def test_reminders_change_no_earlier_than_told(office, today):
    """A year whose rounds are closed may be told of without need; a reminder that begins to show is never missed."""
    with Services.open(office) as services:
        with closing(sqlite3.connect(office)) as rows, rows:
            rows.execute("UPDATE monitoring_report SET status = 'open'")
        now, days = services.year.due_items(today), (today + timedelta(days=number) for number in range(400))
        first = next((day for day in days if services.year.due_items(day) != now), None)
        told = services.year.next_due_change(today)
    assert first is not None
    assert told is not None
    assert today < told <= first


def test_a_second_closing_writes_nothing_new(office):
    before = kept_path(office).stat().st_mtime_ns
    with Services.open(office) as services:
        keep_glance(services, TODAY)
    assert kept_path(office).stat().st_mtime_ns == before


def test_a_journal_leaves_nothing_in_the_clear_behind(office):
    leave_a_journal(office)
    assert state_of(office) == ""
    drop_kept(office)
    drop_kept(office)
    assert not kept_path(office).exists()


def test_the_newest_backup_is_kept_with_it_until_another_is_made_or_lost(office):
    assert read_kept(office, TODAY).newest_backup(office) is None
    with Services.open(office) as services:
        made = services.backup.make().backup.manifest.created
        assert read_kept(office, TODAY).newest_backup(office) == made, "read anew"
        keep_glance(services, TODAY)
    kept = read_kept(office, TODAY)
    assert (kept.backup, kept.newest_backup(office)) == (made, made)
    for file in folder_of(office).iterdir():
        file.unlink()
    assert kept.newest_backup(office) is None
