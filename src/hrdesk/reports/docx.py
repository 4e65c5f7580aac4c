"""Writes a Document for Word: real styles, tables whose headers repeat, page numbers, contents; a committee edits it.

Of the paper's catchwords those at the end of a section are kept, which the committee's changes cannot make wrong;
Word has nothing that says what the next page begins with.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from hrdesk.reports.atomic import written_whole
from hrdesk.reports.document import Orientation
from hrdesk.reports.pdf import layout, opens_with_krut
from hrdesk.reports.typography.furniture import PageTemplate, page_number
from hrdesk.reports.typography.style import MM
from hrdesk.reports.word.blocks import Blocks
from hrdesk.reports.word.fonts import set_fonts
from hrdesk.reports.word.markup import (
    Look,
    align,
    exact_line,
    field,
    framed,
    paragraph,
    run,
    spacing,
    without_controls,
)
from hrdesk.reports.word.stamp import stamp
from hrdesk.reports.word.styles import THAI_FIGURES, set_styles
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.reports.document import Document, Drawing

_TEMPLATE = PageTemplate()
_CATCHWORD_RISE = 7.0  # millimetres from the top of its line to its baseline
_HEADER_DISTANCE, _FOOTER_DISTANCE = 10.0, 7.0  # millimetres from the paper's edge
_LONGEST_PROPERTY = 255  # characters python-docx takes
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_RULE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'


def write_docx(document: Document, target: Path) -> int:
    """Returns the sections written. UserError when the file cannot be written; an older file then stays."""
    data = docx_bytes(document)
    with written_whole(target) as part:
        part.write_bytes(data)
    return len(document.sections)


def docx_bytes(document: Document) -> bytes:
    made = docx.Document()
    set_styles(made)
    set_fonts(made, thai=document.thai_digits)
    _set_properties(made, document)
    body = made.element.body
    known = layout(document)
    blocks = Blocks(document, known.headings, _picture_maker(made), _drawn(document))
    for place, section in enumerate(document.sections):
        if place:
            _leave_catchword(body, document, place, known.opening[place])
            made.add_section(WD_SECTION.NEW_PAGE)
            _shrink(body[-2])
        _set_page(made.sections[-1], document, place, known.foot_size)
        width = _TEMPLATE.frame(section.orientation).width / MM
        above = [paragraph("", "", exact_line(known.above[place]))] if section.centred else []
        for text in (*above, *blocks.markup(section, width, known.shrinks[place])):
            for element in _elements(text):
                body.insert(len(body) - 1, element)  # before the last section's properties
    written = BytesIO()
    made.save(written)
    return written.getvalue() if document.kept_since is None else _dated(written, document.kept_since)


def _leave_catchword(body: Any, document: Document, place: int, words: str) -> None:
    """At the foot of the last page of the section before `place`, for the words that one begins with."""
    before, here = document.sections[place - 1], document.sections[place]
    if not (document.catchwords and before.numbered and here.numbered and words):
        return
    frame = _TEMPLATE.frame(before.orientation)
    below = (frame.paper[1] - _TEMPLATE.catchword) / MM - _CATCHWORD_RISE
    text = thai_digits_in_prose(words) if document.thai_digits else words
    for element in _elements(framed(run(f"/{text}..."), frame.width / MM / 2, below)):
        body.insert(len(body) - 1, element)


def _dated(written: BytesIO, moment: datetime) -> bytes:
    """The same package with every part of that moment, so that no two of it differ."""
    again = BytesIO()
    with ZipFile(written) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, moment.astimezone(UTC).timetuple()[:6])
            target.writestr(part, source.read(name), ZIP_DEFLATED)
    return again.getvalue()


def _elements(text: str) -> Any:
    return list(parse_xml(f'<w:body {nsdecls("w", "r", "wp", "a", "pic")} {_VML}>{text}</w:body>'))


def _shrink(element: Any) -> None:
    """The paragraph that ends a section takes no line of its own."""
    properties = element.find("w:pPr", element.nsmap)
    properties.insert(0, _elements(paragraph("", "", exact_line(1)))[0][0][0])


def _picture_maker(made: Any) -> Any:
    numbers = count(1)

    def picture(data: bytes, width: float, height: float, description: str) -> str:
        """A run; without a width the image keeps its proportions."""
        inline = made.part.new_pic_inline(BytesIO(data), Mm(width) if width else None, Mm(height))
        number = next(numbers)  # the part's own next one comes again until its picture stands in the body
        inline.docPr.id, inline.docPr.name = number, f"Picture {number}"
        inline.docPr.set("descr", without_controls(description))
        return f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>"

    return picture


def _drawn(document: Document) -> Any:
    def png(drawing: Drawing) -> bytes:
        from hrdesk.reports.raster import drawing_png  # noqa: PLC0415 - most papers have no chart

        return drawing_png(drawing, thai_digits=document.thai_digits)

    return png


def _set_page(page: Any, document: Document, place: int, foot_size: float) -> None:
    section = document.sections[place]
    landscape = section.orientation is Orientation.LANDSCAPE
    frame = _TEMPLATE.frame(section.orientation)
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(frame.paper[0] / MM), Mm(frame.paper[1] / MM)
    page.left_margin = Mm(frame.left / MM)
    page.right_margin = Mm((frame.paper[0] - frame.right) / MM)
    page.top_margin, page.bottom_margin = Mm(_TEMPLATE.top / MM), Mm(_TEMPLATE.bottom / MM)
    page.header_distance, page.footer_distance = Mm(_HEADER_DISTANCE), Mm(_FOOTER_DISTANCE)
    _set_numbering(page, document, place)
    krut = opens_with_krut(section)
    if krut:
        page.top_margin = Mm(_TEMPLATE.krut_top / MM)
    silent = krut or (document.skip_first_number and place == _first_numbered(document))
    page.different_first_page_header_footer = silent
    _set_furniture(page, document, place, foot_size, krut=krut, silent=silent)


def _first_numbered(document: Document) -> int:
    return next((place for place, section in enumerate(document.sections) if section.numbered), -1)


def _set_numbering(page: Any, document: Document, place: int) -> None:
    """Thai digits, and counting from the first numbered section."""
    digits = 'w:fmt="thaiNumbers"' if document.thai_digits else 'w:fmt="decimal"'
    start = f'w:start="{document.first_page}"' if place == _first_numbered(document) else ""
    properties = page._sectPr  # noqa: SLF001 - python-docx has no page numbering
    for old in properties.findall("w:pgNumType", properties.nsmap):
        properties.remove(old)
    properties.find("w:pgMar", properties.nsmap).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} {digits} {start}/>'))


def _set_furniture(
    page: Any, document: Document, place: int, foot_size: float, *, krut: bool, silent: bool
) -> None:
    """Where the first page's margin is smaller for the krut, the other pages' header pushes the text down."""
    section = document.sections[place]
    below = (_TEMPLATE.top - _TEMPLATE.krut_top) if krut else 0.0
    number = page_number(1, thai=document.thai_digits)
    figures = Look(font=THAI_FIGURES if document.thai_digits else "")
    shown = run("- ") + field("PAGE", number, look=figures) + run(" -") if section.numbered else ""
    above = stamp(document)
    _fill(page.header, above + paragraph(shown, "Header", spacing(0, below) + align("center")))
    words = thai_digits_in_prose(document.foot) if document.thai_digits else document.foot
    foot = run(words, Look(size=int(foot_size * 2) / 2))
    footer = paragraph(foot, "Footer", _RULE_ABOVE) if section.foot and document.foot else paragraph("", "Footer")
    _fill(page.footer, footer)
    if silent:
        _fill(page.first_page_header, above + paragraph("", "Header"))
        _fill(page.first_page_footer, footer)


def _fill(part: Any, text: str) -> None:
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - python-docx adds paragraphs but does not replace them
    for child in list(element):
        element.remove(child)
    element.extend(_elements(text))


def _set_properties(made: Any, document: Document) -> None:
    core = made.core_properties
    core.title, core.author, core.subject = map(_property, (document.title, document.author, document.subject))
    core.keywords, core.language, core.comments = _property(", ".join(document.keywords)), "th-TH", ""
    core.created = core.modified = (document.kept_since or datetime.now(UTC)).astimezone(UTC)


def _property(text: str) -> str:
    return without_controls(text)[:_LONGEST_PROPERTY]
