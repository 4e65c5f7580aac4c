"""The two small drawings of the first page: the life of a plan and the money of its years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.inks import LEFT, MIDDLE, RIGHT, Texts, draw_box, draw_circle, draw_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.ui.kit.theme import Theme


class Stepper(QWidget):
    """Life of a plan: done is filled with a check, now is a ring, later is grey. Never colour alone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.name = name
        self._texts = Texts()
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
        centre = QPointF(middle, radius + 2)
        if index + 1 < len(self.steps):
            gap = QPointF(radius + 6, 0)
            draw_line(painter, centre + gap, centre + QPointF(wide, 0) - gap, theme.color("accent" if done else "border"), 2)
        fill, edge = "accent" if done else "accent_soft" if here else "surface", "accent" if done or here else "control"
        dot = QRectF(middle - radius, 2, 2 * radius, 2 * radius)
        draw_circle(painter, dot, theme.color(fill), theme.color(edge), 2)
        small, strong = theme.font("small"), theme.font("small", QFont.Weight.DemiBold)
        if done:
            half = theme.px(8)
            painter.drawPixmap(round(middle) - half, radius + 2 - half, theme.pixmap("check", "on_accent", 16))
        else:
            self._texts.draw(painter, dot, str(index + 1), strong, theme.color("accent" if here else "muted"), MIDDLE)
        below = QRectF(middle - wide / 2, 2 * radius + theme.px(6), wide, theme.line("small"))
        color = theme.color("text" if done or here else "muted")
        self._texts.draw(painter, below, self.steps[index], strong if here else small, color, MIDDLE)


class Bars(QWidget):
    """One bar per fiscal year with its figure aligned at the right, and below it what was used of it, if known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._texts = Texts()
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
        small, strong = theme.font("small"), theme.font("small", QFont.Weight.DemiBold)
        for index, (name, amount, used) in enumerate(lines):
            top = index * self._step()
            role, fill = ("muted", "ok") if used else ("text", "accent")
            font, color = strong if not used else small, theme.color(role)
            self._texts.draw(painter, QRectF(0, top, left, line), name, font, color, LEFT)
            bar = QRectF(left + 0.5, top + line * 0.25, span, line * 0.5)
            draw_box(painter, bar, theme.color("raised"), theme.color("control"))
            if amount:
                bar.setWidth(span * amount / most)
                draw_box(painter, bar, theme.color(fill), theme.color(fill))
            self._texts.draw(painter, QRectF(left + span, top, right, line), f"{amount:,}", small, color, RIGHT)
        painter.end()
