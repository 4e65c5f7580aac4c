"""A Document's blocks as flows: the template settings for sizes and indents live here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import replace
from hrdesk.reports import document as doc
from hrdesk.reports.document import COVER_STYLES, Align, Run, Style
from hrdesk.reports.typography.book import White
from hrdesk.reports.typography.columns import SignatureBlock, TextColumns
from hrdesk.reports.typography.grid import GridTable
from hrdesk.reports.typography.headings import ContentsLine, HeadingParagraph
from hrdesk.reports.typography.heads import official_flows
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.style import MM, TextStyle
from hrdesk.reports.wide_tables import in_parts
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.typography.flow import Flow
    from hrdesk.reports.typography.units import Typesetter

_FIRST_INDENT = 25 * MM
_LIST_INDENT = 25 * MM
_LEVEL_INDENT = 8 * MM
_MARKER_ROOM = 6 * MM
_MARKER_GAP = 2 * MM
_COLUMN_GAP = 1 * MM
_BETWEEN_PARTS = 4 * MM
_NO_NAME = 40  # dots, to be written on by hand
_SIGNED_FROM = 80 * MM  # where the right half of a portrait page begins

_STYLES = {
    Style.BODY: TextStyle(align=Align.JUSTIFY, first=_FIRST_INDENT),
    Style.PLAIN: TextStyle(align=Align.JUSTIFY),
    Style.CENTERED: TextStyle(align=Align.CENTER),
    Style.COVER_TITLE: TextStyle(size=30, align=Align.CENTER, bold=True),
    Style.COVER_LINE: TextStyle(size=20, align=Align.CENTER, bold=True),
    Style.SIGNED: TextStyle(align=Align.CENTER, left=_SIGNED_FROM),
    Style.CLOSING: TextStyle(left=_SIGNED_FROM),
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
        self.setter = setter
        self._document = document
        self.emblem, self.logo = document.emblem, document.logo
        self.place = 0  # of the next heading
        self._scaled: dict[TextStyle, TextStyle] = {}

    def _headings(self) -> list[doc.Heading]:
        blocks = (block for section in self._document.sections for block in section.blocks)
        return [block for block in blocks if isinstance(block, doc.Heading)]

    def flows(self, section: doc.Section, width: float, shrink: float = 1.0) -> Iterator[Flow]:
        """`width` is the frame's, in points; `shrink` of their size is what the lines of a cover have."""
        signed = False  # what follows names the office that answers for the letter
        for place, block in enumerate(section.blocks):
            if isinstance(block, doc.Paragraph):
                headed = place > 0 and isinstance(section.blocks[place - 1], doc.Heading)
                follower = _follower(section.blocks[place + 1 :])
                made = self._paragraph(block, follower, shrink, headed=headed)
                made.keep_with_next |= signed and isinstance(follower, doc.Paragraph)
                yield made
            elif isinstance(block, doc.Signature | doc.Signatures):
                signature = self._signatures(block)
                signed = signature.keep_with_next = isinstance(_follower(section.blocks[place + 1 :]), doc.Paragraph)
                yield signature
            else:
                yield from self._flows(block, width)

    def _flows(self, block: doc.Block, width: float) -> Iterator[Flow]:
        match block:
            case doc.Heading():
                yield self._heading(block)
            case doc.ListItem():
                yield self._item(block)
            case doc.Space() | doc.PageBreak():
                yield _white(block)
            case doc.Contents():
                yield from self._contents(block)
            case doc.Table():
                size = block.size * self.scale
                for place, part in enumerate(in_parts(block, width / MM)):
                    if place:
                        yield White(_BETWEEN_PARTS)
                    yield GridTable.of(self.setter, part, size, thai=self._document.thai_digits)
            case doc.Borderless():
                yield from self._columns(block)
            case _:
                yield from official_flows(block, self)

    def _paragraph(self, block: doc.Paragraph, follower: doc.Block | None, shrink: float, *, headed: bool) -> ThaiParagraph:
        """`headed` stands right below a heading: what it says of a table or figure stays with that."""
        style = _STYLES[block.style]
        if block.style in COVER_STYLES:
            style = replace(style, size=style.size * shrink)
        made = ThaiParagraph.of(self.setter, self._runs(block.runs), self.scaled(style))
        signed = isinstance(follower, doc.Signature | doc.Signatures)
        if block.style is Style.CLOSING or (block.style is Style.CENTERED and signed):  # สั่ง ณ วันที่ …
            made.keep_with_next = made.keep_with_previous = True  # neither opens a page alone nor parts from the name below
        elif isinstance(follower, doc.Table | doc.Drawing | doc.Picture):
            made.keep_with_next = headed or block.introduces
        return made

    @property
    def scale(self) -> float:
        return self.setter.fonts.family.scale

    def scaled(self, style: TextStyle) -> TextStyle:
        scaled = self._scaled.get(style)
        if scaled is None:
            scaled = self._scaled[style] = replace(style, size=style.size * self.scale)
        return scaled

    def text(self, text: str) -> str:
        return thai_digits_in_prose(text) if self._document.thai_digits else text

    def _runs(self, runs: doc.Inline) -> doc.Inline:
        return tuple(Run(self.text(run.text), run.bold, run.italic, run.underline) for run in runs)

    def _printed(self, heading: doc.Heading) -> doc.Heading:
        return replace(heading, lines=tuple(self.text(line) for line in heading.lines))

    def _heading(self, heading: doc.Heading) -> HeadingParagraph:
        style = self.scaled(_HEADINGS[min(heading.level, len(_HEADINGS) - 1)])
        self.place += 1
        return HeadingParagraph(self.setter, self._printed(heading), style, _key(self.place - 1))

    def _contents(self, contents: doc.Contents) -> Iterator[ContentsLine]:
        for place, heading in enumerate(self._headings()):
            if heading.listed and heading.level <= contents.depth:
                style = self.scaled(_CONTENTS[min(heading.level, len(_CONTENTS) - 1)])
                yield ContentsLine(self.setter, self._printed(heading), style, _key(place))

    def _item(self, item: doc.ListItem) -> ThaiParagraph:
        style = self.scaled(_LIST)
        marker = self.text(item.marker)
        hang = max(_MARKER_ROOM, self.setter.width(marker, style.size) + _MARKER_GAP)
        left = _LIST_INDENT + item.level * _LEVEL_INDENT + hang
        return ThaiParagraph.of(
            self.setter, self._runs(item.runs), replace(style, left=left, first=-hang), marker
        )

    def _columns(self, block: doc.Borderless) -> Iterator[TextColumns]:
        style = self.scaled(TextStyle())
        apart = replace(style, right=_COLUMN_GAP)
        for row in block.rows:
            cells = [self.paragraph(self.text(text), style if text is row[-1] else apart) for text in row]
            yield TextColumns(cells, [width * MM for width in block.widths])

    def _signatures(self, block: doc.Signature | doc.Signatures) -> SignatureBlock:
        signatures = block.signatures if isinstance(block, doc.Signatures) else (block,)
        style = self.scaled(TextStyle(align=Align.CENTER))
        rows = []
        no_name = "." * (_NO_NAME * 2 // max(len(signatures), 2))
        for each in signatures:
            lines = (f"({self.text(each.name) or no_name})", *map(self.text, each.position))
            rows.append((each.label, [self.paragraph(line, style) for line in lines]))
        return SignatureBlock(rows, style.size)

    def paragraph(self, text: str, style: TextStyle, marker: str = "") -> ThaiParagraph:
        """`text` is ready to print, `style` scaled."""
        return ThaiParagraph.of(self.setter, (Run(text),), style, marker)


def _follower(blocks: Sequence[doc.Block]) -> doc.Block | None:
    return next((block for block in blocks if not isinstance(block, doc.Space)), None)


def _white(block: doc.Space | doc.PageBreak) -> White:
    return White(block.millimetres * MM) if isinstance(block, doc.Space) else White(ends_page=True)


def _key(place: int) -> str:
    """The link target of the document's nth heading."""
    return f"heading-{place}"
