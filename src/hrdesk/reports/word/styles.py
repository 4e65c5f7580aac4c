"""The styles of a paper in Word: each with the Thai font and its size for complex scripts."""

from __future__ import annotations

from typing import Any, NamedTuple

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from hrdesk.reports.word.markup import KEEP, align, half_points, indent, spacing

FONT = "TH SarabunPSK"  # on every office PC; Word and LibreOffice find a sister of it by the names below
# Draws the figures 0 to 9 in Thai: what LibreOffice counts in Arabic ones. In the file itself; else one of the others.
THAI_FIGURES, THAI_SISTERS = "Hrdesk Thai Figures", "TH SarabunIT๙;TH SarabunPSK;TH Sarabun New;Laksaman"
SISTERS = "TH Sarabun New;TH SarabunIT๙;Laksaman;Sarabun"
SIZE, CELL_SIZE = 16.0, 14.0
LEADING = 1.3
THAI_JUSTIFIED = "thaiDistribute"
_FIRST_LINE = '<w:ind w:firstLine="1417"/>'  # 2.5 cm
_RIGHT_HALF = indent(80)
_KEEP = KEEP + "<w:keepLines/>"


class _Style(NamedTuple):
    """`paragraph` is paragraph properties as markup, in the order of the schema."""

    name: str
    paragraph: str = ""
    size: float = SIZE
    bold: bool = False
    leading: float = LEADING  # of the size, exactly: fonts of the same design differ in what they ask for


BODY, FLUSH, CENTERED, CLOSING, SIGNED, NOTE = (
    "Body Text", "Flush", "Centered", "Closing", "Signed", "Note",
)  # fmt: skip
COVER_TITLE, COVER_LINE, ITEM, CELL, HEAD_CELL, CAPTION, FIGURE = (
    "Title", "Subtitle", "List Paragraph", "Table Text", "Table Heading", "Caption", "Figure",
)  # fmt: skip
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
CONTENTS = ("toc 1", "toc 2", "toc 3")
_CENTER = align("center")
_STYLES = (
    _Style(BODY, _FIRST_LINE + align(THAI_JUSTIFIED)),
    _Style(FLUSH, align(THAI_JUSTIFIED)),
    _Style(CENTERED, _CENTER),
    _Style(CLOSING, _RIGHT_HALF),
    _Style(SIGNED, _RIGHT_HALF + _CENTER),
    _Style(NOTE, "", 14),
    _Style(COVER_TITLE, _CENTER, 30, bold=True),
    _Style(COVER_LINE, _CENTER, 20, bold=True),
    _Style(ITEM, align(THAI_JUSTIFIED)),
    _Style(CELL, "", CELL_SIZE, leading=1.25),
    _Style(HEAD_CELL, KEEP + _CENTER, CELL_SIZE, bold=True, leading=1.25),
    _Style(FIGURE, _CENTER, leading=0.0),
    _Style(CAPTION, _CENTER, 14),
    _Style(HEADINGS[0], _KEEP + spacing(16, 8) + _CENTER + '<w:outlineLvl w:val="0"/>', 20, bold=True),
    _Style(HEADINGS[1], _KEEP + spacing(8, 2) + '<w:outlineLvl w:val="1"/>', 18, bold=True),
    _Style(HEADINGS[2], _KEEP + spacing(6, 2) + '<w:outlineLvl w:val="2"/>', 16, bold=True),
    *(_Style(name, spacing(2, 0) + indent(8 * level)) for level, name in enumerate(CONTENTS)),
    _Style("Header", _CENTER),
    _Style("Footer", _CENTER, 11.5),
)

SIZES = {style.name: style.size for style in _STYLES}  # points


def style_id(name: str) -> str:
    """As python-docx makes it."""
    return {"toc 1": "TOC1", "toc 2": "TOC2", "toc 3": "TOC3"}.get(name, name.replace(" ", ""))


def set_styles(document: Any) -> None:
    """Redefine python-docx's template: no colours, no Latin fonts, Thai throughout."""
    styles = document.styles
    defaults = styles.element.find("w:docDefaults", styles.element.nsmap)
    styles.element.replace(defaults, parse_xml(_DEFAULTS))
    _define(styles, _Style("Normal", spacing()))
    for style in _STYLES:
        _define(styles, style)


def _define(styles: Any, style: _Style) -> None:
    known = {each.name for each in styles}
    found = styles[style.name] if style.name in known else styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    element = found.element
    for tag in ("w:pPr", "w:rPr", "w:basedOn", "w:next", "w:link"):
        for child in element.findall(tag, element.nsmap):
            element.remove(child)
    if style.name != "Normal":
        element.find("w:name", element.nsmap).addnext(parse_xml(f'<w:basedOn {nsdecls("w")} w:val="Normal"/>'))
    size = half_points(style.size)
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    properties = parse_xml(f'<w:pPr {nsdecls("w")}>{style.paragraph}</w:pPr>')
    element.append(properties)
    _set_leading(properties, style)
    element.append(
        parse_xml(f'<w:rPr {nsdecls("w")}>{_FONTS}{bold}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>')
    )
    element.set(_STYLE_ID, style_id(style.name))
    found.hidden, found.quick_style = False, True


def _set_leading(properties: Any, style: _Style) -> None:
    """Among what the schema wants before and after it."""
    lines = properties.get_or_add_spacing()
    exact = bool(style.leading)
    lines.set(qn("w:line"), str(round(style.size * style.leading * 20) if exact else _SINGLE))
    lines.set(qn("w:lineRule"), "exact" if exact else "auto")


_SINGLE = 240
_STYLE_ID = qn("w:styleId")
_FONTS = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
_DEFAULTS = f"""<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>{_FONTS}
<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{spacing()}</w:pPr></w:pPrDefault></w:docDefaults>"""
