"""From a file to the database and back, on real files of both."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.terms import OrganizationKind, PersonnelType
from hrdesk.errors import UserError
from hrdesk.services import Area, Services
from hrdesk.services.register.importing import Policy, Status, load_mapping
from hrdesk.services.register.service import StaffQuery
from hrdesk.services.staffing.entry import Repeating
from services.sheets import files
from services.staffing.lists import IDS, sheet

TITLE = ["บัญชีจัดคนลงสู่ตำแหน่ง", "", "", "", "", "", ""]
FRAME = [
    TITLE,
    ["ที่", "ชื่อ-สกุล", "กรอบอัตรากำลัง", "", "", "เลขประจำตัวประชาชน", "วันเกิด"],
    ["", "", "เลขที่ตำแหน่ง", "ตำแหน่ง", "ระดับ", "", ""],
    ["๑", "นายก ใจดี", "๑๒-๒-๐๐-๑๑๐๑-๐๐๑", "ปลัดเทศบาล", "กลาง", "3-0000-00120-01-9", "๕ ม.ค. ๒๕๓๐"],
    ["กองคลัง (04)", "", "", "", "", "", ""],
    ["๒", "(ว่าง)", "12-2-04-2102-001", "ผู้อำนวยการกองคลัง (นักบริหารงานการคลัง)", "ต้น", "", ""],
    ["๓", "นางข ใจงาม", "12-2-04-3201-001", "นักวิชาการเงินและบัญชี", "ชก.", 3000000137027, "1/1/2567"],
    ["๔", "นายค งาน", "-", "คนงาน", "-", float(IDS[2]), date(2530, 2, 1)],
    ["", "รวม", "4 อัตรา", "", "", "", ""],
    ["หมายเหตุ : ข้อมูล ณ วันที่ ๑ มิถุนายน ๒๕๖๗", "", "", "", "", "", ""],
]
MERGES = [(0, 0, 0, 6), (1, 2, 1, 4), (1, 0, 2, 0), (1, 1, 2, 1), (1, 5, 2, 5), (1, 6, 2, 6)]


@pytest.fixture
def services(tmp_path):
    with Services.create(tmp_path / "office.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as opened:
        yield opened


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("sample") / "office.db") as opened:
        yield opened


@pytest.fixture
def frame(tmp_path):
    path = tmp_path / "กรอบ.xlsx"
    path.write_bytes(files.xlsx(FRAME, MERGES, "Sheet2"))
    return path


def understood(services, path, mapping=None):
    tables = services.staff_import.tables(services.staff_import.sheets(path), mapping)
    return tables, services.staff_import.read(tables)


def counts(preview):
    return tuple(preview.count(status) for status in Status)


def everything(services):
    raw = sqlite3.connect(f"file:{services.database.path}?mode=ro", uri=True)
    tables = ("staff", "position", "org_unit", "position_line")
    found = {table: raw.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in tables}
    raw.close()
    return found


def test_preview_import_and_again(services, frame):
    before = everything(services)
    _, reading = understood(services, frame)
    preview = services.staff_import.preview(reading)
    assert (preview.positions, preview.vacant, counts(preview)) == (4, 1, (3, 0, 0))
    assert [(cell.sheet, cell.row, cell.cell) for cell in preview.wrong] == [("กรอบ", 7, "G7")]
    assert everything(services) == before

    done = services.staff_import.apply(reading, frame.name)
    assert done.area == Area.STAFF | Area.ORGANIZATION
    assert done.backup.backup.manifest.counts["staff"] == 0
    page = services.register.staff_page(StaffQuery(sort="number"))
    assert [(row.number, row.name) for row in page.rows] == [
        ("12-2-00-1101-001", "นายก ใจดี"), ("12-2-04-2102-001", ""), ("", "นายค งาน"),
    ]  # fmt: skip
    worker = services.register.person(page.rows[-1].staff_id)
    assert (worker.national_id, worker.birth_date, worker.personnel_type) == (
        IDS[2], date(1987, 2, 1), PersonnelType.GENERAL_CONTRACT,
    )  # fmt: skip
    assert services.register.staff_page(StaffQuery(text="ผู้อำนวยการกอง")).total == 1

    assert counts(services.staff_import.preview(reading)) == (0, 0, 3)
    again = services.staff_import.apply(reading, frame.name)
    assert (again.batch, again.backup, again.area) == (None, None, Area(0))


def test_wrong_rows_go_back_in_their_layout_and_are_mended_there(services, frame, tmp_path):
    tables, reading = understood(services, frame)
    preview = services.staff_import.apply(reading, "กรอบ").preview
    target = tmp_path / "ผิด.xlsx"
    assert services.staff_import.wrong_rows(tables, preview, target) == 1
    (back,) = services.staff_import.sheets(target)
    assert [row[:2] for row in back.rows] == [
        tuple(TITLE[:2]), ("ที่", "ชื่อ-สกุล"), ("", ""), ("กองคลัง (04)", ""), ("๓", "นางข ใจงาม"),
    ]  # fmt: skip
    assert back.rows[1][-1] == "สาเหตุ"
    assert back.rows[4][-1].startswith("G7 ")
    (table,) = services.staff_import.tables([back.with_cell(4, 6, "1/1/2527")])
    reading = services.staff_import.read([table])
    assert counts(services.staff_import.apply(reading, "แก้แล้ว").preview) == (1, 0, 0)
    units = {unit.id: unit.name for unit in services.register.units()}
    (row,) = services.register.staff_page(StaffQuery(text="นักวิชาการเงิน")).rows
    assert units[services.register.position(row.position_id).unit_id] == "กองคลัง"


def test_two_change_places_and_undo_puts_them_back(services, frame):
    _, reading = understood(services, frame)
    services.staff_import.apply(reading, "แรก")
    first = everything(services)
    swapped = [row[:] for row in FRAME]
    swapped[3][1], swapped[3][5], swapped[7][1], swapped[7][5] = swapped[7][1], swapped[7][5], swapped[3][1], swapped[3][5]
    swapped[3][6], swapped[7][6] = swapped[7][6], swapped[3][6]
    swapped[5][3], swapped[5][1] = "ผู้อำนวยการกองการคลัง (นักบริหารงานการคลัง)", "นายง ใหม่"
    frame.write_bytes(files.xlsx(swapped, MERGES))
    _, reading = understood(services, frame)
    done = services.staff_import.apply(reading, "สลับ")
    assert counts(done.preview) == (0, 3, 0)
    assert {row.number: row.name for row in services.register.staff_page(StaffQuery()).rows} == {
        "12-2-00-1101-001": "นายค งาน", "12-2-04-2102-001": "นายง ใหม่", "": "นายก ใจดี",
    }  # fmt: skip
    assert [batch.source for batch in services.staff_import.batches()] == ["สลับ", "แรก"]
    services.staff_import.undo(done.batch)
    assert everything(services) == first
    services.staff_import.undo(services.staff_import.batches()[1].id)
    assert not any(everything(services)[table] for table in ("staff", "position", "org_unit"))
    with pytest.raises(UserError, match="ยกเลิกไปแล้ว"):
        services.staff_import.undo(done.batch)


def test_undo_is_refused_when_somebody_changed_a_record_since(services, frame):
    _, reading = understood(services, frame)
    done = services.staff_import.apply(reading, "แรก")
    person = services.register.staff_page(StaffQuery(text="นายค")).rows[0].staff_id
    services.register.save_person(replace(services.register.person(person), note="แก้เอง"))
    before = everything(services)
    with pytest.raises(UserError, match="นายค งาน"):
        services.staff_import.undo(done.batch)
    assert everything(services) == before


def test_only_the_newest_imports_are_kept(services, frame):
    for number in range(7):
        FRAME[3][1] = f"นายก ใจดี{number}"
        frame.write_bytes(files.xlsx(FRAME, MERGES))
        services.staff_import.apply(understood(services, frame)[1], str(number))
    FRAME[3][1] = "นายก ใจดี"
    assert [batch.source for batch in services.staff_import.batches()] == ["6", "5", "4", "3", "2"]


def test_a_failure_half_way_leaves_everything_as_it_was(services, frame):
    _, reading = understood(services, frame)
    with services.database.begin() as session:
        session.connection().exec_driver_sql(
            "CREATE TRIGGER fail BEFORE INSERT ON staff WHEN NEW.first_name = 'ค' BEGIN SELECT raise(ABORT, 'x'); END"
        )
    before = everything(services)
    with pytest.raises(Exception, match="x"):
        services.staff_import.apply(reading, "แรก")
    assert everything(services) == before
    assert services.staff_import.batches() == ()


def test_the_template_of_the_sample_office_reads_back_without_a_change(sample, tmp_path):
    target = tmp_path / "แบบ.xlsx"
    assert sample.staff_import.template(target) == 60
    _, reading = understood(sample, target)
    preview = sample.staff_import.preview(reading)
    assert (preview.positions, counts(preview), preview.wrong, preview.ignored) == (60, (0, 0, 60), (), ())


def test_the_template_fills_an_empty_office_with_the_same(sample, services, tmp_path):
    sample.staff_import.template(tmp_path / "a.xlsx")
    services.staff_import.apply(understood(services, tmp_path / "a.xlsx")[1], "a")
    services.staff_import.template(tmp_path / "b.xlsx")
    first, second = (services.staff_import.sheets(tmp_path / name)[0].rows for name in ("a.xlsx", "b.xlsx"))
    assert sorted(first) == sorted(second)


def test_a_list_that_is_not_understood_until_it_is_mapped_and_then_remembered(services, tmp_path):
    rows = "รายชื่อ||\nก|ข|ค\nคนงาน|นายก ใจดี|2"
    (drawn,) = [sheet(rows)]
    with pytest.raises(UserError, match="ไม่พบตารางบุคลากร"):
        services.staff_import.tables([drawn])
    path = tmp_path / "m.json"
    path.write_text('{"header_row": 2, "columns": {"title": "A", "name": "ข", "number": ["C"]}}', encoding="utf-8")
    tables = services.staff_import.tables([drawn], load_mapping(path))
    done = services.staff_import.apply(services.staff_import.read(tables), "x", remember=tables)
    assert counts(done.preview) == (1, 0, 0)

    known = sheet("ตำแหน่ง|ชื่อ-สกุล|รหัสภายใน\nคนงาน|นายก ใจดี|2")
    path.write_text('{"columns": {"number": "รหัสภายใน"}}', encoding="utf-8")
    tables = services.staff_import.tables([known], load_mapping(path))
    services.staff_import.apply(services.staff_import.read(tables), "x", remember=tables)
    (table,) = services.staff_import.tables([known])  # without the mapping
    assert services.staff_import.read([table]).entries[0].number == "2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "JSON"),
        ("[]", "วัตถุ"),
        ('{"colums": {}}', "colums"),
        ('{"columns": {"titel": "A"}}', "titel"),
        ('{"columns": {"title": 1}}', "columns.title"),
        ('{"columns": {"title": "ZZ"}}', "ZZ"),
        ('{"columns": []}', "columns"),
        ('{"header_row": 0}', "header_row"),
        ('{"header_row": 99}', "99"),
        ('{"sheet": "ไม่มี"}', "ไม่มี"),
    ],
)
def test_a_slip_in_a_mapping_is_named(services, tmp_path, text, said):
    path = tmp_path / "m.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said):
        services.staff_import.tables([sheet("ตำแหน่ง|ชื่อ-สกุล\nก|นาย ก ข")], load_mapping(path))


def test_columns_that_are_nearly_right_are_suggested(services):
    with pytest.raises(UserError, match="คอลัมน์ B “ตำแหน่งง” อาจหมายถึง “ตำแหน่ง”"):
        services.staff_import.tables([sheet("ชื่อ-สกุล|ตำแหน่งง|วันเกิด\nนาย ก ข|x|")])
    with pytest.raises(UserError, match="ไม่พบแถวตำแหน่งใต้หัวตาราง"):
        services.staff_import.read(services.staff_import.tables([sheet("ตำแหน่ง|ชื่อ-สกุล")]))


def test_a_sheet_for_each_bureau_but_not_last_years_copy(services):
    head = "เลขที่ตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล\n"
    first, second = sheet(f"{head}1|ก|นาย ก ข", name="กองคลัง"), sheet(f"{head}2|ข|นาย ค ง", name="กองช่าง")
    copy = sheet(f"{head}1|ก|นาย ก ข\n2|ข|นาย ค ง", name="ปี 66")
    reading = services.staff_import.read(services.staff_import.tables([first, second, copy, replace(copy, hidden=True)]))
    assert [(entry.number, entry.units) for entry in reading.entries] == [("1", ("กองคลัง",)), ("2", ("กองช่าง",))]
    assert services.staff_import.preview(reading).repeating == (Repeating("ปี 66", 2, 2),), "what was left out is named"
    assert services.staff_import.read(services.staff_import.tables([first, second])).repeating == ()


@pytest.mark.parametrize(
    ("rows", "left_out"),
    [
        ("1|ก|นาย ก ข", (1, 1)),
        ("1|ก|นาย ก ข\n2|ข|นาย ค ง\n3|ค|นาย จ ฉ", (3, 2)),  # one row of it stands nowhere else: told, not passed over in silence
        ("1|ก|นาย ก ข\n3|ค|นาย จ ฉ", None),  # half: no copy
        ("3|ค|นาย จ ฉ", None),
    ],
)
def test_how_much_of_a_sheet_stood_before_is_told(services, rows, left_out):
    head = "เลขที่ตำแหน่ง|ตำแหน่ง|ชื่อ-สกุล\n"
    sheets = [sheet(f"{head}1|ก|นาย ก ข\n2|ข|นาย ค ง", name="กรอบ"), sheet(head + rows, name="เดิม")]
    reading = services.staff_import.read(services.staff_import.tables(sheets))
    assert [(one.sheet, one.rows, one.repeated) for one in reading.repeating] == ([("เดิม", *left_out)] if left_out else [])
    assert ("3" in [entry.number for entry in reading.entries]) == ("3" in rows and left_out is None)


def test_a_policy_reaches_the_database(services, frame):
    services.staff_import.apply(understood(services, frame)[1], "แรก")
    changed = [row[:] for row in FRAME]
    changed[3][3] = "ปลัดเทศบาลตำบล"
    frame.write_bytes(files.xlsx(changed, MERGES))
    _, reading = understood(services, frame)
    assert services.staff_import.apply(reading, "x", Policy.SKIP).batch is None
    assert services.staff_import.apply(reading, "x", Policy.UPDATE).batch is not None
    assert services.register.staff_page(StaffQuery(text="ปลัดเทศบาลตำบล")).total == 1
