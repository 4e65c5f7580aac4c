"""What Word keeps of a paper's pages: catchwords where a section ends, and page numbers in Thai figures everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from runpy import run_path
from uuid import UUID
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from form_samples import composed
from hypothesis import given
from hypothesis import strategies as st
from pdf_support import document
from pypdf import PdfReader

from hrdesk.config import resource_path
from hrdesk.reports.document import Heading, Orientation, Paragraph, Run, Section
from hrdesk.reports.docx import docx_bytes
from hrdesk.reports.pdf import layout
from hrdesk.reports.word.fonts import obfuscated
from hrdesk.reports.word.styles import FONT, THAI_FIGURES

MM = 1440 / 25.4


def word(paper):
    return docx.Document(BytesIO(docx_bytes(paper)))


def frames(paper):
    """Paragraphs in a frame of their own, with the twips below the paper's edge."""
    for paragraph in paper.element.body.iter(qn("w:p")):
        frame = paragraph.find(f"{qn('w:pPr')}/{qn('w:framePr')}")
        if frame is not None:
            yield "".join(node.text for node in paragraph.iter(qn("w:t"))), int(frame.get(qn("w:y")))


def part(title, **more):
    return Section((Heading((title, "ชื่อตอน")), Paragraph((Run("เนื้อความ"),))), **more)


def test_the_book_has_a_catchword_at_the_end_of_each_numbered_part():
    book = composed("plan-book")
    opening = layout(book).opening
    expected = [
        f"/{opening[place]}..."
        for place in range(1, len(book.sections))
        if book.sections[place].numbered and book.sections[place - 1].numbered
    ]
    found = list(frames(word(book)))
    assert [text for text, _ in found] == expected
    assert found[0][0] == "/ส่วนที่ ๒..."
    assert found[-1][0] == "/ภาคผนวก..."


def test_it_stands_between_the_text_and_the_foot_of_the_page_it_ends():
    sections = (part("ส่วนที่ 1"), part("ส่วนที่ 2", orientation=Orientation.LANDSCAPE), part("ส่วนที่ 3"))
    found = list(frames(word(document(sections=sections, catchwords=True))))
    assert [text for text, _ in found] == ["/ส่วนที่ ๒...", "/ส่วนที่ ๓..."]
    for (_, below), height in zip(found, (297, 210), strict=True):
        assert height - 25 < below / MM < height - 14.4


@pytest.mark.parametrize(
    "paper",
    [
        document(sections=(part("ก"), part("ข")), catchwords=False),
        document(sections=(part("ก", numbered=False), part("ข")), catchwords=True),
        document(sections=(part("ก"), part("ข", numbered=False)), catchwords=True),
        document(sections=(part("ก"),), catchwords=True),
    ],
)
def test_no_catchword_where_the_paper_has_none(paper):
    assert list(frames(word(paper))) == []


def number_runs(paper):
    header = paper.sections[-1].header._element
    inside = False
    for run in header.iter(qn("w:r")):
        kind = run.find(qn("w:fldChar"))
        inside = inside or (kind is not None and kind.get(qn("w:fldCharType")) == "begin")
        if inside:
            yield run
        if kind is not None and kind.get(qn("w:fldCharType")) == "end":
            inside = False


@pytest.mark.parametrize("thai", [True, False])
def test_page_numbers_are_set_in_the_font_whose_figures_are_thai(thai):
    paper = word(document(sections=(part("ก"),), thai_digits=thai))
    fonts = {run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}") is not None for run in number_runs(paper)}
    assert fonts == {thai}, "every run of the field, or none"
    for run in number_runs(paper):
        if thai:
            font = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert {font.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs")} == {THAI_FIGURES}
    numbering = paper.sections[-1]._sectPr.find(qn("w:pgNumType"))
    assert numbering.get(qn("w:fmt")) == ("thaiNumbers" if thai else "decimal")


def package(**more):
    return ZipFile(BytesIO(docx_bytes(document(sections=(part("ก"),), **more))))


def test_a_pc_without_these_fonts_is_told_their_sisters():
    with package() as parts:
        table = parts.read("word/fontTable.xml").decode()
    for name in (FONT, THAI_FIGURES):
        assert f'w:name="{name}"><w:altName w:val="' in table
    assert "Laksaman" in table


def test_the_file_carries_a_font_whose_figures_are_thai():
    with package() as parts:
        hidden, table = parts.read("word/fonts/figures.odttf"), parts.read("word/fontTable.xml").decode()
        assert "word/fonts/figures.odttf" in parts.read("[Content_Types].xml").decode()
        relations = parts.read("word/_rels/fontTable.xml.rels").decode()
    key = UUID(re.search(r'w:fontKey="{([^}]+)}"', table)[1])
    relation = re.search(r'embedRegular [^>]*r:id="(\w+)"', table)[1]
    assert re.search(rf'Id="{relation}"[^>]*fonts/figures.odttf|fonts/figures.odttf[^>]*Id="{relation}"', relations)
    assert hidden[:4] != b"\0\1\0\0", "not a font to anybody without the key"
    font = TTFont(BytesIO(obfuscated(hidden, key)))
    cmap = font.getBestCmap()
    assert [cmap[ord(each)] for each in "0123456789"] == [cmap[ord(each)] for each in "๐๑๒๓๔๕๖๗๘๙"]
    assert len({cmap[ord(each)] for each in "0123456789"}) == 10
    assert font["name"].getDebugName(1) == THAI_FIGURES
    assert font["OS/2"].fsType == 0, "may be installed, so that a reader shows it while editing"
    assert len(hidden) < 10_000


def test_a_paper_in_arabic_figures_carries_no_font():
    with package(thai_digits=False) as parts:
        assert not [name for name in parts.namelist() if name.startswith("word/fonts/")]
        assert THAI_FIGURES not in parts.read("word/fontTable.xml").decode()


@given(st.binary(min_size=32, max_size=80), st.uuids())
def test_a_font_comes_back_from_its_hidden_form(font, key):
    assert obfuscated(obfuscated(font, key), key) == font
    assert obfuscated(font, key)[32:] == font[32:]


def test_the_shipped_figures_are_what_their_script_makes(tmp_path):
    where = resource_path("fonts", "figures")
    run_path(str(where / "make.py"))["make"](tmp_path / "made.ttf")
    made, shipped = TTFont(tmp_path / "made.ttf"), TTFont(where / "HrdeskThaiFigures.ttf")
    assert made.getBestCmap() == shipped.getBestCmap()
    assert made.getGlyphOrder() == shipped.getGlyphOrder()
    assert all(made["glyf"][name] == shipped["glyf"][name] for name in made.getGlyphOrder())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_libreoffice_draws_page_numbers_with_it(tmp_path):
    target = tmp_path / "paper.docx"
    target.write_bytes(docx_bytes(document(sections=(part("ก"),))))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(target)], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    fonts = {}

    def seen(text, _matrix, _place, font, _size):
        if font is not None and text.strip():
            fonts.setdefault(str(font["/BaseFont"]).partition("+")[2], []).append(text.strip())

    PdfReader(tmp_path / "paper.pdf").pages[0].extract_text(visitor_text=seen)
    assert "1" in "".join(fonts["HrdeskThaiFigures"])
