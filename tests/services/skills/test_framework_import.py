"""New framework versions from sheets: our own, Moodle's, and what is wrong with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.cli import main
from hrdesk.domain.competency import State
from hrdesk.domain.framework_check import check_framework
from hrdesk.domain.framework_parts import judgeables
from hrdesk.errors import Severity, UserError
from hrdesk.services.sheets.sheet import Sheet
from hrdesk.services.skills.assessing import Entry
from hrdesk.services.skills.framework_import import NewVersion, review_framework
from hrdesk.services.skills.framework_sheet import Part, propose, read_framework_sheet
from hrdesk.services.skills.frameworks import Announcement, shipped
from skill_office import AGREED, FRAMEWORK, first

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
    assert [(r.key, r.name, sorted(r.codes)) for r in found.roles] == [(r.key, r.name, sorted(r.codes)) for r in base.roles]
    for name in ("knowledge", "experience", "traits", "competencies"):
        assert getattr(found, name) == getattr(base, name), name
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


MOODLE_LISTS = """,KN,ความรู้ (Knowledge),,1,,,,,,,5,,
KN,K1,กฎหมายดิจิทัล,,1,,,,,,,6,,
K1,K1a,กฎหมายธุรกรรม,,1,,,,,,,7,,
,TR,Traits,,1,,,,,,,8,,
TR,T9,ใฝ่รู้,,1,,,,,,,9,,
"""


def test_moodles_branches_called_knowledge_and_traits_are_those_lists(tmp_path):
    path = tmp_path / "moodle.csv"
    path.write_text(MOODLE + MOODLE_LISTS, encoding="utf-8")
    review = reviewed(path)
    assert not review.errors
    found = review.framework
    assert [(item.code, item.topics) for item in found.knowledge] == [("K1", ("กฎหมายธุรกรรม",))]
    assert [item.code for item in found.traits] == ["T9"]
    assert found.experience == shipped().experience, "what the file does not give stays"
    assert [area.code for area in found.areas] == ["DLit"], "the heads only gather"
    assert {"K1", "K1.1", "T9"} <= set(review.added)
    assert {"KB1", "T1"} <= set(review.removed)
    assert {"K1", "T9"} <= set(review.without_role), "nobody said of whom they are asked"


ROLE = "Early/Others"
LISTS = [
    ["รหัส", "ชื่อ", "รหัสของรายการที่อยู่เหนือ", "ประเภท", "ของทุกคน", ROLE, "Early/Service"],
    ["N1", "หน่วย", "", "", "", "x", "x"],
    ["K1", "รู้ทุกคน", "", "ความรู้", "x", "", ""],
    ["K2", "รู้เฉพาะ", "", "ความรู้", "", "", "x"],
    ["K2-ก", "หัวข้อหนึ่ง", "K2", "", "", "", ""],
    ["K2-ข", "หัวข้อสอง", "K2", "", "", "x", "x"],
    ["E1", "เคยทำ", "", "ประสบการณ์", "", "x", ""],
    ["M1", "สอนงาน", "", "สมรรถนะทางการบริหาร", "", "", "x"],
]


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (ROLE, "N1 K1 K2.2 E1"),
        ("Early/Service", "N1 K1 K2 M1"),  # a topic adds nothing to the whole entry
        ("Mature/Others", "K1"),
    ],
)
def test_lists_come_in_by_kind_with_what_is_everybodys_and_what_roles_ask(tmp_path, role, codes):
    review = reviewed(sheet_of(tmp_path, LISTS))
    assert not review.errors
    stage, _, group = role.partition("/")
    found = review.framework.role(stage, group)
    traits = {"T1", "T2", "T3", "T4", "T5"}
    assert traits <= set(found.codes), "the sheet has no traits"
    assert [code for code in found.codes if code not in traits] == codes.split()


def test_records_of_the_old_version_stay_and_the_new_lists_are_asked(services, tmp_path):
    person = first(services, "Others").person.id
    services.skills.record([Entry(person, FRAMEWORK, "KB1", 1)], AGREED)
    path = sheet_of(tmp_path, LISTS)
    services.skills.add_framework(services.skills.review_framework(*services.skills.framework_sheet(path), NEW).demand_whole())
    services.skills.announce(Announcement(0, date(2027, 1, 1), NEW.key, "Early"))
    services.skills.assign_groups({person: ("Others",)}, "ปลัดเทศบาล", None)
    (profile,) = services.skills.overview(staff=[person]).profiles
    assert [each.requirement.code for each in profile.current] == ["N1", "K1", "K2.2", "E1", "T1", "T2", "T3", "T4", "T5"]
    assert profile.at((NEW.key, "K1")).state is State.UNKNOWN
    services.skills.record([Entry(person, NEW.key, "K2.2", 1)], AGREED)
    assert services.skills.history(person, NEW.key, "K2.2")
    (old,) = services.skills.history(person, FRAMEWORK, "KB1")
    assert (old.level, old.archived_at) == (1, None)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["K1", "ซ้ำ", "", "ความรู้"], "รหัส “K1” ซ้ำ"),
        (["N1", "ซ้ำกับหน่วย", "", "ความรู้"], "รหัส “N1” ซ้ำ"),
        (["", "ไม่มีรหัส", "", "ความรู้"], "ไม่มีรหัส"),
        (["K9", "", "", "ความรู้"], "ไม่มีชื่อ"),
        (["K9", "หลง", "K8", "ความรู้"], "ไม่พบรหัส “K8”"),
    ],
)
def test_a_fault_in_a_list_is_told_by_its_row(tmp_path, row, told):
    review = reviewed(sheet_of(tmp_path, [*LISTS, row]))
    assert any(told in problem.text for problem in review.errors)


@given(st.lists(st.lists(st.sampled_from(["", "A", "B", "C", "ความรู้", "x", "Knowledge"]), min_size=5, max_size=5), max_size=8))
def test_no_sheet_however_odd_is_more_than_refused(rows):
    heading = ["รหัส", "ชื่อ", "รหัสของรายการที่อยู่เหนือ", "ประเภท", "ของทุกคน"]
    sheet = Sheet("แผ่น", (tuple(heading), *map(tuple, rows)))
    review = review_framework(sheet, propose(sheet, shipped()), shipped(), NEW)
    if not review.errors:
        assert check_framework(replace(review.framework, roles=())) is not None
        assert len({part.code for part in judgeables(review.framework)}) == len(judgeables(review.framework))


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
    assert "39 หน่วยความสามารถ" in capsys.readouterr().out
    assert main([*told, "--map", "name=ชื่อ"]) == 0
    assert main(told) == 2, "it is there by now"
    assert main([*told, "--map", "name=none"]) == 2
