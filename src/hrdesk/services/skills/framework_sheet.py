"""A skills framework as a sheet: which column holds what, proposed from the headings and put right by the officer.

One row is one entry, told by its own code and the code of the entry above it: an area has none above, below it lie
units, then elements, then criteria. That is how Moodle keeps competency frameworks, and its headings are known.
Knowledge, experience, traits and managerial competencies say so in a column of their kind, or lie below an entry that
is called so, as they must in Moodle, whose files have no such column. A column headed `stage/group` marks what that role
asks; Moodle has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hrdesk.domain.framework_parts import lists_of
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.reports.sheets.plain_sheet import PlainSheet, write_plain
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.staffing.cells import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hrdesk.domain.framework import Framework
    from hrdesk.services.sheets.sheet import Sheet

MARK = "✓"
_HEAD_SEARCH = 15  # rows


class Part(StrEnum):
    """What a column may hold."""

    CODE = "code"
    NAME = "name"
    PARENT = "parent"
    DESCRIPTION = "description"
    KIND = "kind"
    BASIC = "basic"
    IS_FRAMEWORK = "is-framework"  # Moodle's own first row, which is the framework itself


PART_WORDS: Mapping[Part, str] = {
    Part.CODE: "รหัส",
    Part.NAME: "ชื่อ",
    Part.PARENT: "รหัสของรายการที่อยู่เหนือ",
    Part.DESCRIPTION: "คำอธิบาย",
    Part.KIND: "ประเภทของรายการ",
    Part.BASIC: "เป็นของทุกคน",
    Part.IS_FRAMEWORK: "เป็นกรอบเอง (Moodle)",
}
NEEDED = (Part.CODE, Part.NAME)
_HEADINGS: Mapping[Part, tuple[str, ...]] = {
    Part.CODE: ("idnumber", "code", "รหัส", "รหัสหน่วย", "รหัสหน่วยความสามารถ"),
    Part.NAME: ("shortname", "name", "ชื่อ", "ชื่อหน่วย", "ชื่อหน่วยความสามารถ", "หน่วยความสามารถ"),
    Part.PARENT: ("parentidnumber", "parent", "รหัสหน่วยเหนือ", "อยู่ภายใต้", "รหัสของรายการที่อยู่เหนือ"),
    Part.DESCRIPTION: ("description", "คำอธิบาย"),
    Part.KIND: ("kind", "ประเภท", "ประเภทของรายการ"),
    Part.BASIC: ("basic", "ของทุกคน", "เป็นของทุกคน"),
    Part.IS_FRAMEWORK: ("isframework",),
}


_KINDS: Mapping[SkillKind, tuple[str, ...]] = {
    SkillKind.KNOWLEDGE: ("ความรู้", "knowledge"),
    SkillKind.EXPERIENCE: ("ประสบการณ์", "experience"),
    SkillKind.TRAIT: ("คุณลักษณะ", "trait", "traits", "attribute", "attributes"),
    SkillKind.COMPETENCY: ("สมรรถนะ", "สมรรถนะทางการบริหาร", "managerialcompetency", "managerialcompetencies"),
}


def kind_called(text: str) -> SkillKind | None:
    """The list that a word names; None for a word of the tree of capability, or no word at all."""
    return next((kind for kind, words in _KINDS.items() if _plain(text) in words), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` and `roles` are columns from 0; rows after `top` are entries."""

    top: int = 0
    columns: Mapping[Part, int] = field(default_factory=dict)
    roles: Mapping[tuple[str, str], int] = field(default_factory=dict)  # stage, group

    @property
    def missing(self) -> tuple[Part, ...]:
        return tuple(part for part in NEEDED if part not in self.columns)

    def chosen(self, part: Part, column: int | None) -> Layout:
        """The officer's word for one part."""
        columns = {each: place for each, place in self.columns.items() if each is not part}
        return replace(self, columns=columns | ({part: column} if column is not None else {}))


@dataclass(frozen=True, slots=True)
class Line:
    """One row with something in it; `row` counts from 1, as Excel shows it."""

    row: int
    code: str
    name: str
    parent: str
    description: str
    kind: SkillKind | None  # as its own column says
    basic: bool
    is_framework: bool
    roles: frozenset[tuple[str, str]]


def read_framework_sheet(source: Path) -> Sheet:
    """The first sheet with a table; UserError for what is none."""
    return max(read_sheets(source), key=lambda sheet: (not sheet.hidden, len(sheet.rows)))


def propose(sheet: Sheet, base: Framework) -> Layout:
    """The row of headings with most that are known."""
    rows = range(min(_HEAD_SEARCH, len(sheet.rows)))
    layouts = [_at(sheet, number, base) for number in rows]
    return max(layouts, key=lambda layout: (len(layout.columns), len(layout.roles), -layout.top), default=Layout())


def _plain(text: str) -> str:
    """A heading without what differs from file to file: case, spaces, (optional)."""
    return "".join(text.lower().partition("(")[0].split()).replace("_", "")


def _at(sheet: Sheet, number: int, base: Framework) -> Layout:
    known = {_plain(heading): part for part, headings in _HEADINGS.items() for heading in headings}
    stages = {_plain(word): each.code for each in base.stages for word in (each.code, each.name)}
    groups = {_plain(word): each.code for each in base.groups for word in (each.code, each.name)}
    columns: dict[Part, int] = {}
    roles: dict[tuple[str, str], int] = {}
    for place, cell in enumerate(sheet.rows[number]):
        heading = text_of(cell)
        part = known.get(_plain(heading))
        stage, slash, group = heading.partition("/")
        if part is not None:
            columns.setdefault(part, place)
        elif slash and _plain(stage) in stages and _plain(group) in groups:
            roles.setdefault((stages[_plain(stage)], groups[_plain(group)]), place)
    return Layout(number, columns, roles)


def headings(sheet: Sheet, layout: Layout) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in sheet.rows[layout.top]) if sheet.rows else ()


def lines(sheet: Sheet, layout: Layout) -> Iterator[Line]:
    """UserError while a needed column is not chosen."""
    if layout.missing:
        words = " และ ".join(PART_WORDS[part] for part in layout.missing)
        raise UserError(f"ยังไม่ได้เลือกคอลัมน์ของ{words} ยังไม่ได้นำเข้าข้อมูลใด กรุณาเลือกคอลัมน์ให้ครบ")
    for number, cells in enumerate(sheet.rows[layout.top + 1 :], layout.top + 2):

        def text(part: Part, cells: Sequence[object] = cells) -> str:
            place = layout.columns.get(part)
            return "" if place is None else text_of(cells[place])  # type: ignore[arg-type]

        if any(text_of(cell) for cell in cells):
            marked = frozenset(role for role, place in layout.roles.items() if _marked(text_of(cells[place])))
            yield Line(
                row=number,
                code=text(Part.CODE),
                name=" ".join(text(Part.NAME).split()),
                parent=text(Part.PARENT),
                description=text(Part.DESCRIPTION),
                kind=kind_called(text(Part.KIND)),
                basic=_marked(text(Part.BASIC)),
                is_framework=text(Part.IS_FRAMEWORK).lower() in ("1", "1.0", "true", "yes", "ใช่"),
                roles=marked,
            )


def _marked(text: str) -> bool:
    return text.strip().lower() not in ("", "0", "-", "–", "ไม่", "no", "false")


def write_framework_sheet(framework: Framework, target: Path) -> int:
    """The whole tree and the lists beside it with the sets of its roles, to be changed and brought in again. Returns
    the entries.
    """
    roles = [framework.role(stage.code, group.code) for stage in framework.stages for group in framework.groups]
    head = ["รหัส", "ชื่อ", "รหัสของรายการที่อยู่เหนือ", "ประเภท", "ของทุกคน", *(role.key for role in roles)]
    asked = [frozenset(role.codes) for role in roles]

    def line(code: str, name: str, above: str, kind: str, *, basic: bool = False) -> list[str]:
        marks = (MARK if code in codes and not basic else "" for codes in asked)
        return [code, name, above, kind, MARK if basic else "", *marks]

    rows = [line(area.code, area.name, "", "ด้าน") for area in framework.areas]
    rows += [line(unit.code, unit.name, unit.area, term(SkillKind.UNIT)) for unit in framework.units]
    rows += [line(each.code, each.name, each.unit, "ความสามารถย่อย") for each in framework.elements]
    rows += [line(each.code, each.name, each.element, "เกณฑ์การปฏิบัติงาน") for each in framework.criteria]
    for kind, items in lists_of(framework):
        for item in items:
            rows.append(line(item.code, item.name, "", term(kind), basic=item.basic))
            topics = zip(item.topic_codes, item.topics, strict=True)
            rows += [line(code, topic, item.code, term(kind)) for code, topic in topics]
    write_plain([PlainSheet("กรอบทักษะ", [head, *rows])], target)
    return len(rows)
