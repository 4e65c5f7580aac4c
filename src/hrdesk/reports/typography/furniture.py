"""The page itself: paper, margins, page number, running foot, catchword."""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Align, Orientation
from hrdesk.reports.typography.style import MM
from hrdesk.thai.numbers import thai_digits

if TYPE_CHECKING:
    from hrdesk.reports.typography.pen import Pen

A4_SHORT, A4_LONG = 210 * MM, 297 * MM
_RULE = 0.4
_STAMP_SHARE = 0.72  # of the page's diagonal
_STAMP_PALE, _STAMP_RED = (0.97, 0.86, 0.86), (0.72, 0.05, 0.05)
_STAMP_DROP, _STAMP_SIZE = 8.5 * MM, 15.0  # of the line at the head: its baseline below the paper's edge


@dataclass(frozen=True, slots=True)
class PageTemplate:
    """Points. Sources differ about the margins; these are the seed's."""

    left: float = 30 * MM
    right: float = 20 * MM
    top: float = 25 * MM
    krut_top: float = 15 * MM  # of a page that opens with the krut
    bottom: float = 20 * MM
    landscape_side: float = 13 * MM
    number_drop: float = 15 * MM  # baseline of the page number below the paper's edge
    catchword: float = 14.4 * MM  # a line below the text, above the paper's lower edge
    foot_rule: float = 12 * MM
    foot_text: float = 7.2 * MM
    size: float = 16.0
    foot_size: float = 11.5

    def frame(self, orientation: Orientation, *, krut: bool = False) -> Frame:
        """`krut` is for a page that opens with it."""
        top = self.krut_top if krut else self.top
        if orientation is Orientation.LANDSCAPE:
            left = right = self.landscape_side
            paper = A4_LONG, A4_SHORT
        else:
            left, right = self.left, self.right
            paper = A4_SHORT, A4_LONG
        width, height = paper
        return Frame(paper, left, height - top, width - left - right, height - top - self.bottom)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on a page: `top` is measured from the paper's lower edge."""

    paper: tuple[float, float]
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is printed around the text of one page; empty strings print nothing."""

    number: str = ""
    foot: str = ""
    catchword: str = ""
    stamp: str = ""

    def draw_stamp(self, pen: Pen, frame: Frame) -> None:
        """Large and pale across the page, below its text, and in a line of its own at the paper's head."""
        if not self.stamp:
            return
        width, height = frame.paper
        canvas = pen.canvas
        size = _STAMP_SHARE * hypot(width, height) / max(pen.setter.width(self.stamp, 1.0), 1.0)
        canvas.saveState()
        canvas.setFillColorRGB(*_STAMP_PALE)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(degrees(atan2(height, width)))
        pen.text(0, -size / 4, self.stamp, size, Align.CENTER, bold=True)
        canvas.restoreState()
        canvas.saveState()
        canvas.setFillColorRGB(*_STAMP_RED)
        pen.text(width / 2, height - _STAMP_DROP, self.stamp, _STAMP_SIZE, Align.CENTER, bold=True)
        canvas.restoreState()

    def draw_head(self, pen: Pen, frame: Frame, template: PageTemplate) -> None:
        """Drawn before the text, so that readers read it first."""
        if self.number:
            width, height = frame.paper
            size = template.size * pen.setter.fonts.family.scale
            pen.text(width / 2, height - template.number_drop, f"- {self.number} -", size, Align.CENTER)

    def draw_foot(self, pen: Pen, frame: Frame, template: PageTemplate) -> None:
        scale = pen.setter.fonts.family.scale
        if self.catchword:
            pen.text(
                frame.right, template.catchword, f"/{self.catchword}...", template.size * scale, Align.RIGHT
            )
        if self.foot:
            pen.canvas.setLineWidth(_RULE)
            pen.canvas.line(frame.left, template.foot_rule, frame.right, template.foot_rule)
            size = template.foot_size * scale
            size *= min(1.0, frame.width / pen.setter.width(self.foot, size))
            pen.text(frame.left + frame.width / 2, template.foot_text, self.foot, size, Align.CENTER)


def page_number(number: int, *, thai: bool) -> str:
    return thai_digits(str(number)) if thai else str(number)
