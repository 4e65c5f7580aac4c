"""The look: tokens of colour, space and type, and from them the palette, the fonts and the stylesheet."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from math import ceil
from pathlib import Path

from PySide6.QtCore import QByteArray, QDir
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from hrdesk.config import resource_path
from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.stylesheet import QSS

FAMILY = "Sarabun"
_DRAWN = (("up", "muted"), ("down", "muted"), ("previous", "text"), ("next", "text"), ("check", "on_accent"))  # in the stylesheet
FUSION = "fusion"  # property of an application that has that style
COLORS: dict[str, tuple[str, str]] = {  # role: (light, dark)
    "canvas": ("#F4F6F8", "#14191F"),
    "side": ("#E8ECF1", "#0F1419"),
    "surface": ("#FFFFFF", "#1B222A"),
    "raised": ("#F1F4F7", "#252E38"),
    "border": ("#D3DAE2", "#35414D"),
    "control": ("#76838F", "#7F8E9D"),
    "text": ("#1A242E", "#E7ECF1"),
    "muted": ("#4E5B68", "#AAB6C2"),
    "accent": ("#1B4F8A", "#8DBBF0"),
    "on_accent": ("#FFFFFF", "#0E1A28"),
    "accent_soft": ("#E1EBF6", "#22364D"),
    "error": ("#A8231C", "#FF9F97"),
    "error_soft": ("#FBE8E6", "#432421"),
    "warn": ("#7F4D00", "#F0C06E"),
    "warn_soft": ("#FCF0D9", "#3B2E17"),
    "ok": ("#1D6538", "#86D0A2"),
    "ok_soft": ("#E3F2E8", "#1A3324"),
}
HIGH: dict[str, tuple[str, str]] = {  # the same for eyes that need more: black or white ground, every edge drawn
    **dict.fromkeys(("canvas", "side", "surface", "raised"), ("#FFFFFF", "#000000")),
    **dict.fromkeys(("border", "control", "text", "muted"), ("#000000", "#FFFFFF")),
    "accent": ("#00308F", "#FFE14D"),
    "on_accent": ("#FFFFFF", "#000000"),
    "accent_soft": ("#D6E6FF", "#33300A"),
    "error": ("#8B0000", "#FFB3AD"),
    "error_soft": ("#FFFFFF", "#000000"),
    "warn": ("#5C3700", "#FFD27A"),
    "warn_soft": ("#FFFFFF", "#000000"),
    "ok": ("#00460F", "#8CF0B0"),
    "ok_soft": ("#FFFFFF", "#000000"),
}
# Every text colour with every background it is drawn on.
PAIRS = (
    *(("text", back) for back in ("canvas", "side", "surface", "raised", "accent_soft", "error_soft",
                                  "warn_soft", "ok_soft")),
    *(("muted", back) for back in ("canvas", "side", "surface", "raised", "accent_soft")),
    *(("accent", back) for back in ("canvas", "surface", "raised", "accent_soft")),
    ("on_accent", "accent"),
    *(("error", back) for back in ("canvas", "surface", "error_soft")),
    *(("warn", back) for back in ("canvas", "surface", "warn_soft")),
    *(("ok", back) for back in ("canvas", "surface", "ok_soft")),
)  # fmt: skip
SPACES = {"": 0, "xs": 4, "s": 8, "m": 12, "l": 16, "xl": 24}
POINTS = {"small": 10.0, "body": 11.0, "section": 12.0, "title": 16.0, "figure": 22.0}
RADII = {"rc": 4, "rp": 6}
TALL = "ผู้ที่ญี่ปุ่นฎู"  # stacked marks above and below: the real ink height of Thai text
LEAST_ZOOM, MOST_ZOOM = 0.9, 2.0


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two #RRGGBB colours, 1 to 21."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@cache
def _outline(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text("utf-8")


@cache
def _load_fonts() -> None:
    for weight in ("Regular", "SemiBold"):  # the only weights of the window
        QFontDatabase.addApplicationFont(str(resource_path("fonts", "sarabun", f"Sarabun-{weight}.ttf")))


@cache
def _ink_height(points: float) -> int:
    """By the outlines: `tightBoundingRect` overlooks marks that the font moves (16 px for 26)."""
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    path = QPainterPath()
    path.addText(0, 0, font, TALL)
    return ceil(path.boundingRect().height())


def _keep(path: Path, content: bytes) -> None:
    """Whole at every moment: another program of ours may be reading it."""
    if not path.exists() or path.read_bytes() != content:
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(path)


@dataclass(frozen=True)
class Theme:
    """One of the colourings at one zoom; everything that has a size asks it."""

    dark: bool = False
    zoom: float = 1.0
    high: bool = False  # high contrast

    def __getitem__(self, role: str) -> str:
        return (HIGH if self.high else COLORS)[role][self.dark]

    def color(self, role: str) -> QColor:
        return QColor(self[role])

    def px(self, size: float) -> int:
        return round(size * self.zoom)

    def space(self, name: str) -> int:
        return self.px(SPACES[name])

    def font(self, role: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(FAMILY)
        font.setPointSizeF(POINTS[role] * self.zoom)
        font.setWeight(weight)
        return font

    def line(self, role: str = "body") -> int:
        """Pixels that hold a line of Thai with stacked marks: 28 at 100 %, where the font's own line is 19."""
        return _ink_height(POINTS[role] * self.zoom) + 1

    @property
    def row(self) -> int:
        """Height of a table row or a control: 32 px at 100 %."""
        return self.line() + self.px(4)

    @property
    def inset(self) -> int:
        """What is free at both sides of a cell's text: the stylesheet's padding and the 3 pixels that Qt adds."""
        return self.px(6) + 3

    def width(self, text: str, role: str = "body", weight: QFont.Weight = QFont.Weight.Normal) -> int:
        return QFontMetrics(self.font(role, weight)).horizontalAdvance(text)

    def svg(self, name: str, role: str = "text") -> bytes:
        return _outline(name).replace("currentColor", self[role]).encode()

    def pixmap(self, name: str, role: str = "text", size: int = 18) -> QPixmap:
        app = QApplication.instance()
        ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
        side = round(self.px(size) * ratio)
        key = f"hrdesk {name} {self[role]} {side} {ratio}"
        pixmap = QPixmap()
        if QPixmapCache.find(key, pixmap):
            return pixmap
        pixmap = QPixmap(side, side)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(self.svg(name, role))).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
        return pixmap

    def icon(self, name: str, role: str = "muted", selected: str = "accent", size: int = 18) -> QIcon:
        """In the colour of a chosen row where it stands in a list; a button has no `selected` one."""
        icon = QIcon(self.pixmap(name, role, size))
        if selected:
            icon.addPixmap(self.pixmap(name, selected, size), QIcon.Mode.Selected)
        return icon

    def palette(self) -> QPalette:
        role = QPalette.ColorRole
        tokens = {
            role.Window: "canvas", role.WindowText: "text", role.Base: "surface", role.Text: "text",
            role.AlternateBase: "raised", role.Button: "surface", role.ButtonText: "text", role.Link: "accent",
            role.Highlight: "accent", role.HighlightedText: "on_accent", role.PlaceholderText: "muted",
            role.ToolTipBase: "surface", role.ToolTipText: "text", role.Mid: "border",
        }  # fmt: skip
        palette = QPalette()
        for place, token in tokens.items():
            palette.setColor(place, self.color(token))
        for place in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.color("muted"))
        return palette

    def stylesheet(self) -> str:
        folder = Path(tempfile.gettempdir(), "hrdesk-look")
        folder.mkdir(exist_ok=True)
        name = ("dark" if self.dark else "light") + ("-high" if self.high else "")
        for icon, role in _DRAWN:
            _keep(folder / f"{icon}-{name}.svg", self.svg(icon, role))  # a stylesheet takes images by file only
        QDir.setSearchPaths("look", [str(folder)])
        metrics = QFontMetrics(self.font())
        return QSS.format(
            **{role: self[role] for role in COLORS},
            **{role: f"{points * self.zoom:g}" for role, points in POINTS.items()},
            **RADII,
            name=name,
            lab=max(2, (self.line() - metrics.lineSpacing() + 1) // 2),
            inner=self.line(),
            half=(self.px(16) + 2) // 2,  # of a radio button and its edge: a circle
            thin=self.line() - self.px(4),
            **{f"s{size}": self.px(size) for size in (2, 3, 4, 5, 6, 8, 10, 11, 16, 24)},
            cell=self.px(6),
            head=self.inset,
        )

    def apply(self, app: QApplication) -> None:
        _load_fonts()
        if not app.property(FUSION):  # to ask the style itself would wrap it, for a tenth of a bare window's time
            app.setStyle("Fusion")
            app.setProperty(FUSION, True)
        app.setStyleSheet(self.stylesheet())  # the first brings Windows' own font and colours for tables, lists and menus
        app.setPalette(self.palette())
        app.setFont(self.font())
