"""The record of use: every change is in it, with its transaction, without values, and nobody takes it back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from hrdesk.domain.audit import AuditAction, AuditQuery
from hrdesk.domain.person_history import TrainingRecord as HeldTraining
from hrdesk.domain.staff import PersonRecord
from hrdesk.models.audit import AuditEntry
from hrdesk.models.curriculum import Law
from hrdesk.models.history import HeldPosition, TrainingRecord
from hrdesk.models.organization import OrgUnit
from hrdesk.models.staff import Staff
from hrdesk.models.tables import METADATA
from hrdesk.services import Services

SECRET = "1234567890121"


@pytest.fixture
def services(sample, tmp_path):
    (tmp_path / "office.db").write_bytes(sample.read_bytes())
    with Services.open(tmp_path / "office.db") as services:
        yield services


def entries(services):
    with services.database.read() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.id)).all()
        return [(row.action.value, row.subject, row.row_ids, row.count, row.detail) for row in rows]


def test_a_person_s_life_is_recorded_without_the_person(services):
    person = PersonRecord(0, "นาย", "มั่นคง", "ทดสอบ", national_id=SECRET)
    row, _ = services.register.save_person(person)
    services.register.retire(row, date(2026, 9, 30), "เกษียณ")
    assert entries(services) == [
        ("create", "staff", str(row), 1, ""), ("update", "staff", str(row), 1, "left_on, left_reason"),
    ]  # fmt: skip
    with services.database.read() as session:
        told = str([tuple(one) for one in session.execute(text("SELECT * FROM audit_entry"))])
    assert SECRET not in told
    assert "มั่นคง" not in told
    (line, _) = services.audit.page(AuditQuery()).lines
    assert line.names == "นายมั่นคง ทดสอบ"


def test_what_hangs_on_a_row_is_a_change_of_that_row(services):
    plan = services.planning.load(services.planning.plans()[0].id)
    services.planning.save(replace(plan, projects=plan.projects[1:]))
    (found,) = entries(services)
    assert found[:3] == ("update", "plan", str(plan.id))
    assert {"updated_at", "project"} <= set(found[4].split(", "))


def test_whole_tables_are_recorded_with_their_counts(services):
    with services.database.begin() as session:
        session.execute(update(Law).values(title="ก"))
        session.execute(insert(OrgUnit), [{"id": 9001 + n, "name": f"ก{n}", "place": n} for n in range(3)])
        session.execute(delete(OrgUnit).where(OrgUnit.id > 9001))
        session.execute(delete(OrgUnit).where(OrgUnit.id > 99999))
    laws = services.database.counts()["law"]
    assert [(action, subject, count) for action, subject, _, count, _ in entries(services)] == [
        ("update", "law", laws), ("create", "org_unit", 3), ("delete", "org_unit", 2),
    ]  # fmt: skip


def test_a_row_is_recorded_by_its_id_after_its_whole_table_was_written(services):
    """A statement brings its own copy of the table, which must not be taken for the owner of the real one."""
    staff = services.register.save_person(PersonRecord(0, "นาย", "ก", "ข"))[0]
    with services.database.begin() as session:
        session.execute(insert(METADATA.tables["org_unit"]), [{"id": 901, "name": "กองใหม่", "place": 99}])
        session.execute(insert(OrgUnit), [{"id": 902, "name": "กองใหม่กว่า", "place": 100}])
    with services.database.begin() as session:
        session.get(OrgUnit, 901).name = "กองเก่า"
        session.add(HeldPosition(staff_id=staff, number="", title="ช่าง", level="none", personnel_type="regular", unit="", order_number="", note=""))
    with services.database.read() as session:
        newest = session.scalars(select(AuditEntry).order_by(AuditEntry.id.desc()).limit(2)).all()
    assert {(one.action, one.subject) for one in newest} == {(AuditAction.UPDATE, "org_unit"), (AuditAction.UPDATE, "staff")}
    assert next(one.row_ids for one in newest if one.subject == "org_unit") == "901"


def test_what_is_not_saved_is_not_recorded(services):
    def fails():
        with services.database.begin() as session:
            session.add(OrgUnit(id=9001, name="ก", place=0))
            session.flush()
            raise ValueError

    with pytest.raises(ValueError):
        fails()
    with services.database.begin() as session:
        session.get(Staff, 1).note = session.get(Staff, 1).note  # touched, not changed
    assert entries(services) == []


@pytest.mark.parametrize("statement", ["DELETE FROM audit_entry", "UPDATE audit_entry SET user = 'x'",
                                       "UPDATE OR REPLACE audit_entry SET id = 9"])  # fmt: skip
def test_the_database_itself_refuses_to_take_an_entry_back(services, statement):
    services.audit.note(AuditAction.PRINT, "plan-book")
    with closing(sqlite3.connect(services.database.path)) as raw, pytest.raises(sqlite3.IntegrityError, match="append"):
        raw.execute(statement)
    with pytest.raises(IntegrityError), services.database.begin() as session:
        session.execute(text(statement))
    assert len(entries(services)) == 1


def test_every_file_a_service_writes_is_recorded(services, tmp_path):
    services.staff_import.template(tmp_path / "แม่แบบ.xlsx")
    services.office_workbook.export(target=tmp_path / "office.xlsx")
    services.audit.export(AuditQuery(), tmp_path / "audit.xlsx")
    services.forms.print_preview("plan-book", b"%PDF", tmp_path / "แผน.pdf")
    assert (tmp_path / "แผน.pdf").read_bytes() == b"%PDF"
    assert [(action, subject, detail) for action, subject, _, _, detail in entries(services)] == [
        ("export", "staff_import.template", "แม่แบบ.xlsx"), ("export", "office_workbook.export", "office.xlsx"),
        ("export", "audit.export", "audit.xlsx"), ("print", "plan-book", "แผน.pdf"),
    ]  # fmt: skip


def test_imports_and_restores_are_recorded(services, tmp_path):
    backup = services.backup.make().backup
    tables = services.staff_import.tables(services.staff_import.pasted("ชื่อ\tสกุล\tตำแหน่ง\nมานะ\tทดสอบ\tคนงาน\n"))
    services.staff_import.apply(services.staff_import.read(tables), "วาง")
    assert ("import", "import_batch", "1", 1, "") in entries(services)
    services.backup.restore(backup.path)
    ((action, subject, *_, detail),) = entries(services)
    assert (action, subject) == ("restore", "database")
    assert detail.startswith("ชุดที่ 1 (")
    (tmp_path / "backups").mkdir()
    services.backup.send(backup, tmp_path / "backups")
    assert entries(services)[-1][0] == "backup"
    assert services.backup.at_close().backup is not None
    assert services.backup.at_close().backup is None  # a copy made by itself is no change


def test_the_filter_and_its_export_agree(services, tmp_path):
    import openpyxl

    services.audit.note(AuditAction.VIEW_ID, "staff", (1, 2, 3, 4, 5))
    services.audit.note(AuditAction.PRINT, "plan-book", detail="=แผน.pdf")
    today = date.today()
    assert services.audit.subjects() == ("plan-book", "staff")
    for query, count in (
        (AuditQuery(), 2), (AuditQuery(AuditAction.PRINT), 1), (AuditQuery(subject="staff"), 1), (AuditQuery(since=today), 2),
        (AuditQuery(until=today - timedelta(days=2)), 0), (AuditQuery(offset=1), 2),
    ):  # fmt: skip
        page = services.audit.page(query)
        assert page.total == count
        assert len(page.lines) == count - query.offset
    assert services.audit.page(AuditQuery(subject="staff")).lines[0].names.endswith("และอีก 2 คน")
    assert services.audit.export(AuditQuery(AuditAction.PRINT), tmp_path / "out.xlsx") == 1
    row = next(openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows(min_row=2, values_only=True))
    assert row[3:5] == ("พิมพ์", "แบบฟอร์มหรือแฟ้ม")
    assert row[-1] == "=แผน.pdf"


@pytest.mark.parametrize(
    ("people", "records", "others"),
    [(1, 5, ""), (3, 3, ""), (4, 8, " และอีก 1 คน"), (5, 5, " และอีก 2 คน"), (2, 50, " และอีก หลายคน")],
)
def test_people_are_counted_and_not_their_records(services, people, records, others):
    staff = [services.register.save_person(PersonRecord(0, "นาย", f"คนที่{n}", "ทดสอบ"))[0] for n in range(people)]
    columns = TrainingRecord.__table__.columns.keys()
    with services.database.begin() as session:
        for number in range(records):
            held = HeldTraining(0, staff[number % people], course=f"หลักสูตร {number}")
            values = {key: value for key, value in asdict(held).items() if key in columns and key != "id"}
            session.add(TrainingRecord(**values))
    line = next(one for one in services.audit.page(AuditQuery()).lines if one.subject == "training_record")
    assert line.count == records
    said = line.names.partition(" และอีก")
    assert len(said[0].split(", ")) == min(people, 3)
    assert line.names.removeprefix(said[0]) == others


def test_a_file_of_an_older_program_gets_the_record(tmp_path):
    from hrdesk.models.database import Database
    from hrdesk.models.migrations import REVISIONS

    assert {table.name for table in METADATA.sorted_tables} >= {"audit_entry", "form_draft"}
    with Database.create(tmp_path / "new.db") as database, database.read() as session:
        names = set(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    assert names >= {"audit_entry_no_update", "audit_entry_no_delete"}
    assert len(REVISIONS) >= 6
