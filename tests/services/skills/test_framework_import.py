"""New framework versions from sheets: our own, Moodle's, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pytest

from hrdesk.cli import main
from hrdesk.errors import Severity, UserError
from hrdesk.services.skills.framework_import import NewVersion, review_framework
from hrdesk.services.skills.framework_sheet import Part, propose, read_framework_sheet
from hrdesk.services.skills.frameworks import shipped

NEW = NewVersion("digital-2570", "2570", source="ทดสอบ")
MOODLE = """Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,\
Rule type (optional),Rule outcome (optional),Rule config (optional),Cross-referenced competency ID numbers,\
Exported ID (optional),Is framework,Taxonomy
,digital,กรอบทดสอบ,,1,"ยังไม่,ผ่าน",[],,,,,1,1,"competency,competency"
,DLit,ด้านการใช้เทคโนโลยี,ความหมาย,1,,,,,,,2,,
DLit,DLit100,เข้าถึงและตระหนักดิจิทัลอย่างปลอดภัย,,1,,,,,,,3,,
DLit,DLit900,หน่วยใหม่,,1,,,,,,,4,,
"""


def reviewed(path, layout=None):
    sheet = read_framework_sheet(path)
    return review_framework(sheet, layout or propose(sheet, shipped()), shipped(), NEW)


def test_the_shipped_framework_goes_out_and_comes_back_the_same(services, tmp_path):
    path = tmp_path / "framework.xlsx"
    assert services.skills.write_framework(path) > 46
    sheet, layout = services.skills.framework_sheet(path)
    review = services.skills.review_framework(sheet, layout, NEW)
    assert not review.problems
    assert (review.added, review.removed, review.renamed, review.without_role) == ((), (), (), ())
    base, found = shipped(), review.framework
    assert (found.units, found.elements, found.criteria) == (base.units, base.elements, base.criteria)
    assert [(r.key, sorted(r.units), r.knowledge) for r in found.roles] == [
        (r.key, sorted(r.units), r.knowledge) for r in base.roles
    ]
    services.skills.add_framework(review.demand_whole())
    assert services.skills.framework("digital-2570").units == base.units


def test_moodles_own_file_is_understood(tmp_path):
    path = tmp_path / "moodle.csv"
    path.write_text(MOODLE, encoding="utf-8")
    review = reviewed(path)
    assert not review.errors, "roles that ask nothing any more are warned of"
    assert {problem.code for problem in review.problems} == {"framework.empty-role"}
    framework = review.framework
    assert (framework.title, [area.code for area in framework.areas]) == ("กรอบทดสอบ", ["DLit"])
    assert [unit.code for unit in framework.units] == ["DLit100", "DLit900"]
    assert (review.added, review.renamed) == (("DLit900",), ("DLit100",))
    assert "DLit200" in review.removed
    assert review.without_role == ("DLit900",), "Moodle knows no roles: the sets are the present ones"
    assert framework.role("Early", "Others").units == ("DLit100",)


def sheet_of(tmp_path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "sheet.xlsx"
    book.save(path)
    return path


def test_a_column_for_each_role_gives_the_sets(tmp_path):
    roles = [f"{stage.code}/{group.code}" for stage in shipped().stages for group in shipped().groups]
    rows = [["รหัส", "ชื่อ", *roles], ["N1", "หนึ่ง", *"x" * 18], ["N2", "สอง", "✓", *("-" * 17)]]
    review = reviewed(sheet_of(tmp_path, rows))
    assert not review.errors
    assert [unit.area for unit in review.framework.units] == ["ALL", "ALL"], "without areas they lie in one"
    assert review.framework.role("Early", "Executive").units == ("N1", "N2")
    assert review.framework.role("Mature", "Others").units == ("N1",)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["", "N1", "หนึ่ง"], ["", "N1", "ซ้ำ"]], "รหัส “N1” ซ้ำ"),
        ([["", "A", "ด้าน"], ["B", "N1", "หนึ่ง"]], "ไม่พบรหัส “B”"),
        ([["N2", "N1", "หนึ่ง"], ["N1", "N2", "สอง"]], "เป็นวง"),
        ([["", "", "ไม่มีรหัส"]], "ไม่มีรหัส"),
        ([["", "N1", ""]], "ไม่มีชื่อ"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_comes_in(tmp_path, rows, told):
    review = reviewed(sheet_of(tmp_path, [["parent", "code", "name"], *rows]))
    assert any(told in problem.text for problem in review.errors)
    with pytest.raises(UserError, match="ยังไม่ได้นำเข้า"):
        review.demand_whole()


def test_headings_nobody_knows_are_mapped_by_the_officer(tmp_path):
    path = sheet_of(tmp_path, [["no", "what"], *[[f"DLit{n}00", f"หน่วย {n}"] for n in range(1, 8)]])
    sheet = read_framework_sheet(path)
    layout = propose(sheet, shipped())
    assert layout.missing == (Part.CODE, Part.NAME)
    with pytest.raises(UserError, match="ยังไม่ได้เลือกคอลัมน์"):
        reviewed(path)
    chosen = layout.chosen(Part.CODE, 0).chosen(Part.NAME, 1)
    assert len(reviewed(path, chosen).framework.units) == 7
    assert chosen.chosen(Part.NAME, None).missing == (Part.NAME,)


def test_few_elements_are_a_warning_not_a_refusal(tmp_path):
    roles = [f"{stage.code}/{group.code}" for stage in shipped().stages for group in shipped().groups]
    rows = [["parent", "code", "name", *roles], ["", "A", "ด้าน"], ["A", "N1", "หนึ่ง", *"x" * 18], ["N1", "N11", "ย่อย"]]
    review = reviewed(sheet_of(tmp_path, rows))
    assert {problem.severity for problem in review.problems} == {Severity.WARNING}
    assert replace(review.demand_whole(), id="x").id == "x"


def test_the_command_line_brings_one_in(services, tmp_path, capsys):
    db = services.database.path
    services.close()
    out = tmp_path / "framework.xlsx"
    assert main(["--db", str(db), "framework-sheet", str(out)]) == 0
    told = ["--db", str(db), "import-framework", str(out), "--id", "digital-2571", "--version", "2571"]
    assert main([*told, "--dry-run"]) == 0
    assert "39 units" in capsys.readouterr().out
    assert main([*told, "--map", "name=ชื่อ"]) == 0
    assert main(told) == 2, "it is there by now"
    assert main([*told, "--map", "name=none"]) == 2
