"""A year of the sample office as values: what the monitoring forms are printed from in the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import EvaluationSchedule, ScheduleEntry, proposed_rounds
from hrdesk.domain.needs import Attainment
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.statistics import Score, gain_result, scale_result
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_figures import (
    ClassOutcome,
    Coverage,
    IndicatorOutcome,
    PeopleCount,
    ProjectOutcome,
    YearFigures,
    open_items,
)
from hrdesk.reports.snapshots.year_skills import skill_part
from hrdesk.reports.snapshots.year_snapshot import annual_snapshot, round_snapshot, schedule_snapshot
from hrdesk.reports.snapshots.year_values import EvidenceRow

YEAR = 2565
FINDINGS = """โครงการส่วนใหญ่ดำเนินการได้ตามแผน ผู้เข้าอบรมให้ความร่วมมือดี
การเบิกจ่ายเป็นไปตามระเบียบ มีเพียงโครงการที่ต้องส่งบุคลากรไปอบรมกับหน่วยงานอื่นที่ล่าช้าเพราะรอหลักสูตรเปิดรับสมัคร"""
ADVICE = "ควรจองหลักสูตรของหน่วยงานอื่นล่วงหน้าอย่างน้อยหนึ่งไตรมาส"


def _class(number: int, start: date, place: int) -> ClassOutcome:
    people = PeopleCount(passed=18 + place % 3, failed=place % 2, absent=1)
    scores = [Score(8 + i % 5, 13 + (i + place) % 6) for i in range(people.attended)]
    return ClassOutcome(
        number, number, "", ClassStatus.COMPLETED, start, start + timedelta(days=1), people, people.all * 4,
        people.attended * 4 - place % 3, gain_result(scores, 12), scale_result((9 + place % 4, 7, 2, 1, 0)), 4, 3 + (place % 4 > 0),
    )  # fmt: skip


def _project(place: int, title: str, budget: int) -> ProjectOutcome:
    start = FiscalYear(YEAR).start + timedelta(days=30 + 35 * place)
    return ProjectOutcome(
        f"year:{place + 1}", title, YearProjectStatus.DONE, organizer="เทศบาล", people_planned=40,
        budget_planned=budget, budget_used=budget * (17 - place) // 20 // 100 * 100, ends=start + timedelta(days=60),
        classes=(_class(1, start, place), _class(2, start + timedelta(days=40), place + 1)),
        indicators=(IndicatorOutcome("ร้อยละของผู้เข้าอบรมที่ผ่านการทดสอบ", "80", "ร้อยละ", "92.50"),),
        problems="กลุ่มเป้าหมายติดภารกิจเร่งด่วนบางส่วน" if place % 3 == 0 else "",
        suggestions="จัดหลายรุ่นให้เลือกเข้าอบรม" if place % 3 == 0 else "",
    )  # fmt: skip


@cache
def figures(draft_titles: tuple[tuple[str, int], ...], year: int = YEAR) -> YearFigures:
    projects = [_project(place, title, budget) for place, (title, budget) in enumerate(draft_titles)]
    projects[-1] = replace(projects[-1], status=YearProjectStatus.POSTPONED, reason="หน่วยงานเจ้าของหลักสูตรเลื่อนรุ่น", classes=())
    projects[-2] = replace(projects[-2], status=None, key="plan:8", classes=(), budget_used=0)
    outside = replace(projects[0], key="year:99", title="โครงการอบรมการป้องกันอัคคีภัยในสำนักงาน", outside=True, indicators=())
    return YearFigures(
        year, FiscalYear(year).last_day, (*projects, outside), Coverage("", 51, 44),
        (Coverage("สำนักปลัดเทศบาล", 19, 17), Coverage("กองคลัง", 11, 10), Coverage("กองช่าง", 9, 6),
         Coverage("กองสาธารณสุขและสิ่งแวดล้อม", 7, 6), Coverage("กองการศึกษา", 5, 5)),
        (Coverage("พนักงานเทศบาล", 30, 28), Coverage("พนักงานจ้างตามภารกิจ (ผู้มีทักษะ)", 12, 10), Coverage("พนักงานจ้างทั่วไป", 9, 6)),
        (Coverage("สายงานบริหารท้องถิ่น", 2, 2), Coverage("สายงานวิชาการ", 14, 13), Coverage("พนักงานจ้างทุกประเภท", 21, 16)),
    )  # fmt: skip


def year_figures(draft: PlanDraft, year: int = YEAR) -> YearFigures:
    return figures(tuple((project.title, project.budget(YEAR)) for project in draft.projects), year)


def round_sample(office: Office, draft: PlanDraft):
    found = year_figures(draft)
    items = [replace(i, explanation=i.explanation or "อยู่ระหว่างติดตาม จะแล้วเสร็จภายในเดือนตุลาคม") for i in open_items(found)]
    return round_snapshot(office, draft.period, found, number=3, items=items, texts=(FINDINGS, ADVICE))


def annual_sample(office: Office, draft: PlanDraft):
    evidence = (
        EvidenceRow("คำสั่งแต่งตั้งคณะกรรมการติดตามและประเมินผล", "ที่ 112/2564", date(2021, 10, 5), "แฟ้ม กจ. 3"),
        EvidenceRow("ใบลงชื่อผู้เข้าอบรมทุกรุ่น", "", None, "แฟ้มโครงการ"),
    )
    years = [year_figures(draft, 2564), year_figures(draft)]
    texts = ("ผลการดำเนินงานสูงกว่าปีก่อน", FINDINGS, ADVICE)
    found = year_figures(draft)
    return annual_snapshot(office, draft.period, found, years=years, texts=texts, evidence=evidence, skills=skills_sample())


def skills_sample():
    units = (
        Attainment("สำนักปลัดเทศบาล", 19, 19, 12, 19, 17), Attainment("กองคลัง", 11, 11, 8, 10, 10),
        Attainment("กองช่าง", 9, 7, 3, 6, 6), Attainment("กองสาธารณสุขและสิ่งแวดล้อม", 7, 6, 4, 6, 6),
        Attainment("กองการศึกษา", 5, 5, 2, 5, 5),
    )  # fmt: skip
    groups = (
        Attainment("ผู้บริหารระดับสูง", 2, 2, 1, 2, 2), Attainment("ผู้ทำงานด้านวิชาการ", 14, 14, 9, 14, 13),
        Attainment("ผู้ปฏิบัติงานอื่น", 35, 32, 19, 30, 29),
    )  # fmt: skip
    return skill_part(Attainment("", 51, 48, 29, 46, 44), units, groups)


def schedule_sample(office: Office, draft: PlanDraft):
    year = FiscalYear(YEAR)
    entries = tuple(
        ScheduleEntry(place, p.evaluations, "หัวหน้าส่วนราชการ", year.last_day) for place, p in enumerate(draft.projects)
    )
    schedule = EvaluationSchedule(draft.id, YEAR, entries, proposed_rounds(year))
    return schedule_snapshot(office, draft.period, schedule, dict(enumerate(p.title for p in draft.projects)))
