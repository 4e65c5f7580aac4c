"""What the annual plan reads (F9): one fiscal year of the 3-year plan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft, PlanProject, Satang
from hrdesk.domain.reach import meant_for
from hrdesk.domain.year_program import YearProgram, program_lines
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot import plan_values
from hrdesk.reports.snapshots.snapshot_parts import NO_REFERENCES, References
from hrdesk.reports.snapshots.snapshot_values import PlanSnapshot
from hrdesk.reports.snapshots.year_program_part import ProgramPart, program_parts
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import baht_text, format_baht

_NOTHING = "-"
NO_PROGRAM = YearProgram()


@dataclass(frozen=True, slots=True)
class YearProjectRow:
    """A project that runs in the year; several entries stand a line each."""

    label: str
    targets: str
    methods: str
    organizers: str
    amount: Satang | None  # None for one carried out without money
    funds: str
    evaluations: str


@dataclass(frozen=True, slots=True)
class FundRow:
    fund: str
    projects: int
    amount: Satang


@dataclass(frozen=True, slots=True)
class RoundPlanRow:
    round_number: int
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanYearSnapshot(PlanSnapshot):
    year: str
    year_starts: str  # 1 ตุลาคม 2563
    year_ends: str
    year_projects_count: str
    year_amount: str
    year_amount_words: str
    year_rounds_count: str
    year_projects: tuple[YearProjectRow, ...]
    fund_rows: tuple[FundRow, ...]
    round_rows: tuple[RoundPlanRow, ...]
    program_parts: tuple[ProgramPart, ...]  # none while the year has no list of projects
    year_set: str  # how many projects and how much money the year's list has, where they are not the plan's; or empty


def plan_year_snapshot(
    office: Office,
    draft: PlanDraft,
    year: int,
    references: References = NO_REFERENCES,
    program: YearProgram = NO_PROGRAM,
) -> PlanYearSnapshot:
    """`year` is a Buddhist-era fiscal year of the plan, `program` what became of it."""
    fiscal = FiscalYear(year)
    projects = [project for project in draft.budgeted_projects if year in project.active_years]
    total = sum(project.budget(year) for project in projects)
    rounds = sorted((each for each in draft.rounds if each.year == year), key=lambda each: each.number)
    values: dict[str, Any] = plan_values(office, draft, references)
    return PlanYearSnapshot(
        **values,
        year=str(year),
        year_starts=long_date(fiscal.start),
        year_ends=long_date(fiscal.last_day),
        year_projects_count=str(len(projects)),
        year_amount=format_baht(total),
        year_amount_words=baht_text(total),
        year_rounds_count=str(len(rounds)) if rounds else values["rounds_per_year"],
        year_projects=tuple(_row(number, each, year, office) for number, each in enumerate(projects, start=1)),
        fund_rows=tuple(_funds(projects, year, office)),
        program_parts=program_parts(office, draft, year, program),
        year_set=_set(draft, year, program, (len(projects), total)),
        round_rows=tuple(RoundPlanRow(r.number, long_date(r.due) if r.due else _NOTHING) for r in rounds),
    )


def _set(draft: PlanDraft, year: int, program: YearProgram, told: tuple[int, Satang]) -> str:
    """`told` are the projects and the money of the plan's table, which the year's list may have changed."""
    lines = program_lines(draft, year, program)
    found = len(lines), sum(line.year_amount for line in lines)
    if not program.projects or found == told:
        return ""
    return (
        f"เมื่อรวมโครงการที่ไม่ได้ตั้งงบประมาณไว้ในแผน และการเปลี่ยนแปลงจากแผนตามข้อ 5.1 แล้ว ปีนี้มีโครงการทั้งหมด {found[0]:,} โครงการ "
        f"งบประมาณตั้งไว้ {format_baht(found[1])} บาท ({baht_text(found[1])})"
    )


def _row(number: int, project: PlanProject, year: int, office: Office) -> YearProjectRow:
    catalogue = office.catalogue
    funds = {fund.id: fund.name for fund in catalogue.funds}
    used = dict.fromkeys(funds.get(b.fund or 0, "") for b in project.budgets if b.year == year and b.amount)
    return YearProjectRow(
        label=f"({number}) {project.title}",
        targets=_lines(meant_for((project,), office)),
        methods=_lines(each.short_name for each in catalogue.methods if each.id in project.methods),
        organizers=_lines(each.name for each in catalogue.organizers if each.id in project.organizers),
        amount=project.budget(year) or None,
        funds=_lines(name for name in used if name) or _NOTHING,
        evaluations=_lines(each.short_name for each in catalogue.evaluations if each.id in project.evaluations),
    )


def _lines(names: Iterable[str]) -> str:
    return "\n".join(f"- {name}" for name in names)


def _funds(projects: Iterable[PlanProject], year: int, office: Office) -> Iterable[FundRow]:
    """By source, in the catalogue's order; money whose source is not told comes last."""
    sums: dict[int | None, list[Satang]] = {}
    for project in projects:
        for budget in project.budgets:
            if budget.year == year and budget.amount:
                sums.setdefault(budget.fund, []).append(budget.amount)
    for fund in office.catalogue.funds:
        if fund.id in sums:
            amounts = sums.pop(fund.id)
            yield FundRow(fund.name, len(amounts), sum(amounts))
    left = [amount for amounts in sums.values() for amount in amounts]
    if left:
        yield FundRow("ไม่ได้ระบุแหล่งงบประมาณ", len(left), sum(left))
