"""Build what the proposal of a year's project reads (F10)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hrdesk.domain.reach import meant_for
from hrdesk.domain.training_terms import IndicatorKind, ProposalPart
from hrdesk.domain.year_project import spoken_organizers
from hrdesk.reports.document import Block, FillIn, FillPart, ListItem, Paragraph, Run
from hrdesk.reports.snapshots.class_snapshot import DOTS, SHORT_DOTS, held_on
from hrdesk.reports.snapshots.project_values import CostRow, IndicatorRow, ProjectSnapshot
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import arabic_digits, baht_text, format_baht, format_decimal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrdesk.domain.fiscal import PlanPeriod
    from hrdesk.domain.office import Office
    from hrdesk.domain.year_project import YearProject

_LINES_BY_HAND = 2
_SAID_BY_FORM = (ProposalPart.GOALS, ProposalPart.APPROACH, ProposalPart.SCHEDULE, ProposalPart.EVALUATION)
_MARKED = re.compile(r"([-•]|\d+(?:\.\d+)*[.)]|\(\d+\))\s+(.+)")


def project_snapshot(
    office: Office, project: YearProject, period: PlanPeriod | None, attendance_percent: int
) -> ProjectSnapshot:
    """`period` is that of the plan the project is of; None outside it."""
    catalogue = office.catalogue
    funds = {one.id: one.name for one in catalogue.funds}
    budget = project.budget.planned
    texts: dict[str, Any] = {part.value: _part(project, part) for part in ProposalPart}
    return ProjectSnapshot(
        **office_words(office),
        year=str(project.year),
        project_title=project.title,
        basis=_basis(office, project, period),
        memo_number=project.memo_number,
        memo_date=long_date(project.memo_date) if project.memo_date else "",
        responsible=project.responsible or office.organization.hr_unit,
        organizer=spoken_organizers(catalogue.organizers, project.organizers, office.organization.full_name) or DOTS,
        venue=project.venue or DOTS,
        people=f"{project.people:,}" if project.people else SHORT_DOTS,
        dates=held_on(project.starts_on, project.ends_on),
        hours=_hours(project.lecture + project.other),
        lecture_hours=_hours(project.lecture),
        other_hours=_hours(project.other),
        budget_total=format_baht(budget),
        budget_words=baht_text(budget),
        cost_words=baht_text(project.cost),
        attendance_percent=str(attendance_percent),
        methods=_chosen({one.id: one.name for one in catalogue.methods}, project.methods),
        targets=meant_for((project,), office) or (DOTS,),
        courses=_chosen({one.id: one.title for one in catalogue.courses}, project.courses),
        **texts,
        cost_rows=tuple(CostRow(c.item, c.unit_price, c.quantity, c.unit, c.times, c.amount) for c in project.costs),
        sources=tuple(f"{funds.get(f.fund or 0, 'ไม่ระบุแหล่ง')} {format_baht(f.planned)} บาท" for f in project.funds)
        or (f"ไม่ใช้งบประมาณ {DOTS}",),
        output_rows=_indicators(project, IndicatorKind.OUTPUT),
        outcome_rows=_indicators(project, IndicatorKind.OUTCOME),
    )


def _part(project: YearProject, part: ProposalPart) -> tuple[Block, ...]:
    """The officer's text; where there is none, lines to write on unless the form says something there itself."""
    written = officer_blocks(project.texts.get(part, ""))
    return written or (() if part in _SAID_BY_FORM else (FillIn((FillPart(""),)),) * _LINES_BY_HAND)


def officer_blocks(text: str) -> tuple[Block, ...]:
    """Lines of the officer's as paragraphs and, where they begin like one, as list items."""
    lines = [line.strip() for line in arabic_digits(text).splitlines() if line.strip()]
    return tuple(_officer_block(line) for line in lines)


def _officer_block(line: str) -> Block:
    match = _MARKED.fullmatch(line)
    if match is None:
        return Paragraph((Run(line),))
    return ListItem("-" if match[1] == "•" else match[1], (Run(match[2]),))


def _basis(office: Office, project: YearProject, period: PlanPeriod | None) -> str:
    staff = office.organization.wording.staff
    if period is not None:
        return (
            f"ตามแผนพัฒนา{staff} {period.count} ปี พ.ศ. {period.label} ได้กำหนด{_before_more(project.title)}"
            f"ไว้ในแผนการดำเนินการประจำปีงบประมาณ พ.ศ. {project.year}"
        )
    reason = f" เนื่องจาก{project.outside_reason}" if project.outside_reason else ""
    return f"{_before_more(project.title)}เป็นโครงการที่ดำเนินการนอกแผนพัฒนา{staff} ในปีงบประมาณ พ.ศ. {project.year}{reason}"


def _before_more(title: str) -> str:
    """A space after ฯ, as after any abbreviation."""
    return f"{title} " if title.endswith("ฯ") else title


def _hours(hundredths: int) -> str:
    return format_decimal(hundredths) if hundredths else SHORT_DOTS


def _chosen(names: Mapping[int, str], ids: Sequence[int]) -> tuple[str, ...]:
    return tuple(names[one] for one in ids if one in names) or (DOTS,)


def _indicators(project: YearProject, kind: IndicatorKind) -> tuple[IndicatorRow, ...]:
    return tuple(IndicatorRow(one.name, one.target, one.unit) for one in project.indicators if one.kind is kind)
