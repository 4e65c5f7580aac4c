"""Evaluation schedules: proposed from the plan, edited by the wizard, stored whole. What falls due is in `due.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.orm import selectinload

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import (
    LEAST_ROUNDS,
    EvaluationSchedule,
    ScheduledRound,
    ScheduleEntry,
    check_schedule,
    proposed_rounds,
)
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.errors import Severity, UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models import monitoring as tables
from hrdesk.models.plan import Plan
from hrdesk.models.project import Project
from hrdesk.services.plan.reading import read_plan
from hrdesk.services.value_json import from_json, to_json
from hrdesk.services.values import Area, InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.models.database import Database

EVALUATOR = "หัวหน้าส่วนราชการ"


@dataclass(frozen=True, slots=True)
class SavedSchedule:
    """What the wizard was left with, the page it was left on, and when."""

    schedule: EvaluationSchedule
    page: str
    updated_at: datetime


class ScheduleService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, plan_id: int, year: int) -> EvaluationSchedule | None:
        """None where none has been made for the year."""
        with self._database.read() as session:
            return _stored(session, plan_id, year)

    def propose(self, plan_id: int, year: int) -> EvaluationSchedule:
        """What is stored, filled up for projects that came later; else the plan's own words and the usual dates."""
        with self._database.read() as session:
            draft = read_plan(session, plan_id)
            stored = _stored(session, plan_id, year)
        have = {entry.project: entry for entry in stored.entries} if stored else {}
        entries = tuple(
            have.get(project.id)
            or ScheduleEntry(project.id, project.evaluations, EVALUATOR, FiscalYear(year).last_day)
            for project in draft.projects
            if year in project.active_years
        )
        rounds = (stored.rounds if stored else ()) or _planned_rounds(draft, year)
        return EvaluationSchedule(plan_id, year, entries, rounds)

    def titles(self, plan_id: int, year: int) -> dict[int, str]:
        """The plan's projects of the year, by id."""
        with self._database.read() as session:
            return {p.id: p.title for p in read_plan(session, plan_id).projects if year in p.active_years}

    def problems(self, schedule: EvaluationSchedule) -> tuple[Problem, ...]:
        return check_schedule(schedule, self.titles(schedule.plan, schedule.year))

    def save(self, schedule: EvaluationSchedule) -> Area:
        """Store the schedule and open its rounds. InvalidRecord for what must be mended first.

        A closed round keeps its day; a round that the schedule no longer has goes, unless something stands in it.
        """
        with self._database.begin() as session:
            titles = {p.id: p.title for p in read_plan(session, schedule.plan).projects if schedule.year in p.active_years}
            problems = check_schedule(schedule, titles)
            errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
            if errors:
                raise InvalidRecord(errors)
            _write_entries(session, schedule, set(titles))
            _write_rounds(session, schedule)
            for row in _drafts_of(session, schedule):
                session.delete(row)
        return Area.MONITORING

    def save_draft(self, schedule: EvaluationSchedule, page: str) -> Area:
        with self._database.begin() as session:
            row = next(iter(_drafts_of(session, schedule)), None) or tables.ScheduleDraft()
            row.page, row.payload, row.updated_at = page, to_json(schedule), datetime.now(UTC)
            session.add(row)
        return Area.MONITORING

    def load_draft(self) -> SavedSchedule | None:
        """The latest; each year of a plan has its own. None where the plan is gone or another version wrote it."""
        with self._database.read() as session:
            for row in session.scalars(select(tables.ScheduleDraft).order_by(tables.ScheduleDraft.updated_at.desc())):
                schedule = _drafted(row)
                if schedule is not None and session.get(Plan, schedule.plan) is not None:
                    return SavedSchedule(schedule, row.page, row.updated_at)
        return None

    def clear_draft(self) -> Area:
        with self._database.begin() as session:
            session.execute(delete(tables.ScheduleDraft))
        return Area.MONITORING


def _planned_rounds(draft: PlanDraft, year: int) -> tuple[ScheduledRound, ...]:
    """Those of the plan where it has enough of them, else the usual ones."""
    planned = [r for r in sorted(draft.rounds, key=lambda r: r.number) if r.year == year and r.due is not None]
    if len(planned) < LEAST_ROUNDS:
        return proposed_rounds(FiscalYear(year))
    return tuple(ScheduledRound(number, r.due) for number, r in enumerate(planned, start=1))


def _entries(session: Session, plan_id: int, year: int) -> list[tables.EvaluationSchedule]:
    found = (
        select(tables.EvaluationSchedule)
        .join(Project, tables.EvaluationSchedule.project_id == Project.id)
        .where(Project.plan_id == plan_id, tables.EvaluationSchedule.year == year)
        .options(selectinload(tables.EvaluationSchedule.methods))
        .order_by(Project.place)
    )
    return list(session.scalars(found))


def _reports(session: Session, plan_id: int, year: int) -> list[tables.MonitoringReport]:
    report = tables.MonitoringReport
    mine = select(report).where(report.plan_id == plan_id, report.year == year).order_by(report.number)
    return list(session.scalars(mine))


def _stored(session: Session, plan_id: int, year: int) -> EvaluationSchedule | None:
    entries, reports = _entries(session, plan_id, year), _reports(session, plan_id, year)
    if not entries and not reports:
        return None
    return EvaluationSchedule(
        plan_id,
        year,
        tuple(
            ScheduleEntry(
                row.project_id, tuple(m.evaluation_id for m in row.methods), row.evaluator, row.due,
                row.follow_months, row.note,
            )
            for row in entries
        ),
        tuple(ScheduledRound(row.number, row.as_at) for row in reports),
    )  # fmt: skip


def _drafted(row: tables.ScheduleDraft) -> EvaluationSchedule | None:
    try:
        return from_json(EvaluationSchedule, row.payload)
    except ValueError:
        return None


def _drafts_of(session: Session, schedule: EvaluationSchedule) -> list[tables.ScheduleDraft]:
    """Those of the same year of the same plan: another year's is another piece of work."""
    rows = ((row, _drafted(row)) for row in session.scalars(select(tables.ScheduleDraft)))
    return [row for row, kept in rows if kept is not None and (kept.plan, kept.year) == (schedule.plan, schedule.year)]


def _write_entries(session: Session, schedule: EvaluationSchedule, projects: set[int]) -> None:
    known = {row.project_id: row for row in _entries(session, schedule.plan, schedule.year)}
    for entry in schedule.entries:
        if entry.project not in projects:
            continue
        row = known.pop(entry.project, None) or tables.EvaluationSchedule(
            project_id=entry.project, year=schedule.year
        )
        row.evaluator, row.due = clean(entry.evaluator), entry.due
        row.follow_months, row.note = entry.follow_months, clean(entry.note)
        row.methods = []
        session.add(row)
        session.flush()  # the places are taken anew
        row.methods = [
            tables.ScheduleMethod(place=place, evaluation_id=method) for place, method in enumerate(entry.evaluations)
        ]
    for row in known.values():
        session.delete(row)


def _write_rounds(session: Session, schedule: EvaluationSchedule) -> None:
    known = {row.number: row for row in _reports(session, schedule.plan, schedule.year)}
    for each in schedule.rounds:
        row = known.pop(each.number, None)
        if row is None:
            row = tables.MonitoringReport(
                plan_id=schedule.plan, year=schedule.year, number=each.number, status=RoundStatus.OPEN,
                findings="", recommendations="", frozen="",
            )  # fmt: skip
        if row.status is RoundStatus.OPEN:
            row.as_at = each.as_at
        session.add(row)
    for row in known.values():
        if row.status is RoundStatus.CLOSED or row.findings or row.recommendations or row.explanations:
            raise UserError(
                f"ลดจำนวนครั้งไม่ได้ เพราะการติดตามครั้งที่ {row.number} มีผลบันทึกไว้แล้ว ยังไม่ได้บันทึกการเปลี่ยนแปลง กรุณาคงครั้งนี้ไว้"
            )
        session.delete(row)
