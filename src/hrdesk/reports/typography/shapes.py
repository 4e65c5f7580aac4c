"""Draws the shapes of a chart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from hrdesk.reports.document import Align
from hrdesk.reports.drawing import Anchor, Box, Label, Polyline
from hrdesk.reports.typography.style import MM

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.pathobject import PDFPathObject

    from hrdesk.reports.drawing import Drawing, Shape, Slice
    from hrdesk.reports.typography.pen import Pen

_ALIGNS = {Anchor.START: Align.LEFT, Anchor.MIDDLE: Align.CENTER, Anchor.END: Align.RIGHT}
_RULE = 0.5
_DASH = (1.5, 1.5)


def drawing_painter(drawing: Drawing, text: Callable[[str], str]) -> Callable[[Pen, float, float, float], None]:
    """`text` prepares a label for print."""

    def paint(pen: Pen, x: float, top: float, scale: float) -> None:
        shapes = _Shapes(pen, x, top, scale * MM)
        for shape in drawing.shapes:
            if isinstance(shape, Label):
                shapes.label(shape, text(shape.text))
            else:
                shapes.draw(shape)

    return paint


class _Shapes:
    """One drawing at its place; `unit` is a millimetre of it in points."""

    def __init__(self, pen: Pen, x: float, top: float, unit: float) -> None:
        self._pen = pen
        self._canvas = pen.canvas
        self._x, self._top, self._unit = x, top, unit

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x * self._unit, self._top - y * self._unit

    def label(self, shape: Label, text: str) -> None:
        size = shape.size * self._unit / MM * self._pen.setter.fonts.family.scale
        self._canvas.saveState()
        self._canvas.setFillColor(shape.color)
        self._pen.text(*self._at(shape.x, shape.y), text, size, _ALIGNS[shape.anchor], bold=shape.bold)
        self._canvas.restoreState()

    def draw(self, shape: Box | Polyline | Slice) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineWidth(_RULE)
        if shape.fill:
            canvas.setFillColor(shape.fill)
        if shape.stroke:
            canvas.setStrokeColor(shape.stroke)
        path = self._path(shape)
        if isinstance(shape, Polyline):
            canvas.setLineWidth(shape.width * self._unit)
            canvas.setDash(_DASH if shape.dashed else [])
        canvas.drawPath(path, stroke=int(bool(shape.stroke)), fill=int(bool(shape.fill)))
        canvas.restoreState()

    def _path(self, shape: Shape) -> PDFPathObject:
        path = self._canvas.beginPath()
        if isinstance(shape, Box):
            left, bottom = self._at(shape.x, shape.y + shape.height)
            path.rect(left, bottom, shape.width * self._unit, shape.height * self._unit)
        elif isinstance(shape, Polyline):
            first, *others = (self._at(*point) for point in shape.points)
            path.moveTo(*first)
            for point in others:
                path.lineTo(*point)
            if shape.fill:
                path.close()
        elif not isinstance(shape, Label):
            self._slice(path, shape)
        return path

    def _slice(self, path: PDFPathObject, shape: Slice) -> None:
        (x, y), radius = self._at(shape.x, shape.y), shape.radius * self._unit
        first = math.radians(90 - shape.start)
        path.moveTo(x, y)
        path.lineTo(x + radius * math.cos(first), y + radius * math.sin(first))
        # The stubs take degrees for whole numbers.
        path.arcTo(x - radius, y - radius, x + radius, y + radius, 90 - shape.start, -shape.extent)  # type: ignore[arg-type]
        path.close()

