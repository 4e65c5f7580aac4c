"""Every form of the sample office as it leaves the printer: what is read back is what was put in, and it looks right.

After looking at what changed, approve anew with `HRDESK_APPROVE=1 pytest tests/reports/forms/test_printed_forms.py`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache
from itertools import groupby

import pytest
from form_samples import composed
from pdf_support import APPROVED, difference, letters, pdfium_pages, pictures, pypdf_pages, reader, rendered
from PIL import Image

from hrdesk.reports.document import (
    Borderless,
    Contents,
    Document,
    Drawing,
    FillIn,
    Format,
    Heading,
    Krut,
    LetterHead,
    ListItem,
    MemoHead,
    Paragraph,
    Signature,
    Signatures,
    Table,
)
from hrdesk.reports.drawing import Label
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.reports.forms.letterheads import MEMO_TITLE
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_baht, thai_digits, thai_digits_in_prose

TOLERANCE = 25  # grey levels of 255, as for the pictures of typography
PAGES = {  # form -> the pages that eyes have approved, from 0
    "plan-book": (0, 2, 3, 12, 14, 17),
    "budget-table": (0,),
    "monitoring-table": (0,),
    "committee": (0,),
    "register": (0, 1),
    "evaluation-schedule": (0,),
    "monitoring-report": (0, 3, 5),
    "annual-report": (0, 1, 2, 8, 9, 11),
    "attendance-sheet": (0,),
    "test-sheet": (0,),
    "test-summary": (0,),
    "satisfaction-form": (0,),
    "satisfaction-summary": (0,),
    "training-report": (0,),
    "follow-up-form": (0,),
    "result-request": (0, 1),
    "certificate": (0,),
    "training-history": (0, 1),
    "project-proposal": (0, 2, 3),
    "order-training": (0, 1),
    "idp": (0, 3),
    "idp-result": (2,),
    "skills-map": (0,),
    "skills-summary": (0, 2),
    "roadmap": (1,),
    "framework-corrections": (0,),
    "plan-changes": (0,),
    "coverage": (0,),
    "evidence-pack": (0,),
    "paper-register": (0,),
    "order-planning": (0, 1),
    "order-monitoring": (0,),
    "meeting-invitation": (0, 1),
    "meeting-attendance": (0,),
    "meeting-minutes": (0, 1),
    "letter-province": (0,),
    "announcement-plan": (0,),
    "needs-survey": (0, 3),
    "needs-summary": (0, 1),
    "needs-analysis": (0, 1),
    "needs-announcement": (0,),
    "annual-plan": (1, 2, 4),
    "swot": (0,),
    "alignment": (0,),
    "indicators": (0,),
    "digital-skills": (0, 4),
}
# Tables over several pages repeat their heads; charts are read in the order in which they are drawn.
LONG = (
    "evaluation-schedule", "monitoring-report", "annual-report", "register", "annual-plan", "alignment",
    "digital-skills", "needs-survey", "needs-summary", "idp", "idp-result", "skills-map", "skills-summary", "roadmap",
    "framework-corrections",
    "coverage", "plan-changes", "order-training",
    "attendance-sheet", "test-sheet", "test-summary",
)  # fmt: skip
KRUT = "ครุฑ"  # stands in the box where the office has given no image
PAGE_NUMBER = re.compile("-[0-9๐-๙]{1,2}-")
DOTS = re.compile(r"\.{5,}")  # to write on
READERS = {"PDFium": pdfium_pages, "pypdf": pypdf_pages}


@cache
def printed(form_id: str) -> bytes:
    return rendered(composed(form_id)).data


def shown(value, form: Format) -> str:
    if value is None or value is False:
        return ""
    if form is Format.TICK:
        return "✓" if value is True else thai_digits(f"{value:,}")
    if form is Format.DATE:
        return thai_digits(short_date(value))
    if form is Format.DECIMAL:
        return thai_digits(f"{value:,}")
    if form is Format.BAHT:
        return thai_digits(format_baht(value)) if value else "-"
    return thai_digits(f"{value:,}") if isinstance(value, int) else thai_digits_in_prose(value)


def table_texts(table: Table) -> list[str]:
    texts = [column.heading for column in table.columns]
    texts += [group for group, _ in groupby(column.group for column in table.columns) if group]
    for at, column in enumerate(table.columns):
        cells = [shown(row.cells[at], column.format) for row in table.rows]
        cells = [text or "-" for text in cells] if column.dash else cells
        texts += [text for text, _ in groupby(cells)] if column.merged else cells
    if table.total:
        figures = zip(table.total.cells, table.columns, strict=True)
        texts += [table.total.label, table.total.words, *(shown(value, column.format) for value, column in figures)]
    return texts


def signature_texts(block: Signature) -> list[str]:
    return [block.label, f"({block.name})", *block.position]


def letter_texts(block: LetterHead) -> list[str]:
    texts = ["ที่", block.number, *block.office, block.date]
    for item in block.items:
        numbered = len(item.texts) > 1
        texts += [item.label, *(f"{n}. {text}" if numbered else text for n, text in enumerate(item.texts, start=1))]
    return texts


def memo_texts(block: MemoHead) -> list[str]:
    named = ("ส่วนราชการ", block.office, "ที่", block.number, "วันที่", block.date, "เรื่อง", block.subject)
    return [KRUT, MEMO_TITLE, *named, "เรียน", block.to]


TEXTS = {
    Heading: lambda block: list(block.lines),
    Paragraph: lambda block: ["".join(run.text for run in block.runs)],
    ListItem: lambda block: [block.marker, "".join(run.text for run in block.runs)],
    Borderless: lambda block: [cell for row in block.rows for cell in row],
    Table: table_texts,
    Drawing: lambda block: [*(each.text for each in block.shapes if isinstance(each, Label)), block.caption],
    Signature: signature_texts,
    Signatures: lambda block: [text for each in block.signatures for text in signature_texts(each)],
    Krut: lambda _block: [KRUT],
    LetterHead: letter_texts,
    MemoHead: memo_texts,
    FillIn: lambda block: [text for part in block.parts for text in (part.label, part.text)],
}


def texts_of(block) -> list[str]:
    return TEXTS[type(block)](block) if type(block) in TEXTS else []


def body(document: Document, pages: list[str]) -> str:
    """The letters of all pages but the contents, without page numbers, running foot and catchwords."""
    kept = []
    foot = letters(thai_digits_in_prose(document.foot))
    for page in pages:
        lines = [letters(line) for line in page.split("\n")]
        if "สารบัญ" in lines:
            continue
        kept += [
            line
            for line in lines
            if line != foot
            and not (line.startswith("/") and line.endswith("..."))
            and not PAGE_NUMBER.fullmatch(line)
        ]
    return DOTS.sub("", "".join(kept))


def printed_letters(text: str) -> str:
    return DOTS.sub("", letters(thai_digits_in_prose(text)))


def blocks(document: Document):
    for section in document.sections:
        if not any(isinstance(block, Contents) for block in section.blocks):
            yield from section.blocks


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("form_id", [form for form in PAGES if form not in LONG])
def test_copied_text_is_what_was_put_in(form_id, read):
    document = composed(form_id)
    found = body(document, READERS[read](printed(form_id)))
    put_in = [printed_letters(text) for block in blocks(document) for text in texts_of(block)]
    assert Counter(found) == Counter("".join(put_in))  # nothing lost, nothing added
    place = 0
    for block in blocks(document):
        if isinstance(block, (Heading, Paragraph, ListItem)):
            for text in texts_of(block):
                wanted = printed_letters(text)
                place = found.index(wanted, place) + len(wanted)  # and in its order, over page ends


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("form_id", LONG)
def test_nothing_is_lost_over_the_pages_of_a_long_paper(form_id, read):
    document = composed(form_id)
    found = letters("".join(READERS[read](printed(form_id))))
    put_in = [printed_letters(text) for block in blocks(document) for text in texts_of(block)]
    assert not Counter("".join(put_in)) - Counter(found)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("form_id", LONG)
def test_every_text_of_a_long_form_is_read_back(form_id, read):
    found = DOTS.sub("", letters("".join(READERS[read](printed(form_id)))))
    for block in blocks(composed(form_id)):
        for text in texts_of(block):
            assert printed_letters(text) in found


@pytest.mark.parametrize("form_id", PAGES)
def test_file_is_thai_with_embedded_fonts_alone(form_id):
    pdf = reader(printed(form_id))
    assert pdf.trailer["/Root"]["/Lang"] == "th-TH"
    assert pdf.metadata.title == composed(form_id).title
    fonts = {
        font.get_object()["/BaseFont"]: font.get_object()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    for name, font in fonts.items():
        assert "Helvetica" not in name
        assert name[7] == "+"
        assert "/FontFile2" in font["/FontDescriptor"]


@pytest.mark.parametrize("form_id", PAGES)
def test_pages_look_as_approved(form_id):
    pages = pictures(printed(form_id), 50)
    for index in PAGES[form_id]:
        path = APPROVED / f"{form_id}-{index + 1}.png"
        if os.environ.get("HRDESK_APPROVE"):
            pages[index].quantize(32).save(path, optimize=True)
        with Image.open(path) as approved:
            assert difference(pages[index], approved) < TOLERANCE, f"{path.name} differs"


def test_every_form_has_an_approved_picture():
    assert set(PAGES) == set(form_ids())


def test_t1_and_t2_keep_to_one_page():
    assert len(pdfium_pages(printed("budget-table"))) == len(pdfium_pages(printed("monitoring-table"))) == 1
    book = pdfium_pages(printed("plan-book"))
    assert sum("รวมเป็นเงินทั้งสิ้น" in page for page in book) == 2
    for page in book:
        if "รวมเป็นเงินทั้งสิ้น" in page:
            assert "(๑) โครงการอบรมเพิ่ม" in page
