"""What became of a plan in one fiscal year: projects of the plan and beside it, what changed, classes, money as set."""

from __future__ import annotations

from datetime import date

from hrdesk.domain.plan import PlanDraft, PlanProject, Satang
from hrdesk.domain.training_terms import ClassStatus
from hrdesk.domain.year_project import YearProject
from hrdesk.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PlannedClass:
    """รุ่น of a project of the year."""

    project: int  # YearProject.id
    number: int
    title: str  # empty: the project's
    starts_on: date | None
    ends_on: date | None
    venue: str
    people: int
    status: ClassStatus
    carried_from: int | None = None  # the fiscal year of its project, where the class goes on from it into this one


@dataclass(frozen=True, slots=True)
class YearProgram:
    projects: tuple[YearProject, ...] = ()
    classes: tuple[PlannedClass, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramLine:
    """A project of the year beside that of the plan; one of them is None where it is in one of the two alone."""

    year_project: YearProject | None
    planned: PlanProject | None
    plan_amount: Satang | None  # None outside the plan
    set_amount: Satang | None  # None while the year's list does not have it

    @property
    def outside(self) -> bool:
        """Not of this plan: of none, or of another one of the same year."""
        return self.planned is None

    @property
    def year_amount(self) -> Satang:
        """The year's: as it was set, as it is planned where nothing was set yet."""
        return (self.plan_amount or 0) if self.set_amount is None else self.set_amount

    @property
    def difference(self) -> Satang:
        """What was set against the plan; 0 where there is nothing to compare."""
        if self.plan_amount is None or self.set_amount is None:
            return 0
        return self.set_amount - self.plan_amount


def program_lines(draft: PlanDraft, year: int, program: YearProgram) -> tuple[ProgramLine, ...]:
    """In the order of the year's list, then what the plan has for the year and the list has not."""
    planned: dict[int | None, PlanProject] = {project.id: project for project in draft.projects}
    lines = []
    for one in program.projects:
        of_plan = planned.get(one.plan_project)
        lines.append(ProgramLine(one, of_plan, of_plan.budget(year) if of_plan else None, one.budget.planned))
    listed = {one.plan_project for one in program.projects}
    left = (p for p in draft.projects if year in p.active_years and p.id not in listed)
    return (*lines, *(ProgramLine(None, project, project.budget(year), None) for project in left))


def set_by_fund(program: YearProgram) -> dict[int | None, Satang]:
    """Money set aside by source, whatever became of the project since."""
    found: dict[int | None, Satang] = {}
    for use in (use for one in program.projects for use in one.funds if use.planned):
        found[use.fund] = found.get(use.fund, 0) + use.planned
    return found
