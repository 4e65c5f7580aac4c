"""The individual development plan (IDP) of one person and fiscal year: made from gaps, agreed, followed, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from hrdesk.domain.competency import FUTURE_PERCENT
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus, LearningWay
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass, replace

RULE = {LearningWay.OWN_WORK: 70, LearningWay.OTHERS: 20, LearningWay.COURSE: 10}
TOLERANCE = 15  # percentage points from 70:20:10 before the officer is told
_RANKS = {"ต้น", "กลาง", "สูง"}
_FINAL = (IdpItemStatus.DONE, IdpItemStatus.DROPPED)


@dataclass(frozen=True, slots=True)
class IdpItem:
    """One way to close one gap. Levels are those when the plan was made; None where nobody judged."""

    framework: str
    code: str
    name: str
    goal: str = ""
    expected: int = 1
    self_level: int | None = None
    superior_level: int | None = None
    agreed_level: int | None = None
    future: bool = False  # only the organisation's next stage asks it
    way: LearningWay = LearningWay.OWN_WORK
    activity: str = ""
    course_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    indicator: str = ""
    status: IdpItemStatus = IdpItemStatus.PLANNED
    evidence: str = ""
    result: str = ""

    @property
    def gap(self) -> int:
        judged = (self.agreed_level, self.superior_level, self.self_level)
        return max(0, self.expected - next((level for level in judged if level is not None), 0))

    @property
    def days(self) -> int:
        """How long it is planned to take; 0 while the period is open."""
        return (self.ends_on - self.starts_on).days + 1 if self.starts_on and self.ends_on else 0

    def overdue(self, today: date) -> bool:
        return self.status not in _FINAL and self.ends_on is not None and self.ends_on < today

    def another_way(self) -> IdpItem:
        """A further item for the same gap: how it is to be closed is open again."""
        return IdpItem(
            self.framework, self.code, self.name, self.goal, self.expected,
            self.self_level, self.superior_level, self.agreed_level, self.future,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class IdpRecord:
    """`position`, `level` and `unit` are those held when the plan was made. `id` is 0 until stored."""

    id: int
    staff_id: int
    year: int  # BE
    framework: str
    stage: str
    name: str = ""  # of the person, read from the register
    position: str = ""
    level: str = ""
    unit: str = ""
    status: IdpStatus = IdpStatus.DRAFT
    goal: str = ""
    superior_name: str = ""
    superior_position: str = ""
    superior_agreed_on: date | None = None
    upper_name: str = ""
    upper_position: str = ""
    upper_agreed_on: date | None = None
    result: str = ""
    closed_on: date | None = None
    items: tuple[IdpItem, ...] = ()

    @property
    def post(self) -> str:
        """นักทรัพยากรบุคคลชำนาญการ; levels of executives and directors stand apart: นักบริหารงานท้องถิ่น ระดับกลาง."""
        if not self.level:
            return self.position
        return f"{self.position} ระดับ{self.level}" if self.level in _RANKS else self.position + self.level

    @property
    def is_closed(self) -> bool:
        return self.status is IdpStatus.CLOSED

    @property
    def done(self) -> int:
        return sum(item.status is IdpItemStatus.DONE for item in self.items)


@dataclass(frozen=True, slots=True)
class Mix:
    """Percentages of the planned time; of the number of items while a period is open."""

    own_work: int = 0
    others: int = 0
    course: int = 0

    def of(self, way: LearningWay) -> int:
        return (self.own_work, self.others, self.course)[tuple(LearningWay).index(way)]

    @property
    def near_the_rule(self) -> bool:
        return all(abs(self.of(way) - percent) <= TOLERANCE for way, percent in RULE.items())


@dataclass(frozen=True, slots=True)
class Stages:
    """Percentages, as of the mix, for the stage that is and for the one to come; 70:30 is the rule."""

    current: int = 0
    future: int = 0

    @property
    def near_the_rule(self) -> bool:
        return abs(self.future - FUTURE_PERCENT) <= TOLERANCE


def mix(items: Iterable[IdpItem]) -> Mix:
    """Always adds up to 100 where there are items: the largest remainder gets what rounding leaves."""
    return Mix(*_shares(items, lambda item: tuple(LearningWay).index(item.way), len(LearningWay)))


def stages(items: Iterable[IdpItem]) -> Stages:
    """How the learning is shared between the present stage and the next."""
    return Stages(*_shares(items, lambda item: int(item.future), 2))


def _shares(items: Iterable[IdpItem], part: Callable[[IdpItem], int], parts: int) -> tuple[int, ...]:
    """Whole percentages of the planned days; of items while a period is open. Nothing where nothing is planned."""
    kept = [item for item in items if item.status is not IdpItemStatus.DROPPED]
    weights = [item.days for item in kept] if all(item.days > 0 for item in kept) else [1] * len(kept)
    total = sum(weights)
    if not total:
        return ()
    sums = [0] * parts
    for weight, item in zip(weights, kept, strict=True):
        sums[part(item)] += weight
    whole = [100 * each // total for each in sums]
    for place in sorted(range(parts), key=lambda p: -(100 * sums[p] % total))[: 100 - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def check_idp(idp: IdpRecord) -> tuple[Problem, ...]:
    """Everything an official would send back; errors keep a plan from being agreed."""
    return (*_head(idp), *(p for number, item in enumerate(idp.items, 1) for p in _item(idp, number, item)), *_whole(idp))


def _head(idp: IdpRecord) -> Iterator[Problem]:
    if not idp.items:
        yield _problem("items", "ยังไม่มีรายการพัฒนา", "idp-empty")
    if not idp.goal.strip():
        yield _problem("goal", "ยังไม่ได้ระบุเป้าหมายการพัฒนา", "idp-goal", severity=Severity.WARNING)


def _item(idp: IdpRecord, number: int, item: IdpItem) -> Iterator[Problem]:
    place, where = f"รายการที่ {number}", f"item.{number}"
    if not item.name.strip():
        yield _problem(f"{where}.name", "กรุณากรอกประเด็นที่พัฒนา", "idp-item-name", place)
    if not item.activity.strip():
        yield _problem(f"{where}.activity", "กรุณากรอกวิธีการพัฒนา", "idp-item-activity", place)
    if not item.indicator.strip():
        yield _problem(f"{where}.indicator", "ยังไม่มีตัวชี้วัด", "idp-item-indicator", place, Severity.WARNING)
    year = FiscalYear(idp.year)
    if item.starts_on is None or item.ends_on is None:
        yield _problem(f"{where}.ends_on", "ยังไม่ได้กำหนดระยะเวลา", "idp-item-period", place, Severity.WARNING)
    elif item.ends_on < item.starts_on:
        yield _problem(f"{where}.ends_on", "วันสิ้นสุดอยู่ก่อนวันเริ่ม", "idp-item-order", place)
    elif item.starts_on not in year or item.ends_on not in year:
        text = f"ระยะเวลาอยู่นอกปีงบประมาณ {idp.year}"
        yield _problem(f"{where}.ends_on", text, "idp-item-year", place, Severity.WARNING)


def _whole(idp: IdpRecord) -> Iterator[Problem]:
    found = mix(idp.items)
    if idp.items and not found.near_the_rule:
        text = f"สัดส่วนการเรียนรู้เป็น {found.own_work}:{found.others}:{found.course} ห่างจาก 70:20:10"
        yield _problem("items", text, "idp-mix", severity=Severity.WARNING)


def _problem(
    field: str, text: str, code: str, place: str = "แผนพัฒนารายบุคคล", severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(f"idp.{field}", text, severity, code, place)


def agreeing_problems(idp: IdpRecord) -> tuple[Problem, ...]:
    """What keeps the plan from being agreed: its errors, and a superior's name or day missing (two sign)."""
    found = [problem for problem in check_idp(idp) if problem.severity is Severity.ERROR]
    for field, who in (("superior", "ผู้บังคับบัญชาชั้นต้น"), ("upper", "ผู้บังคับบัญชาเหนือขึ้นไป")):
        if not getattr(idp, f"{field}_name").strip():
            found.append(_problem(f"{field}_name", f"กรุณากรอกชื่อ{who}", f"idp-{field}"))
        if getattr(idp, f"{field}_agreed_on") is None:
            found.append(_problem(f"{field}_agreed_on", f"กรุณากรอกวันที่{who}เห็นชอบ", f"idp-{field}-day"))
    if idp.superior_name.strip() and idp.superior_name.strip() == idp.upper_name.strip():
        found.append(_problem("upper_name", "ผู้บังคับบัญชาสองคนต้องไม่ใช่คนเดียวกัน", "idp-same-superior"))
    return tuple(found)


def closing_problems(idp: IdpRecord) -> tuple[Problem, ...]:
    """What keeps the plan from being closed: an item without an end, a missing summary, no agreement."""
    found = []
    if idp.status is not IdpStatus.AGREED:
        found.append(_problem("status", "แผนต้องได้รับความเห็นชอบก่อนจึงจะปิดได้", "idp-not-agreed"))
    for number, item in enumerate(idp.items, 1):
        if item.status not in _FINAL:
            text = "ยังไม่ได้บันทึกว่าสำเร็จหรือยกเลิก"
            found.append(_problem(f"item.{number}.status", text, "idp-item-open", f"รายการที่ {number}"))
    if not idp.result.strip():
        found.append(_problem("result", "กรุณากรอกสรุปผลการพัฒนา", "idp-result"))
    return tuple(found)


def months_from(year: int, after: int, months: int) -> tuple[date, date]:
    """The days of `months` months that begin `after` months into a fiscal year, cut at its end."""
    start = FiscalYear(year).start
    first, last = (_months_on(start, count) for count in (after, after + months))
    return first, min(last, FiscalYear(year).end) - timedelta(days=1)


def _months_on(start: date, months: int) -> date:
    count = start.month - 1 + months
    return date(start.year + count // 12, count % 12 + 1, 1)


def reopened(idp: IdpRecord) -> IdpRecord:
    """Back to a draft: the agreement is gone, for what was agreed is about to change."""
    return replace(idp, status=IdpStatus.DRAFT, superior_agreed_on=None, upper_agreed_on=None)
