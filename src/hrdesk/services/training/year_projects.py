"""The projects of a fiscal year: made from the plan or beside it, and their money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, select

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import PlanProject
from hrdesk.domain.training_terms import ClassStatus
from hrdesk.domain.year_project import (
    Budget,
    FundUse,
    ProjectCost,
    YearProject,
    budget_by,
    check_year_project,
)
from hrdesk.errors import Severity, UserError
from hrdesk.models.curriculum import FundSource
from hrdesk.models.plan import Plan
from hrdesk.models.project import Project as PlannedProject
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject as Row
from hrdesk.models.year_project import YearProjectFund
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.deleted import Deleted, bring_back, take_out
from hrdesk.services.plan.reading import read_plan
from hrdesk.services.plan.ruling import ruling_plan
from hrdesk.services.records import cleaned, refuse_when_used, take
from hrdesk.services.training.project_rows import WHOLE, organizer_names, read_project, write_project
from hrdesk.services.training.values import ProjectBudget, ProjectRow, YearBudgets

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database


class YearProjectService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def years(self) -> tuple[int, ...]:
        """Fiscal years with projects or within a plan, newest first."""
        with self._database.read() as session:
            found = set(session.scalars(select(Row.year).distinct()))
            for first, count in session.execute(select(Plan.first_year, Plan.year_count)):
                found.update(range(first, first + count))
        return tuple(sorted(found, reverse=True))

    def projects(self, year: int) -> tuple[ProjectRow, ...]:
        with self._database.read() as session:
            return project_rows(session, year)

    def load(self, project_id: int) -> YearProject:
        with self._database.read() as session:
            return read_project(take(session, Row, project_id))

    def load_year(self, year: int) -> tuple[YearProject, ...]:
        """Whole, in the order of the list."""
        with self._database.read() as session:
            rows = session.scalars(select(Row).where(Row.year == year).order_by(Row.place, Row.id).options(*WHOLE))
            return tuple(read_project(row) for row in rows)

    def save(self, project: YearProject) -> tuple[int, Area]:
        """Insert (id 0) or update. Raises InvalidRecord for what no paper could bear."""
        project = cleaned(project)
        errors = tuple(p for p in check_year_project(project) if p.severity is Severity.ERROR)
        if errors:
            raise InvalidRecord(errors)
        with self._database.begin() as session:
            if project.id:
                take(session, Row, project.id)
            return write_project(session, project), Area.TRAINING

    def delete(self, project_id: int) -> tuple[Deleted, Area]:
        """UserError while it has classes."""
        with self._database.begin() as session:
            row = take(session, Row, project_id)
            refuse_when_used(session, row.title, project_id, ((TrainingClass.year_project_id, "รุ่น"),))
            return take_out(session, Row, [project_id], row.title), Area.TRAINING

    def put_back(self, removed: Deleted) -> Area:
        with self._database.begin() as session:
            bring_back(session, removed)
        return Area.TRAINING

    def plan_for(self, year: int) -> int | None:
        """The plan that rules a year: an announced one before drafts, then the newest."""
        with self._database.read() as session:
            return ruling_plan(session, year)

    def plan_period(self, project_id: int) -> PlanPeriod | None:
        """Of the plan that the project is of; None outside the plan."""
        with self._database.read() as session:
            row = session.execute(
                select(Plan.first_year, Plan.year_count)
                .join(PlannedProject, PlannedProject.plan_id == Plan.id)
                .join(Row, Row.plan_project_id == PlannedProject.id)
                .where(Row.id == project_id)
            ).first()
        return PlanPeriod(*row) if row else None

    def missing_from_plan(self, year: int) -> tuple[PlanProject, ...]:
        """What the plan has for the year and the year's list has not."""
        with self._database.read() as session:
            return missing_projects(session, year)

    def add_from_plan(self, year: int) -> tuple[tuple[int, ...], Area]:
        """Make the plan's projects of the year that are not yet in its list. UserError without a plan."""
        with self._database.begin() as session:
            if ruling_plan(session, year) is None:
                raise UserError(
                    f"ยังไม่มีแผนพัฒนาที่ครอบคลุมปีงบประมาณ {year} ข้อมูลไม่ถูกเปลี่ยนแปลง"
                    " กรุณาจัดทำแผนก่อน หรือเพิ่มโครงการนอกแผน"
                )
            made = tuple(write_project(session, of_plan(project, year)) for project in missing_projects(session, year))
        return made, Area.TRAINING

    def delete_many(self, project_ids: tuple[int, ...]) -> tuple[Deleted, Area]:
        """Take back projects just made; UserError when one of them has classes by now."""
        with self._database.begin() as session:
            for project_id in project_ids:
                title = take(session, Row, project_id).title
                refuse_when_used(session, title, project_id, ((TrainingClass.year_project_id, "รุ่น"),))
            return take_out(session, Row, list(project_ids), "โครงการจากแผน"), Area.TRAINING

    def budgets(self, year: int) -> YearBudgets:
        with self._database.read() as session:
            return _budgets(session, year)


def project_rows(session: Session, year: int) -> tuple[ProjectRow, ...]:
    money = (
        select(
            YearProjectFund.year_project_id.label("id"),
            func.sum(YearProjectFund.planned).label("planned"),
            func.sum(YearProjectFund.used).label("used"),
        )
        .group_by(YearProjectFund.year_project_id)
        .subquery()
    )
    done = func.sum(case((TrainingClass.status == ClassStatus.COMPLETED, 1), else_=0))
    kept = TrainingClass.status != ClassStatus.CANCELLED
    classes = (
        select(TrainingClass.year_project_id.label("id"), func.count().label("classes"), done.label("completed"))
        .where(kept)
        .group_by(TrainingClass.year_project_id)
        .subquery()
    )
    people = (
        select(TrainingClass.year_project_id.label("id"), func.count().label("people"))
        .join(Participant, Participant.class_id == TrainingClass.id)
        .where(kept)
        .group_by(TrainingClass.year_project_id)
        .subquery()
    )
    zero = func.coalesce
    rows = session.execute(
        select(
            Row.id, Row.title, Row.plan_project_id, Row.status, zero(money.c.planned, 0),
            zero(money.c.used, 0), zero(classes.c.classes, 0), zero(classes.c.completed, 0), zero(people.c.people, 0),
        )
        .outerjoin(money, money.c.id == Row.id)
        .outerjoin(classes, classes.c.id == Row.id)
        .outerjoin(people, people.c.id == Row.id)
        .where(Row.year == year)
        .order_by(Row.place, Row.id)
    )  # fmt: skip
    organizers = organizer_names(session, year)
    of_plan = set(session.scalars(select(PlannedProject.id).where(PlannedProject.plan_id == ruling_plan(session, year))))
    return tuple(
        ProjectRow(row_id, title, plan not in of_plan, organizers.get(row_id, ""), status, Budget(planned, used), *counts)
        for row_id, title, plan, status, planned, used, *counts in rows
    )


def _budgets(session: Session, year: int) -> YearBudgets:
    """Money of a project held jointly stands under all its organisers' names together: it is spent once."""
    rows = session.execute(
        select(Row.id, Row.title, FundSource.name, YearProjectFund.planned, YearProjectFund.used)
        .select_from(YearProjectFund)
        .join(Row, YearProjectFund.year_project_id == Row.id)
        .outerjoin(FundSource, YearProjectFund.fund_id == FundSource.id)
        .where(Row.year == year)
        .order_by(Row.place, Row.id, YearProjectFund.place)
    ).all()
    money = [Budget(planned, used) for *_, planned, used in rows]
    organizers = organizer_names(session, year)
    titles: dict[int, str] = {row[0]: row[1] for row in rows}
    by_project = budget_by((row[0], one) for row, one in zip(rows, money, strict=True))
    return YearBudgets(
        year=year,
        total=sum(money, Budget()),
        by_project=tuple(ProjectBudget(key, titles[key], organizers.get(key, ""), sums) for key, sums in by_project.items()),
        by_organizer=budget_by((organizers.get(row[0], ""), one) for row, one in zip(rows, money, strict=True)),
        by_fund=budget_by((row[2] or "", one) for row, one in zip(rows, money, strict=True)),
    )


def missing_projects(session: Session, year: int) -> tuple[PlanProject, ...]:
    plan_id = ruling_plan(session, year)
    if plan_id is None:
        return ()
    there = set(session.scalars(select(Row.plan_project_id).where(Row.year == year)))
    projects = read_plan(session, plan_id).projects
    return tuple(p for p in projects if year in p.active_years and p.id not in there)


def of_plan(project: PlanProject, year: int) -> YearProject:
    """The plan's project as one of the year. Cost lines come without the products that a paper stated."""
    money = budget_by((b.fund, Budget(b.amount)) for b in project.budgets if b.year == year)
    return YearProject(
        id=0,
        year=year,
        title=project.title,
        plan_project=project.id,
        organizers=project.organizers,
        methods=project.methods,
        targets=project.targets,
        reaches=project.reaches,
        courses=project.courses,
        costs=tuple(ProjectCost(c.item, c.unit_price, c.quantity, times=c.times) for c in project.costs),
        funds=tuple(FundUse(fund, budget.planned) for fund, budget in money.items()),
    )
