"""Heads of letters and memoranda, lines to fill in, signatures and charts on the page."""

from __future__ import annotations

from io import BytesIO

import pytest
from pdf_support import document, letters, pdfium_pages, pictures, rendered
from PIL import Image

from hrdesk.reports.document import (
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
