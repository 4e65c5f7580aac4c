"""What a new office starts with, and the sample office, read from `resources/reference/*.toml` as values.

Symbolic keys of the files become ids 1 … n in file order, so the values can be stored with the ids they bear.
Nothing here knows the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from hrdesk.domain.fiscal import BE_OFFSET, PlanPeriod
from hrdesk.domain.office import Course, Organization, OrgUnit
from hrdesk.domain.plan import (
    CommitteeMember,
    MonitoringRound,
    PlanDraft,
    PlanProject,
    Responsible,
    YearBudget,
)
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level, OrganizationKind
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.reference.catalogue import (
    ReferenceCatalogue,
    catalogue_file,
    kind_words,
    load_catalogue,
)
from hrdesk.services.reference.file import Entry, Keys, ReferenceFile

__all__ = [
    "PersonSeed",
    "PositionSeed",
    "ReferenceCatalogue",
    "SampleOffice",
    "load_catalogue",
    "load_sample",
    "load_standard_plan",
    "load_standard_projects",
]

_PROJECT = (
    "title listed no_budget monitoring_title organizers methods targets evaluations course_groups yearly fund"
)
_RESPONSIBLE = "title note duties standard_duties"
_SAMPLE_TABLES = {
    "organization": "kind name district province subdistrict hr_unit head_name chief_name",
    "unit": "key name parent",
    "position": "number title line level unit holder",
    "plan": "first_year budget_law announcement_date announcement_clauses",
    "responsible": _RESPONSIBLE,
    "project": _PROJECT,
}
_STANDARD_PLAN_TABLES = {
    "member": "committee position role",
    "responsible": _RESPONSIBLE,
    "round": "month day",
}
_HOLDER = "title first_name last_name national_id birth_date start_date education"
_SATANG = 100


@dataclass(frozen=True, slots=True)
class PositionSeed:
    id: int
    number: str  # empty for contract staff
    title: str
    line: int  # PositionLine.id
    level: Level
    unit: int  # OrgUnit.id


@dataclass(frozen=True, slots=True)
class PersonSeed:
    title: str
    first_name: str
    last_name: str
    national_id: str  # 13 digits
    birth_date: date
    start_date: date
    education: str
    position: int | None  # PositionSeed.id


@dataclass(frozen=True, slots=True)
class SampleOffice:
    """The ids in `positions` and `plan` are those of `load_catalogue(organization.kind)`."""

    organization: Organization
    units: tuple[OrgUnit, ...]
    positions: tuple[PositionSeed, ...]
    people: tuple[PersonSeed, ...]
    plan: PlanDraft


def load_standard_projects(
    first_year: int,
    kind: OrganizationKind = OrganizationKind.SUBDISTRICT,
    *,
    folder: Path | None = None,
) -> tuple[PlanProject, ...]:
    """The usual projects, each in all years of the period from `first_year`; `id` is 0.

    They name no course that `load_catalogue(..., laws_in_force=True)` leaves out, and so fit either catalogue.
    """
    file = ReferenceFile("standard_projects.toml", {"project": _PROJECT}, folder)
    courses = load_catalogue(kind, laws_in_force=True, folder=folder).catalogue.courses
    return _projects(file, PlanPeriod(first_year), kind, courses, folder)


def load_standard_plan(
    organization: Organization, first_year: int, *, folder: Path | None = None
) -> PlanDraft:
    """A plan without projects: the budget law's right name, committees, duties, three rounds a year."""
    file = ReferenceFile("standard_plan.toml", _STANDARD_PLAN_TABLES, folder)
    words = _office_words(organization)
    period = PlanPeriod(first_year)
    return PlanDraft(
        period=period,
        budget_law=organization.wording.budget_law,
        committee=tuple(
            CommitteeMember(
                e.fill("position", words),
                e.chosen("role", CommitteeRole),
                e.chosen("committee", CommitteeKind),
            )
            for e in file.entries("member")
        ),
        responsible=tuple(_responsible(e, words, ()) for e in file.entries("responsible")),
        rounds=_rounds(file, period),
    )


def load_sample(*, folder: Path | None = None) -> SampleOffice:
    """The sample office, with its committee and rounds as the standard plan has them."""
    file = ReferenceFile("sample_office.toml", _SAMPLE_TABLES, folder)
    organization = _organization(file.single("organization"))
    positions, people = _frame(file, folder)
    units = file.keys("unit")
    return SampleOffice(
        organization=organization,
        units=tuple(
            OrgUnit(i, e.text("name"), e.refer("parent", units) if "parent" in e else None)
            for i, e in file.numbered("unit")
        ),
        positions=positions,
        people=people,
        plan=_sample_plan(file, organization, folder),
    )


def _office_words(organization: Organization) -> dict[str, str]:
    """The words of the kind, and those that carry the office's name (นายกเทศมนตรีตำบลหนองป่าครั่ง)."""
    return {
        **kind_words(organization.kind),
        "hr_unit": organization.hr_unit,
        "head_of_office": organization.head_of_office,
        "chief_of_office": organization.chief_of_office,
        "provincial_committee": organization.wording.provincial_committee + organization.province,
    }


def _projects(
    file: ReferenceFile,
    period: PlanPeriod,
    kind: OrganizationKind,
    courses: Sequence[Course],
    folder: Path | None,
) -> tuple[PlanProject, ...]:
    catalogue = catalogue_file(folder)
    words = kind_words(kind)
    tables = ("method", "organizer", "target", "evaluation", "fund", "course_group")
    keys = {table: catalogue.keys(table) for table in tables}
    years = tuple(year.be for year in period.years)
    projects: list[PlanProject] = []
    for entry in file.entries("project"):
        groups = entry.refer_all("course_groups", keys["course_group"])
        projects.append(
            PlanProject(
                id=0,
                title=entry.fill("title", words),
                listed=entry.flag("listed", default=True),
                no_budget=entry.flag("no_budget", default=False),
                monitoring_title=entry.fill("monitoring_title", words, ""),
                methods=entry.refer_all("methods", keys["method"]),
                organizers=entry.refer_all("organizers", keys["organizer"]),
                targets=entry.refer_all("targets", keys["target"]),
                evaluations=entry.refer_all("evaluations", keys["evaluation"]),
                courses=tuple(c.id for c in courses if c.group in groups),
                years=years,
                budgets=_budgets(entry, years, keys["fund"]),
            )
        )
    return tuple(projects)


def _budgets(entry: Entry, years: tuple[int, ...], funds: Keys) -> tuple[YearBudget, ...]:
    if "yearly" not in entry:
        return ()
    amount, fund = entry.number("yearly") * _SATANG, entry.refer("fund", funds)
    return tuple(YearBudget(year, amount, fund) for year in years)


def _responsible(entry: Entry, words: Mapping[str, str], standard: tuple[str, ...]) -> Responsible:
    """`standard` are the duties taken where the entry says `standard_duties`."""
    duties = tuple(entry.fill_text(duty, words) for duty in entry.texts("duties"))
    if entry.flag("standard_duties", default=False):
        duties += standard
    return Responsible(entry.fill("title", words), entry.fill("note", words, ""), duties)


def _rounds(file: ReferenceFile, period: PlanPeriod) -> tuple[MonitoringRound, ...]:
    days = [(e.number("month"), e.number("day")) for e in file.entries("round")]
    return tuple(
        MonitoringRound(year.be, number, date(year.be - BE_OFFSET - (month >= 10), month, day))
        for year in period.years
        for number, (month, day) in enumerate(days, 1)
    )


def _organization(entry: Entry) -> Organization:
    return Organization(
        kind=entry.chosen("kind", OrganizationKind),
        name=entry.text("name"),
        district=entry.text("district"),
        province=entry.text("province"),
        subdistrict=entry.text("subdistrict"),
        hr_unit=entry.text("hr_unit"),
        head_name=entry.text("head_name"),
        chief_name=entry.text("chief_name"),
    )


def _frame(
    file: ReferenceFile, folder: Path | None
) -> tuple[tuple[PositionSeed, ...], tuple[PersonSeed, ...]]:
    lines, units = catalogue_file(folder).keys("line"), file.keys("unit")
    positions: list[PositionSeed] = []
    people: list[PersonSeed] = []
    for i, entry in file.numbered("position"):
        positions.append(
            PositionSeed(
                id=i,
                number=entry.text("number", ""),
                title=entry.text("title"),
                line=entry.refer("line", lines),
                level=entry.chosen("level", Level, Level.NONE),
                unit=entry.refer("unit", units),
            )
        )
        if "holder" in entry:
            people.append(_person(entry.table("holder", _HOLDER), i))
    return tuple(positions), tuple(people)


def _person(entry: Entry, position: int) -> PersonSeed:
    return PersonSeed(
        title=entry.text("title"),
        first_name=entry.text("first_name"),
        last_name=entry.text("last_name"),
        national_id=entry.text("national_id"),
        birth_date=entry.day("birth_date"),
        start_date=entry.day("start_date"),
        education=entry.text("education"),
        position=position,
    )


def _sample_plan(file: ReferenceFile, organization: Organization, folder: Path | None) -> PlanDraft:
    entry = file.single("plan")
    standard = load_standard_plan(organization, entry.number("first_year"), folder=folder)
    duties = tuple(duty for responsible in standard.responsible for duty in responsible.duties)
    words = _office_words(organization)
    courses = load_catalogue(organization.kind, folder=folder).catalogue.courses
    return replace(
        standard,
        budget_law=entry.text("budget_law"),
        committee_announcement_date=entry.day("announcement_date"),
        committee_announcement_clauses=entry.text("announcement_clauses"),
        committee=tuple(m for m in standard.committee if m.committee is CommitteeKind.MONITORING),
        responsible=tuple(_responsible(e, words, duties) for e in file.entries("responsible")),
        projects=_projects(file, standard.period, organization.kind, courses, folder),
    )
