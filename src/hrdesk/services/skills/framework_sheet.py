"""A skills framework as a sheet: which column holds what, proposed from the headings and put right by the officer.

One row is one entry, told by its own code and the code of the entry above it: an area has none above, below it lie
units, then elements, then criteria. That is how Moodle keeps competency frameworks, and its headings are known.
Knowledge, experience, traits and managerial competencies say so in a column of their kind, or lie below an entry that
is called so, as they must in Moodle, whose files have no such column. So do stages, groups and roles, these with the code
`stage/group`. A column headed `stage/group` marks what that role asks; Moodle has none, but references between entries.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from html import unescape
from typing import TYPE_CHECKING

from hrdesk.domain.framework_parts import lists_of
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
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
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


class Part(StrEnum):
    """What a column may hold."""

    CODE = "code"
    NAME = "name"
    PARENT = "parent"
    DESCRIPTION = "description"
    KIND = "kind"
    BASIC = "basic"
    RELATED = "related"  # of a role: the codes that it asks; of what is asked: the roles
    IS_FRAMEWORK = "is-framework"  # Moodle's own first row, which is the framework itself


PART_WORDS: Mapping[Part, str] = {
    Part.CODE: "รหัส",
    Part.NAME: "ชื่อ",
    Part.PARENT: "รหัสของรายการที่อยู่เหนือ",
    Part.DESCRIPTION: "คำอธิบาย",
    Part.KIND: "ประเภทของรายการ",
    Part.BASIC: "เป็นของทุกคน",
    Part.RELATED: "รหัสที่อ้างถึงกันกับบทบาท",
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
    Part.RELATED: ("cross-referencedcompetencyidnumbers", "related", "อ้างถึง", "รหัสที่เกี่ยวข้อง"),
    Part.IS_FRAMEWORK: ("isframework",),
}
_UNUSED = frozenset((  # of Moodle's columns
    "descriptionformat", "scalevalues", "scaleconfiguration", "ruletype", "ruleoutcome", "ruleconfig", "exportedid", "taxonomy",
))  # fmt: skip


class Frame(StrEnum):
    """What sets are made for."""

    STAGE = "stage"
    GROUP = "group"
    ROLE = "role"


FRAME_WORDS: Mapping[Frame, str] = {Frame.STAGE: "ระยะ", Frame.GROUP: "กลุ่ม", Frame.ROLE: "บทบาท"}
Kind = SkillKind | Frame
Roles = Mapping[tuple[str, str], int]  # by stage and group, the column
_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Frame.STAGE: ("ระยะ", "ระยะการพัฒนา", "stage", "stages"),
    Frame.GROUP: ("กลุ่ม", "กลุ่มบุคลากร", "group", "groups"),
    Frame.ROLE: ("บทบาท", "role", "roles"),
    SkillKind.KNOWLEDGE: ("ความรู้", "knowledge"),
    SkillKind.EXPERIENCE: ("ประสบการณ์", "experience"),
    SkillKind.TRAIT: ("คุณลักษณะ", "trait", "traits", "attribute", "attributes"),
    SkillKind.COMPETENCY: ("สมรรถนะ", "สมรรถนะทางการบริหาร", "managerialcompetency", "managerialcompetencies"),
}


def kind_called(text: str) -> Kind | None:
    """The list that a word names; None for a word of the tree of capability, or no word at all."""
    return next((kind for kind, words in _KINDS.items() if _plain(text) in words), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns` and `roles` are columns from 0; rows after `top` are entries.

    `settled` are columns about whose role the officer has spoken: their headings are not asked again.
    """

    top: int = 0
    columns: Mapping[Part, int] = field(default_factory=dict)
    roles: Roles = field(default_factory=dict)
    settled: frozenset[int] = frozenset()

    @property
    def missing(self) -> tuple[Part, ...]:
        return tuple(part for part in NEEDED if part not in self.columns)

    def chosen(self, part: Part, column: int | None) -> Layout:
        """The officer's word for one part."""
        columns = {each: place for each, place in self.columns.items() if each is not part}
        return replace(self, columns=columns | ({part: column} if column is not None else {}))

    def asking(self, column: int, role: tuple[str, str] | None) -> Layout:
        """The officer's word for one column: it marks what this role asks, or no role."""
        roles = {each: place for each, place in self.roles.items() if place != column}
        return replace(self, roles=roles | ({role: column} if role else {}), settled=self.settled | {column})


@dataclass(frozen=True, slots=True)
class Line:
    """One row with something in it; `row` counts from 1, as Excel shows it."""

    row: int
    code: str
    name: str
    parent: str
    description: str
    kind: Kind | None  # as its own column says
    basic: bool
    is_framework: bool
    roles: frozenset[tuple[str, str]]
    related: tuple[str, ...] = ()


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
    columns: dict[Part, int] = {}
    for place, cell in enumerate(sheet.rows[number]):
        part = known.get(_plain(text_of(cell)))
        if part is not None:
            columns.setdefault(part, place)
    return with_roles(sheet, Layout(number, columns), base)


def with_roles(sheet: Sheet, layout: Layout, framework: Framework) -> Layout:
    """Columns that are headed by one of the framework's roles mark what it asks, as far as the officer has not spoken."""
    roles = {role: place for role, place in layout.roles.items() if place in layout.settled}
    taken = {*layout.columns.values(), *layout.settled}
    for place, heading in enumerate(headings(sheet, layout)):
        role = role_called(heading, framework)
        if place not in taken and role is not None:
            roles.setdefault(role, place)
    return replace(layout, roles=roles)


def role_called(text: str, framework: Framework) -> tuple[str, str] | None:
    """Stage and group of `stage/group`, each told by its code or name."""
    stages = {_plain(word): each.code for each in framework.stages for word in (each.name, each.code)}
    groups = {_plain(word): each.code for each in framework.groups for word in (each.name, each.code)}
    stage, slash, group = text.partition("/")
    found = stages.get(_plain(stage)), groups.get(_plain(group))
    return (found[0], found[1]) if slash and found[0] is not None and found[1] is not None else None


def open_columns(sheet: Sheet, layout: Layout) -> tuple[tuple[int, str], ...]:
    """Columns with a heading that hold no part and may mark what a role asks, with their headings."""
    taken = set(layout.columns.values())
    return tuple(
        (place, heading) for place, heading in enumerate(headings(sheet, layout))
        if heading and place not in taken and _plain(heading) not in _UNUSED
    )  # fmt: skip


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
                description=_without_tags(text(Part.DESCRIPTION)),
                kind=kind_called(text(Part.KIND)),
                basic=_marked(text(Part.BASIC)),
                is_framework=text(Part.IS_FRAMEWORK).lower() in ("1", "1.0", "true", "yes", "ใช่"),
                roles=marked,
                related=tuple(code.strip().replace("%2C", ",") for code in text(Part.RELATED).split(",") if code.strip()),
            )


def _without_tags(text: str) -> str:
    """Moodle keeps descriptions as HTML."""
    return " ".join(unescape(_TAG.sub(" ", text)).split())


def _marked(text: str) -> bool:
    return text.strip().lower() not in ("", "0", "-", "–", "ไม่", "no", "false")


def write_framework_sheet(framework: Framework, target: Path) -> int:
    """The whole of it with the sets of its roles, to be changed and brought in again. Returns the entries."""
    roles = [framework.role(stage.code, group.code) for stage in framework.stages for group in framework.groups]
    parts = (Part.CODE, Part.NAME, Part.PARENT, Part.KIND, Part.BASIC, Part.DESCRIPTION)
    head = [*(PART_WORDS[part] for part in parts), *(role.key for role in roles)]
    asked = [frozenset(role.codes) for role in roles]

    def line(code: str, name: str, above: str, kind: str, described: str = "", *, basic: bool = False) -> list[str]:
        marks = (MARK if code in codes and not basic else "" for codes in asked)
        return [code, name, above, kind, MARK if basic else "", described, *marks]

    rows = [
        line(each.code, each.name, "", FRAME_WORDS[frame], each.description)
        for frame, entries in ((Frame.STAGE, framework.stages), (Frame.GROUP, framework.groups)) for each in entries
    ]  # fmt: skip
    rows += [line(role.key, role.name, "", FRAME_WORDS[Frame.ROLE], role.description) for role in roles]
    rows += [line(area.code, area.name, "", "ด้าน", area.description) for area in framework.areas]
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
