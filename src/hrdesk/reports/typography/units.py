"""Text as the line breaker sees it: shaped units that nothing parts, and the white space after each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.thai.linebreak import break_offsets, glue, inside_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrdesk.reports.document import Run
    from hrdesk.reports.typography.font import Shaped, ThaiFont
    from hrdesk.reports.typography.fonts import FontSet

NO_BREAK_SPACE = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"

_CACHE_LIMIT = 100_000
_TOKEN = re.compile(f" +|{ZERO_WIDTH_SPACE}|[^ {ZERO_WIDTH_SPACE}]+")
_INVISIBLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200c-\u200f\u2060\ufeff]")
_BLANK = re.compile(f"({NO_BREAK_SPACE}+)")
_NUMBER = re.compile(r"[-+(]?[0-9๐-๙][0-9๐-๙.,:/%]*\)?")
# What may not be parted even in the narrowest column: a consonant with its vowels and tone.
_CLUSTER = re.compile("[เ-ไ]?[^ะ-ฺๅ็-๎][ะ-ฺๅ็-๎]*(?:[ก-ฮ]์)?|.")


class Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    underline: bool = False


class Piece(NamedTuple):
    """Text in one font without blanks, or blanks only; widths are thousandths of the size."""

    font: ThaiFont
    shaped: Shaped
    underline: bool
    blank: bool

    @property
    def width(self) -> float:
        return self.shaped.width


Styled = tuple[tuple[str, Look], ...]


class Unit(NamedTuple):
    """Never parted unless the column is narrower; `space` follows it, `hard` ends the line after it."""

    source: Styled
    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None = None
    hard: bool = False

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.source)


class Typesetter:
    """Turns runs into units with one family of fonts. Every word is broken and shaped once."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self._units: dict[Styled, Unit] = {}
        self._cuts: dict[str, tuple[str, ...]] = {}

    def units(self, runs: Sequence[Run], *, bold: bool = False) -> tuple[Unit, ...]:
        """The units of a paragraph; a line feed in the text ends a line."""
        found: list[Unit] = []
        for line in _lines(runs, bold=bold):
            start = len(found)
            self._add_line(line, found)
            if len(found) == start:
                found.append(Unit((), (), 0.0))
            found[-1] = found[-1]._replace(space=None, hard=True)
        return tuple(found)

    def width(self, text: str, size: float) -> float:
        """Points that `text` takes on one line."""
        parts = self.fonts.by_coverage(self.fonts.regular, text)
        return sum(font.shape(part).width for font, part in parts) * size / 1000

    def narrowed(self, unit: Unit, limit: float) -> list[Unit]:
        """Part a unit that is wider than the column: at glued spaces, between words, between letters."""
        text = unit.text
        if NO_BREAK_SPACE in text:
            return self._at_glued_spaces(unit, limit)
        if unit.width <= limit or _NUMBER.fullmatch(text):
            return [unit]
        cuts: list[int] = []
        start = previous = 0
        for end in self._fine_ends(unit, limit):
            if previous > start and self._width(unit, start, end) > limit:
                cuts.append(previous)
                start = previous
            previous = end
        parts = [self._unit(source) for source in _cut(unit.source, cuts)]
        parts[-1] = parts[-1]._replace(space=unit.space, hard=unit.hard)
        return parts

    def _add_line(self, line: Styled, found: list[Unit]) -> None:
        spans = _spans(line)
        text = "".join(part for part, _ in line)
        start = len(found)
        for token in _TOKEN.finditer(text):
            chunk = token.group()
            if chunk[0] == " ":
                if len(found) > start:
                    look = _slice(spans, token.start(), token.start() + 1)[0][1]
                    found[-1] = found[-1]._replace(space=self._blank(chunk, look))
            elif chunk != ZERO_WIDTH_SPACE:
                offset = token.start()
                for part in self._parts(chunk):
                    found.append(self._unit(_slice(spans, offset, offset + len(part))))
                    offset += len(part)

    def _parts(self, chunk: str) -> tuple[str, ...]:
        parts = self._cuts.get(chunk)
        if parts is None:
            _make_room(self._cuts)
            ends = (*break_offsets(chunk), len(chunk))
            parts = tuple(chunk[i:j] for i, j in zip((0, *ends), ends, strict=False))
            self._cuts[chunk] = parts
        return parts

    def _unit(self, source: Styled) -> Unit:
        unit = self._units.get(source)
        if unit is None:
            _make_room(self._units)
            pieces = tuple(self._pieces(source))
            unit = self._units[source] = Unit(source, pieces, sum(piece.width for piece in pieces))
        return unit

    def _pieces(self, source: Styled) -> Iterator[Piece]:
        for text, look in source:
            font = self.fonts.face(bold=look.bold, italic=look.italic)
            for part in filter(None, _BLANK.split(text)):
                if part[0] == NO_BREAK_SPACE:
                    yield self._blank(part, look)
                else:
                    for chosen, covered in self.fonts.by_coverage(font, part):
                        yield Piece(chosen, chosen.shape(covered), look.underline, blank=False)

    def _blank(self, text: str, look: Look) -> Piece:
        font = self.fonts.face(bold=look.bold, italic=look.italic)
        return Piece(font, font.shape(" " * len(text)), look.underline, blank=True)

    def _at_glued_spaces(self, unit: Unit, limit: float) -> list[Unit]:
        """Give up no-break spaces; only what then is still too wide is parted further."""
        spans, parts = _spans(unit.source), []
        tokens = re.finditer(f"[^{NO_BREAK_SPACE}]+|{NO_BREAK_SPACE}+", unit.text)
        for token in tokens:
            source = _slice(spans, *token.span())
            if token.group()[0] != NO_BREAK_SPACE:
                parts.append(self._unit(source))
            elif parts:
                parts[-1] = parts[-1]._replace(space=self._blank(token.group(), source[0][1]))
        if not parts:
            return [unit]
        parts[-1] = parts[-1]._replace(space=unit.space, hard=unit.hard)
        return [smaller for part in parts for smaller in self.narrowed(part, limit)]

    def _fine_ends(self, unit: Unit, limit: float) -> list[int]:
        text = unit.text
        ends = {*break_offsets(text, fine=True), len(text)}
        for start, end in zip(sorted({0, *ends}), sorted(ends), strict=False):
            ends.update(self._ends_within(unit, start, end, limit))
        return sorted(ends)

    def _ends_within(self, unit: Unit, start: int, end: int, limit: float) -> Iterator[int]:
        """Where to part one word that is too wide: at the words inside it, else between letters."""
        if self._width(unit, start, end) <= limit:
            return
        word = unit.text[start:end]
        inner = [start + offset for offset in inside_word(word) if 0 < offset < len(word)]
        if not inner:
            yield from (start + match.end() for match in _CLUSTER.finditer(word))
            return
        yield from inner
        for left, right in zip((start, *inner), (*inner, end), strict=True):
            yield from self._ends_within(unit, left, right, limit)

    def _width(self, unit: Unit, start: int, end: int) -> float:
        return self._unit(_slice(_spans(unit.source), start, end)).width


def _make_room(cache: dict[Styled, Unit] | dict[str, tuple[str, ...]]) -> None:
    if len(cache) >= _CACHE_LIMIT:
        cache.clear()


def _lines(runs: Sequence[Run], *, bold: bool) -> Iterator[Styled]:
    """Cleaned and glued text, cut at line feeds."""
    line: list[tuple[str, Look]] = []
    for run, text in zip(runs, _glued([_clean(run.text) for run in runs]), strict=True):
        look = Look(run.bold or bold, run.italic, run.underline)
        first, *others = text.split("\n")
        line.append((first, look))
        for other in others:
            yield tuple(line)
            line = [(other, look)]
    yield tuple(line)


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", text.replace("\t", " "))


def _glued(texts: list[str]) -> Iterable[str]:
    """Glue across runs where that keeps every character's place, else run by run."""
    whole = "".join(texts)
    glued = glue(whole)
    if len(glued) != len(whole):
        return [glue(text) for text in texts]
    ends = [0]
    for text in texts:
        ends.append(ends[-1] + len(text))
    return [glued[i:j] for i, j in pairwise(ends)]


_Span = tuple[int, str, Look]


def _spans(source: Styled) -> list[_Span]:
    """Each run with the offset where it starts."""
    spans, offset = [], 0
    for text, look in source:
        spans.append((offset, text, look))
        offset += len(text)
    return spans


def _slice(spans: Sequence[_Span], start: int, end: int) -> Styled:
    if len(spans) == 1:
        return ((spans[0][1][start:end], spans[0][2]),)
    parts = ((text[max(start - at, 0) : max(end - at, 0)], look) for at, text, look in spans)
    return tuple((text, look) for text, look in parts if text)


def _cut(source: Styled, cuts: Sequence[int]) -> Iterator[Styled]:
    spans = _spans(source)
    ends = (*cuts, sum(len(text) for text, _ in source))
    for start, end in zip((0, *cuts), ends, strict=True):
        yield _slice(spans, start, end)
