"""A chart of the reports on the screen: the same drawing, in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from hrdesk.reports.charts import BarChart
    from hrdesk.ui.kit.theme import Theme

WIDEST = 620  # pixels, at which its letters are about as large as the window's


def chart_svg(theme: Theme, chart: BarChart) -> bytes:
    """For the worker: it reads fonts. Empty for a chart without bars."""
    from hrdesk.reports.charts import ChartColors, bar_chart  # noqa: PLC0415 - brings ReportLab
    from hrdesk.reports.svg import text_measure, write_svg  # noqa: PLC0415

    if not chart.bars:
        return b""
    series = (theme["accent_soft"], theme["accent"]) if len(chart.series) > 1 else (theme["accent"],)
    colors = ChartColors(theme["text"], theme["control"], series)
    return write_svg(bar_chart(chart, text_measure(), colors), chart.said)


class ChartView(QWidget):
    """As wide as there is room, up to the size at which its text is read with ease."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = theme.px(WIDEST)
        self._drawn = QSvgRenderer(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_chart(self, svg: bytes, said: str) -> None:
        """Hidden without a picture; `said` is the chart in words."""
        self._drawn.load(QByteArray(svg))
        self.setAccessibleName(said)
        self.setVisible(bool(svg))
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()

    def heightForWidth(self, width: int) -> int:
        if not self._drawn.isValid():  # Qt then says 100 × 100
            return 0
        size = self._drawn.defaultSize()
        return round(min(width, self._widest) * size.height() / size.width()) if size.width() else 0

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # passed on as it came
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), self._widest)
        self._drawn.render(painter, QRectF(0, 0, width, self.heightForWidth(width)))
        painter.end()
