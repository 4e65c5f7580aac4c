"""The evidence pack of a fiscal year, counted from the data by plain SQL, with the signed papers the officer recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.check.people import ROUNDS_PER_YEAR
from hrdesk.domain.evidence import EvidenceItem, EvidenceRecord, YearFacts, evidence_pack
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.plan_terms import Evidence
from hrdesk.models.plain import day, member
from hrdesk.services.plan.ruling import ruling_plan

if TYPE_CHECKING:
    from hrdesk.models.plain import Rows

_PAID = "SELECT b.project_id FROM project_budget b JOIN project q ON b.project_id = q.id WHERE q.plan_id = ? AND b.amount > 0"
_OF_YEAR = f"{_PAID} AND b.year = ?"
# Those that the annual plan prints: with money in some year, or meant to need none; running in the year or with money in it.
_RUNS = (
    "SELECT count(*) FROM project p WHERE p.plan_id = ?"  # noqa: S608 - our own words
    f" AND (p.no_budget OR p.id IN ({_PAID}))"
    f" AND (p.id IN ({_OF_YEAR}) OR p.id IN (SELECT y.project_id FROM project_year y WHERE y.year = ?))"
)


def read_pack(rows: Rows, year: int) -> tuple[EvidenceItem, ...]:
    records = rows("SELECT kind, document, dated, note FROM evidence_record WHERE year = ?", year)
    return evidence_pack(
        _facts(rows, year, ruling_plan(rows, year)),
        {
            member(Evidence, kind): EvidenceRecord(document, None if dated is None else day(dated), note)
            for kind, document, dated, note in records
        },
    )


def _facts(rows: Rows, year: int, plan: int | None) -> YearFacts:
    def count(sql: str, *values: object) -> int:
        return int(rows(sql, *values)[0][0])

    asked = count("SELECT count(*) FROM training_need WHERE year = ?", year)
    if plan is None:
        return YearFacts(needs=asked)
    due = count("SELECT count(*) FROM monitoring_round WHERE plan_id = ? AND year = ?", plan, year)
    closed = "SELECT count(*) FROM monitoring_report WHERE plan_id = ? AND year = ? AND status = ?"
    told = "SELECT count(*) FROM annual_report WHERE plan_id = ? AND year = ? AND summary != ''"
    return YearFacts(
        needs=asked,
        projects=count(_RUNS, plan, plan, plan, year, year),
        funded=count(f"SELECT count(DISTINCT project_id) FROM ({_OF_YEAR})", plan, year),  # noqa: S608
        rounds_closed=count(closed, plan, year, RoundStatus.CLOSED),
        rounds_due=max(ROUNDS_PER_YEAR, due),
        reported=bool(count(told, plan, year)),
    )
