"""A draft says so across every page and at its head; an official print bears no trace of it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from form_samples import composed
from pypdf import PdfReader

from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.pdf import render_pdf
from hrdesk.services.forms.standing import draft_stamp

STAMP = draft_stamp(12)
FORMS = ("plan-book", "monitoring-table", "annual-plan", "order-monitoring")


def stamped(form_id: str, **more):
    return replace(composed(form_id), stamp=STAMP, **more)


def headers(paper):
    """The XML of every header that a page can have."""
    for section in paper.sections:
        yield section.header._element
        if section.different_first_page_header_footer:
            yield section.first_page_header._element


def said(element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def test_its_words_count_what_is_to_be_mended():
    assert draft_stamp(0) == ""
    assert STAMP == "ร่าง – ยังมีเรื่องต้องแก้ไข 12 เรื่อง"


@pytest.mark.parametrize("form_id", FORMS)
def test_every_page_bears_it_twice_and_the_text_stays_where_it_was(form_id):
    official, draft = (PdfReader(BytesIO(render_pdf(d).data)) for d in (composed(form_id), stamped(form_id)))
    assert len(official.pages) == len(draft.pages)
    for clean, marked in zip(official.pages, draft.pages, strict=True):
        words = marked.extract_text()
        assert words.count("ยังมีเรื่องต้องแก้ไข ๑๒ เรื่อง") == 2
        assert "ยังมีเรื่องต้องแก้ไข" not in clean.extract_text()
        assert sorted(clean.extract_text().split()) == sorted(
            words.replace("ร่าง – ยังมีเรื่องต้องแก้ไข ๑๒ เรื่อง", "").split()
        )


@pytest.mark.parametrize("form_id", FORMS)
def test_every_header_of_word_bears_it_as_text_and_as_watermark(form_id):
    paper = docx.Document(BytesIO(docx_bytes(stamped(form_id))))
    found = list(headers(paper))
    assert len(found) >= len(paper.sections)
    for header in found:
        assert "ร่าง – ยังมีเรื่องต้องแก้ไข ๑๒ เรื่อง" in said(header)
        (path,) = (node for node in header.iter("{urn:schemas-microsoft-com:vml}textpath") if node.get("string"))
        assert path.get("string") == "ร่าง – ยังมีเรื่องต้องแก้ไข ๑๒ เรื่อง"
    clean = docx.Document(BytesIO(docx_bytes(composed(form_id))))
    assert not any("ร่าง" in said(header) or list(header.iter(qn("w:pict"))) for header in headers(clean))


def test_its_digits_follow_the_print():
    arabic = stamped("committee", thai_digits=False)
    assert "แก้ไข 12 เรื่อง" in PdfReader(BytesIO(render_pdf(arabic).data)).pages[0].extract_text()
    assert "แก้ไข 12 เรื่อง" in said(next(headers(docx.Document(BytesIO(docx_bytes(arabic))))))
