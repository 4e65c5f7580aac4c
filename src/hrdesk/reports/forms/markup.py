"""The light markup of standing passages: chapters, orders, letters.

A blank line separates blocks; what follows without one continues the paragraph or list item.

    # ส่วนที่ 1 | หลักการ      heading of a part, drawn on two lines; ## a section, ### a sub-section
    - text, 1. text, (1) text  list item; two leading spaces per level
    > text                     centred          >> text  signed, in the right half
    = text                     no indent        ! text, !! text  title and lines of a cover
    < text                     starts in the middle of the page (ขอแสดงความนับถือ)
    [ ] text, [x] text         a box to tick, ticked
    .. ชื่อ: {name} | ตำแหน่ง      labels, each with a dotted line for what is written in by hand or stands there
    **bold**  {field}          inside any text
    @name argument             blocks built from the data, alone on its line
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Block, FillIn, FillPart, Heading, Inline, ListItem, Paragraph, Run, Style
from hrdesk.thai.numbers import arabic_digits

Insert: TypeAlias = Callable[[str, str], tuple[Block, ...]]

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_INSERT = re.compile(r"@([a-z-]+|[ก-๙]+)(?: +(\S+))?")  # a Thai one is the officer's, mistyped: the others are kept in English
_LIST_ITEM = re.compile(r"( *)(-|\d+\.|\(\d+\)|\d+\)|\[[ x]\]) +(.+)")
_LEVELS = {"#": 0, "##": 1, "###": 2}
_FILL_IN = ".."
_BOXES = {"[ ]": "☐", "[x]": "☑"}
_STYLES = {
    ">>": Style.SIGNED,
    ">": Style.CENTERED,
    "=": Style.PLAIN,
    "<": Style.CLOSING,
    "!!": Style.COVER_LINE,
    "!": Style.COVER_TITLE,
}
_LINE_BREAK = " | "


class UnknownFieldError(UserError):
    """A `{field}` that the form's data does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"ไม่รู้จักช่องข้อมูล {{{name}}} ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบออกจากข้อความ")
        self.name = name


def field_names(text: str) -> set[str]:
    return set(_FIELD.findall(text))


def insert_names(text: str) -> set[tuple[str, str]]:
    """The (name, argument) of every `@` line."""
    matches = (_INSERT.fullmatch(line.strip()) for line in text.splitlines())
    return {(match[1], match[2] or "") for match in matches if match}


def fill(text: str, fields: Mapping[str, str]) -> str:
    """Replace every `{field}`; UnknownFieldError for one that is not there."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in fields:
            raise UnknownFieldError(match[1])
        return fields[match[1]]

    return _FIELD.sub(value, text)


def inline(text: str, fields: Mapping[str, str]) -> Inline:
    """Runs of `text`; a value that happens to hold ** stays as it is, and so does an unpaired **."""
    parts = text.split("**")
    if len(parts) % 2 == 0:
        parts[-2:] = [f"{parts[-2]}**{parts[-1]}"]
    filled = (Run(fill(part, fields), bold=bool(number % 2)) for number, part in enumerate(parts))
    return tuple(run for run in filled if run.text)


def parse(text: str, fields: Mapping[str, str], insert: Insert) -> tuple[Block, ...]:
    """The blocks of a passage, without paragraphs whose fields are all empty.

    Digits become Arabic: the writer decides about Thai ones.
    """
    found: list[Block] = []
    for block in _raw_blocks(text):
        if isinstance(block, tuple):
            found.extend(insert(*block))
        else:
            filled = _filled(block, fields)
            if not isinstance(filled, Paragraph) or any(run.text.strip() for run in filled.runs):
                found.append(filled)
    return tuple(found)


_Raw: TypeAlias = "Paragraph | ListItem | Heading | FillIn | tuple[str, str]"  # the last an insert and its argument


def _raw_blocks(text: str) -> Iterator[_Raw]:
    """Blocks whose text is still markup, in one run each."""
    pending: Paragraph | ListItem | None = None
    for raw in arabic_digits(text).expandtabs(2).splitlines():
        line = raw.rstrip()
        block = _block(line) if line.strip() else None
        if pending is not None and isinstance(block, Paragraph) and block.style is Style.BODY:
            pending = _continued(pending, line.strip())
            continue
        if pending is not None:
            yield pending
        pending = None
        if isinstance(block, Heading | FillIn | tuple):
            yield block
        else:
            pending = block
    if pending is not None:
        yield pending


def _block(line: str) -> _Raw:
    if match := _INSERT.fullmatch(line.strip()):
        return match[1], match[2] or ""
    if match := _LIST_ITEM.fullmatch(line):
        return ListItem(_BOXES.get(match[2], match[2]), (Run(match[3]),), level=len(match[1]) // 2)
    mark, _, rest = line.partition(" ")
    text = rest.lstrip(" ")
    if mark in _LEVELS and text:
        return Heading(tuple(part.strip() for part in text.split(_LINE_BREAK)), level=_LEVELS[mark])
    if mark == _FILL_IN and text:
        return FillIn(tuple(map(_fill_part, text.split(_LINE_BREAK))))
    if mark in _STYLES and text:
        return Paragraph((Run(text),), _STYLES[mark])
    return Paragraph((Run(line.strip()),))


def _fill_part(text: str) -> FillPart:
    label, _, value = text.strip().partition(": ")
    return FillPart(label, value)


def _continued(block: Paragraph | ListItem, line: str) -> Paragraph | ListItem:
    return replace(block, runs=(Run(f"{block.runs[0].text} {line}"),))


def _filled(block: Paragraph | ListItem | Heading | FillIn, fields: Mapping[str, str]) -> Block:
    if isinstance(block, Heading):
        return replace(block, lines=tuple(fill(line.replace("**", ""), fields) for line in block.lines))
    if isinstance(block, FillIn):
        parts = (FillPart(fill(part.label, fields), fill(part.text, fields).strip()) for part in block.parts)
        return FillIn(tuple(parts))
    return replace(block, runs=inline(block.runs[0].text, fields))
