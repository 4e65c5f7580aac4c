"""Flows onto pages, without drawing anything."""

from __future__ import annotations

import pytest
from pdf_support import document, setter
from sample_book import PROSE, body, plan_table

from hrdesk.reports.document import (
    Borderless,
    FillIn,
    FillPart,
    Heading,
    Orientation,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Signature,
    Space,
    Style,
)
from hrdesk.reports.typography.blocks import Blocks
from hrdesk.reports.typography.book import Pager, numbered
from hrdesk.reports.typography.furniture import PageTemplate
from hrdesk.reports.typography.headings import HeadingParagraph

LINE = Paragraph((Run("บรรทัดเดียว"),), Style.PLAIN)


def paged(*blocks, orientation=Orientation.PORTRAIT, template=None, **fields):
    section = Section(blocks, orientation, **fields)
    paper = document(sections=(section,))
    frame = (template or PageTemplate()).frame(orientation)
    return list(Pager(section, frame, Blocks(setter(), paper).flows(section, frame.width)).pages())


def test_margins_are_the_templates():
    frame = PageTemplate().frame(Orientation.PORTRAIT)
    assert [round(each * 25.4 / 72) for each in (frame.left, frame.width, frame.height)] == [30, 160, 252]
    wide = PageTemplate(landscape_side=0).frame(Orientation.LANDSCAPE)
    assert wide.width == wide.paper[0] > wide.paper[1]


def test_nothing_stands_below_the_frame():
    for count in (1, 7, 30, 90):
        for page in paged(*[body(PROSE), LINE, Heading(("หัวข้อ",), 1)] * count, plan_table(count)):
            assert page.used <= page.frame.height + 0.01
            downs = [each.down for each in page.placed]
            assert downs == sorted(downs)


def test_space_is_dropped_at_the_top_of_a_page():
    first, second = paged(LINE, PageBreak(), Space(50), LINE)
    assert [each.down for each in first.placed + second.placed] == [0, 0]
    assert len(paged(PageBreak(), LINE, PageBreak())) == 1


def test_headings_stay_with_what_they_head():
    chain = (Heading(("ก",), 1), Heading(("ข",), 2))
    for count in range(20, 40):
        for page in paged(*[LINE] * count, *chain, body(PROSE)):
            assert not isinstance(page.placed[-1].flow, HeadingParagraph)


def test_a_heading_stays_with_the_first_row_of_its_table():
    for count in range(24, 36):
        for page in paged(*[LINE] * count, Heading(("ก",), 1), plan_table(3)):
            assert not isinstance(page.placed[-1].flow, HeadingParagraph)


def test_a_block_taller_than_a_page_is_placed_and_ends():
    tall = Borderless((80, 80), (("\n".join("ก" * 60), "ข"),))
    assert len(paged(LINE, tall, LINE)) == 3


def test_covers_are_centred():
    (page,) = paged(LINE, LINE, centred=True)
    assert page.used == pytest.approx(2 * page.placed[0].flow.height)


def test_numbers_count_from_the_first_numbered_section():
    cover, chapter = paged(LINE, numbered=False), paged(LINE, PageBreak(), LINE)
    assert [number for _, number in numbered([*cover, *chapter, *cover], 5)] == [None, 5, 6, 7]


def test_signatures_stand_in_the_right_half():
    (page,) = paged(body(PROSE), Signature("นายปั้น ฟื้นฟู", ("นายก", "เทศมนตรี")), Signature("", ("พยาน",)))
    first = page.placed[1].flow
    assert first._share == page.frame.width / 2
    assert [each.text for each in first._signatures[0][1]] == ["(นายปั้น ฟื้นฟู)", "นายก", "เทศมนตรี"]


def first_words_at_top(*blocks):
    return [page.first_words() for page in paged(*blocks)]


def text(words, style=Style.BODY):
    return Paragraph((Run(words),), style)


@pytest.mark.parametrize("count", range(22, 34))
def test_a_sentence_that_leads_to_a_table_stays_with_it(count):
    pages = paged(*[LINE] * count, text("มีงบประมาณจำแนกตามแหล่ง ดังนี้"), plan_table(3))
    assert not any(page.placed[-1].flow.first_words().startswith("มีงบ") for page in pages)


@pytest.mark.parametrize("count", range(20, 34))
def test_a_note_below_a_heading_stays_with_the_table_both_speak_of(count):
    pages = paged(*[LINE] * count, Heading(("5.3 ตามกลุ่ม",), 1), text("ตารางนี้ไม่รวมยอด"), plan_table(3))
    assert not any(page.placed[-1].flow.first_words().startswith(("5.3", "ตารางนี้")) for page in pages)


@pytest.mark.parametrize("count", range(22, 36))
def test_the_day_of_an_order_never_opens_a_page(count):
    signed = (text("สั่ง ณ วันที่ 1 ตุลาคม 2563", Style.CENTERED), Space(6), Signature("นายดี", ("นายก",), ""))
    words = first_words_at_top(*[LINE] * count, text("ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"), *signed)
    assert not any(each.startswith(("สั่ง", "(นายดี")) for each in words[1:])


def test_lines_filled_in_go_with_the_signature_below_them():
    filled = tuple(FillIn((FillPart(label, "แล้วเสร็จ"),)) for label in ("สรุปผล", "วันที่สิ้นสุด"))
    signed = (*filled, Space(12), Signature("นายดี", ("นายก",)))
    words = [first_words_at_top(*[LINE] * count, plan_table(1), *signed) for count in range(14, 34)]
    opened = [each for pages in words for each in pages[1:]]
    assert not any(each.startswith("(ลงชื่อ)") for each in opened)
    assert opened.count("สรุปผล") > 1, "both lines, not the last alone"
