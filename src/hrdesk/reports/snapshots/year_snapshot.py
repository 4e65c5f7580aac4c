"""Build what the monitoring forms read from a year's figures and the officer's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from hrdesk.domain.fiscal import FiscalYear, PlanPeriod
from hrdesk.domain.monitoring import EvaluationSchedule, OpenItem
from hrdesk.domain.office import Office
from hrdesk.domain.statistics import percent
from hrdesk.domain.terms import term
from hrdesk.domain.year_figures import ClassOutcome, Coverage, ProjectOutcome, YearFigures
from hrdesk.reports.document import Block, FillIn, FillPart, Paragraph, Run
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.reports.snapshots.year_charts import budget_chart, coverage_chart, opinion_chart, years_chart
from hrdesk.reports.snapshots.year_values import (
    AnnualSnapshot,
    ClassRow,
    CoverageRow,
    EvidenceRow,
    ItemRow,
    OrganizerRow,
    ProgressRow,
    ResultRow,
    RoundRow,
    RoundSnapshot,
    ScheduleRow,
    ScheduleSnapshot,
    SkillPart,
    YearRow,
)
from hrdesk.reports.svg import drawn
from hrdesk.thai.dates import day_span, long_date
from hrdesk.thai.numbers import format_baht

NOTHING = "-"
OUTSIDE = "โครงการนอกแผน"
UNNAMED = "ไม่ระบุหน่วยดำเนินการ"
PERCENT = "ร้อยละ"


def round_snapshot(
    office: Office, period: PlanPeriod, figures: YearFigures, *, number: int,
    items: Iterable[OpenItem], texts: tuple[str, str],
) -> RoundSnapshot:  # fmt: skip
    """`texts` are findings and recommendations."""
    return RoundSnapshot(
        **_year_words(office, period, figures),
        number=str(number),
        item_rows=tuple(ItemRow(item.text, item.explanation) for item in items),
        findings=_paragraphs(texts[0]),
        recommendations=_paragraphs(texts[1]),
    )


def annual_snapshot(
    office: Office, period: PlanPeriod, figures: YearFigures, *, years: Sequence[YearFigures],
    texts: tuple[str, str, str], evidence: Iterable[EvidenceRow], skills: SkillPart | None = None,
) -> AnnualSnapshot:  # fmt: skip
    """`texts` are summary, problems and suggestions."""
    return AnnualSnapshot(
        **_year_words(office, period, figures),
        result_rows=tuple(_result(project, figures.year) for project in figures.projects),
        organizer_rows=_organizers(figures),
        year_rows=tuple(_year(each) for each in years),
        evidence_rows=tuple(evidence),
        summary=_paragraphs(texts[0]) if texts[0].strip() else (),
        problems=_paragraphs(texts[1]),
        suggestions=_paragraphs(texts[2]),
        years_chart=drawn(years_chart(years)),
        skill_parts=(skills,) if skills else (),
    )


def schedule_snapshot(
    office: Office, period: PlanPeriod, schedule: EvaluationSchedule, titles: Mapping[int, str]
) -> ScheduleSnapshot:
    methods = {method.id: method.short_name for method in office.catalogue.evaluations}
    rows = tuple(
        ScheduleRow(
            titles[entry.project], "\n".join(f"- {methods[m]}" for m in entry.evaluations if m in methods),
            entry.evaluator, entry.due, f"{entry.follow_months} เดือน" if entry.follow_months else NOTHING, entry.note,
        )
        for entry in schedule.entries
        if entry.project in titles
    )  # fmt: skip
    return ScheduleSnapshot(
        **{**office_words(office), **_plan_words(office, period)},
        year=str(schedule.year),
        schedule_rows=rows,
        round_rows=_rounds(schedule),
    )


def _rounds(schedule: EvaluationSchedule) -> tuple[RoundRow, ...]:
    """Each covers what lies between the round before and its own day."""
    rows, start = [], FiscalYear(schedule.year).start
    for each in schedule.rounds:
        covers = day_span(start, each.as_at) if each.as_at else ""
        rows.append(RoundRow(each.number, each.as_at, covers))
        start = each.as_at + timedelta(days=1) if each.as_at else start
    return tuple(rows)


def _plan_words(office: Office, period: PlanPeriod) -> dict[str, str]:
    return {"plan_title": f"แผนพัฒนา{office.organization.wording.staff} {period.count} ปี", "period": period.label}


def _year_words(office: Office, period: PlanPeriod, figures: YearFigures) -> dict[str, Any]:
    people, opinions = figures.people, figures.opinions
    return {
        **office_words(office),
        **_plan_words(office, period),
        "year": str(figures.year),
        "as_at": long_date(figures.as_at),
        "projects": f"{len(figures.projects):,}",
        "projects_carried": f" (รวมโครงการที่ดำเนินการต่อเนื่องจากปีก่อน {figures.carried:,} โครงการ)" if figures.carried else "",
        "projects_done": f"{figures.done:,}",
        "classes_held": f"{figures.classes_held:,}",
        "people_planned": f"{figures.people_planned:,}",
        "people_attended": f"{people.attended:,}",
        "people_passed": f"{people.passed:,}",
        "budget_planned": format_baht(figures.budget_planned),
        "budget_used": format_baht(figures.budget_used),
        "budget_percent": _said(percent(figures.budget_used, figures.budget_planned)),
        "staff_count": f"{figures.whole.people:,}",
        "staff_developed": f"{figures.whole.developed:,}",
        "staff_percent": _said(figures.whole.percent),
        "satisfaction": f"{opinions.spread.mean} ({opinions.word})" if opinions.spread.n else "ยังไม่มีข้อมูล",
        "attendance": _said(figures.attendance),
        "progress_rows": tuple(_progress(project, figures.year) for project in figures.projects),
        "class_rows": tuple(_class(p, each) for p in figures.projects for each in p.classes),
        "unit_rows": _coverage(figures.by_unit),
        "type_rows": _coverage(figures.by_type),
        "group_rows": _coverage(figures.by_group),
        "budget_chart": drawn(budget_chart(figures)),
        "coverage_chart": drawn(coverage_chart(figures, figures.by_unit)),
        "opinion_chart": drawn(opinion_chart(figures)),
    }


def _said(value: object | None) -> str:
    return NOTHING if value is None else str(value)


def _over_the_end(project: ProjectOutcome, year: int) -> Iterator[str]:
    """What the year's table does not hold of the project, and where it is told."""
    if project.carried_from is not None:
        yield f"ดำเนินการต่อเนื่องจากปีงบประมาณ พ.ศ. {project.carried_from} เป้าหมายและงบประมาณแสดงในปีนั้น"
    last = FiscalYear(year).last_day
    for each in project.classes:
        if each.last_day is not None and each.last_day > last and not each.cancelled:
            yield f"รุ่นที่ {each.number} สิ้นสุดหลังสิ้นปีงบประมาณ ผลแสดงในปีงบประมาณ พ.ศ. {FiscalYear.of(each.last_day)}"


def _progress(project: ProjectOutcome, year: int) -> ProgressRow:
    people = project.people
    said = (OUTSIDE if project.outside else "", *_over_the_end(project, year), project.reason)
    remark = "\n".join(text for text in said if text)
    return ProgressRow(
        project.title, project.organizer or NOTHING, project.status_word, project.people_planned, people.attended, people.passed,
        project.budget_planned, project.budget_used, remark,
    )  # fmt: skip


def _result(project: ProjectOutcome, year: int) -> ResultRow:
    lines = [
        (each.name, _measured(each.target, each.unit), _measured(each.result, each.unit))
        for each in project.indicators
    ]
    lines.append(("ผู้เข้ารับการพัฒนา", *_people_said(project)))
    names, targets, results = zip(*lines, strict=True)
    said = [text for text in (*_over_the_end(project, year), project.reason, project.problems, project.suggestions) if text]
    return ResultRow(
        f"{project.title}\n({project.status_word})", project.organizer or NOTHING, _listed(names), _listed(targets), _listed(results),
        project.budget_planned, project.budget_used, "\n".join(said) or NOTHING,
    )  # fmt: skip


def _organizers(figures: YearFigures) -> tuple[OrganizerRow, ...]:
    counts = Counter(project.organizer for project in figures.projects)
    return tuple(
        OrganizerRow(name or UNNAMED, counts[name], money.planned, money.used, percent(money.used, money.planned))
        for name, money in figures.by_organizer.items()
    )


def _people_said(project: ProjectOutcome) -> tuple[str, str]:
    """How many were to come, and how many came; a dash where no number was set and no class is over."""
    planned = f"{project.people_planned:,} คน" if project.people_planned else NOTHING
    came = f"{project.people.attended:,} คน ผ่าน {project.people.passed:,}" if project.held else NOTHING
    return planned, came


def _measured(value: str, unit: str) -> str:
    """80 คน, but ร้อยละ 80."""
    if not value:
        return NOTHING
    parts = (unit, value) if unit == PERCENT else (value, unit)
    return " ".join(part for part in parts if part)


def _listed(lines: Sequence[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"{n}. {line}" for n, line in enumerate(lines, start=1))


def _class(project: ProjectOutcome, each: ClassOutcome) -> ClassRow:
    title = f"{each.title or project.title} รุ่นที่ {each.number}{f' ({term(each.status)})' if each.cancelled else ''}"
    gain = each.gain.gain.mean if each.gain else None
    opinion = each.satisfaction
    return ClassRow(
        title=title,
        dates=day_span(each.starts, each.ends),
        people=each.people.all,
        passed=each.people.passed,
        failed=each.people.failed,
        absent=each.people.absent,
        pending=each.people.pending,
        attendance=percent(each.present, each.marks),
        gain=gain,
        satisfaction=opinion.spread.mean if opinion else None,
        word=opinion.word if opinion else "",
    )


def _coverage(rows: Iterable[Coverage]) -> tuple[CoverageRow, ...]:
    return tuple(CoverageRow(row.name, row.people, row.developed, row.percent) for row in rows)


def _year(figures: YearFigures) -> YearRow:
    people = figures.people
    return YearRow(
        str(figures.year), len(figures.projects), figures.done, figures.classes_held, people.attended, people.passed,
        figures.budget_planned, figures.budget_used, figures.whole.percent,
    )  # fmt: skip


def _paragraphs(text: str) -> tuple[Block, ...]:
    """The officer's lines; two to write on where there are none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(Paragraph((Run(line),)) for line in lines) or (FillIn((FillPart(""),)),) * 2
