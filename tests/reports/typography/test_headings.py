"""Outline, contents and the marks around the text, as a reader of the file finds them."""

from __future__ import annotations

import pytest
from pdf_support import document, pdfium_pages, reader, rendered
from sample_book import PROSE, body

from hrdesk.reports.document import (
    Contents,
    Heading,
    ListItem,
    Orientation,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Style,
)

LONG = "หลักเกณฑ์และเงื่อนไขเกี่ยวกับการบริหารงานบุคคลของเทศบาล เรื่อง การพัฒนาพนักงานเทศบาลตามแผนพัฒนา"


def outline(entries, level=0):
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, level + 1)
        else:
            yield level, entry.title


def test_a_skipped_level_does_not_stop_the_outline():
    data = rendered(document(Heading(("ลึก",), 2), Heading(("ตื้น",)), Heading(("ลึก",), 2))).data
    assert list(outline(reader(data).outline)) == [(0, "ลึก"), (0, "ตื้น"), (1, "ลึก")]


def test_unlisted_headings_are_printed_only():
    data = rendered(document(Contents(), Heading(("คำนำ",), listed=False), Heading(("บท",)))).data
    assert [title for _, title in outline(reader(data).outline)] == ["บท"]
    assert pdfium_pages(data)[0].count("คำนำ") == 1


@pytest.mark.parametrize(("depth", "shown"), [(0, 1), (1, 2), (2, 3)])
def test_contents_go_as_deep_as_asked(depth, shown):
    heads = [Heading((f"หัวข้อ{level}",), level) for level in range(3)]
    data = rendered(document(Contents(depth), PageBreak(), *heads)).data
    assert pdfium_pages(data)[0].count("หัวข้อ") == shown


def test_a_long_entry_runs_over_two_lines_and_its_number_stands_on_the_last():
    data = rendered(document(Contents(), PageBreak(), Heading((LONG,)))).data
    lines = [line.strip() for line in pdfium_pages(data)[0].split("\n") if line.strip()]
    entry = lines[1:]
    assert not entry[0].endswith("๒")
    assert entry[-1].endswith("๒")
    assert "......" in entry[-1]


def test_entries_before_the_first_number_have_none():
    front = Section((Contents(), Heading(("คำนำ",))), numbered=False)
    data = rendered(document(sections=(front, Section((Heading(("บท",)), body(PROSE)))))).data
    lines = pdfium_pages(data)[0].split("\n")
    assert any(line.strip() == "คำนำ" for line in lines)
    assert any(line.startswith("บท") and line.strip().endswith("๑") for line in lines)


def test_a_heading_of_two_lines_is_caught_by_its_first():
    chapters = (Section((body(PROSE),)), Section((Heading(("ส่วนที่ 2", "การพัฒนา")),)))
    first, _ = pdfium_pages(rendered(document(sections=chapters, catchwords=True)).data)
    assert "/ส่วนที่ ๒..." in first


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (ListItem("(1)", (Run("ให้บุคลากรมีความรู้"),)), "/(๑) ให้"),
        (body("ก่อนสิ้นปีงบประมาณ ให้รายงานผล"), "/ก่อนสิ้น"),
        (Paragraph((Run("สั้น\nยาวกว่านี้มาก"),), Style.PLAIN), "/สั้น..."),
    ],
)
def test_catchwords_of_other_blocks(block, words):
    pages = pdfium_pages(rendered(document(body(PROSE), PageBreak(), block, catchwords=True)).data)
    assert words in pages[0]


def test_no_catchword_points_to_an_unnumbered_page():
    pages = (Section((body(PROSE),)), Section((body(PROSE),), numbered=False))
    assert "..." not in pdfium_pages(rendered(document(sections=pages, catchwords=True)).data)[0]


@pytest.mark.parametrize("orientation", list(Orientation))
def test_a_foot_that_is_too_long_shrinks_to_the_frame(orientation):
    foot = "เทศบาลตำบลหนองป่าครั่ง " * 12
    data = rendered(document(body("ก"), orientation=orientation, foot=foot.strip())).data
    page = reader(data).pages[0]
    found = []
    page.extract_text(visitor_text=lambda text, _cm, tm, _font, _size: found.append((text, tm[4], tm[5])))
    x = next(x for text, x, y in found if "เทศบาล" in text and y < 40)
    assert x >= 13 * 72 / 25.4 - 0.1


def test_list_markers_hang_and_levels_step_in():
    items = (ListItem("1.", (Run(PROSE),)), ListItem("1.1", (Run("ข้อย่อย"),), 1))
    found = []
    page = reader(rendered(document(*items)).data).pages[0]
    page.extract_text(
        visitor_text=lambda text, _cm, tm, _font, _size: found.append((text.strip(), round(tm[4])))
    )
    places = {text: x for text, x in found if text}
    assert places["๑."] < places["๑.๑"]
    lefts = [
        x for text, x in found if text and text not in ("๑.", "๑.๑", "ข้อย่อย") and not text.startswith("-")
    ]
    assert len(set(lefts)) == 1


def test_the_same_heading_twice_is_two_places():
    same = Heading(("บท",))
    data = rendered(document(Contents(), PageBreak(), same, PageBreak(), same)).data
    ends = [line.strip()[-1] for line in pdfium_pages(data)[0].split("\n") if line.startswith("บท")]
    assert ends == ["๒", "๓"]
