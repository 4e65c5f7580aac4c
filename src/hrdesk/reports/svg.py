"""A drawing as SVG for the screen. Thai stands in it as outlines: no viewer has to shape it.

ReportLab and the fonts are imported when the first is drawn: every start imports this, behind the forms' snapshots.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from hrdesk.reports.charts import paged_chart
from hrdesk.reports.drawing import Anchor, Box, Drawing, Label, Polyline, Shape, Slice
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from hrdesk.reports.charts import BarChart, Measure

_POINT = 25.4 / 72  # millimetres
_BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}  # part of the width left of the given place
_HALF_TURN = 180


@cache
def text_measure() -> Measure:
    """How wide the bundled font sets a text, in millimetres."""
    from hrdesk.reports.typography.fonts import bundled_family, load  # noqa: PLC0415 - see the module
    from hrdesk.reports.typography.units import Typesetter  # noqa: PLC0415

    family = bundled_family()
    setter = Typesetter(load(family))
    return lambda text, size: setter.width(text, size * family.scale) * _POINT


def drawn(chart: BarChart) -> tuple[Drawing, ...]:
    """The chart as blocks of a paper, no taller than a page; none of an empty one."""
    return paged_chart(chart, _paper_measure)


def _paper_measure(text: str, size: float) -> float:
    """In the wider of both digits: which are printed is chosen later."""
    measure = text_measure()
    return max(measure(text, size), measure(thai_digits_in_prose(text), size))


def write_svg(drawing: Drawing, said: str = "") -> bytes:
    """User units are millimetres; `said` is what a reader who cannot see it is told."""
    size = f'width="{drawing.width:g}mm" height="{drawing.height:g}mm"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {drawing.width:g} {drawing.height:g}">',
        f"<title>{escape(said or drawing.caption)}</title>",
        *(_element(shape) for shape in drawing.shapes),
        "</svg>",
    ]
    return "\n".join(parts).encode()


def _element(shape: Shape) -> str:
    match shape:
        case Box():
            place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" width="{shape.width:.2f}" height="{shape.height:.2f}"'
            return f"<rect {place} {_ink(shape.fill, shape.stroke)}/>"
        case Polyline():
            points = " ".join(f"{x:.2f},{y:.2f}" for x, y in shape.points)
            dashes = ' stroke-dasharray="1 1"' if shape.dashed else ""
            return f'<polyline points="{points}" {_ink(shape.fill, shape.stroke, shape.width)}{dashes}/>'
        case Slice():
            return _slice(shape)
        case Label():
            return _label(shape)


def _ink(fill: str, stroke: str, width: float = 0.2) -> str:
    return f'fill={quoteattr(fill or "none")} stroke={quoteattr(stroke or "none")} stroke-width="{width:g}"'


def _slice(shape: Slice) -> str:
    ends = []
    for degrees in (shape.start, shape.start + shape.extent):
        angle = math.radians(degrees)
        ends.append(f"{shape.x + shape.radius * math.sin(angle):.2f} {shape.y - shape.radius * math.cos(angle):.2f}")
    large = int(shape.extent > _HALF_TURN)
    arc = f"A {shape.radius:g} {shape.radius:g} 0 {large} 1 {ends[1]}"
    return f'<path d="M {shape.x:g} {shape.y:g} L {ends[0]} {arc} Z" {_ink(shape.fill, shape.stroke)}/>'


def _label(label: Label) -> str:
    from hrdesk.reports.typography.fonts import bundled_family, load  # noqa: PLC0415
    from hrdesk.reports.typography.outlines import outline  # noqa: PLC0415

    family = bundled_family()
    fonts = load(family)
    size = label.size * family.scale * _POINT
    pen, paths = 0.0, []
    for font, text in fonts.by_coverage(fonts.face(bold=label.bold), label.text):
        drawn = outline(font, text)
        paths.append(f'<path transform="translate({pen:.4f} 0)" d="{drawn.path}"/>')
        pen += drawn.advance
    x = label.x - pen * size * _BEFORE[label.anchor]
    scaled = f"translate({x:.3f} {label.y:.3f}) scale({size:.5f})"
    return f'<g transform="{scaled}" fill={quoteattr(label.color)}>{"".join(paths)}</g>'
