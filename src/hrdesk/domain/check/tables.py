"""Both tables have a column for everything the plan speaks of (seed 000, parts 5.1, 6 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from hrdesk.domain.check.case import PlanCase
from hrdesk.domain.office import Organizer
from hrdesk.domain.terms import OrganizerKind
from hrdesk.errors import Problem, Severity

_MONITORING = "ตารางการติดตามประเมินผล"


def organizer_without_column(case: PlanCase) -> Iterator[Problem]:
    """Seed 000: กรมส่งเสริมการปกครองท้องถิ่น has a column in the budget table and none in the monitoring table."""
    other = _other_heading(case)
    for organizer in case.catalogue.organizers:
        if organizer.in_budget_table and not organizer.in_monitoring_table:
            start = f"“{organizer.name}” มีช่องในตารางงบประมาณ แต่ไม่มีช่องใน{_MONITORING} "
            end = f"จะแสดงรวมในช่อง “{other}”" if other else "และไม่มีช่องหน่วยงานอื่นให้แสดงรวม"
            severity = Severity.WARNING if other else Severity.ERROR
            yield _organizer(organizer, start + end, severity, "organizer.no-monitoring-column")


def organizer_without_budget_column(case: PlanCase) -> Iterator[Problem]:
    used = {i for p in case.draft.budgeted_projects for i in p.organizers}
    columns = {o.kind for o in case.catalogue.organizers if o.in_budget_table}
    for organizer in case.catalogue.organizers:
        if organizer.id in used and not organizer.in_budget_table and OrganizerKind.OTHER not in columns:
            text = f"“{organizer.name}” ดำเนินโครงการในแผน แต่ไม่มีช่องในตารางงบประมาณ"
            yield _organizer(organizer, text, Severity.ERROR, "organizer.no-budget-column")


def _other_heading(case: PlanCase) -> str:
    for organizer in case.catalogue.organizers:
        if organizer.in_monitoring_table and organizer.kind is OrganizerKind.OTHER:
            return organizer.monitoring_heading
    return ""


def _organizer(organizer: Organizer, text: str, severity: Severity, code: str) -> Problem:
    return Problem(f"organizer:{organizer.id}", text, severity, code, f"หน่วยดำเนินการ “{organizer.name}”")


def method_without_column(case: PlanCase) -> Iterator[Problem]:
    """Seed 000: part 5.1 names five methods, the monitoring table has three.

    Only odd while no project uses the method; wrong when one does, for its tick has nowhere to stand.
    """
    used = {i for p in case.draft.budgeted_projects for i in p.methods}
    for method in case.catalogue.methods:
        if method.in_monitoring_table:
            continue
        text = f"“{method.name}” อยู่ในข้อ 5.1 แต่ไม่มีช่องใน{_MONITORING}"
        severity = Severity.WARNING
        if method.id in used:
            text += " และมีโครงการที่ใช้วิธีนี้ เครื่องหมายของโครงการจะหายไปจากตาราง"
            severity = Severity.ERROR
        place = f"วิธีการพัฒนา “{method.name}”"
        yield Problem(f"method:{method.id}", text, severity, "method.no-monitoring-column", place)
