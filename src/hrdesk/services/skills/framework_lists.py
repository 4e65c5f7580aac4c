"""Knowledge, experience, traits and managerial competencies of a framework that comes in, with the roles that ask them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from hrdesk.domain.framework import Framework, Item, Role
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.services.skills.framework_sheet import kind_called

if TYPE_CHECKING:
    from hrdesk.services.skills.framework_sheet import Kind, Line

# The attribute of a framework and that of a role, of each list.
_LISTS: Mapping[SkillKind, tuple[str, str]] = {
    SkillKind.KNOWLEDGE: ("knowledge", "knowledge"),
    SkillKind.EXPERIENCE: ("experience", "experience"),
    SkillKind.TRAIT: ("traits", "traits"),
    SkillKind.COMPETENCY: ("competencies", "competencies"),
}
Listed = dict["Kind", list["Line"]]


def faults(entries: Sequence[Line]) -> Iterator[Problem]:
    """Rows without a code or name, codes given twice, and parents that are not there."""
    known: set[str] = set()
    for line in entries:
        where = f"แถวที่ {line.row}"
        if not line.code or not line.name:
            missing = "รหัส" if not line.code else "ชื่อ"
            yield Problem(f"row:{line.row}", f"ไม่มี{missing}", code="framework.empty", place=where)
        elif line.code in known:
            yield Problem(f"row:{line.row}", f"รหัส “{line.code}” ซ้ำ", code="framework.twice", place=where)
        else:
            known.add(line.code)
    for line in entries:
        if line.parent and line.parent not in known:
            text = f"ไม่พบรหัส “{line.parent}” ที่อยู่เหนือ"
            yield Problem(f"row:{line.row}", text, code="framework.parent", place=f"แถวที่ {line.row}")


def part_lists(entries: Sequence[Line]) -> tuple[Listed, list[Line]]:
    """The entries of each list, and those of the tree of capability; an entry without a code or name is in neither.

    A kind holds for all below; an entry at the top that is merely called ความรู้ only gathers those below it.
    """
    whole = {line.code: line for line in reversed(entries) if line.code and line.name}
    gathering = {line.parent for line in whole.values()}
    heads = {
        code: kind for code, line in whole.items()
        if not line.parent and code in gathering and line.kind is None and (kind := kind_called(line.name)) is not None
    }  # fmt: skip

    def kind_of(line: Line) -> Kind | None:
        seen: set[str] = set()
        while line.kind is None and line.code not in seen:
            seen.add(line.code)
            if line.code in heads:
                return heads[line.code]
            above = whole.get(line.parent)
            if above is None:
                return None
            line = above
        return line.kind

    listed: Listed = defaultdict(list)
    tree: list[Line] = []
    for line in (line for line in entries if whole.get(line.code) is line):
        kind = kind_of(line)
        if kind is None:
            tree.append(line)
        elif line.code not in heads:
            listed[kind].append(replace(line, parent="" if line.parent in heads else line.parent))
    return listed, tree


def with_lists(framework: Framework, listed: Listed, *, marked: bool) -> Framework:
    """Lists that came in take the place of the framework's, and what roles ask of them goes by the marks of the rows.

    Without marks a role goes on asking what it asked and there still is.
    """
    for kind, (name, of_role) in _LISTS.items():
        if not (rows := listed.get(kind, [])):
            continue
        items = tuple(_items(rows))
        framework = replace(framework, **{name: items})  # type: ignore[arg-type]
        codes = _topic_codes(rows, items)
        roles = []
        for role in framework.roles:
            before = {*getattr(role, of_role), *role.topics}
            asked = {
                codes[line.code] for line in rows
                if ((role.stage, role.group) in line.roles if marked else codes[line.code] in before)
            }  # fmt: skip
            roles.append(_asking(role, of_role, items, asked))
        framework = replace(framework, roles=tuple(roles))
    return framework


def _items(rows: Sequence[Line]) -> Iterator[Item]:
    own = {line.code for line in rows}
    topics: dict[str, list[str]] = defaultdict(list)
    for line in rows:
        if line.parent in own:
            topics[line.parent].append(line.name)
    for line in rows:
        if line.parent not in own:
            yield Item(line.code, line.name, line.basic, tuple(topics[line.code]))


def _topic_codes(rows: Iterable[Line], items: Iterable[Item]) -> dict[str, str]:
    """Each row's code to the framework's: topics are told by their place within the entry."""
    free = {item.code: iter(item.topic_codes) for item in items}
    return {line.code: next(free[line.parent]) if line.parent in free else line.code for line in rows}


def _asking(role: Role, name: str, items: Sequence[Item], asked: set[str]) -> Role:
    """Written out: what is everybody's first."""
    whole = (*(item.code for item in items if item.basic), *(i.code for i in items if not i.basic and i.code in asked))
    if name != "knowledge":
        return replace(role, **{name: whole})  # type: ignore[arg-type]
    topics = tuple(code for item in items if item.code not in whole for code in item.topic_codes if code in asked)
    return replace(role, knowledge=whole, topics=topics)


def without_basics(framework: Framework, role: Role) -> Role:
    """As a framework's file writes a role that inherits from none."""
    changes = {
        of_role: tuple(code for code in getattr(role, of_role) if code not in basic)
        for name, of_role in _LISTS.values()
        for basic in [{item.code for item in getattr(framework, name) if item.basic}]
    }
    return replace(role, inherits="", **changes)  # type: ignore[arg-type]
