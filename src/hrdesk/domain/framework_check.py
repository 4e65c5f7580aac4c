"""What makes a skills framework hold together, whether it was shipped or brought in from a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from hrdesk.domain.framework import Criterion, Element, Framework, Item, Named, Role, Unit
from hrdesk.errors import Problem

Entry = Named | Unit | Element | Criterion | Item

_NOT_JUDGED = ("stage", "group", "area")
MINIMUM_PARTS = 2  # elements of a unit, criteria of an element, where any are given (seed 002, lines 98-100)


def check_framework(framework: Framework) -> tuple[Problem, ...]:
    """Duplicates, dangling codes and gaps, for roles as written (before `resolved`).

    `field` is `kind:code` or `role:stage/group.part`.
    """
    return (*_codes(framework), *_parents(framework), *_parts(framework), *_roles(framework))


def _codes(framework: Framework) -> Iterator[Problem]:
    """All that people are judged by shares one space of codes: a judgement names a code without saying of what."""
    seen: set[str] = set()
    spaces: dict[str, Sequence[Entry]] = {
        "stage": framework.stages,
        "group": framework.groups,
        "area": framework.areas,
        "unit": (*framework.units, *framework.elements, *framework.criteria),
        "knowledge": framework.knowledge,
        "experience": framework.experience,
        "trait": framework.traits,
        "competency": framework.competencies,
    }
    for kind, entries in spaces.items():
        for entry in entries:
            if not entry.code.strip():
                yield _problem("framework.no-code", f"{kind}:{entry.name}", "ไม่มีรหัส")
            if not entry.name.strip():
                yield _problem("framework.no-name", f"{kind}:{entry.code}", "ไม่มีชื่อ")
        judged = kind not in _NOT_JUDGED
        before = seen if judged else set()
        codes = Counter(entry.code for entry in entries)
        for code, times in codes.items():
            if times > 1 or code in before:
                yield _problem("framework.duplicate", f"{kind}:{code}", f"รหัส “{code}” ซ้ำกัน")
        seen |= set(codes) if judged else set()


def _parents(framework: Framework) -> Iterator[Problem]:
    areas = {area.code for area in framework.areas}
    units = {unit.code for unit in framework.units}
    elements = {element.code for element in framework.elements}
    for unit in framework.units:
        yield from _unknown(f"unit:{unit.code}.area", [unit.area], areas)
    for element in framework.elements:
        yield from _unknown(f"element:{element.code}.unit", [element.unit], units)
    for criterion in framework.criteria:
        yield from _unknown(f"criterion:{criterion.code}.element", [criterion.element], elements)


def _parts(framework: Framework) -> Iterator[Problem]:
    """No area without units, no unit with one element, no element with fewer than two criteria."""
    areas = Counter(unit.area for unit in framework.units)
    for area in framework.areas:
        if not areas[area.code]:
            yield _problem("framework.empty-area", f"area:{area.code}", "ไม่มีหน่วยความสามารถในด้านนี้")
    for unit, count in Counter(element.unit for element in framework.elements).items():
        if count < MINIMUM_PARTS:
            yield _problem("framework.few-elements", f"unit:{unit}", "ต้องมีความสามารถย่อยตั้งแต่ 2 ข้อขึ้นไป")
    criteria = Counter(criterion.element for criterion in framework.criteria)
    for element in framework.elements:
        if criteria[element.code] < MINIMUM_PARTS:
            where = f"element:{element.code}"
            yield _problem("framework.few-criteria", where, "ต้องมีเกณฑ์การปฏิบัติงานตั้งแต่ 2 ข้อขึ้นไป")


def _roles(framework: Framework) -> Iterator[Problem]:
    found = Counter((role.stage, role.group) for role in framework.roles)
    for stage in framework.stages:
        for group in framework.groups:
            if found[stage.code, group.code] != 1:
                text = "ซ้ำกัน" if found[stage.code, group.code] else "ขาดบทบาทนี้"
                yield _problem("framework.roles", f"role:{stage.code}/{group.code}", text)
    stages = [stage.code for stage in framework.stages]
    groups = {group.code for group in framework.groups}
    for role in framework.roles:
        yield from _unknown(f"role:{role.key}.stage", [role.stage], stages)
        yield from _unknown(f"role:{role.key}.group", [role.group], groups)
        if (
            role.inherits
            and role.inherits not in stages[: stages.index(role.stage) if role.stage in stages else 0]
        ):
            text = f"“{role.inherits}” ไม่ใช่ระยะก่อนหน้า"
            yield _problem("framework.inherits", f"role:{role.key}.inherits", text)
        if not role.name.strip() or not role.units:
            yield _problem("framework.empty-role", f"role:{role.key}", "ไม่มีชื่อหรือไม่มีหน่วยความสามารถ")
        yield from _sets(framework, role)


def _sets(framework: Framework, role: Role) -> Iterator[Problem]:
    """Every code known, none twice, none that everybody or an earlier stage has already."""
    topics = {code for item in framework.knowledge for code in item.topic_codes}
    line = tuple(framework.lineage(role))
    for part, known, inherited in (
        ("units", {unit.code for unit in framework.units}, False),
        ("knowledge", {item.code for item in framework.knowledge if not item.basic}, True),
        ("topics", topics, True),
        ("experience", {item.code for item in framework.experience if not item.basic}, True),
        ("traits", {item.code for item in framework.traits if not item.basic}, False),
        ("competencies", {item.code for item in framework.competencies if not item.basic}, False),
    ):
        own: tuple[str, ...] = getattr(role, part)
        where = f"role:{role.key}.{part}"
        yield from _unknown(where, own, known)
        codes = [code for each in (line if inherited else line[:1]) for code in getattr(each, part)]
        for code in repeated(codes):
            if code in own:
                yield _problem("framework.duplicate", where, f"“{code}” ซ้ำกัน")


def _unknown(where: str, codes: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    for code in codes:
        if code not in known:
            yield _problem("framework.unknown", where, f"ไม่รู้จักรหัส “{code}”")


def repeated(codes: Iterable[str]) -> list[str]:
    return [code for code, times in Counter(codes).items() if times > 1]


def _problem(code: str, where: str, text: str) -> Problem:
    return Problem(field=where, text=text, code=code, place=where)
