"""The shipped framework against seed 002, entry by entry, by a reader that shares nothing with the loader."""

from __future__ import annotations

import re

import pytest
import seed_skills
from seed_skills import squeeze

from hrdesk.domain.framework import Framework, Item
from hrdesk.services.reference.corrections import load_corrections
from hrdesk.services.reference.framework import load_framework
from hrdesk.services.reference.guideline import load_guideline

pytestmark = pytest.mark.skipif(not seed_skills.present(), reason="the seeds are not beside the repository")

MEGA_TRENDS = squeeze(
    "ความรู้เกี่ยวกับเทคโนโลยีดิจิทัล ทิศทางการใช้งานเทคโนโลยีของผู้ให้บริการ และแนวโน้มการเปลี่ยนแปลงหลักของโลก (Mega Trends)"
)
TRANSFORMATION = squeeze("ความรู้เกี่ยวกับการเปลี่ยนผ่านสู่ดิจิทัล (Digital Transformation)")


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return seed_skills.corrected("002")


@pytest.fixture(scope="module")
def framework() -> Framework:
    return load_framework()


@pytest.fixture(scope="module")
def seed_roles(lines: list[str]) -> dict[tuple[str, str], seed_skills.SeedRole]:
    return {(role.stage, role.group): role for role in seed_skills.roles(lines)}


def names(items: tuple[Item, ...], *, basic: bool) -> list[str]:
    return [squeeze(item.name) for item in items if item.basic is basic]


def test_the_39_units(lines: list[str], framework: Framework) -> None:
    assert seed_skills.units_of_the_list(lines) == [
        (unit.code, squeeze(unit.name)) for unit in framework.units
    ]
    assert all(unit.code == unit.area + unit.code[-3:] for unit in framework.units)


def test_the_18_sets_code_by_code_and_name_by_name(seed_roles, framework: Framework) -> None:
    official = {unit.code: squeeze(unit.name) for unit in framework.units}
    assert len(seed_roles) == len(framework.roles) == 18
    for role in framework.roles:
        printed = seed_roles[role.stage, role.group].units
        assert [code for code, _ in printed] == list(role.units), role.key
        assert [name for _, name in printed] == [official[code] for code in role.units], role.key


def test_names_of_roles_groups_and_stages(lines: list[str], seed_roles, framework: Framework) -> None:
    table = seed_skills.role_names(lines)
    groups = {group.code: squeeze(group.name) for group in framework.groups}
    stages = {stage.code: stage.name for stage in framework.stages}
    for role in framework.roles:
        printed = seed_roles[role.stage, role.group]
        assert table[role.stage, role.group] == (groups[role.group], squeeze(role.name))
        assert printed.quoted == squeeze(role.name)
        assert (printed.stage_name, printed.group_name) == (stages[role.stage], groups[role.group])


def test_inherited_sets_name_their_own_group_at_the_stage_before(seed_roles, framework: Framework) -> None:
    groups = {group.code: squeeze(group.name) for group in framework.groups}
    stages = [stage.code for stage in framework.stages]
    for role in framework.roles:
        place = stages.index(role.stage)
        before = framework.stages[place - 1]
        expected = {(groups[role.group], role.group, before.name, before.code)} if place else set()
        assert seed_roles[role.stage, role.group].inherits == expected, role.key


def lineage(seed_roles, role: seed_skills.SeedRole) -> list[seed_skills.SeedRole]:
    older = [lineage(seed_roles, seed_roles[stage, group]) for _, group, _, stage in role.inherits]
    return [*(older[0] if older else []), role]


@pytest.mark.parametrize("part", ["knowledge", "experience"])
def test_knowledge_and_experience_with_what_is_inherited(part: str, seed_roles, framework: Framework) -> None:
    items: tuple[Item, ...] = getattr(framework, part)
    spoken = {item.code: squeeze(item.name) for item in items}
    for item in items:
        spoken.update(zip(item.topic_codes, map(squeeze, item.topics), strict=True))
    for role in framework.roles:
        line = lineage(seed_roles, seed_roles[role.stage, role.group])
        printed = [name for each in line for name in getattr(each, part)]
        if TRANSFORMATION in printed:  # the whole entry holds the topic
            printed = [name for name in printed if name != MEGA_TRENDS]
        held = [spoken[code] for code in getattr(role, part)]
        if part == "knowledge":
            held += [spoken[code] for code in role.topics]
        assert sorted(held) == sorted(names(items, basic=True) + printed), role.key


def test_traits_and_competencies_of_every_role(seed_roles, framework: Framework) -> None:
    traits = {item.code: squeeze(item.name) for item in framework.traits}
    competencies = {item.code: squeeze(item.name) for item in framework.competencies}
    for role in framework.roles:
        printed = seed_roles[role.stage, role.group]
        assert printed.traits == [traits[code] for code in role.traits], role.key
        assert printed.competencies == [competencies[code] for code in role.competencies], role.key


@pytest.mark.parametrize(
    ("part", "basic", "span"),
    [
        ("knowledge", True, ("2.1 ", "2.2 ")),
        ("knowledge", False, ("2.2 ", "3. ")),
        ("experience", True, ("3.1 ", "3.2 ")),
        ("experience", False, ("3.2 ", "4. ")),
        ("traits", True, ("4. ", "5. ")),
        ("competencies", False, ("5. ", "ทักษะด้านดิจิทัลเพื่อการปรับเปลี่ยน")),
    ],
)
def test_numbered_lists(part: str, basic: bool, span: tuple[str, str], lines, framework: Framework) -> None:
    begun = next(n for n, line in enumerate(lines) if line.startswith("2. ความรู้ หมายถึง"))
    assert seed_skills.numbered(lines[begun:], *span) == names(getattr(framework, part), basic=basic)


def test_areas_and_their_english_names(lines: list[str], framework: Framework) -> None:
    found = [hit.groups() for line in lines if (hit := re.match(r"- (\w+) = (.+?) \(([A-Z].+)\)$", line))]
    assert found == [(area.code, area.name, area.english) for area in framework.areas]


def test_the_tree_of_ds100(lines: list[str], framework: Framework) -> None:
    cells = [squeeze(cell) for line in lines for cell in line.split("\t") if re.match(r"DS10[12][. ]", cell)]
    held = [each.code + squeeze(each.name) for each in (*framework.elements, *framework.criteria)]
    assert sorted(cells) == sorted(held)
    assert {element.unit for element in framework.elements} == {"DS100"}
    criteria = [each.code for each in framework.criteria_of("DS100")]
    assert criteria == ["DS101.1", "DS101.2", "DS102.1", "DS102.2", "DS102.3"]


def test_topics_are_the_notes(lines: list[str], framework: Framework) -> None:
    start = next(n for n, line in enumerate(lines) if line == "คำอธิบายความรู้")
    notes = [squeeze(line[2:]) for line in lines[start:] if line.startswith("- ")]
    assert sorted(squeeze(topic) for item in framework.knowledge for topic in item.topics) == sorted(notes)


def test_corrections_of_the_other_seeds_fit_as_well() -> None:
    for seed in ("000", "004"):
        assert seed_skills.corrected(seed) != seed_skills.lines_of(seed)


def test_uncorrected_the_mature_technologists_would_be_wrong() -> None:
    """The bar is real: as transcribed, the set holds DT200 twice and lacks DTr200 and DTr300."""
    lines = seed_skills.lines_of("002")
    start = next(n for n, line in enumerate(lines) if "(Mature)" in line and "(Technologist)" in line)
    codes = [hit[1] for line in lines[start : start + 40] if (hit := seed_skills.UNIT.match(line))]
    assert codes.count("DT200") == 2
    assert not {"DTr200", "DTr300"} & set(codes)


def test_corrections_are_read_as_listed() -> None:
    corrections = load_corrections()
    assert len(corrections) == 81
    assert sum(len(each.lines) for each in corrections) > 200
    assert all(each.stood != each.right for each in corrections)


def test_the_guideline_uses_its_own_names() -> None:
    text = squeeze("".join(seed_skills.corrected("004")))
    guideline = load_guideline()
    lists = (guideline.issues, guideline.issues[0].strategies, guideline.staff_groups, guideline.mindsets)
    lists += (guideline.workforces, guideline.skill_families, guideline.digital_skills)
    for entry in (entry for entries in lists for entry in entries):
        assert squeeze(entry.name) in text, entry.code
    for entry in (*guideline.mindsets, *guideline.skill_families):
        assert squeeze(f"{entry.name} ({entry.english})") in text, entry.code
