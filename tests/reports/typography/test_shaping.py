"""The font: every glyph where HarfBuzz puts it, every character readable again."""

from __future__ import annotations

from io import BytesIO

import pytest
import uharfbuzz as hb
from hypothesis import example, given
from hypothesis import strategies as st
from pdf_support import document, pdfium_pages, pypdf_pages, reader, rendered
from sample_book import WORDS

from hrdesk.config import resource_path
from hrdesk.reports.document import Paragraph, Run, Style
from hrdesk.reports.typography.font import ThaiFont, raw_glyphs
from hrdesk.reports.typography.fonts import bundled_family

STYLES = ("regular", "bold", "italic", "bold-italic")
FONTS = [*bundled_family().files, resource_path("fonts", "sarabun", "Sarabun-Regular.ttf")]


def harfbuzz_places(path, text):
    """(glyph, x, y) of everything drawn, in thousandths of the em."""
    face = hb.Face(hb.Blob(path.read_bytes()))
    x, places = 0, []
    for raw in raw_glyphs(hb.Font(face), text):
        places.append((raw.gid, x + raw.x_offset, raw.y_offset))
        x += raw.advance
    return sorted((gid, at * 1000 / face.upem, up * 1000 / face.upem) for gid, at, up in places), x


def drawn_places(font, text):
    x, places = 0.0, []
    for glyph in font.shape(text).glyphs:
        gid = font.face.charToGlyph[ord(glyph.code)]
        assert font.face.charWidths[ord(glyph.code)] == glyph.advance
        scale = 1000 / font.face.unitsPerEm
        places += [(part.gid, x + part.dx * scale, part.dy * scale) for part in font.composites.parts(gid)]
        x += glyph.advance
    return sorted(places), x


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_glyph_origins_are_harfbuzzs(path):
    font = ThaiFont("test", path)
    for word in (*WORDS, "เกี่ยวกับ", "ญี่ปุ่น", "ทั้งนี้", "ฯลฯ", "AV", "To"):
        expected, width = harfbuzz_places(path, word)
        drawn, advance = drawn_places(font, word)
        assert [place[0] for place in drawn] == [place[0] for place in expected], word
        for ours, theirs in zip(drawn, expected, strict=True):
            assert ours[1:] == pytest.approx(theirs[1:], abs=0.05), word
        assert advance == pytest.approx(width, abs=0.05)


SPELT = st.text("กญฐปฝฟนเแโาำะัิีึืุู็่้๊๋์ๆ๑1Av. ", min_size=1, max_size=12)


@given(st.lists(SPELT, min_size=1, max_size=8))
@example(["น้ำ", "ำ", "กำ", "่ำ", "xำ", "1่ก็็"])
def test_letters_met_before_stand_in_any_word_where_harfbuzz_puts_them(words):
    """Whatever was shaped before, and wherever scripts meet, all is drawn where a font that has seen nothing draws it."""
    path = bundled_family().files[0]
    used = ThaiFont("test", path)
    for word in words:
        fresh = ThaiFont("test", path)
        assert drawn_places(used, word) == drawn_places(fresh, word)
        if "ำ" not in word and word.isascii() is False and not any(char.isascii() for char in word):
            expected, width = harfbuzz_places(path, word)
            drawn, advance = drawn_places(used, word)
            assert [place[0] for place in drawn] == [place[0] for place in expected]
            assert advance == pytest.approx(width, abs=0.05)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("word", ["Te", "AV", "Technology", "office", "เก", "โตไป", "ญู่", "ปื๋", "กุ้ง"])
def test_letters_met_alone_stand_beside_each_other_where_harfbuzz_puts_them(path, word):
    """Kerning and ligatures are lost on who takes a word for the row of its letters."""
    font = ThaiFont("test", path)
    alone = [font.shape(sign) for sign in word]
    expected, width = harfbuzz_places(path, word)
    drawn, advance = drawn_places(font, word)
    assert [place[0] for place in drawn] == [place[0] for place in expected]
    assert advance == pytest.approx(width * 1000 / font.face.unitsPerEm, abs=0.05)
    assert [font.shape(sign) for sign in word] == alone


def test_a_letter_is_the_same_wherever_it_is_drawn_alike():
    font = ThaiFont("test", bundled_family().files[0])
    (first, *_), (*_, last) = font.shape("กี่ตา").letters, font.shape("ตากี่").letters
    assert first is last
    assert font.shape("กี่").width == first.width == sum(glyph.advance for glyph in first.glyphs)
    assert first.gaps == 1, "spacing opens after the letter, not before its marks"


@pytest.mark.parametrize("style", range(4), ids=STYLES)
def test_every_glyph_advances_so_that_readers_see_no_jump(style):
    font = ThaiFont("test", bundled_family().files[style])
    for word in WORDS:
        assert all(glyph.advance > 0 for glyph in font.shape(word).glyphs), word


def test_sara_am_is_one_glyph_for_one_character():
    font = ThaiFont("test", bundled_family().files[0])
    assert len(font.shape("น้ำ").glyphs) == len("น้ำ")
    assert len(font.shape("ป้ำ").glyphs) == len("ป้ำ")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_copied_words_are_the_words_printed(bold, italic):
    words = " ".join(WORDS)
    data = rendered(document(Paragraph((Run(words, bold=bold, italic=italic),), Style.PLAIN))).data
    for pages in (pdfium_pages(data), pypdf_pages(data)):
        assert pages[0].split()[2:] == words.split() or words.split() == pages[0].replace("- ๑ -", "").split()


def test_embedded_fonts_are_sound():
    """Every glyph of the subsets can be drawn, and none is deeper or larger than the font announces."""
    ttlib, pens = pytest.importorskip("fontTools.ttLib"), pytest.importorskip("fontTools.pens.recordingPen")
    data = rendered(document(Paragraph((Run(" ".join(WORDS)),), Style.PLAIN))).data
    for reference in reader(data).pages[0]["/Resources"]["/Font"].values():
        font = ttlib.TTFont(BytesIO(reference["/FontDescriptor"]["/FontFile2"].get_data()))
        limits, glyf = font["maxp"], font["glyf"]
        for name in font.getGlyphOrder():
            font.getGlyphSet()[name].draw(pens.RecordingPen())
            glyph = glyf[name]
            if glyph.isComposite():
                found = glyph.getCompositeMaxpValues(glyf)
                assert len(glyph.components) <= limits.maxComponentElements
                assert (found.nPoints, found.nContours) <= (
                    limits.maxCompositePoints,
                    limits.maxCompositeContours,
                )
                assert found.maxComponentDepth <= limits.maxComponentDepth
                assert font["hmtx"][name][1] == glyph.xMin


def test_a_stray_mark_is_kept():
    font = ThaiFont("test", bundled_family().files[0])
    for text in ("่", "ำ", "ก็็็", "\u0e4d", "x่y"):
        assert font.shape(text).glyphs
