from __future__ import annotations

import json

import pytest

from hrdesk.cli import main
from hrdesk.domain.terms import OrganizationKind
from hrdesk.services import Services
from services.sheets import files

ROWS = [
    ["บัญชีจัดคนลงสู่ตำแหน่ง"],
    ["ที่", "เลขที่ตำแหน่ง", "ตำแหน่ง", "ชื่อ-สกุล", "เลขประจำตัวประชาชน"],
    ["๑", "๑๒-๒-๐๑-๓๑๐๒-๐๐๑", "นักทรัพยากรบุคคล", "นายก ใจดี", "3-0000-00120-01-9"],
    ["๒", "12-2-01-3102-002", "นักทรัพยากรบุคคล", "(ว่าง)", ""],
    ["๓", "12-2-01-3102-003", "นักทรัพยากรบุคคล", "นายข งาม", "3-0000-00120-01-8"],
]


@pytest.fixture
def office(tmp_path):
    Services.create(tmp_path / "o.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง").close()
    (tmp_path / "กรอบ.xlsx").write_bytes(files.xlsx(ROWS, second="Sheet2"))
    return tmp_path


def run(folder, capsys, *arguments):
    code = main(["--db", str(folder / "o.db"), *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_exactly_these_keys_before_and_after(office, capsys):
    wrong = [{"sheet": "กรอบ", "row": 5, "cell": "E5", "reason": "เลขประจำตัวประชาชนไม่ถูกต้อง (เลขตรวจสอบหลักสุดท้ายไม่ตรง)"}]
    fresh = {"positions": 3, "vacant": 1, "new": 2, "changed": 0, "same": 0, "wrong": wrong}
    for arguments, expected in (
        (("--json", "--dry-run"), fresh),
        (("--json",), fresh),
        (("--dry-run", "--json"), {**fresh, "new": 0, "same": 2}),
    ):
        code, out, _ = run(office, capsys, "import-staff", office / "กรอบ.xlsx", *arguments)
        assert (code, json.loads(out)) == (1, expected)
        assert list(json.loads(out)) == list(expected)


def test_in_words_with_wrong_rows_and_undo(office, capsys):
    code, out, _ = run(office, capsys, "import-staff", office / "กรอบ.xlsx", "--plain", "--wrong", office / "ผิด.xlsx")
    assert code == 1
    assert "ตำแหน่ง 3, ว่าง 1, คนใหม่ 2, เปลี่ยน 0, เหมือนเดิม 0" in out
    assert "กรอบ!E5" in out
    assert (office / "ผิด.xlsx").exists()
    assert run(office, capsys, "undo-import")[:2] == (0, "ยกเลิกการนำเข้าเลขที่ 1 แล้ว\n")
    assert run(office, capsys, "undo-import")[0] == 2


def test_the_template_comes_back_well(office, capsys):
    code, out, _ = run(office, capsys, "staff-template", "--plain", office / "t.xlsx")
    assert (code, out.endswith("0 แถว\n")) == (0, True)
    (office / "good.xlsx").write_bytes(files.xlsx(ROWS[:4]))
    assert run(office, capsys, "import-staff", office / "good.xlsx")[0] == 0
    assert "2 แถว" in run(office, capsys, "staff-template", "--plain", office / "t.xlsx")[1]
    code, out, _ = run(office, capsys, "import-staff", office / "t.xlsx", "--json")
    assert (code, json.loads(out)["same"]) == (0, 2)


def test_one_line_and_2_for_what_cannot_be_done(office, capsys):
    (office / "bad.xlsx").write_bytes(b"PK\x03\x04")
    (office / "m.json").write_text('{"colums": {}}', encoding="utf-8")
    for arguments in (
        ("import-staff", office / "bad.xlsx"),
        ("import-staff", office / "none.xlsx"),
        ("import-staff", office / "กรอบ.xlsx", "--mapping", office / "m.json"),
        ("import-staff", office / "กรอบ.xlsx", "--wrong", office / "w.pdf"),
        ("staff-template", office / "nowhere" / "t.xlsx"),
    ):
        code, out, err = run(office, capsys, *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "Traceback" not in err


def test_a_mapping_file_says_what_is_not_seen(office, capsys):
    (office / "x.csv").write_bytes("รหัส,งาน,ใคร\r\n2,คนงาน,นายก ใจดี\r\n".encode("cp874"))
    mapping = {"header_row": 1, "columns": {"number": "รหัส", "title": "B", "name": ["ใคร"]}}
    (office / "m.json").write_text(json.dumps(mapping), encoding="utf-8")
    code, out, _ = run(office, capsys, "import-staff", office / "x.csv", "--mapping", office / "m.json", "--json")
    assert (code, json.loads(out)["new"]) == (0, 1)
