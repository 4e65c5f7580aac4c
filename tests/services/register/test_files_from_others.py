"""Everything bad that comes in a file from others, all the way to the register: one clear sentence, or cells by their address.

What each format may do to the reader alone is in tests/services/sheets; here stands what the officer and the register
see of it.
"""

from __future__ import annotations

import re
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.register.importing import Policy
from hrdesk.services.sheets.sheet import Sheet, column_index
from hrdesk.services.values import StaffQuery
from services.sheets import files
from services.staffing.lists import IDS

HEAD = ["เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล", "เลขประจำตัวประชาชน", "วันเกิด"]
GOOD = ["1", "คนงาน", "นายก ใจดี", IDS[0], "5/1/2530"]


@pytest.fixture
def services(tmp_path):
    with Services.create(tmp_path / "office.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as opened:
        yield opened


def stored(services):
    with sqlite3.connect(f"file:{services.database.path}?mode=ro", uri=True) as raw:
        found = [raw.execute(f"SELECT * FROM {table}").fetchall() for table in ("staff", "position", "org_unit", "import_batch")]
    raw.close()
    return found


def imported(services, path):
    staff = services.staff_import
    tables = staff.tables(staff.sheets(path))
    return staff.apply(staff.read(tables), path.name)


GHOSTS = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(3, 60_000, 11))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ว่าง.xlsx", b"", "ว่างเปล่า"),
        ("ขาด.xlsx", files.xlsx([HEAD, GOOD])[:900], "เสียหาย"),
        ("ล็อก.xlsx", files.ole({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "รหัสผ่าน"),
        ("ล็อก.xls", files.xls({(0, 0): "x"}, password=True), "รหัสผ่าน"),
        ("ระเบิด.xlsx", files.bomb(300_000), "ใหญ่ผิดปกติ"),
        ("รูป.xlsx", b"\x89PNG\r\n\x1a\n", "รูปภาพ"),
        ("หนังสือ.csv", b"%PDF-1.7", "PDF"),
        ("ไกล.xlsx", files.xlsx_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "XFD1048576"),
        ("ผี.xlsx", files.xlsx_of(f'<row r="1"><c r="A1"><v>1</v></c></row>{GHOSTS}'), "ไม่พบตารางบุคลากร"),
        ("คนละเรื่อง.xlsx", files.xlsx([["สินค้า", "ราคา"], ["ดินสอ", 5]]), "ไม่พบตารางบุคลากร"),
        ("หัวอย่างเดียว.xlsx", files.xlsx([HEAD]), "ไม่พบแถวตำแหน่ง"),
    ],
)
def test_a_file_that_cannot_be_taken_is_one_sentence_and_nothing_is_stored(services, tmp_path, name, data, said):
    before = stored(services)
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        imported(services, path)
    assert said in str(caught.value)
    assert "ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง" in str(caught.value)
    assert not re.search(r"Traceback|Error|[a-z_]+\.py", str(caught.value))
    assert stored(services) == before
    assert services.backup.listed() == ()


WEB = "<table><tr>{}</tr><tr>{}</tr></table>".format(*("".join(f"<td>{cell}</td>" for cell in row) for row in (HEAD, GOOD)))
CSV = "\r\n".join(",".join(row) for row in (HEAD, GOOD))
CELLS = {(r, c): value for r, row in enumerate((HEAD, GOOD)) for c, value in enumerate(row)}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("บัญชี.xlsx", files.xlsx([HEAD, GOOD])),
        ("บัญชี.xls", files.xls(CELLS)),
        ("หน้าเว็บ.xls", WEB.encode("cp874")),
        ("บัญชี.csv", CSV.encode("cp874")),
        ("บัญชี.csv", CSV.encode("utf-8-sig")),
        ("ชื่อผิด.csv", files.xlsx([HEAD, GOOD])),
        ("ชื่อและแผ่นว่าง.xlsx", files.xlsx([["รายชื่อ"], HEAD, [], GOOD, [], ["หมายเหตุ : x"]], second="Sheet2")),
        ("เลขไทย.xlsx", files.xlsx([HEAD, ["๑", "คนงาน", "นายก ใจดี", "๓-๐๐๐๐-๐๐๑๒๐-๐๑-๙", "๕ ม.ค. ๒๕๓๐"]])),
        ("สระอำแตก.xlsx", files.xlsx([["เลขที่ต\u0e4d\u0e32แหน่ง", "ต\u0e4d\u0e32แหน่ง", *HEAD[2:]], GOOD])),
        ("ตัวเลข.xlsx", files.xlsx([HEAD, [1, "คนงาน", "นายก ใจดี", float(IDS[0]), "5/1/1987"]])),
        ("ปีสองหลัก.xlsx", files.xlsx([HEAD, [1.0, "คนงาน", "นายก ใจดี", IDS[0], "5/1/30"]])),
        ("หัวสองชั้น.xlsx", files.xlsx([["กรอบ", "", *HEAD[2:]], [*HEAD[:2], "", "", ""], GOOD], [(0, 0, 0, 1), (0, 2, 1, 2), (0, 3, 1, 3), (0, 4, 1, 4)])),
    ],
)
def test_the_same_person_comes_out_of_every_kind_of_file(services, tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    done = imported(services, path)
    assert done.preview.wrong == ()
    (row,) = services.register.staff_page(_all()).rows
    person = services.register.person(row.staff_id)
    assert (row.number, row.position_title, row.name) == ("1", "คนงาน", "นายก ใจดี")
    assert (person.national_id, person.birth_date.isoformat()) == (IDS[0], "1987-01-05")


def _all() -> StaffQuery:
    return StaffQuery()


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (["2", "คนงาน", "นายข ใจงาม", "3000000120018", ""], "D3", "เลขตรวจสอบ"),
        (["2", "คนงาน", "นายข ใจงาม", IDS[0], ""], "D3", "ซ้ำกับแถวที่ 2"),
        (["2", "คนงาน", "นายข ใจงาม", "3.00E+12", ""], "D3", "Excel ตัดเลขท้าย"),
        (["2", "คนงาน", "นายข ใจงาม", "300000012001", ""], "D3", "12 หลัก"),
        (["2", "คนงาน", "นายข ใจงาม", "", "31/2/2530"], "E3", "ไม่มีวันที่"),
        (["2", "คนงาน", "นายข ใจงาม", "", "5/1/2570"], "E3", "อายุ"),
        (["2", "คนงาน", "นายข", "", ""], "C3", "ไม่มีนามสกุล"),
        (["2", "คนงาน", "#REF!", "", ""], "C3", ""),
        (["2", "#N/A", "นายข ใจงาม", "", ""], "B3", "ค่าผิดพลาดของ Excel"),
        (["2", "ก" * 600, "นายข ใจงาม", "", ""], "B3", "500"),
    ],
)
def test_a_wrong_row_is_named_by_sheet_and_cell_and_the_others_are_stored(services, tmp_path, row, cell, said):
    path = tmp_path / "บัญชี.xlsx"
    path.write_bytes(files.xlsx([HEAD, GOOD, row, ["3", "คนงาน", "นายค งาน", IDS[2], ""]]))
    done = imported(services, path)
    (wrong,) = done.preview.wrong
    assert (wrong.sheet, wrong.row, wrong.cell) == ("กรอบ", 3, cell)
    assert said in wrong.reason
    assert [one.name for one in services.register.staff_page(_all()).rows] == ["นายก ใจดี", "นายค งาน"]


NASTY = st.sampled_from([
    "", " ", "-", "(ว่าง)", "คนงาน", "นักทรัพยากรบุคคล", "นายก ใจดี", "น.ส.ข  งาม", "นาย", "รวม", "หมายเหตุ", "ลงชื่อ....", "กองคลัง",
    IDS[0], IDS[1], float(IDS[2]), 3e12, "๓-๐๐๐๐-๐๐๑๒๐-๐๑-๙", "1/1/2530", "29/2/2531", 44000.0, True, "=1+1", "#REF!", "ก\u0e4d\u0e32", "\u200b",
    "12-2-01-3102-001", "ชก.", "x" * 600,
])  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with Services.create(tmp_path_factory.mktemp("fuzz") / "office.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as opened:
        yield opened


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(NASTY, min_size=5, max_size=5), min_size=1, max_size=8), policy=st.sampled_from(Policy))
def test_any_rows_are_imported_or_named_and_imported_again_change_nothing(office, rows, policy):
    staff, made = office.staff_import, Sheet("กรอบ", tuple(map(tuple, [HEAD, GOOD, *rows])))
    try:
        reading = staff.read(staff.tables([made]))
    except UserError:
        return
    done = staff.apply(reading, "x", policy)
    for wrong in done.preview.wrong:
        letters, number = re.fullmatch(r"([A-Z]+)(\d+)", wrong.cell).groups()
        assert (wrong.sheet, int(number)) == ("กรอบ", wrong.row)
        assert column_index(letters) < len(HEAD)
        assert 2 <= wrong.row <= len(rows) + 2
        assert wrong.reason
    assert office.database.full_check() == ()
    if policy is Policy.SKIP:
        assert staff.preview(reading, policy).changes_nothing
