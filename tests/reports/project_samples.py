"""A project under the headings of seed 003, with its costs: the paper printed 7,500 × 8,000 as 6,000,000."""

from __future__ import annotations

from datetime import date

from class_samples import class_sample

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart
from hrdesk.domain.year_project import FundUse, Indicator, ProjectCost, YearProject
from hrdesk.reports.snapshots.order_snapshot import order_snapshot
from hrdesk.reports.snapshots.project_snapshot import project_snapshot

BAHT = 100
PROJECT = YearProject(
    id=1,
    year=2566,
    title="โครงการเพิ่มประสิทธิภาพกระบวนการคิดด้านเทคโนโลยีดิจิทัล (Digital Mindset)",
    plan_project=1,
    organizers=(1,),
    responsible="งานการเจ้าหน้าที่ สำนักปลัดเทศบาล",
    venue="ห้องประชุมเทศบาลตำบลหนองป่าครั่ง",
    starts_on=date(2023, 6, 6),
    ends_on=date(2023, 6, 8),
    people=8_000,
    lecture=600,
    other=1_200,
    memo_number="ชม 52401/123",
    memo_date=date(2023, 5, 2),
    methods=(2, 4),
    targets=(1, 2, 3),
    courses=(1, 2),
    costs=(
        ProjectCost("ค่าลงทะเบียนการฝึกอบรม", 7_500 * BAHT, 8_000, "คน"),
        ProjectCost("ห้องปฏิบัติการค้นคว้า ทดสอบ และนำเสนอผลงาน", 1_000_000 * BAHT, 1, "ห้อง"),
        ProjectCost("ศูนย์รวมบริการประชาชนดิจิทัล", 5_000_000 * BAHT, 1, "แห่ง"),
    ),
    funds=(FundUse(1, 66_000_000 * BAHT),),
    indicators=(
        Indicator(IndicatorKind.OUTPUT, "ข้อเสนอการปรับเปลี่ยนหน่วยงาน", "1", "ฉบับ"),
        Indicator(IndicatorKind.OUTPUT, "การบริการประชาชนด้วยเทคโนโลยีดิจิทัล", "1", "บริการ/หน่วยงาน"),
        Indicator(IndicatorKind.OUTCOME, "มีการเชื่อมต่อข้อมูลกับส่วนกลาง", "1", "ชุดข้อมูล/หน่วยงาน"),
    ),
    texts={
        ProposalPart.PRINCIPLES: "บุคลากรของเทศบาลต้องใช้ข้อมูลร่วมกันจึงจะให้บริการประชาชนได้รวดเร็วและถูกต้อง\n"
        "การปรับกระบวนการคิดเป็นจุดเริ่มต้นที่ใช้งบประมาณน้อยและเห็นผลในงานประจำ",
        ProposalPart.OBJECTIVES: "1. เพื่อให้ผู้เข้าอบรมปรับขั้นตอนงานของตนด้วยเครื่องมือดิจิทัลได้\n"
        "2. เพื่อให้ทุกกองมีข้อเสนอการปรับเปลี่ยนอย่างน้อยกองละหนึ่งเรื่อง",
        ProposalPart.GOALS: "พนักงานเทศบาลและพนักงานจ้างทุกกอง",
        ProposalPart.APPROACH: "จัดอบรมร่วมกับสถาบันการศึกษาในจังหวัด",
        ProposalPart.EVALUATION: "- ทดสอบก่อนและหลังการอบรม\n- ติดตามผลโดยผู้บังคับบัญชาหลังอบรม 3 เดือน",
    },
)


def project_sample(office, plan):
    return project_snapshot(office, PROJECT, PlanPeriod(plan.period.first), 80)


def order_sample(office, plan):
    return order_snapshot(class_sample(office, plan), "77/2566", date(2023, 5, 20), 80)
