"""Text as the line breaker sees it: shaped stretches between spaces, the words in them, and the white space after each."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrdesk.reports.typography.styled import Look, Styled, cut, spans, stretch, styled_lines
from hrdesk.thai.linebreak import between_letters, break_offsets, inside_word, surname_follows
from hrdesk.thai.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.document import Run
    from hrdesk.reports.typography.font import Shaped, ThaiFont
    from hrdesk.reports.typography.fonts import FontSet

NO_BREAK_SPACE = "\u00a0"
ZERO_WIDTH_SPACE = "\u200b"

_CACHE_LIMIT = 16_000
_LONGEST_STRETCH = 40  # letters; what is longer seldom fits into the rest of a line: it is cut into words at once
_STRETCH = re.compile(f"([^ {ZERO_WIDTH_SPACE}]+)([ {ZERO_WIDTH_SPACE}]*)")
_BLANK = re.compile(f"({NO_BREAK_SPACE}+)")
# The no-break spaces that go first. Of a span (๒๕๖๔ - พ.ศ. ๒๕๖๖) that after its dash goes before that after พ.ศ., the one before its dash last.
_LOSING = (r"(?<![-–])(?<!พ\.ศ\.){}(?![-–])", r"(?<!พ\.ศ\.){}(?![-–])", "{}(?![-–])", "{}")
_GIVEN_UP = tuple(each.format(f"{NO_BREAK_SPACE}+") for each in _LOSING)
_NUMBER = r"[-+(]?[0-9๐-๙][0-9๐-๙.,:/%]*\)?"
# What may not be parted even in the narrowest column: a consonant with its vowels and tone.
_CLUSTER = "[เ-ไ]?[^ะ-ฺๅ็-๎][ะ-ฺๅ็-๎]*(?:[ก-ฮ]์)?|."


class Piece(NamedTuple):
    """Text in one font without blanks, or blanks only; widths are thousandths of the size."""

    font: ThaiFont
    shaped: Shaped
    underline: bool
    blank: bool

    @property
    def width(self) -> float:
        return self.shaped.width


class Unit(NamedTuple):
    """Never parted unless the column is narrower; `space` follows it, `hard` ends the line after it.

    A `stretch` may hold several words: they are looked for when it does not fit whole.
    """

    source: Styled
    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None = None
    hard: bool = False
    stretch: bool = False

    @property
    def text(self) -> str:
        return "".join([text for text, _ in self.source])

    def followed(self, space: Piece | None, *, hard: bool) -> Unit:
        return Unit(self.source, self.pieces, self.width, space, hard, self.stretch)

    def words(self) -> Iterator[str]:
        """Its text up to each end of a word, a look or a font."""
        ends = {0, *accumulate(len(piece.shaped.text) for piece in self.pieces)}
        if self.stretch:
            ends.update(break_offsets(self.text))
        text = "".join(piece.shaped.text for piece in self.pieces)
        return (text[start:end] for start, end in pairwise(sorted(ends)))


class Typesetter:
    """Turns runs into units with one family of fonts. Every word is broken and shaped once."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self._words: dict[Look, dict[str, Unit]] = {}  # in one look
        self._stretches: dict[Look, dict[str, Unit]] = {}
        self._blanks: dict[tuple[str, Look], Piece] = {}

    def units(self, runs: Sequence[Run], *, bold: bool = False) -> tuple[Unit, ...]:
        """The stretches of a paragraph, or the words of those that are long; a line feed in the text ends a line."""
        found: list[Unit] = []
        for line in styled_lines(runs, bold=bold):
            start = len(found)
            self._add_line(line, found)
            if len(found) == start:
                found.append(Unit((), (), 0.0))
            found[-1] = found[-1].followed(None, hard=True)
        return tuple(found)

    def width(self, text: str, size: float) -> float:
        """Points that `text` takes on one line."""
        parts = self.fonts.by_coverage(self.fonts.regular, text)
        return sum(font.shape(part).width for font, part in parts) * size / 1000

    def parts(self, unit: Unit, limit: float) -> list[Unit]:
        """The words of a unit, and the parts of those that are wider than the column."""
        words = self._parted(unit, break_offsets(unit.text)) if unit.stretch else [unit]
        return [part for word in words for part in (self.narrowed(word, limit) if word.width > limit else (word,))]

    def narrowed(self, unit: Unit, limit: float) -> list[Unit]:
        """Part a unit that is wider than the column: between words, at glued spaces, between letters."""
        if unit.width <= limit:
            return [unit]
        if unit.stretch:
            return self.parts(unit, limit)
        if pattern(_NUMBER).fullmatch(unit.text):
            return [unit]
        glued = self._wide_and_glued(unit, limit)
        edges = sorted({edge for span in glued for edge in span} - {0, len(unit.text)})
        if edges:
            return [part for whole in self._parted(unit, edges) for part in self.narrowed(whole, limit)]
        if glued:
            spaces = next(spaces for each in _GIVEN_UP if (spaces := pattern(each)).search(unit.text))
            parts = self._at_spaces(unit, spaces)
            return parts if parts == [unit] else [part for whole in parts for part in self.narrowed(whole, limit)]
        cuts: list[int] = []
        start = previous = 0
        for end in self._fine_ends(unit, limit):
            if previous > start and self._width(unit, start, end) > limit:
                cuts.append(previous)
                start = previous
            previous = end
        return self._parted(unit, cuts)

    def _wide_and_glued(self, unit: Unit, limit: float) -> list[tuple[int, int]]:
        """The words that only giving up their no-break spaces can make fit."""
        text = unit.text
        if NO_BREAK_SPACE not in text:
            return []
        words = pairwise((0, *break_offsets(text, fine=True), len(text)))
        return [
            (start, end)
            for start, end in words
            if NO_BREAK_SPACE in text[start:end] and self._width(unit, start, end) > limit
        ]

    def _parted(self, unit: Unit, cuts: Sequence[int]) -> list[Unit]:
        parts = self._cut(unit.source, cuts)
        parts[-1] = parts[-1].followed(unit.space, hard=unit.hard)
        return parts

    def cuts_words(self, units: Sequence[Unit], limit: float, *, inner: bool) -> bool:
        """Whether a column of this width parts a word or a number; words within words may end when `inner`."""
        wide = (word for unit in units if unit.width > limit for word in self.parts(unit, float("inf")) if word.width > limit)
        parts = (part for unit in wide for part in self._at_spaces(unit, _BLANK))
        return any(self._cuts_word(part, limit, inner=inner) for part in parts if part.width > limit)

    def _cuts_word(self, unit: Unit, limit: float, *, inner: bool) -> bool:
        if pattern(_NUMBER).fullmatch(unit.text):
            return True
        ends = self._word_ends(unit, limit if inner else float("inf"))
        return any(self._width(unit, start, end) > limit for start, end in pairwise(sorted({0, *ends})))

    def _add_line(self, line: Styled, found: list[Unit]) -> None:
        looks = spans(line)
        text = "".join([part for part, _ in line])
        before = ""
        for match in _STRETCH.finditer(text):
            chunk, after = match.groups()
            start, end = match.span(1)
            found += self._chunk(chunk, before, stretch(looks, start, end))
            before = chunk
            spaces = after.replace(ZERO_WIDTH_SPACE, "")
            if spaces:
                look = stretch(looks, end, end + 1)[0][1]
                found[-1] = found[-1].followed(self._blank(spaces, look), hard=False)

    def _chunk(self, text: str, before: str, source: Styled) -> list[Unit]:
        """`before` is the chunk that a space parts from this one: after a first name comes a surname, whole."""
        led = f"{before} " if surname_follows(before) else ""
        if not led and len(text) <= _LONGEST_STRETCH:
            return [self._known(source, self._stretches, stretch=True)]
        ends = break_offsets(text) if not led else [end - len(led) for end in break_offsets(led + text) if end > len(led)]
        return self._cut(source, ends)

    def _cut(self, source: Styled, ends: Sequence[int]) -> list[Unit]:
        if len(source) != 1:
            return [self._made(part, stretch=False) for part in cut(source, ends)]
        text, look = source[0]
        known = self._words.get(look, {})
        words = [text[start:end] for start, end in pairwise((0, *ends, len(text)))]
        return [known.get(word) or self._word(((word, look),)) for word in words]

    def _word(self, source: Styled) -> Unit:
        return self._known(source, self._words)

    def _known(self, source: Styled, kept: dict[Look, dict[str, Unit]], *, stretch: bool = False) -> Unit:
        if len(source) != 1:
            return self._made(source, stretch=stretch)
        text, look = source[0]
        known = kept.setdefault(look, {})
        unit = known.get(text)
        if unit is None:
            if len(known) >= _CACHE_LIMIT:
                known.clear()
            unit = known[text] = self._made(source, stretch=stretch)
        return unit

    def _made(self, source: Styled, *, stretch: bool) -> Unit:
        pieces = tuple([piece for text, look in source for piece in self._pieces(text, look)])
        return Unit(source, pieces, sum([piece.shaped.width for piece in pieces]), stretch=stretch)

    def _pieces(self, text: str, look: Look) -> list[Piece]:
        font = self.fonts.face(bold=look.bold, italic=look.italic)
        found: list[Piece] = []
        for part in _BLANK.split(text) if NO_BREAK_SPACE in text else (text,):
            if part.startswith(NO_BREAK_SPACE):
                found.append(self._blank(part, look))
            elif part:
                covered = self.fonts.by_coverage(font, part)
                found += [Piece(chosen, chosen.shape(each), look.underline, blank=False) for chosen, each in covered]
        return found

    def _blank(self, text: str, look: Look) -> Piece:
        blank = self._blanks.get((text, look))
        if blank is None:
            font = self.fonts.face(bold=look.bold, italic=look.italic)
            blank = self._blanks[text, look] = Piece(font, font.shape(" " * len(text)), look.underline, blank=True)
        return blank

    def _at_spaces(self, unit: Unit, spaces: re.Pattern[str]) -> list[Unit]:
        """Give up these no-break spaces."""
        looks, parts, start = spans(unit.source), list[Unit](), 0
        for match in spaces.finditer(unit.text):
            if match.start() > start:
                parts.append(self._word(stretch(looks, start, match.start())))
            start = match.end()
            if parts:
                blank = self._blank(match.group(), stretch(looks, *match.span())[0][1])
                parts[-1] = parts[-1].followed(blank, hard=False)
        if start < len(unit.text):
            parts.append(self._word(stretch(looks, start, len(unit.text))))
        if not parts:
            return [unit]
        parts[-1] = parts[-1].followed(unit.space, hard=unit.hard)
        return parts

    def _fine_ends(self, unit: Unit, limit: float) -> list[int]:
        """Where to part what is too wide: between words, at words within words, at last between letters."""
        text = unit.text
        ends = {0, *self._word_ends(unit, limit)}
        for parted in (between_letters, _letter_ends):
            for start, end in pairwise(sorted(ends)):
                if self._width(unit, start, end) > limit:
                    ends.update(start + offset for offset in parted(text[start:end]))
        return sorted(ends - {0})

    def _word_ends(self, unit: Unit, limit: float) -> set[int]:
        """The fine word ends, and those within words that are too wide still."""
        text = unit.text
        ends = {*break_offsets(text, fine=True), len(text)}
        todo = list(pairwise(sorted({0, *ends})))
        while todo:
            start, end = todo.pop()
            if self._width(unit, start, end) > limit:
                inner = [
                    start + offset for offset in inside_word(text[start:end]) if 0 < offset < end - start
                ]
                ends.update(inner)
                todo.extend(pairwise((start, *inner, end)) if inner else ())
        return ends

    def _width(self, unit: Unit, start: int, end: int) -> float:
        return self._word(stretch(spans(unit.source), start, end)).width


def _letter_ends(text: str) -> Iterator[int]:
    return (match.end() for match in pattern(_CLUSTER).finditer(text))
