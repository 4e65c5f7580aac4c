"""A ReportLab font that shapes Thai with HarfBuzz and tells the truth about it in /ToUnicode."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from hrdesk.reports.typography.composites import Composites, Part, Parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SARA_AM, NIKHAHIT, SARA_AA = 0x0E33, 0x0E4D, 0x0E32

# What a glyph says that adds nothing to the text: an empty string makes pdf.js, PDFium and MuPDF print rubbish.
_SAYS_NOTHING = "\u200b"
_FIRST_PRIVATE = 0x100000
_MEMO_LIMIT = 16_000
# How much of its consonant's advance each mark is given, in parts of the em: readers take letters that
# start within a tenth of each other for one printed twice, and a jump back for the end of a word.
_MARK_SHARE = 0.12
# HarfBuzz shapes one script at a time.
_SCRIPT_RUN = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")
_SIGNS = re.compile("[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*\u0e33?|.", re.DOTALL)


class Glyph(NamedTuple):
    """`code` is the character that stands for the glyph in the PDF; it is declared as wide as it advances."""

    code: str
    advance: float  # thousandths of the font size
    mark: bool  # belongs to the glyph before it: no letter spacing between them


class Letter:
    """A letter with its marks, ready to draw: the same object wherever it is drawn alike."""

    __slots__ = ("gaps", "glyphs", "width")

    def __init__(self, glyphs: tuple[Glyph, ...]) -> None:
        self.glyphs = glyphs
        self.width = sum([glyph.advance for glyph in glyphs])  # thousandths of the font size
        self.gaps = sum([not glyph.mark for glyph in glyphs])  # how often letter spacing may open


class Shaped(NamedTuple):
    """A stretch of text in one font, ready to draw."""

    text: str
    letters: tuple[Letter, ...]
    width: float  # thousandths of the font size
    gaps: int  # how often letter spacing may open

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        return tuple(chain.from_iterable([letter.glyphs for letter in self.letters]))


class RawGlyph(NamedTuple):
    """A glyph as HarfBuzz gives it, in font units."""

    gid: int
    advance: int
    x_offset: int
    y_offset: int
    cluster: int


_PLACES = hb.BufferSerializeFlags.NO_GLYPH_NAMES | hb.BufferSerializeFlags.NO_CLUSTERS
_NEVER_SAID = "?"  # by HarfBuzz

# A glyph's number and (x offset, y offset, advance, 0): plain tuples, as HarfBuzz makes thousands of them.
_Placed = tuple[int, tuple[int, int, int, int]]
# A stretch of text that no mark reaches out of, its glyphs, and the cluster of each, counted from its start.
_Placing = tuple[str, tuple[_Placed, ...], tuple[int, ...]]


class _Drawn(NamedTuple):
    """What is drawn from the pen's place, what it says, and how far the pen then moves; font units."""

    says: str
    parts: Parts
    advance: int
    mark: bool


class ThaiFont(TTFont):
    """Every glyph that differs from its character's own gets a private code of its own.

    Marks are drawn by glyphs that start within their consonant's advance, so that the pen never moves back.
    """

    def __init__(self, name: str, path: Path) -> None:
        super().__init__(name, str(path), asciiReadable=False, shapable=False)
        self._thousandths = 1000 / self.face.unitsPerEm
        self._hb_font = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
        self.composites = Composites(self.face, self._hb_font)
        self._covered = frozenset(map(chr, self.face.charToGlyph))  # before private codes come to them
        self._says: dict[int, str] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._memo: dict[str, Shaped] = {}
        self._letters: dict[_Placing, Letter] = {}
        self._alone: dict[str, tuple[str, Letter]] = {}  # by their signs: what HarfBuzz says of letters that stand alone

    @property
    def shaper(self) -> hb.Font:
        """HarfBuzz's view of the file, for who draws outlines."""
        return self._hb_font

    def has(self, text: str) -> bool:
        return self._covered.issuperset(text)

    def shape(self, text: str) -> Shaped:
        shaped = self._memo.get(text)
        if shaped is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            shaped = self._memo[text] = self._shape(text)
        return shaped

    def _shape(self, text: str) -> Shaped:
        """A few hundred letters with their marks make all words, and hardly any stands otherwise in a word than alone."""
        letters: list[Letter] = []
        for run in _SCRIPT_RUN.findall(text):
            alone = [self._alone.get(signs) or self._met(signs) for signs in _SIGNS.findall(run)]
            if "|".join([said for said, _ in alone]) != self._said(_shaped(self._hb_font, run, clusters=False)):
                letters = self._placed_letters(text)
                break
            letters += [letter for _, letter in alone]
        width = sum([letter.width for letter in letters])
        return Shaped(text, tuple(letters), width, sum([letter.gaps for letter in letters]))

    def _met(self, signs: str) -> tuple[str, Letter]:
        shaped = _shaped(self._hb_font, signs)
        placed, counted = _placed(shaped)
        leans = placed[0][1][2] == 0  # on whatever stands before it
        found = self._alone[signs] = _NEVER_SAID if leans else self._said(shaped), self._letter((signs, tuple(placed), tuple(counted)))
        return found

    def _said(self, shaped: hb.Buffer) -> str:
        """The glyphs of a run with their places, as HarfBuzz writes them."""
        said: str = shaped.serialize(self._hb_font, flags=_PLACES)
        return said[1:-1]

    def _placed_letters(self, text: str) -> list[Letter]:
        placed: list[_Placed] = []
        clusters: list[int] = []
        for run in _SCRIPT_RUN.finditer(text):
            glyphs, counted = _placed(_shaped(self._hb_font, run[0]))
            placed += glyphs
            clusters += [run.start() + cluster for cluster in counted]
        return self._letters_of(text, placed, clusters)

    def _letters_of(self, text: str, placed: list[_Placed], clusters: list[int]) -> list[Letter]:
        """What each letter is drawn by in its place is found out once."""
        known = self._letters
        letters: list[Letter] = []
        for placing in _placings(text, tuple(placed), clusters):
            letter = known.get(placing)
            if letter is None:
                letter = known[placing] = self._letter(placing)
            letters.append(letter)
        return letters

    def _letter(self, placing: _Placing) -> Letter:
        text, placed, counted = placing
        if len(set(counted)) == len(placed) == len(text):  # each of its signs has a glyph of its own
            signs = zip(text, placed, strict=True)
            drawn = [_Drawn(sign, (Part(gid, dx, dy),), advance, advance <= 0) for sign, (gid, (dx, dy, advance, _)) in signs]
        else:
            raw = [RawGlyph(gid, advance, dx, dy, cluster) for (gid, (dx, dy, advance, _)), cluster in zip(placed, counted, strict=True)]
            drawn = [each for source, cluster in _clusters(text, raw) for each in self._drawn(source, cluster)]
        if len(drawn) > 1:
            drawn = list(_spread_marks(drawn, round(_MARK_SHARE * self.face.unitsPerEm)))
        return Letter(tuple([self._coded(each) for each in drawn]))

    def _drawn(self, source: str, cluster: Sequence[RawGlyph]) -> Iterator[_Drawn]:
        if len(cluster) > len(source) and ord(source[-1]) == SARA_AM:
            glyphs = self._whole_sara_am(cluster)
        else:
            glyphs = [_as_drawn(raw) for raw in cluster]
        for glyph, says in zip(glyphs, _share(source, len(glyphs)), strict=True):
            yield _Drawn(says, glyph.parts, glyph.advance, glyph.mark)  # _replace would take four times as long

    def _coded(self, drawn: _Drawn) -> Glyph:
        gid = self.composites.gid(drawn.parts, drawn.advance)
        code = ord(drawn.says) if len(drawn.says) == 1 else -1
        if self.face.charToGlyph.get(code) != gid:
            code = self._private(gid, drawn.says)
        return Glyph(chr(code), drawn.advance * self._thousandths, drawn.mark)

    def _private(self, gid: int, says: str) -> int:
        code = self._codes.get((gid, says))
        if code is None:
            code = self._codes[gid, says] = _FIRST_PRIVATE + len(self._codes)
            self._says[code] = says
            self.face.charToGlyph[code] = gid
            self.face.charWidths[code] = self.face.hmetrics[gid][0] * self._thousandths
        return code

    def _whole_sara_am(self, cluster: Sequence[RawGlyph]) -> list[_Drawn]:
        """HarfBuzz gives nikhahit, (tones), aa for (tones), am: draw nikhahit and aa as one glyph.

        Glyphs and characters are then one to one, and copied text is exact.
        """
        ring, *tones, aa = cluster
        drawn = [_as_drawn(raw) for raw in cluster]
        if (ring.gid, aa.gid) != tuple(self.face.charToGlyph.get(char) for char in (NIKHAHIT, SARA_AA)):
            return drawn
        back = ring.x_offset - sum(raw.advance for raw in cluster[:-1])
        parts = drawn[-1].parts[0], Part(ring.gid, back, ring.y_offset)
        return [*drawn[1 : 1 + len(tones)], drawn[-1]._replace(parts=parts)]

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab calls it when the file is written
        subsets = [list(subset) for subset in self.state[doc].subsets]
        self.composites.write()
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = _to_unicode(subset, self._says)


def raw_glyphs(font: hb.Font, run: str) -> list[RawGlyph]:
    """HarfBuzz's own answer for a run in one script."""
    found = _shaped(font, run)
    return [
        RawGlyph(info.codepoint, place.x_advance, place.x_offset, place.y_offset, info.cluster)
        for info, place in zip(found.glyph_infos, found.glyph_positions, strict=True)
    ]


def _shaped(font: hb.Font, run: str, *, clusters: bool = True) -> hb.Buffer:
    """`clusters` tell for each glyph which sign it belongs to."""
    buffer = hb.Buffer()
    if clusters:
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(run)
    buffer.direction, buffer.language = "ltr", "th"
    buffer.script = "Thai" if "\u0e00" <= run[0] <= "\u0e7f" else "Latn"
    hb.shape(font, buffer)
    return buffer


def _placed(shaped: hb.Buffer) -> tuple[list[_Placed], list[int]]:
    infos = shaped.glyph_infos
    placed = [(info.codepoint, place.position) for info, place in zip(infos, shaped.glyph_positions, strict=True)]
    return placed, [info.cluster for info in infos]


def _placings(text: str, placed: tuple[_Placed, ...], clusters: list[int]) -> list[_Placing]:
    """Letters with the marks on them. A cluster of several glyphs stays with what stands before it: its first are marks."""
    found: list[_Placing] = []
    count, start = len(placed), 0
    clusters.append(len(text))
    while start < count:
        first, end = clusters[start], start + 1
        while end < count and (
            placed[end][1][2] == 0 or clusters[end] == clusters[end - 1] or clusters[end] == clusters[end + 1]
        ):
            end += 1
        counted = (0,) if end == start + 1 else tuple([cluster - first for cluster in clusters[start:end]])
        found.append((text[first : clusters[end]], placed[start:end], counted))
        start = end
    return found


def _clusters(run: str, raw: Sequence[RawGlyph]) -> Iterator[tuple[str, Sequence[RawGlyph]]]:
    """The characters that were shaped together, with their glyphs."""
    start = 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and raw[end].cluster == raw[start].cluster:
            end += 1
        stop = raw[end].cluster if end < len(raw) else len(run)
        yield run[raw[start].cluster : stop], raw[start:end]
        start = end


def _as_drawn(raw: RawGlyph) -> _Drawn:
    return _Drawn("", (Part(raw.gid, raw.x_offset, raw.y_offset),), raw.advance, mark=raw.advance <= 0)


def _spread_marks(drawn: Sequence[_Drawn], share: int) -> Iterator[_Drawn]:
    """Give each mark a share of its consonant's advance; everything is drawn where it was."""
    at, count = 0, len(drawn)
    while at < count:
        letter = drawn[at]
        end = at + 1
        while end < count and drawn[end].advance == 0:
            end += 1
        marks = drawn[at + 1 : end]
        if not marks or letter.advance <= 0:
            yield from drawn[at:end]
        else:
            part = min(share, letter.advance // (len(marks) + 1))
            yield _Drawn(letter.says, letter.parts, letter.advance - part * len(marks), letter.mark)
            for left, mark in zip(range(len(marks), 0, -1), marks, strict=True):
                moved = tuple(Part(gid, dx + part * left, dy) for gid, dx, dy in mark.parts)
                yield _Drawn(mark.says, moved, part, mark.mark)
        at = end


def _share(source: str, glyphs: int) -> list[str]:
    """Deal the characters of a cluster out to its glyphs."""
    if glyphs >= len(source):
        return [_SAYS_NOTHING] * (glyphs - len(source)) + list(source)
    return [*source[: glyphs - 1], source[glyphs - 1 :]]


def _to_unicode(subset: Sequence[int], says: dict[int, str]) -> str:
    """The CMap that readers copy text by. `subset` lists the character of each byte."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    rows = [
        f"<{byte:02X}> <{says.get(code, chr(code)).encode('utf-16-be').hex().upper()}>"
        for byte, code in enumerate(subset)
        if code
    ]
    for start in range(0, len(rows), 100):
        part = rows[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
