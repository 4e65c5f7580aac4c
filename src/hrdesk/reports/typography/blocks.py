"""A Document's blocks as flows: the template settings for sizes and indents live here."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from hrdesk.reports import document as doc
from hrdesk.reports.document import Align, Run, Style
from hrdesk.reports.typography.book import White
from hrdesk.reports.typography.columns import SignatureBlock, TextColumns
from hrdesk.reports.typography.grid import GridTable
from hrdesk.reports.typography.headings import ContentsLine, HeadingParagraph
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.style import MM, TextStyle
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.reports.typography.flow import Flow
    from hrdesk.reports.typography.units import Typesetter

_FIRST_INDENT = 25 * MM
_LIST_INDENT = 25 * MM
_LEVEL_INDENT = 8 * MM
_MARKER_ROOM = 6 * MM
_MARKER_GAP = 2 * MM
_NO_NAME = "." * 45  # to be written by hand
_SIGNED_FROM = 80 * MM  # where the right half of a portrait page begins

_STYLES = {
    Style.BODY: TextStyle(align=Align.JUSTIFY, first=_FIRST_INDENT),
    Style.PLAIN: TextStyle(align=Align.JUSTIFY),
    Style.CENTERED: TextStyle(align=Align.CENTER),
    Style.COVER_TITLE: TextStyle(size=30, align=Align.CENTER, bold=True),
    Style.COVER_LINE: TextStyle(size=20, align=Align.CENTER, bold=True),
    Style.SIGNED: TextStyle(align=Align.CENTER, left=_SIGNED_FROM),
    Style.NOTE: TextStyle(size=14, leading=1.25),
}
_HEADINGS = (
    TextStyle(size=20, align=Align.CENTER, bold=True, before=16, after=8),
    TextStyle(size=18, bold=True, before=8, after=2),
    TextStyle(size=16, bold=True, before=6, after=2),
)
_LIST = TextStyle(align=Align.JUSTIFY)
_CONTENTS = (TextStyle(before=2), TextStyle())


class Blocks:
    """Makes flows for one document; sections must come in their order, which numbers the headings as link targets."""

    def __init__(self, setter: Typesetter, document: doc.Document) -> None:
        self._setter = setter
        self._document = document
        self._place = count()  # of the next heading

    def _headings(self) -> list[doc.Heading]:
        blocks = (block for section in self._document.sections for block in section.blocks)
        return [block for block in blocks if isinstance(block, doc.Heading)]

    def flows(self, section: doc.Section) -> Iterator[Flow]:
        for block in section.blocks:
            yield from self._flows(block)

    def _flows(self, block: doc.Block) -> Iterator[Flow]:
        match block:
            case doc.Paragraph():
                yield ThaiParagraph.of(
                    self._setter, self._runs(block.runs), self._scaled(_STYLES[block.style])
                )
            case doc.Heading():
                yield self._heading(block)
            case doc.ListItem():
                yield self._item(block)
            case doc.Space():
                yield White(block.millimetres * MM)
            case doc.PageBreak():
                yield White(ends_page=True)
            case doc.Contents():
                yield from self._contents(block)
            case doc.Table():
                size = block.size * self._scale
                yield GridTable.of(self._setter, block, size, thai=self._document.thai_digits)
            case doc.Borderless():
                yield from self._columns(block)
            case doc.Signature():
                yield self._signature(block)

    @property
    def _scale(self) -> float:
        return self._setter.fonts.family.scale

    def _scaled(self, style: TextStyle) -> TextStyle:
        return replace(style, size=style.size * self._scale)

    def _text(self, text: str) -> str:
        return thai_digits_in_prose(text) if self._document.thai_digits else text

    def _runs(self, runs: doc.Inline) -> doc.Inline:
        return tuple(replace(run, text=self._text(run.text)) for run in runs)

    def _printed(self, heading: doc.Heading) -> doc.Heading:
        return replace(heading, lines=tuple(self._text(line) for line in heading.lines))

    def _heading(self, heading: doc.Heading) -> HeadingParagraph:
        style = self._scaled(_HEADINGS[min(heading.level, len(_HEADINGS) - 1)])
        return HeadingParagraph(self._setter, self._printed(heading), style, _key(next(self._place)))

    def _contents(self, contents: doc.Contents) -> Iterator[ContentsLine]:
        for place, heading in enumerate(self._headings()):
            if heading.listed and heading.level <= contents.depth:
                style = self._scaled(_CONTENTS[min(heading.level, len(_CONTENTS) - 1)])
                yield ContentsLine(self._setter, self._printed(heading), style, _key(place))

    def _item(self, item: doc.ListItem) -> ThaiParagraph:
        style = self._scaled(_LIST)
        marker = self._text(item.marker)
        hang = max(_MARKER_ROOM, self._setter.width(marker, style.size) + _MARKER_GAP)
        left = _LIST_INDENT + item.level * _LEVEL_INDENT + hang
        return ThaiParagraph.of(
            self._setter, self._runs(item.runs), replace(style, left=left, first=-hang), marker
        )

    def _columns(self, block: doc.Borderless) -> Iterator[TextColumns]:
        style = self._scaled(TextStyle())
        for row in block.rows:
            cells = [ThaiParagraph.of(self._setter, (Run(self._text(text)),), style) for text in row]
            yield TextColumns(cells, [width * MM for width in block.widths])

    def _signature(self, block: doc.Signature) -> SignatureBlock:
        lines = (f"({self._text(block.name) or _NO_NAME})", *map(self._text, block.position))
        style = self._scaled(TextStyle(align=Align.CENTER))
        below = [ThaiParagraph.of(self._setter, (Run(line),), style) for line in lines]
        return SignatureBlock(block.label, below, style.size)


def _key(place: int) -> str:
    """The link target of the document's nth heading."""
    return f"heading-{place}"
