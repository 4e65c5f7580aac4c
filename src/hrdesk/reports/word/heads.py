"""Krut, heads of letters and memoranda and lines to fill in as WordprocessingML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from hrdesk.reports import document as doc
from hrdesk.reports.forms.letterheads import LETTER_KRUT, MEMO_KRUT, MEMO_TITLE, MEMO_TITLE_SIZE
from hrdesk.reports.word import styles
from hrdesk.reports.word.markup import Look, align, exact_line, indent, paragraph, run, spacing, tabs
from hrdesk.reports.word.styles import style_id
from hrdesk.reports.word.tables import borderless
from hrdesk.thai.text import letter_columns

_LETTER_MM = 3.1  # of a letter at 16 points, about: for the room of labels
_MEMO_LABEL = Look(bold=True, size=20)
_KRUT_WORD = "(ครุฑ)"
_GAP = 6.0  # points
_LEADING = 1.3
_KRUT_COLUMN = 36.0  # millimetres
_EMPTY = paragraph("")
_POINTS = 72 / 25.4  # of a millimetre


class Heads:
    def __init__(
        self, text: Callable[[str], str], picture: Callable[[bytes, float, float, str], str], document: doc.Document
    ) -> None:
        self._text = text
        self._picture = picture
        self._emblem, self._logo = document.emblem, document.logo
        self.width = 0.0  # millimetres of the section's text

    def block(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Krut():
                yield self._krut(block.height, spacing(0, _GAP) + align("center"))
            case doc.Logo():
                if self._logo:
                    picture = self._picture(self._logo, 0.0, block.height, "ตราสัญลักษณ์หน่วยงาน")
                    yield paragraph(picture, style_id(styles.FIGURE), spacing(0, _GAP) + align("center"))
            case doc.LetterHead():
                yield from self._letter(block)
            case doc.MemoHead():
                yield from self._memo(block)
            case doc.FillIn():
                yield self._fill_in([(part.label, part.text) for part in block.parts], Look())
            case doc.Rule():
                sides = (self.width - block.millimetres) / 2
                border = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
                yield paragraph("", "", border + spacing(_GAP, 0) + indent(sides, right=sides))

    def _krut(self, height: float, more: str = "") -> str:
        """Without an image, a word stands in a line of the krut's height."""
        if self._emblem:
            return paragraph(self._picture(self._emblem, 0.0, height, "ครุฑ"), style_id(styles.FIGURE), more)
        return paragraph(run(_KRUT_WORD), "", exact_line(height * _POINTS) + align("center"))

    def _letter(self, head: doc.LetterHead) -> Iterator[str]:
        """With its krut: number and the first line of the sender stand at its feet, the other lines below."""
        left = paragraph(run(self._text(f"ที่ {head.number}")))
        office = [paragraph(run(self._text(line))) for line in head.office]
        krut = self._krut(LETTER_KRUT, spacing() + align("center"))
        rows = [[left, krut, office[0] if office else _EMPTY]]
        if office[1:]:
            rows.append([_EMPTY, _EMPTY, "".join(office[1:])])
        side = (self.width - _KRUT_COLUMN) / 2
        yield borderless(rows, [side, _KRUT_COLUMN, side], bottom=True)
        yield paragraph(run(self._text(head.date)), "", spacing(_GAP, 0) + align("center"))
        for item in head.items:
            yield from self._items(item)
        yield paragraph("", "", exact_line(_GAP))

    def _items(self, item: doc.LetterItem) -> Iterator[str]:
        hang = (letter_columns(item.label) + 1) * _LETTER_MM
        for number, text in enumerate(item.texts, start=1):
            shown = self._text(f"{number}. {text}" if len(item.texts) > 1 else text)
            label = item.label if number == 1 else ""
            room = tabs((hang, "left", "none")) + spacing(_GAP if label else 0, 0) + indent(hang, hang)
            yield paragraph(run(f"{label}\t{shown}"), "", room)

    def _memo(self, head: doc.MemoHead) -> Iterator[str]:
        krut = self._krut(MEMO_KRUT)
        title = paragraph(run(MEMO_TITLE, Look(bold=True, size=MEMO_TITLE_SIZE)), style_id(styles.FIGURE))
        side = MEMO_KRUT + 8
        yield borderless([[krut, title, paragraph("")]], [side, self.width - 2 * side, side])
        yield self._fill_in([("ส่วนราชการ", head.office)], _MEMO_LABEL)
        yield self._fill_in([("ที่", head.number), ("วันที่", head.date)], _MEMO_LABEL)
        yield self._fill_in([("เรื่อง", head.subject)], _MEMO_LABEL)
        yield from self._items(doc.LetterItem("เรียน", (head.to,)))
        yield paragraph("", "", exact_line(_GAP))

    def _fill_in(self, parts: Sequence[tuple[str, str]], look: Look) -> str:
        """Each part ends with dots up to its share of the line."""
        share = self.width / len(parts)
        stops = tabs(*((share * number, "left" if number < len(parts) else "right", "dot")
                       for number in range(1, len(parts) + 1)))  # fmt: skip
        content = ""
        for label, text in parts:
            content += run(f"{label} ", look) if label else ""
            content += run(f"{self._text(text) if text.strip('.') else ''}\t")
        return paragraph(content, "", stops + (exact_line(look.size * _LEADING) if look.size else ""))
