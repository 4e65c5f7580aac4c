"""A Document in Typst's language: the same text, tables and page size in the same font, for comparison.

Catchwords are left out and merged cells are blanks, which is less work than hrdesk does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import interleave  # noqa: F401 - puts the source tree on the path

from hrdesk.reports.document import (
    Borderless,
    Contents,
    Document,
    Heading,
    Inline,
    ListItem,
    Orientation,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Space,
    Style,
    Table,
)
from hrdesk.reports.typography.cells import cell_text
from hrdesk.thai.numbers import thai_digits_in_prose

_HEAD = """
#let thai(n) = str(n).clusters().map(d => "๐๑๒๓๔๕๖๗๘๙".clusters().at(int(d))).join("")
#set text(font: "Laksaman", size: 16.25pt, lang: "th", top-edge: 0.9em, bottom-edge: -0.4em)
#set par(justify: true, leading: 0em, spacing: 0em)
#set table(inset: (x: 0.2em, top: 0.3em, bottom: 0.2em), stroke: 0.5pt)
#show table: set text(top-edge: 0.85em, bottom-edge: -0.35em)
#show heading: set block(above: 8pt, below: 4pt)
#show heading.where(level: 1): it => align(center, text(size: 20pt, it))
#show heading.where(level: 2): set text(size: 18pt)
#show heading.where(level: 3): set text(size: 16pt)
#set document(title: {title})
"""
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "left"}


def typst_source(document: Document) -> str:
    return _Source(document).text()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Source:
    def __init__(self, document: Document) -> None:
        self._document = document

    def text(self) -> str:
        body = "\n".join(line for section in self._document.sections for line in self._section(section))
        return _HEAD.replace("{title}", _quoted(self._document.title)) + body

    def _say(self, text: str) -> str:
        return _quoted(thai_digits_in_prose(text) if self._document.thai_digits else text)

    def _runs(self, runs: Inline) -> str:
        return "".join(f"#strong({self._say(r.text)})" if r.bold else f"#text({self._say(r.text)})" for r in runs)

    def _section(self, section: Section) -> Iterator[str]:
        wide = section.orientation is Orientation.LANDSCAPE
        sides = "left: 13mm, right: 13mm" if wide else "left: 30mm, right: 20mm"
        number = "#align(center)[- #context thai(counter(page).get().first()) -]" if section.numbered else ""
        foot = f"#text(size: 11.5pt, {self._say(self._document.foot)})" if section.foot else ""
        yield (
            f'#set page(paper: "a4", flipped: {str(wide).lower()}, margin: ({sides}, top: 25mm, bottom: 20mm), '
            f"header: [{number}], footer: [{foot}])"
        )
        if section.centred:
            yield "#v(1fr)"
        for block in section.blocks:
            yield from self._block(block)
        if section.centred:
            yield "#v(1fr)"

    def _block(self, block: object) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._paragraph(block)
            case Heading():
                lines = "#linebreak()".join(f"#text({self._say(line)})" for line in block.lines)
                yield f"#heading(level: {block.level + 1}, outlined: {str(block.listed).lower()})[{lines}]"
            case ListItem():
                inside = f"{self._runs(block.runs)}"
                yield (
                    f"#block(inset: (left: {25 + 8 * block.level}mm))[#grid(columns: (auto, 1fr), gutter: 2mm, "
                    f"[#text({self._say(block.marker)})], [{inside}])]"
                )
            case Space():
                yield f"#v({block.millimetres}mm)"
            case PageBreak():
                yield "#pagebreak()"
            case Contents():
                yield f"#outline(title: none, depth: {block.depth + 1})"
            case Table():
                yield self._table(block)
            case Borderless():
                columns = ", ".join(f"{width}mm" for width in block.widths)
                cells = ", ".join(f"[#text({self._say(text)})]" for row in block.rows for text in row)
                yield f"#grid(columns: ({columns}), {cells})"
            case Signature():
                below = "#linebreak()".join(f"#text({self._say(t)})" for t in (f"({block.name})", *block.position))
                yield f"#block(inset: (left: 80mm))[#align(center)[#text({self._say(block.label)}) {'.' * 50}\\ {below}]]"

    def _paragraph(self, block: Paragraph) -> str:
        inside = self._runs(block.runs)
        match block.style:
            case Style.BODY:
                return f"#par(first-line-indent: (amount: 25mm, all: true))[{inside}]"
            case Style.CENTERED:
                return f"#align(center)[{inside}]"
            case Style.COVER_TITLE:
                return f"#align(center)[#text(size: 30pt)[#strong[{inside}]]]"
            case Style.COVER_LINE:
                return f"#align(center)[#text(size: 20pt)[#strong[{inside}]]]"
            case Style.SIGNED:
                return f"#block(inset: (left: 80mm))[#align(center)[{inside}]]"
            case _:
                return f"#par[{inside}]"

    def _table(self, table: Table) -> str:
        columns = ", ".join(f"{column.width}fr" for column in table.columns)
        aligns = ", ".join(_ALIGN[column.align.value] for column in table.columns)
        parts = [f"table.header({', '.join(self._head(table))})"]
        before: tuple[object, ...] = (None,) * len(table.columns)
        for row in table.rows or ():
            for column, value, above in zip(table.columns, row.cells, before, strict=True):
                hidden = column.merged and value == above
                text = "" if hidden else cell_text(value, column.format, thai=self._document.thai_digits)
                parts.append(f"text({_quoted(text)})")
            before = row.cells
        if table.total:
            parts += [
                f"strong({_quoted(table.total.label if place == 0 else cell_text(value, column.format, thai=True))})"
                for place, (column, value) in enumerate(zip(table.columns, table.total.cells, strict=True))
            ]
        body = ",\n".join(parts)
        return f"#text(size: {table.size * 1.0156}pt)[#table(columns: ({columns},), align: ({aligns},), {body})]"

    def _head(self, table: Table) -> Iterator[str]:
        grouped = any(column.group for column in table.columns)
        for group, run in groupby(table.columns, key=lambda column: column.group):
            columns = list(run)
            if group:
                yield f"table.cell(colspan: {len(columns)}, align: center, strong({self._say(group)}))"
            else:
                span = 2 if grouped else 1
                for column in columns:
                    yield f"table.cell(rowspan: {span}, align: center, strong({self._say(column.heading)}))"
        if grouped:
            for column in table.columns:
                if column.group:
                    yield f"table.cell(align: center, strong({self._say(column.heading)}))"
