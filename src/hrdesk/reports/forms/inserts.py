"""The blocks that `@` lines put into a passage, built from the form's data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from hrdesk.domain.passage_words import lines_of
from hrdesk.errors import UserError
from hrdesk.reports.document import (
    Block,
    Borderless,
    Contents,
    FillIn,
    FillPart,
    Krut,
    ListItem,
    Logo,
    PageBreak,
    Rule,
    Run,
    Space,
)
from hrdesk.reports.forms.letterheads import LETTER_KRUT
from hrdesk.reports.snapshots.scope import Scope
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot, PlanSnapshot

Builder: TypeAlias = Callable[[PlanSnapshot, str], tuple[Block, ...]]
_COURSE_GROUPS = frozenset("12345")  # fixed by the announcement: 4.1 to 4.5
_COMMITTEE_WIDTHS = (90.0, 52.0)  # narrower than the frame: stands in its middle
_COMMITTEE_BY_HAND = tuple(
    (f"{number}. {'.' * 45}", role)
    for number, role in enumerate(("ประธานกรรมการ", "กรรมการ", "กรรมการ", "กรรมการ/เลขานุการ"), start=1)
)
_COLUMNS, _LAST_COLUMN = 112.0, 48.0  # millimetres; the first for all but the last
_NOTHING = "ไม่มี"
_GAP = 5.0  # millimetres


def unknown_line(name: str, argument: str) -> UserError:
    """In the words the officer types, which are not those that are kept."""
    line, known = f"@{name} {argument}".rstrip(), " หรือ ".join(lines_of(name))
    if not known:
        return UserError(f"ไม่รู้จัก “{line}” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบบรรทัดนี้")
    return UserError(f"ไม่รู้จัก “{line}” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้เป็น {known}")


def _courses(snapshot: PlanSnapshot, argument: str) -> tuple[Block, ...]:
    if argument not in _COURSE_GROUPS:
        raise unknown_line("courses", argument)
    groups = (group for group in snapshot.course_groups if str(group.number) == argument)
    return _items(entry for group in groups for entry in group.entries)


def _methods(snapshot: PlanSnapshot, _argument: str) -> tuple[Block, ...]:
    return _numbered(snapshot.methods)


def _projects(snapshot: PlanSnapshot, argument: str) -> tuple[Block, ...]:
    lists = {
        "own": snapshot.own_projects,
        "department": snapshot.department_projects,
        "other": snapshot.other_projects,
    }
    if argument not in lists:
        raise unknown_line("projects", argument)
    return _numbered(lists[argument])


def _fiscal_years(snapshot: PlanSnapshot, _argument: str) -> tuple[Block, ...]:
    return _numbered(snapshot.fiscal_years)


def _responsible(snapshot: PlanSnapshot, _argument: str) -> tuple[Block, ...]:
    found: list[Block] = []
    for number, entry in enumerate(snapshot.responsible, start=1):
        found.append(_item(f"({number})", entry.text))
        found += (_item("-", duty, 1) for duty in entry.duties)
    return tuple(found) or _items(())


def _evaluations(snapshot: PlanSnapshot, _argument: str) -> tuple[Block, ...]:
    return _items(snapshot.evaluations)


def _committee(snapshot: PlanSnapshot, argument: str) -> tuple[Block, ...]:
    members = {"monitoring": snapshot.monitoring_committee, "planning": snapshot.planning_committee}
    if argument not in members:
        raise unknown_line("committee", argument)
    rows = tuple((f"{member.number} {member.position}", member.role) for member in members[argument])
    return (Borderless(_COMMITTEE_WIDTHS, rows or _COMMITTEE_BY_HAND),)


def _contents(argument: str) -> Block:
    return Contents(int(argument)) if argument.isdecimal() else Contents()


def _page(_argument: str) -> Block:
    return PageBreak()


def _space(argument: str) -> Block:
    return Space(float(argument) if argument.isdecimal() else _GAP)


def _item(marker: str, text: str, level: int = 0) -> ListItem:
    return ListItem(marker, (Run(text),), level)


def _items(texts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(_item("-", text) for text in texts) or (_item("-", _NOTHING),)


def _numbered(texts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(_item(f"({n})", text) for n, text in enumerate(texts, start=1)) or _items(())


def _bullets(texts: tuple[str, ...]) -> tuple[Block, ...]:
    return _items(texts)


def _columns(rows: tuple[tuple[str, ...], ...]) -> tuple[Block, ...]:
    """Two or three texts side by side over the same width; the last column is narrower."""
    if not rows:
        return _items(())
    wide = len(rows[0]) - 1
    return (Borderless((*(_COLUMNS / wide for _ in range(wide)), _LAST_COLUMN), rows),)


def _krut(argument: str) -> Block:
    return Krut(float(argument)) if argument.isdecimal() else Krut()


def _logo(argument: str) -> Block:
    return Logo(float(argument)) if argument.isdecimal() else Logo()


def _crest(snapshot: OfficeSnapshot) -> Block:
    """The office's own emblem, or the krut where it has none."""
    return Logo(LETTER_KRUT) if snapshot.logo else Krut()


def _rule(_argument: str) -> Block:
    return Rule()


def _line(_argument: str) -> Block:
    return FillIn((FillPart(""),))


_OF_PLAN: Mapping[str, Builder] = {
    "courses": _courses,
    "methods": _methods,
    "projects": _projects,
    "fiscal-years": _fiscal_years,
    "responsible": _responsible,
    "evaluations": _evaluations,
    "committee": _committee,
}
_OF_LAYOUT: Mapping[str, Callable[[str], Block]] = {
    "contents": _contents,
    "page": _page,
    "space": _space,
    "krut": _krut,
    "logo": _logo,
    "rule": _rule,
    "line": _line,
}
_CREST = "crest"
# The argument names an attribute of this type.
LISTS: Mapping[str, Any] = {
    "bullets": tuple[str, ...],
    "numbers": tuple[str, ...],
    "columns": tuple[tuple[str, ...], ...],
    "blocks": tuple[Block, ...],
}
_OF_LISTS: Mapping[str, Callable[[Any], tuple[Block, ...]]] = {
    "bullets": _bullets,
    "numbers": _numbered,
    "columns": _columns,
    "blocks": tuple,
}
CHOSEN = frozenset({"courses", "projects", "committee"})  # their argument is one of a few
INSERTS = frozenset({*_OF_PLAN, *_OF_LAYOUT, *_OF_LISTS, _CREST, "table"})  # @table: the composer knows the form's tables


def built(scope: Scope, name: str, argument: str) -> tuple[Block, ...]:
    """UserError for a name or argument there is nothing for."""
    if name in _OF_LAYOUT:
        return (_OF_LAYOUT[name](argument),)
    if name == _CREST:
        return (_crest(scope.snapshot),)
    if name in _OF_LISTS and isinstance(found := scope.find(argument), tuple):
        return _OF_LISTS[name](found)
    if name in _OF_PLAN and isinstance(scope.snapshot, PlanSnapshot):
        return _OF_PLAN[name](scope.snapshot, argument)
    raise unknown_line(name, argument)
