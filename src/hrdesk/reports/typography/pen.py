"""Draws shaped lines on a ReportLab canvas, a line to a text object."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hrdesk.reports.document import Align
from hrdesk.reports.typography.lines import underlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from hrdesk.reports.typography.font import Letter, Shaped, ThaiFont
    from hrdesk.reports.typography.lines import Line
    from hrdesk.reports.typography.units import Piece, Typesetter

_BEFORE = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}  # part of the width left of the given place
_DOT_STEP = 4.0  # points
_UNDERLINE_DEPTH, _UNDERLINE_WIDTH = 0.12, 0.05  # of the size


_MOST_INKED = 16_000  # words
_BACK = "\0"  # stands in an array where letter spacing before a mark is taken back, if there is any
# What cannot stand in a string as it is: its brackets, a carriage return, which is read as a line feed, and our own mark.
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r", _BACK: r"\000"})


# What one TJ operator can show: a subset font and the operator's array, `_BACK` still in it.
_Stretch = tuple[str, str]


class _Compressed:
    """A filter of ReportLab's for a stream that has passed it."""

    pdfname = "FlateDecode"

    @staticmethod
    def encode(stream: bytes) -> bytes:
        return stream


class Pen:
    """One per document: glyph codes differ between documents."""

    def __init__(self, canvas: Canvas, setter: Typesetter) -> None:
        self.canvas = canvas
        self.setter = setter
        # Glyphs are counted into font subsets per document, which ReportLab's canvas keeps to itself.
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self.outline_level = -1  # of the last entry: a level must not be skipped
        self._glyphs: dict[tuple[int, str], tuple[str, str]] = {}
        self._letters: dict[Letter, list[_Stretch]] = {}
        self._inked: dict[tuple[int, str], tuple[_Stretch, ...]] = {}

    def end_page(self) -> None:
        """Kept compressed from now on: ReportLab would hold the text of all pages until the file is written."""
        from reportlab.pdfbase.pdfdoc import PDFStream, PDFZCompress  # noqa: PLC0415

        self.canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Contents = PDFStream(content=PDFZCompress.encode(page.stream.encode("latin-1")), filters=[_Compressed])
        page.stream = None

    def text(
        self, x: float, y: float, text: str, size: float, align: Align = Align.LEFT, *, bold: bool = False
    ) -> float:
        """One line that is never broken; returns its width in points."""
        font = self.setter.fonts.face(bold=bold)
        shaped = [(chosen, chosen.shape(part)) for chosen, part in self.setter.fonts.by_coverage(font, text)]
        width = sum(each.width for _, each in shaped) * size / 1000
        x -= width * _BEFORE[align]
        stretches = [stretch for chosen, each in shaped for stretch in self._ink(chosen, each)]
        self._show(x, y, size, 0.0, stretches)
        return width

    def dotted(self, start: float, stop: float, y: float, size: float) -> None:
        """A dotted line on the baseline; dots of different lines stand under each other."""
        font = self.setter.fonts.regular
        dot = font.shape(".")
        first = (int(start / _DOT_STEP) + 1) * _DOT_STEP
        count = int((stop - first) / _DOT_STEP) + 1
        if count > 0:
            ((name, shown),) = self._ink(font, dot)
            move = _number(dot.width - _DOT_STEP * 1000 / size)
            self._show(first, y, size, 0.0, [(name, move.join([shown] * count))])

    def line(self, x: float, y: float, line: Line, size: float) -> None:
        """`x` is where the line's letters start, `y` its baseline."""
        stretches: list[_Stretch] = []
        for piece in line.pieces:
            if piece.blank and line.space:
                stretches += self._opened_blank(piece, line)
            else:
                stretches += self._ink(piece.font, piece.shaped)
        if line.tail is not None:
            stretches += self._ink(line.tail.font, line.tail.shaped)
        self._show(x, y, size, line.letter, stretches)
        for start, end in underlines(line):
            self.canvas.setLineWidth(size * _UNDERLINE_WIDTH)
            depth = y - size * _UNDERLINE_DEPTH
            self.canvas.line(x + start * size / 1000, depth, x + end * size / 1000, depth)

    def _show(self, x: float, y: float, size: float, letter: float, stretches: Sequence[_Stretch]) -> None:
        if not stretches:
            return
        code = [f"BT 1 0 0 1 {_number(x, 2)} {_number(y, 2)} Tm"]
        if letter:
            code.append(f"{_number(letter * size / 1000)} Tc")
        font, array = "", ""
        for name, part in stretches:
            if name != font:
                if array:
                    code.append(f"[{array}] TJ")
                code.append(f"{name} {_number(size)} Tf")
                font, array = name, ""
            array += part
        code.append(f"[{array}] TJ")
        if letter:
            code.append("0 Tc")
        code.append("ET")
        back = _number(letter, 1) if letter else ""
        self.canvas.addLiteral(" ".join(code).replace(_BACK, back).replace(")(", ""))

    def _ink(self, font: ThaiFont, shaped: Shaped) -> tuple[_Stretch, ...]:
        """A word is put together once; what letter spacing changes in it is left open."""
        key = id(font), shaped.text
        inked = self._inked.get(key)
        if inked is None:
            if len(self._inked) >= _MOST_INKED:
                self._inked.clear()
            stretches: list[_Stretch] = []
            last, array = "", ""
            for letter in shaped.letters:
                for name, codes in self._letters.get(letter) or self._letter(font, letter):
                    if name != last:
                        if array:
                            stretches.append((last, array))
                        last, array = name, ""
                    array += codes
            inked = self._inked[key] = (*stretches, (last, array))
        return inked

    def _letter(self, font: ThaiFont, letter: Letter) -> list[_Stretch]:
        inked = self._letters[letter] = []
        for glyph in letter.glyphs:
            name, code = self._glyph(font, glyph.code)
            inked.append((name, f"{_BACK}({code})" if glyph.mark else f"({code})"))
        return inked

    def _glyph(self, font: ThaiFont, char: str) -> tuple[str, str]:
        """The subset font that has it in this document, and its code there as a string of PDF has it."""
        key = id(font), char
        found = self._glyphs.get(key)
        if found is None:
            ((subset, byte),) = font.splitString(char, self._document)
            name = str(font.getSubsetInternalName(subset, self._document))
            found = self._glyphs[key] = name, byte.decode("latin-1").translate(_ESCAPED)
        return found

    def _opened_blank(self, piece: Piece, line: Line) -> Sequence[_Stretch]:
        opened = _number(-line.space, 1)
        codes = [self._glyph(piece.font, glyph.code) for glyph in piece.shaped.glyphs]
        return [(codes[0][0], "".join(f"({code}){opened}" for _, code in codes))]


@lru_cache(maxsize=1 << 12)  # lines stand at the same heights and margins on every page
def _number(value: float, digits: int = 3) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
