"""What the annual plan tells besides the 3-year plan: the year's own list of projects, its classes and its money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft, Satang
from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_program import PlannedClass, ProgramLine, YearProgram, program_lines, set_by_fund
from hrdesk.domain.year_project import ENDED, with_origin
from hrdesk.lazy_dataclass import dataclass
from hrdesk.thai.dates import day_span
from hrdesk.thai.numbers import format_baht

IN_PLAN, OUTSIDE = "ตามแผน", "นอกแผน"
_NOT_LISTED = "ยังไม่ได้จัดทำ"
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class ProgramRow:
    label: str
    origin: str  # ตามแผน or นอกแผน
    state: str
    plan_amount: Satang | None
    set_amount: Satang | None
    change: str  # a line each


@dataclass(frozen=True, slots=True)
class ProgramClassRow:
    class_project: str
    class_name: str  # รุ่นที่ 1
    class_days: str
    class_venue: str
    class_people: int
    class_state: str


@dataclass(frozen=True, slots=True)
class ProgramFundRow:
    fund_name: str
    fund_planned: Satang | None
    fund_set: Satang | None


@dataclass(frozen=True, slots=True)
class ProgramPart:
    """Stands in a list of one where the year has a list of projects."""

    program_told: str
    program_rows: tuple[ProgramRow, ...]
    class_rows: tuple[ProgramClassRow, ...]
    program_funds: tuple[ProgramFundRow, ...]


def program_parts(office: Office, draft: PlanDraft, year: int, program: YearProgram) -> tuple[ProgramPart, ...]:
    if not program.projects:
        return ()
    lines = program_lines(draft, year, program)
    of_plan = [project.id for project in draft.budgeted_projects if year in project.active_years]
    return (
        ProgramPart(
            program_told=_told(lines, program.classes),
            program_rows=tuple(_row(number, line) for number, line in _numbered(lines, of_plan)),
            class_rows=tuple(_classes(program)),
            program_funds=tuple(_funds(office, draft, year, program)),
        ),
    )


def _numbered(lines: Sequence[ProgramLine], of_plan: Sequence[int]) -> list[tuple[int, ProgramLine]]:
    """Projects of the plan's table of the year keep the numbers they have in it; the others are counted on."""
    known = {project: number for number, project in enumerate(of_plan, start=1)}
    fresh = count(len(of_plan) + 1)
    found = [(known.get(line.planned.id) if line.planned else None, line) for line in lines]
    return sorted(((number or next(fresh), line) for number, line in found), key=lambda one: one[0])


def _told(lines: Sequence[ProgramLine], classes: Sequence[PlannedClass]) -> str:
    listed = [line.year_project for line in lines if line.year_project is not None]
    states = Counter(one.status for one in listed)
    outside = sum(line.outside for line in lines)
    parts = [f"จัดทำโครงการประจำปีแล้ว {len(listed):,} โครงการ เป็นโครงการตามแผน {len(listed) - outside:,} โครงการ"]
    for found, words in (
        (outside, "นอกแผน"), (states[YearProjectStatus.POSTPONED], "เลื่อน"), (states[YearProjectStatus.CANCELLED], "ยกเลิก"),
        (len(lines) - len(listed), "ตามแผนที่ยังไม่ได้จัดทำ"),
    ):  # fmt: skip
        parts += [f"{words} {found:,} โครงการ"] if found else []
    kept = [one for one in classes if one.status is not ClassStatus.CANCELLED]
    people = sum(one.people for one in kept)
    parts += [f"กำหนดจัด {len(kept):,} รุ่น ผู้เข้ารับการพัฒนา {people:,} คน"] if kept else []
    parts += [f"ยกเลิก {len(classes) - len(kept):,} รุ่น"] if len(kept) < len(classes) else []
    return " ".join(parts)


def _row(number: int, line: ProgramLine) -> ProgramRow:
    one, planned = line.year_project, line.planned
    title = one.title if one is not None else planned.title if planned is not None else ""
    return ProgramRow(
        label=f"({number}) {title}",
        origin=OUTSIDE if line.outside else IN_PLAN,
        state=term(one.status) if one is not None else _NOT_LISTED,
        plan_amount=line.plan_amount or None,
        set_amount=line.set_amount or None,
        change="\n".join(_changes(line)) or _NOTHING,
    )


def _changes(line: ProgramLine) -> Iterator[str]:
    one, planned = line.year_project, line.planned
    if one is None:
        return
    if one.outside_plan:
        yield f"เหตุผล: {one.outside_reason.strip() or 'ยังไม่ได้ระบุ'}"
    elif line.outside:
        yield "เป็นโครงการของแผนพัฒนาอื่นที่ใช้ในปีเดียวกัน"
    if one.status in ENDED:
        yield f"{term(one.status)}: {one.status_reason.strip() or 'ยังไม่ได้ระบุเหตุผล'}"
    if planned is not None and one.title.strip() != planned.title.strip():
        yield f"ชื่อตามแผน: {planned.title}"
    if line.difference:
        word = "มากกว่า" if line.difference > 0 else "น้อยกว่า"
        yield f"ตั้งงบประมาณ{word}แผน {format_baht(abs(line.difference))} บาท"


def _classes(program: YearProgram) -> Iterator[ProgramClassRow]:
    titles = {one.id: one.title for one in program.projects}
    for held in program.classes:
        yield ProgramClassRow(
            class_project=with_origin(held.title or titles.get(held.project, ""), held.carried_from),
            class_name=f"รุ่นที่ {held.number}",
            class_days=day_span(held.starts_on, held.ends_on) or _NOTHING,
            class_venue=held.venue or _NOTHING,
            class_people=0 if held.status is ClassStatus.CANCELLED else held.people,
            class_state=term(held.status),
        )


def _funds(office: Office, draft: PlanDraft, year: int, program: YearProgram) -> Iterator[ProgramFundRow]:
    """By source, in the catalogue's order; money whose source is not told comes last."""
    planned: Counter[int | None] = Counter()
    for project in draft.budgeted_projects:
        for budget in project.budgets:
            planned[budget.fund] += budget.amount if budget.year == year else 0
    was_set = set_by_fund(program)
    for fund in office.catalogue.funds:
        if planned[fund.id] or fund.id in was_set:
            yield ProgramFundRow(fund.name, planned[fund.id] or None, was_set.get(fund.id))
    known = {fund.id for fund in office.catalogue.funds}
    left = sum(amount for fund, amount in planned.items() if fund not in known)
    left_set = sum(amount for fund, amount in was_set.items() if fund not in known)
    if left or left_set:
        yield ProgramFundRow("ไม่ได้ระบุแหล่งงบประมาณ", left or None, left_set or None)
