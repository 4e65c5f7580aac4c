"""What a person has behind them: posts held, education and training."""

from __future__ import annotations

from datetime import date, timedelta

from hrdesk.domain.terms import Level, MethodKind, PersonnelType, term
from hrdesk.domain.training_terms import Result
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass

PLACE = "ประวัติ"


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A post as it was while held; `ends_on` is the first day no longer in it, None while unknown.

    `bureau` is the topmost unit above `unit`, empty where it was not written down.
    """

    id: int
    staff_id: int
    title: str = ""
    number: str = ""
    level: Level = Level.NONE
    personnel_type: PersonnelType = PersonnelType.REGULAR
    unit: str = ""
    bureau: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    order_number: str = ""
    note: str = ""

    @property
    def last_day(self) -> date | None:
        return self.ends_on - timedelta(days=1) if self.ends_on else None

    @property
    def said(self) -> str:
        """คนงาน (พนักงานจ้างทั่วไป): the post, and as what it was held unless as regular staff."""
        if self.personnel_type is PersonnelType.REGULAR:
            return self.title
        return f"{self.title} ({term(self.personnel_type)})".strip()


@dataclass(frozen=True, slots=True)
class Education:
    id: int
    staff_id: int
    degree: str = ""
    field: str = ""
    institution: str = ""
    year: int | None = None  # of graduation, Buddhist era


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """One training in a person's life. Days, hours and score are whole hundredths; None where not known.

    `participant_id` is set when it was a class of this office: then the class is where it is changed.
    """

    id: int
    staff_id: int
    course: str = ""
    kind: MethodKind = MethodKind.TRAINING
    participant_id: int | None = None
    project: str = ""
    class_number: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    organizer: str = ""
    venue: str = ""
    country: str = "ไทย"
    fund: str = ""
    days: int | None = None
    hours: int | None = None
    result: Result = Result.PASSED
    score: int | None = None
    degree: str = ""
    objective: str = ""
    letter_number: str = ""
    letter_date: date | None = None
    order_number: str = ""
    order_date: date | None = None
    certificate_number: str = ""
    position: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """Of one person, the latest first."""

    held: tuple[HeldPosition, ...] = ()
    education: tuple[Education, ...] = ()
    training: tuple[TrainingRecord, ...] = ()


def check_held(held: HeldPosition) -> tuple[Problem, ...]:
    found = _wanted("held.title", held.title, "กรุณากรอกชื่อตำแหน่ง")
    return found + _in_order("held.ends_on", held.starts_on, held.ends_on, "วันที่พ้นจากตำแหน่งต้องไม่ก่อนวันที่เริ่ม")


def check_education(education: Education) -> tuple[Problem, ...]:
    return _wanted("education.degree", education.degree, "กรุณากรอกวุฒิการศึกษา")


def check_training(record: TrainingRecord) -> tuple[Problem, ...]:
    found = _wanted("training.course", record.course, "กรุณากรอกชื่อหลักสูตร")
    found += _in_order("training.ends_on", record.starts_on, record.ends_on, "วันที่สิ้นสุดต้องไม่ก่อนวันที่เริ่ม")
    for name, word in (("days", "จำนวนวัน"), ("hours", "จำนวนชั่วโมง"), ("score", "คะแนน")):
        value = getattr(record, name)
        if value is not None and value < 0:
            found += (_problem(f"training.{name}", f"{word}ต้องไม่ติดลบ"),)
    return found


def _wanted(field: str, text: str, said: str) -> tuple[Problem, ...]:
    return () if text else (_problem(field, said),)


def _in_order(field: str, first: date | None, last: date | None, said: str) -> tuple[Problem, ...]:
    return (_problem(field, said),) if first and last and last < first else ()


def _problem(field: str, text: str) -> Problem:
    return Problem(field, text, code=field.replace(".", "-").replace("_", "-"), place=PLACE)
