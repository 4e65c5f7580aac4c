"""The reference data resolves, says what the real plan says, and is refused by name where it is wrong."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from stdnum.th import pin

from hrdesk.config import resource_path
from hrdesk.domain.check import check_plan
from hrdesk.domain.office import Office, Position
from hrdesk.domain.plan import monitoring_rows
from hrdesk.domain.staff import PositionRecord, check_position
from hrdesk.domain.terms import (
    LEVELS_OF,
    CommitteeKind,
    CommitteeRole,
    OrganizationKind,
    OrganizerKind,
    PersonnelType,
    PositionType,
)
from hrdesk.services.reference.file import ReferenceDataError
from hrdesk.services.register.seeding import (
    load_catalogue,
    load_sample,
    load_standard_plan,
    load_standard_projects,
)

YEARS = (2564, 2565, 2566)


@pytest.fixture(scope="module")
def sample():
    return load_sample()


@pytest.fixture(scope="module")
def reference():
    return load_catalogue(OrganizationKind.SUBDISTRICT)


@pytest.fixture(scope="module")
def office(sample, reference):
    lines = {line.id: line for line in reference.lines}
    units = {unit.id: unit.name for unit in sample.units}
    holders = {person.position: person.first_name for person in sample.people}
    positions = tuple(
        Position(
            id=p.id,
            number=p.number,
            title=p.title,
            line=lines[p.line].name,
            personnel_type=lines[p.line].personnel_type,
            position_type=lines[p.line].position_type,
            level=p.level,
            unit=units[p.unit],
            holder=holders.get(p.id, ""),
        )
        for p in sample.positions
    )
    return Office(sample.organization, reference.catalogue, sample.units, reference.lines, positions)


def test_the_catalogue_has_what_the_real_plan_lists(reference):
    catalogue = reference.catalogue
    assert [g.number for g in catalogue.course_groups] == [1, 2, 3, 4, 5]
    counts = Counter(course.group for course in catalogue.courses)
    assert [counts[g.id] for g in catalogue.course_groups] == [3, 21, 0, 4, 3]
    assert [g.from_lines for g in catalogue.course_groups] == [False, False, True, False, False]
    assert len(reference.lines) == 32
    assert [m.short_name for m in catalogue.methods if m.in_monitoring_table] == [
        "ปฐมนิเทศ", "การฝึกอบรม", "ประชุมเชิงปฏิบัติการ",
    ]  # fmt: skip
    assert [o.budget_heading for o in catalogue.organizers] == ["ทต.", "กรมส่งเสริม", "หน่วยงานอื่น"]
    assert [o.monitoring_heading for o in catalogue.organizers if o.in_monitoring_table] == [
        "เทศบาล", "หน่วยงานอื่น ๆ",
    ]  # fmt: skip
    assert len(catalogue.evaluations) == 3


@pytest.mark.parametrize("kind", OrganizationKind)
def test_ids_count_from_one_and_references_resolve(kind):
    reference = load_catalogue(kind)
    catalogue = reference.catalogue
    for values in (
        catalogue.course_groups, catalogue.courses, catalogue.laws, catalogue.methods, catalogue.organizers,
        catalogue.targets, catalogue.evaluations, catalogue.funds, reference.lines,
    ):  # fmt: skip
        assert [v.id for v in values] == list(range(1, len(values) + 1))
    titles = [law.title for law in catalogue.laws]
    assert len(set(titles)) == len(titles)
    assert {law.replaced_by for law in catalogue.laws if law.replaced_by} <= {law.id for law in catalogue.laws}
    assert {c.law for c in catalogue.courses if c.law} <= {law.id for law in catalogue.laws}


@pytest.mark.parametrize(
    ("kind", "act", "heading", "fund"),
    [
        (OrganizationKind.CITY, "เทศบาล พ.ศ. 2496", "ทน.", "เทศบัญญัติ"),
        (OrganizationKind.SAO, "สภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537", "อบต.", "ข้อบัญญัติ"),
        (OrganizationKind.PAO, "องค์การบริหารส่วนจังหวัด พ.ศ. 2540", "อบจ.", "ข้อบัญญัติ"),
    ],
)
def test_wording_follows_the_kind(kind, act, heading, fund):
    catalogue = load_catalogue(kind).catalogue
    assert act in catalogue.courses[0].title
    assert catalogue.organizers[0].budget_heading == heading
    assert catalogue.funds[0].name.startswith(fund)
    texts = [o.name + o.monitoring_heading for o in catalogue.organizers]
    texts += [p.title for p in load_standard_projects(2567, kind)]
    assert kind.is_municipality or not any("เทศบาล" in text for text in texts)


def test_repealed_laws_are_known_and_can_be_left_behind(reference):
    repealed = {law.id: law for law in reference.catalogue.laws if law.replaced_by}
    cited = [course for course in reference.catalogue.courses if course.law in repealed]
    years = sorted(re.findall(r"\d{4}$", repealed[c.law].title)[0] for c in cited)
    assert years == ["2475", "2508", "2518", "2526", "2528", "2538", "2541", "2541", "2547", "2549"]

    current = load_catalogue(OrganizationKind.SUBDISTRICT, laws_in_force=True).catalogue.courses
    assert not [course for course in current if course.law in repealed]
    titles = [course.title for course in current]
    assert titles.count("พระราชบัญญัติภาษีที่ดินและสิ่งปลูกสร้าง พ.ศ. 2562") == 1  # took the place of two
    assert len(current) == len(reference.catalogue.courses) - 1
    kept = {c.id: c for c in reference.catalogue.courses}
    assert all(c == kept[c.id] for c in current if kept[c.id].law not in repealed)


def test_the_frame_uses_every_line_and_is_partly_vacant(sample, reference, office):
    assert len(sample.positions) == 60
    assert {p.line for p in sample.positions} == {line.id for line in reference.lines}
    assert len(sample.people) == 51
    assert len({person.position for person in sample.people}) == 51
    types = {line.id: line.position_type for line in reference.lines}
    for position in sample.positions:
        record = PositionRecord(position.id, position.number, position.title, position.line, position.level)
        assert check_position(record, types[position.line]) == ()
        assert position.level in LEVELS_OF[types[position.line]]
    contract = {
        PersonnelType.MISSION_QUALIFIED,
        PersonnelType.MISSION_SKILLED,
        PersonnelType.GENERAL_CONTRACT,
    }
    for position in office.positions:
        assert bool(position.number) == (position.personnel_type not in contract)
    numbers = [p.number for p in sample.positions if p.number]
    assert len(set(numbers)) == len(numbers)
    assert all(unit.parent is None or unit.parent < unit.id for unit in sample.units)


def test_people_are_plausible_and_belong_to_nobody(sample):
    ids = [person.national_id for person in sample.people]
    assert len(set(ids)) == len(ids)
    for person in sample.people:
        assert pin.is_valid(person.national_id)
        assert person.national_id[1:5] == "0000"  # no register office has this number
        assert 18 <= (person.start_date - person.birth_date).days / 365.25 <= 50
    assert {name.first_name[0] for name in sample.people} >= set("เแโใไ")
    assert any("์" in person.first_name for person in sample.people)


def test_the_plan_has_the_figures_of_the_real_one(sample, reference):
    plan = sample.plan
    assert [p.budget(2564) // 100 for p in plan.budgeted_projects] == [
        20_000, 20_000, 10_000, 50_000, 50_000, 50_000, 50_000, 150_000,
    ]  # fmt: skip
    assert [plan.year_total(year) for year in YEARS] == [40_000_000] * 3  # satang
    assert plan.total == 120_000_000
    rows = monitoring_rows(plan.budgeted_projects)
    assert [row.budget(2565) // 100 for row in rows] == [20_000, 20_000, 10_000, 100_000, 100_000, 150_000]
    kinds = {o.id: o.kind.value for o in reference.catalogue.organizers}
    ticks = [[kinds[o] for o in p.organizers] for p in plan.budgeted_projects]
    assert ticks == [["own"]] * 2 + [["own", "other"]] + [["department"]] * 4 + [["department", "other"]]
    methods = {m.id: m.kind.value for m in reference.catalogue.methods}
    assert [[methods[m] for m in row.ids("methods")] for row in rows] == [
        *[["training"]] * 3,
        *[["training", "workshop"]] * 2,
        ["orientation", "training", "workshop"],
    ]


def test_the_plan_keeps_what_surrounds_the_projects(sample, reference):
    plan = sample.plan
    assert len(plan.projects) == 11
    assert {len(p.targets) for p in plan.projects} == {5}
    assert all(p.years == YEARS for p in plan.projects)
    own = {o.id for o in reference.catalogue.organizers if o.kind is OrganizerKind.OWN}
    assert sum(p.listed for p in plan.projects if own.intersection(p.organizers)) == 5
    assert plan.committee_announcement_date == date(2002, 11, 29)
    assert [m.role for m in plan.committee] == [
        CommitteeRole.CHAIR, *[CommitteeRole.MEMBER] * 3, CommitteeRole.MEMBER_SECRETARY,
    ]  # fmt: skip
    assert plan.committee[0].position == "นายกเทศมนตรีตำบลหนองป่าครั่ง"
    assert [len(r.duties) for r in plan.responsible] == [0, 8]
    assert Counter(r.year for r in plan.rounds) == dict.fromkeys(YEARS, 3)


def test_the_checker_finds_the_real_plans_contradictions(sample, office):
    codes = Counter(problem.code for problem in check_plan(sample.plan, office))
    assert codes == {
        "project.listed-without-budget": 3,
        "project.budgeted-not-listed": 1,
        "plan.own-counts": 1,
        "plan.budget-law": 1,
        "course.replaced-law": 10,
        "organizer.no-monitoring-column": 1,
        "method.no-monitoring-column": 2,
        "plan.uncovered": 1,  # the five target groups leave out teachers
    }


@pytest.mark.parametrize("kind", [OrganizationKind.TOWN, OrganizationKind.SAO, OrganizationKind.PAO])
def test_standard_data_makes_a_plan_without_errors(office, kind):
    """All that is left to say is that two ways of development and one organiser have no column."""
    organization = replace(office.organization, kind=kind)
    catalogue = load_catalogue(kind, laws_in_force=True).catalogue
    draft = replace(
        load_standard_plan(organization, 2567),
        projects=load_standard_projects(2567, kind),
        committee_announcement_date=date(2002, 11, 29),
        committee_announcement_clauses="ข้อ 288",
    )
    found = check_plan(draft, replace(office, organization=organization, catalogue=catalogue))
    assert {p.code for p in found} == {"organizer.no-monitoring-column", "method.no-monitoring-column"}
    assert {m.committee for m in draft.committee} == set(CommitteeKind)
    assert draft.budget_law == organization.wording.budget_law
    assert all(round_.due.year + 543 == round_.year for round_ in draft.rounds)


def load_all(folder):
    load_catalogue(OrganizationKind.SUBDISTRICT, folder=folder)
    load_sample(folder=folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("catalogue.toml", 'group = "ethics"', 'group = "ethic"', ["course", "ethic"]),
        ("catalogue.toml", "in_monitoring_table", "in_monitoring", ["study-visit", "in_monitoring"]),
        (
            "catalogue.toml",
            'position_types = ["academic"]',
            'position_types = ["x"]',
            ["target", "academic", "x"],
        ),
        ("catalogue.toml", "{own_column}", "{own}", ["organizer", "own"]),
        ("catalogue.toml", "[[fund]]", "[[funds]]", ["funds"]),
        ("laws.toml", 'replaced_by = "procurement-act"', 'replaced_by = "p"', ["supplies-regulation", "“p”"]),
        ("laws.toml", 'key = "excavation-act"', 'key = "procurement-act"', ["procurement-act"]),
        ("sample_office.toml", 'unit = "welfare"', 'unit = "wealth"', ["position", "wealth"]),
        ("sample_office.toml", "yearly = 20_000", 'yearly = "20,000"', ["project", "yearly"]),
        ("sample_office.toml", "birth_date = 1968-03-14, ", "", ["holder", "birth_date"]),
        ("sample_office.toml", "[plan]", "[plan", ["sample_office.toml"]),
    ],
)
def test_a_slip_is_refused_by_file_and_entry(tmp_path, file, old, new, named):
    for path in resource_path("reference").glob("*.toml"):
        shutil.copy(path, tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ReferenceDataError) as refused:
        load_all(tmp_path)
    assert all(word in str(refused.value) for word in [file, *named])


def test_targets_cover_every_kind_of_post_that_plans_promise(reference):
    targets = reference.catalogue.targets
    reached = {t for target in targets for t in (*target.personnel_types, *target.position_types)}
    left_out = {PersonnelType.REGULAR, PersonnelType.POLITICAL, PersonnelType.TRANSFERRED, PositionType.NONE}
    assert reached == {*PersonnelType, *PositionType} - left_out
