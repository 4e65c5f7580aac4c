"""What the monitoring forms read: a year's figures, ready to print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hrdesk.domain.plan import Satang
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Block
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A project as at the day."""

    title: str
    organizer: str  # all of them
    status: str
    people_planned: int
    people_attended: int
    people_passed: int
    planned: Satang
    used: Satang
    remark: str


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row of T5: what was to be reached and what was. Indicators take a line each."""

    title: str
    organizer: str
    indicators: str
    targets: str
    results: str
    planned: Satang
    used: Satang
    problems: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    title: str
    dates: str
    people: int
    passed: int
    failed: int
    absent: int
    pending: int  # of a class that is not over too
    attendance: Decimal | None  # percent
    gain: Decimal | None  # points
    satisfaction: Decimal | None  # mean
    word: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    name: str
    people: int
    developed: int
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class SkillRow:
    """Of a unit or group; percents are of its people."""

    name: str
    people: int
    developed: int
    developed_percent: Decimal | None
    with_idp: int
    idp_percent: Decimal | None
    meeting: int
    meeting_percent: Decimal | None
    whole: int
    whole_percent: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillPart:
    """The guideline's figures, of the whole staff and by part."""

    skill_people: str
    skill_assessed: str
    skill_developed: str
    skill_developed_percent: str
    skill_idp: str
    skill_idp_percent: str
    skill_meeting: str
    skill_meeting_percent: str
    skill_whole: str
    skill_whole_percent: str
    skill_unit_rows: tuple[SkillRow, ...]
    skill_group_rows: tuple[SkillRow, ...]


@dataclass(frozen=True, slots=True)
class ItemRow:
    text: str
    explanation: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """One fiscal year beside others."""

    year: str
    projects: int
    projects_done: int
    classes: int
    attended: int
    passed: int
    planned: Satang
    used: Satang
    coverage: Decimal | None  # percent of people


@dataclass(frozen=True, slots=True)
class OrganizerRow:
    """Money of what one organiser, or several together, carried out."""

    name: str
    projects: int
    planned: Satang
    used: Satang
    percent: Decimal | None  # used of planned


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    title: str
    reference: str
    dated: date | None
    kept_at: str


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    project: str
    methods: str  # a line each
    evaluator: str
    due: date | None
    follow_up: str  # 3 เดือนหลังอบรม
    note: str


@dataclass(frozen=True, slots=True)
class RoundRow:
    number: int
    as_at: date | None
    covers: str  # 1 ต.ค. 2566 - 31 ม.ค. 2567


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleSnapshot(OfficeSnapshot):
    """The evaluation schedule of one plan and year."""

    plan_title: str
    period: str
    year: str
    schedule_rows: tuple[ScheduleRow, ...]
    round_rows: tuple[RoundRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSnapshot(OfficeSnapshot):
    """A year as at a day; every figure of the texts agrees with the tables."""

    plan_title: str
    period: str
    year: str
    as_at: str  # 31 มกราคม 2567
    projects: str
    projects_carried: str  # how many of them are of earlier years, in brackets; empty where none is
    projects_done: str
    classes_held: str
    people_planned: str
    people_attended: str
    people_passed: str
    budget_planned: str  # baht
    budget_used: str
    budget_percent: str
    staff_count: str
    staff_developed: str
    staff_percent: str
    satisfaction: str  # 4.21 (มาก), or that nobody was asked
    attendance: str  # percent
    progress_rows: tuple[ProgressRow, ...]
    class_rows: tuple[ClassRow, ...]
    unit_rows: tuple[CoverageRow, ...]
    type_rows: tuple[CoverageRow, ...]
    group_rows: tuple[CoverageRow, ...]
    budget_chart: tuple[Block, ...]
    coverage_chart: tuple[Block, ...]
    opinion_chart: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSnapshot(YearSnapshot):
    """A monitoring round (F18)."""

    number: str
    item_rows: tuple[ItemRow, ...]
    findings: tuple[Block, ...]
    recommendations: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualSnapshot(YearSnapshot):
    """The year's result report (F19)."""

    result_rows: tuple[ResultRow, ...]
    organizer_rows: tuple[OrganizerRow, ...]
    year_rows: tuple[YearRow, ...]
    evidence_rows: tuple[EvidenceRow, ...]
    summary: tuple[Block, ...]
    problems: tuple[Block, ...]
    suggestions: tuple[Block, ...]
    years_chart: tuple[Block, ...]
    skill_parts: tuple[SkillPart, ...]  # one, or none while there are no skills data
