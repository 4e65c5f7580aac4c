"""The blocks of official papers as flows: krut, heads of letters and memoranda, lines to fill in, figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hrdesk.reports import document as doc
from hrdesk.reports.document import Align
from hrdesk.reports.forms.letterheads import MEMO_TITLE_SIZE
from hrdesk.reports.typography.book import White
from hrdesk.reports.typography.fixed import Emblem, Figure, ShortRule, image_painter
from hrdesk.reports.typography.style import MM, TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrdesk.reports.typography.flow import Flow
    from hrdesk.reports.typography.official import FillLine
    from hrdesk.reports.typography.paragraph import ThaiParagraph
    from hrdesk.reports.typography.units import Typesetter

_ITEM_SPACE = 6.0  # above เรื่อง, เรียน …
_LABEL_GAP = 3 * MM
_SENDER_FROM = 0.62  # of the width, clear of the krut; the date begins in the middle
_MEMO_LABEL = 20.0
_CAPTION = TextStyle(size=14, align=Align.CENTER, before=3)


class Maker(Protocol):
    """What makes paragraphs for the document."""

    setter: Typesetter
    emblem: bytes
    logo: bytes

    def text(self, text: str) -> str: ...

    def scaled(self, style: TextStyle) -> TextStyle: ...

    def paragraph(self, text: str, style: TextStyle, marker: str = "") -> ThaiParagraph: ...


def official_flows(block: doc.Block, maker: Maker) -> Iterator[Flow]:
    match block:
        case doc.Krut():
            yield Emblem(maker.emblem, block.height * MM)
        case doc.Logo():
            if maker.logo:
                yield Emblem(maker.logo, block.height * MM)
        case doc.LetterHead():
            yield from _letter(block, maker)
        case doc.MemoHead():
            yield from _memo(block, maker)
        case doc.FillIn():
            yield _fill_in([(part.label, part.text) for part in block.parts], maker, TextStyle())
        case doc.Rule():
            yield ShortRule(block.millimetres * MM)
        case doc.Drawing():
            from hrdesk.reports.typography.shapes import drawing_painter  # noqa: PLC0415 - few papers have one

            size = block.width * MM, block.height * MM
            yield Figure(size, drawing_painter(block, maker.text), _caption(block.caption, maker))
        case doc.Picture():
            size = block.width * MM, block.height * MM
            yield Figure(size, image_painter(block.data, *size), _caption(block.caption, maker))


def _caption(text: str, maker: Maker) -> ThaiParagraph | None:
    return maker.paragraph(maker.text(text), maker.scaled(_CAPTION)) if text else None


def _letter(head: doc.LetterHead, maker: Maker) -> Iterator[Flow]:
    from hrdesk.reports.typography.official import LetterTop  # noqa: PLC0415 - books and tables have no head

    plain = maker.scaled(TextStyle())
    number = maker.paragraph(maker.text(f"ที่ {head.number}"), plain)
    yield LetterTop(number, [maker.paragraph(maker.text(line), plain) for line in head.office], _SENDER_FROM)
    date = maker.scaled(TextStyle(align=Align.CENTER, before=_ITEM_SPACE))
    yield maker.paragraph(maker.text(head.date), date)
    for item in head.items:
        yield from _items(item, maker)
    yield White(_ITEM_SPACE)


def _items(item: doc.LetterItem, maker: Maker) -> Iterator[Flow]:
    """The label hangs left of the first text; the others are set below it."""
    hang = maker.setter.width(item.label, maker.scaled(TextStyle()).size) + _LABEL_GAP
    for number, text in enumerate(item.texts, start=1):
        shown = maker.text(f"{number}. {text}" if len(item.texts) > 1 else text)
        if number == 1:
            style = TextStyle(before=_ITEM_SPACE, left=hang, first=-hang)
            yield maker.paragraph(shown, maker.scaled(style), item.label)
        else:
            yield maker.paragraph(shown, maker.scaled(TextStyle(left=hang)))


def _memo(head: doc.MemoHead, maker: Maker) -> Iterator[Flow]:
    from hrdesk.reports.typography.official import MemoTop  # noqa: PLC0415 - as above

    scale = maker.scaled(TextStyle()).size / TextStyle().size
    yield MemoTop(maker.emblem, MEMO_TITLE_SIZE * scale)
    label = TextStyle(size=_MEMO_LABEL, bold=True)
    yield _fill_in([("ส่วนราชการ", head.office)], maker, label)
    yield _fill_in([("ที่", head.number), ("วันที่", head.date)], maker, label)
    yield _fill_in([("เรื่อง", head.subject)], maker, label)
    yield White(_ITEM_SPACE)
    yield from _items(doc.LetterItem("เรียน", (head.to,)), maker)
    yield White(_ITEM_SPACE)


def _fill_in(parts: list[tuple[str, str]], maker: Maker, label: TextStyle) -> FillLine:
    from hrdesk.reports.typography.official import FillLine  # noqa: PLC0415 - as above

    styles = maker.scaled(label), maker.scaled(TextStyle())
    made = []
    for texts in parts:
        pair = (
            maker.paragraph(maker.text(text), style) if text.strip(".") else None
            for text, style in zip(texts, styles, strict=True)
        )
        made.append((next(pair), next(pair)))
    return FillLine(made, styles[0].line_height if label.bold else styles[1].line_height * 1.1)
