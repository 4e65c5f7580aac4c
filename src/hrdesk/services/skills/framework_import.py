"""A new framework version from a sheet: read, compared with the one in use, and nothing stored before it is whole."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from hrdesk.domain.framework import Criterion, Element, Framework, Named, Role, Unit
from hrdesk.domain.framework_check import check_framework
from hrdesk.domain.framework_parts import judgeables
from hrdesk.errors import Problem, Severity, UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.skills.framework_frame import framed, referred, strays, unknown_roles
from hrdesk.services.skills.framework_lists import faults, part_lists, with_lists, without_basics
from hrdesk.services.skills.framework_sheet import Frame, Layout, Line, lines, with_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrdesk.services.sheets.sheet import Sheet

_AREA, _UNIT, _ELEMENT, _CRITERION = range(4)  # how deep an entry lies
_WARNINGS = {"framework.few-elements", "framework.few-criteria", "framework.empty-role"}
LONE_AREA = "ALL"  # of a sheet whose entries are all units


@dataclass(frozen=True, slots=True)
class NewVersion:
    """What the officer calls it."""

    key: str
    version: str
    title: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FrameworkReview:
    """Errors among `problems` keep it from being stored."""

    framework: Framework
    problems: tuple[Problem, ...]
    added: tuple[str, ...]  # codes of units, entries of the lists and their topics, here and below
    removed: tuple[str, ...]
    renamed: tuple[str, ...]
    without_role: tuple[str, ...]  # that no role asks
    layout: Layout = field(default_factory=Layout)  # with the columns of roles as they were read
    given: dict[Frame, int] = field(default_factory=dict)  # rows of stages, groups and roles

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    def demand_whole(self) -> Framework:
        if self.errors:
            told = "; ".join(f"{problem.place}: {problem.text}" for problem in self.errors[:5])
            raise UserError(f"ยังไม่ได้นำเข้ากรอบทักษะ เพราะ {told} กรุณาแก้ในแฟ้มแล้วนำเข้าอีกครั้ง")
        return self.framework


def review_framework(sheet: Sheet, layout: Layout, base: Framework, new: NewVersion) -> FrameworkReview:
    """Stages, groups, roles' names, lists and sets that the sheet does not have are those of `base`."""
    rows = [line for line in lines(sheet, layout) if not line.is_framework]
    frame = framed(base, part_lists(rows)[0])
    layout = with_roles(sheet, layout, frame.framework)
    every = list(lines(sheet, layout))
    itself = next((line for line in every if line.is_framework), None)
    rows = [line for line in every if not line.is_framework]
    problems = [*faults(rows), *frame.problems, *strays(rows, frame.roles), *unknown_roles(layout, frame.framework)]
    references = referred(rows, frame.roles)
    marked = bool(layout.roles or references)
    rows = [replace(line, roles=line.roles | references.get(line.code, set())) for line in rows]
    listed, entries = part_lists(rows)
    framework = _headed(frame.framework, new, itself)
    framework = _with_tree(framework, entries, _depths(entries, problems))
    framework = replace(framework, roles=_roles(framework, entries, marked=marked))
    framework = with_lists(framework, listed, marked=marked)
    problems += _checked(framework)
    return replace(_compared(base, framework), problems=tuple(problems), layout=layout, given=frame.given)


def _headed(framework: Framework, new: NewVersion, itself: Line | None) -> Framework:
    return replace(
        framework,
        id=new.key.strip(),
        version=new.version.strip(),
        title=new.title.strip() or (itself.name if itself else framework.title),
        source=new.source.strip(),
        approved_on=None,
    )


def _compared(base: Framework, framework: Framework) -> FrameworkReview:
    before, after = _names(base), _names(framework)
    asked = {code for role in framework.roles for code in role.codes}
    topics = {code for item in framework.knowledge for code in item.topic_codes}
    return FrameworkReview(
        framework=framework,
        problems=(),
        added=tuple(code for code in after if code not in before),
        removed=tuple(code for code in before if code not in after),
        renamed=tuple(code for code, name in after.items() if before.get(code, name) != name),
        without_role=tuple(p.code for p in judgeables(framework) if p.code not in asked and p.code not in topics),
    )


def _names(framework: Framework) -> dict[str, str]:
    frame = {each.code: each.name for each in (*framework.stages, *framework.groups)}
    roles = {role.key: role.name for role in framework.roles}
    return frame | roles | {part.code: part.name for part in judgeables(framework)}


def _depths(entries: Sequence[Line], problems: list[Problem]) -> dict[str, int]:
    """By code, how far below the top; UNIT at once where nothing lies below anything."""
    parents = {line.code: line.parent for line in reversed(entries)}
    if not any(parents.values()):
        return dict.fromkeys(parents, _UNIT)
    depths = {code: _depth(code, parents) for code in parents}
    for code, depth in depths.items():
        if depth > _CRITERION:
            text = "อยู่ลึกเกินกว่า ด้าน หน่วย ความสามารถย่อย และเกณฑ์ หรืออ้างถึงกันเป็นวง"
            problems.append(Problem(f"entry:{code}", text, code="framework.deep", place=code))
    return depths


def _depth(code: str, parents: Mapping[str, str]) -> int:
    depth = 0
    while (code := parents.get(code, "")) and depth <= _CRITERION:
        depth += 1
    return depth


def _with_tree(framework: Framework, entries: Iterable[Line], depths: Mapping[str, int]) -> Framework:
    areas: list[Named] = []
    units: list[Unit] = []
    elements: list[Element] = []
    criteria: list[Criterion] = []
    for line in entries:
        match depths.get(line.code):
            case 0:
                areas.append(Named(line.code, line.name, description=line.description))
            case 1:
                units.append(Unit(line.code, line.name, line.parent or LONE_AREA))
            case 2:
                elements.append(Element(line.code, line.name, line.parent))
            case 3:
                criteria.append(Criterion(line.code, line.name, line.parent))
    if units and not areas:
        areas.append(Named(LONE_AREA, framework.title))
    return replace(
        framework, areas=tuple(areas), units=tuple(units), elements=tuple(elements), criteria=tuple(criteria)
    )


def _roles(framework: Framework, entries: Iterable[Line], *, marked: bool) -> tuple[Role, ...]:
    marks = {line.code: line.roles for line in entries}

    def asks(role: Role, code: str) -> bool:
        return (role.stage, role.group) in marks.get(code, ()) if marked else code in role.units

    codes = [unit.code for unit in framework.units]
    return tuple(
        replace(role, inherits="", units=tuple(code for code in codes if asks(role, code))) for role in framework.roles
    )


def _checked(framework: Framework) -> list[Problem]:
    """The tree, the lists and the sets, these without what is everybody's, as a framework's own file writes them."""
    plain = replace(framework, roles=tuple(without_basics(framework, role) for role in framework.roles))
    found = [
        replace(problem, severity=Severity.WARNING) if problem.code in _WARNINGS else problem
        for problem in check_framework(plain)
    ]
    if not framework.id:
        found.append(Problem("framework.id", "ยังไม่ได้กำหนดรหัสกรอบทักษะ", code="framework.no-key", place="กรอบทักษะ"))
    if not framework.units:
        found.append(Problem("framework.units", "ไม่พบหน่วยความสามารถ", code="framework.no-units", place="กรอบทักษะ"))
    return found
