"""Build what the papers about a plan's life read; pure."""

from __future__ import annotations

from collections.abc import Sequence

from hrdesk.domain.evidence import STATE_WORDS, EvidenceItem, EvidenceState
from hrdesk.domain.life import Edition
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.plan_changes import PlanChanges, YearMoney, change_lines
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import values_of
from hrdesk.reports.snapshots.coverage_part import cover_part
from hrdesk.reports.snapshots.plan_record_values import (
    ChangeRow,
    ChangesSnapshot,
    CoverageSnapshot,
    EvidenceRow,
    EvidenceSnapshot,
    MoneyRow,
)
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import format_baht


def _title(office: Office, draft: PlanDraft) -> str:
    return f"แผนพัฒนา{office.organization.wording.staff} {draft.period.count} ปี"


def changes_snapshot(
    office: Office, draft: PlanDraft, changes: PlanChanges, edition: Edition | None = None
) -> ChangesSnapshot:
    """`edition` is the revision that made the changes; None while it is still drafted."""
    basis = [f"เหตุผล {edition.reason}" if edition and edition.reason else ""]
    basis.append(f"มติ {edition.resolution}" if edition and edition.resolution else "")
    counts = (
        f"เพิ่ม {len(changes.added)} โครงการ ยกเลิก {len(changes.removed)} โครงการ แก้ไข {len(changes.changed)} โครงการ"
    )
    return ChangesSnapshot(
        **office_words(office),
        plan_title=_title(office, draft),
        period=draft.period.label,
        edition=edition.title if edition else "ฉบับแก้ไข (ร่าง)",
        counts=counts,
        basis=" ".join(filter(None, basis)),
        change_rows=tuple(ChangeRow(c.kind, c.place, c.what, c.before, c.after) for c in change_lines(changes)),
        money_rows=tuple(_money(year) for year in changes.money),
    )


def _money(year: YearMoney) -> MoneyRow:
    sign = "+" if year.difference > 0 else "-" if year.difference < 0 else ""
    return MoneyRow(str(year.year), year.before, year.after, sign + format_baht(abs(year.difference)))


def coverage_snapshot(office: Office, draft: PlanDraft, year: int | None = None) -> CoverageSnapshot:
    part = cover_part(office, draft, year)
    return CoverageSnapshot(
        **office_words(office),
        plan_title=_title(office, draft),
        period=draft.period.label,
        **values_of(part),
    )


def evidence_snapshot(office: Office, year: int, items: Sequence[EvidenceItem]) -> EvidenceSnapshot:
    done = sum(item.state is EvidenceState.COMPLETE for item in items)
    return EvidenceSnapshot(
        **office_words(office),
        year=str(year),
        counts=f"มีครบแล้ว {done} จาก {len(items)} รายการ",
        evidence_rows=tuple(
            EvidenceRow(term(item.kind), STATE_WORDS[item.state], _document(item), item.hint) for item in items
        ),
    )


def _document(item: EvidenceItem) -> str:
    dated = f"ลงวันที่ {long_date(item.record.dated)}" if item.record.dated else ""
    return " ".join(filter(None, (item.record.document, dated))) or "-"
