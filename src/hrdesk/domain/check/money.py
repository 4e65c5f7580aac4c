"""Money stands in the years a project runs, and cost lines multiply and add up.

Multiplying and adding are separate checks: seed 003 prints 7,500 x 8,000 as 6,000,000, and its grand total
of 12,000,000 adds up all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrdesk.domain.check.case import PlanCase, ProjectPlace, baht
from hrdesk.domain.plan import CostLine, PlanProject, Satang
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace


def check_products(lines: Sequence[CostLine]) -> Iterator[Problem]:
    for index, line in enumerate(lines):
        if line.stated is not None and line.stated != line.amount:
            times = f" × {line.times:,} ครั้ง" if line.times != 1 else ""
            text = (
                f"{baht(line.unit_price)} × {line.quantity:,}{times} เท่ากับ {baht(line.amount)} "
                f"แต่ระบุไว้ {baht(line.stated)}"
            )
            place = f"ค่าใช้จ่ายรายการที่ {index + 1} “{line.item}”"
            yield Problem(f"costs.{index}.stated", text, code="cost.product", place=place)


def check_sum(lines: Sequence[CostLine], stated_total: Satang | None) -> Iterator[Problem]:
    """The printed figures, right or wrong each, against the printed total."""
    if stated_total is None or not lines:
        return
    total = sum(_printed(line) for line in lines)
    if total != stated_total:
        text = f"ค่าใช้จ่ายทุกรายการรวมกันได้ {baht(total)} แต่ยอดรวมระบุไว้ {baht(stated_total)}"
        yield Problem("stated_total", text, code="cost.sum", place="ยอดรวมค่าใช้จ่าย")


def check_costs(lines: Sequence[CostLine], stated_total: Satang | None) -> tuple[Problem, ...]:
    """`field` is relative to whatever holds the lines: `costs.0.stated` (counted from 0), `stated_total`."""
    return (*check_products(lines), *check_sum(lines, stated_total))


def _printed(line: CostLine) -> Satang:
    return line.amount if line.stated is None else line.stated


def _of_project(at: ProjectPlace, problem: Problem) -> Problem:
    return replace(problem, field=f"{at.key}.{problem.field}", place=f"{at.place} · {problem.place}")


def cost_products(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        for problem in check_products(at.project.costs):
            yield _of_project(at, problem)


def cost_sums(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        for problem in check_sum(at.project.costs, at.project.stated_total):
            yield _of_project(at, problem)


def costs_against_budget(case: PlanCase) -> Iterator[Problem]:
    """Cost lines describe either one year's holding or the whole period; their total must be one of the two."""
    for at in case.projects():
        total = _printed_total(at.project)
        if total is None or not at.project.total:
            continue
        yearly = {at.project.budget(year) for year in at.project.years}
        if total != at.project.total and yearly != {total}:
            text = (
                f"ประมาณการค่าใช้จ่ายรวม {baht(total)} ไม่ตรงกับงบประมาณของโครงการ "
                f"({_yearly_text(at.project)}รวมทั้งสิ้น {baht(at.project.total)})"
            )
            yield at.error("costs-differ-from-budget", "costs", text)


def _printed_total(project: PlanProject) -> Satang | None:
    if not project.costs:
        return project.stated_total
    if project.stated_total is not None:
        return project.stated_total
    return sum(_printed(line) for line in project.costs)


def _yearly_text(project: PlanProject) -> str:
    yearly = {project.budget(year) for year in project.years}
    return f"ปีละ {baht(yearly.pop())} " if len(yearly) == 1 else ""


def money_in_idle_year(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        for year in sorted({b.year for b in at.project.budgets} - set(at.project.years)):
            if amount := at.project.budget(year):
                text = f"ตั้งงบประมาณ {baht(amount)} ไว้ในปีงบประมาณ พ.ศ. {year} แต่ไม่ได้ดำเนินการในปีนั้น"
                yield at.error("money-in-idle-year", f"budget.{year}", text)


def running_year_without_money(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        if at.project.no_budget or not at.project.total:
            continue  # on purpose, or already told as a whole
        for year in at.project.years:
            if not at.project.budget(year):
                text = f"ดำเนินการในปีงบประมาณ พ.ศ. {year} แต่ไม่มีงบประมาณของปีนั้น"
                yield at.error("year-without-money", f"budget.{year}", text)


def money_although_none_needed(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        if at.project.no_budget and at.project.total:
            text = f"ระบุว่าไม่ใช้งบประมาณ แต่ตั้งงบประมาณไว้ {baht(at.project.total)}"
            yield at.error("money-although-none-needed", "no_budget", text)


def negative_money(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        for budget in at.project.budgets:
            if budget.amount < 0:
                text = f"งบประมาณปีงบประมาณ พ.ศ. {budget.year} ติดลบ ({baht(budget.amount)})"
                yield at.error("negative-money", f"budget.{budget.year}", text)


def year_outside_period(case: PlanCase) -> Iterator[Problem]:
    period = case.draft.period
    for at in case.projects():
        used = {*at.project.years, *(b.year for b in at.project.budgets if b.amount)}
        for year in sorted(used):
            if year not in period:
                text = f"ปีงบประมาณ พ.ศ. {year} อยู่นอกช่วงของแผน (พ.ศ. {period.label})"
                attribute = "years" if year in at.project.years else f"budget.{year}"
                yield at.error("year-outside", attribute, text)
