"""How a year is followed up: the evaluation schedule, the monitoring rounds, and when a round may be closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.dates import long_date

LEAST_ROUNDS = 3  # a year (seed 000, part 7)
MONTHS = 12
FOLLOW_MONTHS = 3  # after a class, when its people's superiors are asked
_ROUNDS_PLACE = "กำหนดการติดตาม"


@dataclass(frozen=True, slots=True)
class ScheduledRound:
    """การติดตามครั้งที่; `as_at` is the day its figures are taken."""

    number: int
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class ScheduleEntry:
    """How, by whom and by when one project of a plan is evaluated in one year."""

    project: int  # PlanProject.id
    evaluations: tuple[int, ...] = ()  # EvaluationMethod ids
    evaluator: str = ""
    due: date | None = None
    follow_months: int = FOLLOW_MONTHS  # 0 for no follow-up
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationSchedule:
    """ตารางติดตามประเมินผล of one plan and fiscal year."""

    plan: int
    year: int
    entries: tuple[ScheduleEntry, ...] = ()
    rounds: tuple[ScheduledRound, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What was planned and is not done by the round's day. `key` names it from round to round."""

    key: str
    text: str
    explanation: str = ""

    @property
    def explained(self) -> bool:
        """A dash says nothing."""
        return any(letter.isalnum() for letter in self.explanation)


@dataclass(frozen=True, slots=True)
class RoundReport:
    """One round as recorded. The texts are the officer's; the figures come from the data."""

    plan: int
    year: int
    number: int
    id: int = 0
    as_at: date | None = None
    status: RoundStatus = RoundStatus.OPEN
    closed_on: date | None = None
    findings: str = ""
    recommendations: str = ""


def proposed_rounds(year: FiscalYear, count: int = LEAST_ROUNDS) -> tuple[ScheduledRound, ...]:
    """The year in `count` equal parts, each round at the end of its part: 31 January, 31 May, 30 September."""
    return tuple(
        ScheduledRound(number, _month_end(year, round(MONTHS * number / count))) for number in range(1, count + 1)
    )


def _month_end(year: FiscalYear, month: int) -> date:
    """The last day of the fiscal year's nth month, counted from October."""
    calendar = year.start.month - 1 + month
    return date(year.start.year + calendar // MONTHS, calendar % MONTHS + 1, 1) - timedelta(days=1)


def check_rounds(year: FiscalYear, rounds: Sequence[ScheduledRound]) -> Iterator[Problem]:
    """Fields are `rounds` and `round:<number>.as_at`."""
    if len(rounds) < LEAST_ROUNDS:
        text = f"มี {len(rounds)} ครั้ง ต้องติดตามอย่างน้อยปีละ {LEAST_ROUNDS} ครั้ง"
        yield Problem("rounds", text, code="rounds-few", place=_ROUNDS_PLACE)
    used = Counter(each.as_at for each in rounds)
    latest: date | None = None
    for each in rounds:
        fault = _fault_of_date(year, each.as_at, latest)
        if each.as_at is not None and used[each.as_at] > 1:
            fault = fault or f"วันที่ {long_date(each.as_at)} ใช้ซ้ำกับครั้งอื่น"
        if fault:
            place = f"การติดตามครั้งที่ {each.number}"
            yield Problem(f"round:{each.number}.as_at", fault, code="round-date", place=place)
        latest = each.as_at or latest


def _fault_of_date(year: FiscalYear, day: date | None, latest: date | None) -> str:
    if day is None:
        return "ยังไม่ได้กำหนดวันที่"
    if day not in year:
        return f"วันที่ต้องอยู่ในปีงบประมาณ พ.ศ. {year} ({long_date(year.start)} ถึง {long_date(year.last_day)})"
    if latest is not None and day < latest:
        return f"วันที่ต้องไม่ก่อนครั้งก่อนหน้า ({long_date(latest)})"
    return ""


def check_schedule(schedule: EvaluationSchedule, titles: Mapping[int, str]) -> tuple[Problem, ...]:
    """`titles` are the projects of the year, by id. Fields are those of the rounds and `entry:<project>.<attribute>`."""
    found = list(check_rounds(FiscalYear(schedule.year), schedule.rounds))
    entries = {entry.project: entry for entry in schedule.entries}
    for project, title in titles.items():
        entry = entries.get(project, ScheduleEntry(project))
        found += _check_entry(entry, FiscalYear(schedule.year), title)
    return tuple(found)


def _check_entry(entry: ScheduleEntry, year: FiscalYear, title: str) -> Iterator[Problem]:
    def problem(attribute: str, text: str, severity: Severity = Severity.ERROR) -> Problem:
        field = f"entry:{entry.project}.{attribute}"
        return Problem(field, text, severity, f"entry-{attribute.replace('_', '-')}", title)

    if not entry.evaluations:
        yield problem("evaluations", "ยังไม่ได้เลือกวิธีติดตามประเมินผล")
    if not entry.evaluator:
        yield problem("evaluator", "ยังไม่ได้ระบุผู้ประเมิน")
    if entry.due is None:
        yield problem("due", "ยังไม่ได้กำหนดวันที่ประเมินแล้วเสร็จ")
    elif entry.due < year.start:
        yield problem("due", f"วันที่ประเมินอยู่ก่อนปีงบประมาณ พ.ศ. {year}")
    elif entry.due not in year:
        yield problem("due", f"วันที่ประเมินอยู่หลังปีงบประมาณ พ.ศ. {year}", Severity.WARNING)


def check_closing(
    report: RoundReport, today: date, open_items: Sequence[OpenItem], earlier_open: int
) -> tuple[Problem, ...]:
    """What stands against closing a round. `earlier_open` counts the rounds before it that are not closed."""
    found: list[Problem] = []
    place = f"การติดตามครั้งที่ {report.number}"

    def say(attribute: str, text: str, severity: Severity = Severity.ERROR) -> None:
        found.append(Problem(f"round.{attribute}", text, severity, f"closing-{attribute}", place))

    if report.as_at is None:
        say("as_at", "ยังไม่ได้กำหนดวันที่ของข้อมูล")
    elif report.as_at > today:
        say("as_at", f"ยังไม่ถึงวันที่ของข้อมูล ({long_date(report.as_at)}) ตัวเลขจึงยังเปลี่ยนได้")
    if earlier_open:
        say("number", f"ยังมีครั้งก่อนหน้าที่ไม่ได้ปิด {earlier_open} ครั้ง กรุณาปิดตามลำดับ")
    if not report.findings.strip():
        say("findings", "ยังไม่ได้บันทึกผลการติดตาม")
    if not report.recommendations.strip():
        say("recommendations", "ยังไม่ได้บันทึกข้อเสนอแนะ", Severity.WARNING)
    unexplained = [item for item in open_items if not item.explained]
    last = report.number >= LEAST_ROUNDS
    for item in unexplained:
        severity = Severity.ERROR if last else Severity.WARNING
        text = f"{item.text}: ยังไม่ได้ชี้แจง"
        found.append(Problem(f"item:{item.key}.explanation", text, severity, "item-unexplained", place))
    return tuple(found)
