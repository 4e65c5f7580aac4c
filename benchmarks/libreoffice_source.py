"""A Document as a flat OpenDocument text: the same text, tables and page size in the same font, for LibreOffice.

Contents bear no page numbers, catchwords are left out and merged cells are blanks: less work than hrdesk does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

import interleave  # noqa: F401 - puts the source tree on the path

from hrdesk.reports.document import (
    Borderless,
    Column,
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

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
_WIDTH = {Orientation.PORTRAIT: 160.0, Orientation.LANDSCAPE: 271.0}  # millimetres between the margins
_IN_CELLS = 1.2  # leading


def flat_odf(document: Document) -> str:
    return _Source(document).text()


def _style(
    name: str, paragraph: str = "", *, size: float = 16.25, leading: float = 1.3, bold: bool = False, master: str = ""
) -> str:
    weight = 'fo:font-weight="bold" style:font-weight-complex="bold"' if bold else ""
    page = f"style:master-page-name={quoteattr(master)}" if master else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" {page}>'
        f'<style:paragraph-properties fo:line-height="{size * leading:.2f}pt" {paragraph}/>'
        f'<style:text-properties style:font-name="L" style:font-name-complex="L" fo:font-size="{size}pt" '
        f'style:font-size-complex="{size}pt" {weight} fo:language="en" fo:country="US" '
        'style:language-complex="th" style:country-complex="TH"/></style:style>'
    )


_JUSTIFIED = 'fo:text-align="justify"'
_CENTRED = 'fo:text-align="center"'
_STYLES = {
    Style.BODY: _style("body", f'{_JUSTIFIED} fo:text-indent="25mm"'),
    Style.PLAIN: _style("plain", _JUSTIFIED),
    Style.CENTERED: _style("centered", _CENTRED),
    Style.COVER_TITLE: _style("cover-title", _CENTRED, size=30, bold=True),
    Style.COVER_LINE: _style("cover-line", _CENTRED, size=20, bold=True),
    Style.SIGNED: _style("signed", f'{_CENTRED} fo:margin-left="80mm"'),
    Style.NOTE: _style("note", size=14),
}
_COMMON = "".join(
    (
        *_STYLES.values(),
        _style("h0", f'{_CENTRED} fo:margin-top="16pt" fo:margin-bottom="8pt" fo:keep-with-next="always"',
               size=20, bold=True),
        _style("h1", 'fo:margin-top="8pt" fo:keep-with-next="always"', size=18, bold=True),
        _style("h2", 'fo:margin-top="6pt" fo:keep-with-next="always"', bold=True),
        *(_style(f"item{level}", f'{_JUSTIFIED} fo:margin-left="{33 + 8 * level}mm" fo:text-indent="-8mm"')
          for level in range(5)),
        _style("break", 'fo:break-after="page"', size=2),
        ('<style:style style:name="bold" style:family="text"><style:text-properties fo:font-weight="bold" '
        'style:font-weight-complex="bold"/></style:style>'),
        ('<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="1mm" fo:padding-top="1.5mm"/></style:style>'),
    )
)  # fmt: skip


class _Source:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._automatic: list[str] = []
        self._tables = 0

    def text(self) -> str:
        body = "".join(
            part for number, section in enumerate(self._document.sections) for part in self._section(number, section)
        )
        pages = "".join(self._page(n, s) for n, s in enumerate(self._document.sections))
        masters = "".join(self._master(n, s) for n, s in enumerate(self._document.sections))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
            '<style:font-face style:name="L" svg:font-family="Laksaman"/></office:font-face-decls>'
            f"<office:styles/><office:automatic-styles>{pages}{_COMMON}{''.join(self._automatic)}"
            f"</office:automatic-styles><office:master-styles>{masters}</office:master-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document>"
        )

    def _page(self, number: int, section: Section) -> str:
        wide = section.orientation is Orientation.LANDSCAPE
        width, height = ("297mm", "210mm") if wide else ("210mm", "297mm")
        left, right = ("13mm", "13mm") if wide else ("30mm", "20mm")
        return (
            f'<style:page-layout style:name="pl{number}"><style:page-layout-properties fo:page-width="{width}" '
            f'fo:page-height="{height}" fo:margin-left="{left}" fo:margin-right="{right}" fo:margin-top="12mm" '
            f'fo:margin-bottom="8mm" style:print-orientation="{section.orientation.value}"/><style:header-style>'
            '<style:header-footer-properties svg:height="13mm"/></style:header-style><style:footer-style>'
            '<style:header-footer-properties svg:height="12mm"/></style:footer-style></style:page-layout>'
        )

    def _master(self, number: int, section: Section) -> str:
        count = '<text:page-number text:select-page="current"/>'
        head = f'<text:p text:style-name="centered">- {count} -</text:p>' if section.numbered else "<text:p/>"
        foot = f'<text:p text:style-name="note">{self._say(self._document.foot)}</text:p>' if section.foot else ""
        return (
            f'<style:master-page style:name="m{number}" style:page-layout-name="pl{number}">'
            f"<style:header>{head}</style:header><style:footer>{foot or '<text:p/>'}</style:footer></style:master-page>"
        )

    def _say(self, text: str) -> str:
        return escape(thai_digits_in_prose(text) if self._document.thai_digits else text)

    def _runs(self, runs: Inline) -> str:
        bold = '<text:span text:style-name="bold">{}</text:span>'
        return "".join(bold.format(self._say(r.text)) if r.bold else self._say(r.text) for r in runs)

    def _section(self, number: int, section: Section) -> Iterator[str]:
        self._automatic.append(_style(f"start{number}", size=1, master=f"m{number}"))
        yield f'<text:p text:style-name="start{number}"/>'
        for block in section.blocks:
            yield from self._block(block, _WIDTH[section.orientation])

    def _block(self, block: object, width: float) -> Iterator[str]:  # noqa: C901 - a case for each kind of block
        match block:
            case Paragraph():
                yield f'<text:p text:style-name="{block.style.value}">{self._runs(block.runs)}</text:p>'
            case Heading():
                lines = "<text:line-break/>".join(self._say(line) for line in block.lines)
                level = min(block.level, 2)
                yield f'<text:h text:style-name="h{level}" text:outline-level="{level + 1}">{lines}</text:h>'
            case ListItem():
                inside = f"{self._say(block.marker)} {self._runs(block.runs)}"
                yield f'<text:p text:style-name="item{block.level}">{inside}</text:p>'
            case Space():
                name = f"space{len(self._automatic)}"
                self._automatic.append(_style(name, f'fo:margin-top="{block.millimetres}mm"', size=1))
                yield f'<text:p text:style-name="{name}"/>'
            case PageBreak():
                yield '<text:p text:style-name="break"/>'
            case Contents():
                listed = (b for s in self._document.sections for b in s.blocks if isinstance(b, Heading) and b.listed)
                for heading in listed:
                    yield f'<text:p text:style-name="plain">{self._say(heading.text)}</text:p>'
            case Table():
                yield self._table(block, width)
            case Borderless():
                for row in block.rows:
                    yield f'<text:p text:style-name="plain">{"<text:tab/>".join(self._say(t) for t in row)}</text:p>'
            case Signature():
                for line in (f"{block.label}{'.' * 50}", f"({block.name})", *block.position):
                    yield f'<text:p text:style-name="signed">{self._say(line)}</text:p>'

    def _table(self, table: Table, width: float) -> str:
        self._tables += 1
        name = f"t{self._tables}"
        total = sum(column.width for column in table.columns)
        for place, column in enumerate(table.columns):
            self._automatic.append(
                f'<style:style style:name="{name}c{place}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{column.width * width / total:.2f}mm"/></style:style>'
            )
        size = table.size * 1.0156
        self._automatic += [
            (f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{width}mm" '
            'table:align="left"/></style:style>'),
            _style(f"{name}left", size=size, leading=_IN_CELLS),
            _style(f"{name}center", _CENTRED, size=size, leading=_IN_CELLS),
            _style(f"{name}right", 'fo:text-align="end"', size=size, leading=_IN_CELLS),
            _style(f"{name}justify", size=size, leading=_IN_CELLS),
            _style(f"{name}head", _CENTRED, size=size, leading=_IN_CELLS, bold=True),
        ]
        columns = "".join(
            f'<table:table-column table:style-name="{name}c{place}"/>' for place in range(len(table.columns))
        )
        head = "".join(self._head(table.columns, name))
        rows = "".join(self._rows(table, name))
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>"
        )

    def _cell(self, text: str, style: str, spans: str = "") -> str:
        return (
            f'<table:table-cell table:style-name="cell" {spans}><text:p text:style-name="{style}">{escape(text)}'
            "</text:p></table:table-cell>"
        )

    def _head(self, columns: tuple[Column, ...], name: str) -> Iterator[str]:
        style = f"{name}head"
        if any(column.group for column in columns):
            yield "<table:table-row>"
            for group, run in groupby(columns, key=lambda column: column.group):
                span = list(run)
                if group:
                    yield self._cell(group, style, f'table:number-columns-spanned="{len(span)}"')
                    yield "<table:covered-table-cell/>" * (len(span) - 1)
                else:
                    yield "".join(self._cell("", style) for _ in span)
            yield "</table:table-row>"
        yield f"<table:table-row>{''.join(self._cell(c.heading, style) for c in columns)}</table:table-row>"

    def _rows(self, table: Table, name: str) -> Iterator[str]:
        thai = self._document.thai_digits
        before: tuple[object, ...] = (None,) * len(table.columns)
        for row in table.rows:
            cells = []
            for column, value, above in zip(table.columns, row.cells, before, strict=True):
                text = "" if column.merged and value == above else cell_text(value, column.format, thai=thai)
                cells.append(self._cell(text, f"{name}{column.align.value}"))
            before = row.cells
            yield f"<table:table-row>{''.join(cells)}</table:table-row>"
        if table.total:
            cells = [
                self._cell(table.total.label if place == 0 else cell_text(value, column.format, thai=thai), f"{name}head")
                for place, (column, value) in enumerate(zip(table.columns, table.total.cells, strict=True))
            ]
            yield f"<table:table-row>{''.join(cells)}</table:table-row>"
