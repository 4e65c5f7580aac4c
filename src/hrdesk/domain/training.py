"""Classes (รุ่น): half-days, attendance, results, and when a class is completed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.domain.training_terms import ClassStatus, HalfDay, Result, TestKind
from hrdesk.domain.year_project import Hundredths
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.numbers import arabic_digits

HUNDRED = 100
WEEKDAYS = 5
MOST_LECTURE = Fraction(60, HUNDRED)  # of a course's hours; other ways take the rest (seed 002)
_PLACE = "รุ่น"


@dataclass(frozen=True, slots=True)
class Rules:
    """The office's own; the standard 80 of 100 is seed 003's."""

    attendance_percent: int = 80
    pass_percent: int = 60
    follow_up_months: int = 3


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """A half-day of a class."""

    day: date
    half: HalfDay


@dataclass(frozen=True, slots=True)
class Trainer:
    name: str
    position: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ClassTest:
    """Marks in hundredths: 20 is 2000."""

    kind: TestKind
    full: Hundredths
    passing: Hundredths


@dataclass(frozen=True, slots=True)
class TrainingClass:
    """`title` empty: it bears the project's. Sessions stand in the order of time."""

    id: int
    project: int  # YearProject.id
    number: int = 1
    title: str = ""
    course: int | None = None
    status: ClassStatus = ClassStatus.PLANNED
    status_reason: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    venue: str = ""
    lecture: Hundredths = 0  # hours
    other: Hundredths = 0
    letter_number: str = ""
    letter_date: date | None = None
    attendance_percent: int = 80
    note: str = ""
    sessions: tuple[Session, ...] = ()
    trainers: tuple[Trainer, ...] = ()
    tests: tuple[ClassTest, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(sorted({session.day for session in self.sessions}))

    def test(self, kind: TestKind) -> ClassTest | None:
        return next((test for test in self.tests if test.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody is at one moment; a participant keeps it as it was."""

    position: str = ""
    level: Level = Level.NONE
    personnel_type: PersonnelType = PersonnelType.REGULAR
    position_type: PositionType = PositionType.NONE
    unit: str = ""
    bureau: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    id: int
    class_id: int
    staff: int
    name: str  # today's
    post: Post
    result: Result = Result.PENDING
    order_number: str = ""
    order_date: date | None = None
    certificate_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Presence:
    """How one participant's half-days stand: `sessions` of the class, `marked` of them, `attended` of those."""

    sessions: int
    marked: int
    attended: int

    @property
    def rate(self) -> Fraction | None:
        """Of 1; None in a class without sessions. What is not marked counts as missed."""
        return Fraction(self.attended, self.sessions) if self.sessions else None

    @property
    def complete(self) -> bool:
        return self.sessions > 0 and self.marked >= self.sessions

    def enough(self, percent: int) -> bool:
        """Exactly the percentage is enough."""
        return self.sessions > 0 and self.attended * HUNDRED >= percent * self.sessions


def half_days(start: date, end: date, *, weekends: bool = False) -> tuple[Session, ...]:
    """Morning and afternoon of every day from `start` to `end` inclusive; empty when the end comes first."""
    days = [start + timedelta(days=i) for i in range((end - start).days + 1)]
    return tuple(Session(day, half) for day in days if weekends or day.weekday() < WEEKDAYS for half in HalfDay)


def pass_mark(full: Hundredths, percent: int) -> Hundredths:
    """The least mark that is `percent` of the full one."""
    return -(-full * percent // HUNDRED)


def result_of(
    presence: Presence, percent: int, test: ClassTest | None = None, score: Hundredths | None = None
) -> Result:
    """What the marks and the test afterwards say; PENDING while one of them is missing.

    Someone who can no longer reach the attendance asked for has failed before the last half-day is marked.
    """
    if presence.complete and presence.attended == 0:
        return Result.ABSENT
    missed = presence.marked - presence.attended
    reachable = Presence(presence.sessions, presence.sessions, presence.sessions - missed)
    if presence.sessions and presence.attended and not reachable.enough(percent):
        return Result.FAILED
    if not presence.complete:
        return Result.PENDING
    if test is None:
        return Result.PASSED
    if score is None:
        return Result.PENDING
    return Result.PASSED if score >= test.passing else Result.FAILED


def may_be_evaluated(result: Result, presence: Presence) -> bool:
    """Who was not there has nothing to test, ask or follow up."""
    return result is not Result.ABSENT and not (presence.complete and presence.attended == 0)


def completion_problems(results: Sequence[Result]) -> tuple[Problem, ...]:
    """Why a class cannot be completed; `results` of its participants."""
    if not results:
        return (_problem("participants", "ยังไม่มีผู้เข้าอบรมในรุ่นนี้"),)
    pending = Counter(results)[Result.PENDING]
    if pending:
        return (_problem("participants", f"ยังมีผู้เข้าอบรมที่ “รอผล” อีก {pending} คน กรุณาบันทึกผลให้ครบก่อนปิดรุ่น"),)
    return ()


def check_class(training_class: TrainingClass) -> tuple[Problem, ...]:
    """What is wrong with one record by itself; fields are `class.<attribute>`."""
    found: list[Problem] = []
    start, end = training_class.starts_on, training_class.ends_on
    if training_class.number < 1:
        found.append(_problem("number", "รุ่นที่ต้องเป็น 1 ขึ้นไป"))
    if start and end and end < start:
        found.append(_problem("ends_on", "วันสิ้นสุดต้องไม่ก่อนวันเริ่ม"))
    if training_class.status is ClassStatus.CANCELLED and not training_class.status_reason:
        found.append(_problem("status_reason", "รุ่นที่ยกเลิกต้องระบุเหตุผล"))
    if not 0 <= training_class.attendance_percent <= HUNDRED:
        found.append(_problem("attendance_percent", "ร้อยละของเวลาเข้าอบรมต้องอยู่ระหว่าง 0 ถึง 100"))
    if any(session.day < start for session in training_class.sessions if start) or any(
        session.day > end for session in training_class.sessions if end
    ):
        found.append(_problem("sessions", "มีวันอบรมอยู่นอกช่วงวันที่ของรุ่น"))
    if any(test.full <= 0 or not 0 <= test.passing <= test.full for test in training_class.tests):
        found.append(_problem("tests", "คะแนนเต็มต้องมากกว่า 0 และคะแนนผ่านต้องไม่เกินคะแนนเต็ม"))
    if len({test.full for test in training_class.tests}) > 1:  # what was gained is told in points
        found.append(_problem("tests", "คะแนนเต็มก่อนและหลังอบรมต้องเท่ากัน จึงจะบอกได้ว่าคะแนนเพิ่มขึ้นเท่าใด"))
    if lecture_share(training_class.lecture, training_class.other) > MOST_LECTURE:
        text = "ชั่วโมงบรรยายเกินร้อยละ 60 ของชั่วโมงทั้งหมด ควรมีวิธีการอื่นไม่น้อยกว่าร้อยละ 40"
        found.append(_problem("lecture", text, Severity.WARNING))
    return tuple(found)


def result_year_words(year: int, start: date | None, end: date | None) -> str:
    """In which year's report a class of a project of the fiscal year `year` will stand; empty where it is that year's."""
    last = end or start
    if last is None or last in FiscalYear(year):
        return ""
    if last < FiscalYear(year).start:
        return f"วันอบรมอยู่ก่อนปีงบประมาณ พ.ศ. {year} ของโครงการ ผลจะนับในปีของโครงการ กรุณาตรวจวันที่อีกครั้ง"
    return f"อบรมแล้วเสร็จหลังสิ้นปีงบประมาณ พ.ศ. {year} ผลของรุ่นนี้จะแสดงในรายงานของปีงบประมาณ พ.ศ. {FiscalYear.of(last)}"


def lecture_share(lecture: Hundredths, other: Hundredths) -> Fraction:
    """0 of no hours."""
    return Fraction(lecture, lecture + other) if lecture + other else Fraction(0)


MARK_WORDS = {True: "มา", False: "ขาด"}
_MARKS = {
    **dict.fromkeys(("มา", "1", "/", "✓", "✔", "√", "y", "yes", "เข้า", "เข้าอบรม", "ใช่", "true"), True),
    **dict.fromkeys(("ขาด", "0", "x", "×", "✗", "✘", "n", "no", "ลา", "ไม่มา", "ไม่เข้า", "ไม่", "false"), False),
    **dict.fromkeys(("", "-", "–"), None),
}


def mark_of(text: str) -> bool | None:
    """Present, missed, or nothing known, as officers and sign-in sheets write it. ValueError for anything else."""
    plain = arabic_digits(text).strip().lower().removesuffix(".0")
    if plain not in _MARKS:
        raise ValueError(f"“{text.strip()}” ไม่ใช่การเข้าอบรม ใช้ “มา” หรือ 1 และ “ขาด” หรือ 0")
    return _MARKS[plain]


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last one of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), first_after - timedelta(days=1))


def next_number(numbers: Iterable[int]) -> int:
    return max(numbers, default=0) + 1


def _problem(name: str, text: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(f"class.{name}", text, severity, f"class-{name.replace('_', '-')}", _PLACE)
