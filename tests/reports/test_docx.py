"""Every form as Word has it: read back by python-docx, text complete, headers that repeat, Thai sizes set."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from form_samples import composed
from lxml import etree
from pdf_support import document, letters
from word_files import word

from hrdesk.reports.document import (
    Borderless,
    Column,
    Document,
    Drawing,
    FillIn,
    FillPart,
    Format,
    Heading,
    Krut,
    LetterHead,
    LetterItem,
    ListItem,
    MemoHead,
    Orientation,
    Paragraph,
    Picture,
    Row,
    Rule,
    Run,
    Section,
    Signature,
    Signatures,
    Space,
    Table,
    Total,
)
from hrdesk.reports.docx import docx_bytes, write_docx
from hrdesk.reports.drawing import Box, Label, Polyline, Slice
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.thai.numbers import thai_digits_in_prose

CHART = Drawing(
    60, 30, (Box(0, 0, 20, 20, "#336699"), Label(10, 25, "ปี 2564"), Polyline(((0, 20), (50, 20)), dashed=True),
             Slice(45, 12, 10, 0, 120, "#88aa66")), "ภาพที่ 1",
)  # fmt: skip


def of(*blocks, **fields):
    return docx.Document(BytesIO(docx_bytes(document(*blocks, **fields))))


def all_text(paper) -> str:
    return letters("".join(node.text or "" for node in paper.element.body.iter(qn("w:t"))))


@pytest.mark.parametrize("form_id", form_ids())
def test_all_text_is_there_in_thai_digits(form_id):
    found = all_text(word(form_id))
    for section in composed(form_id).sections:
        for block in section.blocks:
            texts = ()
            if isinstance(block, Paragraph):
                texts = ("".join(run.text for run in block.runs),)
            elif isinstance(block, Heading):
                texts = block.lines
            elif isinstance(block, Table):
                texts = [cell for row in block.rows for cell in row.cells if isinstance(cell, str)]
            elif isinstance(block, Borderless):
                texts = [cell for row in block.rows for cell in row]
            for text in texts:
                assert letters(thai_digits_in_prose(text)) in found


@pytest.mark.parametrize("form_id", form_ids())
def test_every_paragraph_has_a_style_that_the_paper_defines(form_id):
    paper = word(form_id)
    known = {style.style_id for style in paper.styles}
    used = {node.get(qn("w:val")) for node in paper.element.body.iter(qn("w:pStyle"))}
    assert used <= known
    for style in paper.styles:
        if style.style_id in used:
            size, thai = (style.element.rPr.find(qn(tag)) for tag in ("w:sz", "w:szCs"))
            assert size.get(qn("w:val")) == thai.get(qn("w:val"))
            assert style.element.rPr.find(qn("w:rFonts")).get(qn("w:cs"))


def test_the_book_in_word_has_its_pages_headings_and_contents():
    paper = word("plan-book")
    wide = [section.page_width > section.page_height for section in paper.sections]
    assert len(wide) == len(composed("plan-book").sections)
    assert wide.count(True) == 1
    headings = [p for p in paper.paragraphs if p.style.name == "Heading 1"]
    assert any("ส่วนที่\u00a0๑" in p.text for p in headings), "which its number never leaves"
    toc = [p for p in paper.paragraphs if p.style.name == "toc 1"]
    assert toc[0].text.startswith("ส่วนที่ ๑")
    instructions = "".join(node.text for node in paper.element.body.iter(qn("w:instrText")))
    assert "TOC" in instructions
    marks = {node.get(qn("w:name")) for node in paper.element.body.iter(qn("w:bookmarkStart"))}
    assert {node.get(qn("w:anchor")) for node in paper.element.body.iter(qn("w:hyperlink"))} <= marks
    numbered = [
        section for section in paper.sections if "PAGE" in etree.tostring(section.header._element).decode()
    ]
    assert len(numbered) == len(paper.sections) - 3, "cover, preface and contents have none"
    assert "thaiNumbers" in etree.tostring(paper.sections[3]._sectPr).decode()


def test_a_table_repeats_its_header_merges_and_adds_up():
    columns = (
        Column("a", "ชื่อ", 60), Column("b", "ปี 1", 20, Format.BAHT, group="งบประมาณ"),
        Column("c", "ปี 2", 20, Format.BAHT, group="งบประมาณ"), Column("d", "ปี", 20, merged=True),
    )  # fmt: skip
    rows = tuple(Row((f"โครงการ {n}", 100_00, 0, "2564")) for n in range(3))
    paper = of(
        Table("ตาราง", columns, rows, Total("รวม", (None, 300_00, 0, None), "สามร้อยบาทถ้วน"), row_height=9)
    )
    (table,) = paper.tables
    heads = [row for row in table._tbl.tr_lst if row.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(heads) == 2
    assert [cell.text for cell in table.rows[2].cells] == ["โครงการ ๐", "๑๐๐", "-", "๒๕๖๔"]
    assert table.cell(2, 3)._tc is table.cell(4, 3)._tc, "one cell down the rows"
    assert table.rows[5].cells[1].text == "๓๐๐"
    assert table.rows[6].cells[0].text == "(สามร้อยบาทถ้วน)"


def test_the_heads_of_official_papers():
    letter = LetterHead(
        "ชม 1/2",
        ("สำนักงาน",),
        "1 มกราคม 2564",
        (LetterItem("เรื่อง", ("ส่งแผน",)), LetterItem("สิ่งที่ส่งมาด้วย", ("แผน", "คำสั่ง"))),
    )
    paper = of(Krut(), letter, Rule(), FillIn((FillPart("ชื่อ", "นายปั้น"), FillPart("ตำแหน่ง"))), Space(5),
               Signatures((Signature("ก", ("ผู้ตรวจ",)), Signature("", ("ผู้รับรอง",)))), Signature("ข", ("นายก",), ""))  # fmt: skip
    found = all_text(paper)
    for text in ("ที่ชม๑/๒", "๑มกราคม๒๕๖๔", "๒.คำสั่ง", "ชื่อนายปั้น", "(ก)", "ผู้รับรอง", "นายก"):
        assert text in found
    assert paper.sections[0].different_first_page_header_footer, "the first page has no number"
    memo = of(MemoHead("สำนักปลัด", "ชม 1", "....", "ขออนุมัติ", "นายก"))
    assert all(text in all_text(memo) for text in ("บันทึกข้อความ", "ส่วนราชการสำนักปลัด", "เรียน"))


def test_charts_and_pictures_are_in_the_file(tmp_path):
    from hrdesk.reports.raster import drawing_png

    png = drawing_png(CHART, thai_digits=True)
    paper = of(
        CHART,
        Picture(png, 40, 20, "รูป"),
        emblem=png,
        sections=(Section((Krut(), CHART, Picture(png, 40, 20))),),
    )
    assert len(paper.inline_shapes) == 3
    target = tmp_path / "a.docx"
    assert write_docx(document(CHART), target) == 1
    with ZipFile(target) as archive:
        assert any(name.startswith("word/media/") for name in archive.namelist())


def test_what_word_would_choke_on_is_left_out():
    paper = of(Paragraph((Run("ก\u0001ข & <ค>\tง\nจ", bold=True),)))
    assert "กข&<ค>งจ" in all_text(paper)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_opens_it(tmp_path):
    target = tmp_path / "t2.docx"
    write_docx(composed("monitoring-table"), target)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(target)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert (tmp_path / "t2.pdf").read_bytes().startswith(b"%PDF")


def test_a_section_lies_the_way_it_shall():
    paper = Document(
        "x",
        "x",
        (Section((Paragraph((Run("ก"),)),)), Section((Paragraph((Run("ข"),)),), Orientation.LANDSCAPE)),
    )
    made = docx.Document(BytesIO(docx_bytes(paper)))
    assert [section.page_width > section.page_height for section in made.sections] == [False, True]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("ข้อ 2 และต่าง ๆ", "ข้อ~๒ และต่าง~ๆ"), ("วันที่ 5 มกราคม 2567 เรื่อง", "วันที่~๕~มกราคม~๒๕๖๗ เรื่อง"), ("พ.ศ. 2564 - 2566", "พ.ศ.~๒๕๖๔~-~๒๕๖๖"), ("แผน ก ข", "แผน ก ข")],
)  # fmt: skip
def test_word_keeps_on_one_line_what_paper_does(text, bound):
    blocks = (Paragraph((Run(text),)), Heading((text,), 1), ListItem("-", (Run(text),)))
    paper = docx.Document(BytesIO(docx_bytes(document(*blocks, thai_digits=True))))
    said = [p.text.removeprefix("-").strip() for p in paper.paragraphs if p.text.strip()]
    assert [text.replace("\u00a0", "~") for text in said[:3]] == [bound] * 3


def test_a_narrow_cell_of_word_may_end_its_lines_at_every_space():
    table = Table("ก", (Column("day", "วันที่", 14),), (Row(("5 มกราคม 2567",)),))
    (made,) = docx.Document(BytesIO(docx_bytes(document(table)))).tables
    assert "\u00a0" not in made.cell(1, 0).text
