"""A chart as PNG, for writers that cannot draw: set as PDF, then turned into points by the same library that shows papers
on the screen.
"""

from __future__ import annotations

from hrdesk.errors import UserError
from hrdesk.reports.document import Document, Drawing, Section
from hrdesk.reports.pdf import render_pdf
from hrdesk.reports.typography.furniture import PageTemplate

_DPI = 220
_POINTS = 72
_MM = _POINTS / 25.4


def drawing_png(drawing: Drawing, *, thai_digits: bool) -> bytes:
    """Without its caption. UserError where Qt lacks its system libraries: a Linux without a display may."""
    alone = Drawing(drawing.width, drawing.height, drawing.shapes)
    paper = Document("chart", "", (Section((alone,), numbered=False, foot=False),), thai_digits=thai_digits)
    template = PageTemplate(left=0, right=0, top=0, bottom=0)
    frame = template.frame(paper.sections[0].orientation)
    left = (frame.width - drawing.width * _MM) / 2
    return _points(render_pdf(paper, template=template).data, left, drawing.width * _MM, drawing.height * _MM)


def _points(pdf: bytes, left: float, width: float, height: float) -> bytes:
    """The PNG of what lies at the top of the first page, `left` points from its edge."""
    try:  # only charts for Word need it
        from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize  # noqa: PLC0415
        from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415
    except ImportError as error:
        raise UserError(
            "ยังสร้างแผนภูมิในแฟ้ม Word ไม่ได้ เพราะเครื่องนี้ขาดไลบรารีแสดงภาพของระบบ ข้อมูลไม่เปลี่ยนแปลง "
            "กรุณาพิมพ์เป็น PDF หรือติดตั้ง libegl1 แล้วลองใหม่"
        ) from error
    source, document = QBuffer(), QPdfDocument()
    source.setData(pdf)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(source)
    scale = _DPI / _POINTS
    page = document.pagePointSize(0) * scale
    part = QRect(round(left * scale), 0, round(width * scale), round(height * scale))
    drawn = document.render(0, QSize(round(page.width()), round(page.height())))
    paper = QImage(part.size(), QImage.Format.Format_RGB888)
    paper.fill(0xFFFFFFFF)
    brush = QPainter(paper)
    brush.drawImage(0, 0, drawn, part.x(), part.y())
    brush.end()
    document.close()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    paper.save(written, "PNG", 0)  # type: ignore[call-overload]
    return bytes(written.data().data())
