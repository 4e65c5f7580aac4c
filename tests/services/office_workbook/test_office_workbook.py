"""The office workbook: whatever an office holds goes out, comes in and goes out again as the same file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.province import LayoutColumn, ProvinceLayout
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.signing import Capacity, Signatory, SigningRole
from hrdesk.domain.terms import OrganizationKind
from hrdesk.models.database import Database
from hrdesk.models.tables import METADATA
from hrdesk.reports.sheets.workbook_cells import CONTINUED, escaped
from hrdesk.services import Area, Services
from hrdesk.services.office_workbook.layout import (
    COVER,
    DERIVED,
    FORMAT,
    LABELS,
    LAYOUT,
    OMITTED_TABLES,
    REFERENCE,
)
from hrdesk.services.office_workbook.reading import read_office
from hrdesk.services.office_workbook.service import OfficeWorkbookService
from hrdesk.services.office_workbook.storing import store_office
from hrdesk.services.safety.backup import BackupService
from offices import fill, office_records

# Each example writes two databases and two workbooks: a failing one is shown as it is, not made smaller for minutes.
SLOW = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def rows_of(database):
    """Everything that the database holds, by table; what is made of other columns included."""
    with database.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
            if table.name not in OMITTED_TABLES
        }


def assert_comes_back(services, folder):
    """Export, import into a new file, export again: the same bytes and the same rows."""
    first, second = folder / "first.xlsx", folder / "second.xlsx"
    exported = services.office_workbook.export(first)
    with Services.create_from_workbook(folder / "again.db", first) as again:
        assert rows_of(again.database) == rows_of(services.database)
        assert again.office_workbook.export(second) == exported
        assert again.office_workbook.count() == exported.records
        assert again.database.full_check() == ()
    assert second.read_bytes() == first.read_bytes()


def cells(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def test_every_table_and_column_stands_on_a_sheet_or_is_left_out_on_purpose():
    """A new one needs its line in layout.py, lest an office loses it on the way."""
    on_sheets = {(layout.table_name, field.key) for layout in LAYOUT for field in layout.stored}
    derived = {(table, column) for table, columns in DERIVED.items() for column in columns}
    everything = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        if table.name not in OMITTED_TABLES
        for column in table.columns
    }
    assert on_sheets | derived == everything
    assert not on_sheets & derived
    assert set(OMITTED_TABLES) <= set(METADATA.tables)
    assert {layout.table_name for layout in LAYOUT} >= REFERENCE


def test_the_layout_is_one_that_spreadsheets_take():
    names = [layout.name for layout in LAYOUT]
    assert len({name.lower() for name in (*names, COVER)}) == len(names) + 1
    for layout in LAYOUT:
        assert len(layout.name) <= 31
        assert not set("[]:*?/\\'") & set(layout.name)
        assert layout.fields[0].column.type.python_type is int, "a row that goes on is known by its first cell"
        headings = [field.heading for field in layout.fields]
        assert len(set(headings)) == len(headings), layout.name
        assert set(layout.order) <= set(layout.table.c.keys())
        assert set(layout.order) >= set(layout.table.primary_key.columns.keys()), "records stand in one order only"
        for place, field in enumerate(layout.fields):
            if field.shows:
                assert layout.fields[place - 1].key == field.column.name
                assert field.target in LABELS
        # Missing is not the same as empty; where a text may be missing, an empty cell must say one thing.
        absent = {f.key for f in layout.stored if f.column.nullable and f.kind.keeps_empty}
        assert not absent


def test_the_sample_office_comes_back_byte_for_byte(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        assert_comes_back(services, tmp_path)
    assert cells(tmp_path / "second.xlsx") == cells(tmp_path / "first.xlsx")  # which equal bytes say anyway


@SLOW
@given(office_records())
def test_any_rows_come_back(records):
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Database.create(folder / "office.db", lambda session: store_office(session, records)) as database:
            OfficeWorkbookService(database, BackupService(database)).export(folder / "office.xlsx")
        found = read_office(folder / "office.xlsx")
        assert {table: keyed(table, sheet) for table, sheet in found.items()} == {
            table: keyed(table, sheet) for table, sheet in records.items()
        }
        with Services.open(folder / "office.db") as services:
            assert_comes_back(services, folder)


def keyed(table, sheet):
    key = [column.name for column in METADATA.tables[table].primary_key]
    return {tuple(record.values[name] for name in key): record.values for record in sheet.records}


@SLOW
@given(st.data(), st.sampled_from(list(OrganizationKind)))
def test_any_office_that_an_officer_makes_comes_back(data, kind):
    with (
        TemporaryDirectory() as name,
        Services.create(Path(name) / "office.db", kind, "บ้านใหม่") as services,
    ):
        fill(services, data)
        assert_comes_back(services, Path(name))
        office, plans = services.register.office(), rows_of(services.database)["plan"]
        drafts = [services.planning.load(plan_id) for plan_id, *_ in plans]
        with Services.open(Path(name) / "again.db") as again:
            assert again.register.office() == office
            assert [again.planning.load(plan_id) for plan_id, *_ in plans] == drafts


def test_text_longer_than_a_cell_comes_back(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        text = "เทศบาล_x0041_ มีหน้าที่\n" * 3_000
        with services.database.begin() as session:
            chapter = METADATA.tables["plan_chapter"]
            session.execute(
                chapter.insert(), {"plan_id": 1, "place": 0, "key": next(iter(CHAPTERS)), "text": text}
            )
        assert_comes_back(services, tmp_path)
        rows = cells(tmp_path / "first.xlsx")["บทของแผน"][2:]
        assert len(rows) > 2
        assert {row[0] for row in rows[1:]} == {CONTINUED}
        assert "".join(row[4] for row in rows) == escaped(text)
        with Services.open(tmp_path / "again.db") as again:
            assert again.planning.load(1).chapters == {"preface": text}


def test_the_workbook_reads_as_an_officer_would_read_it(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        services.office_workbook.export(tmp_path / "office.xlsx")
    found = cells(tmp_path / "office.xlsx")
    cover = found[COVER]
    assert [row[1] for row in cover[:3]] == ["hrdesk-office", 1, "เทศบาลตำบลหนองป่าครั่ง"]
    counts = {row[0]: row[1] for row in cover if isinstance(row[1], int) and row[2] is None}
    assert {name: counts[name] for name in found if name != COVER} == {
        name: len(rows) - 2 for name, rows in found.items() if name != COVER
    }
    assert (counts["ตำแหน่ง"], counts["โครงการ"]) == (60, 11)
    post = dict(zip(found["ตำแหน่ง"][0], found["ตำแหน่ง"][2], strict=True))
    assert post["สายงาน"]
    assert post["ส่วนราชการ"]
    assert post["ระดับ"] in ("กลาง [executive-middle]", "ต้น [executive-low]", "สูง [executive-high]")
    budget = dict(zip(found["โครงการ-งบประมาณ"][0], found["โครงการ-งบประมาณ"][2], strict=True))
    assert (budget["จำนวนเงิน"], budget["ปีงบประมาณ"]) == (20_000, 2564)
    explained = {(row[2], row[3]) for row in cover if row[3]}
    assert explained >= {(field.heading, field.key) for layout in LAYOUT for field in layout.fields}


def test_an_empty_office_takes_another_ones_workbook_after_a_backup(tmp_path):
    source = tmp_path / "office.xlsx"
    with Services.create_sample(tmp_path / "office.db") as services:
        services.office_workbook.export(source)
        rows = rows_of(services.database)
    with Services.create(tmp_path / "new.db", OrganizationKind.SAO, "ใหม่") as empty:
        area = empty.office_workbook.import_from(source)
        assert area == ~Area(0)
        assert rows_of(empty.database) == rows
        (backup,) = empty.backup.listed()
        assert backup.manifest.office == "ใหม่"
        assert backup.manifest.reason.value == "before-import"


def test_exporting_changes_nothing_and_tells_of_a_plan_left_unfinished(tmp_path):
    path = tmp_path / "office.db"
    with Services.create_sample(path) as services:
        before = services.database.counts()
        assert not services.office_workbook.export(tmp_path / "a.xlsx").unfinished
        assert services.database.counts() == before | {"audit_entry": 1}  # that it was exported
        services.planning.save_wizard(services.planning.blank(2567), "period")
        assert services.office_workbook.export(tmp_path / "b.xlsx").unfinished
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_tables_are_those_of_the_database(tmp_path):
    with Database.create(tmp_path / "empty.db") as database, database.read() as session:
        names = set(inspect(session.connection()).get_table_names())
    assert names == {layout.table_name for layout in LAYOUT} | set(OMITTED_TABLES)


def test_the_format_is_documented():
    page = (Path(__file__).parents[3] / "docs" / "office-workbook.md").read_text(encoding="utf-8")
    assert f"format {FORMAT}\n" in page
    for layout in LAYOUT:
        keys = " ".join(f"`{field.key}`" for field in layout.fields)
        assert f"| {layout.name} | {layout.about} | {keys} |\n" in page


def test_who_signs_the_laws_replacements_and_the_constants_travel_too(tmp_path):
    columns = (LayoutColumn(ProvinceSheet.TRAINING, "audited", "ตรวจแล้ว", "Y"),)
    with Services.create_sample(tmp_path / "a.db") as services:
        services.register.save_organization(replace(services.register.organization(), phone="0 5324 0000", street="99 หมู่ที่ 1"))
        services.signing.propose_heads()
        services.signing.save(Signatory(0, SigningRole.HEAD, "นายรอง ทำแทน", "รองนายกเทศมนตรี", Capacity.ACTING))
        last = services.curriculum.catalogue().laws[-1]
        first = services.curriculum.catalogue().laws[0]
        services.curriculum.save_law(replace(first, replaced_by=last.id))  # which stands after it
        services.province.save(ProvinceLayout(0, "ของเรา", columns))
        before = services.register.office(), services.province.named("ของเรา").columns
        services.office_workbook.export(tmp_path / "a.xlsx")
    with Services.create_from_workbook(tmp_path / "b.db", tmp_path / "a.xlsx") as services:
        assert (services.register.office(), services.province.named("ของเรา").columns) == before
        assert next(one for one in services.register.office().signatories if one.role is SigningRole.HEAD).own_line.endswith("รักษาราชการแทน")
        services.office_workbook.export(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
