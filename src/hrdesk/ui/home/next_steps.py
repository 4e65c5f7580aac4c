"""What the officer should do next, from the data alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.errors import Severity
from hrdesk.thai.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hrdesk.services.glance import DueItem, Glance, PlanGlance

ROUNDS_SHOWN = 3
REMINDERS_SHOWN = 4
SOON = 30  # days


class Step(NamedTuple):
    """One line of the list: what, how urgent, and where it is done."""

    text: str
    verb: str
    page: str
    place: str = ""
    icon: str = "now"
    tone: str = "accent"


def next_steps(glance: Glance, today: date) -> tuple[Step, ...]:
    """The reminders tell of the rounds in years that have a schedule; elsewhere the plan does."""
    steps = list(_office_steps(glance))
    plan, problems = glance.plan, glance.problems
    if plan is None:
        return tuple(steps)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        first = next(p for p in problems if p.severity is Severity.ERROR)
        steps.append(
            Step(f"แก้ปัญหาในแผน {errors} รายการก่อนพิมพ์เล่ม", "ไปแก้ไข", "plan", first.field, "error", "error")
        )
    if plan.status is PlanStatus.DRAFT and not errors:
        steps.append(Step("เสนอร่างแผนต่อคณะกรรมการ", "เปิดแผน", "plan"))
    elif plan.status is PlanStatus.REVISING:
        steps.append(Step("ประกาศใช้ฉบับแก้ไขของแผน หรือยกเลิกการแก้ไข", "เปิดแผน", "plan", "life"))
    elif plan.status not in (PlanStatus.DRAFT, PlanStatus.ANNOUNCED, PlanStatus.CLOSED):
        steps.append(Step("บันทึกขั้นตอนถัดไปของแผน", "เปิดแผน", "plan", "life"))
    if not errors:
        steps.append(Step("พิมพ์เล่มแผนและตารางงบประมาณ", "ดูตัวอย่าง", "reports", "plan-book", "forms", "muted"))
    steps += _reminders(glance.due, today)
    steps += _rounds(plan, today)
    if plan.period.last < _fiscal_year(today):
        text = f"แผนสิ้นสุดแล้วในปี {plan.period.last} จัดทำแผนรอบต่อไป"
        steps.append(Step(text, "จัดทำแผน", "plan", "new", "warning", "warn"))
    return tuple(steps)


def _office_steps(glance: Glance) -> list[Step]:
    steps = []
    if not glance.placed:
        steps.append(
            Step("กรอกที่ตั้งและผู้ลงนามของหน่วยงานให้ครบ", "กรอก", "office", icon="warning", tone="warn")
        )
    if not glance.positions:
        steps.append(Step("เพิ่มตำแหน่งและบุคลากรในกรอบอัตรากำลัง", "เพิ่ม", "people", icon="warning", tone="warn"))
    return steps


def _reminders(due: Sequence[DueItem], today: date) -> list[Step]:
    """What is late or soon due, and how much more there is of it."""
    steps = []
    for item in due[:REMINDERS_SHOWN]:
        late = item.late(today)
        when = "เลยกำหนด" if late else "ภายใน"
        tone = ("error", "error") if late else ("warning", "warn")
        steps.append(Step(f"{item.text} {when} {short_date(item.due)}", "เปิด", item.page, item.place, *tone))
    if len(due) > REMINDERS_SHOWN:
        more = f"และอีก {len(due) - REMINDERS_SHOWN} เรื่องที่ถึงกำหนด"
        steps.append(Step(more, "ดู", "monitoring", "", "open", "muted"))
    return steps


def _rounds(plan: PlanGlance, today: date) -> list[Step]:
    """The rounds of monitoring that come next."""
    open_rounds = (r for r in plan.rounds if r.due >= today and r.year not in plan.scheduled)
    coming = sorted(open_rounds, key=lambda r: r.due)
    steps = []
    for one in coming[:ROUNDS_SHOWN]:
        days = (one.due - today).days
        soon = days <= SOON
        text = f"ติดตามประเมินผลครั้งที่ {one.number} ปี {one.year} ภายใน {short_date(one.due)} (อีก {days} วัน)"
        steps.append(
            Step(text, "ดู", "plan", f"rounds.{one.year}", "warning" if soon else "open", "warn" if soon else "muted")
        )
    return steps


def _fiscal_year(day: date) -> int:
    return FiscalYear.of(day).be
