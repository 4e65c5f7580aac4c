"""Text with the look of each stretch, as it is cut up on its way into lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hrdesk.thai.linebreak import glue_runs
from hrdesk.thai.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.reports.document import Run

_INVISIBLE = "[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200c-\u200f\u2060\ud800-\udfff\ufeff\ufffe\uffff]"


class Look(NamedTuple):
    bold: bool = False
    italic: bool = False
    underline: bool = False


Styled = tuple[tuple[str, Look], ...]


def styled_lines(runs: Sequence[Run], *, bold: bool) -> Iterator[Styled]:
    """Cleaned and glued text, cut at line feeds."""
    line: list[tuple[str, Look]] = []
    for run, text in zip(runs, glue_runs([_clean(run.text) for run in runs]), strict=True):
        look = Look(run.bold or bold, run.italic, run.underline)
        first, *others = text.split("\n")
        line.append((first, look))
        for other in others:
            yield tuple(line)
            line = [(other, look)]
    yield tuple(line)


def _clean(text: str) -> str:
    if text.isprintable():  # as most are: nothing invisible is
        return text
    return pattern(_INVISIBLE).sub("", text.replace("\t", " "))


Span = tuple[int, str, Look]


def spans(source: Styled) -> list[Span]:
    """Each run with the offset where it starts."""
    found, offset = [], 0
    for text, look in source:
        found.append((offset, text, look))
        offset += len(text)
    return found


def stretch(looks: Sequence[Span], start: int, end: int) -> Styled:
    if len(looks) == 1:
        return ((looks[0][1][start:end], looks[0][2]),)
    parts = ((text[max(start - at, 0) : max(end - at, 0)], look) for at, text, look in looks)
    return tuple((text, look) for text, look in parts if text)


def cut(source: Styled, cuts: Sequence[int]) -> list[Styled]:
    looks = spans(source)
    ends = (*cuts, sum([len(text) for text, _ in source]))
    return [stretch(looks, start, end) for start, end in zip((0, *cuts), ends, strict=True)]
