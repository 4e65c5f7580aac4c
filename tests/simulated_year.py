"""A year of the sample office, lived through its services: three classes a month, sixty people, three rounds.

What was done is written down in a ledger of plain values, from which a test works out every figure again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hrdesk.domain.evaluation import Sheet
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.training import ClassTest, half_days
from hrdesk.domain.training_terms import TestKind, YearProjectStatus
from hrdesk.domain.year_project import FundUse
from hrdesk.services.monitoring.rounds import AnnualTexts, EvidenceItem
from hrdesk.services.training.values import CandidateQuery

YEAR = 2566
PEOPLE, MONTHS, A_MONTH, IN_CLASS = 60, 12, 3, 20
FULL, PASSING = 2000, 1200  # hundredths
CLOSED_ON = date(2023, 10, 5)
NAMES = ("กานดา", "สมหมาย", "วิภา", "อารีย์", "ธนา", "มาลี", "ประเสริฐ", "จันทร์", "สุดา", "ปรีชา")


@dataclass
class HeldClass:
    """`marks` by person, in the order of the half-days; `points` by person, in hundredths before and after."""

    project: int
    end: date
    marks: dict[int, list[bool]] = field(default_factory=dict)
    points: dict[int, tuple[int, int]] = field(default_factory=dict)
    levels: list[int] = field(default_factory=list)  # every answer of every form

    def result(self, person: int) -> str:
        marks = self.marks[person]
        if not any(marks):
            return "absent"
        enough = sum(marks) * 100 >= 80 * len(marks)
        return "passed" if enough and self.points[person][1] >= PASSING else "failed"


@dataclass
class Ledger:
    plan: int = 0
    classes: list[HeldClass] = field(default_factory=list)
    money: dict[int, tuple[int, int]] = field(default_factory=dict)  # project → set aside, spent
    staff: list[int] = field(default_factory=list)


def live_through(services, seed: int = 2566) -> Ledger:
    chance, ledger = random.Random(seed), Ledger(services.planning.plans()[0].id)
    _hire(services)
    ledger.staff = [one.staff for one in services.classes.candidates(CandidateQuery())]
    projects, _ = services.year_projects.add_from_plan(YEAR)
    _schedule(services, ledger.plan)
    start = FiscalYear(YEAR).start
    for month in range(MONTHS):
        first = date(start.year + (start.month + month - 1) // 12, (start.month + month - 1) % 12 + 1, 3)
        for turn in range(A_MONTH):
            project = projects[(month * A_MONTH + turn) % (len(projects) - 1)]  # the last is never begun
            ledger.classes.append(_hold(services, project, first + timedelta(days=7 * turn), ledger.staff, chance))
    for place, project in enumerate(projects):
        _spend(services, ledger, project, place, done=place < len(projects) - 1)
    _close_rounds(services, ledger.plan)
    return ledger


def _hire(services) -> None:
    """Contract staff without a post until the office has its sixty."""
    there = len(services.classes.candidates(CandidateQuery()))
    for number in range(PEOPLE - there):
        services.register.save_person(PersonRecord(0, "นาย", NAMES[number % len(NAMES)], f"บ้านใหม่{'ก' * (number // 10)}"))


def _schedule(services, plan: int) -> None:
    proposal = services.schedules.propose(plan, YEAR)
    entries = tuple(replace(entry, evaluations=entry.evaluations or (1,)) for entry in proposal.entries)
    services.schedules.save(replace(proposal, entries=entries))


def _hold(services, project: int, first: date, staff: list[int], chance: random.Random) -> HeldClass:
    last = first + timedelta(days=1)
    held = HeldClass(project, last)
    blank = services.classes.blank(project)
    tests = (ClassTest(TestKind.PRE, FULL, PASSING), ClassTest(TestKind.POST, FULL, PASSING))
    sessions = half_days(first, last, weekends=True)
    made = replace(blank, starts_on=first, ends_on=last, sessions=sessions, tests=tests, lecture=600, other=600)
    class_id, _ = services.classes.save(made)
    services.classes.add(class_id, chance.sample(staff[:-7], IN_CLASS))
    people = services.classes.participants(class_id)
    cells = {}
    for one in people:
        absent = chance.random() < 0.05
        held.marks[one.staff] = [not absent and chance.random() < 0.95 for _ in sessions]
        cells.update({(one.id, s.day, s.half): there for s, there in zip(sessions, held.marks[one.staff], strict=True)})
    services.attendance.mark(class_id, cells)
    came = [one for one in people if any(held.marks[one.staff])]
    for one in came:
        before = chance.randrange(500, 1500, 50)
        held.points[one.staff] = (before, min(FULL, before + chance.randrange(-100, 900, 50)))
    scores = {(one.id, kind): held.points[one.staff][at] for one in came for at, kind in enumerate(TestKind)}
    services.scores.write(class_id, scores)
    questions = [question.id for question in services.opinions.questions(class_id)]
    sheets = [Sheet(0, 0, {q: chance.choice((5, 5, 4, 4, 4, 3, 2)) for q in questions}) for _ in came[::2]]
    services.opinions.save_sheets(class_id, sheets)
    held.levels = [level for sheet in sheets for level in sheet.levels.values()]
    services.classes.complete(class_id)
    return held


def _spend(services, ledger: Ledger, project_id: int, place: int, *, done: bool) -> None:
    project = services.year_projects.load(project_id)
    funds = project.funds or (FundUse(None, 2_000_000),)
    used = tuple(replace(fund, used=fund.planned * (60 + place) // 100 if done else 0) for fund in funds)
    status = YearProjectStatus.DONE if done else YearProjectStatus.POSTPONED
    reason = "" if done else "หน่วยงานผู้จัดเลื่อนไปปีถัดไป"
    services.year_projects.save(replace(project, funds=used, people=40, status=status, status_reason=reason))
    ledger.money[project_id] = (sum(fund.planned for fund in used), sum(fund.used for fund in used))


def _close_rounds(services, plan: int) -> None:
    for report in services.monitoring.rounds(plan, YEAR):
        shown = services.monitoring.round(report.id, CLOSED_ON)
        said = {item.key: "กำหนดติดตามในไตรมาสถัดไป" for item in shown.items}
        written = replace(report, findings="ดำเนินการตามแผน", recommendations="ควรเริ่มจัดตั้งแต่ไตรมาสแรก")
        services.monitoring.save_round(written, said)
        services.monitoring.close_round(report.id, CLOSED_ON)
    services.monitoring.save_annual_texts(plan, YEAR, AnnualTexts("บุคลากรได้รับการพัฒนาตามเป้าหมาย", "งบประมาณจำกัด", "ควรจัดร่วมกับหน่วยงานใกล้เคียง"))
    services.monitoring.save_evidence(plan, YEAR, (EvidenceItem("ใบลงชื่อผู้เข้าอบรมทุกรุ่น", kept_at="แฟ้มโครงการ"),))
