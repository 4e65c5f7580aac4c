"""Units into lines: greedy breaking and Thai justification. Widths are thousandths of the font size."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.typography.units import Piece, Typesetter, Unit

_FUZZ = 0.01
# What the eye accepts, in thousandths of the size, in this order; what then is left stays ragged.
_FIRST_SPACES, _LETTERS, _MORE_SPACES = 280, 45, 1180
# Open letters further than this and PDF readers see spaces.
_MOST_LETTERS = 80


@dataclass(slots=True)
class Line:
    units: list[Unit]
    pieces: list[Piece]  # of its units, and the blanks between them
    width: float  # natural, without the blank at the end
    limit: float
    hard: bool = False  # ends where the writer ended it: never justified
    tail: Piece | None = None  # the blank at the end: hangs in the margin so that copied text keeps it
    letter: float = 0.0  # opened after every letter
    space: float = 0.0  # opened further after every space

    @property
    def slack(self) -> float:
        return self.limit - self.width

    def takes(self, unit: Unit) -> bool:
        """Whether it fits beside what is there; an empty line takes everything."""
        blank = self.tail.width if self.tail else 0.0
        return not self.pieces or self.width + blank + unit.width <= self.limit + _FUZZ

    def add(self, unit: Unit) -> None:
        self.units.append(unit)
        if self.tail is not None:
            self.pieces.append(self.tail)
            self.width += self.tail.width
        self.pieces += unit.pieces
        self.width += unit.width
        self.tail = unit.space


@dataclass(frozen=True, slots=True)
class Filled:
    lines: tuple[Line, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """What the lines were made of, parted to fit."""
        return tuple(chain.from_iterable(line.units for line in self.lines))


def fill(setter: Typesetter, units: Sequence[Unit], first: float, others: float) -> Filled:
    """Break into lines; the first line is `first` wide, the others `others`."""
    narrowest = min(first, others) + _FUZZ
    lines: list[Line] = []
    line: Line | None = None
    for whole in units:
        fits = whole.width <= narrowest
        if fits and line is not None and line.takes(whole):
            line.add(whole)
        else:
            for unit in (whole,) if fits and line is None else setter.parts(whole, narrowest):
                if line is None or not line.takes(unit):
                    line = Line([], [], 0.0, others if lines else first)
                    lines.append(line)
                line.add(unit)
        if whole.hard and line is not None:
            line.hard = True
            line = None
    return Filled(tuple(lines))


def justify(lines: Sequence[Line]) -> None:
    """Open every line but those the writer ended: spaces first, then letters, never more than the eye accepts."""
    for line in lines:
        if not line.hard and line.slack > _FUZZ:
            _open(line)


def _open(line: Line) -> None:
    spaces = sum(len(piece.shaped.text) for piece in line.pieces if piece.blank)
    gaps = sum(piece.shaped.gaps for piece in line.pieces) - 1
    if gaps <= 0:
        return
    slack = line.slack
    for space, letter in ((_FIRST_SPACES, 0), (0, _LETTERS), (_MORE_SPACES, 0), (0, _MOST_LETTERS)):
        if spaces and space:
            line.space = min((slack - line.letter * gaps) / spaces, space)
        elif letter:
            exact = max(min((slack - line.space * spaces) / gaps, letter), 0.0)
            # Whole numbers keep the file small; what is left over goes to the spaces.
            line.letter = float(int(exact)) if spaces and letter == _LETTERS else exact


def underlines(line: Line) -> Iterator[tuple[float, float]]:
    """Start and end of each underlined stretch, from the line's start."""
    at, start = 0.0, None
    for piece in line.pieces:
        if piece.underline and start is None:
            start = at
        elif not piece.underline and start is not None:
            yield start, at
            start = None
        at += piece.width + piece.shaped.gaps * line.letter
        if piece.blank:
            at += len(piece.shaped.text) * line.space
    if start is not None:
        yield start, at - line.letter


def plain_text(units: Sequence[Unit]) -> str:
    """The text that the units draw."""
    parts = []
    for unit in units:
        parts.append(unit.text.replace("\u00a0", " "))
        if unit.space is not None:
            parts.append(unit.space.shaped.text)
        elif unit.hard and unit is not units[-1]:
            parts.append("\n")
    return "".join(parts)
