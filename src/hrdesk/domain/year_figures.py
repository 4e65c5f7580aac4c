"""What a fiscal year has brought by a day: projects, classes, people, money, tests, opinions and coverage.

One value feeds the monitoring reports, the annual report and the screen, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from hrdesk.domain.monitoring import OpenItem
from hrdesk.domain.plan import Satang
from hrdesk.domain.statistics import GainResult, ScaleResult, overall, percent
from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_project import Budget, budget_by
from hrdesk.lazy_dataclass import dataclass, replace

NOT_SET_UP = "ยังไม่ได้จัดทำโครงการของปี"
_ENDED = (YearProjectStatus.DONE, YearProjectStatus.CANCELLED, YearProjectStatus.POSTPONED)


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """Participants of classes by result."""

    passed: int = 0
    failed: int = 0
    absent: int = 0
    pending: int = 0

    @property
    def all(self) -> int:
        return self.passed + self.failed + self.absent + self.pending

    @property
    def attended(self) -> int:
        """Those who came: what a report calls เข้ารับการพัฒนา."""
        return self.passed + self.failed + self.pending

    def __add__(self, other: PeopleCount) -> PeopleCount:
        return PeopleCount(
            self.passed + other.passed,
            self.failed + other.failed,
            self.absent + other.absent,
            self.pending + other.pending,
        )


@dataclass(frozen=True, slots=True)
class ClassOutcome:
    """One class as at the day. `marks` are its half-days recorded, of which `present` were attended."""

    id: int
    number: int
    title: str
    status: ClassStatus
    starts: date | None = None
    ends: date | None = None
    people: PeopleCount = PeopleCount()
    marks: int = 0
    present: int = 0
    gain: GainResult | None = None
    satisfaction: ScaleResult | None = None
    follow_ups: int = 0  # due by the day
    follow_ups_done: int = 0

    @property
    def done(self) -> bool:
        return self.status is ClassStatus.COMPLETED

    @property
    def cancelled(self) -> bool:
        return self.status is ClassStatus.CANCELLED

    @property
    def last_day(self) -> date | None:
        return self.ends or self.starts


@dataclass(frozen=True, slots=True)
class IndicatorOutcome:
    name: str
    target: str
    unit: str
    result: str


@dataclass(frozen=True, slots=True)
class ProjectOutcome:
    """A project of the year; `status` is None where the plan has it and nobody has set it up for the year."""

    key: str  # year:12, or plan:7 without a project of the year
    title: str
    status: YearProjectStatus | None
    reason: str = ""
    outside: bool = False  # not in the plan
    organizer: str = ""
    people_planned: int = 0
    budget_planned: Satang = 0
    budget_used: Satang = 0
    ends: date | None = None
    classes: tuple[ClassOutcome, ...] = ()
    indicators: tuple[IndicatorOutcome, ...] = ()
    problems: str = ""
    suggestions: str = ""
    carried_from: int | None = None  # the fiscal year it is of, where only classes of it were carried into this one

    @property
    def done(self) -> bool:
        return self.status is YearProjectStatus.DONE

    @property
    def held(self) -> tuple[ClassOutcome, ...]:
        return tuple(each for each in self.classes if each.done)

    @property
    def people(self) -> PeopleCount:
        """Of the classes that are over."""
        return sum_people(each.people for each in self.held)

    @property
    def status_word(self) -> str:
        return term(self.status) if self.status else NOT_SET_UP


@dataclass(frozen=True, slots=True)
class Coverage:
    """People of one unit, type or group, and how many of them passed a class by the day."""

    name: str
    people: int
    developed: int

    @property
    def percent(self) -> Decimal | None:
        return percent(self.developed, self.people)


@dataclass(frozen=True, slots=True)
class YearFigures:
    year: int  # Buddhist-era fiscal year
    as_at: date
    projects: tuple[ProjectOutcome, ...] = ()
    whole: Coverage = Coverage("", 0, 0)  # everybody of the office
    by_unit: tuple[Coverage, ...] = ()
    by_type: tuple[Coverage, ...] = ()
    by_group: tuple[Coverage, ...] = ()

    @property
    def classes(self) -> tuple[ClassOutcome, ...]:
        return tuple(each for project in self.projects for each in project.classes)

    @property
    def people(self) -> PeopleCount:
        return sum_people(project.people for project in self.projects)

    @property
    def carried(self) -> int:
        """How many of the projects are of earlier years."""
        return sum(project.carried_from is not None for project in self.projects)

    @property
    def people_planned(self) -> int:
        return sum(project.people_planned for project in self.projects)

    @property
    def done(self) -> int:
        return sum(project.done for project in self.projects)

    @property
    def budget_planned(self) -> Satang:
        return sum(project.budget_planned for project in self.projects)

    @property
    def budget_used(self) -> Satang:
        return sum(project.budget_used for project in self.projects)

    @property
    def by_organizer(self) -> dict[str, Budget]:
        """What is held jointly stands once, under all its organisers' names; the empty name where none is said."""
        return budget_by((p.organizer, Budget(p.budget_planned, p.budget_used)) for p in self.projects)

    @property
    def classes_held(self) -> int:
        return sum(each.done for each in self.classes)

    @property
    def opinions(self) -> ScaleResult:
        """Every answer of the year's satisfaction forms."""
        return overall(each.satisfaction for each in self.classes if each.satisfaction is not None)

    @property
    def attendance(self) -> Decimal | None:
        """Half-days attended in percent of those recorded, of the classes that are over."""
        held = [each for each in self.classes if each.done]
        return percent(sum(each.present for each in held), sum(each.marks for each in held))


def people_as_at(people: PeopleCount, status: ClassStatus) -> PeopleCount:
    """Results are final when the class is over; to one that was called off nobody comes."""
    if status is ClassStatus.COMPLETED:
        return people
    return PeopleCount() if status is ClassStatus.CANCELLED else PeopleCount(pending=people.all)


def carried_over(project: ProjectOutcome, year: int) -> ProjectOutcome:
    """Of an earlier year: its money and the number of people it was meant for are told there, once."""
    return replace(project, carried_from=year, people_planned=0, budget_planned=0, budget_used=0)


def sum_people(counts: Iterable[PeopleCount]) -> PeopleCount:
    return sum(counts, PeopleCount())


def open_items(figures: YearFigures) -> tuple[OpenItem, ...]:
    """What the year still owes by the day: projects not done, classes behind their date, results pending."""
    return tuple(item for project in figures.projects for item in _open_in(project, figures.as_at))


def _open_in(project: ProjectOutcome, day: date) -> Iterator[OpenItem]:
    if project.status not in _ENDED:
        yield OpenItem(project.key, f"{project.title} ({project.status_word})")
    elif not project.done:  # cancelled or postponed: the reason given with the project explains it
        yield OpenItem(project.key, f"{project.title} ({project.status_word})", project.reason)
    for each in project.classes:
        name = f"{project.title} รุ่นที่ {each.number}"
        late = each.ends is not None and each.ends <= day
        if late and each.status in (ClassStatus.PLANNED, ClassStatus.RUNNING):
            yield OpenItem(f"class:{each.id}", f"{name} ถึงกำหนดแล้วยังไม่ได้บันทึกผล")
        if each.follow_ups > each.follow_ups_done:
            left = each.follow_ups - each.follow_ups_done
            yield OpenItem(f"follow:{each.id}", f"{name} ยังไม่ได้ติดตามผลหลังการอบรม {left} คน")
