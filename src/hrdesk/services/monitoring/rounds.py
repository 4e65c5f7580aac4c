"""Monitoring rounds and the annual report: figures as at a day, the officer's words, and what is closed stays closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import OpenItem, RoundReport, check_closing
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.year_figures import YearFigures, open_items
from hrdesk.errors import Severity, UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models import monitoring as tables
from hrdesk.models.plan import Plan
from hrdesk.services.monitoring.year_figures import read_figures
from hrdesk.services.plan.reading import plan_gone
from hrdesk.services.value_json import from_json, to_json
from hrdesk.services.values import Area, InvalidRecord
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.models.database import Database


@dataclass(frozen=True, slots=True)
class Round:
    """A round with its figures: of today's data while it is open, as they were when it was closed."""

    report: RoundReport
    figures: YearFigures
    items: tuple[OpenItem, ...]

    @property
    def closed(self) -> bool:
        return self.report.status is RoundStatus.CLOSED


@dataclass(frozen=True, slots=True)
class ClosedFigures:
    """What a closed round keeps."""

    figures: YearFigures
    items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True)
class AnnualTexts:
    """The officer's words in the annual report."""

    summary: str = ""
    problems: str = ""
    suggestions: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    title: str
    reference: str = ""
    dated: date | None = None
    kept_at: str = ""


class MonitoringService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def rounds(self, plan_id: int, year: int) -> tuple[RoundReport, ...]:
        with self._database.read() as session:
            return tuple(_report(row) for row in _rows(session, plan_id, year))

    def round(self, report_id: int, today: date) -> Round:
        """UserError when the round is gone."""
        with self._database.read() as session:
            return _round(session, _found(session, report_id), today)

    def figures(self, plan_id: int, year: int, as_at: date) -> YearFigures:
        with self._database.read() as session:
            return read_figures(session, plan_id, year, as_at)

    def save_round(self, report: RoundReport, explanations: Mapping[str, str]) -> Area:
        """The date, the texts and the explanations by key. UserError when the round is closed."""
        with self._database.begin() as session:
            row = _open(session, report.id)
            row.as_at = report.as_at
            row.findings, row.recommendations = clean(report.findings), clean(report.recommendations)
            given = {key: clean(text) for key, text in explanations.items()}
            row.explanations = [
                tables.MonitoringExplanation(key=key, text=text) for key, text in sorted(given.items()) if text
            ]
        return Area.MONITORING

    def close_round(self, report_id: int, today: date) -> Area:
        """Keep the figures as they are now. InvalidRecord, with nothing changed, for what stands against it."""
        with self._database.begin() as session:
            row = _open(session, report_id)
            found = _round(session, row, today)
            earlier = sum(
                other.status is RoundStatus.OPEN and other.number < row.number
                for other in _rows(session, row.plan_id, row.year)
            )
            problems = check_closing(found.report, today, found.items, earlier)
            errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
            if errors:
                raise InvalidRecord(errors)
            row.frozen = to_json(ClosedFigures(found.figures, found.items))
            row.status, row.closed_on = RoundStatus.CLOSED, today
        return Area.MONITORING

    def reopen_round(self, report_id: int) -> Area:
        """Only the last closed one, so that rounds stay closed in their order."""
        with self._database.begin() as session:
            row = _found(session, report_id)
            later = [r for r in _rows(session, row.plan_id, row.year) if r.number > row.number]
            if any(other.status is RoundStatus.CLOSED for other in later):
                raise UserError("เปิดครั้งนี้ใหม่ไม่ได้ เพราะปิดครั้งหลังจากนี้แล้ว ข้อมูลไม่เปลี่ยนแปลง กรุณาเปิดครั้งหลังสุดก่อน")
            row.frozen, row.status, row.closed_on = "", RoundStatus.OPEN, None
        return Area.MONITORING

    def comparison(self, plan_id: int, today: date) -> tuple[YearFigures, ...]:
        """Every year of the plan that has begun, to its end or to today."""
        with self._database.read() as session:
            plan = session.get(Plan, plan_id)
            if plan is None:
                raise plan_gone()
            years = (FiscalYear(plan.first_year + place) for place in range(plan.year_count))
            return tuple(
                read_figures(session, plan_id, year.be, min(today, year.last_day)) for year in years if year.start <= today
            )

    def annual_texts(self, plan_id: int, year: int) -> AnnualTexts:
        with self._database.read() as session:
            row = _annual(session, plan_id, year)
            return AnnualTexts(row.summary, row.problems, row.suggestions) if row else AnnualTexts()

    def save_annual_texts(self, plan_id: int, year: int, texts: AnnualTexts) -> Area:
        with self._database.begin() as session:
            row = _annual(session, plan_id, year) or tables.AnnualReport(plan_id=plan_id, year=year)
            row.summary, row.problems = clean(texts.summary), clean(texts.problems)
            row.suggestions = clean(texts.suggestions)
            session.add(row)
        return Area.MONITORING

    def evidence(self, plan_id: int, year: int) -> tuple[EvidenceItem, ...]:
        with self._database.read() as session:
            rows = session.scalars(
                select(tables.Evidence)
                .where(tables.Evidence.plan_id == plan_id, tables.Evidence.year == year)
                .order_by(tables.Evidence.place, tables.Evidence.id)
            )
            return tuple(EvidenceItem(row.title, row.reference, row.dated, row.kept_at) for row in rows)

    def save_evidence(self, plan_id: int, year: int, items: Sequence[EvidenceItem]) -> Area:
        """The whole list in its order; entries without a title are left out."""
        mine = (tables.Evidence.plan_id == plan_id, tables.Evidence.year == year)
        titled = [replace(item, title=clean(item.title)) for item in items if clean(item.title)]
        with self._database.begin() as session:
            session.execute(delete(tables.Evidence).where(*mine))
            for place, item in enumerate(titled):
                session.add(
                    tables.Evidence(
                        plan_id=plan_id, year=year, place=place, title=item.title, reference=clean(item.reference),
                        dated=item.dated, kept_at=clean(item.kept_at),
                    )
                )  # fmt: skip
        return Area.MONITORING


def _rows(session: Session, plan_id: int, year: int) -> Sequence[tables.MonitoringReport]:
    report = tables.MonitoringReport
    mine = select(report).where(report.plan_id == plan_id, report.year == year).order_by(report.number)
    return session.scalars(mine).all()


def _found(session: Session, report_id: int) -> tables.MonitoringReport:
    row = session.get(tables.MonitoringReport, report_id)
    if row is None:
        raise UserError("ไม่พบการติดตามครั้งนี้ อาจถูกลบไปแล้ว ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณาเลือกครั้งใหม่")
    return row


def _open(session: Session, report_id: int) -> tables.MonitoringReport:
    row = _found(session, report_id)
    if row.status is RoundStatus.CLOSED:
        raise UserError(
            f"การติดตามครั้งที่ {row.number} ปีงบประมาณ พ.ศ. {row.year} ปิดแล้วจึงแก้ไขไม่ได้ รายงานที่เก็บไว้ไม่ถูกเปลี่ยนแปลง"
            " หากต้องแก้ไข กรุณาเปิดครั้งนี้ใหม่ก่อน"
        )
    return row


def _report(row: tables.MonitoringReport) -> RoundReport:
    return RoundReport(
        row.plan_id, row.year, row.number, row.id, row.as_at, row.status, row.closed_on, row.findings,
        row.recommendations,
    )  # fmt: skip


def _round(session: Session, row: tables.MonitoringReport, today: date) -> Round:
    report = _report(row)
    if row.frozen:
        try:
            kept = from_json(ClosedFigures, row.frozen)
        except ValueError as error:
            raise UserError(
                "อ่านตัวเลขของการติดตามที่ปิดแล้วไม่ได้ เพราะบันทึกจากโปรแกรมรุ่นอื่น ข้อมูลยังอยู่ครบ กรุณาเปิดด้วยโปรแกรมรุ่นใหม่กว่า"
            ) from error
        return Round(report, kept.figures, kept.items)
    year = FiscalYear(row.year)
    as_at = row.as_at or min(max(today, year.start), year.last_day)
    figures = read_figures(session, row.plan_id, row.year, as_at)
    said = {explanation.key: explanation.text for explanation in row.explanations}
    items = tuple(replace(i, explanation=said.get(i.key, "") or i.explanation) for i in open_items(figures))
    return Round(report, figures, items)


def _annual(session: Session, plan_id: int, year: int) -> tables.AnnualReport | None:
    return session.scalars(
        select(tables.AnnualReport).where(
            tables.AnnualReport.plan_id == plan_id, tables.AnnualReport.year == year
        )
    ).one_or_none()
