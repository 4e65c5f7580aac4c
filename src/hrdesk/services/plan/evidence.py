"""The evidence pack of a fiscal year, counted from the data, with the signed papers the officer recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from hrdesk.domain.check.people import ROUNDS_PER_YEAR
from hrdesk.domain.evidence import EvidenceItem, EvidenceRecord, YearFacts, evidence_pack
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.models import monitoring, needs
from hrdesk.models.plan import MonitoringRound, Plan
from hrdesk.models.project import Project, ProjectBudget, ProjectYear
from hrdesk.services.area import Area
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.domain.plan_terms import Evidence
    from hrdesk.models.database import Database


@dataclass(frozen=True, slots=True)
class EvidenceService:
    database: Database

    def plan_of(self, year: int) -> int | None:
        """The newest plan whose period holds the fiscal year."""
        with self.database.read() as session:
            return _plan_of(session, year)

    def pack(self, year: int) -> tuple[EvidenceItem, ...]:
        row = needs.EvidenceRecord
        with self.database.read() as session:
            plan = _plan_of(session, year)
            facts = _facts(session, year, plan)
            rows = session.scalars(select(row).where(row.year == year))
            records = {one.kind: EvidenceRecord(one.document, one.dated, one.note) for one in rows}
        return evidence_pack(facts, records)

    def record(self, year: int, kind: Evidence, record: EvidenceRecord) -> Area:
        """An empty record takes back what was recorded."""
        with self.database.begin() as session:
            row = session.get(needs.EvidenceRecord, (year, kind))
            if not (clean(record.document) or record.dated or clean(record.note)):
                if row is not None:
                    session.delete(row)
                return Area.PLAN
            row = row or needs.EvidenceRecord(year=year, kind=kind)
            row.document, row.dated, row.note = clean(record.document), record.dated, clean(record.note)
            session.add(row)
        return Area.PLAN


def _plan_of(session: Session, year: int) -> int | None:
    within = (Plan.first_year <= year, Plan.first_year + Plan.year_count > year)
    return session.scalar(select(Plan.id).where(*within).order_by(Plan.first_year.desc(), Plan.id.desc()).limit(1))


def _facts(session: Session, year: int, plan: int | None) -> YearFacts:
    asked = session.scalar(select(func.count()).where(needs.TrainingNeed.year == year)) or 0
    if plan is None:
        return YearFacts(needs=asked)
    paid = select(ProjectBudget.project_id).join(Project).where(Project.plan_id == plan, ProjectBudget.amount > 0)
    runs = (  # those that the annual plan prints: with money in some year, or meant to need none
        select(ProjectYear.project_id)
        .join(Project)
        .where(Project.plan_id == plan, ProjectYear.year == year)
        .where(Project.no_budget | Project.id.in_(paid))
    )
    report, annual = monitoring.MonitoringReport, monitoring.AnnualReport
    closed = select(func.count()).where(
        report.plan_id == plan, report.year == year, report.status == RoundStatus.CLOSED
    )
    due = select(func.count()).where(MonitoringRound.plan_id == plan, MonitoringRound.year == year)
    told = select(func.count()).where(annual.plan_id == plan, annual.year == year, annual.summary != "")
    return YearFacts(
        needs=asked,
        projects=len(set(session.scalars(runs))),
        funded=len(set(session.scalars(paid.where(ProjectBudget.year == year)))),
        rounds_closed=session.scalar(closed) or 0,
        rounds_due=max(ROUNDS_PER_YEAR, session.scalar(due) or 0),
        reported=bool(session.scalar(told)),
    )
