"""An office workbook that somebody has changed: what is meant is taken, what is wrong is named by sheet and cell."""

from __future__ import annotations

import shutil
from datetime import datetime, time

import openpyxl
import pytest

from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.reports.sheets.workbook_cells import CONTINUED
from hrdesk.services import Services
from hrdesk.services.office_workbook.reading import read_office
from hrdesk.services.office_workbook.records import InvalidWorkbook


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    with Services.create_sample(folder / "office.db") as services:
        services.office_workbook.export(folder / "office.xlsx")
    return folder / "office.xlsx"


@pytest.fixture
def changed(exported, tmp_path):
    """The sample workbook after a function has changed it."""

    def change(edit):
        path = tmp_path / "changed.xlsx"
        book = openpyxl.load_workbook(exported)
        edit(book)
        book.save(path)
        return path

    return change


def place(book, sheet, key, record=0):
    """The cell of a column in a record, counted from 0."""
    keys = [cell.value for cell in book[sheet][2]]
    return book[sheet].cell(3 + record, keys.index(key) + 1)


def sets(sheet, key, value, record=0):
    return lambda book: setattr(place(book, sheet, key, record), "value", value)


def copies(sheet, key, record=1, source=0):
    """One record takes the cell of another."""
    return lambda book: setattr(
        place(book, sheet, key, record), "value", place(book, sheet, key, source).value
    )


def both(*edits):
    return lambda book: [edit(book) for edit in edits]


def circle(book):
    units = book["ส่วนราชการ"]
    ids = [row[0].value for row in units.iter_rows(min_row=3)]
    for record in (0, 1):
        place(book, "ส่วนราชการ", "parent_id", record).value = ids[1 - record]


def drop_column(book):
    book["บุคลากร"].delete_cols(4)


def start_with_a_row_that_goes_on(book):
    book["กฎหมายและระเบียบ"].cell(3, 1).value = CONTINUED


FAULTS = {
    "missing sheet": (lambda book: book.remove(book["โครงการ"]), "โครงการ", "", "ไม่พบแผ่นงาน"),
    "missing column": (drop_column, "บุคลากร", "", "นามสกุล"),
    "unknown key": (lambda book: setattr(book["บุคลากร"]["Q2"], "value", "salary"), "บุคลากร", "Q2", "salary"),
    "key twice": (lambda book: setattr(book["บุคลากร"]["Q2"], "value", "note"), "บุคลากร", "Q2", "ซ้ำ"),
    "headings only": (lambda book: book["แผนพัฒนา"].delete_rows(2, 9), "แผนพัฒนา", "", "แถวคีย์"),
    "empty id": (sets("สายงาน", "id", None), "สายงาน", "A3", "ต้องไม่ว่าง"),
    "id of letters": (sets("สายงาน", "id", "ก"), "สายงาน", "A3", "จำนวนเต็ม"),
    "half an id": (sets("สายงาน", "id", 1.5), "สายงาน", "A3", "จำนวนเต็ม"),
    "huge id": (sets("สายงาน", "id", 1e300), "สายงาน", "A3", "จำนวนเต็ม"),
    "id beyond the database": (sets("สายงาน", "id", str(2**63)), "สายงาน", "A3", "จำนวนเต็ม"),
    "id twice": (copies("หลักสูตร", "id"), "หลักสูตร", "A4", "ซ้ำกับแถวที่ 3"),
    "line twice": (copies("สายงาน", "name"), "สายงาน", "B4", "ซ้ำกับแถวที่ 3"),
    "place twice": (copies("คณะกรรมการ", "place"), "คณะกรรมการ", "C4", "ซ้ำกับแถวที่ 3"),
    "unknown term": (sets("ตำแหน่ง", "level", "ต้น"), "ตำแหน่ง", "F3", "ต้น [director-low]"),
    "yes or no": (sets("แผนพัฒนา", "covers_all_positions", "บางที"), "แผนพัฒนา", "F3", "“ใช่”"),
    "no such day": (sets("บุคลากร", "birth_date", "29/2/2566"), "บุคลากร", "F3", "ปฏิทิน"),
    "day of the Buddhist era that is none": (
        sets("บุคลากร", "birth_date", datetime(2568, 2, 29)), "บุคลากร", "F3", "29 กุมภาพันธ์",
    ),
    "text for a day": (sets("บุคลากร", "birth_date", "เมื่อวาน"), "บุคลากร", "F3", "เมื่อวาน"),
    "truth for a day": (sets("บุคลากร", "birth_date", True), "บุคลากร", "F3", "วันที่"),
    "text for a moment": (sets("แผนพัฒนา", "updated_at", "20 พ.ย. 2569"), "แผนพัฒนา", "I3", "UTC"),
    "day for text": (sets("ตำแหน่ง", "number", datetime(2024, 1, 2)), "ตำแหน่ง", "B3", "วันที่"),
    "time for text": (sets("ตำแหน่ง", "number", time(8, 30)), "ตำแหน่ง", "B3", "เวลา"),
    "truth for text": (sets("ตำแหน่ง", "title", True), "ตำแหน่ง", "C3", "ข้อความ"),
    "unknown letter": (sets("ตำแหน่ง", "title", "\\u{FFFFFF}"), "ตำแหน่ง", "C3", "รหัสอักขระ"),
    "third decimal": (sets("โครงการ-งบประมาณ", "amount", 100.005), "โครงการ-งบประมาณ", "E3", "ทศนิยม"),
    "words for money": (sets("โครงการ-งบประมาณ", "amount", "ฟรี"), "โครงการ-งบประมาณ", "E3", "บาท"),
    "wrong check digit": (
        sets("บุคลากร", "national_id", "1234567890123"), "บุคลากร", "E3", "เลขตรวจสอบ",
    ),
    "ID twice": (copies("บุคลากร", "national_id"), "บุคลากร", "E4", "ซ้ำกับแถวที่ 3"),
    "two holders": (copies("บุคลากร", "position_id"), "บุคลากร", "H4", "ซ้ำกับแถวที่ 3"),
    "leaver with a post": (sets("บุคลากร", "left_on", datetime(2024, 1, 2)), "บุคลากร", "H3", "พ้นจากตำแหน่ง"),
    "no such line": (sets("ตำแหน่ง", "line_id", 999), "ตำแหน่ง", "D3", "“สายงาน”"),
    "no such course": (sets("โครงการ-หลักสูตร", "course_id", 999), "โครงการ-หลักสูตร", "D3", "“หลักสูตร”"),
    "no such unit above": (sets("ส่วนราชการ", "parent_id", 999), "ส่วนราชการ", "C3", "999"),
    "circle": (circle, "ส่วนราชการ", "C3", "ภายใต้ตัวเอง"),
    "law that replaces itself": (sets("กฎหมายและระเบียบ", "replaced_by_id", 1), "กฎหมายและระเบียบ", "C3", "แทนที่ด้วยตัวเอง"),
    "no such law": (sets("กฎหมายและระเบียบ", "replaced_by_id", 9999), "กฎหมายและระเบียบ", "C3", "9999"),
    "own parent": (sets("ส่วนราชการ", "parent_id", 1), "ส่วนราชการ", "C3", "ภายใต้"),
    "no office": (lambda book: book["หน่วยงาน"].delete_rows(3), "หน่วยงาน", "", "0 รายการ"),
    "two offices": (
        lambda book: book["หน่วยงาน"].append([2, "เทศบาลเมือง", "ข", *[None] * 6]), "หน่วยงาน", "", "2 รายการ",
    ),
    "goes on from nothing": (start_with_a_row_that_goes_on, "กฎหมายและระเบียบ", "A3", "แถวต่อ"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_by_sheet_and_cell_and_nothing_is_made(changed, tmp_path, name):
    edit, sheet, cell, word = FAULTS[name]
    path = changed(edit)
    with pytest.raises(InvalidWorkbook) as caught:
        Services.create_from_workbook(tmp_path / "new.db", path)
    found = [(fault.sheet, fault.cell) for fault in caught.value.faults if word in fault.text]
    assert (sheet, cell) in found, [str(fault) for fault in caught.value.faults]
    assert "ไม่ถูกเปลี่ยนแปลง" in str(caught.value)
    assert not list(tmp_path.glob("new.db*"))


def test_every_fault_is_told_at_once_and_few_are_printed(changed):
    path = changed(both(*(sets("ตำแหน่ง", "level", "ซี 9", record) for record in range(40))))
    with pytest.raises(InvalidWorkbook) as caught:
        read_office(path)
    assert [fault.cell for fault in caught.value.faults] == [f"F{row}" for row in range(3, 43)]
    said = str(caught.value)
    assert said.count("เซลล์ F") == 10
    assert said.endswith("และอีก 30 แห่ง")
    with pytest.raises(InvalidWorkbook) as caught:  # nobody mends thousands
        read_office(changed(lambda book: [book["กฎหมายและระเบียบ"].append(["x"] * 4) for _ in range(900)]))
    assert len(caught.value.faults) == 1000


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda book: book.remove(book["คำอธิบาย"]), "ไม่ใช่ชุดข้อมูลหน่วยงาน"),
        (lambda book: setattr(book["คำอธิบาย"]["B1"], "value", "other"), "ไม่ใช่ชุดข้อมูลหน่วยงาน"),
        (lambda book: setattr(book["คำอธิบาย"]["B2"], "value", 2), "รูปแบบรุ่น 2"),
        (lambda book: setattr(book["คำอธิบาย"]["B2"], "value", None), "รูปแบบรุ่น"),
    ],
)
def test_another_workbook_and_another_version_are_refused(changed, edit, words):
    with pytest.raises(UserError, match=words):
        read_office(changed(edit))


def test_a_file_that_is_no_workbook_is_refused(tmp_path):
    for content in (b"", b"<html><table><tr><td>1</td></tr></table></html>", b"PK\x03\x04 cut off", b"\x00" * 100):
        path = tmp_path / "office.xlsx"
        path.write_bytes(content)
        with pytest.raises(UserError):
            read_office(path)
    with pytest.raises(UserError, match="ไม่พบแฟ้ม"):
        read_office(tmp_path / "missing.xlsx")


def test_what_people_change_around_the_records_does_not_matter(exported, changed):
    def rearrange(book):
        people = book["บุคลากร"]
        rows = [[cell.value for cell in row] for row in people.iter_rows(min_row=3)]
        for number, row in enumerate(reversed(rows), 3):
            for column, value in enumerate(row, 1):
                people.cell(number, column).value = value
        people["Q1"] = "บันทึกของเรา"
        people["Q3"] = "ไม่นำเข้า"
        people.insert_rows(10)
        people.insert_cols(1)
        book.create_sheet("แผ่นของเรา")["A1"] = "ไม่นำเข้า"
        book.move_sheet("บุคลากร", 5)
        place(book, "ตำแหน่ง", "line_id.label").value = "ไม่ถูกอ่าน"
        book["สายงาน"].sheet_state = "hidden"

    assert values(changed(rearrange)) == values(exported)


def values(path):
    return {
        table: sorted(([*record.values.items()] for record in sheet.records), key=str)
        for table, sheet in read_office(path).items()
    }


def test_what_people_type_is_understood(changed):
    edits = {
        ("ตำแหน่ง", "number"): (123456, "123456"),
        ("ตำแหน่ง", "level"): ("director-low", "director-low"),
        ("บุคลากร", "birth_date"): ("๕ ม.ค. ๒๕๓๐", datetime(1987, 1, 5).date()),
        ("บุคลากร", "start_date"): (datetime(2567, 2, 28), datetime(2024, 2, 28).date()),
        ("บุคลากร", "national_id"): (" 1-1017-00207-03-0 ", "1101700207030"),
        ("บุคลากร", "note"): ("  มีช่อง  ", "  มีช่อง  "),
        ("แผนพัฒนา", "first_year"): ("๒๕๖๔", 2564),
        ("แผนพัฒนา", "covers_all_positions"): (False, False),
        ("แผนพัฒนา", "status"): (" ประกาศใช้ ", PlanStatus.ANNOUNCED),
        ("แผนพัฒนา", "updated_at"): ("2024-06-01T19:30:00+07:00", datetime.fromisoformat("2024-06-01T12:30:00Z")),
        ("โครงการ-งบประมาณ", "amount"): ("20,000.50 บาท", 2_000_050),
        ("กฎหมายและระเบียบ", "replaced_by_id"): (None, None),
    }
    tables = {"ตำแหน่ง": "position", "บุคลากร": "staff", "แผนพัฒนา": "plan"}
    tables |= {"โครงการ-งบประมาณ": "project_budget", "กฎหมายและระเบียบ": "law"}
    found = read_office(changed(both(*(sets(sheet, key, typed) for (sheet, key), (typed, _) in edits.items()))))
    for (sheet, key), (_, meant) in edits.items():
        assert found[tables[sheet]].records[0].values[key] == meant, key


def test_an_office_with_people_or_plans_is_not_overwritten(exported, tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        before = services.database.path.read_bytes()
        with pytest.raises(UserError, match=r"บุคลากร 51 รายการ.*ข้อมูลเดิมยังอยู่ครบ"):
            services.office_workbook.import_from(exported)
        assert services.database.path.read_bytes() == before
        assert services.backup.listed() == ()
    with pytest.raises(UserError, match="มีแฟ้มข้อมูล"):
        Services.create_from_workbook(tmp_path / "office.db", exported)
    with Services.create(tmp_path / "new.db", OrganizationKind.SAO, "ใหม่") as services:
        services.planning.save_wizard(services.planning.blank(2567), "period")
        with pytest.raises(UserError, match="แผนที่ทำค้างไว้ 1 รายการ"):
            services.office_workbook.import_from(exported)


def test_a_faulty_workbook_changes_nothing_in_an_empty_office(changed, tmp_path):
    path = changed(sets("โครงการ-หลักสูตร", "course_id", 999))
    with Services.create(tmp_path / "new.db", OrganizationKind.SAO, "ใหม่") as services:
        before = services.database.path.read_bytes()
        with pytest.raises(InvalidWorkbook):
            services.office_workbook.import_from(path)
        assert services.database.path.read_bytes() == before
    shutil.copy(path, tmp_path / "kept.xlsx")  # the file is not held open
    path.unlink()
