"""Heads of letters and memoranda, lines to fill in, signatures and charts on the page."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from pdf_support import document, letters, pdfium_pages, pictures, rendered, setter
from PIL import Image

from hrdesk.reports.document import (
    Borderless,
    Column,
    Drawing,
    FillIn,
    FillPart,
    Krut,
    LetterHead,
    LetterItem,
    MemoHead,
    Paragraph,
    Picture,
    Row,
    Rule,
    Run,
    Section,
    Signature,
    Signatures,
    Style,
    Table,
)
from hrdesk.reports.drawing import Anchor, Box, Label, Polyline, Slice
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.heads import official_flows
from hrdesk.reports.typography.official import FillLine

TEXT = Paragraph((Run("ด้วยเทศบาลจะจัดการประชุม " * 60),))
ITEMS = (LetterItem("เรื่อง", ("เชิญประชุม",)), LetterItem("สิ่งที่ส่งมาด้วย", ("วาระ", "แผน")))
HEAD = LetterHead("ชม 52001/12", ("สำนักงานเทศบาล", "เชียงใหม่"), "5 ตุลาคม 2563", ITEMS)
POINT = 72 / 25.4


def png(color: str) -> bytes:
    written = BytesIO()
    Image.new("RGB", (40, 80), color).save(written, "PNG")
    return written.getvalue()


def pages(*blocks, **fields) -> list[str]:
    return pdfium_pages(rendered(document(*blocks, **fields)).data)


def dark_rows(picture: Image.Image) -> list[int]:
    """Rows with ink, at 72 dots to the inch: points from the top."""
    return [y for y in range(picture.height) if picture.crop((0, y, picture.width, y + 1)).getextrema()[0] < 200]


def test_a_page_that_opens_with_the_krut_has_no_number() -> None:
    first, second, *_ = pages(Krut(), HEAD, *[TEXT] * 4)
    assert "- ๑ -" not in first
    assert "- ๒ -" in second


def test_a_letter_is_read_in_its_order() -> None:
    (page,) = pages(Krut(), HEAD, Paragraph((Run("ขอแสดงความนับถือ"),), Style.CLOSING), Signature("ก", ("นายก",), ""))
    found = letters(page)
    wanted = ("ที่ชม๕๒๐๐๑/๑๒", "สำนักงานเทศบาล", "๕ตุลาคม๒๕๖๓", "เรื่องเชิญประชุม", "๑.วาระ", "๒.แผน", "ขอแสดง", "(ก)")
    places = [found.index(text) for text in wanted]
    assert places == sorted(places)
    assert "..." not in found, "who signs a letter signs over the name"


def test_the_krut_is_three_centimetres_high_and_begins_above_the_text() -> None:
    (page,) = pictures(rendered(document(Krut(), emblem=png("black"))).data, 72)
    rows = dark_rows(page)
    assert rows[0] == pytest.approx(15 * POINT, abs=1.5)
    assert rows[-1] - rows[0] == pytest.approx(30 * POINT, abs=2)


def test_the_sender_stands_clear_of_a_krut_as_wide_as_high() -> None:
    buffer = BytesIO()
    Image.new("RGB", (300, 300), "black").save(buffer, "PNG")
    (page,) = pictures(rendered(document(Krut(), HEAD, emblem=buffer.getvalue())).data)
    gray = page.convert("L")
    dots = gray.width / 210  # in a millimetre
    right = round((30 + 80 + 15 + 1) * dots)  # of the krut, and a millimetre
    foot = max(y for y in range(gray.height) if gray.getpixel((right - round(8 * dots), y)) < 100 and y < 70 * dots)
    beside = gray.crop((right, foot - round(6 * dots), right + round(2 * dots), foot))
    assert beside.getextrema()[0] > 200, "white between the two"


def test_a_memo_has_its_lines_and_its_small_krut() -> None:
    memo = MemoHead("สำนักปลัด", "ชม 1", "....................", "ขออนุมัติ " * 12, "นายก")
    page, *_ = pages(memo, TEXT)
    found = letters(page)
    assert found.startswith(letters("ครุฑบันทึกข้อความส่วนราชการสำนักปลัด"))
    assert "....." not in found, "dots to write on are drawn, not written"


def test_parts_of_a_line_share_its_width() -> None:
    (page,) = pages(FillIn((FillPart("ชื่อ", "นายปั้น"), FillPart("ตำแหน่ง"))), FillIn((FillPart(""),)), Rule())
    assert "ชื่อนายปั้นตำแหน่ง" in letters(page)


def test_signatures_stand_side_by_side() -> None:
    (page,) = pages(TEXT, Signatures(tuple(Signature(name, ("กรรมการ",)) for name in ("ก", "ข", "ค"))))
    found = letters(page)
    assert found.index("(ก)") < found.index("(ข)") < found.index("(ค)")
    assert found.count("กรรมการ") == 3


def test_a_closing_line_goes_on_with_the_text_before_it() -> None:
    """Neither ขอแสดงความนับถือ nor the signature opens a page without text."""
    closing = Paragraph((Run("ขอแสดงความนับถือ"),), Style.CLOSING)
    for count in range(30, 60, 3):
        text = Paragraph((Run("ด้วยเทศบาลจะจัดการประชุม " * count),))
        *_, last = pages(text, text, closing, Signature("ก", ("นายก",), ""))
        assert "ประชุม" in last
        assert "ขอแสดง" in last


def test_a_chart_says_its_labels_and_shows_its_colours() -> None:
    shapes = (
        Box(0, 0, 30, 30, fill="#000000"), Polyline(((0, 35), (60, 35)), dashed=True), Slice(50, 15, 12, 0, 120, "#444444"),
        Label(30, 45, "ปี 2564", anchor=Anchor.MIDDLE),
    )  # fmt: skip
    data = rendered(document(Drawing(60, 50, shapes, "ภาพที่ 1"), Picture(png("black"), 10, 20))).data
    (page,) = pdfium_pages(data)
    assert letters(page).index("ปี๒๕๖๔") < letters(page).index("ภาพที่๑")
    assert pictures(data, 40)[0].getextrema()[0] < 40


def test_rows_to_write_in_are_high_enough() -> None:
    columns = (Column("a", "ลงชื่อ", 80),)
    rows = tuple(Row((None,)) for _ in range(20))
    assert len(pages(Table("ใบลงชื่อ", columns, rows, row_height=9))) == 1
    assert len(pages(Table("ใบลงชื่อ", columns, rows, row_height=15))) == 2


def test_each_section_with_a_krut_begins_anew() -> None:
    letter = Section((Krut(), HEAD), foot=False)
    first, second = pdfium_pages(rendered(document(sections=(letter, letter))).data)
    assert "- ๒ -" not in second
    assert "ครุฑ" in first
    assert "ครุฑ" in second


LONG_POST = "ผู้อำนวยการกลุ่มงานส่งเสริมและประสานความร่วมมือระหว่างประเทศด้านสิ่งแวดล้อม"
LONG_NAME = "Mr. Christopher Alexander Featherstonehaugh-Cholmondeley"


def fill_line(*parts: tuple[str, str]) -> FillLine:
    (line,) = official_flows(FillIn(tuple(FillPart(*part) for part in parts)), Blocks(setter(), document()))
    assert isinstance(line, FillLine)
    return line


@pytest.mark.parametrize("width", [200.0, 453.5])
@pytest.mark.parametrize("name", ["นายดี มาก", LONG_NAME])
def test_what_is_too_long_to_stand_beside_another_has_dots_of_its_own(name: str, width: float) -> None:
    """Its post began beyond the page's edge, one letter a line."""
    beside, alone = fill_line(("ชื่อ", "นายดี มาก"), ("วันที่", "")), fill_line(("ชื่อ", name), ("ตำแหน่ง", LONG_POST))
    first = fill_line(("ชื่อ", name)).wrap(width)
    assert beside.wrap(453.5) == fill_line(("ชื่อ", "")).wrap(453.5)
    assert alone.wrap(width) == pytest.approx(first + fill_line(("ตำแหน่ง", LONG_POST)).wrap(width))


def test_a_further_line_of_a_memos_subject_takes_a_line_of_text() -> None:
    """Its dots were as far apart as the large labels, and the text ran away from them."""
    heights = []
    for times in range(1, 30):
        memo = MemoHead("งานการเจ้าหน้าที่", "", "", "โครงการอบรม " * times, "นายกเทศมนตรี")
        *_, subject = (flow for flow in official_flows(memo, Blocks(setter(), document())) if isinstance(flow, FillLine))
        heights.append(subject.wrap(453.5))
    steps = {round(after - before, 2) for before, after in pairwise(heights)} - {0.0}
    assert steps == {round(16 * setter().fonts.family.scale * 1.3, 2)}


@pytest.mark.parametrize("lines", range(20, 30))
def test_the_office_that_answers_for_a_letter_stays_with_its_signature(lines: int) -> None:
    body = tuple(Paragraph((Run(f"ข้อความบรรทัดที่ {n}"),)) for n in range(lines))
    end = (Paragraph((Run("งานการเจ้าหน้าที่"),), Style.PLAIN), Paragraph((Run("โทร. 053-123456"),), Style.PLAIN))
    pages = pdfium_pages(rendered(document(*body, Signature("นายดี มาก", ("นายกเทศมนตรี",), ""), *end)).data)
    assert ["โทร" in page for page in pages] == ["นายดี" in page for page in pages]
    assert "ข้อความ" in next(page for page in pages if "โทร" in page)


def test_texts_side_by_side_never_touch() -> None:
    setting = setter()
    name = "ก" * next(n for n in range(5, 60) if setting.width("ก" * (n + 1), 16.25) > 60 * POINT)
    (row,) = Blocks(setting, document()).flows(Section((Borderless((60.0, 40.0), ((name, "กรรมการ"),)),)), 453.5)
    assert row.wrap(453.5) > setting.fonts.family.scale * 16 * 1.3 + 1, "parted, where it would touch the role"
