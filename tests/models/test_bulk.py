"""Rows at the driver's pace are stored as any others, by whichever names the driver knows values, and recorded."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, Table, func, select
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.audit import AuditAction
from hrdesk.models.audit import AuditEntry
from hrdesk.models.bulk import CHUNK, insert_tuples
from hrdesk.models.training import Attendance
from hrdesk.services import Services
from training_office import the_class, training_office

COLUMNS = ("participant_id", "day", "half", "present")


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        yield services


def people(services):
    return [one.id for one in services.classes.participants(the_class(services).id)]


def last_entry(services):
    with services.database.read() as session:
        row = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc())).first()
        return row.action, row.subject, row.detail


def stored(services):
    with services.database.read() as session:
        return session.scalar(select(func.count()).select_from(Attendance))


def test_rows_are_read_back_as_typed_and_told_as_a_change_of_their_class(services) -> None:
    rows = [(one, "2023-06-06", "am", index % 2 == 0) for index, one in enumerate(people(services))]
    with services.database.begin() as session:
        assert insert_tuples(session, Attendance.__table__, COLUMNS, iter(rows)) == len(rows)
    with services.database.read() as session:
        found = {row.participant_id: row.present for row in session.scalars(select(Attendance))}
    assert found == {one: present for one, _day, _half, present in rows}
    assert last_entry(services) == (AuditAction.UPDATE, "training_class", "attendance")


def test_nothing_written_is_nothing_recorded(services) -> None:
    before = last_entry(services)
    with services.database.begin() as session:
        assert insert_tuples(session, Attendance.__table__, COLUMNS, ()) == 0
    assert last_entry(services) == before


@pytest.mark.parametrize("count", [CHUNK - 1, CHUNK, CHUNK + 1])
def test_blocks_lose_no_row_at_their_edges(services, count) -> None:
    one = people(services)[0]
    days = [f"{2000 + n // 360}-{1 + n // 30 % 12:02}-{1 + n % 30 % 28:02}" for n in range(count)]
    with services.database.begin() as session:
        session.connection().exec_driver_sql("CREATE TABLE plain (participant_id, day, half, present)")
        table = Table("plain", MetaData(), *(Column(name) for name in COLUMNS))
        assert insert_tuples(session, table, COLUMNS, ((one, day, "am", True) for day in days)) == count
        assert session.connection().exec_driver_sql("SELECT count(*) FROM plain").scalar() == count


def test_a_refused_row_leaves_none_behind(services) -> None:
    before = stored(services)
    rows = [(people(services)[0], "2023-06-06", "am", True), (10**6, "2023-06-06", "am", True)]
    with pytest.raises(IntegrityError), services.database.begin() as session:
        insert_tuples(session, Attendance.__table__, COLUMNS, rows)
    assert stored(services) == before


def test_marking_a_class_is_on_the_record(services) -> None:
    sheet = services.attendance.sheet(the_class(services).id)
    half = sheet.sessions[0]
    services.attendance.mark(the_class(services).id, {(sheet.participants[0].id, half.day, half.half): True})
    with services.database.read() as session:
        told = session.scalars(select(AuditEntry.detail).order_by(AuditEntry.id.desc()).limit(3)).all()
    assert any("attendance" in one for one in told)
