"""The blocks of a Document as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from hrdesk.reports import document as doc
from hrdesk.reports.document import COVER_STYLES, Style
from hrdesk.reports.wide_tables import in_parts
from hrdesk.reports.word import styles
from hrdesk.reports.word.heads import Heads
from hrdesk.reports.word.markup import (
    KEEP,
    align,
    bookmark,
    exact_line,
    field,
    indent,
    kept,
    paragraph,
    run,
    runs,
    tabs,
)
from hrdesk.reports.word.styles import style_id
from hrdesk.reports.word.tables import borderless, table
from hrdesk.thai.linebreak import glue
from hrdesk.thai.numbers import thai_digits_in_prose

Picture = Callable[[bytes, float, float, str], str]  # an image's bytes, its size in mm, its description → a run
MM_PER_POINT = 25.4 / 72
_STYLES = {
    Style.BODY: styles.BODY,
    Style.PLAIN: styles.FLUSH,
    Style.CENTERED: styles.CENTERED,
    Style.COVER_TITLE: styles.COVER_TITLE,
    Style.COVER_LINE: styles.COVER_LINE,
    Style.SIGNED: styles.SIGNED,
    Style.CLOSING: styles.CLOSING,
    Style.NOTE: styles.NOTE,
}
_ITEM_LEFT, _ITEM_HANG, _ITEM_LEVEL = 33.0, 9.5, 8.0  # millimetres
_SIGN_DOTS = 40  # of one of two
_KEPT_TEXTS = 2  # paragraphs before a signature
_END = paragraph("", "", exact_line(1))  # no table may end a section
_SPACE_OF_TABLE = paragraph("", "", exact_line(6.0))  # two tables without a paragraph between them grow together


class Blocks:
    """One document's; sections must come in their order, which numbers the headings as bookmarks."""

    def __init__(self, document: doc.Document, numbers: Sequence[str], picture: Picture, drawn: Callable[[doc.Drawing], bytes]) -> None:
        """`numbers` are the printed pages of all headings, `drawn` makes a PNG of a chart."""
        self._document = document
        self._numbers = numbers
        self._picture = picture
        self._drawn = drawn
        self._place = count()
        self._heads = Heads(self.text, picture, document)
        self._shrink = 1.0
        self.width = 0.0  # millimetres of the present section's text

    def text(self, text: str) -> str:
        return thai_digits_in_prose(text) if self._document.thai_digits else text

    def markup(self, section: doc.Section, width: float, shrink: float = 1.0) -> Iterator[str]:
        """`shrink` of their size is what the lines of a cover have."""
        self._shrink = shrink
        self.width = self._heads.width = width
        found: list[str] = []
        bound = headed = False  # what stands above: to what comes next, and as a heading
        for place, block in enumerate(section.blocks):
            after = section.blocks[place + 1 :]
            if isinstance(block, doc.Krut) and after and isinstance(after[0], doc.LetterHead):
                continue  # the head brings its krut
            if isinstance(block, doc.Signature | doc.Signatures):
                _keep_end(found)
            bound = _binds(block, after, bound=bound, headed=headed)
            headed = isinstance(block, doc.Heading)
            made = self._block(block)
            found += map(kept, made) if bound and not headed else made
        if found and found[-1] == _SPACE_OF_TABLE:
            found[-1] = _END
        yield from found

    def _block(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Paragraph():
                yield self._paragraph(block)
            case doc.Heading():
                yield self._heading(block)
            case doc.ListItem():
                yield self._item(block)
            case doc.Contents():
                yield from self._contents(block)
            case doc.Table():
                for part in in_parts(block, self.width):
                    yield table(part, self.width, thai=self._document.thai_digits)
                    yield _SPACE_OF_TABLE
            case doc.Signature() | doc.Signatures():
                yield from self._signatures(block)
            case doc.Drawing() | doc.Picture():
                yield from self._figure(block)
            case _:
                yield from self._layout(block)

    def _layout(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Space():
                yield paragraph("", "", exact_line(block.millimetres / MM_PER_POINT))
            case doc.PageBreak():
                yield paragraph('<w:r><w:br w:type="page"/></w:r>')
            case doc.Borderless():
                scale = min(1.0, self.width / sum(block.widths))
                cells = [[paragraph(run(self.text(text))) for text in row] for row in block.rows]
                yield borderless(cells, [width * scale for width in block.widths])
                yield _SPACE_OF_TABLE
            case _:
                yield from self._heads.block(block)

    def _paragraph(self, block: doc.Paragraph) -> str:
        style = _STYLES[block.style]
        size = styles.SIZES[style] * self._shrink if self._shrink < 1 and block.style in COVER_STYLES else 0.0
        line = exact_line(size * styles.LEADING) if size else ""
        return paragraph(runs(self._runs(block.runs), size), style_id(style), line)

    def _runs(self, parts: doc.Inline) -> tuple[doc.Run, ...]:
        return tuple(doc.Run(self.text(p.text), p.bold, p.italic, p.underline) for p in parts)

    def _heading(self, heading: doc.Heading) -> str:
        place = next(self._place)
        shown = run("\n".join(glue(self.text(line)) for line in heading.lines))
        level = min(heading.level, len(styles.HEADINGS) - 1)
        unlisted = "" if heading.listed else '<w:outlineLvl w:val="9"/>'
        return paragraph(bookmark(_mark(place), place, shown), style_id(styles.HEADINGS[level]), unlisted)

    def _item(self, item: doc.ListItem) -> str:
        left = _ITEM_LEFT + item.level * _ITEM_LEVEL
        hang = indent(left, _ITEM_HANG)
        return paragraph(
            run(f"{self.text(item.marker)}\t") + runs(self._runs(item.runs)),
            style_id(styles.ITEM),
            tabs((left, "left", "none")) + hang,
        )

    def _contents(self, contents: doc.Contents) -> Iterator[str]:
        """A field that Word can renew, already filled with what our own pages say."""
        headings = [b for section in self._document.sections for b in section.blocks if isinstance(b, doc.Heading)]
        entries = [
            self._entry(place, heading)
            for place, heading in enumerate(headings)
            if heading.listed and heading.level <= contents.depth
        ]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
            f'TOC \\o "1-{contents.depth + 1}" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        for number, (style, content) in enumerate(entries):
            stops = tabs((self.width, "right", "dot"))
            yield paragraph((begin if number == 0 else "") + content, style, stops)
        if entries:
            yield paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", exact_line(1))

    def _entry(self, place: int, heading: doc.Heading) -> tuple[str, str]:
        number = field(f"PAGEREF {_mark(place)} \\h", self._numbers[place])
        content = f'<w:hyperlink w:anchor="{_mark(place)}" w:history="1">{run(self.text(heading.text) + chr(9))}{number}</w:hyperlink>'
        return style_id(styles.CONTENTS[min(heading.level, len(styles.CONTENTS) - 1)]), content

    def _signatures(self, block: doc.Signature | doc.Signatures) -> Iterator[str]:
        signatures = block.signatures if isinstance(block, doc.Signatures) else (block,)
        share = self.width / max(len(signatures), 2)
        dots = int(_SIGN_DOTS * 2 / max(len(signatures), 2))
        cells = [paragraph("")] if len(signatures) == 1 else []
        for each in signatures:
            lines = [f"{each.label}{'.' * dots}"] if each.label else []
            lines += [f"({self.text(each.name) or '.' * dots})", *map(self.text, each.position)]
            cells.append("".join(paragraph(run(line), "", KEEP + align("center")) for line in lines))
        yield kept(paragraph("", "", exact_line(30)))
        yield borderless([cells], [share] * len(cells))
        yield _SPACE_OF_TABLE

    def _figure(self, block: doc.Drawing | doc.Picture) -> Iterator[str]:
        data = block.data if isinstance(block, doc.Picture) else self._drawn(block)
        scale = min(1.0, self.width / block.width)
        shown = self._picture(data, block.width * scale, block.height * scale, block.caption)
        yield paragraph(shown, style_id(styles.FIGURE), KEEP if block.caption else "")
        if block.caption:
            yield paragraph(run(self.text(block.caption)), style_id(styles.CAPTION))


def _binds(block: doc.Block, after: Sequence[doc.Block], *, bound: bool, headed: bool) -> bool:
    """Whether a page never ends below it: headings, what leads to a table or figure, and white space below these."""
    if isinstance(block, doc.Paragraph):
        follower = next((each for each in after if not isinstance(each, doc.Space)), None)
        return (headed or block.introduces) and isinstance(follower, doc.Table | doc.Drawing | doc.Picture)
    return isinstance(block, doc.Heading) or (isinstance(block, doc.Space) and bound)


def _keep_end(found: list[str]) -> None:
    """Binds the last lines before a signature to it, so that it never stands on a page alone."""
    texts = 0
    for place in range(len(found) - 1, -1, -1):
        if not found[place].startswith("<w:p>") or texts == _KEPT_TEXTS:
            return
        found[place] = kept(found[place])
        texts += "<w:t" in found[place]


def _mark(place: int) -> str:
    return f"_Toc{place + 1:06}"
