"""The 3-year staff development plan as one frozen value, and the figures every table of it shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import OptionalPart, PlanStatus
from hrdesk.domain.terms import CommitteeKind, CommitteeRole
from hrdesk.lazy_dataclass import dataclass, replace

Satang = int


@dataclass(frozen=True, slots=True)
class YearBudget:
    """Planned money of one project in one fiscal year from one source."""

    year: int  # Buddhist-era fiscal year
    amount: Satang
    fund: int | None = None  # FundSource.id


@dataclass(frozen=True, slots=True)
class CostLine:
    """unit price × quantity × times. `stated` is the product as a paper brought from outside prints it."""

    item: str
    unit_price: Satang
    quantity: int
    times: int = 1
    stated: Satang | None = None

    @property
    def amount(self) -> Satang:
        return self.unit_price * self.quantity * self.times


@dataclass(frozen=True, slots=True)
class PlanProject:
    """โครงการ in a plan. Tuples of ids refer to the catalogue; `id` is 0 until stored."""

    id: int
    title: str
    listed: bool = True  # named in part 5.1
    no_budget: bool = False  # carried out without money, on purpose
    monitoring_title: str = ""  # neighbours in T2 that share it are printed as one row
    methods: tuple[int, ...] = ()
    organizers: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    reaches: tuple[Reach, ...] = ()  # whom it is meant for besides the target groups
    evaluations: tuple[int, ...] = ()
    courses: tuple[int, ...] = ()
    years: tuple[int, ...] = ()  # Buddhist-era fiscal years it runs in
    budgets: tuple[YearBudget, ...] = ()
    costs: tuple[CostLine, ...] = ()
    stated_total: Satang | None = None  # total of the cost lines as printed on a paper from outside
    links: tuple[Link, ...] = ()
    indicators: tuple[Indicator, ...] = ()

    def budget(self, year: int) -> Satang:
        return sum(b.amount for b in self.budgets if b.year == year)

    @property
    def active_years(self) -> tuple[int, ...]:
        """In which it runs or has money. The checker tells of the one without the other; until that is mended no list of a
        year leaves out what its sum holds.
        """
        return tuple(sorted({*self.years, *(b.year for b in self.budgets if b.amount)}))

    @property
    def total(self) -> Satang:
        return sum(b.amount for b in self.budgets)

    @property
    def budgeted(self) -> bool:
        """Has a place in T1 and T2."""
        return self.total > 0 or self.no_budget


@dataclass(frozen=True, slots=True)
class CommitteeMember:
    position: str
    role: CommitteeRole
    committee: CommitteeKind = CommitteeKind.MONITORING
    name: str = ""
    staff: int | None = None  # Staff.id; None for a seat, or somebody from outside


@dataclass(frozen=True, slots=True)
class Responsible:
    """ผู้รับผิดชอบ of part 5.3 with the duties laid on them."""

    title: str
    note: str = ""
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonitoringRound:
    year: int  # Buddhist-era fiscal year
    number: int  # 1, 2, 3 …
    due: date | None = None


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A whole plan, as the wizard edits it, the checker reads it and the forms print it."""

    period: PlanPeriod
    id: int = 0
    status: PlanStatus = PlanStatus.DRAFT
    budget_law: str = ""  # the name the plan uses: เทศบัญญัติ or ข้อบัญญัติ
    covers_all_positions: bool = True  # part 2.2 promises every position
    committee_announcement_date: date | None = None  # of the provincial committee, part 1
    committee_announcement_clauses: str = ""  # หมวด …, ข้อ …
    projects: tuple[PlanProject, ...] = ()
    committee: tuple[CommitteeMember, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    rounds: tuple[MonitoringRound, ...] = ()
    chapters: dict[str, str] = field(default_factory=dict)  # chapter key → text the officer changed
    indicators: tuple[Indicator, ...] = ()  # of the plan as a whole
    strategies: tuple[OwnStrategy, ...] = ()
    swot: tuple[SwotEntry, ...] = ()
    optional: tuple[OptionalPart, ...] = ()  # parts of the book printed besides the statutory ones
    accepted: tuple[AcceptedWarning, ...] = ()
    copied: dict[str, str] = field(default_factory=dict)  # of the wizard: facts taken over, to be confirmed

    @property
    def budgeted_projects(self) -> tuple[PlanProject, ...]:
        return tuple(p for p in self.projects if p.budgeted)

    def year_total(self, year: int) -> Satang:
        return sum(p.budget(year) for p in self.projects)

    @property
    def total(self) -> Satang:
        return sum(p.total for p in self.projects)


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """A row of T2: one project, or neighbours grouped for printing."""

    title: str
    projects: tuple[PlanProject, ...]

    def budget(self, year: int) -> Satang:
        return sum(p.budget(year) for p in self.projects)

    def runs_in(self, year: int) -> bool:
        return any(year in p.years for p in self.projects)

    def ids(self, field_name: str) -> tuple[int, ...]:
        """The union of `methods`, `organizers`, `targets` or `evaluations`, in order of first use."""
        return tuple(dict.fromkeys(i for p in self.projects for i in getattr(p, field_name)))


def with_project_ids(draft: PlanDraft, ids: Mapping[int, int]) -> PlanDraft:
    """The same plan, its projects under the ids that `ids` has for theirs, and what was accepted of them."""
    if not ids.keys() & {project.id for project in draft.projects}:
        return draft
    keys = {f"project:{old}": f"project:{new}" for old, new in ids.items()}
    projects = tuple(replace(p, id=ids[p.id]) if p.id in ids else p for p in draft.projects)
    return replace(draft, projects=projects, accepted=tuple(_renamed(one, keys) or one for one in draft.accepted))


def with_projects(draft: PlanDraft, projects: Iterable[PlanProject]) -> PlanDraft:
    """The plan with these of its projects, in this order, and others; what was accepted of one that leaves goes with it.

    Those without an id are named by their place: what was accepted of them moves with them.
    """
    kept = tuple(projects)
    now = {id(project): key for key, project in _keyed(kept)}
    stay = {key for key, _ in _keyed(kept)}
    keys = {key: key if project.id and key in stay else now.get(id(project), "") for key, project in _keyed(draft.projects)}
    accepted = (_renamed(one, keys) if one.field.startswith("project:") else one for one in draft.accepted)
    return replace(draft, projects=kept, accepted=tuple(one for one in accepted if one is not None))


def _keyed(projects: Iterable[PlanProject]) -> Iterator[tuple[str, PlanProject]]:
    for number, project in enumerate(projects, start=1):
        yield project_key(project, number), project


def project_key(project: PlanProject, number: int) -> str:
    """`project:12`; a project that is not stored yet has no id and is named by its place, counted from 1: `project:#3`."""
    return f"project:{project.id or f'#{number}'}"


def _renamed(accepted: AcceptedWarning, keys: Mapping[str, str]) -> AcceptedWarning | None:
    """Of the same project under its new key; None where it has none."""
    key, dot, attribute = accepted.field.partition(".")
    new = keys.get(key)
    return replace(accepted, field=f"{new}{dot}{attribute}") if new else None


def monitoring_rows(projects: Iterable[PlanProject]) -> tuple[MonitoringRow, ...]:
    """Group projects that share a monitoring title into one row at the first one's place."""
    groups: dict[str, list[PlanProject]] = {}
    for index, project in enumerate(projects):
        key = project.monitoring_title or f"\0{index}"
        groups.setdefault(key, []).append(project)
    return tuple(
        MonitoringRow(members[0].monitoring_title or members[0].title, tuple(members))
        for members in groups.values()
    )
