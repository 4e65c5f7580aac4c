"""What the papers of a class read. A sheet printed without a class has dots where its words would stand."""

from __future__ import annotations

from decimal import Decimal

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Block
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot


@dataclass(frozen=True, slots=True)
class AttendantRow:
    """A line to sign on."""

    name: str
    position: str
    unit: str
    morning: str = ""
    afternoon: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A day of the class: a sheet of its own."""

    day: str  # วันที่ 6 มิถุนายน 2566


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Points as numbers with two decimals; blank on a sheet to be filled in."""

    name: str
    position: str
    before: Decimal | None = None
    after: Decimal | None = None
    gain: Decimal | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """A line of the summary of tests."""

    label: str
    people: int
    mean: Decimal | None
    deviation: Decimal | None


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question with five boxes to tick; `number` counts through all sections, as the answers are entered."""

    number: int
    text: str
    box5: str = ""
    box4: str = ""
    box3: str = ""
    box2: str = ""
    box1: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSection:
    section_name: str
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """A row of T8: how many ticked each level, in percent, and what that makes."""

    number: int | None  # None for all questions together
    text: str
    n5: int
    p5: Decimal
    n4: int
    p4: Decimal
    n3: int
    p3: Decimal
    n2: int
    p2: Decimal
    n1: int
    p1: Decimal
    mean: Decimal | None
    deviation: Decimal | None
    word: str


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """One participant, for the papers of which everybody gets one."""

    person_name: str
    person_position: str
    person_unit: str
    person_attendance: str  # ร้อยละ 100.00
    person_result: str
    certificate_number: str
    follow_up_due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassSnapshot(OfficeSnapshot):
    year: str
    project_title: str
    class_title: str  # โครงการ … รุ่นที่ 1
    class_named: str  # the same; empty, as the next three, where it is to be written on a dotted line
    class_name: str
    class_number: str
    class_days: str  # 6 - 8 มิถุนายน 2566
    number: str
    dates: str  # วันที่ 6 - 8 มิถุนายน 2566
    venue: str
    hours: str
    organizer: str
    outside_organizer: str
    trainers: str
    follow_months: str
    people_count: str
    passed_count: str
    failed_count: str
    absent_count: str
    pass_mark: str
    full_mark: str
    risen_count: str
    level_count: str
    fallen_count: str
    tested_passed_count: str
    sheets_count: str
    opinion: str  # 4.21 (มาก)
    deviation_kind: str  # how S.D. was worked out
    attendants: tuple[AttendantRow, ...]
    days: tuple[DayEntry, ...]
    scores: tuple[ScoreRow, ...]
    spreads: tuple[SpreadRow, ...]
    question_sections: tuple[QuestionSection, ...]
    opinions: tuple[OpinionRow, ...]
    comments: tuple[str, ...]
    people: tuple[PersonEntry, ...]
    passed_people: tuple[PersonEntry, ...]  # who gets a certificate
    opinion_chart: tuple[Block, ...]
