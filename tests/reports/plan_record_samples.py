"""A revision of the sample plan, and the evidence of one of its years."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hrdesk.domain.evidence import EvidenceRecord, YearFacts, evidence_pack
from hrdesk.domain.life import Edition
from hrdesk.domain.paper_register import PaperLine, in_order
from hrdesk.domain.plan import YearBudget
from hrdesk.domain.plan_changes import compare_plans
from hrdesk.domain.plan_terms import DocumentKind, Evidence
from hrdesk.reports.snapshots.paper_register_snapshot import paper_register_snapshot
from hrdesk.reports.snapshots.plan_record import changes_snapshot, evidence_snapshot

REVISION = Edition(
    2, 1, date(2021, 2, 1), datetime(2021, 2, 1, tzinfo=UTC), "ปรับให้ตรงกับงบประมาณ", "ก.ท.จ. เห็นชอบ ครั้งที่ 2/2564"
)


def changes_sample(office, plan):
    """One project gone, one new, one with other money; the budget law by its right name."""
    first, second, *rest = plan.projects
    changed = replace(second, budgets=(YearBudget(2565, 75_000_00), YearBudget(2566, 50_000_00)), years=(2565, 2566))
    new = replace(first, id=0, title="โครงการอบรมการคุ้มครองข้อมูลส่วนบุคคล")
    revised = replace(plan, projects=(changed, *rest, new), budget_law="เทศบัญญัติ")
    return changes_snapshot(office, revised, compare_plans(office, plan, office, revised), REVISION)


def papers_sample(office, _plan):
    """A number left out, one given twice, one typed with a class, and a letter with the clerk's number."""
    staff = office.organization.wording.staff
    order, announcement, letter = DocumentKind.ORDER, DocumentKind.ANNOUNCEMENT, DocumentKind.LETTER
    papers = (
        (order, "12", date(2020, 5, 10), "แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาบุคลากร", "แผน พ.ศ. 2564 - 2566"),
        (order, "14", date(2020, 8, 3), "ให้บุคลากรเข้ารับการอบรมกฎหมายปกครอง รุ่นที่ 1", "อบรมกฎหมายปกครอง รุ่นที่ 1"),
        (order, "14", date(2020, 8, 4), "แต่งตั้งคณะกรรมการติดตามและประเมินผล", ""),
        (letter, "ชม 52001/77", date(2020, 7, 1), f"ส่งแผนพัฒนา{staff} 3 ปี เพื่อขอความเห็นชอบ", "แผน พ.ศ. 2564 - 2566"),
        (announcement, "3", date(2020, 9, 30), f"ประกาศใช้แผนพัฒนา{staff} 3 ปี", "แผน พ.ศ. 2564 - 2566"),
    )
    return paper_register_snapshot(office, 2563, in_order(PaperLine(*paper) for paper in papers))


def evidence_sample(office, _plan):
    facts = YearFacts(needs=12, projects=8, funded=8, rounds_closed=2)
    records = {Evidence.NEEDS_ANALYSIS: EvidenceRecord("ชม 52001/123", date(2020, 8, 1))}
    return evidence_snapshot(office, 2564, evidence_pack(facts, records))
