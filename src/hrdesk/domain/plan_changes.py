"""What changed between two plans: projects added, removed and changed, money, and the rest of the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.office import Office
from hrdesk.domain.plan import CostLine, PlanDraft, PlanProject, Responsible, Satang
from hrdesk.domain.plan_terms import OptionalPart, SwotKind
from hrdesk.domain.reach import reach_name
from hrdesk.domain.terms import CommitteeKind, term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import format_baht

ORDER = "ลำดับโครงการ"


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute in words, before and after; empty where it has no value."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ProjectChange:
    """A project of both plans; `before` and `after` differ in `changes`."""

    before: PlanProject
    after: PlanProject
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class YearMoney:
    year: int
    before: Satang
    after: Satang

    @property
    def difference(self) -> Satang:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class PlanChanges:
    added: tuple[PlanProject, ...] = ()
    removed: tuple[PlanProject, ...] = ()
    changed: tuple[ProjectChange, ...] = ()
    others: tuple[Change, ...] = ()  # of the plan itself: facts, chapters, committees
    money: tuple[YearMoney, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.others)


def compare_plans(old_office: Office, old: PlanDraft, new_office: Office, new: PlanDraft) -> PlanChanges:
    """Projects are the same by their id, else by their title. Names are those of the office of each plan's day."""
    pairs, removed = _paired(old.projects, new.projects)
    before, after = _Words(old_office), _Words(new_office)
    changed = [
        ProjectChange(was, now, differences)
        for was, now in pairs
        if was is not None and (differences := _differences(before.of_project(was), after.of_project(now)))
    ]
    years = dict.fromkeys([y.be for y in old.period.years] + [y.be for y in new.period.years])
    return PlanChanges(
        added=tuple(now for was, now in pairs if was is None),
        removed=removed,
        changed=tuple(changed),
        others=(*_reordered(old.projects, pairs), *_differences(_plan_words(old), _plan_words(new))),
        money=tuple(YearMoney(year, old.year_total(year), new.year_total(year)) for year in years),
    )


def _paired(
    old: Iterable[PlanProject], new: Iterable[PlanProject]
) -> tuple[list[tuple[PlanProject | None, PlanProject]], tuple[PlanProject, ...]]:
    """Each new project with the one it was, and the old ones that are gone."""
    waiting, new = list(old), list(new)
    pairs: dict[int, PlanProject] = {}
    keys: tuple[Callable[[PlanProject], object], ...] = (lambda p: p.id or None, lambda p: " ".join(p.title.split()))
    for key in keys:
        for place, project in enumerate(new):
            if place in pairs or not key(project):
                continue
            match = next((was for was in waiting if key(was) == key(project)), None)
            if match is not None:
                pairs[place] = match
                waiting.remove(match)
    return [(pairs.get(place), project) for place, project in enumerate(new)], tuple(waiting)


def _reordered(old: Sequence[PlanProject], pairs: Iterable[tuple[PlanProject | None, PlanProject]]) -> tuple[Change, ...]:
    """The order of the projects that both plans have, where it is another one: the tables number them by it."""
    now = {id(was): project for was, project in pairs if was is not None}
    before = [was for was in old if id(was) in now]
    if [id(was) for was in before] == list(now):
        return ()
    return (Change(ORDER, "; ".join(p.title for p in before), "; ".join(p.title for p in now.values())),)


def _differences(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    names = dict.fromkeys([*before, *after])
    changes = (Change(name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(change for change in changes if change.before != change.after)


class _Words:
    """A project's attributes in the words of one office's catalogue."""

    def __init__(self, office: Office) -> None:
        self._office = office
        catalogue = office.catalogue
        self._lists = {
            "วิธีการพัฒนา": ("methods", {m.id: m.name for m in catalogue.methods}),
            "หน่วยดำเนินการ": ("organizers", {o.id: o.name for o in catalogue.organizers}),
            "กลุ่มเป้าหมาย": ("targets", {t.id: t.name for t in catalogue.targets}),
            "การติดตามประเมินผล": ("evaluations", {e.id: e.short_name for e in catalogue.evaluations}),
            "หลักสูตร": ("courses", {c.id: c.title for c in catalogue.courses}),
        }
        self._funds: dict[int | None, str] = {fund.id: fund.name for fund in catalogue.funds}

    def of_project(self, project: PlanProject) -> dict[str, str]:
        words = {"ชื่อโครงการ": project.title, "ปีที่ดำเนินการ": ", ".join(map(str, sorted(project.years)))}
        words["มีชื่อในข้อ 5.1"] = _yes(project.listed)
        for year in sorted({budget.year for budget in project.budgets}):
            words[f"งบประมาณปี {year}"] = format_baht(project.budget(year)) if project.budget(year) else ""
            funds = sorted({self._funds.get(b.fund, "?") for b in project.budgets if b.year == year and b.fund and b.amount})
            words[f"แหล่งงบประมาณปี {year}"] = ", ".join(funds)
        for name, (attribute, names) in self._lists.items():
            words[name] = ", ".join(sorted(names.get(i, "?") for i in getattr(project, attribute)))
        words["ผู้รับการพัฒนาเพิ่มเติม"] = ", ".join(reach_name(reach, self._office) for reach in project.reaches)
        words["ตัวชี้วัด"] = "; ".join(f"{i.name} {i.quantity} {i.unit}".strip() for i in project.indicators)
        words["ค่าใช้จ่าย"] = "; ".join(map(_cost, project.costs))
        words["ยอดรวมค่าใช้จ่ายที่ระบุ"] = "" if project.stated_total is None else format_baht(project.stated_total)
        words["ความสอดคล้อง"] = ", ".join(f"{term(link.kind)} {link.code}" for link in project.links)
        words["ไม่ใช้งบประมาณ"] = "ใช่" if project.no_budget else ""
        words["ชื่อรวมในตารางติดตาม"] = project.monitoring_title
        return words


def _yes(holds: bool) -> str:
    return "ใช่" if holds else "ไม่"


def _cost(line: CostLine) -> str:
    """ค่าวิทยากร 600 × 6 × 2 = 7,200, and what another paper states instead."""
    factors = [format_baht(line.unit_price), f"{line.quantity:,}", *([f"{line.times:,}"] if line.times != 1 else [])]
    stated = f" (ระบุไว้ {format_baht(line.stated)})" if line.stated is not None else ""
    return f"{line.item} {' × '.join(factors)} = {format_baht(line.amount)}{stated}"


def _responsible(one: Responsible) -> str:
    duties = f": {', '.join(one.duties)}" if one.duties else ""
    return f"{one.title} {one.note}".strip() + duties


def _plan_words(plan: PlanDraft) -> dict[str, str]:
    day = plan.committee_announcement_date
    words = {
        "ระยะเวลาของแผน": plan.period.label,
        "กฎหมายงบประมาณ": plan.budget_law,
        "ประกาศที่อ้างถึง": long_date(day) if day else "",
        "หมวดและข้อที่อ้าง": plan.committee_announcement_clauses,
        "เป้าหมายทุกตำแหน่ง": _yes(plan.covers_all_positions),
    }
    for kind in CommitteeKind:
        members = [m for m in plan.committee if m.committee is kind]
        words[term(kind)] = "; ".join(f"{m.name} {m.position} ({term(m.role)})".strip() for m in members)
    words["ผู้รับผิดชอบ"] = "; ".join(map(_responsible, plan.responsible))
    words["การติดตาม"] = "; ".join(f"{r.year}/{r.number} {long_date(r.due) if r.due else ''}".strip() for r in plan.rounds)
    words["ตัวชี้วัดของแผน"] = "; ".join(f"{i.name} {i.quantity} {i.unit}".strip() for i in plan.indicators)
    words["ยุทธศาสตร์ของหน่วยงาน"] = "; ".join(f"{s.code} {s.name}".strip() for s in plan.strategies)
    for swot in SwotKind:
        words[term(swot)] = "; ".join(entry.text for entry in plan.swot if entry.kind is swot)
    words["ส่วนที่เลือกพิมพ์"] = ", ".join(term(part) for part in OptionalPart if part in plan.optional)
    for key, title in CHAPTERS.items():
        words[f"ข้อความ {title}"] = plan.chapters.get(key, "")
    return words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of the table of changes; `detail` is a change within what both plans have."""

    kind: str  # เพิ่ม, ยกเลิก, แก้ไข
    place: str
    what: str = ""
    before: str = ""
    after: str = ""

    @property
    def detail(self) -> bool:
        return self.kind == CHANGED


ADDED, REMOVED, CHANGED = "เพิ่ม", "ยกเลิก", "แก้ไข"
_PLAN = "แผนทั้งฉบับ"


def change_lines(changes: PlanChanges) -> tuple[ChangeLine, ...]:
    """The changes as a table shows them, projects first."""
    return (
        *(ChangeLine(ADDED, p.title, "งบประมาณรวม", "", format_baht(p.total)) for p in changes.added),
        *(ChangeLine(REMOVED, p.title, "งบประมาณรวม", format_baht(p.total), "") for p in changes.removed),
        *(
            ChangeLine(CHANGED, project.after.title, change.what, change.before, change.after)
            for project in changes.changed
            for change in project.changes
        ),
        *(ChangeLine(CHANGED, _PLAN, change.what, change.before, change.after) for change in changes.others),
    )
