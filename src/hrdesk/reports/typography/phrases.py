"""Titles in lines of sense: as few as may be, ended where a reader pauses rather than where the room is used up."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from hrdesk.reports.typography.lines import Filled, Line, fill
from hrdesk.thai.linebreak import title_break

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.typography.units import Typesetter, Unit

_MOST_LINES = 8  # more is no title
_NEVER = 1e9
_FUZZ = 0.01


def fill_title(setter: Typesetter, units: Sequence[Unit], limit: float, *, even: bool) -> Filled:
    """Lines not wider than `limit`, of about one length where `even`; else the last may be short."""
    return Filled(tuple(chain.from_iterable(_lines(setter, title, limit, even=even) for title in _titles(units))))


def _titles(units: Sequence[Unit]) -> Iterator[Sequence[Unit]]:
    """What stands between the ends that the writer set."""
    start = 0
    for number, unit in enumerate(units, start=1):
        if unit.hard or number == len(units):
            yield units[start:number]
            start = number


def _lines(setter: Typesetter, title: Sequence[Unit], limit: float, *, even: bool) -> Sequence[Line]:
    lines = fill(setter, title, limit, limit).lines
    if not 1 < len(lines) <= _MOST_LINES:
        return lines
    words = [part for unit in title for part in setter.parts(unit, limit + _FUZZ)]
    if any(word.width > limit + _FUZZ for word in words):  # a number that nothing parts
        return lines
    made = []
    for start, end in pairwise((0, *_best_ends(words, limit, len(lines), even=even))):
        line = Line([], [], 0.0, limit, hard=words[end - 1].hard)
        for word in words[start:end]:
            line.add(word)
        made.append(line)
    return made


def _best_ends(words: Sequence[Unit], limit: float, count: int, *, even: bool) -> tuple[int, ...]:
    @cache
    def cost(start: int, end: int) -> float:
        """Of a line of these words."""
        spaces = sum(word.space.width for word in words[start : end - 1] if word.space)
        slack = limit - sum(word.width for word in words[start:end]) - spaces
        if slack < -_FUZZ:
            return _NEVER
        ragged = (slack / limit) ** 2 if even or end < len(words) else 0.0
        if end == len(words):
            return ragged
        last = words[end - 1]
        return ragged + title_break(last.text, words[end].text, spaced=last.space is not None)

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]]:
        """The cheapest ends of `left` lines from a word on."""
        if left == 1:
            return cost(start, len(words)), (len(words),)
        choices: list[tuple[float, tuple[int, ...]]] = [(_NEVER * 2, (len(words),))]
        for end in range(start + 1, len(words) - left + 2):
            here = cost(start, end)
            if here >= _NEVER:
                break
            after, ends = best(end, left - 1)
            choices.append((here + after, (end, *ends)))
        return min(choices)

    return best(0, count)[1]
