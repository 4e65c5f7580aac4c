"""A chart as PNG, for writers that cannot draw: set as PDF, then turned into points."""

from __future__ import annotations

from io import BytesIO

from hrdesk.reports.document import Document, Drawing, Section
from hrdesk.reports.pdf import render_pdf
from hrdesk.reports.typography.furniture import PageTemplate

_DPI = 220
_POINTS = 72


def drawing_png(drawing: Drawing, *, thai_digits: bool) -> bytes:
    """Without its caption."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - only charts for Word need it

    alone = Drawing(drawing.width, drawing.height, drawing.shapes)
    paper = Document("chart", "", (Section((alone,), numbered=False, foot=False),), thai_digits=thai_digits)
    mm = _POINTS / 25.4
    template = PageTemplate(left=0, right=0, top=0, bottom=0)
    frame = template.frame(paper.sections[0].orientation)
    left = (frame.width - drawing.width * mm) / 2
    with pypdfium2.PdfDocument(render_pdf(paper, template=template).data) as pdf:
        crop = (left, frame.height - drawing.height * mm, left, 0)  # left, bottom, right, top
        image = pdf[0].render(scale=_DPI / _POINTS, crop=crop).to_pil()
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
