"""What a project is meant for and serves still exists; what the plan promises can be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hrdesk.domain.check.case import PlanCase
from hrdesk.domain.plan_parts import Indicator
from hrdesk.domain.plan_terms import LinkKind, OptionalPart
from hrdesk.domain.reach import GONE, reach_name
from hrdesk.domain.terms import term
from hrdesk.errors import Problem, Severity


def unknown_reaches(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        gone = [reach for reach in at.project.reaches if reach_name(reach, case.office) == GONE]
        if gone:
            kinds = ", ".join(dict.fromkeys(term(reach.kind) for reach in gone))
            text = f"ผู้รับการพัฒนาที่ระบุไว้บางรายการ ({kinds}) ไม่มีในทะเบียนแล้ว"
            yield at.error("unknown-reach", "reaches", text)


def unknown_links(case: PlanCase) -> Iterator[Problem]:
    """A strategy taken out of the plan would be linked to without a name."""
    codes = {strategy.code for strategy in case.draft.strategies}
    for at in case.projects():
        lost = [link.code for link in at.project.links if link.kind is LinkKind.OWN and link.code not in codes]
        if lost:
            text = f"เชื่อมโยงกับยุทธศาสตร์ที่ไม่มีในแผนแล้ว ({', '.join(lost)})"
            yield at.error("unknown-link", "links", text)


def strategy_codes(case: PlanCase) -> Iterator[Problem]:
    """`field` ends in the place of the first that is wrong, counted from 0, as it does for indicators."""
    codes = [strategy.code.strip() for strategy in case.draft.strategies]
    for code in dict.fromkeys(codes):
        if not code or codes.count(code) > 1:
            field = f"plan.strategies.{codes.index(code)}"
            text = f"รหัสยุทธศาสตร์ “{code}” ซ้ำกัน" if code else "มียุทธศาสตร์ที่ยังไม่มีรหัส"
            yield Problem(field, text, code="plan.strategy-code", place="ยุทธศาสตร์ของหน่วยงาน")


def indicators(case: PlanCase) -> Iterator[Problem]:
    for index, fault in _faults(case.draft.indicators):
        yield Problem(f"plan.indicators.{index}", fault, code="plan.indicator", place="ตัวชี้วัดของแผน")
    for at in case.projects():
        for index, fault in _faults(at.project.indicators):
            yield at.error("indicator", f"indicators.{index}", fault)


def _faults(found: Iterable[Indicator]) -> Iterator[tuple[int, str]]:
    for index, one in enumerate(found):
        if not one.name.strip() or not one.unit.strip():
            yield index, f"ตัวชี้วัดที่ {index + 1} ยังไม่มีชื่อหรือหน่วยนับ"
        elif not _is_number(one.quantity):
            yield index, f"ตัวชี้วัด “{one.name}” มีจำนวนเป็น “{one.quantity}” ซึ่งไม่ใช่ตัวเลข"


def _is_number(text: str) -> bool:
    from decimal import Decimal, InvalidOperation  # noqa: PLC0415 - most plans have no indicators

    try:
        return Decimal(text.replace(",", "")).is_finite()
    except InvalidOperation:
        return False


def empty_parts(case: PlanCase) -> Iterator[Problem]:
    """A part of the book chosen to be printed, with nothing in it."""
    draft = case.draft
    held = {
        OptionalPart.SWOT: bool(draft.swot),
        OptionalPart.ALIGNMENT: any(project.links for project in draft.projects),
        OptionalPart.INDICATORS: bool(draft.indicators) or any(project.indicators for project in draft.projects),
    }
    for part in draft.optional:
        if not held.get(part, True):
            text = f"เลือกพิมพ์ “{term(part)}” ไว้ แต่ยังไม่มีข้อมูล"
            yield Problem(f"plan.{part}", text, Severity.WARNING, "plan.empty-part", term(part))
