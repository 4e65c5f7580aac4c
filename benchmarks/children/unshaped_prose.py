"""ReportLab's own paragraphs: unshaped_prose.py TEXTS.json OUT.pdf FONT.ttf."""

import json
import sys
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

texts, target, font = sys.argv[1:]
pdfmetrics.registerFont(TTFont("Laksaman", font))
style = ParagraphStyle(
    "body", fontName="Laksaman", fontSize=16.25, leading=21.1, alignment=TA_JUSTIFY, firstLineIndent=71
)
paper = SimpleDocTemplate(target, pagesize=(595, 842), leftMargin=85, rightMargin=57, topMargin=71, bottomMargin=57)
paper.build([Paragraph(text, style) for text in json.loads(Path(texts).read_text("utf-8"))])
