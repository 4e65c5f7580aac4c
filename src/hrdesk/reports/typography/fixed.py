"""Flows of a height of their own that are never split: emblem, pictures, charts, rules."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from hrdesk.reports.document import Align

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.reports.typography.paragraph import ThaiParagraph
    from hrdesk.reports.typography.pen import Pen

_FIGURE_SPACE = 6.0
_THIN = 0.5
BELOW_KRUT = 6.0
_KRUT_WORD, _KRUT_SIZE = "ครุฑ", 12.0


class Fixed:
    """What all of them have in common; a subclass sets `height` when made and draws."""

    keep_with_next = False

    def __init__(self, height: float, space: float = 0.0) -> None:
        self.height = height
        self.before = self.after = space
        self.width = 0.0

    def wrap(self, width: float) -> float:
        self.width = width
        return self.height

    def start_height(self) -> float:
        return self.height

    def split(self, height: float, page: float) -> None:  # noqa: ARG002
        return None

    def first_words(self) -> str:
        return ""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise NotImplementedError


class Emblem(Fixed):
    """The krut in the middle; a dashed box of its size where the office has given no image."""

    keep_with_next = True

    def __init__(self, image: bytes, height: float) -> None:
        super().__init__(height)
        self.after = BELOW_KRUT
        self._image = image

    def draw(self, pen: Pen, x: float, top: float) -> None:
        draw_krut(pen, self._image, x + self.width / 2, top, self.height, centred=True)


def draw_krut(pen: Pen, image: bytes, x: float, top: float, height: float, *, centred: bool) -> None:
    """`x` is its middle, or its left edge when not centred."""
    reader = ImageReader(BytesIO(image)) if image else None
    wide, high = reader.getSize() if reader else (0.9, 1.0)
    width = height * wide / high
    left = x - width / 2 if centred else x
    canvas = pen.canvas
    if reader:
        canvas.drawImage(reader, left, top - height, width, height, mask="auto")
        return
    canvas.saveState()
    canvas.setLineWidth(_THIN)
    canvas.setDash(3, 2)
    canvas.rect(left, top - height, width, height)
    canvas.restoreState()
    pen.text(left + width / 2, top - height / 2 - _KRUT_SIZE / 3, _KRUT_WORD, _KRUT_SIZE, Align.CENTER)


class ShortRule(Fixed):
    """A line in the middle of the page."""

    def __init__(self, length: float) -> None:
        super().__init__(_FIGURE_SPACE * 2)
        self._length = length

    def draw(self, pen: Pen, x: float, top: float) -> None:
        middle, y = x + self.width / 2, top - self.height / 2
        pen.canvas.setLineWidth(_THIN)
        pen.canvas.line(middle - self._length / 2, y, middle + self._length / 2, y)


class Figure(Fixed):
    """A chart or an image above its caption; `paint` draws it from the upper left corner at a scale."""

    def __init__(
        self, size: tuple[float, float], paint: Callable[[Pen, float, float, float], None], caption: ThaiParagraph | None
    ) -> None:
        super().__init__(size[1], _FIGURE_SPACE)
        self._size = size
        self._paint = paint
        self._caption = caption
        self._scale = 1.0

    def wrap(self, width: float) -> float:
        self.width = width
        self._scale = min(1.0, width / self._size[0])
        below = self._caption.wrap(width) if self._caption else 0.0
        self.height = self._size[1] * self._scale + below
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self._paint(pen, x + (self.width - self._size[0] * self._scale) / 2, top, self._scale)
        if self._caption:
            self._caption.draw(pen, x, top - self._size[1] * self._scale)

    def first_words(self) -> str:
        return self._caption.first_words() if self._caption else ""


def image_painter(data: bytes, width: float, height: float) -> Callable[[Pen, float, float, float], None]:
    def paint(pen: Pen, x: float, top: float, scale: float) -> None:
        size = width * scale, height * scale
        pen.canvas.drawImage(ImageReader(BytesIO(data)), x, top - size[1], *size, mask="auto")

    return paint
