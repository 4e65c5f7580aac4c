"""The shipped framework, guideline and mapping hold what was approved, and every slip is refused by name."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from hrdesk.cli import main
from hrdesk.config import resource_path
from hrdesk.domain.taxonomy import Subject, suggestion
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.services.reference.corrections import load_corrections
from hrdesk.services.reference.file import ReferenceDataError
from hrdesk.services.reference.framework import load_framework
from hrdesk.services.reference.guideline import load_guideline, load_mapping

FRAMEWORK = load_framework()
GUIDELINE = load_guideline()
MAPPING = load_mapping(FRAMEWORK, GUIDELINE)
SIZES = {
    "Executive": (9, 16, 19),
    "Management": (13, 22, 25),
    "Academic": (9, 17, 21),
    "Service": (8, 14, 20),
    "Technologist": (16, 27, 28),
    "Others": (5, 8, 9),
}


def approved() -> dict[tuple[str, str], list[str]]:
    text = Path(__file__).with_name("approved_role_sets.txt").read_text(encoding="utf-8")
    sets: dict[tuple[str, str], list[str]] = {}
    for line in text.splitlines():
        if head := re.fullmatch(r"(\w+) (\w+) \d+", line):
            codes = sets.setdefault((head[1], head[2]), [])
        elif not line.startswith("#"):
            codes.extend(line.split())
    return sets


def test_the_18_sets_are_the_approved_ones() -> None:
    assert {(role.stage, role.group): list(role.units) for role in FRAMEWORK.roles} == approved()


def test_figures() -> None:
    stages = ("Early", "Developing", "Mature")
    assert [stage.code for stage in FRAMEWORK.stages] == list(stages)
    for group, sizes in SIZES.items():
        assert tuple(len(set(FRAMEWORK.role(stage, group).units)) for stage in stages) == sizes
    assert sum(len(role.units) for role in FRAMEWORK.roles) == 286
    per_area = [sum(unit.area == area.code for unit in FRAMEWORK.units) for area in FRAMEWORK.areas]
    assert per_area == [7, 6, 7, 7, 6, 3, 3]
    lists = (FRAMEWORK.knowledge, FRAMEWORK.experience, FRAMEWORK.traits, FRAMEWORK.competencies)
    basics = [sum(item.basic for item in items) for items in lists]
    assert basics == [5, 5, 5, 0]
    assert [len(items) for items in lists] == [23, 18, 5, 4]


def test_names_that_the_transcription_spoilt() -> None:
    assert FRAMEWORK.role("Developing", "Service").name == "ผู้อำนวยความสะดวกด้านดิจิทัลภาครัฐ"
    assert FRAMEWORK.role("Developing", "Others").name == "ผู้รู้เท่าทันเทคโนโลยีดิจิทัล"
    units = FRAMEWORK.role("Mature", "Technologist").units
    assert {"DT200", "DTr200", "DTr300"} <= set(units)
    assert "DT300" not in units


def test_later_stages_keep_the_knowledge_and_experience_of_earlier_ones() -> None:
    for group in SIZES:
        early, developing, mature = (FRAMEWORK.role(stage.code, group) for stage in FRAMEWORK.stages)
        for part in ("knowledge", "experience"):
            assert set(getattr(early, part)) <= set(getattr(developing, part))
            assert getattr(developing, part) == getattr(
                mature, part
            )  # the last stage adds nothing of its own
    assert FRAMEWORK.role("Early", "Service").topics == ("KN02.3",)
    assert FRAMEWORK.role("Developing", "Service").topics == ()  # KN02 as a whole is asked from here on


def test_no_description_is_taken_from_the_print() -> None:
    described = [*FRAMEWORK.roles, *FRAMEWORK.areas, *FRAMEWORK.groups]
    assert all(10 < len(each.description) <= 160 for each in described)
    assert not any(each.name in each.description for each in described)


# ---- the guideline and the mapping ----
def test_guideline_figures() -> None:
    assert [len(issue.strategies) for issue in GUIDELINE.issues] == [4, 3, 3]
    lists = (GUIDELINE.staff_groups, GUIDELINE.mindsets, GUIDELINE.skill_families, GUIDELINE.digital_skills)
    assert [len(each) for each in lists] == [5, 4, 4, 7]
    assert [each.code for each in GUIDELINE.workforces] == ["IT", "Non-IT"]
    assert (GUIDELINE.first_year, GUIDELINE.last_year) == (2566, 2570)


def test_only_technologists_are_the_it_workforce() -> None:
    assert [link.group for link in MAPPING.groups if link.workforce == "IT"] == ["Technologist"]


def suggested(
    personnel: PersonnelType, position: PositionType, title: str, years: int | None = 5
) -> tuple[str, str]:
    subject = Subject(personnel, position, title, years)
    found = (suggestion(MAPPING.group_rules, subject), suggestion(MAPPING.staff_group_rules, subject))
    return tuple(rule.suggests if rule else "" for rule in found)


@pytest.mark.parametrize(
    ("personnel", "position", "title", "expected"),
    [
        ("regular", "executive", "ปลัดเทศบาล", ("Executive", "executive")),
        ("regular", "director", "ผู้อำนวยการกองคลัง", ("Management", "director")),
        ("regular", "director", "หัวหน้าฝ่ายทะเบียน", ("Management", "director")),
        ("regular", "academic", "นักวิชาการคอมพิวเตอร์", ("Technologist", "experienced")),
        ("mission-skilled", "none", "ผู้ช่วยเจ้าหน้าที่เครื่องคอมพิวเตอร์", ("Technologist", "experienced")),
        ("regular", "academic", "นักทรัพยากรบุคคล", ("Academic", "experienced")),
        ("regular", "academic", "นักพัฒนาชุมชน", ("Service", "experienced")),
        ("regular", "general", "เจ้าพนักงานธุรการ", ("Others", "experienced")),
        ("mission-qualified", "none", "ผู้ช่วยนักวิชาการเงินและบัญชี", ("Academic", "experienced")),
        ("teacher", "none", "ครู", ("Service", "experienced")),
        ("permanent", "none", "หัวหน้าหมวดสถานที่", ("Others", "supervisor")),
        ("general-contract", "none", "คนงาน", ("Others", "experienced")),
        ("political", "none", "นายกเทศมนตรี", ("", "")),
    ],
)
def test_what_the_register_suggests(
    personnel: str, position: str, title: str, expected: tuple[str, str]
) -> None:
    assert suggested(PersonnelType(personnel), PositionType(position), title) == expected


def test_the_newly_appointed_are_known_by_their_years_only() -> None:
    person = (PersonnelType.REGULAR, PositionType.GENERAL, "เจ้าพนักงานธุรการ")
    assert [suggested(*person, years)[1] for years in (0, 1, None)] == ["new", "experienced", "experienced"]


def test_everybody_but_politicians_gets_a_suggestion() -> None:
    outside = set(PersonnelType) - {PersonnelType.REGULAR, PersonnelType.POLITICAL}
    regular = product([PersonnelType.REGULAR], set(PositionType) - {PositionType.NONE})
    for kind in (*product(outside, [PositionType.NONE]), *regular):
        assert all(suggested(*kind, "ตำแหน่งใดก็ได้")), kind


# ---- refusals ----
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(resource_path("reference", "skills"), tmp_path / "skills")
    return tmp_path


ROLES, UNITS = "digital-2560/roles.toml", "digital-2560/framework.toml"
FIRST = '"SPM100", "DS100", "DTr100"'  # of the first set
ADDED = 'knowledge = ["KN09", "KN10"'  # by the executives' second stage


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        (ROLES, FIRST, '"SPM100", "DTr900"', "roles.toml role:Early/Executive: units ต้องมี 9"),
        (ROLES, FIRST, FIRST.replace("DTr1", "DTr9"), "roles.toml role:Early/Executive.units: .*DTr900"),
        (ROLES, FIRST, FIRST.replace("DTr", "DS"), "roles.toml role:Early/Executive.units: .*DS100.*ซ้ำ"),
        (ROLES, 'stage = "Mature"', 'stage = "Early"', "roles.toml role:Early/Executive: ซ้ำกัน"),
        (ROLES, ADDED, 'knowledge = ["KN01", "KN10"', "role:Developing/Executive.knowledge: .*KN01.*ซ้ำ"),
        (ROLES, ADDED, 'knowledge = ["KB1", "KN10"', "role:Developing/Executive.knowledge: .*KB1"),
        (ROLES, 'inherits = "Early"', 'inherits = "Mature"', "role:Developing/Executive.inherits: .*Mature"),
        (ROLES, 'topics = ["KN02.3"]', 'topics = ["KN02.4"]', "role:Early/Academic.topics: .*KN02.4"),
        (ROLES, "unit_count = 9\n", "unit_cuont = 9\n", r"roles.toml \[\[role\]\] 1: .*unit_cuont"),
        (UNITS, 'code = "DLit200"', 'code = "DLit100"', "framework.toml unit:DLit100: .*ซ้ำ"),
        (UNITS, 'area = "DTr"', 'area = "DX"', "framework.toml unit:DTr100.area: .*DX"),
        (UNITS, "unit = 39", "unit = 40", r"framework.toml \[counts\]: unit ต้องมี 40 รายการ แต่มี 39"),
        (UNITS, 'unit = "DS100"', 'unit = "DS900"', "framework.toml element:DS101.unit: .*DS900"),
        (UNITS, 'id = "digital-2560"', 'id = "digital-2561"', "ไม่ตรงกับชื่อแฟ้ม"),
        (UNITS, 'name = "เข้าถึงและตระหนักดิจิทัล"', 'name = " "', "framework.toml unit:DLit100: ไม่มีชื่อ"),
    ],
)
def test_a_slip_in_the_framework_is_refused_by_file_and_entry(file, old, new, named, folder: Path) -> None:
    spoil(folder / "skills" / file, old, new)
    with pytest.raises(ReferenceDataError, match=named):
        load_framework(folder=folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("guideline-2566.toml", 'issue = "2"', 'issue = "9"', "guideline-2566.toml strategy:2.1: .*“9”"),
        (
            "guideline-2566.toml",
            'code = "global"',
            'code = "growth"',
            "guideline-2566.toml mindset:growth: .*ซ้ำ",
        ),
        (
            "guideline-2566.toml",
            "digital_skill = 7",
            "digital_skill = 8",
            r"\[counts\]: digital_skill ต้องมี 8",
        ),
        ("mapping.toml", '"DT500", "DG500"', '"DT500", "DG900"', "mapping.toml digital_skill.units: .*DG900"),
        ("mapping.toml", '"DT500", "DG500"', '"DT500"', "mapping.toml digital_skill.units: ขาด “DG500”"),
        (
            "mapping.toml",
            '"DT500", "DG500"',
            '"DT500", "DG500", "DL100"',
            "digital_skill.units: “DL100” ซ้ำกัน",
        ),
        ("mapping.toml", 'suggests = "Others"', 'suggests = "Other"', "mapping.toml group_rule: .*“Other”"),
        ("mapping.toml", '"teacher"]', '"teachers"]', r"mapping.toml \[\[group_rule\]\] 4: .*teachers"),
        ("mapping.toml", 'workforce = "IT"', 'workforce = "ICT"', "group.workforce: .*“ICT”"),
        (
            "mapping.toml",
            'framework = "digital-2560"',
            'framework = "digital-2559"',
            "mapping.framework: .*digital-2559",
        ),
    ],
)
def test_a_slip_in_guideline_or_mapping_is_refused(file, old, new, named, folder: Path) -> None:
    spoil(folder / "skills" / file, old, new)
    with pytest.raises(ReferenceDataError, match=named):
        load_mapping(load_framework(folder=folder), load_guideline(folder=folder), folder=folder)


def test_a_correction_without_a_reason_is_refused(folder: Path) -> None:
    spoil(folder / "skills" / "digital-2560" / "corrections.toml", 'reason = "สระอาซ้ำ"', 'reason = ""')
    with pytest.raises(ReferenceDataError, match=r"corrections.toml \[\[correction\]\] 6"):
        load_corrections(folder=folder)


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---- the command ----
def test_framework_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["framework", "--json"]) == 0
    printed = capsys.readouterr().out
    assert "ผู้อำนวยความสะดวกด้านดิจิทัลภาครัฐ" in printed  # Thai as Thai, not \\u escapes
    content = json.loads(printed)
    assert content["areas"][6]["code"] == "DTr"
    assert content["units"][0] == {"code": "DLit100", "name": "เข้าถึงและตระหนักดิจิทัล", "area": "DLit"}
    assert {(role["stage"], role["group"]): role["units"] for role in content["roles"]} == approved()
    assert content["roles"][-1]["name"] == "ผู้ใช้เทคโนโลยีดิจิทัลอย่างชาญฉลาด"
    assert len(content["guideline"]["kpis"]) == 3
    assert len(content["mapping"]["group_rules"]) == len(MAPPING.group_rules)


def test_framework_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["framework"]) == 0
    printed = capsys.readouterr().out
    assert all(unit.name in printed for unit in FRAMEWORK.units)
    assert all(role.name in printed for role in FRAMEWORK.roles)


def test_the_command_needs_neither_storage_nor_window() -> None:
    code = (
        "import sys; from hrdesk.cli import main; main(['framework']); "
        "print(sorted({'sqlalchemy', 'PySide6', 'reportlab'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stderr.decode().strip() == "[]"
