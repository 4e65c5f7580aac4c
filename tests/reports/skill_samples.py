"""Skills and individual plans of the sample office, made without a database: the same each time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrdesk.domain.competency import Levels, OwnCompetency, Person, required_of, required_own, standing
from hrdesk.domain.guide import Guide
from hrdesk.domain.idp import IdpRecord
from hrdesk.domain.idp_draft import chosen_gaps, suggested_items
from hrdesk.domain.needs import Profile, attainment, ranked_needs
from hrdesk.domain.roadmap import RoadSources, roadmap
from hrdesk.domain.skill_terms import CompetencyKind, IdpItemStatus
from hrdesk.domain.taxonomy import Subject, suggestion
from hrdesk.domain.terms import LEVELS_OF, PositionType, term
from hrdesk.reports.snapshots.skill_snapshots import (
    IdpSnapshot,
    RoadmapSnapshot,
    SkillsSnapshot,
    attainment_rows,
    idp_snapshot,
    need_rows,
    roadmap_snapshot,
    skill_blocks,
)
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.services.reference.guideline import load_guideline
from hrdesk.services.skills.frameworks import shipped
from hrdesk.services.skills.grouping import shipped_mapping
from hrdesk.services.skills.guiding import shipped_ways

YEAR, STAGE = 2565, "Early"
COURSES = {5: "การใช้คอมพิวเตอร์และโปรแกรมสำนักงาน"}
LINKS = {5: ((shipped().id, "DLit200"), (shipped().id, "DLit400"))}
OWN = OwnCompetency(
    1, CompetencyKind.CORE, "C1", "การมุ่งผลสัมฤทธิ์",
    expected={(kind, level): place for kind in PositionType for place, level in enumerate(LEVELS_OF[kind], 1)},
)  # fmt: skip


def profiles(office):
    """Every holder of a post, in the group it suggests; of every third unit nothing is known."""
    found = []
    for number, post in enumerate((post for post in office.positions if post.holder), 1):
        rule = suggestion(shipped_mapping().group_rules, Subject(post.personnel_type, post.position_type, post.title))
        if rule is None:
            continue
        person = Person(
            number, post.holder, post.personnel_type, post.title, post.position_type, post.level, unit=post.unit,
            groups=(rule.suggests,),
        )  # fmt: skip
        asked = (*required_of(shipped(), STAGE, person.groups), *required_own(person, [OWN]))
        said = {
            each.code: Levels(agreed=int((number + place) % 4 > 0))
            for place, each in enumerate(asked)
            if (number + 2 * place) % 3
        }
        found.append(Profile(person, tuple(standing(each, shipped().criteria_of(each.code), said) for each in asked)))
    return found


def idp_sample(office, _plan) -> IdpSnapshot:
    """Two plans: one as drafted, one agreed and followed to its end."""
    lacking = [profile for profile in profiles(office) if len(chosen_gaps(profile.standings)) == 3][:2]
    serving = {key: [(course, COURSES[course]) for course in COURSES] for key in LINKS[5]}
    plans = [
        IdpRecord(
            number, profile.person.id, YEAR, shipped().id, STAGE, name=profile.person.name,
            position=profile.person.position, level=term(profile.person.level), unit=profile.person.unit,
            items=suggested_items(chosen_gaps(profile.standings), shipped(), Guide(shipped_ways()), serving, YEAR),
        )
        for number, profile in enumerate(lacking, 1)
    ]  # fmt: skip
    plans[1] = replace(
        plans[1], goal="ปฏิบัติงานด้วยเครื่องมือดิจิทัลได้ครบตามชุดทักษะภายในปีงบประมาณ",
        superior_name="นายเกรียงศักดิ์ ศรีวิชัย", superior_position="ปลัดเทศบาล", superior_agreed_on=date(2021, 10, 4),
        upper_name="นายสมศักดิ์ ตัวอย่าง", upper_position="นายกเทศมนตรี", upper_agreed_on=date(2021, 10, 5),
        result="พัฒนาได้ตามเป้าหมาย", closed_on=date(2022, 9, 30),
        items=tuple(
            replace(item, self_level=1, superior_level=0, status=IdpItemStatus.DONE, evidence="แฟ้มผลงาน", result="ใช้ได้จริงในงาน")
            for item in plans[1].items
        ),
    )  # fmt: skip
    return idp_snapshot(office, YEAR, plans)


def skills_sample(office, _plan) -> SkillsSnapshot:
    framework, people = shipped(), profiles(office)
    asked = {each.requirement.key for profile in people for each in profile.standings}
    heads = [((framework.id, unit.code), unit.name) for unit in framework.units if (framework.id, unit.code) in asked]
    heads.append((("own", "C1"), OWN.name))
    names = {group.code: group.name for group in framework.groups}
    ids = [profile.person.id for profile in people]
    planned, trained = frozenset(ids[::2]), frozenset(ids[::3])
    by_group = [
        attainment(name, [p for p in people if code in p.person.groups], planned, trained) for code, name in names.items()
    ]
    units = list(dict.fromkeys(profile.person.unit for profile in people))
    by_unit = [attainment(unit, [p for p in people if p.person.unit == unit], planned, trained) for unit in units]
    total = attainment("รวมทั้งหมด", people, planned, trained)
    return SkillsSnapshot(
        **office_words(office),
        framework=framework.title,
        stage="ระยะเริ่มแรก",
        announced="1 ตุลาคม 2564",
        year=str(YEAR),
        as_of="30 กันยายน 2565",
        blocks=skill_blocks(heads, people),
        needs=need_rows(ranked_needs(people, {key: tuple(COURSES) for key in LINKS[5]}), COURSES),
        groups=attainment_rows((*by_group, total)),
        units=attainment_rows((*by_unit, total)),
    )


def roadmap_sample(office, _plan) -> RoadmapSnapshot:
    sources = RoadSources(
        shipped(), STAGE, load_guideline().staff_groups, shipped_mapping().group_rules, [OWN], office.catalogue, LINKS
    )
    used = office.lines_in_use()
    return roadmap_snapshot(office, "ระยะเริ่มแรก", roadmap([line for line in office.lines if line.name in used], sources))
