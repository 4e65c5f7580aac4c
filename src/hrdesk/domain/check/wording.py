"""The plan calls things by their right names: its period, its budget law, the laws its courses cite."""

from __future__ import annotations

from collections.abc import Iterator

from hrdesk.domain.check.case import PlanCase, chapter_place
from hrdesk.domain.copied import unconfirmed
from hrdesk.domain.fiscal import PLAN_YEARS
from hrdesk.domain.office import in_force
from hrdesk.domain.terms import WORDINGS
from hrdesk.errors import Problem, Severity

FIRST_BE_YEAR = 2400  # a smaller number is a year of the Common Era
_SNIPPET = 24  # characters shown on each side of a wrong word


def period_length(case: PlanCase) -> Iterator[Problem]:
    count = case.draft.period.count
    if count != PLAN_YEARS:
        text = f"แผนมี {count} ปีงบประมาณ ต้องเป็นแผน {PLAN_YEARS} ปี"
        yield Problem("plan.period", text, code="plan.period-length", place="ระยะเวลาของแผน")


def period_era(case: PlanCase) -> Iterator[Problem]:
    first = case.draft.period.first
    if first < FIRST_BE_YEAR:
        text = f"ปีแรกของแผน ({first}) ไม่ใช่ปี พ.ศ. กรุณาระบุเป็นปีพุทธศักราช"
        yield Problem("plan.period", text, code="plan.period-era", place="ระยะเวลาของแผน")


def budget_law(case: PlanCase) -> Iterator[Problem]:
    """Seed 000, part 6: a municipality's budget law is called ข้อบัญญัติ."""
    right, used = case.wording.budget_law, case.draft.budget_law.strip()
    if used and used != right:
        text = f"ใช้คำว่า “{used}” แต่กฎหมายงบประมาณของ{case.wording.body}เรียกว่า “{right}”"
        yield Problem("plan.budget_law", text, code="plan.budget-law", place="ส่วนที่ 6 งบประมาณ")


def budget_law_in_chapters(case: PlanCase) -> Iterator[Problem]:
    right = case.wording.budget_law
    for key, text in case.texts.items():
        for wrong in sorted({w.budget_law for w in WORDINGS.values()} - {right}):
            if count := text.count(wrong):
                found = f"พบคำว่า “{wrong}” {count} แห่ง (“{_around(text, wrong)}”) ที่ถูกคือ “{right}”"
                yield Problem(f"chapter:{key}", found, code="chapter.budget-law", place=chapter_place(key))


def _around(text: str, word: str) -> str:
    at = text.index(word)
    start, end = max(0, at - _SNIPPET), at + len(word) + _SNIPPET
    line_start, line_end = text.rfind("\n", start, at), text.find("\n", at, end)
    return text[max(start, line_start + 1) : line_end if line_end > 0 else end].strip()


def empty_chapters(case: PlanCase) -> Iterator[Problem]:
    for key, text in case.draft.chapters.items():
        if not text.strip():
            yield Problem(f"chapter:{key}", "บทนี้ไม่มีข้อความ", code="chapter.empty", place=chapter_place(key))


def replaced_laws(case: PlanCase) -> Iterator[Problem]:
    """Seed 000, part 4.2 cites the house and land tax act of 2475, among others long repealed."""
    laws = {law.id: law for law in case.catalogue.laws if law.replaced_by is not None}
    for course in case.catalogue.courses:
        law = laws.get(course.law or 0)
        now = in_force(case.catalogue.laws, course.law)
        if law and now:
            cited = "กฎหมายที่อ้างถึง" if law.title in course.title else law.title
            yield Problem(
                f"course:{course.id}.law",
                f"{cited} ถูกยกเลิกแล้ว ปัจจุบันใช้{now.title}",
                Severity.WARNING,
                "course.replaced-law",
                f"ส่วนที่ 4 หลักสูตร “{course.title}”",
            )


def announcement(case: PlanCase) -> Iterator[Problem]:
    """Part 1 cites the provincial committee's announcement by date and clause."""
    place = chapter_place("principles")
    if case.draft.committee_announcement_date is None:
        text = f"ยังไม่ได้ระบุวันที่ของประกาศ{case.wording.provincial_committee_full}ที่ใช้อ้างอิง"
        yield Problem(
            "plan.committee_announcement_date", text, Severity.WARNING, "plan.no-announcement-date", place
        )
    if not case.draft.committee_announcement_clauses.strip():
        text = "ยังไม่ได้ระบุหมวดหรือข้อของประกาศที่ใช้อ้างอิง"
        yield Problem(
            "plan.committee_announcement_clauses",
            text,
            Severity.WARNING,
            "plan.no-announcement-clauses",
            place,
        )


def unconfirmed_copies(case: PlanCase) -> Iterator[Problem]:
    """Law names, dates and budgets that the wizard copied forward and nobody looked at yet."""
    for fact in unconfirmed(case.draft, case.office):
        text = f"คัดลอกมาจากแผนก่อนเป็น “{fact.text}” กรุณายืนยันหรือแก้ไข"
        yield Problem(f"copied:{fact.key}", text, code="plan.unconfirmed", place=fact.what)


def responsible(case: PlanCase) -> Iterator[Problem]:
    if not case.draft.responsible:
        text = "ยังไม่ได้ระบุผู้รับผิดชอบแผน"
        yield Problem("plan.responsible", text, Severity.WARNING, "plan.no-responsible", "ข้อ 5.3 ผู้รับผิดชอบ")
