"""Words of plans, their life and their meetings; `terms.term` knows them too."""

from __future__ import annotations

from enum import StrEnum


class PlanStatus(StrEnum):
    """Where a plan stands in its life (seed 000, part 5.3)."""

    DRAFT = "draft"
    COMMITTEE = "committee"
    REVISED = "revised"
    MAYOR = "mayor"
    PROVINCE = "province"
    ANNOUNCED = "announced"
    REVISING = "revising"  # announced and in force while a numbered revision is drafted
    CLOSED = "closed"


LIFE = tuple(status for status in PlanStatus if status is not PlanStatus.REVISING)  # the stages in their order


class ReachKind(StrEnum):
    """What a project is meant for besides the target groups of the catalogue."""

    LEVEL = "level"
    LINE = "line"
    UNIT = "unit"  # with the units below it
    PERSON = "person"


class LinkKind(StrEnum):
    """The lists that a project may be linked to: four of the guideline, and the office's own strategies."""

    STRATEGY = "strategy"
    MINDSET = "mindset"
    SKILL_FAMILY = "skill-family"
    DIGITAL_SKILL = "digital-skill"
    OWN = "own"


class SwotKind(StrEnum):
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    OPPORTUNITY = "opportunity"
    THREAT = "threat"


class OptionalPart(StrEnum):
    """Parts of the book that not every office prints."""

    SWOT = "swot"
    ALIGNMENT = "alignment"
    INDICATORS = "indicators"
    COVERAGE = "coverage"
    DIGITAL_SKILLS = "digital-skills"


class DocumentKind(StrEnum):
    """Papers that bear a number. Those of orders and announcements run by calendar year."""

    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    LETTER = "letter"
    MEMO = "memo"


class Presence(StrEnum):
    PRESENT = "present"
    SUBSTITUTE = "substitute"  # somebody came in their place
    ABSENT = "absent"


class NeedSource(StrEnum):
    SURVEY = "survey"
    SUPERIOR = "superior"
    GAP = "gap"  # from the assessment of competencies


class Evidence(StrEnum):
    """What the local performance assessment asks for each fiscal year."""

    NEEDS_ANALYSIS = "needs-analysis"
    NEEDS_ANNOUNCEMENT = "needs-announcement"
    ANNUAL_PLAN = "annual-plan"
    BUDGET_LAW = "budget-law"
    MONITORING = "monitoring"
    RESULT_REPORT = "result-report"


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (PlanStatus.DRAFT, "ร่าง"),
    (PlanStatus.COMMITTEE, "เสนอคณะกรรมการ"),
    (PlanStatus.REVISED, "แก้ไขตามมติ"),
    (PlanStatus.MAYOR, "เสนอผู้บริหาร"),
    (PlanStatus.PROVINCE, "เสนอคณะกรรมการระดับจังหวัด"),
    (PlanStatus.ANNOUNCED, "ประกาศใช้"),
    (PlanStatus.REVISING, "อยู่ระหว่างแก้ไขแผน"),
    (PlanStatus.CLOSED, "สิ้นสุดแผน"),
    (ReachKind.LEVEL, "ระดับ"),
    (ReachKind.LINE, "สายงาน"),
    (ReachKind.UNIT, "ส่วนราชการ"),
    (ReachKind.PERSON, "รายบุคคล"),
    (LinkKind.STRATEGY, "กลยุทธ์ตามแนวทาง"),
    (LinkKind.MINDSET, "กรอบความคิด"),
    (LinkKind.SKILL_FAMILY, "ทักษะ"),
    (LinkKind.DIGITAL_SKILL, "ทักษะดิจิทัล"),
    (LinkKind.OWN, "ยุทธศาสตร์ของหน่วยงาน"),
    (SwotKind.STRENGTH, "จุดแข็ง"),
    (SwotKind.WEAKNESS, "จุดอ่อน"),
    (SwotKind.OPPORTUNITY, "โอกาส"),
    (SwotKind.THREAT, "อุปสรรค"),
    (OptionalPart.SWOT, "การวิเคราะห์สภาพแวดล้อม (SWOT)"),
    (OptionalPart.ALIGNMENT, "ความสอดคล้องกับแนวทางและยุทธศาสตร์"),
    (OptionalPart.INDICATORS, "ตัวชี้วัดความสำเร็จ"),
    (OptionalPart.COVERAGE, "ตารางความครอบคลุมตำแหน่ง"),
    (OptionalPart.DIGITAL_SKILLS, "ภาคผนวกทักษะดิจิทัล"),
    (DocumentKind.ORDER, "คำสั่ง"),
    (DocumentKind.ANNOUNCEMENT, "ประกาศ"),
    (DocumentKind.LETTER, "หนังสือภายนอก"),
    (DocumentKind.MEMO, "บันทึกข้อความ"),
    (Presence.PRESENT, "มาประชุม"),
    (Presence.SUBSTITUTE, "มีผู้มาประชุมแทน"),
    (Presence.ABSENT, "ไม่มาประชุม"),
    (NeedSource.SURVEY, "แบบสำรวจ"),
    (NeedSource.SUPERIOR, "ผู้บังคับบัญชาเสนอ"),
    (NeedSource.GAP, "ช่องว่างสมรรถนะ"),
    (Evidence.NEEDS_ANALYSIS, "ผลวิเคราะห์ความต้องการพัฒนาที่ลงนามแล้ว"),
    (Evidence.NEEDS_ANNOUNCEMENT, "ประกาศผลการวิเคราะห์ความต้องการ"),
    (Evidence.ANNUAL_PLAN, "แผนพัฒนาประจำปี"),
    (Evidence.BUDGET_LAW, "โครงการในกฎหมายงบประมาณประจำปี"),
    (Evidence.MONITORING, "รายงานการติดตามครบทุกครั้ง"),
    (Evidence.RESULT_REPORT, "รายงานผลการพัฒนาประจำปี"),
)
