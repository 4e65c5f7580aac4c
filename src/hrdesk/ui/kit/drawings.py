"""The two small drawings of the first page: the life of a plan and the money of its years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit import flags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.ui.kit.theme import Theme

def _write(  # noqa: PLR0917 - one line of text has this many sides
    theme: Theme, painter: QPainter, box: QRectF, text: str, role: str, align: int, bold: bool
) -> None:
    painter.setFont(theme.font("small", QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
    painter.setPen(theme.color(role))
    painter.drawText(box, align | flags.DONT_CLIP, text)


def _pen(color: QColor, width: int) -> QPen:
    """Its colour given to the making would bring the styles of pens with it (`flags.py`)."""
    pen = QPen()
    pen.setColor(color)
    pen.setWidth(width)
    return pen


class Stepper(QWidget):
    """Life of a plan: done is filled with a check, now is a ring, later is grey. Never colour alone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.name = name
        self.steps: tuple[str, ...] = ()
        self.now = 0
        self.setMinimumHeight(theme.px(34) + theme.line("small"))
        self.setMinimumWidth(theme.px(420))

    def show_steps(self, steps: Sequence[str], now: int) -> None:
        self.steps, self.now = tuple(steps), now
        self.setAccessibleName(f"{self.name}: {self.steps[now]} (ขั้นที่ {now + 1} จาก {len(steps)})")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / max(1, len(self.steps))
        for index in range(len(self.steps)):
            self._paint_step(painter, index, wide)
        painter.end()

    def _paint_step(self, painter: QPainter, index: int, wide: float) -> None:
        theme, radius = self.theme, self.theme.px(13)
        middle, done, here = wide * (index + 0.5), index < self.now, index == self.now
        if index + 1 < len(self.steps):
            painter.setPen(_pen(theme.color("accent" if done else "border"), 2))
            painter.drawLine(
                round(middle + radius + 6), radius + 2, round(middle + wide - radius - 6), radius + 2
            )
        painter.setPen(_pen(theme.color("accent" if done or here else "control"), 2))
        painter.setBrush(theme.color("accent" if done else "accent_soft" if here else "surface"))
        dot = QRectF(middle - radius, 2, 2 * radius, 2 * radius)
        painter.drawEllipse(dot)
        if done:
            half = theme.px(8)
            painter.drawPixmap(
                round(middle) - half, radius + 2 - half, theme.pixmap("check", "on_accent", 16)
            )
        else:
            _write(theme, painter, dot, str(index + 1), "accent" if here else "muted", flags.CENTRE, bold=True)
        below = QRectF(middle - wide / 2, 2 * radius + theme.px(6), wide, theme.line("small"))
        _write(
            theme, painter, below, self.steps[index], "text" if done or here else "muted", flags.CENTRE, bold=here
        )


class Bars(QWidget):
    """One bar per fiscal year with its figure aligned at the right, and below it what was used of it, if known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.years: tuple[tuple[str, int, int | None], ...] = ()

    def show_years(self, years: Sequence[tuple[str, int, int | None]]) -> None:
        """(heading, baht planned, baht used) of each year; used is None where nothing can have been."""
        self.years = tuple(years)
        self.setMinimumHeight(len(self._lines()) * self._step())
        figures = ", ".join(
            f"{name} {planned:,} บาท" + ("" if used is None else f" ใช้ไป {used:,} บาท") for name, planned, used in years
        )
        self.setAccessibleName(f"งบประมาณแต่ละปี: {figures}")
        self.update()

    def _lines(self) -> list[tuple[str, int, bool]]:
        """(text, baht, is what was used), from above."""
        lines = []
        for name, planned, used in self.years:
            lines.append((name, planned, False))
            lines += [] if used is None else [("ใช้ไป", used, True)]
        return lines

    def _step(self) -> int:
        return self.theme.line("small") + self.theme.px(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, line, lines = self.theme, QPainter(self), self.theme.line("small"), self._lines()
        left = max((theme.width(name, "small", QFont.Weight.DemiBold) for name, *_ in lines), default=0)
        right = max((theme.width(f"{amount:,}", "small") for _, amount, _ in lines), default=0)
        left, right = left + theme.px(10), right + theme.px(10)
        span = self.width() - left - right - 2
        most = max((amount for _, amount, _ in lines), default=0) or 1
        for index, (name, amount, used) in enumerate(lines):
            top = index * self._step()
            role, fill = ("muted", "ok") if used else ("text", "accent")
            _write(theme, painter, QRectF(0, top, left, line), name, role, flags.MIDDLE_LEFT, bold=not used)
            painter.setPen(_pen(theme.color("control"), 1))
            painter.setBrush(theme.color("raised"))
            painter.drawRect(QRectF(left + 0.5, top + line * 0.25, span, line * 0.5))
            if amount:
                painter.setBrush(theme.color(fill))
                painter.setPen(_pen(theme.color(fill), 1))
                painter.drawRect(QRectF(left + 0.5, top + line * 0.25, span * amount / most, line * 0.5))
            figure = QRectF(left + span, top, right, line)
            _write(theme, painter, figure, f"{amount:,}", role, flags.MIDDLE_RIGHT, bold=False)
        painter.end()
