"""Stages, groups and role names of a framework that comes in, ours and Moodle's, and records of the version before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.cli import main
from hrdesk.domain.idp import IdpItem, IdpRecord
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.services.sheets.sheet import Sheet
from hrdesk.services.skills.framework_import import NewVersion, review_framework
from hrdesk.services.skills.framework_sheet import Frame, Part, open_columns, propose
from hrdesk.services.skills.frameworks import Announcement, shipped
from hrdesk.services.skills.group_rules import rules_in_use
from skill_office import FRAMEWORK, first, judge

NEW = NewVersion("digital-2570", "2570", source="ทดสอบ")
HEAD = ("รหัส", "ชื่อ", "อยู่ภายใต้", "ประเภท", "คำอธิบาย", "S1/G1", "เต็มรูป/ช่าง", "หัวอื่น")
ROWS = (
    ("S1", "เริ่มต้น", "", "ระยะ", "", "", "", ""),
    ("S2", "เต็มรูป", "", "ระยะ", "ปีที่สาม", "", "", ""),
    ("G1", "บริการ", "", "กลุ่ม", "พบประชาชน", "", "", ""),
    ("G2", "ช่าง", "", "กลุ่ม", "", "", "", ""),
    ("S1/G1", "ผู้เริ่มบริการ", "", "บทบาท", "ตอบคำถาม", "", "", ""),
    ("เต็มรูป/ช่าง", "ช่างดิจิทัล", "", "บทบาท", "", "", "", ""),
    ("N1", "หน่วยหนึ่ง", "", "", "", "x", "", "x"),
    ("N2", "หน่วยสอง", "", "", "", "", "x", ""),
    ("K1", "ความรู้หนึ่ง", "", "ความรู้", "", "x", "x", ""),
)


def read(*rows, head=HEAD, layout=None):
    sheet = Sheet("แผ่น", (head, *(rows or ROWS)))
    return review_framework(sheet, layout or propose(sheet, shipped()), shipped(), NEW)


def test_stages_groups_and_role_names_are_those_of_the_sheet():
    review = read()
    found = review.framework
    assert not review.errors
    assert [(each.code, each.name, each.description) for each in found.stages] == [("S1", "เริ่มต้น", ""), ("S2", "เต็มรูป", "ปีที่สาม")]
    assert [(each.code, each.name) for each in found.groups] == [("G1", "บริการ"), ("G2", "ช่าง")]
    assert {role.key: role.name for role in found.roles} == {
        "S1/G1": "ผู้เริ่มบริการ", "S2/G2": "ช่างดิจิทัล", "S1/G2": "ช่าง (เริ่มต้น)", "S2/G1": "บริการ (เต็มรูป)",
    }  # fmt: skip
    assert {role.key: role.units for role in found.roles} == {"S1/G1": ("N1",), "S2/G2": ("N2",), "S1/G2": (), "S2/G1": ()}
    assert {role.key: role.knowledge for role in found.roles if role.knowledge} == {"S1/G1": ("K1",), "S2/G2": ("K1",)}
    assert found.role("S1", "G1").description == "ตอบคำถาม"
    assert review.given == {Frame.STAGE: 2, Frame.GROUP: 2, Frame.ROLE: 2}
    assert {"S1", "G2", "S1/G1"} <= set(review.added)
    assert {"Early", "Executive", "Early/Executive"} <= set(review.removed)


def test_what_the_sheet_does_not_name_stays_and_one_role_may_be_renamed():
    review = read(("Early/Others", "ผู้รู้เท่าทัน", "", "บทบาท", "", "", "", ""), ROWS[6])
    assert (review.framework.stages, review.framework.groups) == (shipped().stages, shipped().groups)
    names = {role.key: role.name for role in review.framework.roles}
    assert names == {role.key: role.name for role in shipped().roles} | {"Early/Others": "ผู้รู้เท่าทัน"}
    assert review.renamed == ("Early/Others",)
    assert review.framework.role("Early", "Others").description == shipped().role("Early", "Others").description


def test_the_officer_says_which_column_is_of_which_role_and_which_is_of_none():
    sheet = Sheet("แผ่น", (HEAD, *ROWS))
    layout = propose(sheet, shipped())
    assert [heading for _place, heading in open_columns(sheet, layout)] == ["S1/G1", "เต็มรูป/ช่าง", "หัวอื่น"]
    chosen = layout.asking(7, ("S2", "G1")).asking(5, None)
    found = read(layout=chosen)
    assert {role.key: role.units for role in found.framework.roles if role.units} == {"S2/G1": ("N1",), "S2/G2": ("N2",)}
    assert found.layout.roles == {("S2", "G1"): 7, ("S2", "G2"): 6}
    moved = read(layout=layout.asking(7, ("S1", "G1")))
    assert moved.layout.roles[("S1", "G1")] == 7, "the officer's word goes before a heading"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (("S9/G1", "หลง", "", "บทบาท"), "รหัสของบทบาท “S9/G1” ต้องเป็น ระยะ/กลุ่ม"),
        (("ไม่มีขีด", "หลง", "", "บทบาท"), "รหัสของบทบาท “ไม่มีขีด”"),
        (("เริ่มต้น/บริการ", "ซ้ำ", "", "บทบาท"), "มีบทบาทของ “เริ่มต้น/บริการ” แล้ว"),
        (("S1", "ซ้ำ", "", "ระยะ"), "รหัส “S1” ซ้ำ"),
        (("G9", "", "", "กลุ่ม"), "ไม่มีชื่อ"),
    ],
)
def test_what_is_wrong_in_a_row_of_the_frame_is_told_by_its_row(row, told):
    review = read(*ROWS, (*row, "", "", "", ""))
    (problem,) = [problem for problem in review.errors if told in problem.text]
    assert problem.place == f"แถวที่ {len(ROWS) + 2}"


def test_a_column_said_to_be_of_a_role_that_is_not_there_is_refused():
    sheet = Sheet("แผ่น", (HEAD, *ROWS))
    review = read(layout=propose(sheet, shipped()).asking(7, ("Early", "Others")))
    assert [problem.text for problem in review.errors] == ["กรอบนี้ไม่มีบทบาท “Early/Others”"]


MOODLE = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
)  # fmt: skip


def moodle(above, code, name, described="", *, related="", framework=""):
    return (above, code, name, described, "1", "", "", "", "", "", related, "9", framework, "")


MOODLE_ROWS = (
    moodle("", "fw", "กรอบจาก Moodle", framework="1"),
    moodle("", "st", "Stages"), moodle("st", "S1", "เริ่มต้น"),
    moodle("", "gr", "กลุ่ม"), moodle("gr", "G1", "บริการ", "<p>พบ&nbsp;ประชาชน<br/>ทุกวัน</p>"), moodle("gr", "G2", "ช่าง"),
    moodle("", "ro", "Roles"), moodle("ro", "S1/G1", "ผู้เริ่มบริการ", related="U1,U%2C2,หาย"), moodle("ro", "S1/G2", "ช่างดิจิทัล"),
    moodle("", "A", "ด้าน"), moodle("A", "U1", "หนึ่ง"), moodle("A", "U,2", "สอง"), moodle("A", "U3", "สาม", related="S1/G2"),
)  # fmt: skip


def test_moodles_columns_carry_stages_groups_roles_and_sets_by_their_references():
    review = read(*MOODLE_ROWS, head=MOODLE)
    found = review.framework
    assert not review.errors
    assert review.layout.columns[Part.RELATED] == 10
    assert (found.title, [area.code for area in found.areas]) == ("กรอบจาก Moodle", ["A"])
    assert ([each.code for each in found.stages], [each.code for each in found.groups]) == (["S1"], ["G1", "G2"])
    assert found.groups[0].description == "พบ ประชาชน ทุกวัน"
    sets = {role.name: role.units for role in found.roles}
    assert sets == {"ผู้เริ่มบริการ": ("U1", "U,2"), "ช่างดิจิทัล": ("U3",)}, "told by the role, or by the unit"
    assert ["หาย" in problem.text for problem in review.problems if problem.code == "framework.related"] == [True]
    assert open_columns(Sheet("", (MOODLE,)), review.layout) == (), "what Moodle keeps for itself is not asked about"


def test_records_under_the_version_before_are_untouched_by_new_stages_and_groups(services, tmp_path):
    skills, person = services.skills, first(services, "Others").person.id
    judge(services, person, DLit100=0, DLit200=1)
    item = IdpItem(framework=FRAMEWORK, code="DLit100", name="หน่วย", way=LearningWay.COURSE, activity="อบรม")
    plan = IdpRecord(id=0, staff_id=person, year=2568, framework=FRAMEWORK, stage="Early", items=(item,))
    plan_id, _ = services.development.save(plan)
    kept = services.development.load(plan_id)
    old = {"history": skills.history(person, FRAMEWORK, "DLit100"), "guide": skills.guide().own}
    skills.add_framework(read().demand_whole())
    skills.announce(Announcement(0, date(2027, 1, 1), NEW.key, "S2"))
    setting = skills.setting()
    assert (setting.framework.id, setting.stage) == (NEW.key, "S2")
    assert skills.framework(NEW.key) == read().framework
    assert skills.framework(FRAMEWORK) == shipped()
    assert {"history": skills.history(person, FRAMEWORK, "DLit100"), "guide": skills.guide().own} == old
    assert services.development.load(plan_id) == kept
    skills.assign_groups({person: ("G2",)}, "ปลัดเทศบาล", None)
    (profile,) = skills.overview(staff=[person]).profiles
    assert {each.requirement.code for each in profile.current} >= {"N2", "K1"}
    (undone,) = [each for each in setting.announced if each.framework == NEW.key]
    skills.delete_announcement(undone.id)
    (before,) = skills.overview(staff=[person]).profiles
    assert before.person.groups == ("Others",), "groups of the version before are kept beside the new ones"
    assert before.at((FRAMEWORK, "DLit100")).level == 0


def test_posts_suggest_groups_of_a_later_version_that_still_has_them(services):
    with services.database.read() as session:
        every = rules_in_use(session, shipped())
        fewer = replace(shipped(), id="digital-2570", groups=shipped().groups[:2])
        assert rules_in_use(session, replace(shipped(), id="digital-2570")) == every
        assert {rule.suggests for rule in rules_in_use(session, fewer)} == {group.code for group in fewer.groups}
        assert rules_in_use(session, read().framework) == ()


def test_the_command_line_maps_a_column_to_a_role(services, tmp_path, capsys):
    db = services.database.path
    services.close()
    path = tmp_path / "sheet.csv"
    path.write_text("\n".join(",".join(line) for line in (HEAD, *ROWS)), encoding="utf-8")
    told = ["--db", str(db), "import-framework", str(path), "--id", "digital-2571", "--version", "2571", "--dry-run"]
    assert main(told) == 0
    assert "4 บทบาท รวม 2 คู่" in capsys.readouterr().out
    assert main([*told, "--map", "S2/G1=หัวอื่น"]) == 0
    assert "4 บทบาท รวม 3 คู่" in capsys.readouterr().out
    assert main([*told, "--map", "S9/G1=หัวอื่น"]) == 1
    assert "กรอบนี้ไม่มีบทบาท “S9/G1”" in capsys.readouterr().out
    assert main([*told, "--map", "stage=หัวอื่น"]) == 2
