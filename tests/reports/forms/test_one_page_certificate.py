"""A certificate is one page whatever its class is called: its large lines get smaller, in print and in Word alike."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from class_samples import record
from docx.oxml.ns import qn
from pdf_support import document, letters, pypdf_pages, rendered
from word_files import word

from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Heading, Orientation, Paragraph, Run, Section, Style
from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form
from hrdesk.reports.pdf import layout
from hrdesk.reports.snapshots.class_snapshot import class_snapshot
from hrdesk.thai.numbers import thai_digits_in_prose
from sample import sample

TITLE = "การฝึกอบรมเชิงปฏิบัติการเพื่อพัฒนาศักยภาพบุคลากรในการปฏิบัติราชการตามหลักธรรมาภิบาลและการบริหารกิจการบ้านเมืองที่ดี "
VENUE = "ห้องประชุมชั้น 2 อาคารสำนักงานเทศบาลตำบลหนองป่าครั่ง "


def certificate(length, venue=VENUE):
    office, draft = sample()
    known = record(office, draft)
    held = replace(known.held, title=(TITLE * 9)[:length].strip(), venue=venue.strip())
    return compose(load_form("certificate"), class_snapshot(office, replace(known, held=held)))


@pytest.mark.parametrize(
    ("length", "venue", "smaller"),
    [(40, 1, False), (130, 1, False), (250, 4, True), (400, 1, True), (500, 1, True), (650, 1, True)],
)
def test_whoever_passed_has_one_page_of_all_that_is_said(length, venue, smaller):
    paper = certificate(length, VENUE * venue)
    pages = pypdf_pages(rendered(paper).data)
    assert len(pages) == len(paper.sections)
    assert {shrink < 1 for shrink in layout(paper).shrinks} == {smaller}, "only where it must be"
    for page, section in zip(pages, paper.sections, strict=True):
        for block in section.blocks:
            if isinstance(block, Paragraph):
                said = "".join(run.text for run in block.runs)
                assert letters(thai_digits_in_prose(said)) in letters(page)


def test_word_sets_the_same_lines_smaller_and_no_others():
    paper = certificate(400)
    (shrink,) = set(layout(paper).shrinks)
    made = docx.Document(BytesIO(docx_bytes(paper)))
    sizes = {"Title": str(round(60 * shrink)), "Subtitle": str(round(40 * shrink))}  # half points: of 30 and 20
    found = {name: set() for name in (*sizes, "Centered")}
    for paragraph in made.paragraphs:
        if paragraph.style.name in found and paragraph.text:
            found[paragraph.style.name] |= {size.get(qn("w:val")) for size in paragraph._p.iter(qn("w:sz"), qn("w:szCs"))}
    assert found == {name: {size} for name, size in sizes.items()} | {"Centered": set()}
    lines = {p._p.pPr.find(qn("w:spacing")).get(qn("w:line")) for p in made.paragraphs if p.style.name == "Subtitle" and p.text}
    assert lines == {str(round(20 * shrink * 1.3 * 20))}, "in twentieths of a point, 1.3 of the size"


def test_word_leaves_sizes_to_the_styles_where_all_has_room():
    made = word("certificate")
    covers = [p for p in made.paragraphs if p.style.name in ("Title", "Subtitle")]
    assert covers
    assert not any(p._p.findall(f".//{qn('w:sz')}") for p in covers)


def test_a_cover_tried_in_several_sizes_counts_its_headings_once():
    """Links of the contents go by the number of a heading: what was laid out in vain has none."""
    long = Paragraph((Run(TITLE * 12),), Style.COVER_TITLE)
    cover = Section((Heading(("ปก",)), long), Orientation.LANDSCAPE, centred=True)
    after = Section((Heading(("เนื้อหา",)), Paragraph((Run("ความ"),))))
    known = layout(document(sections=(cover, after)))
    assert known.shrinks[0] < 1
    assert len(known.headings) == 2
