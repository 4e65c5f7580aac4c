"""Shaped text as outlines, for what is looked at and not copied. Lengths are parts of the em, y downwards."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import uharfbuzz as hb

from hrdesk.reports.typography.font import raw_glyphs

if TYPE_CHECKING:
    from hrdesk.reports.typography.font import ThaiFont

_RUN = re.compile("[\u0e00-\u0e7f]+|[^\u0e00-\u0e7f]+")  # of one script, as HarfBuzz shapes


class Outline(NamedTuple):
    path: str  # SVG path data
    advance: float


class _Trace:
    """Collects one glyph's path, moved to its place."""

    def __init__(self, em: int) -> None:
        self._em = em
        self.parts: list[str] = []
        self.x = self.y = 0

    def points(self, letter: str, *points: float) -> None:
        pairs = zip(points[::2], points[1::2], strict=True)
        told = (f"{(x + self.x) / self._em:.4f} {-(y + self.y) / self._em:.4f}" for x, y in pairs)
        self.parts.append(letter + " ".join(told))


def _functions() -> hb.DrawFuncs:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, trace: trace.points("M", x, y))
    functions.set_line_to_func(lambda x, y, trace: trace.points("L", x, y))
    functions.set_quadratic_to_func(lambda a, b, x, y, trace: trace.points("Q", a, b, x, y))
    functions.set_cubic_to_func(lambda a, b, c, d, x, y, trace: trace.points("C", a, b, c, d, x, y))
    functions.set_close_path_func(lambda trace: trace.parts.append("Z"))
    return functions


_DRAW: Any = _functions()


@lru_cache(maxsize=2048)
def outline(font: ThaiFont, text: str) -> Outline:
    trace = _Trace(font.face.unitsPerEm)
    pen = 0
    for run in _RUN.findall(text):
        for glyph in raw_glyphs(font.shaper, run):
            trace.x, trace.y = pen + glyph.x_offset, glyph.y_offset
            font.shaper.draw_glyph(glyph.gid, _DRAW, trace)
            pen += glyph.advance
    return Outline("".join(trace.parts), pen / font.face.unitsPerEm)
