"""The preview of a paper: the real PDF, the same bytes that are saved and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.widgets import column, frame, label, row, tool

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from hrdesk.ui.kit.theme import Theme

DPI_LIMIT = 300  # a printer of 1200 dpi would need 130 MB a page


class PdfPreview(QWidget):
    """Pages on a grey ground with page n of m; `narrow` leaves the bar away."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, bar: bool = True) -> None:
        super().__init__(parent)
        self.theme = theme
        self.data = b""
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(name)
        self.view.setDocument(self.document)
        ground = self.view.palette()
        ground.setColor(ground.ColorRole.Dark, theme.color("border"))  # what the view paints around the pages
        self.view.setPalette(ground)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)  # by the width alone a cover opens on white
        self.pages = label("", "small")
        self.previous_button = tool(theme, "previous", "หน้าก่อน", self._previous)
        self.next_button = tool(theme, "next", "หน้าถัดไป", self._next)
        self.smaller_button = tool(theme, "zoom-out", "ย่อหน้ากระดาษ", self._smaller)
        self.larger_button = tool(theme, "zoom-in", "ขยายหน้ากระดาษ", self._larger)
        self._fit = tool(theme, "forms", "แสดงทั้งหน้า", self._whole_page)
        self._wide = tool(theme, "sheet", "พอดีความกว้าง", self._page_width)
        tools = (self.previous_button, self.pages, self.next_button, 1, self.smaller_button, self.larger_button,
                 self._wide, self._fit)  # fmt: skip
        self._bar = frame(row(theme, *tools, gap="xs"))
        self._bar.setVisible(bar)
        box = column(theme, self._bar, self.view, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page)

    def show_bytes(self, data: bytes, *, keep_place: bool = False) -> None:
        """Replace the paper; `keep_place` stays where the reader is, for a preview that follows typing."""
        place = self.view.verticalScrollBar().value() if keep_place else 0
        self.data = data
        former, self._buffer = self._buffer, QBuffer(self)  # the document still reads from the former one while it closes
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.close()
        self.document.load(self._buffer)
        former.close()
        former.deleteLater()
        if keep_place:
            self.view.verticalScrollBar().setValue(place)
        self._show_page(self.view.pageNavigator().currentPage())

    def show_from_top(self, zoom: float, margin: float) -> None:
        """At a fixed size, scrolled past `margin` points of white at the head of the first page."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(zoom)
        self.view.verticalScrollBar().setValue(round(margin * zoom * self.logicalDpiX() / 72))

    def page_count(self) -> int:
        return self.document.pageCount()

    def _show_page(self, page: int) -> None:
        count = self.page_count()
        self.pages.setText(f"หน้า {page + 1} จาก {count}" if count else "")
        self.previous_button.setEnabled(page > 0)
        self.next_button.setEnabled(page + 1 < count)

    def go_to_page(self, page: int) -> None:
        if 0 <= page < self.page_count():
            self.view.pageNavigator().jump(page, QPointF(), self.view.zoomFactor())
            self._show_page(page)

    def _previous(self) -> None:
        self.go_to_page(self.view.pageNavigator().currentPage() - 1)

    def _next(self) -> None:
        self.go_to_page(self.view.pageNavigator().currentPage() + 1)

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() != QPdfView.ZoomMode.Custom:
            self.view.setZoomFactor(self._fitted())
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(4.0, max(0.25, self.view.zoomFactor() * factor)))

    def _fitted(self) -> float:
        """The factor that the fitting mode now shows, from which zooming goes on."""
        page = self.document.pagePointSize(max(0, self.view.pageNavigator().currentPage()))
        dots, room = self.logicalDpiX() / 72, self.view.viewport().size()
        wide = room.width() / ((page.width() or 595.0) * dots)
        high = room.height() / ((page.height() or 842.0) * dots)
        return wide if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth else min(wide, high)

    def _larger(self) -> None:
        self._zoom(1.2)

    def _smaller(self) -> None:
        self._zoom(1 / 1.2)

    def _whole_page(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _page_width(self) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def print_on(self, printer: QPrinter) -> int:
        """Draw the printer's chosen pages, each in its own orientation; returns how many."""
        count = self.page_count()
        first = max(1, printer.fromPage()) if printer.fromPage() else 1
        last = min(count, printer.toPage()) if printer.toPage() else count
        painter = QPainter()
        for number in range(first - 1, last):
            points = self.document.pagePointSize(number)
            lying = points.width() > points.height()
            way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
            printer.setPageOrientation(way)
            if number == first - 1:
                if not painter.begin(printer):
                    return 0
            else:
                printer.newPage()
            self._draw(painter, printer, number)
        if painter.isActive():
            painter.end()
        return max(0, last - first + 1)

    def _draw(self, painter: QPainter, printer: QPrinter, number: int) -> None:
        points = self.document.pagePointSize(number)
        dpi = min(DPI_LIMIT, printer.resolution())
        size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
        image = self.document.render(number, size, QPdfDocumentRenderOptions())
        area = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        scale = printer.resolution() / 72
        target = QRectF(
            paper.x() - area.x(), paper.y() - area.y(), points.width() * scale, points.height() * scale
        )
        painter.drawImage(target, image)
