"""What the papers about a plan's life read: what a revision changed, whom the plan reaches, the evidence of a year."""

from __future__ import annotations

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot_values import ColumnHead, CoverRow, OfficeSnapshot


@dataclass(frozen=True, slots=True)
class ChangeRow:
    kind: str  # เพิ่ม, ยกเลิก, แก้ไข
    place: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MoneyRow:
    year: str
    before: int  # satang
    after: int
    difference: str  # with its sign


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesSnapshot(OfficeSnapshot):
    plan_title: str
    period: str
    edition: str  # ฉบับแก้ไขครั้งที่ 1
    counts: str
    basis: str  # the reason and the resolution; empty while none is recorded
    change_rows: tuple[ChangeRow, ...]
    money_rows: tuple[MoneyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSnapshot(OfficeSnapshot):
    plan_title: str
    period: str
    years: str  # ปีงบประมาณ พ.ศ. 2567, or the period
    verdict: str
    by_year: str
    project_heads: tuple[ColumnHead, ...]  # (1), (2) …
    project_titles: tuple[str, ...]
    cover_rows: tuple[CoverRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    item: str
    state: str
    document: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSnapshot(OfficeSnapshot):
    year: str
    counts: str
    evidence_rows: tuple[EvidenceRow, ...]
