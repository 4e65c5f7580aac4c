"""The evidence pack of a fiscal year for the local performance assessment: what is there, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hrdesk.domain.plan_terms import TERMS, Evidence


class EvidenceState(StrEnum):
    MISSING = "missing"  # nothing to make the paper of
    READY = "ready"  # can be printed; the signed paper is not recorded yet
    COMPLETE = "complete"


STATE_WORDS = {
    EvidenceState.MISSING: "ยังขาด",
    EvidenceState.READY: "พิมพ์ได้ รอลงนาม",
    EvidenceState.COMPLETE: "ครบ",
}
FORMS: dict[Evidence, str] = {  # the form that prints the paper; the budget law is another office's
    Evidence.NEEDS_ANALYSIS: "needs-analysis",
    Evidence.NEEDS_ANNOUNCEMENT: "needs-announcement",
    Evidence.ANNUAL_PLAN: "annual-plan",
    Evidence.MONITORING: "monitoring-report",
    Evidence.RESULT_REPORT: "annual-report",
}


class EvidenceRecord(NamedTuple):
    """The signed paper: its number or page, its day."""

    document: str = ""
    dated: date | None = None
    note: str = ""


class YearFacts(NamedTuple):
    """What the data of a fiscal year hold; `rounds_closed` of the monitoring rounds that are due."""

    needs: int = 0
    projects: int = 0  # of the plan, that run in the year and have a place in the annual plan
    funded: int = 0  # of those, with money in the year
    rounds_closed: int = 0
    rounds_due: int = 3
    reported: bool = False  # words of the annual report were written


class EvidenceItem(NamedTuple):
    kind: Evidence
    state: EvidenceState
    hint: str  # what is there, or what to do; Thai
    record: EvidenceRecord = EvidenceRecord()

    @property
    def name(self) -> str:
        """Of the paper, as `terms.term` has it with the words of everything else."""
        return next(word for value, word in TERMS if value is self.kind)

    @property
    def form(self) -> str:
        """Empty where no form of ours prints it."""
        return FORMS.get(self.kind, "")


def evidence_pack(facts: YearFacts, records: Mapping[Evidence, EvidenceRecord]) -> tuple[EvidenceItem, ...]:
    """In the order of the year. A paper is complete when it was recorded with its number or its day."""
    return tuple(_item(kind, facts, records.get(kind, EvidenceRecord())) for kind in Evidence)


def _item(kind: Evidence, facts: YearFacts, record: EvidenceRecord) -> EvidenceItem:
    there, hint = _facts_of(kind, facts)
    if there and (record.document or record.dated):
        return EvidenceItem(kind, EvidenceState.COMPLETE, hint, record)
    return EvidenceItem(kind, EvidenceState.READY if there else EvidenceState.MISSING, hint, record)


def _facts_of(kind: Evidence, facts: YearFacts) -> tuple[bool, str]:
    """Whether there is anything to make it of, and the words for it."""
    if kind is Evidence.MONITORING:
        done = facts.rounds_closed >= facts.rounds_due > 0
        return done, f"ปิดรายงานการติดตามแล้ว {facts.rounds_closed} จาก {facts.rounds_due} ครั้ง"
    needs = facts.needs, f"มีความต้องการ {facts.needs:,} รายการ", "ยังไม่มีผลสำรวจความต้องการของปีนี้"
    found, there, missing = {
        Evidence.NEEDS_ANALYSIS: needs,
        Evidence.NEEDS_ANNOUNCEMENT: needs,
        Evidence.ANNUAL_PLAN: (
            facts.projects,
            f"มีโครงการในปีนี้ {facts.projects:,} โครงการ",
            "ไม่มีโครงการของแผนที่ดำเนินการในปีนี้",
        ),
        Evidence.BUDGET_LAW: (
            facts.funded,
            f"มีโครงการที่ตั้งงบประมาณ {facts.funded:,} โครงการ",
            "ยังไม่มีโครงการที่ตั้งงบประมาณในปีนี้",
        ),
        Evidence.RESULT_REPORT: (
            facts.reported,
            "เขียนสรุปผลของปีแล้ว",
            "ยังไม่ได้เขียนสรุปผลของปีในหน้าติดตามประเมินผล",
        ),
    }[kind]
    return bool(found), there if found else missing
