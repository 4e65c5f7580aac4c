"""Words of competencies, assessments and individual development plans; `terms.term` knows them too."""

from __future__ import annotations

from enum import StrEnum


class Rater(StrEnum):
    """Who says so. What was agreed counts before the superior's word, and that before one's own."""

    SELF = "self"
    SUPERIOR = "superior"
    AGREED = "agreed"


class SkillKind(StrEnum):
    """The parts of which a role's set is made, and what an office adds to it."""

    UNIT = "unit"
    KNOWLEDGE = "knowledge"
    EXPERIENCE = "experience"
    TRAIT = "trait"
    COMPETENCY = "competency"  # the framework's managerial ones
    OWN = "own"


class CompetencyKind(StrEnum):
    """Of an office's own competencies; LINE ones are asked of one line's people."""

    CORE = "core"
    MANAGERIAL = "managerial"
    LINE = "line"


class LearningWay(StrEnum):
    """The 70:20:10 of development."""

    OWN_WORK = "own-work"
    OTHERS = "others"
    COURSE = "course"


class IdpStatus(StrEnum):
    DRAFT = "draft"
    AGREED = "agreed"  # by both superiors: followed through the year
    CLOSED = "closed"  # frozen


class IdpItemStatus(StrEnum):
    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (Rater.SELF, "ประเมินตนเอง"),
    (Rater.SUPERIOR, "ผู้บังคับบัญชาประเมิน"),
    (Rater.AGREED, "ผลที่ตกลงร่วมกัน"),
    (SkillKind.UNIT, "หน่วยความสามารถ"),
    (SkillKind.KNOWLEDGE, "ความรู้"),
    (SkillKind.EXPERIENCE, "ประสบการณ์"),
    (SkillKind.TRAIT, "คุณลักษณะ"),
    (SkillKind.COMPETENCY, "สมรรถนะทางการบริหาร"),
    (SkillKind.OWN, "สมรรถนะของหน่วยงาน"),
    (CompetencyKind.CORE, "สมรรถนะหลัก"),
    (CompetencyKind.MANAGERIAL, "สมรรถนะประจำผู้บริหาร"),
    (CompetencyKind.LINE, "สมรรถนะประจำสายงาน"),
    (LearningWay.OWN_WORK, "เรียนรู้จากการปฏิบัติงาน"),
    (LearningWay.OTHERS, "เรียนรู้จากผู้อื่น"),
    (LearningWay.COURSE, "ฝึกอบรมและศึกษาตามหลักสูตร"),
    (IdpStatus.DRAFT, "ร่าง"),
    (IdpStatus.AGREED, "เห็นชอบแล้ว"),
    (IdpStatus.CLOSED, "สิ้นสุดแล้ว"),
    (IdpItemStatus.PLANNED, "ยังไม่เริ่ม"),
    (IdpItemStatus.DOING, "กำลังดำเนินการ"),
    (IdpItemStatus.DONE, "สำเร็จแล้ว"),
    (IdpItemStatus.DROPPED, "ยกเลิก"),
)
