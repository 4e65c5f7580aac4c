from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from pdf_support import document, letters, pdfium_pages, pypdf_pages, reader, rendered, unbroken
from sample_book import PROSE, WORDS, body, book

from hrdesk.errors import UserError
from hrdesk.reports.document import Heading, ListItem, PageBreak, Paragraph, Run, Signature, Style
from hrdesk.reports.pdf import write_pdf
from hrdesk.reports.typography.fonts import bundled_family


@pytest.fixture(scope="module")
def sample():
    return rendered(book())


def outline(entries, level=0):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, entry.title


def test_facts_of_the_file(sample):
    pdf = reader(sample.data)
    assert len(pdf.pages) == sample.pages
    assert pdf.root_object["/Lang"] == "th-TH"
    assert pdf.metadata.title == "แผนพัฒนาพนักงานเทศบาล 3 ปี"
    assert pdf.metadata.author == "เทศบาลตำบลหนองป่าครั่ง"
    assert pdf.metadata.subject == "ปีงบประมาณ 2564 - 2566"
    assert "พนักงานเทศบาล" in pdf.metadata["/Keywords"]
    assert [round(page.mediabox.width) for page in pdf.pages][:4] == [595] * 4
    assert round(pdf.pages[-1].mediabox.width) == 842


def test_every_font_is_embedded_and_subset_and_none_is_helvetica(sample):
    assert b"Helvetica" not in sample.data
    fonts = {}
    for page in reader(sample.data).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts[font["/BaseFont"]] = font
    assert len(fonts) >= 4
    for name, font in fonts.items():
        assert "+" in name
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_outline_and_contents_point_to_the_headings(sample):
    pdf = reader(sample.data)
    assert list(outline(pdf.outline)) == [
        (0, "ส่วนที่ ๑ บทนำ"),
        (1, "๑.๑ หลักการและเหตุผล"),
        (1, "๑.๒ วัตถุประสงค์"),
        (0, "ส่วนที่ ๒ คณะกรรมการ"),
        (1, "ตารางการติดตามและประเมินผล"),
        (0, "ส่วนที่ ๓ แผนการพัฒนา"),
    ]
    contents = pdfium_pages(sample.data)[1].split("\n")
    assert any(line.startswith("๑.๒ วัตถุประสงค์") and line.endswith("๒") for line in contents)
    assert len(pdf.pages[1]["/Annots"]) == 6


@pytest.mark.parametrize("style", [Style.BODY, Style.PLAIN, Style.CENTERED])
def test_copied_paragraphs_are_what_was_put_in(style):
    text = f"{PROSE} {' '.join(WORDS)}"
    data = rendered(document(Paragraph((Run(text),), style), thai_digits=False)).data
    for pages in (pdfium_pages(data), pypdf_pages(data)):
        assert unbroken(pages[0]).removeprefix("- 1 -").strip() == text


def test_a_tag_within_a_word_copies_whole():
    runs = (Run("ที่ประชุม"), Run("มีมติ", bold=True), Run("ให้"), Run("ฟื้นฟู", underline=True, italic=True))
    data = rendered(document(Paragraph(runs), thai_digits=False)).data
    assert "ที่ประชุมมีมติให้ฟื้นฟู" in pdfium_pages(data)[0]
    assert "ที่ประชุมมีมติให้ฟื้นฟู" in pypdf_pages(data)[0]


def test_no_letter_of_the_book_is_lost(sample):
    """Paragraphs, lists and table cells alike, read back by two readers."""
    for pages in (pdfium_pages(sample.data), pypdf_pages(sample.data)):
        whole = letters("".join(pages))
        for word in (*WORDS, "☑ใช่☐ไม่ใช่✓", "(๒)", "ประธานกรรมการ", "๑,๒๐๐", "๒๙พ.ย.๒๕๖๔", "๒๔๐,๐๐๐"):
            assert word in whole, word
        assert whole.count("โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล") >= 3
        assert "\u200b" not in whole
        assert "\ufffd" not in whole


def test_catchwords_say_what_the_next_page_starts_with(sample):
    pages = pdfium_pages(sample.data)
    said = 0
    for page, following in pairwise(pages[2:]):
        (line,) = [line for line in page.split("\n") if line.startswith("/") and line.strip().endswith("...")]
        words = line.strip().removeprefix("/").removesuffix("...")
        assert letters(words) in letters(following)[: 30 + len(letters(words)) + 160]
        said += 1
    assert said == len(pages) - 3
    assert "/ส่วนที่ ๒..." in pages[3]
    assert "..." not in pages[-1]


def test_page_numbers_run_on_through_orientations(sample):
    numbers = [
        page.split("- ")[1].split(" -")[0] if "- " in page[:9] else "" for page in pdfium_pages(sample.data)
    ]
    assert numbers == ["", "", "๑", "๒", "๓", "๔", "๕", "๖", "๗"][: len(numbers)]


def test_a_letter_bears_no_number_on_its_first_page():
    paper = document(body(PROSE), PageBreak(), body(PROSE), skip_first_number=True, first_page=1)
    first, second = pdfium_pages(rendered(paper).data)
    assert "๑ -" not in first
    assert "- ๒ -" in second


def test_a_heading_is_never_the_last_line_of_a_page():
    for count in range(1, 30):
        blocks = [*[ListItem("-", (Run("รายการ"),))] * count, Heading(("หัวข้อ",), 1), body(PROSE)]
        for page in pdfium_pages(rendered(document(*blocks)).data):
            if "หัวข้อ" in page:
                assert "เทศบาลตำบล" in page.split("หัวข้อ")[1]


def test_a_signature_never_opens_a_page_alone():
    for count in range(20, 34):
        blocks = [
            *[Paragraph((Run("ข้อความ"),), Style.PLAIN)] * count,
            body(PROSE),
            Signature("นายก", ("ตำแหน่ง",)),
        ]
        page = next(page for page in pdfium_pages(rendered(document(*blocks)).data) if "(ลงชื่อ)" in page)
        assert "ต่าง ๆ" in page.split("(ลงชื่อ)")[0]


def test_same_document_same_bytes():
    paper = document(body(PROSE))
    assert rendered(paper).data == rendered(paper).data


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    assert write_pdf(document(body(PROSE)), target, family=bundled_family()) == 1
    assert target.read_bytes().startswith(b"%PDF")
    folder = tmp_path / "โฟลเดอร์.pdf"
    folder.mkdir()
    with pytest.raises(UserError):
        write_pdf(document(body(PROSE)), folder, family=bundled_family())
    assert {path.name for path in tmp_path.iterdir()} == {target.name, folder.name}


def test_a_stream_takes_the_bytes():
    stream = BytesIO()
    assert write_pdf(document(body(PROSE)), stream, family=bundled_family()) == 1
    assert stream.getvalue().startswith(b"%PDF")


def test_arabic_digits_on_demand():
    assert "2564" in pdfium_pages(rendered(document(body(PROSE), thai_digits=False)).data)[0]
    assert "๒๕๖๔" in pdfium_pages(rendered(document(body(PROSE))).data)[0]
