"""Stages, groups and roles of a framework that comes in: those of the sheet where it has some, else those there were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from hrdesk.domain.framework import Framework, Named, Role
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.skills.framework_sheet import FRAME_WORDS, Frame, role_called

if TYPE_CHECKING:
    from hrdesk.services.skills.framework_lists import Listed
    from hrdesk.services.skills.framework_sheet import Layout, Line

RoleKey = tuple[str, str]  # stage, group


@dataclass(frozen=True, slots=True)
class Framed:
    """`framework` with stages, groups and roles, these not yet with the sheet's sets. `roles` are the rows of roles by
    their code in the sheet; `given` counts what the sheet gave.
    """

    framework: Framework
    roles: dict[str, RoleKey] = field(default_factory=dict)
    given: dict[Frame, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def framed(base: Framework, listed: Listed) -> Framed:
    """A role without a row of its own keeps its former name; a new one is called by its group and stage."""
    stages, groups = (
        _named(listed.get(frame, ()), before)
        for frame, before in ((Frame.STAGE, base.stages), (Frame.GROUP, base.groups))
    )
    framework = replace(base, stages=stages, groups=groups)
    rows: dict[RoleKey, Line] = {}
    codes: dict[str, RoleKey] = {}
    problems: list[Problem] = []
    for line in listed.get(Frame.ROLE, ()):
        key = role_called(line.code, framework)
        if key is None:
            problems.append(_stray(line))
        elif key in rows:
            problems.append(_problem(line, f"มีบทบาทของ “{line.code}” แล้ว", "framework.twice"))
        else:
            rows[key] = line
            codes[line.code] = key
    before = {(role.stage, role.group): role for role in base.roles}
    roles = tuple(
        _role(stage, group, before.get((stage.code, group.code)), rows.get((stage.code, group.code)))
        for stage in stages for group in groups
    )  # fmt: skip
    given = {frame: len(listed[frame]) for frame in Frame if listed.get(frame)}
    return Framed(replace(framework, roles=roles), codes, given, tuple(problems))


def _named(rows: Sequence[Line], before: Sequence[Named]) -> tuple[Named, ...]:
    if not rows:
        return tuple(before)
    known = {each.code: each for each in before}
    blank = Named("", "")
    return tuple(
        replace(old, code=line.code, name=line.name, description=line.description or old.description)
        for line in rows for old in [known.get(line.code, blank)]
    )  # fmt: skip


def _role(stage: Named, group: Named, before: Role | None, row: Line | None) -> Role:
    role = before or Role(stage.code, group.code, f"{group.name} ({stage.name})", group.description)
    return role if row is None else replace(role, name=row.name, description=row.description or role.description)


def _stray(line: Line) -> Problem:
    words = f"{FRAME_WORDS[Frame.STAGE]}/{FRAME_WORDS[Frame.GROUP]}"
    return _problem(line, f"รหัสของบทบาท “{line.code}” ต้องเป็น {words} ที่มีในกรอบนี้", "framework.role-code")


def _problem(line: Line, text: str, code: str) -> Problem:
    return Problem(f"row:{line.row}", text, code=code, place=f"แถวที่ {line.row}")


def referred(entries: Sequence[Line], roles: dict[str, RoleKey]) -> dict[str, set[RoleKey]]:
    """By code, the roles that ask it, where a role refers to it or it to a role."""
    found: dict[str, set[RoleKey]] = defaultdict(set)
    for line in entries:
        for other in line.related:
            if line.code in roles and other not in roles:
                found[other].add(roles[line.code])
            elif other in roles and line.code not in roles:
                found[line.code].add(roles[other])
    return found


def strays(entries: Sequence[Line], roles: dict[str, RoleKey]) -> Iterator[Problem]:
    """References of roles to what the sheet does not have: they would ask nothing."""
    known = {line.code for line in entries}
    for line in entries:
        for code in line.related:
            if line.code in roles and code not in known:
                text = f"บทบาทอ้างถึงรหัส “{code}” ที่ไม่มีในแฟ้ม"
                yield replace(_problem(line, text, "framework.related"), severity=Severity.WARNING)


def unknown_roles(layout: Layout, framework: Framework) -> Iterator[Problem]:
    """Columns said to be of a role that this framework does not have."""
    known = {(role.stage, role.group) for role in framework.roles}
    for role, column in layout.roles.items():
        if role not in known:
            text = f"กรอบนี้ไม่มีบทบาท “{'/'.join(role)}”"
            yield Problem(f"column:{column}", text, code="framework.role", place=f"คอลัมน์ที่ {column + 1}")
