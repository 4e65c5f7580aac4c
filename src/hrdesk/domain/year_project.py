"""A project of the fiscal year: what it costs, what was set aside and spent, and what is wrong with its record."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field
from datetime import date
from typing import TypeVar

from hrdesk.domain.office import Organizer
from hrdesk.domain.plan import Satang
from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.terms import OrganizerKind
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart, YearProjectStatus
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import format_baht

Hundredths = int
ENDED = frozenset({YearProjectStatus.POSTPONED, YearProjectStatus.CANCELLED})  # without having been carried out
_PLACE = "โครงการประจำปี"
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class ProjectCost:
    """ราคาต่อหน่วย × จำนวน × ครั้ง. The amount is always the product: none is typed."""

    item: str
    unit_price: Satang
    quantity: int = 1
    unit: str = ""  # คน
    times: int = 1

    @property
    def amount(self) -> Satang:
        return self.unit_price * self.quantity * self.times


@dataclass(frozen=True, slots=True)
class FundUse:
    """Money of one source; `fund` None while the source is not named."""

    fund: int | None
    planned: Satang = 0
    used: Satang = 0


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of T6, and of T5 when its result is in. Targets and results are words: 80, ร้อยละ 80."""

    kind: IndicatorKind
    name: str
    target: str = ""
    unit: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class YearProject:
    """Ids refer to the catalogue; `plan_project` is None for a project outside the plan."""

    id: int
    year: int  # Buddhist-era fiscal year
    title: str
    plan_project: int | None = None
    outside_reason: str = ""
    status: YearProjectStatus = YearProjectStatus.PLANNED
    status_reason: str = ""
    responsible: str = ""
    venue: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    people: int = 0
    lecture: Hundredths = 0  # hours
    other: Hundredths = 0
    memo_number: str = ""
    memo_date: date | None = None
    approved_on: date | None = None
    problems: str = ""
    suggestions: str = ""
    organizers: tuple[int, ...] = ()
    methods: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    reaches: tuple[Reach, ...] = ()  # whom it is meant for besides the target groups
    courses: tuple[int, ...] = ()
    costs: tuple[ProjectCost, ...] = ()
    funds: tuple[FundUse, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    texts: dict[ProposalPart, str] = field(default_factory=dict)  # only what is written

    @property
    def outside_plan(self) -> bool:
        return self.plan_project is None

    @property
    def cost(self) -> Satang:
        return sum(line.amount for line in self.costs)

    @property
    def budget(self) -> Budget:
        return Budget(sum(fund.planned for fund in self.funds), sum(fund.used for fund in self.funds))


@dataclass(frozen=True, slots=True)
class Budget:
    planned: Satang = 0
    used: Satang = 0

    @property
    def remaining(self) -> Satang:
        """Below 0 when more was spent than set aside."""
        return self.planned - self.used

    def __add__(self, other: Budget) -> Budget:
        return Budget(self.planned + other.planned, self.used + other.used)


def budget_by(items: Iterable[tuple[K, Budget]]) -> dict[K, Budget]:
    """Sums by key, in the order in which the keys are first met."""
    sums: dict[K, Budget] = {}
    for key, budget in items:
        sums[key] = sums.get(key, Budget()) + budget
    return sums


def jointly(names: Sequence[str]) -> str:
    """Those who carry something out together, the first before all: ก ร่วมกับ ข และ ค; empty of none."""
    first, *others = names or ("",)
    if not others:
        return first
    *some, last = others
    return f"{first} ร่วมกับ {' '.join(some)} และ {last}" if some else f"{first} ร่วมกับ {last}"


def with_origin(title: str, carried_from: int | None) -> str:
    """The title as lists of a year tell it, of what goes on from an earlier fiscal year."""
    return title if carried_from is None else f"{title} (ต่อเนื่องจากปีงบประมาณ พ.ศ. {carried_from})"


def spoken_organizers(organizers: Iterable[Organizer], chosen: Sequence[int], office: str, *, outside: bool = False) -> str:
    """As a sentence names them: the office itself by its full name; with `outside` the others alone."""
    known = {one.id: one for one in organizers}
    found = [known[one] for one in chosen if one in known]
    if outside:
        found = [one for one in found if one.kind is not OrganizerKind.OWN]
    return jointly([office if one.kind is OrganizerKind.OWN else one.name for one in found])


def check_year_project(project: YearProject) -> tuple[Problem, ...]:
    """What is wrong with one record by itself; fields are `year_project.<attribute>`."""
    found: list[Problem] = []

    def say(name: str, text: str, severity: Severity = Severity.ERROR) -> None:
        code = f"year-project-{name.replace('_', '-')}"
        found.append(Problem(f"year_project.{name}", text, severity, code, _PLACE))

    if not project.title:
        say("title", "กรุณากรอกชื่อโครงการ")
    if project.status in ENDED and not project.status_reason:
        say("status_reason", "โครงการที่เลื่อนหรือยกเลิกต้องระบุเหตุผล")
    if project.starts_on and project.ends_on and project.ends_on < project.starts_on:
        say("ends_on", "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม")
    if project.outside_plan and not project.outside_reason:
        say("outside_reason", "โครงการนอกแผนควรระบุเหตุผล", Severity.WARNING)
    _check_money(project, say)
    return tuple(found)


def _check_money(project: YearProject, say: Callable[..., None]) -> None:
    for number, line in enumerate(project.costs, start=1):
        if not line.item:
            say("costs", f"ค่าใช้จ่ายรายการที่ {number} ยังไม่มีชื่อรายการ")
        if min(line.unit_price, line.quantity, line.times) < 0:
            say("costs", f"ค่าใช้จ่ายรายการที่ {number} มีจำนวนติดลบ")
    if any(min(fund.planned, fund.used) < 0 for fund in project.funds):
        say("funds", "งบประมาณติดลบไม่ได้")
    sources = [fund.fund for fund in project.funds]
    if len(sources) != len(set(sources)):
        say("funds", "แหล่งงบประมาณเดียวกันมีสองบรรทัด กรุณารวมเป็นบรรทัดเดียว")
    budget = project.budget
    if project.costs and project.cost != budget.planned:
        text = f"ค่าใช้จ่ายรวม {format_baht(project.cost)} บาท ไม่ตรงกับงบประมาณที่ตั้งไว้ {format_baht(budget.planned)} บาท"
        say("costs", text, Severity.WARNING)
    if budget.remaining < 0:
        say("funds", f"ใช้เกินงบประมาณที่ตั้งไว้ {format_baht(-budget.remaining)} บาท", Severity.WARNING)
