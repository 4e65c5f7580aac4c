"""What Word refuses or repairs: elements out of the schema's order, numbers given twice, signs XML has no place for."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_support import document
from word_files import word

from hrdesk.reports.document import (
    Column,
    Document,
    Drawing,
    Format,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Signatures,
    Space,
    Table,
    Total,
)
from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.drawing import Box
from hrdesk.reports.forms.formspec import form_ids

# ECMA-376, part 1, 17: the children of each in their order, as far as papers have them.
ORDER = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "bidi spacing ind contextualSpacing jc textDirection textAlignment outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern position sz szCs highlight u effect shd vertAlign "
    "rtl cs lang",
    "w:tblPr": "tblStyle tblpPr bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "w:tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "w:sectPr": "footnotePr type pgSz pgMar pgBorders lnNumType pgNumType cols vAlign "
    "titlePg textDirection docGrid",
}
TABLE = Table(
    "งบ", (Column("a", "รายการ", 60), Column("b", "บาท", 30, Format.BAHT)), (Row(("ก", 100)), Row(("ข", 200))),
    Total("รวม", (None, 300), "สามบาทถ้วน"),
)  # fmt: skip
CHART = Drawing(60, 30, (Box(0, 0, 20, 20, "#336699"),), "ภาพ")


def parts(paper):
    yield paper.element
    yield paper.styles.element
    for section in paper.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            yield part._element


@pytest.mark.parametrize("form", form_ids())
def test_properties_stand_in_the_order_of_the_schema(form):
    for part in parts(word(form)):
        for tag, names in ORDER.items():
            ranks = {qn(f"w:{name}"): rank for rank, name in enumerate(names.split())}
            for element in part.iter(qn(tag)):
                found = [ranks[child.tag] for child in element if child.tag in ranks]
                assert all(one <= next_one for one, next_one in pairwise(found)), (tag, [child.tag for child in element])


@pytest.mark.parametrize("form", form_ids())
def test_no_picture_and_no_bookmark_has_the_number_of_another(form):
    for tag, key in (("wp:docPr", "id"), ("w:bookmarkStart", qn("w:id")), ("w:bookmarkStart", qn("w:name"))):
        found = [element.get(key) for element in word(form).element.body.iter(qn(tag))]
        assert len(set(found)) == len(found), tag


def test_pictures_of_one_section_have_numbers_of_their_own():
    body = docx.Document(BytesIO(docx_bytes(document(CHART, CHART, CHART)))).element.body
    assert [element.get("id") for element in body.iter(qn("wp:docPr"))] == ["1", "2", "3"]


@given(st.text(max_size=300), st.lists(st.text(max_size=90), max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_title_and_caption_make_a_file(text, words):
    chart = Drawing(60, 30, CHART.shapes, text[:60])
    paper = Document(
        "form", text, (Section((Paragraph((Run(text),)), chart)),), text, text, tuple(words), foot=text, catchwords=True
    )
    made = docx.Document(BytesIO(docx_bytes(paper)))
    assert made.core_properties.title == "".join(sign for sign in text if fits_xml(sign))[:255]


def fits_xml(sign):
    return sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff" and not "\ud800" <= sign <= "\udfff")


def test_a_paper_kept_elsewhere_bears_the_moment_in_universal_time():
    kept = datetime(2020, 9, 7, 10, 0, tzinfo=timezone(timedelta(hours=7)))
    made = docx.Document(BytesIO(docx_bytes(document(Paragraph((Run("ก"),)), kept_since=kept))))
    assert made.core_properties.created.replace(tzinfo=None) == datetime(2020, 9, 7, 3, 0)


def body_of(*blocks):
    return docx.Document(BytesIO(docx_bytes(document(*blocks)))).element.body


def keeps(paragraph):
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def words(element):
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def text(said):
    return Paragraph((Run(said),))


@pytest.mark.parametrize("signed", [Signature("นายดี", ("นายก",)), Signatures((Signature("ก", ()), Signature("ข", ())))])
def test_the_lines_before_a_signature_are_bound_to_it(signed):
    body = body_of(text("หนึ่ง"), text("สอง"), text("สาม"), Space(6), signed)
    told = {words(p): keeps(p) for p in body.iterchildren(qn("w:p")) if words(p)}
    assert told == {"หนึ่ง": False, "สอง": True, "สาม": True}
    before = next(body.iterchildren(qn("w:tbl"))).itersiblings(preceding=True)
    assert all(keeps(p) for p in list(before)[:2]), "the empty lines between them too"


def test_nothing_larger_than_a_point_follows_the_last_signature():
    body = body_of(text("หนึ่ง"), Signature("นายดี", ("นายก",)))
    last = [child for child in body.iterchildren() if child.tag != qn("w:sectPr")][-1]
    assert last.tag == qn("w:p"), "no table ends a section"
    assert last.find(f"{qn('w:pPr')}/{qn('w:spacing')}").get(qn("w:line")) == "20"


@pytest.mark.parametrize(("said", "bound"), [("จำแนกได้ดังนี้", True), ("รายละเอียดดังต่อไปนี้", True), ("ไม่รวมยอด", False)])
def test_a_sentence_that_leads_to_a_table_is_bound_to_it(said, bound):
    body = body_of(text(said), TABLE)
    assert keeps(next(p for p in body.iterchildren(qn("w:p")) if words(p))) is bound


TABLE_OR_FIGURE = [TABLE, Drawing(40, 20, (), "แผนภูมิ"), Drawing(40, 20, ())]


@pytest.mark.parametrize("shown", TABLE_OR_FIGURE)
def test_what_stands_between_a_heading_and_its_table_or_figure_is_bound_too(shown):
    """As in print: a paragraph right below the heading, and the white space above and below it."""
    paper = docx.Document(BytesIO(docx_bytes(document(text("ก่อน"), Heading(("หัวข้อ",), 1), Space(4), text("ไม่รวมยอด"), Space(4), shown))))
    told = [(words(p), keeps(p)) for p in paper.element.body.iterchildren(qn("w:p"))][:5]
    assert told == [("ก่อน", False), ("หัวข้อ", False), ("", True), ("ไม่รวมยอด", False), ("", False)], "that is not right below it"
    paper = docx.Document(BytesIO(docx_bytes(document(text("ก่อน"), Heading(("หัวข้อ",), 1), text("ไม่รวมยอด"), Space(4), shown))))
    told = [(words(p), keeps(p)) for p in paper.element.body.iterchildren(qn("w:p"))][:4]
    assert told == [("ก่อน", False), ("หัวข้อ", False), ("ไม่รวมยอด", True), ("", True)]
    assert all(paper.styles[f"Heading {n}"].paragraph_format.keep_with_next for n in (1, 2, 3)), "headings by their style"


def test_prose_below_a_heading_is_free():
    body = body_of(Heading(("หัวข้อ",), 1), text("หนึ่ง"), text("สอง"))
    assert [keeps(p) for p in body.iterchildren(qn("w:p"))][1:] == [False, False]


def test_a_figure_is_bound_to_its_caption_and_the_head_of_a_table_to_its_first_row():
    named, bare = (next(body_of(each).iterchildren(qn("w:p"))) for each in TABLE_OR_FIGURE[1:])
    assert (keeps(named), keeps(bare)) == (True, False)
    paper = docx.Document(BytesIO(docx_bytes(document(TABLE))))
    assert paper.styles["Table Heading"].paragraph_format.keep_with_next
    assert not paper.styles["Table Text"].paragraph_format.keep_with_next, "else the whole table were bound"


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ((Run("ตาม"), Run("ข้อ", bold=True), Run(" 2 และ")), "ตามข้อ~๒ และ"),
        ((Run("วันที่ 5 "), Run("มกราคม", bold=True), Run(" 2567")), "วันที่~๕~มกราคม~๒๕๖๗"),
        ((Run("ต่าง ", italic=True), Run("ๆ")), "ต่าง~ๆ"),
        ((Run("แผน ", bold=True), Run("ก ข")), "แผน ก ข"),
    ],
)
def test_word_keeps_together_what_is_partly_bold_as_paper_does(runs, said):
    paper = docx.Document(BytesIO(docx_bytes(document(Paragraph(runs), ListItem("-", runs)))))
    told = [p.text.removeprefix("-\t").replace("\u00a0", "~") for p in paper.paragraphs[:2]]
    assert told == [said, said]
    looks = [[run.text.replace("\u00a0", " ") for run in p.runs if run.text] for p in paper.paragraphs[:1]]
    assert len(looks[0]) == len(runs), "each in its look"


def test_a_total_is_bound_to_the_row_above_it_and_its_words_to_the_total():
    rows = list(next(body_of(TABLE).iterchildren(qn("w:tbl"))).iterchildren(qn("w:tr")))
    assert [all(keeps(p) for p in row.iter(qn("w:p"))) for row in rows] == [False, False, True, True, False]
