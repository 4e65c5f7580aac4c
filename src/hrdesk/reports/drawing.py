"""Charts as values: shapes that each writer draws, with texts it can set in Thai.

Lengths are millimetres from the drawing's upper left corner; colours are #rrggbb, empty for none.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from hrdesk.lazy_dataclass import dataclass

BLACK = "#000000"


class Anchor(StrEnum):
    """Which part of a label stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""


@dataclass(frozen=True, slots=True)
class Polyline:
    points: tuple[tuple[float, float], ...]
    stroke: str = BLACK
    width: float = 0.25
    fill: str = ""  # closes the line
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of a pie: degrees clockwise, from twelve o'clock."""

    x: float
    y: float
    radius: float
    start: float
    extent: float
    fill: str = ""
    stroke: str = BLACK


@dataclass(frozen=True, slots=True)
class Label:
    """`y` is the baseline; points as the size."""

    x: float
    y: float
    text: str
    size: float = 12.0
    anchor: Anchor = Anchor.START
    bold: bool = False
    color: str = BLACK


Shape: TypeAlias = Box | Polyline | Slice | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A block of its own, centred; scaled down where it is wider than the page."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    caption: str = ""  # below it; also what a reader who cannot see it is told


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file's bytes (PNG or JPEG), centred."""

    data: bytes
    width: float
    height: float
    caption: str = ""
