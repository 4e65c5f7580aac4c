"""What the monitoring forms are printed from, and the rounds there are to choose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.subject import Option
from hrdesk.errors import UserError
from hrdesk.reports.snapshots.year_skills import skill_part
from hrdesk.reports.snapshots.year_snapshot import annual_snapshot, round_snapshot, schedule_snapshot
from hrdesk.reports.snapshots.year_values import EvidenceRow

if TYPE_CHECKING:
    from hrdesk.domain.subject import Subject
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
    from hrdesk.services import Services


def today() -> date:
    return date.today()  # noqa: DTZ011 - the officer's day


def schedule_source(services: Services, subject: Subject) -> OfficeSnapshot:
    plan, year = _plan_year(subject)
    schedule = services.schedules.load(plan, year)
    if schedule is None:
        raise UserError(f"ยังไม่ได้จัดทำตารางติดตามประเมินผลของปี พ.ศ. {year} ยังไม่ได้เขียนแฟ้มใด กรุณาจัดทำที่หน้าติดตามประเมินผลก่อน")
    titles = services.schedules.titles(plan, year)
    return schedule_snapshot(services.register.office(), services.planning.load(plan).period, schedule, titles)


def round_source(services: Services, subject: Subject) -> OfficeSnapshot:
    found = services.monitoring.round(subject.round or 0, today())
    report = found.report
    return round_snapshot(
        services.register.office(),
        services.planning.load(report.plan).period,
        found.figures,
        number=report.number,
        items=found.items,
        texts=(report.findings, report.recommendations),
    )


def annual_source(services: Services, subject: Subject) -> OfficeSnapshot:
    """As at 30 September, or today while the year still runs."""
    plan, year = _plan_year(subject)
    as_at = min(today(), FiscalYear(year).last_day)
    texts = services.monitoring.annual_texts(plan, year)
    evidence = services.monitoring.evidence(plan, year)
    years = services.monitoring.comparison(plan, as_at)
    figures = services.monitoring.figures(plan, year, as_at)
    skills = services.skills.figures_at(year, as_at)
    return annual_snapshot(
        services.register.office(),
        services.planning.load(plan).period,
        figures,
        years=years,
        texts=(texts.summary, texts.problems, texts.suggestions),
        evidence=(EvidenceRow(item.title, item.reference, item.dated, item.kept_at) for item in evidence),
        skills=skill_part(skills.total, skills.by_unit, skills.by_group),
    )


def round_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.plan is None or subject.year is None:
        return ()
    return tuple(Option(r.id, f"ครั้งที่ {r.number}") for r in services.monitoring.rounds(subject.plan, subject.year))


def _plan_year(subject: Subject) -> tuple[int, int]:
    """Both were asked for before."""
    return subject.plan or 0, subject.year or 0
