"""Words of the year's projects, of classes and of their results; `terms.term` knows them too."""

from __future__ import annotations

from enum import StrEnum


class YearProjectStatus(StrEnum):
    PLANNED = "planned"
    APPROVED = "approved"
    RUNNING = "running"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class ProposalPart(StrEnum):
    """Headings of a project proposal that hold text, in the order of seed 003."""

    PRINCIPLES = "principles"
    OBJECTIVES = "objectives"
    GOALS = "goals"
    KNOWLEDGE = "knowledge"
    APPROACH = "approach"
    SCHEDULE = "schedule"
    EVALUATION = "evaluation"
    SUGGESTIONS = "suggestions"


class IndicatorKind(StrEnum):
    OUTPUT = "output"
    OUTCOME = "outcome"


class ClassStatus(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class HalfDay(StrEnum):
    """Sorts as the day goes."""

    MORNING = "am"
    AFTERNOON = "pm"


class Result(StrEnum):
    PASSED = "passed"
    FAILED = "failed"
    ABSENT = "absent"
    PENDING = "pending"


class TestKind(StrEnum):
    __test__ = False  # not one of pytest's

    PRE = "pre"
    POST = "post"


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (YearProjectStatus.PLANNED, "ยังไม่ดำเนินการ"),
    (YearProjectStatus.APPROVED, "อนุมัติแล้ว"),
    (YearProjectStatus.RUNNING, "กำลังดำเนินการ"),
    (YearProjectStatus.DONE, "ดำเนินการแล้ว"),
    (YearProjectStatus.POSTPONED, "เลื่อน"),
    (YearProjectStatus.CANCELLED, "ยกเลิก"),
    (ProposalPart.PRINCIPLES, "หลักการและเหตุผล"),
    (ProposalPart.OBJECTIVES, "วัตถุประสงค์"),
    (ProposalPart.GOALS, "เป้าหมาย"),
    (ProposalPart.KNOWLEDGE, "ความรู้ที่นำมาใช้ในการจัดทำโครงการ"),
    (ProposalPart.APPROACH, "กรอบแนวทางดำเนินการและผู้เกี่ยวข้อง"),
    (ProposalPart.SCHEDULE, "ระยะเวลาการดำเนินการ"),
    (ProposalPart.EVALUATION, "แนวทางการติดตามและประเมินผล"),
    (ProposalPart.SUGGESTIONS, "ข้อเสนอแนะ"),
    (IndicatorKind.OUTPUT, "ผลผลิต"),
    (IndicatorKind.OUTCOME, "ตัวชี้วัด"),
    (ClassStatus.PLANNED, "ยังไม่เริ่ม"),
    (ClassStatus.RUNNING, "กำลังอบรม"),
    (ClassStatus.COMPLETED, "เสร็จสิ้น"),
    (ClassStatus.CANCELLED, "ยกเลิก"),
    (HalfDay.MORNING, "เช้า"),
    (HalfDay.AFTERNOON, "บ่าย"),
    (Result.PASSED, "ผ่าน"),
    (Result.FAILED, "ไม่ผ่าน"),
    (Result.ABSENT, "ไม่เข้าอบรม"),
    (Result.PENDING, "รอผล"),
    (TestKind.PRE, "ก่อนอบรม"),
    (TestKind.POST, "หลังอบรม"),
)
